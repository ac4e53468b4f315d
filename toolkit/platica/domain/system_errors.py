"""Why the system refused something with a file, in words that end a sentence."""

import errno
import re
from pathlib import Path

from platica.phrases import Phrase, phrase

_REASONS = {
    errno.ENOENT: phrase("it is not there"),
    errno.ENOTDIR: phrase("a part of its path is a file, not a folder"),
    errno.EISDIR: phrase("it is a folder, not a file"),
    errno.EEXIST: phrase("it is there already"),
    errno.ENOTEMPTY: phrase("the folder is not empty"),
    errno.ENAMETOOLONG: phrase("its name is too long"),
    errno.EINVAL: phrase("the disk does not take this name"),
    errno.EROFS: phrase("this folder may not be written to"),
    errno.ENOSPC: phrase("the disk is full"),
    errno.EDQUOT: phrase("the disk is full"),
    errno.EFBIG: phrase("it is too large for this disk"),
    errno.EIO: phrase("the disk reported an error"),
    errno.ENODEV: phrase("the disk or the USB stick is not there any more"),
    errno.ENXIO: phrase("the disk or the USB stick is not there any more"),
    errno.EBUSY: phrase("another program is using it"),
    errno.ETXTBSY: phrase("another program is using it"),
    errno.ELOOP: phrase("its links lead in a circle"),
    errno.EMFILE: phrase("too many files are open on this computer"),
    errno.ENFILE: phrase("too many files are open on this computer"),
}
_BESIDE = re.compile(r"\.(?P<name>.+)\.\d+\.new")
"""What a file is called while its new text is being written beside it."""


def reason_to_write(error: OSError) -> Phrase:
    """Why something could not be written."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return phrase("this folder may not be written to")
    return _reason(error)


def reason_to_read(error: OSError) -> Phrase:
    """Why something could not be read."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return phrase("you may not read it")
    return _reason(error)


def file_of(error: OSError) -> str:
    """The file a person would know; empty where the system named none."""
    if not isinstance(error.filename, str):
        return ""
    path = Path(error.filename)
    beside = _BESIDE.fullmatch(path.name)
    return str(path.with_name(beside["name"])) if beside else error.filename


def _reason(error: OSError) -> Phrase:
    known = _REASONS.get(error.errno or 0)
    return known or phrase("the system said: {system}", system=error.strerror or type(error).__name__)
