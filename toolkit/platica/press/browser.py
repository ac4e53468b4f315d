"""A browser of the Chromium family as a printer of pages: started for one page, without a network, without traces."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from platica.press.browsers import Program

_ALONE = (
    # Nothing is fetched, looked up, sent or kept: the page brings all it needs, and the profile is thrown away.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-sync",
    "--disable-breakpad",
    "--no-pings",
    "--no-first-run",
    "--no-default-browser-check",
    # Without these two it asks the system for the person's passwords.
    "--password-store=basic",
    "--use-mock-keychain",
)
_PRINT = (
    "--headless=new",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-pdf-header-footer",
    # The name it had before.
    "--print-to-pdf-no-header",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)

_TRIES = 50
_LONGEST = 60
"""Signs of a folder in which it can still make a socket, whose whole name may have 107."""


def print_to_pdf(program: Program, html: str, seconds: float) -> bytes | None:
    """The page as the browser prints it, or None when it made nothing; raises TimeoutError after that many seconds.

    A browser takes no limit of memory: it reserves more addresses than any computer has.
    """
    scratch = Path(tempfile.mkdtemp(prefix="platica-browser-", dir=_parent(program)))
    try:
        page, pdf = scratch / "page.html", scratch / "page.pdf"
        page.write_text(html, "utf-8")
        command = [str(program.file), *_ALONE, *_PRINT, *_as_root(), f"--user-data-dir={scratch / 'profile'}"]
        _run([*command, f"--print-to-pdf={pdf}", page.as_uri()], _surroundings(program, scratch), seconds)
        return pdf.read_bytes() if pdf.is_file() else None
    finally:
        _remove(scratch)


def _remove(scratch: Path) -> None:
    """Removes the folder, also where a process that was just ended lets go of its files a moment later."""
    for _ in range(_TRIES):
        shutil.rmtree(scratch, ignore_errors=True)
        if not scratch.exists():
            return
        time.sleep(0.1)


def _parent(program: Program) -> Path | None:
    if program.scratch:
        program.scratch.mkdir(parents=True, exist_ok=True)
    return program.scratch


def _as_root() -> tuple[str, ...]:
    """Chromium refuses to run as root inside its sandbox; the page is our own and runs nothing."""
    return ("--no-sandbox",) if sys.platform != "win32" and os.geteuid() == 0 else ()


def _surroundings(program: Program, scratch: Path) -> dict[str, str]:
    """Everything it writes lies in the private folder, but for a snap, which has a home of its own."""
    if sys.platform == "win32":
        return {**os.environ, "TEMP": str(scratch), "TMP": str(scratch)}
    if sys.platform == "darwin" or program.scratch:
        return dict(os.environ)
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(scratch))
    return {**os.environ, **homes, "TMPDIR": str(scratch) if len(str(scratch)) <= _LONGEST else "/tmp"}  # noqa: S108


def _run(command: list[str], environment: dict[str, str], seconds: float) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603 - a browser from its usual place, our own page
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise TimeoutError(command[0]) from None
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends it and the processes it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
