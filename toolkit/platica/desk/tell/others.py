"""Everything else that travels: computers, leaders, the box of questions, and what newer versions know."""

from platica.desk.tell.parts import Fields, named, of, shown, together, unknown
from platica.desk.tell.words import Words
from platica.domain.history import Step
from platica.phrases import Phrase, phrase


def device_told(step: Step, _: Words) -> Phrase:
    """What happened to the name of a computer."""
    fields = Fields(step)
    now, was = fields.now("name"), fields.was("name")
    if now is None:
        return phrase("A computer has no name any more")
    if was is None or step.exists:
        return phrase("A computer is called {name}", name=shown(now))
    return phrase("The computer {was} is now called {now}", was=shown(was), now=shown(now))


def leader_told(step: Step, words: Words) -> Phrase:
    """What happened to a leader; of a PIN never more than that there is one."""
    fields = Fields(step)
    if step.exists is False:
        return phrase("{name} was taken off those who lead", name=shown(fields.was("name")))
    if step.exists:
        first = phrase("{name} was added to those who lead", name=shown(fields.now("name")))
        return together([first, *_pin_parts(fields)])
    parts = _pin_parts(fields)
    if set(fields.changed) - {"name", "pin"}:
        parts.append(unknown())
    if "name" in fields.changed:
        return together([named(fields.was("name"), fields.now("name")), *parts])
    return of(words.leader(step.key), parts)


def question_told(step: Step, _: Words) -> Phrase:
    """What happened in the box of questions; never what one says."""
    if step.erased or step.exists is False:
        return phrase("A question of the box was dropped")
    if step.exists:
        return phrase("A question was put into the box")
    return phrase("A question of the box was changed")


def unknown_told(_: Step, __: Words) -> Phrase:
    """A table of a newer version."""
    return phrase("Something was changed that this version of Plática does not know")


def _pin_parts(fields: Fields) -> list[Phrase]:
    if "pin" not in fields.changed:
        return []
    return [phrase("has a new PIN") if fields.now("pin") else phrase("has no PIN any more")]
