"""The items of one report as they are checked: a statement with its acts, or an act by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal, cast

from satumeja.brief.words import Words
from satumeja.dossier import Act, Actor, DossierFile, Item, Statement, items, period
from satumeja.dossier.keeping import actors_by_id, in_force, names_of
from satumeja.web.shapes import ActRow, Checked, ItemRow, Speaker

__all__ = ["Cards"]

_State = Literal["proposed", "accepted", "edited", "added", "rejected", "retired"]


class Cards:
    """The items of a report in one language.

    Parameters
    ----------
    file : DossierFile
        The dossier.
    report : str
        The report, such as ``r1``.
    language : {"en", "id"}
        The language.
    text : str
        The report's text.

    Notes
    -----
    Cost is that of the report, however many the file holds.
    """

    def __init__(
        self, file: DossierFile, report: str, language: Literal["en", "id"], text: str
    ) -> None:
        self.report, self._language, self._text = report, language, text
        self._file, self._words = file, Words(language)
        self._issues = names_of(file).issues
        self._corrections = {
            event.of: event.key for event in in_force(file, ("statement", "act"), int(report[1:]))
        }
        listed = items(file, report)
        self.rows = self._rows([item for item in listed if item.state != "retired"])
        self.bearers = {act.id: row.id for row in self.rows for act in row.acts}

    def _rows(self, listed: list[Item]) -> list[ItemRow]:
        """Put acts with the statements that bear them, in the order of the text."""
        statements = {item.key for item in listed if item.kind == "statement"}
        borne: dict[str, list[ActRow]] = {}
        for item in listed:
            if isinstance(item.value, Act) and item.value.statement in statements:
                borne.setdefault(item.value.statement, []).append(self._act(item, item.value))
        rows = []
        for item in listed:
            if isinstance(item.value, Statement):
                rows.append(self._statement(item, item.value, borne.get(item.key, ())))
            elif item.value.statement not in statements:
                rows.append(self._deed(item, item.value))
        return sorted(rows, key=lambda row: (row.span[0], -row.span[1]))

    def _statement(self, item: Item, value: Statement, acts: Iterable[ActRow]) -> ItemRow:
        return ItemRow(
            id=item.key,
            kind="statement",
            speaker=value.speaker,
            speaker_span=value.speaker_span,
            span=value.content,
            words=item.words,
            mode=value.mode,
            mode_words=self._words(f"dossier.mode.{value.mode}"),
            addressee=value.addressee,
            within=value.within,
            date=_period(value.date, value.date_end, value.precision),
            when=self._when(value.date, value.date_end, value.precision),
            state=cast(_State, item.state),
            state_words=self._words(f"dossier.review.{item.state}"),
            who=item.who or "",
            note=item.note or "",
            doubtful=value.doubtful,
            by_model=value.origin == "model",
            correction=self._corrections.get(item.key),
            acts=tuple(acts),
        )

    def _deed(self, item: Item, value: Act) -> ItemRow:
        act = self._act(item, value)
        return ItemRow(
            id=item.key,
            kind="act",
            speaker=value.by or value.actor,
            span=value.span,
            words=item.words,
            date=act.date,
            when=act.when,
            state=act.state,
            state_words=act.state_words,
            who=item.who or "",
            note=item.note or "",
            doubtful=value.doubtful,
            by_model=value.origin == "model",
            correction=self._corrections.get(item.key),
            acts=(act,),
        )

    def _act(self, item: Item, value: Act) -> ActRow:
        condition = self._text[slice(*value.condition)] if value.condition else ""
        return ActRow(
            id=item.key,
            kind=value.kind,
            kind_words=self._words(f"dossier.act.{value.kind}"),
            actor=value.actor,
            by=value.by,
            target=value.target,
            issue=value.issue,
            issue_name=self._issue(value.issue),
            condition=condition,
            date=_period(value.date, value.date_end, value.precision),
            when=self._when(value.date, value.date_end, value.precision),
            state=cast(_State, item.state),
            state_words=self._words(f"dossier.review.{item.state}"),
        )

    def _issue(self, issue: str | None) -> str:
        names = self._issues.get(issue or "", {})
        return names.get(self._language) or next(iter(names.values()), issue or "")

    def _when(self, first: dt.date | None, last: dt.date | None, precision: str | None) -> str:
        """Say when something was, no more precisely than it is known."""
        written = _period(first, last, precision)
        return " – ".join(map(self._words.date, written.split("/"))) if written else ""

    def speakers(self, rows: Iterable[ItemRow]) -> dict[str, Speaker]:
        """Give the actors of some items, and the sides they speak for, with their names."""
        whom = {party for row in rows for party in _parties(row) if party}
        actors = actors_by_id(self._file, whom)
        sides = {actor.state for actor in actors.values() if actor.state} - whom
        actors |= actors_by_id(self._file, sides) if sides else {}
        return {key: self._speaker(actor, actors) for key, actor in sorted(actors.items())}

    def _speaker(self, actor: Actor, actors: dict[str, Actor]) -> Speaker:
        side = actors.get(actor.state or "", actor)
        return Speaker(
            id=actor.id,
            name=actor.called(self._language),
            kind=actor.kind,
            side=side.id,
            side_name=side.called(self._language),
        )

    @property
    def checked(self) -> Checked:
        """How much of it was checked."""
        left = sum(row.state == "proposed" for row in self.rows)
        return Checked(report=self.report, items=len(self.rows), to_check=left)


def _parties(row: ItemRow) -> list[str | None]:
    """Give whom an item names."""
    acts = [party for act in row.acts for party in (act.actor, act.by, act.target)]
    return [row.speaker, row.addressee, *acts]


def _period(first: dt.date | None, last: dt.date | None, precision: str | None) -> str | None:
    """Write when something was as the fields take it."""
    return period(first, last, precision) if first else None
