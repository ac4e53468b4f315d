"""Runs the tests that TinyDB publishes with itself over the ledger's Storage and Table in place of TinyDB's own.

    python scripts/tinydb_suite.py [FOLDER]

The tests come from TinyDB's source distribution, checked by its hash: from FOLDER (default: `.venv/checks`), else from
`wheels/`, else fetched as pip is configured; preparing `./check` brings it. Ends with 1 when a test fails that is not
left out below, and with 77 when the source distribution is not to be had.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

VERSION = "4.9.0"
SHA256 = "6928b1fa785186bda7952a0ba05aaeedc883ede565ca9c7d608de44e5e75de70"
ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv" / "checks"
CONFTEST = """
import tempfile
from pathlib import Path

import pytest
import tinydb
import tinydb.storages

from platica.ledger.site import create_site, open_site
from platica.ledger.storage import LedgerStorage
from platica.ledger.table import LedgerTable

ORIGINAL = tinydb.TinyDB


class JSONStorage(LedgerStorage):
    def __init__(self, path, **options):
        folder = Path(f"{path}.site")
        self.site = open_site(folder) if (folder / "keyring.json").exists() else create_site(folder)
        super().__init__(self.site._ledger)

    def close(self):
        self.site.close()


class MemoryStorage(JSONStorage):
    def __init__(self):
        super().__init__(tempfile.mkdtemp(dir=FOLDER))


class TinyDB(ORIGINAL):
    default_storage_class = JSONStorage

    def table(self, name, **options):
        ours = isinstance(getattr(self._storage, "storage", self._storage), LedgerStorage)
        self.table_class = LedgerTable if ours else ORIGINAL.table_class
        return super().table(name, **options)


for module in (tinydb, tinydb.database):
    module.TinyDB = TinyDB
for module in (tinydb, tinydb.storages):
    module.JSONStorage, module.MemoryStorage = JSONStorage, MemoryStorage

from tinydb.middlewares import CachingMiddleware


@pytest.fixture(params=["memory", "json"])
def db(request, tmp_path):
    db_ = TinyDB(tmp_path / "test.db") if request.param == "json" else TinyDB(storage=MemoryStorage)
    db_.drop_tables()
    db_.insert_multiple({"int": 1, "char": c} for c in "abc")
    yield db_


@pytest.fixture
def storage():
    return CachingMiddleware(MemoryStorage)()
"""
NO_TABLES = "gives the storage something that is no tables of documents, and looks into its memory"
JSON_FILE = "is about the JSON file itself: its text, its encoding, its folder or the options of opening it"
NO_TRACE = "wants an empty table to leave a trace; in a log of changes it has none"
NAMES = "asks for the literal class names Table, MemoryStorage or JSONStorage"
LEFT_OUT = {
    "test_middlewares.py::test_caching_write": NO_TABLES,
    "test_middlewares.py::test_caching_write_many": NO_TABLES,
    "test_middlewares.py::test_caching_flush": NO_TABLES,
    "test_middlewares.py::test_caching_flush_manually": NO_TABLES,
    "test_middlewares.py::test_caching_json_write": JSON_FILE,
    "test_storages.py::test_in_memory": NO_TABLES,
    "test_storages.py::test_json": NO_TABLES,
    "test_storages.py::test_json_kwargs": JSON_FILE,
    "test_storages.py::test_json_read": JSON_FILE,
    "test_storages.py::test_create_dirs": JSON_FILE,
    "test_storages.py::test_json_invalid_directory": JSON_FILE,
    "test_storages.py::test_encoding": JSON_FILE,
    "test_storages.py::test_json_invalid_mode_warning": JSON_FILE,
    "test_tables.py::test_table_repr[memory]": NAMES,
    "test_tables.py::test_table_repr[json]": NAMES,
    "test_tables.py::test_persist_table[memory]": NO_TRACE,
    "test_tables.py::test_persist_table[json]": NO_TRACE,
}
"""Tests of TinyDB that the ledger does not stand, and why it is not to; all others it does."""
NOT_RUN = 77


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    archive = fetched(folder)
    if archive is None:
        print(f"TinyDB {VERSION} as source is neither in {folder} nor to be fetched: its tests were not run.")
        return NOT_RUN
    with tempfile.TemporaryDirectory(prefix="platica-tinydb-") as work:
        tests = unpacked(archive, Path(work))
        (tests / "conftest.py").write_text(f"FOLDER = {work!r}\n{CONFTEST}", encoding="utf-8")
        left_out = [f"--deselect=tests/{name}" for name in LEFT_OUT]
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--rootdir={work}", *left_out]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "toolkit")}
        code = subprocess.run([*command, "tests"], cwd=work, env=environment, check=False).returncode
    for name, reason in LEFT_OUT.items():
        print(f"  left out: {name} {reason}")
    return code


def fetched(folder: Path) -> Path | None:
    """The archive of TinyDB's sources, brought to the folder when it is not there; None when it is not to be had."""
    name = f"tinydb-{VERSION}.tar.gz"
    archive, carried = folder / name, ROOT / "wheels" / name
    if not archive.exists():
        folder.mkdir(parents=True, exist_ok=True)
        if carried.exists():
            shutil.copyfile(carried, archive)
        else:
            options = ["--no-deps", "--no-binary", ":all:", "--no-build-isolation", "-qq", "-d", str(folder)]
            command = [sys.executable, "-m", "pip", "download", *options, f"tinydb=={VERSION}"]
            subprocess.run(command, capture_output=True, check=False)
    if not archive.exists():
        return None
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{archive} is not the TinyDB {VERSION} this was written for.")
    return archive


def unpacked(archive: Path, folder: Path) -> Path:
    inside = f"tinydb-{VERSION}/tests/"
    with tarfile.open(archive) as whole:
        for member in whole.getmembers():
            if member.isfile() and member.name.startswith(inside) and ".." not in member.name:
                target = folder / "tests" / member.name.removeprefix(inside)
                target.parent.mkdir(parents=True, exist_ok=True)
                content = whole.extractfile(member)
                target.write_bytes(content.read() if content else b"")
    return folder / "tests"


if __name__ == "__main__":
    sys.exit(main())
