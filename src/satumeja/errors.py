"""Every error the package raises on purpose, in one tree.

::

    SatuMejaError
    ├── InputError             something given is wrong; carries its faults
    │   ├── ModelError         a model file, or a model built in Python
    │   ├── ReportError        a text that cannot be read as a report
    │   └── QuestionError      a question the model cannot answer (no such state, DM, concept)
    ├── LimitError             the input is sound but larger than what was asked takes
    │   └── ListingError       its states are too many to be listed one by one
    ├── OutputError            a result cannot be written where it was asked for
    ├── SweepError             chunks of a sweep failed (in `satumeja.questions`)
    └── MissingExtraError      an optional library is not installed

Catch `SatuMejaError` to catch them all. `str(error)` is one line a fault, each
ready to show to a person: ``file:line:column: what, and what was meant``. What would steer a
terminal, in whatever it quotes, is written out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from satumeja.display import ShownInLine, bearable, visible

_TELLING = 3
"""How many letters of a beginning say what was meant."""

__all__ = [
    "Fault",
    "InputError",
    "LimitError",
    "ListingError",
    "MissingExtraError",
    "ModelError",
    "OutputError",
    "QuestionError",
    "ReportError",
    "SatuMejaError",
    "did_you_mean",
    "not_utf8",
]


@dataclass(frozen=True, order=True, repr=False)
class Fault(ShownInLine):
    """One thing that is wrong, and where.

    Parameters
    ----------
    message : str
        What is wrong, in one line, with what was meant where it can be guessed.
    file : str
        The file as the user named it; empty where there is none.
    line, column : int
        1-based place in the file; 0 where the fault has no place of its own.
    path : tuple of str and int
        Keys, and places (from 0) in lists, down to the part of the model at fault; empty
        where it is the whole, or where the file could not be read that far. Faults that
        say the same at the same place are equal, whatever their path.

    Examples
    --------
    >>> str(Fault('unknown key "optons"', "model.yaml", 3, 5))
    'model.yaml:3:5: unknown key "optons"'
    >>> str(Fault("the file is empty", "model.yaml"))
    'model.yaml: the file is empty'
    """

    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    path: tuple[str | int, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        place = [self.file] if self.file else []
        if self.line:
            place += [str(self.line), str(self.column)]
        message = bearable(visible(self.message))
        return f"{bearable(visible(':'.join(place)))}: {message}" if place else message


class SatuMejaError(Exception):
    """Base class of every error raised on purpose by this package."""

    def __str__(self) -> str:
        return bearable(visible(super().__str__()))


class InputError(SatuMejaError):
    """Something given is wrong; `faults` holds each thing that is.

    Parameters
    ----------
    faults : Fault, str, or iterable of Fault
        What is wrong. A plain string is a fault without a place.
    """

    faults: tuple[Fault, ...]

    def __init__(self, faults: Fault | str | Iterable[Fault]) -> None:
        if isinstance(faults, str):
            faults = Fault(faults)
        self.faults = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[Fault, ...]]]:
        return type(self), (self.faults,)


class ModelError(InputError):
    """A model file, or a model built in Python, is not sound."""


class ReportError(InputError):
    """A text cannot be read as a report."""


class QuestionError(InputError):
    """The question does not fit the model: no such state, decision maker or concept."""


class LimitError(SatuMejaError):
    """The input is sound but larger than what was asked of it can take."""


class ListingError(LimitError):
    """The states of a model are too many to be listed, and the question lists them.

    What lists none is asked instead where there is such a way: `decide_with` the engine that
    `choose_engine` chooses, `explain_all` of its analysis, `render`, `symbolic_openings`.
    """


class OutputError(SatuMejaError):
    """A result cannot be written where it was asked for."""


class MissingExtraError(SatuMejaError):
    """An optional library is not installed; the message has the line to type."""


def not_utf8(words: str) -> str:
    r"""Word that a text, as typed or as a file is called, cannot be written as UTF-8.

    Parameters
    ----------
    words : str
        The text; Python has a lone surrogate where a byte did not fit.

    Returns
    -------
    str
        The message, with the first line that does not fit.

    Examples
    --------
    >>> not_utf8("Ana\udcff")
    '"Ana?" holds a character that is not UTF-8'
    """
    lines = (line.strip().encode(errors="replace").decode() for line in words.splitlines())
    line = next((plain for plain in lines if plain not in words), "")
    return f'"{line[:60]}" holds a character that is not UTF-8'


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Word the nearest known word as a suggestion, or say nothing.

    Parameters
    ----------
    word : str
        What was written.
    known : sequence of str
        What could have been meant.

    Returns
    -------
    str
        ``; did you mean "..."?`` or the empty string.

    Examples
    --------
    >>> did_you_mean("atack", ["talk", "attack"])
    '; did you mean "attack"?'
    >>> did_you_mean("local", ["uniroyal", "local_government"])
    '; did you mean "local_government"?'
    >>> did_you_mean("zzz", ["talk", "attack"])
    ''
    """
    from satumeja.nearest import nearest_name  # most of the time nothing is wrong

    near = nearest_name(word, known)
    if not near and len(word) >= _TELLING:
        near = next((name for name in known if name.startswith(word)), "")  # the rest not written
    return f'; did you mean "{near}"?' if near else ""
