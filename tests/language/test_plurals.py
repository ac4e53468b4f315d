import pytest
from babel import Locale

from builders.language import THREE_FORMS
from platica.errors import ContentError
from platica.language.plurals import HEADERS, header_for, rule

_CATEGORIES = {
    "es": {"one": 0, "many": 1, "other": 1},
    "en": {"one": 0, "other": 1},
    "fr": {"one": 0, "many": 1, "other": 1},
    "zh": {"other": 0},
    "vi": {"other": 0},
    "ru": {"one": 0, "few": 1, "many": 2, "other": 2},
    "ar": {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 4, "other": 5},
}


@pytest.mark.parametrize("language", sorted(_CATEGORIES))
def test_the_header_of_a_language_agrees_with_cldr(language: str) -> None:
    ours = rule(header_for(language))
    category = Locale.parse(language).plural_form
    assert [ours.index(count) for count in range(201)] == [
        _CATEGORIES[language][category(count)] for count in range(201)
    ]


@pytest.mark.parametrize("header", sorted({*HEADERS.values(), THREE_FORMS}))
def test_every_header_keeps_its_form_within_bounds(header: str) -> None:
    known = rule(header)
    assert {known.index(count) for count in range(1000)} <= set(range(known.forms))


def test_an_index_past_the_last_form_is_held_back() -> None:
    assert rule("nplurals=2; plural=n;").index(7) == 1


@pytest.mark.parametrize(
    "header",
    [
        "",
        "nplurals=0; plural=0;",
        "nplurals=2",
        "nplurals=2; plural=__import__('os');",
        "nplurals=2; plural=n if n else 1;",
        "nplurals=2; plural=(n != 1;",
        "nplurals=2; plural=n ? 1;",
        "nplurals=2; plural=" + "(" * 200 + "n" + ")" * 200 + ";",
        "nplurals=2; plural=1 2;",
        "nplurals=2; plural=é;",
    ],
)
def test_a_header_that_is_no_plural_rule_is_refused(header: str) -> None:
    with pytest.raises(ContentError, match="Plural-Forms"):
        rule(header)


def test_a_remainder_by_nothing_is_nothing() -> None:
    assert rule("nplurals=2; plural=n%0;").index(5) == 0
