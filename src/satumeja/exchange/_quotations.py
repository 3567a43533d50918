"""The quotations of a dossier file: words of a report, and what they are taken for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from satumeja.display import ShownInLine
from satumeja.dossier import Act, DossierFile, Item, Statement, items

__all__ = ["Quotation", "by_report", "quotations"]


@dataclass(frozen=True, repr=False)
class Quotation(ShownInLine):
    """Words of a report with what they are taken for.

    Parameters
    ----------
    key : str
        The statement or act: ``r2#s3``.
    report : str
        Its report: ``r2``.
    kind : str
        ``statement`` or ``act``.
    start, stop : int
        Where the words begin and end in the text of the report, in code points.
    words : str
        The words.
    act : str
        The kind of act; of a statement what is done by it first of all, ``say`` at least.
    issue : str or None
        What an act is about.
    actor, target : str or None
        Who said or did it, and towards whom, by id.
    date, date_end : str
        The first and the last day of it; empty where they are not known.
    doubtful : bool
        Whether it is only proposed, inferred, or on a day that is not certain.
    state : str
        ``proposed``, ``accepted``, ``edited`` or ``added``.
    who, at, note : str or None
        Who corrected it last, when and why.
    fingerprint : str
        What its words are known again by.
    statement : str or None
        The statement that an act rests on.

    See Also
    --------
    quotations : Those of a file.
    """

    key: str
    report: str
    kind: str
    start: int
    stop: int
    words: str
    act: str
    issue: str | None
    actor: str | None
    target: str | None
    date: str
    date_end: str
    doubtful: bool
    state: str
    who: str | None
    at: str | None
    note: str | None
    fingerprint: str
    statement: str | None = None


def quotations(file: DossierFile) -> tuple[Quotation, ...]:
    """Give the quotations that stand in a dossier file, in the order of the texts.

    Parameters
    ----------
    file : DossierFile
        The file.

    Returns
    -------
    tuple of Quotation
        Its statements and acts as corrected; what was rejected or is no longer read is not
        among them.

    See Also
    --------
    write : Writes them for other programs.

    Examples
    --------
    >>> from satumeja.dossier import DossierFile
    >>> with DossierFile(":memory:", create=True) as file:
    ...     quotations(file)
    ()
    """
    listed = [_quotation(item) for item in items(file) if item.stands]
    return tuple(sorted(listed, key=_place))


def by_report(listed: Iterable[Quotation]) -> dict[str, list[Quotation]]:
    """Part quotations by their reports."""
    parts: dict[str, list[Quotation]] = {}
    for quotation in listed:
        parts.setdefault(quotation.report, []).append(quotation)
    return parts


def _place(quotation: Quotation) -> tuple[int, int, int, str, str]:
    number = int(quotation.report[1:])
    return number, quotation.start, quotation.stop, quotation.kind, quotation.key


def _quotation(item: Item) -> Quotation:
    value, report = item.value, item.key.partition("#")[0]
    start, stop = value.content if isinstance(value, Statement) else value.span
    first = value.date.isoformat() if value.date else ""
    last = value.date_end.isoformat() if value.date_end else first
    return Quotation(
        key=item.key,
        report=report,
        kind=item.kind,
        start=start,
        stop=stop,
        words=item.words,
        act=value.act if isinstance(value, Statement) else value.kind,
        issue=value.issue if isinstance(value, Act) else None,
        actor=value.speaker if isinstance(value, Statement) else value.actor,
        target=value.addressee if isinstance(value, Statement) else value.target,
        date=first,
        date_end=last,
        doubtful=_doubtful(value),
        state=item.state,
        who=item.who,
        at=item.at,
        note=item.note,
        fingerprint=item.fingerprint,
        statement=value.statement if isinstance(value, Act) else None,
    )


def _doubtful(value: Statement | Act) -> bool:
    is_doubtful = value.doubtful or (isinstance(value, Act) and value.proposed)
    return is_doubtful or value.date_doubtful
