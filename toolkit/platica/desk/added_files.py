"""The files of an added curriculum in the site's own content: laid ready beside it, then put down by one rename."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from platica.domain.curriculum_pack import CarriedFile, CurriculumPack, is_shared
from platica.ledger import fs
from platica.resources import AddedPack, ContentRoot

_UNFINISHED = ".new"
MANIFEST = "manifest.json"


@contextmanager
def staged(content: Path, pack: CurriculumPack, manifest: bytes) -> Iterator[AddedPack]:
    """The pack, written whole where nothing looks for it; what is not put down is taken away again. Raises OSError."""
    fresh = AddedPack(content / "packs" / pack.id / _UNFINISHED)
    fs.remove_tree(fresh.folder)
    try:
        fs.make_folder(fresh.own.folder)
        fs.replace_durably(fresh.folder / MANIFEST, manifest)
        for file in pack.files:
            root = fresh.shared if is_shared(file.path) else fresh.own
            path = root.folder.joinpath(*file.path.split("/"))
            fs.make_folder(path.parent)
            fs.replace_durably(path, file.content)
        yield fresh
    finally:
        fs.remove_tree(fresh.folder)
        parent = fresh.folder.parent
        if parent.is_dir() and not any(parent.iterdir()):
            fs.remove_tree(parent)


def put_down(content: Path, fresh: AddedPack, former: AddedPack | None) -> None:
    """Makes a staged pack the one that counts, then takes the former away. Raises OSError."""
    number = int(former.folder.name) + 1 if former else 1
    place = content / "packs" / fresh.id / str(number)
    fs.move_folder(fresh.folder, place)
    for older in place.parent.iterdir():
        if older != place:
            fs.remove_tree(older)


def files_of_pack(pack: AddedPack) -> tuple[CarriedFile, ...]:
    """The files of an added pack as they travelled."""
    return tuple(file for root in (pack.own, pack.shared) for file in _files(root))


def changes_between(before: Iterable[CarriedFile], after: Iterable[CarriedFile]) -> tuple[tuple[str, str], ...]:
    """What becomes of each file that is not the same in both: `new`, `changed` or `gone`; by path."""
    old = {file.path: file.content for file in before}
    new = {file.path: file.content for file in after}
    found = {path: "new" if path not in old else "changed" for path in new if old.get(path) != new[path]}
    return tuple(
        (kind, path) for path, kind in sorted((found | dict.fromkeys(old.keys() - new.keys(), "gone")).items())
    )


def _files(root: ContentRoot) -> Iterator[CarriedFile]:
    for path in sorted(root.folder.rglob("*")):
        if path.is_file():
            yield CarriedFile(path.relative_to(root.folder).as_posix(), path.read_bytes())
