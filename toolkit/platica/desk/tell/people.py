"""People and their places in a group: `Ana Beltrán joined Caminando juntos with number 4`."""

from platica.desk.tell.parts import Fields, Said, named, of, shift, shown, together, unknown, word_of
from platica.desk.tell.words import Words
from platica.domain.history import Step
from platica.domain.spoken import STYLES
from platica.phrases import Phrase, phrase

_PERSON = frozenset({"name", "code", "language", "style", "consent", "contact", "kept_until"})
_NOT_SAME = "not_same:"
"""The beginning of a field that names somebody who is another person."""


def person_told(step: Step, words: Words) -> Phrase:
    """What happened to what is kept of a person."""
    if step.erased:
        return phrase("A person was erased")
    fields = Fields(step)
    if step.exists is False:
        return phrase(
            "{name} was taken off the list of people", name=shown(fields.was("name") or words.person(step.key))
        )
    if step.exists:
        first = phrase("{name} was added", name=shown(fields.now("name") or words.person(step.key)))
        return together([first, *_details(fields, words)])
    if "same_as" in fields.changed:
        return _joined(step.key, fields, words)
    apart = [field for field in fields.changed if field.startswith(_NOT_SAME)]
    if apart:
        other = words.recorded(apart[0].removeprefix(_NOT_SAME))
        return phrase("{name} and {other} are two people", name=words.recorded(step.key), other=other)
    if fields.changed == ("name",):
        return named(fields.was("name"), fields.now("name"))
    if "name" in fields.changed:
        return together([named(fields.was("name"), fields.now("name")), *_details(fields, words)])
    return of(words.person(step.key), _details(fields, words))


def enrolment_told(step: Step, words: Words) -> Phrase:
    """What happened to a person's place in a workshop."""
    workshop, _, person = step.key.partition(":")
    fields = Fields(step)
    who, where = words.person(person), words.workshop(workshop)
    if step.exists is False:
        return phrase("{name} was taken off the roster of {workshop}", name=who, workshop=where)
    if step.exists:
        number = shown(fields.now("number"))
        if fields.now("active") is False:
            return phrase(
                "{name} left {workshop}; number {number} stays theirs", name=who, workshop=where, number=number
            )
        return phrase("{name} joined {workshop} with number {number}", name=who, workshop=where, number=number)
    parts = [_place_part(field, fields) for field in fields.changed if field != "active"]
    if "active" not in fields.changed:
        return of(phrase("{name} in {workshop}", name=who, workshop=where), parts)
    came = fields.now("active")
    moved = (
        phrase("{name} came back to {workshop}", name=who, workshop=where)
        if came
        else phrase("{name} left {workshop}", name=who, workshop=where)
    )
    return together([moved, *parts])


def _details(fields: Fields, words: Words) -> list[Phrase]:
    """All that changed of a person but the name."""
    parts = []
    reads = _reads(fields, words)
    if reads:
        parts.append(reads)
    if "contact" in fields.changed:
        parts.append(shift(phrase("telephone"), _text(fields.was("contact")), _text(fields.now("contact"))))
    if "consent" in fields.changed:
        parts.append(
            shift(phrase("consent"), _agreed(fields.was("consent"), words), _agreed(fields.now("consent"), words))
        )
    if "code" in fields.changed and fields.was("code") is not None:
        parts.append(shift(phrase("code"), _text(fields.was("code")), _text(fields.now("code"))))
    if fields.now("kept_until"):
        parts.append(phrase("records needed until {day}", day=words.date(fields.now("kept_until"))))
    if set(fields.changed) - _PERSON:
        parts.append(unknown())
    return parts


def _reads(fields: Fields, words: Words) -> Phrase | None:
    """What the person reads: language and style, as far as they changed."""
    label = phrase("reads")
    spoken = "language" in fields.changed
    styled = "style" in fields.changed
    if not (spoken or styled):
        return None
    was, now = (
        _both(
            words.language(value("language")) if spoken and value("language") else None,
            word_of(STYLES, value("style")) if styled and value("style") else None,
        )
        for value in (fields.was, fields.now)
    )
    return shift(label, was, now)


def _both(language: Said | None, style: Said | None) -> Said | None:
    if language and style:
        return Phrase("{language}, {style}", {"language": language, "style": style})
    return language or style


def _agreed(consent: object, words: Words) -> str | None:
    return words.day(consent.get("on")) if isinstance(consent, dict) else _text(consent)


def _text(value: object) -> str | None:
    return None if value is None else shown(value)


def _place_part(field: str, fields: Fields) -> Phrase:
    if field == "number":
        return shift(phrase("number"), _text(fields.was(field)), _text(fields.now(field)))
    return unknown()


def _joined(key: str, fields: Fields, words: Words) -> Phrase:
    """Two entries of one person, brought together or parted."""
    now = fields.now("same_as")
    if now:
        other = words.recorded(str(now))
        return phrase("{name} and {other} are the same person", name=words.recorded(key), other=other)
    other = words.recorded(str(fields.was("same_as")))
    return phrase("{name} and {other} are two people again", name=words.recorded(key), other=other)
