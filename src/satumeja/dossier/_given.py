"""Places in a text as given of what was found by its plain words."""

from __future__ import annotations

from dataclasses import replace

from satumeja.dossier._dossier import Dossier
from satumeja.dossier._types import Act, Actor, Statement
from satumeja.report import Report, Span
from satumeja.report.kit import Plain

__all__ = ["in_given"]


def in_given(found: Dossier, report: Report, words: Plain) -> Dossier:
    """Move what was found by the plain words of a text to its places in the text as given.

    Parameters
    ----------
    found : Dossier
        Of the report's plain words.
    report : Report
        The report, whose spans are in the text as given.
    words : Plain
        Where each of the plain words' characters was taken from.
    """

    def back(span: Span | None) -> Span | None:
        return words.back(span) if span else None

    def actor(one: Actor) -> Actor:
        spans = [words.back((mention.start, mention.end)) for mention in one.mentions]
        mentions = (
            replace(mention, start=start, end=end)
            for mention, (start, end) in zip(one.mentions, spans, strict=True)
        )
        return replace(one, mentions=tuple(mentions))

    def statement(one: Statement) -> Statement:
        return replace(
            one,
            speaker_span=back(one.speaker_span),
            cue=back(one.cue),
            content=words.back(one.content),
        )

    def act(one: Act) -> Act:
        return replace(one, span=words.back(one.span), condition=back(one.condition))

    return Dossier(
        report,
        tuple(actor(one) for one in found.actors),
        tuple(statement(one) for one in found.statements),
        tuple(act(one) for one in found.acts),
    )
