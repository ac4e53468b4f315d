"""Eight programs that write to one site at once, while one of them erases, carries and takes a key away."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from builders.ledger import mark, meeting, new_site, person
from platica.ledger.site import open_site

WRITER = """
import sys
from pathlib import Path
from builders.ledger import mark, person
from platica.ledger.keyring import Cost
from platica.ledger.site import open_site
folder, which, steps = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
site = open_site(folder)
print("ready", flush=True)
sys.stdin.readline()
for step in range(steps):
    number = 100 * which + step
    site.records.save(mark(number), mark(number, at=2))
    site.db.table("extra").insert({"by": which})
    print(number, flush=True)
    if which == 1 and step == steps // 4:
        site.records.erase(person(3).id)
    if which == 1 and step == steps // 2:
        site.carry_out(folder.parent / "stick")
        site.keys._cost = Cost(8, 1)
        site.keys.add_recovery()
        site.keys.remove(2)
site._ledger._cache.missed = 10**9
site.close()
"""
WRITERS = 8


@pytest.mark.skipif(os.name == "nt", reason="starts programs by a POSIX path list")
def test_eight_programs_write_side_by_side_and_nothing_is_lost(
    tmp_path: Path, tally: Callable[[str, int], None], full: bool
) -> None:
    folder, steps = tmp_path / "site", 100 if full else 15
    new_site(folder).close()
    (tmp_path / "stick").mkdir()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder), str(which), str(steps)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for which in range(1, WRITERS + 1)
    ]
    for program in programs:
        assert program.stdout
        assert program.stdout.readline() == "ready\n"
    ended = [program.communicate("go\n") for program in programs]
    assert [error for _, error in ended] == [""] * WRITERS
    said = {int(line) for out, _ in ended for line in out.splitlines()}
    assert len(said) == WRITERS * steps
    with open_site(folder) as site:
        for at in (1, 2):
            assert {one.participant for one in site.records.marks(meeting(at).id)} == {
                mark(n).participant for n in said
            }
        assert len(site.db.table("extra")) == WRITERS * steps
        assert person(3).id not in {one.id for one in site.records.participants()}
        assert site.notices == ()
        assert len(list((folder / "logs").glob("*.log"))) == 1
        assert len(site.keys.keyring.keys) == 2
    tally("steps of eight programs at once", len(said))
