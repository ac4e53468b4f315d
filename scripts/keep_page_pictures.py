"""Puts twelve pages as they look now in the place of the pictures that `tests/print/test_pictures.py` compares with.

    python scripts/keep_page_pictures.py [NAME…]

Look at what changed in tests/print/pictures before committing it.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / folder) for folder in ("toolkit", "tests")]

from builders.page_pictures import KEPT, PAGES, keep  # noqa: E402


def main() -> None:
    """Keeps the pages named, or all."""
    for name in sys.argv[1:] or PAGES:
        keep(name)
    for odd in KEPT.glob("*.png"):
        if odd.stem not in PAGES:
            odd.unlink()


if __name__ == "__main__":
    main()
