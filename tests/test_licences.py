"""What an install without extras brings is permissive, all of it, by a list written out here."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CORE = {
    "annotated-doc": "MIT",
    "annotated-types": "MIT",
    "anyio": "MIT",
    "astutils": "BSD",
    "click": "BSD-3-Clause",
    "dd": "BSD",
    "h11": "MIT",
    "idna": "BSD-3-Clause",
    "jinja2": "BSD",
    "lazy-loader": "BSD-3-Clause",
    "markdown-it-py": "MIT",
    "markupsafe": "BSD-3-Clause",
    "mdurl": "MIT",
    "networkx": "BSD-3-Clause",
    "numpy": "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0",
    "oxidd": "MIT OR Apache-2.0",
    "packaging": "Apache-2.0 OR BSD-2-Clause",
    "ply": "BSD",
    "pydantic": "MIT",
    "pydantic-core": "MIT",
    "pygments": "BSD-2-Clause",
    "pyyaml": "MIT",
    "rich": "MIT",
    "setuptools": "MIT",
    "shellingham": "ISC",
    "starlette": "BSD-3-Clause",
    "typer": "MIT",
    "typing-extensions": "PSF-2.0",
    "typing-inspection": "MIT",
    "uvicorn": "BSD-3-Clause",
}
"""Every package of the core, and what it asks for; BSD where no number of clauses is told."""
ELSEWHERE = {"colorama": "BSD"}
"""What Windows brings besides."""
PERMISSIVE = {
    *("0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT"),
    *("PSF-2.0", "Zlib"),
}
LONG = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
}


def core() -> set[str]:
    """Give all that an install without extras brings to this machine."""
    waiting, met = ["satumeja"], {"satumeja"}
    while waiting:
        for stated in distribution(waiting.pop()).requires or ():
            needed = Requirement(stated)
            name = canonicalize_name(needed.name)
            if name not in met and (
                needed.marker is None or needed.marker.evaluate({"extra": ""})
            ):
                met.add(name)
                waiting.append(name)
    return met - {"satumeja"}


def stated_of(name: str) -> set[str]:
    """Give the licences that the metadata of a package states, in whichever of three places."""
    told = distribution(name).metadata
    # Of importlib_metadata, where it is in, told["..."] fails for what is not stated.
    for expression in told.get_all("License-Expression") or ():
        return set(expression.replace(" OR ", " AND ").split(" AND "))
    kinds = [kind.rpartition(" :: ")[2] for kind in told.get_all("Classifier") or ()
             if kind.startswith("License ::")]  # fmt: skip
    kinds = kinds or told.get_all("License") or [""]
    return {LONG.get(kind, kind) for kind in kinds}


def test_the_list_is_that_of_what_is_installed() -> None:
    try:
        installed = core()
    except PackageNotFoundError as lacking:
        pytest.fail(f"{lacking} is asked for and not installed")
    assert installed - {*ELSEWHERE} == {*CORE}


@pytest.mark.parametrize("name", CORE)
def test_each_is_permissive_and_says_so_itself(name: str) -> None:
    listed = set(CORE[name].replace(" OR ", " AND ").split(" AND "))
    assert listed <= PERMISSIVE
    assert stated_of(name) <= PERMISSIVE
    assert {part.partition("-")[0] for part in stated_of(name)} == {
        part.partition("-")[0] for part in listed
    }
