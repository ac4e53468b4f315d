"""A phrasebook for tests that are not about translation."""

from platica.phrases import Phrase, fill


class English:
    """Says everything in English, as the source has it."""

    language = "en"

    def say(self, text: str, /, **values: object) -> str:
        return fill(text, values)

    def say_count(self, one: str, many: str, count: int, /, **values: object) -> str:
        return fill(one if count == 1 else many, {"count": count, **values})

    def tell(self, phrase: Phrase) -> str:
        return str(phrase)
