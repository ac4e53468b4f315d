"""From a workshop to paper."""

import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from builders.site import CIRCLE, THURSDAY, clock_at, desk_in, group_on, places_in, site_in, workshop_on
from platica.desk import keep_roster, print_workshop, take_attendance
from platica.desk.desk import Desk
from platica.desk.leave_documents import FileNames
from platica.desk.open_desk import open_desk
from platica.domain.curriculum import ReviewRole
from platica.domain.participant import ReadingStyle, Reads
from platica.domain.printing import Printed, PrintOrder, What
from platica.domain.workshop import Workshop, WorkshopForm
from platica.errors import PressError, Refused
from platica.language.reviews import Reviews
from platica.resources import bundled

MIXED = (
    ("Ana", Reads("es")),
    ("Grace", Reads("en")),
    ("Dolores", Reads("es", ReadingStyle.LARGE)),
    ("Luz", Reads("es")),
)


def mixed_group(desk: Desk) -> Workshop:
    workshop = workshop_on(desk)
    for name, reads in MIXED:
        keep_roster.add(desk, workshop.id, name, reads)
    return workshop


def printed(desk: Desk, order: PrintOrder, folder: Path) -> tuple[Printed, ...]:
    return print_workshop.make(desk, print_workshop.plan(desk, order), folder)


def sign_everything(desk: Desk, locales: Path) -> None:
    reviews = Reviews([locales], desk.catalogues)
    for domain in (CIRCLE, "shared"):
        for role in (ReviewRole.CLINICAL, ReviewRole.LANGUAGE):
            reviews.sign(role, domain, "es", desk.library.messages(domain), "A made-up reviewer", THURSDAY.date())
    reviews.sign_version(CIRCLE, desk.library.curriculum(CIRCLE).version, "A made-up council", THURSDAY.date())


def relative(made: tuple[Printed, ...], folder: Path) -> list[Path]:
    return [one.path.relative_to(folder) for one in made]


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


def test_copies_follow_what_people_read(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = mixed_group(desk)
        planned = print_workshop.plan(desk, PrintOrder(workshop.id, frozenset({What.HANDOUTS}), meeting=3))
    plates = Counter({(row.language, row.large): row.copies for row in planned.rows if row.handout == "plate"})
    assert plates == {("es", False): 2, ("es", True): 1, ("en", False): 1}


def test_with_one_language_asked_for_everybody_gets_it(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = mixed_group(desk)
        order = PrintOrder(workshop.id, frozenset({What.HANDOUTS}), meeting=3, languages=("es",))
        rows = [row for row in print_workshop.plan(desk, order).rows if row.handout == "plate"]
    assert {(row.language, row.large): row.copies for row in rows} == {("es", False): 3, ("es", True): 1}


def test_one_poster_is_enough_for_the_wall(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = mixed_group(desk)
        rows = print_workshop.plan(desk, PrintOrder(workshop.id, frozenset({What.FORMS}), meeting=1)).rows
    assert [row.copies for row in rows if row.handout == "shared/agreements"] == [1]


def test_a_sheet_for_those_who_lead_has_a_copy_for_each_of_them(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = mixed_group(desk)
        desk.records.save(replace(workshop, leaders=("Rosa Medina", "Luis Paz")))
        rows = print_workshop.plan(desk, PrintOrder(workshop.id, frozenset({What.FORMS}), meeting=1)).rows
    assert [(row.language, row.copies) for row in rows if row.handout == "shared/incident-note"] == [("es", 2)]


def test_an_event_has_no_sign_in_sheet(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        event = workshop_on(desk, form=WorkshopForm.EVENT)
        assert print_workshop.plan(desk, PrintOrder(event.id, frozenset({What.SIGN_IN}))).rows == ()


def test_a_meeting_that_is_not_there_is_refused_with_how_many_there_are(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        with pytest.raises(Refused, match="no session 9; it has 3"):
            print_workshop.plan(desk, PrintOrder(workshop.id, frozenset(What), meeting=9))


def test_a_final_is_refused_while_reviews_are_pending_and_nothing_is_written(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        with pytest.raises(Refused, match="clinical"):
            printed(desk, PrintOrder(workshop.id, frozenset({What.GUIDE}), final=True), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_blank_local_numbers_of_mexico_are_reported_before_printing(tmp_path: Path) -> None:
    with desk_in(tmp_path, region="MX") as desk:
        planned = print_workshop.plan(desk, PrintOrder(workshop_on(desk).id, frozenset({What.FORMS})))
    assert "emergency_number" in {slot.key for slot in planned.blanks}


def test_a_sign_in_sheet_keeps_its_code_until_somebody_joins(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = mixed_group(desk)
        order = PrintOrder(workshop.id, frozenset({What.SIGN_IN}), meeting=1)
        first = printed(desk, order, tmp_path / "a")[0].path
        second = printed(desk, order, tmp_path / "b")[0].path
        keep_roster.add(desk, workshop.id, "Eva")
        third = printed(desk, order, tmp_path / "c")[0].path
        codes = {sheet.code for sheet in desk.records.sheets(desk.records.meetings(workshop.id)[0].id)}
    assert first.read_bytes() == second.read_bytes()
    assert third.read_bytes() != second.read_bytes()
    assert len(codes) == 2
    assert any(code in text_of(third) for code in codes)


def test_the_same_site_prints_the_same_bytes_on_another_day(tmp_path: Path) -> None:
    order_of = {What.GUIDE, What.HANDOUTS, What.SIGN_IN, What.CERTIFICATES, What.BINDER}
    with desk_in(tmp_path) as desk:
        workshop = mixed_group(desk)
        for meeting in desk.records.meetings(workshop.id):
            take_attendance.mark_typed(desk, meeting.id, "1-3")
        order = PrintOrder(workshop.id, frozenset(order_of), meeting=1)
        today = printed(desk, order, tmp_path / "today")
    later = THURSDAY + timedelta(days=40)
    places = places_in(tmp_path)
    fresh = type(places)(places.site, None, tmp_path / "another-cache")
    with open_desk(fresh, now=clock_at(later)) as desk:
        another_day = printed(desk, order, tmp_path / "later")
    assert relative(today, tmp_path / "today") == relative(another_day, tmp_path / "later")
    assert all(a.path.read_bytes() == b.path.read_bytes() for a, b in zip(today, another_day, strict=True))


def test_no_name_stays_in_the_cache_or_in_a_file_name(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Zacarías Quetzal")
        first, *others = desk.records.meetings(workshop.id)
        take_attendance.mark_typed(desk, first.id, "1")
        for meeting in others:
            take_attendance.mark_rest_absent(desk, meeting.id)
        named = frozenset({What.SIGN_IN, What.CERTIFICATES, What.TAGS, What.CALL_LIST})
        made = printed(desk, PrintOrder(workshop.id, named | {What.FORMS}, meeting=3), tmp_path / "out")
    assert {one.row.what for one in made if "Quetzal" in text_of(one.path)} == named
    assert not any("quetzal" in one.path.name.lower() for one in made)
    left = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    documents = [content[at:] for content in map(Path.read_bytes, left) if (at := content.find(b"%PDF")) >= 0]
    assert documents
    for place, document in enumerate(documents):
        (tmp_path / f"{place}.pdf").write_bytes(document)
        assert "Quetzal" not in text_of(tmp_path / f"{place}.pdf")
    assert not any(b"Quetzal" in path.read_bytes() for path in left)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with desk_in(tmp_path) as desk:
        workshop = mixed_group(desk)
        with pytest.raises(PressError, match="file"):
            printed(desk, PrintOrder(workshop.id, frozenset({What.SIGN_IN}), meeting=1), tmp_path / "file")


def test_no_two_documents_of_a_job_share_a_name(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = mixed_group(desk)
        names = FileNames(desk.book())
        rows = print_workshop.plan(desk, PrintOrder(workshop.id, frozenset(What))).rows
        given = [names.of(row) for row in rows]
    assert len(set(given)) == len(rows)


def test_a_final_is_allowed_once_every_required_role_has_signed_these_words(tmp_path: Path) -> None:
    working_copy = tmp_path / "copy"
    places = replace(site_in(tmp_path), content=working_copy)
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        workshop = mixed_group(desk)
        order = PrintOrder(workshop.id, frozenset({What.SIGN_IN}), meeting=1, final=True)
        with pytest.raises(Refused, match="clinical"):
            printed(desk, order, tmp_path / "out")
        sign_everything(desk, working_copy / "locales")
        assert print_workshop.plan(desk, order).pending == ()
        assert printed(desk, order, tmp_path / "out")[0].path.is_file()


def test_a_damaged_sheet_that_a_group_does_not_use_stops_none_of_its_papers(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(bundled().curricula, copy / "curricula")
    (copy / "curricula" / "shared" / "handouts" / "broken.md").write_text("---\ntitle: [x\n---\n::: nope\n")
    places = site_in(tmp_path)
    with open_desk(replace(places, content=copy)) as desk:
        workshop = workshop_on(desk)
        plan = print_workshop.plan(desk, PrintOrder(workshop.id, frozenset({What.FORMS}), meeting=1))
        assert {ReviewRole.CLINICAL, ReviewRole.LANGUAGE} <= set(plan.pending)
