"""`platica export summary`: the numbers of a group, in counts that give nobody away."""

from platica.cli.call import Call, Json
from platica.cli.listing import Listing
from platica.cli.spoken_click import SpokenCommand, command
from platica.cli.workshop_named import find, workshop_argument
from platica.domain.outcomes import Outcomes
from platica.phrases import Phrasebook

_SUMMARY = "{enrolled, sessions: [{number, on, came}], attendance, kept_on, confidence, faces: []}"


def build(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    return command(
        book,
        "summary",
        _summary,
        book.say("Shows the numbers of a workshop; a count of fewer than 5 people is never shown."),
        workshop_argument(book),
        keys=_SUMMARY,
    )


def _summary(call: Call, workshop: str) -> None:
    from platica.desk import group_outcomes

    with call.desk() as desk:
        found = group_outcomes.outcomes(desk, find(desk, workshop).id)
        percent = None if found.attendance is None else desk.formats(call.language).percent(found.attendance)
    call.give(_json(found), _listing(call.book, found, percent))


def _json(found: Outcomes) -> dict[str, Json]:
    change = found.confidence
    return {
        "enrolled": found.enrolled,
        "sessions": [{"number": one.number, "on": one.on.isoformat(), "came": one.came} for one in found.meetings],
        "attendance": found.attendance,
        "kept_on": found.kept_on,
        "confidence": {"people": change.people, "before": change.before, "after": change.after} if change else None,
        "faces": list(found.faces),
    }


def _listing(book: Phrasebook, found: Outcomes, percent: str | None) -> Listing:
    few = book.say("fewer than 5")

    def shown(count: int | None) -> str:
        return few if count is None else str(count)

    rows = [(book.say("people on the list"), shown(found.enrolled))]
    rows += [(book.say("session {number}", number=one.number), shown(one.came)) for one in found.meetings]
    if percent:
        rows.append((book.say("attendance"), percent))
    if found.kept_on is not None:
        rows.append((book.say("came to two of every three sessions"), str(found.kept_on)))
    if change := found.confidence:
        told = book.say_count(
            "{before} → {after} ({count} person)",
            "{before} → {after} ({count} people)",
            change.people,
            before=round(change.before, 1),
            after=round(change.after, 1),
        )
        rows.append((book.say("confidence, from 0 to 10"), told))
    if found.faces:
        rows.append((book.say("faces, from very bad to very good"), " · ".join(map(shown, found.faces))))
    return Listing((book.say("What"), book.say("How many")), rows)
