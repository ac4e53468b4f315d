"""`platica workshop plan`: fitting a workshop to the time there is, one change at a time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from platica.cli.call import Call, Json, Shown
from platica.cli.kinds import NUMBER
from platica.cli.listing import Listing
from platica.cli.parameters import flag, value
from platica.cli.spoken_click import SpokenCommand, command
from platica.cli.workshop_named import find, titles, workshop_argument
from platica.cli.wrong_usage import WrongUsage
from platica.domain.ids import ActivityId, SessionId
from platica.errors import NotFound, Refused
from platica.phrases import Phrasebook, phrase

if TYPE_CHECKING:
    from platica.desk.build_workshop import SessionPlan
    from platica.desk.desk import Desk
    from platica.domain.document import CurriculumText
    from platica.domain.workshop import Workshop

_PLAN = (
    "[{session, booked, planned, over, suggested_drops: [], activities: [{id, minutes, optional}],"
    " left_out: [{id, minutes, optional}]}]"
)


def plan_command(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    activity = book.say("ACTIVITY")
    minutes = book.say("NUMBER")
    return command(
        book,
        "plan",
        _plan,
        book.say("Shows the plan of a workshop against its minutes, or changes it in one way."),
        workshop_argument(book),
        value("--session", book.say("SESSION"), book.say("The session meant, when several have the activity.")),
        value("--drop", activity, book.say("Leaves an activity out. May be repeated."), multiple=True),
        value("--bring-back", activity, book.say("Puts an activity that was left out back.")),
        value(
            "--move",
            book.say("ACTIVITY PLACE"),
            book.say("Moves an activity to a place, counted from 1."),
            (str, NUMBER),
        ),
        value("--give", book.say("ACTIVITY MINUTES"), book.say("Gives an activity other minutes."), (str, NUMBER)),
        flag("--fit", book.say("Leaves out as few optional activities as will do.")),
        value("--minutes", minutes, book.say("Books other minutes for each session."), NUMBER),
        keys=_PLAN,
    )


def _plan(
    call: Call,
    workshop: str,
    session: str | None,
    drop: tuple[str, ...],
    bring_back: str | None,
    move: tuple[str, int] | None,
    give: tuple[str, int] | None,
    fit: bool,
    minutes: int | None,
) -> None:
    from platica.desk import build_workshop

    if sum(bool(change) for change in (drop, bring_back, move, give, fit, minutes)) > 1:
        raise WrongUsage(phrase("Change the plan in one way at a time, so that nothing is left half done."))
    with call.desk() as desk:
        one = find(desk, workshop)
        if drop:
            build_workshop.drop(desk, one.id, _session_of(one, desk, drop, session), *map(ActivityId, drop))
        elif bring_back:
            where = _session_of(one, desk, [bring_back], session)
            build_workshop.bring_back(desk, one.id, where, ActivityId(bring_back))
        elif move:
            where = _session_of(one, desk, [move[0]], session)
            build_workshop.move(desk, one.id, where, ActivityId(move[0]), move[1])
        elif give:
            where = _session_of(one, desk, [give[0]], session)
            build_workshop.give_minutes(desk, one.id, where, ActivityId(give[0]), give[1])
        elif fit:
            meant = [SessionId(session)] if session else [planned.session for planned in one.plan.sessions]
            build_workshop.fit_to_time(desk, one.id, *meant)
        elif minutes:
            build_workshop.book_minutes(desk, one.id, minutes)
        plans = [plan for plan in build_workshop.session_plans(desk, one.id) if session in (None, plan.session.id)]
        text = titles(desk, one, call.language)
    if not plans:
        raise NotFound(phrase("This workshop has no session “{session}”.", session=session))
    call.give([_json(plan) for plan in plans], *(shown for plan in plans for shown in _shown(call.book, plan, text)))


def _session_of(one: "Workshop", desk: "Desk", activities: Sequence[str], named: str | None) -> SessionId:
    """The session meant: the one named, else the only one that has all these activities."""
    from platica.desk import build_workshop

    if named:
        return SessionId(named)
    hits = [
        plan.session.id
        for plan in build_workshop.session_plans(desk, one.id)
        if {activity.id for activity in plan.session.activities} >= set(activities)
    ]
    listed = ", ".join(activities)
    if not hits:
        raise NotFound(phrase("No session of this workshop has the activity “{activity}”.", activity=listed))
    if len(hits) > 1:
        raise Refused(
            phrase(
                "“{activity}” is in the sessions {sessions}; say which with --session.",
                activity=listed,
                sessions=", ".join(hits),
            )
        )
    return hits[0]


def _json(plan: "SessionPlan") -> Json:
    optional = {activity.id: activity.optional for activity in plan.session.activities}
    return {
        "session": plan.session.id,
        "booked": plan.fit.booked,
        "planned": plan.fit.planned,
        "over": plan.fit.over,
        "suggested_drops": [activity.id for activity in plan.drops],
        "activities": [
            {"id": one.id, "minutes": one.minutes, "optional": optional.get(one.id, False)}
            for one in plan.planned.activities
        ],
        "left_out": [{"id": one.id, "minutes": one.minutes, "optional": one.optional} for one in plan.left_out],
    }


def _shown(book: Phrasebook, plan: "SessionPlan", text: "CurriculumText") -> tuple[Shown, ...]:
    session = text.session(plan.session.id)
    said = {activity.id: activity.title.plain for activity in session.activities} if session else {}
    optional = {activity.id for activity in plan.session.activities if activity.optional}
    rows = [
        (str(one.minutes), one.id, said.get(one.id, one.id), book.say("may be left out") if one.id in optional else "")
        for one in plan.planned.activities
    ]
    rows += [(str(one.minutes), one.id, said.get(one.id, one.id), book.say("left out")) for one in plan.left_out]
    title = session.title.plain if session else plan.session.id
    head = book.say(
        "{title} ({session}): {planned} of {booked} minutes",
        title=title,
        session=plan.session.id,
        planned=plan.fit.planned,
        booked=plan.fit.booked,
    )
    lines: list[Shown] = [
        head,
        Listing((book.say("Minutes"), book.say("Activity"), book.say("Title"), book.say("Note")), rows),
    ]
    if plan.fit.over:
        drops = ", ".join(activity.id for activity in plan.drops)
        lines.append(
            book.say("{over} minutes too many. To fit, leave out: {drops}", over=plan.fit.over, drops=drops)
            if drops
            else book.say("{over} minutes too many, and nothing may be left out.", over=plan.fit.over)
        )
    return (*lines, "")
