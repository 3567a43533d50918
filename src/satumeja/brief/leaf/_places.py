"""The picture where no situation is the present one: situations, placed in each side's order."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.brief.leaf._names import Names
from satumeja.brief.leaf._picture import Picture, Row, heading, legend
from satumeja.brief.leaf._sentence import Sentence, capital, spelled

__all__ = ["MOST_SITUATIONS", "place_picture"]

MOST_SITUATIONS = 8


def place_picture(names: Names, most: int = MOST_SITUATIONS) -> Picture:
    """Show the situations that hold best, and the place of each in every side's order."""
    words = names.words
    return Picture(
        "places",
        words("leaf.places.title"),
        words("leaf.places.what"),
        legend(names),
        tuple(names.label(dm) for dm in names.parties),
        tuple(_rows(names, most)),
        words("leaf.places.key"),
        words("leaf.places.key"),
    )


def _rows(names: Names, most: int) -> Iterator[Row]:
    """List situations by rung, the highest first, and count those left out."""
    elsewhere, words = names.front.elsewhere, names.words
    if elsewhere is None:
        return
    states, last_level = elsewhere.states[:most], -1
    for number, (state, level, _) in enumerate(states):
        if level != last_level:
            yield heading(words(f"leaf.rung.{level}"))
            last_level = level
        yield _row(names, state, f"elsewhere.states[{number}]")
    left = sum(elsewhere.counts) - len(states)
    if left > 0:
        blanks = {"number": spelled(words, left)}
        text = words.count("leaf.places.more", left, **blanks)
        sentence = Sentence("leaf.places.more", f"{capital(text)}.", "elsewhere", "", blanks)
        yield Row("rest", text, (), (), sentence)


def _row(names: Names, state: int, source: str) -> Row:
    words, phrases = names.words, names.phrases
    text, cells, places = names.circumstances(state), list[str](), list[str]()
    for dm in names.parties:
        ranks = phrases.ranks[dm]
        blanks = {"place": words.number(phrases.place(dm, state)),
                  "last": words.number(int(ranks.max() - ranks.min()) + 1)}  # fmt: skip
        cells.append(words("leaf.places.place", **blanks))
        places.append(words("leaf.places.place_of", dm=names.dm(dm), **blanks))
    blanks = {"row": text, "places": capital("; ".join(places))}
    key = "leaf.picture.said"
    sentence = Sentence(key, words(key, **blanks), source, "", blanks)
    return Row("situation", text, (), tuple(cells), sentence)
