"""What other rooms read with: the data of each language, plain words and dates."""

from __future__ import annotations

from satumeja.report._around import sentence_around
from satumeja.report._article import STATED, Article, Place, is_record
from satumeja.report._clock import clock_pattern, time_of, zone_of
from satumeja.report._dates import date_words
from satumeja.report._decode import WESTERN, decoded
from satumeja.report._fingerprint import fingerprint
from satumeja.report._given_day import PATH_PARTS, day_in_path, moment_given
from satumeja.report._html import page_of
from satumeja.report._kinds import HEAD, SPLITTER, SUFFIXES, kind_of
from satumeja.report._knowledge import knowledge, word_choice
from satumeja.report._plain import shown
from satumeja.report._source import report_files, source_of
from satumeja.report._types import Plain

__all__ = [
    "HEAD",
    "PATH_PARTS",
    "SPLITTER",
    "STATED",
    "SUFFIXES",
    "WESTERN",
    "Article",
    "Place",
    "Plain",
    "clock_pattern",
    "date_words",
    "day_in_path",
    "decoded",
    "fingerprint",
    "is_record",
    "kind_of",
    "knowledge",
    "moment_given",
    "page_of",
    "report_files",
    "sentence_around",
    "shown",
    "source_of",
    "time_of",
    "word_choice",
    "zone_of",
]
