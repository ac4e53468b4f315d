"""Where the words and pictures of a page come from, so that a refusal can name the file to mend."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from platica.press.views import GuideView, HandoutView, View


@dataclass(frozen=True, slots=True)
class Origin:
    """The file of a page's text and its pictures."""

    file: str = ""
    """Its place below the content folder; empty for a page that no file holds."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """Which picture of the curriculum is at which address."""


def file_of(view: View) -> str:
    """The place of the text a view shows, such as `curricula/shared/handouts/help.md`; empty when there is none."""
    match view:
        case GuideView():
            folder, name = "sessions", str(view.session.session.id)
        case HandoutView():
            folder, name = "handouts", str(view.handout.handout.id)
        case _:
            return ""
    owner, slash, own_name = name.rpartition("/")
    return f"curricula/{owner if slash else view.curriculum}/{folder}/{own_name}.md"
