"""A ranking in the terminal: its classes, and what sets each above the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding

from satumeja.brief.tables import credits_of
from satumeja.brief.words import Phrases, Words

if TYPE_CHECKING:
    from satumeja.model import Model, Order, Separation

__all__ = ["print_order"]

_TIES = 12


def print_order(model: Model, order: Order, console: Console, language: str = "en") -> None:
    """Print a ranking from the top, and between every two classes what separates them.

    Parameters
    ----------
    model : Model
        Where the states are.
    order : Order
        From `satumeja.model.order_of`.
    console, language
        Where to print, and in which language.
    """
    phrases = Phrases(model, Words(language))
    words, last = phrases.words, len(order.classes) - 1
    console.print(words("order.title", dm=phrases.dm(order.dm)), style="bold")
    console.print(words.count("order.size", len(order.classes)))
    for place, states in enumerate(order.classes):
        shown = ", ".join(f"{n} {phrases.form(n)}" for n in states[:_TIES])
        more = len(states) - _TIES
        tail = f" {words('order.more', count=more)}" if more > 0 else ""
        console.print(f"{place + 1:>4}  {shown}{tail}")
        if place < last:
            separation = order.separations[place]
            console.print(Padding(_said(phrases, separation), (0, 0, 0, 8)), style="dim")


def _cited(phrases: Phrases, evidence: Sequence[str]) -> str:
    """Give references as they are; of those into dossiers whose words they are, and when."""
    archive, words = phrases.archive, phrases.words
    return (
        "; ".join(
            credit for name in evidence for credit in credits_of(archive, [name], words) or [name]
        )
        if any(map(archive.leads_to_dossier, evidence))
        else ", ".join(evidence)
    )


def _said(phrases: Phrases, parted: Separation) -> str:
    """Say what separates two classes, how surely, and what that rests on."""
    words = phrases.words
    sign = "≫" if parted.greatly else "?" if parted.unknown else "≻"
    said = [f"{sign} {words(f'order.by.{parted.by}', place=parted.place, text=parted.text)}"]
    if parted.because:
        said.append(words("order.because", because=phrases.text(parted.because)))
    if parted.evidence:
        said.append(f"[{_cited(phrases, parted.evidence)}]")
    if parted.greatly:
        said.append(words("order.greatly"))
    if parted.unknown:
        said.append(words("order.unknown"))
    return " ".join(said)
