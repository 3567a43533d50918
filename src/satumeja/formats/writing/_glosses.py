"""Glosses of cited sentences, written where each is first cited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from satumeja.formats.writing._native_rules import Data, worded
from satumeja.model import Gloss, Model, Reference

__all__ = ["with_glosses"]


def with_glosses(data: Data, model: Model) -> Data:
    """Put each gloss of a model where its sentence is first cited in the data of its file.

    Parameters
    ----------
    data : dict
        The file, its references alone.
    model : Model
        Whose glosses are put in.
    """
    sources = {source.id for source in model.sources}
    waiting = {Reference.read(g.reference, sources).plain: g for g in model.glosses}
    return _placed(data, waiting, sources) if waiting else data


def _placed(part: Any, waiting: dict[str, Gloss], sources: set[str]) -> Any:
    """Copy a part of a file, with the glosses that are first due in it."""
    if isinstance(part, list):
        return type(part)(_placed(item, waiting, sources) for item in part)
    if not isinstance(part, Mapping):
        return part
    copy: Data = {}
    for key, value in part.items():
        if key == "evidence" and isinstance(value, list):
            entries = [_entry(reference, waiting, sources) for reference in value]
            copy[key] = type(value)(entries) if entries == value else entries
        else:
            copy[key] = _placed(value, waiting, sources)
    return copy


def _entry(reference: str, waiting: dict[str, Gloss], sources: set[str]) -> str | Data:
    """Give a reference as evidence has it: with its gloss where it is cited first."""
    gloss = waiting.pop(Reference.read(reference, sources).plain, None)
    if gloss is None:
        return reference
    data: Data = {"reference": reference}
    if gloss.words:
        data["gloss"] = worded(gloss.words)
    return data | {key: value for key in ("by", "parallel") if (value := getattr(gloss, key))}
