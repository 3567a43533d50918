"""One row a quotation, for spreadsheets and statistics."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from satumeja.dossier import DossierFile, KeptReport, reports, whole
from satumeja.exchange._quotations import Quotation, quotations
from satumeja.formats.sheets import Grid

__all__ = ["Called", "called_in", "quotation_grid"]


@dataclass(frozen=True)
class Called:
    """What actors and issues of a file are called in a language.

    Parameters
    ----------
    actors, issues : mapping
        Names by id.
    """

    actors: Mapping[str, str]
    issues: Mapping[str, str]

    def actor(self, identifier: str | None) -> str:
        """Return the name of an actor, or its id where it has none; nothing for nobody."""
        return self.actors.get(identifier, identifier) if identifier else ""

    def issue(self, identifier: str | None) -> str:
        """Return the name of an issue; nothing for none."""
        return self.issues.get(identifier, identifier) if identifier else ""


def called_in(file: DossierFile, language: str) -> Called:
    """Read what actors and issues of a file are called; it has a report at least."""
    everything = whole(file)
    actors = {actor.id: actor.called(language) for actor in everything.dossier.actors}
    names = {issue: everything.issue_name(issue, language) for issue in everything.issues}
    return Called(actors, names)


_COLUMNS: Mapping[str, Callable[[Quotation, KeptReport, Called], str | int]] = {
    "quotation": lambda quotation, _, __: quotation.key,
    "report": lambda _, report, __: report.name,
    "report_title": lambda _, report, __: report.title,
    "report_date": lambda _, report, __: report.day.isoformat() if report.day else "",
    "language": lambda _, report, __: report.language,
    "kind": lambda quotation, _, __: quotation.kind,
    "act": lambda quotation, _, __: quotation.act,
    "actor": lambda quotation, _, __: quotation.actor or "",
    "actor_name": lambda quotation, _, called: called.actor(quotation.actor),
    "target": lambda quotation, _, __: quotation.target or "",
    "target_name": lambda quotation, _, called: called.actor(quotation.target),
    "issue": lambda quotation, _, __: quotation.issue or "",
    "issue_name": lambda quotation, _, called: called.issue(quotation.issue),
    "date": lambda quotation, _, __: quotation.date,
    "date_end": lambda quotation, _, __: quotation.date_end,
    "doubtful": lambda quotation, _, __: "yes" if quotation.doubtful else "no",
    "state": lambda quotation, _, __: quotation.state,
    "words": lambda quotation, _, __: quotation.words,
    "start": lambda quotation, _, __: quotation.start,
    "stop": lambda quotation, _, __: quotation.stop,
    "fingerprint": lambda quotation, _, __: quotation.fingerprint,
    "who": lambda quotation, _, __: quotation.who or "",
    "at": lambda quotation, _, __: quotation.at or "",
    "note": lambda quotation, _, __: quotation.note or "",
}


def quotation_grid(file: DossierFile, *, language: str = "en") -> Grid:
    """Give one row a quotation, under a row of headings.

    Parameters
    ----------
    file : DossierFile
        The file.
    language : {"en", "id"}
        The language of the names of actors and issues.

    Returns
    -------
    list of list of str and int
        The rows; a text is as it stands in the dossier, and guarded where it is written.

    See Also
    --------
    write : Writes it as CSV or as a workbook.
    quotations : The same as objects.

    Examples
    --------
    >>> from satumeja.dossier import DossierFile
    >>> with DossierFile(":memory:", create=True) as file:
    ...     quotation_grid(file)[0][:3]
    ['quotation', 'report', 'report_title']
    """
    grid: list[list[str | int]] = [list(_COLUMNS)]
    by_key = {report.key: report for report in reports(file)}
    called = called_in(file, language) if by_key else Called({}, {})
    for quotation in quotations(file):
        report = by_key[quotation.report]
        grid.append([give(quotation, report, called) for give in _COLUMNS.values()])
    return grid
