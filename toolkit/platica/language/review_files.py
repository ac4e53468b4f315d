"""Files of signatures: JSON lines that stay true only for the words they were given under.

`docs/format.md` specifies them. One line is one signature; lines are sorted and stand alone, so two copies merge by
taking every line of both. Lines this program does not understand are kept.
"""

import contextlib
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from platica.domain.curriculum import ReviewRole
from platica.domain.document import Message
from platica.domain.review import Review
from platica.errors import ContentError
from platica.language import tags
from platica.language.files import replace_text
from platica.phrases import phrase

_HASH = re.compile(r"[0-9a-f]{64}")


def text_hash(domain: str, message: Message, language: str, forms: Sequence[str]) -> str:
    """What a signature stands under: the domain, the message's own words, the language, every translated form."""
    words = [domain, message.context, message.source, message.plural, tags.normal(language), list(forms)]
    return _hash(words)


def version_hash(curriculum: str, version: str) -> str:
    """What the community signs."""
    return _hash([curriculum, version])


def add(path: Path, reviews: Iterable[Review]) -> int:
    """Adds signatures to a file and says how many were new; the same person signs the same words once."""
    known = {(review.role, review.hash, review.reviewer) for review in read(path)}
    new = {review for review in reviews if (review.role, review.hash, review.reviewer) not in known}
    if new:
        replace_text(path, "".join(f"{line}\n" for line in sorted({*lines_of(path), *map(_written, new)})))
    return len(new)


def read(path: Path) -> Iterator[Review]:
    """The signatures of a file that this version understands; a line that is none counts for nothing."""
    for line in lines_of(path):
        with contextlib.suppress(ValueError, KeyError, TypeError, RecursionError):
            fields = json.loads(line)
            if _HASH.fullmatch(fields["hash"]):
                yield Review(
                    ReviewRole(fields["role"]),
                    fields["hash"],
                    str(fields["reviewer"]),
                    date.fromisoformat(fields["date"]),
                    str(fields.get("note", "")),
                )


def lines_of(path: Path) -> list[str]:
    """The lines of a file of signatures, none when there is no such file. Raises ContentError."""
    try:
        return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(phrase("The reviews in {file} cannot be read.", file=path.name)) from error


def hash_of_line(line: str) -> str:
    """What the signature in a line stands under; nothing when the line is none."""
    with contextlib.suppress(ValueError, KeyError, TypeError, RecursionError):
        return str(json.loads(line)["hash"])
    return ""


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _written(review: Review) -> str:
    fields = {
        "hash": review.hash,
        "role": review.role.value,
        "reviewer": review.reviewer,
        "date": review.on.isoformat(),
        "note": review.note,
    }
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
