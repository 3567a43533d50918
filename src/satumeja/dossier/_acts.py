"""Find the political acts: decided on the word of saying and on what is said."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from satumeja.dossier._finds import sentence_at
from satumeja.dossier._gazetteer import lists
from satumeja.dossier._mask import compile_shape
from satumeja.dossier._paint import People
from satumeja.dossier._starts import Starts
from satumeja.dossier._types import Act, Mention, Statement
from satumeja.report import DateMention, Report, Span, knowledge

__all__ = ["find_acts", "side_of"]

_ROOM = "satumeja.dossier"
_NEAR = 3000
_RECENT = 200
_PRECISE = ("day", "month", "year")
_DATED = ("agree_to_talk", "meet", "mobilise", "use_force", "sanction")


@dataclass
class _Work:
    """A report, who is named in it, and the acts found so far."""

    report: Report
    people: People
    statements: Sequence[Statement]
    nearby: Starts[Statement]
    mentions: Starts[Mention]
    dates: Starts[DateMention]
    acts: list[Act] = field(default_factory=list)


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
    work = _Work(
        report,
        people,
        statements,
        Starts(statements, lambda one: one.content[0]),
        Starts(people.mentions, lambda one: one.start),
        Starts(report.dates, lambda one: one.start),
    )
    for statement in statements:
        if statement.speaker is not None:
            _acts_of_statement(work, statement)
    _told_acts(work)
    ordered = sorted(work.acts, key=lambda act: (act.span, act.kind, act.issue or ""))
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


@cache
def _search(pattern: str) -> re.Pattern[str]:
    """Compile a content pattern."""
    return re.compile(pattern, re.IGNORECASE)


def side_of(people: People, actor: str) -> str:
    """Give the decision maker an actor acts for: a minister's state, or itself."""
    return people.actors[actor].state or actor


def _acts_of_statement(work: _Work, statement: Statement) -> None:
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


def _own_words(work: _Work, statement: Statement) -> str:
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
    work: _Work,
    rule: Mapping[str, Any],
    statement: Statement,
    content: str,
    condition: Span | None,
) -> bool:
    """Whether a rule fits a statement."""
    if "cue" in rule and statement.cue_kind not in rule["cue"]:
        return False
    if "content" in rule and not _search(rule["content"]).search(content):
        return False
    if "unless" in rule and _search(rule["unless"]).search(content):
        return False
    if "expects" in rule:
        cue = statement.cue and work.report.text[slice(*statement.cue)].lower()
        return cue in rule["expects"]
    return not (rule.get("conditional") and condition is None)


def _speakers(work: _Work, statement: Statement) -> list[str]:
    """Everyone named as the speaker: "Washington and its allies" are two."""
    start, end = statement.speaker_span or (0, 0)
    named = [work.people.at[place] for place in range(start, end) if place in work.people.at]
    return named or [statement.speaker or ""]


def _condition(work: _Work, statement: Statement) -> Span | None:
    """Find the words of an "if" in what was said."""
    pattern = lists(work.report.language, "acts")["condition"]["pattern"]
    start, end = statement.content
    found = _search(pattern).search(work.report.text, start, end)
    return found.span() if found else None


def _add_act(
    work: _Work,
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
    issues = _issues(work.report.language, kind, words)
    if kind == "reject" and not issues:
        issues = _refused(work, statement, actor)
    threat = kind == "threaten" and condition is not None
    date = _when(work, statement, kind)
    for issue in _or_none(issues):
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


def _or_none(issues: Sequence[str]) -> Sequence[str | None]:
    """Give the issues, or one that is unnamed."""
    return issues or (None,)


def _condition_issue(work: _Work, condition: Span | None) -> str | None:
    """Say what a condition is about."""
    if condition is None:
        return None
    issues = _issues(work.report.language, "condition", work.report.text[slice(*condition)])
    return issues[0] if issues else None


def _issues(language: str, kind: str, words: str) -> list[str]:
    """Say which issues an act of a kind is about, as far as its words name them."""
    about = knowledge(_ROOM, "issues")["about"].get(kind, ())
    patterns = lists(language, "acts")["issues"]
    found = [issue for issue in about if _search(patterns[issue]).search(words)]
    return found[:1] if kind in ("threaten", "condition", "offer") else found[:3]


def _refused(work: _Work, statement: Statement, actor: str) -> list[str]:
    """Say what a refusal of "such a promise" is about: what was demanded before it."""
    anaphora = lists(work.report.language, "acts")["anaphora"]["pattern"]
    if not _search(anaphora).search(work.report.text, *statement.content):
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
    work: _Work, rule: Mapping[str, Any], statement: Statement, speaker: str
) -> tuple[str, str | None]:
    """Say who acts towards whom."""
    actor = side_of(work.people, speaker)
    named = _named(work, statement.content)
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


def _named(work: _Work, span: Span) -> list[str]:
    """Give the sides named in a span, in order, each once."""
    found: dict[str, None] = {}
    for mention in work.mentions.within(*span):
        if mention.end <= span[1]:
            found.setdefault(side_of(work.people, mention.actor))
    return list(found)


def _is_group(actor: str) -> bool:
    """Whether an actor is a group by reference (the West, its allies)."""
    entry = knowledge(_ROOM, "states")["organisations"].get(actor, {})
    return bool(entry.get("group"))


def _is_forum(actor: str) -> bool:
    """Whether an organisation is where others meet."""
    entry = knowledge(_ROOM, "states")["organisations"].get(actor, {})
    return bool(entry.get("forum"))


def _when(
    work: _Work, statement: Statement, kind: str
) -> tuple[dt.date | None, dt.date | None, str | None]:
    """Say when an act is done: a meeting when it is held, a statement when it was made."""
    if kind in ("agree_to_talk", "meet"):
        start, end = statement.content
        for mention in work.dates.within(start, end):
            return _period(mention)
    if statement.date:
        return statement.date, statement.date, "day"
    return None, None, None


def _period(mention: DateMention) -> tuple[dt.date, dt.date, str]:
    """Give the days of a mention, and how precisely they are known."""
    unit = mention.granularity
    same_month = mention.first.replace(day=1) == mention.last.replace(day=1)
    if unit not in _PRECISE or mention.approximate:
        unit = "month" if same_month else "year"
    return mention.first, mention.last, unit


def _told_acts(work: _Work) -> None:
    """Find the acts the report tells by itself."""
    mask = work.people.mask.text()
    for rule in lists(work.report.language, "acts")["told"]:
        shape = compile_shape(f"(?i){rule['form']}")
        for sentence in work.report.sentences:
            for match in shape.finditer(mask, sentence.start, sentence.end):
                act = _told(work, rule["kind"], match, rule.get("issue"))
                if act is not None:
                    work.acts.extend(act)


def _told(
    work: _Work, kind: str, match: re.Match[str], issue_given: str | None
) -> Iterator[Act] | None:
    """Make the acts of one match; None where nobody known acts."""
    actor = _side_at(work, match, "actor")
    target = _side_at(work, match, "target")
    if actor is None or actor == target or _is_supposed(work, match.start()):
        return None
    about = match.groupdict().get("about")
    words = work.report.text[slice(*match.span("about" if about else 0))]
    if about and target is None:
        others = [one for one in _named(work, match.span("about")) if one != actor]
        target = others[0] if others else None
    issues = [issue_given] if issue_given else _issues(work.report.language, kind, words)[:1]
    period = _told_when(work, match) if kind in _DATED else (None, None, None)
    start, end = match.span()
    span = (start, start + len(work.report.text[start:end].rstrip()))
    statement = _statement_over(work, span)
    return (
        Act("", kind, actor, None, target, statement, span, issue, None, None, None, *period)
        for issue in _or_none(issues)
    )


def _is_supposed(work: _Work, place: int) -> bool:
    """Whether words stand in an "if", and so tell of nothing done."""
    pattern = lists(work.report.language, "acts")["condition"]["pattern"]
    sentence = work.report.sentences[sentence_at(work.report, place)]
    found = _search(pattern).search(work.report.text, sentence.start, sentence.end)
    return found is not None and found.start() <= place < found.end()


def _side_at(work: _Work, match: re.Match[str], group: str) -> str | None:
    """Give the side a group of a match names."""
    if not match.groupdict().get(group):
        return None
    actor = work.people.at.get(match.start(group))
    return side_of(work.people, actor) if actor else None


def _statement_over(work: _Work, span: Span) -> str | None:
    """Give the statement a span stands in."""
    for statement in work.nearby.within(span[0] - _NEAR, span[1]):
        if statement.content[0] <= span[0] and span[1] <= statement.content[1]:
            return statement.id
    return None


def _told_when(
    work: _Work, match: re.Match[str]
) -> tuple[dt.date | None, dt.date | None, str | None]:
    """Give the time named in the sentence of a told act."""
    sentence = work.report.sentences[sentence_at(work.report, match.start())]
    for mention in work.dates.within(sentence.start, sentence.end):
        return _period(mention)
    return None, None, None
