"""The one door of a page: it opens for printables and pictures handed over, and for nothing else."""

from pathlib import Path

import pytest

from builders.press import PRINTABLES
from platica.errors import PressError
from platica.press.fetcher import Denied, PackFetcher
from platica.press.job import PACK, Job, Limits
from platica.press.warm import WarmWorker

SECRET = "file:///etc/hostname"


def test_printables_and_pictures_are_served() -> None:
    fetcher = PackFetcher([PRINTABLES], {f"{PACK}pictures/a.png": b"picture"})
    assert fetcher.fetch(f"{PACK}pictures/a.png").read() == b"picture"
    assert fetcher.fetch(f"{PACK}icons/eye.svg").read().startswith(b"<svg")
    assert fetcher.fetch(f"{PACK}styles/base.css").content_type == "text/css"


@pytest.mark.parametrize(
    "address",
    [
        SECRET,
        "http://pack.invalid/icons/eye.svg",
        "https://example.org/a.png",
        "https://pack.invalid.example.org/icons/eye.svg",
        f"{PACK}../README.md",
        f"{PACK}icons/../../README.md",
        f"{PACK}icons/%2e%2e/%2e%2e/README.md",
        f"{PACK}icons/LICENSE",
        f"{PACK}templates/page.html.j2",
        f"{PACK}icons/eye.svg?x=1",
        f"{PACK}pictures/none.png",
        "data:text/css,p{color:red}",
        "ftp://pack.invalid/icons/eye.svg",
        "/etc/hostname",
    ],
)
def test_everything_else_is_denied(address: str) -> None:
    with pytest.raises(Denied):
        PackFetcher([PRINTABLES]).fetch(address)


def test_a_link_out_of_the_folder_is_denied(tmp_path: Path) -> None:
    (tmp_path / "icons").mkdir()
    (tmp_path / "icons" / "leak.svg").symlink_to("/etc/hostname")
    with pytest.raises(Denied):
        PackFetcher([tmp_path]).fetch(f"{PACK}icons/leak.svg")


def test_the_first_folder_that_has_a_file_wins(tmp_path: Path) -> None:
    (tmp_path / "icons").mkdir()
    (tmp_path / "icons" / "eye.svg").write_text("<svg>mine</svg>")
    fetcher = PackFetcher([tmp_path, PRINTABLES])
    assert fetcher.fetch(f"{PACK}icons/eye.svg").read() == b"<svg>mine</svg>"
    assert b"mine" not in fetcher.fetch(f"{PACK}icons/foot.svg").read()


def test_no_way_of_asking_gets_a_file_of_this_computer() -> None:
    worker = WarmWorker([PRINTABLES], Limits())
    ways = [
        f"<img alt=x src='{SECRET}'>",
        f"<object data='{SECRET}'></object>",
        f"<embed src='{SECRET}'>",
        f"<style>@import '{SECRET}'; p {{ background: url({SECRET}) }}</style><p>x</p>",
        f"<style>@font-face {{ font-family: X; src: url({SECRET}) }} p {{ font-family: X }}</style><p>x</p>",
        f"<link rel=attachment href='{SECRET}'>",
        f"<a rel=attachment href='{SECRET}'>x</a>",
        "<base href='file:///etc/'><img alt=x src=hostname>",
        f"<svg><title>x</title><image href='{SECRET}'/></svg>",
    ]
    try:
        for way in ways:
            job = Job(f"<html lang=en><title>T</title><h1>T</h1>{way}</html>", ("base.css",))
            with pytest.raises(PressError, match=r"outside the press|Failed to render SVG image"):
                worker.make(job, "T")
    finally:
        worker.close()
