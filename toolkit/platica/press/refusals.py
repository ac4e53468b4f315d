"""The sentence for a part that was not made: which sheet, which file of whose it is, and what would be right."""

from platica.errors import PressError
from platica.phrases import Phrase, phrase
from platica.press.glyphs import named
from platica.press.job import PACK, Answer, Limits, Trouble
from platica.press.origin import Origin


def refusal(answer: Answer, title: str, origin: Origin, limits: Limits) -> PressError:
    """The error to raise for an answer with trouble."""
    sentence = _sentence(answer, title, origin, limits)
    return PressError(phrase("{place}: {problem}", place=origin.file, problem=sentence) if origin.file else sentence)


def _sentence(answer: Answer, title: str, origin: Origin, limits: Limits) -> Phrase:
    match answer.trouble:
        case Trouble.TIME:
            return phrase("“{title}” took too long to lay out and was stopped. Its text may be damaged.", title=title)
        case Trouble.MEMORY:
            return phrase("“{title}” needs more memory than a document may use. Its text may be damaged.", title=title)
        case Trouble.PAGES:
            most = limits.pages
            return phrase(
                "“{title}” would have {pages} pages; {most} are the most for one document.",
                title=title,
                pages=answer.detail,
                most=most,
            )
        case Trouble.DEPTH:
            return phrase("“{title}” has blocks nested too deeply to be laid out.", title=title)
        case Trouble.DENIED:
            return phrase(
                "“{title}” asks for something outside the press: {address}", title=title, address=answer.detail
            )
        case Trouble.DRAWING:
            drawing = f"printables/{answer.detail.removeprefix(PACK)}"
            return phrase(
                "The drawing {drawing} of “{title}” is not made of plain shapes; draw it again without links, texts,"
                " scripts and repeated parts.",
                drawing=drawing,
                title=title,
            )
        case Trouble.PICTURE:
            picture = origin.pictures.get(answer.detail, answer.detail)
            return phrase("The picture {picture} of “{title}” is damaged; save it again.", picture=picture, title=title)
        case Trouble.SIGNS:
            signs = ", ".join(map(named, answer.detail))
            return phrase(
                "“{title}” has signs that no font here can draw: {signs}. Take them out.", title=title, signs=signs
            )
        case Trouble.WARNING:
            return phrase("“{title}” would not print as meant: {detail}", title=title, detail=answer.detail)
    last = answer.detail.strip().rpartition("\n")[2]
    return phrase("“{title}” could not be laid out: {detail}", title=title, detail=last)
