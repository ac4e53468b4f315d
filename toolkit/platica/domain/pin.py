"""A PIN says who is at the keyboard, so that a slip is not taken for another's; it guards no record.

What is kept is a salted scrypt hash (RFC 7914): `scrypt$14$8$1$SALT$HASH`, the first number the logarithm of N.
"""

import secrets
from base64 import b64decode, b64encode
from hashlib import scrypt
from hmac import compare_digest

from platica.errors import Refused
from platica.phrases import phrase

LEAST, MOST = 4, 8
_LOG_N, _R, _P = 14, 8, 1
_HIGHEST_LOG_N = 17
_SALT = 16
_LENGTH = 32


def hashed(pin: str) -> str:
    """What is kept of a PIN. Raises Refused when it is not four to eight digits."""
    digits = pin.strip()
    if not (digits.isascii() and digits.isdecimal() and LEAST <= len(digits) <= MOST):
        raise Refused(phrase("A PIN has {least} to {most} digits.", least=LEAST, most=MOST))
    salt = secrets.token_bytes(_SALT)
    made = _made(digits, salt, _LOG_N, _R, _P, _LENGTH)
    return "$".join(["scrypt", str(_LOG_N), str(_R), str(_P), b64encode(salt).decode(), b64encode(made).decode()])


def fits(pin: str, kept: str) -> bool:
    """Whether this is the PIN of which that is kept; nothing fits what cannot be understood."""
    try:
        kind, log_n, r, p, salt, expected = kept.split("$")
        cost = int(log_n), int(r), int(p)
        known = b64decode(expected, validate=True)
        if kind != "scrypt" or not (0 < cost[0] <= _HIGHEST_LOG_N and 0 < cost[1] <= _R and 0 < cost[2] <= 4):
            return False
        return compare_digest(_made(pin.strip(), b64decode(salt, validate=True), *cost, len(known)), known)
    except ValueError:
        return False


def _made(digits: str, salt: bytes, log_n: int, r: int, p: int, length: int) -> bytes:
    memory = 2 * 128 * r * (p + (1 << log_n))
    return scrypt(digits.encode(), salt=salt, n=1 << log_n, r=r, p=p, maxmem=memory, dklen=length)
