"""Cases for the tests of this room: a folder with a dossier, and calls on it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from satumeja.dossier import DossierFile, gather
from satumeja.web.cases import Cases
from satumeja.web.reports import ROUTES
from satumeja.web.routing import Call, Route

SHIPPED = files("satumeja").joinpath("data", "reports")
TALKS = [str(SHIPPED / f"talks-2021-12-23.{language}.txt") for language in ("en", "id")]


class Asking:
    """A case, and what its routes answer, called without a server.

    Parameters
    ----------
    folder : Path
        The folder of the case.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.cases = folder, Cases({folder.name: folder})

    def get(self, way: str, **query: Any) -> Any:
        """Ask for something below the case; ``from`` is ``from_``."""
        stated = {name.rstrip("_"): str(value) for name, value in query.items()}
        return self._answer("GET", way, stated, None)

    def post(self, way: str, body: dict[str, Any], **query: Any) -> Any:
        """Send something below the case."""
        return self._answer("POST", way, query, body)

    def delete(self, way: str, **query: Any) -> Any:
        """Take something below the case away."""
        return self._answer("DELETE", way, query, None)

    def drop(self, name: str, data: bytes, **query: Any) -> Any:
        """Drop a file on the app, its name as browsers send it."""
        return self._answer("POST", "/reports", query, data, {"x-name": quote(name, safe="")})

    def _answer(
        self,
        method: str,
        way: str,
        query: dict[str, Any],
        body: Any,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        route, names = _route(method, f"/c/{self.folder.name}{way}")
        checked = route.body.model_validate(body) if route.body else body
        stated = route.query.model_validate(query)
        call = Call(self.cases, names, stated, checked, dict(headers or {}))
        answer = route.handle(call)
        assert isinstance(answer, route.answer)
        return answer.model_dump(mode="json")


def _route(method: str, address: str) -> tuple[Route, dict[str, str]]:
    for route in ROUTES:
        pattern = re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", route.path)
        match = re.fullmatch(pattern, address)
        if match and route.method == method:
            return route, match.groupdict()
    raise AssertionError(f"no route for {method} {address}")


def gathered(folder: Path, reports: Sequence[str | Path]) -> Asking:
    """Make a case whose dossier is read from reports."""
    folder.mkdir(exist_ok=True)
    with DossierFile(folder / "dossier.db", create=True) as file:
        gather(file, [str(report) for report in reports])
    return Asking(folder)


def written(folder: Path, *texts: str) -> Asking:
    """Make a case of reports written in a test, one a day from the first of May 2024."""
    folder.mkdir(exist_ok=True)
    paths = []
    for place, text in enumerate(texts, 1):
        path = folder / f"report-{place}.txt"
        path.write_text(f"Report {place}\n\nGENEVA, May {place}, 2024 (AP) - {text}\n")
        paths.append(path)
    return gathered(folder, paths)
