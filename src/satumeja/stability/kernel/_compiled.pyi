from typing import Any

from numpy.typing import NDArray

def sort_blocks(ranks: NDArray[Any], start: int, width: int, order: NDArray[Any], /) -> bool: ...
def chains(
    ranks: NDArray[Any],
    start: int,
    width: int,
    values: tuple[NDArray[Any], NDArray[Any]],
    movers: tuple[tuple[NDArray[Any], int, int, bool, int, int], ...],
    out: tuple[NDArray[Any], NDArray[Any] | None],
    best: bool,
    /,
) -> None: ...
def decide_profiles(
    plan: NDArray[Any],
    ranks: NDArray[Any],
    concepts: int,
    kind: int,
    result: NDArray[Any],
    /,
) -> None: ...
def draw_ranks(
    state_high: int,
    state_low: int,
    increment_high: int,
    increment_low: int,
    ties: int,
    size: int,
    ranks: NDArray[Any],
    /,
) -> None: ...
