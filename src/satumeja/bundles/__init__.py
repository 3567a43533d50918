"""Files of many articles: exports of archives, office files, mail, feeds, tables and web archives.

One file gives many reports. Each format has one file in ``kinds``, which yields the articles as
it reads them, so that the memory needed is that of the largest article. Nothing here reads what
an article says: that is for `satumeja.report` and `satumeja.dossier`.

Files of events, which datasets code a row each, are read by ``events``: they are no articles.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
