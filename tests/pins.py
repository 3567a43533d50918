"""What pyproject asks for, what a lock pins, and which lower bounds a lock leaves untried."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "constraints.txt"


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def requirements(stated: Mapping[str, Any], *left_out: str) -> Iterator[Requirement]:
    """Give everything a project asks for: to run, as extras, in groups, to be built."""
    extras = stated["project"]["optional-dependencies"].values()
    groups = [group for name, group in stated["dependency-groups"].items() if name not in left_out]
    for listed in (
        *(stated["build-system"]["requires"], stated["project"]["dependencies"]),
        *extras,
        *groups,
    ):
        yield from (Requirement(one) for one in listed if isinstance(one, str))


def pins(lock: Path, environment: Mapping[str, str]) -> dict[str, Version]:
    """Give the one release of each package that a lock names for an environment."""
    found: dict[str, Version] = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        pin = Requirement(line)
        (specifier,) = pin.specifier
        assert specifier.operator == "==", line
        if pin.marker is None or pin.marker.evaluate(dict(environment)):
            name = canonicalize_name(pin.name)
            assert name not in found, f"{name} is pinned twice"
            found[name] = Version(specifier.version)
    return found


def untried(stated: Mapping[str, Any], pinned: Mapping[str, Version]) -> list[str]:
    """Give the lower bounds that are not what a lock of lowest releases has.

    Linters and what makes the site are aside: neither is there at its lowest.
    """
    told = []
    for one in requirements(stated, "lint", "docs"):
        bounds = [part.version for part in one.specifier if part.operator == ">="]
        release = pinned[canonicalize_name(one.name)]
        if [release] != [Version(bound) for bound in bounds]:
            told.append(f"{one}: the lowest that can be installed is {release}; raise the bound")
    return told


if __name__ == "__main__":
    sys.exit("\n".join(untried(project(), pins(Path(sys.argv[1]), {}))) or None)
