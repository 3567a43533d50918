"""Model files in and out: native YAML and JSON, .gmcr, and sheets; faults at their place."""

from __future__ import annotations

from satumeja.formats._edit import edit, key_path, read_value
from satumeja.formats._load import from_dict, load, loads
from satumeja.formats._other_readings import load_readings
from satumeja.formats._save import save
from satumeja.formats.gmcr._write import to_gmcr
from satumeja.formats.schema._model import json_schema
from satumeja.formats.sheets._csv import csv_text
from satumeja.formats.sheets._grid import Grid
from satumeja.formats.sheets._xlsx import workbook
from satumeja.formats.writing._contents import (
    Contents,
    GroupContents,
    MakerContents,
    RuleContents,
    describe,
)
from satumeja.formats.writing._dump import dump

__all__ = [
    "Contents",
    "Grid",
    "GroupContents",
    "MakerContents",
    "RuleContents",
    "csv_text",
    "describe",
    "dump",
    "edit",
    "from_dict",
    "json_schema",
    "key_path",
    "load",
    "load_readings",
    "loads",
    "read_value",
    "save",
    "to_gmcr",
    "workbook",
]
