"""What the launcher says, in the language of the terminal: English or Spanish."""

import os
import sys

SPANISH = {
    "Preparing Plática in this folder. This is done once and takes a few minutes.": (
        "Preparando Plática en esta carpeta. Se hace una sola vez y tarda unos minutos."
    ),
    "Installing system packages: {packages}": "Instalando paquetes del sistema: {packages}",
    "May this line be run? {line}  [y/N] ": "¿Se puede ejecutar esta línea? {line}  [s/N] ",
    "Making the Python environment in .venv": "Creando el entorno de Python en .venv",
    "Installing {count} libraries": "Instalando {count} bibliotecas",
    "Ready.": "Listo.",
    "Some of what Plática needs from the system is missing. Run this line and repeat the command:": (
        "Falta algo del sistema que Plática necesita. Ejecute esta línea y repita la orden:"
    ),
    "Plática needs from the system: {needs}. Install it and repeat the command.": (
        "Plática necesita del sistema: {needs}. Instálelo y repita la orden."
    ),
    "To go on without PDF files: ./platica --without-pdf": "Para seguir sin archivos PDF: ./platica --without-pdf",
    "Some checks will be skipped. This line installs what they need:": (
        "Algunas comprobaciones se omitirán. Esta línea instala lo que necesitan:"
    ),
    "The Python environment could not be made in {folder}.": "No se pudo crear el entorno de Python en {folder}.",
    "The libraries could not be installed. What pip said stands above; most often there is no network.": (
        "No se pudieron instalar las bibliotecas. Arriba está lo que dijo pip; casi siempre es que no hay red."
    ),
    "On a computer with a network, ./platica kit FOLDER makes a copy that needs none.": (
        "En una computadora con red, ./platica kit CARPETA hace una copia que no la necesita."
    ),
    "{file} cannot be written: {reason}. Copy the folder to a disk of your own and repeat.": (
        "No se puede escribir {file}: {reason}. Copie la carpeta a un disco propio y repita."
    ),
    "Copying the program to {folder}": "Copiando el programa a {folder}",
    "Downloading libraries for {system}, Python {version}": "Descargando bibliotecas para {system}, Python {version}",
    "The kit is ready. On the other computer, copy {folder} to its disk and run ./platica there.": (
        "El paquete está listo. En la otra computadora, copie {folder} a su disco y ejecute ahí ./platica."
    ),
    "{folder} holds something else already. Name an empty or new folder.": (
        "En {folder} ya hay otra cosa. Indique una carpeta vacía o nueva."
    ),
}
YES = ("y", "yes", "s", "si", "sí")


class Stopped(Exception):
    """The preparation cannot go on; carries the sentences that say why and what to do."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))


def say(sentence: str, **values: object) -> str:
    """The sentence in the language of the terminal, its values filled in."""
    chosen = SPANISH[sentence] if speaks_spanish() else sentence
    return chosen.format(**values)


def speaks_spanish() -> bool:
    """Whether the terminal's locale is a Spanish one."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return locale.startswith("es")


def tell(sentence: str, **values: object) -> None:
    """Says the sentence on standard error, so that standard output stays the program's own."""
    print(say(sentence, **values), file=sys.stderr, flush=True)


def agreed(sentence: str, **values: object) -> bool:
    """Asks at the terminal; without a terminal nobody agrees."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    print(say(sentence, **values), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in YES
