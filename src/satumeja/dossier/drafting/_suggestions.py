"""What one statement or act of a dossier suggests for a model that is there already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from satumeja.display import Card, Shown
from satumeja.dossier._dossier import Dossier
from satumeja.dossier._types import Act
from satumeja.dossier.drafting._changes import ModelChange, Suggestion, option_about
from satumeja.dossier.drafting._parties import PUT
from satumeja.dossier.drafting._proposal import by_party
from satumeja.dossier.drafting._sheet import Sheet
from satumeja.dossier.keeping import Item, Whole
from satumeja.errors import QuestionError, did_you_mean
from satumeja.model import DecisionMaker, Model

__all__ = ["Suggestion", "Suggestions", "propose_for"]


def propose_for(
    item: str | Item, model: Model, found: Dossier | Whole, *, source: str = "report"
) -> tuple[Suggestion, ...]:
    """Say what one statement or act suggests for a model: options, wishes, red lines, evidence.

    Parameters
    ----------
    item : str or Item
        A statement or act, by its key in the dossier.
    model : Model
        The model as it is.
    found : Dossier or Whole
        The dossier it stands in.
    source : str
        The id of a single report that is none of the model's sources.

    Returns
    -------
    tuple of Suggestion
        In the order in which they can be taken: an option before a wish about it. None where
        the item is only proposed, or where the model has all of it.

    Raises
    ------
    QuestionError
        The dossier has no such item.

    See Also
    --------
    draft : Drafts a whole model.

    Notes
    -----
    Reads all acts of the dossier, for addressees and answers; where many items of one dossier
    are asked about, make `Suggestions` once.

    Examples
    --------
    >>> from satumeja.dossier import read
    >>> from satumeja.gallery import load
    >>> from satumeja.report import parse
    >>> said = read(parse("GENEVA (AP) - The United States offered Russia to open the sky."))
    >>> (option, wish) = propose_for("s1", load("december-2021-b"), said)
    >>> option.kind, option.operations[-1]["at"], option.operations[-1]["value"]["name"]["en"]
    ('option', ['decision_makers', 'us', 'options', 'offer_s1'], 'Open the sky')
    >>> wish.operations[-1]["value"]["statement"]
    'us.offer_s1'
    """
    return Suggestions(found, source).of(item, model)


class Suggestions(Shown):
    """Answers what statements and acts of one dossier suggest for models.

    Parameters
    ----------
    found : Dossier or Whole
        The dossier.
    source : str
        The id of a single report that is none of a model's sources.

    See Also
    --------
    propose_for : Asks about one item.
    """

    def __init__(self, found: Dossier | Whole, source: str = "report") -> None:
        self._sheet = Sheet(found, source, None)
        self._acts = self._sheet.parties.acts
        self._acts_of = by_party(self._acts)
        self._demanded = {(act.target, act.issue) for act in self._acts if act.kind in PUT}
        self._acts_in: dict[str, list[Act]] = {}
        for act in self._acts:
            for item in filter(None, {act.id, act.statement}):
                self._acts_in.setdefault(item, []).append(act)
        keys = [statement.id for statement in self._sheet.dossier.statements]
        self._keys = dict.fromkeys(keys + [act.id for act in self._sheet.dossier.acts])

    def card(self) -> Card:
        """Show of how many they are."""
        return Card(f"Suggestions of {len(self._keys):,} statements and acts")

    def of(self, item: str | Item, model: Model) -> tuple[Suggestion, ...]:
        """Say what an item suggests for a model; as `propose_for` does."""
        key = item.key if isinstance(item, Item) else item
        if key not in self._keys:
            raise QuestionError(
                f'the dossier has no statement or act "{key}"{did_you_mean(key, list(self._keys))}'
            )
        return tuple(
            ModelChange(self._sheet, model, key).all(self.acts(key), self._acts_of, self._demanded)
        )

    def acts(self, item: str) -> list[Act]:
        """Give the acts an item is or does, between parties, as a draft takes them."""
        return list(self._acts_in.get(item, ()))

    def citation(self, item: str, model: Model) -> tuple[str, tuple[Mapping[str, Any], ...]]:
        """Say how a model cites an item, and the operations by which it gets the source for it.

        Parameters
        ----------
        item : str
            A statement or act of the dossier.
        model : Model
            The model.
        """
        return ModelChange(self._sheet, model, item).citation()

    def party(self, actor: str) -> tuple[str, Mapping[str, str]]:
        """Give the party an actor is of, and what it is called in each language."""
        party = self._sheet.bodies.party(actor)
        return party, self._sheet.bodies.names(party)

    def called(self, issue: str) -> Mapping[str, str]:
        """Give what doing something is called in each language, as an option of it is."""
        return self._sheet.called(issue)

    def maker(self, party: str, model: Model) -> DecisionMaker | None:
        """Give the decision maker of a model that a party is; None where it has none."""
        return ModelChange(self._sheet, model, "").maker(party)

    def option(self, party: str, issue: str, model: Model) -> str:
        """Give the option of a model that is about an issue, as ``us.talk``; empty for none."""
        maker = self.maker(party, model)
        option = option_about(maker, issue, self._sheet.called(issue)) if maker else None
        return f"{maker.id}.{option.id}" if maker and option else ""
