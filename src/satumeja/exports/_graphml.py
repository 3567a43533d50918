"""GraphML, written so that every reader keeps every move and every value."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from satumeja.exports._arcs import analysed, arcs, require_listable, state_columns
from satumeja.model import Model
from satumeja.model.kit import as_label
from satumeja.stability import Analysis

__all__ = ["graphml_pieces", "to_graphml"]

_EXACT = 2**53
"""Up to here a whole number is one where it is read as a floating-point number."""

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="{_SPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="{_SPACE} {_SPACE}/1.0/graphml.xsd">"""
_LETTERS = {True: "Y", False: "N", None: "-"}
_RENAMED = {"id": "state"}
"""What several readers would take for the id of the node itself."""

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Key(NamedTuple):
    """A declared attribute: its id in the file, what has it, and what it is."""

    id: str
    domain: str
    name: str
    kind: str

    def declared(self) -> str:
        return (
            f'  <key id="{self.id}" for="{self.domain}" attr.name={quoteattr(_xml(self.name))}'
            f' attr.type="{self.kind}"/>'
        )

    def holding(self, value: object) -> str:
        text = str(value).lower() if self.kind == "boolean" else str(value)
        written = escape(_xml(text), {"\r": "&#13;"})
        return f'<data key="{self.id}">{written}</data>'


def to_graphml(source: Model | Analysis) -> str:
    """Give the integrated graph as GraphML, for Gephi, yEd, Cytoscape and the like.

    Parameters
    ----------
    source : Model or Analysis
        The conflict; a model is analysed under all five basic concepts.

    Returns
    -------
    str
        A whole file: a node a state, an edge a move, each with an id of its own. Nodes have
        the columns of `to_pandas`, every one of them, for some readers take a value that is
        not there for false: an option is ``Y``, ``N``, or ``-`` where members of a coalesced
        state differ. Edges have ``mover`` and ``preference``; the graph has ``title``,
        ``status_quo`` (0 for none) and the names of the decision makers as ``dm.ID``.

    Raises
    ------
    LimitError
        If there are more than 200,000 states or 1,000,000 moves.

    See Also
    --------
    to_networkx : The graph as an object.
    to_dot : The graph for Graphviz.
    write : The same as a file.

    Notes
    -----
    In graph form the id of a state in the model is ``state``: several readers keep ``id`` for
    the id of the node in the file, which is the number of the state. Decimals beyond 2^53 are
    strings, for readers that know floating-point numbers only would take many for one.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> to_graphml(load("chicken")).count("<edge ")
    8
    """
    return "".join(graphml_pieces(source))


def graphml_pieces(source: Model | Analysis) -> Iterator[str]:
    """Give the lines of `to_graphml`, a node or an edge at a time."""
    require_listable(source)
    return (f"{piece}\n" for piece in _pieces(analysed(source)))


def _pieces(analysis: Analysis) -> Iterator[str]:
    model, columns = analysis.model, _node_columns(analysis)
    whole = {"title": str(model.title), "status_quo": model.status_quo_number or 0} | {
        f"dm.{dm.id}": as_label(dm.name) for dm in model.decision_makers
    }
    ids = (f"d{number}" for number in count())
    of_graph = [_Key(next(ids), "graph", name, _kind([value])) for name, value in whole.items()]
    of_node = [_Key(next(ids), "node", name, _kind(cells)) for name, cells in columns.items()]
    of_edge = [_Key(next(ids), "edge", name, "string") for name in ("mover", "preference")]
    yield _HEAD
    yield from (key.declared() for key in (*of_graph, *of_node, *of_edge))
    yield '  <graph id="conflict" edgedefault="directed">'
    yield from _lines(of_graph, [[value] for value in whole.values()], "    ")
    nodes = _lines(of_node, columns.values(), "      ")
    for number, lines in zip(columns["number"], nodes, strict=True):
        yield f'    <node id="{number}">\n{lines}\n    </node>'
    mover, preference = (functools.cache(key.holding) for key in of_edge)
    for number, arc in enumerate(arcs(analysis), start=1):
        yield (
            f'    <edge id="e{number}" source="{arc.start}" target="{arc.end}">\n'
            f"      {mover(arc.mover)}\n      {preference(arc.preference)}\n    </edge>"
        )
    yield "  </graph>"
    yield "</graphml>"


def _node_columns(analysis: Analysis) -> Mapping[str, Sequence[Any]]:
    """Give the columns of the states as every reader takes them: no cell is empty."""
    return {
        _RENAMED.get(name, name): [_LETTERS[taken] for taken in cells]
        if name.startswith("option.")
        else cells
        for name, cells in state_columns(analysis).items()
    }


def _kind(cells: Sequence[object]) -> str:
    if all(isinstance(cell, bool) for cell in cells):
        return "boolean"
    if all(isinstance(cell, int) and abs(cell) <= _EXACT for cell in cells):
        return "long"
    return "string"


def _lines(keys: Iterable[_Key], columns: Iterable[Sequence[Any]], indent: str) -> Iterator[str]:
    """Write the values of keys for one thing after the other, a line each."""
    # Most columns have few different values: what is the same is written once.
    written = (
        map({value: f"{indent}{key.holding(value)}" for value in set(column)}.__getitem__, column)
        for key, column in zip(keys, columns, strict=True)
    )
    return map("\n".join, zip(*written, strict=True))


def _xml(text: str) -> str:
    """Replace what no XML can hold, such as the signs of a terminal's bell."""
    return _NO_XML.sub("\ufffd", text)
