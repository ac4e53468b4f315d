"""Folders of the leader's computer: where documents usually go, and opening one."""

import os
from pathlib import Path

from platica.desk import open_file
from platica.domain.names import folded
from platica.errors import Refused
from platica.phrases import phrase


def usual_folder(workshop: str) -> Path:
    """A folder for the documents of a workshop, beside the person's own documents."""
    documents = Path.home() / "Documents"
    stem = "-".join("".join(sign if sign.isalnum() else " " for sign in folded(workshop)).split())
    return (documents if documents.is_dir() else Path.home()) / "Platica" / (stem[:40] or "taller")


def from_home(folder: Path) -> str:
    """A folder as it is short to read: `~` stands for the person's own one."""
    home = Path.home()
    return str(Path("~", folder.relative_to(home))) if folder.is_relative_to(home) else str(folder)


def folder_to_write(typed: str) -> Path:
    """The folder that was typed, which need not be there yet. Raises Refused when no document could be left in it."""
    if not typed.strip():
        raise Refused(phrase("Type a folder, such as {folder}.", folder=str(Path.home())))
    folder = Path(typed.strip()).expanduser()
    if not folder.is_absolute():
        raise Refused(
            phrase(
                "“{typed}” is not a whole path. Begin with {root} or ~.", typed=typed.strip(), root=folder.home().anchor
            )
        )
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    if not there.is_dir():
        raise Refused(phrase("{file} is not a folder. Type another one.", file=str(there)))
    if not os.access(there, os.W_OK):
        raise Refused(phrase("Nothing can be written in {folder}. Type another one.", folder=str(there)))
    return folder


def open_folder(folder: Path) -> None:
    """Shows a folder in the computer's own file window. Raises Refused when there is none to show it."""
    if not folder.is_dir():
        raise Refused(phrase("{folder} is not there yet; print first.", folder=str(folder)))
    open_file.show(folder)
