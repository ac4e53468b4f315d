"""Random names for records, devices and logs: lower-case letters and digits that are not mistaken for each other."""

import os
from hashlib import sha256

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id(length: int = 16) -> str:
    """A random name of `length` signs, five bits each; safe in file names, addresses and keys."""
    return "".join(_SIGNS[byte & 31] for byte in os.urandom(length))


def name_from(text: str, length: int = 16) -> str:
    """A name that is always the same for the same text, and tells nothing of it."""
    return "".join(_SIGNS[byte & 31] for byte in sha256(text.encode()).digest()[:length])
