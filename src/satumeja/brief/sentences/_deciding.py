"""What decides how two states stand to each other for somebody, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from satumeja.brief.tables import Quote
from satumeja.brief.words import Phrases, separating_statement
from satumeja.display import ShownInLine
from satumeja.model import Adjusted, Preference, Ranking, Weighting
from satumeja.model.kit import item_of

if TYPE_CHECKING:
    from satumeja.brief.sentences._motions import Comparing
    from satumeja.evidence import Archive

__all__ = ["Cited", "Deciding", "Decisions"]

Way = tuple[str | int, ...]


@dataclass(frozen=True, repr=False)
class Cited(ShownInLine):
    """A sentence that something rests on, as it is shown to people.

    Parameters
    ----------
    reference : str
        As the model has it, without a fingerprint.
    source, report, item : str
        The id of the source; of a dossier of many reports the report; the statement or act.
        Those that the reference does not name are empty.
    before, words, after : str
        The sentence: what was said or done, and what stands around it.
    language : str
        The language of the words.
    credit : str
        Who said it, or where, and when.
    title : str
        What the report or the source is called.
    doubts : tuple of str
        What casts doubt on it: rejected, retired, doubtful, or elsewhere now.
    missing : str
        Why there is no sentence; empty where there is one, or a source is cited as a whole.
    """

    reference: str
    source: str
    report: str
    item: str
    before: str
    words: str
    after: str
    language: str
    credit: str
    title: str
    doubts: tuple[str, ...]
    missing: str


@dataclass(frozen=True, repr=False)
class Deciding(ShownInLine):
    """What decides that a state is at least as good as another for somebody.

    Parameters
    ----------
    dm : str
        For whom.
    better, worse : int
        The states, by number.
    point : int
        To which point of the explanation it belongs, from 0; -1 for the lead.
    path : tuple of str and int
        The way to it in the model file, as `satumeja.formats.apply` takes it: a preference
        statement, an edit by hand, a ranking or weights; empty where the two are level.
    place : int or None
        Of a statement its place among those of its decision maker, from 1.
    text, words : str
        The condition as written, and in words; empty where no statement decides.
    because : str
        The reason stated for it.
    evidence : tuple of Cited
        The sentences it rests on.
    """

    dm: str
    better: int
    worse: int
    point: int
    path: Way = ()
    place: int | None = None
    text: str = ""
    words: str = ""
    because: str = ""
    evidence: tuple[Cited, ...] = ()


class Decisions:
    """Finds what decides comparisons of states, each sentence looked up once.

    Parameters
    ----------
    phrases : Phrases
        The model and the language.
    archive : Archive
        Its sources.
    """

    def __init__(self, phrases: Phrases, archive: Archive) -> None:
        self.phrases, self.archive = phrases, archive
        self._cited = dict[str, Cited]()

    def of(self, compared: Iterable[Comparing]) -> tuple[Deciding, ...]:
        """Say for each comparison what decides it, those that decide the same once a point."""
        return tuple(dict.fromkeys(self._deciding(pair) for pair in compared))

    def _deciding(self, pair: Comparing) -> Deciding:
        dm = self.phrases.model[pair.dm]
        about = (pair.dm, pair.better, pair.worse, pair.point)
        path: Way = ("decision_makers", pair.dm)
        match dm.preference:
            case Ranking():
                return Deciding(*about, () if self._level(pair) else (*path, "ranking"))
            case Weighting() as weighting:
                totals = {weighting.total(self.phrases.code(s)) for s in (pair.better, pair.worse)}
                return Deciding(*about, (*path, "weights") if len(totals) > 1 else ())
        codes = self.phrases.code(pair.better), self.phrases.code(pair.worse)
        separating = separating_statement(dm, *codes)
        if separating is None:
            return Deciding(*about, self._by_hand(dm.preference, codes, path))
        place, statement, _ = separating
        return Deciding(
            *about,
            (*path, "preferences", item_of(dm.preference, place)),
            place,
            statement.text,
            self.phrases.condition(statement.condition),
            self.phrases.text(statement.because),
            tuple(self.cited(statement.evidence)),
        )

    def _level(self, pair: Comparing) -> bool:
        """Whether two states are level in a ranking of listed states."""
        better, worse = (self.phrases.place(pair.dm, s) for s in (pair.better, pair.worse))
        return better == worse

    def _by_hand(self, preference: Preference, codes: tuple[int, int], path: Way) -> Way:
        """Name the last edit by hand that moved one of two states, or the weights below it."""
        if not isinstance(preference, Adjusted):
            return ()
        edits = list(enumerate(preference.edits))
        places = [place for place, edit in edits if edit.state in codes or edit.anchor in codes]
        if places:
            return (*path, "adjust", places[-1])
        return (*path, "weights") if isinstance(preference.base, Weighting) else ()

    def cited(self, evidence: Iterable[str]) -> Iterator[Cited]:
        """Look up what is cited."""
        for reference in evidence:
            if reference not in self._cited:
                self._cited[reference] = self._look_up(reference)
            yield self._cited[reference]

    def _look_up(self, reference: str) -> Cited:
        passage, words = self.archive.find(reference), self.phrases.words
        quote, place = Quote(passage), passage.now or passage.reference
        return Cited(
            quote.reference,
            place.source,
            place.report,
            place.item,
            passage.before,
            passage.content,
            passage.after,
            passage.language,
            quote.credit(words),
            quote.title(words),
            tuple(quote.doubts(words)),
            quote.why_missing(words) if quote.missing else "",
        )
