"""What the system says about a file, in the words of people."""

import errno
import os
from pathlib import Path

import pytest

from platica.domain.system_errors import file_of, reason_to_read, reason_to_write


def refused(number: int, file: str | None = None) -> OSError:
    return OSError(number, os.strerror(number), file)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOENT, "it is not there"),
        (errno.ENOTDIR, "a part of its path is a file, not a folder"),
        (errno.EISDIR, "it is a folder, not a file"),
        (errno.EROFS, "this folder may not be written to"),
        (errno.ENOSPC, "the disk is full"),
        (errno.ENAMETOOLONG, "its name is too long"),
    ],
)
def test_a_reason_is_said_in_words_that_can_be_translated(number: int, words: str) -> None:
    assert str(reason_to_write(refused(number))) == str(reason_to_read(refused(number))) == words


def test_what_may_not_be_read_is_told_from_what_may_not_be_written() -> None:
    assert str(reason_to_write(refused(errno.EACCES))) == "this folder may not be written to"
    assert str(reason_to_read(refused(errno.EACCES))) == "you may not read it"


def test_the_file_named_is_the_one_that_was_asked_for() -> None:
    assert file_of(refused(errno.EIO, "/media/usb/.list.csv.123.new")) == str(Path("/media/usb/list.csv"))
    assert file_of(refused(errno.EIO, "/media/usb/list.csv")) == "/media/usb/list.csv"
    assert file_of(refused(errno.EIO)) == ""
