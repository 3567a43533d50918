"""Sweeps end with the whole result or one clear line, and go on from where they were left."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import satumeja
from questions.conflicts import failing, twelve
from satumeja import gallery
from satumeja.errors import InputError, QuestionError, SatuMejaError
from satumeja.questions import SweepError, every_ranking, random_profiles, sweep
from satumeja.stability.explicit import BATCH_CONCEPTS

CHUNKS = 8 * 60
CHILD = """
import signal
import sys
from questions.conflicts import twelve
from satumeja.questions import random_profiles, sweep, workers

def main():
    # A shell that runs tests in the background starts them deaf to Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    plan = random_profiles(twelve(), int(sys.argv[2]), 5)
    told = lambda done, _: print(done, flush=True)
    try:
        with workers(int(sys.argv[3])) as executor:
            sweep(plan, executor, sys.argv[1], told)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        sys.exit(130)

if __name__ == "__main__":
    main()
"""


def rows(store: Path) -> list[tuple[str, bytes]]:
    file = sqlite3.connect(store)
    found = file.execute("SELECT content, counts FROM result ORDER BY content").fetchall()
    assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    file.close()
    return found


def child(folder: Path, jobs: int) -> subprocess.Popen[str]:
    """Start a sweep in a process, and session, of its own."""
    script = folder / "script.py"
    script.write_text(CHILD, encoding="utf-8")
    tests = str(Path(__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, script, folder / "store.db", str(CHUNKS * 8192), str(jobs)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": tests},
        start_new_session=True,
    )


def let_it_run(running: subprocess.Popen[str], lines: int, rng: random.Random) -> None:
    assert running.stdout is not None
    for _ in range(lines):
        running.stdout.readline()
    time.sleep(rng.random() / 50)


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_sweep_that_is_killed_goes_on_to_the_same_result(tmp_path: Path) -> None:
    rng, kept = random.Random(1), [0]
    for kill in range(4):
        running = child(tmp_path, jobs=1 + kill % 2)
        let_it_run(running, rng.randrange(2, 6), rng)
        running.send_signal(signal.SIGKILL)
        assert "Traceback" not in running.communicate()[1]
        assert running.returncode == -signal.SIGKILL
        kept.append(len(rows(tmp_path / "store.db")))
    assert kept == sorted(kept)
    assert 0 < kept[-1] < CHUNKS
    plan = random_profiles(twelve(), CHUNKS * 8192, 5)
    broken_off = sweep(plan, store=tmp_path / "store.db")
    whole = sweep(plan, store=tmp_path / "whole.db")
    assert json.dumps(broken_off.to_json()) == json.dumps(whole.to_json())
    assert rows(tmp_path / "store.db") == rows(tmp_path / "whole.db")
    assert json.dumps(sweep(plan).to_json()) == json.dumps(whole.to_json())


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_leaves_a_store_to_go_on_with_and_no_other_word(jobs: int, tmp_path: Path) -> None:
    running = child(tmp_path, jobs)
    let_it_run(running, 4, random.Random(jobs))
    os.killpg(running.pid, signal.SIGINT)
    assert running.communicate()[1] == "stopped\n"
    assert running.returncode == 130
    assert 3 <= len(rows(tmp_path / "store.db")) < CHUNKS
    assert sorted(path.name for path in tmp_path.iterdir()) == ["script.py", "store.db"]


def test_what_is_kept_is_not_decided_again(tmp_path: Path) -> None:
    whole = sweep(random_profiles(twelve(), 25_000, 1), store=tmp_path / "store.db")
    again = sweep(failing("wrong", 0, 1, 2, 3), store=tmp_path / "store.db")
    assert again.to_json() == whole.to_json()


def test_a_longer_plan_goes_on_from_a_shorter_one(tmp_path: Path) -> None:
    sweep(random_profiles(twelve(), 16_384, 1), store=tmp_path / "store.db")
    told: list[int] = []
    plan = random_profiles(twelve(), 30_000, 1)
    result = sweep(plan, store=tmp_path / "store.db", progress=lambda done, _: told.append(done))
    assert told[0] == 16_384
    assert result.to_json() == sweep(plan).to_json()


def test_one_store_serves_many_plans_and_takes_none_for_another(tmp_path: Path) -> None:
    model = twelve()
    plans = [
        random_profiles(model, 100, 1),
        random_profiles(model, 100, 2),
        random_profiles(model, 101, 1),
        random_profiles(model, 100, 1, ties=0.5),
        random_profiles(model, 100, 1, dms=["a"]),
        random_profiles(model, 100, 1, dms=["b"]),
    ]
    for _ in range(2):
        for plan in plans:
            for concepts in (BATCH_CONCEPTS, ["gmr"], ["smr"]):
                kept = sweep(plan, store=tmp_path / "store.db", concepts=concepts)
                assert kept.to_json() == sweep(plan, concepts=concepts).to_json()
    assert len(rows(tmp_path / "store.db")) == 18


def test_results_of_another_version_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = random_profiles(twelve(), 100, 1)
    sweep(plan, store=tmp_path / "store.db")
    monkeypatch.setattr("satumeja.questions.sweeps._kept.VERSION", "0.0.1")
    sweep(plan, store=tmp_path / "store.db")
    assert len(rows(tmp_path / "store.db")) == 2


@pytest.mark.parametrize("value", ["x'00'", "7", "'words'", "NULL"])
def test_a_result_that_is_none_is_told(tmp_path: Path, value: str) -> None:
    plan = random_profiles(twelve(), 100, 1)
    sweep(plan, store=tmp_path / "store.db")
    file = sqlite3.connect(tmp_path / "store.db")
    with file:
        # As a tool leaves it that copies rows and not the rules of their table.
        file.execute("CREATE TABLE copied AS SELECT * FROM result")
        file.execute("DROP TABLE result")
        file.execute("ALTER TABLE copied RENAME TO result")
        file.execute(f"UPDATE result SET counts = {value}")  # noqa: S608
    file.close()
    told = r"store\.db: is damaged: a result is not as it was kept; name another store"
    with pytest.raises(InputError, match=told):
        sweep(plan, store=tmp_path / "store.db")


def test_a_result_of_another_size_is_told(tmp_path: Path) -> None:
    """As a store of version 1 may hold, which had no digest by which to tell."""
    plan = random_profiles(twelve(), 100, 1)
    sweep(plan, store=tmp_path / "store.db")
    file = sqlite3.connect(tmp_path / "store.db")
    with file:
        file.execute("CREATE TABLE older AS SELECT content, x'00' AS counts FROM result")
        file.execute("DROP TABLE result")
        file.execute("ALTER TABLE older RENAME TO result")
        file.execute("PRAGMA user_version = 1")
    file.close()
    with pytest.raises(InputError, match=r"a result has the wrong size; name another store"):
        sweep(plan, store=tmp_path / "store.db")


@pytest.mark.parametrize("threads", [0, 2])
def test_a_failure_names_the_profiles_and_keeps_the_others(threads: int, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    executor = ThreadPoolExecutor(threads) if threads else None
    with pytest.raises(SweepError) as failed:
        sweep(failing("wrong", 1), executor, store)
    assert str(failed.value).splitlines() == [
        "profiles 8,193 to 16,384 could not be decided: ValueError: it went wrong",
        f"what was decided is kept in {store}; sweep again to go on",
    ]
    assert isinstance(failed.value, SatuMejaError)
    assert isinstance(failed.value.__cause__, ValueError)
    assert len(rows(store)) == 3
    result = sweep(random_profiles(twelve(), 25_000, 1), store=store)
    assert result.to_json() == sweep(random_profiles(twelve(), 25_000, 1)).to_json()


def test_without_a_store_the_first_failure_is_the_end() -> None:
    told: list[int] = []
    with pytest.raises(SweepError, match=r"could not be decided: too large for this machine$"):
        sweep(failing("limit", 1), progress=lambda done, _: told.append(done))
    assert told == [0, 8192]


def test_many_failures_are_told_shortly(tmp_path: Path) -> None:
    plan = failing("limit", *range(12), count=100_000)
    with pytest.raises(SweepError) as failed:
        sweep(plan, store=tmp_path / "store.db")
    lines = str(failed.value).splitlines()
    assert len(lines) == 7
    assert lines[5] == "and 7 more chunks"


@pytest.mark.parametrize(
    ("concepts", "message"),
    [([], "name a concept"), (["nsh"], 'unknown concept "nsh"; did you mean "nash"')],
)
def test_concepts_that_make_no_sense_are_refused(concepts: list[str], message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        sweep(random_profiles(twelve(), 10, 1), concepts=concepts)


def test_the_public_face_has_it() -> None:
    model = satumeja.gallery.load("syria-iraq")
    result = satumeja.sweep(every_ranking(model, "syria"), concepts=["nash"])
    assert result.counts["nash"][1] == 240


def test_workers_start_where_the_path_of_temporary_files_is_too_long_for_a_socket(
    tmp_path: Path,
) -> None:
    """As it once ended in the traceback of an address that is too long."""
    deep = tmp_path.joinpath(*(["a folder below a folder"] * 5))
    deep.mkdir(parents=True)
    words = ("sweep", str(gallery.path("chicken")), "--profiles", "20", "--jobs", "2", "--csv")
    done = subprocess.run(
        [sys.executable, "-m", "satumeja", *words],
        env=os.environ | {"TMPDIR": str(deep)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr, len(done.stdout.splitlines()) > 1) == (0, "", True)
    assert not list(deep.iterdir())
