"""Cases: the folders the app opens."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from satumeja.web.shapes._shape import Shape

__all__ = [
    "CaseLine",
    "CaseList",
    "CaseOverview",
    "ModelLine",
    "NewCase",
    "ReportLine",
    "Session",
    "SessionCode",
    "Settings",
]


class Settings(Shape):
    """What a person has chosen for all cases; None where nothing was."""

    language: Literal["en", "id"] | None = None
    """The language of the page."""
    technical: bool | None = None
    """Whether concepts are called by their names."""
    keys: bool | None = None
    """Whether the keys of the reports are shown."""


class Session(Shape):
    """What a browser gets for the code of the address."""

    token: str
    version: str
    case: str | None = None
    """The case the app was opened with; None where it shows the list."""
    file: str | None = None
    """The file of that case the app was opened with."""
    read_only: bool = False
    language: Literal["en", "id"] | None = None
    """The language the app was opened in; None where it was not said."""
    settings: Settings = Settings()
    """What the person has chosen before."""


class SessionCode(Shape):
    """The code of the address, which opens once."""

    code: str


class CaseLine(Shape):
    """A case in the list."""

    name: str
    title: str = ""
    reports: int = 0
    models: int = 0
    changed: str | None = None
    """When a file of it was changed last, in the time of this computer."""
    elsewhere: str = ""
    """The folder it is in, where it is not on the shelf."""


class CaseList(Shape):
    """The cases there are."""

    folder: str
    cases: list[CaseLine]


class NewCase(Shape):
    """A case to make.

    Parameters
    ----------
    name : str
        What its folder is to be called; what cannot be in a name is left out.
    kind : {"reports", "blank", "gallery"}
        With nothing but room for reports, with a model of two sides to fill in, or with a
        conflict of the gallery and what it rests on.
    gallery : str
        Which conflict.
    lang : {"en", "id"}
        The language of the words in a model to fill in, and of a report that comes along.
    """

    name: str = Field(min_length=1, max_length=120)
    kind: Literal["reports", "blank", "gallery"] = "reports"
    gallery: str = ""
    lang: Literal["en", "id"] = "en"


class ModelLine(Shape):
    """A model or reading of a case."""

    file: str
    title: str
    reading: str = ""
    editable: bool
    broken: bool = False


class ReportLine(Shape):
    """A report on the shelf."""

    id: str
    name: str
    title: str
    date: str | None
    outlet: str = ""
    language: str | None
    items: int
    to_check: int


class CaseOverview(Shape):
    """All that a case holds, and what to do next."""

    name: str
    folder: str
    read_only: bool
    models: list[ModelLine]
    reports: list[ReportLine]
    briefs: tuple[str, ...] = ()
    next: Literal["drop", "check", "draft", "model", "brief"]
