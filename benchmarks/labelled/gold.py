"""Our own gold: invented reports in both languages, every statement annotated by hand.

A statement is found where it and the annotated words cover at least half of each other
(the one by the same speaker first). Of what is found, the speaker is right where it is
the annotated actor, and the act where the one it is first of all is the annotated one.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from labelled.scores import f1, overlap
from satumeja.dossier import Dossier, Statement
from satumeja.dossier._read import read_by
from satumeja.dossier.acts._choice import Weights, weights_of
from satumeja.report import Report, Span, load, parse

Row = tuple[str, str, str, str]
Taught = Callable[[str, str], Weights | None]


@dataclass
class Tally:
    """What was wanted, given and right."""

    wanted: int = 0
    given: int = 0
    found: int = 0
    speakers: int = 0
    modes: int = 0
    acts: int = 0
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return f1(self.found / max(self.given, 1), self.found / max(self.wanted, 1))

    def line(self) -> str:
        """Spell the figures."""
        one = max(self.found, 1)
        return (
            f"statements {self.wanted}, P {self.found / max(self.given, 1):.3f}, "
            f"R {self.found / max(self.wanted, 1):.3f}, F1 {self.f1:.3f}; of found: speaker "
            f"{self.speakers / one:.3f}, mode {self.modes / one:.3f}, "
            f"first act {self.acts / one:.3f}"
        )


def matched(
    found: Report | Dossier, rows: Sequence[Row]
) -> Iterator[tuple[Row, Statement | None]]:
    """Give each annotated row with the statement found for it, each statement once."""
    dossier = found if isinstance(found, Dossier) else read_by(found, None)
    left = list(dossier.statements)
    place = 0
    for row in rows:
        start = dossier.report.text.find(row[3])
        place = start if start >= 0 else place
        match = _match(dossier, left, (place, place + len(row[3])), row[0])
        if match is not None:
            left.remove(match)
        yield row, match


def tally(dossier: Dossier, rows: Sequence[Row], problems: list[str] | None = None) -> Tally:
    """Compare a dossier with its annotation.

    Parameters
    ----------
    dossier : Dossier
        What was read.
    rows : sequence of Row
        Speaker, mode, first act and words of every statement.
    problems : list of str, optional
        Where to note each difference.
    """
    notes = problems if problems is not None else []
    sums = Tally(wanted=len(rows), given=len(dossier.statements))
    left = {one.id: one for one in dossier.statements}
    for (speaker, mode, act, words), match in matched(dossier, rows):
        if match is None:
            notes.append(f"missed: {speaker}: {words}")
            continue
        del left[match.id]
        same = _speaks(dossier, match, speaker)
        said = (speaker if same else match.speaker or "-", match.mode, match.act)
        sums.found += 1
        sums.speakers += same
        sums.modes += match.mode == mode
        sums.acts += match.act == act
        sums.pairs[act, match.act] += 1
        if said != (speaker, mode, act):
            notes.append(f"{said} for {(speaker, mode, act)}: {words}")
    notes.extend(f"too much: {one.speaker}: {dossier.words(one.content)}" for one in left.values())
    return sums


def _match(
    dossier: Dossier, left: Sequence[Statement], span: Span, speaker: str
) -> Statement | None:
    """Find the statement that covers the words best, one by the same speaker first."""
    near = [
        one
        for one in left
        if 2 * overlap(one.content, span)
        >= max(one.content[1] - one.content[0], span[1] - span[0])
    ]
    return max(
        near,
        key=lambda one: (_speaks(dossier, one, speaker), overlap(one.content, span)),
        default=None,
    )


def _speaks(dossier: Dossier, statement: Statement, speaker: str) -> bool:
    """Whether a statement is by the annotated actor, or by a person of that name."""
    if statement.speaker is None or statement.speaker == speaker:
        return (statement.speaker or "-") == speaker
    actor = dossier.actor(statement.speaker)
    return actor.kind == "person" and speaker in actor.name.lower().split()


def measure_gold(
    folder: Path, *, verbose: bool = False, taught: Taught | None = None
) -> dict[str, Tally]:
    """Print and give the figures of each language.

    Parameters
    ----------
    folder : Path
        The reports and their annotation.
    verbose : bool
        Whether to show each difference.
    taught : callable, optional
        Gives the weights a report is read with; those of the package where there is none,
        which were learned from these reports too.
    """
    entries = tomllib.loads((folder / "statements.toml").read_text(encoding="utf-8"))
    sums = {"id": Tally(), "en": Tally()}
    for entry in entries.values():
        problems: list[str] = []
        report = parse(load(folder / entry["file"]))
        language = report.language
        weights = taught(entry["file"], language) if taught else weights_of(language)
        sums[language].add(tally(read_by(report, weights), entry["statements"], problems))
        if verbose:
            print("\n".join([entry["file"], *(f"  {problem}" for problem in problems)]))
    for language, total in sums.items():
        print(f"gold {language}    {total.line()}")
    return sums
