from typing import Any

from numpy.typing import NDArray

def sort_blocks(ranks: NDArray[Any], start: int, width: int, order: NDArray[Any], /) -> bool: ...
