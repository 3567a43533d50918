"""A front page as data, made of a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from satumeja.errors import QuestionError
from satumeja.evidence import Archive
from satumeja.formats import load_readings
from satumeja.front._agreement import Agreement
from satumeja.front._ahead import ahead
from satumeja.front._asking import ask
from satumeja.front._chain import chains
from satumeja.front._data import Front, Link
from satumeja.front._deeds import Alone, GroupGain
from satumeja.front._elsewhere import elsewhere
from satumeja.front._evidence import Evidence
from satumeja.front._groups import groups_of
from satumeja.front._haste import hurried
from satumeja.front._missing import no_seat
from satumeja.front._moves import Moves
from satumeja.front._present import Present, parties
from satumeja.front._readings import readings_of
from satumeja.front._seated import Seated
from satumeja.model import Model, OptionStates, Text
from satumeja.stability import Analysis, Hold, analyse

__all__ = ["front"]


def front(
    model: Model,
    analysis: Analysis | None = None,
    readings: Sequence[Model] | None = None,
    *,
    archive: Archive | None = None,
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
    archive : Archive, optional
        The sources of the model, where they were opened already.

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
    makers and 4,096 states. A report that has no dossier is read, which takes as long as
    `satumeja.dossier.read` does.

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
    evidence = Evidence(model, archive)
    seen = _Seen() if hold is None else _seen(analysis, hold, evidence)
    missing = no_seat(model, evidence.accounts)
    return Front(
        title=_title(model),
        reading=model.reading,
        question=model.question,
        as_of=model.as_of,
        wording="labels" if model.is_graph or model.names == "labels" else "verbs",
        parties=parties(model, _now(model)),
        hold=hold,
        links=seen.links,
        alone=seen.alone,
        alone_count=seen.alone_count,
        tables=seen.tables,
        groups=seen.groups,
        readings=readings_of(model, None if hold is None else hold.level, others),
        elsewhere=elsewhere(analysis),
        evidence=evidence.whole(seen.links),
        sources=len(model.sources),
        denials=evidence.denials(seen.links),
        no_seat=missing,
        reports=any(source.report or source.dossier for source in model.sources),
        ahead=ahead(model, evidence.accounts),
        ask=ask(
            seen.links,
            seen.tables,
            is_now_known=hold is not None,
            is_anybody_missing=bool(missing),
            hurried=hurried(model, evidence.accounts),
        ),
    )


@dataclass(frozen=True)
class _Seen:
    """What is seen from the present situation; nothing where none is."""

    links: tuple[Link, ...] = ()
    alone: tuple[Alone, ...] = ()
    alone_count: int = 0
    tables: tuple[Seated, ...] = ()
    groups: tuple[GroupGain, ...] | None = None


def _seen(analysis: Analysis, hold: Hold, evidence: Evidence) -> _Seen:
    present = Present(analysis, hold.state - 1)
    moves, agreement = Moves(present, hold, evidence.backing), Agreement(present)
    return _Seen(
        links=chains(moves),
        alone=moves.listed(),
        alone_count=moves.count,
        tables=() if analysis.model.is_graph else agreement.tables(),
        groups=groups_of(present, agreement.together),
    )


def _now(model: Model) -> list[int]:
    """List the combinations of options that are the present situation, none in graph form."""
    states, start = model.states, model.status_quo_number
    if start is None or not isinstance(states, OptionStates):
        return []
    codes: list[int] = states.members(start).tolist()
    return codes


def _title(model: Model) -> Text:
    """Give the title without the name of the reading, where it ends in that in brackets."""
    reading = model.reading
    words = {
        code: title.removesuffix(f" ({reading.in_language(code)})")
        for code, title in model.title.by_language.items()
    }
    return Text(words or model.title.removesuffix(f" ({reading})"))
