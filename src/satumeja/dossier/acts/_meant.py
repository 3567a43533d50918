"""Whether a pronoun leaves it open who speaks, so that nobody's act rests on a guess."""

from __future__ import annotations

from satumeja.dossier._types import Statement
from satumeja.dossier.acts._work import ActWork, side_of
from satumeja.dossier.clauses import doers_of
from satumeja.dossier.reading import lists, sentence_at
from satumeja.report import Span

__all__ = ["is_guessed"]

_SEVERAL = 2


def is_guessed(work: ActWork, statement: Statement) -> bool:
    """Whether a statement is a pronoun's that may mean somebody else named just before.

    "He" may mean whoever is named in the sentence before; where that is several, it means the
    subject or it is left open. "They" is people together before it is a firm.
    """
    if statement.speaker is None or statement.speaker_span is None or not statement.id:
        return False
    words = work.report.text[slice(*statement.speaker_span)].lower()
    pronouns = lists(work.report.language, "speech")["pronouns"]
    number = sentence_at(work.report, statement.speaker_span[0])
    if words not in (*pronouns["person"], *pronouns["group"]) or not number:
        return False
    before = work.report.sentences[number - 1]
    span = before.start, before.end
    if words in pronouns["group"]:
        far = work.report.sentences[max(0, number - _SEVERAL)].start, before.end
        plural = work.sentences.grammar.prefixed  # "they" may be a firm, "mereka" hardly
        return plural and _is_firm(work, statement.speaker) and _names(work, far, "group") > 0
    return _names(work, span, "person") >= _SEVERAL and not _is_subject(work, span, statement)


def _is_firm(work: ActWork, actor: str) -> bool:
    """Whether an actor is a body, and no people together."""
    return work.people.actors[actor].kind == "organisation"


def _names(work: ActWork, span: Span, kind: str) -> int:
    """Count the actors of a kind that a stretch names."""
    named = {mention.actor for mention in work.mentions.within(*span)}
    return sum(work.people.actors[actor].kind == kind for actor in named)


def _is_subject(work: ActWork, span: Span, statement: Statement) -> bool:
    """Whether whoever speaks is the subject of a sentence."""
    words, clauses = work.sentences.of(span)
    language, grammar = work.report.language, work.sentences.grammar
    side = side_of(work.people, statement.speaker or "")
    for clause in clauses:
        if clause.link == "main" and clause.subject is not None:
            doers = doers_of(words, clauses, clause, grammar, language)
            actors = [doer.actor for doer in doers if doer.actor in work.people.actors]
            return statement.speaker in actors or side in actors
    return False
