"""Factiva as RTF: each part on a line behind its code, each article closed by its number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from satumeja.bundles._types import Left, Yielded
from satumeja.bundles.kinds._factiva_codes import article_of_codes
from satumeja.bundles.reading import one_line

__all__ = ["factiva_rtf_articles", "looks_coded"]

_CODED = re.compile(r"[\s|]*([A-Z]{2,3})[ ]*[\t|](.*)", re.DOTALL)
_CODES = frozenset(
    [
        "SE",
        "HD",
        "BY",
        "CR",
        "WC",
        "PD",
        "ET",
        "SN",
        "SC",
        "ED",
        "PG",
        "VOL",
        "LA",
        "CY",
        "LP",
        "TD",
        "CT",
        "RF",
        "CO",
        "IN",
        "NS",
        "RE",
        "IPC",
        "IPD",
        "PUB",
        "AN",
        "ART",
        "CLM",
    ]
)
_DOCUMENT = re.compile(r"\s*Do[ck]ument?[eo]?n?\s+([A-Z0-9]{25})\s*")
_LEAST = 3


def looks_coded(lines: Iterable[str]) -> bool:
    """Whether lines are of this kind: some have codes, or one closes an article."""
    codes = set()
    for line in lines:
        coded = _CODED.fullmatch(line)
        if coded is not None and coded[1] in _CODES:
            codes.add(coded[1])
    return len(codes) >= _LEAST and "HD" in codes


def factiva_rtf_articles(lines: Iterable[str]) -> Iterator[Yielded]:
    """Yield the articles of an export as RTF.

    Parameters
    ----------
    lines : iterable of str
        The lines of its text.
    """
    codes: dict[str, list[str]] = {}
    code = ""
    count = 0
    for line in lines:
        coded = _CODED.fullmatch(line)
        closing = _DOCUMENT.fullmatch(line)
        if closing is not None and codes:
            codes["AN"] = [closing[1]]
            yield article_of_codes("factiva-rtf", codes)
            codes, code, count = {}, "", count + 1
        elif coded is not None and coded[1] in _CODES:
            if coded[1] == "HD" and "HD" in codes:  # the one before was not closed
                yield article_of_codes("factiva-rtf", codes)
                codes, count = {}, count + 1
            code = coded[1]
            codes.setdefault(code, []).append(one_line(coded[2].rstrip("|")))
        elif code and line.strip(" \t|"):
            codes[code].append(one_line(line.strip("|")))
    if "HD" in codes:
        yield article_of_codes("factiva-rtf", codes)
        if "AN" not in codes:
            yield Left("cut_article")
    elif not count:
        yield Left("cut_off")
