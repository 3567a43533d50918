"""What other rooms read with: the data of each language, plain words and dates."""

from __future__ import annotations

from satumeja.report._dates import date_words
from satumeja.report._fingerprint import fingerprint
from satumeja.report._given_day import PATH_PARTS, day_in_path, moment_given
from satumeja.report._knowledge import knowledge, word_choice
from satumeja.report._plain import shown
from satumeja.report._source import report_files, source_of
from satumeja.report._types import Plain

__all__ = [
    "PATH_PARTS",
    "Plain",
    "date_words",
    "day_in_path",
    "fingerprint",
    "knowledge",
    "moment_given",
    "report_files",
    "shown",
    "source_of",
    "word_choice",
]
