"""Options as a page names them: what a side is doing, and what changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from satumeja.front._deeds import Change
from satumeja.model import Model, Scale

__all__ = ["changes_of", "standing"]


@dataclass(frozen=True)
class _Item:
    """An option, or one with levels, which takes several places."""

    dm: str
    id: str
    first: int
    scale: Scale | None

    @property
    def mask(self) -> int:
        """The places that it takes, as a bit set."""
        width = len(self.scale.levels) - 1 if self.scale else 1
        return ((1 << width) - 1) << self.first

    def named(self, code: int) -> str:
        """Name it as it stands in a combination of options."""
        if self.scale is None:
            return self.id
        return f"{self.id}={self.scale.levels[self.scale.reached(code, self.first)]}"


def _items(model: Model) -> Iterator[_Item]:
    """List the options, those that are levels of one as one."""
    place = 0
    for dm in model.decision_makers:
        before: Scale | None = None
        for option in dm.options:
            if option.scale is None or option.scale != before:
                name = option.scale.id if option.scale else option.id
                yield _Item(dm.id, name, place, option.scale)
            before, place = option.scale, place + 1


def changes_of(model: Model, before: int, after: int, by: str = "") -> tuple[Change, ...]:
    """Say which options change between two combinations of them.

    Parameters
    ----------
    model : Model
        In option form.
    before, after : int
        The combinations, as decimals.
    by : str
        Who changes them all; each its own where nobody is named. Options that it shares and
        another has are named with their owner.

    Returns
    -------
    tuple of Change
        By side, in the order of the model.
    """
    made = dict[str, tuple[list[str], list[str]]]()
    for item in _items(model):
        if (before ^ after) & item.mask:
            up, down = made.setdefault(by or item.dm, ([], []))
            name = item.named(after)
            taken = item.scale is not None or after & item.mask
            (up if taken else down).append(
                f"{item.dm}.{name}" if by not in ("", item.dm) else name
            )
    return tuple(Change(dm, tuple(up), tuple(down)) for dm, (up, down) in made.items())


def standing(
    model: Model, dm: str, codes: Sequence[int]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say which of its options a side is taking, and which not, in all combinations given."""
    doing, not_doing = list[str](), list[str]()
    for item in _items(model):
        stands = {code & item.mask for code in codes}
        if item.dm == dm and len(stands) == 1:
            taken = item.scale is not None or stands != {0}
            (doing if taken else not_doing).append(item.named(codes[0]))
    return tuple(doing), tuple(not_doing)
