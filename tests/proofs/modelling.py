"""Compare bound moves, merged states, hypergames and stated preferences with definitions.

    python tests/proofs/modelling.py --models 1000 --seed 1

draws so many models of each kind, and prints what agreed; a disagreement stops it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from model.test_beyond import test_knowledge_is_what_the_file_states
from stability.test_bound_moves import (
    test_moves_are_those_of_the_definition,
    test_the_explicit_engine_agrees_with_the_definitions,
    test_the_matrix_convention_and_further_concepts_follow,
)
from stability.test_coalesced import (
    test_all_else_follows_from_the_quotient,
    test_merged_states_move_by_any_member,
    test_the_engine_agrees_with_the_quotient,
)
from stability.test_hypergame import test_hypergames_agree_with_the_definition

PROOFS: tuple[Callable[[int], None], ...] = (
    test_moves_are_those_of_the_definition,
    test_the_explicit_engine_agrees_with_the_definitions,
    test_the_matrix_convention_and_further_concepts_follow,
    test_hypergames_agree_with_the_definition,
    test_knowledge_is_what_the_file_states,
    test_merged_states_move_by_any_member,
    test_the_engine_agrees_with_the_quotient,
    test_all_else_follows_from_the_quotient,
)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--models", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for proof in PROOFS:
        begin = time.process_time()
        for seed in range(asked.seed, asked.seed + asked.models):
            proof(seed)
        took = time.process_time() - begin
        print(f"{proof.__name__}: {asked.models:,} agree ({took:.0f} s)", flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
