"""What is read of a project of qualitative analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from satumeja.display import Shown, ShownInLine

__all__ = ["Project", "ProjectCode", "ProjectCoding", "ProjectSource", "Selection"]


@dataclass(frozen=True, repr=False)
class ProjectCode(ShownInLine):
    """A code of a project.

    Parameters
    ----------
    guid : str
        Its identifier, in small letters, without braces.
    name : str
        What it is called.
    path : tuple of str
        The codes it is under, the outermost first.
    description : str
        What is said of it.

    See Also
    --------
    Project : Holds them all.
    """

    guid: str
    name: str
    path: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, repr=False)
class ProjectCoding(ShownInLine):
    """A code that somebody gave to words.

    Parameters
    ----------
    code : str
        The GUID of the code.
    user : str
        Who gave it, by name; empty where nobody is named.
    at : str
        When, as the project has it.

    See Also
    --------
    Selection : The words.
    """

    code: str
    user: str = ""
    at: str = ""


@dataclass(frozen=True, repr=False)
class Selection(ShownInLine):
    """Words that were selected.

    Parameters
    ----------
    start, stop : int
        Where they begin and end in the text, in code points.
    codings : tuple of ProjectCoding
        Their codes.
    user : str
        Who selected them.
    note : str
        What is noted of them.

    See Also
    --------
    ProjectSource : The text.
    """

    start: int
    stop: int
    codings: tuple[ProjectCoding, ...] = ()
    user: str = ""
    note: str = ""


@dataclass(frozen=True, repr=False)
class ProjectSource(ShownInLine):
    """A text of a project.

    Parameters
    ----------
    guid : str
        Its identifier.
    name : str
        What it is called.
    text : str
        Its text.
    content : bytes
        The bytes it was read from.
    selections : tuple of Selection
        In the order of the text.

    See Also
    --------
    Project : Holds them all.
    """

    guid: str
    name: str
    text: str
    content: bytes
    selections: tuple[Selection, ...] = ()


@dataclass(frozen=True, repr=False)
class Project(Shown):
    """What is read of a project.

    Parameters
    ----------
    name : str
        What it is called.
    origin : str
        The program that wrote it.
    codes : mapping
        Its codes by GUID.
    sources : tuple of ProjectSource
        Its texts.
    left_out : tuple of str
        One line for each thing that a dossier has no place for.

    See Also
    --------
    read_qdpx : Reads one.
    """

    name: str
    origin: str
    codes: Mapping[str, ProjectCode]
    sources: tuple[ProjectSource, ...]
    left_out: tuple[str, ...] = ()
