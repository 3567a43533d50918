"""A flag that would do nothing is wrong usage; a suffix says the format, or is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from commands import Run
from satumeja import cli, dossier, formats, gallery
from satumeja.files import SHIPPED, beside

MODEL = str(gallery.path("december-2021-b"))
SMALL = str(gallery.path("syria-iraq"))
REPORT = str(beside(f"{SHIPPED}reports/talks-2021-12-23.en.txt", None))
PROGRAM = [sys.executable, "-c", "from satumeja.cli import main; main()"]
NONE = "none.yaml"  # what is wrong with the words is told before a file is looked at

IDLE = [
    (("explain", NONE, "1", "--plain", "-c", "nm"), "--plain goes without --concept"),
    (("explain", NONE, "1", "--plain", "--blocks", "a+b"), "--plain goes without --concept"),
    (("explain", NONE, "1", "--plain", "--convention", "matrix"), "--plain goes without"),
    (("read", NONE, "--reader-model", "x"), "--reader-model goes with --reader only"),
    (("dossier", NONE, "--reader-model", "x"), "--reader-model goes with --reader only"),
    (("draft", REPORT, "--as-of", "2021-12-23"), "--as-of goes with a dossier of reports only"),
    (("timeline", NONE, "--json", "--csv"), "--csv does not go with --json"),
    (("positions", NONE, "--json", "--csv"), "--csv does not go with --json"),
    (("sweep", NONE, "--json", "--csv"), "--csv does not go with --json"),
    (("correct", NONE, "r1#a1", "accept", "-w", "A", "--words", "x"), "--words goes with add"),
    (("correct", NONE, "r1#a1", "edit", "-w", "A", "--item", "act"), "--item goes with add only"),
    (("correct", NONE, "r1#a1", "reject", "-w", "A", "--set", "a=b"), "--set does not go with"),
    (
        ("correct", NONE, "r1#a1", "edit", "-w", "A", "--set", "kind=deny", "--set", "kind=offer"),
        "--set: kind is set twice",
    ),
    (("analyse", NONE, "--alpha", "0.6"), "--alpha goes with concepts on chances (prob_) only"),
    (("analyse", NONE, "--beta", "0.6", "-c", "prob_nash"), "--beta goes with prob_gmr, prob_smr"),
    (("analyse", NONE, "--gamma", "0.6", "-c", "prob_gmr"), "--gamma goes with prob_seq only"),
    (("explain", NONE, "1", "--alpha", "0.6"), "--alpha goes with concepts on chances (prob_)"),
    (("analyse", NONE, "-e", "symbolic", "-c", "nash,cnash"), "--engine symbolic goes with nash,"),
    (("analyse", NONE, "--group", "-e", "symbolic"), "--group does not go with --engine symbolic"),
    (("analyse", NONE, "--convention", "matrix", "-c", "sim"), "--convention matrix goes with"),
    (
        ("analyse", NONE, "--convention", "matrix", "-e", "symbolic"),
        "--convention matrix does not go with --engine symbolic",
    ),
    (
        ("explain", NONE, "1", "--convention", "matrix", "-e", "symbolic"),
        "--convention matrix does not go with --engine symbolic",
    ),
    (("analyse", NONE, "-c", ","), "--concept: name one at least"),
    (("invert", NONE, "--state", "1", "-c", "nash,seq"), '--concept: name one, not "nash,seq"'),
    (("packages", NONE, "-c", "nash,seq"), '--concept: name one, not "nash,seq"'),
    (("packages", NONE, "--no-deal", "7", "-c", "nash"), "--concept goes with --no-deal worst or"),
    (("coalitions", NONE, "--state", "1", "-c", "nash"), "--concept does not go with --state"),
    (("hypergame", NONE, "--out", "x.yaml"), "--out goes with --seen-by only"),
    (("hypergame", NONE, "--seen-by", "us", "--json"), "--json does not go with --seen-by"),
    (("hypergame", NONE, "--seen-by", "us", "-c", "seq"), "--concept does not go with --seen-by"),
    (("figure", NONE, "-o", "x.svg", "--for", "us"), "individual or preference-tree only"),
    (
        ("figure", NONE, "-o", "x.svg", "--from", "1"),
        "goes with --kind status-quo, seating",
    ),
    (("figure", NONE, "-o", "x.svg", "--state", "1"), "goes with --kind tornado or lattice only"),
    (("figure", NONE, "-o", "x.svg", "-t", "geneva"), "--kind deal-zone or opening-sets only"),
    (
        ("figure", NONE, "-o", "x.svg", "-k", "lattice", "-c", "seq"),
        "individual, status-quo, ranking, tornado or distance-map only",
    ),
    (
        ("figure", NONE, "-o", "x.svg", "-k", "distance-map", "-c", "seq,gmr"),
        '--concept: name one, not "seq,gmr"',
    ),
    (("figure", NONE, "-o", "x.svg", "--improvements"), "--improvements goes with --kind status-"),
    (
        ("figure", NONE, "-o", "x.svg", "-k", "ranking", "--moves", "all"),
        "--moves goes with --kind integrated or individual only",
    ),
    (
        ("figure", NONE, "-o", "x.svg", "-k", "status-quo", "--states", "9"),
        "--states goes with --kind integrated or individual only",
    ),
    (("figure", MODEL, "-o", "x.svg", "-k", "individual"), "name a decision maker: russia, us,"),
    (("figure", MODEL, "-o", "x.svg", "-k", "preference-tree"), "name a decision maker: russia,"),
    (("tables", NONE, "-k", "states", "--from", "1"), "--from goes with the kinds status-quo and"),
    (("tables", NONE, "-k", "seats", "--improvements"), "--improvements goes with the kinds"),
    (("tables", NONE, "-k", "status-quo", "--to", "1"), "--to goes with the kind evolution only"),
    (("tables", NONE, "-k", "seats", "-c", "nash"), "--concept goes with tables of results, not"),
    (("schema", "analysis", "--list"), "--list does not go with the NAME of an output"),
    (("gallery", "--out", "x.yaml"), "--out goes with the NAME of a conflict only"),
    (("gallery", "chicken", "--json"), "--json goes with the list only"),
]


@pytest.mark.parametrize(("words", "message"), IDLE, ids=lambda part: " ".join(part[:4]))
def test_a_flag_that_would_do_nothing_is_wrong_usage(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"Usage: satumeja {words[0]} ")
    assert f"Error: {message}" in done.err or message in done.err.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []


def test_a_default_that_is_typed_does_no_harm(run: Run) -> None:
    asked = ("packages", SMALL, "--no-deal", "2", "--json")
    assert run(*asked, "--concept", "seq").json == run(*asked).json
    assert run("analyse", SMALL, "--alpha", "0.5", "--engine", "auto").code == 0


FIGURE = ".svg, .html or .tex"
MODELS = ".yaml, .yml, .json, .gmcr, .nfg, .xlsx"
SUFFIXES = [
    ("dossier none.txt --html x.pdf", "x.pdf: a page is written as .html"),
    ("draft none.txt -o x.json", "x.json: a draft is written as .yaml or .yml"),
    ("rank none.yaml us --figure x.png", f"x.png: this figure is written as {FIGURE}"),
    ("brief none.yaml -o x.doc", "x.doc: a brief is written as .html, .pdf or .docx"),
    (
        "brief none.yaml -o x.docx --template x.odt",
        "x.odt: a template is written as .docx",
    ),
    ("hypergame none.yaml --seen-by us -o x.txt", "x.txt: a game is written as .yaml, .yml, "),
    ("figure none.yaml -o x", "x: a figure is written as .svg, .html, .tex or .csv"),
    (
        "tables none.yaml -o x.png",
        "x.png: a table is written as .svg, .html, .tex, .xlsx, .csv",
    ),
    ("sweep none.yaml -o x", "x: a sweep is written as .svg, .html, .tex, .xlsx, .csv or .json"),
    (
        "convert none.yaml -o x.png",
        f"x.png: a model is written as {MODELS}, .graphml, .dot, ",
    ),
    ("gallery chicken -o x.png", f"x.png: a model is written as {MODELS} or a folder"),
    ("set none.yaml title T -o x.json", "x.json: the text stays as it is, so it ends in .yaml"),
    *(
        (f"{words} --figure x.csv", f"x.csv: this figure is written as {FIGURE}")
        for words in (
            *("deals none.yaml", "openings none.yaml", "coalitions none.yaml"),
            *("rests-on none.yaml", "invert none.yaml --state 1", "over-time none.yaml"),
        )
    ),
]


@pytest.mark.parametrize(("words", "message"), SUFFIXES)
def test_a_suffix_that_says_no_format_is_refused_before_anything(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*words.split())
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(message)
    assert done.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("suffix", "start"),
    [("svg", "<svg "), ("html", "<!DOCTYPE html>"), ("tex", "\\documentclass")],
)
def test_a_figure_is_what_its_suffix_says(
    run: Run, tmp_path: Path, suffix: str, start: str
) -> None:
    out = tmp_path / f"tree.{suffix}"
    assert run("rank", SMALL, "iraq", "--figure", str(out)).err == f"wrote {out}\n"
    assert out.read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize("name", ["chicken.yml", "chicken.json", "chicken.xlsx", "chicken"])
def test_the_gallery_writes_what_the_suffix_says(run: Run, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    assert run("gallery", "chicken", "-o", str(out)).err == f"wrote {out}\n"
    assert out.is_dir() == (name == "chicken")
    if name.endswith(".json"):
        assert json.loads(out.read_text(encoding="utf-8"))["satumeja"] == 1
    taken, known = formats.load(out), gallery.load("chicken")
    assert [maker.preference for maker in taken.decision_makers] == [
        maker.preference for maker in known.decision_makers
    ]


def test_the_words_of_an_export_follow_the_language(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "model.tex"
    for language, word in (("en", "Equilibria by concept"), ("id", "Ekuilibrium menurut konsep")):
        assert run("convert", SMALL, "-o", str(out), "--language", language).code == 0
        assert word in out.read_text(encoding="utf-8")


def test_equilibria_under_further_concepts_are_narrowed_too(run: Run) -> None:
    asked = ("analyse", MODEL, "-c", "gmr,cnash", "--where", "attack & -arm")
    met = run(*asked, "--json").json["where"]["equilibria"]
    assert met == {"gmr": [16, 17], "cnash": []}
    assert "Under CNash, where" in " ".join(run(*asked).out.split())
    attacked = run("analyse", MODEL, "-c", "cnash", "--where", "attack", "--json").json
    assert attacked["where"]["equilibria"]["cnash"] == [50, 51]


def test_dossier_words_come_in_both_languages(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "talks.db")
    gathered = run("dossier", REPORT, "-o", file, "-l", "id").out
    assert gathered.startswith(f"{file}: laporan 1, pernyataan ")
    assert run("dossier", REPORT, "-o", file).out.startswith(f"{file}: reports 1, statements ")
    english, bahasa = (run("timeline", file, "-l", language).out for language in ("en", "id"))
    assert "agree to talk" in english
    assert "sepakat berunding" in bahasa
    assert "Menolak anggota baru" in run("positions", file, "-l", "id").out
    with dossier.DossierFile(file) as opened:
        moments = dossier.timeline(dossier.whole(opened))
    assert all(f"[{moment.key}]" in english.replace("\n", " ") for moment in moments)


def test_check_speaks_both_languages(run: Run) -> None:
    assert "51 feasible states of 256 combinations" in run("check", MODEL).out
    assert "51 keadaan yang mungkin dari 256" in run("check", MODEL, "--language", "id").out


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="a device is needed")
@pytest.mark.parametrize("words", [["gallery", "chicken"], ["draft", REPORT]])
def test_a_device_takes_what_has_one_format(words: list[str]) -> None:
    printed, written = (
        subprocess.run([*PROGRAM, *words, *out], capture_output=True, text=True, check=True).stdout
        for out in ([], ["-o", "/dev/stdout"])
    )
    assert written.splitlines()[-1] == printed.splitlines()[-1]
    assert "satumeja: 1" in written


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("figure none.yaml -o x.svg --kind tornad", 'did you mean "tornado"?'),
        ("figure none.yaml -o x.svg --moves improvement", 'did you mean "improvements"?'),
        ("analyse none.yaml --engine simbolic", 'did you mean "symbolic"?'),
        ("deals none.yaml --reach jont", 'did you mean "joint"?'),
        ("check none.yaml --language enn", 'did you mean "en"?'),
    ],
)
def test_a_choice_misspelt_is_told_with_the_nearest(run: Run, words: str, nearest: str) -> None:
    done = run(*words.split())
    assert (done.code, done.out) == (2, "")
    assert "is not one of" in done.err
    assert nearest in " ".join(done.err.split())
    assert "Value error" not in done.err


FILES = ("CASE...", "DOSSIER", "FILE", "FILE.docx", "MODEL", "PATH", "REPORT")


def nameless() -> list[tuple[str, ...]]:
    """Give each command with an empty name for each file that it takes, and what it needs."""
    commands = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]
    lines = []
    for name, command in commands.items():
        for empty in command.params:
            words = [name]
            for param in command.params:
                if param.required or param is empty:
                    flag = [] if param.param_type_name == "argument" else [param.opts[0]]
                    words += [*flag, "" if param is empty else "1"]
            if empty.metavar in FILES:
                lines.append(tuple(words))
    return lines


@pytest.mark.parametrize("words", nameless(), ids=" ".join)
def test_an_empty_name_names_no_file(words: tuple[str, ...], run: Run) -> None:
    """A shell gives one for a variable that is not set; as a path it would be this folder."""
    ended = run(*words)
    assert ended.code == 2
    assert "is an empty name; name a file" in " ".join(ended.err.split())


@pytest.mark.parametrize("words", [("check", NONE, "x" * 9_000), ("check", f"--{'x' * 9_000}")])
def test_what_is_typed_is_not_quoted_without_end(words: tuple[str, ...], run: Run) -> None:
    ended = run(*words)
    assert ended.code == 2
    assert 700 < len(ended.err) < 1_500
