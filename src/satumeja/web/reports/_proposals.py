"""What a sentence that is pointed at can become in a model, each with what would add it."""

from __future__ import annotations

from typing import Any, Literal

from satumeja import formats
from satumeja.brief.words import phrases_of
from satumeja.errors import InputError, OutputError, QuestionError
from satumeja.model import Model, Option
from satumeja.web.cases import Loaded
from satumeja.web.reports._composing import Composer, is_ranked
from satumeja.web.reports._saying import Saying
from satumeja.web.reports._standing import Standing, standing
from satumeja.web.reports._takes import Takes
from satumeja.web.routing import Call, RefusedError
from satumeja.web.shapes import (
    Choice,
    OptionChoice,
    OwnerChoice,
    ProposalBody,
    Proposals,
    Take,
)

__all__ = ["proposals"]

_WHERE = " if "


def proposals(call: Call) -> Proposals:
    """Say what can be made of a sentence for a model, what its words suggest first."""
    body: ProposalBody = call.body
    loaded = call.case.read(call.names["file"])
    if not loaded.is_editable:
        raise RefusedError("read_only", f"{loaded.name} is only shown; save it as YAML to edit it")
    return _Pointed(standing(call.case), body, loaded, call.language).proposals(body.take)


class _Pointed:
    """A sentence that is pointed at, and the model it is to become a part of."""

    def __init__(
        self, stands: Standing, body: ProposalBody, loaded: Loaded, language: Literal["en", "id"]
    ) -> None:
        if body.item not in stands.items or not body.item.startswith(f"{body.report}#"):
            message = (
                f'"{body.item}" is not in the dossier any more: it was rejected, or read anew'
            )
            raise RefusedError("not_found", message)
        self._stands, self._item, self._loaded = stands, body.item, loaded
        self._model: Model = loaded.sound()
        self._saying, self._language = Saying(stands, language), language
        self._takes = Takes(stands, body.item, self._model)
        reference, first = stands.suggestions.citation(body.item, self._model)
        self._composer = Composer(
            self._model, loaded.text, reference, first, self._takes.makers, self._takes.options
        )

    def proposals(self, take: Take | None) -> Proposals:
        """Give the choices; where a person changed one, that one as it would be now."""
        of = self._stands.moments_of.get(self._item)
        return Proposals(
            version=self._loaded.version,
            item=self._saying.said(of[0] if of else self._stands.moments[self._item]),
            choices=self._choices() if take is None else [self._choice(take, suggested=False)],
            owners=self._owners(),
            languages=list(self._model.languages) or [self._language],
        )

    def _choices(self) -> list[Choice]:
        listed = [self._choice(take, suggested=True) for take in self._takes.suggested]
        seen = {_what(take) for take in self._takes.suggested}
        for take in self._takes.others():
            if _what(take) not in seen:
                listed.append(self._choice(take, suggested=False))
                seen.add(_what(take))
        return listed

    def _choice(self, take: Take, *, suggested: bool) -> Choice:
        deed, mark, when = take.condition.partition(_WHERE)
        operations, words, fault = self._worked_out(take)
        return Choice(
            take=take,
            suggested=suggested,
            threat=bool(mark) and take.kind == "wish",
            deed=deed.strip() if mark else "",
            when=when.strip(),
            words=words,
            operations=operations,
            fault=fault,
        )

    def _worked_out(self, take: Take) -> tuple[list[dict[str, Any]], str, str]:
        """Give what adds something, what it says in words, and what is wrong with it."""
        try:
            operations = self._composer.operations(take)
        except ValueError as error:
            return [], "", self._saying.words(f"proposal.fault.{error}")
        try:
            text = formats.apply(self._loaded.text, operations, name=self._loaded.name)
            model = formats.loads(text, self._loaded.name, origin=self._loaded.path)
        except InputError as error:
            return [], "", error.faults[0].message
        except (QuestionError, OutputError) as error:
            return [], "", str(error)
        return operations, self._worded(take, model), ""

    def _worded(self, take: Take, model: Model) -> str:
        """Say a condition as it reads in the model that has it."""
        if take.option:
            return phrases_of(model, self._language).text(_option(model, take).name)
        if not take.condition:
            return take.names.get(self._language) or next(iter(take.names.values()), "")
        phrases = phrases_of(model, self._language)
        return phrases.condition(model.condition(take.condition))

    def _owners(self) -> list[OwnerChoice]:
        """Name whose it can be: decision makers there, and parties that can become some."""
        phrases = phrases_of(self._model, self._language)
        listed = [
            OwnerChoice(
                id=maker.id,
                name=phrases.dm(maker.id),
                exists=True,
                ranked=is_ranked(maker),
                options=[
                    *(
                        OptionChoice(
                            text=f"{maker.id}.{option.id}", name=phrases.text(option.name)
                        )
                        for option in maker.options
                        if option.scale is None
                    ),
                    *self._new_options(maker.id),
                ],
            )
            for maker in self._model.decision_makers
        ]
        return listed + [
            OwnerChoice(
                id=party,
                name=names.get(self._language) or next(iter(names.values()), party),
                exists=False,
                ranked=True,
                options=self._new_options(party),
            )
            for party, names in self._takes.makers.items()
        ]

    def _new_options(self, owner: str) -> list[OptionChoice]:
        return [
            OptionChoice(
                text=new.text,
                name=new.names.get(self._language) or next(iter(new.names.values()), new.id),
            )
            for new in self._takes.options.values()
            if new.owner == owner
        ]


def _what(take: Take) -> tuple[str, ...]:
    """Give what tells takes apart: of an option that is there and of its evidence it is one."""
    if take.option:
        return ("evidence", "decision_makers", take.owner, "options", take.option)
    if take.kind == "evidence":
        return ("evidence", *map(str, take.target))
    return (take.kind, take.owner, take.condition)


def _option(model: Model, take: Take) -> Option:
    return next(option for option in model[take.owner].options if option.id == take.option)
