"""Exports as files, in the format their name says."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from satumeja.errors import OutputError
from satumeja.exports._arcs import analysed
from satumeja.exports._graphml import graphml_pieces
from satumeja.exports._graphs import dot_lines
from satumeja.files import write_whole
from satumeja.model import Model
from satumeja.stability import Analysis

if TYPE_CHECKING:
    from satumeja.brief import Paper

__all__ = ["EXPORTS", "write"]


@dataclass(frozen=True)
class _Words:
    """The language of the words in an export, and how it is laid out; a default for none."""

    language: str
    paper: Paper | None

    def latex(self, source: Model | Analysis) -> str:
        """Write all tables of a model and its integrated graph as LaTeX."""
        from satumeja.brief import Paper, field_tables, integrated_graph

        analysis = analysed(source)
        tables = field_tables(analysis, language=self.language)
        parts = [table for kind in tables.values() for table in kind]
        figure = integrated_graph(analysis, language=self.language)
        return (self.paper or Paper()).write([*parts, figure])


EXPORTS: Mapping[str, Callable[[Model | Analysis, _Words], str | Iterator[str]]] = {
    ".dot": lambda source, _: dot_lines(source),
    ".graphml": lambda source, _: graphml_pieces(source),
    ".tex": lambda source, words: words.latex(source),
}
"""What can be exported, by suffix: formats that are not read again."""


def write(
    source: Model | Analysis,
    path: str | os.PathLike[str],
    *,
    language: str = "en",
    paper: Paper | None = None,
) -> Path:
    """Write a model with its results for another program, whole or not at all.

    Parameters
    ----------
    source : Model or Analysis
        The conflict; a model is analysed under all five basic concepts.
    path : path
        Its suffix says the format: ``.graphml``, ``.dot`` or ``.tex``.
    language : {"en", "id"}
        The language of the words in LaTeX.
    paper : Paper, optional
        How LaTeX is laid out.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    OutputError
        If the suffix is none of these, or the file cannot be written.
    LimitError
        If there are more than 200,000 states or 1,000,000 moves to write.

    See Also
    --------
    EXPORTS : The suffixes there are.
    to_graphml, to_dot : The same as text.
    satumeja.formats.save : Models as files that are read again.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from satumeja.gallery import load
    >>> with TemporaryDirectory() as folder:
    ...     write(load("chicken"), f"{folder}/chicken.dot").read_text()[:16]
    'digraph conflict'
    """
    target = Path(path)
    export = EXPORTS.get(target.suffix.lower())
    if export is None:
        raise OutputError(f"{path}: an export ends in {', '.join(EXPORTS)}")
    return write_whole(target, export(source, _Words(language, paper)))
