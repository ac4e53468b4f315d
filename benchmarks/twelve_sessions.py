"""A circle of twelve sessions for benchmarks: the bundled diabetes circle four times over, in Spanish."""

import re
import shutil
from datetime import date, time
from pathlib import Path

import polib
import yaml

from platica.desk import build_workshop, keep_roster, set_up
from platica.desk.build_workshop import NewWorkshop
from platica.desk.open_desk import Places, open_desk
from platica.domain.ids import CurriculumId, WorkshopId
from platica.domain.settings import Settings
from platica.resources import bundled

CIRCLE = CurriculumId("diabetes-peer-circle")
LANGUAGE = "es"
TIMES = 4
CHANGED = "plate-2"
"""The handout of which there are many editions."""
EDITIONS = 60
_TITLE = re.compile(r"^title: \"?(.+?)\"?$", re.MULTILINE)


def site_with_twelve_sessions(folder: Path) -> tuple[Places, WorkshopId]:
    """A site in the folder with a workshop of twelve sessions and twelve people who came to all of them."""
    places = Places(site=folder / "site", content=folder / "content", cache=folder / "cache")
    write_circle(folder / "content")
    set_up.create(places, Settings("Las Flores", LANGUAGE, "US"))
    with open_desk(places) as desk:
        workshop = build_workshop.create(
            desk,
            NewWorkshop(
                curriculum=CIRCLE,
                name="Caminando juntos",
                languages=(LANGUAGE,),
                start=date(2026, 11, 5),
                at=time(18, 0),
                place="Salón B",
                leaders=("Rosa Medina",),
            ),
        )
        for number in range(1, 13):
            keep_roster.add(desk, workshop.id, f"Persona {number:02}")
    return places, workshop.id


def write_circle(content: Path) -> None:
    """The curriculum in a content folder, each repetition under ids and titles of its own, with its Spanish."""
    ours = bundled().curricula / CIRCLE
    target = content / "curricula" / CIRCLE
    shutil.copytree(ours, target)
    about = yaml.safe_load((ours / "curriculum.yaml").read_text())
    catalogue = polib.POFile()
    catalogue.metadata = dict(polib.pofile(str(bundled().locales / LANGUAGE / "LC_MESSAGES" / f"{CIRCLE}.po")).metadata)
    spanish = _titles_in_spanish()
    own = [sheet for sheet in about["handouts"] if "/" not in sheet]
    for nth in range(2, TIMES + 1):
        for kind in ("sessions", "handouts"):
            for file in (ours / kind).glob("*.md"):
                text = file.read_text()
                found = _TITLE.search(text)
                assert found is not None
                title = found[1]
                text = _TITLE.sub(f'title: "{title} (part {nth})"', text, count=1)
                for sheet in own:
                    text = re.sub(rf"^  - {sheet}$", f"  - {sheet}-{nth}", text, flags=re.MULTILINE)
                (target / kind / f"{file.stem}-{nth}.md").write_text(text)
                catalogue.append(polib.POEntry(msgid=f"{title} (part {nth})", msgstr=f"{spanish[title]} (parte {nth})"))
    about["sessions"] += [f"{one}-{nth}" for nth in range(2, TIMES + 1) for one in about["sessions"]]
    about["handouts"] += [f"{one}-{nth}" for nth in range(2, TIMES + 1) for one in own]
    (target / "curriculum.yaml").write_text(yaml.safe_dump(about, allow_unicode=True, sort_keys=False))
    for edition in range(EDITIONS):
        words = f"Edition {edition} of this sheet.", f"Edición {edition} de esta hoja."
        catalogue.append(polib.POEntry(msgid=words[0], msgstr=words[1]))
    (content / "locales" / LANGUAGE / "LC_MESSAGES").mkdir(parents=True)
    catalogue.save(str(content / "locales" / LANGUAGE / "LC_MESSAGES" / f"{CIRCLE}.po"))
    change_handout(content, 0)


def change_handout(content: Path, edition: int) -> None:
    """Writes another edition of one handout, with one sentence changed."""
    file = content / "curricula" / CIRCLE / "handouts" / f"{CHANGED}.md"
    text = file.read_text().partition("\nEdition ")[0].rstrip("\n")
    file.write_text(f"{text}\n\nEdition {edition} of this sheet.\n")


def _titles_in_spanish() -> dict[str, str]:
    catalogue = polib.pofile(str(bundled().locales / LANGUAGE / "LC_MESSAGES" / f"{CIRCLE}.po"))
    return {entry.msgid: entry.msgstr for entry in catalogue}
