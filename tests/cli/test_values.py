"""Values of commands that Typer need not judge are what Typer would make of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from satumeja.cli import _commands
from satumeja.cli._panels import PANELS
from satumeja.cli._values import settle

TYPED = [
    *("", "0", "1", "2", "007", "12", "-1", "+3", " 4", "4 ", "1_000", "１２", "9" * 17, "9" * 30),
    *("0.5", ".5", "5.", "1e3", "nan", "inf", "1.2.3", "1,5", "0.50", "-0.5", "1.0"),
    *(
        "en",
        "id",
        "EN",
        "Language.en",
        "auto",
        "set",
        "nash,seq",
        "2021-12-23",
        "état",
        "\N{BELL}",
    ),
]
pytestmark = pytest.mark.skipif(
    not hasattr(typer.core.TyperOption, "get_runtime_param"), reason="this Typer judges by itself"
)


def parameters() -> Iterator[Any]:
    """Give one parameter of each kind that any command has."""
    kinds = dict[tuple[object, ...], Any]()
    for panel, entries in PANELS.items():
        for entry in entries:
            for param in _commands._built(entry, panel).params:
                descriptor = getattr(param, "type_descriptor", None)
                if descriptor is not None:
                    info = descriptor.parameter_info
                    bounds = info.min, info.max, info.parser
                    kinds[descriptor.annotation, param.multiple, param.nargs, *bounds] = param
    yield from kinds.values()


def outcome(param: Any, value: Any) -> tuple[type, Any] | str:
    """Give the value and its type, or what is said against it."""
    try:
        taken = param.get_runtime_param().coerce(value, param=param, ctx=None)
    except Exception as error:
        return f"{type(error).__name__}: {getattr(error, 'message', error)}"
    return type(taken), taken


@pytest.mark.parametrize(
    "param", [*parameters()] or [None], ids=lambda param: param.opts[0] if param else "none"
)
def test_a_value_is_what_typer_makes_of_it(param: Any) -> None:
    several = param.multiple or param.nargs != 1
    values = [None, param.default]
    values += [[], ["a"], ["a", "b"], ("a", "b"), "a"] if several else TYPED
    for value in values:
        param._runtime_param = None
        judged = outcome(param, value)
        assert "pydantic" in sys.modules
        param._runtime_param = None
        settle(param)
        assert outcome(param, value) == judged, value


def test_what_is_plain_is_taken_without_typer() -> None:
    for param in parameters():
        param._runtime_param = None
        settle(param)
        judge = param.get_runtime_param()
        outcome(param, None)
        assert param._runtime_param is judge, param.opts
