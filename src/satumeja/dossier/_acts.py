"""Find the political acts: decided on the word of saying and on what is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from satumeja.dossier._act_work import (
    ActWork,
    issues_in,
    or_none,
    period_of,
    search,
    side_of,
    sides_named,
)
from satumeja.dossier._events import event_acts, group_named
from satumeja.dossier._gazetteer import lists
from satumeja.dossier._paint import People
from satumeja.dossier._starts import Starts
from satumeja.dossier._told import told_acts
from satumeja.dossier._types import Act, Statement
from satumeja.report import Report, Span, knowledge

__all__ = ["find_acts"]

_ROOM = "satumeja.dossier"
_RECENT = 200


def find_acts(report: Report, people: People, statements: Sequence[Statement]) -> tuple[Act, ...]:
    """Find the acts done in statements, and those the report tells by itself.

    Parameters
    ----------
    report : Report
        The report.
    people : Field
        Everyone named in it.
    statements : sequence of Statement
        What is reported as said.

    Returns
    -------
    tuple of Act
        In the order of the text; an act about several issues stands once for each.

    Notes
    -----
    The rules are data (``acts.toml``): each asks for kinds of cue, for words in the
    content, or both, and the content can overrule the cue: a denial that names a red
    line is a red line.
    """
    work = ActWork(
        report,
        people,
        statements,
        Starts(statements, lambda one: one.content[0]),
        Starts(people.mentions, lambda one: one.start),
        Starts(report.dates, lambda one: one.start),
    )
    for statement in statements:
        if statement.speaker is not None or statement.speaker_span is not None:
            _acts_of_statement(work, statement)
    told_acts(work)
    event_acts(work)
    claimed = {one.id: one.cue_kind for one in statements}
    ordered = sorted(
        work.acts,
        key=lambda act: (
            *(act.span, claimed.get(act.statement or "") != act.kind),
            *(act.kind, act.issue or ""),
        ),
    )
    return tuple(
        replace(act, id=f"a{number}") for number, act in enumerate(_unrepeated(ordered), 1)
    )


def _unrepeated(acts: Sequence[Act]) -> list[Act]:
    """Leave out an act told again in the same statement."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for act in acts:
        key = (act.kind, act.actor, act.target, act.issue, act.statement or act.span)
        if key not in seen:
            seen.add(key)
            kept.append(act)
    return kept


def _acts_of_statement(work: ActWork, statement: Statement) -> None:
    """Apply the rules to one statement, once for each who speaks."""
    content = _own_words(work, statement)
    condition = _condition(work, statement)
    before = len(work.acts)
    for rule in lists(work.report.language, "acts")["rule"]:
        if not _applies(work, rule, statement, content, condition):
            continue
        if rule.get("fallback") and len(work.acts) > before:
            continue
        for speaker in _speakers(work, statement):
            _add_act(work, rule, statement, speaker, content, condition)
        if rule.get("only"):
            return


def _own_words(work: ActWork, statement: Statement) -> str:
    """Give what was said, without what it reports others to have said (blanked)."""
    start, end = statement.content
    words = list(work.report.text[start:end])
    for inner in work.nearby.within(start, end):
        if inner.within == statement.id and inner.cue is not None:
            begin = max(start, min(inner.cue[0], (inner.speaker_span or inner.cue)[0]))
            stop = min(end, inner.content[1])
            words[begin - start : stop - start] = " " * (stop - begin)
    return "".join(words)


def _applies(
    work: ActWork,
    rule: Mapping[str, Any],
    statement: Statement,
    content: str,
    condition: Span | None,
) -> bool:
    """Whether a rule fits a statement."""
    if "cue" in rule and statement.cue_kind not in rule["cue"]:
        return False
    if "that" in rule and not search(rule["that"]).search(_joint(work, statement)):
        return False
    if "content" in rule and not _fits(work, rule["content"], statement, content):
        return False
    if "unless" in rule and search(rule["unless"]).search(content):
        return False
    if "expects" in rule:
        cue = statement.cue and work.report.text[slice(*statement.cue)].lower()
        return cue in rule["expects"]
    return not (rule.get("conditional") and condition is None)


def _fits(work: ActWork, pattern: str, statement: Statement, content: str) -> bool:
    """Whether what was said fits a pattern, and the names it takes are of the sides it asks.

    A name taken as "own" must be of the speaker's side, one taken as "other" of another.
    """
    sides = {side_of(work.people, one) for one in _speakers(work, statement)}
    for match in search(pattern).finditer(content):
        named = {
            group: work.people.at.get(statement.content[0] + match.start(group))
            for group, words in match.groupdict().items()
            if words
        }
        if all(
            actor is not None and (side_of(work.people, actor) in sides) == (group == "own")
            for group, actor in named.items()
        ):
            return True
    return False


def _joint(work: ActWork, statement: Statement) -> str:
    """Give the words that join a cue and what was said ("that", "so that")."""
    end = statement.cue[1] if statement.cue else statement.content[0]
    return work.report.text[end : statement.content[0]]


def _speakers(work: ActWork, statement: Statement) -> list[str]:
    """Everyone named as the speaker: "Washington and its allies" are two."""
    start, end = statement.speaker_span or (0, 0)
    named = [work.people.at[place] for place in range(start, end) if place in work.people.at]
    if named or statement.speaker:
        return named or [statement.speaker or ""]
    group = group_named(work, (start, end))
    return [group] if group else []


def _condition(work: ActWork, statement: Statement) -> Span | None:
    """Find the words of an "if" in what was said."""
    pattern = lists(work.report.language, "acts")["condition"]["pattern"]
    start, end = statement.content
    found = search(pattern).search(work.report.text, start, end)
    return found.span() if found else None


def _add_act(
    work: ActWork,
    rule: Mapping[str, Any],
    statement: Statement,
    speaker: str,
    content: str,
    condition: Span | None,
) -> None:
    """Add what a rule says of a statement: one act an issue."""
    kind = rule["kind"]
    actor, target = _parties(work, rule, statement, speaker)
    span = statement.content
    words = content
    if condition is not None and kind == "threaten":
        words = content[: condition[0] - span[0]] + content[condition[1] - span[0] :]
    issues = issues_in(work.report.language, kind, words)
    if kind == "reject" and not issues:
        issues = _refused(work, statement, actor)
    threat = kind == "threaten" and condition is not None
    date = _when(work, statement, kind)
    for issue in or_none(issues):
        work.acts.append(
            Act(
                "",
                kind,
                actor,
                speaker,
                target,
                statement.id,
                span,
                issue,
                condition if threat else None,
                _condition_issue(work, condition) if threat else None,
                target if threat else None,
                date[0],
                date[1],
                date[2],
            )
        )


def _condition_issue(work: ActWork, condition: Span | None) -> str | None:
    """Say what a condition is about."""
    if condition is None:
        return None
    issues = issues_in(work.report.language, "condition", work.report.text[slice(*condition)])
    return issues[0] if issues else None


def _refused(work: ActWork, statement: Statement, actor: str) -> list[str]:
    """Say what a refusal of "such a promise" is about: what was demanded before it."""
    anaphora = lists(work.report.language, "acts")["anaphora"]["pattern"]
    if not search(anaphora).search(work.report.text, *statement.content):
        return []
    before = [
        act
        for act in work.acts[-_RECENT:]
        if act.kind == "demand"
        and act.actor != actor
        and act.issue
        and act.span[0] < statement.content[0]
    ]
    last = [act for act in before if act.statement == before[-1].statement] if before else []
    return [act.issue for act in last if act.issue]


def _parties(
    work: ActWork, rule: Mapping[str, Any], statement: Statement, speaker: str
) -> tuple[str, str | None]:
    """Say who acts towards whom."""
    actor = side_of(work.people, speaker)
    named = sides_named(work, statement.content)
    if rule.get("actor") == "subject":
        parties = [one for one in named if not _is_group(one)]
        if len(parties) >= 2 and not _is_forum(parties[0]):
            return parties[0], parties[1]
        others = [one for one in parties if one != actor]
        return actor, others[0] if others else None
    if statement.addressee in work.people.actors:
        named = [side_of(work.people, statement.addressee or ""), *named]
    others = [one for one in named if one != actor]
    return actor, others[0] if others else None


def _is_group(actor: str) -> bool:
    """Whether an actor is a group by reference (the West, its allies)."""
    entry = knowledge(_ROOM, "states")["organisations"].get(actor, {})
    return bool(entry.get("group"))


def _is_forum(actor: str) -> bool:
    """Whether an organisation is where others meet."""
    entry = knowledge(_ROOM, "states")["organisations"].get(actor, {})
    return bool(entry.get("forum"))


def _when(
    work: ActWork, statement: Statement, kind: str
) -> tuple[dt.date | None, dt.date | None, str | None]:
    """Say when an act is done: a meeting when it is held, a statement when it was made."""
    if kind in ("agree_to_talk", "meet"):
        start, end = statement.content
        for mention in work.dates.within(start, end):
            return period_of(mention)
    if statement.date:
        return statement.date, statement.date, "day"
    return None, None, None
