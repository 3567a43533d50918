"""What the code registers stands in a page: concepts, keys, errors, figures, tables."""

from __future__ import annotations

import re

import pytest

from handbook import (
    DOCS,
    MARK,
    PICTURES,
    commands,
    drawn,
    every_error,
    figure_functions,
    fragments,
    keys_of,
    output_of,
    public_errors,
    with_fragments,
)
from made_pages import made
from satumeja import brief
from satumeja.cli._options import Kind
from satumeja.formats import json_schema
from satumeja.schemas import VERSION, Output, outputs, schema
from satumeja.stability import CONCEPTS, CONVENTIONS, FURTHER

REFERENCE = {path: text for path, text in made().pages.items() if path.startswith("reference/")}


def test_each_fragment_stands_in_one_page() -> None:
    texts = (made().pages[path] for path in made().written)
    assert not any(MARK.search(text) for text in texts)
    marks = [
        mark for path in made().written for mark in MARK.findall((DOCS / path).read_text("utf-8"))
    ]
    assert sorted(marks) == sorted(fragments())


def test_a_mark_without_a_fragment_is_a_fault() -> None:
    with pytest.raises(KeyError):
        with_fragments("<!-- handbook: nothing-like-it -->")


CITED = {
    **{name: concept.reference for name, concept in CONCEPTS.items()},
    **{name: concept.reference for name, concept in FURTHER.items()},
}


@pytest.mark.parametrize("name", CITED)
@pytest.mark.parametrize("page", ["reference/concepts.md", "id/reference/concepts.md"])
def test_a_concept_is_defined_and_cited(name: str, page: str) -> None:
    row = next(
        line for line in made().pages[page].splitlines() if line.startswith(f"| `{name}` |")
    )
    assert all(cell.strip() for cell in row.strip("|").split("|"))
    assert CITED[name]
    assert CITED[name] in made().pages["reference/concepts.md"]


def test_conventions_are_listed() -> None:
    page = REFERENCE["reference/concepts.md"]
    assert all(f"| `{name}` | {words} |" in page for name, words in CONVENTIONS.items())


SCHEMA = json_schema()
PARTS = {"": SCHEMA, **SCHEMA["$defs"]}


@pytest.mark.parametrize("part", PARTS)
def test_every_key_of_the_model_file_says_what_it_holds_and_means(part: str) -> None:
    page = REFERENCE["reference/model-keys.md"]
    assert PARTS[part]["description"] in page
    for key, holds, means in keys_of(PARTS[part]):
        assert holds, key
        assert means, key
        assert f"| `{key}` | " in page


@pytest.mark.parametrize(
    "key", sorted({key for part in PARTS.values() for key in part["properties"]})
)
def test_the_page_on_the_model_file_speaks_of_every_key(key: str) -> None:
    text = made().pages["reference/model-file.md"]
    assert re.search(rf"`{key}`|\b{key}:", text)


@pytest.mark.parametrize("output", outputs(), ids=lambda output: output.name)
def test_every_json_document_has_a_page_with_its_keys(output: Output) -> None:
    page = REFERENCE.get(f"reference/json/{output.name}.md", "")
    assert bool(page) == (output.name != "model")  # whose keys have a page of their own
    if page:
        assert all(f"[`satumeja {name} --json`]" in page for name in output.commands)
        assert f"`satumeja/{output.name}/{VERSION}`" in page
        for key in schema(output.name)["properties"]:
            assert re.search(rf"^\| `{key}`", page, re.M), key


def test_every_command_that_prints_json_says_where_its_keys_are_told() -> None:
    for command in commands():
        link = f"../json/{output_of(command.name)}.md"
        page = REFERENCE[f"reference/commands/{command.name}.md"]
        assert command.prints_json == (link in page), command.name


def test_every_error_is_public_and_told() -> None:
    page = REFERENCE["reference/errors.md"]
    for error in every_error():
        assert error in public_errors(), f"{error.__name__} is exported by no room"
        assert f"| [`{error.__name__}`](python/" in page
        assert (error.__doc__ or "").strip()


def test_every_figure_is_shown() -> None:
    assert sorted(picture.by for picture in PICTURES) == sorted(figure_functions().values())
    page = REFERENCE["reference/figures.md"]
    assert all(f"(pictures/{picture.file})" in page for picture in PICTURES)


def test_every_kind_of_figure_is_named() -> None:
    assert [*figure_functions()] == [*Kind]
    for kind in Kind:
        assert f"`satumeja figure MODEL --kind {kind}`" in REFERENCE["reference/figures.md"]


def test_every_command_that_draws_is_shown_drawing() -> None:
    lines = " ".join(picture.run[-1] for picture in PICTURES)
    drawing = [
        each.name for each in commands() if any("--figure" in o.flags for o in each.options)
    ]
    assert drawing
    assert all(f"satumeja {name} " in lines for name in drawing)


def test_every_kind_of_table_is_shown() -> None:
    page = REFERENCE["reference/figures.md"]
    assert all(f"\n### `{kind}`\n" in page for kind in brief.TABLES)
    assert "Made where the model has something for it." not in page


def test_a_picture_is_drawn_by_its_commands() -> None:
    picture = next(each for each in PICTURES if each.name == "ranking")
    text = drawn(picture)
    assert text.startswith("<svg ")
    assert "<title>" in text
