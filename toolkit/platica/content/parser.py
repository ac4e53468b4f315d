"""Markdown to block tokens: CommonMark with tables, no HTML, and two block rules of ours.

The rules read `:::` blocks and author's comments (`<!-- i18n:note: … -->`). Inline text is not parsed here; the
renderer does that after a translation has taken its place, so that no translation can add a block.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from platica.content.trouble import Troubles
from platica.phrases import phrase

_MARKER = ":::"
_ENDS = ["paragraph", "reference", "blockquote", "list", "table"]
_LINK = re.compile(r"https?://[^\s{}]+\Z", re.IGNORECASE)


def block_tokens(text: str, first_line: int, troubles: Troubles) -> list[Token]:
    """The block tokens of a text whose first line is `first_line` of its file; maps count from 0 within the text."""
    env = {"troubles": troubles, "first_line": first_line}
    return _markdown().parse(text, env)


def inline_tokens(text: str) -> list[Token]:
    """The inline tokens of one message."""
    return _inline_markdown().parseInline(text)[0].children or []


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("js-default")
    markdown.disable(["inline", "text_join", "reference", "lheading", "html_block", "code"])
    ruler = markdown.block.ruler
    ruler.before("table", "platica_comment", _comment, {"alt": _ENDS})
    ruler.before("table", "platica_fence", _fence, {"alt": _ENDS})
    return markdown


@cache
def _inline_markdown() -> MarkdownIt:
    markdown = MarkdownIt("js-default")
    markdown.disable(["image", "strikethrough", "backticks", "html_inline"])
    markdown.validateLink = lambda url: bool(_LINK.match(url))  # type: ignore[method-assign]
    return markdown


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not _line(state, start).startswith("<!--"):
        return False
    if silent:
        return True
    last = start
    while last < end and "-->" not in _line(state, last):
        last += 1
    if last == end:
        _error(state).error(_number(state, start), phrase("This comment is not closed; end it with -->."))
        state.line = end
        return True
    inside = " ".join(_line(state, number).strip() for number in range(start, last + 1))
    comment, _, after = inside.removeprefix("<!--").partition("-->")
    if after.strip():
        _error(state).error(_number(state, last), phrase("A comment stands on a line of its own."))
    token = state.push("comment", "", 0)
    token.content = comment.strip()
    token.map = [start, last + 1]
    state.line = last + 1
    return True


def _fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    opening = _line(state, start)
    if not opening.startswith(_MARKER):
        return False
    if silent:
        return True
    troubles, number = _error(state), _number(state, start)
    info = opening.lstrip(":").strip()
    state.line = start + 1
    if not info:
        troubles.error(number, phrase("These colons close no block."))
        return True
    if state.blkIndent or state.level:
        troubles.error(number, phrase("::: {info} stands inside a list; move it to the left margin.", info=info))
        return True
    last = _closing(state, start, end, info)
    token = state.push("fence_open", "", 1)
    token.info = info
    token.map = [start, last]
    limit, state.lineMax = state.lineMax, last
    state.md.block.tokenize(state, start + 1, last)
    state.lineMax = limit
    state.push("fence_close", "", -1)
    closed = last < end and _line(state, last).strip(":") == ""
    state.line = last + (1 if closed else 0)
    return True


def _closing(state: StateBlock, start: int, end: int, info: str) -> int:
    """The line that closes the block; the one that opens another, or the end of the text, after reporting it."""
    opened = _number(state, start)
    for number in range(start + 1, end):
        line = _line(state, number)
        if not line.startswith(_MARKER):
            continue
        if other := line.lstrip(":").strip():
            _error(state).error(
                _number(state, number),
                phrase(
                    "::: {other} begins before ::: {info} of line {line} is closed; blocks do not nest.",
                    other=other,
                    info=info,
                    line=opened,
                ),
            )
        return number
    _error(state).error(opened, phrase("::: {info} is never closed; end it with a line of three colons.", info=info))
    return end


def _error(state: StateBlock) -> Troubles:
    troubles = state.env["troubles"]
    assert isinstance(troubles, Troubles)
    return troubles


def _number(state: StateBlock, line: int) -> int:
    return int(state.env["first_line"]) + line
