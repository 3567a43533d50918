"""Work counted instead of timed: how many bytecodes Python executes while it is done.

The count is the same on every run and machine of one version of Python, so that how work grows
with what is given can be asserted in a test. What a library does in C is not in it; where that
is what grows, `benchmarks/growth.py` measures it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

__all__ = ["growth", "operations"]


def operations(work: Callable[[], object]) -> int:
    """Count the bytecodes executed by some work, in the functions it calls."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[int], object], small: int, large: int) -> float:
    """Give how many times the operations of a small size the large one takes.

    Both are done once before, so that what is loaded and kept on first use is not counted.
    """
    for size in (small, large):
        work(size)
    return operations(lambda: work(large)) / operations(lambda: work(small))
