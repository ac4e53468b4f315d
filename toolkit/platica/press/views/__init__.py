"""What a document shows, as plain values: the press makes nothing up and looks nothing up."""

from platica.press.views.binder import ContentsLine, ContentsView, CoverView, NumbersView
from platica.press.views.calls import CallLine, CallsView
from platica.press.views.certificates import CertificateLine, CertificatesView, SponsorMark
from platica.press.views.edition import BoundPart, Edition, Part, Stamp
from platica.press.views.guide import GuideView
from platica.press.views.handout import HandoutView
from platica.press.views.office import ErasureView, RecoveryView
from platica.press.views.outcomes import OutcomesView
from platica.press.views.return_sheet import ReturnView
from platica.press.views.sign_in import SignInLine, SignInView
from platica.press.views.tags import Tag, TagsView
from platica.press.views.ticket import TicketView

View = (
    GuideView
    | HandoutView
    | SignInView
    | CertificatesView
    | TagsView
    | CallsView
    | TicketView
    | ReturnView
    | OutcomesView
    | CoverView
    | ContentsView
    | NumbersView
    | RecoveryView
    | ErasureView
)

__all__ = [
    "BoundPart",
    "CallLine",
    "CallsView",
    "CertificateLine",
    "CertificatesView",
    "ContentsLine",
    "ContentsView",
    "CoverView",
    "Edition",
    "ErasureView",
    "GuideView",
    "HandoutView",
    "NumbersView",
    "OutcomesView",
    "Part",
    "RecoveryView",
    "ReturnView",
    "SignInLine",
    "SignInView",
    "SponsorMark",
    "Stamp",
    "Tag",
    "TagsView",
    "TicketView",
    "View",
]
