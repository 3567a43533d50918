"""From a report to its dossier."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.dossier._dossier import Dossier
from satumeja.dossier._given import in_given
from satumeja.dossier._types import Statement
from satumeja.dossier.acts import Weights, find_acts, find_signs, weights_of
from satumeja.dossier.reading import find_actors, find_statements
from satumeja.report import Report

__all__ = ["read", "read_by", "read_signs"]


def read(report: Report) -> Dossier:
    """Find who is reported to have said and done what.

    Parameters
    ----------
    report : Report
        A parsed report.

    Returns
    -------
    Dossier
        Its actors, statements and acts, each with the span of its words.

    Notes
    -----
    The same report always gives the same dossier. Cost is linear in the text.

    Examples
    --------
    >>> from satumeja.report import parse
    >>> report = parse('''BERLIN (AP) - "We want peace," German Chancellor Anna Weber said
    ... on Monday. She warned that Moscow would pay a price if it attacked Ukraine.''')
    >>> dossier = read(report)
    >>> [(s.speaker, s.mode, dossier.words(s.content)) for s in dossier.statements][0]
    ('weber', 'direct', 'We want peace,')
    >>> [(act.kind, act.actor, act.target) for act in dossier.acts]
    [('threaten', 'germany', 'russia')]
    """
    if report.read_as is not None:
        plain, words = report.read_as
        return in_given(_found(plain), report, words)
    return _found(report)


def _found(report: Report) -> Dossier:
    """Find it in the words of a report as they stand."""
    return read_by(report, weights_of(report.language))


def read_by(report: Report, weights: Weights | None) -> Dossier:
    """Read with weights of one's own, as where they are being learned; None is rules alone."""
    people = find_actors(report)
    statements, acts = find_acts(report, people, find_statements(report, people), weights)
    return Dossier(report, tuple(people.actors.values()), statements, acts)


def read_signs(
    report: Report, statements: Sequence[Statement] | None = None
) -> tuple[tuple[Statement, tuple[str, ...]], ...]:
    """Give each statement of a report, or of those given, with the signs of its first act."""
    people = find_actors(report)
    return find_signs(report, people, statements or find_statements(report, people))
