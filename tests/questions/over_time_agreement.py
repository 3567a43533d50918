"""Compare a conflict over time with the definitions, the file itself being changed by hand."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from random import Random
from typing import Any

from literal import CONCEPTS, OptionForm
from literal.statespace import Native
from satumeja import formats
from satumeja.errors import QuestionError
from satumeja.questions import Closing, Fallback, Happening, Taken, over_time
from table.agreement import drawn as drawn_table
from table.agreement import same
from table.reference import Reference

DATES = ["2022-01", "2022-02-01", "2022-03"]


def drawn(seed: int) -> tuple[Native, list[Happening]]:
    """Draw a model in option form, its status quo, and what happens on three dates."""
    native, start = drawn_table(seed * 4 + 1, total=4)
    rng, space = Random(seed), OptionForm(native)
    native["status_quo"], native["as_of"] = start, "2021-12-23"
    for content in native["decision_makers"].values():
        if "ranking" in content:
            content["ranking"] = [
                [space.form(s) if isinstance(s, int) else s for s in states]
                for states in content["ranking"]
            ]
    names, happenings = _names(space), list[Happening]()
    for date in DATES:
        if rng.random() < 0.7:
            k = rng.randrange(len(names))
            happenings.append(Closing(date, names[k], rng.random() < 0.5))
        if rng.random() < 0.5:
            happenings.append(Fallback(date, _taken(space, rng.choice(space.states))))
    return native, happenings


def _names(space: OptionForm) -> list[str]:
    ids = [option.id for option in space.options]
    return [o.id if ids.count(o.id) == 1 else f"{o.dm}.{o.id}" for o in space.options]


def _taken(space: OptionForm, state: int) -> Taken:
    vector = zip(_names(space), space.vectors[state - 1], strict=True)
    return frozenset(name for name, yes in vector if yes)


def changed(native: Native, happenings: list[Happening], date: str) -> tuple[Native, Taken]:
    """Give the file as it stands on a date, and what is in force without a deal."""
    other, space = deepcopy(native), OptionForm(native)
    names, taken = _names(space), _taken(space, native["status_quo"])
    closed: dict[str, bool] = {}
    for each in happenings:
        if each.date <= date and isinstance(each, Closing):
            closed[each.option] = each.taken
        elif each.date <= date and isinstance(each, Fallback):
            taken = each.taken
    for name, stays in closed.items():
        k = names.index(name) + 1
        other.setdefault("infeasible", []).append(f"-{k}" if stays else str(k))
    left = {OptionForm(other).form(s).replace("|", "") for s in OptionForm(other).states}
    for content in other["decision_makers"].values():
        if "ranking" in content:
            classes = [[s for s in c if s.replace("|", "") in left] for c in content["ranking"]]
            content["ranking"] = [states for states in classes if states]
    del other["status_quo"]
    return other, taken


def compare(native: Native, happenings: list[Happening]) -> Counter[str]:
    """Compare every step."""
    model, dates = formats.from_dict(native), ["2021-12-23"]
    dates += sorted({each.date for each in happenings})
    expected: list[tuple[Reference, dict[int, Taken]]] = []
    for date in dates:
        other, taken = changed(native, happenings, date)
        space = OptionForm(other)
        named = {s: _taken(space, s) for s in space.states}
        start = [s for s in named if named[s] == taken]
        if not start:
            try:
                over_time(model, happenings)
            except QuestionError as error:
                assert "not feasible" in str(error) or "no state" in str(error)
                return Counter({"without a state to fall back on": 1})
            raise AssertionError("a state in force that is not feasible was taken")
        expected.append((Reference(other, start[0]), named))
    found = over_time(model, happenings).steps
    same("dates", [step.date for step in found], dates)
    before: dict[Any, set[Taken]] = {}
    met = Counter({"models": 1, "steps": len(dates)})
    for step, (reference, named) in zip(found, expected, strict=True):
        same("the state in force", step.start, reference.start)
        for concept in CONCEPTS:
            held = {s for s in named if reference.holds(s, concept)}
            same(concept, set(step.equilibria[concept]), held)
            now = {named[s] for s in held}
            if concept in before:
                gained = {named[s] for s in step.gained[concept]}
                same("gained", gained, now - before[concept])
                same("lost", len(step.lost[concept]), len(before[concept] - now))
            before[concept] = now
        for session in step.sessions:
            met += _compare_session(session, reference, named, before)
    return met


def _compare_session(
    session: Any, reference: Reference, named: dict[int, Taken], before: dict[Any, set[Taken]]
) -> Counter[str]:
    members = session.found.seats
    deals = reference.deals(members, "joint", weak=False)
    same("deals", set(session.found.numbers.tolist()), deals)
    now, key = {named[s] for s in deals}, session.table.id
    gone = before.get(key, set()) - now
    same("lost deals", {lost.taken for lost in session.lost}, gone)
    numbers = {taken: s for s, taken in named.items()}
    reached = reference.reach(members, "joint", reference.start)
    for lost in session.lost:
        number = numbers.get(lost.taken)
        same("out of reach", lost.out_of_reach, number not in reached)
        if number in reached:
            refused = [dm for dm in members if reference.likes(dm, number, reference.start) <= 0]
            same("refused by", list(lost.refused_by), refused)
    same("closes", session.closes, bool(gone) and not now)
    before[key] = now
    return Counter({"deals": len(deals), "lost deals": len(gone), "closings": session.closes})
