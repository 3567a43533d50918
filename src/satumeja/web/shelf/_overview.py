"""What a case holds, and what to do next."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Literal

from satumeja import dossier, formats
from satumeja.errors import SatuMejaError
from satumeja.web.cases import Case, ModelFile
from satumeja.web.routing import Call
from satumeja.web.shapes import CaseOverview, ModelLine, ReportLine

__all__ = ["overview"]

_Next = Literal["drop", "check", "draft", "model", "brief"]


def overview(call: Call) -> CaseOverview:
    """Tell all that a case holds."""
    case = call.case
    models = [_model_line(case, file, call.language) for file in case.models()]
    kept, briefs = case.dossier(), tuple(case.briefs())
    reports = _report_lines(kept) if kept is not None else []
    return CaseOverview(
        name=case.name,
        folder=str(case.folder),
        read_only=call.cases.read_only or case.read_only,
        models=models,
        reports=reports,
        briefs=briefs,
        next=_next(models, reports, briefs),
    )


def _model_line(case: Case, file: ModelFile, language: str) -> ModelLine:
    title, reading, broken = file.name, "", False
    try:
        model = formats.load(case.folder / file.name)
    except SatuMejaError:
        broken = True
    else:
        title, reading = model.title.in_language(language), model.reading.in_language(language)
    return ModelLine(
        file=file.name, title=title, reading=reading, editable=file.is_editable, broken=broken
    )


def _report_lines(path: Path) -> list[ReportLine]:
    with dossier.DossierFile(path) as file:
        every, unchecked = Counter[str](), Counter[str]()
        for item in dossier.items(file):
            if item.stands and item.kind == "statement":
                every[item.key.partition("#")[0]] += 1
                unchecked[item.key.partition("#")[0]] += item.state == "proposed"
        return [
            ReportLine(
                id=report.key,
                name=Path(report.name).name,
                title=report.title,
                date=report.day.isoformat() if report.day else None,
                outlet=report.outlet or "",
                language=report.language,
                items=every[report.key],
                to_check=unchecked[report.key],
            )
            for report in dossier.reports(file)
            if not report.rejected
        ]


def _next(models: list[ModelLine], reports: list[ReportLine], briefs: tuple[str, ...]) -> _Next:
    """Tell what to do next: a desk officer goes from reports to a brief."""
    if not models and not reports:
        return "drop"
    if not models:
        return "check" if any(line.to_check for line in reports) else "draft"
    return "brief" if briefs else "model"
