"""Who said and did what, when and to whom: statements and acts with their words.

`read` makes a dossier of a report; `draft` makes a model file of a dossier, and is the
only bridge between what was reported and what is assumed. What this room knows of a
language is in the data files of ``languages/``, one folder a language.
"""

from __future__ import annotations

from satumeja.dossier._draft import draft
from satumeja.dossier._gazetteer import act_codes, issue_name
from satumeja.dossier._read import read
from satumeja.dossier._types import Act, Actor, Dossier, Mention, Statement

__all__ = [
    "Act",
    "Actor",
    "Dossier",
    "Mention",
    "Statement",
    "act_codes",
    "draft",
    "issue_name",
    "read",
]
