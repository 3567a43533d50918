"""How the things of a model are said: decision makers, options, states, moves, conditions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from satumeja.brief.words._apart import apart
from satumeja.brief.words._words import Words
from satumeja.model import AtLeast, Binary, Condition, Is, Model, Not, OptionStates, Ranks, Text
from satumeja.model.kit import Pattern, as_label, change_of, letters_of

if TYPE_CHECKING:
    from satumeja.evidence import Archive
    from satumeja.stability import SymbolicAnalysis

__all__ = ["Phrases", "SetPhrases", "Tongue", "options_of", "phrases_of"]


def options_of(mask: int) -> list[int]:
    """List the options of a bit set.

    Examples
    --------
    >>> options_of(0b1010)
    [1, 3]
    """
    return [k for k in range(mask.bit_length()) if mask >> k & 1]


class Phrases:
    """The names and turns of phrase of one model in one language.

    Parameters
    ----------
    model : Model
        What is spoken of.
    words : Words
        The language to speak.
    ranks : mapping of str to array, optional
        The ranks by decision maker id, where they are known already.
    """

    def __init__(
        self, model: Model, words: Words, ranks: Mapping[str, Ranks] | None = None
    ) -> None:
        self.model, self.words, self._ranks = model, words, ranks

    def spoken_in(self, words: Words) -> Phrases:
        """Return the phrase book of the same model in other words."""
        return Phrases(self.model, words, self._ranks)

    @cached_property
    def archive(self) -> Archive:
        """Where the evidence of the model is looked up; nothing is opened before it is asked."""
        from satumeja.evidence import Archive

        return Archive(self.model)

    def text(self, text: str) -> str:
        """Return a text of the model in this language, kept apart from the words around it."""
        return apart(text.in_language(self.words.language) if isinstance(text, Text) else text)

    def dm(self, dm_id: str) -> str:
        """Return the name of a decision maker, as it stands by itself."""
        dm = self.model[dm_id]
        return as_label(self.text(dm.name)) or dm.id

    def party(self, members: Sequence[str]) -> str:
        """Return the name of a decision maker, or those of the members of a coalition."""
        return " + ".join(map(self.dm, members))

    def over(self, blocks: Sequence[Sequence[str]]) -> str:
        """Say which blocks a result is over; nothing where everybody acts alone."""
        named = "; ".join(map(self.party, blocks))
        return self.words("blocks.are", blocks=named) if blocks else ""

    def lettered(self, members: Sequence[str]) -> str:
        """Return the letter of a decision maker, or those of the members of a coalition."""
        return "+".join(self.letters[dm] for dm in members)

    @cached_property
    def letters(self) -> dict[str, str]:
        """A letter for each decision maker, by id."""
        ids = [dm.id for dm in self.model.decision_makers]
        return dict(zip(ids, letters_of([self.dm(dm_id) for dm_id in ids]), strict=True))

    @cached_property
    def _option_names(self) -> list[str]:
        owners = [dm.id for dm in self.model.decision_makers for _ in dm.options]
        names = [self.text(option.name) or option.id for option in self.model.options]
        times, own = Counter(names), Counter(zip(owners, names, strict=True))
        named = [
            f"{name} ({option.id})" if own[owner, name] > 1 else name
            for owner, name, option in zip(owners, names, self.model.options, strict=True)
        ]
        return [
            name if times[short] == 1 else f"{self.dm(owner)}: {name}"
            for owner, short, name in zip(owners, names, named, strict=True)
        ]

    def option(self, index: int) -> str:
        """Return the name of an option in quotation marks; its owner too where names repeat."""
        return self.words("quoted", text=self._option_names[index])

    def state(self, number: int) -> str:
        """Name a state with its option form, or with its name in graph form."""
        return self.words("state.long", number=number, form=self.form(number))

    def short(self, number: int) -> str:
        """Name a state for a narrow place: its number and its option form."""
        return f"{number} {self.form(number)}"

    def code(self, number: int) -> int:
        """Return the decimal of a state (option form), of a coalesced one its last member."""
        states = self.model.states
        assert isinstance(states, OptionStates)  # noqa: S101
        return states.decimal(number)

    def form(self, number: int) -> str:
        """Return the option form of a state, or its name in graph form."""
        if self.model.coalesce:
            return self.model.states.form(number)
        if not self.model.is_graph:
            return self.model.form(self.code(number))
        state_id = self.model.state_ids[number - 1]
        return self.text(self.model.state_names.get(state_id, state_id)) or state_id

    def circumstances(self, number: int) -> list[tuple[str, str]]:
        """Say what each decision maker does in a state (option form)."""
        if self.model.is_graph:
            return []
        taken, either = self._known(number)
        return [
            (self.dm(dm.id), self._does(taken & mask, either & mask))
            for dm, mask in zip(self.model.decision_makers, self.model.masks, strict=True)
            if mask
        ]

    def _does(self, taken: int, either: int) -> str:
        """Say which options are taken, and which may be or not."""
        said = [self._list(self._highest(taken))] if taken else []
        if either:
            said.append(self.words("state.either", options=self.any_of(self._highest(either))))
        return self.words.all_of(said) if said else self.words("state.nothing")

    def taken(self, number: int) -> list[int]:
        """List the options that are taken in a state, of one with levels its highest step."""
        return options_of(self._highest(self._known(number)[0]))

    def _known(self, number: int) -> tuple[int, int]:
        """Return the options taken in a state, and those in which its members differ."""
        if not self.model.coalesce:
            return self.code(number), 0
        letters = self.form(number).replace("|", "")
        taken, either = (
            sum(1 << k for k, letter in enumerate(letters) if letter == sign) for sign in "Y-"
        )
        return taken, either

    def _highest(self, taken: int) -> int:
        """Leave out levels below the one that an option stands at."""
        options = self.model.options
        for k, (option, following) in enumerate(pairwise(options)):
            if option.scale and option.scale == following.scale and taken >> (k + 1) & 1:
                taken &= ~(1 << k)
        return taken

    def described(self, number: int) -> str:
        """Describe a state in words: what each decision maker does in it."""
        does = self.circumstances(number)
        if not does:
            return self.form(number)
        return "; ".join(self.words("state.does", dm=dm, options=taken) for dm, taken in does)

    def _list(self, mask: int) -> str:
        return self.words.all_of(self._names(mask))

    def deed(self, start: int, end: int, dm: str) -> str:
        """Say what `dm` changes by a move, as "taking up ... and dropping ..."."""
        if self.model.is_graph:
            return self.words("deed.graph", form=self.form(end))
        before, after = self._change(start, end, dm)
        stepped = 0
        said = list[str]()
        for _, _, first, levels in self.model.scales:
            steps = ((1 << (len(levels) - 1)) - 1) << first
            if (before ^ after) & steps:
                said.append(self._stepping(first, before, after))
            stepped |= steps
        up, down = after & ~before & ~stepped, before & ~after & ~stepped
        if up and down:
            said.insert(0, self.words("deed.both", up=self._list(up), down=self._list(down)))
        elif up or down:
            key = "deed.up" if up else "deed.down"
            said.insert(0, self.words(key, options=self._list(up or down)))
        return self.words.all_of(said)

    def _stepping(self, first: int, before: int, after: int) -> str:
        """Say from which level to which an option goes; `first` is the place of its first step."""
        scale = self.model.options[first].scale
        assert scale is not None  # noqa: S101
        names = [self.text(scale.names[scale.reached(code, first)]) for code in (before, after)]
        option = self.words("quoted", text=self.text(scale.name))
        return self.words("deed.level", option=option, before=names[0], after=names[1])

    def _change(self, start: int, end: int, dm: str) -> tuple[int, int]:
        if self.model.coalesce:
            return change_of(self.model, dm, start - 1, end - 1)
        return self.code(start), self.code(end)

    def condition(self, condition: Condition, *, inner: bool = False) -> str:
        """Put a condition into words."""
        if level := self._level(condition):
            return level
        match condition:
            case Is(option):
                return self.option(option)
            case Not(part):
                return self.words("condition.not", part=self.condition(part, inner=True))
            case Binary(operator, left, right):
                sides = {
                    "left": self.condition(left, inner=True),
                    "right": self.condition(right, inner=True),
                }
                said = self.words(f"condition.{operator}", **sides)
            case AtLeast(count, mask):
                said = self.words.count("condition.at_least", count, options=self._list(mask))
            case Pattern(mask, value):
                parts = [
                    name if value >> k & 1 else self.words("condition.not", part=name)
                    for k, name in zip(options_of(mask), self._names(mask), strict=True)
                ]
                said = self.words.all_of(parts)
        return f"({said})" if inner else said

    def _level(self, condition: Condition) -> str:
        """Say at which level an option stands, where that is what a condition asks."""
        match condition:
            case Binary("and", Is(option), Not(Is(above))) if self._same(option, above):
                return self._at("level.at", option, 1)
            case Is(option) if self.model.options[option].scale:
                is_top = not self._same(option, option + 1)
                return self._at("level.at" if is_top else "level.at_least", option, 1)
            case Not(Is(option)) if self.model.options[option].scale:
                is_lowest = not self._same(option - 1, option)
                return self._at("level.at" if is_lowest else "level.at_most", option, 0)
        return ""

    def _same(self, option: int, above: int) -> bool:
        """Say whether two options are neighbouring steps of one with levels."""
        if above != option + 1 or option < 0 or above == len(self.model.options):
            return False
        scales = [self.model.options[k].scale for k in (option, above)]
        owners = [self._owner(k) for k in (option, above)]
        return scales[0] is not None and scales[0] == scales[1] and owners[0] == owners[1]

    def _owner(self, option: int) -> int:
        return next(k for k, mask in enumerate(self.model.masks) if mask >> option & 1)

    def _at(self, key: str, option: int, step: int) -> str:
        """Say where an option with levels stands: at the level of one of its steps, or below."""
        scale = self.model.options[option].scale
        assert scale is not None  # noqa: S101
        first = option
        while self._same(first - 1, first):
            first -= 1
        level = self.text(scale.names[option - first + step])
        quoted = self.words("quoted", text=self.text(scale.name))
        return self.words(key, option=quoted, level=level)

    def any_of(self, mask: int) -> str:
        """Name the options of a bit set, joined by "or"."""
        return self.words.any_of(self._names(mask))

    def _names(self, mask: int) -> list[str]:
        return [self.option(k) for k in options_of(mask)]

    @cached_property
    def ranks(self) -> Mapping[str, Ranks]:
        """The ranks of the states by decision maker id, 1 the least preferred."""
        if self._ranks is not None:
            return self._ranks
        return {dm.id: self.model.ranks(dm) for dm in self.model.decision_makers}

    def place(self, dm_id: str, number: int) -> int:
        """Return the place of a state in a decision maker's order, 1 the most preferred."""
        ranks = self.ranks[dm_id]
        return int(ranks.max() - ranks[number - 1]) + 1


class SetPhrases(Phrases):
    """The names and turns of phrase of a model whose states are not listed.

    Parameters
    ----------
    analysis : SymbolicAnalysis
        Where the states are.
    words : Words
        The language to speak.
    """

    def __init__(self, analysis: SymbolicAnalysis, words: Words) -> None:
        super().__init__(analysis.model, words)
        self.analysis, self._codes = analysis, dict[int, int]()

    def spoken_in(self, words: Words) -> SetPhrases:
        """Return the phrase book of the same model in other words."""
        return SetPhrases(self.analysis, words)

    def code(self, number: int) -> int:
        """Return the decimal of a state."""
        if number not in self._codes:
            self._codes[number] = self.analysis.decimal(number)
        return self._codes[number]


Tongue = str | Phrases
"""A language, or a phrase book that is open already."""


def phrases_of(
    model: Model, language: Tongue, ranks: Mapping[str, Ranks] | None = None
) -> Phrases:
    """Return the phrase book of a model in a language: the one that is open, or a new one.

    Parameters
    ----------
    model : Model
        What is spoken of.
    language : {"en", "id"} or Phrases
        The language to speak, or an open phrase book; of another model, its words serve.
    ranks : mapping of str to array, optional
        As for `Phrases`.
    """
    if isinstance(language, Phrases):
        return language if language.model is model else Phrases(model, language.words, ranks)
    return Phrases(model, Words(language), ranks)
