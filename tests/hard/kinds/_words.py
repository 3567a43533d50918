"""Words and numbers at which readers of reports go wrong, and ways to put them in."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

from hard.damage import ODD, PIECES, spoil_text, spoil_tree

__all__ = ["NUMBERS", "REPORTED", "spoil_json", "spoil_words"]

NUMBERS = (
    *("0", "-1", "1", "2", "-0", "255", "65536", "2147483648", "-2147483649", "4294967296"),
    *("9223372036854775808", "1e309", "-1e309", "NaN", "Infinity", "0.1", "1.", ".5", "1_000"),
    *("0x10", "٣", "²", "９", "1" + "0" * 400, "9" * 5000),
)
"""Numbers at which programs go wrong, and what only looks like one."""
REPORTED = (
    *PIECES,
    *(
        "\0",
        "\x01",
        "\x1b[2J",
        "\x1b]0;x\x07",
        "\x7f",
        "\u2028",
        "\U0010ffff",
        "🕊️",
        "العربية",
        "中文",
    ),
    *(
        "&#0;",
        "&#x110000;",
        "&nope;",
        "]]>",
        "<!--",
        "-->",
        "<![CDATA[",
        "\f",
        "\v",
        "\n\n",
        "\r\n",
    ),
    *("%s", "{0}", "../../etc/passwd", "=1+1", "0000-00-00", "9999-12-31", "2021-02-30", "24:00"),
    *("10000-01-01", "Monday", "Senin", "1 of 2 DOCUMENTS", "A" * 70_000, "a " * 9_000),
)
"""Pieces that mean something to a reader of reports and archives."""
_NUMBER = re.compile(r"\d+")


def spoil_words(text: str, rng: Random) -> str:
    """Change a text: a number for another, or as any text."""
    numbers = [match.span() for match in _NUMBER.finditer(text)]
    if numbers and rng.random() < 0.2:
        start, end = rng.choice(numbers)
        return text[:start] + rng.choice(NUMBERS) + text[end:]
    return spoil_text(text, rng, REPORTED)


def spoil_json(text: str, rng: Random) -> str:
    """Change the values of a text of JSON, or its letters."""
    try:
        whole: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return spoil_words(text, rng)
    for _ in range(rng.choice([1, 1, 2])):
        spoil_tree(whole, ("x", "", "id", "en"), ODD, rng)
    return json.dumps(whole[0] if whole else None)
