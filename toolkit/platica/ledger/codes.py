"""Codes that are printed, read aloud and typed back: groups of four signs and a check sign.

The signs are 31, a prime number, so that one wrong sign in a group, two that changed places, and groups in another
order are all noticed. Letters that sound alike in Spanish or look like digits are not among them.
"""

import secrets

from platica.errors import Refused
from platica.phrases import phrase

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTWXYZ"
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "V": "B", "U": "W"})
_GROUP = 4
RECOVERY_GROUPS = 8
INVITATION_GROUPS = 4


def new_code(groups: int) -> str:
    """A random code, its groups parted by hyphens; about 20 bits a group."""
    drawn = ("".join(secrets.choice(_SIGNS) for _ in range(_GROUP)) for _ in range(groups))
    return "-".join(group + _check(group, place) for place, group in enumerate(drawn))


def looks_like_code(text: str) -> bool:
    """Whether somebody typed a code, rightly or not: its length, and nothing that no code has."""
    plain = _plain(text)
    return len(plain) in {(_GROUP + 1) * groups for groups in (RECOVERY_GROUPS, INVITATION_GROUPS)} and set(
        plain
    ) <= set(_SIGNS)


def typed_code(text: str) -> str:
    """The signs of a code without the check signs. Raises Refused naming the group that was mistyped."""
    plain, signs = _plain(text), ""
    for place, at in enumerate(range(0, len(plain), _GROUP + 1)):
        group, check = plain[at : at + _GROUP], plain[at + _GROUP : at + _GROUP + 1]
        if set(group) - set(_SIGNS) or _check(group, place) != check:
            raise Refused(phrase("Group {number} of the code is not right. Look at it again.", number=place + 1))
        signs += group
    return signs


def compare(code: str, typed: str) -> None:
    """Raises Refused when what was typed is not the code: naming the first group that differs."""
    wanted, plain = _plain(code), _plain(typed)
    size = _GROUP + 1
    for place, at in enumerate(range(0, min(len(wanted), len(plain)), size)):
        part = plain[at : at + size]
        if wanted[at : at + size] != part and (len(part) == size or not wanted[at:].startswith(part)):
            raise Refused(phrase("Group {number} of the code is not right. Look at it again.", number=place + 1))
    if len(plain) != len(wanted):
        raise Refused(phrase("The code has {count} groups. Type all of them.", count=len(wanted) // size))


def _plain(text: str) -> str:
    return "".join(text.upper().replace("-", "").split()).translate(_ALIKE)


def _check(group: str, place: int) -> str:
    weighed = ((nth + 2) * _SIGNS.index(sign) for nth, sign in enumerate(group))
    return _SIGNS[(sum(weighed) + place) % len(_SIGNS)]
