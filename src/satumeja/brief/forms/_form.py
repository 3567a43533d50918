"""A form as data: the lines at its head and its numbered parts, in the order of the office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from satumeja.brief.leaf import Sentence

__all__ = ["FORMS", "Form", "Line", "Part"]

FORMS = ("page", "submission", "telaahan", "full")
"""The forms a brief can have: one page, two that offices know, and everything."""


@dataclass(frozen=True)
class Line:
    """A line at the head of a form.

    Parameters
    ----------
    label, text : str
        What it is, and what stands there; the author fills in what nobody gave.
    """

    label: str
    text: str


@dataclass(frozen=True)
class Part:
    """A numbered part of a form.

    Parameters
    ----------
    key, heading : str
        Which part, and what stands over it.
    sentences : tuple of Sentence
        What it says.
    listed : bool
        Whether each sentence is an item of its own.
    figure : {"", "strip", "picture"}
        What of the front page's figure stands in it, after the sentences.
    """

    key: str
    heading: str
    sentences: tuple[Sentence, ...]
    listed: bool = False
    figure: Literal["", "strip", "picture"] = ""


@dataclass(frozen=True)
class Form:
    """A brief in the form of an office.

    Parameters
    ----------
    key : {"submission", "telaahan"}
        Which form.
    title : str
        What stands above it.
    lines : tuple of Line
        To whom, from whom, when, about what.
    parts : tuple of Part
        What it says, in order.
    """

    key: str
    title: str
    lines: tuple[Line, ...]
    parts: tuple[Part, ...]
