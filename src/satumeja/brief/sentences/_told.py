"""A verdict in words, and the preferences behind its moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from satumeja.brief.tables import credits_of
from satumeja.brief.words import Phrases, separating_statement
from satumeja.model import DecisionMaker, Prioritisation, Statement, Weighting

__all__ = ["Explanation", "Reasons"]


@dataclass(frozen=True)
class Explanation:
    """A verdict in words.

    Parameters
    ----------
    lead : str
        The verdict and, where nothing more is to be said, its reason.
    points : tuple of str
        The moves that prove it, each with its reason.
    close : tuple of str
        What holds of all the points.
    """

    lead: str
    points: tuple[str, ...] = ()
    close: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join([self.lead, *self.points, *self.close])


class Reasons:
    """Why one state is at least as good as another for a decision maker.

    Parameters
    ----------
    phrases : Phrases
        The model and the language.
    dm : str
        Whose preferences, by id.
    blanks : mapping
        What sentences are filled with.
    grounds : bool
        Whether to give what is stated for a preference as well.
    """

    def __init__(
        self, phrases: Phrases, dm: str, blanks: Mapping[str, object], *, grounds: bool
    ) -> None:
        self.phrases, self.words, self.dm = phrases, phrases.words, dm
        self.blanks, self.grounds = blanks, grounds

    def say(self, key: str, **values: object) -> str:
        return self.words(key, **{**self.blanks, **values})

    def of(self, better: int, worse: int) -> str:
        """Say why `better` is at least as good as `worse`."""
        dm = self.phrases.model[self.dm]
        match dm.preference:
            case Prioritisation():
                return self._by_statement(dm, better, worse)
            case Weighting() as weighting:
                codes = self.phrases.code(better), self.phrases.code(worse)
                said = [self.words.quantity(weighting.total(code)) for code in codes]
                return self._by_amount("weights", better, worse, said)
        places = [self.phrases.place(dm.id, number) for number in (better, worse)]
        return self._by_amount("places", better, worse, list(map(self.words.number, places)))

    def _by_amount(self, key: str, better: int, worse: int, amounts: list[str]) -> str:
        values = {"better": better, "worse": worse}
        if amounts[0] == amounts[1]:
            return self.say("reason.equal", **values)
        said = {"better_amount": amounts[0], "worse_amount": amounts[1]}
        return self.say(f"reason.{key}", **values, **said)

    def _by_statement(self, dm: DecisionMaker, better: int, worse: int) -> str:
        codes = self.phrases.code(better), self.phrases.code(worse)
        separating = separating_statement(dm, *codes)
        if separating is None:
            return self.say("reason.equal", better=better, worse=worse)
        place, statement, _ = separating
        said = self.say(
            "reason.statement",
            better=better,
            worse=worse,
            place=place,
            condition=self.phrases.condition(statement.condition),
        )
        because = self.phrases.text(statement.because).strip().rstrip(".") if self.grounds else ""
        said = f"{said} {self.say('reason.given', because=because)}" if because else said
        cited = self.cited(statement) if self.grounds else ""
        return f"{said} {self.say('reason.cited', cited=cited)}" if cited else said

    def cited(self, statement: Statement) -> str:
        """Say whose words of a dossier a statement rests on, as they stand there now."""
        credited = credits_of(self.phrases.archive, statement.evidence, self.words)
        return "; ".join(credited).rstrip(".")
