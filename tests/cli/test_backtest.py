"""What `backtest` prints, freezes and scores, and what it refuses."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from commands import Run
from satumeja import gallery

CRISIS = str(gallery.path("cuban-missile-crisis"))
FEW = ("--profiles", "50")
RULE = ("--rule", "Two readers name one state each.")


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def frozen(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "frozen.yaml"
    assert run("backtest", "freeze", "chicken", "elmira", *RULE, *FEW, "-o", str(path)).code == 0
    return path


def coded(folder: Path, text: str, name: str = "coded.csv") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


# -- what is told ----------------------------------------------------------------------


def test_no_hit_without_what_chance_would_give(run: Run) -> None:
    printed = flat(run("backtest", CRISIS, "--happened", "5", "-c", "nash,seq", *FEW).out)
    assert "Nash: what happened is among what holds in 0 of 1 conflict;" in printed
    assert "SEQ: what happened is among what holds in 1 of 1 conflict; were everybody's" in printed
    assert "random wishes 1 1" in printed
    assert "it foretells nothing" in printed
    assert "Power: to see, four times in five" in printed


def test_in_indonesian_too(run: Run) -> None:
    words = ("backtest", CRISIS, "--happened", "5", "-c", "seq", *FEW, "-l", "id")
    printed = flat(run(*words).out)
    assert "SEQ: yang terjadi termasuk yang bertahan dalam 1 dari 1 konflik" in printed
    assert "tidak meramalkan apa pun" in printed


def test_the_gallery_is_asked_by_name_and_as_a_whole(run: Run) -> None:
    known = [outcome for outcome in gallery.outcomes() if outcome.verified]
    rows = run("backtest", "-c", "nash", *FEW, "--json").json["rows"]
    assert [row["case"] for row in rows] == [outcome.name for outcome in known]
    named = run("backtest", known[0].name, "-c", "nash", *FEW, "--json").json["rows"]
    assert named == rows[:1]


def test_what_is_from_memory_is_left_out_unless_named(run: Run) -> None:
    recalled = [outcome.name for outcome in gallery.outcomes() if not outcome.verified]
    count = len(recalled)
    printed = flat(run("backtest", "-c", "nash", *FEW).out)
    assert (f"{count} outcome" in printed and "from memory only" in printed) == bool(count)
    for name in recalled:
        assert "is from memory" in run("backtest", name, "-c", "nash", *FEW).err


@pytest.mark.parametrize("concepts", [["seq", "nash"], ["sseq", "gmr", "nash", "smr", "seq"]])
def test_concepts_stay_in_the_order_stated_each_with_its_own_chances(
    run: Run, concepts: list[str]
) -> None:
    words = ("backtest", CRISIS, "--happened", "5", *FEW, "--json", "--concept")
    told = run(*words, ",".join(concepts).upper()).json
    assert told["concepts"] == concepts
    alone = [run(*words, concept).json["rows"][0] for concept in concepts]
    assert told["rows"] == alone


def test_a_table_of_cases_is_as_the_cases_by_hand(run: Run, tmp_path: Path) -> None:
    (tmp_path / "crisis.yaml").write_text(gallery.text("cuban-missile-crisis"), encoding="utf-8")
    by_hand = run("backtest", CRISIS, "--happened", "5", *FEW, "--json").json["scores"]
    csv = coded(tmp_path, "model,happened,conflict,source\ncrisis.yaml,5,cuba,me\n")
    yaml = coded(tmp_path, "- {model: cuban-missile-crisis, happened: [5]}\n", "coded.yaml")
    for table in (csv, yaml):
        assert run("backtest", "--cases", table, *FEW, "--json").json["scores"] == by_hand


def test_models_of_one_conflict_count_once(run: Run, tmp_path: Path) -> None:
    table = coded(
        tmp_path,
        "case,model,happened,conflict\n"
        "a,cuban-missile-crisis,5,cuba\nb,cuban-missile-crisis-air-strike,5,cuba\n",
    )
    scores = run("backtest", "--cases", table, "-c", "nash", *FEW, "--json").json["scores"]
    assert {score["conflicts"] for score in scores} == {1}


# -- freezing and scoring --------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["yaml", "json"])
@pytest.mark.parametrize("more", [(), ("--hashes",)])
def test_what_was_frozen_is_scored(
    run: Run, tmp_path: Path, suffix: str, more: tuple[str, ...]
) -> None:
    out = str(tmp_path / f"frozen.{suffix}")
    wrote = run("backtest", "freeze", "chicken", CRISIS, *RULE, *FEW, "-o", out, *more)
    assert wrote.err.splitlines()[0] == f"wrote {out}"
    outcomes = coded(tmp_path, "case,happened,coded_by\ncuban-missile-crisis,5,Ana\n")
    score = run("backtest", "score", out, outcomes, "--json")
    assert "note: nothing is coded yet of chicken" in score.err
    assert score.json == run("backtest", CRISIS, "--happened", "5", *FEW, "--json").json


def test_a_model_beside_what_was_frozen_may_not_change(run: Run, tmp_path: Path) -> None:
    model, out = tmp_path / "talks.yaml", str(tmp_path / "frozen.json")
    model.write_text(gallery.text("chicken"), encoding="utf-8")
    assert run("backtest", "freeze", str(model), *RULE, "-o", out, "--hashes").code == 0
    model.write_text(gallery.text("chicken") + "\n", encoding="utf-8")
    refused = run("backtest", "score", out, coded(tmp_path, "case,happened\ntalks,1\n"))
    assert refused.code == 1
    assert refused.err.splitlines()[-1].endswith(f"the model {model} is not the one frozen")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name one state", "name any state"),
        ("profiles: 50", "profiles: 60"),
        ("conflict: chicken", "conflict: elmira"),
        ("satumeja: 1", "satumeja: 2"),
        ("  - nash\n", ""),
    ],
)
def test_any_change_is_refused_in_a_line(run: Run, frozen: Path, old: str, new: str) -> None:
    text = frozen.read_text(encoding="utf-8")
    assert old in text
    frozen.write_text(text.replace(old, new, 1), encoding="utf-8")
    refused = run(
        "backtest", "score", str(frozen), coded(frozen.parent, "case,happened\nelmira,5")
    )
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        f"{frozen}: was changed since it was frozen (its hash is another); it is not scored\n"
    )


def test_another_version_that_says_otherwise_is_refused(run: Run, tmp_path: Path) -> None:
    from satumeja.errors import QuestionError
    from satumeja.questions.backtest import Coding, Frozen, Source, freeze

    source = Source("chicken", gallery.text("chicken"), "chicken")
    content = freeze([source], ["nash"], rule="r", on="2026-11-30", engine="0").to_json()
    content["cases"] = [{**content["cases"][0], "predicted": {"nash": [1]}}]
    with pytest.raises(QuestionError, match="other states hold than 0 did"):
        Frozen(content).score([Coding("chicken", "", ("1",))])


def test_nothing_is_written_over(run: Run, frozen: Path) -> None:
    before = frozen.read_bytes()
    again = run("backtest", "freeze", "chicken", *RULE, "-o", str(frozen))
    assert again.err == f"{frozen}: is frozen, and stays as it is; name another file\n"
    mine = frozen.parent / "mine.yaml"
    mine.write_text("mine", encoding="utf-8")
    refused = run("backtest", "freeze", "chicken", *RULE, "-o", str(mine))
    assert refused.err == f"{mine}: is there, and is no frozen backtest; name another file\n"
    assert (frozen.read_bytes(), mine.read_text("utf-8")) == (before, "mine")


def test_a_folder_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "none" / "frozen.yaml"
    refused = run("backtest", "freeze", "chicken", *RULE, "-o", str(out))
    assert (refused.code, refused.err) == (
        1,
        f"{out}: the folder {out.parent} does not exist; make it first\n",
    )


# -- what is refused -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("elmra",), 'the gallery has no conflict "elmra"; did you mean "elmira"?'),
        (("elmira", "--concept", "nahs"), 'did you mean "nash"?'),
        (("freeze", "elmra", *RULE, "-o", "f.yaml"), 'did you mean "elmira"?'),
        (("chicken",), 'the gallery does not say what happened in "chicken"'),
        ((CRISIS, "--happened", "99"), "99"),
        (("none.yaml", "--happened", "1"), "there is no such file"),
        (("score", "none.yaml", "none.csv"), "none.yaml: there is no such file"),
        (("score", CRISIS, CRISIS), "is no frozen backtest"),
        (("--cases", "none.txt"), "none.txt: there is no such file"),
        (("freeze", "chicken", *RULE, "-o", "f.txt"), "a frozen backtest is written as .yaml"),
    ],
)
def test_a_slip_is_told_in_a_line(run: Run, words: tuple[str, ...], message: str) -> None:
    refused = run("backtest", *words)
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (1, "", 1)
    assert message in refused.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((CRISIS,), "say what happened in it, with --happened STATE"),
        ((CRISIS, CRISIS, "--happened", "5"), "--happened once for each model"),
        (("score", "a.yaml"), "score: name two files, what was frozen and what happened"),
        (("freeze", "chicken", *RULE), "say where to write it, with --out FILE.yaml"),
        (("freeze", "chicken", "-o", "f.yaml"), "say the rule by which what happens"),
        (("freeze", *RULE, "-o", "f.yaml"), "freeze: name the models"),
        (("elmira", *RULE), "--rule goes with freeze only"),
        (("elmira", "--hashes"), "--hashes goes with freeze only"),
        (("elmira", "-o", "f.yaml"), "--out goes with freeze only"),
        (("score", "a", "b", "--happened", "1"), "--happened does not go with freeze and score"),
        (("score", "a", "b", "--cases", "c.csv"), "--cases does not go with score"),
        (("freeze", "chicken", "--json"), "--json does not go with freeze"),
    ],
)
def test_wrong_usage_is_told(run: Run, words: tuple[str, ...], message: str) -> None:
    refused = run("backtest", *words)
    assert (refused.code, refused.out) == (2, "")
    assert message in flat(refused.err)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("model,hapened\nx,1\n", ':1:1: unknown column "hapened"; did you mean "happened"?'),
        ("model\nx\n", ':1:1: a table of cases has "case" or "model", and "happened"'),
        ("model,happened\n", ": there are no cases in it"),
        ("model,happened\nchicken,\n", ':2:1: chicken: say what "happened"'),
        ("model,happened\nchicken,99\n", ":2:1: chicken: "),
        ("model,happened\nchicken,1,2\n", ":2:1: the line has more cells than there are titles"),
        ("model,happened\nchickn,1\n", 'did you mean "chicken"?'),
        ('model,happened\n"x', ":2:1: no table: "),
        ("case,happened\nx,1\n", ':2:1: x: say which "model"'),
        ("", ":1:1: a table of cases has"),
        ("\x00\x00", "coded.csv:1:1: "),
    ],
)
def test_a_broken_table_is_told_in_a_line(
    run: Run, tmp_path: Path, text: str, message: str
) -> None:
    refused = run("backtest", "--cases", coded(tmp_path, text))
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (1, "", 1), refused
    assert message in refused.err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b", 'no table of cases: a list, or a list under "cases"'),
        ("- x", ":1:3: a case has keys, such as model and happened"),
        ("- {model: chicken, hapend: 1}", 'unknown column "hapend"'),
        ("[", "coded.yaml:"),
    ],
)
def test_a_broken_list_is_told_in_a_line(
    run: Run, tmp_path: Path, text: str, message: str
) -> None:
    refused = run("backtest", "--cases", coded(tmp_path, text, "coded.yaml"))
    assert (refused.code, len(refused.err.splitlines())) == (1, 1), refused
    assert message in refused.err


def test_a_case_that_was_not_frozen_is_told(run: Run, frozen: Path) -> None:
    refused = run("backtest", "score", str(frozen), coded(frozen.parent, "case,happened\nelmra,5"))
    assert refused.err.splitlines()[-1].endswith(
        'coded.csv:2:1: "elmra" was not frozen; did you mean "elmira"?'
    )


def test_the_hash_is_of_all_the_rest_as_documented(frozen: Path) -> None:
    import hashlib

    import yaml

    content = yaml.safe_load(frozen.read_text(encoding="utf-8"))
    digest = content.pop("hash")
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    assert hashlib.sha256(text.encode()).hexdigest() == digest


def hashed(content: dict[str, Any]) -> str:
    """Give a frozen file as its writer would, hash and all, whatever is in it."""
    rest = {key: value for key, value in content.items() if key != "hash"}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True)
    return json.dumps(rest | {"hash": hashlib.sha256(text.encode()).hexdigest()})


KEYS = ["schema", "date", "engine", "rule", "concepts", "profiles", "seed", "cases"]


@pytest.mark.parametrize("value", [None, 1.5, [1], "x"])
@pytest.mark.parametrize("key", [*KEYS, "case", "conflict", "place", "sha256", "predicted"])
def test_a_file_that_lacks_something_is_none_though_its_hash_is_right(
    run: Run, tmp_path: Path, key: str, value: object
) -> None:
    out = str(tmp_path / "first.json")
    assert run("backtest", "freeze", "chicken", *RULE, *FEW, "-o", out).code == 0
    content = json.loads(Path(out).read_text(encoding="utf-8"))
    part = content if key in KEYS else content["cases"][0]
    part[key] = {} if isinstance(part[key], type(value)) and key != "concepts" else value
    Path(out).write_text(hashed(content), encoding="utf-8")
    result = run("backtest", "score", out, coded(tmp_path, "case,happened\nchicken,3\n"))
    message = f"{out}: is no frozen backtest, as satumeja backtest freeze writes\n"
    assert (result.code, result.out, result.err) == (1, "", message)


def test_two_cases_of_one_name_are_told(run: Run, tmp_path: Path) -> None:
    table = coded(tmp_path, f"model,happened\n{CRISIS},5\n{CRISIS},6\n")
    result = run("backtest", "--cases", table)
    assert (result.code, result.out) == (1, "")
    assert result.err == "two cases are called cuban-missile-crisis\n"
