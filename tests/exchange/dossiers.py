"""Dossier files of texts that are hard to count in, with what analysts added."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from satumeja.dossier import DossierFile, add, correct, gather, items, reports, text_of

STORIES = {
    "wire.txt": (
        "Talks set for January\n\nBRUSSELS, Dec 22 (Reuters) - “We will talk to Russia 😀 in "
        "January,” the alliance said on Wednesday. Russia demanded on Wednesday that the alliance "
        "withdraw its troops from the border. =SUM(A1) is what the minister wrote, 𝛼 and 𝛽.\n"
    ),
    "berita.txt": (
        "Rusia menuntut jaminan\n\nMOSKWA, Rabu (22/12/2021) - Rusia menuntut agar aliansi "
        "menarik pasukan dari perbatasan. “Kami tidak akan menyerang 🕊️,” kata Presiden "
        "Vladimir Putin pada Rabu. Amerika Serikat menolak tuntutan itu.\n"
    ),
}


def written(folder: Path, *, line_end: str = "\n", mark: str = "") -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = []
    for name, story in STORIES.items():
        path = folder / name
        path.write_bytes((mark + story.replace("\n", line_end)).encode("utf-8"))
        paths.append(path)
    return paths


def made(folder: Path, **layout: str) -> DossierFile:
    """Make a dossier file that was corrected by two."""
    file = DossierFile(str(folder / "talks.db"), create=True)
    gather(file, written(folder / "reports", **layout))
    acts = [item.key for item in items(file) if item.kind == "act"]
    correct(file, acts[0], "accept", "Ana", {}, "read twice")
    correct(file, acts[1], "reject", "Bima")
    fields = {"kind": "demand", "actor": "russia", "issue": "withdraw", "target": "us"}
    add(file, "r1", "act", "withdraw its troops", "Bima", fields, "=1+1 is no formula")
    return file


def scattered(file: DossierFile, rng: Random, count: int = 8) -> None:
    """Add statements and acts at places drawn at random."""
    kept = reports(file)
    for _ in range(count):
        report = rng.choice(kept)
        text = text_of(file, report.key)
        start, stop = sorted(rng.sample(range(len(text) + 1), 2))
        if not text[start:stop].strip("\ufeff \r\n"):
            continue
        if rng.random() < 0.5:
            fields: dict[str, Any] = {"act": rng.choice(["say", "warn", "deny"])}
            fields |= {"speaker": "russia"} if rng.random() < 0.5 else {}
            add(file, report.key, "statement", None, rng.choice("AB"), fields, span=(start, stop))
        else:
            fields = {
                "kind": rng.choice(["demand", "offer"]),
                "actor": rng.choice(["russia", "us"]),
            }
            fields |= {"issue": "withdraw"} if rng.random() < 0.5 else {}
            fields |= {"target": "iran"} if rng.random() < 0.5 else {}
            add(file, report.key, "act", None, rng.choice("AB"), fields, span=(start, stop))
