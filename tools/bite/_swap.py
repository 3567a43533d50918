"""A mutant put in place of the code that is loaded."""

from __future__ import annotations

import gc
import importlib.machinery
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType

__all__ = ["functions_by_place", "load_instead", "swap"]

Place = tuple[str, str, int]
_OPTIMIZED = 0x1
"""The flag of code that is of a function, not of a module or a class."""


def functions_by_place(paths: frozenset[str]) -> dict[Place, list[FunctionType]]:
    """List the functions that live and are written in some files, by where they are written."""
    functions: defaultdict[Place, list[FunctionType]] = defaultdict(list)
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and function.__code__.co_filename in paths:
            functions[_place(function.__code__)].append(function)
    return dict(functions)


def _place(code: CodeType) -> Place:
    return (code.co_filename, code.co_qualname, code.co_firstlineno)


def swap(path: str, source: str, functions: dict[Place, list[FunctionType]]) -> bool:
    """Give the functions of a file that is loaded the code of a mutant.

    Returns
    -------
    bool
        False if the mutant changes what is done as the file is loaded, or a function that
        nothing holds: then it has to be loaded instead.
    """
    before = compile(Path(path).read_text(encoding="utf-8"), path, "exec", dont_inherit=True)
    after = compile(source, path, "exec", dont_inherit=True)
    try:
        changed = list(_changed(before, after))
    except LookupError:
        return False
    if not all(functions.get(_place(old)) for old, _ in changed):
        return False
    for old, new in changed:
        for function in functions[_place(old)]:
            if len(function.__code__.co_freevars) != len(new.co_freevars):
                return False
            function.__code__ = new
    return True


def _changed(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """Pair the outermost functions that differ; a LookupError where a module or class does."""
    if old == new:
        return
    if old.co_flags & _OPTIMIZED:
        yield old, new
        return
    if _own(old) != _own(new):
        raise LookupError(old.co_qualname)
    for one_before, one_after in zip(_inner(old), _inner(new), strict=True):
        yield from _changed(one_before, one_after)


def _inner(code: CodeType) -> list[CodeType]:
    return [constant for constant in code.co_consts if isinstance(constant, CodeType)]


def _own(code: CodeType) -> tuple[object, ...]:
    """Give what a code does, the codes inside it by their names alone."""
    constants = [
        constant.co_qualname if isinstance(constant, CodeType) else (type(constant), constant)
        for constant in code.co_consts
    ]
    return (code.co_code, tuple(constants), code.co_names, code.co_varnames)


def load_instead(path: str, source: str) -> None:
    """Let a file, when it is imported from now on, be read as something else."""
    read = importlib.machinery.SourceFileLoader.get_code

    def get_code(self: importlib.machinery.SourceFileLoader, fullname: str) -> CodeType | None:
        if self.get_filename(fullname) == path:
            return compile(source, path, "exec", dont_inherit=True)
        return read(self, fullname)

    importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[assignment, method-assign]
