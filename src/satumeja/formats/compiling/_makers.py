"""The decision makers of a model in option form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from satumeja.errors import ModelError, did_you_mean
from satumeja.formats import schema
from satumeja.formats.compiling._beyond import Named, compile_beyond
from satumeja.formats.compiling._conditions import Conditions
from satumeja.formats.compiling._context import Context
from satumeja.formats.compiling._forms import StateNames
from satumeja.formats.compiling._groups import require_agreement, require_one_side
from satumeja.formats.compiling._preferences import compile_edits, compile_preferences
from satumeja.formats.compiling._rankings import compile_ranking
from satumeja.formats.compiling._scales import read_scale
from satumeja.formats.trees import Path
from satumeja.model import (
    Adjusted,
    DecisionMaker,
    Direction,
    Option,
    OptionStates,
    Perception,
    Preference,
    Prioritisation,
    Ranking,
    Text,
    Weighting,
)

__all__ = ["Makers", "chosen_preference"]

_DIRECTIONS: dict[str, Direction] = {"both": "both", "forward": "forward", "back": "back"}
_NOTHING = Prioritisation(())


def chosen_preference(part: schema.Stated, name: str, context: Context, path: Path) -> str:
    """Return which of preferences, ranking and weights are stated, or note a fault."""
    kinds = [kind for kind in ("preferences", "ranking", "weights") if _is_stated(part, kind)]
    if len(kinds) == 1:
        return kinds[0]
    if kinds:
        message = f"{name} has both {kinds[0]} and {kinds[1]}; write one of them"
        context.faults.add(message, (*path, kinds[1]), key=True)
    else:
        message = f"{name} has no preferences; write preferences, a ranking or weights"
        context.faults.add(message, path, key=True)
    return ""


def _is_stated(part: schema.Stated, kind: str) -> bool:
    return getattr(part, kind) is not None


@dataclass
class Makers:
    """Compiles the decision makers of one file, once its options and rules are known.

    Parameters
    ----------
    context : Context
        Takes the faults.
    conditions : Conditions
        Reads conditions on the options.
    states : StateNames or None
        Finds states; None where the rules have faults, so that states are unknown.
    makers : tuple of str
        The ids of all decision makers.
    """

    context: Context
    conditions: Conditions
    states: StateNames | None
    makers: tuple[str, ...]

    def compile(self, name: str, part: schema.DecisionMaker) -> DecisionMaker:
        """Compile one decision maker."""
        path: Path = ("decision_makers", name)
        if part.moves:
            message = '"moves" belong to the graph form; in option form the options make them'
            self.context.faults.add(message, (*path, "moves"), key=True)
        where = f"in a red line of {name}"
        preference = self._preference(name, part, path)
        red_lines = self.conditions.statements(part.red_lines, (*path, "red_lines"), where)
        unseen = self.conditions.blind_spots(
            part.unseen, (*path, "unseen"), f"in what {name} does not see"
        )
        for key, statements in (("red_lines", red_lines), ("unseen", unseen)):
            if self.merged and not len(self.context.faults):
                require_one_side(statements, self.merged, (*path, key), self.context.faults)
        return DecisionMaker(
            id=name,
            name=self.context.text(part.name, (*path, "name")) or Text(name),
            preference=preference,
            options=tuple(step for key in part.options for step in self._option(key, part, path)),
            red_lines=red_lines,
            shared=self._of_others(name, part.shares, (*path, "shares"), "is shared by"),
            unseen=unseen,
            perceives=self._perception(name, part.perceives, (*path, "perceives")),
            beyond=compile_beyond(part, name, self.context, self.makers, self._named(preference)),
            **self.context.cited(part, path),
        )

    def _perception(
        self, name: str, part: schema.Perceives | None, path: Path
    ) -> Perception | None:
        if part is None:
            return None
        faults = self.context.faults
        hidden = self._of_others(name, part.hidden, (*path, "hidden"), "is hidden from")
        beliefs = dict[str, Preference]()
        for other, stated in part.beliefs.items():
            place = (*path, "beliefs", other)
            if other not in self.makers or other == name:
                message = f'"{other}" is not another decision maker'
                faults.add(message + did_you_mean(other, self.makers), place, key=True)
            beliefs[other] = self._preference(other, stated, place)
        return Perception(hidden, beliefs, **self.context.cited(part, path))

    def _of_others(self, name: str, words: list[str], path: Path, does: str) -> tuple[int, ...]:
        """Read a list of options that are not its own."""
        options = list[int]()
        for k, word in enumerate(words):
            place = (*path, k)
            option = self.conditions.option(word, place, f"in what {does} {name}")
            if option is None:
                continue
            scale = self.conditions.names.scale(word.strip())
            more = range(option + 1, option + len(scale[1]) - 1) if scale else ()
            if self.conditions.names.full[option].split(".", 1)[0] == name:
                self.context.faults.add(f'"{word}" is its own option', place)
            elif option in options:
                self.context.faults.add(f'"{word}" is named twice', place)
            options += (option, *more)
        return tuple(options)

    def _option(self, name: str, maker: schema.DecisionMaker, path: Path) -> tuple[Option, ...]:
        part, path = maker.options[name], (*path, "options", name)
        if not isinstance(part, schema.Option):
            return (Option(name, Text(part or name)),)
        direction = _DIRECTIONS.get(part.direction)
        if direction is None:
            message = f'unknown direction "{part.direction}"; write both, forward or back'
            self.context.faults.add(message, (*path, "direction"))
        cited = self.context.cited(part, path)
        if part.levels:
            scale = read_scale(name, part, self.context, path)
            parts = (scale.part(level) for level in range(1, len(scale.levels)))
            return tuple(
                Option(*step, direction or "both", **cited, scale=scale) for step in parts
            )
        label = self.context.text(part.name, (*path, "name")) or Text(name)
        return (Option(name, label, direction or "both", **cited),)

    def _named(self, preference: Preference) -> Named | None:
        """Give the means to name states; the ranks only where faults do not stand in the way."""
        if self.states is None:
            return None
        codes = self.states.states.codes
        sound = not self.states.too_many and not len(self.context.faults)
        ranks = (lambda: preference.ranks(codes)) if sound else None
        return Named(self.states.pattern, self.states.fitting, ranks)

    def _preference(self, name: str, part: schema.Stated, path: Path) -> Preference:
        kind = chosen_preference(part, name, self.context, path)
        edits = compile_edits(part.adjust, (*path, "adjust"), self.context, self.states, name)
        if part.adjust and kind == "ranking":
            message = '"adjust" tunes preferences or weights; move the state in the ranking'
            self.context.faults.add(message, (*path, "adjust"), key=True)
        base = self._base(kind, part, path, name)
        self._agreeing(base, (*path, kind))
        return Adjusted(base, edits) if edits and not isinstance(base, Ranking) else base

    def _agreeing(self, preference: Preference, path: Path) -> None:
        """Look whether a preference ranks all members of a coalesced state level."""
        if self.merged and not len(self.context.faults):
            require_agreement(preference, self.merged, path, self.context.faults)

    @property
    def merged(self) -> OptionStates | None:
        """The states, where some of them are coalesced."""
        return self.states.states if self.states and self.states.groups else None

    def _base(
        self, kind: str, part: schema.Stated, path: Path, name: str
    ) -> Prioritisation | Weighting | Ranking:
        path = (*path, kind)
        if part.preferences is not None and kind:
            where = f"in a preference of {name}"
            statements = compile_preferences(part.preferences, path, self.conditions, where)
            return Prioritisation(statements)
        if part.ranking is not None and kind:
            return self._ranking(part.ranking, path)
        if part.weights is not None and kind:
            return self._weighting(part.weights, path, name)
        return _NOTHING

    def _ranking(self, classes: str | list[str | list[str]], path: Path) -> Ranking:
        if self.states is None:
            return Ranking(())
        if self.states.too_many:
            message = f"{self.states.too_many}; too many to rank one by one"
            self.context.faults.add(message, path, key=True)
            return Ranking(())
        return compile_ranking(classes, path, self.context.faults, self.states)

    def _weighting(self, weights: Mapping[str, str], path: Path, name: str) -> Weighting:
        by_option: dict[int, Fraction] = {}
        for key, text in weights.items():
            place = (*path, key)
            option = self.conditions.option(key, place, f"in the weights of {name}", key=True)
            weight = self.context.number(text, place)
            if option is not None and option in by_option:
                self.context.faults.add(f'option "{key}" is weighed twice', place, key=True)
            elif option is not None:
                by_option[option] = weight
        weighting = Weighting(by_option)
        try:
            weighting.ranks(np.zeros(0, dtype=np.int64))
        except ModelError as error:
            self.context.faults.add(str(error), path, key=True)
        return weighting
