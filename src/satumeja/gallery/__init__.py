"""Conflicts from the literature as model files, with what was published of them."""

from __future__ import annotations

from satumeja.gallery._catalogue import (
    Citation,
    Difference,
    Entry,
    entries,
    entry,
    load,
    path,
    text,
)
from satumeja.gallery._compare import Agreement, compare

__all__ = [
    "Agreement",
    "Citation",
    "Difference",
    "Entry",
    "compare",
    "entries",
    "entry",
    "load",
    "path",
    "text",
]
