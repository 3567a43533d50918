"""A brief is one file that needs nothing else, in two languages, with nothing let through."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.large import large_model
from brief.samples import NAMES, elements, gallery_models, in_language, random_models
from satumeja.brief import LANGUAGES, render, write
from satumeja.errors import OutputError, QuestionError
from satumeja.gallery import load, path
from satumeja.model import (
    DecisionMaker,
    Is,
    Model,
    Option,
    Prioritisation,
    Rule,
    Source,
    Statement,
    Table,
    Text,
)
from satumeja.stability import analyse

MODELS = [*gallery_models(), *random_models(9, 4), large_model(8)]
ENGLISH = re.compile(
    r"\b(the|and|with|is|are|states|stable|preferred|moves|which)\b", re.IGNORECASE
)
LABELS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30)
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=x>',
    "{{ 7*7 }}",
    "]]>",
    "&lt;",
    "🕊️ שלום",
]


@cache
def rendered(place: int) -> str:
    return render(MODELS[place])


@pytest.fixture(params=range(len(MODELS)))
def page(request: pytest.FixtureRequest) -> str:
    return rendered(request.param)


def test_nothing_is_asked_of_the_outside(page: str) -> None:
    found = elements(page)
    names = {element.name for element in found}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    for element in found:
        for key, value in element.attributes.items():
            assert key != "style"
            assert not key.startswith("on")
            if key in ("href", "src", "action", "xlink:href"):
                assert value.startswith("#"), value
    outside = re.sub(r'xmlns="http://www\.w3\.org/2000/svg"', "", page)
    assert "://" not in outside
    assert "@import" not in page
    assert "url(" not in page


def test_every_link_leads_somewhere_and_every_id_is_its_own(page: str) -> None:
    found = elements(page)
    ids = [element.attributes["id"] for element in found if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    targets = {e.attributes["href"][1:] for e in found if "href" in e.attributes}
    targets |= {e.attributes["for"] for e in found if "for" in e.attributes}
    assert targets
    assert targets <= set(ids)


def test_both_languages_are_there_and_marked(page: str) -> None:
    found = elements(page)
    assert [e.attributes["lang"] for e in found if e.name == "article"] == list(LANGUAGES)
    for language, words in (("en", "Verdicts in words"), ("id", "Penjelasan dengan kata-kata")):
        assert words in in_language(found, language)


def test_the_structure_can_be_heard(page: str) -> None:
    found = elements(page)
    headings = [int(e.name[1]) for e in found if re.fullmatch(r"h[1-6]", e.name)]
    assert headings.count(1) == 2
    assert all(b - a <= 1 for a, b in pairwise(headings))
    for element in found:
        if element.name == "th":
            assert element.attributes["scope"] in {"col", "row", "colgroup", "rowgroup"}
        if element.name == "svg":
            assert element.attributes["role"] == "img"
            assert element.attributes["aria-label"]
    tables = [e for e in found if e.name == "table"]
    assert len(tables) == len([e for e in found if e.name == "caption"])


def test_the_style_sheet_is_the_one_the_policy_allows(page: str) -> None:
    (style,) = [e for e in elements(page) if e.name == "style"]
    digest = base64.b64encode(hashlib.sha256("".join(style.text).encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_asked_for_is_shown_first(language: str) -> None:
    found = elements(render(load("chicken"), language=language))
    assert found[0].attributes["lang"] == language
    shown = [e.attributes["id"] for e in found if "checked" in e.attributes]
    assert shown == [f"show-{language}"]


@pytest.mark.parametrize("name", NAMES)
def test_no_english_in_the_indonesian_page(name: str) -> None:
    text = in_language(elements(render(load(name))), "id")
    text = text.replace("graph model for conflict resolution", "")
    assert sorted(set(ENGLISH.findall(text))) == []


def test_what_is_in_another_language_is_marked() -> None:
    model = replace(load("chicken"), title=Text("Only English"), languages=("en",))
    (title,) = [
        e for e in elements(render(model, language="id")) if "".join(e.text) == "Only English"
        and e.name == "span"
    ]  # fmt: skip
    assert (title.language, title.inside[-1]) == ("en", "h1")


def hostile_model(labels: list[str]) -> Model:
    """Make a model in which every text there is comes from outside."""
    said = [Text({"en": label, "id": label}) for label in labels]

    def text(k: int) -> Text:
        return said[k % len(said)]

    def maker(k: int) -> DecisionMaker:
        wants = Statement(Is(k), labels[k % len(labels)], text(k + 2), (f"w#{labels[0]}",))
        option = Option(f"o{k}", text(k), because=text(k + 1), evidence=(labels[k % len(labels)],))
        return DecisionMaker(
            f"d{k}", text(k), Prioritisation((wants,)), (option,), red_lines=(wants,)
        )

    return Model(
        text(0),
        (maker(0), maker(1)),
        (Rule(Is(0), labels[0], because=text(1)),),
        status_quo=0,
        as_of=labels[0],
        description=text(3),
        tables=(Table("t", text(0), ("d0", "d1"), labels[0], text(1)),),
        sources=(Source("w", text(0), citation=labels[0], url=labels[0]),),
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(LABELS | st.sampled_from(HOSTILE), min_size=1, max_size=4))
def test_no_text_makes_an_element(labels: list[str]) -> None:
    shape = [e.name for e in elements(render(hostile_model(["x"] * len(labels))))]
    page = render(hostile_model(labels))
    assert not re.search(r"<(script|img)", page)
    found = elements(page)
    assert {e.name for e in found} <= {*shape, "span", "p", "b", "dd"}
    assert not [key for e in found for key in e.attributes if key.startswith("on")]


def test_the_same_model_gives_the_same_bytes() -> None:
    code = (
        "import hashlib; from satumeja.brief import render; from satumeja.gallery import load; "
        "print(hashlib.sha256(render(load('december-2021-b')).encode()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, locale, zone in (("0", "C", "UTC"), ("77", "C.UTF-8", "Asia/Jakarta"))
    }
    assert len(seen) == 1


def test_the_file_can_be_checked_and_the_result_repeated() -> None:
    model = load("december-2021-b")
    page = render(model, analyse(model, ["nash", "seq"]))
    digest = hashlib.sha256(path("december-2021-b").read_bytes()).hexdigest()
    assert digest in page
    assert "satumeja analyse december-2021-b.yaml --concept nash,seq" in page
    assert str(path("december-2021-b").parent) not in page


def test_a_model_from_python_says_so() -> None:
    assert "came from no file" in render(replace(load("chicken"), origin=None))


def test_large_models_stay_small() -> None:
    page = render(large_model(12))
    assert len(page.encode()) < 1_000_000
    assert "4,0" in page


def test_a_brief_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    assert write(load("chicken"), target, language="id") == target
    assert target.read_text(encoding="utf-8") == render(load("chicken"), language="id")
    assert [p.name for p in tmp_path.iterdir()] == ["brief.html"]


def test_a_brief_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        write(load("chicken"), tmp_path / "nowhere" / "brief.html")
    with pytest.raises(OutputError, match="is a folder"):
        write(load("chicken"), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(QuestionError, match="known: en, id"):
        render(load("chicken"), language="fr")
