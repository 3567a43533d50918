"""Whose acts a draft rests on: parties, addressees left unsaid, deeds by their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from satumeja.dossier._dossier import Dossier
from satumeja.dossier._links import Earlier
from satumeja.dossier._types import Act, Statement
from satumeja.dossier.drafting._bodies import Bodies, forums
from satumeja.dossier.drafting._phrases import Clause, hedge_of, phrase_of, undoes
from satumeja.dossier.reading import lists
from satumeja.report import LANGUAGES
from satumeja.report.kit import knowledge

__all__ = ["DENIED", "PUT", "Deed", "Parties", "cited", "is_everyones", "parties_of"]

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
_ADDRESSED = ("demand", "threaten")
_OWN = ("offer", "promise", "threaten")
PUT = ("demand", "forbid")
"""Kinds of what one party asks of another: that it be done, or not be done."""
DENIED = {"demand": "forbid", "offer": "refuse", "promise": "refuse", "threaten": "refuse"}
"""What an act is for a draft where its words are that the deed will not, or must not, be done."""
_KEPT = dict.fromkeys(("offer", "promise", "threaten", "refuse"), "promise") | {"demand": "demand"}
_EVERYONE = re.compile("|".join(knowledge(_ROOM, "drafts")["everyone"].values()), re.IGNORECASE)


@dataclass(frozen=True)
class Deed:
    """What a party could do that no list of issues has, named by the words that say so.

    Parameters
    ----------
    kind : str
        The kind of act that names it: a demand of it, an offer of it, a threat of it.
    words : str
        Verb and object, in the words of the report.
    language : str
        The language of the words.
    """

    kind: str
    words: str
    language: str


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
    unread : tuple of Act
        Acts that ask for something, or hold it out, in words that name no deed.
    hedges : mapping of str to str
        The "if" of acts whose deed was taken without it, by act.
    standing : set of (str, str)
        What is so already, since somebody speaks of undoing it: whose, and the issue.
    """

    acts: tuple[Act, ...]
    deeds: Mapping[str, Deed]
    guessed: Mapping[str, str]
    unread: tuple[Act, ...]
    hedges: Mapping[str, str]
    standing: Set[tuple[str, str]]


def cited(act: Act) -> str:
    """Give the identifier evidence is cited by: the statement, or the act itself."""
    return act.statement or act.id


def is_everyones(words: str) -> bool:
    """Whether a demand is put to everyone, or to no one in particular."""
    return _EVERYONE.search(words) is not None


def parties_of(
    dossier: Dossier,
    bodies: Bodies,
    language: Callable[[Act], str],
    answers: Mapping[str, Mapping[str, bool]],
) -> Parties:
    """Say who acts towards whom, about what, as far as a draft may take it.

    Parameters
    ----------
    dossier : Dossier
        The acts; those that only a language model found, or that are in doubt, are left out.
    bodies : Bodies
        Which party each actor is of.
    language : callable
        Gives the language of an act's words.
    answers : mapping
        What analysts said of which act answers which, by act.

    Returns
    -------
    Parties
        A demand or threat that names no addressee is taken to be put to the side its author
        is most often at odds with, where there is one. What no list of issues names is named
        by its own words; a promise not to do something is a refusal.
    """
    statements = {statement.id: statement for statement in dossier.statements}
    acts = [own for act in dossier.acts if (own := _own(act, bodies)) is not None]
    against = _opponents(acts)
    namer = _Namer(dossier, statements, language)
    addressed = [_addressed(act, against, namer) for act in acts]
    put = [namer.named(act, (*_OWN, "demand")) for act in addressed]
    named = [namer.named(act, ("refuse",)) for act in _answering(put, answers)]
    before = {act.id: act.target for act in acts}
    return Parties(
        tuple(named),
        {**namer.deeds, "drop": Deed("drop", "", "")},
        {act.id: act.target for act in named if act.target and not before[act.id]},
        tuple(namer.unread),
        namer.hedges,
        namer.standing,
    )


def _own(act: Act, bodies: Bodies) -> Act | None:
    """Give the act with its parties; None where it is no party's own, or in doubt."""
    if act.proposed:
        return None
    actor, target = bodies.party(act.actor), act.target and bodies.party(act.target)
    if target == actor:
        if act.kind not in ("reject", "refuse"):
            return None
        target = None
    condition_actor = act.condition_actor and bodies.party(act.condition_actor)
    parties = (actor, target, condition_actor)
    if parties == (act.actor, act.target, act.condition_actor):
        return act
    return replace(act, actor=actor, target=target, condition_actor=condition_actor)


def _opponents(acts: list[Act]) -> Mapping[str, str]:
    """Say with whom each party is most often at odds; the first named where that is even."""
    times: dict[str, Counter[str]] = {}
    meets = forums()
    for act in acts:
        if act.kind in _AGAINST and act.target and act.target not in meets:
            times.setdefault(act.actor, Counter())[act.target] += 1
            times.setdefault(act.target, Counter())[act.actor] += 1
    return {party: others.most_common(1)[0][0] for party, others in times.items()}


def _addressed(act: Act, against: Mapping[str, str], namer: _Namer) -> Act:
    """Take a demand or threat that names no addressee as put to its author's opponent."""
    if act.target or act.kind not in _ADDRESSED or act.actor not in against:
        return act
    if act.kind == "demand" and not namer.is_asked(act):
        return act
    return replace(act, target=against[act.actor])


class _Namer:
    """Gives acts that name no issue the key of a deed, the same for the same words."""

    def __init__(
        self,
        dossier: Dossier,
        statements: Mapping[str, Statement],
        language: Callable[[Act], str],
    ) -> None:
        self._dossier = dossier
        self._statements = statements
        self._language = language
        self._undone = {code: lists(code, "phrases")["undone"] for code in LANGUAGES}
        self._keys: dict[tuple[str, str], str] = {}
        self.deeds: dict[str, Deed] = {}
        self.unread: list[Act] = []
        self.hedges: dict[str, str] = {}
        self.standing: set[tuple[str, str]] = set()

    def is_asked(self, act: Act) -> bool:
        """Whether a verb of asking stands before it, so that it need not say of whom."""
        statement = self._statements.get(act.statement or "")
        asks = statement is not None and statement.cue_kind == "demand"
        return asks and not is_everyones(self._dossier.words(act.span))

    def named(self, act: Act, kinds: Sequence[str]) -> Act:
        """Name what an act of these kinds is about by its words, where nothing else does."""
        nobodys = act.kind == "demand" and not act.target
        if act.kind not in kinds or nobodys:
            return act
        clause = self._clause(act, self._language(act))
        return self._turned(act, clause) if act.issue else self._by_words(act, clause)

    def _turned(self, act: Act, clause: Clause) -> Act:
        """Turn an act round that would undo what its issue is called by ("lift the tariffs")."""
        issue = act.issue or ""
        if issue not in self._undone[clause.language]:
            return act
        phrase = phrase_of(clause)
        if phrase is None or not undoes(phrase, issue, clause.language):
            return act
        party = (act.target or "") if act.kind in PUT else act.actor
        self.standing.add((party, issue))
        keeps = phrase.denied or act.kind == "refuse"
        return replace(act, kind=_KEPT[act.kind] if keeps else DENIED[act.kind])

    def _by_words(self, act: Act, clause: Clause) -> Act:
        """Name what an act is about by its words."""
        phrase = phrase_of(clause)
        if phrase is None:
            self.unread.append(act)
            return act
        kind = DENIED.get(act.kind, act.kind) if phrase.denied else act.kind
        party = (act.target or "") if kind in PUT else act.actor
        label = re.sub(r"\W+", "_", cited(act))
        key = self._keys.setdefault((party, phrase.words.casefold()), f"{act.kind}_{label}")
        self.deeds.setdefault(key, Deed(kind, phrase.words, clause.language))
        hedge = hedge_of(clause)
        if act.condition is None and hedge:
            self.hedges[act.id] = hedge
        return replace(act, issue=key, kind=kind)

    def _clause(self, act: Act, language: str) -> Clause:
        """Give the words of an act without its "if"."""
        start, end = act.span
        text = self._dossier.words(act.span)
        if act.condition and start <= act.condition[0] and act.condition[1] <= end:
            first, last = act.condition[0] - start, act.condition[1] - start
            text = f"{text[:first]} {text[last:]}"
        statement = self._statements.get(act.statement or "")
        cue = self._dossier.words(statement.cue) if statement and statement.cue else ""
        before = self._dossier.report.text[max(0, start - 6) : start].split()
        return Clause(
            text,
            language,
            act.kind,
            cue,
            quoted=statement is not None and statement.mode == "direct",
            that=before[-1:] == ["that"],
        )


def _answering(acts: list[Act], answers: Mapping[str, Mapping[str, bool]]) -> Iterator[Act]:
    """Give refusals and agreements what they answer, where they do not say it themselves."""
    named = {item for corrected in answers.values() for item in corrected}
    by_id = {act.id: act for act in acts if act.id in named}
    earlier = Earlier(acts)
    for at, act in enumerate(acts):
        if act.kind not in ("reject", "refuse", "agree") or act.issue is not None:
            yield act
            continue
        corrected = answers.get(act.id, {})
        other = earlier.answered(at)
        if other and corrected.get(other.id) is False:
            other = None
        other = next(
            (by_id[of] for of, holds in corrected.items() if holds and of in by_id), other
        )
        if other and other.kind in PUT and other.issue:
            yield replace(act, issue=other.issue)
        else:
            yield act
