"""Questions that a page asks at the same moment: each is answered, and waits for no other."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from satumeja import gallery
from satumeja.web import once
from served import Served

ASKED = (
    "paths?lang=en", "tables?lang=en", "threats?lang=en", "compare?lang=en", "answers?lang=en",
    "paths?lang=id", "tables?lang=id", "?lang=id", "threats?lang=id", "compare?lang=id",
)  # fmt: skip
ROUNDS = 12


@pytest.fixture
def restless() -> Iterator[None]:
    """Let threads change as often as they can, as on a busy machine."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("restless")
def test_all_that_a_screen_asks_at_once_is_answered(served: Served, folder: Path) -> None:
    """Two answers of one version once waited for one another, and the page for both, for ever."""
    for reading in range(ROUNDS):
        text = gallery.text("december-2021-a").replace("\n", f" # {reading}\n", 1)
        (folder / "december.yaml").write_text(text, encoding="utf-8")
        told = dict[str, int]()

        def ask(way: str, told: dict[str, int] = told) -> None:
            path = "/api/v1/c/talks/models/december.yaml" + ("" if way[0] == "?" else "/") + way
            told[way] = served.ask("GET", path).status_code

        asking = [threading.Thread(target=ask, args=(way,), daemon=True) for way in ASKED]
        for each in asking:
            each.start()
        end = time.monotonic() + 60
        for each in asking:
            each.join(max(0.0, end - time.monotonic()))
        assert told == dict.fromkeys(ASKED, 200), f"not answered: {set(ASKED) - set(told)}"


def test_what_is_worked_out_once_holds_no_lock_meanwhile() -> None:
    """While one object works its value out, another of the class does not wait for it."""
    begun, ended = threading.Event(), threading.Event()

    class Value:
        def __init__(self, waits: bool) -> None:
            self.waits = waits

        @once.once
        def worked_out(self) -> str:
            if self.waits:
                begun.set()
                assert ended.wait(60)
            return "worked out"

    slow = Value(waits=True)
    working = threading.Thread(target=lambda: slow.worked_out, daemon=True)
    working.start()
    assert begun.wait(60)
    asking = Value(waits=False)
    other = threading.Thread(target=lambda: asking.worked_out, daemon=True)
    other.start()
    other.join(60)
    assert vars(asking)["worked_out"] == "worked out"
    ended.set()
    working.join(60)
    assert vars(slow)["worked_out"] == "worked out"
