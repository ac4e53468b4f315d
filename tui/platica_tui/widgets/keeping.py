"""What a person put into a widget, kept while its screen is said again in another language."""

Kept = tuple[str, tuple[int, int]]
"""A text or a key, and a place in it."""


class Keeping:
    """A widget that gives away what was put in, and takes it back later, telling nobody."""

    def kept(self) -> Kept:
        raise NotImplementedError

    def take_back(self, kept: Kept) -> None:
        raise NotImplementedError
