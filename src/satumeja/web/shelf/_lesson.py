"""The teacher's page: a game of two sides, decided anew in whatever order they like things."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from satumeja import gallery, stability
from satumeja.errors import QuestionError, did_you_mean
from satumeja.model.kit import as_label
from satumeja.web.routing import Call
from satumeja.web.shapes import GameOutcome, Leave, Lesson, LessonBody, LessonGame

if TYPE_CHECKING:
    from satumeja.model import Model

__all__ = ["lesson"]

_NOW, _FORESEEN = "nash", "seq"
_SIDES = 2


def lesson(call: Call) -> Lesson:
    """Decide a game, in its own order of liking or another."""
    body: LessonBody = call.body
    model = _model(body)
    makers = model.decision_makers
    analysis = stability.analyse(model, concepts=[_NOW, _FORESEEN])
    ranks = [-analysis.ranks[maker.id] for maker in makers]  # the best is the lowest
    return Lesson(
        game=body.game,
        title=model.title.in_language(body.lang),
        story=model.description.in_language(body.lang),
        sides=[as_label(maker.name.in_language(body.lang)) for maker in makers],
        options=[maker.options[0].name.in_language(body.lang) for maker in makers],
        orders=[_classes(side) for side in ranks],
        outcomes=[_outcome(number, analysis, ranks) for number in range(1, 5)],
        games=[
            LessonGame(id=name, title=gallery.entry(name).title.in_language(body.lang))
            for name in _games()
        ],
    )


@cache
def _games() -> tuple[str, ...]:
    """Give the games of the gallery that two sides with one option each play."""
    models = {entry.id: gallery.load(entry.id) for entry in gallery.entries()}
    return tuple(
        name
        for name, model in models.items()
        if [len(maker.options) for maker in model.decision_makers] == [1] * _SIDES
    )


def _model(body: LessonBody) -> Model:
    if body.game not in _games():
        meant = did_you_mean(body.game, list(_games()))
        raise QuestionError(f'there is no game "{body.game}" here{meant}')
    model = gallery.load(body.game)
    if body.orders is None:
        return model
    if len(body.orders) != _SIDES:
        raise QuestionError("a game has two sides, each with an order of its own")
    for order in body.orders:
        if sorted(number for alike in order for number in alike) != [1, 2, 3, 4]:
            raise QuestionError("an order names each of the outcomes 1 to 4 once")
    sides = zip(model.decision_makers, body.orders, strict=True)
    return model.with_preferences(
        {maker.id: [alike for alike in order if alike] for maker, order in sides}
    )


def _classes(ranks: Any) -> list[list[int]]:
    """Give the outcomes by how they are liked, the best first."""
    numbers = range(1, len(ranks) + 1)
    return [
        [number for number in numbers if ranks[number - 1] == rank] for rank in sorted(set(ranks))
    ]


def _outcome(number: int, analysis: stability.Analysis, ranks: list[Any]) -> GameOutcome:
    place = number - 1
    leaves = []
    for side in range(_SIDES):
        other = (place ^ (1 << side)) + 1
        if ranks[side][other - 1] < ranks[side][place]:
            leaves.append(Leave(side=side, to=other))
    return GameOutcome(
        number=number,
        plays=[bool(place >> side & 1) for side in range(_SIDES)],
        ranks=[_place(side, place) for side in ranks],
        holds=bool(analysis.is_equilibrium(_NOW)[place]),
        holds_with_foresight=bool(analysis.is_equilibrium(_FORESEEN)[place]),
        leaves=leaves,
    )


def _place(ranks: Any, place: int) -> int:
    """Give how an outcome is liked among the four, 1 the best."""
    return sorted(set(ranks)).index(ranks[place]) + 1
