"""Whether the words around a time look ahead or back, and whether they set it a bound."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from satumeja.report._knowledge import knowledge, word_choice
from satumeja.report._types import Span

__all__ = ["Around", "around"]

_WINDOW = 400
_MARKS = re.compile('["“”„«»]')
_OWNED = re.compile(r"['’]s\b")
_LENGTH_OF_BOUND = 40
_FEW_WORDS = 3
_COST_OF_PAUSE = 40  # a sign behind a comma or "that" counts as if it stood so much further off,
_COST_OF_AFTER = 15  # and one behind the time a little further than one before it


@dataclass(frozen=True)
class Around:
    """What the words around a time say of it.

    Parameters
    ----------
    direction : int or None
        Ahead (1), behind (-1), or unsaid.
    bound : str or None
        ``by`` for the end of a term, ``from`` for the start of what is to come, ``since`` for
        the start of what was; None where the words set no bound.
    is_ahead_somewhere : bool
        Whether any word of the sentence looks ahead.
    is_owned : bool
        Whether it says which thing is meant ("Monday's meeting"), and not when.
    has_asking : bool
        Whether somebody asks for something, threatens it or promises it in the sentence.
    """

    direction: int | None
    bound: str | None = None
    is_ahead_somewhere: bool = False
    is_owned: bool = False
    has_asking: bool = False

    @property
    def is_asked(self) -> bool:
        """Whether something is still to be done: it will be, or somebody asks for it."""
        return self.is_ahead_somewhere or self.has_asking


@dataclass(frozen=True)
class _Signs:
    """The words of a language that show time ahead, time behind, and bounds."""

    tense: re.Pattern[str]
    phrases: re.Pattern[str]
    pause: re.Pattern[str]
    link: re.Pattern[str]
    asking: re.Pattern[str]
    asking_aside: re.Pattern[str]
    shelving: re.Pattern[str]
    enduring: re.Pattern[str]
    bounds: re.Pattern[str]
    fronted: re.Pattern[str]
    nearly: re.Pattern[str]


@cache
def _signs(language: str) -> _Signs:
    """Compile the signs of a language."""
    table = knowledge("satumeja.report", language, "dates")
    tense, bounds = table["tense"], table["bounds"]
    ahead = word_choice(tense["future"])
    back = "|".join([*tense["past_forms"], word_choice(tense["past"])])
    kinds = "|".join(
        f"(?P<{kind}>{word_choice(bounds[words])})"
        for kind, words in (
            ("latest", "latest"),
            ("by", "by"),
            ("start", "start"),
            ("aimed", "aimed"),
        )
    )
    return _Signs(
        re.compile(rf"\b(?:(?P<ahead>{ahead})|(?P<back>{back}))\b", re.IGNORECASE),
        re.compile(rf"\b(?:{'|'.join(tense['future_forms'])})\b", re.IGNORECASE),
        re.compile(rf"[,;:–—(]\s|\b{word_choice(tense['joints'])}\b", re.IGNORECASE),
        re.compile(rf"\b{word_choice(tense['links'])}\s[a-z]"),
        re.compile(rf"\b{word_choice(tense['asking'])}\b", re.IGNORECASE),
        re.compile(rf"\b{word_choice(tense['asking'])},\s(?:on\s|pada\s)?\Z", re.IGNORECASE),
        re.compile(rf"\b{tense['shelving']}\s+\Z", re.IGNORECASE),
        re.compile(rf"\b{word_choice(bounds['enduring'])}\b", re.IGNORECASE),
        re.compile(
            rf"\b(?:{kinds}|(?P<since>{word_choice(bounds['since'])}))"
            rf"(?:\s(?:{'|'.join(bounds['between'])}))?\s+\Z",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:\A|[,;:]\s)\s*{word_choice(bounds['by'])}\s+\Z", re.IGNORECASE),
        re.compile(rf"\b{word_choice(bounds['nearly'])}\s+\Z", re.IGNORECASE),
    )


def around(text: str, start: int, end: int, span: Span, language: str) -> Around:
    """Say what the words around a time tell of it.

    Parameters
    ----------
    text : str
        The report.
    start, end : int
        The sentence.
    span : Span
        The words that name the time.
    language : str
        Whose signs to know.

    Notes
    -----
    The nearest sign decides. What stands inside quotation marks is decided by the words inside
    them, and what stands outside by those outside.
    """
    start, end = _voice(text, start, end, span)
    signs = _signs(language)
    owned = _OWNED.match(text, span[1]) is not None
    near = max(start, span[0] - _WINDOW), min(end, span[1] + _WINDOW)
    matches = [
        (_distance(text, match.span(), span, signs.pause), index, sign)
        for index, pattern in enumerate((signs.phrases, signs.tense))
        for match in pattern.finditer(text, *near)
        if (match.end() <= span[0] and not owned)
        or (match.start() >= span[1] and not signs.link.search(text, span[1], match.start() + 1))
        for sign in [1 if index == 0 or match["ahead"] else -1]
    ]
    asking = signs.asking.search(text, start, end) is not None
    direction = min(matches)[2] if matches else None
    if (
        signs.asking_aside.search(text[max(start, span[0] - _LENGTH_OF_BOUND) : span[0]])
        and text[span[1] : span[1] + 1] == ","
    ):
        direction = -1  # "mengancam, Selasa, akan mogok"
    if owned and signs.shelving.search(text[max(start, span[0] - _LENGTH_OF_BOUND) : span[0]]):
        direction = 1
    if direction is None and asking and len(text[start : span[0]].split()) < _FEW_WORDS:
        direction = -1  # "In February they demand ...": that was done, and is being told
    unbound = Around(
        direction,
        is_ahead_somewhere=any(sign == 1 for _, _, sign in matches),
        is_owned=owned,
        has_asking=asking,
    )
    before = text[max(start, span[0] - _LENGTH_OF_BOUND) : span[0]]
    bound = signs.bounds.search(before)
    if bound is None or signs.nearly.search(before[: bound.start()]):
        return unbound
    if bound["since"]:
        return replace(unbound, direction=-1, bound="since")
    if bound["aimed"]:  # "announced a stoppage for Friday", but "apologised for Friday's delay"
        return unbound if owned else replace(unbound, direction=1)
    direction, name = _bounded(text, (start, end), span, signs, bound, unbound)
    return replace(unbound, direction=direction, bound=name)


def _bounded(
    text: str,
    sentence: Span,
    span: Span,
    signs: _Signs,
    bound: re.Match[str],
    unbound: Around,
) -> tuple[int, str | None]:
    """Say of a time with "by", "until" or "from" before it whether it is still to come.

    It is, unless something is told to have gone on until then or from then ("lasted until"), or
    the sentence opens with it and tells how far things had come.
    """
    name = "from" if bound["start"] else "by"
    if bound["latest"] or unbound.is_ahead_somewhere:
        return 1, name
    if signs.fronted.search(text[sentence[0] : span[0]]):
        return -1, None
    if bound["start"] and unbound.direction == -1 and not unbound.has_asking:
        return -1, "since"
    if signs.enduring.search(text, max(sentence[0], span[0] - _WINDOW), sentence[1]):
        return -1, "since" if bound["start"] else None
    return 1, name


def _voice(text: str, start: int, end: int, span: Span) -> Span:
    """Narrow a sentence to the quotation a time stands in, or to the words around quotations."""
    marks = [match.start() for match in _MARKS.finditer(text, start, end)]
    before = [place for place in marks if place < span[0]]
    after = [place for place in marks if place >= span[1]]
    if not marks:
        return start, end
    return before[-1] + 1 if before else start, after[0] if after else end


def _distance(text: str, sign: Span, span: Span, pause: re.Pattern[str]) -> int:
    """Say how far a sign is from a time: in characters, pauses between them counted more."""
    behind = sign[1] > span[0]
    left, right = (span[1], sign[0]) if behind else (sign[1], span[0])
    pauses = sum(1 for _ in pause.finditer(text, left, right))
    return right - left + _COST_OF_PAUSE * pauses + (_COST_OF_AFTER if behind else 0)
