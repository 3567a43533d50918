"""Pages of hostile texts for a browser: `python -m harm.made FOLDER`, in the folder of tests.

What is asked of a browser is in ``web/tests/pages.spec.mjs``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from harm.cases import dossier_of, graph_of, model_of
from harm.texts import IDS, KINDS, LONG, LOOKALIKES, TEXTS
from satumeja import brief, dossier
from satumeja.brief import FIGURES, field_figure, field_tables
from satumeja.model import Model
from satumeja.stability import analyse

__all__ = ["make"]


def models() -> dict[str, Model]:
    """Give conflicts: of all texts, of endless ones, of those that look alike, of odd ids."""
    short = [text for name, text in TEXTS.items() if name not in LONG]
    return {
        "all": model_of(short),
        "turned": model_of([KINDS["turned"]]),
        "markup": model_of([KINDS["markup"]], IDS),
        "long": model_of([LONG["long"], LONG["long_marks"]]),
        "alike": model_of(LOOKALIKES, IDS[1:]),
        "graph": graph_of(short),
    }


def make(folder: Path) -> None:
    """Write briefs, each in one language and the first in both, tables, figures, a dossier."""
    for name, model in models().items():
        analysis = analyse(model)
        for language in brief.LANGUAGES if name == "all" else ("en",):
            words = KINDS["markup"] if name == "markup" else ""
            path = folder / f"brief-{name}.{language}.html"
            brief.write(model, path, analysis, language=language, mark=words, author=words)
        if name not in ("markup", "long"):
            continue
        brief.write_tables(field_tables(analysis), folder / f"tables-{name}.html", "Tables")
        for kind, drawn in FIGURES.items():
            dm: dict[str, Any] = {"dm": model.decision_makers[0].id} if "dm" in drawn.takes else {}
            figure = field_figure(model, kind, **dm)
            suffix = "html" if name == "long" else "svg"
            brief.write_figure(figure, folder / f"figure-{name}-{kind}.{suffix}")
    for kind in ("markup", "turned"):
        with dossier.DossierFile(str(dossier_of(folder / kind, KINDS[kind]))) as file:
            page = brief.dossier_page(dossier.whole(file))
        (folder / f"dossier-{kind}.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
