"""What was typed, taken as it stands wherever that is all there is to judge.

From 0.29 on Typer has pydantic judge every value of a command, those that nobody typed
included, and takes longer to load it than most commands take to answer. What is text, a number
in figures, one of the choices or a value of its own kind already needs no judge; everything
else, whatever is wrong among it, still goes to Typer, whose words for it people know.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, get_args, get_origin

__all__ = ["settle"]

_PLAIN = 18
"""So many figures are a whole number to everybody."""


class _UnjudgedError(Exception):
    """Typer has to see this value."""


def settle(param: Any) -> Any:
    """Let a parameter take plain values without Typer, where Typer loads pydantic for them."""
    if getattr(param, "_runtime_param", ...) is None and param.type_descriptor is not None:
        param._runtime_param = _Settled(param.type_descriptor)
    return param


class _Settled:
    """Stands where Typer keeps its judge of a parameter, until one is needed."""

    def __init__(self, descriptor: Any) -> None:
        self._kind, self._info = descriptor.annotation, descriptor.parameter_info

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Give the value as the command takes it."""
        try:
            if self._info.parser is not None and value is not None:
                raise _UnjudgedError
            return self._settled(value, many=param.multiple or param.nargs == -1)
        except _UnjudgedError:
            param._runtime_param = None
            return param.get_runtime_param().coerce(value, param=param, ctx=ctx)

    def _settled(self, value: Any, *, many: bool) -> Any:
        if value is None:
            return () if many else None
        origin = get_origin(self._kind)
        if origin not in (list, tuple):
            return self._single(value, self._kind)
        kinds = get_args(self._kind)
        if not isinstance(value, (list, tuple)) or (origin is tuple and len(value) != len(kinds)):
            raise _UnjudgedError
        kinds = kinds * len(value) if origin is list else kinds
        return origin(self._single(part, kind) for part, kind in zip(value, kinds, strict=True))

    def _single(self, value: Any, kind: Any) -> Any:
        if not isinstance(kind, type):
            raise _UnjudgedError
        if type(value) is kind:
            return value
        if isinstance(value, str) and issubclass(kind, Enum):
            return _choice(value, kind)
        if isinstance(value, str) and kind in (int, float):
            number = _number(value, kind)
            least, most = self._info.min, self._info.max
            if (least is None or least <= number) and (most is None or number <= most):
                return number
        raise _UnjudgedError


def _choice(value: str, kind: type[Enum]) -> Enum:
    """Give the choice that is spelt so."""
    for choice in kind:
        if choice.value == value:
            return choice
    raise _UnjudgedError


def _number(value: str, kind: type[int | float]) -> int | float:
    """Give the number that a few figures are, with a point at most."""
    figures = value.replace(".", "", 1) if kind is float else value
    is_plain = figures.isascii() and figures.isdecimal() and len(figures) <= _PLAIN
    if is_plain and value[0] != "." and value[-1] != ".":
        return kind(value)
    raise _UnjudgedError
