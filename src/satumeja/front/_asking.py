"""What to find out next: what the chain hangs on and is borne out worst, then the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from satumeja.front._data import Ask, Link
from satumeja.front._grading import GRADES, thinness
from satumeja.front._seated import Seated, SidePackage

__all__ = ["ask"]


def ask(
    links: Sequence[Link],
    tables: Sequence[Seated],
    *,
    is_now_known: bool,
    is_anybody_missing: bool,
    hurried: Sequence[str] = (),
) -> tuple[Ask, ...]:
    """List what to find out next, none of it twice.

    Parameters
    ----------
    links : sequence of Link
        The chain that the present situation hangs on.
    tables : sequence of Seated
        The tables; asked about are those at which nothing is acceptable to all.
    is_now_known : bool
        Whether the model says which situation is the present one.
    is_anybody_missing : bool
        Whether anybody is known who is acted upon without a choice in the model.
    hurried : sequence of str
        Sides that say it must not take long, and give no day.

    Returns
    -------
    tuple of Ask
        Which situation is the present one, where that is not said; of each link the order of
        two wishes that has no source, the wish that decides it, or whether the deed is a gain,
        the worst borne out first and otherwise as they stand; then of each table whether it is
        final that a line is drawn or less is not accepted; until when there is time; and who
        is affected.
    """
    asks = [
        *([] if is_now_known else [Ask("now", ())]),
        *_of_links(links),
        *(question for table in tables if not table.zone for question in _of_table(table)),
        *(Ask("until", (dm,)) for dm in hurried),
        *([] if is_anybody_missing else [Ask("affected", ())]),
    ]
    return tuple(dict.fromkeys(asks))


def _of_links(links: Iterable[Link]) -> list[Ask]:
    """Ask what the links turn on, the worst borne out first."""
    asks = [pair for link in links for pair in _of_link(link)]
    asks.sort(key=lambda pair: -pair[0])
    return [question for _, question in asks]


def _of_link(link: Link) -> Iterator[tuple[int, Ask]]:
    """Yield what a link turns on, with how thin that is."""
    unsourced = thinness(GRADES[-1])
    if link.kind == "back":
        return
    if link.order:
        yield unsourced, Ask("order", (link.dm,), link.order)
    elif link.why is not None and "#" in link.why.statement:
        yield thinness(link.why.grade), Ask("wish", (link.dm,), (link.why.statement,))
    else:
        thin = unsourced if link.why is None else thinness(link.why.grade)
        yield thin, Ask("rank" if link.gain else "nogain", (link.dm,), (), link.deed)


def _of_table(table: Seated) -> Iterator[Ask]:
    """Ask of what each side would have to move whether that is final."""
    sides: Sequence[SidePackage] = (*table.each_side, *table.joint)
    for side in sides:
        if side.way.ease:
            yield Ask("line", side.way.dms, side.way.ease)
        else:
            yield Ask("less", side.way.dms, (), side.package.deed)
