"""Persons known across the reports of a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from satumeja.dossier._types import Actor
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.reading import fold, slug

__all__ = ["Known"]

_MOST_WORDS = 5  # a name of more words is known by all of them, or by some of four at most


@dataclass
class Known:
    """The persons a file knows: each identifier with its fullest name and state."""

    persons: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    _named: dict[str, set[str]] = field(default_factory=dict, repr=False)
    _called: dict[frozenset[str], set[str]] = field(default_factory=dict, repr=False)
    _place: dict[str, int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, file: DossierFile) -> Known:
        """Gather the persons of a file."""
        known = cls()
        for row in file.rows("SELECT id, name, state FROM actor WHERE kind = 'person'"):
            known.note(row["id"], row["name"], row["state"])
        return known

    def note(self, identifier: str, name: str, state: str | None) -> None:
        """Remember a person, by the fullest name so far."""
        held, home = self.persons.get(identifier, ("", None))
        self.persons[identifier] = (max(held, name, key=len), home or state)
        self._place.setdefault(identifier, len(self._place))
        words = _words(name)
        self._called.setdefault(words, set()).add(identifier)
        for word in words:
            self._named.setdefault(word, set()).add(identifier)

    def _alike(self, name: str) -> list[str]:
        """Give who may have all words of a name, or only some of them, in the order known."""
        words = _words(name)
        rarest = min(words, key=lambda word: len(self._named.get(word, ())), default="")
        found = set(self._named.get(rarest, ()))
        for count in range(1, min(len(words), _MOST_WORDS)):
            for some in combinations(sorted(words), count):
                found |= self._called.get(frozenset(some), set())
        return sorted(found, key=self._place.__getitem__)

    def identify(self, actor: Actor) -> str:
        """Give the identifier of a person across reports.

        Notes
        -----
        The same identifier means the same person where the names agree, spelling
        variants folded, and the states do not differ; else it is by the full name.
        """
        if actor.kind != "person":
            return actor.id
        full = slug(actor.name)
        first = [one for one in (actor.id, full) if one in self.persons]
        for identifier in (*first, *self._alike(actor.name)):
            if _same_person(self.persons[identifier], actor):
                self.note(identifier, actor.name, actor.state)
                return identifier
        free = [one for one in (actor.id, full) if one not in self.persons]
        number = 2
        while not free:
            free = [one for one in (f"{full}_{number}",) if one not in self.persons]
            number += 1
        self.note(free[0], actor.name, actor.state)
        return free[0]


def _same_person(held: tuple[str, str | None], actor: Actor) -> bool:
    """Whether a person of the file and one of a report may be the same."""
    name, state = held
    if state and actor.state and state != actor.state:
        return False
    one, two = _words(name), _words(actor.name)
    return one <= two or two <= one


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> frozenset[str]:
    """Give the words of a name, spelling variants folded."""
    return frozenset(fold(word) for word in name.split())
