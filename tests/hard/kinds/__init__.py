"""The kinds of files that the campaign spoils, each in a module of its own."""

from __future__ import annotations

from hard.kind import Kind
from hard.kinds._json import JSON
from hard.kinds._yaml import YAML

__all__ = ["KINDS"]

KINDS: tuple[Kind, ...] = (YAML, JSON)
"""Every kind, by the name that the command line of the campaign knows."""
