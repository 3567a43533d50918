"""A cited sentence in words of another language, as a person gave them."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.display import ShownInLine
from satumeja.model._text import NO_TEXT, Text

__all__ = ["Gloss"]


@dataclass(frozen=True, repr=False)
class Gloss(ShownInLine):
    """What a person says that a cited sentence says, or where another report has it.

    Nothing is ever translated by the program: a reader of another language is shown these
    words beside the sentence as published, with the name of whoever gave them.

    Parameters
    ----------
    reference : str
        The sentence, as evidence refers to it.
    words : Text
        What it says, by language; empty where only another report is named.
    by : str
        Who says so.
    parallel : str
        A reference to the same sentence in a report of another language.

    Examples
    --------
    >>> Gloss("wire#s9", Text({"en": "There is no such plan."}), by="A. Reader").by
    'A. Reader'
    """

    reference: str
    words: Text = NO_TEXT
    by: str = ""
    parallel: str = ""
