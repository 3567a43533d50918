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
_LARGEST = 4 << 30


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
        It is no zip file, even a broken one.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return Parted(path, tuple(archive.namelist()))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, EOFError):
        starts = dict(_local_parts(path))
    except OSError as error:
        raise ReportError(Fault(f"cannot be read: {error.strerror or error}", path)) from None
    if not starts:
        raise ReportError(Fault("is a zip file that holds nothing", path))
    return Parted(path, tuple(starts), is_cut=True, starts=starts)


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
        The part is not there, or is locked with a password.
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
        reason = "is locked with a password" if "password" in str(error) else "cannot be unpacked"
        raise ReportError(Fault(reason, parted.path)) from None


def _salvaged(parted: Parted, name: str) -> Iterator[bytes]:
    """Unpack a part of which nobody knows where it ends."""
    begin, method = parted.starts[name]
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS) if method == _DEFLATED else None
    with open(parted.path, "rb") as file:
        file.seek(begin)
        while chunk := file.read(_CHUNK):
            if unpacker is None:
                yield chunk
                continue
            try:
                yield unpacker.decompress(chunk)
            except zlib.error:
                return
            if unpacker.eof:
                return
