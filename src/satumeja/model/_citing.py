"""The parts of a model that say what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from satumeja.model._adjusted import Adjusted, statements_of
from satumeja.model._model import Model
from satumeja.model._parts import DecisionMaker
from satumeja.model._preferences import Statement
from satumeja.model._text import Text

__all__ = ["Citing", "citing_parts", "references"]


class Citing(Protocol):
    """A part of a model that can say what it rests on."""

    @property
    def because(self) -> Text:
        """The reason given."""

    @property
    def evidence(self) -> tuple[str, ...]:
        """References to sources, or to places in them."""


def citing_parts(model: Model) -> list[Citing]:
    """List the parts of a model that can cite evidence, in the order a reader meets them."""
    makers = model.decision_makers
    parts: list[Citing] = [*makers]
    for maker in makers:
        parts += _of_maker(maker)
    parts += (*model.options, *model.infeasible, *model.irreversible)
    parts += (*model.coalesce, *model.tables, *model.affected, *model.deadlines)
    return parts


def _stated(statements: Sequence[Statement]) -> Iterator[Citing]:
    """List statements, each with what is said of the place it stands at."""
    for statement in statements:
        yield statement
        if statement.order:
            yield statement.order


def _of_maker(maker: DecisionMaker) -> Sequence[Citing]:
    """List what cites evidence among what a decision maker wants, and takes others to want."""
    parts: list[Citing] = [*_stated(statements_of(maker.preference))]
    if isinstance(maker.preference, Adjusted):
        parts += maker.preference.edits
    beyond = maker.beyond
    parts += (*beyond.unknown, *beyond.much_better, *beyond.degrees, *beyond.chances)
    parts += (*maker.red_lines, *maker.unseen)
    if maker.perceives:
        parts.append(maker.perceives)
        for belief in maker.perceives.beliefs.values():
            parts += _stated(statements_of(belief))
    return parts


def references(model: Model) -> list[str]:
    """List every reference of a model once, as a reader meets them; papers and parallels last.

    Parameters
    ----------
    model : Model
        What cites them.

    Returns
    -------
    list of str
        As the model has them.

    See Also
    --------
    Reference : What one says.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> references(load("december-2021-b"))[:2]
    ['wire#s2', 'wire#s5']
    """
    evidence = [name for part in citing_parts(model) for name in part.evidence]
    papers = [name for table in model.tables for name in table.papers]
    parallels = [gloss.parallel for gloss in model.glosses if gloss.parallel]
    return list(dict.fromkeys([*evidence, *papers, *parallels]))
