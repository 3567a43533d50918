"""Solution concepts, the engines that decide them, and the witnesses that prove it."""

from __future__ import annotations

from satumeja.stability._analysis import CONVENTIONS, Analysis, Explicit, analyse
from satumeja.stability._batch import BATCH_CONCEPTS, LARGEST_BATCH, Batch, batch, rank_type
from satumeja.stability._concepts import CONCEPTS, Concept, concepts_named
from satumeja.stability._witness import Sanction, Step, Verdict, explain, explain_all

__all__ = [
    "BATCH_CONCEPTS",
    "CONCEPTS",
    "CONVENTIONS",
    "LARGEST_BATCH",
    "Analysis",
    "Batch",
    "Concept",
    "Explicit",
    "Sanction",
    "Step",
    "Verdict",
    "analyse",
    "batch",
    "concepts_named",
    "explain",
    "explain_all",
    "rank_type",
]
