"""The sentence some words of a text stand in, without the whole text being read."""

from __future__ import annotations

import re

from satumeja.report._quotations import quotations
from satumeja.report._sentences import sentence_spans
from satumeja.report._types import Span

__all__ = ["sentence_around"]

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_NEAR = 4_000  # letters on each side that are looked at, however long the paragraph


def sentence_around(text: str, span: Span, language: str) -> Span:
    """Find the sentence, or sentences, that some words of a text stand in.

    Parameters
    ----------
    text : str
        The text.
    span : Span
        The words.
    language : str
        The language they are written in.

    Returns
    -------
    Span
        From the begin of the first sentence that has some of them to the end of the last.

    See Also
    --------
    parse : Finds all sentences of a report.

    Notes
    -----
    Cost is that of one paragraph.

    Examples
    --------
    >>> text = "Talks go on. Mr. Lavrov said they had failed. Nobody answered."
    >>> text[slice(*sentence_around(text, (30, 44), "en"))]
    'Mr. Lavrov said they had failed.'
    """
    start, end = span
    low = max(start - _NEAR, 0)
    for gap in _BLANK_LINE.finditer(text, low, start):
        low = gap.end()
    high = min(end + _NEAR, len(text))
    if blank := _BLANK_LINE.search(text, end, high):
        high = blank.start()
    inside = [
        sentence
        for sentence in sentence_spans(text, low, high, quotations(text, low, high), language)
        if sentence[0] < end and start < sentence[1]
    ]
    return min([start, *(a for a, _ in inside)]), max([end, *(b for _, b in inside)])
