"""Time of all five concepts by size, against the matrix method and the floor.

``python benchmarks/analyse.py [--largest 20] [--matrix 10]`` prints a table: the engine,
the matrix method (four concepts, up to 2 ** matrix states), and the floor: copying the
rank arrays once. CPU seconds, best of three (one above 2 ** 18).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from matrix_method import stable
from models import ranked

from satumeja.stability import analyse


def seconds(work: Callable[[], object], repeat: int) -> float:
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def row(options: int, movers: int, matrix: int, *, infeasible: bool, one_way: bool) -> str:
    model = ranked(options, movers, infeasible=infeasible, one_way=one_way)
    size = len(model.states)
    repeat = 3 if options <= 18 else 1
    ranks = [model.ranks(dm) for dm in model.decision_makers]
    floor = seconds(lambda: [rank.copy() for rank in ranks], 3)
    ours = seconds(lambda: analyse(model), repeat)
    by_matrix = seconds(lambda: stable(model), 1) if options <= matrix else None
    kind = "30 % infeasible" if infeasible else "one-way" if one_way else "full"
    shown = f"{by_matrix:10.3f} {by_matrix / ours:8.0f}x" if by_matrix is not None else " " * 20
    return f"{size:9,} {movers:3} {kind:16} {ours:10.4f} {floor:10.6f} {shown}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=20, help="2 ** this many states at most")
    parser.add_argument("--matrix", type=int, default=10, help="matrix method up to 2 ** this")
    asked = parser.parse_args()
    print(
        f"{'states':>9} {'DMs':>3} {'kind':16} {'engine s':>10} {'floor s':>10} {'matrix s':>10}"
    )
    for options in range(4, asked.largest + 1, 4):
        for movers in range(2, 6):
            print(
                row(options, min(movers, options), asked.matrix, infeasible=False, one_way=False)
            )
        for infeasible in (True, False):
            text = row(options, 3, asked.matrix, infeasible=infeasible, one_way=not infeasible)
            print(text, flush=True)


if __name__ == "__main__":
    main()
