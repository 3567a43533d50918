"""A few words as a report: a headline, a line of a ministry, a caption, a list, a quotation."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from satumeja.report._knowledge import knowledge, word_choice
from satumeja.report._page import Page
from satumeja.report._types import Span

__all__ = ["is_short", "tells", "with_body"]

_MOST_LETTERS, _MOST_WORDS = 2_000, 150
_STANDS_BESIDE = ("date", "dateline", "byline", "footer", "kicker")
_NAME = re.compile(r"(?<=[\w,;:][ \t])(?:[A-Z][\w'’-]+|@\w+)|[\"“”«»]")
"""A name that a sentence does not begin with, or a mark of quotation."""


def is_short(text: str) -> bool:
    """Whether a text is a few words, of which none can be missed.

    Of a long one more is asked before it is taken for news: somebody is said to have said
    something, or it bears a day.
    """
    return len(text) <= _MOST_LETTERS and len(text.split()) <= _MOST_WORDS


def with_body(page: Page) -> Page:
    """Take the lines of a page without prose for its body; the headline alone is one."""
    lines = [line for line in page.furniture if line.kind not in _STANDS_BESIDE]
    furniture = [line for line in page.furniture if line.kind in _STANDS_BESIDE]
    body: list[Span] = [(line.start, line.end) for line in lines]
    title = page.title
    if title is not None and not body:
        body = [title]
        title = None
    return replace(page, title=title, caption=None, body=body, furniture=furniture)


def tells(text: str, page: Page, language: str) -> bool:
    """Whether a few words tell of politics: they name somebody, quote, or have a word of it."""
    news = _news_words(language)
    lines = (*page.body, *((page.title,) if page.title else ()))
    return any(_NAME.search(text, *line) or news.search(text, *line) for line in lines)


@cache
def _news_words(language: str) -> re.Pattern[str]:
    words = knowledge("satumeja.report", language, "article")["news_words"]
    return re.compile(rf"(?i:\b{word_choice(words)}\b)")
