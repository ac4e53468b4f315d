"""`platica workshop`: beginning a workshop, looking at it, moving its dates."""

from typing import TYPE_CHECKING

import click

from platica.cli import workshop_notes
from platica.cli.call import Call, Json
from platica.cli.dates import date_of, time_of
from platica.cli.kinds import NUMBER, ChoiceKind
from platica.cli.listing import Facts, Listing
from platica.cli.parameters import flag, value
from platica.cli.records import MEETING, WORKSHOP, meeting_json, workshop_json
from platica.cli.spoken_click import SpokenGroup, command
from platica.cli.workshop_named import find, find_session, languages_named, meeting_argument, titles, workshop_argument
from platica.cli.workshop_plan import plan_command
from platica.cli.wrong_usage import WrongUsage
from platica.domain.ids import CurriculumId, SessionId
from platica.domain.spoken import FORMS
from platica.domain.workshop import WorkshopForm
from platica.errors import Refused
from platica.phrases import Phrasebook, phrase

if TYPE_CHECKING:
    from platica.desk.desk import Desk
    from platica.domain.workshop import Workshop

_SHOWN = f"{{workshop: {WORKSHOP}, people, sessions: [{MEETING[:-1]}, title, held}}]}}"


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    commands = [
        command(
            book,
            "create",
            _create,
            book.say("Begins a workshop: a curriculum with a group, a place and dates."),
            *_create_options(book),
            keys=_SHOWN,
        ),
        command(
            book,
            "list",
            _list,
            book.say("Lists the workshops."),
            keys=f"[{WORKSHOP[:-1]}, sessions, held, people}}]",
        ),
        command(
            book, "show", _show, book.say("Shows a workshop and its sessions."), workshop_argument(book), keys=_SHOWN
        ),
        plan_command(book),
        workshop_notes.build(book),
        command(
            book,
            "schedule",
            _schedule,
            book.say("Lists the dates of a workshop."),
            workshop_argument(book),
            keys=f"[{MEETING[:-1]}, title, held}}]",
        ),
        command(
            book,
            "reschedule",
            _reschedule,
            book.say("Moves a session to another date or time."),
            workshop_argument(book),
            meeting_argument(book),
            value("--on", book.say("DATE"), book.say("The new date: 2026-12-03, 3 Dec, Thursday.")),
            value("--at", book.say("TIME"), book.say("The new time: 18:00 or 6 pm.")),
            flag("--force", book.say("Moves it although people are marked at it.")),
            keys=MEETING,
        ),
    ]
    return SpokenGroup("workshop", book, commands, help=book.say("Workshops: beginning, planning, dates."))


def _create_options(book: Phrasebook) -> tuple[click.Option, ...]:
    return (
        value("--curriculum", book.say("CURRICULUM"), book.say("What it teaches."), required=True),
        value("--name", book.say("NAME"), book.say("What it is called."), required=True),
        value(
            "--in",
            book.say("LANGUAGES"),
            book.say("The group's language and others printed for those who read them, such as es+en."),
            into="languages",
        ),
        value(
            "--start",
            book.say("DATE"),
            book.say("The first session: 2026-12-03, 3 Dec, Thursday; today when not said."),
        ),
        value("--at", book.say("TIME"), book.say("When sessions begin, 18:00 or 6 pm; 18:00 when not said.")),
        flag("--weekly", book.say("One session a week, as when nothing is said.")),
        value("--weeks", book.say("NUMBER"), book.say("Weeks from one session to the next."), NUMBER),
        value("--minutes", book.say("NUMBER"), book.say("Minutes booked for each session."), NUMBER),
        value(
            "--form",
            "series|open|event",
            book.say("The same people each time, anyone at any session, or one event counted by heads."),
            ChoiceKind(WorkshopForm),
        ),
        value(
            "--session",
            book.say("SESSION"),
            book.say("A session to hold, in order; all when none is named. May be repeated."),
            into="sessions",
            multiple=True,
        ),
        value("--place", book.say("PLACE"), book.say("Where it meets."), default=""),
        value("--leader", book.say("NAME"), book.say("Who leads it. May be repeated."), into="leaders", multiple=True),
    )


def _create(
    call: Call,
    curriculum: str,
    name: str,
    languages: str | None,
    start: str | None,
    at: str | None,
    weekly: bool,
    weeks: int | None,
    minutes: int | None,
    form: str | None,
    sessions: tuple[str, ...],
    place: str,
    leaders: tuple[str, ...],
) -> None:
    from platica.desk import build_workshop

    if weekly and weeks not in (None, 1):
        raise WrongUsage(phrase("--weekly and --weeks {weeks} say two things; give one.", weeks=weeks))
    with call.desk() as desk:
        new = build_workshop.NewWorkshop(
            curriculum=CurriculumId(curriculum),
            name=name,
            languages=languages_named(languages, desk.catalogues.languages()) or (desk.settings.language,),
            start=desk.now().date() if start is None else date_of(desk, "--start", start),
            at=time_of("--at", "18:00" if at is None else at),
            minutes=minutes,
            form=WorkshopForm(form or WorkshopForm.SERIES),
            weeks=weeks or 1,
            sessions=tuple(map(SessionId, sessions)),
            place=place,
            leaders=leaders,
        )
        made = build_workshop.create(desk, new)
    _show(call, made.id)


def _list(call: Call) -> None:
    from platica.desk import today

    with call.desk() as desk:
        found = today.look(desk, call.language).workshops
    data: list[Json] = [
        {
            **workshop_json(line.workshop),
            "sessions": len(line.meetings),
            "held": sum(line.held),
            "people": line.people,
        }
        for line in found
    ]
    book = call.book
    rows = [
        (
            line.workshop.id[:6],
            line.workshop.name,
            book.say("{held} of {all}", held=sum(line.held), all=len(line.meetings)),
            str(line.people),
        )
        for line in found
    ]
    headings = (book.say("Id"), book.say("Workshop"), book.say("Sessions held"), book.say("People"))
    call.give(data, Listing(headings, rows) if rows else book.say("There are no workshops yet."))


def _show(call: Call, workshop: str) -> None:
    from platica.desk import today

    with call.desk() as desk:
        one = find(desk, workshop)
        dates, listing = _dates(call, desk, one)
        people = next(line.people for line in today.look(desk, call.language).workshops if line.workshop.id == one.id)
    book = call.book
    facts = Facts(
        (
            (book.say("Workshop"), f"{one.name} · {one.id[:6]}"),
            (book.say("Form"), book.tell(FORMS[one.form])),
            (book.say("Curriculum"), f"{one.curriculum} {one.curriculum_version}"),
            (book.say("Languages"), ", ".join(one.languages)),
            (book.say("Place"), one.place),
            (book.say("Leaders"), ", ".join(one.leaders)),
            (book.say("Minutes"), str(one.plan.minutes)),
            (book.say("People"), str(people)),
        )
    )
    call.give({"workshop": workshop_json(one), "people": people, "sessions": dates}, facts, "", listing)


def _schedule(call: Call, workshop: str) -> None:
    with call.desk() as desk:
        dates, listing = _dates(call, desk, find(desk, workshop))
    call.give(dates, listing)


def _reschedule(call: Call, workshop: str, meeting: int, on: str | None, at: str | None, force: bool) -> None:
    from platica.desk import schedule_workshop

    if on is None and at is None:
        raise WrongUsage(phrase("Say the new date with --on, the new time with --at, or both."))
    with call.desk() as desk:
        one = find_session(desk, find(desk, workshop), meeting)
        day = None if on is None else date_of(desk, "--on", on)
        clock = None if at is None else time_of("--at", at)
        try:
            changed = schedule_workshop.reschedule(desk, one.id, day, clock, force=force)
        except schedule_workshop.Held as held:
            raise Refused(phrase("{sentence} If its date was wrong, --force moves it.", sentence=held.phrase)) from None
        formats = desk.formats(call.language)
    call.give(
        meeting_json(changed),
        call.book.say(
            "Session {number} is now at {time} on {day}.",
            number=changed.number,
            day=formats.long_day(changed.on),
            time=formats.time(changed.at),
        ),
    )


def _dates(call: Call, desk: "Desk", workshop: "Workshop") -> tuple[list[Json], Listing]:
    """The meetings of a workshop with their titles, and whether somebody was marked at them."""
    from platica.desk import today

    line = next(one for one in today.look(desk, call.language).workshops if one.workshop.id == workshop.id)
    text = titles(desk, workshop, call.language)
    formats, book = desk.formats(call.language), call.book
    data: list[Json] = []
    rows: list[tuple[str, ...]] = []
    for meeting, held in zip(line.meetings, line.held, strict=True):
        found = text.session(meeting.session)
        title = found.title.plain if found else meeting.session
        data.append({**meeting_json(meeting), "title": title, "held": held})
        done = book.say("held") if held else ""
        rows.append((str(meeting.number), title, formats.long_day(meeting.on), formats.time(meeting.at), done))
    headings = (book.say("Number"), book.say("Session"), book.say("Date"), book.say("Time"), book.say("Note"))
    return data, Listing(headings, rows)
