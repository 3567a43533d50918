"""The signs of an integrated graph: circles, arcs, heads, letters and the status quo's arrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from markupsafe import Markup

from satumeja.brief.figures._layout import RADIUS
from satumeja.brief.figures._routes import Route
from satumeja.brief.media import INK, PAPER, element, label
from satumeja.brief.media import number as written
from satumeja.brief.tables import Arc

__all__ = [
    "COLOURS", "RING", "SHADE",
    "arrow_in", "circle", "curve", "group", "heads", "letter", "symbol",
]  # fmt: skip

COLOURS = ("#0072b2", "#c44601", "#00795a", "#a5508a", "#6b5b00", "#3d3d9e")
DASHES = ("", "7 3", "2 2.5", "9 3 2 3", "12 4", "4 2 1 2")
SHADE = "#f6d77a"
RING = RADIUS + 3.5

Point = tuple[float, float]


def circle(x: float, y: float, radius: float, fill: str) -> Markup:
    """Draw a circle; what it is filled with says what it is."""
    kind = {PAPER: "paper", SHADE: "shade"}.get(fill, "ring")
    return element(
        "circle", cx=x, cy=y, r=radius, fill=fill, stroke=INK, stroke_width=1.2,
        class_=f"line {kind}",
    )  # fmt: skip


def group(dm: int, parts: Sequence[Markup], *, text: bool = False) -> Markup:
    """Put what belongs to a decision maker into its colour."""
    paint = {} if text else {"fill": "none", "stroke": "currentColor"}
    kind = f"dm dm-{dm % len(COLOURS) + 1}"
    return element("g", *parts, class_=kind, color=COLOURS[dm % len(COLOURS)], **paint)


def curve(route: Route, arc: Arc) -> Markup:
    """Draw the line of an arc, thick where it improves, in the dashes of its mover."""
    spots = [written(v) for point in (route.start, route.control, route.end) for v in point]
    path = "M{} {}Q{} {} {} {}".format(*spots)
    dash = DASHES[arc.dm % len(DASHES)]
    extra = {"stroke_dasharray": dash} if dash else {}
    return element("path", d=path, stroke_width=1.9 if arc.improves else 0.9, **extra)


def heads(route: Route, arc: Arc) -> Iterator[Markup]:
    """Draw the heads of an arc: solid where the mover improves, open where it can only move."""
    yield _head(route.control, route.end, solid=arc.improves)
    if arc.returns:
        yield _head(route.control, route.start, solid=False)


def _head(towards: Point, tip: Point, *, solid: bool) -> Markup:
    dx, dy = tip[0] - towards[0], tip[1] - towards[1]
    length = hypot(dx, dy) or 1.0
    dx, dy = dx / length, dy / length
    size, half = (9.0, 4.0) if solid else (6.5, 3.2)
    (ax, ay), (bx, by) = (
        (tip[0] - size * dx - side * half * dy, tip[1] - size * dy + side * half * dx)
        for side in (1, -1)
    )
    path = "M{} {}L{} {}L{} {}".format(*(written(v) for v in (ax, ay, *tip, bx, by)))
    if solid:
        return element("path", d=path + "Z", stroke_width=0.6, fill="currentColor")
    return element("path", d=path, stroke_width=1.1)


def letter(text: str, x: float, y: float) -> Markup:
    """Write the letter of a mover on its arc, with a rim of paper around it."""
    return label(
        text, x, y + 3.6, size=10, fill="currentColor", font_weight="bold",
        text_anchor="middle", stroke=PAPER, stroke_width=4, paint_order="stroke", class_="halo",
    )  # fmt: skip


def arrow_in(x: float, y: float, dx: float, dy: float, near: float, far: float) -> Markup:
    """Draw a thick arrow that starts `far` from a point and ends `near` it."""
    along = ((near, 0.0), (near + 9, 6.0), (near + 9, 2.2), (far, 2.2))
    outline = [*along, *((a, -b) for a, b in reversed(along[1:]))]
    spots = [f"{written(x + a * dx - b * dy)} {written(y + a * dy + b * dx)}" for a, b in outline]
    return element("path", d=f"M{'L'.join(spots)}Z", fill=INK, class_="ink-fill")


def symbol(key: str, x: float, y: float) -> Iterator[Markup]:
    """Draw what the legend explains: equilibrium, strong, status_quo, improves or moves."""
    if key in ("equilibrium", "strong"):
        yield circle(x, y, 9.0, "none")
        yield circle(x, y, 6.5, SHADE if key == "strong" else PAPER)
    elif key == "status_quo":
        yield arrow_in(x + 12, y, -1, 0, 0, 24)
    else:
        line = Route((x - 14, y), (x, y), (x + 14, y))
        improves = key == "improves"
        parts = [
            curve(line, Arc(0, 0, 0, improves, False)),
            _head((x, y), line.end, solid=improves),
        ]
        yield element(
            "g", *parts, fill="none", stroke="currentColor", color=INK, class_="ink-line"
        )
