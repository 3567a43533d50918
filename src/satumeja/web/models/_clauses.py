"""What stands in the file as conditions: wishes, red lines, what is ruled out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from satumeja.brief.leaf import Deeds, wish_in_words
from satumeja.brief.words import Phrases
from satumeja.errors import SatuMejaError
from satumeja.formats import OffPart
from satumeja.model import DecisionMaker, Statement, Text
from satumeja.model.kit import listed_statements
from satumeja.web.models._quotes import Quotes
from satumeja.web.models._terms import Terms
from satumeja.web.shapes import Clause

__all__ = ["Clauses", "by_language"]

Path = Sequence[str | int]


def by_language(text: Text | str) -> dict[str, str]:
    """Give words of the author in every language they are in; nothing where they are none."""
    if isinstance(text, Text) and text.by_language:
        return dict(text.by_language)
    return {"": str(text)} if text else {}


class Clauses:
    """Puts the conditions of one model into words and chips.

    Parameters
    ----------
    phrases : Phrases
        The model and the language.
    quotes : Quotes
        Takes what is cited.
    off : sequence of OffPart
        What is commented out in the file.
    """

    def __init__(self, phrases: Phrases, quotes: Quotes, off: Sequence[OffPart] = ()) -> None:
        self.phrases, self.quotes, self.off = phrases, quotes, off
        self.deeds, self.terms = Deeds(phrases), Terms(phrases)

    def wishes(self, dm: DecisionMaker) -> list[Clause]:
        """List the wishes of a decision maker, those that are off where they would be."""
        way = ("decision_makers", dm.id, "preferences")
        clauses = list[Clause]()
        items = listed_statements(dm.preference)
        for place, statements in enumerate(items):
            clauses += self.off_at((*way, place))
            clauses.append(self._item(statements, (*way, place), dm.id, place + 1))
        return [*clauses, *self.off_at((*way, len(items)))]

    def red_lines(self, dm: DecisionMaker) -> list[Clause]:
        """List the red lines of a decision maker, those that are off where they would be."""
        way = ("decision_makers", dm.id, "red_lines")
        clauses = list[Clause]()
        for place, line in enumerate(dm.red_lines):
            clauses += self.off_at((*way, place))
            clauses.append(self.statement(line, (*way, place), dm.id))
        return [*clauses, *self.off_at((*way, len(dm.red_lines)))]

    def _item(self, statements: Sequence[Statement], path: Path, dm: str, place: int) -> Clause:
        """Describe an item of the list: a wish, or several of equal importance."""
        first = statements[0]
        if not first.among:
            return self.statement(first, path, dm, place)
        equal = tuple(self.statement(part, (*path, k), dm) for k, part in enumerate(first.among))
        return Clause(
            path=list(path),
            text=", ".join(part.text for part in equal),
            words=self.phrases.words.all_of([part.words for part in equal]),
            because=self.phrases.text(first.because),
            evidence=tuple(dict.fromkeys(key for part in equal for key in part.evidence)),
            place=place,
            equal=equal,
            inferred=first.inferred,
        )

    def statement(
        self, statement: Statement, path: Path, dm: str, place: int | None = None
    ) -> Clause:
        """Describe a wish or a red line."""
        name = self.phrases.text(statement.name)
        return Clause(
            path=list(path),
            text=statement.text,
            words=self.phrases.condition(statement.condition),
            plain=name or wish_in_words(self.deeds, dm, statement.condition),
            tree=self.terms.of(statement.condition),
            because=self.phrases.text(statement.because),
            becauses=by_language(statement.because),
            evidence=self.quotes.cite(statement.evidence),
            name=name,
            place=place,
            greatly=statement.greatly,
            unknown=statement.unknown,
            inferred=statement.inferred,
            degree=str(statement.degree) if statement.degree is not None else "",
            chance=str(statement.chance) if statement.chance is not None else "",
        )

    def off_at(self, path: Path) -> Iterator[Clause]:
        """Describe what is commented out at a place."""
        return (self._off(part) for part in self.off if part.path == tuple(path))

    def _off(self, part: OffPart) -> Clause:
        """Describe what is commented out, as far as it can still be read."""
        stated = part.value
        items = stated if isinstance(stated, list) else [stated]
        texts = [_condition(item) for item in items]
        because = stated.get("because") if isinstance(stated, Mapping) else ""
        return Clause(
            path=list(part.path),
            text=", ".join(texts),
            words=self.phrases.words.all_of([self._in_words(text) for text in texts]),
            because=self._author(because),
            off=True,
            nth=part.nth,
        )

    def _in_words(self, text: str) -> str:
        """Put a condition into words that may speak of what is there no longer."""
        try:
            return self.phrases.condition(self.phrases.model.condition(text))
        except SatuMejaError:
            return text

    def _author(self, words: Any) -> str:
        if isinstance(words, Mapping):
            return str(words.get(self.phrases.words.language) or next(iter(words.values()), ""))
        return str(words or "")


def _condition(item: Any) -> str:
    """Return the condition of an item of a list, as written."""
    if isinstance(item, Mapping):
        return str(item.get("statement", ""))
    return str(item or "")
