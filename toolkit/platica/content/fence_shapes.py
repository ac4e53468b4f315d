"""Whether a `:::` block holds what its kind asks for."""

from platica.content.fence_kinds import FenceKind, Holds
from platica.content.outline import FenceNode, ListNode, ParagraphNode, TableNode
from platica.content.trouble import Troubles
from platica.phrases import Phrase, phrase


def check_shape(kind: FenceKind, fence: FenceNode, troubles: Troubles) -> None:
    """Reports a block that is empty or holds something else than its kind asks for."""
    what = _wrong(kind, fence)
    if what is not None:
        troubles.error(fence.line, what)


def _wrong(kind: FenceKind, fence: FenceNode) -> Phrase | None:
    if kind.holds is Holds.TEXTS_OR_NOTHING:
        return _safety(fence)
    if not fence.blocks:
        return phrase("::: {name} is empty.", name=kind.name)
    only = fence.blocks[0] if len(fence.blocks) == 1 else None
    match kind.holds:
        case Holds.ONE_PARAGRAPH if not isinstance(only, ParagraphNode):
            return phrase("::: {name} holds one paragraph and nothing else.", name=kind.name)
        case Holds.TABLE if not isinstance(only, TableNode):
            return phrase("::: {name} holds one table and nothing else.", name=kind.name)
        case Holds.ORDERED_LIST if not (isinstance(only, ListNode) and only.ordered):
            return phrase("::: {name} holds one numbered list and nothing else.", name=kind.name)
        case Holds.BULLET_LIST if not (isinstance(only, ListNode) and not only.ordered):
            return phrase("::: {name} holds one bullet list and nothing else.", name=kind.name)
    if kind.items and isinstance(only, ListNode) and not kind.items.least <= len(only.items) <= kind.items.most:
        return _count(kind, len(only.items))
    if kind.name == "scale" and _number(fence, "from", 0) >= _number(fence, "to", 10):
        return phrase("A ::: scale goes up: “from” is smaller than “to”.")
    return None


def _count(kind: FenceKind, count: int) -> Phrase:
    assert kind.items
    if kind.items.least == kind.items.most:
        return phrase(
            "::: {name} has {count} entries; it takes {most}.", name=kind.name, count=count, most=kind.items.most
        )
    return phrase(
        "::: {name} has {count} entries; it takes {least} to {most}.",
        name=kind.name,
        count=count,
        least=kind.items.least,
        most=kind.items.most,
    )


def _safety(fence: FenceNode) -> Phrase | None:
    used = bool(fence.option("use"))
    if used and fence.blocks:
        return phrase("::: safety has both use= and texts of its own; keep one of them.")
    if not used and not fence.blocks:
        return phrase("::: safety is empty; name texts with use=SAFE-01 or write one.")
    return None


def _number(fence: FenceNode, option: str, default: int) -> int:
    value = fence.option(option) or str(default)
    return int(value) if value.isdigit() else default
