"""What a party wants, as far as its acts say so: a first order for an analyst to correct."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from satumeja.dossier._types import Act
from satumeja.dossier.drafting._parties import PUT, cited
from satumeja.report.kit import knowledge

__all__ = ["Preference", "wishes"]

_ROOM = "satumeja.dossier"
_TALKS = ("agree_to_talk", "meet")
_WILLING = ("offer", "promise", "agree")

_Has = Set[tuple[str | None, str | None]]
_Acts = Sequence[Act]


@dataclass(frozen=True)
class Preference:
    """A condition a party wants to hold, and why (in every language).

    It is `assumed` where the report gives the party no stand of its own.
    """

    condition: str
    because: Mapping[str, str]
    evidence: tuple[str, ...]
    red_line: bool = False
    assumed: bool = False


def wishes(
    me: str, options: Mapping[str, Sequence[str]], acts: Sequence[Act], has: _Has
) -> Iterator[Preference]:
    """Say what a decision maker wants, in a first order: lines, wishes, threats, talk, offers.

    Parameters
    ----------
    me : str
        The decision maker.
    options : mapping of str to sequence of str
        The evidence of its options.
    acts : sequence of Act
        What is said and done now by it and towards it.
    has : set of (str, str)
        Who has which option, in the whole model.
    """
    wished: dict[str, Preference] = {}
    evidence: dict[str, dict[str, None]] = {}
    ranks = (
        *(_lines, _refusals, _demands, _own_restraint, _threats),
        *(_agreed, _talk, _offered, _threatened),
    )
    for rank in ranks:
        for preference in rank(me, acts, has):
            condition = preference.condition
            if condition not in wished and _opposite(condition) in wished:
                continue
            wished.setdefault(condition, preference)
            evidence.setdefault(condition, {}).update(dict.fromkeys(preference.evidence))
    if not wished and options:
        issue, grounds = next(iter(options.items()))
        yield Preference(f"-{me}.{issue}", _because("assumed"), tuple(grounds), assumed=True)
    whole = [replace(wish, evidence=tuple(evidence[wish.condition])) for wish in wished.values()]
    yield from _without_plain_talk(me, whole)


def _without_plain_talk(me: str, wished: list[Preference]) -> list[Preference]:
    """Fold "I talk" into the first "I and another talk", where there is one."""
    plain = next((wish for wish in wished if wish.condition == f"{me}.talk"), None)
    joint = next((wish for wish in wished if wish.condition.startswith(f"{me}.talk & ")), None)
    if plain is None or joint is None:
        return wished
    evidence = tuple(dict.fromkeys(joint.evidence + plain.evidence))
    folded = replace(joint, evidence=evidence)
    return [folded if wish is joint else wish for wish in wished if wish is not plain]


def _because(reason: str) -> Mapping[str, str]:
    """Give a reason in every language."""
    words: Mapping[str, str] = knowledge(_ROOM, "drafts")["because"][reason]
    return words


def _opposite(condition: str) -> str:
    """Give the plain denial of a condition."""
    return condition[1:] if condition.startswith("-") else f"-{condition}"


def _wish(condition: str, reason: str, act: Act) -> Preference:
    return Preference(condition, _because(reason), (cited(act),), reason == "red_line")


def _lines(me: str, acts: Sequence[Act], has: _Has) -> Iterator[Preference]:
    """Give the red lines drawn."""
    for act in acts:
        if act.kind == "red_line" and act.actor == me and (act.target, act.issue) in has:
            yield _wish(f"-{act.target}.{act.issue}", "red_line", act)


def _refusals(me: str, acts: Sequence[Act], has: _Has) -> Iterator[Preference]:
    """Give the demands refused, and what it will not do; a "must not" refused is a wish."""
    put = {(act.issue, act.kind) for act in acts if act.kind in PUT and act.target == me}
    for act in acts:
        if act.kind not in ("reject", "refuse") or act.actor != me or (me, act.issue) not in has:
            continue
        keeps = (act.issue, "forbid") in put and (act.issue, "demand") not in put
        denied = "" if keeps and act.kind == "reject" else "-"
        yield _wish(f"{denied}{me}.{act.issue}", "reject", act)


def _demands(me: str, acts: Sequence[Act], has: _Has) -> Iterator[Preference]:
    """Give the demands made: that it be done, or that it not be."""
    for act in acts:
        put = act.kind in PUT and act.actor == me and act.issue != "talk"
        if put and (act.target, act.issue) in has:
            denied = "-" if act.kind == "forbid" else ""
            yield _wish(f"{denied}{act.target}.{act.issue}", act.kind, act)
            if (me, "drop") in has:
                yield _wish(f"-{me}.drop", "demand", act)


def _own_restraint(me: str, acts: Sequence[Act], has: _Has) -> Iterator[Preference]:
    """Say what a party denies wanting to do."""
    for act in acts:
        if act.kind == "deny" and act.actor == me and (me, act.issue) in has:
            yield _wish(f"-{me}.{act.issue}", "deny", act)


def _threats(me: str, acts: Sequence[Act], has: _Has) -> Iterator[Preference]:
    """Threats made: the condition unwanted, and the threat carried out where it holds."""
    unmet = _unmet(acts, has)
    for act in acts:
        if act.kind != "threaten" or act.actor != me or (me, act.issue) not in has:
            continue
        feared = _feared(act, unmet, has)
        if feared:
            yield _wish(_opposite(feared), "feared", act)
            yield _wish(f"{me}.{act.issue} if {feared}", "threaten", act)


def _unmet(acts: Sequence[Act], has: _Has) -> dict[tuple[str, str | None], str]:
    """Give the last demand that each makes of each, as a condition that it is not met."""
    return {
        (act.actor, act.target): f"{'' if act.kind == 'forbid' else '-'}{act.target}.{act.issue}"
        for act in acts
        if act.kind in PUT and act.issue != "talk" and (act.target, act.issue) in has
    }


def _feared(act: Act, unmet: Mapping[tuple[str, str | None], str], has: _Has) -> str | None:
    """Say on what a threat is carried out: on its "if", else while a demand is not met."""
    if (act.condition_actor, act.condition_issue) in has:
        return f"{act.condition_actor}.{act.condition_issue}"
    return unmet.get((act.actor, act.target))


def _agreed(me: str, acts: Sequence[Act], has: _Has) -> Iterator[Preference]:
    """Give what a party agrees to, and can do itself."""
    for act in acts:
        own = act.kind == "agree" and act.actor == me and act.issue != "talk"
        if own and (me, act.issue) in has:
            yield _wish(f"{me}.{act.issue}", "agreed", act)


def _talk(me: str, acts: Sequence[Act], has: _Has) -> Iterator[Preference]:
    """Talks agreed to, offered or asked for."""
    for act in acts:
        if act.issue != "talk" or act.kind not in (*_TALKS, *_WILLING, "demand"):
            continue
        other = act.target if act.actor == me else act.actor
        if me not in (act.actor, act.target if act.kind in _TALKS else None):
            continue
        if (me, "talk") in has and other and other != me and (other, "talk") in has:
            yield _wish(f"{me}.talk & {other}.talk", "talk", act)
        elif (me, "talk") in has:
            yield _wish(f"{me}.talk", "talk", act)


def _offered(me: str, acts: Sequence[Act], has: _Has) -> Iterator[Preference]:
    """Give what a party offers or promises to do."""
    for act in acts:
        own = act.kind in ("offer", "promise") and act.actor == me and act.issue != "talk"
        if own and (me, act.issue) in has:
            yield _wish(f"{me}.{act.issue}", "offered", act)


def _threatened(me: str, acts: Sequence[Act], has: _Has) -> Iterator[Preference]:
    """Threats received."""
    for act in acts:
        if act.kind == "threaten" and act.target == me and (act.actor, act.issue) in has:
            yield _wish(f"-{act.actor}.{act.issue}", "threatened", act)
