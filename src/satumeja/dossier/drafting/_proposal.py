"""What a dossier suggests for a model: who decides, what each can do, what each wants."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from satumeja.dossier._dossier import Dossier
from satumeja.dossier._types import Act
from satumeja.dossier.drafting._bodies import Bodies, forums
from satumeja.dossier.drafting._limits import (
    MOST_MAKERS,
    Maker,
    OptionIdea,
    keep_makers,
    keep_options,
)
from satumeja.dossier.drafting._parties import PUT, Parties, cited
from satumeja.dossier.drafting._wishes import wishes
from satumeja.report.kit import knowledge

__all__ = [
    "Proposal",
    "Seat",
    "by_party",
    "candidates",
    "date_of",
    "options_suggested",
    "propose",
]

_ROOM = "satumeja.dossier"
_BACKGROUND_DAYS = 120
_OWN_MOVE = ("offer", "promise", "agree", "deny", "refuse")
_TALKS = ("agree_to_talk", "meet")


@dataclass(frozen=True)
class Seat:
    """A proposed table."""

    id: str
    seats: tuple[str, ...]
    date: str
    evidence: tuple[str, ...]
    guessed: bool


@dataclass(frozen=True)
class Proposal:
    """A proposed model.

    `acts` are those it rests on, `has` says who has which option, and `guessed` are the
    addressees taken for statements and acts that name none. Left open are the acts whose words
    name no deed (`unread`), red lines that do not say what they forbid (`lines`), and demands of
    nobody named (`unaddressed`).
    `hedges` has the "if" a deed was taken without, by act; `standing` what is so already.
    `left_out` are the decision makers that did not fit. Where it is a `skeleton`, the parties
    named have no more options than are reported.
    """

    makers: tuple[Maker, ...]
    tables: tuple[Seat, ...]
    infeasible: tuple[str, ...]
    background: tuple[Act, ...]
    without_choice: tuple[str, ...]
    left_out: tuple[str, ...]
    has: Set[tuple[str | None, str | None]]
    acts: tuple[Act, ...]
    guessed: Mapping[str, str]
    unread: tuple[Act, ...]
    lines: tuple[Act, ...]
    unaddressed: tuple[Act, ...]
    hedges: Mapping[str, str]
    standing: Set[tuple[str, str]]
    skeleton: bool


def candidates(dossier: Dossier, parties: Parties) -> tuple[dict[str, Maker], tuple[Maker, ...]]:
    """Give everybody who has something to choose, and those of them a draft keeps by itself.

    Parameters
    ----------
    dossier : Dossier
        The acts.
    parties : Parties
        The acts with the parties taken for them.
    """
    current, _ = _by_age(dossier, parties)
    makers = _makers(current, parties.acts)
    return makers, tuple(keep_makers(makers, current))


def propose(
    dossier: Dossier, bodies: Bodies, parties: Parties, chosen: Collection[str] = ()
) -> Proposal:
    """Turn the acts of a dossier into decision makers, options and preferences.

    Parameters
    ----------
    dossier : Dossier
        The acts.
    bodies : Bodies
        Which party each actor is of.
    parties : Parties
        The acts with the parties taken for them.
    chosen : collection of str
        Who is to decide, of those who have something to choose; nobody named, those that the
        report says most of.

    Returns
    -------
    Proposal
        Some five decision makers of some four options, those the report says most of and
        whatever a red line or threat names; what was left out is named. Where fewer than two
        have something to choose, those who are named, with no options.

    Notes
    -----
    A demand is an option of the one it is made of and a wish of the one who makes it;
    a refusal is a wish against the option; a threat is an option of the one who
    threatens, wanted where its condition holds, or while a demand is not met; a red line
    is a wish against the option and never to be lived with; an offer is an option of the
    one who offers. An option that no list of issues names has the words it rests on. Who
    only demands can let the demand go. Whoever is left out announces no table and is asked
    nothing about. Linear in the acts, but for the decision makers.
    """
    current, background = _by_age(dossier, parties)
    makers = _makers(current, parties.acts)
    if chosen:
        kept = [maker for maker in makers.values() if maker.id in chosen]
    else:
        kept = keep_makers(makers, current)
    keep_options(kept, current)
    aside = makers.keys() - {maker.id for maker in kept}
    skeleton, too_many = len(kept) < 2, set[str]()
    if skeleton:
        kept, too_many = _named_too(kept, dossier, bodies)
    theirs = [act for act in current if act.actor not in aside]
    has = {(maker.id, issue) for maker in kept for issue in maker.options}
    acts = by_party(current)
    for maker in kept:
        evidence = {issue: idea.evidence for issue, idea in maker.options.items()}
        maker.preferences = list(wishes(maker.id, evidence, acts.get(maker.id, []), has))
    named = {act.actor for act in parties.acts} | {
        act.target for act in parties.acts if act.target
    }
    return Proposal(
        makers=tuple(kept),
        tables=tuple(_tables(kept, theirs)),
        infeasible=tuple(_infeasible(kept)),
        background=background,
        without_choice=tuple(sorted(named - {maker.id for maker in kept} - aside - forums())),
        left_out=tuple(sorted(aside | (too_many - named))),
        has=has,
        acts=tuple(current),
        guessed={
            cited(act): parties.guessed[act.id] for act in current if act.id in parties.guessed
        },
        unread=parties.unread,
        lines=tuple(_lines_unread(current)),
        unaddressed=tuple(act for act in theirs if act.kind == "demand" and not act.target),
        hedges=parties.hedges,
        standing=parties.standing,
        skeleton=skeleton,
    )


def by_party(acts: Iterable[Act]) -> dict[str, list[Act]]:
    """Give the acts done by a party or towards it, by party."""
    acts_of: dict[str, list[Act]] = {}
    for act in acts:
        for party in dict.fromkeys((act.actor, act.target)):
            if party:
                acts_of.setdefault(party, []).append(act)
    return acts_of


def _by_age(dossier: Dossier, parties: Parties) -> tuple[list[Act], tuple[Act, ...]]:
    """Tell what is said and done now from what is history."""
    past = {act.id for act in parties.acts if _is_past(dossier, act)}
    current = [act for act in parties.acts if act.id not in past]
    return current, tuple(act for act in parties.acts if act.id in past)


def _is_past(dossier: Dossier, act: Act) -> bool:
    """Whether an act is history: force used long before the report."""
    published = dossier.report.day
    if act.date_end is None or published is None:
        return False
    return (published - act.date_end).days > _BACKGROUND_DAYS


def _makers(current: Sequence[Act], acts: Sequence[Act]) -> dict[str, Maker]:
    """Give everybody who has something to choose, with the evidence of each option."""
    makers: dict[str, Maker] = {}
    demanded = {(act.target, act.issue) for act in current if act.kind in PUT}
    for act in current:
        for party, issue in options_suggested(act, demanded):
            options = makers.setdefault(party, Maker(party)).options
            options.setdefault(issue, OptionIdea(issue)).evidence.append(cited(act))
    for act in current:
        if act.kind in PUT and act.target in makers and act.actor not in makers:
            makers[act.actor] = Maker(act.actor, {"drop": OptionIdea("drop", [cited(act)])})
    for act in acts:
        if act.actor in makers:
            makers[act.actor].acts += 1
    return makers


def _named_too(
    kept: list[Maker], dossier: Dossier, bodies: Bodies
) -> tuple[list[Maker], set[str]]:
    """Give the decision makers of a skeleton, and who did not fit.

    They are who acts, is addressed, speaks, is there.
    """
    acts = [act for act in dossier.acts if not act.proposed]
    named = [party for act in acts for party in (act.actor, act.target)]
    named += [statement.speaker for statement in dossier.statements if not statement.doubtful]
    named += [
        actor.id
        for actor in dossier.actors
        if actor.kind != "place-for-government" and any(m.role == "actor" for m in actor.mentions)
    ]
    parties = dict.fromkeys(bodies.party(actor) for actor in named if actor)
    aside = forums() | {maker.id for maker in kept}
    others = [party for party in parties if party not in aside]
    most = MOST_MAKERS - len(kept)
    return [*kept, *map(Maker, others[:most])], set(others[most:])


def _lines_unread(acts: Sequence[Act]) -> Iterator[Act]:
    """Give the red lines that do not say what must not be done, or by whom."""
    for act in acts:
        if act.kind == "red_line" and not (act.target and act.issue):
            yield act


_Suggestion = tuple[str, str]


def options_suggested(
    act: Act, demanded: set[tuple[str | None, str | None]]
) -> Iterator[_Suggestion]:
    """Say whose options an act suggests, and about what.

    Parameters
    ----------
    act : Act
        The act, between parties.
    demanded : set of (str, str)
        What is demanded of whom; a refusal of it is about an option, too.
    """
    issue = act.issue
    if act.kind in _TALKS or issue == "talk":
        yield from _suggested_talk(act)
    elif act.kind in PUT and issue and act.target and act.target not in forums():
        yield act.target, issue
    elif act.kind == "threaten" and issue:
        yield act.actor, issue
        if act.condition_issue and act.condition_actor:
            yield act.condition_actor, act.condition_issue
    elif act.kind == "mobilise":
        yield act.actor, "withdraw"
    elif issue:
        yield from _suggested_by_issue(act, issue, demanded)


def _suggested_talk(act: Act) -> Iterator[_Suggestion]:
    """Suggest sitting at the table: to both where both agreed or one asks, else to who offers."""
    both = act.kind in _TALKS or act.kind in PUT
    for party in (act.actor, act.target if both else None):
        if party and party not in forums():
            yield party, "talk"


def _suggested_by_issue(
    act: Act, issue: str, demanded: set[tuple[str | None, str | None]]
) -> Iterator[_Suggestion]:
    """Suggest what a line forbids, what a party offers or denies, and what it refuses."""
    if act.kind == "red_line" and act.target:
        yield act.target, issue
    elif act.kind in _OWN_MOVE or (act.kind == "reject" and (act.actor, issue) in demanded):
        yield act.actor, issue


def _tables(makers: list[Maker], acts: list[Act]) -> Iterator[Seat]:
    """Propose a table for each meeting announced between parties, or at a forum."""
    ids = tuple(maker.id for maker in makers)
    order = {maker: place for place, maker in enumerate(ids)}
    tables: dict[str, Seat] = {}
    evidence: dict[str, dict[str, None]] = {}
    for act in acts:
        if act.kind not in _TALKS or act.target is None:
            continue
        at_forum = act.target in forums()
        two = {act.actor, act.target} & order.keys()
        seats = ids if at_forum else tuple(sorted(two, key=order.__getitem__))
        if len(seats) < 2:
            continue
        name = act.target if at_forum else "_".join(seats)
        seat = Seat(name, seats, date_of(act), (), at_forum)
        earlier = tables.setdefault(name, seat)
        evidence.setdefault(name, {})[cited(act)] = None
        tables[name] = replace(earlier, date=earlier.date or seat.date)
    for name, table in tables.items():
        yield replace(table, evidence=tuple(evidence[name]))


def date_of(act: Act) -> str:
    """Give an act's date as precisely as it is known for certain: a day, a month, a year."""
    if act.date is None or act.date_doubtful:
        return ""
    first, last = act.date.isoformat(), (act.date_end or act.date).isoformat()
    length = {"month": 7, "year": 4}.get(act.precision or "day", 10)
    return next(
        (first[:size] for size in (10, 7, 4) if size <= length and first[:size] == last[:size]), ""
    )


def _infeasible(makers: list[Maker]) -> Iterator[str]:
    """Rule out what no party can do at once."""
    issues = knowledge(_ROOM, "issues")["issues"]
    for maker in makers:
        for issue in maker.options:
            for other in issues.get(issue, {}).get("excludes", ()):
                if other in maker.options:
                    yield f"{maker.id}.{issue} & {maker.id}.{other}"
