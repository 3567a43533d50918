"""Model files in and out: native YAML and JSON, .gmcr, and sheets; faults at their place."""

from __future__ import annotations

from satumeja.formats._contents import (
    Contents,
    GroupContents,
    MakerContents,
    RuleContents,
    describe,
)
from satumeja.formats._dump import dump
from satumeja.formats._edit import edit, key_path, read_value
from satumeja.formats._gmcr_write import to_gmcr
from satumeja.formats._load import from_dict, load, loads
from satumeja.formats._other_readings import load_readings
from satumeja.formats._save import save
from satumeja.formats._schema import json_schema
from satumeja.formats._sheets import Grid
from satumeja.formats._sheets_csv import csv_text
from satumeja.formats._sheets_xlsx import workbook

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
