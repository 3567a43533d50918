r"""Pictures as TikZ: the same circles, curves and texts that their SVG has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from satumeja.brief.media._latex import LAYOUTS, Layout
from satumeja.brief.media._signs import escaped

__all__ = ["picture"]

_UNIT = 0.75  # a drawing unit in points of TeX, near enough
_TALLEST = 0.8  # of a page
_SIZES = (8, 9, 10, 12, 14.4, 17.28)
"""The sizes every family of fonts is drawn for; where it is drawn by METAFONT, others fail."""

_SPACE = "{http://www.w3.org/2000/svg}"
_SIGNS = re.compile(r"[MLQZHV]|-?[\d.]+")
_COLOUR = re.compile("#[0-9a-f]{6}")
_ANCHORS = {"start": "base west", "middle": "base", "end": "base east"}
_INHERITED = ("fill", "stroke", "color", "stroke-width", "stroke-dasharray")

Style = Mapping[str, str]


def picture(svg: str, title: str, caption: str, layout: Layout = "flow") -> str:
    r"""Write a picture in SVG as a ``tikzpicture`` with its caption under it.

    It is scaled down as a whole where it is wider than what it stands in, or higher than most
    of a page.

    Examples
    --------
    >>> from satumeja.brief import individual_graph
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> figure = individual_graph(analyse(load("chicken")), "row")
    >>> written = picture(figure.svg, figure.title, figure.caption)
    >>> written.count("circle"), written.splitlines()[2][:35]
    (11, '\\scalebox{\\Fit}{\\begin{tikzpicture}')
    """
    root = ElementTree.fromstring(svg)  # noqa: S314 our own picture
    left, top, width, height = (float(size) for size in root.attrib["viewBox"].split())
    body = "\n".join(_Writer(_UNIT).write(root, {"fill": "#000000", "color": "#000000"}))
    length = LAYOUTS[layout].length
    fit = f"min(1,{length}/{width * _UNIT:.1f},{_TALLEST}*\\textheight/{height * _UNIT:.1f})"
    drawn = (
        f"\\pgfmathsetmacro{{\\Fit}}{{{fit}}}%\n"
        f"\\scalebox{{\\Fit}}{{\\begin{{tikzpicture}}[x={_UNIT}pt,y=-{_UNIT}pt]\n"
        f"\\useasboundingbox ({left:g},{top:g}) rectangle"
        f" ({left + width:g},{top + height:g});\n{body}\n\\end{{tikzpicture}}}}\n"
    )
    words = f"\\textbf{{{escaped(title)}.}} {escaped(caption)}"
    if layout == "flow":
        return f"\\begin{{center}}\n{drawn}\n{{\\footnotesize {words}\\par}}\n\\end{{center}}\n"
    stars = "*" if layout == "page" else ""
    return (
        f"\\begin{{figure{stars}}}\n\\centering\n{drawn}"
        f"\\caption{{{words}}}\n\\end{{figure{stars}}}\n"
    )


class _Writer:
    def __init__(self, unit: float) -> None:
        self.unit = unit

    def write(self, element: ElementTree.Element, outer: Style) -> Iterator[str]:
        """Write an element and what is in it, in the style of what is around it."""
        own = {key: element.attrib[key] for key in _INHERITED if key in element.attrib}
        style, name = {**outer, **own}, element.tag.removeprefix(_SPACE)
        if name in ("svg", "g"):
            for child in element:
                yield from self.write(child, style)
        elif name == "circle":
            x, y, radius = (float(element.attrib[key]) for key in ("cx", "cy", "r"))
            size = f"{radius * self.unit:.2f}pt"
            yield self.path(style, f"({x:g},{y:g}) circle[radius={size}]")
        elif name == "rect" and element.attrib.get("class") != "paper":
            x, y, width, height = (
                float(element.attrib[key]) for key in ("x", "y", "width", "height")
            )
            yield self.path(style, f"({x:g},{y:g}) rectangle ({x + width:g},{y + height:g})")
        elif name == "path":
            yield self.path(style, _steps(element.attrib["d"]))
        elif name == "text":
            yield self.text(element, style)

    def path(self, style: Style, steps: str) -> str:
        """Draw or fill a path in its colours."""
        given = []
        for key, option in (("stroke", "draw"), ("fill", "fill")):
            paint = _paint(style.get(key, "none"), style)
            given += [f"{option}={paint}"] if paint else []
        if "stroke" in style:
            given.append(f"line width={float(style.get('stroke-width', '1')) * self.unit:.2f}pt")
        dashes = [float(size) * self.unit for size in style.get("stroke-dasharray", "").split()]
        if dashes:
            signs = zip(("on", "off") * len(dashes), dashes, strict=False)
            given.append(
                "dash pattern=" + " ".join(f"{sign} {size:.2f}pt" for sign, size in signs)
            )
        return f"\\path[{','.join(given)}] {steps};"

    def text(self, element: ElementTree.Element, style: Style) -> str:
        x, y = (float(element.attrib[key]) for key in ("x", "y"))
        size = float(element.attrib.get("font-size", "12")) * self.unit
        bold = "\\bfseries" if element.attrib.get("font-weight") == "bold" else ""
        anchor = _ANCHORS[element.attrib.get("text-anchor", "start")]
        options = f"anchor={anchor},inner sep=0pt,text={_paint(style['fill'], style) or 'black'}"
        if element.attrib.get("class", "").endswith("halo"):
            options += ",fill=white,inner sep=0.6pt"
        size = min(_SIZES, key=lambda drawn: abs(drawn - size))
        font = f"\\sffamily{bold}\\fontsize{{{size}}}{{{size}}}\\selectfont"
        words = escaped(element.text or "")
        return f"\\node[{options}] at ({x:g},{y:g}) {{{font} {words}}};"


def _paint(value: str, style: Style) -> str:
    """Give a colour as TikZ writes it; nothing where there is none."""
    value = style.get("color", "#000000") if value == "currentColor" else value
    if not _COLOUR.fullmatch(value):
        return ""
    red, green, blue = (int(value[k : k + 2], 16) for k in (1, 3, 5))
    return f"{{rgb,255:red,{red};green,{green};blue,{blue}}}"


def _steps(data: str) -> str:
    """Write the steps of a path: lines, and curves by one control point."""
    signs, steps = iter(_SIGNS.findall(data)), list[str]()
    for sign in signs:
        if sign == "Z":
            steps.append("-- cycle")
            continue
        if sign in "ML":
            x, y = next(signs), next(signs)
            last = (float(x), float(y))
            steps.append(f"{'-- ' if sign == 'L' else ''}({x},{y})")
            continue
        middle, end = ((float(next(signs)), float(next(signs))) for _ in range(2))
        first, second = (
            tuple(end_ + 2 / 3 * (m - end_) for end_, m in zip(point, middle, strict=True))
            for point in (last, end)
        )
        steps.append(
            f".. controls ({first[0]:.2f},{first[1]:.2f}) and ({second[0]:.2f},{second[1]:.2f}) "
            f".. ({end[0]:g},{end[1]:g})"
        )
        last = end
    return " ".join(steps)
