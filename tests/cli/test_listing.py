"""Where states are too many to be listed, a command names only what takes the question."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import Run

MANY = "80 options are more than the 62 that states can be listed for; "
SETS = "but not with --engine symbolic (nash, gmr, smr, seq, sseq)"


def wide(path: Path, more: str = "") -> str:
    """Write a model of eighty options, decided as sets unless `more` forbids it."""
    options = ", ".join(f"o{k}: " for k in range(40))
    path.write_text(
        f"satumeja: 1\ntitle: Wide\ndecision_makers:\n"
        f"  a: {{options: {{{options}}}, preferences: [b.o0]{more}}}\n"
        f"  b: {{options: {{{options}}}, preferences: [a.o0]}}\n"
        f"status_quo: '{'N' * 80}'\ntables:\n  t: {{seats: [a, b], date: 2022-01}}\n",
        encoding="utf-8",
    )
    return str(path)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("rank MODEL a", "rank lists all states"),
        ("analyse MODEL --engine explicit", f"analyse lists all states, {SETS}"),
        ("analyse MODEL --concept cnash", f"analyse lists all states, {SETS}"),
        ("explain MODEL 1 --engine explicit", f"explain lists all states, {SETS}"),
        ("brief MODEL --engine explicit -o x.html", f"brief lists all states, {SETS}"),
        ("hypergame MODEL", "hypergame lists all states"),
        ("hypergame MODEL --seen-by a", "hypergame lists all states"),
        ("paths MODEL", "paths lists all states"),
        ("coalitions MODEL", "coalitions lists all states"),
        ("deals MODEL", "deals lists all states, but openings does not"),
        ("deals MODEL --table t", "deals lists all states, but openings does not"),
        ("packages MODEL", "packages lists all states, but openings does not"),
        ("threats MODEL", "threats lists all states"),
        ("rests-on MODEL", "rests-on lists all states"),
        ("invert MODEL --state 1", "invert lists all states"),
        ("over-time MODEL", "over-time lists all states"),
        ("sweep MODEL", "sweep lists all states"),
        ("figure MODEL -o x.svg", "figure lists all states, but brief does not"),
        ("tables MODEL", "tables lists all states, but brief does not"),
        (
            "convert MODEL -o x.dot",
            "convert lists all states for this format, but not for .yaml, .json, .gmcr and .xlsx",
        ),
    ],
)
def test_what_takes_so_many_states_is_named_if_anything_does(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    wide(tmp_path / "wide.yaml")
    done = run(*words.replace("MODEL", "wide.yaml").split())
    assert (done.code, done.out, done.err) == (1, "", f"{MANY}{told}\n")


@pytest.mark.parametrize(
    "words",
    [
        *("analyse MODEL", "explain MODEL 1", "brief MODEL -o x.html", "openings MODEL"),
        *("check MODEL", "convert MODEL -o x.json", "convert MODEL -o x.gmcr"),
    ],
)
def test_what_is_named_takes_them(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    wide(tmp_path / "wide.yaml")
    assert run(*words.replace("MODEL", "wide.yaml").split()).code == 0


@pytest.mark.parametrize("words", ["deals MODEL", "tables MODEL", "analyse MODEL"])
def test_nothing_is_named_for_a_model_that_sets_do_not_take(
    run: Run, tmp_path: Path, words: str
) -> None:
    model = wide(tmp_path / "wide.yaml", ", shares: [b.o1]")
    done = run(*words.replace("MODEL", model).split())
    assert (done.code, done.err) == (1, f"{MANY}{words.split(maxsplit=1)[0]} lists all states\n")
