"""A case in a folder of its own, asked by its routes."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from satumeja.model import Model, Ranking
from satumeja.model.kit import listed_statements
from satumeja.web.cases import Cases
from satumeja.web.models import ROUTES
from satumeja.web.routing import Call, Route

FILE = "talks.yaml"
OPERATORS = ("&", "|", "if", "iff")


class Asked:
    """The routes of one model of a case."""

    def __init__(self, folder: Path, text: str, *, read_only: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.file = folder, folder / FILE
        self.file.write_text(text, encoding="utf-8")
        self.cases = Cases({"case": folder}, read_only)

    def __call__(self, method: str, end: str = "", body: Any = None, **query: Any) -> Any:
        """Ask a route; give its answer as plain data, as it goes over the wire."""
        route = self.route(method, end)
        made = route.body.model_validate(body) if route.body else None
        names = {"case": "case", "file": FILE}
        call = Call(self.cases, names, route.query.model_validate(query), made)
        answer = route.handle(call)
        assert isinstance(answer, route.answer)
        return json.loads(answer.model_dump_json())

    @staticmethod
    def route(method: str, end: str) -> Route:
        """Find a route by how its address ends."""
        way = "/c/{case}/models/{file}"
        return next(r for r in ROUTES if (r.method, r.path) == (method, way + end))

    @property
    def version(self) -> str:
        """The version on the disk."""
        return str(self("GET")["version"])

    def edit(self, *ops: dict[str, Any], dry: bool = False, base: str = "") -> Any:
        """Change the model."""
        body = {"base": base or self.version, "ops": list(ops), "dry": dry}
        return self("POST", "/edits", body)

    def bytes(self) -> dict[str, bytes]:
        """Give what every file of the case holds, save what the database keeps to itself."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not path.name.endswith(("-shm", "-wal"))
        }


def random_edit(rng: random.Random, model: Model) -> dict[str, Any]:
    """Draw an operation of those the screen sends; not every one leaves a sound model."""
    dm = rng.choice(model.decision_makers)
    wishes = f"decision_makers.{dm.id}.preferences"
    size = len(listed_statements(dm.preference))
    kinds = ["status_quo", "rule"]
    if size:
        kinds += ["move"] * 6 + ["remove", "off", "set", "insert", "insert"]
    if isinstance(dm.preference, Ranking):
        kinds += ["ranking"] * 6
    match rng.choice(kinds):
        case "ranking":
            states = [model.states.form(k + 1) for k in range(len(model.states))]
            rng.shuffle(states)
            return {"op": "set", "at": f"decision_makers.{dm.id}.ranking", "value": states}
        case "move":
            start, end = rng.randrange(size), rng.randrange(size)
            return {"op": "move", "from": f"{wishes}[{start}]", "to": f"{wishes}[{end}]"}
        case "remove":
            return {"op": "remove", "at": f"{wishes}[{rng.randrange(size)}]"}
        case "off":
            return {"op": "off", "at": f"{wishes}[{rng.randrange(size)}]"}
        case "set":
            value = condition(rng, model)
            return {"op": "set", "at": f"{wishes}[{rng.randrange(size)}]", "value": value}
        case "insert":
            place = rng.randint(0, size)
            value = condition(rng, model)
            return {"op": "insert", "at": f"{wishes}[{place}]", "value": value}
        case "status_quo":
            number = rng.randint(1, len(model.states))
            return {"op": "set", "at": "status_quo", "value": model.states.form(number)}
    value = condition(rng, model)
    return {"op": "insert", "at": f"infeasible[{len(model.stated_rules)}]", "value": value}


def condition(rng: random.Random, model: Model) -> str:
    """Draw a condition on two options."""
    if model.is_graph:
        return "none"
    first, second = rng.choices(model.option_names, k=2)
    signs = rng.choice(("", "-")), rng.choice(("", "-"))
    return f"{signs[0]}{first} {rng.choice(OPERATORS)} {signs[1]}{second}"
