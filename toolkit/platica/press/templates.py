"""Which template and stylesheets a view is made with, and the layouts that are tried."""

from platica.domain.curriculum import HandoutType
from platica.press import shapes
from platica.press.job import AS_IS, Layout
from platica.press.views import (
    CallsView,
    CertificatesView,
    ContentsView,
    CoverView,
    Edition,
    ErasureView,
    GuideView,
    HandoutView,
    NumbersView,
    OutcomesView,
    RecoveryView,
    ReturnView,
    SignInView,
    TagsView,
    TicketView,
    View,
)

_TEMPLATES: dict[type, tuple[str, tuple[str, ...]]] = {
    GuideView: ("guide.html.j2", ("boxes.css", "guide.css")),
    HandoutView: ("handout.html.j2", ("boxes.css",)),
    SignInView: ("sign_in.html.j2", ("boxes.css", "sign_in.css")),
    CertificatesView: ("certificates.html.j2", ("certificates.css",)),
    TagsView: ("tags.html.j2", ("tags.css",)),
    OutcomesView: ("outcomes.html.j2", ("boxes.css", "outcomes.css")),
    ReturnView: ("return_sheet.html.j2", ("boxes.css", "sign_in.css", "office.css", "return_sheet.css")),
    CallsView: ("calls.html.j2", ("boxes.css", "calls.css")),
    TicketView: ("ticket.html.j2", ("boxes.css", "office.css", "ticket.css")),
    CoverView: ("cover.html.j2", ("binder.css",)),
    ContentsView: ("contents.html.j2", ("binder.css",)),
    NumbersView: ("numbers.html.j2", ("numbers.css",)),
    ErasureView: ("erasure.html.j2", ("boxes.css", "office.css")),
    RecoveryView: ("recovery.html.j2", ("boxes.css", "office.css")),
}

_CLOSE_UP = HandoutView | GuideView | CoverView | ContentsView | OutcomesView | RecoveryView | ErasureView


def template(view: View) -> str:
    """The file of `printables/templates` that shows the view."""
    if isinstance(view, HandoutView) and view.second:
        return "bilingual.html.j2"
    return _TEMPLATES[type(view)][0]


def stylesheets(view: View, edition: Edition) -> tuple[str, ...]:
    """The files of `printables/styles`, the more particular later."""
    own = _TEMPLATES[type(view)][1]
    size, last = ("size-large.css", ("large.css",)) if edition.large else ("size-normal.css", ())
    if (edition.large or edition.half) and "guide.css" in own:
        last = (*last, "guide-large.css")
    if edition.large and "office.css" in own:
        last = (*last, "office-large.css")
    if isinstance(view, HandoutView) and view.second:
        last = (*last, "pairs.css")
    if edition.pictures:
        last = (*last, "picture-led.css")
    if edition.half:
        last = (*last, "half.css")
    paper = f"paper-{edition.paper}-half.css" if edition.half else f"paper-{edition.paper}.css"
    return ("fonts.css", size, paper, "base.css", *own, *last)


def layouts(view: View, edition: Edition) -> tuple[Layout, ...]:
    """Sheets and lists close up when that saves a page.

    A card that is one page has a line to cut along; a poster that is one page has letters for the wall.
    """
    if not isinstance(view, _CLOSE_UP):
        return AS_IS
    to_fit = (Layout(), Layout(("tight.css",)))
    if isinstance(view, HandoutView) and view.second:
        return (*to_fit, Layout(("tight.css", "pairs-tight.css")))
    if edition.half:
        return (Layout(), Layout(("half-tight.css",)))
    if _hangs_on_the_wall(view, edition):
        return (
            Layout(("wall.css",), only_whole=True),
            Layout(("wall.css", "wall-tight.css"), only_whole=True),
            *to_fit,
        )
    if not _is_cut_out(view, edition):
        return to_fit
    return (Layout(("cut.css",), only_whole=True), Layout(("cut.css", "tight.css"), only_whole=True), *to_fit)


def _hangs_on_the_wall(view: View, edition: Edition) -> bool:
    return isinstance(view, HandoutView) and view.handout.handout.type is HandoutType.POSTER and not edition.half


def _is_cut_out(view: View, edition: Edition) -> bool:
    if edition.large or edition.half or not isinstance(view, HandoutView) or view.second:
        return False
    return shapes.is_cut_out(view.handout)
