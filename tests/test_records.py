"""Classes of fields are as those of the standard library, and compile nothing before its use."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import re
from collections.abc import Callable
from dataclasses import field
from functools import partial
from pathlib import Path
from types import FunctionType
from typing import Any, Generic, TypeVar

import pytest

from satumeja import records

SHIPPED = Path(__file__).parents[1] / "src" / "satumeja"
Thing = TypeVar("Thing")
Make = Callable[..., Any]


def leg(make: Make) -> type[Any]:
    @make(frozen=True)
    class Leg:
        """From a state, by somebody."""

        start: int
        by: str = "row"
        over: tuple[int, ...] = ()

    return Leg


def alone(make: Make) -> type[Any]:
    @make(frozen=True)
    class Alone:
        state: int

    return Alone


def empty(make: Make) -> type[Any]:
    @make(frozen=True)
    class Empty:
        pass

    return Empty


def open_to_change(make: Make) -> type[Any]:
    @make
    class Found:
        state: int
        by: str = "row"

    return Found


def compared_by_some(make: Make) -> type[Any]:
    @make(frozen=True)
    class Compared:
        state: int
        by: str = field(default="row", compare=False, repr=False)
        over: tuple[int, ...] = field(default=(), hash=False)

    return Compared


def made_of_another(make: Make) -> type[Any]:
    @make(frozen=True)
    class Base(Generic[Thing]):
        state: Thing
        by: str = "row"

    @make(frozen=True, repr=False)
    class Further(Base[int]):
        over: tuple[int, ...] = ()
        by: str = "column"

        def __repr__(self) -> str:
            return f"further {self.state}"

    return Further


def with_its_own(make: Make) -> type[Any]:
    @make(frozen=True)
    class Own:
        state: int
        by: str = "row"
        twice: int = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "twice", 2 * self.state)

        def __eq__(self, other: object) -> bool:
            return isinstance(other, type(self)) and self.state == other.state

        def __hash__(self) -> int:
            return 7

    return Own


def known_by_itself(make: Make) -> type[Any]:
    @make(frozen=True, eq=False)
    class Itself:
        state: int
        by: str = "row"

    return Itself


SHAPES = (
    *(leg, alone, empty, open_to_change, compared_by_some, made_of_another, with_its_own),
    known_by_itself,
)
GIVEN: tuple[dict[str, Any], ...] = (
    {},
    {"state": 1},
    {"start": 1},
    {"state": 1, "by": "column"},
    {"start": 1, "by": "column", "over": (2,)},
    {"state": 1, "over": (2,)},
    {"state": 2},
    {"twice": 2, "state": 1},
)


def said_of(run: Callable[[], Any]) -> Any:
    """Give what came of it; of an error its kind and its words."""
    try:
        return run()
    except Exception as error:
        return type(error), str(error)


def asked_of(cls: type[Any], shape: Callable[..., Any]) -> dict[str, Any]:
    """Ask everything of a class that one of the standard library answers."""

    def of(given: dict[str, Any]) -> Any:
        return cls(**given)

    things = {k: said_of(partial(of, given)) for k, given in enumerate(GIVEN)}
    made = {k: thing for k, thing in things.items() if type(thing) is cls}
    first = next(iter(made.values()))
    by_field = shape is not known_by_itself  # what is compared by what it is has an address in it
    return {
        "refused": {k: thing for k, thing in things.items() if k not in made},
        "shown": {k: repr(thing) for k, thing in made.items()},
        "equal": {(j, k): made[j] == made[k] for j in made for k in made},
        "other": first == object(),
        "hash": {k: said_of(partial(hash, thing)) for k, thing in made.items() if by_field},
        "fields": [(each.name, each.type, each.repr) for each in dataclasses.fields(cls)],
        "plain": {k: dataclasses.asdict(thing) for k, thing in made.items()},
        "copied": said_of(lambda: repr(copy.copy(first))),
        "replaced": said_of(lambda: repr(dataclasses.replace(first, by="nobody"))),
        "set": said_of(lambda: setattr(copy.copy(first), "by", "nobody")),
        "new": said_of(lambda: setattr(copy.copy(first), "unheard", 1)),
        "deleted": said_of(lambda: delattr(copy.copy(first), "by")),
        "signature": str(inspect.signature(cls)),
        "typed": cls.__init__.__annotations__,
        "called": (cls.__init__.__name__, cls.__init__.__qualname__.rpartition(".<locals>.")[2]),
        "matched": cls.__match_args__,
        "marks": re.sub(r"match_args.*", "", repr(cls.__dataclass_params__)),
    }


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_a_class_is_as_the_standard_library_makes_it(shape: Callable[[Make], type[Any]]) -> None:
    ours, theirs = shape(records.dataclass), shape(dataclasses.dataclass)
    assert asked_of(ours, shape) == asked_of(theirs, shape)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_nothing_is_compiled_before_it_is_used(shape: Callable[[Make], type[Any]]) -> None:
    cls = shape(records.dataclass)
    own = {"__post_init__", "__repr__", "__eq__", "__hash__"}
    compiled = [
        name
        for name, method in vars(cls).items()
        if isinstance(method, FunctionType)
        and not (name in own and method.__code__.co_filename == __file__)
    ]
    # What refuses changes to what inherits is the library's; from 3.13 on all share one more.
    theirs = ["__setattr__", "__delattr__"] if shape is made_of_another else []
    assert [name for name in compiled if name != "__replace__"] == theirs


def test_a_method_is_compiled_once() -> None:
    cls = leg(records.dataclass)
    assert cls(1) == cls(1)
    assert all(isinstance(vars(cls)[name], FunctionType) for name in ("__init__", "__eq__"))
    assert not isinstance(vars(cls)["__repr__"], FunctionType)
    assert repr(cls(1)).endswith("Leg(start=1, by='row', over=())")
    assert isinstance(vars(cls)["__repr__"], FunctionType)


@records.dataclass
class Kept:
    """What is made anew for everyone."""

    listed: list[int] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict, init=False)


def test_what_is_made_anew_is_nobody_elses() -> None:
    one, other = Kept(), Kept([1])
    one.listed.append(2)
    one.counted["a"] = 1
    assert (Kept(), other.listed, other.counted) == (Kept([]), [1], {})
    assert str(inspect.signature(Kept)) == "(listed: 'list[int]' = <factory>) -> None"
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    with pytest.raises(TypeError, match="unhashable type"):
        hash(one)


@pytest.mark.parametrize("make", [dataclasses.dataclass, records.dataclass])
def test_others_make_classes_of_ours(make: Make) -> None:
    @make(frozen=True)
    class Way(leg(records.dataclass)):  # type: ignore[misc]
        last: bool = False

    assert Way(1, last=True) == Way(1, "row", (), True) != leg(records.dataclass)(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Way(1).start = 2
    with pytest.raises(TypeError, match="cannot inherit non-frozen dataclass from a frozen one"):
        make(type("Open", (leg(records.dataclass),), {}))
    with pytest.raises(TypeError, match="cannot inherit frozen dataclass from a non-frozen one"):
        make(frozen=True)(type("Shut", (open_to_change(records.dataclass),), {}))


def test_no_documentation_is_made_up() -> None:
    assert alone(records.dataclass).__doc__ is None
    assert leg(records.dataclass).__doc__ == "From a state, by somebody."


def test_the_program_makes_its_classes_so() -> None:
    """But for those with slots or an order, which only the library makes."""
    theirs = re.compile(
        r"^from dataclasses import .*\bdataclass\b|\bdataclasses\.dataclass\b", re.M
    )
    needed = re.compile(r"@dataclass\([^)]*\b(slots|order)=True")
    for path in SHIPPED.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if theirs.search(text) and path.name != "records.py":
            assert needed.search(text), path
