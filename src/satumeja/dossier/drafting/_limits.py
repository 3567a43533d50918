"""How small a draft is kept, and what is never left out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from satumeja.dossier._types import Act
from satumeja.dossier.drafting._parties import PUT
from satumeja.dossier.drafting._wishes import Preference

__all__ = ["MOST_MAKERS", "Maker", "OptionIdea", "keep_makers", "keep_options"]

MOST_MAKERS = 5
_MOST_OPTIONS = 4
_CONTESTED = (*PUT, "reject", "refuse", "red_line", "threaten")


@dataclass
class OptionIdea:
    """Something a party could do, and the statements and acts that say so."""

    issue: str
    evidence: list[str] = field(default_factory=list)


@dataclass
class Maker:
    """A proposed decision maker; `left_out` are options that did not fit."""

    id: str
    options: dict[str, OptionIdea] = field(default_factory=dict)
    preferences: list[Preference] = field(default_factory=list)
    acts: int = 0
    left_out: list[str] = field(default_factory=list)


def keep_makers(makers: Mapping[str, Maker], acts: Iterable[Act]) -> list[Maker]:
    """Keep the decision makers the reports say most of, in the order of the text.

    Who draws a red line or threatens, and whom either names, is kept in any case.
    """
    named = {party for act in acts for party in _parties_held(act)}
    ranked = sorted(
        makers.values(),
        key=lambda m: (-m.acts - sum(len(o.evidence) for o in m.options.values()), m.id),
    )
    chosen = {maker.id for maker in ranked[:MOST_MAKERS]} | named
    return [maker for maker in makers.values() if maker.id in chosen]


def _parties_held(act: Act) -> Iterator[str | None]:
    """Give the parties a red line or threat is between."""
    if act.kind == "red_line" or (act.kind == "threaten" and act.issue):
        yield from (act.actor, act.target, act.condition_actor)


def _held(acts: Iterable[Act]) -> Iterator[tuple[str | None, str | None]]:
    """Give whose options red lines, threats, their conditions and demands name."""
    for act in acts:
        if act.kind == "red_line" or act.kind in PUT:
            yield act.target, act.issue
        elif act.kind == "threaten":
            yield act.actor, act.issue
            yield act.condition_actor, act.condition_issue


def keep_options(makers: Iterable[Maker], acts: Iterable[Act]) -> None:
    """Keep each decision maker's weightiest options, talk first, then by what is said of them.

    What a red line, a threat or its condition, or a demand names is kept in any case; what
    does not fit besides is named in `left_out`.
    """
    acts = list(acts)
    named = set(_held(acts))
    contested = {act.issue for act in acts if act.kind in _CONTESTED}
    contested |= {act.condition_issue for act in acts}
    for maker in makers:
        order = {issue: place for place, issue in enumerate(maker.options)}
        ranked = sorted(
            order,
            key=lambda issue: (
                issue != "talk",
                issue not in contested,
                -len(set(maker.options[issue].evidence)),
                order[issue],
            ),
        )
        kept = set(ranked[:_MOST_OPTIONS]) | {
            issue for issue in order if (maker.id, issue) in named
        }
        maker.left_out = [issue for issue in order if issue not in kept]
        maker.options = {issue: maker.options[issue] for issue in order if issue in kept}
        for idea in maker.options.values():
            idea.evidence = list(dict.fromkeys(idea.evidence))
