"""What the tests of a room read once and keep: read by the server, so that no fork reads it."""

from __future__ import annotations

from satumeja import dossier, report

__all__ = ["reading"]

_TEXT = 'JAKARTA, 3 May 2021 - Peru said: "We will withdraw." Ecuador rejected the demand.\n'


def reading() -> None:
    """Read a text, and with it what is known of languages."""
    dossier.read(report.parse(_TEXT, "warm.txt"))
