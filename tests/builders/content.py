"""Writes a small curriculum into a folder, sound unless a test changes one of its files."""

from collections.abc import Mapping
from pathlib import Path

from platica.content.library import Library
from platica.domain.document import Message, Rendering, TextState, Translate, Translators
from platica.domain.ids import CurriculumId, SessionId
from platica.domain.problem import Problem
from platica.resources import ContentRoot

WATER = CurriculumId("water-circle")
FIRST = SessionId("first")

HEAD = "curricula/water-circle/curriculum.yaml"
SESSION = "curricula/water-circle/sessions/first.md"
CARD = "curricula/water-circle/handouts/card.md"
FACTS = "curricula/water-circle/facts.yaml"
SAFETY = "curricula/shared/safety.yaml"
SHARED_FACTS = "curricula/shared/facts.yaml"
SIGN_IN = "curricula/shared/handouts/sign-in.md"
PACK = "curricula/shared/packs/US.yaml"
ICON = "printables/icons/water.svg"

SMALL: Mapping[str, str] = {
    HEAD: """\
id: water-circle
version: 1.0.0
title: Clean Water
summary: How to keep water clean.
kind: community-workshop
audience: Families
group_size: {least: 4, most: 12}
source_language: en
sessions: [first]
handouts: [card, shared/sign-in]
facts: [WA-01, SF-01]
completion: {attend: 1, source: Set by the authors}
packs: [emergency_number, clinic_phone]
reviews: [clinical, language]
icon: water
licence: CC-BY-4.0
authors: [The authors]
""",
    SESSION: """\
---
title: Water at home
minutes: 30
objectives:
  - Say when to boil water.
materials:
  - {name: Pot, quantity: 1, per: group}
before:
  - Fill the pot.
on_arrival:
  - Greet people.
after:
  - Empty the pot.
handouts: [card]
---

## Hello {#hello minutes=10 kind=welcome}

We meet.

::: say
Welcome to **all**.
:::

## Boil it {#boil minutes=20 kind=lab optional}

::: safety use="SAFE-02"
:::

::: say
Let it boil for 1 minute, at least 3 times a day. {fact=WA-01}
:::

::: answers
- Rivers
- Wells
:::

::: do
1. Fill the pot.
2. Light the fire.
:::
""",
    CARD: """\
---
title: My water card
subtitle: Keep it near the stove
type: card
icon: water
facts: [WA-01]
---

::: key
Boil it first.
:::

::: steps
1. Fill the pot.
2. Wait for big bubbles.
:::

Call {clinic_phone} with questions.

| Day | Done |
| --- | --- |
| Monday | yes |
""",
    FACTS: """\
- id: WA-01
  statement: Boiling for one minute makes water safe.
  value: "1"
  unit: minute
  source: World Health Organization
  year: 2015
  verified: second-hand
  volatile: false
""",
    SAFETY: """\
SAFE-02:
  title: In an emergency
  text: Call {emergency_number} at once.
  facts: [SF-01]
""",
    SHARED_FACTS: """\
- {id: SF-01, statement: Call at once., source: Red Cross, year: 2020, verified: primary}
""",
    SIGN_IN: """\
---
title: Sign-in sheet
type: sign-in
---

::: sign
- Name
:::
""",
    PACK: """\
region: US
name: United States
paper: letter
slots:
  emergency_number: {value: "911", note: Everywhere.}
  clinic_phone: {suggestion: 555-0100}
""",
    ICON: "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
}


def write_files(folder: Path, files: Mapping[str, str]) -> ContentRoot:
    """Writes files by their path inside the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return ContentRoot(folder)


def small_content(folder: Path, changed: Mapping[str, str] | None = None) -> ContentRoot:
    """The small curriculum, some of its files replaced."""
    return write_files(folder, {**SMALL, **(changed or {})})


def small_library(folder: Path, changed: Mapping[str, str] | None = None, cache: Path | None = None) -> Library:
    """A library of the small curriculum."""
    return Library([small_content(folder, changed)], cache)


def with_body(file: str, body: str) -> dict[str, str]:
    """The file of the small curriculum with its front matter kept and its body replaced."""
    head = SMALL[file].split("---\n")[1]
    return {file: f"---\n{head}---\n{body}"}


def edited(file: str, old: str, new: str) -> dict[str, str]:
    """The file of the small curriculum with one passage of its text replaced."""
    assert SMALL[file].count(old) == 1, (file, old)
    return {file: SMALL[file].replace(old, new)}


def line_of(file: str, text: str) -> int:
    """The line of the small curriculum's file that holds the text, from 1."""
    return next(number for number, line in enumerate(SMALL[file].split("\n"), 1) if text in line)


def said(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Places and sentences of problems."""
    return [(problem.place, str(problem.phrase)) for problem in problems]


def as_source(_domain: str) -> Translate:
    """The translator of a reader of the source language."""
    return lambda message: Rendering(message.source, "en", TextState.SOURCE)


def translating(texts: Mapping[str, str], language: str = "es") -> Translators:
    """Translators that know some texts and give the source for others."""

    def translate(message: Message) -> Rendering:
        if message.source in texts:
            return Rendering(texts[message.source], language, TextState.TRANSLATED)
        return Rendering(message.source, "en", TextState.MISSING)

    return lambda _domain: translate
