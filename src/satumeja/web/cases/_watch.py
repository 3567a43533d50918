"""Looking after the folder of a case, in which other programs write too."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from satumeja.errors import ModelError, OutputError, SatuMejaError
from satumeja.web.cases._case import Case
from satumeja.web.cases._errors import GoneError
from satumeja.web.cases._folder import REPORTS, Signature, files_in, signature_of
from satumeja.web.cases._happening import Happening, HappeningKind

__all__ = ["Watch"]

_EVERY = 0.5
_SETTLED = 0.1


class Watch:
    """Tells what happens in the folder of a case while it is open.

    Parameters
    ----------
    case : Case
        The case; those who `listen` to it are told.
    every : float
        Seconds between two looks.

    Notes
    -----
    A look asks the system when each file was changed last and how large it is; only one that is
    other is read. A file that is still being written is read when it has been the same for a
    tenth of a second, and one that is away for a moment, as while an editor puts a new one into
    its place, is not gone yet. What another program wrote becomes a step of the history.
    """

    def __init__(self, case: Case, every: float = _EVERY) -> None:
        self._case, self._every = case, every
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="satumeja-watch", daemon=True)
        self._known = case.signatures()
        self._away = set[str]()
        self._listed = self._lists()
        for name in self._known:
            with suppress(SatuMejaError, OSError):
                case.know(case.read(name))

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Look no more."""
        self.stop()

    def start(self) -> None:
        """Begin to look, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more; returns when the last look is over."""
        self._end.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._end.wait(self._every):
            # Whatever a disk does: the next look may be better, and nothing depends on this one.
            with suppress(SatuMejaError, OSError):
                self.look()

    def look(self) -> None:
        """Look once, and tell what is other than at the look before."""
        models = self._case.signatures()
        other = {name: at for name, at in models.items() if self._known.get(name) != at}
        if other:
            self._end.wait(_SETTLED)
            again = self._case.signatures()
            other = {name: at for name, at in other.items() if again.get(name) == at}
        is_listed_anew = bool(other.keys() - self._known.keys())
        for name, at in other.items():
            self._known[name] = at
            self._read(name)
        is_listed_anew |= self._look_for_gone(set(models))
        if is_listed_anew:
            self._case.tell(Happening("models"))
        self._look_at_lists()

    def _read(self, name: str) -> None:
        """Keep what another program wrote, and tell of it."""
        step = None
        try:
            with suppress(OutputError):  # a full disk: it is kept as a step when there is room
                step = self._case.notice(name)
            self._case.tell(Happening.of(self._case.read(name), step))
        except GoneError:
            return
        except ModelError as error:  # too large to be read
            self._case.tell(Happening("broken", name, str(self._known[name]), None, error.faults))

    def _look_for_gone(self, there: set[str]) -> bool:
        """Tell which models are gone; give whether any is."""
        away = self._known.keys() - there
        gone = away & self._away
        self._away = away - gone
        for name in gone:
            del self._known[name]
            self._case.tell(Happening("gone", name))
        return bool(gone)

    def _look_at_lists(self) -> None:
        for kind, signatures in self._lists().items():
            if signatures != self._listed[kind]:
                self._listed[kind] = signatures
                self._case.tell(Happening(kind))

    def _lists(self) -> dict[HappeningKind, list[tuple[str, Signature]]]:
        """Return what tells whether reports came or went, or the dossier was written."""
        dossier = self._case.dossier()
        logged = [] if dossier is None else [dossier, Path(f"{dossier}-wal")]
        # Who only reads a dossier makes an empty log beside it, and takes it away again.
        at_dossier = [(path.name, at) for path in logged if (at := _signature(path)) and at[1]]
        return {"reports": sorted(files_in(self._case.folder / REPORTS)), "dossier": at_dossier}


def _signature(path: Path) -> Signature | None:
    try:
        return signature_of(os.stat(path))
    except OSError:
        return None
