"""Solution concepts, the engines that decide them, and the witnesses that prove it."""

from __future__ import annotations

from satumeja.model import Knowledge
from satumeja.stability._analysis import CONVENTIONS, Analysis, Explicit, analyse
from satumeja.stability._choice import REASONS, Choice, choose_engine, decide_with
from satumeja.stability._concepts import CONCEPTS, Concept, concepts_named
from satumeja.stability._hypergame import Hypergame, HypergameEquilibrium, hypergame
from satumeja.stability.explicit._batch import (
    BATCH_CONCEPTS,
    LARGEST_BATCH,
    Batch,
    batch,
    rank_type,
)
from satumeja.stability.explicit._witness import Sanction, Step, Verdict, explain, explain_all
from satumeja.stability.further._decide import (
    FurtherAnalysis,
    decide_further,
    explain_further,
    mixed,
)
from satumeja.stability.further._proofs import (
    CoalitionVerdict,
    ForesightVerdict,
    Joint,
    Outlook,
    Reply,
    Route,
    SimultaneousVerdict,
)
from satumeja.stability.further._question import FurtherConcept
from satumeja.stability.further._registry import FURTHER, further_named
from satumeja.stability.further._relations import Relations, bits, join, legal_sequences
from satumeja.stability.symbolic._analysis import SymbolicAnalysis, analyse_symbolically
from satumeja.stability.symbolic._sets import Patterns, StateSet
from satumeja.stability.symbolic._space import Limits
from satumeja.stability.symbolic._witness import SymbolicVerdict

__all__ = [
    "BATCH_CONCEPTS",
    "CONCEPTS",
    "CONVENTIONS",
    "FURTHER",
    "LARGEST_BATCH",
    "REASONS",
    "Analysis",
    "Batch",
    "Choice",
    "CoalitionVerdict",
    "Concept",
    "Explicit",
    "ForesightVerdict",
    "FurtherAnalysis",
    "FurtherConcept",
    "Hypergame",
    "HypergameEquilibrium",
    "Joint",
    "Knowledge",
    "Limits",
    "Outlook",
    "Patterns",
    "Relations",
    "Reply",
    "Route",
    "Sanction",
    "SimultaneousVerdict",
    "StateSet",
    "Step",
    "SymbolicAnalysis",
    "SymbolicVerdict",
    "Verdict",
    "analyse",
    "analyse_symbolically",
    "batch",
    "bits",
    "choose_engine",
    "concepts_named",
    "decide_further",
    "decide_with",
    "explain",
    "explain_all",
    "explain_further",
    "further_named",
    "hypergame",
    "join",
    "legal_sequences",
    "mixed",
    "rank_type",
]
