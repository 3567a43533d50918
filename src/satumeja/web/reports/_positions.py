"""Who stands where, as a table of actors and issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from satumeja.dossier import Actor, Moment, Position, narrowed
from satumeja.dossier.grading import SETTLED
from satumeja.web.reports._saying import Saying, iso
from satumeja.web.reports._standing import Standing, standing
from satumeja.web.reports._views import NO_ISSUE, asked, left_out, passing
from satumeja.web.routing import Call
from satumeja.web.shapes import (
    ActorHead,
    DossierHeads,
    IssueHead,
    KindHead,
    PositionCell,
    PositionsView,
)

if TYPE_CHECKING:
    from satumeja.web.shapes import DossierQuery

__all__ = ["heads_view", "positions_view"]


def positions_view(call: Call) -> PositionsView:
    """Tell where each actor stands; of one actor on one issue, by which acts."""
    stands, saying, query = asked(call)
    positions = _asked_for(stands, query)
    counts = Counter(p.actor for p in positions for _ in p.stances)
    moments = [moment for position in positions for moment in position.stances]
    is_cell = bool(query.actor and query.issue)
    cells = positions if is_cell else _by_cell(stands, positions)
    actors, issues, kinds = _heads(saying, counts, moments)
    return PositionsView(
        version=stands.version,
        actors=actors,
        issues=issues,
        kinds=kinds,
        cells=[_cell(saying, position, with_stances=is_cell) for position in cells],
        left_out=left_out(stands),
    )


def heads_view(call: Call) -> DossierHeads:
    """Tell what a dossier can be filtered by."""
    stands = standing(call.case)
    saying = Saying(stands, call.language)
    counts = Counter(moment.actor for moment in stands.timeline if moment.actor)
    actors, issues, kinds = _heads(saying, counts, stands.timeline)
    return DossierHeads(version=stands.version, actors=actors, issues=issues, kinds=kinds)


def _heads(
    saying: Saying, counts: Counter[str], moments: Sequence[Moment]
) -> tuple[list[ActorHead], list[IssueHead], list[KindHead]]:
    """Name actors, issues and kinds of acts, what there is most of first."""
    on_issue = Counter(moment.issue or NO_ISSUE for moment in moments)
    kinds = Counter(moment.kind for moment in moments)
    actors = {actor.id: actor for actor in saying.whole.dossier.actors}
    return (
        [_actor_head(saying, actors, actor, count) for actor, count in counts.most_common()],
        [
            IssueHead(id=issue, name=_issue_name(saying, issue), count=count)
            for issue, count in sorted(on_issue.items(), key=_by_weight)
        ],
        [
            KindHead(id=kind, name=saying.kind(kind), count=count)
            for kind, count in kinds.most_common()
        ],
    )


def _by_weight(pair: tuple[str, int]) -> tuple[bool, int, str]:
    """Order issues by what is said of them, what has none last."""
    return pair[0] == NO_ISSUE, -pair[1], pair[0]


def _issue_name(saying: Saying, issue: str) -> str:
    return "" if issue == NO_ISSUE else saying.issue(issue)


def _actor_head(saying: Saying, actors: Mapping[str, Actor], actor: str, count: int) -> ActorHead:
    kind = actors[actor].kind if actor in actors else "person"
    return ActorHead(
        id=actor,
        name=saying.actor(actor) or saying.words("dossier.nobody"),
        kind_words=saying.words(f"dossier.actor.{kind}"),
        count=count,
    )


def _asked_for(stands: Standing, query: DossierQuery) -> list[Position]:
    """Return the positions that are asked for, each by the acts that are."""
    among = [moment for position in stands.positions for moment in position.stances]
    kept = {moment.key for moment in passing(stands, among, query.model_copy(update=_ANY_ACTOR))}
    chosen = list[Position]()
    for position in stands.positions:
        if query.actor and position.actor != query.actor:
            continue
        stances = [moment for moment in position.stances if moment.key in kept]
        if len(stances) == len(position.stances):
            chosen.append(position)
        elif stances:
            chosen.append(narrowed(position, stances, stands.whole))
    return chosen


_ANY_ACTOR = {"actor": ""}  # a position is its own actor's, whoever spoke


def _by_cell(stands: Standing, positions: Sequence[Position]) -> list[Position]:
    """Put what has no issue into one cell an actor, whatever it is about."""
    cells = [position for position in positions if position.issue is not None]
    unnamed: dict[str, list[Position]] = {}
    for position in positions:
        if position.issue is None:
            unnamed.setdefault(position.actor, []).append(position)
    for own in unnamed.values():
        stances = [moment for position in own for moment in position.stances]
        joined = narrowed(own[0], stances, stands.whole)
        cells.append(replace(joined, changed=any(part.changed for part in own)))
    return cells


def _cell(saying: Saying, position: Position, *, with_stances: bool) -> PositionCell:
    states = saying.whole.states
    grade = (
        saying.standing.grades.of(moment.key for moment in position.stances)
        if with_stances
        else None
    )
    topic = position.topic
    return PositionCell(
        actor=position.actor,
        issue=position.issue or NO_ISSUE,
        about=saying.issue(position.issue) if position.issue else topic.words if topic else "",
        topic=topic.key if topic else None,
        kinds=dict(Counter(moment.kind for moment in position.stances)),
        changed=position.changed,
        first=iso(position.first),
        last=iso(position.last),
        days=_days(saying, position),
        days_doubtful=position.doubtful,
        sources=position.sources,
        independent=position.independent,
        grade=grade.level if grade else "",
        grade_words=saying.grade(grade) if grade else "",
        reviewed=sum(states[moment.key] in SETTLED for moment in position.stances),
        count=len(position.stances),
        stances=tuple(map(saying.said, position.stances)) if with_stances else (),
    )


def _days(saying: Saying, position: Position) -> str:
    """Say when it was first and last; a cell of a table shows no more than that."""
    if position.first is None or position.first == position.last:
        return saying.days(position.first, None, "day")
    return saying.days(position.first, position.last, "span")
