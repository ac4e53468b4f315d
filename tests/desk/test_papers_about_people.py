"""Papers that name people: who is on them, and what they do not say."""

import subprocess
from pathlib import Path

import pytest

from builders.site import desk_in, group_on, workshop_on
from platica.desk import keep_roster, print_workshop, sponsors, take_attendance
from platica.desk.desk import Desk
from platica.domain.awards import Award
from platica.domain.participant import Reads
from platica.domain.printing import EVERYTHING, AboutPeople, Printed, PrintOrder, What
from platica.domain.workshop import Workshop
from platica.errors import Refused

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001"
    "f61738550000000049454e44ae426082"
)
USUAL = AboutPeople()


def made(desk: Desk, folder: Path, workshop: Workshop, what: What, about: AboutPeople = USUAL) -> list[Printed]:
    order = PrintOrder(workshop.id, frozenset({what}), about_people=about, meeting=1 if what is What.SIGN_IN else None)
    return list(print_workshop.make(desk, print_workshop.plan(desk, order), folder))


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


def group_that_came(desk: Desk) -> Workshop:
    """Tomás came to all three sessions, Elena to two, Olga, who reads English, to one, Úrsula to none."""
    workshop = workshop_on(desk)
    group_on(desk, workshop, "Tomás", "Elena")
    keep_roster.add(desk, workshop.id, "Olga", Reads("en"))
    keep_roster.add(desk, workshop.id, "Úrsula")
    for meeting, numbers in zip(desk.records.meetings(workshop.id), ("1-3", "1-2", "1"), strict=True):
        take_attendance.mark_typed(desk, meeting.id, numbers)
        take_attendance.mark_rest_absent(desk, meeting.id)
    return workshop


def awarded(desk: Desk, workshop: Workshop, about: AboutPeople = USUAL) -> list[tuple[Award | None, str]]:
    order = PrintOrder(workshop.id, frozenset({What.CERTIFICATES}), about_people=about)
    return [(row.award, row.language) for row in print_workshop.plan(desk, order).rows]


def test_who_completed_it_and_who_took_part_get_certificates_of_their_own(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = group_that_came(desk)
        completed, took_part = (text_of(one.path) for one in made(desk, tmp_path / "out", workshop, What.CERTIFICATES))
    assert "Tomás" in completed
    assert "Elena" in completed
    assert "al menos a 2 de sus 3 sesiones" in completed
    assert "Olga" not in completed
    assert "Olga" in took_part
    assert "1 session ·" in took_part
    assert "Úrsula" not in completed + took_part


def test_a_leader_may_choose_people_and_give_everybody_the_same(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = group_that_came(desk)
        assert awarded(desk, workshop) == [(Award.COMPLETION, "es"), (Award.PARTICIPATION, "en")]
        assert awarded(desk, workshop, AboutPeople("3")) == [(Award.PARTICIPATION, "en")]
        assert awarded(desk, workshop, AboutPeople("4")) == []
        assert {award for award, _ in awarded(desk, workshop, AboutPeople(same_for_all=True))} == {Award.PARTICIPATION}
        with pytest.raises(Refused, match="9"):
            awarded(desk, workshop, AboutPeople("9"))


def test_who_left_after_completing_it_still_gets_the_certificate(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = group_that_came(desk)
        keep_roster.remove(desk, workshop.id, 1)
        assert awarded(desk, workshop, AboutPeople("1")) == [(Award.COMPLETION, "es")]


def test_discreet_papers_do_not_say_what_the_group_is_about(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = group_that_came(desk)
        papers = made(desk, tmp_path / "a", workshop, What.CERTIFICATES, AboutPeople(discreet=True))
        papers += made(desk, tmp_path / "b", workshop, What.SIGN_IN)
        papers += made(desk, tmp_path / "c", workshop, What.TAGS)
        papers += made(desk, tmp_path / "d", workshop, What.CALL_LIST)
        told = [text_of(one.path).lower() for one in papers]
        open_sheet = text_of(made(desk, tmp_path / "e", workshop, What.SIGN_IN, AboutPeople(titles=True))[0].path)
    assert len(papers) == 5
    assert not any("diabetes" in words or "círculo" in words or workshop.name.lower() in words for words in told)
    assert "un taller de salud" in told[0]
    assert "Caminando juntos con la diabetes" in open_sheet


def test_a_sign_in_sheet_has_empty_lines_under_the_next_numbers_and_numbers_never_change(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = group_that_came(desk)
        before = text_of(made(desk, tmp_path / "a", workshop, What.SIGN_IN)[0].path)
        keep_roster.remove(desk, workshop.id, 2)
        walked_in = keep_roster.add(desk, workshop.id, "Eva")
        after = text_of(made(desk, tmp_path / "b", workshop, What.SIGN_IN)[0].path)
    assert walked_in.number == 5
    assert [line.split()[:2] for line in before.splitlines() if line.split()[:1] == ["3"]] == [["3", "Olga"]]
    assert [line.split()[:2] for line in after.splitlines() if line.split()[:1] == ["3"]] == [["3", "Olga"]]
    assert [line.split() for line in before.splitlines() if line.strip() in ("5", "9")] == [["5"], ["9"]]
    assert [line.split() for line in after.splitlines() if line.strip() in ("2", "6", "10")] == [["6"], ["10"]]


def test_the_call_list_says_whom_to_call_how_and_since_when(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = group_that_came(desk)
        keep_roster.set_contact(desk, workshop.id, 3, "WhatsApp 555 0134")
        told = text_of(made(desk, tmp_path, workshop, What.CALL_LIST)[0].path)
    assert [name for name in ("Olga", "Elena", "Úrsula", "Tomás") if name in told] == ["Olga", "Elena", "Úrsula"]
    assert told.index("Olga") < told.index("Elena") < told.index("Úrsula")
    assert "WhatsApp 555 0134" in told
    assert "Idioma: English" in told


def test_nobody_to_call_makes_no_call_list_and_all_papers_leave_it_out(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana")
        assert print_workshop.plan(desk, PrintOrder(workshop.id, frozenset({What.CALL_LIST}))).rows == ()
    assert What.CALL_LIST not in EVERYTHING


def test_name_tags_fill_their_page_with_empty_ones_and_show_numbers_when_asked(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = group_that_came(desk)
        plain = text_of(made(desk, tmp_path / "a", workshop, What.TAGS)[0].path)
        numbered = made(desk, tmp_path / "b", workshop, What.TAGS, AboutPeople("1,3", numbered_tags=True))[0]
    assert plain.count("Mi nombre") == 4
    assert "3" not in plain
    assert text_of(numbered.path).split() == ["1", "3", "Tomás", "Olga"]


def test_sponsors_stand_on_certificates_with_their_logos(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "fake.png").write_bytes(b"GIF89a")
    with desk_in(tmp_path) as desk:
        workshop = group_that_came(desk)
        sponsors.add(desk, "Biblioteca del Barrio")
        sponsors.add(desk, "Clínica Sol", tmp_path / "logo.png")
        with pytest.raises(Refused, match=r"fake\.png"):
            sponsors.add(desk, "Otra", tmp_path / "fake.png")
        document = made(desk, tmp_path / "a", workshop, What.CERTIFICATES, AboutPeople("1"))[0].path
        sponsors.remove(desk, "biblioteca del barrio")
        names = [one.name for one in desk.settings.sponsors]
    assert "Biblioteca del Barrio" in text_of(document)
    assert b"/Subtype /Image" in document.read_bytes().replace(b"/Subtype/Image", b"/Subtype /Image")
    assert names == ["Clínica Sol"]
