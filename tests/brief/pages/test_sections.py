"""A brief is a list of sections, each with its piece of template and its heading."""

from __future__ import annotations

from importlib.resources import files

import pytest

from brief.graph_form import named_graph
from brief.samples import elements
from satumeja.brief import LANGUAGES, render
from satumeja.brief.pages.sections import SECTIONS, Edition, Listed, Material, Section, Sets
from satumeja.brief.words import Phrases, Words
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import analyse, analyse_symbolically

PIECES = files("satumeja.brief.pages") / "sections"
KEYS = [*dict.fromkeys(section.key for section in SECTIONS)]


def headings(page: str, language: str) -> list[str]:
    """List the sections of a page by the places of their headings."""
    places = [e.attributes.get("id", "") for e in elements(page) if e.name == "h2"]
    return [place.split("-", 1)[1] for place in places if place.startswith(f"{language}-")]


def test_each_section_has_its_piece_of_template_and_there_is_no_other() -> None:
    pieces = {path.name for path in PIECES.iterdir() if path.name.endswith(".j2")}
    assert pieces == {f"{key}.html.j2" for key in KEYS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_section_has_its_heading_and_there_is_no_other(language: str) -> None:
    known = Words(language).keys()
    headed = {key for key in known if key.startswith("section.")}
    assert headed == {f"section.{key}" for key in KEYS}


@pytest.mark.parametrize("kind", [Listed, Sets])
def test_one_section_of_a_key_speaks_of_a_kind_of_material(kind: type[Material]) -> None:
    keys = [section.key for section in SECTIONS if issubclass(kind, section.of)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("model", "lacking"),
    [
        (load("december-2021-b"), {"sets"}),
        (load("chicken"), {"sets", "tables", "rests", "readings", "paths", "outcome"}),
        (named_graph(), {"sets", "tables", "rests", "readings", "impossible", "outcome"}),
    ],
)
def test_a_brief_has_the_sections_that_apply_in_their_order(
    model: Model, lacking: set[str]
) -> None:
    page = render(model)
    there = headings(page, "en")
    assert there == [key for key in KEYS if key not in lacking] == headings(page, "id")


def test_a_brief_of_sets_has_sets_in_place_of_states() -> None:
    model = load("syria-iraq")
    page = render(model, analyse_symbolically(model, ["nash", "seq"]))
    assert headings(page, "id") == [
        "answer", "assumptions", "options", "sets", "impossible", "verdicts", "method",
        "reproduce", "sources",
    ]  # fmt: skip


def test_a_section_is_built_once_and_for_its_material_alone() -> None:
    built = list[str]()

    def build(edition: Edition[Material]) -> str:
        built.append(edition.language)
        return edition.words("language.name")

    model, words = load("chicken"), Words("id")
    edition = Edition(Listed(analyse(model)), Phrases(model, words))
    everywhere, of_sets = Section("any", Material, build), Section("of_sets", Sets, build)
    parts = [edition.part(everywhere), edition.part(everywhere), edition.part(of_sets)]
    assert parts == ["Bahasa Indonesia", "Bahasa Indonesia", None]
    assert built == ["id"]
