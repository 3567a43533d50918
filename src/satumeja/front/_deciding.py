"""Which statement decides how two situations compare for a side."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.front._present import Present
from satumeja.model import Adjusted, Model, OptionStates, Prioritisation, Statement
from satumeja.model.kit import holds_in, statements_of

__all__ = ["deciding", "turning"]


def deciding(present: Present, dm: str, first: int, second: int) -> str:
    """Name the statement that decides which of two states (0-based) a side prefers.

    Returns
    -------
    str
        Such as `russia#3`; the side itself where it ranks or weighs, or an edit by hand decides;
        nothing where the two are all the same to it.
    """
    model, ranks = present.model, present.ranks(dm)
    sign = int(ranks[first] > ranks[second]) - int(ranks[first] < ranks[second])
    if not sign:
        return ""
    for place, speaks in _speaking(model, dm, first, second):
        if speaks:
            # What an edit by hand has turned round is decided by it.
            return f"{dm}#{place}" if speaks == sign else dm
    return dm


def turning(present: Present, dm: str, moved: int, end: int) -> tuple[str, ...]:
    """Name two wishes whose order alone makes the end of an answer no better than now.

    The one that speaks against the end stands above the one that speaks for the move, and the
    latter holds at the end too: with the two the other way round the end would be a gain.

    Returns
    -------
    tuple of str
        The higher first; nothing where there are none, or the order has a source of its own.
    """
    model, now = present.model, present.start
    against, wanted = deciding(present, dm, now, end), deciding(present, dm, moved, now)
    if "#" not in against or "#" not in wanted or isinstance(model[dm].preference, Adjusted):
        return ()
    higher, lower = _statement(model, against), _statement(model, wanted)
    states = model.states
    assert isinstance(states, OptionStates)  # noqa: S101 - only options are spoken of
    if not holds_in(lower.condition, int(states.codes[end])):
        return ()
    return () if higher.order and higher.order.evidence else (against, wanted)


def _statement(model: Model, reference: str) -> Statement:
    dm, place = reference.split("#")
    return statements_of(model[dm].preference)[int(place) - 1]


def _speaking(model: Model, dm: str, first: int, second: int) -> Iterator[tuple[int, int]]:
    """Yield for each statement, from 1, for which of two states it speaks: 1, -1, or 0."""
    preference, states = model[dm].preference, model.states
    if not isinstance(preference, Prioritisation | Adjusted):
        return
    assert isinstance(states, OptionStates)  # noqa: S101 - only options are spoken of
    before, after = (int(states.codes[state]) for state in (first, second))
    for place, statement in enumerate(statements_of(preference), start=1):
        condition = statement.condition
        yield place, int(holds_in(condition, before)) - int(holds_in(condition, after))
