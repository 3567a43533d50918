"""Coalition structures: what a partition into blocks gives, what it refuses, and who tells it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import satumeja as sm
from commands import Run
from literal import LiteralEngine, build
from literal.blocks import over_blocks
from literal.statespace import Native
from satumeja.brief import LANGUAGES, render
from satumeja.brief.figures import coalition_lattice, integrated_graph
from satumeja.brief.files import TABLES, field_tables
from satumeja.brief.words import Words
from satumeja.errors import QuestionError
from satumeja.exports import to_dot
from satumeja.exports._arcs import state_columns
from satumeja.formats import from_dict
from satumeja.gallery import load
from satumeja.questions import coalitions, goals, paths
from satumeja.stability import CONCEPTS, FURTHER, analyse, explain, explain_all, mixed

BLOCKS = (("moe", "uniroyal"), ("local_government",))
SPELT = "moe+uniroyal,local_government"
ELMIRA = load("elmira")

# Elmira with its four states of an abandoned plant kept apart, as GMCR+ takes the conflict.
TWELVE: Native = {
    "satumeja": 1,
    "title": "Elmira, abandonment in four states",
    "decision_makers": {
        "moe": {
            "options": {"modify": {"direction": "forward"}},
            "ranking": [[9], [3], [4], [10], [7], [1], [2], [8], [5, 6, 11, 12]],
        },
        "uniroyal": {
            "options": {
                "delay": {"direction": "back"},
                "accept": {},
                "abandon": {"direction": "forward"},
            },
            "ranking": [[1], [4], [10], [7], [5, 6, 11, 12], [3], [9], [2], [8]],
        },
        "lg": {
            "options": {"insist": {}},
            "ranking": [[9], [3], [7], [1], [10], [8], [4], [2], [5, 6, 11, 12]],
        },
    },
    "infeasible": [{"exactly_one": ["delay", "accept", "abandon"]}],
}


def test_elmira_of_twelve_states_is_as_gmcr_plus_has_it() -> None:
    """The ministry and Uniroyal as one coalition, the local governments alone."""
    found = analyse(from_dict(TWELVE), blocks="moe+uniroyal,lg")
    assert found.equilibria("seq").tolist() == [1, 5, 6, 9, 10, 11, 12]
    literal = LiteralEngine(over_blocks(build(TWELVE), [("moe", "uniroyal"), ("lg",)]))
    for concept in CONCEPTS:
        assert found.equilibria(concept).tolist() == literal.equilibria(concept)


def test_blocks_answer_as_wholes_where_coalitions_answer_in_parts() -> None:
    """Nash, GMR and SMR of a block are those of the coalition; SEQ is not CSEQ."""
    found, alone = analyse(ELMIRA, blocks=BLOCKS), ("local_government",)
    for concept in ("nash", "gmr", "smr"):
        together = analyse(ELMIRA, f"c{concept}")
        for block in BLOCKS:
            expected = together.stable(f"c{concept}", *block).tolist()
            assert found.stable(concept, *block).tolist() == expected
    # The local governments improve from 2 and 3, and Uniroyal gains by abandoning the plant
    # then, but the ministry does not: as one block they would not.
    in_parts = set(analyse(ELMIRA, "cseq").stable("cseq", *alone).tolist())
    as_wholes = set(found.stable("seq", *alone).tolist())
    assert as_wholes < in_parts and in_parts - as_wholes == {2, 3}


@pytest.mark.parametrize("concept", CONCEPTS)
def test_blocks_of_one_are_the_analysis_without_blocks(concept: str) -> None:
    plain, alone = analyse(ELMIRA), analyse(ELMIRA, blocks="local_government,moe,uniroyal")
    for dm in ELMIRA.decision_makers:
        assert alone.stable(concept, dm.id).tolist() == plain.stable(concept, dm.id).tolist()
    assert alone.equilibria(concept).tolist() == plain.equilibria(concept).tolist()


@pytest.mark.parametrize(
    "spelt", [SPELT, " uniroyal + moe , local_government", BLOCKS, [*SPELT.split(",")]]
)
def test_a_partition_is_spelt_in_one_text_or_block_by_block(spelt: Any) -> None:
    result = sm.analyse(ELMIRA, "SEQ", blocks=spelt)
    assert result.blocks == BLOCKS and result.parameters["blocks"] == BLOCKS
    again = pickle.loads(pickle.dumps(result))  # noqa: S301 - our own
    assert again.to_json() == result.to_json()
    assert again.further["seq"].concept.parties == BLOCKS
    assert ELMIRA.analyse(**result.parameters).to_json() == result.to_json()


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        (
            "moe,local_government",
            "blocks: uniroyal left out; whoever acts alone is a block",
        ),
        ("moe", "blocks: uniroyal, local_government left out"),
        ("moe+moe,uniroyal,local_government", 'blocks: "moe" is in moe+moe twice'),
        (f"{SPELT},moe", 'blocks: "moe" is in moe+uniroyal and in moe'),
        ("mo+uniroyal,local_government", 'unknown decision maker "mo"; did you mean "moe"'),
        (
            [["moe", "uniroyal"], [], ["local_government"]],
            "blocks: a block has one",
        ),
        ([["moe", 2]], "blocks: a decision maker is named by its id, not by 2"),
        ([3], "blocks: a block is a list of ids, not 3"),
    ],
)
def test_what_is_no_partition_is_refused_by_name(blocks: Any, said: str) -> None:
    with pytest.raises(QuestionError) as caught:
        analyse(ELMIRA, "nash", blocks=blocks)
    assert str(caught.value).startswith(said) and "\n" not in str(caught.value)


@pytest.mark.parametrize("concept", [*FURTHER, "l7"])
def test_further_concepts_are_not_asked_of_blocks(concept: str) -> None:
    for ask in (analyse, lambda m, c, blocks: explain(m, 1, BLOCKS[0], c, blocks=blocks)):
        with pytest.raises(QuestionError, match=f'"{concept}" is not asked of blocks'):
            ask(ELMIRA, concept, blocks=BLOCKS)


RESULT = analyse(ELMIRA, blocks=BLOCKS)
REFUSING: dict[str, Callable[[], object]] = {
    "margin": lambda: RESULT.margin("seq", "moe"),
    "distance": lambda: RESULT.distance("seq"),
    "mixed": lambda: mixed(RESULT, {dm.id: "seq" for dm in ELMIRA.decision_makers}),
    "brief": lambda: render(ELMIRA, RESULT),
    "tableau": lambda: field_tables(RESULT, ["tableau"]),
    "lattice": lambda: coalition_lattice(coalitions(ELMIRA, [1], blocks=BLOCKS), 1),
    "symbolic": lambda: sm.stability.choose_engine(ELMIRA, "symbolic", blocks=BLOCKS),
    "matrix": lambda: analyse(ELMIRA, "seq", "matrix", blocks=BLOCKS),
    "a part of a block": lambda: RESULT.explain(1, "moe", "seq"),
}


@pytest.mark.parametrize("consumer", REFUSING)
def test_who_takes_no_blocks_says_so(consumer: str) -> None:
    with pytest.raises(QuestionError, match="block"):
        REFUSING[consumer]()


@pytest.mark.parametrize("concept", CONCEPTS)
def test_the_result_is_read_like_any_other(concept: str) -> None:
    held = RESULT.equilibria(concept).tolist()
    told = RESULT.to_json()
    assert told["blocks"] == [list(block) for block in BLOCKS]
    assert told["equilibria"][concept] == held
    assert set(told["stable"][concept]) == set(SPELT.split(","))
    columns = state_columns(RESULT)
    assert columns[f"equilibrium.{concept}"] == RESULT.is_equilibrium(concept).tolist()
    assert f"stable.{concept}.moe+uniroyal" in columns
    one = analyse(ELMIRA, concept, blocks=BLOCKS)
    assert to_dot(one).count("peripheries=2") == len(held)
    assert sorted(goal.state for goal in goals(one, paths(ELMIRA, 1))) == sorted(
        set(held) & {goal.state for goal in goals(one, paths(ELMIRA, 1))}
    )
    for number in range(1, 10):
        for proof in explain_all(ELMIRA, [number], ["uniroyal"], concept, blocks=BLOCKS):
            assert proof.party == BLOCKS[0] and proof == one.explain(number, BLOCKS[0], concept)
            for language in LANGUAGES:
                assert "{" not in sm.brief.explain_in_words(ELMIRA, proof, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_and_figures_say_over_which_blocks(language: str) -> None:
    named = Words(language)("blocks.are", blocks="X").split(":")[0]
    shown = field_tables(RESULT, language=language)
    assert set(shown) < set(TABLES) and "tableau" not in shown
    for kind in ("stability", "equilibria"):
        assert named in shown[kind][0].note
    assert named in integrated_graph(RESULT, language=language).caption
    assert not field_tables(analyse(ELMIRA))["equilibria"][0].note


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_take_blocks(run: Run, tmp_path: Path, language: str) -> None:
    file = str(tmp_path / "elmira.yaml")
    assert run("gallery", "elmira", "-o", file).code == 0
    flags = ("--blocks", SPELT, "-l", language)
    named = " ".join(Words(language)("blocks.are", blocks="X").split(":")[0].split()[:2])
    for asked in (("analyse", file), ("explain", file, "1"), ("tables", file)):
        page = run(*asked, *flags)
        assert page.code == 0 and named in page.out
    told = run("analyse", file, *flags, "--json").json
    assert told["engine_reason"] == "blocks" and told["equilibria"]["seq"] == [1, 7, 8, 9]
    why = run("explain", file, "5", "-c", "seq", *flags, "--json").json["verdicts"]
    assert [verdict["coalition"] for verdict in why] == [list(block) for block in BLOCKS]
    one = run("explain", file, "5", "-c", "seq", "--for", "moe", *flags, "--json").json
    assert one["verdicts"] == why[:1]
    groups = run("coalitions", file, *flags, "--json").json
    assert groups["blocks"] == [list(block) for block in BLOCKS]
    assert groups["equilibria"]["seq"] == [1, 7, 8, 9]
    assert [member["members"] for member in groups["coalitions"]] == groups["blocks"]
    page = run("coalitions", file, *flags)
    assert Words(language)("blocks.question") in page.out


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("analyse", "--engine", "symbolic"), "--engine symbolic does not go with --blocks"),
        (("explain", "--convention", "matrix"), "--convention matrix does not go with --blocks"),
        (("coalitions", "--figure", "a.svg"), "--figure draws every coalition"),
        (("tables", "-k", "options"), "--blocks goes with tables of results"),
    ],
)
def test_flags_that_do_not_go_with_blocks(run: Run, flags: tuple[str, ...], said: str) -> None:
    command, *rest = flags
    state = ["1"] if command == "explain" else []
    ended = run(command, "none.yaml", *state, "--blocks", SPELT, *rest)
    assert ended.code == 2 and said in " ".join(ended.err.split())


def test_what_groups_can_do_is_told_of_blocks_alone() -> None:
    found = coalitions(ELMIRA, [5], blocks=SPELT)
    assert found.members == found.blocks == BLOCKS
    assert [(state, route.group, route.to) for state, route in found.jumps] == [(5, BLOCKS[0], 8)]
    assert set(found.stable) == set(CONCEPTS)
    assert json.dumps(coalitions(ELMIRA, [5]).to_json()).count('"blocks"') == 0
