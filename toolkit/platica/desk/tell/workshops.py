"""Workshops, their sessions and sheets: `Session 3 of Caminando juntos: moved from Thursday 19 to Friday 20`."""

from platica.desk.tell.parts import Fields, named, of, shift, shown, together, unknown, word_of
from platica.desk.tell.plans import plan_parts
from platica.desk.tell.words import Words
from platica.domain.history import Step
from platica.domain.spoken import FORMS
from platica.phrases import Phrase, phrase, phrases

_TEXTS = ("curriculum_version", "curriculum_hash")
"""Of which text of a curriculum the plan was made."""


def workshop_told(step: Step, words: Words) -> Phrase:
    """What happened to a workshop."""
    fields = Fields(step)
    if step.exists is False:
        return phrase("The workshop {name} was removed", name=shown(fields.was("name")))
    if step.exists:
        return phrase(
            "The workshop {name} was made from {curriculum}",
            name=shown(fields.now("name")),
            curriculum=words.curriculum(fields.now("curriculum")),
        )
    parts = [part for field in fields.changed for part in _workshop_parts(step.key, field, fields, words)]
    if set(fields.changed) & set(_TEXTS):
        parts.append(phrase("the text of the curriculum is another"))
    if "name" in fields.changed:
        return together([named(fields.was("name"), fields.now("name")), *parts])
    return of(words.workshop(step.key), parts)


def meeting_told(step: Step, words: Words) -> Phrase:
    """What happened to a session on a date."""
    fields = Fields(step)
    this = words.this_session(step.key)
    if step.exists is False:
        return phrase("{session} was removed", session=this)
    if step.exists:
        return phrase("{session} is on {day}", session=this, day=_moment(fields.now("on"), fields.now("at"), words))
    parts = []
    if {"on", "at"} & set(fields.changed):
        was, now = (_moment(value("on"), value("at"), words) for value in (fields.was, fields.now))
        if was and now:
            parts.append(phrase("moved from {was} to {now}", was=was, now=now))
        else:
            parts.append(shift(phrase("date") if fields.either("on") else phrase("time"), was, now))
    rest = [field for field in fields.changed if field not in ("on", "at")]
    return of(this, parts + [_meeting_part(step.key, field, fields, words) for field in rest])


def sheet_told(step: Step, words: Words) -> Phrase:
    """What happened to a printed sign-in sheet."""
    fields = Fields(step)
    code = shown(step.key)
    if step.exists is False:
        return phrase("The sign-in sheet {code} does not count any more", code=code)
    if step.exists:
        where = words.session(str(fields.now("meeting")))
        return phrase("The sign-in sheet {code} was printed for {session}", code=code, session=where)
    return phrase("The sign-in sheet {code} was printed again", code=code)


def _workshop_parts(key: str, field: str, fields: Fields, words: Words) -> list[Phrase]:
    was, now = fields.was(field), fields.now(field)
    match field:
        case "name" | "curriculum_version" | "curriculum_hash":
            return []
        case "plan":
            curriculum = fields.either("curriculum") or words.curriculum_of(key)
            return plan_parts(was, now, lambda session: words.title(curriculum, session))
        case "form":
            return [shift(phrase("kind of group"), word_of(FORMS, was), word_of(FORMS, now))]
        case "curriculum":
            return [shift(phrase("curriculum"), words.curriculum(was), words.curriculum(now))]
        case "languages":
            return [shift(phrase("languages"), *(_languages(value, words) for value in (was, now)))]
        case "minutes":
            return [shift(phrase("minutes"), *map(_text, (was, now)))]
        case "place":
            return [shift(phrase("place"), *map(_text, (was, now)))]
        case "leaders":
            return [shift(phrase("led by"), *(words.listing(value or ()) for value in (was, now)))]
        case _:
            return [unknown()]


def _meeting_part(key: str, field: str, fields: Fields, words: Words) -> Phrase:
    was, now = fields.was(field), fields.now(field)
    match field:
        case "heads" if was is None and isinstance(now, int):
            return phrases("{count} person was counted", "{count} people were counted", now)
        case "heads":
            return shift(phrase("people counted"), *map(_text, (was, now)))
        case "faces":
            return shift(phrase("feedback, from very bad to very good"), *(_counts(value) for value in (was, now)))
        case "minutes":
            return shift(phrase("minutes"), *map(_text, (was, now)))
        case "number":
            return shift(phrase("number"), *map(_text, (was, now)))
        case "session":
            curriculum = words.curriculum_of_session(key)
            return shift(phrase("theme"), *(words.title(curriculum, value) for value in (was, now)))
        case _:
            return unknown()


def _moment(on: object, at: object, words: Words) -> str:
    """Day and time, as far as they are told."""
    return ", ".join(([words.day(on)] if on else []) + ([words.time(at)] if at else []))


def _languages(tags: object, words: Words) -> str:
    return words.listing([words.language(tag) for tag in tags]) if isinstance(tags, list) else ""


def _counts(faces: object) -> str:
    return " ".join(map(shown, faces)) if isinstance(faces, list) else ""


def _text(value: object) -> str:
    return "" if value is None else shown(value)
