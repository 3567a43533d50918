"""Without anything optional each command works, or says in one line what to install."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from random import Random

import pytest

import same_bytes
from bundles.written import workbook
from test_same_bytes import made

STATED = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = {*STATED["project"]["optional-dependencies"]}
FOR_PYTHON = {"dask", "networkx", "pandas", "polars"}
"""Extras that no command needs; tests/exports and tests/questions say how each is missed."""

LIBRARIES = (
    *("cryptography", "distributed", "docx", "httpx", "lxml", "lxml_html_clean", "networkx"),
    *("openpyxl", "pandas", "polars", "pypdf", "trafilatura", "warcio", "weasyprint"),
)
WORDS = b"The minister said on Monday that the talks would resume. "
FILES = {
    "page.html": b"<!DOCTYPE html><html><body><p>" + WORDS * 9 + b"</p></body></html>",
    "paper.pdf": b"%PDF-1.4\n",
    "list.xlsx": workbook([], Random(1)),
    "crawl.warc": b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
}
READ = (*(f"read {name}" for name in FILES), "check list.xlsx")
ASKED = f"read {same_bytes.ENTRIES[1].example} --reader http://127.0.0.1:9/v1 --reader-model any"
TO_INSTALL = re.compile(r"pip install 'satumeja\[(\w+)\]'\n$")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give what becomes of each command, in its example and in every format it writes."""
    folder = tmp_path_factory.mktemp("bare") / "here"
    without = [word for name in LIBRARIES for word in ("--without", name)]
    also = [word for line in (*READ, ASKED) for word in ("--also", line)]
    pattern = "^(?!.*(--json|--csv|--kind .* -o|-l id))"
    return made(folder, *without, *also, "--only", pattern, files=FILES)


def test_libraries_are_all_that_extras_bring() -> None:
    brought = {
        re.split(r"[>=]", stated)[0]
        for listed in STATED["project"]["optional-dependencies"].values()
        for stated in listed
    }
    assert {name.replace("python-docx", "docx") for name in brought} <= {*LIBRARIES}


def test_a_command_works_or_says_what_to_install(bare: dict[str, str]) -> None:
    ended = {line: told for line, told in bare.items() if not line.startswith("file ")}
    assert {line.split()[0] for line in ended} == {entry.name for entry in same_bytes.ENTRIES}
    refused = {line: told for line, told in ended.items() if not told.startswith("0 ")}
    named = {line: TO_INSTALL.search(told) for line, told in refused.items()}
    unsaid = {line for line, extra in named.items() if extra is None}
    assert unsaid <= {*same_bytes.NO_ANSWER}, [refused[line] for line in unsaid]
    assert not [told for told in refused.values() if told[:2] != "1 " or told.count("\n") != 1]
    assert {extra[1] for extra in named.values() if extra} == EXTRAS - FOR_PYTHON


def test_only_what_needs_an_extra_is_refused(bare: dict[str, str]) -> None:
    refused = {
        line
        for line, told in bare.items()
        if not told.startswith("0 ") and not line.startswith("file ")
    }
    needs = re.compile(r"\.(xlsx|docx|pdf)$|^read |^check list")
    assert {line for line in refused if not needs.search(line)} <= {*same_bytes.NO_ANSWER}
