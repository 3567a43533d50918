"""Verdicts under concepts that read more than ranks, in words: each by the shape of its proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import singledispatchmethod
from typing import TYPE_CHECKING

from satumeja.brief.sentences._told import Explanation, Reasons
from satumeja.brief.words import Phrases, name_of
from satumeja.stability import (
    CoalitionVerdict,
    ForesightVerdict,
    Joint,
    Outlook,
    Reply,
    Sanction,
    SimultaneousVerdict,
    StatedVerdict,
    Step,
    Verdict,
)

if TYPE_CHECKING:
    from satumeja.stability.further import Proof

__all__ = ["explained_beyond"]


def explained_beyond(phrases: Phrases, verdict: Proof) -> Explanation:
    """Put a verdict under a concept that reads more than ranks into words.

    Parameters
    ----------
    phrases : Phrases
        The model and the language.
    verdict : Verdict, SimultaneousVerdict, ForesightVerdict or CoalitionVerdict
        From `satumeja.stability.explain`.

    Returns
    -------
    Explanation
        The verdict, and the moves that prove it.
    """
    return _Teller(phrases, verdict).tell(verdict)


@dataclass
class _Teller:
    """Tells one verdict."""

    phrases: Phrases
    verdict: Proof
    blanks: dict[str, object] = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.phrases.words
        self.blanks = {
            "state": self.verdict.state,
            "dm": self.phrases.party(self.verdict.party),
            "concepts": name_of(self.verdict.concept, self.words),
        }

    def say(self, key: str, **values: object) -> str:
        return self.words(key, **{**self.blanks, **values})

    def steps(self, start: int, path: Sequence[Step]) -> str:
        """Say who moves where, one after the other."""
        parts, here = list[str](), start
        for step in path:
            deed = self.phrases.deed(here, step.to, step.dm)
            dm = self.phrases.dm(step.dm)
            parts.append(self.say("beyond.step", dm=dm, deed=deed, to=step.to))
            here = step.to
        return self.words("beyond.then").join(parts)

    def moved(self, target: int) -> dict[str, object]:
        """Say how the one decision maker asked comes from the state to another."""
        deed = self.phrases.deed(self.verdict.state, target, self.verdict.party[0])
        return {"target": target, "deed": deed, "form": self.phrases.form(target)}

    @singledispatchmethod
    def tell(self, verdict: Proof) -> Explanation:
        raise AssertionError(f"a verdict of no known shape: {verdict!r}")

    @tell.register
    def _(self, verdict: Verdict) -> Explanation:
        if not verdict.improvements:
            return Explanation(self.say("beyond.nowhere"))
        points = tuple(self.answered(sanction) for sanction in verdict.sanctions)
        key = "stable" if verdict.stable else "unstable"
        if verdict.improvement is None:
            lead = self.words.count(f"beyond.{key}", verdict.many, **self.blanks)
            return Explanation(lead, points)
        # A weakly stable state shows both: the answers, and the way out that none holds strongly.
        free = self.say(f"beyond.free_{key}", **self.moved(verdict.improvement))
        return Explanation(free, points)

    def answered(self, sanction: Sanction) -> str:
        """Say how an improvement is answered."""
        end = sanction.path[-1].to if sanction.path else sanction.improvement
        steps = self.steps(sanction.improvement, sanction.path)
        return self.say("beyond.answer", steps=steps, end=end, **self.moved(sanction.improvement))

    @tell.register
    def _(self, verdict: SimultaneousVerdict) -> Explanation:
        if not verdict.improvements:
            return Explanation(self.say("beyond.nowhere"))
        if verdict.improvement is not None:
            free = self.say("beyond.free_unstable", **self.moved(verdict.improvement))
            return Explanation(free)
        points = [self.answered(sanction) for sanction in verdict.sanctions]
        points += [self.joint(joint) for joint in verdict.joints]
        lead = self.words.count("beyond.stable", verdict.many, **self.blanks)
        return Explanation(lead, tuple(points))

    def joint(self, joint: Joint) -> str:
        """Say what several do at once."""
        others = [
            self.say(
                "beyond.step",
                dm=self.phrases.dm(step.dm),
                deed=self.phrases.deed(self.verdict.state, step.to, step.dm),
                to=step.to,
            )
            for step in joint.others
        ]
        blanks = {"steps": self.words.all_of(others), "end": joint.result}
        return self.say("beyond.at_once", **blanks, **self.moved(joint.improvement))

    @tell.register
    def _(self, verdict: ForesightVerdict) -> Explanation:
        if not verdict.outlooks:
            return Explanation(self.say("beyond.unmoved"))
        key = "beyond.expects_better" if not verdict.stable else "beyond.expects_no_better"
        points = tuple(self.outlook(outlook) for outlook in verdict.outlooks)
        return Explanation(self.say(key), points)

    def outlook(self, outlook: Outlook) -> str:
        """Say what follows a move, as far as the decision maker looks ahead."""
        state = self.verdict.state
        end = outlook.path[-1].to if outlook.path else outlook.move
        ahead = self.words.count("beyond.ahead", outlook.horizon, **self.moved(outlook.move))
        follows = self.steps(outlook.move, outlook.path)
        after = self.say("beyond.follows" if follows else "beyond.ends", steps=follows, end=end)
        reasons = Reasons(self.phrases, self.verdict.party[0], self.blanks, grounds=False)
        why = reasons.of(state, end) if self.verdict.stable else reasons.of(end, state)
        worth = "beyond.no_better" if self.verdict.stable else "beyond.better"
        return f"{ahead} {after} {self.say(worth, end=end)} {why}"

    @tell.register
    def _(self, verdict: CoalitionVerdict) -> Explanation:
        if not verdict.improvements:
            return Explanation(self.say("beyond.together_nowhere"))
        routes = {route.to: route.path for route in verdict.improvements}
        if verdict.improvement is not None:
            target = verdict.improvement
            steps = self.steps(verdict.state, routes[target])
            form = self.phrases.form(target)
            free = self.say("beyond.together_free", target=target, form=form, steps=steps)
            return Explanation(free)
        points = tuple(self.reply(reply, routes[reply.improvement]) for reply in verdict.replies)
        lead = self.words.count("beyond.together_stable", verdict.many, **self.blanks)
        return Explanation(lead, points)

    def reply(self, reply: Reply, path: Sequence[Step]) -> str:
        """Say how a coalition improvement is answered, group after group."""
        here, answers = reply.improvement, list[str]()
        for route in reply.routes:
            answers.append(self.steps(here, route.path))
            here = route.to
        together = self.steps(self.verdict.state, path)
        answer = self.words("beyond.then").join(filter(None, answers))
        blanks = {"together": together, "target": reply.improvement, "steps": answer, "end": here}
        return self.say("beyond.together_answer", **blanks)

    @tell.register
    def _(self, verdict: StatedVerdict) -> Explanation:
        key = "beyond.stated_stable" if verdict.stable else "beyond.stated_unstable"
        return Explanation(self.say(key), verdict.grounds)
