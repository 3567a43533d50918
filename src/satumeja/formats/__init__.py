"""Model files in and out: native YAML and JSON, and .gmcr; faults at their line and column."""

from __future__ import annotations

from satumeja.formats._contents import Contents, MakerContents, RuleContents, describe
from satumeja.formats._dump import dump
from satumeja.formats._gmcr_write import to_gmcr
from satumeja.formats._load import from_dict, load, loads
from satumeja.formats._schema import json_schema

__all__ = [
    "Contents",
    "MakerContents",
    "RuleContents",
    "describe",
    "dump",
    "from_dict",
    "json_schema",
    "load",
    "loads",
    "to_gmcr",
]
