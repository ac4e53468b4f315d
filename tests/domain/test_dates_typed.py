"""Dates and times as people type them."""

from datetime import date, time

import pytest

from platica.domain.dates_typed import date_from, time_from
from platica.errors import Refused

THURSDAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("typed", "region", "meant"),
    [
        ("2026-12-03", "US", date(2026, 12, 3)),
        (" 2026/12/3 ", "MX", date(2026, 12, 3)),
        ("3/12/2026", "MX", date(2026, 12, 3)),
        ("12/3/2026", "US", date(2026, 12, 3)),
        ("3.12.26", "MX", date(2026, 12, 3)),
        ("13/12/2026", "US", date(2026, 12, 13)),
        ("12/13/2026", "MX", date(2026, 12, 13)),
        ("3-12", "MX", date(2026, 12, 3)),
        ("3 dic", "US", date(2026, 12, 3)),
        ("3 de diciembre", "US", date(2026, 12, 3)),
        ("3 de diciembre de 2027", "US", date(2027, 12, 3)),
        ("Dec 3", "MX", date(2026, 12, 3)),
        ("December 3rd, 2027", "MX", date(2027, 12, 3)),
        ("1.º de marzo", "US", date(2027, 3, 1)),
        ("5 mar", "US", date(2027, 3, 5)),
        ("19 nov", "US", THURSDAY),
        ("29 feb", "US", date(2028, 2, 29)),
        ("hoy", "US", THURSDAY),
        ("Mañana", "US", date(2026, 11, 20)),
        ("tomorrow", "US", date(2026, 11, 20)),
        ("pasado mañana", "US", date(2026, 11, 21)),
        ("miércoles", "US", date(2026, 11, 25)),
        ("el jueves", "US", date(2026, 11, 26)),
        ("next Fri", "US", date(2026, 11, 20)),
        ("jueves 3 de diciembre", "US", date(2026, 12, 3)),
        ("Thu 12/3/2026", "US", date(2026, 12, 3)),
    ],
)
def test_a_date_is_understood(typed: str, region: str, meant: date) -> None:
    assert date_from(typed, THURSDAY, region) == meant


@pytest.mark.parametrize(
    "typed", ["", "soon", "31/2/2026", "2026-13-01", "32 dic", "3", "de", "20261203", "lunes martes"]
)
def test_what_is_no_date_is_refused_with_what_would_be_right(typed: str) -> None:
    with pytest.raises(Refused, match=r"is not a date\. Write 2026-12-03, 3/12/2026 or 3 Dec\."):
        date_from(typed, THURSDAY, "MX")


def test_a_weekday_that_is_not_the_date_s_own_is_refused() -> None:
    with pytest.raises(Refused, match="another day of the week"):
        date_from("lunes 3 de diciembre", THURSDAY, "US")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("18:00", time(18)),
        ("9:05", time(9, 5)),
        ("18.30", time(18, 30)),
        ("18h", time(18)),
        ("18 h 30", time(18, 30)),
        ("18", time(18)),
        ("6 pm", time(18)),
        ("6PM", time(18)),
        ("6:00 p. m.", time(18)),
        ("6:30 p.m.", time(18, 30)),
        ("6 a.\N{NO-BREAK SPACE}m.", time(6)),
        ("12 pm", time(12)),
        ("12 am", time(0)),
        ("a las 6 de la tarde", time(18)),
        ("10 de la mañana", time(10)),
        ("noon", time(12)),
    ],
)
def test_a_time_is_understood(typed: str, meant: time) -> None:
    assert time_from(typed) == meant


@pytest.mark.parametrize("typed", ["", "25:00", "18:75", "later", "13 am", "6:5", "1800"])
def test_what_is_no_time_is_refused_with_what_would_be_right(typed: str) -> None:
    with pytest.raises(Refused, match=r"is not a time\. Write 18:00 or 6 pm\."):
        time_from(typed)


def test_an_hour_that_may_be_morning_or_evening_is_not_guessed() -> None:
    with pytest.raises(Refused, match="may be morning or evening"):
        time_from("6")
