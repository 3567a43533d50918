"""The descriptions themselves: sound, whole, in words, with examples, and true of the code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from satumeja import schemas
from satumeja.errors import QuestionError
from satumeja.formats import json_schema
from satumeja.report.kit import knowledge
from satumeja.schemas._source import description, names, parts
from satumeja.stability._choice import REASONS

Part = dict[str, Any]
INSIDE = ("items", "additionalProperties", "propertyNames")


def inner(part: Part, way: str) -> Iterator[tuple[str, Part]]:
    """Give a schema and every schema inside it, conditions apart, with the way to each."""
    yield way, part
    for name, value in [*part.get("properties", {}).items(), *part.get("$defs", {}).items()]:
        yield from inner(value, f"{way}.{name}")
    for key in INSIDE:
        if isinstance(part.get(key), dict):
            yield from inner(part[key], f"{way}.{key}")
    for key in ("anyOf", "prefixItems"):
        for k, choice in enumerate(part.get(key, ())):
            yield from inner(choice, f"{way}.{key}.{k}")


@pytest.mark.parametrize("name", names())
def test_it_is_json_schema_that_stands_by_itself(name: str) -> None:
    made = schemas.schema(name)
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$id"] == f"urn:satumeja:schema:{name}:1"
    assert made["properties"]["schema"]["const"] == f"satumeja/{name}/1"
    assert json.loads(json.dumps(made)) == made
    used = {part["$ref"] for _, part in inner(made, "") if "$ref" in part}
    assert used == {f"#/$defs/{part}" for part in made["$defs"]}


WORDS = {
    *("$schema", "$id", "$ref", "$defs", "title", "description", "examples", "type", "format"),
    *("properties", "required", "additionalProperties", "propertyNames", "items", "prefixItems"),
    *("minItems", "maxItems", "minimum", "maximum", "pattern", "const", "enum", "anyOf"),
    *("if", "then", "else"),
}


@pytest.mark.parametrize("name", names())
def test_it_uses_known_words_only(name: str) -> None:
    """A comma in a line of YAML would make a word of its own of half a sentence."""
    for way, part in inner(schemas.schema(name), ""):
        assert set(part) <= WORDS, way


@pytest.mark.parametrize("name", names())
def test_every_key_says_what_it_is(name: str) -> None:
    made = schemas.schema(name)
    assert made["title"]
    assert made["description"]
    for way, part in inner(made, ""):
        for key, value in part.get("properties", {}).items():
            aimed = made["$defs"][value["$ref"].rpartition("/")[2]] if "$ref" in value else {}
            words = value.get("description") or aimed.get("description", "")
            assert words.endswith("."), f"{way}.{key}"
    for each, part in made["$defs"].items():
        assert part["title"], each
        assert part["description"].endswith("."), each


@pytest.mark.parametrize("name", names())
def test_every_number_and_text_has_an_example_that_is_one(name: str) -> None:
    made = schemas.schema(name)
    validator = jsonschema.Draft202012Validator(made)
    for way, part in inner(made, ""):
        if part.get("type") in ("integer", "number", "string") and "propertyNames" not in way:
            assert part.get("examples") or "enum" in part, way
        for example in part.get("examples", ()):
            validator.evolve(schema=part).validate(example)


def test_every_part_is_used() -> None:
    used = {part for name in names() for part in schemas.schema(name)["$defs"]}
    extended = {
        part["extends"]
        for source in [*map(description, names()), *parts().values()]
        for part in mappings(source)
        if "extends" in part
    }
    assert set(parts()) <= used | extended


def mappings(value: Any) -> Iterator[Part]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from mappings(each)


def words_of(name: str, way: tuple[str, ...]) -> set[str]:
    part = schemas.schema(name)
    for step in way:
        part = part[step]
    return set(part["enum"])


def test_closed_lists_of_words_are_those_of_the_code() -> None:
    assert words_of("timeline", ("$defs", "act-kind")) == set(
        knowledge("satumeja.dossier", "codes")
    )
    assert words_of("analysis", ("properties", "engine_reason")) == set(REASONS)


def test_the_model_file_has_the_schema_it_always_had() -> None:
    assert schemas.schema("model") == json_schema()


@pytest.mark.parametrize("name", ["analysis", "satumeja/analysis/1"])
def test_an_output_is_named_by_itself_or_as_it_is_marked(name: str) -> None:
    assert schemas.schema(name)["$id"] == "urn:satumeja:schema:analysis:1"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("anlysis", 'there is no schema "anlysis"; did you mean "analysis"?'),
        ("explain", 'there is no schema "explain"; the command explain prints "verdicts"'),
        ("qqq", 'there is no schema "qqq"; satumeja schema --list names them all'),
        ("satumeja/analysis/2", 'there is no schema "satumeja/analysis/2"'),
    ],
)
def test_a_name_that_is_none_is_answered_with_one(name: str, message: str) -> None:
    with pytest.raises(QuestionError) as told:
        schemas.schema(name)
    assert str(told.value).startswith(message)
