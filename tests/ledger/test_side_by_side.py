"""Several programs at one site at once."""

import os
import subprocess
import sys
import threading
from pathlib import Path

from builders.ledger import enrolment, mark, meeting, new_site, only_log, person
from platica.domain.attendance import Presence
from platica.ledger.lock import taken
from platica.ledger.site import open_site

WRITER = """
import sys
from pathlib import Path
from builders.ledger import mark
from platica.ledger.site import open_site
with open_site(Path(sys.argv[1])) as site:
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        site.records.save(mark(number))
        site.db.table("scratch").insert({"number": number})
        print(number, flush=True)
"""


def writer(folder: Path, first: int, last: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", WRITER, str(folder), str(first), str(last)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": ":".join(sys.path)})


def test_two_programs_writing_at_once_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with new_site(folder) as site:
        writers = [writer(folder, 100 * which, 100 * which + 60) for which in (1, 2)]
        for number in range(1, 41):
            site.records.save(mark(number))
        said = [int(line) for one in writers for line in one.communicate(timeout=50)[0].split()]
        assert [one.returncode for one in writers] == [0, 0]
        wanted = {mark(number) for number in [*range(1, 41), *said]}
        assert len(said) == 120
        assert set(site.records.marks(meeting().id)) == wanted
        assert sorted(row["number"] for row in site.db.table("scratch").all()) == sorted(said)
        assert len({row.doc_id for row in site.db.table("scratch").all()}) == 120
    with open_site(folder) as site:
        assert set(site.records.marks(meeting().id)) == wanted
        assert site.notices == ()


def test_a_program_sees_what_another_saved(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as screen, open_site(tmp_path / "site") as command:
        assert screen.db.table("marks").all() == []
        command.records.save(mark(1), enrolment(4), person(4, "Elena"))
        assert screen.records.marks(meeting().id) == (mark(1),)
        assert len(screen.db.table("marks").all()) == 1
        screen.records.save(mark(1, Presence.LATE))
        assert command.records.marks(meeting().id) == (mark(1, Presence.LATE),)
        assert not command.records.conflicts()


def test_a_remembered_search_is_not_given_again_after_another_program_wrote(tmp_path: Path) -> None:
    from tinydb import where

    with new_site(tmp_path / "site") as screen, open_site(tmp_path / "site") as command:
        wanted = where("presence") == "present"
        assert screen.db.table("marks").search(wanted) == []
        command.records.save(mark(1))
        assert len(screen.db.table("marks").search(wanted)) == 1


def test_threads_of_one_program_lose_nothing(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        threads = [
            threading.Thread(target=lambda first=first: [site.records.save(mark(first + n)) for n in range(20)])
            for first in (100, 200, 300)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(site.records.marks(meeting().id)) == 60


def test_a_program_that_ends_badly_leaves_no_lock(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    new_site(folder).close()
    held = """
import os, sys
from pathlib import Path
from platica.ledger.lock import taken
taken(Path(sys.argv[1]))
os._exit(9)
"""
    ended = subprocess.run(
        [sys.executable, "-c", held, str(folder / "lock")], env={"PYTHONPATH": ":".join(sys.path)}, check=False
    )
    assert ended.returncode == 9
    os.close(taken(folder / "lock", patience=0.0))


def test_a_torn_line_that_another_program_left_is_cut_by_the_next_step(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with new_site(folder) as site:
        with only_log(folder).open("ab") as log:
            log.write(b'{"f":1,"d":"half a line')
        assert site.records.marks(meeting().id) == ()
        site.records.save(mark(1))
        assert len(site.notices) == 1
    with open_site(folder) as site:
        assert site.records.marks(meeting().id) == (mark(1),)
        assert site.notices == ()
    assert [one.read_bytes() for one in (folder / "logs").glob("*.torn")] == [b'{"f":1,"d":"half a line']
