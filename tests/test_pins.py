"""The lock names a release of all that is installed, for every Python we say we run on."""

from __future__ import annotations

import importlib.metadata
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from pins import LOCK, pins, project, requirements, untried

_SAID = "Programming Language :: Python :: 3."
PYTHONS = [
    said.rpartition(" ")[2]
    for said in project()["project"]["classifiers"]
    if said.startswith(_SAID)
]


def on_linux(python: str) -> dict[str, str]:
    return {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "sys_platform": "linux",
        "platform_system": "Linux",
        "platform_machine": "x86_64",
        "os_name": "posix",
    }


@pytest.mark.parametrize("python", PYTHONS)
def test_all_that_is_asked_for_is_pinned_within_its_bounds(python: str) -> None:
    pinned = pins(LOCK, on_linux(python))
    asked = list(requirements(project()))
    assert len(asked) > 30
    for one in asked:
        name = canonicalize_name(one.name)
        assert name in pinned, f'{one} is not in the lock; run "make lock"'
        assert pinned[name] in one.specifier, f'{one} is pinned to {pinned[name]}; "make lock"'


def test_all_that_the_pinned_need_is_pinned() -> None:
    """What is installed as pinned says what it needs, down to the last."""
    pinned = pins(LOCK, {})
    checked = 0
    for one in importlib.metadata.distributions():
        if pinned.get(canonicalize_name(one.name)) != Version(one.version):
            continue  # this environment was not made by the lock
        for need in map(Requirement, one.requires or ()):
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                assert canonicalize_name(need.name) in pinned, f"{one.name} needs {need}"
                checked += 1
    assert checked or "dd" not in pinned


def test_every_lower_bound_is_stated() -> None:
    for one in requirements(project()):
        assert [part.operator for part in one.specifier] == [">="], one


def test_a_bound_that_cannot_be_tried_is_told() -> None:
    stated = tomllib.loads("""
        build-system = {requires = ["hatchling>=1.26"]}
        project = {dependencies = ["babel>=2.14"], optional-dependencies = {x = ["Dd >= 0.6"]}}
        [dependency-groups]
        dev = [{include-group = "test"}, {include-group = "lint"}]
        lint = ["ruff>=1"]
        test = ["pytest>=8.2.0"]
    """)
    lowest = {"hatchling": "1.26.0", "babel": "2.16.0", "dd": "0.6.0", "pytest": "8.2"}
    told = untried(stated, {name: Version(release) for name, release in lowest.items()})
    assert told == [
        "babel>=2.14: the lowest that can be installed is 2.16.0; raise the bound",
    ]
