"""What an edit did to the answers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from satumeja.brief.words import Phrases, Words, short_of
from satumeja.stability import Analysis, SymbolicAnalysis
from satumeja.web.models._decided import IN_VIEW, LISTED, Decided
from satumeja.web.models._pairs import pairs_of
from satumeja.web.shapes import CellChange, Cells, Change

__all__ = ["changed"]

_NAMED = 6


def changed(before: Decided, after: Decided, language: str | Phrases = "en") -> Change:
    """Say what an edit did to the answers.

    Parameters
    ----------
    before, after : Analysis or SymbolicAnalysis
        The model before the edit and after it, decided.
    language : {"en", "id"} or Phrases
        The language of the words.

    Returns
    -------
    Change
        In plain words, with concepts, and cell by cell; states go by their numbers after the
        edit. Of more than 256 states not by whom, of more than 4,096 counts alone.
    """
    words = language.words if isinstance(language, Phrases) else Words(language)
    if not (isinstance(before, Analysis) and isinstance(after, Analysis)):
        return _counted(before, after, words)
    return _Compared(before, after, words).change()


class _Compared:
    """Two analyses whose states are listed, side by side.

    Parameters
    ----------
    before, after : Analysis
        Before and after the edit.
    words : Words
        The language.
    """

    def __init__(self, before: Analysis, after: Analysis, words: Words) -> None:
        self.before, self.after, self.words = before, after, words
        self.pairs = pairs_of(before.model, after.model)
        self.concepts = [c.id for c in after.concepts if c.id in {d.id for d in before.concepts}]
        self.size = max(len(before.model.states), len(after.model.states))
        self.now = after.model.status_quo_number
        self.then = before.model.status_quo_number

    def change(self) -> Change:
        """Say what changed."""
        cells = [cell for concept in self.concepts if (cell := self._cell(concept))]
        gained, lost = self._status_quo()
        same = self._rung(self.before, self.then), self._rung(self.after, self.now)
        return Change(
            plain=list(self._plain(*same)),
            technical=list(self._technical(cells, gained, lost)),
            status_quo_gained=gained,
            status_quo_lost=lost,
            rung_before=same[0],
            rung_after=same[1],
            concepts=cells,
            comparable=self.pairs.whole,
        )

    def _cell(self, concept: str) -> CellChange | None:
        """Say what changed under a concept; None where nothing did."""
        holds = [side.is_equilibrium(concept) for side in (self.before, self.after)]
        gained, lost = self.pairs.apart(*holds) if self.size <= LISTED else ([], [])
        makers = self._makers(concept) if self.size <= IN_VIEW else {}
        counts = [int(flags.sum()) for flags in holds]
        if not (gained or lost or makers) and counts[0] == counts[1]:
            return None
        return CellChange(
            concept=concept,
            before=counts[0],
            after=counts[1],
            gained=gained,
            lost=lost,
            makers=makers,
        )

    def _makers(self, concept: str) -> dict[str, Cells]:
        cells = dict[str, Cells]()
        parties = set(self.before.parties(concept))
        for party in self.after.parties(concept):
            if party not in parties:
                continue
            sides = (self.before, self.after)
            gained, lost = self.pairs.apart(*(side.is_stable(concept, *party) for side in sides))
            if gained or lost:
                cells["+".join(party)] = Cells(gained=gained, lost=lost)
        return cells

    def _status_quo(self) -> tuple[list[str], list[str]]:
        """Say under which concepts the present situation holds newly, and no longer."""
        gained, lost = list[str](), list[str]()
        if self.now is None or self.then is None:
            return gained, lost
        for concept in self.concepts:
            before = bool(self.before.is_equilibrium(concept)[self.then - 1])
            holds = bool(self.after.is_equilibrium(concept)[self.now - 1])
            if before != holds:
                (gained if holds else lost).append(concept)
        return gained, lost

    def _rung(self, side: Analysis, number: int | None) -> str | None:
        if number is None or side.blocks:
            return None
        return str(side.rungs[number - 1])

    def _plain(self, before: str | None, after: str | None) -> Iterator[str]:
        """Say in plain words what changed, or that nothing did."""
        words, sentences = self.words, list(self._present(before, after))
        firmer, weaker = self._moved()
        if firmer:
            sentences.append(words.count("change.firmer", firmer))
        if weaker:
            sentences.append(words.count("change.weaker", weaker))
        sentences += self._states()
        if not sentences:
            key = "change.orders" if self._reordered() else "change.nothing"
            dms = [Phrases(self.after.model, words).dm(dm) for dm in self._reordered()]
            sentences.append(words(key, dms=words.all_of(dms)) if dms else words(key))
        yield from sentences

    def _present(self, before: str | None, after: str | None) -> Iterator[str]:
        """Say how the present situation holds otherwise, or that it is another one."""
        words, states = self.words, (self.before.model.states, self.after.model.states)
        if self.now is None:
            if self.then is not None:
                yield words("change.unset")
            return
        rung = words(f"change.is.{after}") if after else ""
        if self.then is None:
            yield words("change.named", after=rung) if rung else words("change.moved")
            return
        if states[0].form(self.then) != states[1].form(self.now):
            yield words("change.moved")
        if before and after and before != after:
            yield words("change.now", before=words(f"change.was.{before}"), after=rung)

    def _moved(self) -> tuple[int, int]:
        """Count the situations that hold more firmly now, and less firmly."""
        if self.before.blocks or self.after.blocks:
            return 0, 0
        old, new = self.pairs.common(self.before.rungs, self.after.rungs)
        return int((new > old).sum()), int((new < old).sum())

    def _states(self) -> Iterator[str]:
        """Say how many situations there are, where that changed."""
        sizes = len(self.before.model.states), len(self.after.model.states)
        if sizes[0] != sizes[1]:
            before, after = map(self.words.number, sizes)
            yield self.words("change.states", before=before, after=after)

    def _reordered(self) -> list[str]:
        """Name those whose order of the situations changed."""
        former, orders = set(self.before.ranks), list[str]()
        for dm, ranks in self.after.ranks.items():
            if dm in former:
                old, new = self.pairs.common(self.before.ranks[dm], ranks)
                if not np.array_equal(old, new):
                    orders.append(dm)
        return orders

    def _technical(
        self, cells: list[CellChange], gained: list[str], lost: list[str]
    ) -> Iterator[str]:
        """Say what changed by concepts and numbers of states."""
        words = self.words
        signs = [f"−{short_of(c, words)}" for c in lost] + [
            f"+{short_of(c, words)}" for c in gained
        ]
        if signs:
            yield words("change.status_quo", number=self.now, signs=" ".join(signs))
        for cell in cells:
            if cell.gained or cell.lost or cell.before != cell.after:
                yield _counts(words, cell.concept, cell.before, cell.after, _signed(cell))


def _signed(cell: CellChange) -> str:
    """Name the states gained and lost, a few of them."""
    parts = [f"+{number}" for number in cell.gained] + [f"−{number}" for number in cell.lost]
    more = " …" if len(parts) > _NAMED else ""
    return " ".join(parts[:_NAMED]) + more


def _counts(words: Words, concept: str, before: int, after: int, signed: str = "") -> str:
    blanks = {
        "concept": short_of(concept, words),
        "before": words.number(before),
        "after": words.number(after),
    }
    sentence = words("change.count", **blanks)
    return f"{sentence} ({signed})" if signed else sentence


def _counted(before: Decided, after: Decided, words: Words) -> Change:
    """Compare counts, where states are not listed on either side."""
    counts = {
        concept.id: (_count(before, concept.id), _count(after, concept.id))
        for concept in after.concepts
    }
    differing = {concept: pair for concept, pair in counts.items() if pair[0] != pair[1]}
    return Change(
        plain=[words("change.sets" if differing else "change.no_sets")],
        technical=[_counts(words, concept, *pair) for concept, pair in differing.items()],
        status_quo_gained=[],
        status_quo_lost=[],
        concepts=[
            CellChange(concept=concept, before=pair[0], after=pair[1], gained=[], lost=[])
            for concept, pair in differing.items()
        ],
        comparable=False,
    )


def _count(analysis: Decided, concept: str) -> int:
    if isinstance(analysis, SymbolicAnalysis):
        return analysis.equilibria(concept).count
    return len(analysis.equilibria(concept))
