"""What a decision maker takes the conflict for, where that differs from what it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from satumeja.display import Shown
from satumeja.model._adjusted import Preference
from satumeja.model._content import Content
from satumeja.model._text import NO_TEXT, Text

__all__ = ["Perception"]


@dataclass(frozen=True, eq=False, repr=False)
class Perception(Content, Shown):
    """What a decision maker takes the conflict for, where that differs from what it is.

    Parameters
    ----------
    hidden : tuple of int
        Options of others (0-based, over all) that it does not know of.
    beliefs : mapping of str to Preference
        What it believes others prefer, by their ids.
    because, evidence
        What it rests on.
    """

    hidden: tuple[int, ...] = ()
    beliefs: Mapping[str, Preference] = field(default_factory=dict)
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()

    @property
    def mask(self) -> int:
        """The hidden options as a bit set."""
        return sum(1 << option for option in self.hidden)
