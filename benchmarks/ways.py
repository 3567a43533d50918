"""Time of paths: ``python benchmarks/ways.py [--largest 20]`` prints CPU seconds, best of three.

From state 1 of a model of three decision makers to every other state, by moves and by
improvements, for 2 ** 8 to 2 ** largest states.
"""

from __future__ import annotations

import argparse

from kept import Record
from tables import seconds, stated

from satumeja.questions import paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=20, help="2 ** this many states at most")
    asked = parser.parse_args()
    with Record("ways.py") as record:
        for options in range(8, asked.largest + 1, 4):
            model = stated(options)
            for improvements in (False, True):
                kind = "improvements" if improvements else "moves"
                took = seconds(lambda m=model, i=improvements: paths(m, 1, improvements=i))  # type: ignore[misc]
                print(f"{1 << options:10,} states, {kind:12} {took:7.3f} s", flush=True)
                record.note(f"{1 << options:,} states, {kind}", took)


if __name__ == "__main__":
    main()
