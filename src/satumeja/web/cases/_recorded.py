"""The folder of a case whose models' steps are kept."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress

from satumeja.errors import ModelError, OutputError
from satumeja.files import clear_scratch
from satumeja.web.cases._errors import GoneError, ReadOnlyError
from satumeja.web.cases._folder import BRIEFS, OWN, REPORTS, Folder
from satumeja.web.cases._happening import Happening
from satumeja.web.cases._history import History, version_of
from satumeja.web.cases._kinds import kind_by_ending
from satumeja.web.cases._loaded import Loaded, content_of
from satumeja.web.cases._locks import LOCKS, Locks
from satumeja.web.cases._steps import Step, Trail

__all__ = ["OPENING", "Recorded"]

OPENING = "opening"
"""The lock of the folder as a whole; no model has such a name."""


class Recorded(Folder):
    """The folder of a case, and the steps by which its models came to be what they are.

    Parameters
    ----------
    folder : Path
        The folder.
    read_only : bool
        Whether nothing is ever written.
    """

    def __init__(self, folder: str | os.PathLike[str], read_only: bool = False) -> None:
        super().__init__(folder)
        self.read_only = read_only
        self.notes = list[str]()
        self._listeners = list[Callable[[Happening], None]]()
        self._sound = dict[str, Loaded]()
        self._seen = dict[str, str]()
        self._guard = threading.Lock()
        self._locks = Locks(None)
        self._history: History | None = None
        if not read_only:
            self._open()

    def _open(self) -> None:
        """Open the history, and put in order what a killed program left."""
        own = self.folder / OWN
        try:
            own.mkdir(exist_ok=True)
            locks = Locks(own / LOCKS)
            with locks.of(OPENING):
                history = History(own / "history.db")
                self._locks, self._history = locks, history
                if history.set_aside is not None:
                    self.notes.append(
                        f"{history.path.name} was damaged and is now {history.set_aside.name}; "
                        "what it held cannot be undone"
                    )
                self._begin()
        except (OSError, OutputError) as error:
            self.close()
            self.read_only, self._locks, self._history = True, Locks(None), None
            self.notes.append(f"this folder is only shown: {error}")

    def _begin(self) -> None:
        """Settle what was intended, and keep what the models are, so that all can be undone."""
        for folder in (self.folder, *(self.folder / name for name in (OWN, REPORTS, BRIEFS))):
            clear_scratch(folder)
        history = self.history
        for file in sorted({step.file for step in history.intended()}):
            with self._locks.of(file):
                self._settle(file)
        for model in self.models():
            if model.is_editable:
                with suppress(ModelError, GoneError):
                    self.notice(model.name)

    def close(self) -> None:
        """Close the history."""
        if self._history is not None:
            self._history.close()

    # -- what happens ----------------------------------------------------------------------

    def listen(self, listener: Callable[[Happening], None]) -> Callable[[], None]:
        """Have a function called with all that happens to the files; give what ends that.

        Parameters
        ----------
        listener : callable
            Called in the thread in which it happens; it may not wait.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, happening: Happening) -> None:
        """Tell those who listen what happened; of one version of a file once."""
        if happening.file:
            with self._guard:
                if self._seen.get(happening.file) == happening.version:
                    return
                self._seen[happening.file] = happening.version
        for listener in tuple(self._listeners):
            listener(happening)

    def know(self, now: Loaded) -> None:
        """Remember a version as seen by all, so that nobody is told of it."""
        with self._guard:
            self._seen[now.name] = now.version

    # -- reading ---------------------------------------------------------------------------

    def sound(self, name: str) -> Loaded | None:
        """Return the last sound version of a model that is known; None where there is none.

        Parameters
        ----------
        name : str
            The file's name.

        Notes
        -----
        While a file is broken, or gone, this is what is still shown of it. After a restart it is
        looked for in the history.
        """
        with suppress(GoneError, ModelError):
            now = self.read(name)
            if now.model is not None:
                self._sound[name] = now
                return now
        if name not in self._sound and self._history is not None:
            for step in self._history.steps(name, limit=10):
                loaded = self._of_version(name, step.after)
                if loaded is not None and loaded.model is not None:
                    self._sound[name] = loaded
                    break
        return self._sound.get(name)

    def last_kept(self, name: str) -> Loaded | None:
        """Return a file as it was last known; None where nothing is kept of it.

        Parameters
        ----------
        name : str
            The file's name. It may be gone: this is what putting it back would write.
        """
        last = self.trail(name).last
        return None if last is None else self._of_version(name, last.after)

    def _of_version(self, name: str, version: str) -> Loaded | None:
        content = self.history.content(version)
        if content is None:
            return None
        path = self.path(name)
        kind = self._kinds[name][1] if name in self._kinds else ""
        return self._shelf.loaded(path, kind or kind_by_ending(path), content)

    # -- history ---------------------------------------------------------------------------

    @property
    def history(self) -> History:
        """The steps.

        Raises
        ------
        ReadOnlyError
            If none are kept, since nothing is written.
        """
        if self._history is None:
            raise ReadOnlyError("this folder is only shown; nothing in it is changed from here")
        return self._history

    def trail(self, name: str) -> Trail:
        """Return what can be undone and redone of a file; nothing where nothing is written."""
        return self._history.trail(name) if self._history is not None else Trail()

    def steps(self, name: str, *, before: int | None = None, limit: int = 100) -> list[Step]:
        """List the steps of a file, the newest first.

        Parameters
        ----------
        name : str
            The file's name.
        before : int, optional
            Only those before this one.
        limit : int
            So many at most.
        """
        if self._history is None:
            return []
        return self._history.steps(name, before=before, limit=limit)

    def as_it_was(self, name: str, number: int) -> Loaded:
        """Return a file as it was after a step.

        Parameters
        ----------
        name : str
            The file's name.
        number : int
            The step.

        Raises
        ------
        GoneError
            If the file had no such step, or its text is kept no longer.
        """
        step = self.history.step(number)
        loaded = self._of_version(name, step.after) if step and step.file == name else None
        if loaded is None:
            raise GoneError(f"{name} has no step {number}")
        return loaded

    def notice(self, name: str) -> Step | None:
        """Keep what another program did to a file as a step; None where it did nothing.

        Parameters
        ----------
        name : str
            The file's name.

        Raises
        ------
        GoneError
            If the file is not there any more.
        ModelError
            If it cannot be read, or is too large.
        OutputError
            If the step cannot be kept.
        """
        if self._history is None:
            return None
        with self._locks.of(name):
            return self._notice(name, self.read(name))

    def _notice(self, name: str, now: Loaded) -> Step | None:
        self._settle(name)
        last = self.history.trail(name).last
        if not now.is_editable or (last is not None and last.after == now.version):
            return None
        before = None if last is None else self.history.content(last.after)
        key = "outside" if last is not None else "first"
        return self.history.intend(
            name, "outside", before, now.content, words=({"key": key},), landed=True
        )

    def _settle(self, name: str) -> None:
        """Look whether steps that were only intended are on the disk."""
        for step in self.history.intended():
            if step.file != name:
                continue
            try:
                is_there = version_of(content_of(self.path(name))) == step.after
            except (GoneError, ModelError):
                is_there = False
            if is_there:
                self.history.land(step)
            else:
                self.history.drop(step)
