"""Each flag is one flag: the same letter, meaning and words wherever it can be typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from commands import Run
from satumeja import cli, gallery
from satumeja.cli._options import FORMATS, FORMER

MODEL = str(gallery.path("syria-iraq"))
# What prints no words of its own.
WORDLESS = {"draft", "schema", "set"}


def commands() -> dict[str, Any]:
    group: Any = typer.main.get_command(cli.app)
    return dict(group.commands)


def flags() -> Iterator[tuple[str, Any]]:
    for name, command in commands().items():
        for param in command.params:
            if param.param_type_name == "option" and "--help" not in param.opts:
                yield name, param


def test_a_flag_is_spelled_and_explained_one_way() -> None:
    told: dict[str, tuple[object, str]] = {}
    for name, param in flags():
        long, *letters = sorted(param.opts, key=len, reverse=True)
        shown = (letters, param.help)
        known, first = told.setdefault(long, (shown, name))
        assert shown == known, f"{long} of {name} is not that of {first}"


def test_what_a_flag_takes_has_one_name() -> None:
    taken: dict[str, set[str]] = {}
    for _, param in flags():
        if param.metavar:  # else choices stand there
            taken.setdefault(max(param.opts, key=len), set()).add(param.metavar)
    assert {flag: names for flag, names in taken.items() if len(names) > 1} == {}


def test_a_letter_stands_for_one_flag() -> None:
    letters: dict[str, str] = {}
    for name, param in flags():
        long, *short = sorted(param.opts, key=len, reverse=True)
        assert long.startswith("--"), name
        for letter in short:
            assert letters.setdefault(letter, long) == long, f"{letter} of {name}"


def test_every_flag_is_explained_in_a_sentence() -> None:
    for name, param in flags():
        assert param.help, f"{param.opts} of {name}"
        assert param.help.endswith((".", "?")), f"{param.opts} of {name}"
        choices = {"--convention", "--engine", "--kind", "--language", "--layout", "--moves"}
        choices |= {"--form", "--reach"}
        assert param.metavar or param.is_flag or choices.intersection(param.opts), name


def test_whoever_prints_words_speaks_both_languages() -> None:
    speaking = {name for name, param in flags() if "--language" in param.opts}
    assert commands().keys() - speaking == WORDLESS


@pytest.mark.parametrize("name", FORMER)
def test_former_spellings_lead_to_flags_and_are_not_shown(run: Run, name: str) -> None:
    told = run(name, "--help").out
    options = [option for command, param in flags() if command == name for option in param.opts]
    for former, now in FORMER[name].items():
        assert now in options
        assert former not in options
        assert f"{former} " not in told


def test_former_spellings_work(run: Run, tmp_path: Path) -> None:
    inverse, swept = ("invert", MODEL, "--state", "2", "--json"), ("sweep", MODEL, "--json")
    assert run(*inverse, "--dm", "syria").json == run(*inverse, "--for", "syria").json
    assert run(*swept, "-n", "50").json == run(*swept, "--profiles", "50").json
    for former, now in (("--tree", "--figure"), ("--most", "--states")):
        drawn = [str(tmp_path / f"{spelling}.svg") for spelling in (former, now)]
        for spelling, out in zip((former, now), drawn, strict=True):
            asked = (
                ("rank", MODEL, "syria", spelling, out)
                if now == "--figure"
                else ("figure", MODEL, spelling, "4", "-o", out)
            )
            assert run(*asked).code == 0
        assert Path(drawn[0]).read_bytes() == Path(drawn[1]).read_bytes()
    assert run("invert", MODEL, "--state", "2", "--dm").err.endswith("requires an argument.\n")


STATES = [
    ("explain", MODEL, "STATE", "--concept", "nash", "--json"),
    ("paths", MODEL, "--from", "STATE", "--json"),
    ("paths", MODEL, "--to", "STATE", "--from", "2", "--json"),
    ("deals", MODEL, "--from", "STATE", "--json"),
    ("openings", MODEL, "--from", "STATE", "--json"),
    ("packages", MODEL, "--from", "STATE", "--json"),
    ("packages", MODEL, "--no-deal", "STATE", "--json"),
    ("threats", MODEL, "--from", "STATE", "--json"),
    ("coalitions", MODEL, "--state", "STATE", "--json"),
    ("invert", MODEL, "--state", "STATE", "--json"),
    ("rests-on", MODEL, "--state", "STATE", "--from", "STATE", "--samples", "5", "--json"),
    ("over-time", MODEL, "--on", "1976:no-deal=STATE", "--json"),
    ("tables", MODEL, "-k", "status-quo", "--from", "STATE"),
    ("tables", MODEL, "-k", "evolution", "--from", "2", "--to", "STATE"),
]


@pytest.mark.parametrize(
    "words", STATES, ids=lambda words: " ".join(w for w in words if w != MODEL)
)
def test_a_state_may_be_given_by_any_name(run: Run, words: tuple[str, ...]) -> None:
    answers = {
        name: run(*(word.replace("STATE", name) for word in words))
        for name in ("1", "NN|N", "nnn", "status_quo")
    }
    assert answers["1"].code == 0, answers["1"].err
    assert len({(done.code, done.out, done.err) for done in answers.values()}) == 1
    wrong = run(*(word.replace("STATE", "statusquo") for word in words))
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong.err == 'there is no state "statusquo"; did you mean "status_quo"?\n'


def test_a_model_without_a_status_quo_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "model.yaml"
    path.write_text(
        "satumeja: 1\ntitle: T\ndecision_makers:\n  a: {options: {x: }, preferences: [x]}\n"
        "  b: {options: {y: }, preferences: [y]}\n",
        encoding="utf-8",
    )
    for engine in ("explicit", "symbolic"):
        done = run("explain", str(path), "status_quo", "--engine", engine)
        assert (done.code, done.err) == (1, "the model names no status quo; name a state\n")


def test_the_reference_names_former_spellings_and_formats() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/command-line.md").read_text("utf-8")
    for name, spellings in FORMER.items():
        for former, now in spellings.items():
            assert f"`{name} {former}` (" in page
            assert now in page
    for (name, _), (_, suffixes) in FORMATS.items():
        rows = [row for row in page.splitlines() if row.startswith(f"| `{name or '--figure'} ")]
        rows += [row for row in page.splitlines() if f", `{name} --" in row]
        for suffix in suffixes:
            assert any(f"`{suffix}`" in row if suffix else "folder" in row for row in rows), name
