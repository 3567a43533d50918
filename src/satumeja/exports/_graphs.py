"""Models and results as graphs: for networkx and as DOT."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from satumeja.errors import OutputError
from satumeja.exports._arcs import analysed, arcs, require_listable, state_columns
from satumeja.extras import calling, optional
from satumeja.model import Model
from satumeja.model.kit import as_label
from satumeja.stability import Analysis

if TYPE_CHECKING:
    import networkx

__all__ = ["to_dot", "to_networkx"]

_COLOURS = ("#0072b2", "#c44601", "#00795a", "#a5508a", "#6b5b00", "#3d3d9e")
_STYLES = ("solid", "dashed", "dotted")
_SHADE = "#f6d77a"


def to_networkx(source: Model | Analysis) -> networkx.MultiDiGraph:
    """Give the integrated graph as a multigraph of networkx.

    Parameters
    ----------
    source : Model or Analysis
        The conflict; a model is analysed under all five basic concepts.

    Returns
    -------
    networkx.MultiDiGraph
        A node a state, by number, with the columns of `to_pandas` as attributes; an edge a
        move, its key and ``mover`` the decision maker, ``preference`` better, same or
        worse. The graph has ``title``, ``status_quo`` (0 for none) and the names of the
        decision makers as ``dm.ID``.

    Raises
    ------
    MissingExtraError
        If networkx is not installed.
    LimitError
        If there are more than 200,000 states or 1,000,000 moves.

    See Also
    --------
    to_graphml, to_dot : The same graph as text.
    to_pandas : Its nodes, or its edges, as a table.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> graph = to_networkx(load("elmira"))
    >>> graph.number_of_nodes(), graph.number_of_edges()
    (9, 24)
    >>> [(a, b) for a, b, mover in graph.edges(keys=True) if mover == "moe"]
    [(1, 2), (3, 4), (5, 6), (7, 8)]
    """
    require_listable(source)
    analysis = analysed(source)
    model, columns = analysis.model, state_columns(analysis)
    graphs = optional("networkx", "networkx")
    names = [name for name in columns if name != "number"]
    with calling(_ungraphed):
        graph: networkx.MultiDiGraph = graphs.MultiDiGraph(
            title=str(model.title),
            status_quo=model.status_quo_number or 0,
            **{f"dm.{dm.id}": as_label(dm.name) for dm in model.decision_makers},
        )
        for number, *values in zip(columns["number"], *(columns[n] for n in names), strict=True):
            # What is open stays away, so that the graph can be written in formats without a null.
            cells = zip(names, values, strict=True)
            graph.add_node(number, **{name: value for name, value in cells if value is not None})
        for arc in arcs(analysis):
            ends = (arc.start, arc.end)
            graph.add_edge(*ends, arc.mover, mover=arc.mover, preference=arc.preference)
    return graph


def _ungraphed(why: str) -> OutputError:
    """Refuse what networkx cannot hold."""
    return OutputError(f"networkx cannot hold this: {why}; write it as .graphml or .dot instead")


def to_dot(source: Model | Analysis) -> str:
    r"""Give the integrated graph as DOT, for Graphviz.

    Parameters
    ----------
    source : Model or Analysis
        The conflict; a model is analysed under all five basic concepts.

    Returns
    -------
    str
        A whole file. Double rims are equilibria under some concept, shaded states under
        every concept; bold arcs are improvements, arcs both ways are drawn once.

    Raises
    ------
    LimitError
        If there are more than 200,000 states or 1,000,000 moves.

    See Also
    --------
    to_graphml : The graph with all its attributes.
    write : The same as a file.
    satumeja.brief.integrated_graph : The graph drawn and laid out.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> print(to_dot(load("chicken")).splitlines()[4])
      1 [label="1\nN|N", peripheries=2];
    """
    return "".join(dot_lines(source))


def dot_lines(source: Model | Analysis) -> Iterator[str]:
    """Give the lines of `to_dot` one by one."""
    require_listable(source)
    return (f"{line}\n" for line in _dot(analysed(source)))


def _dot(analysis: Analysis) -> Iterator[str]:
    model, columns = analysis.model, state_columns(analysis)
    yield "digraph conflict {"
    yield f'  label={_quoted(str(model.title))}; labelloc=t; fontname="sans-serif";'
    yield '  node [shape=ellipse, fontname="sans-serif"];'
    yield '  edge [fontname="sans-serif"];'
    names, holds = columns.get("form") or columns["name"], _concepts(analysis, columns)
    for number, name in zip(columns["number"], names, strict=True):
        shape = ", peripheries=2" if holds[number - 1] else ""
        every = holds[number - 1] == len(analysis.concepts) > 0
        shade = f', style=filled, fillcolor="{_SHADE}"' if every else ""
        shown = _quoted("\n".join((str(number), name)))
        yield f"  {number} [label={shown}{shape}{shade}];"
    if model.status_quo_number:
        yield '  start [shape=none, label="SQ"];'
        yield f"  start -> {model.status_quo_number};"
    yield from _dot_arcs(analysis)
    yield "}"


def _concepts(analysis: Analysis, columns: Mapping[str, Any]) -> list[int]:
    """Count for each state the concepts under which it is an equilibrium."""
    flags = [columns[f"equilibrium.{concept.id}"] for concept in analysis.concepts]
    return [sum(row) for row in zip(*flags, strict=True)] or [0] * len(columns["number"])


def _dot_arcs(analysis: Analysis) -> Iterator[str]:
    by_ends = {(arc.mover, arc.start, arc.end): arc for arc in arcs(analysis)}
    ids = [dm.id for dm in analysis.model.decision_makers]
    for arc in by_ends.values():
        back = by_ends.get((arc.mover, arc.end, arc.start))
        if back and (arc.preference, arc.start) > (back.preference, back.start):
            continue  # drawn with the way back, which leads to the more preferred state
        place = ids.index(arc.mover)
        attributes = [
            f'color="{_COLOURS[place % len(_COLOURS)]}"',
            f"style={_STYLES[place % len(_STYLES)]}",
            f"label={_quoted(arc.mover)}",
        ]
        attributes += ["penwidth=2"] if arc.preference == "better" else []
        attributes += ["dir=both", "arrowtail=empty"] if back else []
        yield f"  {arc.start} -> {arc.end} [{', '.join(attributes)}];"


def _quoted(text: str) -> str:
    r"""Write a text so that Graphviz shows it as it is.

    Examples
    --------
    >>> print(_quoted('a "b" \\N'), _quoted("1\n<b>"))
    "a \"b\" \\N" "1\n<b>"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    lines = escaped.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return '"' + "\\n".join(lines) + '"'
