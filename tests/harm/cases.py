"""Conflicts and dossiers in which every text that a person may choose is one that means harm."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

from satumeja import formats
from satumeja.dossier import DossierFile, add, correct, gather
from satumeja.model import Model

__all__ = ["dossier_of", "graph_of", "model_data", "model_of", "report_of", "written"]

BOTH = ("en", "id")
_WORDS = (
    "The talks are to begin in the second week of January, diplomats of both sides said, and no "
    "agenda has been agreed on yet. Officials did not say where the meeting would be held. "
) * 2
"""Words enough for a report to be one, whatever else is in it."""


def _cited(words: Iterator[str]) -> dict[str, Any]:
    gloss = {"reference": "paper#s1", "by": f"by {next(words)}", "gloss": {"en": next(words)}}
    return {"because": next(words), "evidence": ["wire", gloss]}


def model_data(
    texts: Sequence[str],
    ids: Sequence[str] = ("north", "south"),
    *,
    wire: str = "",
    kept: str = "",
) -> dict[str, Any]:
    """Give a model file in option form whose texts are those given, one after the other."""
    words = cycle(texts)
    first, second = ids[:2]
    cited = _cited(words)

    def both() -> dict[str, str]:
        return {language: next(words) for language in BOTH}

    wire_source = {"title": both(), "citation": next(words), "url": next(words)}
    if wire:
        wire_source |= {"report": wire, "dossier": kept}
    return {
        "satumeja": 1,
        "title": both(),
        "description": both(),
        "question": both(),
        "reading": both(),
        "as_of": "2021-12-23",
        "languages": [*BOTH],
        "sources": {
            "wire": wire_source,
            "paper": {"title": next(words), "citation": next(words), "url": next(words)},
        },
        "decision_makers": {
            first: {
                "name": both(),
                "because": both(),
                "options": {
                    "open": {"name": both(), **cited},
                    "close": {"name": next(words), "direction": "forward", **cited},
                },
                "preferences": [
                    {
                        "statement": "open & wait",
                        "name": next(words),
                        **cited,
                        "order": {"because": next(words)},
                    },
                    {"statement": "-close", "inferred": "yes", "because": next(words)},
                ],
                "red_lines": [{"statement": "close", "name": both(), **cited}],
            },
            second: {
                "name": both(),
                "options": {"wait": {"name": both()}, "go": {"name": next(words)}},
                "preferences": [{"statement": "wait", "because": next(words)}, "-open", "go"],
                "perceives": {
                    "hidden": ["close"],
                    "beliefs": {first: {"preferences": ["-open"]}},
                    "because": next(words),
                },
            },
        },
        "infeasible": [
            {"condition": "open & close", "because": both(), "evidence": ["wire"]},
            {"pattern": "N-|YY", "because": next(words)},
        ],
        "irreversible": [{"from": "go", "to": "-go", "by": [second], "because": next(words)}],
        "status_quo": "NN|YN",
        "tables": {
            "geneva": {
                "name": both(),
                "seats": [first, second],
                "date": "2022-01",
                "until": "2022-02",
                "convenor": both(),
                "agenda": [f"{first}.open", next(words)],
                "papers": ["wire"],
                **cited,
            }
        },
        "affected": {"people": {"name": both(), "because": next(words)}},
        "deadlines": {"vote": {"name": both(), "date": "2022-01-05", "because": next(words)}},
    }


def model_of(texts: Sequence[str], ids: Sequence[str] = ("north", "south")) -> Model:
    """Give such a model."""
    return formats.from_dict(model_data(texts, ids))


def graph_of(texts: Sequence[str]) -> Model:
    """Give a conflict in graph form whose texts are those given, one after the other."""
    words = cycle(texts)
    states = [{"id": f"s{k}", "name": next(words)} for k in range(1, 5)]
    return formats.from_dict(
        {
            "satumeja": 1,
            "title": next(words),
            "description": next(words),
            "states": states,
            "decision_makers": {
                "row": {
                    "name": next(words),
                    "moves": [["s1", "s2"], ["s2", "s1"], ["s3", "s4"]],
                    "ranking": [["s2"], ["s1", "s4"], ["s3"]],
                },
                "column": {
                    "name": next(words),
                    "moves": [["s1", "s3"], ["s3", "s1"], ["s2", "s4"]],
                    "ranking": [["s3"], ["s1"], ["s4"], ["s2"]],
                },
            },
            "status_quo": "s1",
        }
    )


def written(data: dict[str, Any], path: Path) -> Path:
    """Write a model file as JSON, in ASCII, so that any text can be in it."""
    path.write_text(json.dumps(data), encoding="ascii")
    return path


def report_of(text: str) -> str:
    """Give a report of two paragraphs with a text in its heading, in quotations and in names."""
    line = " ".join(text.split())[:400]
    text = text[:400]
    return (
        f"Talks set for January: {line}\n\n"
        f"BRUSSELS, Dec 22 (Reuters) - “We will talk to Russia {line} in January,” the alliance "
        f"said on Wednesday. Russia demanded on Wednesday that the alliance withdraw its troops "
        f"{text} from the border.\n\n{_WORDS}\n\n{text}\n\n{_WORDS}\n\n"
        f"“We will not attack Ukraine {line},” Russian President Vladimir Putin {line} said.\n"
    )


def dossier_of(folder: Path, text: str) -> Path:
    """Make a dossier file of such a report whose every correction holds the text too."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "wire.txt").write_bytes(report_of(text).encode())
    path = folder / "talks.db"
    with DossierFile(str(path), create=True) as file:
        gather(file, [folder / "wire.txt"])
        who = f"Ana {text}".strip()
        fields = {"outlet": text, "author": text, "title": text}
        correct(file, "r1", "edit", who, fields, text)
        correct(file, "r1#s1", "accept", who, {}, text)
        correct(file, "actor:russia", "edit", who, {"name": text}, text)
        correct(file, "issue:withdraw", "edit", who, {"name": text}, text)
        demand = {"kind": "demand", "actor": "russia", "issue": "withdraw", "target": "us"}
        add(file, "r1", "act", "withdraw its troops", who, demand, text)
    return path
