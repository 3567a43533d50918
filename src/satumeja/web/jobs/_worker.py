"""What runs in the process of a worker, which ends when its server does."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from typing import Any

from satumeja.errors import SatuMejaError
from satumeja.web.jobs._task import Task

__all__ = ["main"]


def main(task: Task, pipe: Connection) -> None:
    """Do a task, and send how far it is and what it gave."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # What a library prints has no reader here, and could stand in somebody's terminal.
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    with suppress(BrokenPipeError):
        pipe.send(_outcome(task, pipe))


def _outcome(task: Task, pipe: Connection) -> dict[str, Any]:
    from satumeja.web.jobs._works import WORKS

    def tell(count: int, of: int) -> None:
        pipe.send({"count": count, "of": of})

    try:
        return {"state": "done"} | WORKS[task.kind](task, tell)
    except SatuMejaError as error:
        return {"state": "failed", "message": str(error)}
    except MemoryError:
        return {"state": "failed", "message": "there is not enough memory for this"}


def _end_with_parent() -> None:
    """End at once when the server is gone, also where it was killed."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
