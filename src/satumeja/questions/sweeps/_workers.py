"""Processes of this machine that decide, and end when they are no longer wanted."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from satumeja.questions.sweeps._numbers import whole_number

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from multiprocessing.connection import Connection

__all__ = ["workers"]


_LONGEST_START = 20
"""So many seconds a worker is waited for; work begins with those that are there."""
_LONGEST_PATH, _ADDRESS = 103, len("/pymp-12345678/listener-12345678")
"""What a socket's path may have on all systems, and what is put below TMPDIR for one."""


@contextmanager
def workers(jobs: int) -> Iterator[Executor | None]:
    """Start processes of this machine for a `sweep`, and end them afterwards.

    Parameters
    ----------
    jobs : int
        How many; with one, no process is started and None is given.

    Yields
    ------
    Executor or None
        To be given to `sweep`. Ctrl-C reaches the sweep alone, which cancels what has
        not begun: the workers end when they have decided what they are at.

    Raises
    ------
    QuestionError
        If `jobs` is not a whole number from 1 on.

    See Also
    --------
    sweep : Takes what this gives.

    Examples
    --------
    >>> with workers(1) as executor:
    ...     print(executor)
    None
    """
    if whole_number(jobs, 1, "the number of jobs") == 1:
        yield None
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context(_way())
    heard, begun = context.Pipe(duplex=False)
    with ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(begun,)) as pool:
        with _interrupts_ignored():
            for _ in range(jobs):
                pool.submit(int)  # the workers start here, and inherit what is ignored
            # One that were still to begin when this process ends would say so in a traceback.
            for _ in range(jobs):
                if heard.poll(_LONGEST_START):
                    heard.recv_bytes()
        yield pool


def _way() -> str:
    """Name the way workers start: forked by a server, where it can be reached by its path."""
    import multiprocessing
    import tempfile

    way = "forkserver"
    longest = len(os.fsencode(tempfile.gettempdir())) + _ADDRESS
    served = way in multiprocessing.get_all_start_methods() and longest <= _LONGEST_PATH
    return way if served else "spawn"


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # Ctrl-C goes to the main thread, and only there can it be ignored
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin(begun: Connection) -> None:
    """Have this worker end with its parent, even if that is killed, and say that it is there."""
    begun.send_bytes(b"here")
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
