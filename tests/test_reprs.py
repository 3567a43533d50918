"""The repr of everything public fits ten lines, and what is a result has views for a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

import satumeja as sm
from dossier.reports import shipped
from exchange.dossiers import made
from public_things import gathered, public_classes
from satumeja import (
    brief,
    bundles,
    dossier,
    evidence,
    exchange,
    exports,
    formats,
    front,
    gallery,
    questions,
    schemas,
    stability,
    table,
)
from satumeja.display import MOST_LINES, Shown
from satumeja.model import OptionStates
from satumeja.stability import OwnConcept
from satumeja.stability.further import Setting
from test_display import SHOWN

WIDEST = 100
TEXTS = {"brief.Arc", "exports.Arc", "model.Text"}
"""What is a string or a tuple, and shows itself as that."""


def results() -> Iterator[Any]:
    """Give what a person asks for, of conflicts of every kind."""
    yield SHOWN
    wire, elmira, chicken = (
        gallery.load(name) for name in ("december-2021-b", "elmira", "chicken")
    )
    for entry in gallery.entries():
        yield (entry, gallery.load(entry.id))
        yield gallery.compare(entry, gallery.load(entry.id).analyse())
    yield (wire.analyse(), chicken.analyse("nm"), elmira.analyse(["cnash", "smr"]))
    yield stability.analyse_symbolically(wire)
    assert isinstance(wire.states, OptionStates)
    quiet = wire.states.decimal(7)
    yield stability.analyse_symbolically(wire).explain(quiet, "russia", "seq")
    yield stability.analyse_symbolically(wire).equilibria("seq").patterns()
    yield (stability.choose_engine(wire), stability.Explicit(chicken), stability.hypergame(wire))
    for concept in ("smr", "cnash", "cseq"):
        yield stability.explain_all(elmira, range(1, 10), list(elmira), [concept])
    for concept in ("l2", "nm", "sim"):
        yield stability.explain_all(chicken, range(1, 5), list(chicken), [concept])
    yield (stability.CONCEPTS, stability.FURTHER)
    lines = table.red_lines(wire)
    yield (table.symbolic_openings(wire), table.Easing(wire, lines, wire.states.codes))
    yield (
        questions.invert(elmira, 1, "nash"),
        list(questions.goals(elmira.analyse(), questions.paths(elmira))),
    )
    groundwater = elmira.analyse()
    yield (groundwater.groups("gmr"), questions.effectiveness(groundwater), groundwater.hold())
    yield from _looked_back_on()
    yield questions.stepwise(gallery.load("syria-iraq"), ["attack"], "nash")
    rests = front.Evidence(wire)
    yield (front.front(wire), rests, front.facts(rests), front.assumed(rests))
    yield (front.apart(rests, formats.load_readings(wire)), front.stances(wire))
    accounts = tuple(rests.archive.accounts())
    yield (accounts, front.Quotations(rests.archive, accounts))
    yield (brief.why(groundwater, 1, "nash"), brief.answer_sentences(groundwater))
    yield (brief.graph_places(groundwater), brief.graph_arcs(groundwater))
    yield brief.field_tables(elmira.analyse())
    yield brief.why(groundwater, 1, "seq")
    present = front.Present(groundwater, 0)
    yield (present, front.Agreement(present))
    yield (brief.field_figure(elmira, "integrated"), brief.FIGURES, brief.Paper())
    yield (schemas.outputs(), exports.arcs(elmira), formats.describe(wire), evidence.Archive(wire))


def _looked_back_on() -> Iterator[Any]:
    """Give what says how often what holds contained what happened."""
    crisis = questions.Case("crisis", gallery.load("cuban-missile-crisis"), (5,))
    yield (crisis, questions.backtest([crisis], ["nash", "seq"], profiles=20), gallery.outcomes())


def reading(folder: Path) -> Iterator[Any]:
    """Give what is read and kept of reports."""
    read = sm.dossier.read(sm.report.parse(shipped("en")))
    yield (read, dossier.links(read), dossier.draft_with_questions(read))
    yield dossier.Suggestions(read)
    with made(folder) as file:
        whole = dossier.whole(file)
        yield (file, whole, dossier.Grades(whole), dossier.items(file), dossier.reports(file))
        yield (dossier.timeline(whole), dossier.positions(whole), dossier.disputes(whole))
        yield (dossier.history(file), dossier.settable(file, dossier.items(file)[0].key))
        yield exchange.quotations(file)
    export = folder / "export.csv"
    export.write_text("Title,Text\nTalks open,They met.\nTalks end,They parted.\n")
    bundle = bundles.open_bundle(export)
    assert bundle is not None
    yield (bundle, bundles.listing(bundle), list(bundle), bundles.Note("cover"))


def own() -> Iterator[Any]:
    """Give what a concept of one's own is made of."""
    chicken = gallery.load("chicken")
    yield stability.Sets(Setting(chicken, chicken.knowledge))
    yield OwnConcept(stability.FURTHER["nm"], lambda game, dm, state: bool(state and dm and game))


@pytest.fixture(scope="module")
def things(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[type, list[Any]]]:
    found = gathered([*results(), *own(), *reading(tmp_path_factory.mktemp("reports"))])
    yield found
    found.clear()  # what is decided as sets is given back before its library ends


def default_card(kind: Any) -> bool:
    """Say whether a class shows nothing but its fields."""
    return issubclass(kind, Shown) and kind.card is Shown.card and is_dataclass(kind)


def fits(text: str) -> bool:
    lines = text.splitlines()
    return 1 <= len(lines) <= MOST_LINES and max(map(len, lines)) <= WIDEST


PUBLIC = [(thing, name) for thing, name in public_classes().items() if name not in TEXTS]


@pytest.mark.parametrize(("kind", "name"), PUBLIC, ids=[name for _, name in PUBLIC])
def test_every_public_class_fits_ten_lines(
    kind: type, name: str, things: dict[type, list[Any]]
) -> None:
    assert issubclass(kind, Shown), f"{name} derives from Shown or ShownInLine"
    alike = [thing for other, some in things.items() if issubclass(other, kind) for thing in some]
    if not alike:  # then the longest that its fields could be stand for it
        assert default_card(kind), f"nothing here gives a {name}"
        alike = [swollen(kind)]
    for thing in alike:
        assert fits(repr(thing)), repr(thing)
        assert " object at 0x" not in repr(thing)
        page = thing._repr_html_()
        assert page.startswith("<") and " object at 0x" not in page


def swollen(kind: type) -> Any:
    """Make a thing of a class whose every field is far too long to be shown."""
    thing: Any = object.__new__(kind)
    for k, part in enumerate(fields(kind)):
        values = ("a line\n" * 5000, tuple(range(9000)), {"key": ["words"] * 999}, None)
        object.__setattr__(thing, part.name, values[k % 4])
    return thing


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, name) for kind, name in PUBLIC if default_card(kind)],
    ids=str,
)
def test_no_field_is_too_long_for_a_repr(kind: type, name: str) -> None:
    assert fits(repr(swollen(kind)))
    assert fits(swollen(kind).card().text())
    assert len(swollen(kind)._repr_html_()) < 12_000
