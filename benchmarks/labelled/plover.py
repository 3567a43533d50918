"""PLOVER: English sentences with the category of their event."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from satumeja.dossier import act_codes, read
from satumeja.errors import ReportError
from satumeja.report import parse


def measure_plover(path: Path, *, verbose: bool = False) -> None:
    """Print how often the first coded act of a sentence is of the labelled category."""
    records = json.loads(path.read_text(encoding="utf-8"))
    found = right = anywhere = 0
    missed: Counter[str] = Counter()
    for record in records:
        codes = _codes(record["text"])
        found += bool(codes)
        right += codes[:1] == [record["event"]]
        anywhere += record["event"] in codes
        if codes[:1] != [record["event"]]:
            missed[record["event"]] += 1
            if verbose:
                print(f"  {codes} for {record['event']}: {record['text']}")
    total = len(records)
    print(
        f"PLOVER     events {total}: an act found {found / total:.3f}, right of all "
        f"{right / total:.3f}, right of found {right / max(found, 1):.3f}, "
        f"among the acts {anywhere / total:.3f}; missed {dict(sorted(missed.items()))}"
    )


def _codes(text: str) -> list[str]:
    """Give the categories of the acts of a sentence, in their order."""
    try:
        acts = read(parse(f"Published October 4, 2016 9:00 AM ET\n\n{text.strip()}\n")).acts
    except ReportError:
        return []
    return [code for act in acts if (code := act_codes(act.kind)["plover"])]
