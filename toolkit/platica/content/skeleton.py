"""The files a new curriculum begins with: one session and one sheet, right from the start."""

import json

_CURRICULUM = """\
id: {id}
version: 0.1.0
title: {title}
summary: Say in one or two sentences what people take home.
kind: community-workshop
audience: Say who it is for.
group_size: {{least: 6, most: 20}}
source_language: en
sessions: [first-session]
handouts: [shared/sign-in, first-sheet]
reviews: [clinical, language, community]
licence: CC-BY-4.0
authors: [Write your name]
"""

_SESSION = """\
---
title: First session
minutes: 60
objectives:
  - Say what people can do by the end.
materials:
  - {name: Pens, quantity: 1, per: person}
before:
  - Set the chairs in a circle.
handouts: [shared/sign-in, first-sheet]
---

## Welcome {#welcome minutes=10 kind=welcome}

::: say
Welcome. We are glad that you are here.
:::

## What we know {#what-we-know minutes=40 kind=discussion}

::: ask
What do you know about this already?
:::

::: do
1. Make groups of three.
2. Ask each group to share one thing.
:::

## Close {#close minutes=10 kind=close}

::: say
What is one thing that you take home today?
:::
"""

_SHEET = """\
---
title: My first sheet
type: handout
---

::: key
Write the one thing that people must remember.
:::

::: write lines=2
What I want to try this week
:::
"""


def skeleton(curriculum: str, title: str) -> tuple[tuple[str, str], ...]:
    """The path of each file inside the curriculum's folder, and its text."""
    head = _CURRICULUM.format(id=curriculum, title=json.dumps(title, ensure_ascii=False))
    return (
        ("curriculum.yaml", head),
        ("sessions/first-session.md", _SESSION),
        ("handouts/first-sheet.md", _SHEET),
    )
