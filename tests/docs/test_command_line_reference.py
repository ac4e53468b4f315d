from platica.cli.english import English
from platica.cli.reference import reference
from platica.resources import bundled


def test_the_reference_of_the_command_line_is_current() -> None:
    written = (bundled().folder / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert written == reference(English()), "run: python -m platica.cli.reference > docs/command-line.md"
