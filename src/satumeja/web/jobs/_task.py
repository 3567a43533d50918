"""What a worker is asked to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from satumeja.display import ShownInLine
from satumeja.web.once import once
from satumeja.web.shapes import Options

if TYPE_CHECKING:
    from satumeja.model import Model

__all__ = ["Progress", "Task", "Work"]

Progress = Callable[[int, int], None]
"""Called with how much is done, and of how much."""


@dataclass(frozen=True, repr=False)
class Task(ShownInLine):
    """A piece of work, as it is handed to another process.

    Parameters
    ----------
    kind : str
        One of the kinds of `WORKS`.
    case : str
        The name of the case.
    folder : Path
        Its folder.
    file : str
        The model; empty where the work is about none.
    version : str
        The version of the file that is meant.
    language : {"en", "id"}
        The language of the words.
    options : Options
        What is asked.
    form, mark, author : str
        Of a paper: its form, how it is to be handled, and who prepared it.
    is_new : bool
        Of a file that is read: whether it goes again where it is of no use.
    """

    kind: str
    case: str
    folder: Path
    file: str
    version: str
    language: str
    options: Options = field(default_factory=Options)
    form: str = ""
    mark: str = ""
    author: str = ""
    is_new: bool = False

    @once
    def model(self) -> Model:
        """The model, read where the work is done.

        Raises
        ------
        ModelError
            If it is not there, or not sound.
        """
        from satumeja import formats

        return formats.load(self.folder / self.file)


Work = Callable[[Task, Progress], dict[str, Any]]
"""Does what a task asks; gives fields of `JobShown`."""
