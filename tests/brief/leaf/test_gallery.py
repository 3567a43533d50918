"""The front page of every conflict of the gallery, in both languages: what a script can check."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from brief.leaf.fronts import marks
from brief.samples import Element, elements
from satumeja.brief import LANGUAGES, render
from satumeja.brief.leaf import Leaf, leaf_of, sentences_of
from satumeja.brief.words import Phrases, Words
from satumeja.front import Front, front
from satumeja.gallery import entries, load
from satumeja.model import Model

NAMES = [entry.id for entry in entries()]
SEVERAL = ["chicken", "elmira", "garrison", "december-2021-b"]
FORBIDDEN = re.compile(
    r"[YN-]+(?:\|[YN-]+)+|\bstate \d|\bkeadaan \d|\w#\d|unilateral|sanction|sanksi|status quo|"
    r"\b(?:Nash|GMR|SMR|SEQ|SSEQ)\b|[{}]",
    re.IGNORECASE,
)
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


@cache
def seen(name: str) -> tuple[Front, Model]:
    model = load(name)
    return front(model), model


@cache
def leaf(name: str, language: str) -> Leaf:
    data, model = seen(name)
    return leaf_of(data, Phrases(model, Words(language)))


@cache
def page(name: str, language: str) -> str:
    return render(load(name), language=language, form="page", made="2026-11-29")


def texts(found: list[Element], *without: str) -> str:
    """Join what is read, but for what stands in some elements."""
    skipped = {"style", "title", *without}
    return " ".join(
        "".join(element.text)
        for element in found
        if element.name not in skipped and not skipped & set(element.inside)
    )


def at(data: object, path: str) -> object:
    """Follow a path such as `tables[0].best[1]`; it fails where there is nothing."""
    for name, number in re.findall(r"(\w+)|\[(\d+)\]", path):
        data = data[name] if name else data[int(number)]  # type: ignore[index]
    return data


def leaves(data: object) -> list[object]:
    """List what stands in data, and how much there is of each list."""
    if isinstance(data, dict):
        return [leaf for part in data.values() for leaf in leaves(part)] + list(data)
    if isinstance(data, list | tuple):
        return [len(data), *(leaf for part in data for leaf in leaves(part))]
    return [data]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_short_whole_and_plain(name: str, language: str) -> None:
    html = page(name, language)
    found = elements(html)
    figures = [element for element in found if element.name == "figure"]
    assert len(figures) == len([e for e in found if e.name == "svg"]) == 1
    words = texts([e for e in found if e.attributes.get("class") not in (
        "imprint above", "imprint below")], "figure").split()  # fmt: skip
    assert 40 < len(words) <= 320  # signs that stand alone are counted here
    assert leaf(name, language).words <= 300
    assert not FORBIDDEN.search(texts(found)), FORBIDDEN.search(texts(found))
    assert "://" not in html.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not {e.name for e in found} & {"script", "link", "img", "iframe"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_stands_on_data(name: str, language: str) -> None:
    data, model = seen(name)
    plain, words = data.to_json(), Words(language)
    names = {dm.id: str(dm.name.in_language(language)) for dm in model.decision_makers}
    sheet = leaf(name, language)
    rows = [row.sentence for row in sheet.picture.rows if row.sentence.text]
    for sentence in [*sheet.sentences, *rows]:
        stem = sentence.key.removeprefix("leaf.")
        assert sentence.key in words or f"{sentence.key}.other" in words or hasattr(data, stem)
        parts = leaves(at(plain, sentence.source))
        ids = {str(part).partition("#")[0] for part in parts}
        for blank in ("dm", "dms", "members"):
            for dm, said in names.items():
                if sentence.blanks.get(blank) == said:
                    assert dm in ids, (sentence, dm)
        for blank in ("checked", "verbatim"):
            if blank in sentence.blanks:
                assert int(sentence.blanks[blank]) in parts


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_sentences_and_rows(name: str) -> None:
    first, second = (leaf(name, language) for language in LANGUAGES)
    for one, other in zip(first.sentences, second.sentences, strict=True):
        assert (one.key, one.source, one.blanks.keys()) == (
            other.key, other.source, other.blanks.keys(),
        )  # fmt: skip
    assert len(first.picture.rows) == len(second.picture.rows)
    for here, there in zip(first.picture.rows, second.picture.rows, strict=True):
        assert (here.kind, here.sentence.source) == (there.kind, there.sentence.source)
        if first.picture.key == "now":
            assert marks(here) == marks(there)


@pytest.mark.parametrize("name", SEVERAL)
def test_the_sentences_are_listed_with_their_places(name: str) -> None:
    data, model = seen(name)
    listed = sentences_of(data, model)
    for language in LANGUAGES:
        sheet = leaf(name, language)
        rows = [row.sentence.text for row in sheet.picture.rows if row.sentence.text]
        spoken = [*(sentence.text for sentence in sheet.sentences), *rows]
        assert [sentence[language] for sentence in listed] == spoken
    for sentence in listed:
        at(data.to_json(), sentence["from"])


@pytest.mark.parametrize("name", NAMES)
def test_each_side_that_can_open_a_table_has_its_package(name: str) -> None:
    data, _ = seen(name)
    shown = {row.sentence.source for row in leaf(name, "en").picture.rows}
    drawn = {
        str(at(data.to_json(), f"{source}.deed"))
        for source in shown
        if source.endswith("package")
    }  # fmt: skip
    for table in data.to_json()["tables"]:
        for deed in (side["package"]["deed"] for side in table["each_side"]):
            assert str(deed) in drawn


@pytest.mark.parametrize("name", SEVERAL)
def test_the_same_day_gives_the_same_bytes(name: str) -> None:
    def again() -> str:
        return render(load(name), form="page", made="2026-11-29", mark="X", author="Y")

    assert again() == again()
    assert again() != render(load(name), form="page", made="2026-11-30", mark="X", author="Y")


def printed_pages(folder: Path, html: str) -> int:
    """Print a page, and count the sheets."""
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(html, encoding="utf-8")
    subprocess.run(
        [shutil.which("chromium") or "", *ARGUMENTS, f"--print-to-pdf={target}", source.as_uri()],
        check=True,
        capture_output=True,
    )
    return len(re.findall(rb"/Type\s*/Page\b", target.read_bytes()))


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no browser to print with")
@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_it_is_printed_on_one_sheet(tmp_path: Path, name: str, language: str) -> None:
    assert printed_pages(tmp_path, page(name, language)) == 1
