"""Decision makers as they are shown: their options, wishes and lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from satumeja.brief.words import Phrases
from satumeja.model import (
    Adjusted,
    DecisionMaker,
    Edit,
    Option,
    Prioritisation,
    Ranking,
    Scale,
    Weighting,
)
from satumeja.web.models._clauses import Clauses, by_language
from satumeja.web.models._quotes import Quotes
from satumeja.web.shapes import ByHand, Maker, OptionRow

__all__ = ["makers_of"]

COLOURS = 6
"""How many colours and dashes the brief has for sides; more sides begin anew."""


def makers_of(phrases: Phrases, clauses: Clauses, quotes: Quotes) -> list[Maker]:
    """Describe the decision makers of a model."""
    return [
        _maker(phrases, clauses, quotes, dm, place)
        for place, dm in enumerate(phrases.model.decision_makers)
    ]


def _maker(
    phrases: Phrases, clauses: Clauses, quotes: Quotes, dm: DecisionMaker, place: int
) -> Maker:
    model, preference = phrases.model, dm.preference
    base = preference.base if isinstance(preference, Adjusted) else preference
    edits = preference.edits if isinstance(preference, Adjusted) else ()
    return Maker(
        id=dm.id,
        path=["decision_makers", dm.id],
        letter=phrases.letters[dm.id],
        colour=place % COLOURS,
        name=phrases.dm(dm.id),
        names=by_language(dm.name),
        because=phrases.text(dm.because),
        evidence=quotes.cite(dm.evidence),
        options=list(_options(phrases, quotes, dm)),
        shares=tuple(model.option_names[k] for k in dm.shared),
        preference=_KINDS[type(base)],
        adjusted=bool(edits),
        wishes=clauses.wishes(dm),
        ranking=str(base) if isinstance(base, Ranking) else "",
        weights=_weights(phrases, base) if isinstance(base, Weighting) else {},
        by_hand=tuple(
            _by_hand(phrases, quotes, dm, number, edit) for number, edit in enumerate(edits)
        ),
        red_lines=clauses.red_lines(dm),
        seats=tuple(table.id for table in model.tables if dm.id in table.seats),
    )


_KINDS: Mapping[type, Literal["prioritised", "ranked", "weighted"]] = {
    Prioritisation: "prioritised",
    Ranking: "ranked",
    Weighting: "weighted",
}


def _weights(phrases: Phrases, base: Weighting) -> dict[str, str]:
    names = phrases.model.option_names
    return {names[option]: str(weight) for option, weight in base.weights.items()}


def _by_hand(
    phrases: Phrases, quotes: Quotes, dm: DecisionMaker, number: int, edit: Edit
) -> ByHand:
    model = phrases.model
    return ByHand(
        path=["decision_makers", dm.id, "adjust", number],
        state=model.form(edit.state),
        placing=edit.placing,
        anchor=model.form(edit.anchor),
        because=phrases.text(edit.because),
        evidence=quotes.cite(edit.evidence),
    )


def _options(phrases: Phrases, quotes: Quotes, dm: DecisionMaker) -> Iterator[OptionRow]:
    """Describe the options of a decision maker, those that are levels of one as one."""
    model = phrases.model
    first = sum(model.widths[: model.place(dm)])
    before: Scale | None = None
    for place, option in enumerate(dm.options, start=first):
        if option.scale is None or option.scale != before:
            yield _option(phrases, quotes, dm, option, place)
        before = option.scale


def _option(
    phrases: Phrases, quotes: Quotes, dm: DecisionMaker, option: Option, place: int
) -> OptionRow:
    scale, names = option.scale, phrases.model.option_names
    id_, name = (scale.id, scale.name) if scale else (option.id, option.name)
    prefix = f"{dm.id}." if "." in names[place] else ""
    return OptionRow(
        id=id_,
        key=f"{prefix}{id_}" if scale else names[place],
        path=["decision_makers", dm.id, "options", id_],
        name=phrases.text(name) or id_,
        names=by_language(name),
        places=tuple(range(place, place + (len(scale.levels) - 1 if scale else 1))),
        direction=option.direction,
        levels=scale.levels if scale else (),
        level_names=tuple(phrases.text(level) for level in scale.names) if scale else (),
        because=phrases.text(option.because),
        becauses=by_language(option.because),
        evidence=quotes.cite(option.evidence),
    )
