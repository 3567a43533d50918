"""What it takes for a situation to hold, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from satumeja.brief.words import Phrases, Words
    from satumeja.stability import Hold

__all__ = ["held"]

_TWO = 2


def held(phrases: Phrases, hold: Hold, *, is_now: bool = False, named: bool = True) -> str:
    """Say on which rung a situation stands, and who could gain by leaving it.

    Parameters
    ----------
    phrases : Phrases
        The names of its model and the words of a language.
    hold : Hold
        What it takes.
    is_now : bool
        Whether that is the present situation.
    named : bool
        Whether another is named by its number; else it is "this situation".

    Returns
    -------
    str
        A sentence; another where one more move could bring a gain back.

    Examples
    --------
    >>> from satumeja.brief.words import Phrases, Words
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> model = load("chicken")
    >>> held(Phrases(model, Words("en")), analyse(model, "nash").hold(2))
    'State 2 holds by itself: no side could gain by one move of its own.'
    """
    words, model = phrases.words, phrases.model
    lowest = [side for side in hold.tempted if side.level == hold.level]
    key = f"hold.{hold.level}"
    if hold.level == 1:
        key += "_some" if any(side.by_level[-1] for side in lowest) else "_all"
    is_other = len(model.decision_makers) == _TWO and len(lowest) == 1
    others = words("hold.others_one" if is_other else "hold.others_many")
    sentence = words(
        key,
        what=_what(words, hold, is_now=is_now, named=named),
        dms=words.all_of([phrases.dm(side.dm) for side in lowest]),
        others=others,
        there=words("hold.than_now" if is_now else "hold.than_there"),
    )
    if not hold.nuance:
        return sentence
    returning = words.all_of([phrases.dm(dm) for dm in hold.nuance])
    return f"{sentence} {words('hold.nuance', dms=returning)}"


def _what(words: Words, hold: Hold, *, is_now: bool, named: bool) -> str:
    """Name the situation at the beginning of a sentence."""
    if is_now:
        return words("hold.now")
    return words("hold.state", number=hold.state) if named else words("hold.this")
