"""Every kind of paper with its rows and its view."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from platica.desk.papers import binder, calls, certificates, guide, outcomes, return_sheet, sheets, sign_in, tags
from platica.desk.print_job import PrintJob
from platica.domain.printing import PrintRow, What
from platica.press.views import View

ROWS: Mapping[What, Callable[[PrintJob], Iterator[PrintRow]]] = MappingProxyType(
    {
        What.GUIDE: guide.rows,
        What.HANDOUTS: sheets.handout_rows,
        What.FORMS: sheets.form_rows,
        What.SIGN_IN: sign_in.rows,
        What.CERTIFICATES: certificates.rows,
        What.TAGS: tags.rows,
        What.CALL_LIST: calls.rows,
        What.RETURN: return_sheet.rows,
        What.OUTCOMES: outcomes.rows,
        What.BINDER: binder.rows,
    }
)
"""The documents a job needs of each kind."""
VIEWS: Mapping[What, Callable[[PrintJob, PrintRow], View]] = MappingProxyType(
    {
        What.GUIDE: guide.view,
        What.HANDOUTS: sheets.view,
        What.FORMS: sheets.view,
        What.SIGN_IN: sign_in.view,
        What.CERTIFICATES: certificates.view,
        What.TAGS: tags.view,
        What.CALL_LIST: calls.view,
        What.RETURN: return_sheet.view,
        What.OUTCOMES: outcomes.view,
    }
)
"""What a row of each kind shows; a binder is bound of many views instead."""
