"""The section that says how to get the same brief again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from satumeja.brief.pages.sections._material import Material
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.model import Model
from satumeja.release import VERSION
from satumeja.stability import CONCEPTS

__all__ = ["REPRODUCE"]


@dataclass(frozen=True)
class Reproduction:
    """The program's version, the commands, and the digest of the model file."""

    version: str
    commands: tuple[str, ...]
    digest: tuple[str, str] | None


def _reproduction(edition: Edition[Material]) -> Reproduction:
    return Reproduction(
        version=edition.words("reproduce.version", version=VERSION),
        commands=_commands(edition),
        digest=_digest(edition.model),
    )


def _commands(edition: Edition[Material]) -> tuple[str, ...]:
    origin, chosen = edition.model.origin, edition.material.concepts
    if origin is None:
        return ()
    asked = "" if chosen == list(CONCEPTS) else f" --concept {','.join(chosen)}"
    if edition.material.analysis.engine == "symbolic":
        asked += " --engine symbolic"
    name = _name(origin)
    return (
        f"satumeja analyse {name}{asked}",
        f"satumeja brief {name}{asked} --language {edition.language} --out brief.html",
    )


def _name(origin: Path) -> str:
    """Give the name of a model file, with a mark for each byte that is no letter."""
    return origin.name.encode(errors="replace").decode()


def _digest(model: Model) -> tuple[str, str] | None:
    """Return the name and the SHA-256 of the model file, if it can still be read."""
    if model.origin is None:
        return None
    try:
        return _name(model.origin), hashlib.sha256(model.origin.read_bytes()).hexdigest()
    except OSError:
        return None


REPRODUCE = Section("reproduce", Material, _reproduction)
