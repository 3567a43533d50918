"""How somebody orders the states, and what tells one place from the next."""

from __future__ import annotations

from satumeja.brief.words import Phrases, phrases_of
from satumeja.errors import LimitError
from satumeja.model import Separation
from satumeja.model import order_of as ranked
from satumeja.model.kit import item_of, statements_of
from satumeja.web.models._decided import LISTED, Decided, is_listed
from satumeja.web.shapes import Order, OrderClass

__all__ = ["order_of"]


def order_of(analysis: Decided, dm: str, language: str | Phrases) -> Order:
    """Say how a decision maker orders the states, the best first.

    Parameters
    ----------
    analysis : Analysis or SymbolicAnalysis
        The model, decided.
    dm : str
        Whose order, by id.
    language : {"en", "id"} or Phrases
        The language of the words.

    Raises
    ------
    QuestionError
        If there is no such decision maker.
    LimitError
        If the states are too many to be listed on the screen.
    """
    maker = analysis.model[dm]
    if not is_listed(analysis):
        raise LimitError(f"there are more than {LISTED:,} states; an order of them is not shown")
    phrases = phrases_of(analysis.model, language)
    order = ranked(analysis.model, maker.id)
    separations = [*order.separations, None]
    return Order(
        maker=maker.id,
        classes=[
            OrderClass(
                place=place,
                states=list(states),
                path=_way(phrases, maker.id, separation) if separation else [],
                words=_words(phrases, maker.id, separation) if separation else "",
            )
            for place, (states, separation) in enumerate(
                zip(order.classes, separations, strict=True), start=1
            )
        ],
    )


def _way(phrases: Phrases, dm: str, separation: Separation) -> list[str | int]:
    """Return the way to what tells a class from the next."""
    preference, way = phrases.model[dm].preference, ["decision_makers", dm]
    if separation.by == "statement":
        return [*way, "preferences", item_of(preference, separation.place)]
    if separation.by == "edit":
        return [*way, "adjust", separation.place - 1]
    return [*way, separation.by]


def _words(phrases: Phrases, dm: str, separation: Separation) -> str:
    """Say what tells a class from the next: a wish in words."""
    if separation.by == "statement":
        statements = statements_of(phrases.model[dm].preference)
        return phrases.condition(statements[separation.place - 1].condition)
    return phrases.words(f"order.by.{separation.by}", place=separation.place, text=separation.text)
