"""Operations on a model that make something of a sentence: an option, a wish, a line, evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from satumeja.formats.trees import data, read_yaml
from satumeja.model import Adjusted, DecisionMaker, Model, Prioritisation, Ranking, Weighting
from satumeja.model.kit import id_fault
from satumeja.web.shapes import Take

__all__ = ["Composer", "NewOption", "is_ranked"]

_NAMED = re.compile(r"\b([^\W\d]\w*)\.([^\W\d]\w*)\b")
_FORM = re.compile(r"[YNyn0-9|\- ]+")
_LAST = -1
_LISTS = {"wish": "preferences", "red_line": "red_lines"}

Operation = dict[str, Any]


@dataclass(frozen=True)
class NewOption:
    """An option the model has not, which what is added needs."""

    owner: str
    id: str
    names: Mapping[str, str]

    @property
    def text(self) -> str:
        """How conditions name it."""
        return f"{self.owner}.{self.id}"


def is_ranked(maker: DecisionMaker) -> bool:
    """Tell whether wishes order the states of a decision maker, so that one can be added."""
    return isinstance(_base(maker), Prioritisation)


def _is_ranked_by_hand(maker: DecisionMaker) -> bool:
    """Tell whether each state of a decision maker has its place, so that none can be new."""
    return isinstance(_base(maker), Ranking)


def _base(maker: DecisionMaker) -> Prioritisation | Weighting | Ranking:
    preference = maker.preference
    return preference.base if isinstance(preference, Adjusted) else preference


@dataclass
class Composer:
    """Composes the operations that add something to a model.

    Parameters
    ----------
    model : Model
        The model as it is.
    text : str
        Its file.
    reference : str
        The sentence, as the model cites it.
    first : sequence of mapping
        What makes its dossier a source of the model.
    makers : mapping
        What decision makers that the model has not are called, by id and language.
    options : mapping
        Options that the model has not, by how conditions name them.
    """

    model: Model
    text: str
    reference: str
    first: Sequence[Mapping[str, Any]]
    makers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    options: Mapping[str, NewOption] = field(default_factory=dict)

    def operations(self, take: Take) -> list[Operation]:
        """Compose what adds something.

        Parameters
        ----------
        take : Take
            What.

        Raises
        ------
        ValueError
            It cannot be composed; the message is a key of words.
        """
        listed = [dict(operation) for operation in self.first]
        if take.kind == "evidence":
            return [*listed, self._evidence(take.target)]
        new = list(self._options_needed(take))
        if self._maker(take.owner) is None and take.owner not in self.makers:
            raise ValueError("no_owner")
        if new and any(map(_is_ranked_by_hand, self.model.decision_makers)):
            raise ValueError("ranked")
        owners = dict.fromkeys([*(option.owner for option in new), take.owner])
        strangers = [owner for owner in owners if self._maker(owner) is None]
        listed += self._new_makers(strangers, new)
        listed += self._new_options(new)
        if new or strangers:
            listed += self._longer_forms(new, strangers)
        if take.kind == "option":
            return [*listed, *self._option(take, new)]
        return [*listed, self._stated(take)]

    def _maker(self, identifier: str) -> DecisionMaker | None:
        return next((dm for dm in self.model.decision_makers if dm.id == identifier), None)

    def _options_needed(self, take: Take) -> Iterator[NewOption]:
        """Name the options that are to be added: what a condition names, or the option itself."""
        if take.kind == "option":
            if not take.option:
                yield NewOption(take.owner, self._free(take), self._called(take))
            return
        if not take.condition.strip():
            raise ValueError("no_condition")
        for match in dict.fromkeys(match[0] for match in _NAMED.finditer(take.condition)):
            if match in self.options:
                yield self.options[match]

    def _called(self, take: Take) -> dict[str, str]:
        names = {code: " ".join(name.split()) for code, name in take.names.items()}
        names = {code: name for code, name in names.items() if name}
        if not names:
            raise ValueError("no_name")
        return names

    def _free(self, take: Take) -> str:
        """Make the id of a new option, one that no option has, of the name in English."""
        for new in self.options.values():
            if new.owner == take.owner and dict(new.names) == take.names:
                return new.id
        name = take.names.get("en") or next(iter(take.names.values()), "")
        words = re.findall(r"[^\W_]+", name.casefold())
        stem = "_".join(words[:3]) or "option"
        stem = stem if not id_fault(stem) else f"do_{stem}"
        taken, tried, number = {option.id for option in self.model.options}, stem, 2
        while tried in taken:
            tried, number = f"{stem}_{number}", number + 1
        return tried

    def _new_makers(self, owners: Sequence[str], new: Sequence[NewOption]) -> list[Operation]:
        """Add decision makers the model has not, each with its options."""
        return [
            {
                "op": "set",
                "at": ["decision_makers", owner],
                "value": {
                    "name": dict(self.makers.get(owner, {"en": owner})),
                    "options": {
                        option.id: self._entry(option) for option in new if option.owner == owner
                    },
                    "preferences": [],
                },
            }
            for owner in owners
        ]

    def _entry(self, option: NewOption) -> dict[str, Any]:
        return {"name": dict(option.names), "evidence": [self.reference]}

    def _new_options(self, new: Sequence[NewOption]) -> list[Operation]:
        """Add options to decision makers the model has."""
        listed, begun = list[Operation](), set[str]()
        for option in new:
            maker = self._maker(option.owner)
            if maker is None:
                continue
            at = ["decision_makers", maker.id, "options"]
            if maker.options or maker.id in begun:
                listed.append({"op": "set", "at": [*at, option.id], "value": self._entry(option)})
            else:
                value = {option.id: self._entry(option)}
                listed.append({"op": "set", "at": at, "value": value})
            begun.add(maker.id)
        return listed

    def _longer_forms(
        self, new: Sequence[NewOption], strangers: Sequence[str]
    ) -> Iterator[Operation]:
        """Have each form of a state tell of the new options too: not taken, or either."""
        tree = data(read_yaml(self.text, "model"))
        ways = list[tuple[list[str | int], str, str]]()
        if isinstance(form := tree.get("status_quo"), str):
            ways.append((["status_quo"], form, "N"))
        ruled_out = tree.get("infeasible")
        for place, entry in enumerate(ruled_out if isinstance(ruled_out, list) else ()):
            if isinstance(entry, str):
                ways.append((["infeasible", place], entry, "-"))
        for at, stated, letter in ways:
            longer = self._longer(stated, new, strangers, letter)
            if longer is not None:
                yield {"op": "set", "at": at, "value": longer}

    def _longer(
        self, form: str, new: Sequence[NewOption], strangers: Sequence[str], letter: str
    ) -> str | None:
        """Write a form with a letter for each new option; None of what is no form."""
        widths = [len(maker.options) for maker in self.model.decision_makers]
        letters = form.replace("|", "").replace(" ", "")
        if not _FORM.fullmatch(form) or len(letters) != sum(widths):
            return None
        groups, at_letter = list[str](), 0
        for maker, width in zip(self.model.decision_makers, widths, strict=True):
            own = letters[at_letter : at_letter + width]
            groups.append(own + letter * sum(option.owner == maker.id for option in new))
            at_letter += width
        owners = [option.owner for option in new]
        return "|".join([*groups, *(letter * owners.count(owner) for owner in strangers)])

    def _option(self, take: Take, new: Sequence[NewOption]) -> Iterator[Operation]:
        """Cite the sentence for an option that is there; a new one cites it as it is added."""
        if not new:
            at: list[str | int] = ["decision_makers", take.owner, "options", take.option]
            yield self._evidence(at)

    def _stated(self, take: Take) -> Operation:
        """Add a condition to the wishes, or to the red lines, of a decision maker."""
        key, maker = _LISTS[take.kind], self._maker(take.owner)
        if maker is not None and take.kind == "wish" and not is_ranked(maker):
            raise ValueError("by_hand")
        value: dict[str, Any] = {"statement": " ".join(take.condition.split())}
        if because := {code: why for code, why in take.because.items() if why.strip()}:
            value["because"] = because
        value["evidence"] = [self.reference]
        at: list[str | int] = ["decision_makers", take.owner, key]
        listed = self._node(at) or []
        if not listed:
            return {"op": "set", "at": at, "value": [value]}
        if take.place is not None and take.place < len(listed):
            return {"op": "insert", "at": [*at, take.place], "value": value}
        return {"op": "set", "at": [*at, _LAST], "value": value}

    def _node(self, at: Sequence[str | int]) -> Any:
        """Return a part of the file as plain data; None where there is none."""
        node = data(read_yaml(self.text, "model"))
        for step in at:
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                return None
        return node

    def _evidence(self, at: Sequence[str | int]) -> Operation:
        """Cite the sentence for a part of the model, however that is written."""
        if not at:
            raise ValueError("no_target")
        node, way = self._node(at), list(at)
        if isinstance(node, dict) and node.keys() <= {"en", "id"} and node:
            node = {"name": node}
        elif isinstance(node, str | None):
            node = {("name" if "options" in at else "statement"): node} if node else {}
        elif isinstance(node, dict):
            if node.get("evidence"):
                return {"op": "set", "at": [*way, "evidence", _LAST], "value": self.reference}
            return {"op": "set", "at": [*way, "evidence"], "value": [self.reference]}
        else:
            raise ValueError("no_target")
        return {"op": "set", "at": way, "value": {**node, "evidence": [self.reference]}}
