"""How often what holds contains what happened, set against what chance would give.

A hit says nothing by itself: where most states hold, most outcomes are hits. So every hit here
stands beside its nulls, the chance of a hit under four ways to know nothing, and what is told is
the skill above each. It is about models of the past, and tells nothing of the next conflict.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
