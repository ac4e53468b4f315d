"""What the press is compared with, each in a process of its own: `python press_peers.py KIND FOLDER`.

`bare` is WeasyPrint alone. It stays running, reads a line (`handout N`, `certificates`) and answers with seconds and
pages. `binder`, `typst` and `ours` make the binder once and say what it took.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from held_together import HeldTogether

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "toolkit")]


def bare(folder: Path) -> None:
    """Everything WeasyPrint lets one reuse is reused for handouts, nothing for certificates."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts, images = FontConfiguration(), {}  # type: ignore[var-annotated]
    kept = [CSS(filename=str(folder / "handout.css"), font_config=fonts)]
    for line in sys.stdin:
        kind, _, number = line.strip().partition(" ")
        texts = json.loads((folder / f"{kind}{number}.json").read_text())
        pages = 0
        begin = time.perf_counter()
        for text in texts:
            page = HTML(string=text, base_url=str(folder))
            if kind == "handout":
                made = page.render(stylesheets=kept, font_config=fonts, cache=images, pdf_variant="pdf/ua-1")
                made.write_pdf(pdf_variant="pdf/ua-1", cache=images)
                pages += len(made.pages)
            else:
                page.write_pdf(stylesheets=[CSS(filename=str(folder / f"{kind}.css"))], pdf_variant="pdf/ua-1")
                pages += 1
        say(seconds=time.perf_counter() - begin, pages=pages)


def binder(folder: Path) -> None:
    """One document by WeasyPrint alone, the whole process timed by whoever started it."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    begin = time.perf_counter()
    fonts = FontConfiguration()
    styles = [CSS(filename=str(folder / "binder.css"), font_config=fonts)]
    with HeldTogether() as held:
        made = HTML(filename=str(folder / "binder.html")).render(
            stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1"
        )
        made.write_pdf(str(folder / "bare.pdf"), pdf_variant="pdf/ua-1")
    say(seconds=time.perf_counter() - begin, pages=len(made.pages), memory=held.each)


def typst(folder: Path) -> None:
    """One document by Typst, running with its fonts found, its cache cold."""
    import typst as engine

    fonts = str(folder / "fonts")
    compiler = engine.Compiler(root=str(folder), font_paths=[fonts], ignore_system_fonts=True)
    begin = time.perf_counter()
    made = compiler.compile(input=str(folder / "binder.typ"), format="pdf", pdf_standards=["ua-1"])
    spent = time.perf_counter() - begin
    (folder / "typst.pdf").write_bytes(made)
    say(seconds=spent, pages=0)


def ours(folder: Path) -> None:
    """The binder from an open site, nothing of it made before."""
    from platica.desk import print_workshop
    from platica.desk.open_desk import Places, open_desk
    from platica.domain.ids import WorkshopId
    from platica.domain.printing import PrintOrder, What

    places = Places(folder / "site", folder / "content", folder / "cache")
    with open_desk(places) as desk:
        order = PrintOrder(WorkshopId((folder / "workshop").read_text()), frozenset({What.BINDER}))
        begin = time.perf_counter()
        with HeldTogether() as held:
            (made,) = print_workshop.make(desk, print_workshop.plan(desk, order), folder / "cold")
        spent = time.perf_counter() - begin
    say(seconds=spent, pages=made.pages, memory=held.each)


def say(**told: Any) -> None:
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    {"bare": bare, "binder": binder, "typst": typst, "ours": ours}[sys.argv[1]](Path(sys.argv[2]))
