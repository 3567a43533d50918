"""The further solution concepts, in one registry: definition, needs, decide, explain."""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from satumeja.errors import QuestionError
from satumeja.stability._concepts import CONCEPTS, reads_more, unknown_concept
from satumeja.stability.further._blocks import over_blocks
from satumeja.stability.further._coalitions import Coalitional
from satumeja.stability.further._foresight import Foresight, LimitedMove, NonMyopic
from satumeja.stability.further._individual import Individual, Shape, Weak
from satumeja.stability.further._kinds import (
    Kind,
    attitudes,
    fuzzy,
    hybrid,
    plain,
    probabilistic,
    strong,
    unknown,
)
from satumeja.stability.further._question import FurtherConcept, Need, Question
from satumeja.stability.further._setting import Setting
from satumeja.stability.further._simultaneous import Simultaneous

__all__ = ["FURTHER", "OWN", "further_named"]

OWN: dict[str, object] = {}
"""The concepts that were made outside the package, by id, as what they were made by."""

SHAPES: dict[Shape, str] = {
    "nash": "i has no way out of s.",
    "gmr": "The others can answer every way out of s by moves that end in a state that holds i.",
    "smr": "As GMR, and every single move of i from there ends in a state that holds it too.",
    "seq": "As GMR, by moves each of which its mover would make of itself.",
}
_NAMES = {shape: CONCEPTS[shape].name for shape in SHAPES}

UNKNOWN = {
    "a": "A way out is better or unknown; what is known not to be better holds.",
    "b": "A way out is better; what is known not to be better holds.",
    "c": "A way out is better or unknown; what is not known to be better holds.",
    "d": "A way out is better; what is not known to be better holds.",
}
_UNSURE = " Others also sanction credibly by moves whose preference is unknown to them."


def _individual(
    spell_out: Callable[[Setting], Kind], shape: Shape, concept: str, setting: Setting
) -> Question:
    return Individual(setting, spell_out(setting), shape, concept)


def _weak(shape: Shape, concept: str, setting: Setting) -> Question:
    general = Individual(setting, plain(setting), shape, concept)
    return Weak(general, Individual(setting, strong(setting), shape, concept), concept)


def _of_unknown() -> Iterator[FurtherConcept]:
    for extension, way_out in UNKNOWN.items():
        for shape, definition in SHAPES.items():
            yield FurtherConcept(
                f"{shape}_{extension}",
                f"{_NAMES[shape]} under unknown preference, extension {extension}",
                f"{definition} {way_out}" + (_UNSURE if shape == "seq" else ""),
                ("unknown",),
                "Li, Hipel, Kilgour & Fang, Preference uncertainty in the graph model for "
                "conflict resolution, IEEE Trans. SMC-A, 2004.",
                partial(
                    _individual,
                    partial(unknown, extension=extension),
                    shape,
                    f"{shape}_{extension}",
                ),
            )


STRONGLY = {
    "a": "A way out is better or unknown; only what is known to be greatly worse than s holds.",
    "b": "A way out is better; only what is known to be greatly worse than s holds.",
    "c": "A way out is better or unknown; only what is greatly worse than s or unknown holds.",
    "d": "A way out is better; only what is greatly worse than s or unknown holds.",
}


def _of_hybrid() -> Iterator[FurtherConcept]:
    """Give the shapes with sanctions under unknown preference and strength at once."""
    for extension, meaning in STRONGLY.items():
        for shape in ("gmr", "smr", "seq"):
            concept = f"strong_{shape}_{extension}"
            yield FurtherConcept(
                concept,
                f"{_NAMES[shape]}, strong, under unknown preference, extension {extension}",
                f"{SHAPES[shape]} {meaning}" + (_UNSURE if shape == "seq" else ""),
                ("unknown", "much_better"),
                "Xu, Hipel, Kilgour & Chen, Combining strength and uncertainty for preferences "
                "in the graph model for conflict resolution with multiple decision makers, "
                "Theory and Decision, 2010.",
                partial(_individual, partial(hybrid, extension=extension), shape, concept),
            )


def _of_kind(
    prefix: str,
    name: str,
    meaning: str,
    need: Need,
    reference: str,
    spell_out: Callable[[Setting], Kind],
) -> Iterator[FurtherConcept]:
    """Give the shapes under one kind of preference; Nash has no strong form of its own."""
    for shape, definition in SHAPES.items():
        if shape == "nash" and prefix == "strong":
            continue
        concept = f"{prefix}_{shape}"
        yield FurtherConcept(
            concept,
            f"{_NAMES[shape]}{name}",
            f"{definition} {meaning}",
            (need,),
            reference,
            partial(_individual, spell_out, shape, concept),
        )


_STRENGTH = (
    "Hamouda, Kilgour & Hipel, Strength of preference in the graph model for conflict "
    "resolution, Group Decision and Negotiation, 2004."
)


def _of_weak() -> Iterator[FurtherConcept]:
    for shape in ("gmr", "smr", "seq"):
        concept = f"weak_{shape}"
        yield FurtherConcept(
            concept,
            f"{_NAMES[shape]}, weak",
            f"Stable under {shape.upper()}, but not strongly.",
            ("much_better",),
            _STRENGTH,
            partial(_weak, shape, concept),
        )


_TOGETHER: dict[Shape, str] = {
    "nash": "No legal sequence of members of H reaches a state that all of them prefer to s.",
    "gmr": "The others can answer every coalition improvement of H by moves that end in a state "
    "some member of H does not prefer to s.",
    "smr": "As CGMR, and from there no legal sequence of H reaches a state all members prefer.",
    "seq": "As CGMR, by coalition improvements of groups of the others, no group twice in a row.",
}


def _of_coalitions() -> Iterator[FurtherConcept]:
    for shape, definition in _TOGETHER.items():
        concept = f"c{shape}"
        yield FurtherConcept(
            concept,
            f"{_NAMES[shape]} of a coalition",
            definition,
            ("coalitions",),
            "Kilgour, Hipel, Fang & Peng, Coalition analysis in group decision support, Group "
            "Decision and Negotiation, 2001; Inohara & Hipel, Coalition analysis in the graph "
            "model for conflict resolution, Systems Engineering, 2008.",
            partial(Coalitional, shape=shape, concept=concept),
        )


_FARSIGHTED = (
    "Kilgour, Equilibria for far-sighted players, Theory and Decision, 1984; Fang, Hipel & "
    "Kilgour, Interactive Decision Making, Wiley, 1993."
)


@cache
def _limited(horizon: int) -> FurtherConcept:
    """Give limited-move stability at a horizon."""
    concept = f"l{horizon}"
    return FurtherConcept(
        concept,
        f"Limited-move stability, {horizon} move" + ("s" if horizon > 1 else ""),
        f"Looking {horizon} moves ahead, where after each move anybody else may act and i "
        "expects the worst of what may come, i does not gain by moving.",
        ("horizon",),
        _FARSIGHTED,
        lambda setting: LimitedMove(Foresight(setting), horizon, concept),
    )


_NON_MYOPIC = FurtherConcept(
    "nm",
    "Non-myopic stability",
    "From some horizon on, i stays under limited-move stability at every horizon.",
    (),
    _FARSIGHTED,
    lambda setting: NonMyopic(Foresight(setting), "nm"),
)
_SIMULTANEOUS = FurtherConcept(
    "sim",
    "Simultaneous sanctioning",
    "Every unilateral improvement of i is sanctioned as in SEQ, or by improvements that "
    "others, for whom s is not sequentially stable either, make at the same time.",
    ("option form",),
    "Fraser & Hipel, Conflict Analysis: Models and Resolutions, North-Holland, 1984.",
    partial(Simultaneous, concept="sim"),
)

FURTHER: dict[str, FurtherConcept] = {
    concept.id: concept
    for concept in (
        _SIMULTANEOUS,
        *map(_limited, (2, 3)),
        _NON_MYOPIC,
        *_of_coalitions(),
        *_of_unknown(),
        *_of_kind(
            "strong",
            ", strong",
            "A way out is better, mildly or greatly; only what is greatly worse than s holds.",
            "much_better",
            _STRENGTH,
            strong,
        ),
        *_of_weak(),
        *_of_hybrid(),
        *_of_kind(
            "fuzzy",
            " under fuzzy preference",
            "A way out is preferred, on balance, to a degree that reaches i's threshold; "
            "everything else holds.",
            "degrees",
            "Bashar, Kilgour & Hipel, Fuzzy preferences in the graph model for conflict "
            "resolution, IEEE Trans. Fuzzy Systems, 2012.",
            fuzzy,
        ),
        *_of_kind(
            "prob",
            " under probabilistic preference",
            "A way out is preferred with a probability over 1 - alpha; what is preferred with "
            "1 - beta at most holds; credible moves are preferred with over gamma.",
            "chances",
            "Rêgo & dos Santos, Probabilistic preferences in the graph model for conflict "
            "resolution, IEEE Trans. SMC: Systems, 2015.",
            probabilistic,
        ),
        *_of_kind(
            "rel",
            " under attitudes",
            "A way out is at least as good as s for all i is positive toward, and worse for all "
            "it is negative toward; everything else holds.",
            "attitudes",
            "Inohara, Hipel & Walker, Conflict analysis approaches for investigating attitudes "
            "and misperceptions in the War of 1812, J. Syst. Sci. Syst. Eng., 2007.",
            attitudes,
        ),
    )
}
"""The further concepts, by id; `further_named` knows limited-move stability at any horizon."""


def further_named(name: str) -> FurtherConcept:
    """Look a further concept up by its id, in any case; ``l1`` to ``l999`` look moves ahead.

    Raises
    ------
    QuestionError
        If the id is unknown; the message has the nearest one.

    Examples
    --------
    >>> further_named("l12").name
    'Limited-move stability, 12 moves'
    """
    name = name.lower()
    exists = name in FURTHER or reads_more(name)  # which loads what packages bring
    if name in FURTHER:
        return FURTHER[name]
    if exists:
        return _limited(int(name[1:]))
    if name in CONCEPTS:
        raise QuestionError(f'"{name}" is decided from ranks alone, as `analyse` does')
    raise unknown_concept(name)


def _entry_of(own: Any) -> FurtherConcept:
    entry: FurtherConcept = own.entry
    return entry


def _kept(entry: FurtherConcept) -> tuple[Callable[..., FurtherConcept], tuple[object, ...]]:
    """Give what is kept of a concept elsewhere: where it is found, for a definition is code."""
    if entry.parties:
        return over_blocks, (CONCEPTS[entry.id], entry.parties)
    own = OWN.get(entry.id)
    return (further_named, (entry.id,)) if own is None else (_entry_of, (own,))


copyreg.pickle(FurtherConcept, _kept)
