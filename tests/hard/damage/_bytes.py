"""Damage that knows nothing of a format: what disks, mails and editors do to bytes."""

from __future__ import annotations

from random import Random

__all__ = ["spoil_bytes"]

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x80", b"\x00", b"\xff", b"PK\x03\x04")
_LENGTHS = (1, 1, 2, 4, 16, 100, 1000)


def spoil_bytes(content: bytes, rng: Random) -> bytes:
    """Damage a file in one to eight places, or as a whole."""
    if rng.random() < 0.15:
        return _as_a_whole(content, rng)
    changed = bytearray(content)
    for _ in range(rng.choice([1, 1, 1, 2, 3, 8])):
        _change(changed, rng)
    return bytes(changed)


def _change(changed: bytearray, rng: Random) -> None:
    start = rng.randrange(len(changed) + 1)
    end = min(len(changed), start + rng.choice(_LENGTHS))
    match rng.randrange(8):
        case 0 | 1 if start < len(changed):
            changed[start] ^= 1 << rng.randrange(8)
        case 2 if start < len(changed):
            changed[start] = rng.randrange(256)
        case 3:
            del changed[start:end]
        case 4:
            changed[start:start] = rng.randbytes(end - start)
        case 5:
            changed[start:start] = changed[start:end] * rng.choice([1, 2, 20])
        case 6:
            changed[start:end] = bytes(end - start)
        case _:
            changed[start:end] = rng.choice([b"\xff", b"\x00", b"\x7f", b"\x80"]) * (end - start)


def _as_a_whole(content: bytes, rng: Random) -> bytes:
    cut = rng.randrange(len(content) + 1)
    match rng.randrange(8):
        case 0 | 1:
            return content[:cut]
        case 2:
            return content[cut:]
        case 3:
            return content + content
        case 4:
            return rng.choice(_MARKS) + content
        case 5:
            return content + rng.choice(_MARKS)
        case 6:
            return content.replace(b"\n", rng.choice([b"\r", b"\r\n", b"\n\n", b"\x00", b""]))
        case _:
            return content[cut:] + content[:cut]
