"""What is done in a situation, by whom, and how that leaves everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from satumeja.display import ShownInLine
from satumeja.front._sources import Backing
from satumeja.model import Text

__all__ = ["Alone", "Answering", "Change", "Compared", "Deed", "GroupGain", "Party", "Versus"]

Compared = Literal["worse", "same", "better"]
"""How a situation compares with now."""
Versus = Mapping[str, Compared]
"""By decision maker: how a situation compares with now for it."""


@dataclass(frozen=True, repr=False)
class Change(ShownInLine):
    """What one side does in a deed: options it takes up and gives up.

    Parameters
    ----------
    dm : str
        Who.
    up, down : tuple of str
        Ids of its options, in its order; of an option with levels, `id=level` in `up`. An option
        of another that it shares is `owner.id`.
    """

    dm: str
    up: tuple[str, ...]
    down: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Deed(ShownInLine):
    """How one situation becomes another.

    Parameters
    ----------
    state : int
        The number of the situation it leads to, from one; 0 where states are not listed.
    changes : tuple of Change
        By side, in the order of the file; empty in graph form, where the state's name says it.
    """

    state: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, repr=False)
class Party(ShownInLine):
    """A side of the conflict, as the page writes it.

    Parameters
    ----------
    id : str
        Its id.
    name : Text
        As in mid-sentence.
    letter : str
        One sign of its own: an initial, else A, B, and on.
    doing, not_doing : tuple of str
        Its options that are taken now, `id=level` for one with levels, and those that are not;
        neither has one that differs between members of a coalesced situation.
    """

    id: str
    name: Text
    letter: str
    doing: tuple[str, ...]
    not_doing: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class GroupGain(ShownInLine):
    """A group whose members all gain by moving together, to where none of them gets alone.

    No part of it could do the same.

    Parameters
    ----------
    members : tuple of str
        Who.
    deed : Deed
        What they do.
    """

    members: tuple[str, ...]
    deed: Deed


@dataclass(frozen=True, repr=False)
class Answering(ShownInLine):
    """One step of an answer to a move.

    Parameters
    ----------
    dm : str
        Who makes it.
    deed : Deed
        What it does, from where the step before left.
    gain : bool
        Whether it is a gain to whoever makes it, from there.
    why : Backing or None
        The statement that decides whether it is, and what that rests on; None where it is all
        the same to it.
    """

    dm: str
    deed: Deed
    gain: bool
    why: Backing | None


@dataclass(frozen=True, repr=False)
class Alone(ShownInLine):
    """A move that one side could make from now, alone.

    Parameters
    ----------
    dm : str
        Who.
    deed : Deed
        What it does.
    versus : Versus
        How it leaves everybody.
    gains : bool
        Whether it is a gain to its maker.
    lines : tuple of str
        Whose red lines are crossed there.
    answer : tuple of Deed
        The steps of the best answer after which the maker is no better off than now, the end
        last; empty where it gains nothing, or nothing takes the gain away.
    answer_by : tuple of str
        Who makes each of these steps.
    end : Versus or None
        How the end of the answer leaves everybody.
    end_lines : tuple of str
        Whose red lines are crossed there.
    steps : tuple of Answering
        The same steps, with what each is to whoever makes it.
    why : Backing or None
        The statement that decides how the move leaves its maker; None where it is all the same.
    back : bool
        Whether all is as now at the end of the answer.
    again : bool
        Whether the maker could gain again by one more move from there.
    why_no_better : Backing or None
        The statement that decides that the end is worse than now for the maker; None where
        all is as now, or it is all the same.
    order : tuple of str
        Two of its wishes whose order alone makes the end no better than now, and has no source
        of its own, the higher first; empty where no order matters.
    """

    dm: str
    deed: Deed
    versus: Versus
    gains: bool
    lines: tuple[str, ...]
    answer: tuple[Deed, ...]
    answer_by: tuple[str, ...]
    end: Versus | None
    end_lines: tuple[str, ...]
    steps: tuple[Answering, ...] = ()
    why: Backing | None = None
    back: bool = False
    again: bool = False
    why_no_better: Backing | None = None
    order: tuple[str, ...] = ()
