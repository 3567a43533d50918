"""What a dossier suggests for a model: who decides, what each can do, what each wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from satumeja.dossier._dossier import Dossier
from satumeja.dossier._types import Act
from satumeja.dossier.drafting._parties import Deed, forums, parties_of
from satumeja.dossier.drafting._wishes import Preference, cited, wishes
from satumeja.report.kit import knowledge

__all__ = ["Maker", "OptionIdea", "Preference", "Proposal", "Seat", "propose"]

_ROOM = "satumeja.dossier"
_MOST_MAKERS = 5
_MOST_OPTIONS = 4
_BACKGROUND_DAYS = 120
_OWN_MOVE = ("offer", "promise", "agree", "deny", "refuse")
_TALKS = ("agree_to_talk", "meet")


@dataclass
class OptionIdea:
    """Something a party could do, and the statements and acts that say so."""

    issue: str
    target: str | None = None
    evidence: list[str] = field(default_factory=list)


@dataclass
class Maker:
    """A proposed decision maker."""

    id: str
    options: dict[str, OptionIdea] = field(default_factory=dict)
    preferences: list[Preference] = field(default_factory=list)
    acts: int = 0
    left_out: list[str] = field(default_factory=list)


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

    `acts` are those it rests on, `deeds` what no list of issues names, and `guessed` the
    addressees taken for statements and acts that name none.
    """

    makers: tuple[Maker, ...]
    tables: tuple[Seat, ...]
    infeasible: tuple[str, ...]
    background: tuple[Act, ...]
    without_choice: tuple[str, ...]
    acts: tuple[Act, ...]
    deeds: Mapping[str, Deed]
    guessed: Mapping[str, str]


def propose(dossier: Dossier) -> Proposal:
    """Turn the acts of a dossier into decision makers, options and preferences.

    Parameters
    ----------
    dossier : Dossier
        The acts.

    Returns
    -------
    Proposal
        At most five decision makers of at most four options, those the report says
        most of; what was left out is named.

    Notes
    -----
    A demand is an option of the one it is made of and a wish of the one who makes it;
    a refusal is a wish against the option; a threat is an option of the one who
    threatens, wanted where its condition holds, or while a demand is not met; a red line
    is a wish against the option and never to be lived with; an offer is an option of the
    one who offers. An option that no list of issues names has the words it rests on. Who
    only demands can let the demand go.
    """
    parties = parties_of(dossier)
    background = tuple(act for act in parties.acts if _is_past(dossier, act))
    current = [act for act in parties.acts if act not in background]
    makers: dict[str, Maker] = {}
    for act in current:
        for party, issue, target in _suggested(current, act):
            idea = makers.setdefault(party, Maker(party)).options
            idea.setdefault(issue, OptionIdea(issue, target)).evidence.append(cited(act))
    for act in current:
        if act.kind == "demand" and act.target in makers and act.actor not in makers:
            makers[act.actor] = Maker(act.actor, {"drop": OptionIdea("drop", None, [cited(act)])})
    for act in parties.acts:
        if act.actor in makers:
            makers[act.actor].acts += 1
    kept = _kept(makers)
    for maker in kept:
        _keep_options(maker, current)
    has: set[tuple[str | None, str | None]] = {
        (maker.id, issue) for maker in kept for issue in maker.options
    }
    for maker in kept:
        evidence = {issue: idea.evidence for issue, idea in maker.options.items()}
        maker.preferences = list(wishes(maker.id, evidence, current, has))
    named = {act.actor for act in parties.acts} | {
        act.target for act in parties.acts if act.target
    }
    return Proposal(
        makers=tuple(kept),
        tables=tuple(_tables(kept, current)),
        infeasible=tuple(_infeasible(kept)),
        background=background,
        without_choice=tuple(sorted(named - {maker.id for maker in kept} - set(forums()))),
        acts=tuple(current),
        deeds={**parties.deeds, "drop": Deed("drop", "")},
        guessed={
            cited(act): parties.guessed[act.id] for act in current if act.id in parties.guessed
        },
    )


def _is_past(dossier: Dossier, act: Act) -> bool:
    """Whether an act is history: force used long before the report."""
    published = dossier.report.day
    if act.date_end is None or published is None:
        return False
    return (published - act.date_end).days > _BACKGROUND_DAYS


_Suggestion = tuple[str, str, str | None]


def _suggested(acts: Iterable[Act], act: Act) -> Iterator[_Suggestion]:
    """Say whose options an act suggests, about what and towards whom."""
    issue = act.issue
    if act.kind in _TALKS or issue == "talk":
        yield from _suggested_talk(act)
    elif act.kind == "demand" and issue and act.target and act.target not in forums():
        yield act.target, issue, act.actor
    elif act.kind == "threaten" and issue:
        yield act.actor, issue, act.target
        if act.condition_issue and act.condition_actor:
            yield act.condition_actor, act.condition_issue, None
    elif act.kind == "mobilise":
        yield act.actor, "withdraw", None
    elif issue:
        yield from _suggested_by_issue(acts, act, issue)


def _suggested_talk(act: Act) -> Iterator[_Suggestion]:
    """Suggest sitting at the table: to both where both agreed, else to who offers."""
    for party in (act.actor, act.target if act.kind in _TALKS else None):
        if party and party not in forums():
            yield party, "talk", None


def _suggested_by_issue(acts: Iterable[Act], act: Act, issue: str) -> Iterator[_Suggestion]:
    """Suggest what a line forbids, what a party offers or denies, and what it refuses."""
    if act.kind == "red_line" and act.target:
        yield act.target, issue, None
    elif act.kind in _OWN_MOVE or (
        act.kind in ("reject", "refuse")
        and any(
            one.kind == "demand" and one.issue == issue and one.target == act.actor for one in acts
        )
    ):
        yield act.actor, issue, act.target


def _kept(makers: Mapping[str, Maker]) -> list[Maker]:
    """Keep the decision makers the report says most of, in the order of the text."""
    ranked = sorted(
        makers.values(),
        key=lambda m: (-m.acts - sum(len(o.evidence) for o in m.options.values()), m.id),
    )
    chosen = {maker.id for maker in ranked[:_MOST_MAKERS]}
    return [maker for maker in makers.values() if maker.id in chosen]


def _keep_options(maker: Maker, acts: Iterable[Act]) -> None:
    """Keep a decision maker's weightiest options, talk first, then by what is said of them."""
    contested = {
        act.issue for act in acts if act.kind in ("demand", "reject", "refuse", "red_line")
    }
    contested |= {act.condition_issue for act in acts} | {
        act.issue for act in acts if act.kind == "threaten"
    }
    order = list(maker.options)
    ranked = sorted(
        order,
        key=lambda issue: (
            issue != "talk",
            issue not in contested,
            -len(set(maker.options[issue].evidence)),
            order.index(issue),
        ),
    )
    kept = set(ranked[:_MOST_OPTIONS])
    maker.left_out = [issue for issue in order if issue not in kept]
    maker.options = {issue: maker.options[issue] for issue in order if issue in kept}
    for idea in maker.options.values():
        idea.evidence = list(dict.fromkeys(idea.evidence))


def _tables(makers: list[Maker], acts: list[Act]) -> Iterator[Seat]:
    """Propose a table for each meeting announced between parties, or at a forum."""
    ids = [maker.id for maker in makers]
    tables: dict[str, Seat] = {}
    for act in acts:
        if act.kind not in _TALKS or act.target is None:
            continue
        at_forum = act.target in forums()
        seats = ids if at_forum else [one for one in ids if one in (act.actor, act.target)]
        if len(seats) < 2:
            continue
        name = act.target if at_forum else "_".join(seats)
        tables.setdefault(name, Seat(name, tuple(seats), _date(act), (cited(act),), at_forum))
    yield from tables.values()


def _date(act: Act) -> str:
    """Give an act's date as precisely as it is known."""
    if act.date is None:
        return ""
    length = {"day": 10, "month": 7, "year": 4}.get(act.precision or "day", 10)
    return act.date.isoformat()[:length]


def _infeasible(makers: list[Maker]) -> Iterator[str]:
    """Rule out what no party can do at once."""
    issues = knowledge(_ROOM, "issues")["issues"]
    for maker in makers:
        for issue in maker.options:
            for other in issues.get(issue, {}).get("excludes", ()):
                if other in maker.options:
                    yield f"{maker.id}.{issue} & {maker.id}.{other}"
