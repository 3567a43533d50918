"""Simultaneous sanctioning: improvements made at once that add up to something worse."""

from __future__ import annotations

from functools import reduce
from itertools import product
from operator import or_

import numpy as np

from satumeja.errors import QuestionError
from satumeja.model import OptionStates
from satumeja.stability.further._individual import Individual
from satumeja.stability.further._kinds import plain
from satumeja.stability.further._metarational import Flags
from satumeja.stability.further._proofs import Joint, Sanction, SimultaneousVerdict
from satumeja.stability.further._relations import bits
from satumeja.stability.further._setting import Party, Setting

__all__ = ["Simultaneous"]


class Simultaneous:
    """Stability by simultaneous sanctioning, SIM (option form).

    Several decision makers who are each about to improve from s may move at the same
    time: the joint result is s with every option changed that one of them changes, or
    several who share it. An improvement of i that is not sanctioned sequentially is
    sanctioned *simultaneously* when, together with improvements from s of one or more
    others for whom s is not sequentially stable either, it gives a feasible state that i
    does not prefer to s [1]_. The concept ``sim`` takes both kinds of sanction, so it
    holds at least where SEQ does.

    Raises
    ------
    QuestionError
        If the model is in graph form, or coalesces states: what changes of options made at
        once lead to would depend on the member they begin from.

    Notes
    -----
    For two DMs as Fraser & Hipel define it; for more, any non-empty group of the others
    may move at once. Cost: SEQ, and the product of the improvements at the states that are
    sequentially unstable for two DMs or more.

    References
    ----------
    .. [1] Fraser & Hipel, *Conflict Analysis: Models and Resolutions*, 1984.
    """

    def __init__(self, setting: Setting, concept: str) -> None:
        states = setting.model.states
        if not isinstance(states, OptionStates):
            raise QuestionError("simultaneous sanctioning (sim) is defined for option form only")
        if setting.model.coalesce:
            raise QuestionError(
                "simultaneous sanctioning (sim) is not defined for coalesced states"
            )
        self.setting, self.concept = setting, concept
        self.codes: list[int] = states.codes.tolist()
        self.places = {code: place for place, code in enumerate(self.codes)}
        self.sequential = Individual(setting, plain(setting), "seq", concept)

    def joint(self, focal: int, state: int, reason: int) -> Joint | None:
        """Find improvements of others that, made at once, hold `focal` in `state`."""
        now, threats = self.codes[state], self.sequential.of(focal).hold[state]
        unstable = [
            j
            for j in self.setting.movers
            if j != focal and not self.sequential.decide((j,), state)
        ]
        improvements = self.setting.relations.improvements
        # Ending in the state itself stands for not taking part.
        choices = [[state, *bits(improvements[j][state])] for j in unstable]
        for ends in product(*choices):
            # A union, not a sum: two may change the same shared option, which then is changed.
            changed = reduce(or_, (now ^ self.codes[end] for end in (reason, *ends)))
            result = self.places.get(now ^ changed)
            movers = [(j, end) for j, end in zip(unstable, ends, strict=True) if end != state]
            if movers and result is not None and threats >> result & 1:
                return Joint(reason + 1, self.setting.steps(tuple(movers)), result + 1)
        return None

    def sanction(self, focal: int, state: int, reason: int) -> Sanction | Joint | None:
        """Find what sanctions an improvement, first by moves one after the other."""
        path = self.sequential.of(focal).answer(state, reason)
        if path:
            return Sanction(reason + 1, self.setting.steps(path))
        return self.joint(focal, state, reason)

    def flags(self, party: Party) -> Flags:
        """Decide which states are stable for the one member of `party`."""
        states = range(self.setting.relations.size)
        return np.array([self.decide(party, state) for state in states], dtype=np.bool_)

    def decide(self, party: Party, state: int) -> bool:
        """Decide whether `state` is stable for the one member of `party`."""
        (focal,) = party
        question = self.sequential.of(focal)
        return all(
            question.answered(state, reason) or self.joint(focal, state, reason) is not None
            for reason in bits(question.leave[state])
        )

    def explain(self, party: Party, state: int) -> SimultaneousVerdict:
        """Decide it, and show a sanction of each improvement, or one without."""
        (focal,) = party
        reasons = self.sequential.reasons(focal, state)
        about = (state + 1, self.setting.ids[focal], self.concept)
        numbers = tuple(t + 1 for t in reasons)
        answers = [self.sanction(focal, state, t) for t in reasons]
        if None in answers:
            return SimultaneousVerdict(*about, False, numbers, numbers[answers.index(None)])
        return SimultaneousVerdict(
            *about,
            True,
            numbers,
            None,
            tuple(sanction for sanction in answers if isinstance(sanction, Sanction)),
            tuple(joint for joint in answers if isinstance(joint, Joint)),
        )
