from ._blocks import BlockOrder as BlockOrder
from ._blocks import best_after_chains as best_after_chains
from ._blocks import covers as covers
from ._blocks import lowest_by_chains as lowest_by_chains
from ._blocks import sort_blocks as sort_blocks
from ._choice import Kernel as Kernel
from ._choice import kernel_in_use as kernel_in_use
