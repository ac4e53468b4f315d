"""The progress bar of the command line."""

from collections.abc import Iterator
from contextlib import contextmanager

from platica.cli.listing import printable
from platica.domain.progress import Progress
from platica.phrases import Phrase, Phrasebook


@contextmanager
def bar(book: Phrasebook) -> Iterator[Progress]:
    """A bar on standard error that goes away when the work is done."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False)
    with Bar(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None)

        def tell(done: int, steps: int, doing: Phrase) -> None:
            shown.update(task, completed=done, total=steps, description=printable(book.tell(doing)))

        yield tell
