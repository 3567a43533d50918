"""What an act names of an earlier one without telling it again: "the accusation", "usul itu"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from satumeja.dossier._types import Act, Statement
from satumeja.report import LANGUAGES
from satumeja.report.kit import knowledge

__all__ = ["CHARGES", "DENIALS", "Meant", "may_mean", "means", "meant_by"]

_ROOM = "satumeja.dossier"
_BEHIND = 40  # letters behind the words of an act in which its object may stand ("disputes that")
_CLOSED = re.compile(r"[.!?;\n]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_REPLIES = ("deny", "reject", "refuse", "agree", "agree_to_talk", "praise", "support", "offer")
CHARGES = ("accuse", "claim", "criticise")
"""The kinds of acts that others deny."""

DENIALS = ("deny", "reject")
"""The kinds of acts that deny others."""

_MEETS = {
    "denies": DENIALS,
    "rejects": ("reject", "refuse"),
    "answers": ("agree", "agree_to_talk", "praise", "support"),
}
_NEAR = 900  # letters between an act and one it names


@dataclass(frozen=True)
class Meant:
    """What the words of an act name of one before.

    Parameters
    ----------
    charge : bool
        Whether they name an accusation or a claim that was told: "the charge", "tudingan itu".
    put : frozenset of str
        The kinds of acts they name as put to somebody: an offer, a demand.
    words : frozenset of str
        The words of what is denied, or was claimed.
    """

    charge: bool = False
    put: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


def meant_by(text: str, statements: Sequence[Statement], acts: Sequence[Act]) -> dict[str, Meant]:
    """Give what each reply, and each charge, names.

    Parameters
    ----------
    text : str
        The report, or reports joined.
    statements : sequence of Statement
        What is reported as said.
    acts : sequence of Act
        The acts.

    Returns
    -------
    dict
        By the act; other kinds of acts are left out.
    """
    cues = {statement.id: statement.cue for statement in statements}
    named: dict[str, Meant] = {}
    for act in acts:
        if act.kind in CHARGES:
            named[act.id] = Meant(words=_words(text[slice(*act.span)]))
        elif act.kind in _REPLIES:
            cue = cues.get(act.statement or "")
            named[act.id] = _meant(text, act, min(act.span[0], cue[0] if cue else act.span[0]))
    return named


def _meant(text: str, act: Act, begin: int) -> Meant:
    """Give what the words of a reply name."""
    end = act.span[1]
    closed = _CLOSED.search(text, end, end + _BEHIND)
    reach = text[begin : closed.start() if closed else end + _BEHIND]
    kinds = frozenset(kind for kind, pattern in _asked().items() if pattern.search(reach))
    return Meant(_charges().search(reach) is not None, kinds, _words(text[slice(*act.span)]))


@cache
def _charges() -> re.Pattern[str]:
    """Match what names an accusation or a claim, in any language."""
    return _any("charge")


@cache
def _asked() -> Mapping[str, re.Pattern[str]]:
    """Match what names something put to somebody, by the kind of act it was."""
    return {"offer": _any("offer"), "demand": _any("demand")}


def _any(name: str) -> re.Pattern[str]:
    """Compile a pattern of every language into one: a dossier may join reports in several."""
    tables = (knowledge(_ROOM, language, "acts")["meant"] for language in LANGUAGES)
    return re.compile("|".join(f"(?:{table[name]})" for table in tables), re.IGNORECASE)


def _words(words: str) -> frozenset[str]:
    """Give the words that tell what something is about."""
    return frozenset(_WORD.findall(words.lower())) - _little()


@cache
def _little() -> frozenset[str]:
    """Give the words of every language that tell nothing by themselves."""
    return frozenset(
        word
        for language in LANGUAGES
        for word in knowledge("satumeja.report", language, "article")["function_words"]
    )


def may_mean(kind: str, act: Act, named: Meant | None) -> bool:
    """Whether the words of an act may name one that it denies, rejects or answers."""
    if named is None or act.kind not in _MEETS.get(kind, ()):
        return False
    return named.charge or act.kind == "deny" if kind == "denies" else bool(named.put)


def means(kind: str, act: Act, other: Act, named: Mapping[str, Meant]) -> bool:
    """Whether an act names an earlier one of another side, which stands near.

    "The accusation" is one of whoever denies it, or of nobody told; so is a claim that has words
    in common with what is denied. "The offer" was made to the one who rejects or takes it.
    """
    ours, theirs = named[act.id], named.get(other.id, Meant())
    if other.actor == act.actor or act.span[0] - other.span[1] > _NEAR:
        return False
    towards = act.target in (None, other.actor) or other.target == act.actor
    if kind != "denies":
        towards = other.target in (None, act.actor) or act.target == other.actor
        return other.kind in ours.put and towards
    if ours.charge:
        return towards
    common = other.target is None and bool(ours.words & theirs.words)
    return towards and common and other.kind != "criticise"
