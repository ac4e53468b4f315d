"""What must agree when a version is published."""

import re
import tomllib

import platica
from platica.resources import bundled

TREE = bundled().folder


def text(name: str) -> str:
    return (TREE / name).read_text(encoding="utf-8")


def prose(name: str) -> str:
    """A document without what it shows as code."""
    outside = re.sub(r"^(`{3,}|~{3,}).*?^\1", "", text(name), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]+`", "", outside)


def headings(name: str) -> list[int]:
    """The levels of a document's headings, in order."""
    return [len(marks) for marks in re.findall(r"^(#+) ", prose(name), re.MULTILINE)]


def test_the_version_is_the_same_everywhere() -> None:
    changelog = re.search(r"^## \[?(\d+\.\d+\.\d+)", text("CHANGELOG.md"), re.MULTILINE)
    assert changelog is not None
    assert {changelog[1], tomllib.loads(text("pyproject.toml"))["project"]["version"]} == {platica.__version__}


def test_both_front_pages_have_the_same_headings() -> None:
    assert headings("README.md") == headings("README.es.md")


def test_both_guides_for_leaders_have_the_same_headings() -> None:
    assert headings("docs/leader.md") == headings("docs/leader.es.md")


def test_every_link_between_documents_leads_somewhere() -> None:
    documents = [
        "README.md",
        "README.es.md",
        "CONTRIBUTING.md",
        *(f"docs/{path.name}" for path in (TREE / "docs").glob("*.md")),
    ]
    broken = [
        f"{name}: {target}"
        for name in documents
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", prose(name))
        if not (TREE / name).parent.joinpath(target).exists()
    ]
    assert broken == []
