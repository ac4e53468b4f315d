"""Makes the pictures of `printables/ornaments` from their drawings: `python scripts/ornaments.py`.

Needs rsvg-convert.
"""

import io
import subprocess
from pathlib import Path

from PIL import Image

FOLDER = Path(__file__).resolve().parents[1] / "printables" / "ornaments"
CORNER, SPRIGS = 709, 992
"""Dots of 30 mm and of 42 mm at 600 dots an inch."""
_GREYS = 16


def drawn(name: str, width: int) -> Image.Image:
    """A drawing on white, so wide."""
    command = ["rsvg-convert", "--background-color=white", f"--width={width}", "--keep-aspect-ratio", name]
    made = subprocess.run(command, capture_output=True, check=True, cwd=FOLDER)
    return Image.open(io.BytesIO(made.stdout)).convert("RGB")


def keep(picture: Image.Image, name: str) -> None:
    picture.quantize(_GREYS).save(FOLDER / f"{name}.png", optimize=True)


def main() -> None:
    corner = drawn("corner.svg", CORNER)
    across = corner.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    keep(corner, "corner-top-left")
    keep(across, "corner-top-right")
    keep(corner.transpose(Image.Transpose.FLIP_TOP_BOTTOM), "corner-bottom-left")
    keep(across.transpose(Image.Transpose.FLIP_TOP_BOTTOM), "corner-bottom-right")
    keep(drawn("sprigs.svg", SPRIGS), "sprigs")


if __name__ == "__main__":
    main()
