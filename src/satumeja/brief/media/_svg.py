"""Pictures as SVG, written element by element: no scripts, no style attributes, no fonts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from markupsafe import Markup, escape

__all__ = ["drawing", "element", "label", "number", "shorten", "width_of"]

FONT = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
INK, QUIET, PAPER = "#1b1f24", "#57606a", "#ffffff"
_LETTER = 0.56
"""How wide a letter is drawn, by its height."""
_ON_A_LETTER = ("Mn", "Me")


def number(value: float) -> str:
    """Write a coordinate with one decimal at most.

    Examples
    --------
    >>> number(3.14159), number(2.0), number(-0.01)
    ('3.1', '2', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def element(name: str, *children: str, **attributes: str | float) -> Markup:
    """Write one element; text is escaped, and ``stroke_width=2`` is ``stroke-width="2"``.

    Examples
    --------
    >>> element("text", "a < b", class_="number", x=1.25)
    Markup('<text class="number" x="1.2">a &lt; b</text>')
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
    )
    inside = "".join([part if type(part) is Markup else escape(part) for part in children])
    tail = f">{inside}</{name}>" if children else "/>"
    return Markup(f"<{name}{written}{tail}")  # noqa: S704 the values in it are escaped


def _attribute(value: str | float) -> str:
    return str(escape(value)) if isinstance(value, str) else number(value)


def label(
    text: str, x: float, y: float, *, size: float = 12, fill: str = INK, **attributes: str | float
) -> Markup:
    """Write a text; its class gives a page the means to recolour it."""
    fixed: dict[str, str | float] = {"class_": "ink" if fill == INK else "quiet"}
    return element("text", text, x=x, y=y, font_size=size, fill=fill, **(fixed | attributes))


def width_of(text: str, size: float = 12) -> float:
    """Estimate how wide a text is drawn, by its letters alone."""
    wide = 0
    if not text.isascii():
        wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return size * (_LETTER * len(text) + (1 - _LETTER) * wide)


def shorten(text: str, width: float, size: float = 12) -> str:
    """Cut a text to about `width` units, ending in an ellipsis where it is cut.

    Examples
    --------
    >>> shorten("United States", 200), shorten("United States", 50)
    ('United States', 'United…')
    """
    if width_of(text, size) <= width:
        return text
    kept = text[: int(width / (_LETTER * size)) + 1]  # no longer one could fit
    while kept and width_of(kept + "…", size) > width:
        kept = kept[:-1]
    while kept and unicodedata.category(text[len(kept)]) in _ON_A_LETTER:
        kept = kept[:-1]  # a letter is not parted from its marks
    return kept.rstrip() + "…"


def drawing(
    children: Iterable[str],
    *,
    box: tuple[float, float, float, float],
    title: str,
    description: str,
    language: str,
    kind: str,
) -> Markup:
    """Put a picture together: its frame, its alternative text, its paper and what is on it."""
    left, top, width, height = box
    paper = element("rect", class_="paper", x=left, y=top, width=width, height=height, fill=PAPER)
    return element(
        "svg",
        element("title", title),
        element("desc", description),
        paper,
        *children,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"figure {kind}",
        lang=language,
        role="img",
        aria_label=title,
        viewBox=" ".join(number(value) for value in box),
        width=width,
        height=height,
        font_family=FONT,
    )
