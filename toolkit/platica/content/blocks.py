"""From block tokens to the tree of a file, saying where something stands that the format does not have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from platica.content.comments import ask_of
from platica.content.decode import unknown_name
from platica.content.fence_kinds import FENCES, FenceKind, Where, names_for, read_options, wrong_value
from platica.content.fence_shapes import check_shape
from platica.content.outline import (
    Block,
    FenceNode,
    HeadingNode,
    ListNode,
    ParagraphNode,
    PictureNode,
    TableNode,
)
from platica.content.parser import block_tokens
from platica.content.passages import NOTHING_ASKED, Asked, Passage, passage
from platica.content.trouble import Troubles
from platica.phrases import Phrase, phrase

LONGEST_PASSAGE = 4000
"""Characters of one paragraph; nobody reads a longer one aloud, and parsing stays quick."""

_LEADING_PICTURE = re.compile(r"!\[([^\]\n]*)\]\(([^\s()]*)\)\s*")
_BRACES = re.compile(r"\s*\{(#[^{}]*)\}\s*\Z")


def read_blocks(
    text: str, first_line: int, where: Where, troubles: Troubles, *, safety: bool = False
) -> tuple[Block, ...]:
    """The tree of a text whose first line is `first_line` of its file; problems go to `troubles`."""
    tokens = block_tokens(text, first_line, troubles)
    return _Builder(tokens, text.split("\n"), first_line, where, troubles).blocks("", _SAFETY if safety else _TOP)


@dataclass(frozen=True, slots=True)
class _Inside:
    """What surrounds a block: its `:::` kind, and the kind its texts have."""

    fence: FenceKind | None
    kind: str
    asked: Asked


_TOP = _Inside(None, "paragraph", NOTHING_ASKED)
_SAFETY = _Inside(FENCES["safety"], "safety", NOTHING_ASKED)


class _Builder:
    """Walks the tokens once."""

    def __init__(self, tokens: Sequence[Token], lines: list[str], first: int, where: Where, troubles: Troubles) -> None:
        self.tokens = tokens
        self.lines = lines
        self.first = first
        self.where = where
        self.troubles = troubles
        self.at = 0

    def blocks(self, end: str, inside: _Inside = _TOP) -> tuple[Block, ...]:
        """The blocks up to the token named `end`, which is passed over."""
        found: list[Block] = []
        asked, comment_line = NOTHING_ASKED, 0
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == end:
                break
            if token.type == "comment":
                comment_line = self.line(token)
                asked = ask_of(token.content, comment_line, asked, self.troubles)
                continue
            here = inside if asked == NOTHING_ASKED else _Inside(inside.fence, inside.kind, asked)
            found.extend(self.block(token, here))
            asked = NOTHING_ASKED
        if asked != NOTHING_ASKED:
            self.troubles.error(comment_line, phrase("No text follows this comment."))
        return tuple(found)

    def block(self, token: Token, inside: _Inside) -> list[Block]:
        match token.type:
            case "heading_open":
                return [self.heading(token, inside)]
            case "paragraph_open":
                return self.paragraph(inside)
            case "bullet_list_open" | "ordered_list_open":
                return [self.list_block(token, inside)]
            case "table_open":
                return [self.table(token, inside)]
            case "fence_open":
                return self.fence(token, inside)
        self.refused(token)
        return []

    def heading(self, token: Token, inside: _Inside) -> HeadingNode:
        level = int(token.tag[1])
        content = self.inline()
        braces = _BRACES.search(content)
        text = content[: braces.start()] if braces else content
        kind = "activity" if level == 2 and self.where is Where.SESSION else f"heading {level}"
        made = self.passage(text, kind, self.line(token), inside)
        return HeadingNode(level, made, braces[1] if braces else None)

    def paragraph(self, inside: _Inside) -> list[Block]:
        line = self.line(self.tokens[self.at])
        content = self.inline()
        found: list[Block] = []
        while picture := _LEADING_PICTURE.match(content):
            found.append(PictureNode(picture[2], self.passage(picture[1], "picture", line, inside)))
            line += content.count("\n", 0, picture.end())
            content = content[picture.end() :]
        if content or not found:
            found.append(ParagraphNode(self.passage(content, inside.kind, line, inside)))
        return found

    def list_block(self, token: Token, inside: _Inside) -> ListNode:
        ordered = token.type == "ordered_list_open"
        end = token.type.replace("_open", "_close")
        kind = inside.kind
        if not inside.fence:
            kind = "step" if ordered else "list item"
        items = []
        while self.tokens[self.at].type != end:
            self.at += 1
            items.append(self.blocks("list_item_close", _Inside(inside.fence, kind, inside.asked)))
        self.at += 1
        return ListNode(tuple(items), self.line(token), ordered, int(token.attrGet("start") or 1))

    def table(self, token: Token, inside: _Inside) -> TableNode:
        rows: list[tuple[Passage, ...]] = []
        cells: list[Passage] = []
        kind = ""
        while (part := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if part.type == "tr_open":
                self.count_cells(part, rows)
            elif part.type in ("th_open", "td_open"):
                kind = "table header" if part.type == "th_open" else "table cell"
            elif part.type == "inline":
                cells.append(self.passage(part.content, kind, self.line(part), inside))
            elif part.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        self.at += 1
        return TableNode(rows[0], tuple(rows[1:]), self.line(token))

    def count_cells(self, row: Token, rows: list[tuple[Passage, ...]]) -> None:
        """A row with more cells than the header would lose text."""
        line = self.line(row)
        written = len(escapedSplit(self.lines[line - self.first].strip().strip("|")))
        if rows and written > len(rows[0]):
            self.troubles.error(
                line,
                phrase("This row has {count} cells; the header has {columns}.", count=written, columns=len(rows[0])),
            )

    def fence(self, token: Token, inside: _Inside) -> list[Block]:
        line = self.line(token)
        name, _, rest = token.info.partition(" ")
        kind = FENCES.get(name)
        known = names_for(self.where)
        if kind is None or self.where not in kind.where:
            if kind is None:
                self.troubles.error(line, unknown_name(phrase("block"), name, known))
            else:
                what = phrase(
                    "::: {name} does not belong here; known here: {known}.", name=name, known=", ".join(known)
                )
                self.troubles.error(line, what)
            return list(self.blocks("fence_close"))
        options = self.options(kind, rest, line)
        blocks = self.blocks("fence_close", _Inside(kind, kind.message_kind, inside.asked))
        made = FenceNode(name, blocks, options, line)
        check_shape(kind, made, self.troubles)
        return [made]

    def options(self, kind: FenceKind, text: str, line: int) -> tuple[tuple[str, str], ...]:
        options = read_options(text)
        names = [option for option, _ in options]
        for option, value in options:
            if option not in kind.options:
                self.troubles.error(line, _unknown_option(kind, option))
            elif wrong := wrong_value(kind, option, value):
                self.troubles.error(line, wrong)
            elif names.count(option) > 1:
                self.troubles.error(line, phrase("The option “{option}” stands twice.", option=option))
        return options

    def refused(self, token: Token) -> None:
        """Reports a block the format does not have, and passes over it."""
        names = {
            "blockquote_open": phrase("A quotation (>) is not used here; write a paragraph."),
            "hr": phrase("A rule (---) is not used here; for a line to write on use ::: write."),
            "fence": phrase("A block of code (```) is not used here."),
        }
        found = names.get(token.type, phrase("This kind of block is not used here."))
        self.troubles.error(self.line(token), found)
        if token.nesting == 1:
            depth = 1
            while depth and self.at < len(self.tokens):
                depth += self.tokens[self.at].nesting
                self.at += 1

    def passage(self, text: str, kind: str, line: int, inside: _Inside) -> Passage:
        if len(text) > LONGEST_PASSAGE:
            self.troubles.error(
                line, phrase("This text has {count} characters; {most} fit.", count=len(text), most=LONGEST_PASSAGE)
            )
            text = text[:LONGEST_PASSAGE]
        safety = bool(inside.fence and inside.fence.safety)
        return passage(text, kind, self.troubles.file, line, safety=safety, asked=inside.asked)

    def inline(self) -> str:
        """The text of a heading or paragraph whose opening token was just passed."""
        content = self.tokens[self.at].content
        self.at += 2
        return content

    def line(self, token: Token) -> int:
        return self.first + (token.map[0] if token.map else 0)


def _unknown_option(kind: FenceKind, option: str) -> Phrase:
    if kind.options:
        return unknown_name(phrase("option of ::: {name}", name=kind.name), option, list(kind.options))
    return phrase("::: {name} has no options; take “{option}” out.", name=kind.name, option=option)
