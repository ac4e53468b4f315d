"""Twelve pages look as they did when somebody last looked at them; `scripts/keep_page_pictures.py` keeps them anew."""

import pytest
from PIL import Image

from builders.page_pictures import DOTS_PER_INCH, KEPT, PAGES, TOLERANCE, farthest, picture_of

TWO_MILLIMETRES = round(2 * DOTS_PER_INCH / 25.4)


def kept(name: str) -> Image.Image:
    with Image.open(KEPT / f"{name}.png") as picture:
        return picture.convert("L")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(name: str) -> None:
    assert farthest(picture_of(name), kept(name)) < TOLERANCE


def test_the_pictures_are_twelve_and_small() -> None:
    assert {path.stem for path in KEPT.iterdir()} == set(PAGES)
    assert len(PAGES) == 12
    assert sum(path.stat().st_size for path in KEPT.iterdir()) < 400_000


@pytest.mark.parametrize("name", PAGES)
def test_a_block_that_moved_is_noticed_and_another_smoothing_is_not(name: str) -> None:
    page = kept(name)
    middle = (page.width // 20, page.height // 20, page.width * 19 // 20, page.height * 8 // 10)
    moved = page.copy()
    moved.paste(page.crop(middle), (middle[0], middle[1] + TWO_MILLIMETRES))
    assert farthest(moved, page) > TOLERANCE
    finer = page.resize((page.width * 2, page.height * 2), Image.Resampling.BICUBIC)
    half = (1, 0, 0.5, 0, 1, 0.5)
    smoothed = finer.transform(finer.size, Image.Transform.AFFINE, half, Image.Resampling.BILINEAR, fillcolor=255)
    assert farthest(smoothed.resize(page.size, Image.Resampling.BOX), page) < TOLERANCE
