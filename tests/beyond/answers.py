"""Trials of the limits of answers."""

from __future__ import annotations

import re
from typing import Any

import pytest

from beyond.models import pond, written
from beyond.trials import Bench, beyond
from commands import Done
from satumeja import exports, formats, gallery, questions, table
from satumeja.errors import LimitError
from satumeja.model import Model

STATES = 16
"""Of the model that `placed` makes of three options of the mill."""


def placed(most: int = 3, **keys: Any) -> dict[str, Any]:
    """Make the file of a model with a status quo, in which most of the options are the mill's."""
    return pond({"mill": most, "farm": 1}, status_quo="N" * most + "|N", **keys)


def seated() -> dict[str, Any]:
    """Make the file of a model with red lines and two tables, one in the other."""
    data = pond({"mill": 1, "farm": 1, "town": 1}, status_quo="N|N|N")
    for maker, other in (("mill", "farm"), ("farm", "town"), ("town", "mill")):
        data["decision_makers"][maker]["red_lines"] = [f"{other}0 & -{maker}0"]
    tables = {"one": {"seats": ["mill", "farm"]}, "two": {"seats": ["farm", "town"]}}
    return data | {"tables": tables}


@beyond("model._states:LARGEST")
def _listed(bench: Bench) -> None:
    path = written(bench, placed())
    assert Model.list_states.__defaults__ == (1 << 26,)
    bench.patch.setattr(Model.list_states, "__defaults__", (STATES,))
    bench.done("analyse", path, "--engine", "explicit")
    bench.patch.setattr(Model.list_states, "__defaults__", (STATES - 1,))
    told = r"more than 15 .*too many to be listed; .* not with --engine symbolic"
    bench.refused("analyse", path, "--engine", "explicit", told=told)
    bench.refused("sweep", path, told="too many to be listed; sweep lists all states")
    bench.patch.setattr("satumeja.stability._choice._FEW", 1_000)
    assert "decided by the symbolic engine" in bench.done("analyse", _many(bench)).out
    bench.done("brief", _many(bench), "-o", "b.html")


def _many(bench: Bench, options: int = 29) -> str:
    return written(bench, placed(options), "many.yaml")


@beyond("model._states:LISTED_OPTIONS")
def _wide(bench: Bench) -> None:
    path = _many(bench, 62)
    assert "decided by the symbolic engine" in bench.done("analyse", path).out
    told = "63 options are more than the 62 that .*; .* not with --engine symbolic"
    bench.refused("analyse", path, "--engine", "explicit", told=told)
    bench.refused("sweep", path, told="63 options are more than the 62 .*; sweep lists all states")


@beyond("stability.further._groups:LARGEST_GROUPED")
def _groups(bench: Bench) -> None:
    bench.lower("stability.further._groups:LARGEST_GROUPED", STATES)
    bench.done("analyse", written(bench, placed()), "--concept", "csmr")
    bench.lower("stability.further._groups:LARGEST_GROUPED", STATES - 1)
    path = written(bench, placed(title="Another pond"))  # what was decided stays in memory
    told = "16 states are more than the 15 for which stability for groups"
    bench.refused("analyse", path, "--concept", "csmr", told=told)


@beyond("stability.further._relations:LARGEST_RELATIONAL")
def _relations(bench: Bench) -> None:
    data = placed()
    data["decision_makers"]["mill"]["preferences"] = [{"statement": "mill0", "degree": 0.7}]
    bench.lower("stability.further._relations:LARGEST_RELATIONAL", STATES)
    bench.done("analyse", written(bench, data), "--concept", "fuzzy_seq")
    bench.lower("stability.further._relations:LARGEST_RELATIONAL", STATES - 1)
    path = written(bench, data | {"title": "Another pond"})  # what was decided stays in memory
    told = "16 states are more than the 15 this concept is decided or explained for"
    bench.refused("analyse", path, "--concept", "fuzzy_seq", told=told)


@beyond("model._beyond:_MOST_PAIRS")
def _pairs(bench: Bench) -> None:
    data = placed()
    data["decision_makers"]["mill"]["preferences"] = [{"statement": "mill0", "greatly": "yes"}]
    asked = ("analyse", written(bench, data), "--concept", "strong_gmr")
    bench.lower("model._beyond:_MOST_PAIRS", 64)
    bench.done(*asked)
    bench.lower("model._beyond:_MOST_PAIRS", 63)
    bench.refused(*asked, told="64 pairs of states are more than the 63 compared")


@beyond("stability.explicit._batch:LARGEST_BATCH")
def _batch(bench: Bench) -> None:
    asked = ("sweep", written(bench, placed()), "--profiles", "50", "--json")
    at_once = bench.done(*asked).json
    bench.lower("stability.explicit._batch:LARGEST_BATCH", STATES - 1)
    assert bench.done(*asked).json == at_once


def refused(told: str, question: Any, *given: Any, **named: Any) -> None:
    """Ask what Python alone asks; it is refused."""
    with pytest.raises(LimitError, match=told) as caught:
        question(*given, **named)
    assert "\n" not in str(caught.value)


@beyond("questions.sweeps._profiles:_MOST_STATEMENTS")
def _statements(bench: Bench) -> None:
    orders = {"count": 20, "seed": 1}
    bench.lower("questions.sweeps._profiles:_MOST_STATEMENTS", 3)
    questions.statement_orders(_stating(3), "mill", **orders)
    told = "4 statements are more than the 3 that are reordered"
    refused(told, questions.statement_orders, _stating(4), "mill", **orders)


def _stating(statements: int) -> Model:
    data = placed(13)
    data["decision_makers"]["mill"]["preferences"] = [f"mill{k}" for k in range(statements)]
    return formats.from_dict(data)


@beyond("questions.sweeps._profiles:_MOST_LISTED")
def _orders(bench: Bench) -> None:
    questions.statement_orders(_stating(12), "mill")
    told = "13 statements have 13! orders; those of 12 at most .*; draw some by giving count"
    refused(told, questions.statement_orders, _stating(13), "mill")
    questions.statement_orders(_stating(13), "mill", count=20, seed=1)
    told = "16 states have 16! orders; those of 12 at most"
    refused(told, questions.every_ranking, formats.from_dict(placed()), "mill")


@beyond("questions.sweeps._profiles:_MOST_DRAWN")
def _profiles(bench: Bench) -> None:
    asked = ("sweep", written(bench, placed()), "--profiles")
    told = "1,000,000,000,000 at most are drawn, and 1,000,000 tell a share"
    bench.refused(*asked, "1000000000001", told=told)
    bench.lower("questions.sweeps._profiles:_MOST_DRAWN", 50)
    bench.done(*asked, "50")
    bench.refused(*asked, "51", told="would take years; 50 at most are drawn")


@beyond("questions.leaning._question:MOST_STATES")
def _leaning(bench: Bench) -> None:
    asked = ("rests-on", written(bench, placed()), "--samples", "5")
    bench.lower("questions.leaning._question:MOST_STATES", STATES)
    bench.done(*asked)
    bench.lower("questions.leaning._question:MOST_STATES", STATES - 1)
    bench.refused(*asked, told="16 states are more than the 15 for which all changes are tried")
    bench.done("brief", asked[1], "-o", "b.html")


@beyond("questions.inverse._requirements:MOST_STATES")
def _inverse(bench: Bench) -> None:
    asked = ("invert", written(bench, placed()), "--state", "status_quo")
    bench.lower("questions.inverse._requirements:MOST_STATES", STATES)
    bench.done(*asked)
    bench.lower("questions.inverse._requirements:MOST_STATES", STATES - 1)
    told = "decided for up to 15 states, and this model has 16; state what is infeasible"
    bench.refused(*asked, told=told)


@beyond("questions.inverse._counting:LISTED_STATES")
def _counting(bench: Bench) -> None:
    asked = ("invert", str(gallery.path("chicken")), "--state", "1", "--concept", "seq")
    bench.lower("questions.inverse._counting:LISTED_STATES", 4)
    assert "that make it an equilibrium: 25% (6 of 24)" in lined(bench.done(*asked))
    bench.lower("questions.inverse._counting:LISTED_STATES", 3)
    told = "make it an equilibrium is not known exactly: .* “satumeja sweep --for” estimates it"
    assert re.search(told, lined(bench.done(*asked)))


@beyond("questions._coalitions:_MOST_MEMBERS")
def _members(bench: Bench) -> None:
    data = seated()
    bench.lower("questions._coalitions:_MOST_MEMBERS", 3)
    bench.done("coalitions", written(bench, data))
    bench.lower("questions._coalitions:_MOST_MEMBERS", 2)
    asked = ("coalitions", written(bench, data))
    told = r"3 decision makers form more coalitions than the 2 .*; .* \(--blocks a\+b,c\)"
    bench.refused(*asked, told=told)
    bench.done(*asked, "--blocks", "mill+farm,town")


@beyond("table._red_lines:MOST_BITS")
def _red_lines(bench: Bench) -> None:
    path = written(bench, seated())
    bench.lower("table._red_lines:MOST_BITS", 3)
    bench.done("deals", path)
    bench.lower("table._red_lines:MOST_BITS", 2)
    for command in ("deals", "openings", "packages"):
        told = "3 red lines are more than the 2 at once"
        bench.refused(command, path, told=told)


@beyond("table._linkage:LINKED_STATES")
def _linkage(bench: Bench) -> None:
    path = written(bench, seated())
    bench.lower("table._linkage:LINKED_STATES", 8)
    told = "across several tables could open is looked at for 7 states at most, and not here"
    assert "Linking tables opens nothing" in lined(bench.done("openings", path))
    bench.lower("table._linkage:LINKED_STATES", 7)
    assert told in lined(bench.done("openings", path))
    assert bench.done("openings", path, "--json").json["linkage"] is None
    asked = ("openings", path, "--language", "id")
    assert "hanya diperiksa sampai 7 keadaan" in lined(bench.done(*asked))
    bench.done("brief", path, "-o", "a.html")
    brief = " ".join((bench.folder / "a.html").read_text(encoding="utf-8").split())
    assert "What the tables could open together is looked at for 7 situations at most" in brief
    refused("linkage looks at 7 states at most", table.linkage, formats.load(path))


def lined(done: Done) -> str:
    """Give what is printed with its lines joined."""
    return " ".join(done.out.split())


@beyond("brief.tables._selection:_MOST_DRAWN")
def _drawn(bench: Bench) -> None:
    path = written(bench, placed())
    bench.lower("brief.tables._selection:_MOST_DRAWN", STATES)
    bench.done("figure", path, "-o", "a.svg")
    bench.lower("brief.tables._selection:_MOST_DRAWN", STATES - 1)
    told = "16 states are more than the 15 a graph is drawn of; asked for fewer, it shows"
    bench.refused("figure", path, "-o", "b.svg", told=told)
    assert not (bench.folder / "b.svg").exists()
    bench.done("figure", path, "-o", "b.svg", "--states", "15")


@beyond("exports._arcs:_STATES")
def _exported_states(bench: Bench) -> None:
    path = written(bench, placed())
    bench.lower("exports._arcs:_STATES", STATES)
    bench.done("convert", path, "-o", "a.dot")
    bench.lower("exports._arcs:_STATES", STATES - 1)
    told = "16 states are more than the 15 whose moves are listed"
    for name in ("b.dot", "b.graphml"):
        bench.refused("convert", path, "-o", name, told=told)
        assert not (bench.folder / name).exists()
    refused(told, exports.to_pandas, formats.load(path), "moves")


@beyond("exports._arcs:_ARCS")
def _exported_moves(bench: Bench) -> None:
    path = written(bench, placed())
    moves = STATES * 7 + STATES
    bench.lower("exports._arcs:_ARCS", moves)
    bench.done("convert", path, "-o", "a.dot")
    bench.lower("exports._arcs:_ARCS", moves - 1)
    told = "there are more than the 127 moves that are listed"
    bench.refused("convert", path, "-o", "b.dot", told=told)
    assert not (bench.folder / "b.dot").exists()
