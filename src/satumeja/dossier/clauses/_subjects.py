"""Whose verb it is: the words of a subject, past insertions, relative clauses and coordination."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from satumeja.dossier.clauses._groups import Group
from satumeja.dossier.clauses._words import Word

__all__ = ["Phrase", "Subject", "subject_of"]

_OPENERS = ("complement", "adverbial", "condition")
_SKIPPED = ("adverb", "date", "mark")
_NOMINAL = ("noun", "party", "pronoun", "date", "determiner", "owner", "close")


@dataclass(frozen=True)
class Phrase:
    """A run of words: its first and its last, and what is inserted in it between commas."""

    first: int
    last: int
    inserted: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Subject:
    """The subject of a verb.

    Parameters
    ----------
    phrase : Phrase or None
        Its words; None where there are none.
    way : str
        ``own`` where it stands before the verb, ``relative`` where the verb is told of a noun
        before it, ``shared`` where the verb goes on from the one before, ``none``.
    opener : int or None
        The word that opens the clause: "that", "when", "if", or the verb it is the object of.
    antecedent : Phrase or None
        Where the noun before a relative word is the object ("a step that Peru refused").
    """

    phrase: Phrase | None
    way: str
    opener: int | None = None
    antecedent: Phrase | None = None


def subject_of(
    words: Sequence[Word],
    groups: Sequence[Group],
    number: int,
    asking: frozenset[str],
    inverted: frozenset[str],
) -> Subject:
    """Give the subject of a verb by what stands before it.

    `asking` are the verbs a clause may follow at once ("meminta NATO menutup pintu"), `inverted`
    those that may stand before their subject (", said X").
    """
    return _Walk(words, groups, number, asking).subject(inverted)


class _Walk:
    """A walk to the left of a verb."""

    def __init__(
        self, words: Sequence[Word], groups: Sequence[Group], number: int, asking: frozenset[str]
    ) -> None:
        self.words, self.groups, self.number = words, groups, number
        self.asking = asking
        self.heads = {group.head: group for group in groups[:number]}
        self.inserted: list[tuple[int, int]] = []

    def subject(self, inverted: frozenset[str]) -> Subject:
        """Give the subject."""
        group = self.groups[self.number]
        place = self._skipped(self.groups[self.number].first - 1)
        if place < 0:
            return Subject(None, "none")
        kind = self.words[place].kind
        listed = kind == "comma" and any(head.form == "finite" for head in self.heads.values())
        listed = listed and self.words[group.head].base not in inverted
        if kind == "coordinate" or (listed and group.form == "finite"):
            return Subject(None, "shared", place)
        if kind == "comma" and group.form == "reduced":
            return Subject(self._phrase_before(place), "relative", place)
        if kind == "relative" or self._is_relative_that(place):
            return Subject(self._phrase_before(place), "relative", place)
        if kind in _NOMINAL:
            return self._named(place)
        if kind == "verb" and group.passive and group.form == "finite":
            return self._past_content(place)
        return Subject(None, "none", place)

    def _past_content(self, place: int) -> Subject:
        """Give the subject that its own content parts from the verb ("usul untuk X ditolak")."""
        for opener in range(1, place):
            if self.words[opener].kind in ("infinitive", "complement"):
                return Subject(Phrase(0, opener - 1), "own")
            if self.words[opener].kind in ("stop", "comma", "quote", "relative"):
                break
        return Subject(None, "none", place)

    def _is_relative_that(self, place: int) -> bool:
        """Whether a "that" right before the verb tells of the noun before it."""
        word = self.words[place]
        before = self.words[place - 1].kind if place else ""
        return word.text == "that" and before in ("noun", "party", "comma")

    def _skipped(self, place: int) -> int:
        """Go past adverbs, days, and what is inserted between commas or brackets."""
        while place >= 0:
            kind = self.words[place].kind
            if (kind in _SKIPPED and not self._is_subject_word(place)) or (
                kind == "preposition" and self._opens_day(place)
            ):
                place -= 1
            elif kind in ("comma", "close"):
                begin = self._insertion(place)
                if begin is None and place and "," in self.words[place - 1].text:
                    return place - 1  # the comma closes a name with its office
                if begin is None:
                    return place
                self.inserted.append((begin + 1, place - 1))
                place = begin - 1
            else:
                return place
        return place

    def _is_subject_word(self, place: int) -> bool:
        """Whether a day can only be the subject, as nothing else stands before the verb."""
        return self.words[place].kind == "date" and place == 0

    def _opens_day(self, place: int) -> bool:
        """Whether a preposition stands before a day ("on Monday")."""
        after = place + 1
        return after < len(self.words) and self.words[after].kind == "date"

    def _insertion(self, place: int) -> int | None:
        """Give the comma or bracket that an insertion ending at a place begins with."""
        mark = {"comma": "comma", "close": "open"}[self.words[place].kind]
        for begin in range(place - 1, 0, -1):
            kind = self.words[begin].kind
            if kind == mark:
                inner = range(begin + 1, place)
                if self.words[begin + 1].kind == "relative" or not self._has_finite(inner):
                    return begin
                continue
            if kind in ("stop", "quote"):
                return None
        return None

    def _has_finite(self, places: range) -> bool:
        """Whether a finite verb stands among some words."""
        return any(place in self.heads and self.heads[place].form == "finite" for place in places)

    def _phrase_before(self, place: int) -> Phrase | None:
        """Give the noun a relative word tells of."""
        place = self._past_contrast(place - 1)
        while place >= 0 and self.words[place].kind in ("comma", "date", "preposition"):
            place -= 1
        if place < 0:
            return None
        begin = self._begin(place)
        if begin > 1 and self.words[begin].kind == "negation":  # "X, bukan Y, yang ..."
            place = begin - 1 - (self.words[begin - 1].kind == "comma")
            begin = self._begin(place)
        return Phrase(begin, place, tuple(self.inserted)) if begin <= place else None

    def _past_contrast(self, place: int) -> int:
        """Go past what is only named as another ("Malta, not Cyprus, that ...")."""
        if place < 0 or self.words[place].kind != "comma":
            return place
        begin = self._insertion(place)
        if begin is not None and self.words[begin + 1].kind == "negation":
            return begin - 1
        return place

    def _named(self, place: int) -> Subject:
        """Give the subject whose last word stands at a place."""
        begin = self._begin(place)
        opener = begin - 1 if begin else None
        phrase = Phrase(begin, place, tuple(self.inserted))
        if opener is not None and self.inserted and self._has_object(opener):
            return Subject(None, "shared", opener)
        if opener is not None and self._tells_of_noun(opener):
            antecedent = self._phrase_before(opener)
            return Subject(phrase, "own", opener, antecedent)
        return Subject(phrase, "own", opener)

    def _has_object(self, opener: int) -> bool:
        """Whether the words behind a verb are its object, so that a later verb goes on from it."""
        head = self.heads.get(opener)
        plain = head is not None and head.form == "finite" and not head.passive
        return plain and self.words[opener].base not in self.asking

    def _tells_of_noun(self, opener: int) -> bool:
        """Whether what opens a clause makes the noun before it its object."""
        word = self.words[opener]
        if word.kind == "relative":
            return True
        before = self.words[opener - 1].kind if opener else ""
        after = self.groups[self.number].head + 1
        ends = after >= len(self.words) or self.words[after].kind in (
            "preposition",
            "stop",
            "comma",
            "adverb",
            "date",
        )
        return word.text == "that" and before == "noun" and ends

    def _begin(self, place: int) -> int:
        """Give the first word of a noun phrase that ends at a place."""
        while place >= 0:
            step = self._step(place)
            if step is None:
                return place + 1
            place = step
        return 0

    def _step(self, place: int) -> int | None:
        """Give the next word to the left of one of a phrase; None where one is no part of it."""
        word = self.words[place]
        if word.kind in ("stop", "quote", "relative", *_OPENERS):
            return None
        if place in self.heads and self.heads[place].form == "finite":
            return self._past_told(place)
        if word.kind == "infinitive":
            after = place + 1
            return place - 1 if self.words[after].kind == "verb" else None
        if word.kind in ("comma", "close"):
            begin = self._insertion(place)
            if begin is None or begin == 0:
                return None
            self.inserted.append((begin + 1, place - 1))
            return begin - 1
        if word.kind == "coordinate":
            return None if self._joins_clauses(place) else place - 1
        return place - 1

    def _past_told(self, head: int) -> int | None:
        """Go past a relative clause that stands inside a phrase; None where it is none."""
        if self.words[head].base in self.asking:
            return None
        place = self.heads[head].first - 1
        while place >= 0 and self.words[place].kind in _SKIPPED:
            place -= 1
        if place > 0 and (self.words[place].kind == "relative" or self._is_relative_that(place)):
            return place - 1
        return None

    def _joins_clauses(self, place: int) -> bool:
        """Whether "and" has a verb before it and so joins clauses, not nouns."""
        for before in range(place - 1, -1, -1):
            if before in self.heads and self.words[before].base in self.asking:
                return False  # "said Peru and Chile will meet"
            if before in self.heads:
                return self.heads[before].form != "reduced" and self._past_told(before) is None
            if self.words[before].kind in ("stop", "quote", *_OPENERS):
                return False
        return False
