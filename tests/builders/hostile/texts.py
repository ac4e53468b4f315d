"""Hostile texts: Markdown, front matter, translations, and what people are called."""

from builders.content import CARD, SMALL
from builders.hostile.case import Files, Here, Hostile, card

ES = "locales/es/LC_MESSAGES/water-circle.po"
_PO_HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
_PLURALS = '"Plural-Forms: nplurals=2; plural=({rule});\\n"\n\n'


def _po(translation: str, rule: str = "n != 1") -> Files:
    entry = f'msgid "Boil it first."\nmsgstr "{translation}"\n'
    return {ES: _PO_HEAD + _PLURALS.format(rule=rule) + entry}


def _html(here: Here) -> Files:
    styles = f"<style>@import url({here.address}/a); p {{ background: url({here.secret}) }}</style>"
    return card(f"Hi {styles} <img src='{here.address}/b'> <iframe src='{here.secret}'></iframe> <base href='/etc/'>\n")


def _links(here: Here) -> Files:
    return card(f"[a]({here.address}/a) and <{here.address}/b> and [c](https://127.0.0.1:1/c)\n")


def _front(here: Here) -> Files:
    hostile = f'title: "<link rel=attachment href=\'{here.secret}\'>"\nsubtitle: "{{{{ 7 * 7 }}}} <script>"'
    return {CARD: SMALL[CARD].replace("title: My water card\nsubtitle: Keep it near the stove", hostile)}


TEXTS = (
    Hostile("HTML and styles in a text", _html, prints=True),
    Hostile("links to this computer", _links, prints=True),
    Hostile("a link to a file", lambda here: card(f"[a]({here.secret})\n"), prints=True),
    Hostile("a picture of the network", lambda here: card(f"![a]({here.address}/a.png)\n"), prints=False),
    Hostile("a picture that is a file outside", lambda here: card(f"![a]({here.secret_of('png')})\n"), prints=False),
    Hostile("a picture up the folders", lambda _: card("![a](images/../../../secret.png)\n"), prints=False),
    Hostile("template code in a text", lambda _: card("{{ cycler.__init__.__globals__ }} {% include 'x' %}\n")),
    Hostile("markup in the front matter", _front, prints=True),
    Hostile("a word of a million letters", lambda _: card("a" * 1_000_000 + "\n"), prints=False),
    Hostile("two hundred words of four thousand letters", lambda _: card(("a" * 3_999 + "\n\n") * 200)),
    Hostile("lists three hundred deep", lambda _: card("\n".join("  " * deep + "- a" for deep in range(300)) + "\n")),
    Hostile("a table of three thousand columns", lambda _: card("| a " * 3000 + "|\n" + "|-" * 3000 + "|\n")),
    Hostile("a table without end", lambda _: card("| a | b |\n| - | - |\n" + "| c | d |\n" * 90_000)),
    Hostile("ten thousand headings", lambda _: card("## a\n\nb\n\n" * 10_000)),
    Hostile("a log of a billion rows", lambda _: card("::: log rows=999999999\n| a |\n| - |\n:::\n"), prints=False),
    Hostile("a direction turned round", lambda _: card("Boil \u202e it \u2066 now.\n"), prints=False),
    Hostile("a sign that no font has", lambda _: card("Boil \U000f1234 it.\n"), prints=False),
    Hostile("Chinese and emoji in a text", lambda _: card("Boil 水 and 🙂.\n")),
    Hostile("three thousand accents on a letter", lambda _: card("a" + "\u0301\u0323" * 1_500 + "\n")),
    Hostile("front matter that unfolds", lambda _: {CARD: "---\ntitle: &a [x, *a, *a]\n---\nBoil.\n"}, prints=False),
    Hostile("ten megabytes of text", lambda _: {CARD: "a" * 10_000_000}, prints=False),
    Hostile("markup in a translation", lambda here: _po(f"<img src='{here.address}/a'> [x]({here.secret})")),
    Hostile("a translation of a million letters", lambda _: _po("a" * 1_000_000)),
    Hostile("a plural that is a bomb", lambda _: _po("Hierva", "n**9**9**9**9")),
    Hostile("a catalogue of odd bytes", lambda _: {ES: b"msgid \xff\xfe\nmsgstr \x00" * 1_000}),
)

NAMES = (
    Hostile("names without a font", names=("\U000f1234 Rosa", "水 明", "🙂"), prints=True),
    Hostile("a name of a hundred thousand letters", names=("a" * 100_000,), prints=False),
    Hostile("names that turn round and ring", names=("\u202eRosa\u2066", "Ana\x07\x1b[31m"), prints=True),
    Hostile("names that are code", names=("{{ 7 * 7 }}", "<img src='file:///etc/passwd'>", "[/]"), prints=True),
    Hostile("a workshop called in emoji", workshop="🌸 <b>Agua</b> \U000f1234", prints=True),
)
