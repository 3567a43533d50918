"""The data of a front page: every sentence and every mark on it is made from these alone.

Decision makers, options and states are named by their ids and numbers; no word of any language
stands here but what the author of the model wrote. What each part means is told in the brief"s
templates, which read nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from satumeja.display import Shown, ShownInLine
from satumeja.front._deeds import Alone, Deed, GroupGain, Party
from satumeja.front._plain import plain
from satumeja.front._seated import Seated
from satumeja.front._sources import Ahead, Backing, Denials, Seat
from satumeja.model import Text
from satumeja.stability import Hold

__all__ = ["Ask", "Elsewhere", "Front", "Link", "Reading"]


@dataclass(frozen=True, repr=False)
class Link(ShownInLine):
    """One step of a chain that the present situation hangs on.

    A chain begins with a link of the kind "move" and goes on to its end; where nothing takes
    the gain of the move away, that is all of it.

    Parameters
    ----------
    kind : {"move", "answer", "no gain", "back"}
        A side gains by moving; another answers; the mover has no gain left; all is as now.
    dm : str
        Whose step.
    deed : Deed
        What it does, from where the link before left; of the last link how all that was done
        since now leaves things, from now.
    gain : bool
        Whether the step is a gain to whoever makes it.
    why : Backing or None
        The statement that decides it and what it rests on; None where a ranking or weights do,
        and nothing is cited.
    order : tuple of str
        Two wishes whose order decides the link and has no source of its own, the higher first;
        empty where no order matters.
    """

    kind: Literal["move", "answer", "no gain", "back"]
    dm: str
    deed: Deed
    gain: bool
    why: Backing | None
    order: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Reading(ShownInLine):
    """A reading of the same conflict, and where the present situation stands in it.

    Parameters
    ----------
    name : Text
        Its short name, or its title.
    level : int or None
        The rung; None where it does not say which situation is the present one.
    this : bool
        Whether it is the one the page is made of.
    left_aside : tuple of str
        References to sentences that it uses and the page's own reading leaves aside.
    """

    name: Text
    level: int | None
    this: bool
    left_aside: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Elsewhere(ShownInLine):
    """Situations other than the present one, as they would hold if they came about.

    Parameters
    ----------
    counts : tuple of int
        How many stand on each rung, 0 to 3; of all, where none is the present one.
    states : tuple of (int, int, int)
        Those on the highest rungs, the nearest first, eight at most: number, rung, how many
        moves away (-1 where none lead there, or none is the present one).
    """

    counts: tuple[int, int, int, int]
    states: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, repr=False)
class Ask(ShownInLine):
    """Something to find out, thinnest evidence first.

    Parameters
    ----------
    kind : {"order", "wish", "rank", "nogain", "line", "less", "now", "affected", "until"}
        Which question.
    dms : tuple of str
        Of whom.
    wishes : tuple of str
        The statements it is about, such as `russia#3`; two for an order, the higher first.
    deed : Deed or None
        The deed it is about.
    """

    kind: Literal["order", "wish", "rank", "nogain", "line", "less", "now", "affected", "until"]
    dms: tuple[str, ...]
    wishes: tuple[str, ...] = ()
    deed: Deed | None = None


@dataclass(frozen=True, repr=False)
class Front(Shown):
    """Everything a front page says, as data.

    Parameters
    ----------
    title, reading, question : Text
        As the model gives them; empty where it does not.
    as_of : str
        The day it speaks of; empty where none is given.
    wording : {"verbs", "labels"}
        Whether names of options read as verbs in a sentence.
    parties : tuple of Party
        The decision makers, in the order of the file.
    hold : Hold or None
        How the present situation holds; None where the model does not say which that is.
    links : tuple of Link
        The chains it hangs on, of two tempted sides at most, the weakest first: of each its
        first move, the answer, and the end.
    alone : tuple of Alone
        Moves from now: gainful ones first, then those that change one option, then the others;
        each side's in the order of the file. Twenty a side of each kind at most.
    alone_count : int
        How many moves from now there are in all.
    tables : tuple of Seated
        What the tables could agree; everybody together where the model has no table. None in
        graph form, where nothing says who changed what, and where no situation is the present
        one.
    groups : tuple of GroupGain or None
        What groups could gain from now that no member can alone; None where this was not
        asked: of over 8 decision makers or 4,096 states.
    readings : tuple of Reading
        This and the other readings; only this one where the model names no other.
    elsewhere : Elsewhere or None
        The other situations; None where states are not listed.
    evidence : Backing
        Of the whole model: the grade of the weakest link, and what is cited in all.
    sources : int
        Publications cited, with or without a sentence.
    denials : Denials
        What is denied.
    no_seat : tuple of Seat
        Who is acted upon without a choice.
    reports : bool
        Whether any report or dossier is attached.
    ahead : tuple of Ahead
        What has a date from the day the model speaks of on, the nearest first.
    ask : tuple of Ask
        What to find out next, all of it; the page prints the first three.
    """

    title: Text
    reading: Text
    question: Text
    as_of: str
    wording: Literal["verbs", "labels"]
    parties: tuple[Party, ...]
    hold: Hold | None
    links: tuple[Link, ...]
    alone: tuple[Alone, ...]
    alone_count: int
    tables: tuple[Seated, ...]
    groups: tuple[GroupGain, ...] | None
    readings: tuple[Reading, ...]
    elsewhere: Elsewhere | None
    evidence: Backing
    sources: int
    denials: Denials
    no_seat: tuple[Seat, ...]
    reports: bool
    ahead: tuple[Ahead, ...]
    ask: tuple[Ask, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the front page as plain data, in the schema ``satumeja/front/1``.

        Words in several languages are a mapping of these to them.
        """
        data: dict[str, Any] = plain(self)
        return {"schema": "satumeja/front/1"} | data
