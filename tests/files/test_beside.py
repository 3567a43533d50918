"""Where the files are that a model names: beside it, or shipped with the package."""

from __future__ import annotations

from pathlib import Path

import pytest

import satumeja
from satumeja.files import beside

PACKAGE = Path(satumeja.__file__).parent


@pytest.mark.parametrize(
    ("path", "origin", "place"),
    [
        ("reports/wire.txt", Path("talks/model.yaml"), Path("talks/reports/wire.txt")),
        ("reports/wire.txt", None, Path("reports/wire.txt")),
        ("/kept/wire.txt", Path("talks/model.yaml"), Path("/kept/wire.txt")),
        ("satumeja/wire.txt", Path("talks/model.yaml"), Path("talks/satumeja/wire.txt")),
    ],
)
def test_a_file_of_the_users_is_beside_the_model(
    path: str, origin: Path | None, place: Path
) -> None:
    assert beside(path, origin) == place


@pytest.mark.parametrize("origin", [None, Path("talks/model.yaml")])
@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("reports/talks-2021-12-23.id.txt", "data/reports/talks-2021-12-23.id.txt"),
        ("conflicts/elmira.yaml", "gallery/conflicts/elmira.yaml"),
    ],
)
def test_a_file_that_ships_is_in_the_package(name: str, place: str, origin: Path | None) -> None:
    shipped = beside(f"satumeja:{name}", origin)
    assert shipped == PACKAGE / place
    assert shipped.is_file()


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("conflicts/later/one.yaml", "gallery/conflicts/later/one.yaml"),
        ("none/one.yaml", "data/none/one.yaml"),
    ],
)
def test_a_file_that_is_not_shipped_is_looked_for_in_the_package_all_the_same(
    name: str, place: str
) -> None:
    assert beside(f"satumeja:{name}", None) == PACKAGE / place
