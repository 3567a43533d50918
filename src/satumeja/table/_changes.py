"""Single changes to a model: an option committed to, a preference statement promoted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from satumeja.display import ShownInLine
from satumeja.model import DecisionMaker, Model, Prioritisation, Statement

__all__ = ["Change", "Commitment", "Promotion", "owners"]


@dataclass(frozen=True, repr=False)
class Commitment(ShownInLine):
    """An option of a deal that its owner could not change any more.

    Parameters
    ----------
    dm : str
        Who commits itself.
    option : int
        The option, 0-based over all decision makers.
    taken : bool
        Whether it stays taken, or stays left.

    See Also
    --------
    Promotion : The other kind of change.
    Deal : Where it would make a deal hold.
    """

    dm: str
    option: int
    taken: bool

    def applied(self, model: Model) -> Model:
        """Return the model in which the commitment has been made.

        Notes
        -----
        The option becomes one-way, away from what it could be changed to. Whether a
        state that keeps to the commitment is stable turns only on states that can be
        reached from it, and all of these keep to it too.
        """
        dm = model[self.dm]
        place = self.option - owners(model).index(self.dm)
        options = list(dm.options)
        options[place] = replace(options[place], direction="forward" if self.taken else "back")
        return _with(model, replace(dm, options=tuple(options)))

    def to_json(self, model: Model) -> dict[str, Any]:
        """Return the commitment as plain data."""
        name = model.option_names[self.option]
        value = "Y" if self.taken else "N"
        return {"kind": "commitment", "commit": name, "dm": self.dm, "value": value}


@dataclass(frozen=True, repr=False)
class Promotion(ShownInLine):
    """A preference statement that would have to count for more.

    Parameters
    ----------
    dm : str
        Whose statement.
    statement : int
        Its place in the list, from 1.
    to : int
        The place it would have to move up to; those it passes move down by one.

    See Also
    --------
    Commitment : The other kind of change.
    Deal : Where it would make a deal hold.
    Threat : Where it would make a threat work.
    """

    dm: str
    statement: int
    to: int

    def preference(self, model: Model) -> Prioritisation:
        """Return the list of statements in the new order."""
        listed = list(statements_of(model[self.dm]))
        listed.insert(self.to - 1, listed.pop(self.statement - 1))
        return Prioritisation(tuple(listed))

    def applied(self, model: Model) -> Model:
        """Return the model in which the statement has moved up."""
        return _with(model, replace(model[self.dm], preference=self.preference(model)))

    def to_json(self, model: Model) -> dict[str, Any]:
        """Return the promotion as plain data."""
        text = statements_of(model[self.dm])[self.statement - 1].text
        moved = {"dm": self.dm, "statement": self.statement, "to": self.to}
        return {"kind": "promotion", "promote": text, **moved}


Change = Commitment | Promotion
"""What would mend a deal: an option that stays as agreed, or a wish that counts for more."""


def owners(model: Model) -> list[str]:
    """Return the id of the owner of each option."""
    return [dm.id for dm in model.decision_makers for _ in dm.options]


def statements_of(dm: DecisionMaker) -> tuple[Statement, ...]:
    """Return the preference statements of a decision maker, none where it is ranked otherwise."""
    return dm.preference.statements if isinstance(dm.preference, Prioritisation) else ()


def _with(model: Model, changed: DecisionMaker) -> Model:
    dms = tuple(changed if dm.id == changed.id else dm for dm in model.decision_makers)
    return replace(model, decision_makers=dms)
