"""The organizations that certificates thank, and their logos in the site's folder."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from platica.desk.desk import Desk
from platica.desk.settings_before import change_settings
from platica.domain.names import clean_line, folded
from platica.domain.settings import Sponsor
from platica.errors import Refused
from platica.ledger import fs
from platica.phrases import phrase

FOLDER = "logos"
MOST = 6
"""So many stand side by side at the foot of a certificate."""
LARGEST_LOGO = 2 * 1024 * 1024
_LONGEST = 60
_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


def add(desk: Desk, name: str, logo: Path | None = None) -> Sponsor:
    """Names an organization on certificates from now on; one that is named already gets this logo.

    The picture is copied into the site's folder. Raises Refused when the name is empty or too long, there are MOST
    already, or the picture is not a PNG or JPEG file of at most 2 MB.
    """
    called = clean_line(name)
    if not called or len(called) > _LONGEST:
        raise Refused(phrase("The name of an organization has from 1 to {most} characters.", most=_LONGEST))
    others = tuple(one for one in desk.settings.sponsors if folded(one.name) != folded(called))
    if len(others) >= MOST:
        raise Refused(phrase("A certificate has room for {most} organizations; take one away first.", most=MOST))
    sponsor = Sponsor(called, _kept(desk, logo) if logo else None)
    _change(desk, (*others, sponsor))
    return sponsor


def remove(desk: Desk, name: str) -> None:
    """Names an organization no more. Raises Refused when none is called so."""
    others = tuple(one for one in desk.settings.sponsors if folded(one.name) != folded(name))
    if len(others) == len(desk.settings.sponsors):
        raise Refused(phrase("No organization on the certificates is called “{name}”.", name=name))
    _change(desk, others)


def logo_of(desk: Desk, sponsor: Sponsor) -> bytes | None:
    """The picture of an organization; None when it has none or its file is gone."""
    if not sponsor.logo or Path(sponsor.logo).name != sponsor.logo:
        return None
    try:
        return (desk.folder / FOLDER / sponsor.logo).read_bytes()
    except OSError:
        return None


def _change(desk: Desk, sponsors: tuple[Sponsor, ...]) -> None:
    changed = replace(desk.settings, sponsors=sponsors)
    change_settings(desk.site.folder, changed)
    desk.settings = changed


def _kept(desk: Desk, logo: Path) -> str:
    """The name under which the picture lies in the site's folder now."""
    try:
        size = logo.stat().st_size
        picture = logo.read_bytes() if size <= LARGEST_LOGO else b""
    except OSError as error:
        raise Refused(phrase("{file} could not be read: {reason}.", file=str(logo), reason=fs.reason(error))) from error
    kind = next((kind for start, kind in _KINDS.items() if picture.startswith(start)), None)
    if kind is None:
        raise Refused(phrase("{file} is no logo: a PNG or JPEG picture of at most 2 MB is.", file=str(logo)))
    name = f"{sha256(picture).hexdigest()[:16]}.{kind}"
    fs.make_folder(desk.folder / FOLDER)
    fs.replace_durably(desk.folder / FOLDER / name, picture)
    return name
