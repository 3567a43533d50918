"""What the finders of acts share: a report, who is named in it, and what words are about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from satumeja.dossier._types import Act, Mention, Statement
from satumeja.dossier.clauses import Sentences
from satumeja.dossier.reading import People, Starts, lists, sentence_at
from satumeja.report import DateMention, Report, Span
from satumeja.report.kit import knowledge

__all__ = [
    "ActWork",
    "is_conditional",
    "is_own",
    "is_supposed",
    "issues_in",
    "or_none",
    "search",
    "sentence_span",
    "side_of",
    "sides_named",
    "statement_over",
    "tempered",
]

_ROOM = "satumeja.dossier"
_NEAR = 3000


@dataclass
class ActWork:
    """A report, who is named in it, and the acts found so far, with the verbs they stand on."""

    report: Report
    people: People
    statements: Sequence[Statement]
    nearby: Starts[Statement]
    mentions: Starts[Mention]
    dates: Starts[DateMention]
    sentences: Sentences
    acts: list[Act] = field(default_factory=list)
    verbs: set[int] = field(default_factory=set)

    @cached_property
    def by_id(self) -> Mapping[str, Statement]:
        """The statements, by their names."""
        return {statement.id: statement for statement in reversed(self.statements)}


@cache
def search(pattern: str) -> re.Pattern[str]:
    """Compile a content pattern."""
    return re.compile(pattern, re.IGNORECASE)


def sentence_span(report: Report, place: int) -> Span:
    """Give the sentence a place stands in."""
    sentence = report.sentences[sentence_at(report, place)]
    return sentence.start, sentence.end


def side_of(people: People, actor: str) -> str:
    """Give the decision maker an actor acts for: a minister's state, or itself."""
    return people.actors[actor].state or actor


def issues_in(language: str, kind: str, words: str) -> list[str]:
    """Say which issues an act of a kind is about, as far as its words name them."""
    about = knowledge(_ROOM, "issues")["about"].get(kind, ())
    patterns = lists(language, "acts")["issues"]
    found = [issue for issue in about if search(patterns[issue]).search(words)]
    return found[:1] if kind in ("threaten", "condition", "offer") else found[:3]


def or_none(issues: Sequence[str]) -> Sequence[str | None]:
    """Give the issues, or one that is unnamed."""
    return issues or (None,)


def sides_named(work: ActWork, span: Span) -> list[str]:
    """Give the sides named in a span, in order, each once."""
    found: dict[str, None] = {}
    for mention in work.mentions.within(*span):
        if mention.end <= span[1]:
            found.setdefault(side_of(work.people, mention.actor))
    return list(found)


def is_conditional(work: ActWork, place: int) -> bool:
    """Whether the sentence a place stands in has an "if"."""
    pattern = lists(work.report.language, "acts")["condition"]["pattern"]
    return search(pattern).search(work.report.text, *sentence_span(work.report, place)) is not None


def is_supposed(work: ActWork, place: int) -> bool:
    """Whether words stand in an "if", and so tell of nothing done."""
    pattern = lists(work.report.language, "acts")["condition"]["pattern"]
    sentence = work.report.sentences[sentence_at(work.report, place)]
    found = search(pattern).search(work.report.text, sentence.start, sentence.end)
    return found is not None and found.start() <= place < found.end()


def statement_over(work: ActWork, span: Span) -> str | None:
    """Give the statement a span stands in."""
    for statement in work.nearby.within(span[0] - _NEAR, span[1]):
        if statement.content[0] <= span[0] and span[1] <= statement.content[1]:
            return statement.id
    return None


def is_own(work: ActWork, identifier: str, actor: str) -> bool:
    """Whether a statement tells what its own speaker's side did, and so what nobody disputes."""
    statement = work.by_id.get(identifier)
    if statement is None or statement.cue_kind not in ("say", "describe"):
        return False
    return statement.speaker is not None and side_of(work.people, statement.speaker) == actor


def tempered(work: ActWork, kind: str, actor: str) -> str:
    """Give what an act is where it is done by people without arms: they block, not fight."""
    if kind != "use_force":
        return kind
    unarmed = lists(work.report.language, "clauses")["acting"]["unarmed"].split()
    who = work.people.actors[actor]
    return (
        "coerce"
        if who.kind != "state" and set(re.findall(r"[^\W\d_]+", who.name.lower())) & set(unarmed)
        else kind
    )
