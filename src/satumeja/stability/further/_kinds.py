"""Kinds of preference as relations: what each one calls leaving, holding and credible."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from satumeja.model.kit import Pairs, Square, exact
from satumeja.stability.further._relations import Relations, Rows, rows_of, transposed
from satumeja.stability.further._setting import Setting

__all__ = ["Kind", "attitudes", "fuzzy", "hybrid", "plain", "probabilistic", "strong", "unknown"]


@dataclass(frozen=True)
class Kind:
    """A kind of preference, as each decision maker in turn has it.

    Parameters
    ----------
    leave : list of Rows
        The states it would leave each state for.
    hold : list of Rows
        The states whose threat holds it in each state.
    credible : list of Rows
        The moves it would make to sanction another, where sanctions must be credible.
    """

    leave: list[Rows]
    hold: list[Rows]
    credible: list[Rows]


def _kind(relations: Relations, better: list[Rows]) -> Kind:
    """Return the kind of preference in which `better` says all: what is not better holds."""
    leave = [relations.both(*pair) for pair in zip(relations.moves, better, strict=True)]
    return Kind(leave, [relations.neither(rows) for rows in better], leave)


def plain(setting: Setting) -> Kind:
    """Spell out simple preference; strength of preference has the same *general* stability."""
    return _kind(setting.relations, list(setting.relations.better))


def unknown(setting: Setting, extension: str) -> Kind:
    """Spell out extension a, b, c or d of unknown preference.

    Under a and c a decision maker also leaves a state for one whose preference is
    unknown; under c and d a state of unknown preference holds it as well. In every
    extension the others also sanction by moves of unknown preference (Li, Hipel,
    Kilgour & Fang 2004).
    """
    relations = setting.relations
    leave, hold, credible = [], [], []
    for i, doubt in enumerate(_doubts(setting)):
        sure = relations.both(relations.better[i], relations.neither(doubt))
        maybe = [a | b for a, b in zip(sure, doubt, strict=True)]
        moves = relations.moves[i]
        leave.append(relations.both(moves, maybe if extension in "ac" else sure))
        hold.append(relations.neither(maybe if extension in "ab" else sure))
        credible.append(relations.both(moves, maybe))
    return Kind(leave, hold, credible)


def _doubts(setting: Setting) -> list[Rows]:
    """Spell out, for each decision maker, what it cannot compare with each state."""
    unsure = [setting.knowledge.unknown.get(dm, frozenset()) for dm in setting.ids]
    return [
        _pair_rows(setting.relations, [*pairs, *((b, a) for a, b in pairs)]) for pairs in unsure
    ]


def _pair_rows(relations: Relations, pairs: Iterable[tuple[int, int]]) -> Rows:
    """Spell out pairs (better, worse) of state numbers: bit `better` of row `worse`."""
    rows = [0] * relations.size
    for better, worse in pairs:
        rows[worse - 1] |= 1 << (better - 1)
    return rows


def strong(setting: Setting) -> Kind:
    """Spell out strength of preference with *strong* sanctions.

    Any improvement, mild or great, is a reason to leave; only a state to which the
    present one is greatly preferred holds (Hamouda, Kilgour & Hipel 2004).
    """
    much: list[Pairs] = [setting.knowledge.much_better.get(dm, frozenset()) for dm in setting.ids]
    hold = [transposed(_pair_rows(setting.relations, pairs)) for pairs in much]
    improvements = setting.relations.improvements
    return Kind(improvements, hold, improvements)


def hybrid(setting: Setting, extension: str) -> Kind:
    """Spell out extension a, b, c or d of unknown preference with *strong* sanctions.

    Leaving and credible moves are those of unknown preference; under a and b only a state
    holds to which the present one is known to be greatly preferred, under c and d one whose
    preference is unknown as well (Xu, Hipel, Kilgour & Chen 2010).
    """
    relations, unsure, strongly = setting.relations, unknown(setting, extension), strong(setting)
    hold = []
    for doubt, rows in zip(_doubts(setting), strongly.hold, strict=True):
        much = relations.both(rows, relations.neither(doubt))
        afraid = zip(much, doubt, strict=True)
        hold.append([a | b for a, b in afraid] if extension in "cd" else much)
    return Kind(unsure.leave, hold, unsure.credible)


def _where(table: Square, wanted: Callable[[Fraction], bool]) -> Rows:
    """Spell out which states a have a wanted number over b, ``table[a][b]``; no a over itself.

    Each different number is looked at once.
    """
    # As the decimals that were written: in floating point 0.7 less 0.3 does not reach 0.4.
    verdicts = {number: wanted(exact(number)) for number in {n for row in table for n in row}}
    flags = np.array([[verdicts[number] for number in row] for row in table], dtype=bool)
    np.fill_diagonal(flags, val=False)
    return rows_of(flags.T)


def fuzzy(setting: Setting) -> Kind:
    """Spell out fuzzy preference.

    A decision maker leaves s for t when the degree of preferring t, less that of
    preferring s, reaches its satisficing threshold; anything else holds it. As the two
    add up to 1, that asks for a degree of (1 + threshold) / 2. A decision maker without
    degrees prefers by rank, to a degree of 0, 1/2 or 1 (Bashar, Kilgour & Hipel 2012).
    """
    knowledge, better = setting.knowledge, list(setting.relations.better)
    for i, dm in enumerate(setting.ids):
        if dm in knowledge.degrees:
            needed = (1 + exact(knowledge.thresholds.get(dm, 1))) / 2
            better[i] = _where(knowledge.degrees[dm], needed.__le__)
    return _kind(setting.relations, better)


def probabilistic(setting: Setting) -> Kind:
    """Spell out probabilistic preference.

    A decision maker leaves s for t when it prefers t with a probability over
    1 - alpha; u holds it when it prefers u with a probability of 1 - beta at most; the
    others sanction by moves they prefer with a probability over gamma. A decision maker
    without chances prefers by rank, for certain (Rêgo & dos Santos 2015).
    """
    knowledge, relations = setting.knowledge, setting.relations

    def over(dm: int, bound: Fraction) -> Rows:
        table = knowledge.chances.get(setting.ids[dm])
        if table is not None:
            return _where(table, bound.__lt__)
        # What is certain has probability 1, which is over every bound but 1 itself.
        return relations.better[dm] if bound < 1 else [0] * relations.size

    alpha, beta, gamma = exact(knowledge.alpha), exact(knowledge.beta), exact(knowledge.gamma)
    movers, moves = setting.movers, relations.moves
    return Kind(
        leave=[relations.both(moves[i], over(i, 1 - alpha)) for i in movers],
        hold=[relations.neither(over(i, 1 - beta)) for i in movers],
        credible=[relations.both(moves[i], over(i, gamma)) for i in movers],
    )


def attitudes(setting: Setting) -> Kind:
    """Spell out attitudes: the relational concepts.

    i replies to s by x when x is at least as good as s for everyone it is positive
    toward and worse than s for everyone it is negative toward; what is no such reply
    holds it. With ties the default attitude (positive to oneself, indifferent to others)
    is not simple preference, because an equally good state counts as a reply. Staying,
    which the replies of the literature include, is no move in a legal sequence (Inohara,
    Hipel & Walker 2007).
    """
    return _kind(setting.relations, [_welcome(setting, i) for i in setting.movers])


def _welcome(setting: Setting, i: int) -> Rows:
    """Spell out which states answer every attitude of i, seen from each state."""
    relations, stated = setting.relations, setting.knowledge.attitudes
    rows = relations.neither([0] * relations.size)  # everything, which each attitude narrows
    for j, dm in enumerate(setting.ids):
        attitude = stated.get((setting.ids[i], dm), "+" if i == j else "0")
        if attitude != "0":
            worse = transposed(relations.better[j])
            rows = relations.both(rows, worse if attitude == "-" else relations.neither(worse))
    return rows
