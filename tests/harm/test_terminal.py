"""No command prints what steers a terminal, whatever is in its files or is typed."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from rich.cells import cell_len

import satumeja
from commands import Run
from harm.cases import dossier_of, graph_of, model_data, written
from harm.texts import HALVES, LONG, STEERING, TEXTS
from satumeja import cli, formats
from satumeja.cli._common import progress_bar
from satumeja.cli._panels import PANELS
from satumeja.errors import Fault, InputError, SatuMejaError

ENTRIES = {entry.name: entry for entries in PANELS.values() for entry in entries}
COMMANDS: Any = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]

KEPT_OUT = {"open", "demo"}
"""The app has pages of its own; the demo reads nothing of a person's."""

MODELS = ("{model}", "{graph}", "{model} --group", "{model} --json")
DOSSIERS = ("-o {folder}/x.db", "-o {folder}/y.db --html {folder}/x.html")

PAGES = {
    "read": ["read {report}"],
    "dossier": [f"dossier {{report}} {rest}" for rest in DOSSIERS],
    "timeline": ["timeline {dossier}", "timeline {dossier} --csv", "timeline {dossier} --json"],
    "positions": ["positions {dossier}", "positions {dossier} --csv"],
    "exchange": ["exchange {dossier} -o {folder}/q.ris"],
    "correct": [
        "correct {dossier} --log",
        "correct {dossier} r1 --what",
        "correct {dossier} r1#s1 edit --who Ana --set speaker=nobody",
        "correct {dossier} r1#s1 accept --who {text} --note {text}",
    ],
    "draft": ["draft {dossier}", "draft {report} -o {folder}/drafted.yaml"],
    "check": ["check {model}", "check {graph}"],
    "rank": ["rank {model} north", "rank {graph} row"],
    "analyse": [f"analyse {rest}" for rest in MODELS],
    "explain": ["explain {model} 1", "explain {graph} s1", "explain {model} 1 --plain"],
    "effectiveness": ["effectiveness {model}"],
    "stepwise": ["stepwise {plain} --step close --concept nash"],
    "paths": ["paths {model}", "paths {graph} --from s1"],
    "coalitions": ["coalitions {model}"],
    "hypergame": ["hypergame {model} --concept nash"],
    "deals": ["deals {model}", "deals {model} --table geneva", "deals {graph}"],
    "openings": ["openings {model} --table geneva"],
    "packages": ["packages {model} --table geneva"],
    "threats": ["threats {model}"],
    "rests-on": ["rests-on {model} --samples 10"],
    "invert": ["invert {model} --state 1 --concept nash"],
    "over-time": ["over-time {model}"],
    "sweep": ["sweep {model} --profiles 20", "sweep {model} --profiles 20 --csv"],
    "backtest": ["backtest {model} --happened 1 --profiles 20"],
    "brief": [f"brief {{model}} -o {{folder}}/b.html {rest}" for rest in ("", "--mark {text}")],
    "figure": ["figure {model} --kind ranking -o {folder}/f.svg"],
    "tables": ["tables {model}", "tables {graph}"],
    "gallery": ["gallery", "gallery {text}"],
    "convert": ["convert {model} -o {folder}/c.json"],
    "set": ["set {model} title {text} -o {folder}/s.yaml"],
    "cite": ["cite {yaml} -o {folder}/cited.yaml"],
    "schema": ["schema --list", "schema {text}"],
}  # fmt: skip
"""The pages of each command, on files whose every text means harm."""

FILES = {
    "report": "wire.txt", "dossier": "talks.db", "model": "m.json", "graph": "g.json",
    "yaml": "m.yaml", "plain": "p.json",
}  # fmt: skip

SIGNS = "".join(STEERING) + HALVES
TYPED = "".join(STEERING).replace("\0", "") + "\udc80\udcff"
"""All that can be typed: a half of a pair is how a byte stands that is no letter."""
IN_FILES = "a\u2028b\u2029c\x85d\u202ae\u202bf\u202cg\u202dh\u202ei\tj\nk\rl"
"""All that steers and may stand in a file of ours."""


EXACT = {"--csv", "--json", "draft"}
"""What is printed for programs: to the byte, but for a terminal."""
LINES = {"check", "correct", "dossier", "draft", "positions", "schema"}
"""Commands that print lines, which are as long as what they say."""


def steering(text: str) -> set[str]:
    return {sign for sign in text if sign in STEERING or sign in HALVES}


def typed(page: str, folder: Path, text: str) -> list[str]:
    """Give the words of a page, with the files made in a folder."""
    files = {name: str(folder / file) for name, file in FILES.items()}
    return [word.format(folder=folder, text=text, **files) for word in page.split()]


def furnish(folder: Path, text: str) -> None:
    """Write a model in each form, a report and a dossier, all with the text in every place."""
    dossier_of(folder, text)
    data = model_data([text])
    written(data, folder / "m.json")
    written(data | {"irreversible": []}, folder / "p.json")
    formats.save(graph_of([text]), folder / "g.json")
    formats.save(formats.load(folder / "m.json"), folder / "m.yaml")


def test_every_command_has_its_pages_here() -> None:
    assert set(PAGES) | KEPT_OUT == set(ENTRIES)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Give a folder of files with a text in every place, made once."""
    made = dict[str, Path]()

    def folder(text: str) -> Path:
        if text not in made:
            made[text] = tmp_path_factory.mktemp("harm")
            furnish(made[text], text)
        return made[text]

    return folder


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_steers_the_terminal(
    run: Run,
    folders: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    language: str,
) -> None:
    speaks = any("--language" in param.opts for param in COMMANDS[name].params)
    for page in PAGES[name]:
        words = typed(page, folders(IN_FILES), f"T{TYPED}")
        if EXACT & {name, *words}:
            monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        ran = run(*words, *(["--language", language] if speaks else []))
        assert ran.code in (0, 1), ran.err
        assert steering(ran.out + ran.err) == set(), page


@pytest.mark.parametrize("name", [name for name in PAGES if name not in LINES])
@pytest.mark.parametrize("text", ["zalgo", "hebrew", "rich", "long"])
def test_pages_keep_their_columns(
    run: Run,
    folders: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    text: str,
) -> None:
    """No line is wider than the terminal, whatever stands in it."""
    monkeypatch.setenv("COLUMNS", "100")
    for page in PAGES[name]:
        if "{text}" not in page and not EXACT & {*page.split()}:
            ran = run(*typed(page, folders(TEXTS[text]), ""))
            assert ran.code == 0, ran.err
            assert [line for line in ran.out.splitlines() if cell_len(line) > 100] == [], page


def test_markup_of_the_terminal_is_text(run: Run, folders: Callable[[str], Path]) -> None:
    text = TEXTS["rich"]
    for page in ("check {model}", "tables {model}", "read {report}", "deals {model}"):
        ran = run(*typed(page, folders(text), ""))
        assert text in " ".join(ran.out.split()), page


def errors() -> Iterator[type[SatuMejaError]]:
    """Give every class of error there is, once every room has been entered."""
    for module in pkgutil.walk_packages(satumeja.__path__, "satumeja."):
        if "__main__" not in module.name:
            importlib.import_module(module.name)
    waiting = [SatuMejaError]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("satumeja."):
            yield kind


def test_no_error_steers_the_terminal() -> None:
    for kind in errors():
        try:
            error = kind(f"no such file: a{SIGNS}b")
        except TypeError:
            continue  # made of what it is about, which is no text
        told = f"{error}"
        assert steering(told) == set(), kind
        assert "a\\x00" in told, kind
    fault = Fault(f"a{SIGNS}", f"b{SIGNS}", 3, 5)
    told = f"{InputError([fault, fault])}"
    assert steering(told) == set()
    assert len(told.split("\n")) == 2


@pytest.mark.parametrize("name", ENTRIES)
def test_wrong_usage_steers_no_terminal(
    run: Run, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an option that is not there, as one word too many, and as the value of every option."""
    monkeypatch.chdir(tmp_path)
    harm = f"x{TYPED}"
    asked = [[f"--{harm}"], [f"-{harm}"], [*["none"] * 5, harm], ["-h", harm]]
    command = COMMANDS[name]
    asked += [[param.opts[-1], harm, "none", "none"] for param in command.params if param.opts]
    for words in asked if name not in KEPT_OUT else asked[:3]:
        ran = run(name, *words)
        assert ran.code in (0, 1, 2)
        assert steering(ran.out + ran.err) == set(), words[0][:20]
    assert steering(run(harm).err) == set()
    assert steering(run(f"--{harm}").err) == set()


def test_a_bar_says_what_it_is_told_and_steers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told beside a bar is a word of ours: the name of a command."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress_bar("[red]invert[/red]") as progress:
        assert progress is not None
        progress(1, 2)


def test_long_texts_are_where_they_should_be() -> None:
    assert all(len(text) >= 4_000 for text in LONG.values())
