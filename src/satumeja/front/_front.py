"""A front page as data, made of a model."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.errors import QuestionError
from satumeja.formats import load_readings
from satumeja.front._data import Front
from satumeja.model import Model
from satumeja.stability import Analysis, analyse

__all__ = ["front"]


def front(
    model: Model, analysis: Analysis | None = None, readings: Sequence[Model] | None = None
) -> Front:
    """Say of the present situation what holds it, what could move it, and what it rests on.

    Parameters
    ----------
    model : Model
        A conflict whose states can be listed.
    analysis : Analysis, optional
        Of that model, where there is one already; under whatever concepts.
    readings : sequence of Model, optional
        Other readings of the conflict; those that the model file names by default.

    Returns
    -------
    Front
        Everything that a front page says, as data. Of a model that names no status quo there
        are no moves, no chains and no tables.

    Raises
    ------
    QuestionError
        If the analysis is of another model.
    InputError
        If a file of a reading is not there, or is no sound model.
    LimitError
        If the model has more feasible states than can be listed.

    See Also
    --------
    Analysis.hold : What it takes for one situation to hold.

    Notes
    -----
    Cost: one analysis of the model, one of each other reading, and one for each set of red
    lines that a side would have to ease. What groups gain is looked at up to eight decision
    makers and 4,096 states.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> page = front(load("december-2021-b"))
    >>> page.hold.level, [(link.kind, link.dm) for link in page.links]
    (2, [('move', 'russia'), ('answer', 'nato'), ('no gain', 'russia')])
    >>> [(table.id, table.zone) for table in page.tables]
    [('geneva', 0), ('brussels', 0), ('osce', 0)]
    """
    if analysis is None:
        analysis = analyse(model, "nash")
    elif analysis.model is not model:
        raise QuestionError("the analysis is of another model")
    others = load_readings(model) if readings is None else readings
    start = model.status_quo_number
    hold = None if start is None else analysis.hold(start)
