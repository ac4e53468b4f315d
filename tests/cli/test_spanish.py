import re
from pathlib import Path

import click
import pytest

from builders.command_line import CIRCLE, Terminal, circle_in
from platica.cli.english import English
from platica.cli.tree import build

SPANISH = "es_MX.UTF-8"


def paths(group: click.Group, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command of a group as the words that call it, the group itself first."""
    found = [before]
    for name, one in group.commands.items():
        found += paths(one, (*before, name)) if isinstance(one, click.Group) else [(*before, name)]
    return found


COMMANDS = paths(build(English()))


@pytest.mark.parametrize("words", COMMANDS, ids=[" ".join(words) or "platica" for words in COMMANDS])
def test_the_help_of_every_command_is_there_in_both_languages(tmp_path: Path, words: tuple[str, ...]) -> None:
    english, spanish = Terminal(tmp_path)(*words, "--help"), Terminal(tmp_path, SPANISH)(*words, "--help")
    assert (english.code, spanish.code, english.err, spanish.err) == (0, 0, "", "")
    assert english.out.startswith("Usage: platica ")
    assert spanish.out.startswith("Uso: platica ")
    assert "Muestra esta ayuda." in spanish.out
    assert "[required]" not in spanish.out
    left_in_english = sentences(english.out) & sentences(spanish.out)
    assert left_in_english == set()


def sentences(text: str) -> set[str]:
    """The lines of a help text that begin with a capital letter, as English or Spanish sentences do."""
    return {line for line in text.splitlines() if re.match(r" *[A-Z][a-z]+ [a-z]", line)}


def test_what_a_leader_does_is_said_in_spanish(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", "Luis", language="es")
    assert "Mis números sin miedo" in terminal("workshop", "show", "Circle").out
    assert terminal("roster", "list", "Circle").out.startswith("Número  Nombre  Lee")
    saved, counts = terminal("attendance", "mark", "Circle", "1", "--all-but", "2").out.splitlines()
    assert saved.startswith("Guardado")
    assert counts.startswith("En la sala: 1. En línea: 0.")
    assert "  presente  " in terminal("attendance", "show", "Circle").out
    assert "jueves, 12 de noviembre de 2026" in terminal("workshop", "schedule", "Circle").out
    assert "El plato de mi mesa (my-plate): 90 de 90 minutos" in terminal("workshop", "plan", "Circle").out
    terminal("export", "attendance", "Circle", str(tmp_path / "asistencia.csv"))
    assert (tmp_path / "asistencia.csv").read_text(encoding="utf-8-sig").startswith("Sesión,Fecha,Número,Código,")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("workshop", "show", "Nadie"), 1, "No hay ningún taller llamado «Nadie»."),
        (("roster", "remove", "Circle", "9"), 1, "El número 9 no está en este grupo."),
        (("attendance", "mark", "Circle", "1", "--present", "1-x"), 1, "«1-x» no es un número ni un rango como 1-9."),
        (
            ("export", "attendance", "Circle", "lista.ods"),
            1,
            "lista.ods: el nombre del archivo debe terminar en .csv o",
        ),
        (
            ("workshop", "create", "--curriculum", "nada", "--name", "B"),
            1,
            "No hay ningún programa llamado «nada».",
        ),
        (("asistencia",), 2, "No hay un comando «asistencia»."),
        (("roster", "list"), 2, "Falta TALLER."),
        (
            ("workshop", "reschedule", "Circle", "1", "--at", "25"),
            2,
            "--at: «25» no es una hora. Escriba 18:00 o 6 pm.",
        ),
        (("attendance", "mark", "Circle", "1", "--presnt", "1"), 2, "Aquí no hay una opción --presnt; ¿quiso decir"),
    ],
)
def test_what_is_not_right_is_said_in_spanish(tmp_path: Path, words: tuple[str, ...], code: int, sentence: str) -> None:
    ran = circle_in(tmp_path, "Ana", language="es")(*words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(sentence), ran.err


def test_the_language_asked_for_wins_over_the_site_and_the_site_over_the_terminal(tmp_path: Path) -> None:
    site = circle_in(tmp_path, language="es")
    english_terminal = Terminal(tmp_path, "en_US.UTF-8")
    assert english_terminal("review", "status").out.startswith("Programa")
    assert english_terminal("--language", "en", "review", "status").out.startswith("Curriculum")
    assert site("review", "status", "--language=en").out.startswith("Curriculum")
    assert Terminal(tmp_path / "elsewhere", SPANISH)("review", "status").out.startswith("Programa")
    assert Terminal(tmp_path / "elsewhere", "fr_FR.UTF-8")("review", "status").out.startswith("Curriculum")


def test_a_site_speaks_a_language_of_the_program_not_of_the_terminal(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, SPANISH)
    assert terminal.json("site", "init", "--name", "Sur")["language"] == "es"
    made = terminal.json("workshop", "create", "--curriculum", CIRCLE, "--name", "Círculo")
    assert made["workshop"]["languages"] == ["es"]
