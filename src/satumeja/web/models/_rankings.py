"""Rankings written as text, where a state goes."""

from __future__ import annotations

import re

__all__ = ["without_state"]

_SIGN = re.compile(r"\s*(>>|>|=)\s*")
_STRENGTH = {"=": 0, ">": 1, ">>": 2}


def without_state(text: str, state: str) -> str:
    """Write a ranking anew without a state; what stood on both sides of it keeps its order.

    Parameters
    ----------
    text : str
        The ranking, such as ``a > b = c >> d``.
    state : str
        The state that goes.

    Examples
    --------
    >>> without_state("a > b = c >> d", "b")
    'a > c >> d'
    >>> without_state("a > b = c >> d", "c"), without_state("a > b", "a")
    ('a > b >> d', 'b')
    """
    first, *rest = _SIGN.split(text.strip())
    states, signs = [first, *rest[1::2]], ["", *rest[::2]]
    while state in states:
        place = states.index(state)
        del states[place]
        before = signs.pop(place)
        if not place and signs:
            signs[0] = ""
        elif place < len(signs):
            signs[place] = max(before, signs[place], key=lambda sign: _STRENGTH[sign])
    return "".join(
        f" {sign} {name}" if sign else name for sign, name in zip(signs, states, strict=True)
    )
