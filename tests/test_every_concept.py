"""Every concept there is goes through everything that takes concepts, or is refused by name.

A concept that is added is walked at once: whoever reads results one by one would say nothing of
it, or something untrue. What a consumer tells is held against the result itself.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

import satumeja as sm
from commands import Run
from satumeja.brief import LANGUAGES, render
from satumeja.brief.files import TABLES, field_figure, field_tables
from satumeja.brief.tables import marks_of
from satumeja.brief.words import Words, definition_of, heading_of, name_of, short_of
from satumeja.errors import QuestionError
from satumeja.exports import to_dot
from satumeja.exports._arcs import state_columns
from satumeja.formats import loads
from satumeja.questions import (
    goals,
    invert,
    paths,
    random_profiles,
    rests_on,
    sweep,
)
from satumeja.stability import (
    CONCEPTS,
    FURTHER,
    Analysis,
    analyse,
    analyse_symbolically,
    explain_all,
    hypergame,
)

NAMES = [*CONCEPTS, *FURTHER, "l1", "l7"]
QUARREL = """
satumeja: 1
title: A quarrel in which everything is stated
decision_makers:
  row:
    options: {dare: }
    preferences:
      - {statement: -row.dare | -col.dare, greatly: yes}
      - {statement: row.dare, unknown: yes}
      - -col.dare
    attitudes: {col: negative}
    chances: [["N|N", "Y|N", 0.7]]
  col:
    options: {dare: }
    ranking: N|Y > N|N > Y|N >> Y|Y
    degrees: [["N|N", "Y|N", 0.6], ["N|Y", "N|N", 0.7]]
    threshold: 0.3
coalitions: [[row, col], [row]]
status_quo: N|N
"""
MODEL = loads(QUARREL, "quarrel.yaml")
concepts = pytest.mark.parametrize("concept", NAMES)


def of(concept: str) -> Analysis:
    return analyse(MODEL, [concept, "nash"])


@concepts
def test_the_result_holds_it_like_any_other(concept: str) -> None:
    result = of(concept)
    parties = result.parties(concept)
    everyone = [set(result.stable(concept, *party).tolist()) for party in parties]
    held = sorted(set.intersection(*everyone))
    assert result.equilibria(concept).tolist() == held
    both = sorted(set(held) & set(result.equilibria("nash").tolist()))
    assert result.strong_equilibria.tolist() == both
    report = result.to_json("row.dare")
    assert report["equilibria"][concept] == held
    assert set(report["stable"][concept]) == {"+".join(party) for party in parties}
    narrowed = [number for number in held if MODEL.states.form(number)[0] == "Y"]
    assert report["where"]["equilibria"][concept] == narrowed
    marks = marks_of(result)
    assert [n for n in range(1, 5) if marks.every(n)] == both


@concepts
def test_it_is_kept_elsewhere_and_named_in_any_case(concept: str) -> None:
    again = pickle.loads(pickle.dumps(of(concept)))  # noqa: S301 - our own
    assert again.to_json() == analyse(MODEL, f"Nash, {concept.upper()}").to_json()
    proof, *_ = explain_all(MODEL, [1], ["row"], [concept])
    assert pickle.loads(pickle.dumps(proof)) == proof  # noqa: S301 - our own


@concepts
def test_every_verdict_is_proved_and_put_into_words(concept: str, run: Run) -> None:
    result = of(concept)
    for number in range(1, 5):
        proofs = explain_all(MODEL, [number], ["row", "col"], [concept])
        assert [proof.party for proof in proofs] == list(result.parties(concept))
        for proof in proofs:
            assert proof.stable == result.is_stable(concept, *proof.party)[number - 1]
            assert result.explain(number, proof.party, concept) == proof
            for language in LANGUAGES:
                said = sm.brief.explain_in_words(MODEL, proof, language)
                name = name_of(concept, Words(language))
                assert str(number) in said and "{" not in said
                assert name in said, (name, said)


@concepts
@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_tell_it(concept: str, language: str, run: Run, tmp_path: Path) -> None:
    file, result, words = tmp_path / "quarrel.yaml", of(concept), Words(language)
    file.write_text(QUARREL, encoding="utf-8")
    short = short_of(concept, words)
    page = run("analyse", str(file), "-c", concept, "--where", "row.dare", "-l", language)
    assert page.code == 0 and short in page.out
    if concept in FURTHER:
        assert definition_of(concept, words).split()[0] in page.out
    told = run("analyse", str(file), "-c", concept, "--json").json
    assert told["equilibria"][concept] == result.equilibria(concept).tolist()
    why = run("explain", str(file), "1", "-c", concept, "--json").json["verdicts"]
    assert [verdict["stable"] for verdict in why] == [
        bool(result.is_stable(concept, *party)[0]) for party in result.parties(concept)
    ]
    ways = run("paths", str(file), "-c", concept, "--from", "1", "-l", language)
    assert ways.code == 0
    if len(result.equilibria(concept)):
        assert short in ways.out
    met = run("over-time", str(file), "-c", concept, "--json")
    assert concept in json.dumps(met.json)
    assert run("coalitions", str(file), "-c", concept).code == 0


@concepts
def test_tables_and_figures_show_it(concept: str) -> None:
    result = analyse(MODEL, [concept])
    shown = field_tables(result)
    assert set(shown) <= set(TABLES)
    (stability,), (equilibria,) = shown["stability"], shown["equilibria"]
    assert stability.header()[-1].startswith(short_of(concept, Words("en")))
    held = result.equilibria(concept).tolist()
    assert [line[-1] for line in stability.lines()] == [
        "E" if number in held else "" for number in range(1, 5)
    ]
    assert equilibria.lines()[0][1] == (", ".join(map(str, held)) or "none")
    for kind in ("integrated", "status-quo", "ranking"):
        drawn = field_figure(MODEL, kind, concepts=concept)
        assert drawn.svg
    assert field_figure(MODEL, "individual", dm="row", concepts=concept).svg
    reached = goals(result, paths(MODEL, 1))
    assert sorted(goal.state for goal in reached) == held


@concepts
def test_exports_have_it(concept: str) -> None:
    result = of(concept)
    columns = state_columns(result)
    flags = result.is_equilibrium(concept).tolist()
    assert columns[f"equilibrium.{concept}"] == flags
    for party in result.parties(concept):
        name = f"stable.{concept}.{'+'.join(party)}"
        assert columns[name] == result.is_stable(concept, *party).tolist()
    graph = sm.to_networkx(result)
    assert [graph.nodes[n][f"equilibrium.{concept}"] for n in sorted(graph)] == flags
    frame = sm.to_pandas(result)
    assert frame[f"equilibrium.{concept}"].tolist() == flags
    assert to_dot(analyse(MODEL, [concept])).count("peripheries=2") == sum(flags)


@concepts
def test_a_brief_tells_it(concept: str) -> None:
    result = analyse(MODEL, [concept])
    page = render(MODEL, result)
    assert heading_of(concept, Words("en")) in page and heading_of(concept, Words("id")) in page
    assert definition_of(concept, Words("en")).split(",")[0][:20] in page.replace("&#39;", "'")


REFUSING: dict[str, Callable[[str], object]] = {
    "sweep": lambda concept: sweep(random_profiles(MODEL, 5, seed=1), concepts=[concept]),
    "hypergame": lambda concept: hypergame(MODEL, concept),
    "invert": lambda concept: invert(MODEL, 1, concept),
    "rests_on": lambda concept: rests_on(MODEL, concepts=[concept]),
    "symbolic": lambda concept: analyse_symbolically(MODEL, concept),
    "margin": lambda concept: of(concept).margin(concept, "row"),
    "distance": lambda concept: of(concept).distance(concept),
    "distance-map": lambda concept: field_figure(MODEL, "distance-map", concepts=concept),
    "tornado": lambda concept: field_figure(MODEL, "tornado", concepts=concept),
}


@pytest.mark.parametrize("consumer", REFUSING)
@pytest.mark.parametrize("concept", [name for name in NAMES if name not in CONCEPTS])
def test_who_does_not_take_it_says_so_by_name(consumer: str, concept: str) -> None:
    with pytest.raises(QuestionError) as caught:
        REFUSING[consumer](concept)
    said = str(caught.value)
    assert said.startswith(f'"{concept}" ') and "unknown" not in said


def test_a_slip_is_told_with_the_nearest_of_all() -> None:
    with pytest.raises(QuestionError, match='unknown concept "cseg"; did you mean "cseq"'):
        analyse(MODEL, "cseg")
    with pytest.raises(QuestionError, match='unknown concept "simm"; did you mean "sim"'):
        rests_on(MODEL, concepts=["simm"])


@concepts
def test_it_shows_itself_in_ten_lines(concept: str) -> None:
    result = of(concept)
    things = [result, *result.further.values(), *explain_all(MODEL, [1, 4], ["row"], concept)]
    for thing in things:
        assert len(repr(thing).splitlines()) <= 10
        assert "<table>" in thing._repr_html_()
        assert "tabular" in thing._repr_latex_()
    assert concept in repr(result)
