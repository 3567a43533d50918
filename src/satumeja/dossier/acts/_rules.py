"""Which rules of ``acts.toml`` fit a statement: on its word of saying and on what is said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from satumeja.dossier._types import Statement
from satumeja.dossier.acts._events import drawn_group, group_named
from satumeja.dossier.acts._roles import clause_at
from satumeja.dossier.acts._stance import Stance, stance_of
from satumeja.dossier.acts._work import ActWork, search, side_of
from satumeja.dossier.clauses import doers_of
from satumeja.dossier.reading import lists
from satumeja.report import Span

__all__ = ["Heard", "Rule", "hear"]

Rule = Mapping[str, Any]
_QUESTION = re.compile(r"[^.!?]*\?")
_LEAST_WORDS = 2
# What a question alone does not do.
_UNASKED = frozenset(
    (
        *("agree", "agree_to_talk", "promise", "reject", "refuse", "threaten", "meet"),
        *("sanction", "mobilise", "use_force", "red_line", "praise"),
    )
)
_HEARSAY = ("reported", "reports", "melaporkan", "memberitakan")  # of what others did
_DEEDS = frozenset(("use_force", "mobilise", "sanction", "meet"))


@dataclass(frozen=True)
class Heard:
    """A statement with what its rules are asked about.

    Parameters
    ----------
    statement : Statement
        The statement.
    words : str
        What was said, without what it reports others to have said (blanked).
    condition : Span or None
        The words of an "if" in it.
    speakers : tuple of str
        Everyone named as the speaker.
    fitting : tuple of mapping
        The rules that fit, in their order, up to one with ``only``.
    stance : Stance
        Whose stance is told.
    reported : bool
        Whether somebody else says that it was said.
    alleged : bool
        Whether that is another side, by name.
    barred : frozenset of str
        What the speaker cannot have done by these words.
    """

    statement: Statement
    words: str
    condition: Span | None
    speakers: tuple[str, ...]
    fitting: tuple[Rule, ...]
    stance: Stance
    reported: bool
    alleged: bool
    barred: frozenset[str] = frozenset()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that decide: one with ``fallback`` only where none before it fits."""
        return tuple(
            rule for index, rule in enumerate(self.fitting) if not (rule.get("fallback") and index)
        )


def hear(work: ActWork, statement: Statement) -> Heard:
    """Try the rules on one statement."""
    words = _unasked(_own_words(work, statement))
    condition = _condition(work, statement)
    speakers = tuple(_speakers(work, statement))
    sides = {side_of(work.people, speaker) for speaker in speakers}
    reporters = _reporters(work, statement)
    reported = not reporters <= sides
    stance = stance_of(work, statement, sides)
    if search(lists(work.report.language, "acts")["condition"]["contrary"]).search(words):
        stance, condition = replace(stance, contrary=True), None
    fitting = []
    barred = stance.barred | _barred(work, statement, words)
    for rule in _rules(work.report.language, statement.cue_kind):
        if rule["kind"] in barred and _is_of_content(rule, statement):
            continue
        if _applies(work, rule, statement, words, condition):
            fitting.append(rule)
            if rule.get("only"):
                break
    return Heard(
        statement,
        words,
        condition,
        speakers,
        tuple(fitting),
        stance,
        reported,
        bool(reporters - sides - {""}),
        barred,
    )


def _barred(work: ActWork, statement: Statement, words: str) -> frozenset[str]:
    """Give what words that only ask, or only report, do not do."""
    if statement.cue_kind not in ("say", "claim", "describe"):
        return frozenset()
    cue = work.report.text[slice(*statement.cue)].lower() if statement.cue else ""
    if cue in _HEARSAY:
        return _DEEDS
    return _UNASKED if words.rstrip(" ”\"'").endswith("?") else frozenset()


def _reporters(work: ActWork, statement: Statement) -> set[str]:
    """Give the sides of those who report that something was said; none where the text does."""
    outer = work.by_id.get(statement.within or "")
    if outer is not None:
        return {side_of(work.people, speaker) for speaker in _speakers(work, outer)}
    spot = clause_at(work.report, work.sentences, statement.cue[0]) if statement.cue else None
    if spot is None or spot.clause.link != "complement" or spot.clause.host is None:
        return set()
    host = spot.clauses[spot.clause.host]
    grammar, language = work.sentences.grammar, work.report.language
    doers = doers_of(spot.words, spot.clauses, host, grammar, language)
    actors = [doer.actor for doer in doers if doer.actor in work.people.actors]
    says = spot.words[host.group.head].base in grammar.asking | grammar.outer
    unknown = {""} if says and not any(doer.pronoun for doer in doers) else set()
    return {side_of(work.people, actor or "") for actor in actors} or unknown


def _is_of_content(rule: Rule, statement: Statement) -> bool:
    """Whether a rule judges by what was said, and so could book another's stance on the speaker.

    One on the word of saying does not: who "refused" did so, whatever about.
    """
    judged = "cue" not in rule or "say" in rule["cue"]
    return judged and statement.cue_kind != rule["kind"] and "content" in rule


def _unasked(words: str) -> str:
    """Blank the questions in what was said, where something else is said too."""
    plain = _QUESTION.sub(lambda match: " " * len(match.group()), words)
    return plain if len(plain.split()) >= _LEAST_WORDS else words


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


@cache
def _rules(language: str, cue_kind: str) -> tuple[Rule, ...]:
    """Give the rules that ask for no kind of cue, or for one."""
    rules: Sequence[Rule] = lists(language, "acts")["rule"]
    return tuple(rule for rule in rules if cue_kind in rule.get("cue", (cue_kind,)))


def _applies(
    work: ActWork,
    rule: Rule,
    statement: Statement,
    content: str,
    condition: Span | None,
) -> bool:
    """Whether a rule for the kind of cue of a statement fits it."""
    if "that" in rule and not search(rule["that"]).search(_joint(work, statement)):
        return False
    if "content" in rule and not _fits(work, rule["content"], statement, content):
        return False
    if "unless" in rule and search(rule["unless"]).search(content):
        return False
    if rule.get("bidden") and not _is_bidden(work, statement):
        return False
    if "expects" in rule:
        cue = statement.cue and work.report.text[slice(*statement.cue)].lower()
        return cue in rule["expects"]
    return not (rule.get("conditional") and condition is None)


def _is_bidden(work: ActWork, statement: Statement) -> bool:
    """Whether what is insisted on is a thing to be done ("that Peru never open the port")."""
    spot = clause_at(work.report, work.sentences, statement.cue[0]) if statement.cue else None
    if spot is None:
        return False
    number = spot.clauses.index(spot.clause)
    for clause in spot.clauses[number + 1 :]:
        if clause.host == number and clause.link == "complement":
            head = spot.words[clause.group.head]
            chain = spot.words[clause.group.first : clause.group.head]
            bare = all(word.kind in ("adverb", "negation") for word in chain)
            forms = head.forms & {"base", "past", "third"}
            return (bare and forms == {"base"}) or (head.text == "be" and bare)
    return False


def _fits(work: ActWork, pattern: str, statement: Statement, content: str) -> bool:
    """Whether what was said fits a pattern, and the names it takes are of the sides it asks.

    A name taken as "own" must be of the speaker's side, one taken as "other" of another.
    """
    for match in search(pattern).finditer(content):
        if not match.re.groups:
            return True
        sides = {side_of(work.people, speaker) for speaker in _speakers(work, statement)}
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
    group = group_named(work, (start, end)) or _crowd(work, statement)
    return [group] if group else []


def _crowd(work: ActWork, statement: Statement) -> str | None:
    """Give the crowd that is the subject of a word of saying ("parliament voted down ...")."""
    spot = clause_at(work.report, work.sentences, statement.cue[0]) if statement.cue else None
    if spot is None or spot.clause.way == "inverted":
        return None
    grammar, language = work.sentences.grammar, work.report.language
    for doer in doers_of(spot.words, spot.clauses, spot.clause, grammar, language):
        if doer.crowd is not None:
            return drawn_group(work, None, doer.span, doer.crowd)
    return None


def _condition(work: ActWork, statement: Statement) -> Span | None:
    """Find the words of an "if" in what was said."""
    pattern = lists(work.report.language, "acts")["condition"]["pattern"]
    start, end = statement.content
    found = search(pattern).search(work.report.text, start, end)
    return found.span() if found else None
