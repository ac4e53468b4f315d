"""The lock screen as a person meets it, and a clock that a test turns."""

from builders.keys import WORDS
from builders.tui import Player

NAMES = ("Tomás", "Elena", "Caminando juntos", "Salón B", "Rosa")


class Hours:
    """A clock that a test turns."""

    def __init__(self, player: Player) -> None:
        assert player.app.locking
        self.locking = player.app.locking
        self.locking.clock = lambda: self.at
        self.at = 0.0
        self.locking.touched = 0.0

    async def pass_by(self, player: Player, minutes: float) -> None:
        """Nobody touches a key for so many minutes."""
        self.at += 60 * minutes
        self.locking.look()
        await player.pilot.pause()


async def unlock(player: Player, secret: str = WORDS) -> None:
    await player.type(secret)
    await player.press("enter")
    await player.wait()
    await player.pilot.pause()
