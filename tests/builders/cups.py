"""A print service of a test's own: a real CUPS with its own settings and spool, and printers that keep what arrives."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

CUPSD = shutil.which("cupsd") or shutil.which("cupsd", path="/usr/sbin:/sbin")
FILTERS = Path("/usr/lib/cups/filter/pdftopdf")
needs_cups = pytest.mark.skipif(
    CUPSD is None or not FILTERS.exists() or not all(map(shutil.which, ("lp", "ipptool"))),
    reason="PRINTING NOT CHECKED: needs cups, cups-client, cups-filters and cups-ipp-utils",
)
BIG, PLAIN = "Salon", "Plain"
"""A printer that prints on both sides and is the usual one, and one that does not."""
_PATIENCE = 20.0
_FILES = """SystemGroup root
FileDevice Yes
ServerRoot {home}
RequestRoot {home}/spool
CacheDir {home}/cache
StateDir {home}/state
TempDir {home}/tmp
AccessLog {home}/log/access
ErrorLog {home}/log/error
PageLog {home}/log/page
ServerBin {home}/bin
"""
_SERVICE = """Listen {socket}
DirtyCleanInterval {lag}
Browsing No
WebInterface No
LogLevel info
PageLogFormat %p %j %T %C %{{job-name}} %{{sides}} %{{media}}
<Location />
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_TRAY = """#!/bin/sh
[ $# = 0 ] && {{ echo 'direct tray "Tray" "Tray"'; exit 0; }}
[ -e {home}/out-of-paper ] && {{ echo 'STATE: +media-empty-error' >&2; cat > /dev/null; exit 1; }}
echo 'STATE: -media-empty-error' >&2
echo $$ > {home}/tray/$1.pid
[ -e {home}/gate ] && read opened < {home}/gate
cat > {home}/tray/$1.part && echo "$3|$4|$5" > {home}/tray/$1.ticket && mv {home}/tray/$1.part {home}/tray/$1.pdf
"""
_PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TRAY.PPD"
*Manufacturer: "Tray"
*Product: "(Tray)"
*ModelName: "Tray"
*ShortNickName: "Tray"
*NickName: "Tray"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*cupsManualCopies: True
*cupsFilter: "application/vnd.cups-pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: Letter
*PageSize Letter/US Letter: ""
*PageSize A4/A4: ""
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*DefaultPageRegion: Letter
*PageRegion Letter/US Letter: ""
*PageRegion A4/A4: ""
*CloseUI: *PageRegion
*DefaultImageableArea: Letter
*ImageableArea Letter/US Letter: "12 12 600 780"
*ImageableArea A4/A4: "12 12 583 830"
*DefaultPaperDimension: Letter
*PaperDimension Letter/US Letter: "612 792"
*PaperDimension A4/A4: "595 842"
"""
_DUPLEX = """*OpenUI *Duplex/2-Sided Printing: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long-Edge: ""
*Duplex DuplexTumble/Short-Edge: ""
*CloseUI: *Duplex
"""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A job as it came out of the printer."""

    number: int
    name: str
    copies: int
    options: str
    pages: int
    size: tuple[int, int]
    """Points of the first page."""


class PrintService:
    """Starts and stops the service; says what came out of its printers."""

    def __init__(self, home: Path, lag: int) -> None:
        """`lag` is how many seconds pass until a change is on the disk."""
        self.home = home
        self.socket = home / "socket"
        self._process: subprocess.Popen[bytes] | None = None
        for name in ("spool", "cache", "state", "tmp", "log", "bin/backend", "tray", "ppd"):
            (home / name).mkdir(parents=True)
        (home / "tmp").chmod(0o1777)
        for name in ("filter", "daemon", "monitor", "notifier", "driver"):
            (home / "bin" / name).symlink_to(Path("/usr/lib/cups", name))
        (home / "cups-files.conf").write_text(_FILES.format(home=home))
        (home / "cupsd.conf").write_text(_SERVICE.format(socket=self.socket, lag=lag))
        tray = home / "bin" / "backend" / "tray"
        tray.write_text(_TRAY.format(home=home))
        tray.chmod(0o700)

    def start(self) -> None:
        """Begins, or begins again after `kill`, with the printers and jobs there were."""
        assert CUPSD
        words = [CUPSD, "-f", "-c", str(self.home / "cupsd.conf"), "-s", str(self.home / "cups-files.conf")]
        with (self.home / "log" / "said").open("ab") as said:
            self._process = subprocess.Popen(words, stdout=said, stderr=said)
        self._until(lambda: "is running" in self.tool("lpstat", "-r"), "the print service does not start")

    def kill(self) -> None:
        """As a power cut: the service and all that was being printed are gone at once."""
        if self._process:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
        for file in (self.home / "tray").glob("*.pid"):
            if not file.with_suffix(".pdf").exists():
                with suppress(ProcessLookupError, ValueError):
                    os.kill(int(file.read_text()), signal.SIGKILL)

    def add(self, name: str, *, two_sided: bool = False, about: str = "") -> None:
        """A printer."""
        file = self.home / f"{name}.ppd"
        file.write_text(_PPD + (_DUPLEX if two_sided else ""))
        self.tool("lpadmin", "-p", name, "-E", "-v", "tray:/", "-P", str(file), "-D", about or name)

    def tool(self, *words: str) -> str:
        """Runs one of the tools for whoever looks after the printers; what it says."""
        environment = {**os.environ, "CUPS_SERVER": str(self.socket), "LC_ALL": "C"}
        path = f"{os.environ['PATH']}:/usr/sbin:/sbin"
        done = subprocess.run(words, env=environment | {"PATH": path}, capture_output=True, text=True, check=False)
        return done.stdout

    def take_paper_out(self) -> None:
        """Jobs fail from now on."""
        (self.home / "out-of-paper").touch()

    def put_paper_in(self) -> None:
        """Jobs can be printed again."""
        (self.home / "out-of-paper").unlink()

    def until_trouble(self) -> None:
        """Waits until a printer says that paper is missing."""
        self._until(lambda: "media-empty" in self.tool("lpoptions", "-p", BIG), "no printer complains")

    def close_gate(self) -> None:
        """From now on no job leaves the printer before `open_gate`."""
        os.mkfifo(self.home / "gate")

    def open_gate(self) -> None:
        """Lets what waits at the gate out, and all that comes after it."""
        gate = self.home / "gate"
        gate.rename(gate.with_name("opened"))
        with suppress(OSError):  # nobody waits
            os.close(os.open(gate.with_name("opened"), os.O_WRONLY | os.O_NONBLOCK))
        gate.with_name("opened").unlink()

    def until_idle(self) -> None:
        """Waits until no job is on its way."""
        self._until(lambda: not self.tool("lpstat", "-o").strip(), "jobs do not come out")

    def until_printing(self) -> None:
        """Waits until a job is at the gate."""
        self._until(lambda: any((self.home / "tray").glob("*.pid")), "no job reaches the printer")

    def arrived(self) -> list[Arrived]:
        """All jobs that came out, by number."""
        return sorted(self.in_order(), key=lambda one: one.number)

    def in_order(self) -> list[Arrived]:
        """All jobs that came out, the first one first."""
        files = sorted((self.home / "tray").glob("*.pdf"), key=lambda file: file.stat().st_mtime_ns)
        return [_arrived(file) for file in files]

    def spooled(self) -> list[str]:
        """The documents the service keeps."""
        return sorted(file.name for file in (self.home / "spool").iterdir() if file.name.startswith("d"))

    def _until(self, done: Callable[[], bool], complaint: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not done():
            if time.monotonic() > end:
                log = self.home / "log" / "error"
                pytest.fail(f"{complaint}: {log.read_text()[-2000:] if log.exists() else ''}")


def _arrived(file: Path) -> Arrived:
    import pikepdf

    name, copies, options = file.with_suffix(".ticket").read_text().strip().split("|", 2)
    with pikepdf.open(file) as pdf:
        box = [float(value) for value in pdf.pages[0].mediabox.as_list()]
        size = (round(box[2] - box[0]), round(box[3] - box[1]))
        return Arrived(int(file.stem), name, int(copies), options, len(pdf.pages), size)


@contextmanager
def print_service(monkeypatch: pytest.MonkeyPatch, *, printers: bool = True, lag: int = 0) -> Iterator[PrintService]:
    """A running service that this process's tools talk to; its folder has a short name, as sockets need one."""
    with tempfile.TemporaryDirectory(prefix="cups") as folder:
        Path(folder).chmod(0o755)
        service = PrintService(Path(folder), lag)
        monkeypatch.setenv("CUPS_SERVER", str(service.socket))
        service.start()
        try:
            if printers:
                service.add(BIG, two_sided=True, about="Impresora del salón")
                service.add(PLAIN)
                service.tool("lpadmin", "-d", BIG)
            yield service
        finally:
            service.kill()


def sides_of(arrived: Arrived) -> str:
    """How the printer was asked to use the paper."""
    found = re.search(r"sides=(\S+)", arrived.options)
    return found[1] if found else ""
