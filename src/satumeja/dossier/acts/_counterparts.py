"""Towards whom an act is where its own words name nobody: whoever the talk is with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from satumeja.dossier._types import Act
from satumeja.dossier.acts._work import ActWork, search, side_of, sides_named
from satumeja.dossier.reading import lists, sentence_at
from satumeja.report.kit import word_choice

__all__ = ["with_counterparts"]

_AIMED = ("accuse", "criticise", "demand", "deny", "reject", "refuse", "threaten", "warn")
_ANSWERS = (
    "reject",
    "deny",
    "refuse",
    "criticise",
    "agree",
    "praise",
    "support",
    "concede",
    "protest",
)
# What "it" or "that" may mean where it is turned down, denied or taken up.
_PRONOUN_OF = {
    "reject": ("offer", "demand"),
    "refuse": ("offer", "demand"),
    "agree": ("offer", "demand"),
    "deny": ("accuse", "criticise"),
}
_PARTICLE = 12  # characters of a pronoun and a particle behind a verb
_BACK = 40  # acts looked back on,
_NEAR = 600  # and characters


def with_counterparts(work: ActWork, acts: Sequence[Act]) -> Iterator[Act]:
    """Give acts with the target that those before them leave to the doubtful ones.

    Parameters
    ----------
    work : ActWork
        The report and who is named in it.
    acts : sequence of Act
        The acts in the order of the text.

    Notes
    -----
    Who was accused, asked or threatened answers the one who did it; who went on about somebody
    goes on about him; else it is the side named last. As often as not that is right, so only an
    act that is doubtful anyway takes such a target; a firm one is aimed at nobody instead, unless
    its words name the act it answers ("rejected that demand").
    """
    settled: list[Act] = []
    for act in acts:
        open_ended = act.target is None and act.kind in _AIMED and act.statement is not None
        aimed = act
        if act.target is None and act.kind in _ANSWERS:
            aimed = replace(act, target=_meant(work, settled, act))
        if aimed.target is None and open_ended and act.doubtful:
            aimed = replace(act, target=_answered(settled, act) or _last_named(work, act))
        settled.append(aimed)
        yield aimed


@cache
def _naming(language: str) -> tuple[re.Pattern[str], Mapping[str, Sequence[str]]]:
    """Give the form in which words name an act told before, and the kinds each noun is one of."""
    table = lists(language, "acts")["anaphora"]["names"]
    kinds = {noun: entry["kinds"] for entry in table["acts"] for noun in entry["nouns"].split()}
    return re.compile(table["form"].replace("<act>", word_choice(list(kinds))), re.I), kinds


def _meant(work: ActWork, given: Sequence[Act], act: Act) -> str | None:
    """Give whose act the words of an act name: the last of its kind, by another side."""
    form, kinds = _naming(work.report.language)
    start = act.span[0] if act.statement is not None else act.span[1] + 1
    match = form.match(work.report.text, start)
    if match is None:
        return _by_pronoun(work, given, act)
    wanted = kinds[match["noun"].lower()]
    for other in reversed(given[-_BACK:]):
        if other.kind in wanted and other.actor != act.actor and other.by != act.by:
            own = other.target in (None, act.actor) or act.by is not None
            return other.actor if own else None
    return None


def _by_pronoun(work: ActWork, given: Sequence[Act], act: Act) -> str | None:
    """Give whose act a mere pronoun means ("turned that down"): the only one just before."""
    bare = lists(work.report.language, "acts")["anaphora"].get("bare")
    wanted = _PRONOUN_OF.get(act.kind)
    if bare is None or wanted is None:
        return None
    where = sentence_at(work.report, act.span[0])
    end = min(act.span[1] + _PARTICLE, work.report.sentences[where].end)
    statement = work.by_id.get(act.statement or "")
    cues = [statement.cue[0]] if statement and statement.cue else []
    if not search(bare).search(work.report.text, min([act.span[0], *cues]), end):
        return None
    others = {
        earlier.actor
        for earlier in given[-_BACK:]
        if earlier.kind in wanted
        and earlier.actor != act.actor
        and earlier.target in (None, act.actor)
        and where - 1 <= sentence_at(work.report, earlier.span[0]) <= where
    }
    begin = work.report.sentences[max(0, where - 1)].start
    named = {*sides_named(work, (begin, act.span[0]))} - {act.actor}
    return others.pop() if len(others) == 1 and named <= others else None


def _answered(given: Sequence[Act], act: Act) -> str | None:
    """Give whom an act answers: who last did something to its actor, or whom he last did it to."""
    for other in reversed(given[-_BACK:]):
        if other.target == act.actor and other.actor != act.actor:
            return other.actor
        if other.actor == act.actor and other.target is not None:
            return other.target
    return None


def _last_named(work: ActWork, act: Act) -> str | None:
    """Give the side named last before an act, other than its own."""
    for mention in reversed(work.mentions.within(max(0, act.span[0] - _NEAR), act.span[0])):
        side = side_of(work.people, mention.actor)
        if side != act.actor and mention.actor != act.by and mention.role != "place":
            return side
    return None
