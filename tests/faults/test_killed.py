"""Programs killed in the middle: what they said was saved is there."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from builders.ledger import mark, meeting, new_site, only_log
from platica.ledger.site import open_site

KILLS, SHARE = 300, 15
WRITER = """
import sys
from collections.abc import Callable
from pathlib import Path
from builders.ledger import mark
from platica.ledger.site import open_site
site = open_site(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), 10**9):
    site.records.save(mark(number), mark(number, at=2))
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs kill -9")
def test_nothing_that_was_said_to_be_saved_is_lost_by_a_kill(
    tmp_path: Path, tally: Callable[[str, int], None], full: bool
) -> None:
    folder = tmp_path / "site"
    new_site(folder).close()
    environment = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    said: list[int] = []
    for round_ in range(KILLS if full else SHARE):
        command = [sys.executable, "-c", WRITER, str(folder), str(1000 * (round_ + 1))]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
            assert writer.stdout is not None
            said += [int(writer.stdout.readline()) for _ in range(1 + round_ % 7)]
            writer.send_signal(signal.SIGKILL)
            said += [int(line) for line in writer.stdout if line.endswith("\n")]
    with open_site(folder) as site:
        first, second = ({one.participant for one in site.records.marks(meeting(number).id)} for number in (1, 2))
        assert {mark(number).participant for number in said} <= first
        assert first == second
        assert len(first) - len(said) <= (KILLS if full else SHARE)
        assert site.notices == ()
        site.records.save(mark(1))
    assert only_log(folder).read_bytes().endswith(b"\n")
    tally("kill -9 at any moment", KILLS if full else SHARE)
