"""A model as its screen shows it: all that the file says, in words and as chips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from satumeja.brief import GraphPlaces, graph_places, state_words
from satumeja.brief.tables import marks_of
from satumeja.brief.words import Phrases, SetPhrases, Words, name_of, short_of
from satumeja.errors import LimitError
from satumeja.evidence import Archive
from satumeja.formats import OffPart, off_parts
from satumeja.model import Model, OptionStates, Rule
from satumeja.model.kit import Pattern
from satumeja.stability import Analysis, SymbolicAnalysis
from satumeja.web.models._answers import rung_words
from satumeja.web.models._clauses import Clauses, by_language
from satumeja.web.models._decided import IN_VIEW, LISTED, Decided
from satumeja.web.models._makers import makers_of
from satumeja.web.models._open import open_questions
from satumeja.web.models._quotes import Quotes
from satumeja.web.shapes import (
    Clause,
    Dated,
    Graph,
    ModelDocument,
    SourceRow,
    StateList,
    StateRow,
    TableRow,
    Tick,
)

__all__ = ["document", "states_of"]


@dataclass(frozen=True)
class _File:
    """The file a document is of."""

    name: str
    version: str
    text: str
    editable: bool


def document(
    analysis: Decided,
    language: str = "en",
    *,
    file: str = "",
    version: str = "",
    text: str = "",
    editable: bool = True,
    places: GraphPlaces | None = None,
    archive: Archive | None = None,
) -> ModelDocument:
    """Show a model: all that its file says, in words of one language.

    Parameters
    ----------
    analysis : Analysis or SymbolicAnalysis
        The model, decided.
    language : {"en", "id"}
        The language of the words.
    file, version : str
        The file's name, and the SHA-256 of what it holds.
    text : str
        What it holds, for what is commented out and for a draft's questions; empty where that is
        no YAML.
    editable : bool
        Whether it can be edited in place.
    places : GraphPlaces, optional
        Where the states stood in the graph; kept as long as they fit.
    archive : Archive, optional
        The sources of the model, where they were opened already.

    Returns
    -------
    ModelDocument
        Of more than 256 states, words for those alone that hold best, are drawn, or are the
        present one; of more than 4,096, or where sets decide, no states.
    """
    archive = archive or Archive(analysis.model)
    shown = _File(file, version, text, editable)
    return _Sheet(analysis, Words(language), shown, archive).document(places)


class _Sheet:
    """One document in the making.

    Parameters
    ----------
    analysis : Analysis or SymbolicAnalysis
        The model, decided.
    words : Words
        The language.
    file : _File
        The file it is of.
    archive : Archive
        The sources of the model.
    """

    def __init__(self, analysis: Decided, words: Words, file: _File, archive: Archive) -> None:
        self.analysis, self.words, self.file = analysis, words, file
        self.model = analysis.model
        self.listed = analysis if isinstance(analysis, Analysis) else None
        self.phrases = (
            SetPhrases(analysis, words)
            if isinstance(analysis, SymbolicAnalysis)
            else Phrases(analysis.model, words, analysis.ranks)
        )
        self.quotes = Quotes(archive, words)
        self.clauses = Clauses(self.phrases, self.quotes, _off(file.text))

    @property
    def size(self) -> int:
        """How many states there are."""
        if isinstance(self.analysis, SymbolicAnalysis):
            return self.analysis.feasible.count
        return len(self.model.states)

    def document(self, kept: GraphPlaces | None) -> ModelDocument:
        model, words, phrases, size = self.model, self.words, self.phrases, self.size
        places = graph_places(self.listed, kept) if self.listed and size <= LISTED else None
        concepts = [concept.id for concept in self.analysis.concepts]
        makers = makers_of(phrases, self.clauses, self.quotes)
        return ModelDocument(
            file=self.file.name,
            version=self.file.version,
            language=words.language,
            title=phrases.text(model.title),
            titles=by_language(model.title),
            description=phrases.text(model.description),
            reading=phrases.text(model.reading),
            question=phrases.text(model.question),
            form="graph" if model.is_graph else "option",
            engine="explicit" if self.listed else "symbolic",
            shown="sets" if places is None else "all" if size <= IN_VIEW else "in view",
            size=size,
            size_words=words.number(size),
            status_quo=model.status_quo_number if self.listed else None,
            status_quo_form=self._present_form(),
            names=model.names,
            makers=makers,
            infeasible=list(self._infeasible()),
            irreversible=tuple(self._irreversible()),
            coalesced=bool(model.coalesce),
            states=list(self._states(places)) if places else [],
            graph=_graph(places) if places else None,
            concepts={concept: short_of(concept, words) for concept in concepts},
            concept_names={concept: name_of(concept, words) for concept in concepts},
            rungs=rung_words(words),
            tables=list(self._tables()),
            as_of=model.as_of or None,
            deadlines=tuple(self._deadlines()),
            sources=[self._source(place) for place in range(len(model.sources))],
            quotes=self.quotes.listed,
            languages=model.languages,
            open=open_questions(self.file.text),
            notes=model.notes,
            editable=self.file.editable,
        )

    def _present_form(self) -> str | None:
        """Write the present situation as the file does."""
        if self.model.status_quo is None:
            return None
        if self.model.is_graph:
            return self.model.state_ids[self.model.status_quo]
        return self.model.form(self.model.status_quo)

    def _states(self, places: GraphPlaces) -> Iterator[StateRow]:
        """List the states; of many, those with words that anybody looks at first."""
        size = self.size
        numbers = range(1, size + 1) if size <= IN_VIEW else self._first_looked_at(places)
        named = dict(zip(numbers, state_words(self.model, self.phrases, numbers), strict=True))
        for number in range(1, size + 1):
            yield _state(self.model, places, number, named.get(number, ""))

    def _first_looked_at(self, places: GraphPlaces) -> list[int]:
        """Choose the states that hold best, are drawn, or are the present situation."""
        assert self.listed is not None  # noqa: S101 - states are listed
        start = self.model.status_quo_number
        numbers = {*places.numbers, *marks_of(self.listed).best(IN_VIEW)}
        return sorted({*numbers, start} if start else numbers)

    def _infeasible(self) -> Iterator[Clause]:
        """Describe what cannot be, with how many states each rule alone rules out."""
        rules = self.model.stated_rules
        removed = _removed(self.model)
        for place, rule in enumerate(rules):
            yield from self.clauses.off_at(("infeasible", place))
            yield self._rule(rule, place, removed[place] if removed else None)
        yield from self.clauses.off_at(("infeasible", len(rules)))

    def _rule(self, rule: Rule, place: int, removes: int | None) -> Clause:
        pattern = isinstance(rule.condition, Pattern)
        return Clause(
            path=["infeasible", place],
            text=rule.text,
            words=self.phrases.condition(rule.condition),
            tree=None if pattern else self.clauses.terms.of(rule.condition),
            because=self.phrases.text(rule.because),
            becauses=by_language(rule.because),
            evidence=self.quotes.cite(rule.evidence),
            kind=rule.kind,
            removes=removes,
        )

    def _irreversible(self) -> Iterator[Clause]:
        """Describe the moves that cannot be made."""
        for place, barrier in enumerate(self.model.irreversible):
            before, after = map(self.phrases.condition, (barrier.before, barrier.after))
            names = [self.phrases.dm(dm) for dm in barrier.by]
            who = self.words.all_of(names) if names else self.words("moves.everybody")
            barred = self.words("moves.barred", before=before, after=after)
            yield Clause(
                path=["irreversible", place],
                text=" → ".join(barrier.texts),
                words=self.words("leaf.deed.side", dm=who, deed=barred),
                because=self.phrases.text(barrier.because),
                becauses=by_language(barrier.because),
                evidence=self.quotes.cite(barrier.evidence),
            )

    def _tables(self) -> Iterator[TableRow]:
        for table in self.model.tables:
            yield TableRow(
                id=table.id,
                path=["tables", table.id],
                name=self.phrases.text(table.name) or table.id,
                names=by_language(table.name),
                seats=list(table.seats),
                date=table.date or None,
                until=table.until or None,
                because=self.phrases.text(table.because),
                evidence=self.quotes.cite(table.evidence),
            )

    def _deadlines(self) -> Iterator[Dated]:
        for deadline in self.model.deadlines:
            path: list[str | int] = ["deadlines", deadline.id]
            name = self.phrases.text(deadline.name)
            yield Dated(path=path, date=deadline.date, words=name or deadline.id)

    def _source(self, place: int) -> SourceRow:
        source = self.model.sources[place]
        return SourceRow(
            id=source.id,
            path=["sources", source.id],
            title=self.phrases.text(source.title) or source.citation or source.id,
            citation=source.citation,
            url=source.url,
            report=source.report,
            dossier=source.dossier,
        )


def _state(model: Model, places: GraphPlaces, number: int, words: str) -> StateRow:
    spot = places.points.get(number)
    form = model.states.form(number)
    x, y = spot or (None, None)
    return StateRow(number=number, form=form, words=words, x=x, y=y)


def states_of(
    analysis: Decided, language: str, places: GraphPlaces | None, first: int, count: int
) -> StateList:
    """Name some states in words, in the order of their numbers.

    Parameters
    ----------
    analysis : Analysis or SymbolicAnalysis
        The model, decided.
    language : {"en", "id"}
        The language of the words.
    places : GraphPlaces or None
        Where states stand in the graph.
    first, count : int
        From which number on, and how many.

    Raises
    ------
    LimitError
        If the states are too many to be listed on the screen.
    """
    if places is None or not isinstance(analysis, Analysis):
        raise LimitError(f"there are more than {LISTED:,} states; they are not listed one by one")
    model = analysis.model
    numbers = range(first, min(first + count, len(model.states) + 1))
    named = zip(numbers, state_words(model, language, numbers), strict=True)
    return StateList(states=[_state(model, places, number, words) for number, words in named])


def _graph(places: GraphPlaces) -> Graph:
    return Graph(
        ticks=tuple(Tick(axis=t.axis, at=t.at, form=t.form) for t in places.ticks),
        directions=places.directions,
        left_out=places.left_out,
        structure=places.structure,
    )


def _off(text: str) -> Sequence[OffPart]:
    """List what is commented out; nothing is looked for where the sign of it is not there."""
    return off_parts(text) if "#~" in text else ()


_MOST_OPTIONS = 16


def _removed(model: Model) -> list[int]:
    """Count for each rule the combinations that it alone rules out; none of very many options."""
    if len(model.options) > _MOST_OPTIONS:
        return []
    every = OptionStates(np.arange(1 << len(model.options)), model.widths)
    broken = np.array([every.holds(rule.condition) for rule in model.infeasible])
    if not len(broken):
        return []
    alone = broken.sum(axis=0) == 1
    counts = [int((flags & alone).sum()) for flags in broken]
    stated = [k for k, rule in enumerate(model.infeasible) if rule.kind != "levels"]
    return [counts[k] for k in stated]
