"""Makes the pictures of printed pages in `docs/images/` from the demonstration."""

import tempfile
from pathlib import Path

import pypdfium2

from platica.desk import make_demo
from platica.desk.open_desk import Places

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
DOTS_PER_INCH = 75
POINTS_PER_INCH = 72
PAGES = {
    "page-guide": ("guia-mis-numeros-*-es.pdf", 3),
    "page-card": ("es/*azucar-baja*.pdf", 0),
    "page-plate": ("es/*el-plato-de-mi-mesa.pdf", 0),
    "page-plate-large": ("es-*/*el-plato-de-mi-mesa.pdf", 0),
    "page-sign-in": ("*asistencia*-es.pdf", 0),
    "page-certificate": ("constancias-de-finalizacion-es.pdf", 0),
}
"""Which page of which document, counted from 0, makes which picture."""


def main() -> None:
    """Writes one PNG a page; the group in it is made up."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        make_demo.make(Places(out / "site", None, out / "cache"), out)
        for name, (pattern, number) in PAGES.items():
            document = pypdfium2.PdfDocument(next(iter(sorted(out.glob(pattern)))))
            page = document[number].render(scale=DOTS_PER_INCH / POINTS_PER_INCH)
            page.to_pil().convert("P").save(IMAGES / f"{name}.png", optimize=True)
            document.close()


if __name__ == "__main__":
    main()
