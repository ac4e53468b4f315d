"""Beginning a curriculum of one's own."""

import re
import shutil
from pathlib import Path

from platica.desk.desk import Desk
from platica.domain.ids import CurriculumId
from platica.domain.names import clean_line
from platica.errors import Refused
from platica.phrases import phrase

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 60


def start(desk: Desk, curriculum_id: CurriculumId, title: str | None = None) -> Path:
    """Makes the folder of a curriculum, in the working copy or else in the site's own content, and says where.

    Raises Refused when the id is taken or is no file name, SiteError when there is neither working copy nor site.
    """
    from platica.content.skeleton import skeleton

    if not _ID.fullmatch(curriculum_id) or len(curriculum_id) > _LONGEST:
        raise Refused(
            phrase(
                "“{id}” cannot be an id. Use small letters without accents, numbers and hyphens: healthy-kitchen.",
                id=curriculum_id,
            )
        )
    if curriculum_id in desk.library.domains():
        raise Refused(phrase("There is a curriculum “{id}” already.", id=curriculum_id))
    root = desk.working_copy.folder if desk.working_copy else desk.folder / "content"
    folder = root / "curricula" / curriculum_id
    named = clean_line(title or "") or curriculum_id.replace("-", " ").capitalize()
    unfinished = folder.with_name(f".{curriculum_id}.new")
    shutil.rmtree(unfinished, ignore_errors=True)
    for path, text in skeleton(curriculum_id, named):
        file = unfinished / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    unfinished.rename(folder)
    return folder
