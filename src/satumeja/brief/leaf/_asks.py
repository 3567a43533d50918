"""What to find out next: questions about the thinnest links and the closed tables."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.brief.leaf._names import Names
from satumeja.brief.leaf._sentence import Block, Sentence
from satumeja.brief.leaf._wishes import line_in_words, statement_of, wish_in_words
from satumeja.front import Ask

__all__ = ["MOST_ASKED", "asking"]

MOST_ASKED = 3


def asking(names: Names, most: int = MOST_ASKED) -> Block | None:
    """Ask what is worth finding out, in the order of the data, none twice.

    Returns
    -------
    Block or None
        None where there is nothing to ask.
    """
    sentences = dict[str, Sentence]()
    for place, ask in enumerate(names.front.ask):
        for sentence in _question(names, ask, f"ask[{place}]"):
            sentences.setdefault(sentence.text, sentence)
    shown = tuple(sentences.values())[:most]
    return Block("ask", names.words("leaf.heading.ask"), shown, numbered=True) if shown else None


def _question(names: Names, ask: Ask, source: str) -> Iterator[Sentence]:
    """Put one question into words; none where neither its wish nor its deed can be said."""
    key, blanks = str(ask.kind), dict[str, str]()
    if key in ("order", "wish"):
        wishes = [_wish(names, reference) for reference in ask.wishes]
        if all(wishes) and wishes:
            blanks = {"dm": names.dm(ask.dms[0]), "wish": wishes[0]}
            if key == "order":
                blanks = {"dm": blanks["dm"], "first": wishes[0], "second": wishes[-1]}
        else:
            key, blanks = _by_deed(names, ask)
    if key in ("rank", "nogain") and ask.deed is not None:
        blanks = {"dm": names.dm(ask.dms[0]), "deed": names.deed(ask.deed)}
    if key in ("line", "less"):
        blanks = _refusal(names, ask)
    if key == "until":
        blanks = {"dm": names.dm(ask.dms[0])}
    if blanks or key in ("now", "affected"):
        text = names.words(f"leaf.ask.{key}", **blanks)
        yield Sentence(f"leaf.ask.{key}", text, source, "", blanks)


def _by_deed(names: Names, ask: Ask) -> tuple[str, dict[str, str]]:
    """Ask about the deed that wishes decide which no clause says."""
    for link in names.front.links:
        statements = {*link.order, link.why.statement if link.why else ""}
        if link.dm in ask.dms and statements & {*ask.wishes}:
            blanks = {"dm": names.dm(link.dm), "deed": names.deed(link.deed)}
            return "rank" if link.gain else "nogain", blanks
    return ask.kind, {}


def _wish(names: Names, reference: str) -> str:
    statement = statement_of(names, reference)
    dm = reference.partition("#")[0]
    return wish_in_words(names, dm, statement.condition) if statement else ""


def _refusal(names: Names, ask: Ask) -> dict[str, str]:
    """Say what is not accepted: the deed."""
    if ask.deed is None:
        lines = dict.fromkeys(line_in_words(names, line, ask.dms) for line in ask.wishes)
        refused = "; ".join(filter(None, lines))
        return {"dms": names.dms(ask.dms), "deed": refused} if refused else {}
    changes = [part for part in ask.deed.changes if part.dm in ask.dms]
    refused = names.deeds(ask.deed)
    if len(ask.deed.changes) == 1 and len(changes) == 1:
        refused = names.change(changes[0])
    return {"dms": names.dms(ask.dms), "deed": refused}
