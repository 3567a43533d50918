from ._blocks import WIDEST as WIDEST
from ._blocks import BlockOrder as BlockOrder
from ._blocks import sort_blocks as sort_blocks
from ._choice import Kernel as Kernel
from ._choice import kernel_in_use as kernel_in_use
