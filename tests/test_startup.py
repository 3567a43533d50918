"""What a command loads before it answers: the heavy libraries it needs, and no other.

No time is measured here, which would be luck on a busy machine: what costs time at start is
what is imported, and that is the same on every run.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SHIPPED = Path(__file__).parents[1] / "src" / "satumeja"
REPORT = str(SHIPPED / "data" / "reports" / "talks-2021-12-23.en.txt")
MODEL = str(SHIPPED / "gallery" / "conflicts" / "elmira.yaml")
SOURCED = str(SHIPPED / "gallery" / "conflicts" / "december-2021-b.yaml")

HEAVY = frozenset(
    (
        *("babel", "dd", "importlib.metadata", "jinja2", "multiprocessing", "numpy", "numpy.ma"),
        *("pydantic", "rich", "satumeja.brief.media._svg", "satumeja.stability.symbolic._model"),
        *("sqlite3", "yaml"),
    )
)

# After `--`, what the command cannot do without.
COMMANDS = """
    --help                                 --
    --version                              --
    schema                                 -- yaml
    schema --list                          -- yaml
    gallery                                -- rich yaml
    gallery --json                         -- yaml
    gallery chicken                        -- yaml
    read REPORT                            -- rich
    read REPORT --json                     --
    draft REPORT                           -- sqlite3
    dossier REPORT -o more.db --json       -- rich sqlite3
    timeline talks.db --json               -- sqlite3
    timeline talks.db --csv                -- sqlite3
    timeline talks.db                      -- rich sqlite3
    positions talks.db --json              -- sqlite3
    positions talks.db                     -- rich sqlite3
    correct talks.db r1#s1 accept -w Ana   -- sqlite3
    draft talks.db                         -- sqlite3
    exchange talks.db -o talks.ris         -- sqlite3
    check MODEL --json                     -- numpy yaml
    check MODEL                            -- numpy yaml
    set MODEL title Game -o game.yaml      -- numpy yaml
    convert MODEL -o game.json             -- numpy yaml
    check SOURCED                          -- numpy yaml
    check talks.yaml                       -- numpy sqlite3 yaml
    rank SOURCED russia                    -- numpy rich yaml
    rank talks.yaml russia                 -- numpy rich sqlite3 yaml
    rank MODEL moe                         -- numpy rich yaml
    analyse MODEL --json                   -- numpy yaml
    analyse MODEL                          -- numpy rich yaml
    explain MODEL 1 --json                 -- numpy yaml
    explain MODEL 1                        -- numpy rich yaml
    deals MODEL                            -- numpy rich yaml
    deals MODEL --json                     -- numpy yaml
    threats MODEL                          -- numpy rich yaml
    paths MODEL                            -- numpy rich yaml
    invert MODEL --state 1 --json          -- numpy yaml
    invert MODEL --state 1                 -- numpy rich yaml
    coalitions MODEL                       -- numpy rich yaml
    figure MODEL -o figure.svg             -- numpy satumeja.brief.media._svg yaml
    tables MODEL                           -- numpy rich yaml
    sweep MODEL                            -- numpy rich sqlite3 yaml
"""

_RUN = """
import atexit, sys
atexit.register(lambda: sys.stderr.write("\\nloaded: " + " ".join(sys.modules)))
"""
_COMMAND = f"{_RUN}from satumeja.cli import main; main()"


def loaded(program: str, words: list[str], folder: Path) -> frozenset[str]:
    """Run a program in a process of its own, and give the heavy libraries it loaded."""
    ran = subprocess.run(
        [sys.executable, "-c", program, *words],
        check=False,
        cwd=folder,
        capture_output=True,
        text=True,
    )
    told, _, modules = ran.stderr.rpartition("loaded: ")
    assert ran.returncode == 0, told
    return HEAVY.intersection(modules.split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("startup")
    loaded(_COMMAND, ["dossier", REPORT, "-o", "talks.db"], made)
    loaded(_COMMAND, ["draft", "talks.db", "-o", "talks.yaml"], made)
    return made


@pytest.mark.parametrize(
    "line", COMMANDS.strip().splitlines(), ids=lambda line: " ".join(line.split())
)
def test_a_command_loads_what_it_needs_and_no_more(line: str, folder: Path) -> None:
    command, _, needs = line.partition(" -- ")
    named = {"REPORT": REPORT, "MODEL": MODEL, "SOURCED": SOURCED}
    words = [named.get(word, word) for word in command.split()]
    found = loaded(_COMMAND, words, folder)
    assert found == set(needs.split())


def test_a_game_is_built_in_code_without_what_reads_files(folder: Path) -> None:
    built = """
import satumeja as sm
game = sm.Model.from_payoffs([[[3, 0], [5, 1]], [[3, 5], [0, 1]]])
assert len(game.states) == 4
assert not [name for name in sys.modules if name.startswith("satumeja.formats")]
"""
    assert loaded(_RUN + built, [], folder) == {"numpy"}


def test_a_game_in_code_is_analysed_with_no_more_modules_than_it_needs(folder: Path) -> None:
    analysed = """
import satumeja as sm
game = sm.Model.from_payoffs([[[3, 0], [5, 1]], [[3, 5], [0, 1]]])
assert game.analyse().equilibria("nash").tolist() == [4]
own = [name for name in sys.modules if name.startswith("satumeja")]
rooms = {name.split(".")[1] for name in own if "." in name}
assert rooms == {"display", "errors", "model", "stability"}, rooms
assert not [name for name in own if "further" in name or "symbolic" in name]
assert len(own) <= 66, sorted(own)  # what most models have something in, and 5 of the kernel
assert not {"importlib.metadata", "concurrent.futures", "logging"} & set(sys.modules)
"""
    assert loaded(_RUN + analysed, [], folder) == {"numpy"}


MOST = {
    "--help": 40,
    "gallery": 35,
    "read REPORT --json": 160,
    "check MODEL --json": 160,
    "analyse MODEL --json": 125,
    "analyse MODEL": 155,
    "explain MODEL 1": 155,
    "deals MODEL": 150,
    "threats MODEL": 155,
    "paths MODEL": 145,
    "figure MODEL -o figure.svg": 155,
    "tables MODEL": 220,
    "brief MODEL -o brief.html": 445,
}
"""So many modules of the program a command may have loaded when it ends, as docs/performance.md
tells: raised on purpose, and told there."""


@pytest.mark.parametrize("line", MOST)
def test_no_more_of_the_program_is_loaded_than_may_be(line: str, folder: Path) -> None:
    words = [{"REPORT": REPORT, "MODEL": MODEL}.get(word, word) for word in line.split()]
    ran = subprocess.run(
        [sys.executable, "-c", _COMMAND, *words],
        check=True,
        cwd=folder,
        capture_output=True,
        text=True,
    )
    modules = ran.stderr.rpartition("loaded: ")[2].split()
    own = sum(name.partition(".")[0] == "satumeja" for name in modules)
    assert MOST[line] * 0.8 <= own <= MOST[line]


def test_a_command_leaves_out_what_serves_none(folder: Path) -> None:
    """No thread that waits, no search for cycles of what stays, none at its end."""
    watched = """
import atexit, gc, os, sys
searches = [0]
gc.callbacks.append(lambda phase, info: searches.__setitem__(0, searches[0] + (phase == "stop")))
def tell():
    frozen = gc.get_freeze_count() > 10_000
    threads = os.environ["OPENBLAS_NUM_THREADS"]
    sys.stderr.write(f"\\nloaded: {frozen} {threads} {searches[0] - before}")
atexit.register(tell)
from satumeja.cli import main
before = searches[0]
main()
"""
    ran = subprocess.run(
        [sys.executable, "-c", watched, "analyse", MODEL, "--json"],
        check=True,
        cwd=folder,
        capture_output=True,
        text=True,
        env={key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"},
    )
    assert ran.stderr.rpartition("loaded: ")[2].split() == ["True", "1", "0"]


@pytest.mark.parametrize("command", ["", "analyse", "timeline"])
def test_help_loads_nothing_heavy(command: str, folder: Path) -> None:
    assert loaded(_COMMAND, [*command.split(), "--help"], folder) == frozenset()


def test_pydantic_is_loaded_for_the_app_alone() -> None:
    users = {
        str(path.parent.relative_to(SHIPPED))
        for path in SHIPPED.rglob("*.py")
        if "import pydantic" in (text := path.read_text(encoding="utf-8"))
        or "from pydantic" in text
    }
    assert users == {"web/serving", "web/shapes"}
