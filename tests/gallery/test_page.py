"""The gallery's page of the reference says what the catalogue says and the engine finds.

``python tests/gallery/test_page.py`` writes the page anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from satumeja.gallery import Entry, Outcome, compare, entries, load
from satumeja.model import Model
from satumeja.stability import CONCEPTS, Analysis, analyse

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "gallery.md"
MARK = "<!-- From here on this page is written from the catalogue. -->\n"


def states(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers)) or "none"


def label(concept: str) -> str:
    return "Nash" if concept == "nash" else concept.upper()


def size(model: Model) -> str:
    form = "graph form" if model.is_graph else f"{len(model.options)} options"
    status_quo = model.status_quo_number
    start = f", status quo {status_quo}" if status_quo else ""
    count = f"{len(model.decision_makers)} decision makers, {form}, {len(model.states)} states"
    return f"{count}{start}"


def results(entry: Entry, analysis: Analysis) -> Iterator[str]:
    found = {agreement.concept: agreement for agreement in compare(entry, analysis)}
    further = [concept for concept in found if concept not in CONCEPTS]
    of_rankings = [] if len(further) == len(found) > 0 else list(CONCEPTS)
    yield "| Concept | Published | Computed | |\n|---|---|---|---|"
    for concept in (*of_rankings, *further):
        published, verdict = "", ""
        if concept in found:
            computed = found[concept].computed
            published = states(found[concept].published)
            verdict = "agrees" if found[concept].agree else "differs, see below"
        else:
            computed = tuple(analysis.equilibria(concept).tolist())
        yield f"| {label(concept)} | {published} | {states(computed)} | {verdict} |"


def happened(outcome: Outcome) -> str:
    who = {"project": "this project", "authors": "the authors of the model"}[outcome.coded_by]
    memory = "" if outcome.verified else " From memory, so it is in no figure."
    plural = "s" if len(outcome.states) > 1 else ""
    return (
        f"**What happened: state{plural} {states(outcome.states)}.** {outcome.sentence} Coded by "
        f"{who} {outcome.coded} the results were known.{memory} *Source:* {outcome.source}"
    )


def section(entry: Entry) -> Iterator[str]:
    analysis = analyse(load(entry.id))
    model = analysis.model
    yield f"## {entry.title}\n"
    yield f"`{entry.id}`: {size(model)}.\n"
    yield f"{model.description}\n"
    yield from results(entry, analysis)
    yield ""
    for difference in entry.differences:
        concepts = " and ".join(label(concept) for concept in difference.concepts)
        yield f"**{concepts} add {states(difference.adds)}.** {difference.why}\n"
    yield from (f"{note}\n" for note in entry.notes)
    if entry.outcome:
        yield f"{happened(entry.outcome)}\n"
    yield f"*How well this is known:* {entry.basis}\n"
    if entry.citations:
        yield from (f"- {citation}" for citation in entry.citations)
        yield ""


def summary() -> Iterator[str]:
    yield "| Conflict | Name in the gallery | Published results |\n|---|---|---|"
    for entry in entries():
        verdict = "none"
        if entry.published:
            concepts = [label(c) for d in entry.differences for c in d.concepts]
            verdict = f"differ under {', '.join(concepts)}" if concepts else "agree"
        yield f"| {entry.title} | `{entry.id}` | {verdict} |"
    yield ""


def from_catalogue() -> str:
    sections = [line for entry in entries() for line in section(entry)]
    return "\n".join([*summary(), *sections])


def test_the_page_is_what_the_catalogue_says() -> None:
    _, mark, shown = PAGE.read_text(encoding="utf-8").partition(MARK)
    assert mark
    assert shown == f"\n{from_catalogue()}"


if __name__ == "__main__":
    head, mark, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    PAGE.write_text(f"{head}{mark}\n{from_catalogue()}", encoding="utf-8")
