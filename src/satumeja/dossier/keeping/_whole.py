"""All reports of a dossier file as one dossier, as corrected, up to a day."""

from __future__ import annotations

import datetime as dt
import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, cast

from satumeja.display import Shown
from satumeja.dossier._dossier import Dossier, denials, links
from satumeja.dossier._links import Link
from satumeja.dossier._types import Act, Actor, Mention, Statement
from satumeja.dossier.grading import Contest, contests, origin_of
from satumeja.dossier.keeping._copies import Copies, copies_of
from satumeja.dossier.keeping._events import Correction, in_force
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._garbage import uncollected
from satumeja.dossier.keeping._names import Names, names_of
from satumeja.dossier.keeping._reports import BETWEEN, KeptReport, kept_reports
from satumeja.dossier.keeping._standing import made_of, standing
from satumeja.errors import Fault, ReportError
from satumeja.report import LANGUAGES, Report, Span
from satumeja.report.kit import knowledge

__all__ = ["Gathering", "Whole", "whole"]


@dataclass(frozen=True, repr=False)
class Whole(Shown):
    """The reports of a file as one dossier over their joined texts.

    Parameters
    ----------
    dossier : Dossier
        Statements and acts are named ``r1#s3``, ``r2#a7``; spans point into the joined text.
    reports : tuple of KeptReport
        Where each report's text stands in it.
    states : dict
        Of each statement and act: ``proposed``, ``accepted``, ``edited`` or ``added``.
    undated : tuple of KeptReport
        Reports left aside because a day was asked for and theirs is not known for certain.
    issues : mapping
        What each issue is called by language: the built-in ones, and those of one's own.
    link_events : tuple of Correction
        What analysts said of links, in force.
    reviews : mapping
        Of each statement and act that an analyst corrected, the last correction of it.
    """

    dossier: Dossier
    reports: tuple[KeptReport, ...]
    states: Mapping[str, str]
    undated: tuple[KeptReport, ...] = ()
    issues: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    link_events: tuple[Correction, ...] = field(default=(), repr=False)
    reviews: Mapping[str, Correction] = field(default_factory=dict, repr=False)

    def report_at(self, span: Span) -> KeptReport:
        """Give the report a span stands in."""
        return self.reports[
            bisect_right(self.reports, span[0], key=lambda report: report.begin) - 1
        ]

    def report_of(self, key: str) -> KeptReport:
        """Give the report of a statement or act."""
        return self._by_key[key.split("#", 1)[0]]

    def issue_name(self, issue: str, language: str) -> str:
        """Give what an issue is called, in its other language where it has no name in one."""
        names = self.issues.get(issue, {})
        return names.get(language) or next(iter(names.values()), issue)

    def actor_name(self, actor: str, language: str) -> str:
        """Give what an actor is called in a language; of one nobody knows, the words that name it.

        Parameters
        ----------
        actor : str
            The actor, by id.
        language : {"en", "id"}
            The language.
        """
        known = self._by_actor.get(actor)
        return known.called(language) if known else actor

    @cached_property
    def stated_links(self) -> Mapping[Link, bool]:
        """Links that an analyst said something of, and whether they hold by the last word."""
        acts = {act.id for act in self.dossier.acts}
        stated: dict[Link, bool] = {}
        for event in self.link_events:
            act, kind, of = event.of.split(":")
            if {act, of} <= acts:
                stated[Link(kind, act, of)] = event.verb != "reject"
        return stated

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """How the acts bear on earlier ones, by the rules and by what analysts said of it."""
        return _as_stated(links(self.dossier), self.stated_links)

    @cached_property
    def denials(self) -> tuple[Link, ...]:
        """Which acts deny earlier ones: a part of `links`, in a tenth of the time."""
        if "links" in vars(self):
            return tuple(link for link in self.links if link.kind == "denies")
        stated = {
            link: holds for link, holds in self.stated_links.items() if link.kind == "denies"
        }
        return _as_stated(denials(self.dossier), stated)

    @cached_property
    def contests(self) -> Mapping[str, tuple[Contest, ...]]:
        """What speaks against each statement and act that is contested."""
        return contests(self.dossier.acts, self.links)

    @cached_property
    def copies(self) -> tuple[Copies, ...]:
        """Reports that have one text between them: one wire in several papers, or its versions."""
        text = self.dossier.report.text
        return copies_of(
            self.reports, [text[report.begin : report.end] for report in self.reports]
        )

    @cached_property
    def origins(self) -> Mapping[str, frozenset[str]]:
        """By what it is told of each report whether another is of the same source."""
        origins = {report.key: origin_of(report.agency, report.outlet) for report in self.reports}
        for copies in self.copies:
            for key in copies.reports:
                origins[key] |= {f"text {copies.reports[0]}"}
        return origins

    @cached_property
    def denied_links(self) -> frozenset[tuple[str, str]]:
        """Pairs of acts of which an analyst said that the one does not deny the other."""
        return frozenset(
            (link.act, link.of)
            for link, holds in self.stated_links.items()
            if link.kind == "denies" and not holds
        )

    @cached_property
    def _by_actor(self) -> dict[str, Actor]:
        """Give each actor by its id."""
        return {actor.id: actor for actor in self.dossier.actors}

    @cached_property
    def _by_key(self) -> dict[str, KeptReport]:
        """Give each report by its key."""
        return {report.key: report for report in self.reports}


def _as_stated(by_rule: Sequence[Link], stated: Mapping[Link, bool]) -> tuple[Link, ...]:
    """Give links as the rules find them, without those denied and with those added by hand."""
    kept = [link for link in by_rule if stated.get(link, True)]
    more = set(stated).difference(by_rule)
    return (*kept, *(link for link, holds in stated.items() if holds and link in more))


def whole(file: DossierFile, as_of: dt.date | None = None, *, may_be_empty: bool = False) -> Whole:
    """Join the reports of a file into one dossier.

    Parameters
    ----------
    file : DossierFile
        The file.
    as_of : datetime.date, optional
        Leave out reports published later. A report whose day is not known for certain is
        left aside too (`Whole.undated`): nobody can say that it was out by then.
    may_be_empty : bool
        Whether no report is no fault, as where the file holds events of datasets alone.

    Raises
    ------
    ReportError
        The file has no report, or none by that day, and may not be empty; or it is damaged.

    Notes
    -----
    Cost is linear in what the file holds.
    """
    file.require_sound(values=True)
    with uncollected():
        return _whole(file, as_of, may_be_empty=may_be_empty)


def _whole(file: DossierFile, as_of: dt.date | None, *, may_be_empty: bool) -> Whole:
    """Join the reports of a file into one dossier."""
    stands = [(report, text) for report, text in kept_reports(file) if not report.rejected]
    kept, undated = _by_day(stands, as_of)
    if not kept and not may_be_empty:
        by = f" by {as_of}" if as_of else ""
        aside = f"; {_aside(file, undated)}" if undated else ""
        raise ReportError(Fault(f"the dossier has no report{by}{aside}", file.path))
    reports: list[KeptReport] = []
    place = 0
    for report, text in kept:
        reports.append(replace(report, begin=place, end=place + len(text)))
        place += len(text) + len(BETWEEN)
    names = names_of(file)
    offsets = {int(report.key[1:]): report.begin for report in reports}
    statements_kept, acted = (
        list(standing(file, kind, names, offsets)) for kind in ("statement", "act")
    )
    statements = cast(tuple[Statement, ...], tuple(value for _, _, value in statements_kept))
    acts = cast(tuple[Act, ...], tuple(value for _, _, value in acted))
    language = _language(reports)
    joined = Report(
        text=BETWEEN.join(text for _, text in kept),
        name=file.path,
        language=language,
        title=reports[0].title if len(reports) == 1 else _title(reports, language),
        published=as_of or max((report.day for report in reports if report.day), default=None),
    )
    actors = _actors(
        file, names, {int(report.key[1:]): report for report in reports}, statements, acts
    )
    return Whole(
        Dossier(joined, actors, statements, acts),
        tuple(reports),
        {key: state for key, state, _ in (*statements_kept, *acted)},
        undated,
        names.issues,
        tuple(in_force(file, ("link",))),
        {event.of: event for event in in_force(file, ("statement", "act"))},
    )


def _aside(file: DossierFile, undated: Sequence[KeptReport]) -> str:
    """Say how many reports have no certain day, and how one is given."""
    key = undated[0].key
    command = f"correct {file.path} {key} edit --set published=DAY"
    return f"{len(undated)} have no certain day; {key} is given one with: {command}"


_Kept = Sequence[tuple[KeptReport, str]]


def _by_day(found: _Kept, as_of: dt.date | None) -> tuple[_Kept, tuple[KeptReport, ...]]:
    """Part the reports that were out by a day from those of which that is not known."""
    if as_of is None:
        return found, ()
    kept = [
        (report, text)
        for report, text in found
        if report.dated and report.day and report.day <= as_of
    ]
    return kept, tuple(report for report, _ in found if not report.dated)


def _language(reports: Sequence[KeptReport]) -> str:
    """Give the language most of the reports are in; of none, the program's own."""
    if not reports:
        return LANGUAGES[0]
    languages = [report.language for report in reports]
    return max(sorted(set(languages)), key=languages.count)


def _title(reports: Sequence[KeptReport], language: str) -> str:
    """Name what many reports make together, by the days they are of."""
    days = sorted(report.day.isoformat() for report in reports if report.day)
    spread = f", {days[0]} – {days[-1]}" if days else ""
    words: str = knowledge("satumeja.dossier", "drafts")["title"][language]
    return words.format(count=len(reports)) + spread


def _actors(
    file: DossierFile,
    names: Names,
    reports: Mapping[int, KeptReport],
    statements: Iterable[Statement],
    acts: Iterable[Act],
) -> tuple[Actor, ...]:
    """Give the actors with all their mentions; those only corrections name too."""
    gathered: dict[str, Gathering] = {}
    rows = [
        row
        for row in file.rows("SELECT * FROM actor ORDER BY source, rowid")
        if row["source"] in reports
    ]
    # All at once: read one by one, the places of names take longer than all else of an actor.
    places = json.loads(f"[{','.join(row['mentions'] for row in rows)}]")
    for row, mentions in zip(rows, places, strict=True):
        identifier = names.actor(row["id"], row["source"])
        actor = gathered.get(identifier)
        if actor is None:
            actor = gathered[identifier] = Gathering()
        actor.take(row, mentions, identifier, reports[row["source"]])
    for statement in statements:
        if statement.speaker and statement.speaker not in gathered:
            gathered[statement.speaker] = Gathering.of_words(statement.speaker, statement.content)
    for act in acts:
        for party in (act.actor, act.by, act.target):
            if party and party not in gathered:
                gathered[party] = Gathering.of_words(party, act.span)
    return tuple(whom.actor(identifier, names) for identifier, whom in gathered.items())


@dataclass
class Gathering:
    """What the reports say of one actor."""

    kind: str = ""
    office: str | None = None
    body: str | None = None
    names: dict[str, str] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)

    def take(self, row: Any, mentions: Any, identifier: str, report: KeptReport) -> None:
        """Take over what one report says, and where."""
        self.name(row, report.language)
        begin = report.begin
        self.mentions += [
            made_of(
                Mention,
                {
                    "start": start + begin,
                    "end": end + begin,
                    "actor": identifier,
                    "role": role,
                },
            )
            for start, end, role in mentions
        ]

    def name(self, row: Any, language: str) -> None:
        """Take over what one report calls it: the first office and body, the fullest name."""
        self.kind = self.kind if self.kind == "state" else row["kind"]
        name = row["name"]
        if len(name) > len(self.names.get(language, "")):
            self.names[language] = name
        self.office = self.office or row["office"]
        self.body = self.body or row["state"]

    @classmethod
    def of_words(cls, identifier: str, span: Span) -> Gathering:
        """Make an actor that no report names, only a correction."""
        return cls(mentions=[Mention(*span, identifier, "actor")])

    def actor(self, identifier: str, names: Names) -> Actor:
        """Make the actor, with what was stated of it in the place of what was read."""
        entry = names.entries.get(("actor", identifier))
        called = self.names | names.called(identifier)
        fullest = max(self.names.values(), key=len, default="")
        stated = next(iter(entry.names.values()), "") if entry else ""
        listed = next(iter(called.values()), identifier.replace("_", " ").title())
        kind = (entry.kind if entry else None) or self.kind or names.kind_of(identifier)
        body = entry.body if entry and entry.body else self.body
        return Actor(
            *(identifier, kind or "person", stated or fullest or listed, tuple(self.mentions)),
            (entry.office if entry and entry.office else None) or self.office,
            names.actor(body, None) if body else None,
            tuple(called.items()),
        )
