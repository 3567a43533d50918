"""Whom a pronoun of a demand or a quotation means, where the report leaves no doubt of it."""

from __future__ import annotations

from satumeja.dossier._types import Statement
from satumeja.dossier.acts._roles import clause_at
from satumeja.dossier.acts._work import ActWork, search, side_of, sides_named
from satumeja.dossier.clauses import party_in
from satumeja.dossier.reading import lists, sentence_at
from satumeja.report.kit import word_choice

__all__ = ["meant_side", "side_addressed"]

# Whose plan, offer or demand is turned down, taken up or blamed is never the speaker's own.
_OF_ANOTHER = ("reject", "deny", "accuse", "criticise", "praise", "support", "agree")
_TOLD = ("tell", "ask", "remind", "assure", "inform", "write", "memberitahu")


def meant_side(work: ActWork, statement: Statement, kind: str, actor: str) -> str | None:
    """Give whom "it" in what was demanded, or "its" in what was turned down, means.

    Parameters
    ----------
    work : ActWork
        The report and who is named in it.
    statement : Statement
        The statement.
    kind : str
        The kind of act, which the word of saying tells.
    actor : str
        The side that speaks.

    Returns
    -------
    str or None
        The only other side named before it in its sentence: nobody demands a thing of himself,
        and nobody turns down an offer of his own.
    """
    if statement.cue is None or statement.cue_kind != kind:
        return None
    pronouns = lists(work.report.language, "clauses")["meant"]
    form = pronouns["asked"] if kind == "demand" else pronouns["owner"]
    if kind != "demand" and kind not in _OF_ANOTHER:
        return None
    if not search(form).match(work.report.text, statement.content[0]):
        return None
    sentence = work.report.sentences[sentence_at(work.report, statement.cue[0])]
    before = sides_named(work, (sentence.start, statement.cue[0]))
    others = [side for side in before if side != actor]
    return others[0] if len(others) == 1 and actor in before else None


def side_addressed(work: ActWork, statement: Statement, actor: str) -> str | None:
    """Give whom "you" means in what somebody said: the side he said it to, if it is named."""
    words = lists(work.report.language, "speech").get("interview", {}).get("you", ())
    if statement.cue is None or not words:
        return None
    form = search(rf"\b{word_choice(words)}\b")
    if not form.search(work.report.text, *statement.content):
        return None
    spot = clause_at(work.report, work.sentences, statement.cue[0])
    if spot is None or spot.words[spot.clause.group.head].base not in _TOLD:
        return None
    if spot.clause.objects is None:
        return None
    named = party_in(spot.words, spot.clause.objects, work.report.language)
    if named is None or named.actor not in work.people.actors:
        return None
    side = side_of(work.people, named.actor or "")
    return side if side != actor else None
