"""What happens to the files of a case, as those who look at it are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self, TypeAlias

from satumeja.display import ShownInLine
from satumeja.errors import Fault
from satumeja.web.cases._loaded import Loaded
from satumeja.web.cases._steps import Step

__all__ = ["Happening", "HappeningKind"]

HappeningKind: TypeAlias = Literal["model", "broken", "gone", "models", "reports", "dossier"]
"""A model is another version, sound or broken, or is gone; or what there is, is other."""


@dataclass(frozen=True, repr=False)
class Happening(ShownInLine):
    """Something that happened in the folder of a case.

    Parameters
    ----------
    kind : {"model", "broken", "gone", "models", "reports", "dossier"}
        What happened: a model is another version, which is sound or broken, or is gone; there
        are other models or reports than before; the dossier was written.
    file : str
        The model; empty where it is none in particular.
    version : str
        Its version now; empty where it is gone.
    step : Step or None
        The step it was, if it was one.
    faults : tuple of Fault
        What is wrong in it.
    """

    kind: HappeningKind
    file: str = ""
    version: str = ""
    step: Step | None = None
    faults: tuple[Fault, ...] = ()

    @classmethod
    def of(cls, now: Loaded, step: Step | None) -> Self:
        """Make what is told of a model that is another version now."""
        kind: HappeningKind = "broken" if now.faults else "model"
        return cls(kind, now.name, now.version, step, now.faults)
