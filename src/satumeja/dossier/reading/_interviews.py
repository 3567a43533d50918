"""Find the turns of an interview: the questions, and the answers with who gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from satumeja.dossier.reading._gazetteer import lists
from satumeja.report import Report, Span

__all__ = ["Turn", "turns_of"]

_LABEL = re.compile(
    r"\s*[*_–—-]{0,2}\s*(?P<label>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})"
    r"\s?[*_]{0,2}:[*_]{0,2}\s+(?=\S)"
)
_FEWEST = 2
_LONGEST_QUESTION = 300


@dataclass(frozen=True)
class Turn:
    """One turn of an interview.

    Parameters
    ----------
    span : Span
        The words that are said.
    answer : bool
        Whether it answers.
    label : Span or None
        The name it is labelled with; None where it has none, or a letter.
    """

    span: Span
    answer: bool
    label: Span | None = None


def turns_of(report: Report) -> tuple[Turn, ...]:
    """Give the turns of a report that is an interview; none of another.

    Parameters
    ----------
    report : Report
        The report.

    Returns
    -------
    tuple of Turn
        In the order of the text.

    Notes
    -----
    Labels tell the turns ("Q:", "Jawab:", a name). Without labels a report that says it is
    an interview has a turn a paragraph, and who is spoken to as "you" is being asked.
    """
    words = lists(report.language, "speech")["interview"]
    letters = _letters((*words["questions"], *words["answers"]))
    labelled = [
        (span, letters.match(report.text, *span) or _LABEL.match(report.text, *span))
        for span in report.paragraphs
    ]
    if sum(match is not None for _, match in labelled) >= _FEWEST:
        return tuple(_labelled(report, words, labelled))
    questions = [span for span in report.paragraphs if _asks(report, span)]
    if not questions:
        return ()
    head = report.text[: questions[0][0]].lower()
    if any(mark in head for mark in words["marks"]):
        return tuple(_bare(report, words["you"]))
    return ()


@cache
def _letters(labels: Sequence[str]) -> re.Pattern[str]:
    """Match the label of a question or an answer, whatever sets it off ("Q.", "A –", "Q1)")."""
    choice = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    return re.compile(
        rf"\s*[*_]{{0,2}}(?P<label>{choice})\d{{0,2}}\s?[*_]{{0,2}}[.):–—-][*_]{{0,2}}\s+(?=\S)"
    )


def _asks(report: Report, span: Span) -> bool:
    """Whether a paragraph is a question."""
    return span[1] - span[0] <= _LONGEST_QUESTION and report.text[slice(*span)].rstrip().endswith(
        "?"
    )


def _is_aside(report: Report, span: Span) -> bool:
    """Whether a paragraph stands in brackets, and so is nobody's turn."""
    words = report.text[slice(*span)].strip()
    return words.startswith(("(", "[")) and words.endswith((")", "]", ").", "]."))


def _labelled(
    report: Report,
    words: dict[str, list[str]],
    paragraphs: Sequence[tuple[Span, re.Match[str] | None]],
) -> Iterator[Turn]:
    """Give the turns of labelled paragraphs, if anybody asks in them."""
    asking = {word.lower() for word in words["questions"]}
    answering = {word.lower() for word in words["answers"]}
    labels = {match["label"].lower() for _, match in paragraphs if match}
    for span, match in paragraphs:
        if match and _asks(report, span):
            asking.add(match["label"].lower())
    if not asking & labels:
        return
    answer: bool | None = None
    label: Span | None = None
    for span, match in paragraphs:
        if _is_aside(report, span):
            continue
        if match is None and _tells(report, span, words["marks"]):
            answer = None
        if match is not None:
            name = match["label"].lower()
            answer = name not in asking
            label = None if name in answering or name in asking else match.span("label")
        if answer is not None:
            yield Turn((match.end() if match else span[0], span[1]), answer, label)


def _tells(report: Report, span: Span, marks: Sequence[str]) -> bool:
    """Whether a paragraph tells that somebody was asked, and is nobody's turn."""
    words = report.text[slice(*span)].lower()
    return any(mark in words for mark in marks)


def _bare(report: Report, you: Sequence[str]) -> Iterator[Turn]:
    """Give the turns of an interview without labels."""
    answer: bool | None = None
    for span in report.paragraphs:
        addressed = any(
            re.search(rf"\b{word}\b", report.text[slice(*span)], re.IGNORECASE) for word in you
        )
        if _asks(report, span) or (answer and addressed):
            answer = False
        elif answer is not None:
            answer = True
        if answer is not None:
            yield Turn(span, answer)
