"""What the data of a front page rest on, who is missing, and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from satumeja.display import ShownInLine
from satumeja.model import Text

__all__ = ["Ahead", "Backing", "Denials", "Grade", "Seat"]

Grade = Literal["strong", "fair", "thin", "published", "none"]
"""How well an assumption is borne out, by counting rules."""


@dataclass(frozen=True, repr=False)
class Backing(ShownInLine):
    """What an assumption rests on, counted.

    Parameters
    ----------
    statement : str
        Where it stands, such as `russia#3`; a ranking is `russia`.
    grade : Grade
        By the rules of counting.
    reports, passages, verbatim, checked, denied : int
        Independent reports, passages cited, those verbatim, those a person checked, and those
        with a denial that a person accepted.
    inferred, contested : bool
        Whether the author marked it as inferred; whether a sentence of it is denied.
    """

    statement: str
    grade: Grade
    reports: int
    passages: int
    verbatim: int
    checked: int
    denied: int
    inferred: bool
    contested: bool


@dataclass(frozen=True, repr=False)
class Denials(ShownInLine):
    """Claims that are denied.

    Parameters
    ----------
    claims : int
        How many claims a person accepted as denied; 0 where nobody checked.
    by : tuple of str
        Who denies them.
    used : int
        How many of them the chain of links uses.
    reported : int
        Denials in the reports, of whatever.
    checked : bool
        Whether a person has accepted or rejected any.
    """

    claims: int
    by: tuple[str, ...]
    used: int
    reported: int
    checked: bool


@dataclass(frozen=True, repr=False)
class Seat(ShownInLine):
    """Somebody who is acted upon and has no choice in the model.

    Parameters
    ----------
    name : Text
        Who.
    id : str
        Its id, where the model names it; otherwise empty.
    """

    name: Text
    id: str


@dataclass(frozen=True, repr=False)
class Ahead(ShownInLine):
    """Something that has a date.

    Parameters
    ----------
    on : str
        The date as the file says it.
    first : date or None
        The first day it may mean.
    what : {"table", "deadline", "report"}
        Where it comes from.
    id : str
        The table's or the reference.
    text : Text
        What is due, in the author's words; empty for a table.
    """

    on: str
    first: date | None
    what: Literal["table", "deadline", "report"]
    id: str
    text: Text
