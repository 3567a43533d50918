"""Tables of the states agree with the analysis."""

from __future__ import annotations

import re

import pytest

from brief.graph_form import named_graph
from brief.samples import random_models
from satumeja.brief import equilibria_table, ranking_table, stability_table, state_tables
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import analyse

MODELS = [load("december-2021-b"), load("elmira"), named_graph(), *random_models(11, 8)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.title)[:20])
def test_the_stability_table_has_every_verdict(model: Model) -> None:
    analysis = analyse(model)
    dms = [dm.id for dm in model.decision_makers]
    lines = stability_table(analysis).lines()
    assert len(lines) == len(model.states)
    for number, line in enumerate(lines, start=1):
        assert line[0].split()[0] == str(number)
        cells = iter(line[1:])
        for concept in analysis.concepts:
            for dm in dms:
                assert (next(cells) == "✓") == analysis.is_stable(concept.id, dm)[number - 1]
            assert (next(cells) == "E") == analysis.is_equilibrium(concept.id)[number - 1]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.title)[:20])
def test_rankings_list_every_state_in_order(model: Model) -> None:
    analysis = analyse(model)
    for dm, line in zip(model.decision_makers, ranking_table(analysis).lines(), strict=True):
        classes = [[int(n) for n in re.findall(r"\d+", part)] for part in line[1].split(" ≻ ")]
        ranks = [{int(analysis.ranks[dm.id][n - 1]) for n in equal} for equal in classes]
        assert sorted(n for equal in classes for n in equal) == list(
            range(1, len(model.states) + 1)
        )
        assert all(len(rank) == 1 for rank in ranks)
        assert [rank.pop() for rank in ranks] == list(range(len(classes), 0, -1))


def test_option_form_in_blocks_of_at_most_twenty() -> None:
    model = load("december-2021-b")
    tables = state_tables(analyse(model))
    numbers = [n for table in tables for n in table.header()[2:]]
    assert numbers == [str(n) for n in range(1, 52)]
    assert max(len(table.header()) for table in tables) <= 22
    first = tables[0].lines()
    forms = ["".join(row[2 + 6] for row in first[:8])]
    assert forms == ["YNNYNNNN"]
    assert first[8][2 + 6] == "SQ E"


def test_graph_states_by_name() -> None:
    (table,) = state_tables(analyse(named_graph()))
    assert table.lines()[0] == ["1", "Uniroyal delays; the order stands; no insistence", "SQ E"]
    assert table.lines()[8][2] == "E*"


def test_equilibria_by_concept_and_the_status_quo() -> None:
    analysis = analyse(load("december-2021-b"), ["nash", "seq"])
    assert equilibria_table(analysis).lines() == [
        ["Nash stability (R)", "50, 51", "2", "unstable for Russia"],
        ["Sequential stability (SEQ)", "1, 2, 7, 18, 19, 20, 21, 23, 24, 25, 26, 50, 51", "13",
         "holds"],
    ]  # fmt: skip
    assert (
        equilibria_table(analyse(load("cuban-missile-crisis"), ["nash"])).lines()[0][1] == "none"
    )
