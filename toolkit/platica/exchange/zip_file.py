"""Files packed into one ZIP archive, the same bytes for the same files on any day."""

import io
import zipfile
from collections.abc import Mapping

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_OWNER_ONLY = 0o600 << 16


def packed(files: Mapping[str, bytes]) -> bytes:
    """The archive of these files by their paths, in the order of their names."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _OWNER_ONLY
            archive.writestr(entry, files[name])
    return whole.getvalue()
