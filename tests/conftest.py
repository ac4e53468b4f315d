"""What holds for every test: no network, nothing of the person's own, and a choice between a short and a full run."""

import socket
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from platica.ledger import keys
from platica.ledger.keyring import Cost

OWN_SETTINGS = ("PLATICA_CONTENT", "PLATICA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "FORCE_COLOR")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="also run the long tests, and every case of the bounded ones")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "full: a long test, run with --full")
    settings.register_profile("check", deadline=None, derandomize=True, max_examples=50)
    settings.register_profile("full", deadline=None, max_examples=1000)
    settings.load_profile("full" if config.getoption("--full") else "check")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--full"):
        return
    for item in items:
        if item.get_closest_marker("full"):
            item.add_marker(pytest.mark.skip(reason="long; run with --full"))


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    """Whether every case is to be run, not a bounded share."""
    return bool(request.config.getoption("--full"))


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder that is nobody's; shared by the tests of one process, since font caches live in it."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def nobody_s_computer(home: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives each test folders of its own and no connection to anywhere."""
    own = tmp_path_factory.mktemp("own")
    folders = {"HOME": home, "XDG_CACHE_HOME": home / ".cache", "XDG_DATA_HOME": own / "data"}
    folders |= {"XDG_CONFIG_HOME": own / "config", "PLATICA_SITE": own / "site", "PLATICA_CACHE": own / "cache"}
    for name, folder in folders.items():
        monkeypatch.setenv(name, str(folder))
    for name in OWN_SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", _refuse)
    monkeypatch.setattr(socket, "getaddrinfo", _refuse)


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases and codes set in this process cost next to nothing to try, so that tests may open many."""
    monkeypatch.setattr(keys, "Cost", lambda: Cost(memory=8, passes=1))


def _refuse(*_arguments: object, **_options: object) -> NoReturn:
    pytest.fail("A test tried to reach the network.")
