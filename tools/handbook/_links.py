"""Links between pages: whether each leads to a page, and to a heading of it."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from handbook._prose import slug

__all__ = ["Fault", "anchors", "broken_links"]

_FENCE = re.compile(r"^(?P<fence>`{3,}).*?^(?P=fence)`*$", re.M | re.S)
_CODE = re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.S)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} +(.+)$", re.M)
_ABROAD = ("http://", "https://", "mailto:")


@dataclass(frozen=True, order=True)
class Fault:
    """A link that leads nowhere.

    Parameters
    ----------
    page : str
        Where it stands.
    target : str
        Where it points.
    """

    page: str
    target: str

    def __str__(self) -> str:
        return f"{self.page}: nothing is at {self.target}"


def anchors(text: str) -> set[str]:
    """Give the anchors of a page's headings; a heading there twice has a number."""
    seen = Counter[str]()
    found = set()
    for heading in _HEADING.findall(_FENCE.sub("", text)):
        name = slug(heading)
        found.add(f"{name}-{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return found


def broken_links(pages: Mapping[str, str], exists: Callable[[str], bool]) -> list[Fault]:
    """Find the links that lead nowhere.

    Parameters
    ----------
    pages : mapping of str to str
        Markdown by path, from the folder that links are counted from.
    exists : callable
        Whether there is a file that is no page at a path, such as a picture.

    Returns
    -------
    list of Fault
        Links to pages, headings and files that are not there. Links to the world outside are
        not followed.
    """
    known = {path: anchors(text) for path, text in pages.items()}
    faults = []
    for path, text in pages.items():
        for target in _targets(text):
            file, _, anchor = target.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), file or "."))
            there = path if not file else there
            if there not in known:
                if anchor or not exists(there):
                    faults.append(Fault(path, target))
            elif anchor and anchor not in known[there]:
                faults.append(Fault(path, target))
    return faults


def _targets(text: str) -> Iterator[str]:
    """Give the targets of a page's links, but for what stands in code."""
    plain = _FENCE.sub("", text)
    plain = re.sub(r"\[(`[^`]*`)\]", "[]", plain)  # a link's own words may be code
    for found in _LINK.finditer(_CODE.sub("", plain)):
        if not found["target"].startswith(_ABROAD):
            yield found["target"]
