"""The content of a model as one short word."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import numpy as np

from satumeja.model import Model, OptionStates
from satumeja.model.kit import arcs_of

__all__ = ["digest_of", "model_digest", "numbers_digest"]


def digest_of(content: Mapping[str, Any]) -> str:
    """Return the SHA-256 of plain data, whatever the order of its keys.

    Examples
    --------
    >>> digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
    True
    """
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def numbers_digest(values: Any) -> str:
    """Return the SHA-256 of whole numbers in order, the same on every machine."""
    return hashlib.sha256(np.ascontiguousarray(values, dtype="<i8").tobytes()).hexdigest()


def model_digest(model: Model) -> str:
    """Return a hash of all that decides stability in a model, and of nothing else.

    Parameters
    ----------
    model : Model
        Its states must be few enough to be listed.

    Returns
    -------
    str
        64 hexadecimal digits.

    Raises
    ------
    LimitError
        If the model has more feasible states than can be listed.

    Notes
    -----
    It covers, in the order of the model: the options of each decision maker by their
    directions, the feasible states by their decimals, the moves (where they do not follow
    from options alone) as sorted pairs, and the rank of each state for each decision
    maker. Names, reasons, sources, the status quo and the way rules and preferences are
    put play no part: two models with equal digests have the same stable states, under
    equal numbers.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from satumeja.gallery import load
    >>> from satumeja.model import Text
    >>> chicken = load("chicken")
    >>> model_digest(chicken) == model_digest(replace(chicken, title=Text("Hawk and dove")))
    True
    >>> model_digest(chicken) == model_digest(load("prisoners-dilemma"))
    False
    """
    makers, states = model.decision_makers, model.states
    content: dict[str, Any] = {
        "digest": 1,
        "states": len(states),
        "ranks": [numbers_digest(model.ranks(dm)) for dm in makers],
    }
    if isinstance(states, OptionStates):
        content["options"] = [[option.direction for option in dm.options] for dm in makers]
        content["feasible"] = numbers_digest(states.codes)
    if not model.moves_by_options:
        content["moves"] = [numbers_digest(arcs_of(model, dm)) for dm in makers]
    return digest_of(content)
