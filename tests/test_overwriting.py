"""What each command does where something is there already; see how-to/keep-what-is-yours."""

from __future__ import annotations

import ast
import os
import re
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import typer

from satumeja import brief, cli, formats, gallery
from satumeja.files import MANIFEST, SHIPPED, beside

MODEL = str(gallery.path("chicken"))
TALKS = str(gallery.path("december-2021-b"))
SEEN = str(gallery.path("called-bluff"))
REPORT = str(beside(f"{SHIPPED}reports/talks-2021-12-23.en.txt", None))
COMMANDS: dict[str, Any] = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]
WRITTEN = {"--figure", "--html", "--out", "--store"}


@dataclass(frozen=True)
class Done:
    code: int
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Run:
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["satumeja", *words])
        code = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
        return Done(code, capsys.readouterr().err)

    return command


def writes(path: Path) -> list[str]:
    """The calls of a module that make, change or take away files."""
    names = {"chmod", "makedirs", "mkdir", "mkdtemp", "mkstemp", "rmdir", "symlink_to", "touch"}
    names |= {"rmtree", "umask", "unlink", "write_bytes", "write_text"}
    whole = {"os.open", "os.remove", "os.rename", "os.replace", "shutil.copy", "shutil.move"}
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            last = name.rpartition(".")[2]
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            modes = [str(g.value) for g in given if isinstance(g, ast.Constant)]
            opened = last == "open" and any(re.fullmatch("[rwxabt+]*[wxa+].*", m) for m in modes)
            if last in names or name in {*whole, "sqlite3.connect"} or opened:
                found.append(last)
    return found


def test_one_room_writes() -> None:
    """So that one rule holds; databases write themselves, once it is known whose they are."""
    source = Path(cli.__file__).parents[1]
    modules = [path for path in source.rglob("*.py") if path.parent != source / "files"]
    assert {str(path.relative_to(source)): writes(path) for path in modules if writes(path)} == {
        "cli/_streams.py": ["open"],  # where nothing is kept
        "demo.py": ["mkdir", "rmdir"],
        "dossier/keeping/_file.py": ["connect", "unlink"],
        "questions/sweeps/_store.py": ["connect"],
        # The folder that the app keeps for itself in a case.
        "web/cases/_history.py": ["connect", "rename", "mkdir", "rename"],
        "web/cases/_locks.py": ["mkdir", "open"],
        "web/cases/_recorded.py": ["mkdir"],
        "web/cases/_server.py": ["mkdir", "unlink"],
        # What is dropped on the app and cannot be read is taken away again, its folder too
        # where it was made for it.
        "web/reports/_dropping.py": ["mkdir", "unlink", "rmdir"],
        "web/jobs/_taking_in.py": ["unlink", "rmdir"],
        # Folders for new cases and their briefs; a case that cannot be filled is taken away.
        "web/shelf/_making.py": ["mkdir", "mkdir", "mkdir", "rmtree"],
        "web/shelf/_places.py": ["mkdir"],
        "web/papers/_handing.py": ["mkdir"],
        # In a temporary folder.
        "web/papers/_taking.py": ["write_bytes"],
        # A launcher is run by a double click.
        "web/serving/_shortcut.py": ["mkdir", "chmod"],
        "web/jobs/_worker.py": ["open"],  # where nothing is kept
    }
    assert {*writes(source / "files" / "_whole.py")} == {"open", "replace", "unlink"}


# -- a file that a person names --------------------------------------------------------

DOSSIER = "a dossier file"
"""Stands for one that is made for the test."""
NAMED = {
    "brief": ["brief", MODEL, "--out", "x.html"],
    "convert": ["convert", MODEL, "--out", "x.json"],
    "convert to sheets": ["convert", MODEL, "--out", "x.xlsx"],
    "convert for others": ["convert", MODEL, "--out", "x.dot"],
    "coalitions": ["coalitions", MODEL, "--figure", "x.svg"],
    "deals": ["deals", TALKS, "--table", "geneva", "--figure", "x.svg"],
    "dossier": ["dossier", REPORT, "--html", "x.html"],
    "draft": ["draft", REPORT, "--out", "x.yaml"],
    "exchange": ["exchange", DOSSIER, "--out", "x.csv"],
    "figure": ["figure", MODEL, "--out", "x.tex"],
    "gallery": ["gallery", "chicken", "--out", "x.yaml"],
    "hypergame": ["hypergame", SEEN, "--seen-by", "row", "--out", "x.yaml"],
    "invert": ["invert", MODEL, "--state", "1", "--figure", "x.svg"],
    "openings": ["openings", TALKS, "--table", "geneva", "--figure", "x.svg"],
    "over-time": ["over-time", TALKS, "--figure", "x.svg"],
    "rank": ["rank", TALKS, "russia", "--figure", "x.svg"],
    "rests-on": ["rests-on", MODEL, "--samples", "10", "--figure", "x.svg"],
    "cite": ["cite", MODEL, "--out", "x.yaml"],
    "set": ["set", MODEL, "title", "Hens", "--out", "x.yaml"],
    "sweep": ["sweep", MODEL, "--profiles", "9", "--out", "x.csv"],
    "tables": ["tables", MODEL, "--out", "x.html"],
    "timeline": ["timeline", DOSSIER, "--out", "x.tsv"],
}


def test_each_way_to_name_a_file_is_tried() -> None:
    """Save folders, the demo's and others', and files that are added to."""
    offered = {name for name in COMMANDS if written_by(name)}
    # What backtest freezes is never written over, see tests/cli/test_backtest.py.
    assert {words[0] for words in NAMED.values()} == offered - {"demo", "backtest"}


@pytest.mark.parametrize("words", NAMED.values(), ids=NAMED.keys())
def test_a_file_that_is_named_is_replaced_and_stays_as_private(
    run: Run, tmp_path: Path, words: list[str]
) -> None:
    if DOSSIER in words:
        assert run("dossier", REPORT, "--out", "talks.db").code == 0
        words = ["talks.db" if word == DOSSIER else word for word in words]
    *ahead, name = words
    link, real = tmp_path / name, tmp_path / "kept"
    real.write_text("mine")
    real.chmod(0o600)
    link.symlink_to("kept")
    done = run(*words)
    assert (done.code, link.is_symlink()) == (0, True), done.err
    assert real.read_bytes() != b"mine"
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    real.chmod(0o400)
    before = real.read_bytes()
    (tmp_path / f"folder{link.suffix}").mkdir()
    for target, message in (
        (name, f"{name}: is read-only; name another file, or make it writable\n"),
        (f"folder{link.suffix}", f"folder{link.suffix}: is a folder; name a file in it\n"),
        (f"none/{name}", f"none/{name}: the folder none does not exist; make it first\n"),
    ):
        done = run(*ahead, target)
        assert (done.code, done.err.splitlines(True)[-1]) == (1, message)
    assert real.read_bytes() == before
    assert not [f for f in os.listdir(tmp_path) if f.startswith(".satumeja-")]


# -- what a command reads --------------------------------------------------------------


def written_by(name: str) -> list[str]:
    return [o for p in COMMANDS[name].params for o in p.opts if o in WRITTEN]


def cases() -> list[tuple[str, str]]:
    names = [name for name in COMMANDS if name not in ("cite", "set", "gallery", "demo")]
    return [(name, flag) for name in names for flag in written_by(name)]


def words_of(name: str, given: str) -> list[str]:
    """A command with all that it must have, and a file for what it reads."""
    words = [name]
    for parameter in COMMANDS[name].params:
        is_read = str(parameter.metavar).startswith(("CASE", "MODEL", "REPORT", "DOSSIER"))
        if parameter.param_type_name == "argument" and (parameter.required or is_read):
            words.append(given if is_read else "row")
        elif parameter.required and parameter.opts[0] not in written_by(name):
            words += [parameter.opts[0], "1"]
    return words


def test_a_file_is_asked_for_in_no_other_way() -> None:
    """A new option that writes has one of these flags, or `Guarded` is told of it."""
    parameters = [p for name in COMMANDS for p in COMMANDS[name].params]
    options = [p for p in parameters if p.param_type_name == "option" and not p.is_flag]
    written = re.compile(r"\b([Ww]rite|[Dd]raw (?:it|the)|file)\b")
    told = {option.opts[0] for option in options if written.search(option.help)}
    assert told == {*WRITTEN, "--only", "--reading", "--seen-by", "--template", "--vocabulary"}


@pytest.mark.parametrize(("name", "flag"), cases())
@pytest.mark.parametrize("way", ["same", "link", "sheet"])
def test_no_command_writes_over_what_it_reads(
    run: Run, tmp_path: Path, name: str, flag: str, way: str
) -> None:
    if way == "sheet":
        if name in ("dossier", "draft"):
            (tmp_path / "in").mkdir()
            (tmp_path / "in" / "conflict.txt").write_text("A report.\n" * 10)
        else:
            formats.save(gallery.load("chicken"), tmp_path / "in")
        given = "in"
        target = next(file for file in (tmp_path / "in").iterdir() if "conflict" in file.name)
        if name in ("draft", "exchange"):  # reads one file, and no folder
            return
    else:
        given, target = "in.yaml", tmp_path / "in.yaml"
        target.write_bytes(Path(MODEL).read_bytes())
    out = tmp_path / "out"
    out.symlink_to(target)
    before = target.read_bytes()
    said = str(out) if way == "link" else str(target)
    done = run(*words_of(name, given), flag, said)
    message = f"{said}: this command reads or writes it; name another place\n"
    assert (done.code, done.err) == (1, message)
    assert target.read_bytes() == before


def test_readings_are_read_too(run: Run, tmp_path: Path) -> None:
    reading = tmp_path / "reading.yaml"
    reading.write_bytes(Path(MODEL).read_bytes())
    done = run("brief", MODEL, "--reading", str(reading), "--out", str(reading))
    assert (done.code, "reads or writes it" in done.err) == (1, True)
    assert reading.read_bytes() == Path(MODEL).read_bytes()


def test_a_vocabulary_is_read_too(run: Run, tmp_path: Path) -> None:
    names = tmp_path / "names.html"
    names.write_text("[issues.gas]\nname = 'Gas'\n")
    done = run("dossier", REPORT, "--vocabulary", "names.html", "--html", "names.html")
    assert (done.code, "reads or writes it" in done.err) == (1, True)
    assert names.read_text().startswith("[issues.gas]")


def test_two_things_do_not_go_to_one_place(run: Run, tmp_path: Path) -> None:
    done = run("dossier", REPORT, "--out", "x.db", "--html", "./x.db")
    assert (done.code, os.listdir(tmp_path)) == (1, [])
    assert "x.db: this command reads or writes it" in done.err


# -- names that the program chose ------------------------------------------------------


@pytest.mark.parametrize("words", [["convert", MODEL], ["tables", MODEL]], ids=lambda w: w[0])
def test_a_users_own_sheets_stay(run: Run, tmp_path: Path, words: list[str]) -> None:
    """As the program once deleted them, without a word."""
    (tmp_path / "q").mkdir()
    (tmp_path / "q" / "budget.csv").write_text("mine")
    done = run(*words, "-o", "q")
    message = "is not known to be satumeja's; name another folder, or move it away"
    assert (done.code, done.err) == (1, f"q/budget.csv: {message}\n")
    assert os.listdir(tmp_path / "q") == ["budget.csv"]
    (tmp_path / "q" / "budget.csv").unlink()
    for _ in range(2):
        assert run(*words, "-o", "q").code == 0
    assert (tmp_path / "q" / MANIFEST).is_file()


def test_sheets_and_tables_do_not_replace_each_other(run: Run, tmp_path: Path) -> None:
    assert run("convert", MODEL, "-o", "q").code == 0
    before = sorted(os.listdir(tmp_path / "q"))
    done = run("tables", MODEL, "-o", "q")
    assert (done.code, done.err) == (
        1,
        "q: holds a model as sheets, not tables; name another folder\n",
    )
    assert sorted(os.listdir(tmp_path / "q")) == before


def test_a_brief_that_nobody_named_replaces_briefs_only(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    assert run("brief", MODEL).code == 0
    assert brief.is_brief(page)
    assert run("brief", SEEN).code == 0
    page.write_text("<!DOCTYPE html><title>Brief</title>")
    done = run("brief", MODEL)
    assert (done.code, done.err) == (
        1,
        "brief.html: is not a brief of satumeja's; name a file with --out\n",
    )
    assert page.read_text().endswith("<title>Brief</title>")
    assert run("brief", MODEL, "--out", "brief.html").code == 0
    assert brief.is_brief(page)


def test_the_demo_leaves_what_is_not_its_own(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "demo-output"
    monkeypatch.setattr(brief, "render", lambda *_, language: f"a brief in {language}")
    assert run("demo").code == 0
    assert run("demo", "--language", "id").code == 0
    (folder / "draft.html").write_text("mine")
    with (folder / "model.yaml").open("a") as stream:
        stream.write("# mine\n")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    done = run("demo")
    message = "was changed since satumeja wrote it; name another folder, or move it away"
    assert (done.code, done.err) == (1, f"demo-output/model.yaml: {message}\n")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    (folder / "model.yaml").unlink()
    assert run("demo").code == 0
    assert (folder / "draft.html").read_text() == "mine"


# -- set -------------------------------------------------------------------------------


@pytest.mark.parametrize("rights", [0o600, 0o640, 0o664])
def test_set_keeps_mode_and_link(run: Run, tmp_path: Path, rights: int) -> None:
    real = tmp_path / "real.yaml"
    real.write_bytes(Path(MODEL).read_bytes())
    real.chmod(rights)
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    assert run("set", "link.yaml", "title", "Hens").code == 0
    assert formats.load(real).title.in_language("en") == "Hens"
    assert (tmp_path / "link.yaml").is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == rights


def test_set_leaves_what_somebody_saved_meanwhile(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tmp_path / "model.yaml"
    model.write_bytes(Path(MODEL).read_bytes())
    loads = formats.loads

    def late(text: str, name: str) -> object:
        model.write_text("saved meanwhile")
        return loads(text, name)

    monkeypatch.setattr(formats, "loads", late)
    done = run("set", "model.yaml", "title", "Hens")
    assert (done.code, done.err) == (
        1,
        "model.yaml: was changed while it was being edited; run it again\n",
    )
    assert model.read_text() == "saved meanwhile"


@pytest.mark.parametrize("name", ["sheets", "book.xlsx"])
def test_set_changes_no_sheets(run: Run, tmp_path: Path, name: str) -> None:
    assert run("convert", MODEL, "-o", name).code == 0
    done = run("set", name, "title", "Hens")
    assert (done.code, done.err) == (
        1,
        f"{name}: is made of sheets; set changes model files in YAML\n",
    )
