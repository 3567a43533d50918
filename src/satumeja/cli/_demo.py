"""The command that goes the whole way once: demo."""

from __future__ import annotations

from pathlib import Path

from satumeja.cli._common import console
from satumeja.cli._options import In, Language, Out

__all__ = ["demo"]


def demo(out: Out = "demo-output", language: In = Language.en) -> None:
    """Go the whole way once, from a report to a brief.

    Reads a report that comes along, drafts a model from it, analyses and explains the model
    an analyst made of it, writes a brief, and names the commands to try next: all in the
    folder --out.
    """
    from satumeja.demo import run

    run(Path(out), console(), language.value)
