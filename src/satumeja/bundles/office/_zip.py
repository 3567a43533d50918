"""Parts of a zip file; of one that is cut off, as much as it still holds."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from satumeja.errors import Fault, ReportError

__all__ = ["Parted", "part_of", "parts_in"]

_CHUNK = 1 << 16
_LOCAL = b"PK\x03\x04"
_HEAD = struct.Struct("<4s5H3I2H")
_DEFLATED, _STORED = 8, 0
_LARGE, _RATIO = 256 << 20, 100
"""A part that unpacks to more than so many bytes, and to so many times its size, is a trap: no
text packs that well, while a workbook of events may well be large."""


@dataclass
class Parted:
    """The parts of a zip file, by name, and whether its list of them is gone.

    Parameters
    ----------
    path : str
        The file.
    names : tuple of str
        What it holds.
    is_cut : bool
        Whether it is cut off, so that its parts are read as they come.
    """

    path: str
    names: tuple[str, ...]
    is_cut: bool = False
    starts: dict[str, tuple[int, int]] = field(default_factory=dict, repr=False)


def parts_in(path: str) -> Parted:
    """List the parts of a zip file.

    Raises
    ------
    ReportError
        It is no zip file, even a broken one; or a part of it unpacks to far more than it weighs.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            for part in archive.infolist():
                _require_no_trap(part.file_size, part.compress_size, path)
            return Parted(path, tuple(archive.namelist()))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, EOFError):
        starts = dict(_local_parts(path))
    except OSError as error:
        raise ReportError(Fault(f"cannot be read: {error.strerror or error}", path)) from None
    if not starts:
        raise ReportError(Fault("is a zip file that holds nothing", path))
    return Parted(path, tuple(starts), is_cut=True, starts=starts)


def _require_no_trap(size: int, packed: int, path: str) -> None:
    """Refuse a part by what it unpacks to; `zipfile` gives no more of it than it states."""
    if size > _LARGE and size > _RATIO * packed:
        more = f"to more than {_LARGE >> 20} MB, over {_RATIO} times what it weighs"
        raise ReportError(Fault(f"is a zip file of which a part unpacks {more}", path))


def _local_parts(path: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Find the parts of a zip file whose list is gone, by the head that stands before each."""
    with open(path, "rb") as file:
        data = file.read()
    place = data.find(_LOCAL)
    while place >= 0 and place + _HEAD.size <= len(data):
        head = _HEAD.unpack_from(data, place)
        name_length, more = head[9], head[10]
        begin = place + _HEAD.size + name_length + more
        name = data[place + _HEAD.size : place + _HEAD.size + name_length]
        if head[3] in (_DEFLATED, _STORED) and begin <= len(data):
            yield name.decode("utf-8", "replace"), (begin, head[3])
        place = data.find(_LOCAL, begin + head[7] if head[7] else begin)


def part_of(parted: Parted, name: str) -> Iterator[bytes]:
    """Give the bytes of a part in chunks, as far as they go.

    Raises
    ------
    ReportError
        The part is not there, is locked with a password, or unpacks to far more than it weighs.
    """
    if name not in parted.names:
        raise ReportError(Fault(f'has no part "{name}"', parted.path))
    if parted.is_cut:
        yield from _salvaged(parted, name)
        return
    try:
        with zipfile.ZipFile(parted.path) as archive, archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                yield chunk
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
        return  # what was read until then has been given; XML tells that it breaks off
    except (RuntimeError, NotImplementedError) as error:
        reason = "cannot be unpacked; save it anew"
        if "password" in str(error):
            reason = "is locked with a password; open it, and save it without one"
        raise ReportError(Fault(reason, parted.path)) from None


def _salvaged(parted: Parted, name: str) -> Iterator[bytes]:
    """Unpack a part of which nobody knows where it ends."""
    begin, method = parted.starts[name]
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS) if method == _DEFLATED else None
    size = packed = 0
    with open(parted.path, "rb") as file:
        file.seek(begin)
        while chunk := file.read(_CHUNK):
            if unpacker is None:
                yield chunk
                continue
            try:
                words = unpacker.decompress(chunk)
            except zlib.error:
                return
            size, packed = size + len(words), packed + len(chunk)
            _require_no_trap(size, packed, parted.path)
            yield words
            if unpacker.eof:
                return
