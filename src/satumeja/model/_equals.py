"""Statements of equal importance: how many of them hold is what counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from itertools import combinations

from satumeja.model._conditions import Binary, Condition
from satumeja.model._preferences import Statement
from satumeja.model._text import Text

__all__ = ["MOST_EQUAL", "equals"]

MOST_EQUAL = 8
"""The most statements that can be of equal importance."""


def equals(parts: Sequence[Statement]) -> tuple[Statement, ...]:
    """Turn statements of equal importance into as many, one more important than the next.

    A state in which more of the statements hold is preferred. That is what the list
    "all of them hold, all but one at least, ..., one at least" says as well, so no
    engine needs to know that statements can be equally important.

    Parameters
    ----------
    parts : sequence of Statement
        Two to `MOST_EQUAL` statements.

    Examples
    --------
    >>> from satumeja.model import Is
    >>> both = (Statement(Is(0), "talk"), Statement(Is(1), "-arm"))
    >>> [statement.text for statement in equals(both)]
    ['talk & (-arm)', 'talk | (-arm)']
    """
    evidence = tuple(dict.fromkeys(each for part in parts for each in part.evidence))
    because = _joined([part.because for part in parts if part.because])
    found = []
    for count in range(len(parts), 0, -1):
        groups = list(combinations(parts, count))
        condition = _any(_all(part.condition for part in group) for group in groups)
        text = _text([_text([part.text for part in group], "&") for group in groups], "|")
        inferred = any(part.inferred for part in parts)
        stated = Statement(condition, text, because, evidence, among=tuple(parts))
        found.append(replace(stated, inferred=inferred))
    return tuple(found)


def _all(conditions: Iterable[Condition]) -> Condition:
    return reduce(lambda left, right: Binary("and", left, right), conditions)


def _any(conditions: Iterable[Condition]) -> Condition:
    return reduce(lambda left, right: Binary("or", left, right), conditions)


def _text(texts: Sequence[str], sign: str) -> str:
    if len(texts) == 1:
        return texts[0]
    return f" {sign} ".join(text if text.isidentifier() else f"({text})" for text in texts)


def _joined(reasons: Sequence[Text]) -> Text:
    if len(set(reasons)) <= 1:
        return Text(reasons[0]) if reasons else Text()
    languages = list(dict.fromkeys(code for reason in reasons for code in reason.by_language))
    if not languages:
        return Text("; ".join(reasons))
    return Text(
        {code: "; ".join(reason.in_language(code) for reason in reasons) for code in languages}
    )
