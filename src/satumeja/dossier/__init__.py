"""Who said and did what, when and to whom: statements and acts with their words.

`read` makes a dossier of a report, `gather` a dossier file of many; `draft` makes a model
file of either, and is the only bridge between what was reported and what is assumed. What
this room knows of a language is in the data files of ``languages/``, one folder a language.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
