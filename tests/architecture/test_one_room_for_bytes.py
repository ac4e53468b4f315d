"""Everything of a site is written by one module, whose every call to the disk the fault tests can let fail."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "toolkit" / "platica"
ROOMS = ("ledger", "desk")
EXCEPTIONS = {
    "ledger/fs.py": "is that module",
    "ledger/backup_file.py": "packs a backup in memory; its bytes are written by that module",
    "desk/start_curriculum.py": "writes a new curriculum into the author's own copy, which is no part of a site",
    "desk/leave_documents.py": "makes the folder that printed papers are left in, with the rights of any other folder",
}
METHODS = {
    *("write_text", "write_bytes", "mkdir", "touch", "unlink", "rmdir", "rename", "chmod", "symlink_to", "hardlink_to"),
    *("makedirs", "removedirs", "renames", "truncate", "extract", "extractall"),
}
OF_MODULES = {
    "os": {
        *(
            "open",
            "write",
            "pwrite",
            "writev",
            "fdopen",
            "ftruncate",
            "truncate",
            "fsync",
            "remove",
            "unlink",
            "rename",
        ),
        *("replace", "mkdir", "rmdir", "chmod", "fchmod", "chown", "link", "symlink", "utime", "mkfifo", "sendfile"),
    },
    "shutil": {"copy", "copy2", "copyfile", "copyfileobj", "copytree", "move", "rmtree", "make_archive", "chown"},
    "tempfile": {"mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory"},
}


def writing(source: str) -> Iterator[tuple[int, str]]:
    """The lines that write to a disk by themselves, and what they call."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module in OF_MODULES:
            names = {alias.name for alias in node.names} & OF_MODULES[node.module]
            yield from ((node.lineno, f"{node.module}.{name}") for name in sorted(names))
        elif isinstance(node, ast.Call) and (called := _writes(node)):
            yield node.lineno, called


def _writes(call: ast.Call) -> str:
    name = ast.unparse(call.func)
    module, _, method = name.rpartition(".")
    if method in OF_MODULES.get(module, ()) or (method in METHODS and module != "fs"):
        return name
    if method == "replace" and len(call.args) == 1 and not call.keywords and module != "fs":
        return name  # of a path; that of a text takes two
    if method == "open" and module != "fs" and _mode(call, first=0 if module else 1) != "r":
        return name
    if method == "ZipFile" and _mode(call, first=1) != "r":
        return name
    return ""


def _mode(call: ast.Call, *, first: int) -> str:
    """`r` for a call that opens for reading, something else when it is not, or cannot be seen."""
    given = next((one.value for one in call.keywords if one.arg == "mode"), None)
    if given is None and len(call.args) > first:
        given = call.args[first]
    if given is None:
        return "r"
    return "r" if isinstance(given, ast.Constant) and str(given.value).strip("bt") == "r" else "w"


@pytest.mark.parametrize(
    "line",
    [
        "path.write_text('x')",
        "open(path, 'w')",
        "path.open('ab')",
        "path.open(mode)",
        "path.open(mode='r+b')",
        "os.open(path, 0)",
        "from os import replace",
        "path.replace(target)",
        "shutil.copyfile(one, other)",
        "zipfile.ZipFile(path, 'w')",
        "folder.chmod(0o700)",
    ],
)
def test_a_line_that_writes_is_found(line: str) -> None:
    assert list(writing(line))


@pytest.mark.parametrize(
    "line",
    [
        "path.open('rb')",
        "open(path)",
        "text.replace('a', 'b')",
        "moment.replace(hour=3)",
        "fs.replace(path, data)",
        "path.read_bytes()",
        "zipfile.ZipFile(file)",
    ],
)
def test_a_line_that_reads_is_not(line: str) -> None:
    assert not list(writing(line))


def test_everything_of_a_site_is_written_through_one_module() -> None:
    files = [path for room in ROOMS for path in sorted((PROGRAM / room).rglob("*.py"))]
    assert len(files) > 60
    found = {
        f"{path.relative_to(PROGRAM).as_posix()}:{line} {called}"
        for path in files
        if path.relative_to(PROGRAM).as_posix() not in EXCEPTIONS
        for line, called in writing(path.read_text(encoding="utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_every_exception_is_one(name: str) -> None:
    assert list(writing((PROGRAM / name).read_text(encoding="utf-8")))
