"""What a dossier suggests for a model: who decides, what each can do, what each wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from satumeja.dossier._types import Act, Dossier
from satumeja.report import knowledge

__all__ = ["Maker", "OptionIdea", "Preference", "Proposal", "Seat", "propose"]

_ROOM = "satumeja.dossier"
_MOST_MAKERS = 5
_MOST_OPTIONS = 4
_BACKGROUND_DAYS = 120
_OWN_MOVE = ("offer", "promise", "agree", "deny")
_TALKS = ("agree_to_talk", "meet")


@dataclass
class OptionIdea:
    """Something a party could do, and the statements and acts that say so."""

    issue: str
    target: str | None = None
    evidence: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Preference:
    """A condition a party wants to hold, and why (in every language)."""

    condition: str
    because: Mapping[str, str]
    evidence: tuple[str, ...]
    red_line: bool = False


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
    """A proposed model."""

    makers: tuple[Maker, ...]
    tables: tuple[Seat, ...]
    infeasible: tuple[str, ...]
    background: tuple[Act, ...]
    without_choice: tuple[str, ...]


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
    threatens, wanted where its condition holds; a red line is a wish against the
    option and never to be lived with. Groups named by reference ("the West", "its
    allies") stand for the first of their members the report names.
    """
    reviewed = (act for act in dossier.acts if act.origin != "model")
    acts = [act for act in map(_Resolver(dossier), reviewed) if act is not None]
    background = tuple(act for act in acts if _is_past(dossier, act))
    current = [act for act in acts if act not in background]
    makers: dict[str, Maker] = {}
    for act in current:
        for party, issue, target in _suggested(current, act):
            idea = makers.setdefault(party, Maker(party)).options
            idea.setdefault(issue, OptionIdea(issue, target)).evidence.append(_cited(act))
    for act in acts:
        if act.actor in makers:
            makers[act.actor].acts += 1
    kept = _kept(makers)
    for maker in kept:
        _keep_options(maker, current)
    for maker in kept:
        maker.preferences = list(_preferences(maker, kept, current))
    parties = {act.actor for act in acts} | {act.target for act in acts if act.target}
    chosen = {maker.id for maker in kept}
    without = tuple(sorted(parties - chosen - set(_forums())))
    return Proposal(
        tuple(kept), tuple(_tables(kept, current)), tuple(_infeasible(kept)), background, without
    )


def _organisations() -> Mapping[str, Any]:
    """Give the lists of organisations."""
    table: Mapping[str, Any] = knowledge(_ROOM, "states")["organisations"]
    return table


def _forums() -> list[str]:
    """Give the organisations where others meet."""
    return [name for name, entry in _organisations().items() if entry.get("forum")]


class _Resolver:
    """Puts the members a report names in the place of a group."""

    def __init__(self, dossier: Dossier) -> None:
        self._named = {actor.id for actor in dossier.actors}

    def _member(self, actor: str | None) -> str | None:
        if actor is None:
            return None
        entry = _organisations().get(actor, {})
        members = [member for member in entry.get("members", ()) if member in self._named]
        return members[0] if members else actor

    def __call__(self, act: Act) -> Act | None:
        """Give the act with its parties resolved; None where a party acts on itself."""
        actor, target = self._member(act.actor), self._member(act.target)
        if actor is None or (target == actor and act.kind != "reject"):
            return None
        condition = self._member(act.condition_actor)
        return replace(
            act,
            actor=actor,
            target=None if target == actor else target,
            condition_actor=condition,
        )


def _is_past(dossier: Dossier, act: Act) -> bool:
    """Whether an act is history: force used long before the report."""
    published = dossier.report.day
    if act.date_end is None or published is None:
        return False
    return (published - act.date_end).days > _BACKGROUND_DAYS


def _cited(act: Act) -> str:
    """Give the identifier evidence is cited by: the statement, or the act itself."""
    return act.statement or act.id


_Suggestion = tuple[str, str, str | None]


def _suggested(acts: Iterable[Act], act: Act) -> Iterator[_Suggestion]:
    """Say whose options an act suggests, about what and towards whom."""
    issue = act.issue
    if act.kind in _TALKS or issue == "talk":
        yield from _suggested_talk(act)
    elif act.kind == "demand" and act.target and act.target not in _forums():
        yield act.target, issue or "accept", act.actor
    elif act.kind == "threaten":
        yield act.actor, issue or "punish", act.target
        if act.condition_issue and act.condition_actor:
            yield act.condition_actor, act.condition_issue, None
    elif act.kind == "mobilise":
        yield act.actor, "withdraw", None
    elif issue:
        yield from _suggested_by_issue(acts, act, issue)


def _suggested_talk(act: Act) -> Iterator[_Suggestion]:
    """Suggest sitting at the table: to both where both agreed, else to who offers."""
    for party in (act.actor, act.target if act.kind in _TALKS else None):
        if party and party not in _forums():
            yield party, "talk", None


def _suggested_by_issue(acts: Iterable[Act], act: Act, issue: str) -> Iterator[_Suggestion]:
    """Suggest what a line forbids, what a party offers or denies, and what it refuses."""
    if act.kind == "red_line" and act.target:
        yield act.target, issue, None
    elif act.kind in _OWN_MOVE or (
        act.kind == "reject"
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
    contested = {act.issue for act in acts if act.kind in ("demand", "reject", "red_line")}
    contested |= {act.condition_issue for act in acts} | {
        act.issue for act in acts if act.kind == "threaten"
    }
    order = list(maker.options)
    ranked = sorted(
        order,
        key=lambda issue: (
            issue != "talk",
            issue == "accept",
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


def _preferences(maker: Maker, makers: list[Maker], acts: list[Act]) -> Iterator[Preference]:
    """Say what a decision maker wants, in a first order: lines, wishes, threats, talk."""
    has: _Has = {(one.id, issue) for one in makers for issue in one.options}
    said: dict[str, Preference] = {}
    for rank in (_lines, _refusals, _demands, _own_restraint, _threats, _talk, _threatened):
        for preference in rank(maker.id, acts, has):
            known = said.get(preference.condition)
            if known is None:
                if _opposite(preference.condition) not in said:
                    said[preference.condition] = preference
            else:
                evidence = tuple(dict.fromkeys(known.evidence + preference.evidence))
                said[preference.condition] = Preference(
                    known.condition, known.because, evidence, known.red_line
                )
    if not said:
        issue, idea = next(iter(maker.options.items()))
        yield Preference(f"-{maker.id}.{issue}", _because("assumed"), tuple(idea.evidence))
    yield from _without_plain_talk(maker.id, list(said.values()))


def _without_plain_talk(me: str, said: list[Preference]) -> list[Preference]:
    """Fold "I talk" into the first "I and another talk", where there is one."""
    plain = next((one for one in said if one.condition == f"{me}.talk"), None)
    joint = next((one for one in said if one.condition.startswith(f"{me}.talk & ")), None)
    if plain is None or joint is None:
        return said
    evidence = tuple(dict.fromkeys(joint.evidence + plain.evidence))
    folded = replace(joint, evidence=evidence)
    return [folded if one is joint else one for one in said if one is not plain]


def _because(reason: str) -> Mapping[str, str]:
    """Give a reason in every language."""
    words: Mapping[str, str] = knowledge(_ROOM, "drafts")["because"][reason]
    return words


def _opposite(condition: str) -> str:
    """Give the plain denial of a condition."""
    return condition[1:] if condition.startswith("-") else f"-{condition}"


_Has = set[tuple[str | None, str | None]]


def _lines(me: str, acts: list[Act], has: _Has) -> Iterator[Preference]:
    """Give the red lines drawn."""
    for act in acts:
        drawn = act.kind == "red_line" and act.actor == me
        if drawn and (act.target, act.issue) in has:
            wish = f"-{act.target}.{act.issue}"
            yield Preference(wish, _because("red_line"), (_cited(act),), red_line=True)


def _refusals(me: str, acts: list[Act], has: _Has) -> Iterator[Preference]:
    """Give the demands refused."""
    for act in acts:
        if act.kind == "reject" and act.actor == me and (me, act.issue) in has:
            yield Preference(f"-{me}.{act.issue}", _because("reject"), (_cited(act),))


def _demands(me: str, acts: list[Act], has: _Has) -> Iterator[Preference]:
    """Give the demands made."""
    for act in acts:
        if act.kind == "demand" and act.actor == me and act.target:
            issue = act.issue or "accept"
            if issue != "talk" and (act.target, issue) in has:
                yield Preference(f"{act.target}.{issue}", _because("demand"), (_cited(act),))


def _own_restraint(me: str, acts: list[Act], has: _Has) -> Iterator[Preference]:
    """Say what a party denies wanting to do."""
    for act in acts:
        if act.actor != me or act.issue is None or (me, act.issue) not in has:
            continue
        if act.kind == "deny":
            yield Preference(f"-{me}.{act.issue}", _because("deny"), (_cited(act),))


def _threats(me: str, acts: list[Act], has: _Has) -> Iterator[Preference]:
    """Threats made: the condition unwanted, and the threat carried out where it holds."""
    for act in acts:
        issue = act.issue or "punish"
        if act.kind != "threaten" or act.actor != me or (me, issue) not in has:
            continue
        if (act.condition_actor, act.condition_issue) in has:
            feared = f"{act.condition_actor}.{act.condition_issue}"
            yield Preference(f"-{feared}", _because("feared"), (_cited(act),))
            yield Preference(f"{me}.{issue} if {feared}", _because("threaten"), (_cited(act),))


def _talk(me: str, acts: list[Act], has: _Has) -> Iterator[Preference]:
    """Talks agreed to or offered."""
    for act in acts:
        if act.issue != "talk" or act.kind not in (*_TALKS, "offer", "promise", "agree"):
            continue
        other = act.target if act.actor == me else act.actor
        if me not in (act.actor, act.target if act.kind in _TALKS else None):
            continue
        if (me, "talk") in has and other and other != me and (other, "talk") in has:
            yield Preference(f"{me}.talk & {other}.talk", _because("talk"), (_cited(act),))
        elif (me, "talk") in has:
            yield Preference(f"{me}.talk", _because("talk"), (_cited(act),))


def _threatened(me: str, acts: list[Act], has: _Has) -> Iterator[Preference]:
    """Threats received, and forces massed nearby."""
    for act in acts:
        issue = act.issue or "punish"
        if act.kind == "threaten" and act.target == me and (act.actor, issue) in has:
            yield Preference(f"-{act.actor}.{issue}", _because("threatened"), (_cited(act),))


def _tables(makers: list[Maker], acts: list[Act]) -> Iterator[Seat]:
    """Propose a table for each meeting announced between parties, or at a forum."""
    ids = [maker.id for maker in makers]
    tables: dict[str, Seat] = {}
    for act in acts:
        if act.kind not in _TALKS or act.target is None:
            continue
        at_forum = act.target in _forums()
        seats = ids if at_forum else [one for one in ids if one in (act.actor, act.target)]
        if len(seats) < 2:
            continue
        name = act.target if at_forum else "_".join(seats)
        tables.setdefault(name, Seat(name, tuple(seats), _date(act), (_cited(act),), at_forum))
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
            for other in issues[issue].get("excludes", ()):
                if other in maker.options:
                    yield f"{maker.id}.{issue} & {maker.id}.{other}"
