"""What kinds of model files have in common: the keys there are, and what is done with a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from formats.samples import ASKED, BORDER, GRAPH, LEVELS, PLANT, RULED, SHADES
from hard import damage
from satumeja.formats import describe, dump, json_schema, loads
from satumeja.formats.trees._nodes import data
from satumeja.formats.trees._yaml import read_yaml
from satumeja.model import Model

__all__ = ["KEYS", "ODD", "PIECES", "SAMPLES", "TREES", "use_model", "words_for"]

SAMPLES = (ASKED, BORDER, GRAPH, LEVELS, PLANT, RULED, SHADES)
TREES: tuple[Any, ...] = tuple(data(read_yaml(sample, "m.yaml")) for sample in SAMPLES)
KEYS = tuple(sorted(damage.schema_keys(json_schema())))
ODD: tuple[Any, ...] = (
    *damage.ODD,
    *("YN|N", "-|NNY|-", "abandon", "both", "talk & talk", "-(" * 200, "if", "1 > 2 > 1"),
    *(["talk", "talk"], [["row", "col"]], {"when": "1"}, {"statement": "talk"}),
    {"id": "s", "name": {"en": "S"}},
)
PIECES = (
    *damage.PIECES,
    *KEYS,
    *("talk", "us.arm", "coalesce:\n  - talk\n", "infeasible:\n  - talk | -talk\n"),
    *(" > ", " >> ", " = ", "[1, 2]", "[1, 2, 0.5]", "Y-|-", "positive", "threshold", "chances"),
    "status_quo: 3\n",
)
_COMMANDS = (["check"], ["check", "--json", "-l", "id"], ["analyse", "--json"])


def words_for(path: Path) -> list[str]:
    """Give the words of a command that reads a model, by turns."""
    command, *rest = _COMMANDS[sum(path.stem.encode()) % len(_COMMANDS)]
    return [command, str(path), *rest]


def use_model(model: Model) -> None:
    """Do with a model what every program does with one that it has read."""
    describe(model).to_json()
    loads(dump(model, "m.yaml"), "m.yaml")
