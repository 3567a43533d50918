"""What all shapes have in common."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

__all__ = ["Empty", "FaultShape", "Query", "Refused", "Shape"]


class Shape(BaseModel):
    """A body or an answer: nothing in it that is not named, and nothing changed once made."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Query(Shape):
    """What may stand behind the question mark of any address.

    Parameters
    ----------
    lang : {"en", "id"}
        The language of the words in the answer.
    """

    lang: Literal["en", "id"] = "en"


class Empty(Shape):
    """An answer that says nothing but that it was done."""


class FaultShape(Shape):
    """One thing that is wrong in a file, and where."""

    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    path: tuple[str | int, ...] = ()


class Refused(Shape):
    """Why something was not done.

    Parameters
    ----------
    error : str
        A name that programs may rely on, such as ``changed`` or ``invalid``.
    message : str
        What is wrong, for a person.
    faults : list of FaultShape
        Where it is wrong, if it has places.
    """

    error: str
    message: str
    faults: tuple[FaultShape, ...] = ()
