"""A model of a case in one version, decided, with all that is kept from the version before."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from satumeja.brief import GraphPlaces, graph_places
from satumeja.errors import LimitError
from satumeja.evidence import Archive
from satumeja.files import beside
from satumeja.model import Model, references
from satumeja.stability import Analysis
from satumeja.web.cases import Case, Loaded
from satumeja.web.models._decided import LISTED, Decided, decided
from satumeja.web.models._view import keep_places, kept_places

__all__ = ["Live", "live"]

_Value = TypeVar("_Value")


class _Recent(Generic[_Value]):
    """What was made last, by what it was made of."""

    def __init__(self, room: int) -> None:
        self._room, self._lock = room, threading.Lock()
        self._made = OrderedDict[Hashable, _Value]()

    def of(self, key: Hashable, make: Callable[[], _Value]) -> _Value:
        """Return what was made of a key, or make it."""
        with self._lock:
            if key not in self._made:
                self._made[key] = make()
            self._made.move_to_end(key)
            while len(self._made) > self._room:
                self._made.popitem(last=False)
            return self._made[key]


_ARCHIVES = _Recent[Archive](8)
_LAST = WeakKeyDictionary[Case, dict[str, Loaded]]()
"""Of each case the versions that were shown last, by file."""


class Live:
    """A model of a case in one version, and what follows from it, each made once.

    Parameters
    ----------
    case : Case
        The case.
    loaded : Loaded
        A sound version of one of its models.
    before : Loaded, optional
        The version before it, from which is taken over what an edit left as it was.
    """

    def __init__(self, case: Case, loaded: Loaded, before: Loaded | None = None) -> None:
        self.case, self.loaded, self._before = case, loaded, before

    @property
    def model(self) -> Model:
        """The conflict."""
        return self.loaded.sound()

    @property
    def analysis(self) -> Decided:
        """The conflict, decided."""
        # What the version before gives is made first: who holds one lock waits for no other.
        former = self._former
        earlier = None
        with suppress(LimitError):
            earlier = former.analysis if former else None
        outcome = self.loaded.derived("analysis", lambda: _decided(self.model, earlier))
        if isinstance(outcome, LimitError):
            raise LimitError(str(outcome))
        return outcome

    @property
    def places(self) -> GraphPlaces | None:
        """Where the states stand in the graph; None where they are not drawn."""
        former, analysis = self._former, self.analysis
        if not isinstance(analysis, Analysis) or len(analysis.model.states) > LISTED:
            return None
        before = former.places if former else None
        return self.loaded.derived(
            "places", lambda: graph_places(analysis, before or self._kept())
        )

    @property
    def _former(self) -> Live | None:
        """The version before, if it was sound, and another."""
        before = self._before
        if before is None or before is self.loaded or before.model is None:
            return None
        return Live(self.case, before)

    def _kept(self) -> GraphPlaces | None:
        return kept_places(self.case, self.loaded.name)

    @property
    def archive(self) -> Archive:
        """The sources of the model, as their files are now."""
        return archive_of(self.model)

    def draw_anew(self) -> None:
        """Choose and place the states of the graph as if it had not been shown before."""
        analysis = self.analysis
        if isinstance(analysis, Analysis) and self.places is not None:
            self.loaded.renew("places", graph_places(analysis))
            self.remember()

    def remember(self) -> None:
        """Keep where the states stand, for the next time the case is opened."""
        _LAST.setdefault(self.case, {})[self.loaded.name] = self.loaded
        if (places := self.places) is not None:
            keep_places(self.case, self.loaded.name, places)


def _decided(model: Model, before: Decided | None) -> Decided | LimitError:
    """Decide a model, or give why it is not: that takes as long, and is kept as well."""
    try:
        return decided(model, before)
    except LimitError as error:
        return LimitError(str(error))


def live(case: Case, loaded: Loaded, before: Loaded | None = None) -> Live:
    """Give a model of a case in one version; what was shown last of it is the version before."""
    last = _LAST.get(case, {}).get(loaded.name)
    return Live(case, loaded, before or last)


def archive_of(model: Model) -> Archive:
    """Open the sources of a model, once for all versions that cite the same of the same files."""
    origin = None if model.origin is None else model.origin.parent
    key = (origin, model.sources, tuple(references(model)), _written(model))
    return _ARCHIVES.of(key, lambda: Archive(model))


def _written(model: Model) -> tuple[tuple[int, int], ...]:
    """Say when the files that a model cites were written, and how large they are."""
    names = [name for source in model.sources for name in (source.report, source.dossier) if name]
    paths = [beside(name, model.origin) for name in names]
    # What a dossier was corrected lately stands in the log beside it, not yet in the file.
    return tuple(_stat(file) for path in paths for file in (path, Path(f"{path}-wal")))


def _stat(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
