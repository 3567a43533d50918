"""The cases of a server."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from satumeja.errors import did_you_mean
from satumeja.web.cases._case import Case
from satumeja.web.cases._errors import GoneError
from satumeja.web.cases._happening import Happening
from satumeja.web.cases._watch import Watch

__all__ = ["Cases"]


class Cases:
    """The cases of a server: one folder, or those of a shelf.

    Parameters
    ----------
    folders : mapping of str to Path
        Their folders, by name. A case is opened when it is asked for first.
    read_only : bool
        Whether nothing is ever written.
    watched : bool
        Whether open cases are looked after, so that what other programs do is noticed.
    """

    def __init__(
        self, folders: Mapping[str, Path], read_only: bool = False, *, watched: bool = False
    ) -> None:
        self.read_only, self._watched = read_only, watched
        self._folders = dict(folders)
        self._open = dict[str, Case]()
        self._watches = list[Watch]()
        self._listeners = list[Callable[[str, Happening], None]]()
        self._lock = threading.RLock()

    def names(self) -> list[str]:
        """List the names of the cases."""
        with self._lock:
            return list(self._folders)

    def folder(self, name: str) -> Path:
        """Return the folder of a case (`GoneError` where there is no such case)."""
        with self._lock:
            if name not in self._folders:
                meant = did_you_mean(name, list(self._folders))
                raise GoneError(f"there is no such case{meant}")
            return self._folders[name]

    def add(self, name: str, folder: Path) -> None:
        """Take in another case."""
        with self._lock:
            self._folders.setdefault(name, folder)

    def case(self, name: str) -> Case:
        """Return a case, opened.

        Parameters
        ----------
        name : str
            Its name.

        Raises
        ------
        GoneError
            If there is no such case.
        ModelError
            If its folder is not there any more.
        """
        with self._lock:
            folder = self.folder(name)
            if name not in self._open:
                case = Case(folder, self.read_only)
                case.listen(lambda happening: self._tell(name, happening))
                self._open[name] = case
                if self._watched:
                    self._watches.append(Watch(case))
                    self._watches[-1].start()
            return self._open[name]

    def listen(self, listener: Callable[[str, Happening], None]) -> Callable[[], None]:
        """Have a function called with what happens in any open case; give what ends that.

        Parameters
        ----------
        listener : callable
            Takes the case's name and what happens; called in the thread in which it happens, so
            it may not wait.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, name: str, happening: Happening) -> None:
        for listener in tuple(self._listeners):
            listener(name, happening)

    def close(self) -> None:
        """Look after the cases no more, and close them."""
        with self._lock:
            watches, self._watches = self._watches, []
            cases, self._open = list(self._open.values()), {}
        for watch in watches:
            watch.stop()
        for case in cases:
            case.close()

    def __enter__(self) -> Self:
        """Give the cases themselves."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close them."""
        self.close()
