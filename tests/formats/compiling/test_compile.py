"""The whole of a file: head, tables, and what option form and graph form share."""

from __future__ import annotations

import json
import random

import pytest

from formats.samples import BORDER, changed, faults_of
from literal.statespace import OptionForm, status_quo
from random_models import random_graph_model, random_option_model, to_yaml
from satumeja.formats import from_dict, loads
from satumeja.model import Source

FAULTS = [
    ("title: {en: A border, id: Perbatasan}", "title: ''", ["2:8: the title is empty"]),
    (
        "  russia:\n    o",
        "  new russia:\n    o",
        [
            '8:3: "new russia" cannot be an id: write letters, digits and "_", a letter first',
            '25:20: unknown decision maker "russia" at table geneva; did you mean "new russia"?',
        ],
    ),
    (
        "seats: [russia, us]",
        "seats: [russia, usa]",
        ['25:28: unknown decision maker "usa" at table geneva; did you mean "us"?'],
    ),
    ("seats: [russia, us]", "seats: [russia, russia]", ['25:28: "russia" is seated twice']),
    ("seats: [russia, us]", "seats: [us]", ["25:12: a table has at least two seats"]),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_has_its_place_and_words(old: str, new: str, faults: list[str]) -> None:
    assert faults_of(changed(BORDER, old, new)) == faults


def test_a_sound_file_becomes_the_model_it_states() -> None:
    model = loads(BORDER)
    assert (model.title, model.title.in_language("id")) == ("A border", "Perbatasan")
    assert (model.as_of, model.languages) == ("2021-12-23", ("en", "id"))
    assert model.sources == (Source("wire", report="wire.txt", dossier="wire.json"),)
    assert [maker.id for maker in model.decision_makers] == ["russia", "us"]
    assert [option.name for option in model.options] == [
        "Sit at the table",
        "attack",
        "Offer a pact",
        "arm",
    ]
    assert model.options[1].direction == "forward"
    assert model.options[1].because == "It was threatened"
    assert model.status_quo == 8
    assert model.status_quo_number == 7
    table = model.tables[0]
    assert (table.id, table.seats, table.date) == ("geneva", ("russia", "us"), "2022-01")


def test_the_main_language_comes_first() -> None:
    model = loads(changed(BORDER, "languages: [en, id]", "languages: [id, en]"))
    assert model.title == "Perbatasan"


@pytest.mark.parametrize("kind", ["yaml", "json", "python"])
@pytest.mark.parametrize("seed", range(30))
def test_a_random_model_is_read_alike_from_every_format(seed: int, kind: str) -> None:
    rng = random.Random(seed)
    native = random_graph_model(rng) if seed % 3 == 0 else random_option_model(rng)
    if kind == "python":
        model = from_dict(native)
    else:
        text = to_yaml(native) if kind == "yaml" else json.dumps(native)
        model = loads(text, f"m.{kind}")
    assert model.status_quo_number == status_quo(native)
    if not model.is_graph:
        space = OptionForm(native)
        forms = [model.states.form(k + 1) for k in range(len(model.states))]
        assert forms == [space.form(state) for state in space.states]


def test_a_thousand_options_are_the_most() -> None:
    def with_options(count: int) -> str:
        options = ", ".join(f"x{k}: " for k in range(count - 1))
        return f"""\
satumeja: 1
title: Large
decision_makers:
  a: {{options: {{{options}}}, preferences: [y]}}
  b: {{options: {{y: }}, preferences: [-y]}}
"""

    assert len(loads(with_options(1000)).options) == 1000
    message = "1001 options are more than the 1000 a model may have"
    assert faults_of(with_options(1001)) == [f"3:1: {message}"]


def test_somebody_has_an_option() -> None:
    text = "satumeja: 1\ntitle: T\ndecision_makers: {a: {weights: {}}, b: {weights: {}}}\n"
    message = "no decision maker has an option; give options, or states for the graph form"
    assert faults_of(text) == [f"3:1: {message}"]


def test_faults_come_in_the_order_of_their_places() -> None:
    text = BORDER.replace("arm: -1.5", "arm: x").replace("- -attack", "- -atack")
    text = text.replace("[russia, us]", "[russia, uk]").replace("2021-12-23", "soon")
    places = [fault.split(":")[0] for fault in faults_of(text)]
    assert places == ["3", "15", "19", "25"]
