"""Writing a text file so that a reader sees the old or the new one, never half."""

import os
import tempfile
from pathlib import Path


def replace_text(path: Path, text: str) -> None:
    """Writes UTF-8 with `\\n` line ends beside the file, syncs it and puts it in the file's place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
