"""A catalogue made ready for looking up, and its copy in the cache folder; needs only the standard library."""

import contextlib
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platica.domain.document import TextState
from platica.domain.system_errors import reason_to_read
from platica.errors import ContentError
from platica.language.files import replace_text
from platica.language.plurals import PluralRule, rule
from platica.phrases import phrase

VERSION = 1
"""Changes when what is kept, or a check that makes a text failing, changes."""


@dataclass(frozen=True, slots=True)
class CompiledText:
    """What a catalogue holds for one message: its forms, and whether they are sound."""

    state: TextState
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """Every text of one catalogue; untranslated messages are not in it."""

    rule: PluralRule
    texts: Mapping[str, tuple[str, list[str]]]
    """State and forms by key."""

    def text(self, context: str | None, source: str) -> CompiledText | None:
        found = self.texts.get(key(context, source))
        return CompiledText(TextState(found[0]), tuple(found[1])) if found else None


def key(context: str | None, source: str) -> str:
    """Context and source as one string, joined as gettext joins them."""
    return source if context is None else f"{context}\x04{source}"


def load(path: Path, cache: Path | None) -> Compiled | None:
    """The catalogue of a PO file, from the cache when its copy is of these very bytes; None without a file.

    Raises ContentError when it cannot be read.
    """
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise unreadable(path, error) from error
    digest = hashlib.sha256(content).hexdigest()
    kept = cache / _cache_name(path) if cache else None
    ready = _cached(kept, digest) if kept else None
    if ready:
        return ready
    from platica.language.compiling import compile_po

    made = compile_po(content, path)
    if kept:
        with contextlib.suppress(OSError):
            replace_text(kept, _dumped(made, digest))
    return made


def unreadable(path: Path, error: OSError) -> ContentError:
    """The error of a catalogue the computer will not give."""
    return ContentError(
        phrase("The catalogue {file} cannot be read: {reason}.", file=path.name, reason=reason_to_read(error))
    )


def _cached(kept: Path, digest: str) -> Compiled | None:
    try:
        stored = json.loads(kept.read_bytes())
        if stored["version"] != VERSION or stored["digest"] != digest:
            return None
        return Compiled(rule(stored["plural"]), stored["texts"])
    except (OSError, ValueError, KeyError, TypeError, ContentError):
        return None


def _dumped(made: Compiled, digest: str) -> str:
    stored = {"version": VERSION, "digest": digest, "plural": made.rule.header, "texts": made.texts}
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":"))


def _cache_name(path: Path) -> str:
    place = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:12]
    return f"{path.parent.parent.name}-{path.stem}-{place}.json"
