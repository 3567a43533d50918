"""Damage to zip archives: their entries, what stands about these, and what is in them."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Sequence
from random import Random

from hard.damage._bytes import spoil_bytes

__all__ = ["entries", "spoil_zip", "zipped"]

Entries = list[tuple[str, bytes]]
_NAMES = (
    *("", ".", "../up.txt", "/etc/passwd", "C:\\x", "a" * 300, "a\x00b", "é\u202e.txt", "con"),
    *("a/b/c/d.txt", "__MACOSX/._x", "folder/", "\x1b[31m.txt", "x.zip", "%2e%2e", "a\nb"),
)


def entries(content: bytes) -> Entries:
    """Give the names and contents of an archive that is sound."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def zipped(parts: Sequence[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Make an archive, the same one each time."""
    page = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(page, "w", method) as archive:
        warnings.simplefilter("ignore")  # names twice
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name, (2022, 1, 24, 0, 0, 0)), content, method)
    return page.getvalue()


def spoil_zip(
    content: bytes,
    rng: Random,
    inside: Callable[[str, bytes, Random], bytes] | None = None,
) -> bytes:
    """Spoil a sound archive: what is in its entries, the entries, or what tells of them.

    Parameters
    ----------
    content : bytes
        The archive.
    rng : Random
        Where chance comes from.
    inside : callable, optional
        Spoils an entry by what it is: takes its name and content.
    """
    if rng.random() < 0.3:
        return spoil_bytes(content, rng)
    parts = entries(content)
    for _ in range(rng.choice([1, 1, 2, 3])):
        _change(parts, inside, rng)
    whole = zipped(parts, rng.choice([zipfile.ZIP_DEFLATED] * 6 + [zipfile.ZIP_STORED]))
    return _told_otherwise(whole, rng) if rng.random() < 0.2 else whole


def _change(
    parts: Entries, inside: Callable[[str, bytes, Random], bytes] | None, rng: Random
) -> None:
    if not parts:
        return
    k = rng.randrange(len(parts))
    name, content = parts[k]
    match rng.randrange(12):
        case 0:
            del parts[k]
        case 1:
            parts.append((name, rng.choice(parts)[1]))
        case 2:
            parts[k] = (rng.choice([*_NAMES, rng.choice(parts)[0], name.upper()]), content)
        case 3:
            parts[k] = (name, rng.choice(parts)[1])
        case 4:
            parts[k] = (
                name,
                rng.choice([b"", bytes(3_000_000), content * 20, b"\xff\xfe" + content]),
            )
        case 5:
            parts.append((rng.choice(_NAMES), rng.choice(parts)[1]))
        case 6:
            parts[k] = (name, spoil_bytes(content, rng))
        case _:
            parts[k] = (name, (inside or _any_inside)(name, content, rng))


def _any_inside(name: str, content: bytes, rng: Random) -> bytes:
    return spoil_bytes(content, rng)


def _told_otherwise(content: bytes, rng: Random) -> bytes:
    """Change what the directory at the end, or the head of an entry, says of an entry."""
    head = rng.choice([b"PK\x01\x02", b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"])
    places = [k for k in range(len(content) - 30) if content.startswith(head, k)]
    if not places:
        return content
    changed, start = bytearray(content), rng.choice(places) + 4
    field = start + 2 * rng.randrange(9)  # versions, flags, method, time, sum, sizes
    changed[field : field + 2] = rng.choice(
        [b"\x00\x00", b"\xff\xff", b"\x01\x00", b"\x09\x00", b"\x63\x00", rng.randbytes(2)]
    )
    return bytes(changed)
