"""Find the acts a report tells by itself, in the forms of ``acts.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from satumeja.dossier._types import Act
from satumeja.dossier.acts._work import (
    ActWork,
    is_supposed,
    issues_in,
    or_none,
    search,
    sentence_span,
    side_of,
    sides_named,
    statement_over,
    tempered,
)
from satumeja.dossier.clauses import doers_of
from satumeja.dossier.reading import compile_shape, lists

__all__ = ["told_acts"]

_AHEAD = ("agree_to_talk", "demand")  # told of what is still to come


def told_acts(work: ActWork) -> None:
    """Find the acts the report tells by itself."""
    mask = work.people.mask.text()
    for rule in lists(work.report.language, "acts")["told"]:
        shape = compile_shape(f"(?i){rule['form']}")
        for sentence in work.report.sentences:
            for match in shape.finditer(mask, sentence.start, sentence.end):
                act = _told(work, rule["kind"], match, rule.get("issue"), rule.get("needs"))
                if act is not None:
                    work.acts.extend(act)
                    work.verbs.update(range(*match.span()))


def _told(
    work: ActWork, kind: str, match: re.Match[str], issue_given: str | None, needs: str | None
) -> Iterator[Act] | None:
    """Make the acts of one match; None where nobody known acts."""
    actor = _side_at(work, match, "actor")
    target = _side_at(work, match, "target")
    if actor is None or actor == target or is_supposed(work, match.start()):
        return None
    if needs and not search(needs).search(work.report.text, *match.span()):
        return None  # a word of saying of another kind ("apologised for")
    if not _is_borne(work, kind, match, actor):
        return None
    about = match.groupdict().get("about")
    words = work.report.text[slice(*match.span("about" if about else 0))]
    if about and target is None:
        others = [one for one in sides_named(work, match.span("about")) if one != actor]
        target = others[0] if others else None
    issues = [issue_given] if issue_given else issues_in(work.report.language, kind, words)[:1]
    start, end = match.span()
    span = (start, start + len(work.report.text[start:end].rstrip()))
    statement = statement_over(work, span)
    return (
        Act("", tempered(work, kind, actor), actor, None, target, statement, span, issue)
        for issue in or_none(issues)
    )


def _is_borne(work: ActWork, kind: str, match: re.Match[str], actor: str) -> bool:
    """Whether the clause a form stands in tells it as done, and by whom the form says.

    In "Chile dituduh Peru menyerang pelabuhan" the form alone would have Peru attack.
    """
    words, clauses = work.sentences.of(sentence_span(work.report, match.start()))
    inside = [
        clause
        for clause in clauses
        if match.start() <= words[clause.group.head].start < match.end()
    ]
    if not inside:
        return True
    clause = inside[0]
    if clause.unreal or clause.group.negated or (clause.mood != "done" and kind not in _AHEAD):
        return False
    doers = doers_of(words, clauses, clause, work.sentences.grammar, work.report.language)
    sides = [
        side_of(work.people, doer.actor) for doer in doers if doer.actor in work.people.actors
    ]
    return not sides or actor in sides


def _side_at(work: ActWork, match: re.Match[str], group: str) -> str | None:
    """Give the side a group of a match names."""
    if not match.groupdict().get(group):
        return None
    actor = work.people.at.get(match.start(group))
    return side_of(work.people, actor) if actor else None
