"""Which tables travel to other devices, and which of them hold what can be erased for good."""

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

PASSING = frozenset({"questions"})
"""Tables whose records are erased once they have been dealt with, each by itself."""

UNSIGNED = frozenset({"questions"})
"""Tables of which nobody is to know who wrote in them: their changes name no leader."""


def subject_of(table: str, key: str) -> str | None:
    """What an erasing of this record is about: a person, or a question; None for what cannot be erased."""
    if table in PASSING:
        return key
    return key.rpartition(":")[2] if table in PERSONAL else None


def erasing_table(table: str) -> str:
    """The table under which it is recorded that a record of this one was erased."""
    return table if table in PASSING else "participants"
