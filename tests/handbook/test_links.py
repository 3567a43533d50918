"""Every link of the docs and the README leads somewhere, and every page is in the navigation."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook import (
    DOCS,
    PICTURES,
    SHOTS,
    Fault,
    anchors,
    broken_links,
    listed_pages,
    unlisted_pages,
    with_navigation,
)
from made_pages import made

ROOT = DOCS.parent


def test_every_link_leads_somewhere() -> None:
    pictures = {each.file for each in PICTURES} | {each.file for each in SHOTS}
    files = {f"reference/pictures/{name}" for name in pictures}
    files |= {
        path.relative_to(DOCS).as_posix()
        for kind in ("svg", "png", "ipynb")
        for path in DOCS.rglob(f"*.{kind}")
    }
    assert broken_links(made().pages, files.__contains__) == []


def test_every_link_of_the_front_pages_leads_somewhere() -> None:
    """README and CONTRIBUTING are read where nothing is made: they link what is written."""
    fronts = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
    pages = {name: (ROOT / name).read_text("utf-8") for name in fronts}
    written = {f"docs/{path}": made().pages[path] for path in made().written}
    faults = broken_links({**pages, **written}, lambda path: (ROOT / path).exists())
    assert [fault for fault in faults if fault.page in fronts] == []


def test_every_page_is_in_the_navigation() -> None:
    assert unlisted_pages(made().pages) == []


def test_no_page_is_listed_twice() -> None:
    indexes = {path: text for path, text in made().pages.items() if path.endswith("index.md")}
    for path, text in indexes.items():
        listed = [page for pages in listed_pages(text).values() for page in pages]
        assert len(listed) == len(set(listed)), path


@pytest.mark.parametrize(
    ("target", "leads"),
    [
        ("b.md", True),
        ("b.md#a-heading", True),
        ("b.md#a-heading-1", True),
        ("#here", True),
        ("picture.svg", True),
        ("https://example.org", True),
        ("c.md", False),
        ("b.md#no-heading", False),
        ("#not-here", False),
        ("other.svg", False),
        ("../b.md", False),
    ],
)
def test_a_broken_link_is_found(target: str, leads: bool) -> None:
    pages = {
        "folder/a.md": f"# Here\n\nA [link]({target}).\n",
        "folder/b.md": "# Top\n\n## A heading\n\n## A heading\n",
    }
    faults = [] if leads else [Fault("folder/a.md", target)]
    assert broken_links(pages, {"folder/picture.svg"}.__contains__) == faults


def test_code_holds_no_links() -> None:
    text = "# A\n\n`[x](y.md)`\n\n```python\na[0](z.md)\n# no heading\n```\n"
    assert broken_links({"a.md": text}, lambda path: False) == []
    assert anchors(text) == {"a"}


def test_a_link_whose_words_are_code_is_a_link() -> None:
    assert broken_links({"a.md": "[`x`](y.md)"}, lambda path: False) == [Fault("a.md", "y.md")]


def test_a_page_in_no_list_is_found() -> None:
    pages = {
        "index.md": "## One\n\n- [A](a.md)\n- [More](more/index.md)\n\nSee [B](b.md).\n",
        "a.md": "",
        "b.md": "",
        "more/index.md": "- [C](c.md)\n",
        "more/c.md": "",
        "more/d.md": "",
    }
    assert unlisted_pages(pages) == ["b.md", "more/d.md"]


def test_the_navigation_has_headings_and_pages() -> None:
    text = "# Top\n\n- [A](a.md): first\n\n## One\n\n- [B](x/b.md)\n- no link\n"
    assert listed_pages(text) == {"": ["a.md"], "One": ["x/b.md"]}
    made_of = with_navigation(text)
    assert made_of.startswith(text)
    assert "```{toctree}\n:hidden:\n\na\n```" in made_of
    assert "```{toctree}\n:hidden:\n:caption: One\n\nx/b\n```" in made_of


@pytest.mark.parametrize(
    "page", sorted(DOCS.rglob("*.md")), ids=lambda page: str(page.relative_to(DOCS))
)
def test_a_page_has_one_title_and_it_comes_first(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text.startswith("# ")
