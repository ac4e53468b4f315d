"""The same binder for Typst: an equivalent template, filled from the same pages."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from one_document import Sheet
from platica.press.job import PACK

_HEAD = """
#set document(title: {title})
#set text(font: "Andika", size: 13.5pt, lang: "{language}", fill: rgb("#16201e"), hyphenate: false)
#set par(leading: 0.52em, spacing: 0.62em, justify: false)
#set table(stroke: 1pt, inset: (x: 0.45em, y: 0.3em))
#show table: set text(size: 0.93em)
#show heading: set text(fill: rgb("#0b5a48"))
#let foot = state("foot", "")
#set page(
  paper: "us-letter",
  margin: (top: 16mm, bottom: 22.5mm, x: 15mm),
  numbering: "1",
  header: context align(right, strong(counter(page).display())),
  footer: context [
    #line(length: 100%, stroke: 1pt)
    #set text(size: 0.7em)
    #foot.get() #h(1fr) #counter(page).display("1 / 1", both: true)
  ],
)
#let part(name, guide: false, body) = {{
  pagebreak(weak: true)
  foot.update(name)
  if guide {{ set text(size: 0.93em); pad(right: 24mm, body) }} else {{ body }}
}}
#let framed(icon, body) = block(stroke: 1.4pt, inset: 0.55em, width: 100%, radius: 3pt, breakable: true)[
  #if icon == none {{ body }} else {{
    grid(columns: (2em, 1fr), gutter: 0.4em, image(icon, width: 1.6em, alt: " "), body)
  }}
]
#let to_write = block(height: 9.5mm, width: 100%, stroke: (bottom: 1pt))
#let blank = box(width: 9em, stroke: (bottom: 1.2pt), height: 1em)
"""
_BOXES = ("box", "cue", "piece", "cover", "stacked", "example")
_ICONS = {"say": "say", "ask": "ask", "do": "do", "answers": "answers", "note": "tip", "safety": "safety"}
_SKIPPED = ("foot", "page-of", "margin-note", "jot", "draft")


def typst_binder(sheets: Sequence[Sheet], title: str, language: str) -> str:
    """The binder as one Typst file; pictures are asked for from the folder it is compiled in."""
    body: list[str] = [_HEAD.format(title=_quoted(title), language=language)]
    for place, sheet in enumerate(sheets):
        guide = ", guide: true" if 'class="guide' in sheet.html else ""
        body.append(f"#part({_quoted(sheet.title)}{guide})[{''.join(_children(_main(sheet.html)))}]")
        if place == 0:
            body.append(f"#part({_quoted(title)})[#outline(depth: 1)]")
    return "\n".join(body)


def _main(html: str) -> Any:
    from tinyhtml5 import parse

    return next(parse(html, namespace_html_elements=False).iter("main"))


def _children(element: Any) -> Iterator[str]:
    yield _escaped(element.text)
    for child in element:
        yield _one(child)
        yield _escaped(child.tail)


def _one(element: Any) -> str:
    classes = (element.get("class") or "").split()
    inside = "".join(_children(element)) if isinstance(element.tag, str) else ""
    if any(name in _SKIPPED for name in classes):
        return ""
    match element.tag:
        case "h1" | "h2" | "h3" | "h4":
            return f"\n#heading(level: {element.tag[1]})[{inside}]\n"
        case "p":
            return f"\n\n{inside}\n\n"
        case "strong":
            return f"#strong[{inside}]"
        case "em":
            return f"#emph[{inside}]"
        case "br":
            return "#linebreak()"
        case "img":
            source, alternative = "/" + element.get("src").removeprefix(PACK), element.get("alt")
            return f"#box(image({_quoted(source)}, height: 3em, alt: {_quoted(alternative)}))"
        case "table":
            return _table(element)
        case "ul" | "ol":
            return _list(element, classes)
        case "div" if "line" in classes:
            return "#to_write"
        case "span" if "blank" in classes:
            return "#blank"
        case "svg":
            return ""
    if any(name in _BOXES for name in classes):
        icon = next((_quoted(f"/icons/{_ICONS[name]}.svg") for name in classes if name in _ICONS), "none")
        return f"\n#framed({icon})[{inside}]\n"
    return f"\n{inside}\n" if element.tag in ("div", "section", "header") else inside


def _list(element: Any, classes: list[str]) -> str:
    items = [f"[{''.join(_children(item))}]" for item in element if item.tag == "li"]
    if "cards" in classes or "faces" in classes or "scale" in classes:
        columns = len(items) if len(items) <= 11 else 3
        return f"\n#table(columns: ({'1fr,' * columns}), {', '.join(items)})\n"
    kind = "enum" if element.tag == "ol" else "list"
    return f"\n#{kind}(tight: true, {', '.join(items)})\n"


def _table(element: Any) -> str:
    rows = [[cell for cell in row if cell.tag in ("th", "td")] for row in element.iter("tr")]
    columns = max(map(len, rows))
    heads = [f"[{''.join(_children(cell))}]" for row in rows for cell in row if cell.tag == "th"][:columns]
    plain = rows[1:] if all(cell.tag == "th" for cell in rows[0]) else rows
    high = "9.5mm" if "log" in element.get("class", "") else "auto"
    cells = [f"[{''.join(_children(cell))}]" for row in plain for cell in row]
    header = f"table.header({', '.join(heads)}), " if plain is not rows else ""
    return f"\n#table(columns: ({'1fr,' * columns}), rows: {high}, {header}{', '.join(cells)})\n"


def _escaped(text: str | None) -> str:
    words = " ".join((text or "").split())
    if not words:
        return " " if text else ""
    for sign in "\\#$*_`<>@[]~=-+/":
        words = words.replace(sign, f"\\{sign}")
    before, after = " " * (text or "")[0].isspace(), " " * (text or "")[-1].isspace()
    return f"{before}{words}{after}"


def _quoted(words: str | None) -> str:
    safe = (words or " ").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{safe}"'


def write_typst(sheets: Sequence[Sheet], title: str, language: str, folder: Path, printables: Path) -> Path:
    """The file with links to the icons and fonts beside it; gives its place."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("icons", "fonts"):
        (folder / name).symlink_to(printables / name)
    file = folder / "binder.typ"
    file.write_text(typst_binder(sheets, title, language))
    return file
