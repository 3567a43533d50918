"""The command `brief`: its forms, what stands on every page, and the day it was made."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from brief.samples import elements
from commands import Run
from satumeja import gallery
from satumeja.brief import render
from satumeja.gallery import load

CHICKEN = str(gallery.path("chicken"))


def written(run: Run, folder: Path, *words: str) -> str:
    out = folder / "x.html"
    done = run("brief", CHICKEN, "-o", str(out), *words)
    assert done.code == 0, done.err
    return out.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_page_is_the_front_page_alone(run: Run, tmp_path: Path, language: str) -> None:
    text = written(run, tmp_path, "--form", "page", "--language", language, "--made", "2026-11-29")
    assert text == render(load("chicken"), form="page", language=language, made="2026-11-29")
    assert [e.language for e in elements(text) if e.name == "article"] == [language]
    assert "<details" not in text


def test_a_full_brief_has_it_in_front_and_keeps_its_anchors(run: Run, tmp_path: Path) -> None:
    text = written(run, tmp_path)
    found = elements(text)
    assert len([e for e in found if e.name == "details"]) == 2
    ids = {e.attributes["id"] for e in found if "id" in e.attributes}
    assert {"en-front", "id-front", "en-answer", "id-answer", "en-sources"} <= ids
    inside = [e for e in found if e.attributes.get("id") == "en-answer"]
    assert "details" in inside[0].inside


def test_what_an_author_sets_stands_on_every_page_and_harms_nothing(
    run: Run, tmp_path: Path
) -> None:
    mark, author = '</style><b>"TERBATAS"\\', "A. {B} & C\n@import 'x'"
    text = written(run, tmp_path, "--form", "page", "--mark", mark, "--author", author)
    found = elements(text)
    assert [e.name for e in found].count("style") == 1
    (style,) = [e for e in found if e.name == "style"]
    (above,) = [e for e in found if e.attributes.get("class") == "imprint above"]
    spans = ["".join(e.text) for e in found if e.inside[-1:] == ("p",) and e.name == "span"]
    assert above is not None
    assert spans[:2] == [f"HANDLING: {mark}", f"Prepared by: {author}"]
    sheet = "".join(style.text)
    boxes = re.findall(r'@top-left \{ content: "((?:[A-Za-z0-9]|\\[0-9a-f]+ )*)"; \}', sheet)
    assert len(boxes) == 1
    plain = re.sub(r"\\([0-9a-f]+) ", lambda sign: chr(int(sign[1], 16)), boxes[0])
    assert plain == f"HANDLING: {mark}"


def test_it_is_dated_today_where_no_day_is_given(run: Run, tmp_path: Path) -> None:
    before = datetime.now(UTC).astimezone().date().isoformat()
    text = written(run, tmp_path, "--form", "page")
    after = datetime.now(UTC).astimezone().date().isoformat()
    assert f"Made {before} with" in text or f"Made {after} with" in text
    assert "Made 2026-11-29 with" in written(run, tmp_path, "--made", "2026-11-29")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--form", "page", "--concept", "nash"), "--concept goes with --form full only"),
        (("--form", "page", "--engine", "explicit"), "--engine goes with --form full only"),
        (("--form", "sheet"), "sheet"),
        (("--made", "soon"), "soon"),
    ],
)
def test_what_cannot_be_is_wrong_usage(
    run: Run, tmp_path: Path, words: tuple[str, ...], message: str
) -> None:
    done = run("brief", CHICKEN, "-o", str(tmp_path / "x.html"), *words)
    assert done.code == 2
    assert message in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["page.html", "page.docx"])
@pytest.mark.parametrize("flag", ["mark", "author"])
def test_a_control_character_is_told_in_one_line_and_nothing_is_written(
    run: Run, tmp_path: Path, flag: str, name: str
) -> None:
    out = tmp_path / name
    done = run("brief", CHICKEN, "--form", "page", f"--{flag}", "A\x1bB", "-o", str(out))
    assert done.code == 1
    assert done.err == f"{flag}: a control character, U+001B\n"
    assert not out.exists()


def test_a_day_that_is_none_is_told_with_how_one_is_written(run: Run) -> None:
    done = run("brief", CHICKEN, "--made", "2021-13-01")
    assert done.code == 2
    assert '"2021-13-01" is no day; write year, month and day, as in 2026-11-29' in done.err
