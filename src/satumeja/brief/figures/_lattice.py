"""Coalitions as a lattice: who could improve together, larger ones above their parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from satumeja.brief.figures._marks import SHADE
from satumeja.brief.media import INK, PAPER, QUIET, Figure, drawing, element, label
from satumeja.brief.sentences import states_in_words
from satumeja.brief.words import Phrases, Tongue, phrases_of
from satumeja.errors import QuestionError
from satumeja.questions import Coalitions

__all__ = ["coalition_lattice"]

_TARGETS = 3
_ALARM = "#f0b8b0"
_ACROSS, _DOWN, _RADIUS = 108.0, 92.0, 20.0


def coalition_lattice(found: Coalitions, state: int | str, *, language: Tongue = "en") -> Figure:
    """Draw every coalition by what it can do from one of the states.

    Parameters
    ----------
    found : Coalitions
        From `satumeja.questions.coalitions`.
    state : int or str
        Which of them, by number or by a name as for `Model.find_state`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Figure
        An SVG picture: the lattice of coalitions.

    Raises
    ------
    QuestionError
        If there is no such state, or only blocks were asked about.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import coalitions
    >>> coalition_lattice(coalitions(load("prisoners-dilemma"), [4]), 4).title
    'Coalitions around state 4'
    """
    if found.blocks:
        raise QuestionError("the lattice is of every coalition; it does not take blocks")
    phrases = phrases_of(found.model, language)
    words, number = phrases.words, found.model.require_state(state)
    spots, wide, tall = _spots(found.members)
    parts = [*_lines(found.members, spots)]
    for members in found.members:
        parts += _node(phrases, found, members, number, spots[members])
    said = [
        words(
            "lattice.node",
            members=words.all_of([phrases.dm(dm) for dm in members]),
            targets=states_in_words(words, list(found.targets(members, number))),
        )
        for members in found.members
    ]
    title = words("lattice.title", state=number)
    description = " ".join([f"{title}.", *said])
    letters = ", ".join(f"{letter} {phrases.dm(dm)}" for dm, letter in phrases.letters.items())
    svg = drawing(
        parts,
        box=(0, 0, wide, tall),
        title=title,
        description=description,
        language=words.language,
        kind="lattice",
    )
    caption = words("lattice.caption", state=number, form=phrases.form(number))
    caption = f"{caption} {words('deals.letters', letters=letters)}"
    return Figure(svg, title, description, caption)


def _spots(
    members: Sequence[tuple[str, ...]],
) -> tuple[dict[tuple[str, ...], tuple[float, float]], float, float]:
    """Place each coalition: a layer for each size, the largest on top."""
    layers: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for some in members:
        layers[len(some)].append(some)
    widest = max(len(layer) for layer in layers.values())
    wide = max(widest, 3) * _ACROSS
    spots = {}
    for size, layer in layers.items():
        for k, some in enumerate(layer):
            x = wide * (k + 0.5) / len(layer)
            spots[some] = (x, 30 + (len(layers) - size) * _DOWN)
    return spots, wide, 30 + (len(layers) - 1) * _DOWN + 34


def _lines(
    members: Sequence[tuple[str, ...]], spots: dict[tuple[str, ...], tuple[float, float]]
) -> Iterator[Markup]:
    for some in members:
        for more in members:
            if len(more) == len(some) + 1 and set(some) < set(more):
                (x, y), (end, top) = spots[some], spots[more]
                path = f"M{x:.1f} {y:.1f}L{end:.1f} {top:.1f}"
                yield element("path", d=path, stroke=QUIET, stroke_width=0.9, class_="line")


def _node(
    phrases: Phrases,
    found: Coalitions,
    members: tuple[str, ...],
    state: int,
    spot: tuple[float, float],
) -> Iterator[Markup]:
    (x, y), stays = spot, found.stays(members, state)
    fill = PAPER if "cnash" in stays else SHADE if "cseq" in stays else _ALARM
    kind = {PAPER: "paper", SHADE: "shade"}.get(fill, "alarm")
    yield element("circle", cx=x, cy=y, r=_RADIUS, fill=fill, stroke=INK, stroke_width=1.2,
                  class_=f"line {kind}")  # fmt: skip
    letters = "".join(phrases.letters[dm] for dm in members)
    yield label(letters, x, y + 4, size=11 if len(letters) < 5 else 8, text_anchor="middle",
                font_weight="bold", class_="ink" if fill == PAPER else "fixed")  # fmt: skip
    targets = list(map(str, found.targets(members, state)))
    if targets:
        shown = ", ".join(targets[:_TARGETS]) + ("…" if len(targets) > _TARGETS else "")
        yield label(shown, x + _RADIUS + 3, y + 4, size=9, fill=QUIET)
