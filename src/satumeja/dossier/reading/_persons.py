"""The persons of a report, each known by every spelling and part of its name."""

from __future__ import annotations

import re
import unicodedata
from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import merge
from itertools import combinations

from satumeja.dossier.reading._gazetteer import slug

__all__ = ["Person", "Persons", "fold"]

_SHORTEST = 4
_FEW = 6  # words of a name whose parts are all looked up
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
    place: int = 0


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
        # Places in `all`, in order: by word, by the first letters of a word, by all the words of
        # a name, and by office, so that nobody is looked for among all.
        self._by_word: dict[str, list[int]] = {}
        self._by_letters: dict[str, list[int]] = {}
        self._by_words: dict[frozenset[str], list[int]] = {}
        self._by_office: dict[str, list[int]] = {}
        self._taken: set[str] = set()

    def find(self, name: str) -> Person | None:
        """Find who a name means: the last met whose name has its words, best as spelled."""
        words = self._words(name)
        if not words:
            return None
        spelled = set(name.split())
        last: Person | None = None
        for person in self._meant(words):
            if spelled <= set(person.name.split()):
                return person
            last = last or person
        return self._shortened(words) if last is None and len(words) == 1 else last

    def _meant(self, words: frozenset[str]) -> Iterator[Person]:
        """Give those with all the words in their name, or no others; the last met first."""
        rarest = min((self._by_word.get(word, []) for word in words), key=len)
        if len(words) == 1:
            yield from (self.all[place] for place in reversed(rarest))
            return
        places = {place for place in rarest if words <= self.all[place].words}
        for part in self._parts(words):
            places.update(self._by_words.get(part, ()))
        yield from (self.all[place] for place in sorted(places, reverse=True))

    def _parts(self, words: frozenset[str]) -> Iterator[frozenset[str]]:
        """Give the words of names that have no others than these, nothing among them."""
        if len(words) > _FEW:
            yield from (part for part in self._by_words if part <= words)
            return
        for count in range(len(words) + 1):
            yield from map(frozenset, combinations(words, count))

    def _shortened(self, words: frozenset[str]) -> Person | None:
        """Find whose name a single word shortens ("Risma" of Rismaharini)."""
        (short,) = words
        if len(short) < _SHORTEST:
            return None
        for place in reversed(self._by_letters.get(short[:_SHORTEST], ())):
            if any(word.startswith(short) for word in self.all[place].words):
                return self.all[place]
        return None

    def meet(self, name: str, office: str | None, state: str | None) -> Person:
        """Add a person, or what is new about one already met."""
        name = self._aliases.get(name, name)
        person = self.find(name)
        words = self._words(name)
        if person is None:
            person = Person(self._identifier(name), name, words, place=len(self.all))
            self._taken.add(person.id)
            self.all.append(person)
            self._learn(person, words)
        elif len(words) > len(person.words):
            self._by_words[person.words].remove(person.place)
            new, person.name, person.words = words - person.words, name, person.words | words
            self._learn(person, new)
        if office and not person.office:
            person.office = office
            insort(self._by_office.setdefault(office, []), person.place)
        person.state = person.state or state
        return person

    def _learn(self, person: Person, words: Iterable[str]) -> None:
        """Remember by which words somebody is found."""
        insort(self._by_words.setdefault(person.words, []), person.place)
        for word in words:
            insort(self._by_word.setdefault(word, []), person.place)
            alike = self._by_letters.setdefault(word[:_SHORTEST], [])
            if person.place not in alike[-1:]:
                insort(alike, person.place)

    def _in_office(self, fits: Callable[[str], bool]) -> Iterator[Person]:
        """Give those whose office fits, the last met first."""
        offices = (reversed(places) for office, places in self._by_office.items() if fits(office))
        return (self.all[place] for place in merge(*offices, reverse=True))

    def holder(self, office: str, state: str | None) -> Person | None:
        """Find who holds an office of a state."""
        begin = office.lower()
        holders = self._in_office(lambda held: held.lower().startswith(begin))
        return next((person for person in holders if person.state == state), None)

    def last_holder(
        self, office: str, among: Callable[[Person], bool] = lambda _: True
    ) -> Person | None:
        """Find the last met, of those asked for, who holds an office, whatever of."""
        last: Person | None = None
        for person in self._in_office(lambda held: _holds(held, office)):
            if not among(person):
                continue
            if (person.office or "").lower().startswith(office.lower()):
                return person
            last = last or person
        return last

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
        candidates = [parts[-1], "_".join(dict.fromkeys((parts[0], parts[-1]))), "_".join(parts)]
        number = 2
        while True:
            for candidate in candidates:
                if candidate not in self._taken:
                    return candidate
            candidates = [f"{parts[-1]}_{number}"]
            number += 1
