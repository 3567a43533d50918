"""What other rooms read with: the data of each language, plain words and dates."""

from __future__ import annotations

from satumeja.report._dates import date_words
from satumeja.report._fingerprint import fingerprint
from satumeja.report._knowledge import knowledge, word_choice
from satumeja.report._plain import shown
from satumeja.report._source import report_files
from satumeja.report._types import Plain

__all__ = [
    "Plain",
    "date_words",
    "fingerprint",
    "knowledge",
    "report_files",
    "shown",
    "word_choice",
]
