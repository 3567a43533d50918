"""A new id changes what the file calls things, and nothing of what it says."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.editing.commented import commented, texts
from formats.samples import BORDER, GRAPH
from random_models import random_option_model
from random_stated import random_bound_model, random_stated_model
from satumeja.errors import QuestionError
from satumeja.formats import Rename, apply, loads, schema
from satumeja.formats.editing import GRAMMAR
from satumeja.formats.editing._references import Keys
from satumeja.formats.schema._part import Part
from satumeja.formats.writing import write_yaml
from satumeja.model import DecisionMaker, Model, OptionStates

SEEDS = st.integers(0, 2**32)


def grammars(grammar: Any = GRAMMAR) -> dict[frozenset[str], set[str]]:
    """Give the sets of keys that the grammar lists."""
    keys = grammar.value if isinstance(grammar, Keys) else grammar
    if isinstance(keys, str):
        return {}
    if isinstance(keys, Keys):
        return grammars(keys)
    listed = {frozenset(key for key in keys if key): set(keys)}
    for value in keys.values():
        listed |= grammars(value)
    return listed


def parts() -> list[type[Part]]:
    """Give all mappings of the schema that a file can hold."""
    names = [getattr(schema, name) for name in dir(schema)]
    return [part for part in names if isinstance(part, type) and issubclass(part, Part)]


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.__name__)
def test_every_key_of_the_schema_is_looked_through(part: type[Part]) -> None:
    keys = part.fields.keys()
    if part.__name__ in ("Cited", "Statement", "Stated"):  # what others are made of
        assert any(keys <= listed for listed in grammars())
    else:
        assert frozenset(keys) in grammars(), sorted(keys)


def meaning(model: Model) -> Any:
    """Give what a model says, ids left out: options and states by their numbers."""
    makers = [maker.id for maker in model.decision_makers]
    states = model.states
    codes = states.codes if isinstance(states, OptionStates) else np.zeros(0, dtype=np.int64)

    def says(maker: DecisionMaker) -> Any:
        hidden = maker.perceives.hidden if maker.perceives else ()
        beliefs = maker.perceives.beliefs if maker.perceives else {}
        return (
            maker.preference.ranks(codes).tolist(),
            [line.condition for line in (*maker.red_lines, *maker.unseen)],
            (maker.shared, hidden),
            [] if maker.moves is None else maker.moves.tolist(),
            [(pair.first, pair.second, pair.number) for pair in maker.beyond.degrees],
            [makers.index(other) for other in maker.beyond.attitudes],
            [(makers.index(who), held.ranks(codes).tolist()) for who, held in beliefs.items()],
            [len(option.evidence) for option in maker.options],
        )

    return (
        (len(states), codes.tolist(), model.status_quo),
        [says(maker) for maker in model.decision_makers],
        [
            [rule.condition for rule in model.infeasible],
            [group.condition for group in model.coalesce],
        ],
        [
            (wall.before, wall.after, list(map(makers.index, wall.by)))
            for wall in model.irreversible
        ],
        [list(map(makers.index, table.seats)) for table in model.tables],
        [list(map(makers.index, members)) for members in model.coalitions],
    )


def named(model: Model) -> list[tuple[str, list[Any]]]:
    """List what has an id: the old id, and the way to it."""
    listed = list[tuple[str, list[Any]]]()
    for maker in model.decision_makers:
        listed.append((maker.id, ["decision_makers", maker.id]))
        for option in maker.options:
            way = [
                "decision_makers",
                maker.id,
                "options",
                option.scale.id if option.scale else option.id,
            ]
            listed.append((way[-1], way))
    listed += [(source.id, ["sources", source.id]) for source in model.sources]
    listed += [(table.id, ["tables", table.id]) for table in model.tables]
    return listed + [(word, ["states", place]) for place, word in enumerate(model.state_ids)]


@settings(max_examples=80, deadline=None)
@given(SEEDS)
def test_a_model_says_the_same_under_new_ids(seed: int) -> None:
    rng = Random(seed)
    make = rng.choice([random_option_model, random_stated_model, random_bound_model])
    stated = write_yaml(make(rng)) if rng.random() < 0.5 else rng.choice(texts()[2:])
    text = commented(rng, stated)
    model = loads(text)
    for _ in range(3):
        old, way = rng.choice(named(model))
        others = {word for word, _ in named(model)}
        new = rng.choice(sorted(others - {old}) or ["x"]) if rng.random() < 0.3 else f"n{seed}"
        try:
            after = apply(text, [Rename(way, new)])
        except QuestionError as error:
            assert "already" in str(error) or "two options" in str(error)
            continue
        renamed = loads(after)
        assert meaning(renamed) == meaning(model)
        if new not in others and " " not in old:
            way[-1] = new if isinstance(way[-1], str) else way[-1]
            assert apply(after, [Rename(way, old)]) == text
        text, model = after, renamed


LEVELS = """\
satumeja: 1
title: Heat
sources: {wire: {citation: The wire}, wire.b: {citation: Another}}
decision_makers:
  city:
    options:
      tax: {levels: [none, low, high], evidence: [wire#s3, "wire:r2#a7@1a2b3c4d", wire.b#s1]}
      ban: {because: "tax = low is not renamed in words"}
    preferences: [tax >= low, -city.tax = high, 'ban if tax_high']
    red_lines: ["tax=high"]
  firm:
    options: {go: , stay: }
    weights: {city.tax_low: -2, go: 1, tax_high: -1, stay: 0}
    adjust: [{state: YNN|NY, above: NNN|YN}]
infeasible: [{pattern: "N--|YY"}]
status_quo: {tax: low, ban: no, firm.go: yes, stay: no}
"""


@pytest.mark.parametrize(
    ("way", "new", "changes"),
    [
        (
            "decision_makers.city.options.tax.levels[1]",
            "small",
            [
                ("[none, low,", "[none, small,"),
                ("[tax >= low,", "[tax >= small,"),
                ("city.tax_low:", "city.tax_small:"),
                ("{tax: low", "{tax: small"),
            ],
        ),
        (
            "decision_makers.city.options.tax",
            "levy",
            [
                ("      tax: {", "      levy: {"),
                ("[tax >= low, -city.tax =", "[levy >= low, -city.levy ="),
                ("if tax_high'", "if levy_high'"),
                ('"tax=high"', '"levy=high"'),
                ("city.tax_low", "city.levy_low"),
                ("tax_high: -1", "levy_high: -1"),
                ("{tax: low", "{levy: low"),
            ],
        ),
        (
            "decision_makers.city.options.ban",
            "stay",
            [
                ("      ban:", "      stay:"),
                ("'ban if", "'city.stay if"),
                (", stay: 0}", ", firm.stay: 0}"),
                (" ban: no", " city.stay: no"),
                (", stay: no}", ", firm.stay: no}"),
            ],
        ),
        (
            "sources.wire",
            "news",
            [
                ("{wire: {", "{news: {"),
                ('[wire#s3, "wire:r2', '[news#s3, "news:r2'),
            ],
        ),
        (
            'sources."wire.b"',
            "wire-c",
            [(", wire.b:", ", wire-c:"), (" wire.b#s1", " wire-c#s1")],
        ),
        (
            "decision_makers.firm",
            "company",
            [("  firm:", "  company:"), ("firm.go:", "company.go:")],
        ),
    ],
)
def test_all_that_refers_to_it_follows(way: str, new: str, changes: list[tuple[str, str]]) -> None:
    expected = LEVELS
    for old, changed in changes:
        assert expected.count(old) == 1, old
        expected = expected.replace(old, changed)
    assert apply(LEVELS, [Rename(way, new)]) == expected
    before, after = (re.sub(r"(wire|news):\S*@", r"\1#", text) for text in (LEVELS, expected))
    assert meaning(loads(after)) == meaning(loads(before))


def test_a_state_is_renamed_wherever_it_is_named() -> None:
    text = GRAPH.replace("ranking: [dirty, [clean, dead]]", "ranking: dirty > clean=dead")
    after = apply(text, [Rename("states[1]", "foul"), Rename("states[0]", "pure")])
    assert "states: [pure, {id: foul," in after
    assert "ranking: foul > pure=dead" in after
    assert "moves: [[pure, foul], [foul, pure]]" in after
    assert meaning(loads(after)) == meaning(loads(text))


@pytest.mark.parametrize(
    ("way", "new", "fault"),
    [
        (
            "decision_makers.us",
            "russia",
            'there is a decision maker "russia" already; try "russia_2"',
        ),
        (
            "decision_makers.us",
            "the us",
            'cannot be an id: write letters, digits and "_", a letter first; such as "the_us"',
        ),
        ("decision_makers.us", "2nd", 'such as "maker_2nd"'),
        (
            "decision_makers.us",
            "iff",
            '"iff" is a word of conditions and cannot be an id; such as "iff_"',
        ),
        (
            "decision_makers.us.options.arm",
            "offer",
            'there is an option "offer" already; try "offer_2"',
        ),
        ("sources.wire", "a#b", 'write letters, digits, "_", "-" and "."; such as "a_b"'),
        ("tables.geneva", "", 'such as "geneva_2"'),
        ("tables.genva", "x", 'there is no "genva"; did you mean "geneva"?'),
        (
            "status_quo",
            "x",
            "status_quo has no id that could change; name a decision maker, an option",
        ),
        ("infeasible[0]", "x", "infeasible[0] has no id that could change"),
    ],
)
def test_an_id_that_cannot_be_is_refused_with_a_better_one(way: str, new: str, fault: str) -> None:
    with pytest.raises(QuestionError) as caught:
        apply(BORDER, [Rename(way, new)])
    assert fault in str(caught.value)


def test_an_option_cannot_take_the_name_of_a_level() -> None:
    with pytest.raises(QuestionError, match=r'"tax_high" already; try "tax_high_2"'):
        apply(LEVELS, [Rename("decision_makers.city.options.ban", "tax_high")])
    text = LEVELS.replace("      ban:", "      tax_mid:").replace("'ban if", "'tax_mid if")
    with pytest.raises(QuestionError, match='city would have two options called "tax_mid"'):
        apply(text, [Rename("decision_makers.city.options.tax.levels[1]", "mid")])


TABLED = """\
satumeja: 1
title: A dam
decision_makers:
  north: {options: {build: , release: }, preferences: [build]}
  south: {options: {protest: }, preferences: [-north.build]}
status_quo: "NN|N"
sources: {wire: {title: A wire}}
tables:
  basin:
    seats: [north, south]
    convenor: north
    agenda: [north.release, north of the dam., The north]
    papers: ["wire#s3"]
affected: {fishers: , north_villages: }
"""


@pytest.mark.parametrize(
    ("path", "to", "expected"),
    [
        (
            "decision_makers.north",
            "upper",
            "convenor: upper\n    agenda: [upper.release, north of",
        ),
        ("decision_makers.north.options.release", "let_go", "[north.let_go, north of the dam."),
        ("sources.wire", "agency", 'papers: ["agency#s3"]'),
        ("affected.fishers", "crews", "affected: {crews: , north_villages: }"),
    ],
)
def test_what_is_on_a_table_is_renamed_too(path: str, to: str, expected: str) -> None:
    text = apply(TABLED, [{"op": "rename", "at": path, "to": to}])
    assert expected in text
    assert loads(text).title


def test_an_affected_party_is_called_as_nobody_else() -> None:
    with pytest.raises(QuestionError, match='an affected party "south" already'):
        apply(TABLED, [{"op": "rename", "at": "affected.fishers", "to": "south"}])
