"""A text and its parts: article, paragraphs, sentences, quotations and dates.

This room knows the shape of news pages, not who says what in them. What it knows of
a language is in the data files of ``languages/``, one folder a language.
"""

from __future__ import annotations

from satumeja.report._dates import date_words, find_dates
from satumeja.report._knowledge import LANGUAGES, knowledge, word_choice
from satumeja.report._load import load
from satumeja.report._parse import parse
from satumeja.report._plain import shown
from satumeja.report._source import open_source, report_files
from satumeja.report._types import DateMention, Furniture, Plain, Report, Sentence, Source, Span

__all__ = [
    "LANGUAGES",
    "DateMention",
    "Furniture",
    "Plain",
    "Report",
    "Sentence",
    "Source",
    "Span",
    "date_words",
    "find_dates",
    "knowledge",
    "load",
    "open_source",
    "parse",
    "report_files",
    "shown",
    "word_choice",
]
