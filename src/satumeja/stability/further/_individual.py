"""Nash, GMR, SMR and SEQ asked of one decision maker under any kind of preference."""

from __future__ import annotations

from functools import cache
from typing import Literal

from satumeja.stability.further._kinds import Kind
from satumeja.stability.further._metarational import Flags, Metarational
from satumeja.stability.further._proofs import Sanction, Verdict
from satumeja.stability.further._relations import Rows, bits
from satumeja.stability.further._setting import Party, Setting

__all__ = ["Individual", "Shape", "Weak"]

Shape = Literal["nash", "gmr", "smr", "seq"]


class Individual:
    """One of the four shapes, asked under a kind of preference.

    Parameters
    ----------
    setting : Setting
        The model.
    kind : Kind
        What leaving, holding and credible mean.
    shape : {"nash", "gmr", "smr", "seq"}
        The others' sanctions: none; any; any from which no counter-move escapes; credible.
    concept : str
        The id verdicts carry.
    """

    def __init__(self, setting: Setting, kind: Kind, shape: Shape, concept: str) -> None:
        self.setting, self.kind, self.shape, self.concept = setting, kind, shape, concept
        self.of = cache(self._of)

    def _of(self, focal: int) -> Metarational:
        """Return the question put to one decision maker."""
        moves, kind = self.setting.relations.moves, self.kind
        answers: dict[int, Rows] = {}
        if self.shape != "nash":
            relation = kind.credible if self.shape == "seq" else moves
            answers = {j: relation[j] for j in self.setting.movers if j != focal}
        counter = moves[focal] if self.shape == "smr" else None
        return Metarational(kind.leave[focal], kind.hold[focal], answers, counter)

    def decide(self, party: Party, state: int) -> bool:
        """Decide whether `state` is stable for the one member of `party`."""
        (focal,) = party
        return self.of(focal).stable(state)

    def flags(self, party: Party) -> Flags:
        """Decide which states are stable for the one member of `party`."""
        (focal,) = party
        return self.of(focal).flags()

    def reasons(self, focal: int, state: int) -> list[int]:
        """Return the states it would leave `state` for, most preferred by rank first."""
        return self.setting.by_rank(focal, list(bits(self.of(focal).leave[state])))

    def free(self, focal: int, state: int) -> int | None:
        """Return the number of the first reason to leave that nobody answers, None if none."""
        reasons = self.reasons(focal, state)
        return next((t + 1 for t in reasons if not self.of(focal).answered(state, t)), None)

    def sanctions(self, focal: int, state: int) -> tuple[Sanction, ...]:
        """Return a shortest sanction of each reason to leave."""
        return tuple(
            Sanction(t + 1, self.setting.steps(self.of(focal).answer(state, t)))
            for t in self.reasons(focal, state)
        )

    def explain(self, party: Party, state: int) -> Verdict:
        """Decide it, and show an unanswered reason to leave, or a sanction of each."""
        (focal,) = party
        about = (state + 1, self.setting.ids[focal], self.concept)
        reasons = tuple(t + 1 for t in self.reasons(focal, state))
        free = self.free(focal, state)
        if free is not None:
            return Verdict(*about, False, reasons, free)
        return Verdict(*about, True, reasons, None, self.sanctions(focal, state))


class Weak:
    """Generally stable, but not strongly.

    The proof of a weakly stable state is a general sanction of each improvement, and the
    improvement that nobody sanctions strongly. A state that is not weakly stable shows
    either the improvement that nobody sanctions at all, or strong sanctions of all.
    """

    def __init__(self, general: Individual, strong: Individual, concept: str) -> None:
        self.general, self.strong, self.concept = general, strong, concept

    def flags(self, party: Party) -> Flags:
        """Decide which states are weakly stable for the one member of `party`."""
        return self.general.flags(party) & ~self.strong.flags(party)

    def explain(self, party: Party, state: int) -> Verdict:
        """Decide it, and show general sanctions, strong ones, or the lack of them."""
        general, strong = self.general.explain(party, state), self.strong.explain(party, state)
        about = (state + 1, general.dm, self.concept)
        if not general.stable:
            return Verdict(*about, False, general.improvements, general.improvement)
        weakly = not strong.stable
        sanctions = general.sanctions if weakly else strong.sanctions
        return Verdict(*about, weakly, general.improvements, strong.improvement, sanctions)
