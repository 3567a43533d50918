"""A model is made of what was said, in a file of its own, with whoever is chosen."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from satumeja import formats
from satumeja.errors import ReportError
from satumeja.web.routing import RefusedError
from web.reports.cases import TALKS, Asking, gathered, written


@pytest.fixture
def talks(tmp_path: Path) -> Asking:
    return gathered(tmp_path / "talks", TALKS)


def test_a_draft_takes_those_it_says_it_would(talks: Asking) -> None:
    shown = talks.get("/drafts", lang="id")
    chosen = {party["id"] for party in shown["parties"] if party["chosen"]}
    assert {party["name"] for party in shown["parties"]} >= {"Rusia", "Amerika Serikat"}
    made = talks.post("/drafts", {})
    text = (talks.folder / made["file"]).read_text(encoding="utf-8")
    model = formats.loads(text, origin=talks.folder / made["file"])
    assert {maker.id for maker in model.decision_makers} == chosen
    assert text.count("# DECIDE") == made["questions"] > 0
    assert (talks.folder / model.sources[0].dossier) == talks.folder / "dossier.db"


def test_who_decides_can_be_chosen(talks: Asking) -> None:
    made = talks.post("/drafts", {"makers": ["russia", "us"], "name": "Two sides"})
    assert made["file"] == "Two sides.yaml"
    model = formats.load(talks.folder / made["file"])
    assert [maker.id for maker in model.decision_makers] == ["russia", "us"]


def test_a_draft_is_called_what_the_case_is_and_asks_in_the_language_of_the_page(
    talks: Asking,
) -> None:
    made = talks.post("/drafts", {"title": " Talks in January "}, lang="id")
    text = (talks.folder / made["file"]).read_text(encoding="utf-8")
    assert formats.loads(text).title == "Talks in January"
    assert text.startswith("# Usulan pertama")
    assert "urutannya. Pernyataan pertama" in text and "the order. The first" not in text


def test_nothing_is_asked_of_who_was_left_out(tmp_path: Path) -> None:
    case = written(
        tmp_path / "case",
        "Iran demanded that Iraq repair the canal. Iraq threatened to impose sanctions on Iran. "
        "Peru demanded an apology. "
        "Peru agreed to hold talks at the United Nations on Friday.",
    )
    texts = {}
    for makers in (["iran", "iraq"], ["iran", "iraq", "peru"]):
        made = case.post("/drafts", {"makers": makers})
        texts[len(makers)] = (case.folder / made["file"]).read_text(encoding="utf-8")
    asked = [line for line in texts[2].splitlines() if "DECIDE" in line and "Peru" in line]
    assert asked == [] and "tables:" not in texts[2]
    assert "of whom does Peru demand this?" in texts[3] and "tables:" in texts[3]


def test_a_draft_never_writes_over_another(talks: Asking) -> None:
    files = [talks.post("/drafts", {})["file"] for _ in range(2)]
    first = (talks.folder / files[0]).read_bytes()
    assert len(set(files)) == 2
    assert (talks.folder / files[1]).read_bytes() == first


@pytest.mark.parametrize(
    ("makers", "message"),
    [
        (["russia"], "2 to 8 decision makers"),
        (["russia", "atlantis"], "nothing that .atlantis. could do"),
    ],
)
def test_who_cannot_decide_is_refused(talks: Asking, makers: list[str], message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        talks.post("/drafts", {"makers": makers})
    assert not list(talks.folder.glob("*.yaml"))


def test_too_little_is_no_model(tmp_path: Path) -> None:
    case = written(tmp_path / "case", "The weather was fine on Friday.")
    with pytest.raises((ReportError, RefusedError)):
        case.post("/drafts", {})
    assert not list(case.folder.glob("*.yaml"))


def test_no_more_are_taken_than_may_be_chosen(tmp_path: Path) -> None:
    names = ["Iran", "Iraq", "Peru", "Chile", "Ghana", "Kenya", "Nepal", "Egypt", "Spain", "Italy"]
    said = " ".join(
        f"{one} threatened to impose sanctions on {other}." for one, other in pairwise(names)
    )
    case = written(tmp_path / "case", said)
    shown = case.get("/drafts")
    assert len(shown["parties"]) > shown["most"]
    chosen = [party["id"] for party in shown["parties"] if party["chosen"]]
    assert len(chosen) == shown["most"]
    made = case.post("/drafts", {})
    model = formats.load(case.folder / made["file"])
    assert {maker.id for maker in model.decision_makers} == set(chosen)
