"""The sentences as the program's source has them, for when there is no catalogue to ask."""

from platica.phrases import Phrase, fill


class English:
    """A phrasebook that needs no files."""

    language = "en"

    def say(self, text: str, /, **values: object) -> str:
        """The sentence with its values filled in."""
        return fill(text, {name: str(value) for name, value in values.items()})

    def say_count(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The sentence for one or for many."""
        return self.say(one if count == 1 else many, count=count, **values)

    def tell(self, phrase: Phrase) -> str:
        """A phrase made elsewhere."""
        return str(phrase)
