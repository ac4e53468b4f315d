"""Invitations: what they bring, what was altered in them, and setting up that was interrupted."""

import errno
import json
import shutil
from pathlib import Path

import pytest

from builders.failing_system import FailingSystem
from builders.site import desk_in, places_in
from platica.desk import computers, invite
from platica.desk.open_desk import open_desk
from platica.desk.set_up import is_set_up
from platica.errors import PlaticaError, Refused
from platica.ledger import fs


def invited(folder: Path) -> tuple[Path, str]:
    """An invitation of an organization in Mexico, and its code."""
    with desk_in(folder / "one", region="MX") as desk:
        return folder / "invitation.json", invite.invite(desk, folder / "invitation.json")


def test_a_new_computer_has_the_name_the_language_and_the_region_of_the_organization(tmp_path: Path) -> None:
    file, code = invited(tmp_path)
    settings = invite.begin(places_in(tmp_path / "new"), file, code)
    assert (settings.name, settings.language, settings.region) == ("Las Flores", "es", "MX")
    with open_desk(places_in(tmp_path / "new")) as desk:
        assert desk.settings == settings
        assert len(computers.computers(desk)) == 1
    with pytest.raises(Refused, match="There is a site"):
        invite.begin(places_in(tmp_path / "new"), file, code)


@pytest.mark.parametrize("altered", ["", "AAAA", "no base64 ", None])
def test_settings_that_were_altered_are_not_used(tmp_path: Path, altered: str | None) -> None:
    file, code = invited(tmp_path)
    content = json.loads(file.read_text())
    whole = content.pop("settings")
    if altered is not None:
        content["settings"] = altered or whole[:40] + ("A" if whole[40] != "A" else "B") + whole[41:]
    file.write_text(json.dumps(content))
    with pytest.raises(Refused, match="does not tell what the organization is called"):
        invite.begin(places_in(tmp_path / "new"), file, code)
    assert not is_set_up(places_in(tmp_path / "new"))
    with desk_in(tmp_path / "own") as desk:
        assert not invite.join(desk, file, code)


def test_setting_up_that_was_interrupted_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, code = invited(tmp_path)
    for nth in range(1, 100, 2):
        places = places_in(tmp_path / "new")
        system = FailingSystem(nth, errno.ENOSPC, stays=True)
        with monkeypatch.context() as broken:
            broken.setattr(fs, "os", system)
            try:
                invite.begin(places, file, code)
            except PlaticaError:
                assert system.failed
        if not is_set_up(places):
            invite.begin(places, file, code)
        with open_desk(places) as desk:
            assert desk.settings.region == "MX"
            assert desk.notices == ()
        shutil.rmtree(places.site)
        if not system.failed:
            return
    pytest.fail("It never came to its end.")
