"""Every part of a model as a native file states it, as it was written where it was."""

from __future__ import annotations

from dataclasses import fields, replace
from fractions import Fraction
from pathlib import Path

import pytest

from formats.samples import BORDER, GRAPH
from satumeja import model as conflict
from satumeja.errors import OutputError
from satumeja.formats import dump, from_dict, loads
from satumeja.formats.writing._native import native_data
from satumeja.formats.writing._native_rules import pattern_form
from satumeja.model import AtLeast, Is, Model, Not, Rule, Statement, Weighting
from satumeja.model.kit import Pattern

HERE = Path()


def test_the_parts_of_a_file_come_back_as_they_stand() -> None:
    data = native_data(loads(BORDER), HERE)
    assert data["title"] == {"en": "A border", "id": "Perbatasan"}
    russia, us = data["decision_makers"].values()
    assert russia["options"] == {
        "talk": {"name": "Sit at the table", "evidence": ["wire#s1"]},
        "attack": {"direction": "forward", "because": "It was threatened"},
    }
    said = {"statement": "attack iff -offer", "because": "It was said", "evidence": ["wire#s3"]}
    assert russia["preferences"] == ["-us.arm", said, "-attack"]
    assert russia["red_lines"] == ["arm"]
    assert us["options"] == {"offer": "Offer a pact", "arm": None}
    assert us["weights"] == {"arm": "-3/2", "attack": -3}
    assert data["infeasible"] == ["attack & talk", {"at_most_one": ["offer", "arm"]}]
    assert data["status_quo"] == "NN|NY"
    assert data["tables"] == {"geneva": {"seats": ["russia", "us"], "date": "2022-01"}}
    assert data["sources"] == {"wire": {"report": "wire.txt", "dossier": "wire.json"}}


def test_graph_form_comes_back_by_ids() -> None:
    data = native_data(loads(GRAPH), HERE)
    assert data["states"] == [
        "clean",
        {"id": "dirty", "name": {"en": "Dirty", "id": "Kotor"}},
        "dead",
    ]
    mill, pond = data["decision_makers"].values()
    assert mill == {
        "moves": [["clean", "dirty"], ["dirty", "clean"]],
        "ranking": [["dirty"], ["clean", "dead"]],
    }
    assert pond["moves"] == [["dirty", "dead"]]
    assert data["status_quo"] == "dirty"


RULES = [
    {"pattern": "Y-|N-"},
    {"pattern": "Y-N-"},
    {"at_most_one": ["2", "us.arm"]},
    {"at_least_one": ["talk", "us.offer"]},
    {"requires": {"if": "us.arm | 1", "then": "attack"}},
    {"condition": "talk & 2", "because": "Both at once cannot be"},
    "-(talk|attack)  if offer",
]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_comes_back_in_its_form(rule: object) -> None:
    base = native_data(loads(BORDER), HERE) | {"status_quo": None, "infeasible": [rule]}
    assert native_data(from_dict(base), HERE)["infeasible"] == [rule]


@pytest.mark.parametrize(
    ("rule", "stated"),
    [
        (Rule(Is(0), "made in Python"), "talk"),
        (Rule(Pattern(0b101, 1), "?", "pattern"), {"pattern": "Y-|N-"}),
        (Rule(AtLeast(2, 0b11), "?", "at_most_one"), {"at_most_one": ["talk", "attack"]}),
        (Rule(AtLeast(3, 0b111), "?", "at_most_one"), "talk & attack & offer"),
        (Rule(Not(AtLeast(1, 0b11)), "?", "at_least_one"), {"at_least_one": ["talk", "attack"]}),
        (Rule(Is(0), "?", "at_least_one"), "talk"),
        (Rule(Is(0), "?", "pattern"), "talk"),
        (Rule(Is(0), "?", "requires"), "talk"),
    ],
)
def test_a_rule_made_in_python_is_stated_by_what_it_forbids(rule: Rule, stated: object) -> None:
    made = replace(loads(BORDER), infeasible=(rule,))
    assert native_data(made, HERE)["infeasible"] == [stated]


def test_a_statement_made_in_python_is_written_out() -> None:
    model = loads(BORDER)
    lines = (Statement(Not(Is(3)), "no arms"), Statement(Is(3), "talk"), Statement(Is(3), "4"))
    makers = (replace(model.decision_makers[0], red_lines=lines), model.decision_makers[1])
    data = native_data(replace(model, decision_makers=makers), HERE)
    assert data["decision_makers"]["russia"]["red_lines"] == ["-arm", "arm", "4"]


SMALL = ("1e-30", "-123456789.123456789e-40", "9.5e-99", "1e-18", "0.000000000000000001e-99")
LONG = ("7e17", "123456789012345678/123456789012345677")


@pytest.mark.parametrize("weight", ["1", "-7", "1/3", "-2.5", "0", *SMALL, *LONG])
def test_weights_are_exact(weight: str) -> None:
    data = native_data(loads(BORDER), HERE)
    data["decision_makers"]["us"]["weights"] = {"talk": weight}
    again = loads(dump(from_dict(data)))
    assert again.decision_makers[1].preference == Weighting({0: Fraction(weight)})


def test_what_the_format_cannot_hold_is_refused() -> None:
    model = loads(BORDER)
    for odd in (Weighting({0: Fraction(1, 3**150)}), object()):
        maker = replace(model.decision_makers[0], preference=odd)  # type: ignore[arg-type]
        with pytest.raises(OutputError, match="a model file can"):
            native_data(replace(model, decision_makers=(maker,)), HERE)


def test_paths_of_sources_lead_to_the_same_files(tmp_path: Path) -> None:
    model = replace(loads(BORDER), origin=tmp_path / "models" / "m.yaml")
    beside = native_data(model, tmp_path / "models")["sources"]["wire"]
    below = native_data(model, tmp_path)["sources"]["wire"]
    away = native_data(model, tmp_path / "out" / "x")["sources"]["wire"]
    assert [part["report"] for part in (beside, below, away)] == [
        *("wire.txt", "models/wire.txt", "../../models/wire.txt"),
    ]
    for path in ("satumeja:reports/x.txt", str(tmp_path / "x.txt")):
        fixed = replace(model, sources=(replace(model.sources[0], report=path),))
        assert native_data(fixed, tmp_path)["sources"]["wire"]["report"] == path


def test_paths_of_other_readings_begin_in_the_folder_of_the_file(tmp_path: Path) -> None:
    model = replace(loads(BORDER), origin=tmp_path / "models" / "m.yaml", readings=("other.yaml",))
    assert native_data(model, tmp_path / "models")["readings"] == ["other.yaml"]
    assert native_data(model, tmp_path)["readings"] == ["models/other.yaml"]


@pytest.mark.parametrize("widths", [(2, 1), (3,), (0, 2, 1), (1, 1, 1, 0)])
def test_a_pattern_is_written_as_it_is_read(widths: tuple[int, ...]) -> None:
    form = pattern_form(Pattern(0b101, 0b100), widths)
    assert form.replace("|", "") == "N-Y"[: sum(widths)]
    assert [len(group) for group in form.split("|")] == list(widths)


# Whoever gives the model a new field must say how it is written, and then add it here.
WRITTEN = {
    "Model": "title decision_makers infeasible irreversible coalesce state_ids state_names "
    "status_quo as_of description languages coalitions tables affected sources readings question "
    "reading names deadlines glosses",
    "DecisionMaker": "id name preference options moves red_lines beyond shared unseen perceives "
    "because evidence",
    "Option": "id name direction because evidence scale",
    "Rule": "condition text kind because evidence type",
    "Barrier": "before after texts by because evidence",
    "Table": "id name seats date until convenor agenda papers because evidence",
    "Affected": "id name because evidence",
    "Deadline": "id name date because evidence",
    "Gloss": "reference words by parallel",
    "Grounds": "because evidence",
    "Source": "id title report dossier citation url",
    "Statement": "condition text because evidence greatly unknown degree chance among name "
    "inferred order",
    "Edit": "state placing anchor because evidence",
    "Perception": "hidden beliefs because evidence",
    "Comparison": "first second number because evidence",
    "Beyond": "unknown much_better degrees chances threshold attitudes",
    "Ranking": "classes great",
    "Adjusted": "base edits",
}


@pytest.mark.parametrize("part", WRITTEN)
def test_every_field_is_written(part: str) -> None:
    kept = {*WRITTEN[part].split(), *(("origin", "notes") if part == Model.__name__ else ())}
    assert {field.name for field in fields(getattr(conflict, part))} == kept
