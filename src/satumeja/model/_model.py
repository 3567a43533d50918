"""A conflict as stated: who can do what, what cannot be, and who prefers what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from satumeja.display import Card, Shown
from satumeja.errors import QuestionError
from satumeja.model._asking import Asking
from satumeja.model._building import Building
from satumeja.model._card import card_of
from satumeja.model._conditions import Condition
from satumeja.model._content import Content
from satumeja.model._forms import option_form, own_masks
from satumeja.model._gloss import Gloss
from satumeja.model._levels import Scale
from satumeja.model._naming import StateName, code_named, number_named, number_of
from satumeja.model._parse import ConditionError, OptionNames, parse_condition
from satumeja.model._parts import (
    Affected,
    Deadline,
    DecisionMaker,
    Option,
    Rule,
    Source,
    Table,
)
from satumeja.model._preferences import Ranks
from satumeja.model._seated import Seated
from satumeja.model._states import (
    LARGEST,
    Decimal,
    GraphStates,
    Number,
    OptionStates,
    feasible_codes,
)
from satumeja.model._text import NO_TEXT, Text
from satumeja.model._varying import Varying

if TYPE_CHECKING:
    from satumeja.model._arcs import Barrier
    from satumeja.model._knowledge import Knowledge
    from satumeja.model._merged import Coalescing

__all__ = ["Model", "Wording"]

Wording = Literal["verbs", "labels"]
"""Whether names of options read as part of a sentence, or are quoted."""


@dataclass(frozen=True, eq=False, repr=False)
class Model(Content, Shown, Seated, Building, Varying, Asking):
    """A conflict as stated; knows no analysis.

    It maps ids to decision makers, and is equal to another that states the same, from
    whatever file.

    Parameters
    ----------
    title : Text
        What the conflict is called.
    decision_makers : tuple of DecisionMaker
        Two or more, in file order.
    infeasible : tuple of Rule
        What cannot be (option form).
    irreversible : tuple of Barrier
        Moves that cannot be made (option form).
    coalesce : tuple of Coalescing
        Which states count as one (option form). Moves of its members are moves of such a
        state, and everybody ranks all of its members level.
    state_ids : tuple of str
        The states (graph form; empty in option form).
    state_names : mapping of str to Text
        Names of states by id (graph form).
    status_quo : int, optional
        In option form its decimal, in graph form its 0-based place.
    as_of : str
        The date the model speaks of, ISO.
    coalitions : tuple of tuple of str
        The coalitions that may form, by ids; none given: every one.
    tables, affected, sources, languages, description
        As in the model file.
    readings : tuple of str
        Files of other readings of the same conflict, as in the model file.
    origin : Path, optional
        The file it came from; paths of sources are relative to its folder.
    notes : tuple of str
        What that file says and this model leaves out, one line each.
    question : Text
        What whoever asked for a brief wants to know.
    reading : Text
        The short name of this reading, beside others of the conflict.
    names : {"verbs", "labels"}
        Whether names of options are verbs in their base form, which read as part of a
        sentence, or labels, which are quoted.
    deadlines : tuple of Deadline
        What falls due, and when.
    glosses : tuple of Gloss
        Cited sentences in words of another language, as a person gave them.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = load("prisoners-dilemma")
    >>> [dm.id for dm in model.decision_makers], len(model.states)
    (['row', 'column'], 4)
    >>> list(model), "row" in model, model == load("prisoners-dilemma")
    (['row', 'column'], True, True)
    """

    _aside = ("origin", "notes")

    title: Text
    decision_makers: tuple[DecisionMaker, ...]
    infeasible: tuple[Rule, ...] = ()
    irreversible: tuple[Barrier, ...] = ()
    coalesce: tuple[Coalescing, ...] = ()
    state_ids: tuple[str, ...] = ()
    state_names: Mapping[str, Text] = field(default_factory=dict)
    status_quo: int | None = None
    as_of: str = ""
    description: Text = NO_TEXT
    languages: tuple[str, ...] = ("en",)
    coalitions: tuple[tuple[str, ...], ...] = ()
    tables: tuple[Table, ...] = ()
    sources: tuple[Source, ...] = ()
    readings: tuple[str, ...] = ()
    origin: Path | None = None
    notes: tuple[str, ...] = ()
    affected: tuple[Affected, ...] = ()
    question: Text = NO_TEXT
    reading: Text = NO_TEXT
    names: Wording = "verbs"
    deadlines: tuple[Deadline, ...] = ()
    glosses: tuple[Gloss, ...] = ()

    @property
    def is_graph(self) -> bool:
        """Whether the model is given in graph form."""
        return bool(self.state_ids)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """All options, in order of their decision makers."""
        return tuple(option for dm in self.decision_makers for option in dm.options)

    @cached_property
    def option_names(self) -> tuple[str, ...]:
        """Option ids as results print them: ``dm.option`` only where the id is not unique."""
        ids = [option.id for option in self.options]
        owners = [dm.id for dm in self.decision_makers for _ in dm.options]
        return tuple(
            name if ids.count(name) == 1 else f"{owner}.{name}"
            for owner, name in zip(owners, ids, strict=True)
        )

    @property
    def stated_rules(self) -> tuple[Rule, ...]:
        """What somebody says cannot be; not what follows from the levels of options."""
        return tuple(rule for rule in self.infeasible if rule.kind != "levels")

    @cached_property
    def states(self) -> OptionStates | GraphStates:
        """The feasible states, listed.

        Raises
        ------
        ListingError
            If there are more than can be listed.
        """
        return self.list_states()

    def list_states(self, largest: int = LARGEST) -> OptionStates | GraphStates:
        """List the feasible states unless there are more than `largest` (`ListingError`)."""
        if self.state_ids:
            return GraphStates(self.state_ids)
        rules = [rule.condition for rule in self.infeasible]
        codes = feasible_codes(len(self.options), rules, largest)
        states = OptionStates(codes, self.widths)
        if not self.coalesce:
            return states
        from satumeja.model._merged import coalesced

        return coalesced(states, self.coalesce)

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """How many options each decision maker has."""
        return tuple(len(dm.options) for dm in self.decision_makers)

    @cached_property
    def masks(self) -> tuple[int, ...]:
        """The options of each decision maker, as bit sets."""
        return own_masks(self.widths)

    def controls(self, dm: DecisionMaker | str) -> int:
        """Return the options a decision maker can change, shared ones too, as a bit set."""
        place = self.place(dm)
        return self.masks[place] | sum(1 << k for k in self.decision_makers[place].shared)

    @cached_property
    def one_way(self) -> tuple[int, int]:
        """The options that only go forward, and those that only go back, as bit sets."""
        ways = [option.direction for option in self.options]
        forward, back = (
            sum(1 << k for k, way in enumerate(ways) if way == direction)
            for direction in ("forward", "back")
        )
        return forward, back

    @cached_property
    def moves_by_options(self) -> bool:
        """Whether everybody can change any of its own options at once, and only those.

        So it is in option form unless options are shared, moves are irreversible from
        and to some states, or states are unseen or coalesced; never in graph form.
        """
        bound = any(dm.shared or dm.unseen for dm in self.decision_makers)
        return not (self.is_graph or self.irreversible or self.coalesce or bound)

    def form(self, code: int) -> str:
        """Return any combination of options, feasible or not, in option form."""
        return option_form(code, self.widths)

    def ranks(self, dm: DecisionMaker | str) -> Ranks:
        """Rank the states as a decision maker of this model does: shape (n,).

        Parameters
        ----------
        dm : str or DecisionMaker
            Whose ranks; of a decision maker of another reading, its namesake here.

        Returns
        -------
        int32 array, shape (n,)
            1 the least preferred; ties share a rank.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> load("chicken").ranks("row").tolist()
        [3, 4, 2, 1]
        """
        codes = self.states.codes if isinstance(self.states, OptionStates) else np.zeros(0, int)
        return self.decision_makers[self.place(dm)].preference.ranks(codes)

    @cached_property
    def knowledge(self) -> Knowledge:
        """What is known of preferences beyond ranks, for the concepts that read it."""
        from satumeja.model._beyond import knowledge_of

        return knowledge_of(self)

    @property
    def status_quo_number(self) -> Number | None:
        """The 1-based number of the status quo, None where none is given."""
        if self.status_quo is None or not isinstance(self.states, OptionStates):
            return None if self.status_quo is None else Number(self.status_quo + 1)
        return self.states.number(Decimal(self.status_quo))

    def condition(self, text: str) -> Condition:
        """Read a condition on the options of this model.

        Raises
        ------
        QuestionError
            If it cannot be read; the message says where.
        """
        try:
            return parse_condition(text, self.option_index)
        except ConditionError as error:
            raise QuestionError(f'"{text}", place {error.offset + 1}: {error}') from None

    @cached_property
    def option_index(self) -> OptionNames:
        """The names under which conditions speak of the options."""
        options = {dm.id: [o.id for o in dm.options] for dm in self.decision_makers}
        return OptionNames(options, self.scales)

    @property
    def scales(self) -> Iterator[tuple[str, str, int, tuple[str, ...]]]:
        """Options with levels: owner, id, place of the first option, and the levels."""
        place = 0
        for dm in self.decision_makers:
            before: Scale | None = None
            for option in dm.options:
                if option.scale and option.scale != before:
                    yield dm.id, option.scale.id, place, option.scale.levels
                before, place = option.scale, place + 1

    def find_code(self, name: str) -> Decimal | None:
        """Return the decimal of what a text names: a form, options taken, or ``status_quo``.

        None where it is none of these; nothing is said of whether it is feasible.
        """
        return code_named(self, name)

    def find_state(self, name: str) -> Number:
        """Return the 1-based number of the state a person names.

        Parameters
        ----------
        name : str
            A state number, an option form such as ``YNN|YNN|NN`` (bars may be left
            out; ``-`` where members of a coalesced state differ), the options that are
            taken, such as ``talk, us.guarantee``, the id of a state in graph form, or
            ``status_quo``.

        Raises
        ------
        QuestionError
            If there is no such state, or it is not feasible.

        """
        return number_named(self, name)

    def require_state(self, state: StateName) -> Number:
        """Return the 1-based number of a state that a question is about.

        Parameters
        ----------
        state : int, str, mapping, or collection of str
            Its number; a name as for `find_state`; a mapping of options to Y or N (True or
            False, or a level), which must single out one state; or the options that are
            taken, all others being left.

        Raises
        ------
        QuestionError
            If there is no such state.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> elmira = load("elmira")
        >>> elmira.require_state("status_quo"), elmira.require_state(2)
        (1, 2)
        >>> elmira.require_state(["delay", "insist"]), elmira.require_state({"abandon": "Y"})
        (5, 9)
        """
        return number_of(self, state)

    def option(self, name: str) -> int:
        """Return the place (0-based) of an option by its id, ``dm.option`` or number."""
        try:
            return self.option_index.find(name)
        except KeyError as error:
            raise QuestionError(str(error.args[0])) from None

    def card(self) -> Card:
        """Say what is shown: who can do what."""
        return card_of(self)
