"""Steps in words a person reads, in either language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import satumeja
from satumeja.messages import Messages
from satumeja.web.cases._steps import Step

__all__ = ["gone_words", "put_back_words", "step_words"]

_FOLDER = Path(satumeja.__file__).parent / "brief" / "words" / "web"
_SENTENCES = {"undo": "undo", "redo": "redo"}


def step_words(step: Step, language: str) -> str:
    """Say what a step did.

    Parameters
    ----------
    step : Step
        The step.
    language : {"en", "id"}
        The language to speak.

    Examples
    --------
    >>> thing = {"noun": "wish", "who": {"en": "Russia", "id": "Rusia"}, "n": 3}
    >>> words = ({"key": "moved", "thing": thing, "place": 1},)
    >>> step = Step(1, "talks.yaml", "edit", None, "", None, words, "", "", True)
    >>> step_words(step, "en"), step_words(step, "id")
    ('Russia: wish 3 moved to place 1', 'Rusia: keinginan 3 dipindahkan ke urutan 1')
    """
    say = _messages(language)
    parts = [_part(say, part) for part in step.words]
    words = "; ".join(parts) or say("history.unnamed")
    if step.kind in _SENTENCES:
        words = say(f"history.{_SENTENCES[step.kind]}", what=words)
    return words[:1].upper() + words[1:]


def gone_words(file: str, language: str) -> str:
    """Say that a file was removed from the folder."""
    return _messages(language)("history.gone", file=file)


def put_back_words(language: str) -> str:
    """Say what undoing the removal of a file does."""
    return _messages(language)("history.put_back_now")


@cache
def _messages(language: str) -> Messages:
    return Messages(_FOLDER, language)


def _part(say: Messages, part: Mapping[str, Any]) -> str:
    key = str(part.get("key", "unnamed"))
    values = dict(part)
    for name in ("thing", "to"):
        if isinstance(part.get(name), Mapping):
            values[name] = _thing(say, part[name])
    is_whole = "" not in (values.get("thing"), values.get("to"))
    words = _filled(say, f"history.{key}", values) if is_whole else ""
    return words or say("history.unnamed")


def _filled(say: Messages, key: str, values: Mapping[str, Any]) -> str:
    """Fill a message; nothing where a later version, or a damaged file, says other things."""
    try:
        return say(key, **{name: value for name, value in values.items() if name != "key"})
    except KeyError:
        return ""


def _thing(say: Messages, thing: Mapping[str, Any]) -> str:
    """Name a part of a model: whose it is, what it is, and which; nothing where that is lost."""
    values = {name: _said(say, value) for name, value in thing.items()}
    number, what = values.get("n"), values.get("what")
    key = f"history.a_{values.get('noun')}"
    otherwise = say("history.a_part", what=what) if what else ""
    if key not in say:
        return otherwise
    if number == "0" and f"{key}_last" in say:
        key += "_last"
    name = _filled(say, key, values) or otherwise
    return say("history.quoted", thing=name, what=what) if number and what else name


def _said(say: Messages, value: Any) -> str:
    if isinstance(value, Mapping):
        return str(value.get(say.language) or next(iter(value.values()), ""))
    return str(value)
