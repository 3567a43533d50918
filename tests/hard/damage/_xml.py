"""Damage to XML and HTML: entities, tags, attributes, nesting, declarations."""

from __future__ import annotations

import re
from random import Random

from hard.damage._bytes import spoil_bytes
from hard.damage._texts import encoded, spoil_text

__all__ = ["spoil_xml"]

_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r'="[^"]*"')
_TEXT = re.compile(r">[^<>]+<")
_BOMB = (
    '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {two} "{f"&{one};" * 10}">'
        for one, two in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
_HEADS = (
    _BOMB,
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    '<?xml version="1.1" encoding="utf-7"?>',
    '<?xml version="1.0" encoding="EBCDIC-XX"?>',
    '<?xml version="9.9"?>',
    "<?php x ?>",
)
_VALUES = ("", "0", "-1", "9" * 40, "x" * 3000, "true", "&i;", "&a;", "\x00", "NaN", "1e999", "é")
_TEXTS = (
    *_VALUES,
    *("&#0;", "&#xD800;", "&#x1b;", "&nbsp;", "<![CDATA[", "]]>", "<!--", "-->", "<x:y/>"),
    *("<a>" * 300, "</a>", "\u202e", "\ufeff"),
)


def spoil_xml(content: bytes, rng: Random) -> bytes:
    """Spoil a file of tags, by its tags three times of four, else by its letters or bytes."""
    if rng.random() < 0.1:
        return spoil_bytes(content, rng)
    text = content.decode("utf-8", "replace")
    if rng.random() < 0.15:
        return encoded(spoil_text(text, rng), rng)
    for _ in range(rng.choice([1, 1, 2, 3])):
        text = _changed(text, rng)
    return encoded(text, rng)


def _changed(text: str, rng: Random) -> str:
    tags = [match.span() for match in _TAG.finditer(text)]
    match rng.randrange(9):
        case 0:
            return _replaced(text, _ATTRIBUTE, f'="{rng.choice(_VALUES)}"', rng)
        case 1:
            return _replaced(text, _TEXT, f">{rng.choice(_TEXTS)}<", rng)
        case 2:
            start = text.find("?>") + 2 if text.startswith("<?xml") and rng.random() < 0.7 else 0
            return text[:start] + rng.choice(_HEADS) + text[start:]
        case 3:
            return _replaced(text, _TEXT, rng.choice([">&i;<", ">&a;<", "><"]), rng)
        case _ if tags:
            return _changed_tags(text, tags, rng)
    return text


def _replaced(text: str, pattern: re.Pattern[str], words: str, rng: Random) -> str:
    spans = [match.span() for match in pattern.finditer(text)]
    if not spans:
        return text
    start, end = rng.choice(spans)
    return text[:start] + words + text[end:]


def _changed_tags(text: str, tags: list[tuple[int, int]], rng: Random) -> str:
    (start, end), (other, last) = rng.choice(tags), rng.choice(tags)
    match rng.randrange(6):
        case 0:
            return text[:start] + text[end:]
        case 1:
            return text[:end] + text[start:end] * rng.choice([1, 1, 50, 2000]) + text[end:]
        case 2:
            return text[:start] + text[other:last] + text[end:]
        case 3:
            low, high = sorted((start, other))
            return text[:low] + text[high:]  # what is between two tags
        case 4:
            low, high = sorted((start, other))
            return text[:high] + text[low:high] + text[high:]
        case _:
            return (
                text[: start + 1] + rng.choice(["x", "/", "", " ", "x:", "!"]) + text[start + 1 :]
            )
