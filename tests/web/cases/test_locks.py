"""One writer of a file at a time."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from satumeja.web.cases import BusyError
from satumeja.web.cases._locks import Locks

HOLDER = """
import sys
from pathlib import Path
from satumeja.web.cases._locks import Locks
with Locks(Path(sys.argv[1])).of("a.yaml"):
    print("taken", flush=True)
    sys.stdin.read()
"""


def test_a_thread_may_take_its_lock_again(tmp_path: Path) -> None:
    locks = Locks(tmp_path)
    with locks.of("a.yaml"), locks.of("a.yaml"), locks.of("b.yaml"):
        pass
    with Locks(tmp_path, patience=0).of("a.yaml"):
        pass


def test_another_thread_waits_and_gives_up(tmp_path: Path) -> None:
    locks, refused = Locks(tmp_path, patience=0.05), list[Exception]()

    def other() -> None:
        try:
            with locks.of("a.yaml"):
                pass
        except BusyError as error:
            refused.append(error)

    with locks.of("a.yaml"):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert refused


def test_another_process_waits_until_the_first_is_killed(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "taken\n"
        with pytest.raises(BusyError), Locks(tmp_path, patience=0.05).of("a.yaml"):
            pass
        with Locks(tmp_path, patience=0.05).of("b.yaml"):
            pass
        holder.kill()
    with Locks(tmp_path, patience=5).of("a.yaml"):
        pass
