"""The persons of a report, each known by every spelling and part of its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from satumeja.dossier.reading._gazetteer import slug

__all__ = ["Person", "Persons", "fold"]

_SHORTEST = 4
_PARTICLE = re.compile(r"(?i:a[dlnrstz]|ash|el|ul|ur)-(?=\w)")


def fold(word: str) -> str:
    """Reduce a name to what its spellings share.

    Examples
    --------
    >>> fold("Sergey") == fold("Sergei"), fold("Zelenskyy") == fold("Zelensky")
    (True, True)
    """
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z]", "", plain)
    plain = re.sub(r"[ijy]+", "i", plain)
    return re.sub(r"(.)\1", r"\1", plain)


def _holds(held: str, office: str) -> bool:
    """Whether an office as first named is the office meant."""
    return re.search(rf"\b{re.escape(office)}\b", held, re.IGNORECASE) is not None


@dataclass
class Person:
    """A person and what is known of them so far."""

    id: str
    name: str
    words: frozenset[str]
    office: str | None = None
    state: str | None = None
    names: list[str] = field(default_factory=list)


class Persons:
    """The persons met so far, in order.

    Parameters
    ----------
    suffixes : iterable of str
        What may follow a name and is no part of it, such as ``jr``.
    aliases : mapping of str to str, optional
        Names in use for a longer one.
    """

    def __init__(
        self, suffixes: Iterable[str] = (), aliases: Mapping[str, str] | None = None
    ) -> None:
        self.all: list[Person] = []
        self._aliases = aliases or {}
        self._suffixes = frozenset(suffixes)

    def find(self, name: str) -> Person | None:
        """Find who a name means: the last met whose name has its words, best as spelled."""
        words = self._words(name)
        if not words:
            return None
        spelled = set(name.split())
        meant = [
            person
            for person in reversed(self.all)
            if words <= person.words or (len(words) > 1 and person.words <= words)
        ]
        if meant:
            return next((one for one in meant if spelled <= set(one.name.split())), meant[0])
        return self._shortened(words) if len(words) == 1 else None

    def _shortened(self, words: frozenset[str]) -> Person | None:
        """Find whose name a single word shortens ("Risma" of Rismaharini)."""
        (short,) = words
        for person in reversed(self.all):
            if len(short) >= _SHORTEST and any(word.startswith(short) for word in person.words):
                return person
        return None

    def meet(self, name: str, office: str | None, state: str | None) -> Person:
        """Add a person, or what is new about one already met."""
        name = self._aliases.get(name, name)
        person = self.find(name)
        if person is None:
            person = Person(self._identifier(name), name, self._words(name))
            self.all.append(person)
        elif len(self._words(name)) > len(person.words):
            person.name, person.words = name, person.words | self._words(name)
        person.office = person.office or office
        person.state = person.state or state
        return person

    def holder(self, office: str, state: str | None) -> Person | None:
        """Find who holds an office of a state."""
        for person in reversed(self.all):
            if person.state == state and (person.office or "").lower().startswith(office.lower()):
                return person
        return None

    def last_holder(
        self, office: str, among: Callable[[Person], bool] = lambda _: True
    ) -> Person | None:
        """Find the last met, of those asked for, who holds an office, whatever of."""
        held = [
            one for one in reversed(self.all) if _holds(one.office or "", office) and among(one)
        ]
        first = (one for one in held if (one.office or "").lower().startswith(office.lower()))
        return next(first, held[0] if held else None)

    def _words(self, name: str) -> frozenset[str]:
        """Folded words of a name, initials and "Jr." left out."""
        words = re.split(r"[\s-]+", self._aliases.get(name, name))
        folded = (fold(word) for word in words if slug(word) not in self._suffixes)
        return frozenset(word for word in folded if len(word) > 1)

    def _identifier(self, name: str) -> str:
        """Surname where it is free, then first name and surname, then numbered."""
        bare = (_PARTICLE.sub("", word) for word in name.split())
        parts = [part for part in map(slug, bare) if part not in {"", *self._suffixes}]
        parts = parts or ["person"]
        taken = {person.id for person in self.all}
        candidates = [parts[-1], "_".join(dict.fromkeys((parts[0], parts[-1]))), "_".join(parts)]
        number = 2
        while True:
            for candidate in candidates:
                if candidate not in taken:
                    return candidate
            candidates = [f"{parts[-1]}_{number}"]
            number += 1
