"""Which tables travel to other devices, and which of them speak of one person."""

SHARED_TABLES = frozenset(
    {
        "leaders",
        "devices",
        "participants",
        "workshops",
        "meetings",
        "enrolments",
        "marks",
        "measures",
        "questions",
        "notes",
        "sheets",
    }
)
"""Tables that travel to other devices; all others stay on this one."""

PERSONAL = frozenset({"participants", "enrolments", "marks", "measures"})
"""Tables that speak of one person: by their key, or by what stands behind the colon in it."""


def person_of(table: str, key: str) -> str | None:
    """Whom a record speaks of, or None when it speaks of no one person."""
    return key.rpartition(":")[2] if table in PERSONAL else None
