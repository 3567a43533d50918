"""Limited foresight: what decision makers expect when they look h moves ahead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import LimitError
from satumeja.stability.further._proofs import ForesightVerdict, Outlook
from satumeja.stability.further._relations import Path, bits, join
from satumeja.stability.further._setting import Party, Setting

__all__ = ["LARGEST_OUTLOOK", "Foresight", "LimitedMove", "NonMyopic"]

Ends = tuple[tuple[int, ...], ...]
# Sets that may be kept over all horizons; equal ones are kept once, so each is a pointer.
LARGEST_OUTLOOK = 4_000_000


class Foresight:
    """What may come of acting, at every horizon.

    i looking h moves ahead from s compares staying with the best of its moves, where
    after a move to q the next to act may be *any other* decision maker, each looking
    h - 1 moves ahead; i expects, among all the states that may end in, the worst for it
    (the conservative reading of Fang, Hipel & Kilgour 1993 for several DMs). It stays when
    it does not gain.

    For two DMs and strict preference this is the definition of Kilgour (1984). With ties
    a mover that is indifferent between moves may make any of them, and the others expect the
    worst of those. Other n-DM readings exist (Rêgo & Vieira 2021; Soares et al. 2026) and
    differ.

    Parameters
    ----------
    setting : Setting
        The model.

    Notes
    -----
    A horizon costs O(arcs + n * DMs) unions of n bits and is kept. As each follows from the
    one before, horizons whose expectations return recur for ever. For two DMs that takes
    a few horizons; for more it can take thousands, so there is a limit.

    References
    ----------
    .. [1] Kilgour, "Equilibria for far-sighted players", Theory and Decision, 1984.
    .. [2] Fang, Hipel & Kilgour, *Interactive Decision Making*, 1993.
    """

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.moves = setting.relations.moves
        self.ranks = [ranks.tolist() for ranks in setting.relations.ranks]
        start = tuple(1 << s for s in range(setting.relations.size))
        self._horizons: list[Ends] = [tuple(start for _ in self.ranks)]
        self._seen = {self._horizons[0]: 0}
        self._sets = {row: row for row in start}
        self._cycle: tuple[int, int] | None = None

    def ends(self, horizon: int) -> Ends:
        """Return the states it may all end in, by who acts and where, at a horizon."""
        while len(self._horizons) <= horizon and self._cycle is None:
            self._look_further()
        if horizon < len(self._horizons) or self._cycle is None:
            return self._horizons[horizon]
        first, length = self._cycle
        return self._horizons[first + (horizon - first) % length]

    @property
    def cycle(self) -> tuple[int, int]:
        """The first horizon (from 1) whose expectations return, and after how many more."""
        while self._cycle is None:
            self._look_further()
        return self._cycle

    def _look_further(self) -> None:
        horizon, size = len(self._horizons), self.setting.relations.size
        if horizon * size * len(self.ranks) > LARGEST_OUTLOOK:
            raise LimitError(
                f"what {len(self.ranks)} decision makers expect in {size:,} states keeps "
                f"changing for {horizon:,} moves of foresight and more; ask for a shorter horizon"
            )
        before = self._horizons[-1]
        ends = tuple(self._ends(before, i) for i in self.setting.movers)
        self._horizons.append(ends)
        if ends in self._seen:
            length = horizon - self._seen[ends]
            # From the one after what returned, which may be horizon 0, at which nobody looks.
            self._cycle = (horizon - length + 1, length)
        else:
            self._seen[ends] = horizon

    def _ends(self, before: Ends, i: int) -> tuple[int, ...]:
        states = range(self.setting.relations.size)
        after = self.after(before, i, states)
        worth = self.worth(i, after)
        rows = (join(after[t] for t in self.best(i, s, worth)) or 1 << s for s in states)
        return tuple(self._sets.setdefault(row, row) for row in rows)

    def after(self, before: Ends, mover: int, targets: Iterable[int]) -> dict[int, int]:
        """Return where it may all end once `mover` has moved to each target: others go on."""
        rest = [ends for j, ends in enumerate(before) if j != mover]
        return {t: join(ends[t] for ends in rest) for t in targets}

    def worth(self, mover: int, after: Mapping[int, int]) -> dict[int, int]:
        """Return the rank for `mover` of the worst end of each move."""
        rank = self.ranks[mover]
        worst = {row: min(rank[end] for end in bits(row)) for row in set(after.values())}
        return {t: worst[row] for t, row in after.items()}

    def best(self, i: int, s: int, worth: Mapping[int, int]) -> list[int]:
        """Return the moves i may make in s; none: it stays."""
        targets = list(bits(self.moves[i][s]))
        # Ranks begin at 1, so with no move at all the best is below every rank.
        best = max((worth[t] for t in targets), default=0)
        return [t for t in targets if worth[t] == best] if best > self.ranks[i][s] else []

    def stays(self, horizon: int, i: int, s: int) -> bool:
        """Decide whether i stays in s, looking `horizon` moves ahead."""
        return self.ends(horizon)[i][s] == 1 << s

    def choices(self, horizon: int, i: int, s: int) -> dict[int, int]:
        """Return the moves i may make in s, looking so far ahead, and how each may end."""
        after = self.after(self.ends(horizon - 1), i, bits(self.moves[i][s]))
        return {t: after[t] for t in self.best(i, s, self.worth(i, after))}

    def outlook(self, horizon: int, i: int, move: int) -> Outlook:
        """Trace the moves that follow a move of i, to the worst of what it expects."""
        ends = self.after(self.ends(horizon - 1), i, [move])[move]
        worst = min(bits(ends), key=lambda end: self.ranks[i][end])
        path = self._follow(horizon - 1, i, move, worst)
        return Outlook(horizon, move + 1, self.setting.steps(path))

    def _follow(self, horizon: int, last: int, state: int, end: int) -> Path:
        """Trace moves from `state`, where anybody but `last` may act, that end in `end`."""
        path: list[tuple[int, int]] = []
        while horizon > 0:
            acting = self.ends(horizon)
            last = next(
                j for j in self.setting.movers if j != last and acting[j][state] >> end & 1
            )
            choices = self.choices(horizon, last, state)
            if not choices:
                break
            state = next(t for t, ends in choices.items() if ends >> end & 1)
            path.append((last, state))
            horizon -= 1
        return tuple(path)


class LimitedMove:
    """Limited-move stability L_h: i stays, looking h moves ahead."""

    def __init__(self, foresight: Foresight, horizon: int, concept: str) -> None:
        self.foresight, self.horizons, self.concept = foresight, [horizon], concept
        self.recurs: int | None = None

    def _leaves(self, focal: int, state: int) -> int | None:
        """Return the first horizon at which it leaves, None if it stays at all of them."""
        return next(
            (h for h in self.horizons if not self.foresight.stays(h, focal, state)),
            None,
        )

    def flags(self, party: Party) -> NDArray[np.bool_]:
        """Decide in which states the one member of `party` stays."""
        (focal,) = party
        states = range(self.foresight.setting.relations.size)
        return np.array([self._leaves(focal, s) is None for s in states], dtype=np.bool_)

    def explain(self, party: Party, state: int) -> ForesightVerdict:
        """Decide it, and show what it expects."""
        (focal,) = party
        horizon, foresight = self._leaves(focal, state), self.foresight
        if horizon is None:
            moves = list(bits(foresight.moves[focal][state]))
            outlooks = [foresight.outlook(h, focal, t) for h in self.horizons for t in moves]
        else:
            best = next(iter(foresight.choices(horizon, focal, state)))
            outlooks = [foresight.outlook(horizon, focal, best)]
        dm, stable = foresight.setting.ids[focal], horizon is None
        about = (state + 1, dm, self.concept, stable)
        return ForesightVerdict(*about, tuple(outlooks), self.recurs)


class NonMyopic(LimitedMove):
    """Non-myopic stability: i stays at every horizon from some horizon on.

    Expectations recur, so that is every horizon of the cycle they enter.
    """

    def __init__(self, foresight: Foresight, concept: str) -> None:
        first, length = foresight.cycle
        super().__init__(foresight, first, concept)
        self.horizons, self.recurs = list(range(first, first + length)), length
