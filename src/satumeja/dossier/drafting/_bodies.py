"""Who counts as one party: a body and those who speak for it, a group and its members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from satumeja.dossier._types import Actor
from satumeja.dossier.reading import fold, state_names
from satumeja.report.kit import knowledge

__all__ = ["Bodies", "forums"]

_ROOM = "satumeja.dossier"


@cache
def forums() -> frozenset[str]:
    """Give the organisations where others meet."""
    return frozenset(name for name, entry in _organisations().items() if entry.get("forum"))


def _organisations() -> Mapping[str, Any]:
    """Give the lists of organisations."""
    table: Mapping[str, Any] = knowledge(_ROOM, "states")["organisations"]
    return table


class Bodies:
    """Says which party an actor is of, the same for all who are one.

    Parameters
    ----------
    actors : iterable of Actor
        All that are named, in order.

    Notes
    -----
    A person or ministry is of the state or body it speaks for; a group named by reference
    ("the West") stands for the first of its members that is named; and two actors with one
    full name are the first of them.
    """

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.actors = {actor.id: actor for actor in actors}
        self._one = _namesakes(self.actors.values())
        self._parties: dict[str, str] = {}
        self._names: dict[str, dict[str, str]] = {}

    def party(self, actor: str) -> str:
        """Give the party an actor is of."""
        if actor not in self._parties:
            self._parties[actor] = self._body(actor)
        return self._parties[actor]

    def _body(self, actor: str) -> str:
        """Go from an actor to the body it speaks for, and on to that one's."""
        passed: set[str] = set()
        while actor not in passed:
            passed.add(actor)
            first = self._one.get(actor, actor)
            body = self.actors.get(first)
            actor = (body.state if body and body.state else None) or self._member(first)
        return actor

    def _member(self, group: str) -> str:
        """Give the first member of a group that is named; what is no group stays."""
        members = _organisations().get(group, {}).get("members", ())
        return next((member for member in members if member in self.actors), group)

    def names(self, party: str) -> dict[str, str]:
        """Give what a party is called in each language."""
        if party not in self._names:
            self._names[party] = self._called(party)
        return self._names[party]

    def _called(self, party: str) -> dict[str, str]:
        """Look up what a party is called: as an analyst names it, by the lists, by the reports."""
        actor = self.actors.get(party)
        own = dict(actor.names) if actor else {}
        entry, states = _organisations().get(party), state_names().get(party, {})
        plain = actor.name if actor else party.replace("_", " ").title()
        return {
            code: own.get(code)
            or (entry[code][0].removeprefix("the ") if entry else states.get(code, plain))
            for code in ("en", "id")
        }


def _namesakes(actors: Iterable[Actor]) -> dict[str, str]:
    """Give each actor that has a full name of an earlier one that earlier one."""
    first: dict[tuple[str, ...], Actor] = {}
    firsts: dict[str, str] = {}
    for actor in actors:
        keys = _keys(actor)
        same = (first[key] for key in keys if key in first)
        earlier = next((other for other in same if _may_be(actor, other)), actor)
        firsts[actor.id] = firsts.get(earlier.id, earlier.id)
        for key in keys:
            first.setdefault(key, actor)
    return firsts


def _keys(actor: Actor) -> list[tuple[str, ...]]:
    """Give the full names of an actor as they are compared: in any spelling of its words."""
    person = actor.kind == "person"
    names = [actor.name, *(name for _, name in actor.names)]
    words = [tuple(_spelling(word) for word in name.split()) for name in names]
    return [("person" if person else "body", *name) for name in words if len(name) > person]


def _spelling(word: str) -> str:
    """Give a word as its spellings share it; what is not of Latin letters as it stands."""
    return (fold(word) if word.isalpha() else "") or word.casefold()


def _may_be(actor: Actor, other: Actor) -> bool:
    """Whether two of one name can be one: not where they speak for different bodies."""
    return actor.state is None or other.state is None or actor.state == other.state
