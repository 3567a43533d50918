"""What tables could agree, and what each side would have to move."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.display import ShownInLine
from satumeja.front._deeds import Deed, GroupGain, Versus
from satumeja.model import Text

__all__ = ["Package", "Seated", "SidePackage", "Way"]


@dataclass(frozen=True, repr=False)
class Package(ShownInLine):
    """Something that some would bring about together.

    Parameters
    ----------
    deed : Deed
        What each side does, from now.
    versus : Versus
        How it leaves everybody, as all wishes and red lines are stated.
    level : int
        The rung of the scale on which it would then hold, 0 to 3; of what a side would have to
        move, with the red lines eased that stand in the way.
    nuance : tuple of str
        Who could bring a gain back by one more move, as in `Hold`.
    groups : tuple of GroupGain or None
        What groups could then gain by moving on together; None where this was not asked.
    upset_by_absent : tuple of str
        Who is not seated and could gain by leaving it, whatever the others did then.
    lines : tuple of str
        Whose red lines are crossed there.
    """

    deed: Deed
    versus: Versus
    level: int
    nuance: tuple[str, ...]
    groups: tuple[GroupGain, ...] | None
    upset_by_absent: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def outlook(self) -> tuple[object, ...]:
        """What may differ from table to table where the same deed is set out."""
        return self.level, self.nuance, self.groups, self.upset_by_absent


@dataclass(frozen=True, repr=False)
class Way(ShownInLine):
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


@dataclass(frozen=True, repr=False)
class SidePackage(ShownInLine):
    """What one side, or several together, would have to move for a table to open.

    The package is one that the others would take: none of their red lines is crossed, none of
    them is worse off than now, and some member is better off. Each side that gives changes
    something in it, and no part that another does is worse for it than if that were left out.
    Or the other gives as well, and gains nothing by its part. Of such packages it is the one
    that crosses the fewest red lines of the side, then leaves it no worse off than now, then
    the one it ranks highest; of several sides' first the one that leaves the fewest of them
    worse off. Where that is alike, it changes the fewest options, and is the lowest by number.

    Parameters
    ----------
    way : Way
        Who gives what.
    package : Package
        What would then be open, of those that side minds least.
    """

    way: Way
    package: Package


@dataclass(frozen=True, repr=False)
class Seated(ShownInLine):
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
        The efficient ones among them that stand on the highest rung first, eight at most.
    each_side : tuple of SidePackage
        Where there is none: what each side by itself would have to move, in the order of the
        file; one a side for which there is any.
    joint : tuple of SidePackage
        Where there is none, of the sides that cannot open it by themselves: what each of them
        would have to move together with the fewest others.
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
