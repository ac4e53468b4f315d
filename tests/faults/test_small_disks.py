"""Files that may not grow beyond a size, as on a full or a small disk: what was told to be saved is there."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from builders.ledger import mark, meeting, new_site, only_log
from platica.ledger.site import open_site

WRITER = """
import resource, sys
from pathlib import Path
from builders.ledger import mark, meeting
from platica.errors import SiteError
from platica.ledger.site import open_site
folder, limit = Path(sys.argv[1]), int(sys.argv[2])
with open_site(folder) as site:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    saved = 0
    for number in range(10, 40):
        try:
            site.records.save(mark(number), mark(number, at=2))
        except SiteError as error:
            print("refused", error, flush=True)
            break
        saved += 1
        print(number, flush=True)
    assert len(site.records.marks(meeting().id)) == saved
    for work in (lambda: site.carry_out(folder.parent), lambda: site.keys.invite(folder.parent / "invitation")):
        try:
            work()
        except SiteError as error:
            print("refused", error, flush=True)
    site._ledger._cache.missed = 10**9
"""


@pytest.mark.skipif(os.name == "nt", reason="needs limits of the size of files")
@pytest.mark.parametrize("shard", range(4))
def test_a_file_that_cannot_grow_takes_whole_steps_or_none(
    tmp_path: Path, tally: Callable[[str, int], None], full: bool, shard: int
) -> None:
    made = tmp_path / "made"
    new_site(made).close()
    begun = only_log(made).stat().st_size
    limits = range(begun + 29 * shard, begun + 2400, 29 * 4 * (1 if full else 7))
    for limit in limits:
        folder = tmp_path / str(limit) / "site"
        folder.parent.mkdir()
        new_site(folder).close()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", WRITER, str(folder), str(limit)]
        ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert ended.returncode == 0, ended.stderr
        lines = ended.stdout.splitlines()
        saved = {mark(int(line)) for line in lines if line.isdecimal()}
        refused = [line for line in lines if line.startswith("refused")]
        assert "it is too large for this disk. Everything is as it was before" in refused[0]
        with open_site(folder) as site:
            assert set(site.records.marks(meeting().id)) == saved
            assert site.notices == ()
            site.records.save(mark(99))
    tally("limits of the size of a file", len(limits))
