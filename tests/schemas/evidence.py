"""Models that cite a dossier in every way, so that every shape of evidence is printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evidence.case import Case, case
from satumeja import dossier
from satumeja.dossier import Act

__all__ = ["checked", "graded"]

GRADED = """\
satumeja: 1
title: Small
sources:
  talks: {{dossier: talks.db}}
  book: {{citation: A book}}
  paper: {{citation: A paper}}
decision_makers:
  us: {{options: {{guarantee: {{}}}}, preferences: [guarantee]}}
  russia:
    options: {{attack: {{}}}}
    preferences: [{{statement: -attack, evidence: [{evidence}]}}]
status_quo: "N|Y"
tables: {{geneva: {{seats: [us, russia]}}}}
"""


def _made(folder: Path) -> Case:
    """Make a case in which an analyst did everything that can be done to a reading."""
    made = case(folder)
    with dossier.DossierFile(made.file) as file:
        dossier.correct(file, "r1#s1", "accept", "Ana", None, "heard it")
        dossier.correct(file, "r1#s2", "edit", "Ana", {"speaker": "putin"})
        dossier.correct(file, "r1#s3", "reject", "Ana")
        fields = {"kind": "threaten", "actor": "russia"}
        dossier.add(file, "r1", "act", "the main item would be", "Ana", fields)
        dossier.correct(file, "r1#a20:contradicts:r1#a21", "add", "Ana")
        dossier.correct(file, "r1", "edit", "Ana", {"outlet": "bbc.com"})
        dossier.correct(file, "r2", "edit", "Ana", {"outlet": "kompas.com"})
        file.do("UPDATE statement SET retired = 1 WHERE source = 1 AND id = 's4'")
        week = "day = '2021-12-13', day_end = '2021-12-19', precision = 'week'"
        file.do(f"UPDATE statement SET {week} WHERE source = 1 AND id = 's5'")  # noqa: S608
        file.do("UPDATE statement SET doubtful = 1 WHERE source = 1 AND id = 's6'")
        doubtful = "day = '2021-12-13', day_doubtful = 1, mode = 'indirect'"
        file.do(f"UPDATE statement SET {doubtful} WHERE source = 1 AND id = 's7'")  # noqa: S608
    return made


def _added(made: Case) -> str:
    with dossier.DossierFile(made.file) as file:
        return next(item.key for item in dossier.items(file, "r1") if item.state == "added")


def _told(made: Case) -> str:
    """Find an act that the report tells itself."""
    with dossier.DossierFile(made.file) as file:
        acts = [item for item in dossier.items(file, "r2") if isinstance(item.value, Act)]
    return next(item.key for item in acts if item.value.statement is None)  # type: ignore[union-attr]


def checked(folder: Path) -> Iterator[Path]:
    """Write models whose evidence `check` finds in every state, and not at all."""
    made = _made(folder)
    digits = made.item("r1#s2").fingerprint
    kept = [f"r1#s{k}" for k in range(1, 8)] + [_added(made), f"r2#s1@{digits}", "r1", "r9#s1"]
    kept += ["r1#s999", "r1#s2@00000000"]
    made.citing(*(f"talks:{key}" for key in kept), "talks#s2")
    yield made.model
    for content in (None, b"no dossier", b"{}"):
        made.file.unlink()
        if content is not None:
            made.file.write_bytes(content)
        yield made.model
        made.file.write_bytes(b"")


def graded(folder: Path) -> Iterator[Path]:
    """Write models whose evidence has every grade, for every reason."""
    made = _made(folder)
    with dossier.DossierFile(made.file) as file:
        denial = next(link for link in dossier.whole(file).links if link.kind == "denies")
    strong = ("r1#s1", "r1#s2", "r2#s20")
    lists: list[tuple[str, ...]] = [
        tuple(f"talks:{key}" for key in strong),
        ("talks:r1#s3", "talks:r1#s4"),
        ("talks:r1#s6",),
        ("talks:r1#s7",),
        (f"talks:{_told(made)}",),
        (f"talks:{denial.act}",),
        (f"talks:{denial.of}",),
        ("talks:r1#a20",),
        ("book#p 1", "paper#p 2"),
        ("book",),
        (),
    ]
    for evidence in lists:
        listed = ", ".join(f'"{reference}"' for reference in evidence)
        made.model.write_text(GRADED.format(evidence=listed), encoding="utf-8")
        yield made.model
