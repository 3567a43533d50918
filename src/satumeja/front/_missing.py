"""Who is acted upon in the reports, and has no choice in the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from satumeja.dossier import Act
from satumeja.dossier.drafting import Bodies
from satumeja.evidence import Account
from satumeja.front._sources import Seat
from satumeja.model import Model, Text

__all__ = ["no_seat"]

_DONE_TO = (
    "mobilise",
    "use_force",
    "threaten",
    "accuse",
    "sanction",
    "expel",
    "coerce",
    "assault",
)
"""Kinds of acts whose target is acted upon, whether it will or not."""
_MOST = 3


def no_seat(model: Model, accounts: Iterable[Account]) -> tuple[Seat, ...]:
    """List who is acted upon without a choice in the model.

    Parameters
    ----------
    model : Model
        What it says is affected comes first, and then nothing else is looked for.
    accounts : iterable of Account
        What the reports say as a whole.

    Returns
    -------
    tuple of Seat
        Those the model names as affected; where it names none, up to three that the reports
        say something is done to and who neither decide in the model nor belong to one who
        does, the most often named first.
    """
    if model.affected:
        return tuple(Seat(party.name, party.id) for party in model.affected)
    makers = {*model, *_labels(maker.name for maker in model.decision_makers)}
    count: Counter[str] = Counter()
    names: dict[str, Text] = {}
    for account in accounts:
        bodies = Bodies(account.actors)
        for target in filter(None, map(_target, account.acts)):
            party = bodies.party(target)
            names.setdefault(party, Text(bodies.names(party)))
            count[party] += not {party, *_labels([names[party]])} & makers
    return tuple(Seat(names[party], "") for party, often in count.most_common(_MOST) if often)


def _target(act: Act) -> str:
    """Give whom something is done to; nothing where nothing is."""
    suffers = act.kind in _DONE_TO and not act.proposed and act.target != act.actor
    return act.target if suffers and act.target else ""


def _labels(names: Iterable[Text]) -> Iterator[str]:
    """Give what somebody is called in all languages, without an article and in small letters."""
    for name in names:
        for words in (name, *name.by_language.values()):
            yield words.casefold().removeprefix("the ").strip()
