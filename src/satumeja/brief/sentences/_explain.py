"""Verdicts in words: the moves that prove them, and the preferences behind each move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeGuard

from satumeja.brief.sentences._beyond import explained_beyond
from satumeja.brief.sentences._told import Explanation, Reasons
from satumeja.brief.words import Phrases, Words
from satumeja.stability import CONCEPTS, CoalitionVerdict, Concept, Sanction, Verdict

if TYPE_CHECKING:
    from satumeja.model import Model
    from satumeja.stability.further import Proof

__all__ = ["Explanation", "explain_in_words", "explanation", "groups"]


def groups(verdicts: Sequence[Proof]) -> list[list[Proof]]:
    """Gather the verdicts on a state and decision maker that the same moves prove.

    A sanction that is credible, or leaves no counter-move, proves stability under the
    concepts that do not ask for it as well; an improvement that nobody sanctions proves
    instability alike. So there are few groups, each led by the verdict whose moves prove
    all of it; they come in the order of their first verdicts. A verdict under a concept that
    reads more than ranks stands alone.
    """
    found: list[list[int]] = []
    for k in sorted(range(len(verdicts)), key=lambda k: (-_demand(verdicts[k]), k)):
        proven = (group for group in found if _proves(verdicts[group[0]], verdicts[k]))
        home = next(proven, None)
        if home is None:
            found.append([k])
        else:
            home.append(k)
    return [[verdicts[k] for k in group] for group in sorted(found, key=min)]


def _demand(verdict: Proof) -> int:
    concept = CONCEPTS.get(verdict.concept)
    return concept.sanctions + concept.credible + concept.counter if concept else 0


def _proves(leader: Proof, verdict: Proof) -> bool:
    """Decide whether the moves that prove one verdict prove another, of no more demand."""
    if not (_is_plain(leader) and _is_plain(verdict)):
        return False
    first, second = CONCEPTS[leader.concept], CONCEPTS[verdict.concept]
    about = (leader.state, leader.dm, leader.stable)
    if about != (verdict.state, verdict.dm, verdict.stable):
        return False
    if not verdict.improvements:
        return True
    if not verdict.stable:
        return leader.improvement == verdict.improvement
    return first.credible >= second.credible and first.counter >= second.counter


def _is_plain(verdict: Proof) -> TypeGuard[Verdict]:
    """Whether a verdict is decided from ranks alone: under one of the five, of no block."""
    return verdict.concept in CONCEPTS and not isinstance(verdict, CoalitionVerdict)


def _weakest(concepts: Sequence[Concept]) -> list[Concept]:
    """Leave out each concept whose sanctions are all sanctions under another one as well."""
    kinds = {(concept.credible, concept.counter): concept for concept in reversed(concepts)}
    return [
        concept
        for kind, concept in reversed(kinds.items())
        if not any(
            other != kind and other[0] <= kind[0] and other[1] <= kind[1] for other in kinds
        )
    ]


class _Teller:
    def __init__(self, phrases: Phrases, verdicts: Sequence[Verdict], grounds: bool) -> None:
        self.phrases, self.words, self.verdict = phrases, phrases.words, verdicts[0]
        meant = {verdict.concept for verdict in verdicts}
        self.concepts = [concept for name, concept in CONCEPTS.items() if name in meant]
        form = "name" if len(self.concepts) == 1 else "short"
        names = [self.words(f"concept.{concept.id}.{form}") for concept in self.concepts]
        self.blanks = {
            "state": self.verdict.state,
            "dm": phrases.dm(self.verdict.dm),
            "concepts": self.words.all_of(names),
        }
        self.reasons = Reasons(phrases, self.verdict.dm, self.blanks, grounds=grounds)

    def say(self, key: str, **values: object) -> str:
        return self.words(key, **{**self.blanks, **values})

    def improvement(self, target: int) -> dict[str, object]:
        deed = self.phrases.deed(self.verdict.state, target, self.verdict.dm)
        return {"target": target, "deed": deed, "form": self.phrases.form(target)}

    def unstable(self, target: int) -> Explanation:
        key = "unstable.option" if not self.phrases.model.is_graph else "unstable.graph"
        lead = self.say(key, **self.improvement(target))
        reason = self.reasons.of(target, self.verdict.state)
        better = {"better": target, "worse": self.verdict.state, "reason": reason}
        unanswered = [concept for concept in self.concepts if concept.sanctions]
        close = tuple(
            self.say(f"unanswered.{_kind(concept)}", target=target)
            for concept in _weakest(unanswered)
        )
        return Explanation(f"{lead} {self.say('reason.better', **better)}", (), close)

    def stable(self) -> Explanation:
        if not self.verdict.improvements:
            return Explanation(self.say("stable.no_improvement"))
        lead = self.words.count("stable.answered", self.verdict.many, **self.blanks)
        points = [self.answered(sanction) for sanction in self.verdict.sanctions]
        if more := self.verdict.many - len(points):
            points.append(self.words.count("answer.more", more))
        close = [self.say("answer.credible")] if any(c.credible for c in self.concepts) else []
        close += [self.say("answer.counter")] if any(c.counter for c in self.concepts) else []
        return Explanation(lead, tuple(points), tuple(close))

    def answered(self, sanction: Sanction) -> str:
        model, steps, here = self.phrases.model, list[str](), sanction.improvement
        form = "graph" if model.is_graph else "option"
        for step in sanction.path:
            key = f"answer.then.{form}" if steps else f"answer.first.{form}"
            deed = self.phrases.deed(here, step.to, step.dm)
            steps.append(self.say(key, dm=self.phrases.dm(step.dm), deed=deed, to=step.to))
            here = step.to
        move = self.say(f"answer.move.{form}", **self.improvement(sanction.improvement))
        path = self.words("answer.joined", move=move, steps=self.words("answer.join").join(steps))
        if here == self.verdict.state:
            return f"{path} {self.say('answer.back')}"
        why = self.reasons.of(self.verdict.state, here)
        return f"{path} {self.say('answer.end', end=here)} {why}"


def _kind(concept: Concept) -> str:
    credible = "credible" if concept.credible else "any"
    return f"{credible}_counter" if concept.counter else credible


def explanation(
    phrases: Phrases, verdicts: Sequence[Proof], *, grounds: bool = True
) -> Explanation:
    """Put verdicts that rest on the same moves into words, once for all of them.

    Parameters
    ----------
    phrases : Phrases
        The model and the language.
    verdicts : sequence of Verdict
        One of `groups`.
    grounds : bool
        Whether to give the reasons stated for preferences as well.

    Returns
    -------
    Explanation
        The verdict, the moves that prove it and why, and what holds of all of them.
    """
    plain = [verdict for verdict in verdicts if _is_plain(verdict)]
    if not plain:
        return explained_beyond(phrases, verdicts[0])
    teller = _Teller(phrases, plain, grounds)
    target = teller.verdict.improvement
    return teller.stable() if target is None else teller.unstable(target)


def explain_in_words(model: Model, verdict: Proof, language: str = "en") -> str:
    """Put a verdict and its proof into a few sentences.

    Parameters
    ----------
    model : Model
        What the verdict is about.
    verdict : Verdict
        From `satumeja.stability.explain`.
    language : {"en", "id"}
        The language to speak.

    Returns
    -------
    str
        For "unstable" the improvement nobody sanctions, for "stable" the sanction of
        each improvement, with who changes what and the preference statement that
        decides.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import explain
    >>> model = load("prisoners-dilemma")
    >>> print(explain_in_words(model, explain(model, 4, "row", "nash")))
    State 4 is stable for Row player under Nash stability (R): no single move open to \
Row player leads to a more preferred state.
    """
    return str(explanation(Phrases(model, Words(language)), [verdict]))
