"""The commands: thin, one function each.

Exit codes: 0 done; 1 the input is wrong, one line a fault; 2 wrong usage; 130 stopped by
Ctrl-C; 141 nobody reads on. `--json` goes to stdout alone; everything else a person is told
goes to stderr or is the page asked for.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
