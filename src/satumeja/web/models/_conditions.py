"""Conditions as they are typed: what they mean, and where they are wrong."""

from __future__ import annotations

import re

from satumeja.brief.words import Phrases, Words
from satumeja.model import Condition, ConditionError, Model, OptionStates, parse_condition
from satumeja.model.kit import Pattern, read_form
from satumeja.stability import Analysis
from satumeja.web.models._decided import LISTED, Decided
from satumeja.web.models._live import live
from satumeja.web.models._terms import Terms
from satumeja.web.routing import Call
from satumeja.web.shapes import ConditionBody, ConditionFault, ConditionRead

__all__ = ["condition", "read_condition"]

_MOST_SIGNS = 10_000
_WORD = re.compile(r"[\w.]+|>=|\S")


def condition(call: Call) -> ConditionRead:
    """Say what a condition on the options of a model means, or what is wrong in it."""
    body: ConditionBody = call.body
    loaded = call.case.read(call.names["file"])
    loaded.sound()
    return read_condition(body.text, live(call.case, loaded).analysis, call.language)


def read_condition(text: str, analysis: Decided, language: str) -> ConditionRead:
    """Read a condition as it is typed.

    Parameters
    ----------
    text : str
        The condition, or option form with "-" for either.
    analysis : Analysis or SymbolicAnalysis
        The model whose options it may speak of, decided.
    language : {"en", "id"}
        The language of the words.
    """
    if len(text) > _MOST_SIGNS:
        message = f"a condition may have {_MOST_SIGNS:,} characters at most"
        fault = ConditionFault(message=message, start=_MOST_SIGNS, stop=len(text))
        return ConditionRead(text=text, fault=fault)
    try:
        stated = _condition(text, analysis.model)
    except ConditionError as error:
        return ConditionRead(text=text, fault=_fault(text, error))
    phrases = Phrases(analysis.model, Words(language))
    holds, size, states = _where(stated, analysis)
    return ConditionRead(
        text=text,
        words=phrases.condition(stated),
        tree=Terms(phrases).of(stated),
        holds=holds,
        size=size,
        states=states,
    )


def _condition(text: str, model: Model) -> Condition:
    try:
        return Pattern(*read_form(text.strip(), model.widths, "YN-"))
    except ValueError:
        return parse_condition(text, model.option_index)


def _fault(text: str, error: ConditionError) -> ConditionFault:
    """Say up to where the word reaches that is wrong."""
    word = _WORD.match(text, error.offset)
    stop = word.end() if word else len(text)
    return ConditionFault(message=str(error), start=error.offset, stop=stop)


def _where(stated: Condition, analysis: Decided) -> tuple[int | None, int | None, str]:
    """Return in how many of how many states a condition holds, and in which."""
    states = analysis.model.states if isinstance(analysis, Analysis) else None
    if not isinstance(states, OptionStates):
        return None, None, ""
    true = states.holds(stated)
    listed = "".join("1" if flag else "0" for flag in true) if len(true) <= LISTED else ""
    return int(true.sum()), len(true), listed
