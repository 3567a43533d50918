"""Damage to text: pieces put in and taken out, lines moved, other encodings."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

__all__ = ["PIECES", "changed_text", "encoded", "spoil_text"]

PIECES = (
    *("\n", " ", "  ", "\t", ":", ": ", "- ", ",", "[", "]", "{", "}", '"', "'", "\\", "#", "|"),
    *("&", "*", "!", "%", "@", "`", "?", ">", "<<", "---\n", "...\n", "~", "null", "-", "(", ")"),
    *("0", "1", "-1", "1e9", "9" * 30, "1/0", ".inf", "Y", "N", "YN|NY", "yes", "true", "iff"),
    *("not", "if", "en", "id", "&a ", "*a", "!!python/object:os.system ", "<<: *a", "%YAML 1.1\n"),
    *("é", "ﬁ", "²", "\u0301", "\u2028", "\x85", "\ufeff", "\x00", "\x1b[31m", "\u202e", "\x0c"),
    *("\ud800", "\U0001f54a", "\\u0000", "\\ud800", "\r", "\r\n", "İ", "٣", "\u200b", "\x7f"),
    *("[" * 40, "{a: " * 40, "[" * 3000, "9" * 5000, "x" * 5000, "a b " * 1500, "1e999", "-0"),
)
"""Pieces that mean something, or nothing, to a reader of text."""
_ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-7", "utf-8-sig", "cp037")


def spoil_text(text: str, rng: Random, pieces: Sequence[str] = PIECES) -> str:
    """Change a text in one to four places, by pieces or by lines."""
    for _ in range(rng.choice([1, 1, 2, 3, 4])):
        change = changed_text if rng.random() < 0.7 else _changed_lines
        text = change(text, rng, pieces)
    return text


def changed_text(text: str, rng: Random, pieces: Sequence[str] = PIECES) -> str:
    """Change a text in one place."""
    start = rng.randrange(len(text) + 1)
    end = min(len(text), start + rng.choice([0, 0, 1, 1, 3, 10, 60]))
    kind = rng.choice(["insert", "insert", "delete", "repeat", "move", "word"])
    match kind:
        case "insert":
            return text[:start] + rng.choice(pieces) + text[end:]
        case "delete":
            return text[:start] + text[end:]
        case "repeat":
            return text[:end] + text[start:end] * rng.choice([1, 2, 50]) + text[end:]
        case "move":
            rest = text[:start] + text[end:]
            place = rng.randrange(len(rest) + 1)
            return rest[:place] + text[start:end] + rest[place:]
        case _:
            words = text.split(" ")
            words[rng.randrange(len(words))] = rng.choice([rng.choice(pieces), rng.choice(words)])
            return " ".join(words)


def _changed_lines(text: str, rng: Random, pieces: Sequence[str]) -> str:
    lines = text.splitlines(keepends=True) or [""]
    start = rng.randrange(len(lines))
    end = min(len(lines), start + rng.choice([1, 1, 2, 5]))
    place = rng.randrange(len(lines) + 1)
    match rng.randrange(6):
        case 0:
            del lines[start:end]
        case 1:
            lines[place:place] = lines[start:end] * rng.choice([1, 1, 2, 30])
        case 2:
            other = rng.randrange(len(lines))
            lines[start], lines[other] = lines[other], lines[start]
        case 3:
            lines[start:end] = [rng.choice([" ", "  ", "\t"]) + line for line in lines[start:end]]
        case 4:
            lines[start] = lines[start].lstrip()
        case _:
            lines[place:place] = [rng.choice(pieces) + "\n"]
    return "".join(lines)


def encoded(text: str, rng: Random) -> bytes:
    """Give a text as bytes: mostly as UTF-8, at times as another encoding or with a mark."""
    if rng.random() < 0.05:
        return text.encode(rng.choice(_ENCODINGS), "replace")
    content = text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.05:
        mark = rng.choice([b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x80"])
        place = rng.choice([0, 0, 0, rng.randrange(len(content) + 1)])
        content = content[:place] + mark + content[place:]
    if rng.random() < 0.05:
        content = content.replace(b"\n", rng.choice([b"\r\n", b"\r", b"\xe2\x80\xa8"]))
    return content
