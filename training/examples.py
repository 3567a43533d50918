"""Labelled statements as examples: the signs the reader finds, and the act they should tell."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from satumeja.dossier import Statement
from satumeja.dossier._read import read_signs
from satumeja.errors import ReportError
from satumeja.report import Report, load, parse

__all__ = ["Example", "Item", "examples_of", "gold_examples", "items_of"]

_HEAD = {
    "id": "Berita hari ini\n\nKamis, 23 Desember 2021 - 00:46 WIB\nJAKARTA - ",
    "en": "News of the day\n\nThursday, December 23, 2021 3:04 PM EST\nBRUSSELS (AP) — ",
}
_TAIL = {
    "id": "\n\nCuaca di ibu kota itu dingin dan hujan turun sejak pagi.\n",
    "en": "\n\nThe weather in the capital was cold and it was the first day of the week.\n",
}
_LEAST_SHARE = 0.3
_TAIL_WORDS = 12


@dataclass(frozen=True)
class Item:
    """A line of a file of labelled sentences."""

    group: str
    act: str
    text: str


@dataclass(frozen=True)
class Example:
    """A statement as it is learned from.

    Parameters
    ----------
    group : str
        The report or the part of a file it stands in; what is learned from a group is never
        measured on it.
    act : str
        The act it is labelled with.
    signs : tuple of str
        What the reader sees of it.
    found : bool
        Whether the reader found it by itself; else it is learned from and not measured.
    """

    group: str
    act: str
    signs: tuple[str, ...]
    found: bool = True


def items_of(path: Path, part: int = 40) -> Iterator[Item]:
    """Give the lines of a file, in groups of neighbours, which are often about the same."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        act, mark, text = line.partition("\t")
        if mark:
            yield Item(f"{path.stem}:{number // part}", act, text.strip())


def examples_of(items: Iterator[Item], language: str) -> tuple[list[Example], list[Item]]:
    """Read each item as a report of its own.

    Parameters
    ----------
    items : iterator of Item
        The items.
    language : str
        Their language.

    Returns
    -------
    found, missed : list of Example, list of Item
        The examples, and the items the reader finds no statement in, or only a scrap of one;
        these are examples too, with what is said supposed.
    """
    found, missed = [], []
    for item in items:
        try:
            report = parse(f"{_HEAD[language]}{item.text}{_TAIL[language]}")
        except ReportError:
            missed.append(item)
            continue
        if report.language != language:
            missed.append(item)
            continue
        pairs = [pair for pair in read_signs(report) if pair[0].within is None]
        pairs = [pair for pair in pairs if _size(pair[0]) >= _LEAST_SHARE * len(item.text)]
        heard = bool(pairs)
        if not heard:
            missed.append(item)
            pairs = list(read_signs(report, [_supposed(report, item)]))
        _, signs = max(pairs, key=lambda pair: _size(pair[0]))
        found.append(Example(item.group, item.act, signs, heard))
    return found, missed


def _supposed(report: Report, item: Item) -> Statement:
    """Suppose what is said where the reader finds nothing: a quotation, or what is no tail."""
    start = report.text.index(item.text)
    end = start + len(item.text)
    quoted = [span for span in report.quotations if start <= span[0] and span[1] <= end]
    comma = item.text.rfind(", ")
    tail = len(item.text[comma:].split()) <= _TAIL_WORDS and comma > 0
    content = max(quoted, key=lambda span: span[1] - span[0], default=None)
    mode = "direct" if content else "indirect"
    span = content or (start, start + comma if tail else end)
    return Statement("s1", None, None, None, "say", span, mode, doubtful=True)


def _size(statement: Statement) -> int:
    """How much is said."""
    return statement.content[1] - statement.content[0]


def gold_examples(folder: Path, language: str) -> Iterator[Example]:
    """Give the statements of the annotated reports of a language that the reader finds."""
    from labelled.gold import matched

    entries = tomllib.loads((folder / "statements.toml").read_text(encoding="utf-8"))
    for entry in entries.values():
        report = parse(load(folder / entry["file"]))
        if report.language != language:
            continue
        signs = {statement.id: signs for statement, signs in read_signs(report)}
        for (_, _, act, _), statement in matched(report, entry["statements"]):
            if statement is not None:
                yield Example(entry["file"], act, signs[statement.id])
