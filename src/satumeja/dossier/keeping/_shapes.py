"""What the columns of a dossier file hold, each told in SQL and in Python."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from satumeja.bundles import KINDS as DATASETS
from satumeja.report import LANGUAGES
from satumeja.report.kit import knowledge

__all__ = ["VERBS", "Shape", "shapes"]

VERBS: Mapping[str, tuple[str, ...]] = {
    "statement": ("accept", "reject", "edit"),
    "act": ("accept", "reject", "edit"),
    "link": ("accept", "reject", "add"),
    "report": ("edit", "add", "accept", "reject"),
    "actor": ("add", "edit", "merge", "split"),
    "issue": ("add", "edit", "merge"),
    "correction": ("withdraw",),
}
"""What can be done to each kind of thing."""


@dataclass(frozen=True)
class Shape:
    """What a column holds.

    Parameters
    ----------
    sql : str
        The condition, with ``{}`` for the column: for a glance at all rows.
    fits : callable
        The same in Python: for one value.
    """

    sql: str
    fits: Callable[[Any], bool]

    @property
    def or_none(self) -> Shape:
        """The same where a value may be missing."""
        return Shape(
            f"({{0}} IS NULL OR {self.sql})", lambda value: value is None or self.fits(value)
        )


_SPAN = re.compile(r"\[\d{1,9}, \d{1,9}\]")


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_moment(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(dt.datetime.fromisoformat(value))
    except ValueError:
        return False


def _is_within(value: Any, ends: str) -> bool:
    return isinstance(value, str) and len(value) > 1 and value[0] + value[-1] == ends


def _one_of(words: Iterable[str]) -> Shape:
    listed = frozenset(words)
    quoted = ", ".join(f"'{word}'" for word in sorted(listed))
    return Shape(f"{{0}} IN ({quoted})", lambda value: isinstance(value, str) and value in listed)


_TEXT = Shape("typeof({0}) = 'text'", lambda value: isinstance(value, str))
_NUMBER = Shape(
    "(typeof({0}) = 'integer' AND {0} >= 0)",
    lambda value: type(value) is int and value >= 0,
)
_REAL = Shape("typeof({0}) IN ('integer', 'real')", lambda value: type(value) in (int, float))
_TRUTH = Shape("{0} IN (0, 1)", lambda value: value in (0, 1))
_DAY = Shape(
    "(typeof({0}) = 'text' AND length({0}) = 10 AND date({0}, '+0 days') = {0} AND {0} > '0001')",
    _is_day,
)
_MOMENT = Shape("typeof({0}) = 'text'", _is_moment)
_PLACE = Shape(
    "(typeof({0}) = 'text' AND {0} GLOB '[[][0-9]*, [0-9]*]')",
    lambda value: isinstance(value, str) and bool(_SPAN.fullmatch(value)),
)
_LIST = Shape("(typeof({0}) = 'text' AND {0} GLOB '[[]*]')", partial(_is_within, ends="[]"))
_OBJECT = Shape("(typeof({0}) = 'text' AND {0} GLOB '{{*}}')", partial(_is_within, ends="{}"))
_PRECISION = _one_of(("day", "week", "month", "year", "span"))
_VERBS = _one_of(verb for verbs in VERBS.values() for verb in verbs)
_ITEMS = _one_of(("statement", "act", "link", "report", "actor", "issue", "correction"))
_COMMON = {
    "source": _NUMBER,
    "id": _TEXT,
    "start": _NUMBER,
    "stop": _NUMBER,
    "day": _DAY.or_none,
    "day_end": _DAY.or_none,
    "precision": _PRECISION.or_none,
    "words": _TEXT,
    "origin": _TEXT,
    "doubtful": _TRUTH,
    "day_doubtful": _TRUTH,
    "retired": _TRUTH,
    "print": _TEXT,
}
"""What statements and acts have in common."""


@cache
def shapes() -> Mapping[str, Mapping[str, Shape]]:
    """Give what each column of each table holds."""
    kinds = list(knowledge("satumeja.dossier", "codes"))
    acts, deeds = _one_of(["say", *kinds]), _one_of(kinds)
    text, maybe = _TEXT, _TEXT.or_none
    return {
        "source": {
            "id": _NUMBER,
            **dict.fromkeys(("name", "sha256", "form", "text"), text),
            "language": _one_of(LANGUAGES),
            "title": text,
            **dict.fromkeys(("place", "byline", "site", "published_by"), maybe),
            "published": _MOMENT.or_none,
            "day": _DAY.or_none,
            "agency": _LIST,
            "paragraphs": _LIST,
            "reader": text,
            "encoding": text,
            "article": _OBJECT.or_none,
        },
        "actor": {
            **dict.fromkeys(("local", "id", "kind", "name"), text),
            "source": _NUMBER,
            "office": maybe,
            "state": maybe,
            "mentions": _LIST,
        },
        "statement": {
            **_COMMON,
            **dict.fromkeys(("speaker", "addressee", "medium", "within"), maybe),
            "speaker_span": _PLACE.or_none,
            "cue": _PLACE.or_none,
            "cue_kind": text,
            "mode": _one_of(("direct", "indirect", "mixed")),
            "act": acts,
        },
        "act": {
            **_COMMON,
            **dict.fromkeys(("by", "target", "statement", "issue"), maybe),
            **dict.fromkeys(("condition_issue", "condition_actor"), maybe),
            "kind": deeds,
            "actor": text,
            "condition": _PLACE.or_none,
            "due": _DAY.or_none,
            "due_end": _DAY.or_none,
            "due_precision": _PRECISION.or_none,
        },
        "correction": {
            "id": _NUMBER,
            "at": _MOMENT,
            "who": text,
            "verb": _VERBS,
            "item": _ITEMS,
            "key": text,
            "was": _OBJECT.or_none,
            "change": _OBJECT,
            "note": maybe,
            "decision": _NUMBER.or_none,
        },
        "vocabulary": {"item": _one_of(("actor", "issue")), "id": text, "entry": _OBJECT},
        "bundle": {"id": _NUMBER, **dict.fromkeys(("name", "sha256", "kind"), text)},
        "place": dict.fromkeys(("bundle", "number", "source"), _NUMBER),
        "dataset": {
            "id": _NUMBER,
            **dict.fromkeys(("name", "sha256", "reader"), text),
            "kind": _one_of(DATASETS),
        },
        "event": {
            "dataset": _NUMBER,
            "row": _NUMBER,
            "id": text,
            "doubtful": _TRUTH,
            **dict.fromkeys(("first", "last", "published"), _DAY.or_none),
            **dict.fromkeys(("code", "place", "source", "link", "note"), text),
            "precision": _PRECISION.or_none,
            "category": _LIST,
            "parties": _LIST,
            "latitude": _REAL.or_none,
            "longitude": _REAL.or_none,
            "deaths": _NUMBER.or_none,
        },
    }
