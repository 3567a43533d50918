"""The navigation of the site, as the index pages say it: their headings and lists of links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

__all__ = ["listed_pages", "unlisted_pages", "with_navigation"]

_HEADING = re.compile(r"^## +(.+)$")
_ENTRY = re.compile(r"^- \[[^]]+\]\((?P<page>[^)#:]+\.md)\)")


def listed_pages(text: str) -> dict[str, list[str]]:
    r"""Give the pages that an index page lists.

    Parameters
    ----------
    text : str
        An index page: items of lists that begin with a link to a page put it into the
        navigation, below the heading they stand under.

    Returns
    -------
    dict of str to list of str
        The paths, as the page has them, by heading; "" for those above the first.

    Examples
    --------
    >>> listed_pages("## Learn\n\n- [First steps](tutorial/first.md): begin here")
    {'Learn': ['tutorial/first.md']}
    """
    found: dict[str, list[str]] = {}
    heading = ""
    for line in text.splitlines():
        if named := _HEADING.match(line):
            heading = named[1]
        elif entry := _ENTRY.match(line):
            found.setdefault(heading, []).append(entry["page"])
    return found


def with_navigation(text: str) -> str:
    """Add what the generator makes the navigation of to an index page.

    Parameters
    ----------
    text : str
        The page.

    Returns
    -------
    str
        The page, and below it a hidden table of contents for each heading.
    """
    parts = [
        "```{toctree}\n:hidden:\n"
        + (f":caption: {heading}\n" if heading else "")
        + "\n"
        + "\n".join(page.removesuffix(".md") for page in pages)
        + "\n```"
        for heading, pages in listed_pages(text).items()
    ]
    return "\n\n".join([text.rstrip("\n"), *parts]) + "\n"


def unlisted_pages(pages: Mapping[str, str]) -> list[str]:
    """Give the pages that no index page lists, or that nobody gets to from the first.

    Parameters
    ----------
    pages : mapping of str to str
        All pages by path; those called ``index.md`` list others.

    Returns
    -------
    list of str
        Their paths, sorted.
    """
    return sorted(set(pages) - set(_reached("index.md", pages)))


def _reached(index: str, pages: Mapping[str, str]) -> Iterator[str]:
    yield index
    for listed in listed_pages(pages[index]).values():
        for page in listed:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(index), page))
            if posixpath.basename(path) == "index.md" and path in pages:
                yield from _reached(path, pages)
            else:
                yield path
