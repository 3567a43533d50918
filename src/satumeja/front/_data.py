"""The data of a front page: every sentence and every mark on it is made from these alone.

Decision makers, options and states are named by their ids and numbers; no word of any language
stands here but what the author of the model wrote. What each part means is told in the brief's
templates, which read nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from satumeja.display import Shown
from satumeja.model import Text
from satumeja.stability import Hold

__all__ = [
    "Ahead",
    "Alone",
    "Ask",
    "Backing",
    "Change",
    "Deed",
    "Denials",
    "Elsewhere",
    "Front",
    "Grade",
    "GroupGain",
    "Link",
    "Package",
    "Party",
    "Reading",
    "Seat",
    "Seated",
    "SidePackage",
    "Versus",
    "Way",
]

Versus = Mapping[str, Literal["worse", "same", "better"]]
"""By decision maker: how a situation compares with now for it."""
Grade = Literal["strong", "fair", "thin", "published", "none"]
"""How well an assumption is borne out, by counting rules."""


@dataclass(frozen=True)
class Change:
    """What one side does in a deed: options it takes up and gives up.

    Parameters
    ----------
    dm : str
        Who.
    up, down : tuple of str
        Ids of its options, in its order; of an option with levels, `id=level` in `up`.
    """

    dm: str
    up: tuple[str, ...]
    down: tuple[str, ...]


@dataclass(frozen=True)
class Deed:
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


@dataclass(frozen=True)
class Party:
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
        Its options that are taken now, and those that are not.
    """

    id: str
    name: Text
    letter: str
    doing: tuple[str, ...]
    not_doing: tuple[str, ...]


@dataclass(frozen=True)
class Backing:
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


@dataclass(frozen=True)
class Link:
    """One step of the chain that the present situation hangs on.

    Parameters
    ----------
    kind : {"move", "answer", "no gain", "back"}
        A side gains by moving; another answers; the mover has no gain left; all is as now.
    dm : str
        Whose step.
    deed : Deed
        What it does, from where the link before left.
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


@dataclass(frozen=True)
class Alone:
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
        The steps of the answer after which the maker is no better off than now, the end last;
        empty where it gains nothing, or nothing takes the gain away.
    answer_by : tuple of str
        Who makes each of these steps.
    end : Versus or None
        How the end of the answer leaves everybody.
    end_lines : tuple of str
        Whose red lines are crossed there.
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


@dataclass(frozen=True)
class Package:
    """Something that some would bring about together.

    Parameters
    ----------
    deed : Deed
        What each side does, from now.
    versus : Versus
        How it leaves everybody.
    level : int
        The rung of the scale on which it would then hold, 0 to 3.
    nuance : tuple of str
        Who could bring its gain back by one more move.
    groups : tuple of GroupGain
        What groups could then gain by moving on together.
    upset_by_absent : tuple of str
        Who is not seated and would leave it.
    lines : tuple of str
        Whose red lines are crossed there.
    """

    deed: Deed
    versus: Versus
    level: int
    nuance: tuple[str, ...]
    groups: tuple[GroupGain, ...]
    upset_by_absent: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class GroupGain:
    """A group whose members all gain by moving together, more than any could by itself.

    Parameters
    ----------
    members : tuple of str
        Who.
    deed : Deed
        What they do.
    """

    members: tuple[str, ...]
    deed: Deed


@dataclass(frozen=True)
class Way:
    """What would have to give for a package to be open at a table.

    Parameters
    ----------
    dms : tuple of str
        Who would have to give.
    ease : tuple of str
        Red lines that would no longer be ruled out.
    less : tuple of str
        Who would accept less than now.
    """

    dms: tuple[str, ...]
    ease: tuple[str, ...]
    less: tuple[str, ...]


@dataclass(frozen=True)
class SidePackage:
    """What one side, or several together, would have to move for a table to open.

    Parameters
    ----------
    way : Way
        Who gives what.
    package : Package
        What would then be open, of those that side minds least.
    """

    way: Way
    package: Package


@dataclass(frozen=True)
class Seated:
    """A table: who sits there, and what it could agree.

    Parameters
    ----------
    id : str
        Its id; empty for everybody together, where the model has no table.
    name : Text
        Its name.
    seats, absent : tuple of str
        Who sits there, and who does not.
    date, until : str
        When it meets, and until when, as the file says it.
    zone : int
        How many packages all seated would accept.
    best : tuple of Package
        The efficient ones, the best placed first.
    each_side : tuple of SidePackage
        Where there is none: what each side by itself would have to move.
    joint : tuple of SidePackage
        Where no side by itself can open it: what several together would have to move.
    """

    id: str
    name: Text
    seats: tuple[str, ...]
    absent: tuple[str, ...]
    date: str
    until: str
    zone: int
    best: tuple[Package, ...]
    each_side: tuple[SidePackage, ...]
    joint: tuple[SidePackage, ...]


@dataclass(frozen=True)
class Reading:
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


@dataclass(frozen=True)
class Elsewhere:
    """Situations other than the present one, as they would hold if they came about.

    Parameters
    ----------
    counts : tuple of int
        How many stand on each rung, 0 to 3.
    states : tuple of (int, int, int)
        The highest ones: number, rung, how many moves away (-1 where none leads there).
    """

    counts: tuple[int, int, int, int]
    states: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class Denials:
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


@dataclass(frozen=True)
class Seat:
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


@dataclass(frozen=True)
class Ahead:
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


@dataclass(frozen=True)
class Ask:
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
        The chain it hangs on: the move of the weakest tempted side, the answer, and the end.
    alone : tuple of Alone
        Moves from now, gainful ones first, each side's in the order of the file.
    tables : tuple of Seated
        What the tables could agree.
    groups : tuple of GroupGain or None
        What groups could gain from now that no member can alone; None where this was not asked.
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
