"""Three laptops with records of their own become one organization, and stay one record through a month of trouble."""

from collections.abc import Iterable
from pathlib import Path

from builders.laptops import known_by, play_month, team_in
from builders.opened_logs import told as everything_in


def told(said: Iterable[str], *parts: str) -> bool:
    """Whether one line of what was said holds all of this."""
    return any(all(part in line for part in parts) for text in said for line in text.splitlines())


def test_a_month_on_three_laptops_ends_in_one_record(tmp_path: Path) -> None:
    team = team_in(tmp_path)
    play_month(team)
    office, rosa, luis = team.laptops
    rows, conflicts, logs, _ = known_by(office)
    for laptop in (rosa, luis):
        assert known_by(laptop)[:3] == (rows, conflicts, logs)
    assert len(logs) == 3
    people = {row["name"] for row in rows["participants"].values()}
    assert people == {
        "Ana Beltrán",
        "Blanca Núñez",
        "Dolores «Lola» Peña",
        "Efraín Ortiz Luna",
        "Gloria Paz",
        "Hugo Martín",
    }
    for laptop in team.laptops:
        assert "Blanca" in everything_in(laptop.site)
        assert "Carlos" not in everything_in(laptop.site)
    assert {path.name: path.read_bytes() for path in team.stick.rglob("*.log")} == logs
    assert {(one.table, one.field) for one in conflicts} == {("meetings", "on"), ("marks", "presence")}

    said = team.month.said
    assert told(said, "Gloria Paz entró en Jueves con el número 4")
    assert told(said, "Ya puede sacar la memoria USB.")
    assert told(said, "cosas", "«Por resolver»")
    assert told(said, "9 de noviembre de 2029", "Portátil de Rosa", "Blanca Núñez: llegó tarde")
    assert told(said, "de 1995", "Portátil de Luis", "Efraín Ortiz ahora se llama Efraín Ortiz Luna")
    assert any("\nOficina: 1 persona\n" in text for text in said)
    assert not told(said, "dañad")
    assert not told(said, "No se pudo")
    settled = [laptop("settle") for laptop in team.laptops]
    for text in settled:
        assert "Blanca Núñez" in text
        assert "Ana Beltrán" in text
        assert "Gloria Paz" in text
        assert "Sesión 3 de Jueves" in text


def test_what_one_laptop_settles_is_settled_on_all(tmp_path: Path) -> None:
    team = team_in(tmp_path)
    play_month(team)
    team.rosa("settle", "1", "--choose", "A")
    before = len(known_by(team.office)[1])
    team.carry_round()
    team.carry_round()
    known = [known_by(laptop) for laptop in team.laptops]
    assert len({len(one[1]) for one in known}) == 1
    assert known[0][:3] == known[1][:3] == known[2][:3]
    assert len(known[0][1]) <= before


def test_carrying_again_writes_nothing(tmp_path: Path) -> None:
    team = team_in(tmp_path)
    team.carry_round()
    team.carry_round()
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.log") if "local" not in path.parts}
    for laptop in team.laptops:
        said = laptop("carry", "exchange", str(team.stick))
        assert "No había nada nuevo." in said
        assert "Todo estaba ya en la carpeta." in said
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.log") if "local" not in path.parts} == before
    names = [path.name for path in team.stick.rglob("*")]
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") for name in names)
    assert len(names) == len(
        {name.lower() + str(path.parent) for name, path in zip(names, team.stick.rglob("*"), strict=True)}
    )
