"""Who said and did what, when and to whom: statements and acts with their words.

`read` makes a dossier of a report, `gather` a dossier file of many; `draft` makes a model
file of either, and is the only bridge between what was reported and what is assumed. What
this room knows of a language is in the data files of ``languages/``, one folder a language.
"""

from __future__ import annotations

from satumeja.dossier._links import Link, links
from satumeja.dossier._model_reader import Endpoint, ModelReading, read_with_model
from satumeja.dossier._read import read
from satumeja.dossier._types import Act, Actor, Dossier, Mention, Statement
from satumeja.dossier.drafting._model import draft
from satumeja.dossier.keeping._corrections import FIELDS, add, correct
from satumeja.dossier.keeping._file import DossierFile, is_dossier_file
from satumeja.dossier.keeping._gather import Gathered, gather
from satumeja.dossier.keeping._keep import given
from satumeja.dossier.keeping._search import Hit, search
from satumeja.dossier.keeping._views import (
    Dispute,
    Group,
    Moment,
    Position,
    disputes,
    positions,
    same,
    timeline,
)
from satumeja.dossier.keeping._whole import KeptReport, Whole, whole
from satumeja.dossier.reading._gazetteer import act_codes, issue_name

__all__ = [
    "FIELDS",
    "Act",
    "Actor",
    "Dispute",
    "Dossier",
    "DossierFile",
    "Endpoint",
    "Gathered",
    "Group",
    "Hit",
    "KeptReport",
    "Link",
    "Mention",
    "ModelReading",
    "Moment",
    "Position",
    "Statement",
    "Whole",
    "act_codes",
    "add",
    "correct",
    "disputes",
    "draft",
    "gather",
    "given",
    "is_dossier_file",
    "issue_name",
    "links",
    "positions",
    "read",
    "read_with_model",
    "same",
    "search",
    "timeline",
    "whole",
]
