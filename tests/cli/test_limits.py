"""--limit and --memory end a command in time, and what is not decided is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from commands import Run
from satumeja import stability
from satumeja.stability import Budget, Explained, SymbolicAnalysis
from satumeja.stability._budget import Reason
from stopping import bounded, refusing

CELLS: dict[tuple[str, int], Reason] = {("seq", 0): "time", ("sseq", 1): "memory"}


@pytest.fixture
def model(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Write a model, and come to it."""
    monkeypatch.chdir(tmp_path)
    assert run("gallery", "december-2021-b", "-o", "model.yaml").code == 0
    return "model.yaml"


@pytest.fixture
def hard(model: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have SEQ of the first and SSEQ of the second decision maker be too hard."""

    def decide(
        choice: object, conflict: Any, concepts: Any, *_: Any, budget: Budget, **__: Any
    ) -> SymbolicAnalysis:
        return bounded(conflict, refusing(CELLS), concepts, budget)

    monkeypatch.setattr(stability, "decide_with", decide)
    return model


def test_what_can_be_decided_in_time_is_as_without_a_limit(run: Run, model: str) -> None:
    usual = run("analyse", model, "-e", "symbolic")
    within = run("analyse", model, "-e", "symbolic", "--limit", "5m", "--memory", "4GB")
    assert (within.code, within.out, within.err) == (0, usual.out, usual.err)
    listed = run("analyse", model, "--limit", "5m", "--memory", "4GB")
    assert listed.out == run("analyse", model).out


def test_what_is_not_decided_is_named_and_bounded(run: Run, hard: str) -> None:
    done = run("analyse", hard, "-e", "symbolic", "--limit", "60s", "--memory", "2GB")
    assert done.code == 0
    text = " ".join(done.out.split())
    assert "Not decided in the time given (60 s): SEQ for Russia; SSEQ for Russia." in text
    assert "Not decided in the memory given (2 GB): SSEQ for United States." in text
    assert "A question mark stands for what was not decided." in text
    assert "hold under every concept analysed:" in text
    assert "? " in text
    assert "Whether the status quo (state 7) holds under SEQ" in text
    assert "too little time to decide seq of russia; sseq of russia; give it more" in done.err
    assert "too little memory to decide sseq of us" in done.err
    assert "satumeja explain" in done.err


def test_the_same_in_indonesian(run: Run, hard: str) -> None:
    done = run(
        "analyse", hard, "-e", "symbolic", "--limit", "1.5m", "--memory", "20.5GB", "-l", "id"
    )
    text = " ".join(done.out.split())
    assert "Tidak sempat diputuskan dalam waktu yang diberikan (90 detik): SEQ bagi Rusia" in text
    assert "Tidak dapat diputuskan dengan memori yang diberikan (20,5 GB): SSEQ bagi" in text
    assert "Tanda tanya berarti belum diputuskan." in text


def test_json_has_nothing_where_nothing_is_decided_and_says_what_is_certain(
    run: Run, hard: str
) -> None:
    done = run("analyse", hard, "-e", "symbolic", "--limit", "60s", "--json", "--where", "-attack")
    data = json.loads(done.out)
    assert data["limits"] == {"seconds": 60.0, "memory": None}
    assert data["equilibria"]["seq"] is None
    assert data["where"]["equilibria"]["seq"] is None
    assert data["stable"]["seq"]["russia"] is None
    assert data["stable"]["seq"]["us"]
    lacking = data["undecided"]["seq"]
    assert set(lacking["stable"]) == {"russia"}
    assert lacking["stable"]["russia"]["reason"] == "time"
    assert lacking["stable"]["russia"]["at_least"] == data["stable"]["nash"]["russia"]
    assert lacking["stable"]["russia"]["at_most"] == data["stable"]["gmr"]["russia"]
    assert set(lacking["equilibria"]["at_least"]) >= set(data["equilibria"]["nash"])
    assert data["undecided"]["sseq"]["stable"]["us"]["reason"] == "memory"
    assert "gmr" not in data["undecided"]
    usual = json.loads(run("analyse", hard, "-e", "symbolic", "--limit", "1h", "--json").out)
    assert usual["limits"]["seconds"] == 3600


def test_a_condition_is_asked_of_what_is_certain(run: Run, hard: str) -> None:
    done = run("analyse", hard, "-e", "symbolic", "--limit", "60s", "--where", "-attack")
    assert "to" in done.out.split("Under SEQ, where ", 1)[1].splitlines()[0]


def test_a_brief_has_the_concepts_that_were_decided(run: Run, hard: str, tmp_path: Path) -> None:
    done = run("brief", hard, "-e", "symbolic", "--limit", "60s", "-o", "brief.html")
    assert done.code == 0
    assert "too little time to decide seq of russia" in done.err
    page = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "Not decided in the time given (60 s): SEQ for Russia" in page
    assert "Tidak sempat diputuskan dalam waktu yang diberikan (60 detik)" in page
    assert "--concept nash,gmr,smr --engine symbolic" in page


def test_effectiveness_counts_what_was_decided_or_nothing(run: Run, hard: str) -> None:
    done = run("effectiveness", hard, "-e", "symbolic", "--limit", "60s")
    assert (done.code, done.out) == (1, "")
    assert '"seq" was not decided for russia within the time or memory given' in done.err
    words = ("effectiveness", hard, "-e", "symbolic", "--limit", "60s", "--concept", "nash,smr")
    assert run(*words).code == 0


def test_one_state_is_explained_as_far_as_it_goes(
    run: Run, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("explain", model, "status_quo", "-e", "symbolic", "-c", "nash,seq", "-f", "russia")
    assert run(*words, "--limit", "5m").out == run(*words).out
    right = SymbolicAnalysis.explain_within

    def some(self: SymbolicAnalysis, budget: Budget, *asked: Any) -> Explained:
        told = right(self, budget, *asked)
        return Explained(told.verdicts[:1], {("seq", "russia"): "time"})

    monkeypatch.setattr(SymbolicAnalysis, "explain_within", some)
    done = run(*words, "--limit", "5m")
    assert done.code == 0
    assert "Not decided in the time given (300 s): SEQ for Russia." in done.out
    assert "too little time to decide seq of russia" in done.err
    data = json.loads(run(*words, "--limit", "5m", "--json").out)
    assert data["undecided"] == [{"concept": "seq", "dm": "russia", "reason": "time"}]
    assert [verdict["concept"] for verdict in data["verdicts"]] == ["nash"]


def test_nothing_decided_is_no_answer(run: Run, model: str) -> None:
    for words in (("analyse", model), ("analyse", model, "-e", "symbolic")):
        done = run(*words, "--memory", "1MB")
        assert (done.code, done.out) == (1, "")
        assert "nothing was decided within 1,000,000 bytes of memory; give it more" in done.err
    done = run("explain", model, "1", "-e", "symbolic", "--memory", "1MB")
    assert (done.code, done.out) == (1, "")
    assert "nothing was decided within" in done.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("analyse model.yaml --limit soon", "is no time above zero; write it as 60s, 10m or 1h"),
        ("analyse model.yaml --memory 2", "is no amount of memory; write it as 512MB or 2GB"),
        ("analyse model.yaml --limit 1m --blocks us+nato,russia", "go without --blocks"),
        ("analyse model.yaml --limit 1m -c l2", "go with nash, gmr, smr, seq and sseq only"),
        ("explain model.yaml 1 --limit 1m", "go with states too many to be listed only"),
        ("explain model.yaml 1 --plain --limit 1m", "--plain goes without --limit and --memory"),
        ("brief model.yaml --limit 1m --form page", "go with --form full only"),
        ("brief model.yaml --limit 1m --json", "go with --form full only"),
        ("sweep model.yaml --limit 1m", "No such option: --limit"),
        ("openings model.yaml --memory 1GB", "No such option: --memory"),
    ],
)
def test_what_does_not_take_a_limit_refuses_it(
    run: Run, model: str, words: str, told: str
) -> None:
    done = run(*words.split())
    assert done.code == 2
    assert told in " ".join(done.err.split())
