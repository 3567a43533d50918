"""The app: what an edit of a wish costs the server, beside deciding the file anew.

``python benchmarks/app.py [--rounds 9]`` prints CPU milliseconds, the mean of as many edits as
there are rounds, of the least of three turns. `fresh` is what ``satumeja analyse FILE --json``
does once it has started: the file read, decided, and written as JSON. `dry` is what a preview
costs while a wish is dragged, from the operations to the bytes of the answer; `drop` is a wish
dropped: decided, kept, written and synced; `why` and `document` are what the screen asks.
Checked in ``tests/web/models``: the answers are those of the file decided anew.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from kept import Record
from models import drawn

from satumeja import formats
from satumeja.gallery import load
from satumeja.model.kit import listed_statements
from satumeja.stability import choose_engine, decide_with
from satumeja.web.cases import Cases
from satumeja.web.models import ROUTES
from satumeja.web.routing import Call, Route

WIDTHS = (10, 8, 8, 8, 8, 8, 8)
FILE = "talks.yaml"


def texts() -> Iterator[tuple[str, str]]:
    """Give a published conflict, and drawn ones of 256 and 4,096 states."""
    origin = load("december-2021-b").origin
    assert origin is not None
    yield "december", origin.read_text(encoding="utf-8")
    for options, movers in ((8, 3), (12, 3)):
        model = replace(drawn(options, movers, "statements"), status_quo=0)
        yield f"drawn {options}", formats.dump(model)


class App:
    """The routes of the app on one case."""

    def __init__(self, folder: Path) -> None:
        self.cases = Cases({"case": folder})
        self.file = folder / FILE

    def ask(self, method: str, end: str, body: object = None, **query: object) -> bytes:
        """Ask a route, and give the bytes of its answer."""
        route = self.route(method, end)
        made = route.body.model_validate(body) if route.body else None
        names = {"case": "case", "file": FILE}
        call = Call(self.cases, names, route.query.model_validate(query), made)
        return route.handle(call).model_dump_json().encode()

    @staticmethod
    def route(method: str, end: str) -> Route:
        """Find a route by how its address ends."""
        way = "/c/{case}/models/{file}"
        return next(r for r in ROUTES if (r.method, r.path) == (method, way + end))


def least(work: Callable[[int], object], rounds: int) -> float:
    """Return the mean CPU seconds of some rounds, of the least of three turns."""
    turns = []
    for turn in range(3):
        start = time.process_time()
        for number in range(rounds):
            work(turn * rounds + number)
        turns.append((time.process_time() - start) / rounds)
    return min(turns)


def fresh(text: str, number: int) -> str:
    """Read a text that was not read before, decide it, and write it as JSON."""
    model = formats.loads(f"{text}\n# {number}\n")
    return json.dumps(decide_with(choose_engine(model), model).to_json())


def measured(text: str, rounds: int) -> dict[str, float]:
    """Measure one model in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "case"
        folder.mkdir()
        (folder / FILE).write_text(text, encoding="utf-8")
        app, model = App(folder), formats.loads(text)
        rng = random.Random(1)
        version = json.loads(app.ask("GET", ""))["version"]

        def moved() -> list[dict[str, str]]:
            dm = rng.choice(model.decision_makers)
            wishes = f"decision_makers.{dm.id}.preferences"
            start, end = rng.sample(range(len(listed_statements(dm.preference))), 2)
            return [{"op": "move", "from": f"{wishes}[{start}]", "to": f"{wishes}[{end}]"}]

        def dry(_: int) -> object:
            return app.ask("POST", "/edits", {"base": version, "ops": moved(), "dry": True})

        def drop(_: int) -> None:
            nonlocal version
            body = {"base": version, "ops": moved()}
            version = json.loads(app.ask("POST", "/edits", body))["version"]

        dry(0)
        start = model.status_quo_number or 1
        return {
            "fresh": least(lambda number: fresh(text, number), rounds),
            "dry": least(dry, rounds),
            "drop": least(drop, rounds),
            "why": least(lambda _: app.ask("GET", "/why", state=start, concept="seq"), rounds),
            "document": least(lambda _: app.ask("GET", ""), rounds),
        }


def aligned(cells: tuple[str, ...]) -> str:
    return " ".join(cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=False))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    print(aligned(("model", "fresh", "dry", "drop", "why", "document", "dry/fresh")))
    with Record("app.py") as record:
        for name, text in texts():
            times = measured(text, asked.rounds)
            shown = tuple(f"{1000 * seconds:.1f}" for seconds in times.values())
            print(aligned((name, *shown, f"{times['dry'] / times['fresh']:.2f}")), flush=True)
            for kind, seconds in times.items():
                record.note(f"{name}: {kind}", seconds)


if __name__ == "__main__":
    main()
