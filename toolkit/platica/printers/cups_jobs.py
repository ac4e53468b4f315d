"""The jobs CUPS remembers: asked with `ipptool`, which tells most, or with `lpstat` where that is missing."""

import plistlib
import shutil
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote
from xml.parsers.expat import ExpatError

from platica.domain.printer import BatchState
from platica.errors import PrinterError
from platica.phrases import phrase
from platica.printers.print_system import SeenJob
from platica.printers.tools import run

_HEAD = """GROUP operation-attributes-tag
ATTR charset attributes-charset utf-8
ATTR language attributes-natural-language en
ATTR uri printer-uri $uri
ATTR name requesting-user-name $user
"""
_ALL_JOBS = f"""{{ NAME "jobs" OPERATION Get-Jobs {_HEAD}
ATTR keyword which-jobs all
ATTR boolean my-jobs true
ATTR keyword requested-attributes job-id,job-name,job-state,job-printer-uri,job-impressions-completed
}}"""
_FORGET = f"""{{ NAME "forget" OPERATION Cancel-Job {_HEAD}
ATTR integer job-id $job
ATTR boolean purge-job true
}}"""
_HELD, _STOPPED = 4, 6
_STATES = {
    3: BatchState.WAITING,
    _HELD: BatchState.WAITING,
    5: BatchState.PRINTING,
    _STOPPED: BatchState.WAITING,
    7: BatchState.FAILED,
    8: BatchState.FAILED,
    9: BatchState.DONE,
}
"""By the value of `job-state` in RFC 8011, 5.3.7."""


def jobs() -> tuple[SeenJob, ...]:
    """This person's jobs, those that are over too while CUPS remembers them."""
    if shutil.which("ipptool") is None:
        return tuple(_listed())
    return tuple(_seen(one) for one in _asked(_ALL_JOBS) if "job-id" in one)


def forget(job: str) -> bool:
    """Takes a job out of CUPS's memory with its document; whether that was done."""
    if shutil.which("ipptool") is None:
        return False
    number = job.rpartition("-")[2]
    answer = run(["ipptool", "-X", "-d", f"job={number}", _server(), "/dev/stdin"], _FORGET.encode())
    return answer.code == 0


def _asked(request: str) -> list[dict[str, Any]]:
    answer = run(["ipptool", "-X", _server(), "/dev/stdin"], request.encode())
    try:
        found: list[dict[str, Any]] = plistlib.loads(answer.out)["Tests"][0]["ResponseAttributes"]
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError) as error:
        raise PrinterError(
            phrase("The print system of this computer does not say what became of the papers.")
        ) from error
    return found


def _seen(told: Mapping[str, Any]) -> SeenJob:
    printer = str(told.get("job-printer-uri", "")).rpartition("/")[2]
    state = told.get("job-state")
    return SeenJob(
        job=f"{printer}-{told['job-id']}",
        name=str(told.get("job-name", "")),
        state=_STATES.get(state, BatchState.UNKNOWN) if isinstance(state, int) else BatchState.UNKNOWN,
        pages=int(told.get("job-impressions-completed", 0)),
        held=state == _HELD,
    )


def _server() -> str:
    """Where CUPS answers, as an address for `ipptool`."""
    named = run(["lpstat", "-H"]).text.strip()
    return f"ipp://{quote(named, safe='')}/" if named.startswith("/") else f"ipp://{named}/"


def _listed() -> Iterator[SeenJob]:
    """What `lpstat` tells: what is over counts as printed, since it does not say whether it was taken away."""
    busy = run(["lpstat", "-p"]).text
    for which, state in (("not-completed", BatchState.WAITING), ("completed", BatchState.DONE)):
        for line in run(["lpstat", "-W", which, "-o"]).text.splitlines():
            if words := line.split():
                printing = state is BatchState.WAITING and f"now printing {words[0]}." in busy
                yield SeenJob(words[0], "", BatchState.PRINTING if printing else state)
