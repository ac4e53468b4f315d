"""A number that a person may act on needs a fact; other numbers do not."""

from pathlib import Path

import pytest

from builders.content import CARD, SESSION, WATER, said, small_library, with_body
from platica.content.numbers import health_numbers

HELLO = "## Hello {#hello minutes=10 kind=welcome}"
BOIL = "## Boil {#boil minutes=20 kind=lab}"

HEALTH = [
    ("Keep sugar below 180 mg/dL.", "below 180"),
    ("Sugar was 180 mg/dL.", "180 mg/dL"),
    ("Drink 8 cups of water.", "8 cups"),
    ("Take ½ cup of juice.", "½ cup"),
    ("Take 1 ½ tazas de jugo.", "1 ½ tazas"),
    ("Lose 5–7% of your weight.", "5–7%"),
    ("The range is 80–130.", "80–130"),
    ("The range is 80 to 130.", "80 to 130"),
    ("The 15–15 rule.", "15–15"),
    ("A reading of 180/120 is high.", "180/120"),
    ("Walk 30 minutes a day.", "30 minutes a day"),
    ("Walk 150 minutes each week.", "150 minutes each week"),
    ("Two or 3 times per week.", "3 times per week"),
    ("Every 4 hours.", "Every 4 hours"),
    ("Beba agua cada 2 horas.", "cada 2 horas"),
    ("If it is above 180, call.", "above 180"),
    ("Si es más de 180, llame.", "más de 180"),
    ("At least 20 of them are sick.", "At least 20"),
    ("Call when it is <70.", "<70"),
    ("Call at 180 or more.", "180 or more"),
    ("For people age 60.", "age 60"),
    ("A fever of 101.5 °F is high.", "101.5 °F"),
    ("Tome 2 pastillas.", "2 pastillas"),
    ("Eat 1,500 calories.", "1,500 calories"),
]

PLAIN = [
    "Make groups of 3.",
    "At least 2 people come up.",
    "In groups of 2 to 3 people.",
    "We meet at 18:00, or 6:30 p.m.",
    "Call 1-800-222-1222 or 988.",
    "How sure are you, from 0 to 10?",
    "From 0–10, where are you?",
    "Go to step 3.",
    "Read questions 1 and 2.",
    "See https://a.example/8-cups.",
    "Talk for 5 minutes.",
    "The diabetes circle.",
]


@pytest.mark.parametrize(("text", "number"), HEALTH)
def test_a_health_number_is_found(text: str, number: str) -> None:
    assert number in health_numbers(text, times=False)


@pytest.mark.parametrize("text", PLAIN)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert health_numbers(text, times=False) == ()


def test_lengths_of_time_count_in_what_is_handed_out() -> None:
    assert health_numbers("Wash for 20 seconds, wait 2 hours.", times=True) == ("20 seconds", "2 hours")
    assert health_numbers("Wash for 20 seconds.", times=False) == ()


@pytest.mark.parametrize("block", ["say", "ask", "answers", "safety"])
def test_what_is_said_needs_a_fact(tmp_path: Path, block: str) -> None:
    body = f"{HELLO}\n\n::: {block}\nDrink 8 cups.\n:::\n\n{BOIL}\n"
    sentence = "The health number “8 cups” names no fact; end the text with {fact=DM-06}."
    found = said(small_library(tmp_path, with_body(SESSION, body)).check(WATER))
    assert [one for place, one in found if place.startswith(SESSION)] == [sentence]


@pytest.mark.parametrize("block", ["do", "note", "seated", "online"])
def test_what_a_facilitator_does_needs_none(tmp_path: Path, block: str) -> None:
    body = f"{HELLO}\n\n::: {block}\nPour 8 cups.\n:::\n\n{BOIL}\n"
    assert said(small_library(tmp_path, with_body(SESSION, body)).check(WATER)) == []


def test_the_examples_of_a_log_need_none_but_its_neighbours_do(tmp_path: Path) -> None:
    log = "::: log rows=3\n| Day | Cups |\n| --- | --- |\n| Monday | 8 cups |\n:::\n"
    assert said(small_library(tmp_path / "a", with_body(CARD, log)).check(WATER)) == []
    table = log.replace("::: log rows=3\n", "").replace(":::\n", "")
    (found,) = said(small_library(tmp_path / "b", with_body(CARD, table)).check(WATER))
    assert found == (f"{CARD}:10", "The health number “8 cups” names no fact; end the text with {fact=DM-06}.")
