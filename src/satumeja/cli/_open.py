"""The command that opens the app: open."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from satumeja.cli._json import print_text
from satumeja.cli._options import Language

__all__ = ["open_case"]


def open_case(
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH",
            help="A case: a folder, or a model, dossier or report in it; none for the list.",
        ),
    ] = None,
    port: Annotated[
        int,
        typer.Option(
            "--port", metavar="N", min=0, max=65535, help="The port; 0 for one that is free."
        ),
    ] = 0,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Only print the address; open no browser.")
    ] = False,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Look only: nothing is ever written.")
    ] = False,
    shortcut: Annotated[
        bool,
        typer.Option("--shortcut", help="Put a launcher on the desktop instead, and end."),
    ] = False,
    language: Annotated[
        Language | None, typer.Option("--language", "-l", help="Language of the words.")
    ] = None,
) -> None:
    """Open a case in the browser: reports, dossier, models, answers, briefs.

    The page comes from this computer and is seen on this computer alone; nothing is sent
    anywhere, and it works without a network. What is done there is kept in the files of the
    folder, each step to be undone. Ctrl-C ends it.

    Without PATH the cases in "Satu Meja" in your own folder are listed, and those opened
    lately. Where the case is open already, its page is opened once more.
    """
    from satumeja import web

    place = None if path is None else Path(path)
    if shortcut:
        for file in web.put_shortcut(place):
            print_text(f"{file}\n")
        return
    web.serve(
        place,
        port=port,
        browser=not no_browser,
        read_only=read_only,
        language=None if language is None else language.value,
    )
