"""Which threat deters under which reading: the threats of several readings, side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell, Table
from satumeja.brief.sentences._threats import threat_lead
from satumeja.brief.words import Phrases, short_of
from satumeja.stability import CONCEPTS

if TYPE_CHECKING:
    from satumeja.table import Threat, Threats

__all__ = ["threat_face", "threats_by_reading"]

Key = tuple[str, str]


def threats_by_reading(
    phrases: Phrases, titles: Sequence[str], judged: Sequence[Threats]
) -> Table:
    """Set out what each threat and promise does in each reading of a conflict.

    Parameters
    ----------
    phrases : Phrases
        The first reading, and the language.
    titles : sequence of str
        What the readings are called.
    judged : sequence of Threats
        The threats of each reading; all readings have the same options.

    Returns
    -------
    Table
        A row for each threat or promise that some reading states, a column for each
        reading.
    """
    words = phrases.words
    found = [{_key(threat): threat for threat in each.threats} for each in judged]
    leads = {key: threat_lead(phrases, t) for each in reversed(found) for key, t in each.items()}
    order = dict.fromkeys(key for each in found for key in each)
    head = [words("threats.said"), *_apart(titles)]
    return Table(
        caption=words("readings.threats"),
        head=(tuple(Cell(text, "col") for text in head),),
        body=tuple(
            (
                Cell(leads[key], "row"),
                *(Cell(_cell(phrases, each.get(key))) for each in found),
            )
            for key in order
        ),
        note=words("readings.threats_note"),
        kind="threats",
        language=words.language,
    )


def _key(threat: Threat) -> Key:
    return threat.said.by, threat.said.text


def _cell(phrases: Phrases, threat: Threat | None) -> str:
    words = phrases.words
    if threat is None:
        return words("readings.not_stated")
    if not threat.due:
        return words("readings.never_due")
    key = "credible" if threat.credible else "partly" if threat.credible_in else "empty"
    return words("readings.judged", credible=words(f"readings.{key}"), does=_does(phrases, threat))


def _does(phrases: Phrases, threat: Threat) -> str:
    """Say in a word or two what a threat or promise does from the start."""
    words = phrases.words
    if threat.in_force:
        return words("readings.compels" if threat.compels else "readings.not_compels")
    if threat.kind == "promise":
        return words("readings.induces" if threat.induces else "readings.not_induces")
    improving = [move for move in threat.moves if move.improves]
    if not improving:
        return words("readings.idle")
    under = [c for c in CONCEPTS if all(c in move.sanctioned for move in improving)]
    if not under:
        return words("readings.not_deters")
    names = [short_of(concept, words) for concept in under]
    return words("readings.deters_under", concepts=words.all_of(names))


def threat_face(phrases: Phrases, threat: Threat) -> str:
    """Say of a threat in one line who makes it, and what it does."""
    return phrases.words(
        "readings.face", lead=threat_lead(phrases, threat), judged=_cell(phrases, threat)
    )


def _apart(titles: Sequence[str]) -> list[str]:
    """Cut off what titles have in common.

    Examples
    --------
    >>> _apart(["Talks (A: peace)", "Talks (B: war)", "Talks (B2: any)"])
    ['A: peace', 'B: war', 'B2: any']
    >>> _apart(["Now", "Then"])
    ['Now', 'Then']
    """
    if len(set(titles)) < len(titles):
        return list(titles)
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*titles, strict=False))
    common = re.sub(r"\w+$", "", "".join(letters[0] for letters in alike))
    rest = [title.removeprefix(common) for title in titles]
    closed = common.endswith("(") and all(title.endswith(")") for title in rest)
    return [title[:-1] if closed else title for title in rest]
