"""What answers are as JSON fits the schemas that are published, and agrees with itself."""

from __future__ import annotations

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from satumeja import schemas
from satumeja.errors import LimitError, QuestionError
from satumeja.gallery import entries, load
from satumeja.table import deals, openings, packages, symbolic_openings, third_party, threats

NAMES = [entry.id for entry in entries()]
SMALL = [
    name for name in NAMES if len(load(name).states) <= 100 and load(name).status_quo is not None
]
TALKS = "december-2021-b"


def fits(document: Any, schema: str) -> Any:
    """Hold a document against its schema, with no key that it does not know."""
    plain = json.loads(json.dumps(document))
    jsonschema.Draft202012Validator(schemas.schema(schema, closed=True)).validate(plain)
    return plain


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("reach", ["joint", "sequence"])
def test_deals_say_from_where_and_how_they_are_reached(name: str, reach: Any) -> None:
    answer = deals(load(name), reach=reach)
    document = fits(answer.to_json(), "deals")
    assert (document["reach"], document["from"]) == (answer.reach, answer.start)
    assert document["count"] == len(document["deals"]) <= document["reached"]
    assert document["reached"] == len(answer.reached)


@pytest.mark.parametrize("name", SMALL)
def test_openings_say_the_same_listed_and_as_sets(name: str) -> None:
    model = load(name)
    listed = fits(openings(model).to_json(), "openings")
    try:
        as_sets = fits(symbolic_openings(model).to_json(), "openings")
    except (LimitError, QuestionError):
        return  # a graph, or a ranking, has no statements to give
    for key in ("table", "seats", "wanting", "from_form", "reached", "red_lines"):
        assert listed[key] == as_sets[key], key
    assert [one["ease"] for one in listed["openings"]] == [
        one["ease"] for one in as_sets["openings"]
    ]


@pytest.mark.parametrize("name", SMALL)
def test_packages_are_told_whole(name: str) -> None:
    try:
        answer = packages(load(name))
    except QuestionError:
        return  # whose preferences are unknown in part
    document = fits(answer.to_json(), "packages")
    assert document["count"] == len(document["packages"])
    assert document["from"] == answer.start


@pytest.mark.parametrize("name", SMALL)
def test_threats_are_told_whole(name: str) -> None:
    answer = threats(load(name))
    document = fits(answer.to_json(), "threats")
    assert document["from"] == answer.start
    for one, threat in zip(document["threats"], answer.threats, strict=True):
        assert (one["remedies"] is None) == (threat.remedies is None)
        assert one["credible"] == (one["credible_in"] == one["due"])


@pytest.mark.parametrize("name", SMALL)
def test_what_a_third_party_could_do_is_told_whole(name: str) -> None:
    model = load(name)
    for maker in model.decision_makers:
        try:
            document = fits(third_party(model, maker.id).to_json(), "third-party")
        except QuestionError:
            continue  # there is nobody left to agree, or a graph has no options
        assert document["third"] == maker.id
        assert document["from"].keys() == {"number", "form"}


def test_december_in_documents() -> None:
    """As the tests of each question have it: from the threat of war, and nobody's deal yet."""
    model = load(TALKS)
    deal, opening = deals(model).to_json(), openings(model).to_json()
    assert (deal["from"], deal["reached"], deal["count"]) == (7, 51, 0)
    (first,) = opening["openings"]
    assert (first["ease"], first["best"]) == (["us#1", "nato#1"], [14])
    assert opening["from_form"] == "YNN|YNN|NN"
