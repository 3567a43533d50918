"""A property worked out once, in a server whose answers are made in several threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

__all__ = ["once"]

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class once(Generic[_Value]):  # noqa: N801 - it is written as a decorator
    """A property that is worked out when it is first asked for, and kept.

    Parameters
    ----------
    make : callable
        Works it out of the object.

    Notes
    -----
    Up to Python 3.11 `functools.cached_property` holds one lock for all objects of a class while
    it works. Two answers then stand still for ever where one waits for that lock with a lock of
    its own in hand, and the other the other way about. Here no lock is held: two threads that
    ask at the same moment may both work it out, and the first to have done so is kept.

    Examples
    --------
    >>> class Sum:
    ...     @once
    ...     def whole(self) -> int:
    ...         print("worked out")
    ...         return 3
    >>> total = Sum()
    >>> total.whole + total.whole
    worked out
    6
    """

    def __init__(self, make: Callable[[Any], _Value]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type[_Owner], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, whole: None, owner: type[Any]) -> once[_Value]: ...
    @overload
    def __get__(self, whole: object, owner: type[Any]) -> _Value: ...
    def __get__(self, whole: object | None, owner: type[Any]) -> once[_Value] | _Value:
        """Give what was worked out."""
        if whole is None:
            return self
        # Looked up only while the object has nothing of this name of its own.
        value: _Value = vars(whole).setdefault(self._name, self._make(whole))
        return value
