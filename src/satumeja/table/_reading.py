"""Threats and promises as they are stated: what by whom, if what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from satumeja.display import Shown
from satumeja.errors import QuestionError
from satumeja.model import Binary, Condition, DecisionMaker, Model, OptionStates
from satumeja.model.kit import mask_of
from satumeja.table._changes import statements_of

__all__ = ["Conditional", "conditional", "own_options", "read_conditionals"]


@dataclass(frozen=True, repr=False)
class Conditional(Shown):
    """What somebody says it would do, and on what condition.

    Parameters
    ----------
    by : str
        Who says so.
    when : Condition
        In which states, on options of others alone.
    then : Condition
        What it would bring about, by options of its own alone.
    text : str
        As written.
    statement : int
        The place of the preference statement it was read from, from 1; 0 for none.

    See Also
    --------
    conditional : Makes one that the model does not state.
    """

    by: str
    when: Condition
    then: Condition
    text: str
    statement: int = 0


def own_options(model: Model, dm_id: str) -> int:
    """Return the options of a decision maker as a bit set."""
    states = model.states
    if not isinstance(states, OptionStates):
        raise QuestionError("threats are about options; the model is in graph form")
    places = [dm.id for dm in model.decision_makers]
    return states.masks[places.index(model[dm_id].id)]


def _fits(when: Condition, then: Condition, own: int) -> bool:
    """Decide whether `then` is the owner's alone to do, and `when` is up to others alone."""
    acts, turns_on = mask_of(then), mask_of(when)
    return bool(acts) and not acts & ~own and bool(turns_on) and not turns_on & own


def _readings(dm: DecisionMaker, own: int) -> Iterator[Conditional]:
    for place, statement in enumerate(statements_of(dm), start=1):
        match statement.condition:
            case Binary("if", then, when) if _fits(when, then, own):
                yield Conditional(dm.id, when, then, statement.text, place)
            case Binary("iff", left, right):
                for then, when in ((left, right), (right, left)):
                    if _fits(when, then, own):
                        yield Conditional(dm.id, when, then, statement.text, place)


def read_conditionals(model: Model) -> tuple[Conditional, ...]:
    """Read the threats and promises that preference statements make.

    Parameters
    ----------
    model : Model
        In option form; in graph form there are none.

    Returns
    -------
    tuple of Conditional
        One for each statement ``then if when`` or ``then iff when`` in which `then`
        speaks of its owner's options alone and `when` of others' alone, in file order.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> [(stated.by, stated.text) for stated in read_conditionals(load("december-2021-b"))][:2]
    [('russia', 'attack iff -guarantee'), ('russia', 'withdraw iff (guarantee | rollback)')]
    """
    if model.is_graph:
        return ()
    return tuple(
        stated
        for dm in model.decision_makers
        for stated in _readings(dm, own_options(model, dm.id))
    )


def conditional(model: Model, by: str, *, when: str, then: str) -> Conditional:
    """State a threat or promise that the model does not.

    Parameters
    ----------
    model : Model
        In option form.
    by : str
        Who would make it.
    when, then : str
        The condition on others' options, and what `by` would do with its own.

    Returns
    -------
    Conditional
        Which `threats` judges among its `more`.

    Raises
    ------
    QuestionError
        If a condition cannot be read, or is not up to those it should be up to; in graph
        form.

    See Also
    --------
    threats : Judges it.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> threat = conditional(load("december-2021-a"), "nato", when="attack", then="arm")
    >>> threat.by, threat.text
    ('nato', 'arm if attack')
    """
    own, condition, deed = own_options(model, by), model.condition(when), model.condition(then)
    if not _fits(condition, deed, own):
        raise QuestionError(
            f'"{then} if {when}": what is done must be up to {by} alone, '
            "and the condition to others alone"
        )
    return Conditional(by, condition, deed, f"{then} if {when}")
