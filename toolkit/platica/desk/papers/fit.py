"""Whether the documents of a plan may go to people as they are."""

from collections.abc import Iterable
from functools import reduce

from platica.domain.curriculum import ReviewRole
from platica.domain.printing import PrintPlan
from platica.domain.spoken import ROLES
from platica.errors import Refused
from platica.phrases import Phrase, phrase


def must_be_fit(planned: PrintPlan) -> None:
    """Raises Refused for an untranslated safety text that nobody forces, and for a final that waits for reviews."""
    unsafe = next((row for row in planned.rows if row.unsafe), None)
    if unsafe and not planned.order.force:
        raise Refused(
            phrase(
                "“{title}” has a safety text that is not translated. Print it in another language, or force it: the"
                " original words then stand in a box.",
                title=unsafe.title,
            )
        )
    if planned.order.final and planned.pending:
        roles = _named(planned.pending)
        raise Refused(phrase("This is not final: these reviews are pending: {roles}.", roles=roles))


def _named(roles: Iterable[ReviewRole]) -> Phrase:
    """The roles one after another, each to be said in the language of whoever reads them."""
    first, *others = (ROLES[role] for role in roles)
    return reduce(lambda said, one: Phrase("{said}, {one}", {"said": said, "one": one}), others, first)
