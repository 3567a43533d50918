"""Briefs and exports, handed out once by a ticket."""

from __future__ import annotations

from typing import Literal

from satumeja.web.shapes._shape import Query, Shape

__all__ = [
    "Command",
    "CommandList",
    "CommandsQuery",
    "FigureShown",
    "Saved",
    "TicketBody",
    "TicketGiven",
]


class TicketBody(Shape):
    """What is wanted."""

    what: Literal["brief", "dossier", "figure", "tables", "model", "graph", "answers"]
    file: str = ""
    lang: Literal["en", "id"] = "en"
    kind: Literal[
        "html", "pdf", "docx", "csv", "tex", "xlsx", "svg", "json", "yaml", "gmcr", "nfg",
        "graphml", "dot", "zip",
    ] = "html"  # fmt: skip
    form: Literal["page", "submission", "telaahan", "full"] = "full"
    name: str = ""
    """Which figure or table, where there are several."""
    dm: str | None = None
    table: str | None = None
    state: str | None = None
    mark: str = ""
    author: str = ""
    download: bool = False
    """Whether it is to be kept as a file, not shown in a frame."""


class TicketGiven(Shape):
    """A ticket: it opens ``/t/TICKET`` once, within half a minute."""

    ticket: str
    name: str
    version: str = ""
    """The version of the model it was made from."""
    made: str = ""
    """When that was, in ISO form."""


class Saved(Shape):
    """A file that was written into the case."""

    name: str


class CommandsQuery(Query):
    """For which file lines to copy are made out."""

    file: str = ""


class Command(Shape):
    """What the program can do, and where in the app it is done."""

    name: str
    group: str
    """The way of the data: start, reports, models, answers, tables, rests, papers or files."""
    kind: Literal["screen", "ask", "export", "line"]
    screen: str = ""
    options: tuple[str, ...] = ()
    """What can be named, of the fields of `Options`."""
    needs: tuple[str, ...] = ()
    line: str
    """The line to copy, for this very file."""


class FigureShown(Shape):
    """A kind of figure, and what can be named beside the model."""

    id: str
    takes: tuple[str, ...]
    needs: tuple[str, ...]


class CommandList(Shape):
    """Everything the program can do, with the kinds of figures and tables there are."""

    commands: list[Command]
    figures: list[FigureShown]
    tables: list[str]
