"""The catalogue: every conflict is there, loads, and is said in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import yaml

from satumeja.errors import QuestionError
from satumeja.formats import loads
from satumeja.gallery import Entry, entries, entry, load, path, text
from satumeja.model import Model, Prioritisation, Text
from satumeja.model.kit import as_label
from satumeja.stability import CONCEPTS, analyse
from satumeja.stability.further import further_named

NAMES = [entry.id for entry in entries()]
each_conflict = pytest.mark.parametrize("name", NAMES)

FIRST_WORDS = (
    *("the", "Russia", "Syria", "Iraq", "Uniroyal", "American", "Canadian"),
    *("Iran", "Boeing", "Airbus", "Delilah", "Samson"),
)

# (decision makers, options, states)
SIZES = {
    "prisoners-dilemma": (2, 2, 4),
    "chicken": (2, 2, 4),
    "stag-hunt": (2, 2, 4),
    "deadlock": (2, 2, 4),
    "harmony": (2, 2, 4),
    "called-bluff": (2, 2, 4),
    "bully": (2, 2, 4),
    "leader": (2, 2, 4),
    "hero": (2, 2, 4),
    "battle-of-the-sexes": (2, 2, 4),
    "coordination": (2, 2, 4),
    "matching-pennies": (2, 2, 4),
    "inspection": (2, 2, 4),
    "samaritans-dilemma": (2, 2, 4),
    "volunteers-dilemma": (3, 3, 8),
    "commons": (3, 3, 8),
    "cuban-missile-crisis": (2, 4, 12),
    "cuban-missile-crisis-air-strike": (2, 4, 12),
    "elmira": (3, 5, 9),
    "garrison": (4, 9, 23),
    "gisborne-economic": (3, 3, 8),
    "gisborne-environmental": (3, 3, 8),
    "gisborne-unknown": (3, 3, 8),
    "syria-iraq": (2, 3, 6),
    "december-2021-a": (3, 8, 51),
    "december-2021-b": (3, 8, 51),
    "december-2021-b2": (3, 8, 51),
    "cuban-missile-crisis-moves": (2, 2, 4),
    "iran-hostages-perceived": (2, 2, 4),
    "iran-hostages": (2, 2, 4),
    "bismarck-sea": (2, 2, 4),
    "avranches": (2, 3, 6),
    "samson-delilah": (2, 2, 4),
    "airbus-boeing": (2, 2, 4),
    "airbus-boeing-subsidy": (2, 2, 4),
    "chain-store": (2, 2, 4),
    "ultimatum": (2, 2, 4),
    "trust": (2, 2, 4),
    "asymmetric-dilemma": (2, 2, 4),
    "rock-paper-scissors": (2, 6, 9),
    "minority": (3, 3, 8),
    "weakest-link": (3, 3, 8),
    "three-pennies": (3, 3, 8),
    "threshold": (3, 3, 8),
    "welfare": (2, 2, 4),
    "better-standard": (2, 2, 4),
    "optional-dilemma": (2, 4, 9),
    "burned-bridges": (2, 3, 5),
    "deterrence-hard": (2, 2, 3),
    "deterrence-soft": (2, 2, 3),
    "chairmans-paradox": (3, 9, 27),
}


def words_of(model: Model) -> Iterator[Text]:
    """Every text of a model that people read."""
    yield from (model.title, model.description, *model.state_names.values())
    for dm in model.decision_makers:
        yield from (dm.name, dm.because)
        for option in dm.options:
            yield from (option.name, option.because)
        statements = dm.preference.statements if isinstance(dm.preference, Prioritisation) else ()
        yield from (statement.because for statement in (*statements, *dm.red_lines))
    yield from (rule.because for rule in model.infeasible)
    for table in model.tables:
        yield from (table.name, table.because)
    yield from (source.title for source in model.sources)


def words_about(entry: Entry) -> list[Text]:
    whys = [difference.why for difference in entry.differences]
    happened = [entry.outcome.sentence] if entry.outcome else []
    return [entry.title, entry.basis, *entry.notes, *whys, *happened]


def test_the_catalogue_is_the_folder() -> None:
    files = {file.stem for file in path("chicken").parent.iterdir()}
    assert files == set(NAMES)
    assert set(SIZES) == set(NAMES)


@each_conflict
def test_a_conflict_loads_in_its_size(name: str) -> None:
    model = load(name)
    assert (len(model.decision_makers), len(model.options), len(model.states)) == SIZES[name]
    assert model.origin == path(name)


@each_conflict
def test_the_text_given_out_is_the_model(name: str) -> None:
    assert text(name) == path(name).read_text(encoding="utf-8")
    assert loads(text(name), name="written.yaml").title == load(name).title


@each_conflict
def test_every_text_is_in_both_languages(name: str) -> None:
    model = load(name)
    assert model.languages == ("en", "id")
    for words in (*filter(None, words_of(model)), *words_about(entry(name))):
        assert set(words.by_language) == {"en", "id"}, words
        assert all(words.by_language.values()), words
    for words in (model.description, *(rule.because for rule in model.infeasible)):
        assert words.in_language("en") != words.in_language("id")


@each_conflict
def test_every_part_has_a_name_and_every_statement_a_reason(name: str) -> None:
    model = load(name)
    for parts in (model.decision_makers, model.options, model.tables):
        assert all(part.name.by_language for part in parts)
    assert all(rule.because for rule in model.infeasible)
    for dm in model.decision_makers:
        if isinstance(dm.preference, Prioritisation):
            assert all(statement.because for statement in dm.preference.statements)
        assert all(statement.because for statement in dm.red_lines)


@each_conflict
def test_catalogue_and_model_say_the_same(name: str) -> None:
    model, listed = load(name), entry(name)
    assert listed.title.by_language == model.title.by_language
    cited = [source.citation for source in model.sources if source.citation]
    assert cited == [str(citation) for citation in listed.citations]


@each_conflict
def test_published_states_exist(name: str) -> None:
    states = len(load(name).states)
    listed = entry(name)
    for concept, found in listed.published.items():
        assert concept in CONCEPTS or further_named(concept)
        assert list(found) == sorted(set(found))
        assert all(1 <= state <= states for state in found)
    for difference in listed.differences:
        assert set(difference.concepts) <= set(listed.published)
        for concept in difference.concepts:
            assert not set(difference.adds) & set(listed.published[concept])


@each_conflict
def test_an_entry_as_data_is_the_catalogue(name: str) -> None:
    raw = yaml.safe_load((path(name).parents[1] / "catalogue.yaml").read_text(encoding="utf-8"))[
        name
    ]
    data = json.loads(json.dumps(entry(name).to_json()))
    assert data.pop("id") == name
    for citation in raw.get("citations", []):
        citation["year"] = str(citation["year"])
    if "outcome" in raw:
        raw["outcome"]["source"]["year"] = str(raw["outcome"]["source"]["year"])
        raw["outcome"]["name"] = name
    empty: dict[str, object] = {"citations": [], "published": {}, "differences": [], "notes": []}
    assert data == {**empty, "rung": None, "outcome": None, **raw}


def test_an_unknown_conflict_is_met_with_a_suggestion() -> None:
    with pytest.raises(QuestionError, match='no conflict "garison"; did you mean "garrison"'):
        load("garison")
    with pytest.raises(QuestionError, match="no conflict"):
        text("../catalogue")


@each_conflict
def test_decision_makers_are_named_as_in_the_middle_of_a_sentence(name: str) -> None:
    """Nothing but a proper name, or a people, begins with a capital; labels all do."""
    for dm in load(name).decision_makers:
        words = str(dm.name)
        assert words.split(maxsplit=1)[0] in FIRST_WORDS, words
        assert as_label(words)[0].isupper()
        assert not as_label(words).startswith("The ")


@pytest.mark.parametrize("listed", entries(), ids=lambda listed: listed.id)
def test_the_rung_of_the_status_quo_is_what_is_decided(listed: Entry) -> None:
    model = load(listed.id)
    decided = None if model.status_quo is None else analyse(model, "nash").hold(most=1).level
    assert listed.rung == decided
