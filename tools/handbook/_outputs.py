"""The pages of what commands print as JSON, made from the published schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from satumeja.schemas import Output, outputs, table

__all__ = ["FOLDER", "output_list", "output_of", "output_pages"]

FOLDER = "reference/json"


def output_pages() -> dict[str, str]:
    """Make a page for each document that the program prints or writes as JSON.

    Returns
    -------
    dict of str to str
        The Markdown of each page by its path under ``docs``. The model file is told by
        hand, and its keys have a page of their own.
    """
    return {f"{FOLDER}/{output.name}.md": _page(output) for output in _printed()}


def output_list() -> str:
    """List the documents, each with its page and with what prints it.

    Returns
    -------
    str
        A list in Markdown.
    """
    return "\n".join(
        f"- [`{output.name}`]({output.name}.md): {output.title}" for output in _printed()
    )


def output_of(command: str) -> str:
    """Name the document that a command prints with ``--json``; empty if there is none."""
    return next((each.name for each in _printed() if command in each.commands), "")


def _printed() -> Iterator[Output]:
    return (output for output in outputs() if output.name != "model")


def _page(output: Output) -> str:
    commands = ", ".join(
        f"[`satumeja {name} --json`](../commands/{name}.md)" for name in output.commands
    )
    python = " and ".join(f"`{way}`" for way in filter(None, output.python.split(" and ")))
    parts = [
        f"# `satumeja/{output.name}`",
        f"{output.title}.",
        f"From {' and '.join(source for source in (commands, python) if source)}.",
        _plain(table(output.name)),
        f"`satumeja schema {output.name}` prints the same as a JSON Schema.",
    ]
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """Let nothing in a table be taken for HTML, but for what stands in code."""
    parts = re.split(r"(`[^`]*`)", text.strip("\n"))
    return "".join(part if part.startswith("`") else part.replace("<", "\\<") for part in parts)
