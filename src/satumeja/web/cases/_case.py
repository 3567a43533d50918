"""A case: a folder whose models are edited, each step of it kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from satumeja.display import ShownInLine
from satumeja.errors import ModelError, OutputError
from satumeja.files import write_whole
from satumeja.web.cases._analyst import analyst
from satumeja.web.cases._changing import Operations, changed
from satumeja.web.cases._errors import ChangedError, GoneError
from satumeja.web.cases._happening import Happening
from satumeja.web.cases._kinds import kind_by_ending
from satumeja.web.cases._loaded import Loaded, content_of
from satumeja.web.cases._names import free_name
from satumeja.web.cases._recorded import OPENING, Recorded
from satumeja.web.cases._saying import back_words, edit_words
from satumeja.web.cases._steps import Kind, Step, Words

__all__ = ["Case", "Edited"]

_NOT_SEEN = "was changed meanwhile, by another page or program; look at it, then try again"


@dataclass(frozen=True, repr=False)
class Edited(ShownInLine):
    """What a change of a model gave.

    Parameters
    ----------
    before, after : Loaded
        The model as it was and as it is now, or would be.
    step : Step or None
        The step; None where nothing was written.
    """

    before: Loaded
    after: Loaded
    step: Step | None = None


class Case(Recorded):
    """A folder with reports, a dossier, models and briefs.

    Parameters
    ----------
    folder : Path
        The folder.
    read_only : bool
        Whether nothing is ever written.

    Attributes
    ----------
    read_only : bool
        Whether nothing is written: also where the folder cannot be written.
    notes : list of str
        What a person should know of how it was opened.

    Raises
    ------
    ModelError
        If there is no such folder.
    """

    # -- changes ---------------------------------------------------------------------------

    def edit(
        self, name: str, base: str, ops: Operations, *, dry: bool = False, who: str = ""
    ) -> Edited:
        """Change a model, if it is what the one who asks has seen, and stays sound.

        Parameters
        ----------
        name : str
            The file's name.
        base : str
            The version the changes are meant for.
        ops : sequence of mapping
            The changes, as `satumeja.formats.apply` takes them; or ``text``, alone.
        dry : bool
            Whether nothing is written.
        who : str
            Who does it; whose computer it is, by default.

        Raises
        ------
        ChangedError
            If the file is another version by now; nothing was done.
        ModelError
            If the model would not be sound; nothing was done.
        QuestionError
            If an operation is none, or leads nowhere.
        OutputError
            If it cannot be written, or not without changing something else.
        ReadOnlyError, GoneError, NameRefusedError, BusyError
            If this file is not edited here.
        """
        if dry:
            now = self.read(name)
            _require(now, base)
            return Edited(now, self._changed(now, ops))
        with self._writing(name, base) as now:
            after = self._changed(now, ops)
            return self._written(now, after, "edit", words=edit_words(now, after, ops), who=who)

    def _changed(self, now: Loaded, ops: Operations) -> Loaded:
        after = self._shelf.loaded(now.path, now.kind, changed(now, ops))
        after.sound()
        return after

    def undo(self, name: str, base: str, *, who: str = "") -> Edited:
        """Take the last step back, to the byte; a file that was removed is put back.

        Parameters
        ----------
        name : str
            The file's name.
        base : str
            The version on the disk, as the one who asks has seen it.
        who : str
            Who does it; whose computer it is, by default.

        Raises
        ------
        ChangedError
            If the file is another version by now, or there is nothing to undo.
        GoneError
            If the text is kept no longer.
        """
        if not self.path(name).exists():
            return self._put_back(name, base, who)
        with self._writing(name, base) as now:
            step = self.history.trail(name).undo
            if step is None or step.before is None:
                raise ChangedError(f"{name} has no step to undo")
            return self._carried(now, step, "undo", step.after, step.before, who)

    def redo(self, name: str, base: str, *, who: str = "") -> Edited:
        """Do again what was undone last; parameters and errors as of `undo`."""
        with self._writing(name, base) as now:
            step = self.history.trail(name).redo
            if step is None or step.before is None:
                raise ChangedError(f"{name} has no step to do again")
            return self._carried(now, step, "redo", step.before, step.after, who)

    def _carried(
        self, now: Loaded, step: Step, kind: Kind, start: str, end: str, who: str
    ) -> Edited:
        if now.version != start:
            raise ChangedError(f"{now.name} {_NOT_SEEN}")
        after = self._of_version(now.name, end)
        if after is None:
            raise GoneError(f"the text before this step of {now.name} is kept no longer")
        return self._written(now, after, kind, of=step.id, words=step.words, who=who)

    def go_back_to(self, name: str, number: int, base: str, *, who: str = "") -> Edited:
        """Make a file what it was after a step; that is itself a step.

        Parameters
        ----------
        name : str
            The file's name.
        number : int
            The step.
        base : str
            The version on the disk, as the one who asks has seen it.
        who : str
            Who does it; whose computer it is, by default.
        """
        after = self.as_it_was(name, number)
        with self._writing(name, base) as now:
            words = back_words(self.history.step(number))
            return self._written(now, after, "back", of=number, words=words, who=who)

    def add(self, wanted: str, content: str | bytes, *, who: str = "") -> Loaded:
        """Make a new model, such as a reading; what is there is never written over.

        Parameters
        ----------
        wanted : str
            The name it is to have; where it is taken, it gets a number.
        content : str or bytes
            What it holds; a sound model.
        who : str
            Who does it; whose computer it is, by default.

        Raises
        ------
        ModelError
            If it is no sound model.
        OutputError
            If it cannot be written.
        """
        history = self.history
        data = content.encode() if isinstance(content, str) else content
        with self._locks.of(OPENING):
            path = self.path(free_name(self.folder, wanted))
            loaded = self._shelf.loaded(path, kind_by_ending(path), data)
            loaded.sound()
            with self._locks.of(path.name):
                step = history.intend(
                    path.name, "edit", None, data, words=({"key": "made"},), who=who or analyst()
                )
                self._write(path, data, step, new=True)
        self.tell(Happening("models"))
        return loaded

    def _put_back(self, name: str, base: str, who: str) -> Edited:
        """Write a file that was removed as it was last."""
        with self._locks.of(name):
            self._settle(name)
            last = self.history.trail(name).last
            if last is None:
                raise GoneError(f"{name} is not in the folder, and has no history")
            if last.after != base:
                raise ChangedError(f"{name} {_NOT_SEEN}")
            loaded = self._of_version(name, last.after)
            if loaded is None:
                raise GoneError(f"{name} is not in the folder, and its text is kept no longer")
            words = ({"key": "put_back"},)
            content = loaded.content
            step = self.history.intend(
                name, "back", content, content, of=last.id, words=words, who=who or analyst()
            )
            self._write(loaded.path, content, step, new=True)
        self.tell(Happening("model", name, loaded.version, step))
        return Edited(loaded, loaded, step)

    # -- writing ---------------------------------------------------------------------------

    @contextmanager
    def _writing(self, name: str, base: str) -> Iterator[Loaded]:
        """Give a file that is to be changed, locked, if it is what the one who asks has seen."""
        self.path(name)
        history = self.history
        with self._locks.of(name):
            now = self.read(name)
            step = self._notice(name, now) if history else None
            if step is not None and step.before is not None:
                self.tell(Happening.of(now, step))
            _require(now, base)
            yield now

    def _written(
        self,
        now: Loaded,
        after: Loaded,
        kind: Kind,
        *,
        of: int | None = None,
        words: Words = (),
        who: str = "",
    ) -> Edited:
        """Keep the step, write the text, and tell of it; nothing where nothing changes."""
        if after.version == now.version:
            return Edited(now, after)
        step = self.history.intend(
            now.name, kind, now.content, after.content, of=of, words=words, who=who or analyst()
        )
        self._write(now.path, after.content, step, over=now.content)
        self.tell(Happening.of(after, step))
        return Edited(now, after, step)

    def _write(
        self,
        path: Path,
        content: bytes,
        step: Step,
        *,
        over: bytes | None = None,
        new: bool = False,
    ) -> None:
        try:
            write_whole(path, content, sync=True, over=over, new=new)
        except OutputError:
            with suppress(OutputError):  # a full disk; then it is settled when there is room
                self._settle(path.name)
            with suppress(GoneError, ModelError):
                if over is not None and content_of(path) != over:
                    raise ChangedError(f"{path.name} {_NOT_SEEN}") from None
            raise
        # What is written is written: that it landed can be told from the disk later, too.
        with suppress(OutputError):
            self.history.land(step)


def _require(now: Loaded, base: str) -> None:
    if now.version != base:
        raise ChangedError(f"{now.name} {_NOT_SEEN}")
