"""Sites that open with a passphrase."""

from pathlib import Path

from platica.desk import keys
from platica.desk.open_desk import Places, open_desk

WORDS = "casa luna río café"
OTHER = "perro verde nube sal"


def lock(places: Places, passphrase: str = WORDS) -> Places:
    """The site of these places, open until now, with a passphrase."""
    with open_desk(places) as desk:
        keys.add_passphrase(desk, passphrase)
    return places


def add_recovery(places: Places, passphrase: str = WORDS) -> str:
    """A recovery code of a locked site."""
    with open_desk(places, secret=passphrase) as desk:
        code = keys.draw_recovery_code(desk)
        keys.keep_recovery_code(desk, code)
    return code


def bytes_of(folder: Path) -> bytes:
    """Everything that lies in a folder."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
