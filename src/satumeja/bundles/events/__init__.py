"""Files of many events: exports of datasets that code what happened, a row each.

An event is no statement: nobody is reported to have said it. It carries its provider's id, the
provider's own words for what it is, those who took part as they are named there, a place, and
the days it may have been on. Each dataset is one entry in ``_kinds``; rows are read one after
the other, so that the memory needed is that of one row.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
