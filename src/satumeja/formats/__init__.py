"""Model files in and out: the native YAML and JSON, with faults at their line and column."""

from __future__ import annotations

from satumeja.formats._contents import Contents, MakerContents, RuleContents, describe
from satumeja.formats._load import from_dict, load, loads
from satumeja.formats._schema import json_schema

__all__ = [
    "Contents",
    "MakerContents",
    "RuleContents",
    "describe",
    "from_dict",
    "json_schema",
    "load",
    "loads",
]
