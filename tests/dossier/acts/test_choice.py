"""What was learned chooses the first act of a statement: small, the same everywhere, careful."""

from __future__ import annotations

import json
import math
import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.reports import check, shipped, story
from operations import operations
from satumeja.dossier import draft, read
from satumeja.dossier._read import read_by, read_signs
from satumeja.dossier.acts._choice import Weights, weights_of
from satumeja.report import LANGUAGES, parse
from satumeja.report.kit import knowledge

ROOT = Path(__file__).parents[3]
WHO = {"id": "Menteri Luar Negeri Rusia Sergei Lavrov", "en": "Russian Foreign Minister Lavrov"}


def chosen(language: str, said: str) -> str:
    (statement,) = story(f"{WHO[language]} {said}.", language).statements
    return statement.act


@pytest.mark.parametrize("language", LANGUAGES)
def test_weights_are_small_and_of_known_kinds(language: str) -> None:
    file = files("satumeja.dossier").joinpath("languages", language, "acts.json")
    weights = weights_of(language)
    assert weights is not None
    assert len(file.read_bytes()) < 500_000
    assert set(weights.kinds) == (
        set(weights.kinds) & set(knowledge("satumeja.dossier", "codes"))
    ) | {"say"}
    assert {len(row) for row in weights.signs.values()} == {len(weights.kinds)}
    assert len(weights.start) == len(weights.kinds)


@pytest.mark.parametrize(
    ("language", "said", "expected"),
    [
        ("en", "said Russia would never hand over the islands", "refuse"),
        ("en", "said every country has the right to choose its allies", "principle"),
        ("en", "said Russia could not accept the proposal", "reject"),
        ("en", "said the talks had lasted two hours", "say"),
        ("id", "mengatakan Rusia tidak akan pernah menyerahkan pulau itu", "refuse"),
        ("id", "mengatakan setiap negara berhak memilih sekutunya", "principle"),
        ("id", "mengatakan Rusia tidak dapat menerima usul itu", "reject"),
        ("id", "mengatakan pertemuan itu berlangsung dua jam", "say"),
    ],
)
def test_the_first_act_of_a_statement(language: str, said: str, expected: str) -> None:
    assert chosen(language, said) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_names_the_first_act(language: str) -> None:
    dossier = read(parse(shipped(language)))
    document = dossier.to_json()
    known = set(knowledge("satumeja.dossier", "codes")) | {"say"}
    assert {one["act"] for one in document["statements"]} <= known
    for statement in document["statements"]:
        acts = [one for one in document["acts"] if one["statement"] == statement["id"]]
        told = [one["kind"] for one in acts if one["span"] == statement["content"]]
        assert not told or statement["act"] == told[0]
    assert all(isinstance(one["doubtful"], bool) for one in document["acts"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_learned_or_unsure_is_doubtful_and_in_no_draft(language: str) -> None:
    dossier = read(parse(shipped(language)))
    doubtful = [act for act in dossier.acts if act.doubtful]
    assert doubtful
    assert all(act.proposed for act in doubtful)
    assert all(act.doubtful for act in dossier.acts if act.origin == "learned")
    cited = set(re.findall(r"wire#(a\d+)", draft(dossier, source="wire")))
    assert cited.isdisjoint(act.id for act in doubtful)


def test_a_language_without_weights_is_left_to_its_rules() -> None:
    dossier = read_by(parse(shipped("en")), None)
    check(dossier)
    assert {act.origin for act in dossier.acts} == {"rules"}
    assert {"demand", "deny", "reject"} <= {one.act for one in dossier.statements}
    assert weights_of("xx") is None


@given(
    st.lists(st.text(max_size=12), max_size=30),
    st.dictionaries(st.text(max_size=12), st.binary(min_size=3, max_size=3), max_size=20),
)
def test_a_choice_is_the_largest_sum(signs: list[str], kept: dict[str, bytes]) -> None:
    weights = Weights(("a", "b", "c"), 1 / 32, (1, 0, -1), kept)
    sums = [1, 0, -1]
    for sign in signs:
        row = [
            int.from_bytes(kept[sign][i : i + 1], signed=True) if sign in kept else 0
            for i in range(3)
        ]
        sums = [one + more for one, more in zip(sums, row, strict=True)]
    choice = weights.choose(signs)
    assert choice.kind == "abc"[sums.index(max(sums))]
    shares = [math.exp(one / 32) for one in sums]
    assert choice.share == pytest.approx(max(shares) / sum(shares))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(LANGUAGES),
    st.text(alphabet="“”\"'.,!?() \n\ue020\u202e\u200béAIKkwnmust harus0,9", max_size=300),
)
def test_whatever_is_said_has_an_act(language: str, noise: str) -> None:
    said = {"id": "mengatakan bahwa", "en": "said that"}[language]
    dossier = story(f"{WHO[language]} {said} {noise} .", language)
    check(dossier)
    kinds = {"say", *knowledge("satumeja.dossier", "codes")}
    assert {one.act for one in dossier.statements} <= kinds
    assert dossier.to_json() == read(dossier.report).to_json()


def test_a_choice_looks_at_the_signs_it_is_given_alone() -> None:
    weights = weights_of("en")
    assert weights is not None
    for _, signs in read_signs(parse(shipped("en"))):
        kept = {sign: weights.signs[sign] for sign in signs if sign in weights.signs}
        few = Weights(weights.kinds, weights.scale, weights.start, kept)
        among_few = operations(lambda few=few, signs=signs: few.choose(signs))  # type: ignore[misc]
        among_all = operations(lambda signs=signs: weights.choose(signs))  # type: ignore[misc]
        assert among_all == among_few <= 100 * len(weights.kinds) * (len(signs) + 1)


def test_learning_gives_the_same_weights_again() -> None:
    pytest.importorskip("sklearn")
    from examples import Example
    from learn import learn, to_json

    examples = [
        Example(f"g{number % 4}", act, (f"w:{word}", f"w:{number % 3}", "size=1"))
        for number in range(24)
        for act, word in (("deny", "never"), ("demand", "must"), ("say", "rain"))
    ]
    weights = learn(examples)
    text = to_json(weights)
    assert text == to_json(learn(list(examples)))
    assert Weights.from_json(text) == weights
    assert json.loads(text)["kinds"] == ["demand", "deny", "say"]
    for word, act in (("never", "deny"), ("must", "demand"), ("rain", "say")):
        assert weights.choose([f"w:{word}"]).kind == act


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_labelled_sentence_is_well_formed(language: str) -> None:
    weights = weights_of(language)
    assert weights is not None
    paths = sorted((ROOT / "training" / "acts").glob(f"{language}*.tsv"))
    assert paths
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            label, text = line.split("\t")
            assert label in weights.kinds, line
            assert text.strip() == text
            assert text
