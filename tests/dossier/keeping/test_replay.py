"""Random corrections and withdrawals give what a literal replay of them gives.

The replay knows nothing of the room: it takes what was read, goes through the corrections one
by one, and rewrites everything at each of them.
"""

from __future__ import annotations

import copy
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from dossier.keeping.test_file import REPORTS
from satumeja import dossier
from satumeja.dossier import Act, DossierFile, Item, Statement, items, whole
from satumeja.errors import ReportError

SEQUENCES = 1000
LENGTH = 9
PARTIES = ("peru", "ecuador", "quispe", "andrade", "chile", "un")
ISSUES = ("talk", "withdraw", "attack", "ceasefire", "own")
KINDS = ("demand", "deny", "accuse", "offer", "reject")

World = dict[str, dict[str, Any]]


@dataclass
class Event:
    """What was done: a verb on a key, with what it sets; a withdrawal names a number."""

    verb: str
    key: str
    change: dict[str, Any] = field(default_factory=dict)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> DossierFile:
    """Read three reports once, with an issue of one's own."""
    folder: Path = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    file = DossierFile(":memory:", create=True)
    dossier.gather(file, sorted(folder.iterdir()))
    dossier.correct(file, "issue:own", "add", "ana", {"name": "Our own"})
    return file


def says(item: Item) -> dict[str, Any]:
    """Give what an item says, as plain values."""
    value: Any = item.value
    common: dict[str, Any] = {"state": item.state, "words": item.words, "date": str(value.date)}
    if isinstance(value, Statement):
        return common | {"speaker": value.speaker, "mode": value.mode, "act": value.act}
    assert isinstance(value, Act)
    return common | {
        "kind": value.kind,
        "actor": value.actor,
        "by": value.by,
        "target": value.target,
        "issue": value.issue,
        "condition_actor": value.condition_actor,
    }


def withdrawn(events: list[Event]) -> set[int]:
    """Say which events do not hold, by asking of each whether one that holds takes it back."""

    def holds(number: int) -> bool:
        return not any(
            other.verb == "withdraw" and other.key == f"c{number}" and holds(place)
            for place, other in enumerate(events, 1)
            if place > number
        )

    return {number for number in range(1, len(events) + 1) if not holds(number)}


def replay(read: World, events: list[Event]) -> World:
    """Apply what holds, one after the other, to everything there is."""
    world, gone = copy.deepcopy(read), withdrawn(events)
    for number, event in enumerate(events, 1):
        if number in gone:
            continue
        if event.verb == "add" and "#" in event.key:
            world[event.key] = {**event.change, "state": "added"}
        elif event.verb in ("merge", "split"):
            into = event.change["into"]
            item, _, old = event.key.partition(":")
            names = ("issue",) if item == "issue" else _PARTIES
            for key, row in world.items():
                if event.verb == "split" and key.partition("#")[0] not in event.change["reports"]:
                    continue
                row.update({name: into for name in names if row.get(name) == old})
        elif event.verb in ("accept", "reject", "edit") and event.key in world:
            state = {"accept": "accepted", "reject": "rejected", "edit": "edited"}[event.verb]
            world[event.key].update(event.change, state=state)
    return world


_PARTIES = ("speaker", "actor", "by", "target", "condition_actor")


def draw_event(draw: random.Random, file: DossierFile, events: list[Event]) -> Event | None:
    """Do something at random to a file, and give what was done; None where it is refused."""
    everything = {item.key: item for item in items(file)}
    verb = draw.choice(["accept", "reject", "edit", "edit", "add", "merge", "split", "withdraw"])
    try:
        if verb == "withdraw":
            number = draw.choice([None, draw.randint(1, len(events))])
            done = dossier.withdraw(file, "ana", f"c{number}" if number else None)
            return Event("withdraw", done.key)
        if verb == "merge":
            item, listed = draw.choice([("actor", PARTIES), ("issue", ISSUES)])
            old, into = draw.sample(listed, 2)
            dossier.merge(file, f"{item}:{old}", into, "ben")
            return Event("merge", f"{item}:{old}", {"into": into})
        if verb == "split":
            old, into = draw.sample(PARTIES, 2)
            reports = tuple(draw.sample(["r1", "r2", "r3"], draw.randint(1, 2)))
            dossier.split(file, f"actor:{old}", into, reports, "ben")
            return Event("split", f"actor:{old}", {"into": into, "reports": reports})
        if verb == "add":
            return added(draw, file)
        key = draw.choice(sorted(everything))
        fields = drawn_fields(draw, everything[key].kind) if verb == "edit" else {}
        done = dossier.correct(file, key, verb, draw.choice(["ana", "ben"]), fields)
        now = {item.key: says(item) for item in items(file)}[key]
        return Event(verb, key, {name: now[name] for name in fields})
    except ReportError:
        return None


def drawn_fields(draw: random.Random, kind: str) -> dict[str, str | None]:
    """Draw what an edit sets."""
    if kind == "statement":
        options: dict[str, str | None] = {
            "speaker": draw.choice(PARTIES),
            "mode": draw.choice(["direct", "indirect"]),
            "date": draw.choice(["2023-05-01", None]),
        }
    else:
        options = {
            "kind": draw.choice(KINDS),
            "actor": draw.choice(PARTIES),
            "target": draw.choice([*PARTIES, None]),
            "issue": draw.choice([*ISSUES, None]),
            "date": draw.choice(["2023-05-01", None]),
        }
    names = draw.sample(sorted(options), draw.randint(1, 2))
    return {name: options[name] for name in names}


def added(draw: random.Random, file: DossierFile) -> Event:
    """Add an act, and give it as it stands before anything else is done to it."""
    start = draw.randint(0, 60)
    fields = {"kind": draw.choice(KINDS), "actor": draw.choice(PARTIES)}
    done = dossier.add(file, "r2", "act", None, "ana", fields, span=(start, start + 20))
    row = {item.key: says(item) for item in items(file)}[done.of]
    return Event("add", done.of, row)


def test_random_corrections_equal_a_literal_replay(base: DossierFile) -> None:
    read = {item.key: says(item) for item in items(base)}
    verbs: set[str] = set()
    for seed in range(SEQUENCES):
        draw = random.Random(seed)
        with DossierFile(":memory:", create=True) as file:
            base._connection.backup(file._connection)
            events = [Event("add", "issue:own")]
            while len(events) < LENGTH:
                event = draw_event(draw, file, events)
                if event is not None:
                    events.append(event)
            expected = replay(read, events)
            now = {item.key: says(item) for item in items(file)}
            assert now == expected, seed
            assert_whole(file, expected)
            verbs |= {event.verb for event in events}
    assert verbs == {"accept", "reject", "edit", "add", "merge", "split", "withdraw"}


def assert_whole(file: DossierFile, expected: World) -> None:
    """Check that the file as one dossier holds the same, less what was rejected."""
    joined = whole(file)
    stands = {key for key, row in expected.items() if row["state"] != "rejected"}
    acts = {act.id: act for act in joined.dossier.acts}
    assert {one.id for one in joined.dossier.statements} | set(acts) == stands
    for key, act in acts.items():
        row = expected[key]
        assert (act.kind, act.actor, act.target, act.issue) == (
            *(row["kind"], row["actor"], row["target"], row["issue"]),
        )
        assert joined.states[key] == row["state"]
        assert joined.dossier.words(act.span) == row["words"]
