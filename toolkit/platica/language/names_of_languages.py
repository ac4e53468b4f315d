"""What languages call themselves, for those CLDR does not know."""

OWN_NAMES = {
    "mam": "Mam",
    "quc": "K’iche’",
    "kek": "Q’eqchi’",
    "cak": "Kaqchikel",
    "mix": "Tu’un Savi",
    "nah": "Nāhuatl",
    "myn": "Maya",
    "zap": "Diidxazá",
    "trq": "Triqui",
    "ht": "Kreyòl ayisyen",
}
FORMATS_FROM = {"mam": "es", "quc": "es", "kek": "es", "cak": "es", "mix": "es", "nah": "es", "myn": "es", "zap": "es",
                "trq": "es", "ht": "fr"}  # fmt: skip
"""Whose dates and numbers to borrow where CLDR has none."""
