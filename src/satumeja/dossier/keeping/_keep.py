"""Keep what was read of a report in a dossier file, with actors known across reports."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from satumeja.dossier._dossier import Dossier
from satumeja.dossier._types import Act, Actor, Statement
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.reading import fold, slug
from satumeja.errors import Fault, ReportError
from satumeja.report import Source, Span

__all__ = ["Known", "given", "keep"]

_MOST_WORDS = 5  # a name of more words is known by all of them, or by some of four at most


@dataclass
class Known:
    """The persons a file knows: each identifier with its fullest name and state."""

    persons: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    _named: dict[str, set[str]] = field(default_factory=dict, repr=False)
    _called: dict[frozenset[str], set[str]] = field(default_factory=dict, repr=False)
    _place: dict[str, int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, file: DossierFile) -> Known:
        """Gather the persons of a file."""
        known = cls()
        for row in file.rows("SELECT id, name, state FROM actor WHERE kind = 'person'"):
            known.note(row["id"], row["name"], row["state"])
        return known

    def note(self, identifier: str, name: str, state: str | None) -> None:
        """Remember a person, by the fullest name so far."""
        held, home = self.persons.get(identifier, ("", None))
        self.persons[identifier] = (max(held, name, key=len), home or state)
        self._place.setdefault(identifier, len(self._place))
        words = _words(name)
        self._called.setdefault(words, set()).add(identifier)
        for word in words:
            self._named.setdefault(word, set()).add(identifier)

    def _alike(self, name: str) -> list[str]:
        """Give who may have all words of a name, or only some of them, in the order known."""
        words = _words(name)
        rarest = min(words, key=lambda word: len(self._named.get(word, ())), default="")
        found = set(self._named.get(rarest, ()))
        for count in range(1, min(len(words), _MOST_WORDS)):
            for some in combinations(sorted(words), count):
                found |= self._called.get(frozenset(some), set())
        return sorted(found, key=self._place.__getitem__)

    def identify(self, actor: Actor) -> str:
        """Give the identifier of a person across reports.

        Notes
        -----
        The same identifier means the same person where the names agree, spelling
        variants folded, and the states do not differ; else it is by the full name.
        """
        if actor.kind != "person":
            return actor.id
        full = slug(actor.name)
        first = [one for one in (actor.id, full) if one in self.persons]
        for identifier in (*first, *self._alike(actor.name)):
            if _same_person(self.persons[identifier], actor):
                self.note(identifier, actor.name, actor.state)
                return identifier
        free = [one for one in (actor.id, full) if one not in self.persons]
        number = 2
        while not free:
            free = [one for one in (f"{full}_{number}",) if one not in self.persons]
            number += 1
        self.note(free[0], actor.name, actor.state)
        return free[0]


def _same_person(held: tuple[str, str | None], actor: Actor) -> bool:
    """Whether a person of the file and one of a report may be the same."""
    name, state = held
    if state and actor.state and state != actor.state:
        return False
    one, two = _words(name), _words(actor.name)
    return one <= two or two <= one


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> frozenset[str]:
    """Give the words of a name, spelling variants folded."""
    return frozenset(fold(word) for word in name.split())


def keep(file: DossierFile, source: Source, dossier: Dossier, reader: str, known: Known) -> int:
    """Keep one reading; an earlier one of the same bytes gives way, corrections stay.

    Returns
    -------
    int
        The number of the source in the file.
    """
    names = {actor.id: known.identify(actor) for actor in dossier.actors}
    with file.whole():
        old = file.rows("SELECT id FROM source WHERE sha256 = ?", (source.sha256,))
        number = old[0]["id"] if old else None
        if number is not None:
            file.do("DELETE FROM search WHERE source = ?", (number,))
            file.do("DELETE FROM source WHERE id = ?", (number,))
        number = _keep_source(file, number, source, dossier, reader)
        for actor in dossier.actors:
            _keep_actor(file, number, actor, names)
        for statement in dossier.statements:
            _keep_statement(file, number, statement, dossier, names)
        for act in dossier.acts:
            _keep_act(file, number, act, dossier, names)
        file.do("INSERT INTO search VALUES (?, ?, ?)", (source.text, number, "report"))
        file.do("DELETE FROM refused WHERE sha256 = ?", (source.sha256,))
    return number


def _keep_source(
    file: DossierFile, number: int | None, source: Source, dossier: Dossier, reader: str
) -> int:
    """Keep the report itself."""
    report = dossier.report
    day = report.day or report.agency_date
    number = file.do(
        "INSERT INTO source VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            *(number, source.name, source.sha256, source.form, source.text, report.language),
            *(report.title, report.published.isoformat() if report.published else None),
            day.isoformat() if day else None,
            *(report.place, report.byline, report.site, json.dumps(report.agency)),
            *(json.dumps(report.paragraphs), reader, source.encoding),
        ),
    )
    if source.given:
        file.do("INSERT INTO given VALUES (?,?)", (number, source.given))
    return number


def given(file: DossierFile, key: str) -> bytes:
    """Give the very bytes of a report of a file, as it was before it was read.

    Parameters
    ----------
    file : DossierFile
        The file.
    key : str
        The report: ``r1``, ``r2``, ...

    Returns
    -------
    bytes
        Their SHA-256 is the one the file knows the report by.

    Raises
    ------
    ReportError
        There is no such report, or it was read before files kept what was given.
    """
    rows = file.rows(
        "SELECT text, sha256, bytes FROM source LEFT JOIN given ON source = id WHERE id = ?",
        (key.removeprefix("r"),),
    )
    if not rows:
        raise ReportError(Fault(f'has no report "{key}"', file.path))
    data: bytes = rows[0]["bytes"] or rows[0]["text"].encode("utf-8")
    if hashlib.sha256(data).hexdigest() != rows[0]["sha256"]:
        raise ReportError(
            Fault(f"does not hold the bytes of {key}; read it again with --again", file.path)
        )
    return data


def _keep_actor(file: DossierFile, number: int, actor: Actor, names: dict[str, str]) -> None:
    """Keep an actor with its mentions."""
    mentions = [(one.start, one.end, one.role) for one in actor.mentions]
    state = names.get(actor.state or "", actor.state)
    file.do(
        "INSERT INTO actor VALUES (?,?,?,?,?,?,?,?)",
        (
            *(number, actor.id, names[actor.id], actor.kind, actor.name, actor.office, state),
            json.dumps(mentions),
        ),
    )


def _span(span: Span | None) -> str | None:
    """Write a span that may be missing."""
    return json.dumps(span) if span else None


def _keep_statement(
    file: DossierFile, number: int, one: Statement, dossier: Dossier, names: dict[str, str]
) -> None:
    """Keep a statement with its words."""
    words = dossier.words(one.content)
    file.do(
        "INSERT INTO statement VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            *(number, one.id, names.get(one.speaker or "", one.speaker)),
            *(_span(one.speaker_span), _span(one.cue), one.cue_kind, *one.content, one.mode),
            *(names.get(one.addressee or "", one.addressee), one.medium),
            one.date.isoformat() if one.date else None,
            *(int(one.doubtful), one.within, words, one.origin, one.act),
        ),
    )
    file.do("INSERT INTO search VALUES (?, ?, ?)", (words, number, one.id))


def _keep_act(
    file: DossierFile, number: int, act: Act, dossier: Dossier, names: dict[str, str]
) -> None:
    """Keep an act with its words."""
    file.do(
        "INSERT INTO act VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            *(number, act.id, act.kind, names.get(act.actor, act.actor)),
            *(names.get(one or "", one) for one in (act.by, act.target)),
            *(act.statement, *act.span, act.issue, _span(act.condition), act.condition_issue),
            names.get(act.condition_actor or "", act.condition_actor),
            *(day.isoformat() if day else None for day in (act.date, act.date_end)),
            *(act.precision, dossier.words(act.span), act.origin, act.doubtful),
        ),
    )
