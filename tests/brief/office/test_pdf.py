"""A brief as PDF: one page, tagged, and nothing said twice."""

import io
import re
from pathlib import Path
from typing import Any

import pypdf
import pytest

from satumeja.brief import write
from satumeja.brief.leaf import leaf_of
from satumeja.brief.office import pdf_of
from satumeja.brief.words import Phrases, Words
from satumeja.errors import OutputError
from satumeja.front import front
from satumeja.gallery import load

try:
    import weasyprint  # noqa: F401
except (ImportError, OSError):
    pytest.skip("no WeasyPrint here, or no Pango", allow_module_level=True)


def printed(name: str, folder: Path, **wanted: str) -> pypdf.PdfReader:
    file = write(load(name), folder / f"{name}.pdf", made="2026-11-29", **wanted)  # type: ignore[arg-type]
    return pypdf.PdfReader(io.BytesIO(file.read_bytes()))


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("name", ["december-2021-b", "garrison", "chicken"])
def test_the_front_page_is_one_tagged_sheet_of_a4(
    tmp_path: Path, name: str, language: str
) -> None:
    reader = printed(name, tmp_path, language=language)
    assert len(reader.pages) == 1
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert reader.metadata is not None
    assert reader.metadata.title


def test_every_page_says_how_it_is_handled_and_the_picture_is_said_once(tmp_path: Path) -> None:
    reader = printed("december-2021-b", tmp_path, form="telaahan", language="id", mark="TERBATAS")
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) > 1
    for number, text in enumerate(texts, 1):
        assert text.count("PENANGANAN: TERBATAS") == 1
        assert f"{number} dari {len(texts)}" in text
    assert sum(text.count("tidak lagi duduk di meja perundingan") for text in texts[:2]) == 2


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    one = write(load("elmira"), tmp_path / "one.pdf", made="2026-11-29").read_bytes()
    other = write(load("elmira"), tmp_path / "other.pdf", made="2026-11-29").read_bytes()
    assert one == other


def test_a_picture_says_its_rows_to_who_cannot_see_it(tmp_path: Path) -> None:
    reader = printed("elmira", tmp_path)
    size: Any = reader.trailer["/Size"]
    parts: list[Any] = [reader.get_object(place) for place in range(1, int(size))]
    spoken = [str(part["/Alt"]) for part in parts if isinstance(part, dict) and "/Alt" in part]
    (alternative,) = spoken
    front_data, model = front(load("elmira")), load("elmira")
    rows = leaf_of(front_data, Phrases(model, Words("en"))).picture.rows
    for row in rows:
        assert row.sentence.text in alternative


def test_a_page_that_asks_for_something_is_refused() -> None:
    with pytest.raises(OutputError, match="a page of ours asks for nothing"):
        pdf_of('<html><body><img src="https://example.org/x.png"></body></html>')


@pytest.mark.parametrize(
    ("units", "sheets", "size"),
    [
        *((950, 1, 1), (1000, 1, 0.97), (1030, 1, 0.94), (1060, 1, 0.91), (1100, 1, 0.88)),
        *((1200, 2, 0.88), (3000, 3, 0.88)),
    ],
)
def test_letters_are_as_large_as_one_page_lets_them_be(
    units: int, sheets: int, size: float
) -> None:
    """Of A4 without its margins 971.5 pixels; a bar shows how large a unit is."""
    page = f"""<!DOCTYPE html><html lang="en"><head><title>T</title><style>
    @page {{ size: A4; margin: 20mm }} body {{ margin: 0 }}
    .leaf > div {{ height: calc(var(--u) * {units / 3}) }}
    .leaf > hr {{ margin: 0; width: calc(var(--u) * 100); height: 0; border: solid red 1px }}
    </style></head><body><div class="leaf"><div></div><div></div><div></div><hr></div>"""
    reader = pypdf.PdfReader(io.BytesIO(pdf_of(page, one_page=True)))
    assert len(reader.pages) == sheets
    drawn = reader.pages[-1].get_contents()
    assert drawn is not None
    bar = re.search(rb"\d ([\d.]+) 0 re", drawn.get_data())
    assert bar is not None
    assert float(bar[1]) == pytest.approx(100 * size)
