"""Time of texts and pages made to be slow, and how it grows: ``python benchmarks/hostile.py``.

Prints CPU seconds for a size and for four times that size, unless only that is refused. What is
read in one pass grows fourfold; a pattern that goes back and forth over the text would grow
sixteenfold, in the C of the pattern engine, where no test can count it.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kept import Record

from satumeja.dossier import read
from satumeja.errors import ReportError
from satumeja.report import open_source, parse


@dataclass(frozen=True)
class Hostile:
    """A text of any size: `unit` over and over, `times` times at full size."""

    unit: str
    times: int
    head: str = ""
    tail: str = ""

    def text(self, times: int | None = None) -> str:
        return self.head + self.unit * (self.times if times is None else times) + self.tail


_SAID = "JAKARTA - kata dia"
_STORY = "JAKARTA - Juru bicara itu mengatakan yang itu dan ini tidak akan ada. "
_DATA = '<script type="application/ld+json">'
_BIG = 5_000_000

TEXTS: Mapping[str, Hostile] = {
    "quotes": Hostile('"', 300_000),
    "letters": Hostile("kata ", 100_000),
    "capitals": Hostile("Menteri Rusia Abc, ", 20_000, "JAKARTA - "),
    "commas": Hostile("yang dan di, ", 20_000, f"{_SAID}, "),
    "figures": Hostile("1/1/", 60_000, f"{_SAID} pada "),
    "no breaks": Hostile("a", 300_000, f"{_SAID} "),
    "brackets": Hostile("(", 100_000, f"{_SAID} yang dan di "),
    "a run of capitals": Hostile("A", 80_000, tail=f" {_STORY}"),
    "lines": Hostile("kata itu\n", 40_000, _STORY),
}
"""Texts that are hard to part into paragraphs, sentences and dates."""

STORIES: Mapping[str, Hostile] = {
    "four megabytes": Hostile("Rusia menolak itu dan ini. ", 140_000, _STORY),
    "lines": Hostile("\nRusia mengatakan bahwa itu dan ini. ", 5_000, _STORY),
    "spaces": Hostile(" ", 190_000, _STORY, "x."),
    "stops": Hostile(". ", 90_000, _STORY),
    "speakers": Hostile("Lavrov, Putin, Rusia, itu. ", 7_000, _STORY),
    "cues": Hostile("Rusia mengatakan menolak menuduh ", 6_000, _STORY),
    "quotes": Hostile("“Ya.” ", 30_000, _STORY),
    "sentences": Hostile("Rusia menolak itu. ", 8_000, _STORY),
    "names": Hostile("Menteri Abc Def, ", 10_000, _STORY, "."),
    "offices": Hostile("menteri presiden ketua ", 10_000, _STORY, "."),
}
"""Texts in which it is hard to say who spoke and acted."""

PADDINGS: Mapping[str, Hostile] = {
    "an open script": Hostile("x=1;", _BIG // 4, "<script>"),
    "an open comment": Hostile("x", _BIG, "<!--"),
    "an open tag": Hostile("<script ", _BIG // 8),
    "open data": Hostile(_DATA, _BIG // 35),
    "a long value": Hostile("y", _BIG, '<p title="', '"></p>'),
    "long data": Hostile("x", _BIG, f'{_DATA}{{"a":"', '"}</script>'),
}
"""What may stand at the end of a web page and is no part of its article."""

_PAGE = "<html><body><article><h1>Peru</h1><p>{}</p></article>{}"
_ARTICLE = "Pemerintah Peru menuntut agar Ekuador menarik pasukannya dari lembah itu. " * 5
_SMALL = 8  # times smaller than full size, to begin with


def seconds(take: Callable[[str], object], text: str) -> tuple[float, bool]:
    """Take the least CPU seconds of three rounds, and say whether the text is refused."""
    best, refused = float("inf"), False
    for _ in range(3):
        start = time.process_time()
        try:
            take(text)
        except ReportError:
            refused = True
        best = min(best, time.process_time() - start)
    return best, refused


def measured(kind: str, made: Mapping[str, Hostile], take: Callable[[str], object]) -> None:
    with Record(f"hostile.py {kind}") as record:
        for name, hostile in made.items():
            small, large = (hostile.text(hostile.times * k // (4 * _SMALL)) for k in (1, 4))
            few, before = seconds(take, small)
            many, refused = seconds(take, large)
            grown = f"x {many / few:3.1f}" if before == refused else "refused"
            print(f"{kind:8} {name:16} {few:7.3f} s {many:7.3f} s  {grown}", flush=True)
            record.note(name, many)


def main() -> None:
    measured("texts", TEXTS, parse)
    measured("stories", STORIES, lambda text: read(parse(text)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"

        def opened(padding: str) -> object:
            path.write_text(_PAGE.format(_ARTICLE, padding), encoding="utf-8")
            return parse(open_source(path))

        measured("pages", PADDINGS, opened)


if __name__ == "__main__":
    main()
