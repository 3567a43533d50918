"""What can be made of one sentence: what its words suggest, and what a person may make of any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from satumeja import dossier
from satumeja.dossier import Act, Suggestion, Suggestions
from satumeja.model import Model
from satumeja.web.reports._composing import NewOption
from satumeja.web.reports._standing import Standing
from satumeja.web.shapes import Take

__all__ = ["Takes"]

_PUT = ("demand", "forbid")
_LONGEST = 60


class Takes:
    """What can be made of one sentence for one model.

    Parameters
    ----------
    stands : Standing
        The dossier.
    item : str
        The statement or act.
    model : Model
        The model.

    Attributes
    ----------
    suggested : list of Take
        What its words suggest, the most telling first.
    makers : dict
        Parties that would become decision makers, with their names by language.
    options : dict
        Options the model has not that any of it needs, by how conditions name them.
    """

    def __init__(self, stands: Standing, item: str, model: Model) -> None:
        self._stands, self._item, self._model = stands, item, model
        self._suggestions: Suggestions = stands.suggestions
        self.makers: dict[str, Mapping[str, str]] = {}
        self.options: dict[str, NewOption] = {}
        takes = [
            take
            for suggestion in self._suggestions.of(item, model)
            for take in self._taken(suggestion)
        ]
        self.suggested = sorted(takes, key=_by_weight)

    def _taken(self, suggestion: Suggestion) -> Iterator[Take]:
        """Read a suggestion as what a person could have chosen."""
        operation = suggestion.operations[-1]
        at, value = list(operation["at"]), operation["value"]
        if suggestion.kind == "evidence":
            yield Take(kind="evidence", owner=at[1], target=_target(at))
        elif suggestion.kind in ("wish", "red_line"):
            stated = value[0] if isinstance(value, list) else value
            yield Take(
                kind="wish" if suggestion.kind == "wish" else "red_line",
                owner=at[1],
                condition=stated["statement"],
                because=dict(stated["because"]),
            )
        else:
            yield self._new_option(suggestion.kind, at, value)

    def _new_option(self, kind: str, at: Sequence[Any], value: Mapping[str, Any]) -> Take:
        owner, entries = str(at[1]), value
        if kind == "decision_maker":
            self.makers[owner] = dict(value["name"])
            entries = value["options"]
        elif at[-1] != "options":
            entries = {at[-1]: value}
        ((identifier, entry),) = entries.items()
        new = NewOption(owner, str(identifier), dict(entry["name"]))
        self.options[new.text] = new
        return Take(kind="option", owner=owner, names=dict(new.names))

    def others(self) -> Iterator[Take]:
        """Give what a person may make of any sentence, as far as it can be filled in."""
        acts = self._suggestions.acts(self._item)
        owner, because = self._owner(acts), self._words_as_reason()
        deed, feared = self._threat(acts)
        subject = feared or next(filter(None, (self._subject(act) for act in acts)), "")
        if deed and feared:
            wanted = f"{deed} if {feared}"
            yield Take(kind="wish", owner=owner, condition=wanted, because=because)
        option = (deed or subject).removeprefix(f"{owner}.")
        there = self._model.decision_makers if "." not in option else ()
        ids = {choice.id for maker in there if maker.id == owner for choice in maker.options}
        yield Take(
            kind="option",
            owner=owner,
            option=option if option in ids else "",
            names=self._deed(acts),
        )
        if not feared:
            yield Take(kind="wish", owner=owner, condition=subject, because=because)
        against = f"-{subject}" if subject else ""
        if against or feared:
            yield Take(kind="wish", owner=owner, condition=against, because=because)
        yield Take(kind="red_line", owner=owner, condition=subject, because=because)
        yield Take(kind="evidence", owner=owner)

    def _threat(self, acts: Sequence[Act]) -> tuple[str, str]:
        """Name the deed that is threatened, and what it is threatened for; empty for neither."""
        for act in acts:
            if act.kind == "threaten" and act.issue and act.condition_actor:
                deed = self._option(act.actor, act.issue)
                feared = self._option(act.condition_actor, act.condition_issue)
                if deed and feared:
                    return deed, feared
        return "", ""

    def _option(self, party: str, issue: str | None) -> str:
        """Name an option that the model has, or would get; empty for none."""
        if issue is None:
            return ""
        there = self._suggestions.option(party, issue, self._model)
        new = f"{party}.{issue}"
        return there or (new if new in self.options else "")

    def _owner(self, acts: Sequence[Act]) -> str:
        """Say whose it is: the party that acts or speaks, else the first of the model."""
        value = self._stands.items[self._item]
        speaker = value.actor if isinstance(value, Act) else value.speaker
        for actor in [*(act.actor for act in acts), speaker]:
            if actor is not None and (owner := self._party(actor)):
                return owner
        return self._model.decision_makers[0].id

    def _party(self, actor: str) -> str:
        """Name the decision maker an actor is of; one that the model has not is remembered."""
        party, names = self._suggestions.party(actor)
        maker = self._suggestions.maker(party, self._model)
        if maker is not None:
            return maker.id
        self.makers.setdefault(party, dict(names))
        return party

    def _subject(self, act: Act) -> str:
        """Name the option an act is about, where the model has it or would get it."""
        party = act.target if act.kind in (*_PUT, "red_line", "warn") else act.actor
        if not party or not act.issue:
            return ""
        there = self._suggestions.option(party, act.issue, self._model)
        new = next((name for name, option in self.options.items() if option.owner == party), "")
        return there or new

    def _deed(self, acts: Sequence[Act]) -> dict[str, str]:
        """Give what an option would be called: by the issue, else by the words themselves."""
        for act in acts:
            if act.issue:
                return dict(self._suggestions.called(act.issue))
        words, language = self._quoted()
        short = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0]
        return {language: short[:1].upper() + short[1:].rstrip(" ,.;:")}

    def _words_as_reason(self) -> dict[str, str]:
        """Give the words themselves as the reason, with whose they are."""
        words, language = self._quoted()
        moment = self._stands.moments_of.get(self._item) or [self._stands.moments[self._item]]
        name = self._stands.whole.actor_name(moment[0].actor or "", language)
        return {language: f"{name}: “{words}”" if name else f"“{words}”"}

    def _quoted(self) -> tuple[str, str]:
        """Give the words of the item, and their language."""
        value = self._stands.items[self._item]
        span = value.content if isinstance(value, dossier.Statement) else value.span
        words = " ".join(self._stands.whole.dossier.words(span).split())
        return words, self._stands.whole.report_of(self._item).language


def _by_weight(take: Take) -> int:
    """Put threats first, then wishes, lines and options, and evidence of what is there last."""
    if take.kind == "wish":
        return 0 if " if " in take.condition else 1
    if take.kind == "evidence":
        return 5 if "options" in take.target else 4
    return 2 if take.kind == "red_line" else 3


def _target(at: Sequence[str | int]) -> list[str | int]:
    """Give the part of the model that is to cite it."""
    way = list(at)
    if way[-1] == -1:
        way.pop()
    return way[:-1] if way[-1] == "evidence" else way
