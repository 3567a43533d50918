"""Whether a made site keeps to itself: no page of it loads anything from another host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

__all__ = ["loads_from_abroad"]

_ABROAD = re.compile(r"(?:https?:)?//", re.I)
_LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction"}
_LOADING_LINKS = {"stylesheet", "preload", "modulepreload", "icon", "preconnect", "dns-prefetch"}
_IN_STYLE = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])((?:https?:)?//[^'\")\s]+)", re.I)
_IN_SCRIPT = re.compile(r"(?:fetch|import|importScripts)\(\s*['\"`]((?:https?:)?//[^'\"`]+)", re.I)


class _Loads(HTMLParser):
    """Gathers what a page would load by itself; a link that a reader follows is none."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        kinds = set(given.get("rel", "").lower().split())
        asked = [given[key] for key in _LOADING & set(given)]
        if tag == "link" and kinds & _LOADING_LINKS:
            asked.append(given.get("href", ""))
        self.found += [each for each in asked if _ABROAD.match(each)]


def loads_from_abroad(site: Path) -> list[str]:
    """Find what the pages, styles and scripts of a site would load from other hosts.

    Parameters
    ----------
    site : Path
        The folder of the site.

    Returns
    -------
    list of str
        One line each: the file, and what it would load.
    """
    return [
        f"{path.relative_to(site)} would load {what}"
        for path in sorted(site.rglob("*"))
        for what in _loads(path)
    ]


def _loads(path: Path) -> Iterator[str]:
    if path.suffix not in (".html", ".css", ".js", ".svg"):
        return
    text = path.read_text("utf-8")
    if path.suffix in (".html", ".svg"):
        page = _Loads()
        page.feed(text)
        yield from page.found
    if path.suffix != ".svg":
        yield from _IN_STYLE.findall(text)
        yield from _IN_SCRIPT.findall(text)
