"""What the measures of all sets share: overlaps, names, and the figures printed."""

from __future__ import annotations

import itertools

from satumeja.report import Span


def f1(precision: float, recall: float) -> float:
    """Harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def overlap(a: Span, b: Span) -> int:
    """Characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def same_person(ours: str, labelled: str) -> bool:
    """Whether two names share a word, or one has a word the other shortens."""
    pairs = itertools.product(ours.lower().split(), labelled.lower().split())
    ordered = (sorted(pair, key=len) for pair in pairs)
    return any(a == b or (len(a) >= 4 and b.startswith(a)) for a, b in ordered)
