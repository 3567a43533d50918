"""The mutants of a file: one small change each, made by the operators of mutmut."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

from bite._rules import is_left_out, is_same

__all__ = ["Mutant", "mutants"]


@dataclass(frozen=True)
class Mutant:
    """One change of a file.

    Parameters
    ----------
    path : str
        The file, as the repository has it.
    owner : str
        The function or class it is in, by its names from the module down; empty for the module.
    was, now : str
        The code changed, before and after, in one line.
    turn : int
        Which of the changes that read the same, in the order of the file.
    first, last : int
        The lines of the statement it is in.
    line : int
        The line of the code changed.
    make : callable
        Gives the whole file, changed.
    """

    path: str
    owner: str
    was: str
    now: str
    turn: int
    first: int
    last: int
    line: int
    make: Callable[[], str] = field(repr=False, compare=False)

    @property
    def key(self) -> tuple[str, str, str, str, int]:
        """What stays the same while other code of the file changes."""
        return (self.path, self.owner, self.was, self.now, self.turn)

    def lot(self, seed: int) -> float:
        """Draw a number from 0 to 1 that depends on the key and a seed alone."""
        drawn = hashlib.sha256(repr((seed, self.key)).encode()).digest()[:8]
        return int.from_bytes(drawn) / 2**64


@dataclass(frozen=True)
class _Change:
    node: cst.CSTNode
    mutated: cst.CSTNode
    above: tuple[cst.CSTNode, ...]


def mutants(root: Path, folders: Sequence[str]) -> Iterator[Mutant]:
    """Give every mutant of the files in some folders, in their order."""
    for folder in folders:
        whole = root / folder
        for path in sorted(whole.rglob("*.py")) if whole.is_dir() else [whole]:
            if path.name != "__init__.py":
                yield from _of_file(path, path.relative_to(root).as_posix())


def _of_file(path: Path, name: str) -> Iterator[Mutant]:
    wrapper = MetadataWrapper(cst.parse_module(path.read_text(encoding="utf-8")))
    module = wrapper.module
    places = wrapper.resolve(PositionProvider)
    turns: Counter[tuple[str, str, str]] = Counter()
    for change in _changes(module, ()):
        owner = ".".join(
            outer.name.value
            for outer in change.above
            if isinstance(outer, (cst.FunctionDef, cst.ClassDef))
        )
        was, now = (_in_line(module, node) for node in (change.node, change.mutated))
        if was == now:
            continue
        turns[owner, was, now] += 1
        turn = turns[owner, was, now]
        first, last, line = _lines(change, places)
        yield Mutant(
            name, owner, was, now, turn, first, last, line, partial(_made, module, change)
        )


def _made(module: cst.Module, change: _Change) -> str:
    changed = module.deep_replace(change.node, change.mutated)
    if not isinstance(changed, cst.Module):
        raise TypeError("a module with a change is a module")
    return str(changed.code)


def _in_line(module: cst.Module, node: cst.CSTNode) -> str:
    return " ".join(module.code_for_node(node).split())


def _changes(node: cst.CSTNode, above: tuple[cst.CSTNode, ...]) -> Iterator[_Change]:
    if is_left_out(node, above):
        return
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            for mutated in operator(node):
                if not is_same(node, mutated, above):
                    yield _Change(node, mutated, above)
    for child in node.children:
        yield from _changes(child, (*above, node))


def _lines(change: _Change, places: Mapping[cst.CSTNode, CodeRange]) -> tuple[int, int, int]:
    """Give the lines of the smallest statement around a change, and the line of the change."""
    standing = (change.node, *reversed(change.above))
    own = next(places[node] for node in standing if node in places)
    for node in standing:
        if isinstance(node, cst.SimpleStatementLine):
            place = places[node]
            return place.start.line, place.end.line, own.start.line
        if isinstance(node, (cst.BaseCompoundStatement, cst.Module)):
            break
    return own.start.line, own.end.line, own.start.line
