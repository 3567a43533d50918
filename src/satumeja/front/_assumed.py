"""What is assumed, the sentences it rests on, what is ruled out, and what people corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from satumeja.display import ShownInLine
from satumeja.front._evidence import Evidence
from satumeja.front._quoting import Quotations, Quoted
from satumeja.front._sources import Backing
from satumeja.model import Statement, Text, references
from satumeja.model.kit import statements_of

__all__ = ["Assumed", "Assumption", "Corrected", "RuledOut", "assumed"]


@dataclass(frozen=True, repr=False)
class Assumption(ShownInLine):
    """A wish or a red line, and what it rests on.

    Parameters
    ----------
    statement : str
        Where it stands: ``russia#3`` is the third of its wishes or of its red lines.
    kind : {"wish", "line"}
        Which of the two.
    dm : str
        Whose it is.
    text : str
        The condition as written.
    because : Text
        What a person reads the sentences as.
    backing : Backing
        How well it is borne out.
    sentences : tuple of Quoted
        What it cites.
    order : Text
        Why it stands above those after it; empty where nobody says.
    order_sentences : tuple of Quoted
        What that cites.
    """

    statement: str
    kind: Literal["wish", "line"]
    dm: str
    text: str
    because: Text
    backing: Backing
    sentences: tuple[Quoted, ...]
    order: Text
    order_sentences: tuple[Quoted, ...]


@dataclass(frozen=True, repr=False)
class RuledOut(ShownInLine):
    """What cannot be, and why.

    Parameters
    ----------
    kind, text : str
        The form of the rule, and what was written.
    because : Text
        Why it cannot be.
    sentences : tuple of Quoted
        What that cites.
    """

    kind: str
    text: str
    because: Text
    sentences: tuple[Quoted, ...]


@dataclass(frozen=True, repr=False)
class Corrected(ShownInLine):
    """A sentence that is cited and that a person corrected.

    Parameters
    ----------
    reference, state : str
        Which, and what became of it: accepted, edited, added or rejected.
    who, on, note : str
        Who did it, on which day, and why.
    """

    reference: str
    state: str
    who: str
    on: str
    note: str


@dataclass(frozen=True, repr=False)
class Assumed(ShownInLine):
    """All that a model assumes of wishes, lines and what cannot be.

    Parameters
    ----------
    assumptions : tuple of Assumption
        Wishes and then red lines, each side's in the order of the file; a ranking or weights
        are no statement, and not among them.
    ruled_out : tuple of RuledOut
        What cannot be.
    corrections : tuple of Corrected
        What people corrected of what is cited.
    """

    assumptions: tuple[Assumption, ...]
    ruled_out: tuple[RuledOut, ...]
    corrections: tuple[Corrected, ...]


def assumed(evidence: Evidence) -> Assumed:
    """List what a model assumes, each with the sentences it rests on.

    Parameters
    ----------
    evidence : Evidence
        Of the model.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> listed = assumed(Evidence(load("december-2021-b")))
    >>> first = listed.assumptions[1]
    >>> first.statement, first.sentences[0].reference, first.sentences[0].labels[0].kind
    ('russia#2', 'wire#s10', 'red_line')
    """
    quotations = Quotations(evidence.archive, evidence.accounts)
    model = evidence.model
    rules = (
        RuledOut(rule.kind, rule.text, rule.because, _quoted(quotations, rule.evidence))
        for rule in model.stated_rules
    )
    return Assumed(
        tuple(_assumptions(evidence, quotations)), tuple(rules), tuple(_corrected(evidence))
    )


def _assumptions(evidence: Evidence, quotations: Quotations) -> Iterator[Assumption]:
    for maker in evidence.model.decision_makers:
        for place, wish in enumerate(statements_of(maker.preference), start=1):
            name = f"{maker.id}#{place}"
            yield _assumption(wish, name, "wish", evidence.backing(name), quotations)
        for place, line in enumerate(maker.red_lines, start=1):
            name = f"{maker.id}#{place}"
            yield _assumption(line, name, "line", evidence.line(name), quotations)


def _assumption(
    stated: Statement,
    name: str,
    kind: Literal["wish", "line"],
    backing: Backing,
    quotations: Quotations,
) -> Assumption:
    order = stated.order
    return Assumption(
        name,
        kind,
        name.partition("#")[0],
        stated.text,
        stated.because,
        backing,
        _quoted(quotations, stated.evidence),
        order.because if order else Text(""),
        _quoted(quotations, order.evidence) if order else (),
    )


def _quoted(quotations: Quotations, evidence: Iterable[str]) -> tuple[Quoted, ...]:
    return tuple(quotations.of(reference) for reference in evidence)


def _corrected(evidence: Evidence) -> Iterator[Corrected]:
    for reference in references(evidence.model):
        passage = evidence.archive.find(reference)
        review = passage.review
        if review is not None and review.who:
            plain = passage.reference.plain
            yield Corrected(plain, review.state, review.who, review.at[:10], review.note)
