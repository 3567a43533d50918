"""Where the states of the graph stand on the screen, and when they are chosen anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from web.models.asked import Asked

SIDES = 4


def river() -> str:
    """Write a model of so many states that only some are drawn."""
    lines = ["satumeja: 1", "title: A river", f"status_quo: {'|'.join(['NN'] * SIDES)}"]
    lines.append("decision_makers:")
    for k in range(SIDES):
        after = (k + 1) % SIDES
        lines += [
            f"  d{k}:",
            f"    options: {{a{k}: {{name: Dam {k}}}, b{k}: {{name: Share {k}}}}}",
            f"    preferences: [a{k}, -b{after}, b{k} if a{after}]",
        ]
    return "\n".join(lines) + "\n"


def drawn(page: Any) -> dict[int, tuple[float, float]]:
    """Give the places of the states that are drawn."""
    return {s["number"]: (s["x"], s["y"]) for s in page["states"] if s["x"] is not None}


def fresh(folder: Path, text: str) -> dict[int, tuple[float, float]]:
    """Give the places in a case that has shown nothing yet."""
    return drawn(Asked(folder, text)("GET"))


def test_states_are_chosen_anew_only_when_that_is_asked(tmp_path: Path) -> None:
    ask = Asked(tmp_path / "one", river())
    first = drawn(ask("GET"))
    wish = "decision_makers.d0.preferences"
    ask.edit({"op": "set", "at": f"{wish}[0]", "value": "-a0 & -b0"})
    assert drawn(ask("GET")) == first
    again = drawn(ask("POST", "/drawing", {}))
    wanted = fresh(tmp_path / "two", ask.file.read_text(encoding="utf-8"))
    assert again == wanted != first
    assert drawn(ask("GET")) == wanted
    kept = json.loads((tmp_path / "one" / ".satumeja" / "view.json").read_text(encoding="utf-8"))
    assert len(kept["places"]["talks.yaml"]["points"]) == len(wanted)


def test_answers_follow_what_is_drawn(tmp_path: Path) -> None:
    ask = Asked(tmp_path / "one", river())
    ask("GET")
    ask.edit({"op": "set", "at": "decision_makers.d0.preferences[0]", "value": "-a0 & -b0"})
    states = set(drawn(ask("POST", "/drawing", {})))
    arcs = ask("GET", "/answers")["arcs"]
    assert arcs and {number for arc in arcs for number in arc[1:3]} <= states
