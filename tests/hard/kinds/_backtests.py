"""Tables of what happened, and frozen backtests."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from formats.samples import PLANT
from hard import damage
from hard.kind import Kind, put
from satumeja import gallery
from satumeja.errors import QuestionError
from satumeja.model import Model
from satumeja.questions.backtest import (
    Coding,
    Source,
    cases_of,
    freeze,
    read_codings,
    read_frozen,
)

__all__ = ["CODED", "CODED_YAML", "FROZEN", "FROZEN_JSON"]

_ROWS: tuple[dict[str, str], ...] = (
    {"case": "chicken", "model": "chicken", "happened": "3", "conflict": "Chicken", "source": "a"},
    {"case": "two", "model": "prisoners-dilemma", "happened": "1; 4", "coded_by": "Ana"},
    {"case": "", "model": "chicken", "happened": "N|Y", "conflict": "", "source": 'A, "b"\nc'},
)
_COLUMNS = ("case", "model", "happened", "conflict", "source", "coded_by")
_WORDS = (*_COLUMNS, "chicken", "1;2", "0", "99", "-1", "status_quo", "Y|N", "9" * 50, "../x")
_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{two}: &{two} [{','.join([f'*{one}'] * 9)}]\n"
    for one, two in zip("abcdefgh", "bcdefghi", strict=True)
)


@cache
def _tables() -> tuple[bytes, ...]:
    page = io.StringIO(newline="")
    writer = csv.DictWriter(page, _COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(_ROWS)
    return (page.getvalue().encode(), b"model,happened\r\nchicken,3\r\n")


@cache
def _lists() -> tuple[bytes, ...]:
    rows = [*_ROWS, {"model": "chicken", "happened": ["1", "2"]}]
    return tuple(yaml.safe_dump(whole).encode() for whole in (rows, {"cases": rows}))


def spoil_table(content: bytes, rng: Random) -> bytes:
    """Spoil cells, letters or bytes."""
    if rng.random() < 0.1:
        return damage.spoil_bytes(content, rng)
    if rng.random() < 0.3:
        return damage.encoded(damage.spoil_text(content.decode(), rng), rng)
    return damage.encoded(damage.spoil_table(content.decode(), rng, _WORDS), rng)


def spoil_list(content: bytes, rng: Random) -> bytes:
    """Spoil values, letters or bytes."""
    if rng.random() < 0.1:
        return damage.spoil_bytes(content, rng)
    if rng.random() < 0.4:
        pieces = (*damage.PIECES, *_WORDS, _BOMB)
        return damage.encoded(damage.spoil_text(content.decode(), rng, pieces), rng)
    return _spoilt_tree(content, rng, _COLUMNS)


@cache
def _parsed(content: bytes) -> str:
    return json.dumps(yaml.safe_load(content))


def _spoilt_tree(content: bytes, rng: Random, keys: tuple[str, ...]) -> bytes:
    tree = json.loads(_parsed(content))
    for _ in range(rng.choice([1, 1, 2, 3])):
        damage.spoil_tree(tree, keys, (*damage.ODD, *_WORDS), rng)
    return damage.encoded(json.dumps(tree), rng)


@cache
def _model(name: str) -> Model:
    try:
        return gallery.load(name)
    except QuestionError:
        return gallery.load("chicken")


def _read_codings(path: Path) -> None:
    cases_of(read_codings(path), _model)


def _cases_words(path: Path) -> list[str]:
    return ["backtest", "--cases", str(path), "--profiles", "2", "--concept", "nash", "--json"]


CODED = Kind("cases", ".csv", _tables, spoil_table, _read_codings, _cases_words)
CODED_YAML = Kind("cases-yaml", ".yaml", _lists, spoil_list, _read_codings, _cases_words)


# -- what is frozen --------------------------------------------------------------------------

_HAPPENED = (Coding("chicken", "", ("3",)), Coding("plant", "", ("status_quo",)))


@cache
def _frozen(whole: bool = True) -> dict[str, Any]:
    texts = {"chicken": gallery.text("chicken"), "plant": PLANT}
    sources = [Source(case, text, case) for case, text in texts.items()]
    concepts = ["nash", "seq"]
    written = freeze(
        sources, concepts, rule="By two.", on="2026-11-30", engine="1", profiles=5, whole=whole
    )
    return written.to_json()


@cache
def _frozen_yaml() -> tuple[bytes, ...]:
    return tuple(yaml.safe_dump(_frozen(whole)).encode() for whole in (True, False))


@cache
def _frozen_json() -> tuple[bytes, ...]:
    return tuple(json.dumps(_frozen(whole), indent=1).encode() for whole in (True, False))


def spoil_frozen(content: bytes, rng: Random) -> bytes:
    """Spoil values, letters or bytes; at times, with a hash that fits."""
    if rng.random() < 0.1:
        return damage.spoil_bytes(content, rng)
    if rng.random() < 0.4:
        pieces = (*damage.PIECES, _BOMB)
        return damage.encoded(damage.spoil_text(content.decode(), rng, pieces), rng)
    keys = (*_frozen(), *_frozen()["cases"][0])
    if rng.random() < 0.3:
        return _spoilt_tree(content, rng, keys)
    tree = json.loads(_parsed(content))
    for _ in range(rng.choice([1, 1, 2, 3])):
        damage.spoil_tree(tree, keys, (*damage.ODD, *_WORDS), rng)
    return damage.encoded(json.dumps(_fitting(tree)), rng)


def _fitting(tree: Any) -> Any:
    """Give a hash that fits what was changed, as somebody could who means to mislead."""
    from hashlib import sha256

    if not isinstance(tree, dict):
        return tree
    rest = {key: value for key, value in tree.items() if key != "hash"}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True)
    return {**rest, "hash": sha256(text.encode(errors="replace")).hexdigest()}


def _read_frozen(path: Path) -> None:
    texts = {"chicken": gallery.text("chicken"), "plant": PLANT}
    frozen = read_frozen(path)
    frozen.score(_HAPPENED, lambda place: texts.get(place, PLANT))


def _place_frozen(path: Path, content: bytes) -> Path:
    put(path.with_name("happened.csv"), b"case,happened\nchicken,3\n")
    return put(path, content)


def _score_words(path: Path) -> list[str]:
    return ["backtest", "score", str(path), str(path.with_name("happened.csv")), "--json"]


FROZEN = Kind(
    "frozen", ".yaml", _frozen_yaml, spoil_frozen, _read_frozen, _score_words, _place_frozen
)
FROZEN_JSON = Kind(
    "frozen-json", ".json", _frozen_json, spoil_frozen, _read_frozen, _score_words, _place_frozen
)
