"""Trials of the limits of figures, briefs and the app."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from beyond.answers import STATES, placed
from beyond.models import written
from beyond.reports import REPORT
from beyond.trials import ROOT, Bench, beyond
from satumeja import gallery
from satumeja.brief import LANGUAGES
from satumeja.brief.leaf import leaf_of
from satumeja.brief.words import Phrases, Words
from satumeja.errors import LimitError
from satumeja.front import front as front_of
from satumeja.web.cases import NameRefusedError
from satumeja.web.reports._dropping import LARGEST
from satumeja.web.routing import RefusedError
from served import served_at
from web.models.asked import Asked
from web.reports.cases import Asking
from web.reports.cases import written as reported


@beyond("brief.files._figures:_STATES")
def _graph(bench: Bench) -> None:
    data = placed(8)
    data["decision_makers"]["mill"]["preferences"] = [f"mill{k}" for k in range(8)]
    asked = ("figure", written(bench, data), "--moves", "improvements")
    told = "509 states are left out: only the status quo, equilibria and shortest paths"
    for name, is_told in (("a.svg", True), ("a.csv", True), ("a.html", False)):
        done = bench.done(*asked, "-o", name)
        assert (told in done.err) == is_told
    assert told in (bench.folder / "a.html").read_text(encoding="utf-8")
    few = written(bench, placed(), "b.yaml")
    assert "left out" not in bench.done("figure", few, "-o", "b.svg").err


@beyond("brief.figures._tree:_MOST_LEAVES")
def _tree(bench: Bench) -> None:
    data = placed()
    data["decision_makers"]["mill"]["preferences"] = ["mill0", "mill1", "mill2", "farm0"]
    asked = ("figure", written(bench, data), "--kind", "preference-tree", "--for", "mill", "-o")
    bench.lower("brief.figures._tree:_MOST_LEAVES", STATES)
    bench.done(*asked, "a.svg")
    bench.lower("brief.figures._tree:_MOST_LEAVES", STATES - 1)
    told = "16 classes are more than the 15 a tree is drawn for"
    bench.refused(*asked, "b.svg", told=told)
    assert not (bench.folder / "b.svg").exists()


@beyond("brief.leaf._leaf:MOST_WORDS")
def _front_page(bench: Bench) -> None:
    model = gallery.load("december-2021-a")
    page, phrases = front_of(model), Phrases(model, Words("en"))
    whole = leaf_of(page, phrases)
    assert whole.words <= 300
    bench.lower("brief.leaf._leaf:MOST_WORDS", whole.words - 1)
    assert leaf_of(page, phrases).words < whole.words
    path = str(gallery.path("december-2021-a"))
    bench.done("brief", path, "-o", "a.html")
    bench.done("brief", path, "-o", "b.html", "--form", "page")
    with_annexes, alone = (words_of(bench.folder / name) for name in ("a.html", "b.html"))
    assert "Is it final that the NATO allies would" not in alone
    assert "roll back deployments in Central and Eastern Europe" in with_annexes


def words_of(path: Path) -> str:
    """Give the words of a page, without its markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8")).split())


@beyond("web.reports._dropping:LARGEST")
def _dropped(bench: Bench) -> None:
    folder = bench.folder / "case"
    folder.mkdir()
    with served_at(folder) as app:
        answer = app.ask("POST", "/api/v1/c/case/reports", b"x" * (LARGEST + 1), X_Name="a.txt")
    assert (answer.status_code, answer.json()["message"]) == (413, "this is larger than 10 MB")
    assert list(folder.glob("reports/*")) == []
    for language in LANGUAGES:  # what the page says, which asks no more than the program takes
        text = (ROOT / "brief" / "words" / "web" / f"reports.{language}.toml").read_text("utf-8")
        (message,) = re.findall("^too_large = (.*)$", text, re.M)
        assert "{most} MB" in message and "satumeja dossier" in message


@beyond("web.models._decided:LISTED")
def _sets(bench: Bench) -> None:
    text = json.dumps(placed(), indent=1)
    bench.lower("web.models._decided:LISTED", STATES)
    assert Asked(bench.folder / "case", text)("GET")["shown"] != "sets"
    bench.lower("web.models._decided:LISTED", STATES - 1)
    case = Asked(bench.folder / "other", text)
    shown = case("GET")
    assert (shown["shown"], shown["size"], shown["states"]) == ("sets", 16, [])
    assert {row["concept"] for row in case("GET", "/answers")["sets"]} >= {"nash", "seq", "gmr"}
    with pytest.raises(LimitError, match="more than 15 states; they are not listed one by one"):
        case("GET", "/states")


@beyond("web.reports._drafting:_MOST")
def _drafted(bench: Bench) -> None:
    names = ["Peru", "Ecuador", "Chile", "Brazil", "Iran", "Iraq", "Russia", "Ukraine", "China"]
    said = " ".join(f"{name} offered to hold talks and to lift sanctions." for name in names)
    case = reported(bench.folder / "case", said)
    parties = [party["id"] for party in case.get("/drafts")["parties"]]
    assert len(parties) == 9
    case.post("/drafts", {"makers": parties[:8]})
    with pytest.raises(RefusedError, match="a model has 2 to 8 decision makers here"):
        case.post("/drafts", {"makers": parties})


@beyond("web.cases._names:_LONGEST")
def _names(bench: Bench) -> None:
    case = Asking(bench.folder / "case")
    case.folder.mkdir()
    for count, kept in ((116, 116), (117, 114)):  # that is taken by then, and gets a number
        dropped = case.drop("a" * count + ".txt", f"{REPORT}{count}\n".encode())
        assert dropped["name"] == "a" * kept + ("-2.txt" if kept < count else ".txt")
    written(bench, placed(), f"case/{'b' * 115}.yaml")
    written(bench, placed(), f"case/{'b' * 116}.yaml")
    opened = case.cases.case("case")
    assert [model.name for model in opened.models()] == ["b" * 115 + ".yaml"]
    assert opened.left_out() == ["b" * 116 + ".yaml"]
    with pytest.raises(NameRefusedError, match="can, 120 of them at most, the first no"):
        opened.path("b" * 116 + ".yaml")
