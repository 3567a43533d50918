"""New cases: with room for reports, with a model to fill in, or begun with the gallery."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from pathlib import Path

from satumeja import dossier, formats, gallery
from satumeja.errors import OutputError
from satumeja.files import beside, write_whole
from satumeja.web.cases import free_name, safe_name
from satumeja.web.routing import Call
from satumeja.web.shapes import CaseLine, NewCase
from satumeja.web.shelf._gallery import readings_of, report_for
from satumeja.web.shelf._places import shelf_folder

__all__ = ["make_case"]

_BLANK = {
    "en": ("Side A", "Side B", "What A could do", "What B could do"),
    "id": ("Pihak A", "Pihak B", "Yang dapat dilakukan A", "Yang dapat dilakukan B"),
}


def make_case(call: Call) -> CaseLine:
    """Make a case on the shelf: whole, or nothing of it."""
    body: NewCase = call.body
    shelf = shelf_folder()
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        folder = shelf / free_name(shelf, safe_name(re.sub(r"[/\\]", "-", body.name), "case"))
        folder.mkdir()
    except OSError as error:
        raise OutputError(f"{shelf}: cannot be written: {error.strerror}") from None
    try:
        _fill(folder, body)
    except BaseException:
        with suppress(OSError):
            shutil.rmtree(folder)
        raise
    call.cases.add(folder.name, folder.resolve())
    names = [name for name in call.cases.names() if call.cases.folder(name) == folder.resolve()]
    return CaseLine(name=names[0], models=len(list(folder.glob("*.yaml"))))


def _fill(folder: Path, body: NewCase) -> None:
    if body.kind == "blank":
        write_whole(folder / f"{folder.name}.yaml", _blank(body.name, body.lang), sync=True)
    elif body.kind == "gallery":
        for name in (body.gallery, *readings_of(body.gallery)):
            write_whole(folder / f"{name}.yaml", gallery.text(name), sync=True)
        _add_report(folder, report_for(body.gallery, body.lang))


def _blank(title: str, language: str) -> str:
    """Give a model of two sides with one option each, sound as it stands."""
    first, second, first_option, second_option = _BLANK[language]
    model = formats.from_dict(
        {
            "satumeja": 1,
            "title": title,
            "languages": [language],
            "decision_makers": {
                "a": _side(first, {"a_acts": first_option}, wish="b_acts"),
                "b": _side(second, {"b_acts": second_option}, wish="a_acts"),
            },
        }
    )
    return formats.dump(model)


def _side(name: str, options: dict[str, str], wish: str) -> dict[str, object]:
    return {
        "name": name,
        "options": {option: {"name": words} for option, words in options.items()},
        "preferences": [{"statement": wish}],
    }


def _add_report(folder: Path, shipped: str | None) -> None:
    """Put the report that came along into the case, and read it."""
    if shipped is None:
        return
    source, reports = beside(shipped, None), folder / "reports"
    reports.mkdir()
    kept = write_whole(reports / source.name, source.read_bytes(), sync=True)
    with dossier.DossierFile(folder / "dossier.db", create=True) as file:
        dossier.gather(file, [kept])
