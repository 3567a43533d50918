"""The commands: what they print, where errors go, and what they leave behind."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from commands import Run
from satumeja import cli, gallery
from satumeja.brief import FIGURES
from satumeja.cli._options import Kind
from satumeja.files import MANIFEST, SHIPPED, beside

REPORT = str(beside(f"{SHIPPED}reports/talks-2021-12-23.id.txt", None))
MODEL = str(gallery.path("december-2021-b"))


def test_analyse_prints_the_published_schema(run: Run) -> None:
    done = run("analyse", MODEL, "--json")
    data = done.json
    assert (done.code, done.err) == (0, "")
    assert data["schema"] == "satumeja/analysis/1"
    assert data["engine"] == "explicit"
    assert data["decision_makers"] == ["russia", "us", "nato"]
    assert data["options"][:3] == ["talk", "withdraw", "attack"]
    assert (data["feasible"], data["status_quo"]) == (51, 7)
    assert data["states"][6] == {"number": 7, "decimal": 9, "form": "YNN|YNN|NN"}
    assert data["equilibria"]["nash"] == [50, 51]
    assert set(data["stable"]) == {"nash", "gmr", "smr", "seq", "sseq"}
    assert 7 not in data["stable"]["nash"]["russia"]


def test_analyse_takes_some_concepts(run: Run) -> None:
    data = run("analyse", MODEL, "--concept", "seq, nash", "--engine", "explicit", "--json").json
    assert list(data["equilibria"]) == ["nash", "seq"]


def test_analyse_says_which_engine_decided_and_why(run: Run) -> None:
    listed = run("analyse", MODEL, "--json").json
    sets = run("analyse", MODEL, "--engine", "symbolic", "--json").json
    assert (listed.pop("engine"), listed.pop("engine_reason")) == ("explicit", "small")
    assert (sets.pop("engine"), sets.pop("engine_reason")) == ("symbolic", "asked")
    assert listed == sets
    assert "symbolic engine: it was asked for" in run("analyse", MODEL, "-e", "symbolic").out


def test_analyse_narrows_the_equilibria(run: Run) -> None:
    condition = ("--where", "attack & -arm", "--concept", "gmr,nash")
    data = run("analyse", MODEL, *condition, "--json").json
    assert data["where"]["condition"] == "attack & -arm"
    assert data["where"]["equilibria"] == {"nash": [], "gmr": [16, 17]}
    assert "(16, 17)" in run("analyse", MODEL, *condition).out
    said = run("analyse", MODEL, *condition, "-e", "symbolic").out
    assert "2 equilibria" in " ".join(said.split())
    wrong = run("analyse", MODEL, "--where", "atack")
    assert (wrong.code, wrong.out) == (1, "")
    assert 'did you mean "attack"' in wrong.err


def test_states_too_many_to_list_are_counted(run: Run, tmp_path: Path) -> None:
    options = ", ".join(f"o{k}: O" for k in range(40))
    makers = "".join(
        f"  {dm}: {{options: {{{options}}}, preferences: [{dm}.o0, a.o1 iff b.o1]}}\n"
        for dm in "ab"
    )
    model = tmp_path / "large.yaml"
    model.write_text(
        f"satumeja: 1\ntitle: Large\ndecision_makers:\n{makers}status_quo: '{'N' * 80}'\n"
    )
    data = run("analyse", str(model), "--json").json
    assert (data["engine"], data["engine_reason"], data["states"]) == ("symbolic", "wide", None)
    assert (data["feasible"], data["status_quo"]) == (2**80, 1)
    assert data["equilibria"]["nash"]["count"] == 2**77
    assert data["equilibria"]["nash"]["sample"][0] == 1 | 1 << 40
    assert "1.21 × 10²⁴ states" in run("analyse", str(model)).out
    said = run("explain", str(model), "status_quo", "--for", "a", "--concept", "seq")
    assert "taking up" in said.out
    told = run("explain", str(model), "1", "--concept", "seq", "--json").json["verdicts"]
    assert [verdict["stable"] for verdict in told] == [False, False]
    assert told[0]["total"] == told[0]["unsanctioned"] == 2**39
    missing = run("explain", str(model), str(2**80 + 1))
    assert (missing.code, missing.err.count("\n")) == (1, 1)


def test_analyse_takes_further_concepts(run: Run) -> None:
    elmira = str(gallery.path("elmira"))
    data = run("analyse", elmira, "--concept", "nash,cnash,l2,nm", "--json").json
    assert data["equilibria"]["cnash"] == [8, 9]
    assert list(data["equilibria"]) == ["nash", "cnash", "l2", "nm"]
    assert 5 not in data["stable"]["cnash"]["moe+uniroyal"]
    assert "cnash: 8, 9" in run("analyse", elmira, "--concept", "cnash").out
    assert "Knowledge(unknown=...)" in run("analyse", elmira, "--concept", "gmr_a").err


def test_analyse_takes_the_convention_of_the_matrix_papers(run: Run) -> None:
    data = run("analyse", MODEL, "--convention", "matrix", "--json").json
    assert data["equilibria"] == run("analyse", MODEL, "--json").json["equilibria"]
    assert data["conventions"] != run("analyse", MODEL, "--json").json["conventions"]


@pytest.mark.parametrize(("language", "word"), [("en", "status quo"), ("id", "bertahan")])
def test_analyse_speaks_both_languages(run: Run, language: str, word: str) -> None:
    done = run("analyse", MODEL, "--language", language)
    assert done.code == 0
    assert word in done.out


def test_read_and_draft_go_on_to_check_and_analyse(run: Run, tmp_path: Path) -> None:
    dossier = run("read", REPORT, "--json").json
    text = Path(REPORT).read_bytes().decode()
    assert dossier["schema"] == "satumeja/dossier/1"
    for statement in dossier["statements"]:
        start, end = statement["content"]
        assert text[start:end].strip() == text[start:end] != ""
    draft = tmp_path / "draft.yaml"
    assert run("draft", REPORT, "--out", str(draft)).code == 0
    assert run("draft", REPORT).out.startswith("#")
    checked = run("check", str(draft), "--json").json
    assert {maker["id"] for maker in checked["decision_makers"]} >= {"russia", "us", "nato"}
    assert run("analyse", str(draft), "--json").json["feasible"] == checked["feasible"]
    brief = tmp_path / "brief.html"
    assert run("brief", str(draft), "--out", str(brief)).code == 0
    assert brief.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_read_without_json_is_a_page(run: Run) -> None:
    done = run("read", REPORT, "--language", "id")
    assert done.code == 0
    assert "Lavrov" in done.out
    assert "Pernyataan" in done.out


@pytest.mark.parametrize(
    ("state", "number"), [("7", 7), ("YNN|YNN|NN", 7), ("ynnynnnn", 7), ("status_quo", 7)]
)
def test_explain_takes_a_state_by_any_name(run: Run, state: str, number: int) -> None:
    data = run("explain", MODEL, state, "--for", "russia", "--concept", "seq", "--json").json
    (verdict,) = data["verdicts"]
    assert (verdict["state"], verdict["stable"]) == (number, True)
    assert verdict["sanctions"] == [{"improvement": 10, "path": [{"dm": "nato", "to": 44}]}]


@pytest.mark.parametrize(("language", "word"), [("en", "unstable"), ("id", "tidak stabil")])
def test_explain_says_why(run: Run, language: str, word: str) -> None:
    done = run("explain", MODEL, "status_quo", "-f", "russia", "-c", "nash", "-l", language)
    assert word in done.out


def test_gallery_lists_and_writes(run: Run, tmp_path: Path) -> None:
    assert "prisoners-dilemma" in run("gallery").out
    names = [entry["id"] for entry in run("gallery", "--json").json["conflicts"]]
    assert names == [entry.id for entry in gallery.entries()]
    target = tmp_path / "model.yaml"
    assert run("gallery", "december-2021-a", "--out", str(target)).code == 0
    assert run("check", str(target)).code == 0
    assert run("gallery", "december-2021-a").out == target.read_text(encoding="utf-8")


def test_a_model_taken_from_the_gallery_finds_its_sources(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "model.yaml"
    run("gallery", "december-2021-b", "--out", str(target))
    run("brief", str(target), "--out", str(tmp_path / "brief.html"))
    page = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "was not found beside the model" not in page


def test_what_a_table_could_agree(run: Run) -> None:
    one = run("deals", MODEL, "--table", "geneva", "--json").json
    assert (one["schema"], one["table"], one["from"]) == ("satumeja/deals/1", "geneva", 7)
    assert (one["seats"], one["deals"]) == (["russia", "us"], [])
    dilemma = str(gallery.path("prisoners-dilemma"))
    shown = run("deals", dilemma, "--from", "4")
    assert (shown.code, "1" in shown.out) == (0, True)
    opened = run("openings", MODEL, "--json").json
    assert opened["schema"] == "satumeja/openings/1"
    assert [found["ease"] for found in opened["openings"]] == [["us#1", "nato#1"]]
    assert opened["linkage"] == []
    for command in ("deals", "openings", "threats"):
        for language in ("en", "id"):
            assert run(command, MODEL, "--language", language).code == 0
    assert 'did you mean "geneva"?' in run("deals", MODEL, "--table", "genev").err


def test_what_would_make_a_state_hold(run: Run, tmp_path: Path) -> None:
    syria, picture = str(gallery.path("syria-iraq")), tmp_path / "map.svg"
    words = ["invert", syria, "--state", "2", "--concept", "smr"]
    found = run(*words, "--for", "syria", "--figure", str(picture), "--json").json
    assert (found["schema"], found["count"], found["of"]) == ("satumeja/invert/1", 300, 720)
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    for language in ("en", "id"):
        assert run(*words, "--language", language).code == 0
    assert "there is no state" in run("invert", syria, "--state", "9").err


def test_what_the_answers_rest_on(run: Run, tmp_path: Path) -> None:
    picture = tmp_path / "tornado.svg"
    words = ["rests-on", MODEL, "--state", "status_quo", "--samples", "50"]
    found = run(*words, "--concept", "seq", "--figure", str(picture), "--json").json
    assert (found["schema"], len(found["answers"])) == ("satumeja/rests-on/1", 1)
    assert found["answers"][0]["of"] == 50
    assert picture.is_file()
    for language in ("en", "id"):
        assert run(*words, "--language", language).code == 0


def test_openings_of_sixty_six_options(run: Run, tmp_path: Path) -> None:
    lines = ["satumeja: 1", "title: Wide", "status_quo: " + "N" * 66, "decision_makers:"]
    for dm, wish in (("a", "b1"), ("b", "a1"), ("c", "c1")):
        options = ", ".join(f"{dm}{k}: {{name: {dm} {k}}}" for k in range(22))
        lines += [f"  {dm}:", f"    options: {{{options}}}", f'    preferences: ["{wish}"]']
        lines += [f'    red_lines: ["{wish}"]']
    path = tmp_path / "wide.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = run("openings", str(path), "--wanting", "b1 & a1", "--json").json
    assert found["engine"] == "symbolic"
    assert [opening["ease"] for opening in found["openings"]] == [["a#1", "b#1"]]
    told = run("openings", str(path), "--language", "id")
    assert told.code == 0
    assert "efisien" in told.out
    drawn = run("openings", str(path), "--figure", str(tmp_path / "x.svg"))
    assert (drawn.code, (tmp_path / "x.svg").exists()) == (1, False)
    by_form = run("openings", str(path), "--from", "YN" + "N" * 64, "--json")
    assert run("openings", str(path), "--from", "2", "--json").json == by_form.json
    missing = run("openings", str(path), "--from", str(2**66 + 1))
    assert (missing.code, missing.err.count("\n")) == (1, 1)


def test_what_beats_walking_away(run: Run, tmp_path: Path) -> None:
    points = ["--points", "us:guarantee=-9,attack=-20", "--points", "russia:guarantee=10,attack=2"]
    words = ["packages", MODEL, "--table", "geneva", *points]
    found = run(*words, "--json").json
    assert (found["schema"], found["count"]) == ("satumeja/packages/1", 4)
    assert found["solutions"][0]["value"] == "88"
    for language in ("en", "id"):
        assert run(*words, "--no-deal", "best", "--language", language).code == 0
    assert "write DM:OPTION=POINTS" in run("packages", MODEL, "--points", "us:guarantee").err
    for command in (["deals"], ["deals", "--table", "osce"], ["openings"]):
        picture = str(tmp_path / "figure.svg")
        assert run(command[0], MODEL, *command[1:], "--figure", picture).code == 0
        assert Path(picture).read_text(encoding="utf-8").startswith("<svg")


def test_what_groups_could_do_together(run: Run, tmp_path: Path) -> None:
    elmira, picture = str(gallery.path("elmira")), tmp_path / "lattice.svg"
    found = run("coalitions", elmira, "--figure", str(picture), "--json").json
    assert found["schema"] == "satumeja/coalitions/1"
    assert [(jump["from"], jump["to"]) for jump in found["jumps"]] == [(5, 8)]
    assert picture.is_file()
    for language in ("en", "id"):
        assert run("coalitions", elmira, "--state", "5", "--language", language).code == 0


def test_a_brief_sets_other_readings_beside(run: Run, tmp_path: Path) -> None:
    out, other = tmp_path / "brief.html", str(gallery.path("december-2021-a"))
    assert run("brief", MODEL, "--reading", other, "--out", str(out)).code == 0
    assert "en-readings" in out.read_text(encoding="utf-8")


def test_a_conflict_over_its_dates(run: Run) -> None:
    words = ["over-time", MODEL, "--on", "2022-01-20:withdraw=N", "--on", "2022-02-24:no-deal=10"]
    steps = run(*words, "--json").json["steps"]
    assert [step["date"] for step in steps] == [
        "2021-12-23",
        "2022-01",
        "2022-01-20",
        "2022-02-24",
    ]
    assert steps[2]["closed"] == {"withdraw": "N"}
    assert steps[3]["from"] == "NNY|YNN|NN"
    for language in ("en", "id"):
        assert run(*words, "--language", language).code == 0
    assert "write DATE:OPTION=Y" in run("over-time", MODEL, "--on", "2022:talk=maybe").err


def test_sweep_counts_the_same_every_time(run: Run, tmp_path: Path) -> None:
    syria = str(gallery.path("syria-iraq"))
    store = str(tmp_path / "store.sqlite")
    words = ["sweep", syria, "--profiles", "500", "--seed", "7", "--for", "syria"]
    first = run(*words, "--json").json
    assert run(*words, "--json", "--store", store).json == first
    assert run(*words, "--json", "--store", store).json == first
    assert run(*words, "--csv").out.startswith("number,state,nash,")
    told = run(*words).out
    assert "500 preference profiles; the preferences of Syria differ" in told
    assert " No.   State   Nash   GMR   SMR   SEQ   SSEQ" in told
    assert "profil preferensi; preferensi Suriah" in run(*words, "--language", "id").out
    for suffix in ("csv", "json", "html", "svg", "tex", "xlsx"):
        out = tmp_path / f"sweep.{suffix}"
        done = run(*words, "--out", str(out))
        assert (done.code, done.out, done.err) == (0, "", f"wrote {out}\n")
    assert (tmp_path / "sweep.csv").read_text(encoding="utf-8") == run(*words, "--csv").out
    assert json.loads((tmp_path / "sweep.json").read_text(encoding="utf-8")) == first


@pytest.mark.parametrize("suffix", ["yaml", "json", "gmcr"])
def test_convert_keeps_what_holds(run: Run, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"model.{suffix}"
    assert run("convert", MODEL, "--out", str(target)).code == 0
    before, after = run("analyse", MODEL, "--json").json, run("analyse", str(target), "--json")
    assert after.json["equilibria"] == before["equilibria"]
    assert [s["form"] for s in after.json["states"]] == [s["form"] for s in before["states"]]


def test_counts_longer_than_python_writes_unasked_are_printed(run: Run, tmp_path: Path) -> None:
    """2,048 states have more strict rankings than 4,300 digits tell."""
    path = tmp_path / "m.yaml"
    path.write_text(
        "satumeja: 1\ntitle: Many\ndecision_makers:\n"
        "  a: {options: {a1: , a2: , a3: , a4: , a5: , a6: }, preferences: [b1]}\n"
        "  b: {options: {b1: , b2: , b3: , b4: , b5: }, preferences: [a1]}\n",
        encoding="utf-8",
    )
    done = run("invert", str(path), "--state", "1", "--concept", "nash", "--json")
    assert (done.code, done.err) == (0, "")
    (of,) = {line for line in done.out.splitlines() if line.startswith(' "of": ')}
    assert len(of) > 4300
    assert sys.get_int_max_str_digits() == 4300


@pytest.mark.parametrize("language", ["en", "id"])
def test_demo_goes_the_whole_way(run: Run, tmp_path: Path, language: str) -> None:
    folder = tmp_path / "out"
    done = run("demo", "--out", str(folder), "--language", language)
    assert done.code == 0
    files = {MANIFEST, "brief.html", "draft.yaml", "model.yaml", "report.txt"}
    assert set(os.listdir(folder)) == files
    for command in ("read", "check", "explain", "brief", "gallery"):
        assert f"satumeja {command}" in done.out


def test_help_teaches_and_the_version_is_told(run: Run) -> None:
    listed = run("--help").out
    for command in cli.app.registered_commands:
        assert command.callback is not None
        name = command.name or command.callback.__name__.replace("_", "-")
        first = (command.callback.__doc__ or "").split("\n")[0]
        assert f"{name} " in listed
        assert first in listed, "a summary is cut off"
    assert run("--version").out.startswith("satumeja 0.")


BAD_MODEL = "satumeja: 1\ntitle: x\ndecision_makers:\n  a: {options: {x: X}, preferences: [y]}\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["analyse", "none.yaml"], "none.yaml: "),
        (["check", "."], ".: "),
        (["analyse", "chicken"], "satumeja gallery chicken -o chicken.yaml"),
        (["read", "none.txt"], "none.txt: "),
        (["explain", MODEL, "99"], 'there is no state "99"'),
        (["explain", MODEL, "YYY|NNN|NN"], "state YYY|NNN|NN is not feasible"),
        (["explain", MODEL, "7", "--for", "rusia"], 'did you mean "russia"?'),
        (["analyse", MODEL, "--concept", "nsh"], 'did you mean "nash"?'),
        (["gallery", "chiken"], 'did you mean "chicken"?'),
        (["brief", MODEL, "--out", "none/brief.html"], "the folder none does not exist"),
        (["gallery", "chicken", "--out", "none/x.yaml"], "the folder none does not exist"),
        (["demo", "--out", "file"], "file: cannot be made"),
        (["analyse", "bad.yaml"], "bad.yaml:4:"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_1(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("x")
    (tmp_path / "bad.yaml").write_text(BAD_MODEL)
    done = run(*words)
    assert (done.code, done.out) == (1, "")
    assert message in done.err
    assert all(line for line in done.err.rstrip("\n").split("\n"))
    assert "Traceback" not in done.err
    assert sorted(os.listdir(tmp_path)) == ["bad.yaml", "file"]


@pytest.mark.parametrize(
    "words",
    [["analyse"], ["analyze", MODEL], ["analyse", MODEL, "--engine", "x"], ["read", "a", "b"]],
)
def test_wrong_usage_is_exit_code_2(run: Run, words: list[str]) -> None:
    done = run(*words)
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"\xff\xfe", b"a: [", b"x" * 9_000_000])
@pytest.mark.parametrize("command", ["read", "draft", "check", "analyse", "brief"])
def test_rubbish_is_refused(run: Run, tmp_path: Path, command: str, content: bytes) -> None:
    file = tmp_path / "file.yaml"
    file.write_bytes(content)
    words = [command, str(file)]
    suffix = {"draft": "yaml", "brief": "html"}.get(command)
    words += ["--out", str(tmp_path / f"out.{suffix}")] if suffix else []
    done = run(*words)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(str(file))
    assert done.err.count("\n") == 1
    assert os.listdir(tmp_path) == ["file.yaml"]


def test_paths_prints_the_published_schema(run: Run) -> None:
    done = run("paths", MODEL, "--improvements", "--concept", "nash", "--json")
    assert (done.code, done.err) == (0, "")
    data = done.json
    assert data["schema"] == "satumeja/paths/1"
    assert (data["from"], data["by"], data["reached"]) == (7, "improvements", 7)
    assert [(goal["state"], goal["moves"]) for goal in data["goals"]] == [(50, 3), (51, 3)]
    first = data["goals"][0]["paths"][0][0]
    assert (first["mover"], first["to"], first["preference"]) == ("russia", 10, "better")


def test_paths_lead_from_one_state_to_another(run: Run) -> None:
    data = run("paths", MODEL, "--from", "1", "--to", "NNY|NNY|NY", "-n", "2", "--json").json
    assert data["from"] == 1
    (goal,) = data["goals"]
    assert (goal["state"], goal["moves"], len(goal["paths"])) == (50, 3, 2)
    done = run("paths", MODEL, "--to", "99")
    assert (done.code, done.out) == (1, "")
    assert 'there is no state "99"' in done.err


def test_rank_says_what_sets_each_class_apart(run: Run, tmp_path: Path) -> None:
    done = run("rank", MODEL, "us", "--json")
    data = done.json
    assert (done.code, data["schema"], data["decision_maker"]) == (0, "satumeja/rank/1", "us")
    assert len(data["classes"]) == len(data["separations"]) + 1
    assert sum(map(len, data["classes"])) == 51
    assert {parted["by"] for parted in data["separations"]} == {"statement"}
    assert all(parted["evidence"] for parted in data["separations"])
    tree = tmp_path / "tree.svg"
    done = run("rank", MODEL, "us", "--figure", str(tree), "--language", "id")
    assert done.out.startswith("Peringkat Amerika Serikat")
    assert tree.read_text(encoding="utf-8").startswith("<svg")
    assert run("rank", MODEL, "usa").err == 'unknown decision maker "usa"; did you mean "us"?\n'


STATED = """
satumeja: 1
title: Stated
decision_makers:
  a:
    options: {x: }
    preferences: [x]
    adjust: [{state: "Y|Y", above: "N|N"}]
    unknown: [["N|N", "Y|N"]]
  b: {options: {y: }, ranking: "1 > 2 > 3", chances: [[1, 2, 0.6]]}
infeasible: [x & y]
"""


def test_a_model_file_reaches_the_further_concepts(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "stated.yaml"
    path.write_text(STATED, encoding="utf-8")
    done = run("analyse", str(path), "-c", "nash,nash_a,nash_b,prob_nash", "--json")
    assert done.json["equilibria"] == {
        "nash": [2],
        "nash_a": [],
        "nash_b": [1, 2],
        "prob_nash": [2],
    }
    assert done.err.startswith("note: edit 1 of a does not apply: state Y|Y is not feasible")
    assert "not known" not in done.err
    plain = run("analyse", str(path), "-c", "nash").err
    assert "what is not known of the preferences of a counts as ranked" in plain
    bold = run("analyse", str(path), "-c", "prob_nash", "--alpha", "1", "--json").json
    assert bold["equilibria"]["prob_nash"] == [2]
    out = str(tmp_path / "out.json")
    assert "note: edit 1 of a" in run("convert", str(path), "--out", out).err


@pytest.mark.parametrize("alpha", ["0", "0.3", "1"])
def test_explain_is_asked_with_the_same_thresholds(run: Run, tmp_path: Path, alpha: str) -> None:
    path = tmp_path / "stated.yaml"
    path.write_text(STATED, encoding="utf-8")
    asked = ("-c", "prob_gmr,prob_seq", "--alpha", alpha, "--beta", "0.7", "--gamma", "0.4")
    stable = run("analyse", str(path), *asked, "--json").json["stable"]
    for state in (1, 2, 3):
        for verdict in run("explain", str(path), str(state), *asked, "--json").json["verdicts"]:
            held = state in stable[verdict["concept"]][verdict["dm"]]
            assert verdict["stable"] == held
    slip = run("explain", str(path), "1", "--gamma", "0.6", "-c", "prob_gmr")
    assert (slip.code, slip.out) == (2, "")
    assert "--gamma goes with prob_seq only" in slip.err


@pytest.mark.parametrize("kind", FIGURES)
def test_figure_draws_each_kind_in_each_format(run: Run, tmp_path: Path, kind: str) -> None:
    asked = {
        "individual": ("--for", "us"),
        "preference-tree": ("--for", "us"),
        "status-quo": ("--improvements",),
        "deal-zone": ("--table", "geneva"),
        "lattice": ("--state", "status_quo"),
    }.get(kind, ())
    has_data = kind in ("integrated", "individual", "status-quo", "ranking")
    for suffix in ("svg", "html", "tex", "csv") if has_data else ("svg", "html", "tex"):
        out = tmp_path / f"f.{suffix}"
        done = run("figure", MODEL, "--kind", kind, *asked, "-o", str(out))
        assert (done.code, done.out, done.err) == (0, "", f"wrote {out}\n")
        assert out.stat().st_size > 100


@pytest.mark.parametrize("kind", Kind)
def test_figure_draws_every_kind_there_is(run: Run, tmp_path: Path, kind: Kind) -> None:
    out = tmp_path / "f.svg"
    flags = {
        "dm": ("--for", "us"),
        "table": ("--table", "geneva"),
        "state": ("--state", "status_quo"),
        "start": ("--from", "7"),
        "concepts": ("--concept", "gmr"),
    }
    takes = [flag for name, flag in flags.items() if name in FIGURES[kind].takes]
    asked = [word for flag in takes for word in flag]
    done = run("figure", MODEL, "--kind", kind.value, *asked, "-l", "id", "-o", str(out))
    first, *left_out = done.err.splitlines()
    assert (done.code, done.out, first) == (0, "", f"wrote {out}")
    assert len(left_out) == (kind is Kind.status_quo)  # of 51 states, only ways to equilibria
    assert all("112 lingkaran tidak dimuat" in line for line in left_out)
    assert 'lang="id"' in out.read_text(encoding="utf-8")


def test_the_command_knows_the_figures_of_the_registry() -> None:
    assert [kind.value for kind in Kind] == list(FIGURES)


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        ("rank MODEL us", "preference-tree --for us"),
        ("deals MODEL", "seating"),
        ("deals MODEL --table osce --from 3", "deal-zone --table osce --from 3"),
        ("openings MODEL --table geneva", "opening-sets --table geneva"),
        ("over-time MODEL", "zone-dates"),
        ("rests-on MODEL --state 7 --samples 5", "tornado --state 7"),
        ("invert MODEL --state 7 -c smr", "distance-map -c smr"),
        ("coalitions MODEL --state 3", "lattice --state 3"),
    ],
)
def test_a_figure_of_an_answer_is_the_one_of_its_name(
    run: Run, tmp_path: Path, command: str, kind: str
) -> None:
    beside, alone = tmp_path / "beside.svg", tmp_path / "alone.svg"
    words = [MODEL if word == "MODEL" else word for word in command.split()]
    assert run(*words, "--figure", str(beside)).code == 0
    assert run("figure", MODEL, "--kind", *kind.split(), "--out", str(alone)).code == 0
    assert beside.read_bytes() == alone.read_bytes()


def test_figure_asks_whose_graph(run: Run, tmp_path: Path) -> None:
    done = run("figure", MODEL, "--kind", "individual", "-o", str(tmp_path / "f.svg"))
    assert done.code == 2
    assert "name a decision maker: russia, us, nato" in done.err
    assert list(tmp_path.iterdir()) == []


def test_tables_are_printed_or_written(run: Run, tmp_path: Path) -> None:
    done = run("tables", MODEL, "-k", "tableau", "-k", "evolution", "--improvements")
    assert done.code == 0
    assert "Tableau of NATO allies" in done.out
    assert "From state 7 to state 50, move by move" in done.out
    out = tmp_path / "t"
    assert run("tables", MODEL, "-o", str(out), "-l", "id").err == f"wrote {out}\n"
    assert len(list(out.glob("*.csv"))) == 25
    assert run("tables", MODEL, "-k", "tabel").code == 1


def test_hypergame_tells_who_expects_what(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "stated.yaml"
    hidden = STATED.replace(
        "  b: {options: {y: },", "  b: {options: {y: }, perceives: {hidden: [x]},"
    )
    path.write_text(hidden, encoding="utf-8")
    data = run("hypergame", str(path), "-c", "nash", "--json").json
    assert (data["schema"], data["seen"]) == ("satumeja/hypergame/1", {"a": 3, "b": 2})
    assert [(one["state"], one["kind"]) for one in data["equilibria"]["nash"]] == [(2, "surprise")]
    assert "A surprise for b" in run("hypergame", str(path), "-c", "nash").out
    assert "Kejutan bagi b" in run("hypergame", str(path), "-c", "nash", "-l", "id").out
    game = run("hypergame", str(path), "--seen-by", "b").out
    assert "infeasible:\n  - x & y\n  - x\n" in game


def test_set_changes_one_part_or_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "stated.yaml"
    path.write_text("# kept\n" + STATED, encoding="utf-8")
    assert run("set", str(path), "decision_makers.a.preferences+", "--", "-y").code == 0
    assert path.read_text(encoding="utf-8") == "# kept\n" + STATED.replace("[x]", '[x, "-y"]', 1)
    before = path.read_bytes()
    done = run("set", str(path), "infeasible[0]", "x & z")
    assert (done.code, path.read_bytes()) == (1, before)
    assert 'unknown option "z" in an infeasible rule' in done.err
    assert "there is no" in run("set", str(path), "tabels.x.y", "1").err
    other = tmp_path / "other.yaml"
    assert run("set", str(path), "title", "Other", "--out", str(other)).code == 0
    assert path.read_bytes() == before
    assert "title: Other" in other.read_text(encoding="utf-8")
