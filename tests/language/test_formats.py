from datetime import date, datetime, time, timedelta

import pytest

from platica.domain.paper import Paper
from platica.language.formats import Formats, paper_of

_DAY = date(2026, 11, 19)
_NOW = datetime.combine(_DAY, time(16))


@pytest.mark.parametrize(
    ("language", "region", "locale", "long_date", "day", "clock", "number"),
    [
        ("es", "US", "es_US", "19 de noviembre de 2026", "jueves 19 nov", "6:00 p. m.", "12,345.5"),
        ("es", "MX", "es_MX", "19 de noviembre de 2026", "jueves 19 nov", "6:00 p. m.", "12,345.5"),
        ("es", "PR", "es_PR", "19 de noviembre de 2026", "jueves 19 nov", "6:00 p. m.", "12,345.5"),
        ("es", "ES", "es_ES", "19 de noviembre de 2026", "jueves 19 nov", "18:00", "12.345,5"),
        ("es", "", "es_419", "19 de noviembre de 2026", "jueves 19 nov", "6:00 p. m.", "12,345.5"),
        ("en", "US", "en_US", "November 19, 2026", "Thursday, Nov 19", "6:00 PM", "12,345.5"),
        ("en", "", "en_US", "November 19, 2026", "Thursday, Nov 19", "6:00 PM", "12,345.5"),
        ("es-MX", "", "es_MX", "19 de noviembre de 2026", "jueves 19 nov", "6:00 p. m.", "12,345.5"),
        ("mam", "GT", "es_GT", "19 de noviembre de 2026", "jueves 19 nov", "6:00 p. m.", "12,345.5"),
    ],
)
def test_a_language_in_a_region(
    language: str, region: str, locale: str, long_date: str, day: str, clock: str, number: str
) -> None:
    formats = Formats(language, region)
    assert formats.locale == locale
    assert formats.long_date(_DAY) == long_date
    assert formats.day(_DAY) == day
    assert formats.time(time(18)) == clock
    assert formats.number(12345.5) == number


def test_thousands_are_marked_only_where_a_mark_cannot_be_misread() -> None:
    assert [Formats("es", "US").number(number) for number in (1500, 9999, 10000)] == ["1500", "9999", "10,000"]


def test_percent_is_of_one() -> None:
    assert (Formats("es", "US").percent(0.7), Formats("es", "ES").percent(0.7)) == ("70%", "70 %")


@pytest.mark.parametrize(
    ("items", "written"),
    [
        ((), ""),
        (("pan",), "pan"),
        (("pan", "agua"), "pan y agua"),
        (("pan", "leche", "huevos"), "pan, leche y huevos"),
        (("agua", "iglesia"), "agua e iglesia"),
        (("aguja", "hilo"), "aguja e hilo"),
        (("Ana", "Inés", "Íñigo"), "Ana, Inés e Íñigo"),
        (("agua", "hielo"), "agua y hielo"),
        (("agua", "hierbas"), "agua y hierbas"),
        (("calcio", "yodo"), "calcio y yodo"),
        (("sal", "iones"), "sal y iones"),
    ],
)
def test_y_becomes_e_before_the_sound_of_i(items: tuple[str, ...], written: str) -> None:
    assert Formats("es", "US").listing(items) == written


@pytest.mark.parametrize(
    ("items", "written"),
    [
        (("siete", "ocho"), "siete u ocho"),
        (("mujer", "hombre"), "mujer u hombre"),
        (("7", "8"), "7 u 8"),
        (("10", "11"), "10 u 11"),
        (("1", "2"), "1 o 2"),
        (("té", "café"), "té o café"),
    ],
)
def test_o_becomes_u_before_the_sound_of_o(items: tuple[str, ...], written: str) -> None:
    assert Formats("es", "US").choice(items) == written


def test_english_lists_stay_as_english() -> None:
    assert Formats("en", "US").listing(("ice", "igloo")) == "ice and igloo"


@pytest.mark.parametrize(
    ("minutes", "spanish", "english"),
    [
        (0, "ahora", "now"),
        (1, "en 1 minuto", "in 1 minute"),
        (60, "en 1 hora", "in 1 hour"),
        (90, "en 90 minutos", "in 90 minutes"),
        (125, "en 2 horas", "in 2 hours"),
        (179, "en 2 horas", "in 2 hours"),
        (24 * 60, "en 1 día", "in 1 day"),
        (33 * 60, "en 2 días", "in 2 days"),
        (14 * 24 * 60, "en 14 días", "in 14 days"),
        (-9 * 24 * 60, "hace 9 días", "9 days ago"),
        (-120, "hace 2 horas", "2 hours ago"),
    ],
)
def test_how_long_until(minutes: int, spanish: str, english: str) -> None:
    then = _NOW + timedelta(minutes=minutes)
    assert Formats("es", "US").until(_NOW, then) == spanish
    assert Formats("en", "US").until(_NOW, then) == english


@pytest.mark.parametrize(
    ("tag", "name"), [("es", "Español"), ("en", "English"), ("mam", "Mam"), ("es-MX", "Español (México)"), ("xx", "xx")]
)
def test_a_language_is_called_what_it_calls_itself(tag: str, name: str) -> None:
    assert Formats("en", "US").languages_name(tag).lower() == name.lower()


@pytest.mark.parametrize("region", ["US", "es", "MX", "PR"])
def test_no_format_holds_a_space_that_fonts_may_lack(region: str) -> None:
    formats = Formats("es", region)
    written = formats.time(time(6, 30)) + formats.percent(0.5) + formats.number(1e6) + formats.long_day(_DAY)
    assert not set(written) & set("\u00a0\u202f\u2009")


def test_paper_follows_the_region() -> None:
    assert [paper_of(region) for region in ("US", "mx", "PR", "ES", "AR", "")] == [
        *[Paper.LETTER] * 3,
        *[Paper.A4] * 3,
    ]


def test_a_sentence_names_a_language_in_its_own_words() -> None:
    assert Formats("es", "US").language_in_a_sentence("en") == "inglés"
    assert Formats("en", "US").language_in_a_sentence("es") == "Spanish"
    assert Formats("es", "MX").language_in_a_sentence("quc") == "quiché"
    assert Formats("es", "MX").language_in_a_sentence("zz") == "Zz"


def test_a_country_is_called_what_the_language_calls_it() -> None:
    assert Formats("es", "US").country_name("US", "United States") == "Estados Unidos"
    assert Formats("en", "US").country_name("MX", "México") == "Mexico"
    assert Formats("es", "MX").country_name("XX", "Comarca") == "Comarca"
