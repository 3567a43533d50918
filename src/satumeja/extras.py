"""Optional libraries: imported where they are used, missed in one line that says what to type.

Whatever such a library does, a person is told in our words. `calling` stands around every call
of one: what it raises becomes one error of ours, and what it logs, warns of or prints reaches
no terminal; handlers that somebody gave its logger hear it as ever.
"""

from __future__ import annotations

import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from itertools import islice
from typing import Any, TypeVar

from satumeja.errors import MissingExtraError, SatuMejaError

__all__ = ["calling", "optional", "stepping"]

_Item = TypeVar("_Item")

_LONGEST = 120
_NO_FAILURE = (SatuMejaError, KeyboardInterrupt, SystemExit, GeneratorExit)
_PANIC = "PanicException"
"""What libraries in Rust raise where they are at fault; it derives from no `Exception`."""
_IN_WORDS = {
    MemoryError: "it takes more memory than there is",
    RecursionError: "it is nested too deeply",
}


def optional(module: str, extra: str) -> Any:
    """Import an optional library.

    Parameters
    ----------
    module : str
        The module to import.
    extra : str
        The extra of this package that installs it.

    Raises
    ------
    MissingExtraError
        If it is not installed, or installed in a way that it cannot be imported, of which the
        cause is kept; the message has the line to type.

    Examples
    --------
    >>> optional("json", "none").loads("[1]")
    [1]
    """
    name = module.partition(".")[0]
    line = f"python3 -m pip install 'satumeja[{extra}]'"
    try:
        with _unheard:
            return import_module(module)
    except Exception as error:
        if isinstance(error, ModuleNotFoundError) and (error.name or name).startswith(name):
            raise MissingExtraError(f"this needs {name}; install it with: {line}") from None
        # Of a library half installed, or of one that it needs itself.
        anew = line.replace("install", "install --force-reinstall")
        why = f"{_in_one_line(error)}; it is installed and cannot be loaded; try: {anew}"
        raise MissingExtraError(f"this needs {name}: {why}") from error


@contextmanager
def calling(refusal: Callable[[str], Exception]) -> Iterator[None]:
    """Call an optional library: nobody hears it, and what it raises is one error of ours.

    Our own errors pass, and so does Ctrl-C. A generator has no such call around a ``yield``:
    `stepping` takes what an iterator of a library gives.

    Parameters
    ----------
    refusal : callable
        Makes the error from why the library failed, in part of a line. The error names the
        file and says what to do next.

    Examples
    --------
    >>> from satumeja.errors import Fault, ReportError
    >>> with calling(lambda why: ReportError(Fault(f"is damaged: {why}", "wire.pdf"))):
    ...     raise AssertionError
    Traceback (most recent call last):
        ...
    satumeja.errors.ReportError: wire.pdf: is damaged: AssertionError
    """
    try:
        with _unheard:
            yield
    except _NO_FAILURE:
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != _PANIC:
            raise
        raise refusal(_in_one_line(error)) from error


def stepping(
    items: Iterable[_Item], refusal: Callable[[str], Exception], *, at_once: int = 256
) -> Iterator[_Item]:
    """Yield what an iterator of an optional library gives, as in `calling`.

    Parameters
    ----------
    items : iterable
        The library's.
    refusal : callable
        As for `calling`; what the iterator gave before it failed is yielded first.
    at_once : int
        How many are taken in one call, of which the first is of one and each is twice the one
        before; 1 where an item is good only until the next is asked for.

    Examples
    --------
    >>> from satumeja.errors import ReportError
    >>> list(stepping(range(5), ReportError))
    [0, 1, 2, 3, 4]
    """
    with calling(refusal):
        iterator = iter(items)
    size = 1
    failure: Exception | None = None
    while failure is None:
        taken: list[_Item] = []
        try:
            with calling(refusal):
                taken.extend(islice(iterator, size))  # keeps those before one that fails
        except Exception as error:
            failure = error
        yield from taken
        if len(taken) < size:
            break
        size = min(2 * size, at_once)
    if failure is not None:
        raise failure


def _in_one_line(error: BaseException) -> str:
    """Say an error of a library in part of a line, whatever it makes of itself."""
    for kind, words in _IN_WORDS.items():
        if isinstance(error, kind):
            return words
    name = type(error).__name__
    try:
        words = " ".join(str(error).split())
    except Exception:
        words = ""
    if isinstance(error, KeyError | IndexError) and words:
        words = f"{name} {words}"  # which is what was looked for, and not that it was not there
    return words[:_LONGEST] or name


class _Silence:
    """Threads that nobody is to hear: standard streams take nothing from them, nor do warnings.

    Streams and filters of warnings are those of the whole process, and threads call libraries
    side by side: the first that comes in changes them, and the last that goes changes them back.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._silent: list[int] = []
        self._back = ExitStack()

    def __enter__(self) -> None:
        with self._lock:
            if not self._silent:
                self._back.enter_context(warnings.catch_warnings())
                warnings.simplefilter("ignore")
                for name in ("stdout", "stderr"):
                    self._hush(name)
            self._silent.append(threading.get_ident())

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._silent.remove(threading.get_ident())
            if not self._silent:
                self._back.close()

    def _hush(self, name: str) -> None:
        """Put a stream in the place of a standard one, until all is as it was."""
        stream = getattr(sys, name)
        hushed = _Hushed(stream, self._silent)

        def restore() -> None:
            if getattr(sys, name) is hushed:  # and not what somebody put there meanwhile
                setattr(sys, name, stream)

        setattr(sys, name, hushed)
        self._back.callback(restore)


class _Hushed:
    """A stream that takes nothing from some threads, and is as it was for all others."""

    def __init__(self, stream: Any, silent: Sequence[int]) -> None:
        self._stream, self._silent = stream, silent

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, words: str) -> int:
        """Write words, unless a library does."""
        if self._stream is None or threading.get_ident() in self._silent:
            return len(words)
        return int(self._stream.write(words))

    def writelines(self, lines: Iterable[str]) -> None:
        """Write lines, as `write` does."""
        for line in lines:
            self.write(line)


_unheard = _Silence()
