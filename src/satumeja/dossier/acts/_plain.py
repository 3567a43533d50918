"""Find what a report tells as done in plain clauses, by who does what to whom in each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from satumeja.dossier._types import Act
from satumeja.dossier.acts._events import named_side
from satumeja.dossier.acts._work import (
    ActWork,
    is_conditional,
    is_own,
    is_supposed,
    issues_in,
    search,
    sentence_span,
    statement_over,
    tempered,
)
from satumeja.dossier.clauses import Deed, Named
from satumeja.dossier.reading import lists, sentence_at

__all__ = ["plain_acts"]

_ALLEGES = ("accuse", "criticise", "deny", "claim", "threaten", "warn", "demand", "promise")
_GLANCE = 60
_TOLD = (
    *("coerce", "assault", "use_force", "protest", "mobilise", "sanction", "retreat", "concede"),
    *("aid", "support", "cooperate", "investigate", "meet"),
)
_HARMS = ("coerce", "assault", "use_force", "protest", "sanction", "refuse", "mobilise")
_TOGETHER = ("meet", "agree", "agree_to_talk", "cooperate")
_JOINT = ("meet", "agree")
_DONE = ("coerce", "protest", "retreat", "concede", "support")  # whatever else is said by it
_TOWARDS = ("meet", "support", "cooperate", "agree")  # done with, or for, somebody


def plain_acts(work: ActWork, first: Mapping[str, str]) -> None:
    """Add what plain clauses tell as done.

    Parameters
    ----------
    work : ActWork
        The report, with the acts found so far.
    first : mapping
        What each statement does first of all: in an accusation nothing is told as done.

    Notes
    -----
    A clause counts where a party or a crowd is its subject (or the agent of its passive) and it
    is neither denied, hoped, asked, supposed nor still to come. What somebody only says of
    another is doubtful, and so is an act of a noun ("the threat by X against Y").
    """
    taken = {_key(work, act) for act in work.acts}
    cues = sorted({doer.cue[0] for doer in work.statements if doer.cue is not None})
    for sentence in work.report.sentences:
        for deed in work.sentences.deeds((sentence.start, sentence.end)):
            spoken = bisect_left(cues, deed.verb[0]) < bisect_left(cues, deed.verb[1])
            if spoken and deed.frame.kind not in _DONE:
                continue
            if _says_nothing(work, deed) or not _is_told(
                first.get(statement_over(work, deed.verb) or ""), deed
            ):
                continue
            if deed.verb[0] in work.verbs or deed.verb[1] - 1 in work.verbs:
                continue
            for act in _acts_of(work, deed):
                key = _key(work, act)
                if key not in taken:
                    taken.add(key)
                    work.acts.append(act)


def _says_nothing(work: ActWork, deed: Deed) -> bool:
    """Whether one only declines to comment, or asks not to be named."""
    sent = deed.clause is not None and deed.clause.group.passive  # its agent follows: "oleh X"
    if sent or deed.frame.kind not in ("reject", "demand"):
        return False
    nothing = lists(work.report.language, "speech")["nothing"]
    words = work.report.text[deed.verb[1] : deed.verb[1] + _GLANCE].lstrip()
    return any(search(nothing[form]).match(words) for form in ("said", "never"))


def _is_told(act: str | None, deed: Deed) -> bool:
    """Whether a deed is told: by the report, or as something done in what somebody only says.

    "A charge that Y denied" stands beside the charge, and is the report's.
    """
    if act is None or (act not in _ALLEGES and deed.frame.kind in _TOLD):
        return True
    passive = deed.clause is not None and deed.clause.group.passive
    return passive and act in ("accuse", "criticise") and deed.frame.kind in ("deny", "reject")


def _key(work: ActWork, act: Act) -> tuple[str, str, int]:
    """Give what tells an act from others of its sentence: what kind, and by whom."""
    return act.kind, act.actor, sentence_at(work.report, act.span[0])


def _acts_of(work: ActWork, deed: Deed) -> Iterator[Act]:
    """Give the acts of one deed, one for each who does it."""
    if deed.clause is not None and not deed.clause.real:
        if not _is_threat(work, deed):
            return
        deed = replace(deed, frame=replace(deed.frame, kind="threaten"))
    doers = [(doer, actor) for doer in deed.doers if (actor := named_side(work, doer))]
    if not doers:
        doers = [(deed.doers[0], side) for side in _both(work, deed)]
    target = named_side(work, deed.target) if deed.target and doers else None
    if deed.frame.aimed and target is None:
        return
    joint = [actor for _, actor in doers]
    for doer, actor in doers:
        others = [other for other in joint if other != actor]
        aimed = target if target != actor else None
        if aimed is None and (deed.frame.mutual or deed.frame.kind in _JOINT) and others:
            aimed = others[0]
        yield _act(work, deed, doer, actor, aimed)


def _is_threat(work: ActWork, deed: Deed) -> bool:
    """Whether a report tells what somebody will do to another if ("Jika ..., X akan menutup")."""
    clause = deed.clause
    return (
        clause is not None
        and clause.mood == "ahead"
        and not clause.unreal
        and not clause.group.negated
        and deed.frame.kind in _HARMS
        and work.sentences.grammar.prefixed
        and statement_over(work, deed.verb) is None
        and is_conditional(work, deed.verb[0])
        and not is_supposed(work, deed.verb[0])
    )


def _both(work: ActWork, deed: Deed) -> Sequence[str]:
    """Give the two sides that "keduanya" means: those who last did something together."""
    pronoun = deed.doers[0].pronoun if deed.doers else None
    if pronoun is None or pronoun not in lists(work.report.language, "clauses")["who"]["all"]:
        return ()
    before = [act for act in work.acts if act.span[1] <= deed.verb[0] and act.target is not None]
    joint = [act for act in before if act.kind in _TOGETHER]
    last = max(joint, key=lambda act: act.span, default=None)
    return (last.actor, last.target) if last is not None and last.target else ()


def _act(work: ActWork, deed: Deed, named: Named, actor: str, target: str | None) -> Act:
    """Make one act."""
    kind, (start, end) = tempered(work, deed.frame.kind, actor), deed.span
    span = start, start + len(work.report.text[start:end].rstrip(" ,;:"))
    words = work.report.text[deed.verb[0] : span[1]]
    issues = issues_in(work.report.language, kind, words)
    statement = statement_over(work, deed.verb)
    by = named.actor if named.actor != actor and named.crowd is None else None
    return Act(
        *("", kind, actor, by, target, statement, span),
        issues[0] if issues else None,
        doubtful=(target is None and kind in _TOWARDS)
        or not deed.sure
        or deed.clause is None
        or not _stands(work, deed, statement, actor),
    )


def _stands(work: ActWork, deed: Deed, statement: str | None, actor: str) -> bool:
    """Whether what is told is told by the report, or by the one who did it.

    What stands in a quotation, behind a colon or in what a verb says is told by somebody, though
    nobody was found to say it.
    """
    if statement is not None:
        return is_own(work, statement, actor)
    place = deed.verb[0]
    if any(start <= place < end for start, end in work.report.quotations):
        return False
    if deed.clause is not None and deed.clause.link == "complement":
        return False
    before = work.report.text[sentence_span(work.report, place)[0] : place]
    return re.search(r":\s", before) is None
