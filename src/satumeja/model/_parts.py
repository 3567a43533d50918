"""The parts of a model: decision makers, options, rules, tables, who is affected, sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown, ShownInLine
from satumeja.model._adjusted import Preference
from satumeja.model._beyond import NOTHING_BEYOND, Beyond
from satumeja.model._conditions import Condition
from satumeja.model._content import Content
from satumeja.model._levels import Scale
from satumeja.model._preferences import Statement
from satumeja.model._text import NO_TEXT, Text

if TYPE_CHECKING:
    from satumeja.model._perception import Perception

__all__ = [
    "Affected",
    "Deadline",
    "DecisionMaker",
    "Direction",
    "Option",
    "Rule",
    "RuleType",
    "Source",
    "Table",
]

Direction = Literal["both", "forward", "back"]
"""How an option can change: both ways, only from N to Y, or only from Y to N."""
RuleType = Literal["", "logical", "preferential"]
"""Why a rule is there: it makes no sense otherwise, or nobody would have it so; or not said."""


@dataclass(frozen=True, repr=False)
class Option(ShownInLine):
    """Something a decision maker can do or leave.

    Parameters
    ----------
    id : str
        Its id, unique within the decision maker.
    name : Text
        What it is called.
    direction : {"both", "forward", "back"}
        May it change both ways, only from N to Y, or only from Y to N?
    because, evidence
        What it rests on.
    scale : Scale, optional
        The levels of which this option is one, "at least this level".
    """

    id: str
    name: Text
    direction: Direction = "both"
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()
    scale: Scale | None = None


@dataclass(frozen=True, eq=False, repr=False)
class DecisionMaker(Content, Shown):
    """Someone who chooses.

    Parameters
    ----------
    id, name
        What it is called in the file and to people.
    preference : Preference
        What it prefers.
    options : tuple of Option
        Its options (option form; empty in graph form).
    moves : int64 array, shape (arcs, 2), optional
        Its moves as pairs of 0-based states (graph form; None in option form).
    red_lines : tuple of Statement
        Conditions it will not live with.
    beyond : Beyond
        What is known of its preference beyond a ranking.
    shared : tuple of int
        Options of others (0-based, over all) that it can change as well.
    unseen : tuple of Statement
        Conditions of states it does not see: it never moves to or from them.
    perceives : Perception, optional
        What it takes the conflict for, where that differs.
    because, evidence
        What its taking part rests on.
    """

    id: str
    name: Text
    preference: Preference
    options: tuple[Option, ...] = ()
    moves: NDArray[np.int64] | None = None
    red_lines: tuple[Statement, ...] = ()
    beyond: Beyond = NOTHING_BEYOND
    shared: tuple[int, ...] = ()
    unseen: tuple[Statement, ...] = ()
    perceives: Perception | None = None
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Rule(Shown):
    """A condition under which a state is infeasible, and why.

    `kind` is the form it was written in: condition, pattern, at_most_one,
    at_least_one, exactly_one or requires; or levels, where nobody stated it and the
    levels of an option make it so. `text` is what was written. `type` says why it
    cannot be: "logical", because it makes no sense, "preferential", because nobody would
    have it so, or nothing.

    Parameters
    ----------
    condition : Condition
        What cannot be: the states in which it holds.
    text, kind, type : str
        As told above.
    because : Text
        Why it cannot be.
    evidence : tuple of str
        What that rests on: sources, or places in them.
    """

    condition: Condition
    text: str
    kind: str = "condition"
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()
    type: RuleType = ""


@dataclass(frozen=True, repr=False)
class Table(ShownInLine):
    """A set of decision makers who can agree; `seats` has their ids.

    Parameters
    ----------
    id : str
        What it is called in the file.
    name : Text
        What it is called.
    seats : tuple of str
        Who sits there.
    date : str
        When they meet: an ISO date, month or year.
    because : Text
        Why they sit together.
    evidence : tuple of str
        What that rests on: sources, or places in them.
    convenor : Text
        Who calls them together: the id of a party of the model, or words.
    agenda : tuple of Text
        What they speak of, in order: options as ``maker.option``, or words.
    until : str
        When they are to be done: an ISO date, month or year.
    papers : tuple of str
        What lies on the table: sources, or places in them.
    """

    id: str
    name: Text
    seats: tuple[str, ...]
    date: str = ""
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()
    convenor: Text = NO_TEXT
    agenda: tuple[Text, ...] = ()
    until: str = ""
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Affected(ShownInLine):
    """A party that has no seat and no option, and yet is affected.

    Parameters
    ----------
    id : str
        What it is called in the file.
    name : Text
        What it is called.
    because : Text
        Why it is listed: how it is affected.
    evidence : tuple of str
        What that rests on: sources, or places in them.
    """

    id: str
    name: Text
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Deadline(ShownInLine):
    """Something that falls due on a day, whoever sits where.

    Parameters
    ----------
    id : str
        What it is called in the file.
    name : Text
        What is due, in words.
    date : str
        When: an ISO date, month or year.
    because : Text
        Why it is due then.
    evidence : tuple of str
        What that rests on: sources, or places in them.
    """

    id: str
    name: Text
    date: str
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Source(ShownInLine):
    """Where evidence is found: a report, its dossier, or a publication.

    Parameters
    ----------
    id : str
        What evidence calls it.
    title : Text
        What it is called.
    report, dossier : str
        The files of the report and of what was read in it, from the folder of the model.
    citation : str
        A publication, as it is cited.
    url : str
        Where it can be read.
    """

    id: str
    title: Text = NO_TEXT
    report: str = ""
    dossier: str = ""
    citation: str = ""
    url: str = ""
