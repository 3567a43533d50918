"""Saved news pages with the lines of their body by hand: how much of it is read, and no more.

Words are compared as bags, beside what the extractor alone gives.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from satumeja.report import Source, open_source, parse


def measure_pages(folder: Path) -> None:
    """Print word precision and recall of the body of every page."""
    ours, alone = _Bag(), _Bag()
    for path in sorted(folder.glob("*.gold.json")):
        for entry in json.loads(path.read_text(encoding="utf-8")):
            source = open_source(folder / entry["file"])
            wanted = _words(" ".join(entry["body"]))
            ours.add(wanted, _words(_body(source)))
            alone.add(wanted, _words(_article(source)))
    print(f"pages      ours: {ours.line()}; the extractor alone: {alone.line()}")


@dataclass
class _Bag:
    """Words wanted, given and shared."""

    wanted: int = 0
    given: int = 0
    shared: int = 0

    def add(self, wanted: Counter[str], given: Counter[str]) -> None:
        """Add the words of one page."""
        self.wanted += wanted.total()
        self.given += given.total()
        self.shared += (wanted & given).total()

    def line(self) -> str:
        """Spell precision and recall."""
        precision, recall = self.shared / max(self.given, 1), self.shared / max(self.wanted, 1)
        return f"words {self.wanted}, P {precision:.4f}, R {recall:.4f}"


def _words(text: str) -> Counter[str]:
    """Count the words of a text."""
    return Counter(re.findall(r"\w+", text.lower()))


def _body(source: Source) -> str:
    """Give the body as read."""
    return " ".join(source.text[start:end] for start, end in parse(source).paragraphs)


def _article(source: Source) -> str:
    """Give what the extractor left, without the title."""
    return source.text.removeprefix(source.title or "")
