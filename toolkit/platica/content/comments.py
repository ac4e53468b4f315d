"""Author's comments: `<!-- i18n:note: … -->`, `<!-- i18n:context: … -->`, `<!-- i18n:skip -->`."""

from dataclasses import replace

from platica.content.decode import unknown_name
from platica.content.passages import Asked
from platica.content.trouble import Troubles
from platica.phrases import phrase

_KNOWN = ["context", "note", "skip"]


def ask_of(comment: str, line: int, asked: Asked, troubles: Troubles) -> Asked:
    """What is asked for the next block, one comment more; a comment without `i18n:` is the author's own."""
    if not comment.startswith("i18n:"):
        return asked
    name, _, value = (part.strip() for part in comment.removeprefix("i18n:").partition(":"))
    if name == "skip" and not value:
        return replace(asked, skip=True)
    if name in ("context", "note") and value:
        return replace(asked, context=value) if name == "context" else replace(asked, note=value)
    if name in ("context", "note"):
        troubles.error(line, phrase("i18n:{name} needs a text: <!-- i18n:{name}: text -->.", name=name))
    elif name == "skip":
        troubles.error(line, phrase("i18n:skip takes no text."))
    else:
        troubles.error(line, unknown_name(phrase("comment i18n:"), name, _KNOWN))
    return asked
