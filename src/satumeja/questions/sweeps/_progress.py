"""How far a sweep is: a bar on a terminal, a callback elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["Progress", "progress_of"]

Progress = Callable[[int, int], None]
"""Called with the number of profiles done, and of all, each time it changes."""


@contextmanager
def progress_of(listener: Progress | None, start: int, total: int) -> Iterator[Progress]:
    """Give what to call with the number of profiles done, and of all.

    Parameters
    ----------
    listener : callable, optional
        Is called itself; without one there is a bar where stderr is a terminal, and
        nothing elsewhere.
    start, total : int
        How many profiles are done before the start, and how many there are.
    """
    if listener is not None:
        listener(start, total)
        yield listener
    elif sys.stderr.isatty():
        with _bar(start, total) as advance:
            yield advance
    else:
        yield lambda *_: None


@contextmanager
def _bar(start: int, total: int) -> Iterator[Progress]:
    # Imported here: a sweep without a terminal needs none of it.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.progress import Task as Row
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Row) -> Text:
            return Text(f"{task.speed:,.0f}/s" if task.speed else "")

    columns = (BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        row = bar.add_task("sweep", total=total, completed=start)
        yield lambda now, _: bar.update(row, completed=now)
