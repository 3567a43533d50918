"""What the program reads and prints does not follow the data of a library or of Python.

Each list is what holds today, written out: where a newer release of Python, Rich, PyYAML or
Jinja changes it, this fails, and somebody decides. What needs no list, and why:

- names of letters, which tell the script of a text, and their normal forms never change once
  they are given (the stability policy of Unicode);
- time zones: none is looked up, offsets are written out;
- sorting: by code point, never by the locale of the machine;
- kinds of files: by their first bytes and our list of endings, never by the system's;
- fonts: a PDF has those of the machine it was made on, which the page on limits says;
- usage errors are typer's words, in English, and no test of ours compares more than their options;
- the article of a web page is what trafilatura takes for it, and a dossier keeps the text.
"""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path

import pytest
from jinja2 import Environment
from rich.cells import cell_len

from satumeja import formats
from satumeja.errors import ModelError
from satumeja.report import parse
from satumeja.web.models import _reshaping
from satumeja.web.shelf import _list

SOURCE = Path(formats.__file__).parents[1]

MODEL = """satumeja: 1
title: {title}
decision_makers:
  a: {{options: {{x: Do it}}, preferences: [x]}}
  b: {{options: {{y: Do it}}, preferences: [y]}}
"""


@pytest.mark.parametrize(
    "title",
    ["no", "on", "yes", "true", "0o17", "017", "1_000", "12:30:45", "2021-12-23", ".5"],
)
def test_yaml_makes_nothing_of_plain_words(title: str, tmp_path: Path) -> None:
    assert str(formats.loads(MODEL.format(title=title)).title) == title
    (tmp_path / "m.yaml").write_text(MODEL.format(title=title), encoding="utf-8")
    assert _list._title(tmp_path / "m.yaml", "en") == title


@pytest.mark.parametrize("words", ["&a b", "*a", "!!python/name:os.system x", "!x y"])
def test_yaml_refers_to_nothing(words: str) -> None:
    with pytest.raises(ModelError):
        formats.loads(MODEL.format(title=words))


WIDTHS = {
    "abc": 3,
    "é": 1,
    "e\u0301": 1,
    "─": 1,
    "●": 1,
    "✓": 1,
    "→": 1,
    "“": 1,
    "…": 1,
    "漢字": 4,
    "한": 2,
    "😀": 2,
    "\u200b": 0,
}
"""Cells a terminal needs, by which tables are laid out."""


def test_tables_are_laid_out_by_the_same_widths() -> None:
    assert {words: cell_len(words) for words in WIDTHS} == WIDTHS


CLASSES = {
    "A": "Lu", "é": "Ll", "ʻ": "Lm", "漢": "Lo", "1": "Nd", "١": "Nd", "²": "No", "①": "No",
    "_": "Pc", "-": "Pd", "“": "Pi", "«": "Pi", "’": "Pf", "\u00ad": "Cf", "\u200b": "Cf",
    "\u202e": "Cf", "\u2028": "Zl", "\x1b": "Cc", "\ufeff": "Cf", "€": "Sc", "+": "Sm",
}  # fmt: skip
"""Classes of signs by which words are told and what steers a terminal is written out."""


def test_signs_are_of_the_same_classes() -> None:
    assert {sign: unicodedata.category(sign) for sign in CLASSES} == CLASSES
    words = {sign for sign in CLASSES if re.fullmatch(r"\w", sign)}
    assert words == {"A", "é", "ʻ", "漢", "1", "١", "²", "①", "_"}
    printable = {sign for sign in CLASSES if sign.isprintable()}
    assert printable == set(CLASSES) - {"\u00ad", "\u200b", "\u202e", "\u2028", "\x1b", "\ufeff"}
    folded = {"STRASSE": "straße", "ISTANBUL": "istanbul", "ΣΑΣ": "σας", "ﬁ": "fi"}
    assert all(one.casefold() == other.casefold() for one, other in folded.items())


def test_letters_of_tomorrow_change_nothing() -> None:
    """A letter Python does not know yet is no word of ours, and does no harm in a report."""
    unknown = next(chr(code) for code in range(0x20000, 0x110000) if not chr(code).isprintable())
    text = f"Peru said it will not {unknown} withdraw from the border."
    assert parse(text).language == "en"


def test_figures_that_only_look_like_numbers_are_none() -> None:
    model = formats.loads(MODEL.format(title="t"))
    assert model.find_state("1") == 1
    for figure in ("²", "①"):
        assert figure.isdigit()  # and `int` refuses it
        assert _reshaping._cells(figure, (), model) is None


def test_pages_are_escaped_whatever_they_are_called() -> None:
    """By ``autoescape=True``, and not by Jinja's list of endings."""
    calls = [
        ast.unparse(node)
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Environment")
    ]
    assert calls
    assert all("autoescape=True" in call for call in calls)
    assert Environment(autoescape=True).from_string("{{ w }}").render(w="<'\"&>") == (
        "&lt;&#39;&#34;&amp;&gt;"
    )


def test_nothing_is_asked_of_the_system_s_lists() -> None:
    for path in SOURCE.rglob("*.py"):
        modules = {
            name.partition(".")[0]
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        assert not modules & {"babel", "locale", "mimetypes", "tzdata", "zoneinfo"}, path
