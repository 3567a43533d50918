"""Grades of what stands in a dossier: of a statement, an act, or several that say the same."""

from __future__ import annotations

from collections.abc import Iterable

from satumeja.display import Card, Shown
from satumeja.dossier._types import Act, Statement
from satumeja.dossier.grading import SETTLED, Basis, Grade, grade, speech_of
from satumeja.dossier.keeping._whole import Whole

__all__ = ["Grades"]


class Grades(Shown):
    """The grades of what stands in a dossier.

    Parameters
    ----------
    whole : Whole
        What a dossier file holds, from `whole`.

    See Also
    --------
    grade : The rule.

    Notes
    -----
    Cost is that of finding once how all acts of the dossier bear on each other.

    Examples
    --------
    >>> from importlib.resources import files
    >>> from satumeja.dossier import DossierFile, gather, whole
    >>> folder = files("satumeja").joinpath("data", "reports")
    >>> with DossierFile(":memory:", create=True) as file:
    ...     done = gather(file, [folder.joinpath("talks-2021-12-23.en.txt")])
    ...     grades = Grades(whole(file))
    >>> grades.of(["r1#s20"]).level
    'fair'
    """

    def card(self) -> Card:
        """Show how many there are."""
        return Card(f"Grades of {len(self._values):,} statements and acts")

    def __init__(self, whole: Whole) -> None:
        self.whole = whole
        values: list[Statement | Act] = [*whole.dossier.statements, *whole.dossier.acts]
        self._values = {value.id: value for value in values}

    def of(self, keys: Iterable[str]) -> Grade:
        """Grade statements and acts together, as what bears out one and the same.

        Parameters
        ----------
        keys : iterable of str
            Such as ``r1#s3`` and ``r2#a7``; what does not stand bears nothing out.
        """
        return grade([self._basis(key) for key in keys])

    def _basis(self, key: str) -> Basis:
        value = self._values.get(key)
        if value is None:
            return Basis(key, absent="lost")
        report, state = self.whole.report_of(key), self.whole.states[key]
        of = self._values.get(value.statement or "") if isinstance(value, Act) else None
        own = value.date is not None and not value.date_doubtful
        by_report = value.date is None and report.dated
        return Basis(
            report.key,
            self.whole.origins[report.key],
            speech_of(value, of if isinstance(of, Statement) else None),
            reviewed=state in SETTLED,
            dated="own" if own else "report" if by_report else "",
            doubtful=value.doubtful and state == "proposed",
            contests=self.whole.contests.get(key, ()),
        )
