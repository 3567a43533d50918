"""A document has all of its model: in words, as chips, with the way to each part in the file."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from brief.graph_form import named_graph
from brief.large import large_model
from random_models import random_graph_model, random_option_model
from random_stated import random_bound_model, random_coalesced_model, random_stated_model
from satumeja import formats, gallery
from satumeja.model import Model
from satumeja.model.kit import listed_statements, mask_of, statements_of
from satumeja.stability import Analysis, analyse_symbolically
from satumeja.web.models import Decided, answers, changed, decided, document, reasons
from satumeja.web.models._live import archive_of
from satumeja.web.shapes import Clause, ModelDocument, Term

LANGUAGES = ("en", "id")


def part(data: Any, path: list[str | int]) -> Any:
    """Follow a way into the data of a file."""
    for step in path:
        data = data[step]
    return data


def clauses(page: ModelDocument) -> Iterator[Clause]:
    for maker in page.makers:
        yield from (*maker.wishes, *maker.red_lines)
    yield from page.infeasible


def terms(term: Term) -> Iterator[Term]:
    yield term
    for inner in term.parts:
        yield from terms(inner)


@pytest.mark.parametrize("name", [entry.id for entry in gallery.entries()])
def test_every_way_leads_to_its_part(name: str) -> None:
    text = gallery.text(name)
    data = formats.trees.data(formats.trees.read_yaml(text, name))
    page = document(decided(gallery.load(name)), "en", text=text)
    for clause in clauses(page):
        stated = part(data, clause.path)
        written = stated if isinstance(stated, str) else stated.get("statement")
        if written is not None:
            assert written.split() == clause.text.split()
        because = stated.get("because", "") if isinstance(stated, dict) else ""
        reason = because if isinstance(because, str) else because.get("en", "")
        assert (reason or "").split() == clause.because.split()
    for maker in page.makers:
        assert part(data, maker.path) is not None
        for option in maker.options:
            part(data, option.path)
    for table in page.tables:
        assert part(data, table.path)["seats"] == table.seats
    for source in page.sources:
        part(data, source.path)


@pytest.mark.parametrize("name", [entry.id for entry in gallery.entries()])
def test_chips_say_what_the_condition_says(name: str) -> None:
    model = gallery.load(name)
    page = document(decided(model))
    for clause in clauses(page):
        if clause.tree is None:
            continue
        for term in terms(clause.tree):
            if term.kind == "at_least":
                assert len(term.parts) >= (term.count or 0)
            elif not any(inner.kind == "at_least" for inner in terms(term)):
                condition = model.condition(term.text)
                options = {t.option for t in terms(term) if t.option is not None}
                levels = any(t.kind == "level" for t in terms(term))
                assert levels or mask_of(condition) == sum(1 << k for k in options)
        stated = [s for dm in model.decision_makers for s in (*dm.red_lines,)]
        stated += [s for dm in model.decision_makers for i in listed_statements(dm.preference)
                   for s in i]  # fmt: skip
        same = [s for s in stated if s.text == clause.text]
        if same and clause.path[0] == "decision_makers":
            states = model.states
            assert states.holds(model.condition(clause.tree.text)).tolist() == (  # type: ignore[union-attr]
                states.holds(same[0].condition).tolist()  # type: ignore[union-attr]
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_december_page(language: str) -> None:
    page = document(decided(gallery.load("december-2021-b")), language)
    russia = page.makers[0]
    assert (russia.letter, russia.colour, len(russia.wishes)) == ("R", 0, 7)
    assert russia.names == {"en": "Russia", "id": "Rusia"}
    assert russia.name == {"en": "Russia", "id": "Rusia"}[language]
    wish = russia.wishes[2]
    assert wish.place == 3 and wish.text == "attack iff -guarantee"
    assert wish.tree is not None and wish.tree.kind == "iff"
    assert [page.quotes[key].item for key in wish.evidence] == ["s12", "s15", "s18"]
    assert page.quotes["wire#s12"].lang == "id"
    assert russia.wishes[4].inferred and russia.wishes[4].evidence == ("wire#s8",)
    assert page.infeasible[0].removes == 15
    assert page.status_quo == 7 and page.status_quo_form == "YNN|YNN|NN"
    assert (
        page.states[6].words == {"en": "The present situation", "id": "Keadaan sekarang"}[language]
    )
    assert all(state.words and state.x is not None for state in page.states)
    assert len({state.words for state in page.states}) == 51
    assert page.shown == "all" and page.graph is not None and len(page.graph.directions) == 3
    assert page.rungs["2"] == {"en": "holds if answered", "id": "bertahan jika dibalas"}[language]


def test_what_is_off_stands_where_it_would_be() -> None:
    way = "decision_makers.russia.preferences"
    text = formats.apply(
        gallery.text("december-2021-b"),
        [{"op": "off", "at": f"{way}[0]"}, {"op": "off", "at": f"{way}[0]"},
         {"op": "off", "at": f"{way}[4]"}, {"op": "off", "at": "infeasible[0]"}],
    )  # fmt: skip
    page = document(decided(formats.loads(text)), "id", text=text)
    wishes = page.makers[0].wishes
    shown = [(wish.off, wish.place, wish.path[-1], wish.nth) for wish in wishes]
    assert shown == [
        (True, None, 0, 1), (True, None, 0, 2), (False, 1, 0, 1), (False, 2, 1, 1),
        (False, 3, 2, 1), (False, 4, 3, 1), (True, None, 4, 1),
    ]  # fmt: skip
    assert wishes[0].text == "guarantee" and "Menjamin" in wishes[0].words
    assert wishes[0].because.startswith("Moskow")
    assert page.infeasible[0].off
    on = [{"op": "on", "at": list(wish.path), "nth": wish.nth} for wish in wishes if wish.off][1:2]
    again = formats.apply(text, on)
    first = statements_of(formats.loads(again)["russia"].preference)[0]
    assert first.text == "-arm"


def test_what_a_draft_left_open_leads_to_the_part_below_it() -> None:
    text = gallery.text("december-2021-b")
    lines = text.splitlines()
    place = next(k for k, line in enumerate(lines) if "- statement: -arm" in line)
    indent = " " * (len(lines[place]) - len(lines[place].lstrip()))
    lines.insert(place, f"{indent}# DECIDE d7: does this come before the talks?")
    asked = "\n".join(lines) + "\n"
    (question,) = document(decided(formats.loads(asked)), text=asked).open
    assert question.id == "d7" and question.words == "does this come before the talks?"
    assert question.path == ["decision_makers", "russia", "preferences", 1]
    assert question.line == place + 1


def test_a_question_below_the_last_line_of_a_part_is_about_that_part() -> None:
    text = gallery.text("december-2021-b")
    lines = text.splitlines()
    within = next(k for k, line in enumerate(lines) if line.startswith("  us:"))
    lines.insert(within, "      # DECIDE d1: what does Russia want?")
    after = next(k for k, line in enumerate(lines) if line.startswith("infeasible:"))
    lines.insert(after, "  # DECIDE d2: of whom is this demanded?")
    asked = "\n".join(lines) + "\n"
    first, second = document(decided(formats.loads(asked)), text=asked).open
    assert first.path[:2] == ["decision_makers", "russia"]
    assert second.path == ["decision_makers"]


EQUAL = """
satumeja: 1
title: Wishes of equal weight, levels, weights
decision_makers:
  a: {options: {x: X, y: Y}, preferences: [[a.x, -y], y iff b.x]}
  b:
    options: {x: Other X, aid: {name: Aid, levels: [none, some, full]}}
    weights: {b.x: 2, aid: 1}
  c: {options: {z: Z}, preferences: [aid>=some & z, -a.x, aid=none | aid=some]}
status_quo: NN|NNN|N
"""


def test_equal_wishes_levels_and_weights() -> None:
    page = document(decided(formats.loads(EQUAL)))
    first, second = page.makers[0].wishes
    assert [part.text for part in first.equal] == ["a.x", "-y"]
    assert [part.path[-2:] for part in first.equal] == [[0, 0], [0, 1]]
    assert (first.place, second.place) == (1, 2)
    other = page.makers[1]
    assert other.preference == "weighted" and other.weights["b.x"] == "2"
    aid = other.options[1]
    assert aid.levels == ("none", "some", "full") and aid.places == (3, 4)
    kinds = [term.kind for wish in page.makers[2].wishes if wish.tree for term in terms(wish.tree)]
    assert kinds.count("level") == 3
    model = formats.loads(EQUAL)
    for wish in page.makers[2].wishes:
        assert wish.tree is not None
        model.condition(wish.tree.text)


def held(analysis: Decided, concept: str) -> int:
    """Count the equilibria under a concept."""
    assert isinstance(analysis, Analysis)
    return len(analysis.equilibria(concept))


def whole(model: Model) -> None:
    """Ask everything of a model, in both languages; nothing may fail."""
    analysis, archive = decided(model), archive_of(model)
    for language in LANGUAGES:
        page = document(analysis, language)
        assert ModelDocument.model_validate_json(page.model_dump_json()) == page
        told = answers(analysis, language)
        assert told.answer or told.technical
        if page.states:
            number = random.Random(1).randint(1, page.size)
            for concept in [*page.concepts, "hold"]:
                shown = reasons(analysis, number, concept, language, archive)
                assert len(shown.makers) == len(page.makers)
        assert changed(analysis, analysis, language).concepts == []


DRAWS = (
    random_option_model, random_graph_model, random_stated_model, random_bound_model,
    random_coalesced_model,
)  # fmt: skip


@pytest.mark.parametrize("draw", DRAWS)
def test_models_of_every_form_are_shown(draw: Any) -> None:
    rng = random.Random(7)
    for _ in range(8):
        whole(formats.from_dict(draw(rng)))


def test_graph_form_goes_by_the_names_of_states() -> None:
    model = named_graph()
    page = document(decided(model), "id")
    assert page.form == "graph" and page.states[8].words == "Uniroyal meninggalkan pabriknya"
    whole(model)


@pytest.mark.parametrize(("options", "shown"), [(8, "all"), (9, "in view"), (13, "sets")])
def test_sizes(options: int, shown: str) -> None:
    analysis = decided(large_model(options))
    page, told = document(analysis), answers(analysis)
    assert page.shown == shown and page.size == 1 << options
    if shown == "sets":
        assert not page.states and page.graph is None and not told.stable
        counts = {row.concept: row.count for row in told.sets}
        assert counts["nash"] == f"{held(analysis, 'nash'):,}"
    else:
        assert len(told.rungs) == page.size and not told.sets
        drawn = [state for state in page.states if state.x is not None]
        assert len(drawn) <= 60 and page.graph is not None
        assert page.graph.left_out == page.size - len(drawn)
        assert all(state.words for state in drawn)


def test_sets_of_states_nobody_could_list() -> None:
    analysis = analyse_symbolically(large_model(12))
    page, told = document(analysis, "id"), answers(analysis, "id")
    listed = decided(large_model(12))
    assert page.engine == "symbolic" and page.shown == "sets"
    for row in told.sets:
        assert row.count == f"{held(listed, row.concept):,}".replace(",", ".")
        for pattern in row.patterns:
            assert pattern.state is not None and pattern.words
    shown = reasons(analysis, told.sets[0].patterns[0].state or 1, "hold", "en",
                    archive_of(analysis.model))  # fmt: skip
    assert shown.holds
    assert changed(listed, analysis).comparable is False


def test_a_file_of_the_disk_need_not_be_yaml(tmp_path: Path) -> None:
    page = document(decided(gallery.load("chicken")), file="chicken.gmcr", editable=False)
    assert not page.editable and page.open == ()
