from ._read import compile_gmcr as compile_gmcr
from ._write import to_gmcr as to_gmcr
