"""Tell the names of firms and bodies that no noun gives away from the names of persons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from satumeja.dossier.reading._gazetteer import lists
from satumeja.dossier.reading._mask import SYMBOLS, compile_shape
from satumeja.dossier.reading._nouns import Party
from satumeja.report import Span

__all__ = ["firms_in"]

_NAME = SYMBOLS["name"]
_TITLES = ("Mr", "Mrs", "Ms", "Dr", "Sir", "Lord", "Lady")
_REACH = 140


@dataclass(frozen=True)
class _Evidence:
    """What shows that a name is no person's, and what shows that it is one's."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    person_before: re.Pattern[str]
    person_behind: re.Pattern[str]
    place_before: re.Pattern[str]
    thing_before: re.Pattern[str]
    endings: frozenset[str]


@cache
def _evidence(language: str) -> _Evidence:
    """Give what shows it in a language."""
    table = lists(language, "parties")["firm"]
    return _Evidence(
        compile_shape(rf"(?:{table['before']})\Z"),
        compile_shape(table["behind"]),
        compile_shape(rf"(?:{table['person_before']})\Z"),
        compile_shape(table["person_behind"]),
        compile_shape(rf"(?:{table['place_before']})\Z"),
        compile_shape(rf"(?:{table['thing_before']})\Z"),
        frozenset(table["endings"]),
    )


def firms_in(text: str, painted: str, language: str) -> Iterator[tuple[Span, Party]]:
    """Find the names that can only be those of firms or bodies.

    Parameters
    ----------
    text, painted : str
        The report, and the same painted, with the names in it.
    language : {"en", "id"}
        Its language.

    Yields
    ------
    tuple
        Where the name stands, and what it is.

    Notes
    -----
    A firm is meant again by its first word ("Kestrel"), a person by the last; a firm has
    an article, an "its", a chairman. One sign of a person outweighs them all.
    """
    runs = [match.span() for match in re.finditer(f"{_NAME}+", painted)]
    if not runs:
        return
    evidence = _evidence(language)
    alone = Counter(text[start:end] for start, end in runs)
    names: dict[str, list[Span]] = {}
    for start, end in runs:
        names.setdefault(" ".join(text[start:end].split()), []).append((start, end))
    persons = {name for name, spans in names.items() if _is_person(painted, evidence, spans)}
    surnames = {name.split()[-1] for name in persons}
    for name, spans in names.items():
        if name in persons or name.split()[-1] in surnames or name.split()[0] in _TITLES:
            continue
        if _is_firm(painted, evidence, name, spans, alone, language):
            again = names.get(name.split()[0], []) if language == "en" else []
            for span in dict.fromkeys([*spans, *again]):
                yield span, Party(0, 0, "org", "company", name.split()[-1].lower(), True, True)


def _around(painted: str, span: Span) -> tuple[str, str]:
    """Give what stands before and behind a name, as far as it bears on it."""
    start, end = span
    return painted[max(0, start - _REACH) : start], painted[end : end + _REACH]


def _is_person(painted: str, evidence: _Evidence, spans: list[Span]) -> bool:
    """Whether a name has an office, a title or an age anywhere."""
    for span in spans:
        before, behind = _around(painted, span)
        if evidence.person_before.search(before) or evidence.person_behind.match(behind):
            return True
    return False


def _is_firm(
    painted: str,
    evidence: _Evidence,
    name: str,
    spans: list[Span],
    alone: Counter[str],
    language: str,
) -> bool:
    """Whether anything shows that a name is a firm's or a body's."""
    words = name.split()
    if words[-1] in evidence.endings:
        return True
    if len(words) > 1 and language == "en" and alone[words[0]] and not alone[words[-1]]:
        return True
    around = [_around(painted, span) for span in spans]
    if any(evidence.place_before.search(before) for before, _ in around):
        return False
    return any(
        (evidence.before.search(before) and not evidence.thing_before.search(before))
        or evidence.behind.match(behind)
        for before, behind in around
    )
