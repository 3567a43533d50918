"""What a case holds, and what to do next."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from satumeja import dossier
from satumeja.web.cases import Case, ModelFile
from satumeja.web.routing import Call
from satumeja.web.shapes import CaseOverview, ModelLine, ReportLine

__all__ = ["overview", "report_lines"]

_Next = Literal["drop", "check", "draft", "model", "brief"]


def overview(call: Call) -> CaseOverview:
    """Tell all that a case holds."""
    case = call.case
    models = [_model_line(case, file, call.language) for file in case.models()]
    reports, briefs = report_lines(case.dossier()), tuple(case.briefs())
    return CaseOverview(
        name=call.names["case"],
        folder=str(case.folder),
        read_only=case.read_only,
        models=models,
        reports=reports,
        briefs=briefs,
        next=_next(models, reports, briefs),
    )


def _model_line(case: Case, file: ModelFile, language: str) -> ModelLine:
    model = case.read(file.name).model
    return ModelLine(
        file=file.name,
        title=model.title.in_language(language) if model else file.name,
        reading=model.reading.in_language(language) if model else "",
        editable=file.is_editable and not case.read_only,
        broken=model is None,
    )


def report_lines(path: Path | None) -> list[ReportLine]:
    """List the reports of a dossier, with how much of each is to be checked yet."""
    if path is None:
        return []
    with dossier.DossierFile(path) as file:
        # The reports first: one that comes in meanwhile is counted, and shown the next time.
        kept = dossier.reports(file)
        counts = dossier.progress(file)
        return [
            ReportLine(
                id=report.key,
                name=Path(report.name).name,
                title=report.title,
                date=report.day.isoformat() if report.day else None,
                outlet=report.outlet or "",
                language=report.language,
                items=counts[report.key].items,
                to_check=counts[report.key].items - counts[report.key].checked,
            )
            for report in kept
            if not report.rejected
        ]


def _next(models: list[ModelLine], reports: list[ReportLine], briefs: tuple[str, ...]) -> _Next:
    """Tell what to do next: a desk officer goes from reports to a brief."""
    if not models and not reports:
        return "drop"
    if not models:
        return "check" if any(line.to_check for line in reports) else "draft"
    return "brief" if briefs else "model"
