"""A route, and what its handler gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from satumeja.web.shapes import Query, Shape

if TYPE_CHECKING:
    from satumeja.web.cases import Case, Cases

__all__ = ["Call", "Route"]


@dataclass(frozen=True)
class Call:
    """What a handler gets.

    Parameters
    ----------
    cases : Cases
        The cases of this server.
    names : mapping of str to str
        The parts of the address, such as ``case`` and ``file``.
    query : Query
        What stood behind the question mark, checked.
    body : Shape or bytes or None
        What was sent, checked.
    headers : mapping of str to str
        Of the request, names in lower case.
    desk : mapping
        What the server keeps for all calls: ``jobs``, ``tickets``, ``stream``.
    """

    cases: Cases
    names: Mapping[str, str]
    query: Any = field(default_factory=Query)
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    desk: Mapping[str, Any] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        """The case the address names."""
        return self.cases.case(self.names["case"])

    @property
    def language(self) -> Literal["en", "id"]:
        """The language of the words in the answer."""
        language: Literal["en", "id"] = self.query.lang
        return language


@dataclass(frozen=True)
class Route:
    """A way to ask the app something.

    Parameters
    ----------
    method : str
        GET, POST or DELETE.
    path : str
        Below ``/api/v1``, with names in braces: ``/c/{case}/models/{file}``.
    handle : callable
        Takes a `Call`, gives the answer; runs in a thread, one at a time a model.
    answer : type of Shape
        What it gives.
    says : str
        What it does, in one line, for the document of the routes.
    query, body : type of Shape
        What it takes; no body where None.
    takes_bytes : int
        The most bytes of a body that is a file; 0 where the body is JSON.
    refuses : tuple of int
        The statuses, besides those of every route, that it may answer with.
    writes : bool
        Whether it changes anything; refused with 423 where the app only reads.
    """

    method: Literal["GET", "POST", "DELETE"]
    path: str
    handle: Callable[[Call], Shape]
    answer: type[Shape]
    says: str
    query: type[Query] = Query
    body: type[Shape] | None = None
    takes_bytes: int = 0
    refuses: tuple[int, ...] = ()
    writes: bool = False
