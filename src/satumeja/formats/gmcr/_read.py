"""From the tree of a .gmcr file to the model it states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path as FilePath

from satumeja.formats.compiling import MAX_OPTIONS, StateNames, compile_ranking, derive_ids
from satumeja.formats.gmcr._base import Alternatives, GmcrFile, GmcrMaker, GmcrRanking, Literals
from satumeja.formats.gmcr._parts import Part
from satumeja.formats.gmcr._plus import PlusReader
from satumeja.formats.gmcr._titled import TITLED, TitledReader
from satumeja.formats.trees import CONTROL, Faults, Map, Node
from satumeja.formats.writing import pattern_form, write_patterns
from satumeja.model import (
    AtLeast,
    Condition,
    ConditionError,
    DecisionMaker,
    Model,
    Option,
    Preference,
    Prioritisation,
    Ranking,
    Rule,
    Statement,
    Text,
    parse_condition,
)
from satumeja.model.kit import OptionNames, Pattern

__all__ = ["compile_gmcr"]


def compile_gmcr(root: Node, faults: Faults, origin: FilePath | None) -> Model:
    """Compile a .gmcr file of either dialect.

    Parameters
    ----------
    root : Node
        The JSON tree.
    faults : Faults
        Knows the name of the file and the places in it, and takes what is wrong.
    origin : Path, optional
        The file.

    Returns
    -------
    Model
        The conflict it states; `notes` says what of the file it leaves out.

    Raises
    ------
    ModelError
        With all faults of form, or else all faults of meaning.
    """
    titled = isinstance(root, Map) and not root.entries.keys().isdisjoint(TITLED)
    reader = (TitledReader if titled else PlusReader)(Part(root, (), faults))
    file = reader.read()
    faults.check()
    title = file.title.strip() or CONTROL.sub("", FilePath(faults.file).stem).strip() or "Untitled"
    return _Compiler(file, faults).compile(title, origin)


class _Compiler:
    """Compiles a file whose form is sound: options in order of their makers, then the rest."""

    def __init__(self, file: GmcrFile, faults: Faults) -> None:
        self.file, self.faults = file, faults
        self._check_sizes()
        self.makers = self._makers()
        order = [option for maker in file.makers for option in maker.options]
        self.place = {option: k for k, option in enumerate(order)}
        self.widths = tuple(len(maker.options) for maker in file.makers)
        self.names = OptionNames({dm.id: [o.id for o in dm.options] for dm in self.makers})
        self.written = Model(Text(), self.makers).option_names

    def compile(self, title: str, origin: FilePath | None) -> Model:
        rules = self._rules()
        self.faults.check()
        states = StateNames(self.widths, rules)
        if not states.too_many and not len(states):
            message = "no state is feasible: these conditions forbid the last"
            self.faults.add(message, ("infeasibles",), key=True)
            self.faults.check()
        makers = tuple(
            replace(
                dm,
                preference=self._preference(maker, states),
                unseen=tuple(map(self._sight, maker.unseen)),
            )
            for dm, maker in zip(self.makers, self.file.makers, strict=True)
        )
        self.faults.check()
        return Model(Text(title), makers, rules, origin=origin, notes=self.file.notes)

    def _check_sizes(self) -> None:
        if len(self.file.makers) < 2:
            message = "a conflict has at least two decision makers"
            self.faults.add(message, ("decisionMakers",), key=True)
        if len(self.file.options) > MAX_OPTIONS:
            message = f"{len(self.file.options)} options are more than the {MAX_OPTIONS} a model"
            self.faults.add(f"{message} may have", ("options",), key=True)
        self.faults.check()

    def _makers(self) -> tuple[DecisionMaker, ...]:
        makers = self.file.makers
        ids = derive_ids([maker.name for maker in makers], "dm")
        return tuple(
            DecisionMaker(word, _named(maker.name, word), Prioritisation(()), self._options(maker))
            for word, maker in zip(ids, makers, strict=True)
        )

    def _options(self, maker: GmcrMaker) -> tuple[Option, ...]:
        options = [self.file.options[k] for k in maker.options]
        ids = derive_ids([option.name for option in options], "option")
        return tuple(
            Option(word, _named(option.name, word), option.direction)
            for word, option in zip(ids, options, strict=True)
        )

    def _rules(self) -> tuple[Rule, ...]:
        rules = [self._rule(stated) for stated in self.file.infeasible]
        return (*(rule for rule in rules if rule), *map(self._at_most_one, self.file.exclusive))

    def _rule(self, stated: Alternatives) -> Rule | None:
        because = Text(stated.name)
        if len(stated.members) == 1:
            pattern = self._pattern(stated.members[0])
            return Rule(pattern, pattern_form(pattern, self.widths), "pattern", because)
        read = self._condition(stated)
        return Rule(*read, because=because) if read else None

    def _at_most_one(self, options: Sequence[int]) -> Rule:
        places = sorted(self.place[option] for option in options)
        mask = sum(1 << place for place in places)
        text = ", ".join(self.written[place] for place in places)
        return Rule(AtLeast(2, mask), text, "at_most_one")

    def _pattern(self, literals: Literals) -> Pattern:
        mask = sum(1 << self.place[option] for option in literals)
        value = sum(1 << self.place[option] for option, taken in literals.items() if taken)
        return Pattern(mask, value)

    def _condition(self, stated: Alternatives) -> tuple[Condition, str] | None:
        """Give a condition with its text, which is what a native file would say."""
        patterns = [self._pattern(member) for member in stated.members]
        text = write_patterns(patterns, self.written)
        try:
            return parse_condition(text, self.names), text
        except ConditionError as error:
            self.faults.add(str(error), stated.path)
            return None

    def _preference(self, maker: GmcrMaker, states: StateNames) -> Preference:
        if maker.ranking is not None:
            return self._ranking(maker.ranking, states)
        read = [self._condition(stated) for stated in maker.statements]
        return Prioritisation(tuple(Statement(*parts) for parts in read if parts))

    def _sight(self, stated: Alternatives) -> Statement:
        """Give what is not seen as a pattern, or as a condition where it is several."""
        if len(stated.members) == 1:
            pattern = self._pattern(stated.members[0])
            return Statement(pattern, pattern_form(pattern, self.widths))
        read = self._condition(stated)
        # Where there was a fault what stands here is never seen: the model is not made.
        return Statement(*read) if read else Statement(Pattern(0, 1), "")

    def _ranking(self, ranking: GmcrRanking, states: StateNames) -> Ranking:
        if states.too_many:
            message = f"{states.too_many}; too many to rank one by one"
            self.faults.add(message, ranking.path, key=True)
            return Ranking(())
        return compile_ranking(ranking.classes, ranking.path, self.faults, states)


def _named(name: str, otherwise: str) -> Text:
    return Text(name if name.strip() else otherwise)
