"""Who is meant and what it is about, after actors and issues were merged, split and renamed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from satumeja.dossier.keeping._events import Correction, in_force
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.reading import state_names
from satumeja.errors import did_you_mean
from satumeja.report.kit import knowledge

__all__ = ["KINDS", "Entry", "Names", "names_of"]

_ROOM = "satumeja.dossier"

KINDS = ("person", "state", "organisation", "group")
"""What an actor can be said to be."""


@dataclass
class Entry:
    """What is stated of an actor or an issue: by a vocabulary, then by corrections.

    Parameters
    ----------
    names : dict of str to str
        What it is called, by language.
    kind, body, office : str or None
        Of an actor: what it is, whom it speaks for, the office it holds.
    """

    names: dict[str, str] = field(default_factory=dict)
    kind: str | None = None
    body: str | None = None
    office: str | None = None

    def state(self, change: Mapping[str, Any]) -> None:
        """Take over what a change states."""
        for language in ("en", "id"):
            name = change.get(f"name.{language}", change.get("name"))
            if name:
                self.names[language] = name
        for other in ("kind", "body", "office"):
            if other in change:
                setattr(self, other, change[other])


@dataclass(frozen=True)
class _Step:
    """A merging or splitting, by the number of its correction; 0 for a vocabulary's."""

    number: int
    of: str
    into: str
    reports: frozenset[int] | None


class Names:
    """The actors and issues of a file as its vocabulary and its corrections have them.

    Parameters
    ----------
    vocabulary : mapping
        Entries by (``actor`` or ``issue``, id).
    also : mapping of str to str
        Actors that a vocabulary says are others.
    events : sequence of Correction
        Those of actors and issues in force, in their order.
    """

    def __init__(
        self,
        vocabulary: Mapping[tuple[str, str], Mapping[str, Any]],
        also: Mapping[str, str],
        events: Iterable[Correction],
    ) -> None:
        self.entries: dict[tuple[str, str], Entry] = {}
        self.words: dict[str, tuple[str, ...]] = {}
        self._steps: dict[str, list[_Step]] = {
            "actor": [_Step(0, of, into, None) for of, into in also.items()],
            "issue": [],
        }
        self._settled: dict[tuple[str, str, int | None, int], str] = {}
        for (item, identifier), entry in vocabulary.items():
            self._entry(item, identifier).state(entry)
            if item == "issue":
                self.words[identifier] = tuple(entry.get("words", ()))
        for event in events:
            self._apply(event)
        self.splits = any(step.reports for step in self._steps["actor"])
        self.renames = any(self._steps.values())

    def _entry(self, item: str, identifier: str) -> Entry:
        return self.entries.setdefault((item, identifier), Entry())

    def _apply(self, event: Correction) -> None:
        """Take one correction into account."""
        identifier = event.of.partition(":")[2]
        if event.verb in ("add", "edit"):
            self._entry(event.item, identifier).state(event.change)
            return
        reports = event.change.get("reports")
        self._steps[event.item].append(
            _Step(
                *(event.number, identifier, event.change["into"]),
                frozenset(reports) if reports is not None else None,
            )
        )

    def actor(self, identifier: str, report: int | None, since: int = -1) -> str:
        """Give who an actor is, as stated in a correction of a number; -1 is the machine's own."""
        return self._settle("actor", identifier, report if self.splits else None, since)

    def issue(self, identifier: str, since: int = -1) -> str:
        """Give what an issue is called by, as stated in a correction of a number."""
        return self._settle("issue", identifier, None, since)

    def _settle(self, item: str, identifier: str, report: int | None, since: int) -> str:
        key = (item, identifier, report, since)
        if key not in self._settled:
            here = identifier
            for step in self._steps[item]:
                inside = step.reports is None or report in step.reports
                if step.number > since and step.of == here and inside:
                    here = step.into
            self._settled[key] = here
        return self._settled[key]

    def merged_into(self, identifier: str) -> list[str]:
        """Give the actors that are this one everywhere, by a vocabulary or by corrections."""
        steps = self._steps["actor"]
        return sorted({step.of for step in steps if step.into == identifier and not step.reports})

    def renamed_actors(self) -> set[str]:
        """Give the actors that are others somewhere: only of them does it matter who is meant."""
        return {step.of for step in self._steps["actor"]}

    def merged_actors(self) -> set[str]:
        """Give the actors that others are part of everywhere."""
        return {step.into for step in self._steps["actor"] if not step.reports}

    @cached_property
    def issues(self) -> dict[str, dict[str, str]]:
        """What every issue is called by language: the built-in ones, and those added."""
        names: dict[str, dict[str, str]] = {
            issue: dict(entry["name"])
            for issue, entry in knowledge(_ROOM, "issues")["issues"].items()
        }
        for (item, identifier), entry in self.entries.items():
            if item == "issue":
                names[identifier] = names.get(identifier, {}) | entry.names
        return {issue: called for issue, called in names.items() if self.issue(issue) == issue}

    def issue_about(self, words: str) -> str | None:
        """Give the issue of the vocabulary whose words are in a text."""
        low = words.casefold()
        for issue, listed in self.words.items():
            if any(word.casefold() in low for word in listed):
                return issue
        return None

    @cached_property
    def bodies(self) -> dict[str, dict[str, str]]:
        """What states and bodies are called by language: those listed and those stated."""
        names = {state: dict(called) for state, called in state_names().items()}
        for body, entry in knowledge(_ROOM, "states")["organisations"].items():
            names[body] = {code: entry[code][0].removeprefix("the ") for code in ("en", "id")}
        return names

    def called(self, identifier: str) -> dict[str, str]:
        """Give what an actor is called by language, where that is known."""
        entry = self.entries.get(("actor", identifier))
        return self.bodies.get(identifier, {}) | (entry.names if entry else {})

    def kind_of(self, identifier: str) -> str | None:
        """Give what an actor is, by corrections, vocabulary and lists."""
        entry = self.entries.get(("actor", identifier))
        if entry and entry.kind:
            return entry.kind
        if identifier in state_names():
            return "state"
        return "organisation" if identifier in self.bodies else None


def names_of(file: DossierFile) -> Names:
    """Read the actors and issues of a file as its vocabulary and its corrections have them."""
    vocabulary = {
        (row["item"], row["id"]): json.loads(row["entry"])
        for row in file.rows("SELECT * FROM vocabulary ORDER BY rowid")
    }
    also = {
        row["id"]: identifier
        for (item, identifier), entry in vocabulary.items()
        for name in entry.get("also", ())
        for row in file.rows(
            "SELECT DISTINCT id FROM actor WHERE id = ? OR name = ? COLLATE NOCASE", (name, name)
        )
        if item == "actor" and row["id"] != identifier
    }
    return Names(vocabulary, also, in_force(file, ("actor", "issue")))


def a(kind: str) -> str:
    """Say what a thing is, with its article.

    Examples
    --------
    >>> a("act"), a("report")
    ('an act', 'a report')
    """
    return f"a{'n' if kind[0] in 'aeiou' else ''} {kind}"


def unknown(kind: str, value: str, listed: Iterable[str]) -> str:
    """Say that there is no such actor or issue, and which may be meant."""
    return f'no {kind} is called "{value}"{did_you_mean(value, list(listed))}'
