"""A reading is a copy with its comments, named, and naming what it was made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from satumeja import formats, gallery
from satumeja.web.cases import Cases, ReadOnlyError
from satumeja.web.models import ROUTES
from satumeja.web.routing import Call
from satumeja.web.shapes import ReadingBody, ReadingMade

PATH = "/c/{case}/models/{file}/readings"


def made(folder: Path, file: str, name: str) -> ReadingMade:
    (route,) = (route for route in ROUTES if route.path == PATH)
    with Cases({"case": folder}) as cases:
        names = {"case": "case", "file": file}
        answer = route.handle(Call(cases, names, body=ReadingBody(name=name)))
    assert isinstance(answer, ReadingMade)
    return answer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = f"# mine\n{gallery.text('chicken')}# the end\n"
    (tmp_path / "chicken.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_reading_is_a_copy_with_its_comments(folder: Path) -> None:
    before = (folder / "chicken.yaml").read_bytes()
    answer = made(folder, "chicken.yaml", "B:  first  refusal")
    assert answer.file == "chicken B- first refusal.yaml"
    text = (folder / answer.file).read_text(encoding="utf-8")
    assert text.startswith("# mine\n")
    assert "# the end" in text
    model = formats.load(folder / answer.file)
    assert str(model.reading) == "B: first refusal"
    assert [str(path) for path in model.readings] == ["chicken.yaml"]
    assert (folder / "chicken.yaml").read_bytes() == before
    assert len(formats.load_readings(model)) == 1


def test_a_reading_of_a_reading_names_both(folder: Path) -> None:
    second = made(folder, "chicken.yaml", "B").file
    third = made(folder, second, "C").file
    assert [str(path) for path in formats.load(folder / third).readings] == [
        *("chicken B.yaml", "chicken.yaml")
    ]


def test_two_readings_of_one_name_are_two_files(folder: Path) -> None:
    assert made(folder, "chicken.yaml", "B").file != made(folder, "chicken.yaml", "B").file


def test_what_is_only_shown_has_no_readings(folder: Path) -> None:
    (folder / "old.gmcr").write_text("{}")
    with pytest.raises(ReadOnlyError, match="save it as YAML"):
        made(folder, "old.gmcr", "B")
