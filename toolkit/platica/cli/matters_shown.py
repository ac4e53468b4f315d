"""How matters to settle are said and listed."""

from collections.abc import Iterator, Sequence

from platica.cli.call import Json, Shown
from platica.domain.matter import Matter
from platica.phrases import Phrasebook

MATTER = "{number, id, kind, sentence, details: [], choices: [{letter, sentence, advised, final}]}"


def matters_shown(book: Phrasebook, matters: Sequence[Matter], nothing: str, how: str) -> list[Shown]:
    """Matters under numbers from 1 and what can be done, or a sentence that there are none."""
    shown: list[Shown] = []
    for number, matter in enumerate(matters, 1):
        shown += [*_lines(number, matter, book), ""]
    return [*shown, how] if matters else [nothing]


def matters_json(book: Phrasebook, matters: Sequence[Matter]) -> list[Json]:
    """Matters under the same numbers."""
    return [_json(number, matter, book) for number, matter in enumerate(matters, 1)]


def _lines(number: int, matter: Matter, book: Phrasebook) -> Iterator[str]:
    yield f"{number}  {book.tell(matter.sentence)}"
    for detail in matter.details:
        yield f"   {book.tell(detail)}"
    for choice in matter.choices:
        advised = f" ({book.say('advised')})" if choice.advised else ""
        yield f"   {choice.letter}  {book.tell(choice.sentence)}{advised}"


def _json(number: int, matter: Matter, book: Phrasebook) -> dict[str, Json]:
    choices: list[Json] = [
        {
            "letter": choice.letter,
            "sentence": book.tell(choice.sentence),
            "advised": choice.advised,
            "final": choice.final is not None,
        }
        for choice in matter.choices
    ]
    return {
        "number": number,
        "id": matter.id,
        "kind": matter.kind,
        "sentence": book.tell(matter.sentence),
        "details": [book.tell(detail) for detail in matter.details],
        "choices": choices,
    }
