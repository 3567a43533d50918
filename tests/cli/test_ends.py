"""How commands end: 0, 1 or 2, by Ctrl-C, and where nobody reads what they print."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands import Run
from satumeja import gallery
from satumeja.cli._panels import PANELS

MODEL = str(gallery.path("december-2021-b"))
NAMES = [entry.name for entries in PANELS.values() for entry in entries]
PROGRAM = [sys.executable, "-c", "from satumeja.cli import main; main()"]
# What a shell starts in the background is told to ignore Ctrl-C, and a gate may be run so.
_HEED = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
HEEDING = [*PROGRAM[:-1], _HEED + PROGRAM[-1]]
posix = pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")

# What each command is asked that it cannot answer, after its name.
WRONG = {
    **dict.fromkeys(NAMES, "none.yaml"),
    "convert": "none.yaml -o x.json",
    "correct": "none.db r1#a1 accept --who A",
    "demo": "-o taken",
    "exchange": "none.db -o x.csv",
    "explain": "none.yaml 1",
    "figure": "none.yaml -o x.svg",
    "gallery": "chiken",
    "invert": "none.yaml --state 1",
    "positions": "none.db",
    "rank": "none.yaml us",
    "schema": "nonsense",
    "set": "none.yaml title T",
    "stepwise": "none.yaml --step 1",
    "timeline": "none.db",
}


@pytest.mark.parametrize("name", NAMES)
def test_what_cannot_be_answered_ends_in_1(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken").write_text("no folder", encoding="utf-8")
    done = run(name, *WRONG[name].split())
    assert (done.code, done.out) == (1, "")
    assert all(done.err.strip("\n").split("\n"))
    assert "Traceback" not in done.err
    assert os.listdir(tmp_path) == ["taken"]


@pytest.mark.parametrize("name", NAMES)
def test_wrong_usage_ends_in_2(run: Run, name: str) -> None:
    done = run(name, "--nonsense")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"Usage: satumeja {name} ")
    assert "No such option: --nonsense" in done.err


def test_the_codes_are_told(run: Run) -> None:
    told = run("--help").out
    for code in (0, 1, 2, 130, 141):
        assert f"\n    {code:<3}  " in told


@posix
@pytest.mark.parametrize(
    ("jobs", "name"), [("1", "SIGINT"), ("2", "SIGINT"), ("1", "SIGTERM"), ("2", "SIGHUP")]
)
def test_ctrl_c_and_requests_to_end_end_as_a_signal_does(
    tmp_path: Path, jobs: str, name: str
) -> None:
    number = signal.Signals[name]
    store = tmp_path / "sweep.db"
    words = ["sweep", MODEL, "--profiles", "1000000000", "--jobs", jobs, "--store", str(store)]
    with subprocess.Popen(
        [*HEEDING, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as sweep:
        for _ in range(600):
            if store.exists() and store.stat().st_size:
                break
            time.sleep(0.1)
        if number == signal.SIGINT:  # of a terminal, which all of the group get
            os.killpg(sweep.pid, number)
        else:
            sweep.send_signal(number)
        out, err = sweep.communicate(timeout=60)
    assert sweep.returncode == -number  # which a shell reports as 130, 143 and 129
    assert (out, err) == ("", "")


@posix
def test_a_request_to_end_leaves_nothing_half_written(tmp_path: Path) -> None:
    """Asked at the last moment, when all is written and nothing has its name."""
    asked = (
        "import os, signal; real = os.replace; "
        "os.replace = lambda *names: os.kill(os.getpid(), signal.SIGTERM); "
    )
    program = [*PROGRAM[:-1], asked + PROGRAM[-1]]
    done = subprocess.run(
        [*program, "convert", MODEL, "-o", "x.json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (-signal.SIGTERM, "")
    assert os.listdir(tmp_path) == []


@posix
@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["gallery"], ["gallery", "--json"], ["explain", "--help"]]
)
def test_a_pipe_that_nobody_reads_ends_in_141(words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*PROGRAM, *words], stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full device is needed")
@pytest.mark.parametrize("words", [["--help"], ["gallery"], ["gallery", "--json"]])
def test_a_full_disk_is_told_in_one_line(words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr == "standard output: No space left on device\n"
