"""A bar with rate and remaining time on a terminal, nothing elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from questions.conflicts import twelve
from satumeja.questions import random_profiles, sweep
from satumeja.questions.sweeps._progress import progress_of

SCRIPT = """
import sys, time
from satumeja.questions.sweeps._progress import progress_of
with progress_of(None, 1000, 4000) as tell:
    for done in (2000, 3000, 4000):
        time.sleep(0.3)
        tell(done, 4000)
    if "fail" in sys.argv:
        raise SystemExit("broken off")
"""


def shown(*words: str) -> tuple[str, str]:
    """Run the script with stderr on a terminal; return what it shows there, and stdout."""
    main, side = os.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    child = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *words],
        stdout=subprocess.PIPE,
        stderr=side,
        env=environment,
        text=True,
    )
    os.close(side)
    pieces = []
    try:
        while piece := os.read(main, 65536):
            pieces.append(piece)
    except OSError:  # the other side is closed
        pass
    os.close(main)
    return b"".join(pieces).decode(), child.communicate()[0]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("words", [(), ("fail",)])
def test_a_terminal_shows_a_bar_and_is_left_clean(words: tuple[str, ...]) -> None:
    terminal, stdout = shown(*words)
    assert stdout == ""
    words_only = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", terminal)
    assert re.search(r"3000/4000 +[\d,]+/s +\d:\d\d:\d\d", words_only)
    assert terminal.rindex("\x1b[?25h") > terminal.rindex("\x1b[?25l")
    after = terminal[terminal.rindex("\x1b[?25h") :]
    assert "/4000" not in after
    assert terminal.rindex("\x1b[2K") > terminal.rindex("/4000")


def test_nothing_is_shown_elsewhere(capfd: pytest.CaptureFixture[str]) -> None:
    sweep(random_profiles(twelve(), 10, 1))
    with progress_of(None, 0, 10) as tell:
        tell(10, 10)
    assert capfd.readouterr() == ("", "")


def test_a_callback_is_told_where_it_starts_and_each_step(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    plan = random_profiles(twelve(), 20_000, 1)
    sweep(plan, store=tmp_path / "s.db", progress=lambda done, of: told.append((done, of)))
    assert told == [(0, 20_000), (8192, 20_000), (16384, 20_000), (20_000, 20_000)]
    told.clear()
    sweep(plan, store=tmp_path / "s.db", progress=lambda done, of: told.append((done, of)))
    assert told == [(20_000, 20_000)]
