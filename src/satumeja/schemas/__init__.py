"""The shape of everything the program prints or writes as JSON.

Each output says in its key ``schema`` which shape it has, such as ``satumeja/analysis/1``;
`schema` gives that as JSON Schema, `table` as a page of a reference, and `outputs` lists them.
The files beside this one are the only place where the keys are described; the tests print
everything there is, and fail where a key is not described, or described and never printed.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
