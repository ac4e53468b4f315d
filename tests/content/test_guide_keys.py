"""What only the facilitator reads: its mistakes are named with their line, and its texts reach the reader."""

from pathlib import Path

import pytest

from builders.content import FIRST, SESSION, WATER, edited, line_of, said, small_library, translating
from platica.domain.document import Paragraph, texts_of_session

LAST = "handouts: [card]\n"
MISTAKES = [
    ("short: [{activity: boyl, minutes: 5}]", "Unknown activity “boyl”; did you mean “boil”?"),
    ("short: [{activity: boil, minutes: 40}, {activity: hello, minutes: 6}]",
     "“short” takes 46 minutes together; 45 is the most."),
    ("short: [{activity: boil, minutes: 4}, {activity: boil, minutes: 4}]", "“short” names boil twice."),
    ("short: [{activity: boil}]", "The key “minutes” is missing."),
    ("questions: [{question: Why?}]", "The key “answer” is missing."),
    ("questions: [{question: Why?, anser: Because.}]", "Unknown key “anser”; did you mean “answer”?"),
    ("questions: [{question: How long?, answer: At least 3 times a day.}]",
     "The health number “At least 3” names no fact; end the text with {fact=DM-06}."),
    ("questions: [{question: Why?, answer: 'Because. {fact=WA-09}'}]", "There is no fact WA-09 in facts.yaml."),
    ("red_flags: [SAFE-03]", "Unknown safety text “SAFE-03”; did you mean “SAFE-02”?"),
    ("missed: nowhere", "The handout “nowhere” is not among the handouts of curriculum.yaml."),
    ("interpreters: [Speak slowly.]", "Unknown key “interpreters”; did you mean “interpreter”?"),
]  # fmt: skip
SOUND = """\
handouts: [card]
short: [{activity: hello, minutes: 5}]
questions:
  - {question: Is it safe?, answer: Boil it first.}
interpreter: [Show the pot.]
terms: [lid]
red_flags: [SAFE-02]
"""


@pytest.mark.parametrize(("written", "sentence"), MISTAKES, ids=[sentence for _, sentence in MISTAKES])
def test_a_mistake_in_what_the_facilitator_reads_is_named(tmp_path: Path, written: str, sentence: str) -> None:
    problems = small_library(tmp_path, edited(SESSION, LAST, f"{LAST}{written}\n")).check(WATER)
    assert sentence in [phrase for _, phrase in said(problems)]


def test_a_mistake_in_the_list_of_red_flags_is_in_its_line(tmp_path: Path) -> None:
    (problem,) = small_library(tmp_path, edited(SESSION, LAST, f"{LAST}red_flags: [EMG-99]\n")).check(WATER)
    assert problem.place == f"{SESSION}:{line_of(SESSION, LAST.strip()) + 1}"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("optional essential", "An activity is “optional” or “essential”, not both."),
        ("essential=yes", "“essential” stands alone, without a value."),
        ("esential", "Unknown word in the braces “esential”; did you mean “essential”?"),
    ],
)
def test_an_activity_is_essential_or_optional(tmp_path: Path, words: str, sentence: str) -> None:
    changed = edited(SESSION, "kind=lab optional}", f"kind=lab {words}}}")
    assert [phrase for _, phrase in said(small_library(tmp_path, changed).check(WATER))] == [sentence]


def test_everything_the_facilitator_reads_is_translated(tmp_path: Path) -> None:
    library = small_library(tmp_path, edited(SESSION, LAST, SOUND))
    spanish = {"Is it safe?": "¿Es segura?", "Boil it first.": "Hiérvala.", "Show the pot.": "Muestre la olla.",
               "lid": "tapa", "Call {emergency_number} at once.": "Llame al {emergency_number}."}  # fmt: skip
    assert [str(problem.phrase) for problem in library.check(WATER)] == []
    assert set(spanish) <= {message.source for domain in (WATER, "shared") for message in library.messages(domain)}
    text = library.session_text(WATER, FIRST, translating(spanish), {"emergency_number": "911"})
    (likely,) = text.questions
    assert (likely.question.plain, likely.answer.plain) == ("¿Es segura?", "Hiérvala.")
    assert [one.plain for one in (*text.interpreter, *text.terms)] == ["Muestre la olla.", "tapa"]
    assert [block.text.plain for block in text.red_flags[0] if isinstance(block, Paragraph)] == ["Llame al 911."]
    told = [one.plain for one in texts_of_session(text)]
    assert {"¿Es segura?", "Hiérvala.", "Muestre la olla.", "tapa", "Llame al 911."} <= set(told)
