"""The preference tree: how statements, one after the other, part the states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from satumeja.brief.media import QUIET, Figure, drawing, element, label, shorten
from satumeja.brief.words import Phrases, Tongue, phrases_of
from satumeja.errors import LimitError, QuestionError
from satumeja.model import Adjusted, Model, OptionStates, Prioritisation, Statement, holds
from satumeja.model.kit import dense, statements_of

__all__ = ["preference_tree"]

_MOST_LEAVES = 60
_MOST_NAMED = 6
_LEAF, _LEVEL, _NUMBER = 34.0, 44.0, 14.0
_LEFT, _TOP = 230.0, 34.0

Numbers = NDArray[np.intp]


@dataclass(frozen=True)
class _Node:
    """States that the statements so far leave tied, and where they stand in the picture."""

    states: Numbers
    level: int
    x: float
    parts: tuple[_Node, ...] = ()
    truth: tuple[bool, ...] = ()


def preference_tree(model: Model, dm_id: str, *, language: Tongue = "en") -> Figure:
    """Draw how preference statements part the states, most important first.

    Parameters
    ----------
    model : Model
        In option form.
    dm_id : str
        Whose statements, by id.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Figure
        An SVG picture: a level a statement, the states in which it holds to the left, and
        below the classes of the ranking, most preferred on the left.

    Raises
    ------
    QuestionError
        If there is no such decision maker, or it has no statements.
    LimitError
        If there are more than 60 classes.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> preference_tree(load("december-2021-b"), "us").title
    'Preference tree of United States'
    """
    phrases, dm = phrases_of(model, language), model[dm_id]
    statements, states = statements_of(dm.preference), model.states
    if not statements or not isinstance(states, OptionStates):
        raise QuestionError(f"{dm_id} has no preference statements, so there is no tree of them")
    classes = int(Prioritisation(statements).ranks(states.codes).max(initial=0))
    if classes > _MOST_LEAVES:
        raise LimitError(f"{classes} classes are more than the {_MOST_LEAVES} a tree is drawn for")
    truth = np.array([holds(s.condition, states.codes) for s in statements])
    return _Tree(phrases, dm_id, statements, truth).figure(isinstance(dm.preference, Adjusted))


class _Tree:
    def __init__(
        self,
        phrases: Phrases,
        dm_id: str,
        statements: tuple[Statement, ...],
        truth: NDArray[np.bool_],
    ) -> None:
        self.phrases, self.words = phrases, phrases.words
        self.statements, self.truth, self.dm = statements, truth, phrases.dm(dm_id)
        self.leaves: list[_Node] = []
        self.used = self._levels()
        self.root = self._node(np.arange(truth.shape[1]), 0)

    def _levels(self) -> list[int]:
        """Return the statements that tell some states apart that those above leave tied."""
        found, ties = list[int](), np.zeros(self.truth.shape[1], dtype=np.int32)
        for place, held in enumerate(self.truth):
            finer = dense(2 * ties + held) - 1
            if finer.max() > ties.max():
                found.append(place)
            ties = finer
        return found

    def _node(self, states: Numbers, level: int) -> _Node:
        if level == len(self.used):
            leaf = _Node(states, level, _LEFT + (len(self.leaves) + 0.5) * _LEAF)
            self.leaves.append(leaf)
            return leaf
        held = self.truth[self.used[level]][states]
        halves = [(sign, states[held == sign]) for sign in (True, False)]
        split = [(sign, half) for sign, half in halves if len(half)]
        parts = tuple(self._node(half, level + 1) for _, half in split)
        x = sum(part.x for part in parts) / len(parts)
        return _Node(states, level, x, parts, tuple(sign for sign, _ in split))

    def figure(self, adjusted: bool) -> Figure:
        title = self.words("tree.title", dm=self.dm)
        deepest = min(max(len(leaf.states) for leaf in self.leaves), _MOST_NAMED + 1)
        bottom = _TOP + _LEVEL * len(self.used) + 24 + _NUMBER * deepest
        svg = drawing(
            [*self._levels_drawn(), *self._drawn(self.root), *self._named()],
            box=(0, 0, max(_LEFT + _LEAF * len(self.leaves) + 12, 480), bottom),
            title=title,
            description=self._description(),
            language=self.words.language,
            kind="tree",
        )
        caption = self.words("tree.caption")
        if adjusted:
            caption += " " + self.words("tree.adjusted")
        return Figure(svg, title, self._description(), caption)

    def _levels_drawn(self) -> Iterator[Markup]:
        right = _LEFT + _LEAF * len(self.leaves)
        for level, place in enumerate(self.used):
            y = _TOP + _LEVEL * (level + 0.5)
            yield element(
                "line", x1=_LEFT, y1=y, x2=right, y2=y, stroke="#d0d7de", stroke_dasharray="2 4"
            )
            text = f"{place + 1}. {self.statements[place].text}"
            yield label(shorten(text, _LEFT - 22), 10, y + 4)

    def _drawn(self, node: _Node) -> Iterator[Markup]:
        y = _TOP + _LEVEL * node.level
        for part, sign in zip(node.parts, node.truth, strict=True):
            below = _TOP + _LEVEL * part.level
            dash = {} if sign else {"stroke_dasharray": "5 3"}
            yield element(
                "line", class_="ink", x1=node.x, y1=y, x2=part.x, y2=below,
                stroke="#1b1f24", stroke_width=1.6 if sign else 1.1, **dash,
            )  # fmt: skip
            if len(node.parts) > 1:
                letter = "Y" if sign else "N"
                x = (node.x + part.x) / 2 + (-7 if sign else 7)
                yield label(
                    letter, x, y + _LEVEL / 2 - 3, size=10, fill=QUIET, text_anchor="middle"
                )
            yield from self._drawn(part)
        if len(node.parts) != 1:
            yield element("circle", class_="ink", cx=node.x, cy=y, r=2.5, fill="#1b1f24")

    def _named(self) -> Iterator[Markup]:
        top = _TOP + _LEVEL * len(self.used) + 16
        yield label(self.words("tree.states"), 10, top, size=11, fill=QUIET)
        for leaf in self.leaves:
            numbers = [str(state + 1) for state in leaf.states[:_MOST_NAMED].tolist()]
            if len(leaf.states) > _MOST_NAMED:
                numbers.append(f"+{len(leaf.states) - _MOST_NAMED}")
            for row, number in enumerate(numbers):
                yield label(number, leaf.x, top + row * _NUMBER, size=11, text_anchor="middle")

    def _description(self) -> str:
        order = ["{" + ", ".join(str(s + 1) for s in leaf.states) + "}" for leaf in self.leaves]
        said = "; ".join(self.statements[place].text for place in self.used)
        return self.words("tree.description", statements=said, order=" ≻ ".join(order))
