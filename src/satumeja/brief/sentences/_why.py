"""Why a state does or does not hold, as data: who stays, the moves, the wishes that decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from satumeja.brief.sentences._deciding import Deciding, Decisions
from satumeja.brief.sentences._explain import explanation
from satumeja.brief.sentences._held import held
from satumeja.brief.sentences._motions import Motion, Outline, outline_of, outline_of_hold
from satumeja.brief.sentences._told import Explanation
from satumeja.brief.words import Phrases, SetPhrases, Words, phrases_of
from satumeja.display import Card, Shown, ShownInLine
from satumeja.stability import Analysis, Hold, SymbolicAnalysis, Tempted, any_concept, explain_all

if TYPE_CHECKING:
    from satumeja.evidence import Archive
    from satumeja.stability.further import Proof

__all__ = ["Why", "WhySide", "why"]

HOLD = "hold"
"""What stands for a concept where a situation is asked about in plain words."""
_ITSELF = 3


@dataclass(frozen=True, repr=False)
class WhySide(ShownInLine):
    """Why a side stays in a state, or leaves it.

    Parameters
    ----------
    party : tuple of str
        Who: a decision maker, or the members of a coalition or block.
    stays : bool
        Whether the state is stable for it.
    words : Explanation
        The verdict, the moves that prove it and why, as `explain_in_words` has them; in plain
        words the lead alone.
    motions : tuple of Motion
        The moves that prove it.
    deciding : tuple of Deciding
        What decides how the states that the proof compares stand to each other.
    level : int or None
        In plain words, the rung of the scale for this side alone.
    """

    party: tuple[str, ...]
    stays: bool
    words: Explanation
    motions: tuple[Motion, ...]
    deciding: tuple[Deciding, ...]
    level: int | None = None


@dataclass(frozen=True, repr=False)
class Why(Shown):
    """Why a state holds or does not.

    Parameters
    ----------
    state : int
        Its number.
    concept : str
        Under which concept; "hold" where it is told in plain words.
    holds : bool
        Whether it holds for everyone.
    sides : tuple of WhySide
        Everybody who was asked, in the order of the model.
    words : str
        In plain words, what it takes for the state to hold; else empty.
    """

    state: int
    concept: str
    holds: bool
    sides: tuple[WhySide, ...]
    words: str = ""

    def card(self) -> Card:
        """Show who stays and who leaves."""
        rows = [("+".join(side.party), "stays" if side.stays else "leaves") for side in self.sides]
        verdict = "holds" if self.holds else "does not hold"
        return Card(f"State {self.state} {verdict}: {self.concept}", rows, ("who", "verdict"))


def why(
    analysis: Analysis | SymbolicAnalysis,
    state: int | str,
    concept: str,
    language: str = "en",
    *,
    archive: Archive | None = None,
    most: int = 20,
) -> Why:
    """Say as data why a state holds or does not: for whom, by which moves, by which wishes.

    Parameters
    ----------
    analysis : Analysis or SymbolicAnalysis
        An analysed model.
    state : int or str
        The state: its number, or a name as for `Model.find_state`.
    concept : str
        The solution concept, by id; "hold" asks what it takes for the state to hold, on the
        scale of `Analysis.hold`, without any concept.
    language : {"en", "id"}
        The language to speak.
    archive : Archive, optional
        The sources of the model, where they were opened already.
    most : int
        The most gainful moves a side to show, where there may be very many.

    Returns
    -------
    Why
        Of each side the verdict in the words of `explain_in_words`, the moves that prove it, and
        what decides each comparison: a preference statement with its place in the model file
        and the sentences it rests on.

    Raises
    ------
    QuestionError
        If there is no such state or concept, or the concept needs what is not stated.

    See Also
    --------
    explain_in_words : One verdict as text.
    satumeja.stability.explain : The verdict by itself.

    Notes
    -----
    Costs one proof a side, and looking up what the deciding statements cite. A report that has
    no dossier is read for that, once an archive.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> reasons = why(analyse(load("december-2021-b")), "status_quo", "nash")
    >>> [(side.party, side.stays) for side in reasons.sides]
    [(('russia',), False), (('us',), True), (('nato',), True)]
    >>> reasons.sides[0].deciding[0].path
    ('decision_makers', 'russia', 'preferences', 2)
    """
    if isinstance(analysis, SymbolicAnalysis):
        phrases: Phrases = SetPhrases(analysis, Words(language))
        proofs = _of_sets(analysis, state, concept, most)
    else:
        phrases = phrases_of(analysis.model, language, analysis.ranks)
        proofs = _listed(analysis, state, concept, most)
    decisions = Decisions(phrases, archive or phrases.archive)
    if isinstance(proofs, Hold):
        return _plainly(phrases, proofs, decisions)
    sides = tuple(_side(phrases, verdict, decisions) for verdict in proofs)
    holds = all(side.stays for side in sides)
    return Why(proofs[0].state, proofs[0].concept, holds, sides)


def _listed(
    analysis: Analysis, state: int | str, concept: str, most: int
) -> Sequence[Proof] | Hold:
    if concept == HOLD:
        return analysis.hold(state, most=most)
    question = analysis.parameters
    return explain_all(
        analysis.model,
        [state],
        [dm.id for dm in analysis.model.decision_makers],
        [any_concept(concept).id],
        question["convention"],
        engine=analysis.explicit if question["convention"] == "set" else None,
        knowledge=question["knowledge"],
        blocks=question["blocks"],
    )


def _of_sets(
    analysis: SymbolicAnalysis, state: int | str, concept: str, most: int
) -> Sequence[Proof] | Hold:
    code = analysis.find_state(str(state))
    if concept == HOLD:
        return analysis.hold(code, most=most)
    dms = [dm.id for dm in analysis.model.decision_makers]
    return analysis.explain_all(code, dms, [any_concept(concept).id], most)


def _side(phrases: Phrases, verdict: Proof, decisions: Decisions) -> WhySide:
    outline = outline_of(verdict)
    return WhySide(
        verdict.party,
        verdict.stable,
        explanation(phrases, [verdict]),
        outline.motions,
        decisions.of(outline.compared),
    )


def _plainly(phrases: Phrases, hold: Hold, decisions: Decisions) -> Why:
    """Say what it takes for a state to hold, and what each side could gain by leaving it."""
    is_now = hold.state == _now(phrases)
    tempted = {side.dm: side for side in hold.tempted}
    sides = tuple(
        _plain_side(phrases, hold, dm.id, tempted.get(dm.id), decisions)
        for dm in phrases.model.decision_makers
    )
    sentence = held(phrases, hold, is_now=is_now, named=False)
    return Why(hold.state, HOLD, hold.level > 0, sides, sentence)


def _plain_side(
    phrases: Phrases, hold: Hold, dm: str, side: Tempted | None, decisions: Decisions
) -> WhySide:
    level = side.level if side else _ITSELF
    outline = outline_of_hold(hold, side) if side else Outline()
    lead = Explanation(phrases.words(f"hold.side.{level}", dm=phrases.dm(dm)))
    return WhySide((dm,), level > 0, lead, outline.motions, decisions.of(outline.compared), level)


def _now(phrases: Phrases) -> int | None:
    """Return the number of the present situation."""
    model = phrases.model
    if isinstance(phrases, SetPhrases):
        return None if model.status_quo is None else phrases.analysis.number(model.status_quo)
    return model.status_quo_number
