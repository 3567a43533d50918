"""One report as it is read, and what the fields of its items can be set to."""

from __future__ import annotations

from satumeja.brief.words import Words
from satumeja.dossier import redoable, undoable
from satumeja.dossier.keeping import (
    act_kinds,
    kept_report,
    known_actors,
    lately_set,
    names_of,
)
from satumeja.web.reports._cards import Cards
from satumeja.web.reports._held import dossier_of, report_key
from satumeja.web.routing import Call
from satumeja.web.shapes import ActorChoice, Choices, FieldChoice, ReportView

__all__ = ["choices", "report_view"]

_LATELY = {"actor": ("speaker", "actor", "target"), "kind": ("kind",), "issue": ("issue",)}


def report_view(call: Call) -> ReportView:
    """Show a report: its text, who says what in it, and what was decided on that."""
    with dossier_of(call) as file:
        report, text = kept_report(file, report_key(file, call.names["report"]))
        cards = Cards(file, report.key, call.language, text)
        day = report.day.isoformat() if report.day else None
        return ReportView(
            id=report.key,
            name=report.name,
            title=report.title or report.name,
            date=day,
            when=Words(call.language).date(day) if day else "",
            date_doubtful=report.day_doubtful,
            outlet=report.outlet or "",
            author=report.author or "",
            language=report.language,
            text=text,
            items=cards.rows,
            actors=cards.speakers(cards.rows),
            progress=cards.checked,
            undo=undoable(file),
            redo=redoable(file),
            rejected=report.rejected,
        )


def choices(call: Call) -> Choices:
    """List what the fields of an item can be set to, and what was used last."""
    words, language = Words(call.language), call.language
    with dossier_of(call) as file:
        names = names_of(file)
        actors = []
        for identifier, called in known_actors(file, names).items():
            own = names.called(identifier)
            name = own.get(language) or max(sorted(called), key=len, default=identifier)
            also = sorted({*called, *own.values()} - {name})
            actors.append(ActorChoice(id=identifier, name=name, also=tuple(also)))
        return Choices(
            actors=sorted(actors, key=lambda actor: actor.name.casefold()),
            kinds=[
                FieldChoice(id=kind, name=words(f"dossier.act.{kind}"))
                for kind in act_kinds()
                if kind != "say"
            ],
            issues=[
                FieldChoice(
                    id=issue, name=called.get(language) or next(iter(called.values()), issue)
                )
                for issue, called in names.issues.items()
            ],
            lately={
                field: tuple(
                    dict.fromkeys(
                        value for column in columns for value in lately_set(file, column)
                    )
                )
                for field, columns in _LATELY.items()
            },
        )
