"""Word files that a brief is written into."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from random import Random

import docx

from hard.damage import spoil_xml, spoil_zip
from hard.kind import Kind
from satumeja import brief, gallery
from satumeja.files import packed_anew
from satumeja.model import Model
from satumeja.stability import Analysis, analyse

__all__ = ["TEMPLATE"]


@cache
def _conflict() -> tuple[Model, Analysis]:
    model = gallery.load("chicken")
    return model, analyse(model, ["nash"])


@cache
def _seeds() -> tuple[bytes, ...]:
    document = docx.Document()
    document.add_heading("The office", 1)
    document.sections[-1].header.paragraphs[0].text = "Letterhead"
    document.sections[-1].footer.paragraphs[0].text = "Street 1"
    plain = io.BytesIO()
    document.save(plain)
    document.add_table(2, 2).cell(0, 0).text = "cell"
    document.add_section()
    tabled = io.BytesIO()
    document.save(tabled)
    return packed_anew(plain.getvalue()), packed_anew(tabled.getvalue())


def spoil(content: bytes, rng: Random) -> bytes:
    """Spoil the archive, or the XML in it."""
    return spoil_zip(content, rng, lambda name, part, rng: spoil_xml(part, rng))


def _read(path: Path) -> None:
    """Write a brief into it."""
    model, analysis = _conflict()
    out = path.with_name("brief.docx")
    brief.write(model, out, analysis, template=path, form="page", made="2026-11-30")
    out.unlink()


def _words(path: Path) -> list[str]:
    model = str(gallery.path("chicken"))
    out = str(path.with_name("by-command.docx"))
    return ["brief", model, "-o", out, "--template", str(path)]


TEMPLATE = Kind("template", ".docx", _seeds, spoil, _read, _words)
