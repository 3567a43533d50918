"""Whose acts a draft rests on: groups as members, addressees left unsaid, deeds by their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from satumeja.dossier._dossier import Dossier, links
from satumeja.dossier._types import Act
from satumeja.report.kit import knowledge

__all__ = ["Deed", "Parties", "forums", "parties_of"]

_ROOM = "satumeja.dossier"
_AGAINST = (
    "demand",
    "threaten",
    "reject",
    "refuse",
    "accuse",
    "deny",
    "warn",
    "criticise",
    "use_force",
)
_PUT = ("demand", "threaten")
_OWN = ("offer", "promise", "threaten")
_LONGEST = 80


@dataclass(frozen=True)
class Deed:
    """What a party could do that no list of issues has, named by the words that say so.

    Parameters
    ----------
    kind : str
        The kind of act that names it: a demand of it, an offer of it, a threat of it.
    words : str
        The words, cut short.
    """

    kind: str
    words: str


@dataclass(frozen=True)
class Parties:
    """The acts of a dossier with the parties a draft takes for them.

    Parameters
    ----------
    acts : tuple of Act
        An act that names no issue has the key of a deed in its place.
    deeds : mapping of str to Deed
        The deeds, by key.
    guessed : mapping of str to str
        The other side taken for the addressee of acts that name none, by act.
    """

    acts: tuple[Act, ...]
    deeds: Mapping[str, Deed]
    guessed: Mapping[str, str]


def forums() -> list[str]:
    """Give the organisations where others meet."""
    return [name for name, entry in _organisations().items() if entry.get("forum")]


def parties_of(dossier: Dossier) -> Parties:
    """Say who acts towards whom, about what, as far as a draft may take it.

    Parameters
    ----------
    dossier : Dossier
        The acts; those that only a language model found are left out.

    Returns
    -------
    Parties
        Groups named by reference ("the West") stand for the first of their members the
        report names. A demand or threat that names no addressee is taken to be put to
        the side its author is most often at odds with, where there is one. What no list
        of issues names is named by its own words.
    """
    acts = [act for act in map(_Members(dossier), dossier.acts) if act is not None]
    against = _opponents(acts)
    addressed = [_addressed(act, against, dossier) for act in acts]
    namer = _Namer(dossier)
    put = [namer.named(act, (*_OWN, "demand")) for act in addressed]
    named = [namer.named(act, ("refuse",)) for act in _answering(dossier, put)]
    before = {act.id: act for act in acts}
    return Parties(
        tuple(named),
        namer.deeds,
        {act.id: act.target for act in named if act.target and not before[act.id].target},
    )


def _organisations() -> Mapping[str, Any]:
    """Give the lists of organisations."""
    table: Mapping[str, Any] = knowledge(_ROOM, "states")["organisations"]
    return table


class _Members:
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
        """Give the act with its parties resolved; None where it is no party's own."""
        actor, target = self._member(act.actor), self._member(act.target)
        if act.proposed or actor is None:
            return None
        if target == actor and act.kind not in ("reject", "refuse"):
            return None
        return replace(
            act,
            actor=actor,
            target=None if target == actor else target,
            condition_actor=self._member(act.condition_actor),
        )


def _opponents(acts: list[Act]) -> Mapping[str, str]:
    """Say with whom each party is most often at odds; the first named where that is even."""
    times: dict[str, Counter[str]] = {}
    for act in acts:
        if act.kind in _AGAINST and act.target and act.target not in forums():
            times.setdefault(act.actor, Counter())[act.target] += 1
            times.setdefault(act.target, Counter())[act.actor] += 1
    return {party: others.most_common(1)[0][0] for party, others in times.items()}


def _addressed(act: Act, against: Mapping[str, str], dossier: Dossier) -> Act:
    """Take a demand or threat that names no addressee as put to its author's opponent."""
    if act.target or act.kind not in _PUT or act.actor not in against:
        return act
    if act.kind == "demand" and not _is_asked(act, dossier):
        return act
    return replace(act, target=against[act.actor])


def _is_asked(act: Act, dossier: Dossier) -> bool:
    """Whether a verb of asking stands before what is asked, so that it need not say of whom."""
    said = next((one for one in dossier.statements if one.id == act.statement), None)
    everyone = "|".join(knowledge(_ROOM, "drafts")["everyone"].values())
    return (
        said is not None
        and said.cue_kind == "demand"
        and not re.search(everyone, dossier.words(act.span), re.IGNORECASE)
    )


class _Namer:
    """Gives acts that name no issue the key of a deed, the same for the same words."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._keys: dict[tuple[str, str], str] = {}
        self.deeds: dict[str, Deed] = {}

    def named(self, act: Act, kinds: Sequence[str]) -> Act:
        """Name what an act of these kinds is about by its words, where nothing else does."""
        nobodys = act.kind == "demand" and not act.target
        words = self._words(act) if act.kind in kinds and not act.issue and not nobodys else ""
        if not words:
            return act
        party = (act.target or "") if act.kind == "demand" else act.actor
        cited = re.sub(r"\W+", "_", act.statement or act.id)
        key = self._keys.setdefault((party, words.casefold()), f"{act.kind}_{cited}")
        self.deeds.setdefault(key, Deed(act.kind, words))
        return replace(act, issue=key)

    def _words(self, act: Act) -> str:
        """Give the words of an act without its "if", cut short between two words."""
        start, end = act.span
        text = self._dossier.words(act.span)
        if act.condition and start <= act.condition[0] and act.condition[1] <= end:
            first, last = act.condition[0] - start, act.condition[1] - start
            text = f"{text[:first]} {text[last:]}"
        words = " ".join(text.split()).strip(" ,.;:-–—")
        if len(words) <= _LONGEST:
            return words
        return words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"


def _answering(dossier: Dossier, acts: list[Act]) -> Iterator[Act]:
    """Give refusals and agreements what they answer, where they do not say it themselves."""
    by_id = {act.id: act for act in acts}
    answered = {
        link.act: by_id[link.of].issue
        for link in links(replace(dossier, acts=tuple(acts)))
        if link.kind in ("rejects", "answers") and by_id[link.of].kind == "demand"
    }
    for act in acts:
        asks = act.kind in ("reject", "refuse", "agree")
        if asks and act.issue is None and answered.get(act.id):
            yield replace(act, issue=answered[act.id])
        else:
            yield act
