"""What a file of a model held in one version, and the model it stated."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from satumeja import formats
from satumeja.errors import Fault, InputError, LimitError, MissingExtraError, ModelError
from satumeja.formats.trees import MAX_BYTES, decoded, too_large
from satumeja.model import Model
from satumeja.web.cases._errors import GoneError
from satumeja.web.cases._history import version_of
from satumeja.web.cases._kinds import EDITABLE, FileKind

__all__ = ["Loaded", "Shelf", "content_of"]

_Value = TypeVar("_Value")
_SHELF = 8


def content_of(path: Path) -> bytes:
    """Return what stands in a file now.

    Parameters
    ----------
    path : Path
        The file.

    Raises
    ------
    GoneError
        If there is none.
    ModelError
        If it is too large for a model, or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise GoneError(f"{path.name} is not in the folder any more") from None
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        raise ModelError(Fault(message, path.name)) from None
    if len(content) > MAX_BYTES:
        raise too_large(path.name)
    return content


class Loaded:
    """A file of a model in one version.

    Parameters
    ----------
    path : Path
        The file.
    kind : str
        What it is, as `kind_of` says it.
    content : bytes
        What it held.

    Attributes
    ----------
    name : str
        The file's name.
    version : str
        The sha256 of its content.
    """

    def __init__(self, path: Path, kind: FileKind, content: bytes) -> None:
        self.path, self.kind, self.content = path, kind, content
        self.name, self.version = path.name, version_of(content)
        self._lock = threading.RLock()
        self._derived = dict[str, Any]()

    @property
    def is_editable(self) -> bool:
        """Whether models of this kind are edited in place."""
        return self.kind in EDITABLE

    @property
    def text(self) -> str:
        """What it held, as text.

        Raises
        ------
        ModelError
            If it is no text.
        """
        return decoded(self.content, self.name)

    @property
    def model(self) -> Model | None:
        """The conflict it stated; None where it is not sound."""
        return self._read[0]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong in it; nothing where it is sound."""
        return self._read[1]

    def sound(self) -> Model:
        """Return the conflict it stated.

        Raises
        ------
        ModelError
            If it is not sound, with all that is wrong.
        """
        model, faults = self._read
        if model is None:
            raise ModelError(faults)
        return model

    @property
    def _read(self) -> tuple[Model | None, tuple[Fault, ...]]:
        return self.derived("model and faults", self._made)

    def _made(self) -> tuple[Model | None, tuple[Fault, ...]]:
        try:
            return self._loaded(), ()
        except InputError as error:
            return None, error.faults
        except (LimitError, MissingExtraError) as error:
            return None, (Fault(str(error), self.name),)

    def _loaded(self) -> Model:
        if self.kind == "xlsx":  # read from the file itself, which may be newer by now
            return formats.load(self.path)
        return formats.loads(self.text, self.name, origin=self.path)

    def derived(self, key: str, make: Callable[[], _Value]) -> _Value:
        """Return what follows from this version, made once.

        Parameters
        ----------
        key : str
            What it is, such as ``analysis``.
        make : callable
            Makes it where it was not made yet; two threads do not make it twice.
        """
        with self._lock:
            if key not in self._derived:
                self._derived[key] = make()
            return cast("_Value", self._derived[key])

    def keep(self, key: str, value: object) -> None:
        """Keep what follows from this version and was made elsewhere, as from that before it."""
        with self._lock:
            self._derived.setdefault(key, value)

    def renew(self, key: str, value: object) -> None:
        """Put something else where what follows from this version was kept."""
        with self._lock:
            self._derived[key] = value


class Shelf:
    """The versions of files that were read last, so that none is read twice.

    Parameters
    ----------
    room : int
        How many there is room for.
    """

    def __init__(self, room: int = _SHELF) -> None:
        self._room = room
        self._by_version = OrderedDict[tuple[str, str], Loaded]()
        self._lock = threading.Lock()

    def loaded(self, path: Path, kind: FileKind, content: bytes) -> Loaded:
        """Return a file in one version, read before or not."""
        new = Loaded(path, kind, content)
        with self._lock:
            loaded = self._by_version.setdefault((new.name, new.version), new)
            self._by_version.move_to_end((new.name, new.version))
            while len(self._by_version) > self._room:
                self._by_version.popitem(last=False)
        return loaded
