"""Bad calls from Python: each a fault of ours by type, one line, and this line exactly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import satumeja as sm
from commands import Run
from satumeja.errors import InputError, ModelError, QuestionError, SatuMejaError
from satumeja.gallery import load
from satumeja.model import Knowledge, Model, Ranking
from satumeja.stability import Sets, concept, forget, hypergame

NAN = float("nan")
CHICKEN = load("chicken")
OPTIONS = {"a": ["x"], "b": ["y"]}
WANTS: Any = {"a": ["x"], "b": ["y"]}
GAME: Any = [[[1, 2], [3, 4]], [[1, 2], [3, 4]]]
GRAPH: Any = {"preferences": {"a": "s > t", "b": "t > s"}}
MOVES: Any = {"states": ["s", "t"], "moves": {"a": [["s", "t"]], "b": []}}

Call = Callable[[], object]
Bad = list[tuple[Call, type[SatuMejaError], str]]


def games(payoffs: Any, **more: Any) -> Call:
    return lambda: Model.from_payoffs(payoffs, **more)


def ranked(maker: str, *args: Any, **more: Any) -> Call:
    return lambda: getattr(Ranking, maker)(*args, **more)


def built(options: Any = OPTIONS, wants: Any = WANTS, **more: Any) -> Call:
    return lambda: Model.build("t", options, wants, **more)


def graph(**more: Any) -> Call:
    return lambda: Model.build("t", **(MOVES | GRAPH | more))


def edited(*args: Any, **more: Any) -> Call:
    return lambda: CHICKEN.with_preferences(*args, **more)


def asked(*args: Any, **known: Any) -> Call:
    knowledge: dict[str, Any] = {"knowledge": Knowledge(**known)} if known else {}
    return lambda: CHICKEN.analyse(*args, **knowledge)


def graph_model() -> Model:
    return Model.build("t", **(MOVES | GRAPH))


def own(function: Any = lambda game, dm, state: True, **more: Any) -> Call:
    words: Any = {"name": "X", "definition": "X.", "reference": "X"} | more
    return lambda: concept("own", **words)(function)


PAYOFFS: Bad = [
    (
        games([1, 2, 3, 4]),
        ModelError,
        (
            "payoffs are one array a player, all of the same shape with one dimension a "
            "player; these 4 are a number, a number, a number, a number"
        ),
    ),
    (
        games(3),
        ModelError,
        "payoffs are one array a player, with one dimension a player; these are none",
    ),
    (
        games([[[1, 2], [3]], [[1, 2], [3, 4]]]),
        ModelError,
        "payoffs are one array a player, with one dimension a player; these are none",
    ),
    (
        games([[[1, NAN], [3, 4]], [[1, 2], [3, 4]]]),
        ModelError,
        "payoffs of row: the payoff of state 3 is no number: nan",
    ),
    (
        games(np.array([[[1, NAN], [3, 4]], [[1, 2], [3, 4]]])),
        ModelError,
        "payoffs of row: the payoff of state 3 is no number: nan",
    ),
    (
        games([[[1, None], [3, 4]], [[1, 2], [3, 4]]]),
        ModelError,
        "payoffs of row: the payoff of state 3 is no number: None",
    ),
    (
        games([[[1, 1j], [3, 4]], [[1, 2], [3, 4]]]),
        ModelError,
        "payoffs of row: the payoff of state 3 is no number: 1j",
    ),
    (
        games(np.array([[[True, False], [True, False]]] * 2)),
        ModelError,
        "payoffs of row: the payoff of state 1 is no number: True",
    ),
    (
        games("abc"),
        ModelError,
        (
            "payoffs are one array a player, all of the same shape with one dimension a "
            "player; these 3 are a number, a number, a number"
        ),
    ),
    (
        games([np.zeros((2, 3)), np.zeros((3, 2))]),
        ModelError,
        (
            "payoffs are one array a player, all of the same shape with one dimension a "
            "player; these 2 are 2 × 3, 3 × 2"
        ),
    ),
    (
        games([[[1, 1], [3, 4]], [[1, 2], [3, 4]]], strict=True),
        ModelError,
        "payoffs of row: states 1 and 3 tie; a strict ranking has no ties",
    ),
    (
        games(GAME, players=["a", "a"]),
        ModelError,
        'two players are called "a"',
    ),
    (
        games(GAME, players=[1, 2]),
        ModelError,
        "1 cannot be an id: write text",
    ),
    (
        games(GAME, players=5),
        ModelError,
        "players are a list of their ids; found 5",
    ),
    (
        games(GAME, strategies=[["a", "b", "c"], ["d", "e"]]),
        ModelError,
        "the payoffs are of 2 × 2 strategies; 3 × 2 are named",
    ),
    (
        games(GAME, strategies=["ab", "cd"]),
        ModelError,
        "the strategies of a player are a list of ids; found 'ab'",
    ),
    (
        games(GAME, strategies=5),
        ModelError,
        "strategies are a list of ids for each player; found 5",
    ),
    (
        games(GAME, status_quo=9),
        ModelError,
        "status quo: there is no state 9; states are 1 to 4",
    ),
]
RANKINGS: Bad = [
    (
        ranked("read", 5),
        QuestionError,
        'a ranking is read from text such as "1 > 2 ~ 3", not from 5',
    ),
    (
        ranked("read", ""),
        QuestionError,
        '"", place 1: a state is missing',
    ),
    (
        ranked("read", "1 > nan"),
        QuestionError,
        (
            '"nan" is not the number of a state; where states go by other names, let '
            "Model.with_preferences read the ranking"
        ),
    ),
    (
        ranked("read", "1 > 1"),
        QuestionError,
        "the ranking has state 1 twice; it must have each of the states exactly once",
    ),
    (
        ranked("read", "1 > 3"),
        QuestionError,
        (
            "the ranking names state 3; states are 1 to 2; it must have each of the states "
            "exactly once"
        ),
    ),
    (
        ranked("read", "1 ~ 2", strict=True),
        QuestionError,
        "states 1 and 2 tie; a strict ranking has no ties",
    ),
    (
        ranked("of", np.array([[1, 2], [3, 4]])),
        QuestionError,
        "a ranking is an array of one dimension; this one is 2 × 2",
    ),
    (
        ranked("of", [1, NAN]),
        QuestionError,
        (
            '"nan" is not the number of a state; where states go by other names, let '
            "Model.with_preferences read the ranking"
        ),
    ),
    (
        ranked("of", np.array([1.5, 2])),
        QuestionError,
        (
            '"1.5" is not the number of a state; where states go by other names, let '
            "Model.with_preferences read the ranking"
        ),
    ),
    (
        ranked("of", 5),
        QuestionError,
        "a ranking is a list or an array of states; found 5",
    ),
    (
        ranked("of", None),
        QuestionError,
        "a ranking is a list or an array of states; found None",
    ),
    (
        ranked("of", [1, [[2], [3, 4]]]),
        QuestionError,
        "a class of the ranking is a list of states; found [[2], [3, 4]]",
    ),
    (
        ranked("of", [1, [2, 3]], strict=True),
        QuestionError,
        "states 2 and 3 tie; a strict ranking has no ties",
    ),
    (
        ranked("of", [True, 2]),
        QuestionError,
        (
            '"True" is not the number of a state; where states go by other names, let '
            "Model.with_preferences read the ranking"
        ),
    ),
    (
        ranked("from_payoffs", [1, NAN]),
        QuestionError,
        "the payoff of state 2 is no number: nan",
    ),
    (
        ranked("from_payoffs", [[1, 2], [3, 4]]),
        QuestionError,
        "payoffs are an array of one dimension, one a state; this is 2 × 2",
    ),
    (
        ranked("from_payoffs", None),
        QuestionError,
        "payoffs are a list or an array of numbers; found None",
    ),
    (
        ranked("from_payoffs", 4),
        QuestionError,
        "payoffs are a list or an array of numbers; found 4",
    ),
    (
        ranked("from_payoffs", [1, 1], strict=True),
        QuestionError,
        "states 1 and 2 tie; a strict ranking has no ties",
    ),
]
BUILD: Bad = [
    (
        built(["a"], {}),
        ModelError,
        "options are a mapping of decision makers to what each can do",
    ),
    (
        built(OPTIONS, ["a"]),
        ModelError,
        "preferences are given by decision maker; found ['a']",
    ),
    (
        built(OPTIONS, None),
        ModelError,
        "preferences of a are missing; write [] where all states are the same to it",
    ),
    (
        built(OPTIONS, {"a": np.zeros((2, 2)), "b": ["y"]}),
        ModelError,
        "preferences of a: a ranking is an array of one dimension; this one is 2 × 2",
    ),
    (
        built(OPTIONS, {"a": np.array([1, 2, 3, NAN]), "b": ["y"]}),
        ModelError,
        (
            "preferences of a: in the ranking of a: nan names no state; give its number, "
            'its form such as "N|N", or the options that are taken'
        ),
    ),
    (
        built(OPTIONS, {"a": np.array([1, 2]), "b": ["y"]}),
        ModelError,
        (
            "preferences of a: the ranking of a misses states 3, 4; it must have each of "
            "the states exactly once"
        ),
    ),
    (
        built(OPTIONS, {"a": {"x": NAN}, "b": ["y"]}),
        ModelError,
        "preferences of a: in the weights of a: nan is not a number",
    ),
    (
        built(OPTIONS, {"a": {"x": float("inf")}, "b": ["y"]}),
        ModelError,
        "preferences of a: in the weights of a: inf is not a number",
    ),
    (
        built(OPTIONS, {"a": 5, "b": ["y"]}),
        ModelError,
        (
            "preferences of a: the preferences of a are a list of conditions, not a int; "
            'or write weights by option, or a ranking such as "4 > 2 ~ 3 > 1"'
        ),
    ),
    (
        built(OPTIONS, {"a": {"x"}, "b": ["y"]}),
        ModelError,
        (
            "preferences of a: the preferences of a are a list of conditions, not a set; "
            'or write weights by option, or a ranking such as "4 > 2 ~ 3 > 1"'
        ),
    ),
    (
        built(infeasible=5),
        ModelError,
        "infeasible is a list of conditions, patterns or rules; found 5",
    ),
    (
        built(infeasible=[5]),
        ModelError,
        (
            "infeasible, rule 1: a rule is a condition, or a mapping with one of the keys "
            "condition, at_most_one, at_least_one, exactly_one, requires or pattern"
        ),
    ),
    (
        built(coalitions=["ab"]),
        ModelError,
        "a coalition is a list of decision makers; found 'ab'",
    ),
    (
        built(coalitions=5),
        ModelError,
        "coalitions are a list of lists of decision makers; found 5",
    ),
    (
        built(coalitions=[5]),
        ModelError,
        "a coalition is a list of decision makers; found 5",
    ),
    (
        built(status_quo=NAN),
        ModelError,
        (
            'status quo: nan names no state; give its number, its form such as "N|N", or '
            "the options that are taken"
        ),
    ),
    (
        graph(states=["s", "t"], moves={"a": [["s"]], "b": []}),
        ModelError,
        "a move of a is a pair of states, from and to; found ['s']",
    ),
    (
        graph(states=["s", "t"], moves={"a": [5], "b": []}),
        ModelError,
        "a move of a is a pair of states, from and to; found 5",
    ),
    (
        graph(states=["s", "t"], moves={"a": None, "b": []}),
        ModelError,
        "the moves of a are a list of pairs of states; found None",
    ),
    (
        graph(states=5, moves={"a": [], "b": []}),
        ModelError,
        "the graph form needs states: a list of their ids; found 5",
    ),
    (
        built(red_lines={"a": 5}),
        ModelError,
        "the red lines of a are a list of conditions; found 5",
    ),
    (
        built(red_lines=["a"]),
        ModelError,
        "red lines are given by decision maker; found ['a']",
    ),
    (
        built(names=["a"]),
        ModelError,
        "names are given by id; found ['a']",
    ),
    (
        built(coalesce=5),
        ModelError,
        "coalesce is a list of conditions or patterns; found 5",
    ),
]
EDITS: Bad = [
    (
        edited(row=None),
        QuestionError,
        (
            "the preferences of row are a list of conditions, not a NoneType; or write "
            'weights by option, or a ranking such as "4 > 2 ~ 3 > 1"'
        ),
    ),
    (
        edited(row=np.ones((2, 2), int)),
        QuestionError,
        "a ranking is an array of one dimension; this one is 2 × 2",
    ),
    (
        edited(row=np.array([1, NAN, 2, 3])),
        QuestionError,
        (
            "in the ranking of row: nan names no state; give its number, its form such as "
            '"N|N", or the options that are taken'
        ),
    ),
    (
        edited(row=np.array([1.5, 1, 2, 3])),
        QuestionError,
        (
            "in the ranking of row: 1.5 names no state; give its number, its form such as "
            '"N|N", or the options that are taken'
        ),
    ),
    (
        edited(row=[1, 1, 2, 3]),
        QuestionError,
        "the ranking of row has state 1 twice; it must have each of the states exactly once",
    ),
    (
        edited(row=[0, 1, 2, 3]),
        QuestionError,
        "in the ranking of row: there is no state 0; states are 1 to 4",
    ),
    (
        edited(["row"]),
        QuestionError,
        "preferences are given by decision maker; found ['row']",
    ),
    (
        edited(row=object()),
        QuestionError,
        (
            "the preferences of row are a list of conditions, not a object; or write "
            'weights by option, or a ranking such as "4 > 2 ~ 3 > 1"'
        ),
    ),
    (
        edited(row=(x for x in [1, 2, 3, 4])),
        QuestionError,
        (
            "the preferences of row are a list of conditions, not a generator; or write "
            'weights by option, or a ranking such as "4 > 2 ~ 3 > 1"'
        ),
    ),
    (
        edited({1: [1, 2, 3, 4]}),
        QuestionError,
        "a decision maker is named by its id, not by 1",
    ),
]
ANALYSE: Bad = [
    (
        asked(None),
        QuestionError,
        "concepts are named by their ids, not by None",
    ),
    (
        asked(5),
        QuestionError,
        "concepts are named by their ids, not by 5",
    ),
    (
        asked([5]),
        QuestionError,
        "a concept is named by its id, not by 5",
    ),
    (
        lambda: CHICKEN.analyse("nash", convention="x"),
        QuestionError,
        'unknown convention "x" (known: set, matrix)',
    ),
    (
        lambda: CHICKEN.analyse("fuzzy_nash", knowledge=5),
        QuestionError,
        "knowledge is given as Knowledge(...), not as 5",
    ),
    (
        asked("fuzzy_nash"),
        QuestionError,
        (
            '"fuzzy_nash" needs degrees of preference, and the model states none of it; in '
            "Python, Knowledge(degrees=...)"
        ),
    ),
    (
        asked("prob_nash"),
        QuestionError,
        (
            '"prob_nash" needs probabilities of preference, and the model states none of '
            "it; in Python, Knowledge(chances=...)"
        ),
    ),
    (
        asked("rel_nash"),
        QuestionError,
        (
            '"rel_nash" needs attitudes, and the model states none of it; in Python, '
            "Knowledge(attitudes=...)"
        ),
    ),
    (
        asked("nash_a"),
        QuestionError,
        (
            '"nash_a" needs pairs of states whose order is not known, and the model states '
            "none of it; in Python, Knowledge(unknown=...)"
        ),
    ),
    (
        asked("strong_gmr"),
        QuestionError,
        (
            '"strong_gmr" needs states that are greatly preferred, and the model states '
            "none of it; in Python, Knowledge(much_better=...)"
        ),
    ),
    (
        asked("fuzzy_nash", degrees={"row": [[0.5]]}),
        QuestionError,
        "the table of row must have 4 rows and 4 columns",
    ),
    (
        asked("fuzzy_nash", degrees={"row": [[NAN] * 4] * 4}),
        QuestionError,
        "nan is not a number",
    ),
    (
        asked("fuzzy_nash", degrees={"row": [0.5] * 4}),
        QuestionError,
        "the table of row must have 4 rows and 4 columns",
    ),
    (
        asked("fuzzy_nash", degrees={"row": np.zeros((4, 4, 2))}),
        QuestionError,
        "the table of row must have 4 rows and 4 columns",
    ),
    (
        asked("fuzzy_nash", degrees={"row": 5}),
        QuestionError,
        "the table of row must have 4 rows and 4 columns",
    ),
    (
        asked("nash_a", unknown={"row": 5}),
        QuestionError,
        "pairs of states are a set of pairs of numbers; found 5",
    ),
    (
        asked("nash_a", unknown={"row": frozenset({(1, 2, 3)})}),
        QuestionError,
        "(1, 2, 3) is not a pair of two states from 1 to 4",
    ),
    (
        asked("nash_a", unknown={"row": frozenset({(1, 9)})}),
        QuestionError,
        "(1, 9) is not a pair of two states from 1 to 4",
    ),
    (
        asked("cnash", coalitions=[("row", "x")]),
        QuestionError,
        'unknown decision maker "x"',
    ),
    (
        lambda: graph_model().analyse("sim"),
        QuestionError,
        "simultaneous sanctioning (sim) is defined for option form only",
    ),
    (
        lambda: hypergame(graph_model(), "nash"),
        QuestionError,
        "a hypergame is about options and who knows of them; use option form",
    ),
    (
        lambda: hypergame(CHICKEN, 5),  # type: ignore[arg-type]
        QuestionError,
        "concepts are named by their ids, not by 5",
    ),
]
CONCEPT: Bad = [
    (
        own(name=5),
        QuestionError,
        '"own": name is text, or text by language; found 5',
    ),
    (
        own(
            5,
        ),
        QuestionError,
        '"own" is made of a function, not of 5',
    ),
    (
        own(needs=("money",)),
        QuestionError,
        "\"own\": needs names no part of Knowledge: 'money'",
    ),
    (
        own(needs="unknown"),
        QuestionError,
        "\"own\": needs is a tuple of parts of Knowledge; found 'unknown'",
    ),
    (
        own(reference=None),
        QuestionError,
        '"own": reference is text; found None',
    ),
    (
        own(name={}),
        QuestionError,
        '"own": name is text, or text by language; found {}',
    ),
]


@pytest.mark.parametrize(
    ("call", "kind", "line"), [*PAYOFFS, *RANKINGS, *BUILD, *EDITS, *ANALYSE, *CONCEPT]
)
def test_a_bad_call_is_told_in_one_line(call: Call, kind: type[Exception], line: str) -> None:
    with pytest.raises(SatuMejaError) as caught:
        call()
    assert (type(caught.value), str(caught.value)) == (kind, line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "bad.nfg"),
        ("NFG 1 R", "bad.nfg"),
        ('NFG 1 R "G" { "a" "b" } { 2 2 } 1 2 3', "bad.nfg"),
        ('NFG 1 R "G" { "a" "b" } { 2 2 } 1 1 nan 1 1 1 1 1', "bad.nfg"),
    ],
)
def test_a_game_file_that_is_none_is_told_in_one_line(
    text: str, line: str, tmp_path: Path, run: Run
) -> None:
    path = tmp_path / "bad.nfg"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        sm.load(path)
    assert line in str(caught.value) and "\n" not in str(caught.value)
    done = run("analyse", str(path))
    assert (done.code, done.out) == (1, "") and "Traceback" not in done.err


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (lambda: 1 / 0, '"own" fails at state 1 for row: ZeroDivisionError: division by zero'),
        (lambda: "yes", "\"own\" has to answer True or False for each state, not 'yes'"),
        (lambda: None, '"own" has to answer True or False for each state, not None'),
        (lambda: np.ones(4), '"own" has to answer True or False for each state, not array('),
    ],
)
def test_a_concept_that_fails_is_told_in_one_line(answer: Call, line: str, run: Run) -> None:
    def definition(game: Sets, dm: str, state: int) -> Any:
        return answer()

    made = concept("own", name="X", definition="X.", reference="X")(definition)
    try:
        with pytest.raises(QuestionError) as caught:
            CHICKEN.analyse("own")
        assert str(caught.value).startswith(line) and "\n" not in str(caught.value)
        done = run("analyse", "chicken", "-c", "own")
        assert done.code == 1 and done.out == "" and done.err.count("\n") == 1
    finally:
        forget(made)


def test_a_title_that_is_no_text_is_told_in_one_line() -> None:
    titles: list[Any] = [None, 3, {}]
    for title in titles:
        with pytest.raises(ModelError) as caught:
            Model.build(title, OPTIONS, WANTS)
        assert str(caught.value) == f"a text is words, or words by language, not {title!r}"
