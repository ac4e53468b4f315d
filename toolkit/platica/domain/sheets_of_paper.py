"""How much paper a document takes on a printer that prints on both sides."""

from platica.domain.printing import Bilingual, Fold, PrintRow, What

ONE_SIDED = frozenset({What.CERTIFICATES, What.TAGS})
"""Each page is for one person, or is cut into pieces, so that nothing stands on its back."""


def sheets_of_paper(row: PrintRow, pages: int) -> int:
    """Sheets for all copies of a document of so many pages."""
    cut = row.fold is Fold.TWO_UP and row.bilingual is not Bilingual.TWO_SIDED
    on_one_side = row.what in ONE_SIDED or cut
    return row.copies * (pages if on_one_side else -(-pages // 2))
