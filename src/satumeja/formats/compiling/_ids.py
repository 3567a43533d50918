"""Ids for things that a file only calls by a name, which can be any text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from satumeja.model.kit import RESERVED

__all__ = ["derive_ids"]

_WORD = re.compile(r"\w+")
_LONGEST = 24


def derive_ids(names: Sequence[str], kind: str) -> list[str]:
    """Make ids of names: the same for the same names, no two alike, none a reserved word.

    Parameters
    ----------
    names : sequence of str
        Any texts, in order.
    kind : str
        What stands before, or in place of, a name that gives no id of its own.

    Examples
    --------
    >>> derive_ids(["Sit at the table", "2 wells", "Sit at the table!", "?", "If"], "option")
    ['sit_at_the_table', 'option_2_wells', 'sit_at_the_table_2', 'option', 'option_if']
    """
    taken: set[str] = set()
    ids = []
    for name in names:
        stem = _stem(name, kind)
        word, count = stem, 1
        while word in taken:
            count += 1
            word = f"{stem}_{count}"
        taken.add(word)
        ids.append(word)
    return ids


def _stem(name: str, kind: str) -> str:
    word = "_".join(_WORD.findall(name.lower()))[:_LONGEST].rstrip("_")
    if word in RESERVED or not re.match(r"[^\W\d]", word):
        word = f"{kind}_{word.lstrip('_')}".rstrip("_")
    return word
