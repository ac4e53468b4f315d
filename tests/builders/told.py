"""Every kind of change, and what it is told as in English and in Spanish."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from builders.site import desk_in, group_on, workshop_on
from platica.desk import (
    build_workshop,
    computers,
    erase_person,
    keep_roster,
    leaders,
    question_box,
    schedule_workshop,
    take_attendance,
)
from platica.desk.desk import Desk
from platica.desk.tell_steps import tell
from platica.domain.attendance import Presence, Way
from platica.domain.history import Step
from platica.domain.ids import CommitId
from platica.domain.participant import Consent, ReadingStyle, Reads
from platica.domain.sheet import Sheet
from platica.domain.workshop import Meeting, Workshop
from platica.errors import NotFound


def circle(desk: Desk) -> Workshop:
    """The only workshop."""
    (workshop,) = desk.records.workshops()
    return workshop


def meeting(desk: Desk, number: int = 3) -> Meeting:
    return schedule_workshop.find_meeting(desk, circle(desk).id, number)


def mark(desk: Desk, presence: Presence, way: Way = Way.IN_PERSON) -> None:
    take_attendance.mark_numbers(desk, meeting(desk).id, "1", presence, way)


def said(desk: Desk, do: Callable[[], object], language: str) -> list[str]:
    """What an action is told as, change by change."""
    seen = {step.commit for step in every_step(desk)}
    do()
    book = desk.book(language)
    fresh = [step for step in every_step(desk) if step.commit not in seen]
    return [book.tell(one.sentence) for one in tell(desk, fresh, language)]


def every_step(desk: Desk) -> list[Step]:
    """All steps of this computer that were not erased whole, the oldest first."""
    found: list[Step] = []
    for number in range(1, int(newest(desk).partition("-")[2]) + 1):
        with suppress(NotFound):
            found += desk.records.steps(CommitId(f"{newest(desk).partition('-')[0]}-{number}"))
    return found


def newest(desk: Desk) -> CommitId:
    """The last step of the only computer."""
    (log,) = (desk.site.folder / "logs").glob("*.log")
    return CommitId(f"{log.stem.partition('-')[2]}-{len(log.read_bytes().splitlines())}")


def _online(desk: Desk) -> None:
    mark(desk, Presence.PRESENT, Way.ONLINE)


def _plan(desk: Desk) -> None:
    planned = circle(desk).plan.sessions[0]
    build_workshop.drop(desk, circle(desk).id, planned.session, planned.activities[1].id)


def _place(desk: Desk) -> None:
    build_workshop.describe(desk, circle(desk).id, place="Patio", leaders=("Rosa", "Ana"))


def _rename_workshop(desk: Desk) -> None:
    build_workshop.describe(desk, circle(desk).id, name="Paso a paso")


def _move(desk: Desk) -> None:
    schedule_workshop.reschedule(desk, meeting(desk).id, date(2026, 11, 20))


def _move_to_another_hour(desk: Desk) -> None:
    schedule_workshop.reschedule(desk, meeting(desk).id, at=time(10, 30))


def _consent(desk: Desk) -> None:
    who = keep_roster.entry(desk, circle(desk).id, 1).participant
    desk.records.save(replace(who, consent=Consent(date(2026, 11, 5), "1")))


def _sheet(desk: Desk) -> None:
    desk.records.save(Sheet("KAT-3-P", meeting(desk).id, date(2026, 11, 19), ()))


def _join(desk: Desk) -> None:
    one, other = (keep_roster.entry(desk, circle(desk).id, number).participant.id for number in (1, 2))
    desk.records.settling.join(one, other)


def _undo(desk: Desk) -> None:
    desk.records.undo(newest(desk))


def _correct(desk: Desk) -> None:
    keep_roster.correct(desk, circle(desk).id, 1, "Ana", Reads("en", ReadingStyle.LARGE), "555-0100")


def _leave(desk: Desk) -> None:
    mark(desk, Presence.PRESENT)
    keep_roster.remove(desk, circle(desk).id, 1)


def _pin(desk: Desk) -> None:
    leaders.set_pin(desk, leaders.everybody(desk)[0].id, "2468")


def _nothing(_: Desk) -> None:
    return None


HERE_EN, HERE_ES = "session 3 of Caminando juntos", "sesión 3 de Caminando juntos"
CASES: dict[str, tuple[Callable[[Desk], object], Callable[[Desk], object], list[str], list[str]]] = {
    "a first mark": (
        _nothing,
        lambda desk: mark(desk, Presence.PRESENT),
        [f"Ana Beltrán: present, {HERE_EN}"],
        [f"Ana Beltrán: presente, {HERE_ES}"],
    ),
    "another mark": (
        lambda desk: mark(desk, Presence.PRESENT),
        lambda desk: mark(desk, Presence.ABSENT),
        [f"Ana Beltrán: present → absent, {HERE_EN}"],
        [f"Ana Beltrán: presente → ausente, {HERE_ES}"],
    ),
    "another way": (
        lambda desk: mark(desk, Presence.PRESENT),
        _online,
        [f"Ana Beltrán: in person → online, {HERE_EN}"],
        [f"Ana Beltrán: en persona → en línea, {HERE_ES}"],
    ),
    "another mark and way": (
        _online,
        lambda desk: mark(desk, Presence.ABSENT),
        [f"Ana Beltrán: online → absent, {HERE_EN}"],
        [f"Ana Beltrán: en línea → ausente, {HERE_ES}"],
    ),
    "a mark taken back": (
        lambda desk: mark(desk, Presence.PRESENT),
        _undo,
        [f"taken back: Ana Beltrán: present → no mark, {HERE_EN}"],
        [f"deshecho: Ana Beltrán: presente → sin marca, {HERE_ES}"],
    ),
    "a person": (
        _nothing,
        lambda desk: keep_roster.add(desk, circle(desk).id, "Luz", Reads("es", ReadingStyle.PICTURES), "555"),
        ["Luz was added; reads Spanish, pictures; telephone 555", "Luz joined Caminando juntos with number 3"],
        ["Se agregó a Luz; lee español, con dibujos; teléfono 555", "Luz entró en Caminando juntos con el número 3"],
    ),
    "a name": (
        _nothing,
        lambda desk: keep_roster.rename(desk, circle(desk).id, 1, "Ana María"),
        ["Ana Beltrán is now called Ana María"],
        ["Ana Beltrán ahora se llama Ana María"],
    ),
    "all of a person": (
        _nothing,
        _correct,
        [
            "Ana Beltrán is now called Ana; reads Spanish, normal print → English, large print; telephone 555-0100",
        ],
        ["Ana Beltrán ahora se llama Ana; lee español, letra normal → inglés, letra grande; teléfono 555-0100"],
    ),
    "reading alone": (
        _nothing,
        lambda desk: keep_roster.set_reads(desk, circle(desk).id, 1, Reads("en")),
        ["Ana Beltrán: reads Spanish → English"],
        ["Ana Beltrán: lee español → inglés"],
    ),
    "a telephone taken away": (
        lambda desk: keep_roster.set_contact(desk, circle(desk).id, 1, "555"),
        lambda desk: keep_roster.set_contact(desk, circle(desk).id, 1, ""),
        ["Ana Beltrán: telephone 555 → (empty)"],
        ["Ana Beltrán: teléfono 555 → (vacío)"],
    ),
    "consent": (
        _nothing,
        _consent,
        ["Ana Beltrán: consent Thursday, Nov 5"],
        ["Ana Beltrán: consentimiento jueves 5 nov"],
    ),
    "somebody who leaves": (
        lambda desk: mark(desk, Presence.PRESENT),
        lambda desk: keep_roster.remove(desk, circle(desk).id, 1),
        ["Ana Beltrán left Caminando juntos"],
        ["Ana Beltrán dejó Caminando juntos"],
    ),
    "somebody who comes back": (
        _leave,
        lambda desk: keep_roster.bring_back(desk, circle(desk).id, 1),
        ["Ana Beltrán came back to Caminando juntos"],
        ["Ana Beltrán volvió a Caminando juntos"],
    ),
    "somebody added by mistake": (
        _nothing,
        lambda desk: keep_roster.remove(desk, circle(desk).id, 2),
        [
            "Olga [/] was taken off the roster of Caminando juntos",
            "Olga [/] was taken off the list of people",
        ],
        ["Olga [/] se quitó del grupo de Caminando juntos", "Olga [/] se quitó de la lista de personas"],
    ),
    "two who are one": (
        _nothing,
        _join,
        ["Olga [/] and Ana Beltrán are the same person"],
        ["Olga [/] y Ana Beltrán son la misma persona"],
    ),
    "somebody erased": (
        lambda desk: mark(desk, Presence.PRESENT),
        lambda desk: erase_person.erase(desk, keep_roster.entry(desk, circle(desk).id, 1).participant.id),
        ["A person was erased"],
        ["Se borraron los datos de una persona"],
    ),
    "a session moved to another day": (
        _nothing,
        _move,
        ["Session 3 of Caminando juntos: moved from Thursday, Nov 19 to Friday, Nov 20"],
        ["Sesión 3 de Caminando juntos: pasó de jueves 19 nov a viernes 20 nov"],
    ),
    "a session moved to another hour": (
        _nothing,
        _move_to_another_hour,
        ["Session 3 of Caminando juntos: moved from 6:00 PM to 10:30 AM"],
        ["Sesión 3 de Caminando juntos: pasó de 6:00 p. m. a 10:30 a. m."],
    ),
    "a place and who leads": (
        _nothing,
        _place,
        ["Caminando juntos: place Salón B → Patio; led by Rosa Medina → Rosa and Ana"],
        ["Caminando juntos: lugar Salón B → Patio; a cargo de Rosa Medina → Rosa y Ana"],
    ),
    "a workshop's name": (
        _nothing,
        _rename_workshop,
        ["Caminando juntos is now called Paso a paso"],
        ["Caminando juntos ahora se llama Paso a paso"],
    ),
    "a plan": (
        _nothing,
        _plan,
        ["Caminando juntos: “Our circle, our rules” with fewer activities"],
        ["Caminando juntos: «Nuestro círculo, nuestros acuerdos» con menos actividades"],
    ),
    "a sheet": (
        _nothing,
        _sheet,
        [f"The sign-in sheet KAT-3-P was printed for {HERE_EN}"],
        ["Se imprimió la hoja de asistencia KAT-3-P para la sesión 3 de Caminando juntos"],
    ),
    "a computer": (
        lambda desk: computers.rename(desk, "Laptop azul"),
        lambda desk: computers.rename(desk, "Laptop roja"),
        ["The computer Laptop azul is now called Laptop roja"],
        ["La computadora Laptop azul ahora se llama Laptop roja"],
    ),
    "a leader": (
        _nothing,
        lambda desk: leaders.add(desk, "Rosa"),
        ["Rosa was added to those who lead"],
        ["Rosa se agregó a quienes facilitan"],
    ),
    "a PIN": (
        lambda desk: leaders.add(desk, "Rosa"),
        _pin,
        ["Rosa: has a new PIN"],
        ["Rosa: tiene un PIN nuevo"],
    ),
    "a question": (
        _nothing,
        lambda desk: question_box.add(desk, circle(desk).id, "¿Duele la aguja?"),
        ["A question was put into the box"],
        ["Se puso una pregunta en el buzón"],
    ),
}


def ready(folder: Path) -> Desk:
    desk = desk_in(folder)
    computers.rename(desk, "Laptop azul")
    group_on(desk, workshop_on(desk), "Ana Beltrán", "Olga [/]")
    return desk
