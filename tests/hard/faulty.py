"""Kinds of files that are read in every way that is wrong, to try the campaign itself."""

from __future__ import annotations

import os
import time
import warnings
from pathlib import Path
from random import Random

from hard.kind import Kind
from satumeja.errors import Fault, InputError, LimitError, ModelError

__all__ = ["EXPECTED", "KINDS", "SOUND"]

_WASTE: list[bytearray] = []


def _seeds() -> list[bytes]:
    return [b"one\ntwo\n!\nthree\n", b"four\n! five\nsix\n"]


def _spoil(content: bytes, rng: Random) -> bytes:
    return content + rng.randbytes(3).replace(b"!", b"?")


def _well(path: Path) -> None:
    if len(path.read_bytes()) % 2:
        raise ModelError(Fault("odd", str(path), 1, 1))


def _raises(path: Path) -> None:
    if b"!" in path.read_bytes():
        raise KeyError("no such word")


class _BareError(LimitError):
    """Says its words as they are."""

    def __str__(self) -> str:
        return str(self.args[0])


def _two_lines(path: Path) -> None:
    raise _BareError("one\ntwo")


class _UncountedError(InputError):
    """Says more than it has faults."""

    def __str__(self) -> str:
        return "a"


def _more_lines(path: Path) -> None:
    raise _UncountedError([])


def _steers(path: Path) -> None:
    raise _BareError("\x1b[31mred")


def _nameless(path: Path) -> None:
    raise ModelError("it is wrong")


def _nowhere(path: Path) -> None:
    raise ModelError(Fault("it is wrong", str(path), 1_000_000_000, 1))


class _WordyError(LimitError):
    """One that does not leave out the middle of what it quotes, as ours do."""

    def __str__(self) -> str:
        return "x" * 5_000


def _wordy(path: Path) -> None:
    raise _WordyError


def _endless(path: Path) -> None:
    while True:
        pass


def _asleep(path: Path) -> None:
    time.sleep(3_600)


def _deaf(path: Path) -> None:
    """Never end, and take no exception for an answer."""
    while True:
        try:
            while True:
                pass
        except BaseException:  # noqa: S112
            continue


def _large(path: Path) -> None:
    _WASTE.append(bytearray(b"x") * (600 << 20))


def _grows(path: Path) -> None:
    """Take more than there may be, and give it back."""
    bytearray(b"x") * (250 << 20)


def _dies(path: Path) -> None:
    os.abort()


def _leaves(path: Path) -> None:
    os._exit(3)


def _warns(path: Path) -> None:
    warnings.warn("mind this", stacklevel=1)


def _kind(name: str, read: object) -> Kind:
    return Kind(name, ".txt", _seeds, _spoil, read, has_lines=True)  # type: ignore[arg-type]


SOUND = _kind("sound", _well)
EXPECTED = {
    "sound": "",
    "raises": "KeyError",
    "two-lines": "more than one line",
    "more-lines": "0 faults in 1 lines",
    "steers": "not a line of text",
    "nameless": "does not name the file",
    "nowhere": "no such place",
    "wordy": "a line of 5,000 characters",
    "endless": "too long",
    "deaf": "too long: the processor time of a file was used up",
    "asleep": "asleep for too long",
    "large": "too much memory\n",
    "grows": "too much memory: ",
    "dies": "died of SIGABRT",
    "leaves": "ended the process with code 3",
    "warns": "a warning",
    "usage": "exit code 2",
}
_READ = {
    "raises": _raises,
    "two-lines": _two_lines,
    "more-lines": _more_lines,
    "steers": _steers,
    "nameless": _nameless,
    "nowhere": _nowhere,
    "wordy": _wordy,
    "endless": _endless,
    "deaf": _deaf,
    "asleep": _asleep,
    "large": _large,
    "grows": _grows,
    "dies": _dies,
    "leaves": _leaves,
    "warns": _warns,
}
KINDS = (
    SOUND,
    *(_kind(name, read) for name, read in _READ.items()),
    Kind("usage", ".txt", _seeds, _spoil, _well, lambda path: ["check", str(path), "--no-such"]),
)
