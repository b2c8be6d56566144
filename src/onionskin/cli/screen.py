"""What only a terminal shows: tables as wide as it is, and a bar while a long run lasts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Timer

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from onionskin.cli.output import Step, folded, printable


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table as wide as the terminal; its cells must not steer one."""
    drawn = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        drawn.add_row(*(Text(cell, overflow="fold") for cell in row))
    Console(highlight=False).print(drawn)


class Bar:
    """How far a run is, on stderr."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=None, name="")

    def step(self, at: Step) -> None:
        """A file or page more is done."""
        self._progress.update(self._task, completed=at.done, total=at.total, name=folded(at.name))

    def note(self, text: str) -> None:
        """A line that stays, above the bar."""
        self._progress.console.print(Text(printable(text)), soft_wrap=True)


@contextmanager
def watched(after: float) -> Iterator[Bar]:
    """A bar on stderr once the work has taken `after` seconds; gone again when it ends."""
    progress = Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
        console=Console(stderr=True, highlight=False),
        transient=True,
        # A bar that took stdout over would send records to stderr.
        redirect_stdout=False,
        redirect_stderr=False,
    )
    timer = Timer(after, progress.start)
    timer.daemon = True
    timer.start()
    try:
        yield Bar(progress)
    finally:
        timer.cancel()
        # It may be starting the bar just now.
        timer.join()
        progress.stop()
