"""Files packed into an archive."""

import io
import zipfile

from platica.exchange.zip_file import packed


def test_an_archive_holds_its_files_in_the_order_of_their_names_and_is_the_same_any_day() -> None:
    files = {"b/two.pdf": b"2", "a.txt": "ñ".encode() * 1000}
    whole = packed(files)
    assert packed(dict(reversed(files.items()))) == whole
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.namelist() == ["a.txt", "b/two.pdf"]
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert {one.external_attr >> 16 for one in archive.infolist()} == {0o600}
    assert len(whole) < 1000
