"""A file of many articles in the terminal: what it holds, a line each, and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console

from satumeja.brief.words import Words
from satumeja.report.kit import shown

if TYPE_CHECKING:
    from satumeja.bundles import Listing

__all__ = ["print_bundle"]


def print_bundle(listing: Listing, console: Console, language: str = "en") -> None:
    """Print the articles of a file: number, day, outlet, headline and length.

    Parameters
    ----------
    listing : Listing
        From `satumeja.bundles.listing`.
    console : rich.console.Console
        Where to print.
    language : {"en", "id"}
        The language to speak; the articles' own words stay as they are.
    """
    words = Words(language)
    bundle, entries = listing.bundle, listing.entries
    kind = words(f"bundle.kind.{bundle.kind}")
    title = words("bundle.holds", file=bundle.name, kind=kind, count=words.number(len(entries)))
    console.print(title, soft_wrap=True)
    if bundle.columns:
        pairs = ", ".join(
            f"{words(f'bundle.field.{field}')} ← “{column}”"
            for field, column in bundle.columns.items()
        )
        console.print(words("bundle.columns", pairs=pairs), soft_wrap=True)
    wide = len(str(max((entry.number for entry in entries), default=0)))
    outlets = min(max((len(shown(entry.outlet or "")) for entry in entries), default=0), 28)
    for entry in entries:
        outlet = shown(entry.outlet or "–")[:outlets]
        heading = shown(entry.title) or words("bundle.no_title")
        author = f", {shown(entry.author)}" if entry.author else ""
        line = (
            f"{entry.number:>{wide}}  {entry.day or '–':10}  {outlet:{outlets}}  {heading}{author}"
        )
        console.print(line, soft_wrap=True)
    for note in bundle.notes:
        console.print(note.words(language), soft_wrap=True)
    if len(entries) > 1:
        console.print(words("bundle.next", file=bundle.name), soft_wrap=True)
