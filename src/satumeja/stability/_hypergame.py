"""Hypergames: everybody decides in the game it sees; what comes of that together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.documents import Document, Listing, Mapped, Rows, plain
from satumeja.errors import QuestionError
from satumeja.model import Model, OptionStates, perceived_game
from satumeja.model.kit import dense
from satumeja.stability._analysis import Analysis
from satumeja.stability._concepts import CONCEPTS, Concept, concepts_named
from satumeja.stability._decide import analyse

__all__ = ["Hypergame", "HypergameEquilibrium", "hypergame"]

Flags = NDArray[np.bool_]
Numbers = NDArray[np.intp]
Kind = Literal["all", "some", "none", "surprise"]

_SIGHT = ("kind", "expected_by", "surprises")
REFERENCE = (
    "Aljefri, Bashar, Fang & Hipel, First-level hypergame for investigating misperception in "
    "conflicts, IEEE Trans. SMC: Systems, 2018."
)


@dataclass(frozen=True, repr=False)
class HypergameEquilibrium(Shown):
    """A state that everybody stays in, each in the game it sees.

    Parameters
    ----------
    state : int
        Its number in the whole model.
    expected_by : tuple of str
        In whose own game it is an equilibrium: who sees it coming.
    surprises : tuple of str
        Who does not have this state in its game: it takes the state for another.
    everybody : bool
        Whether all expect it.

    See Also
    --------
    Hypergame.classified : Makes them.
    """

    state: int
    expected_by: tuple[str, ...]
    surprises: tuple[str, ...]
    everybody: bool

    @property
    def kind(self) -> Kind:
        """Whether it surprises somebody, or else is expected by all, by some, or by none."""
        if self.surprises:
            return "surprise"
        if self.everybody:
            return "all"
        return "some" if self.expected_by else "none"

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "state": self.state,
            "kind": self.kind,
            "expected_by": list(self.expected_by),
            "surprises": list(self.surprises),
        }


@dataclass(frozen=True, eq=False, repr=False)
class Hypergame(Shown):
    """A first-level hypergame [1]_, decided.

    Parameters
    ----------
    model : Model
        The conflict as it is.
    concepts : tuple of Concept
        Under which it was decided.
    games : mapping of str to Analysis
        By decision maker, the analysis of the game it sees.
    seen : mapping of str to array, shape (n,)
        By decision maker, the place (0-based) in its game of what it takes each state of
        the model for; -1 where it does not see the state at all.

    See Also
    --------
    hypergame : Makes it.

    References
    ----------
    .. [1] Aljefri, Bashar, Fang & Hipel, "First-level hypergame for investigating
       misperception in conflicts", IEEE Trans. SMC: Systems, 2018.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> result = hypergame(load("chicken"), ["nash"])
    >>> [(state.state, state.kind) for state in result.classified("nash")]
    [(2, 'all'), (3, 'all')]
    """

    model: Model
    concepts: tuple[Concept, ...]
    games: Mapping[str, Analysis]
    seen: Mapping[str, NDArray[np.intp]]

    def is_stable(self, concept: str, dm: str) -> Flags:
        """Decide for each state whether `dm` stays, taking it for what it sees: shape (n,)."""
        return self._brought_back(dm, self._game(dm).is_stable(concept, dm))

    def stable(self, concept: str, dm: str) -> Numbers:
        """Return the numbers (1-based, ascending) of the states `dm` stays in."""
        return np.flatnonzero(self.is_stable(concept, dm)) + 1

    def is_equilibrium(self, concept: str) -> Flags:
        """Decide for each state whether everybody stays, each in its own game: shape (n,)."""
        masks = [self.is_stable(concept, dm) for dm in self.games]
        everybody: Flags = np.logical_and.reduce(masks)
        return everybody

    def equilibria(self, concept: str) -> Numbers:
        """Return the numbers (1-based, ascending) of the hypergame equilibria."""
        return np.flatnonzero(self.is_equilibrium(concept)) + 1

    def expected(self, concept: str, dm: str) -> Numbers:
        """Return the numbers of the states that are equilibria in the game `dm` sees."""
        return np.flatnonzero(self._expects(concept, dm)) + 1

    def _expects(self, concept: str, dm: str) -> Flags:
        flags = self._brought_back(dm, self._game(dm).is_equilibrium(concept))
        expects: Flags = flags & self._recognised[dm]
        return expects

    def classified(self, concept: str, most: int | None = None) -> list[HypergameEquilibrium]:
        """Return the hypergame equilibria, or the first, with who expects and whom each surprises.

        Parameters
        ----------
        concept : str
            One of those decided.
        most : int, optional
            How many at most, by number; all of them by default.
        """
        numbers = self.equilibria(concept)[:most]
        sights, of = self._sights(concept, numbers)
        return [
            replace(sights[place], state=state)
            for state, place in zip(numbers.tolist(), of.tolist(), strict=True)
        ]

    def _sights(
        self, concept: str, numbers: Numbers
    ) -> tuple[list[HypergameEquilibrium], NDArray[np.int32]]:
        """Tell states apart by who expects and whom each surprises: the first of each kind.

        With it comes for each state the place of its kind.
        """
        flags = [self._expects(concept, dm)[numbers - 1] for dm in self.games]
        flags += [~self._recognised[dm][numbers - 1] for dm in self.games]
        of = np.zeros(len(numbers), dtype=np.int32)
        for flag in flags:
            of = dense(2 * of + flag) - 1
        kinds, count = list[HypergameEquilibrium](), len(self.games)
        for first in np.unique(of, return_index=True)[1]:
            there = [bool(flag[first]) for flag in flags]
            by, surprises = (tuple(compress(self.games, part)) for part in (there, there[count:]))
            kinds.append(
                HypergameEquilibrium(int(numbers[first]), by, surprises, len(by) == count)
            )
        return kinds, of

    def _classes(self, concept: str) -> Rows:
        """Give what `classified` does as rows of a document."""
        numbers = self.equilibria(concept)
        sights, of = self._sights(concept, numbers)
        plain = [sight.to_json() for sight in sights]

        def column(key: str) -> Mapped:
            return Mapped(of, lambda places: [plain[place][key] for place in places])

        return Rows({"state": numbers} | {key: column(key) for key in _SIGHT})

    def _game(self, dm: str) -> Analysis:
        return self.games[self.model[dm].id]

    def _brought_back(self, dm: str, flags: Flags) -> Flags:
        """Turn what holds in states of one's game into what holds where one takes them so."""
        places = self.seen[dm]
        # Place -1, of what is not seen, picks the last flag; the comparison strikes it out.
        here: Flags = (places >= 0) & flags[places]
        return here

    @cached_property
    def _recognised(self) -> Mapping[str, Flags]:
        """Which states are in the game of each as they are."""
        return {dm: self._recognised_by(dm) for dm in self.games}

    def _recognised_by(self, dm: str) -> Flags:
        states, game = self.model.states, self.games[dm].model.states
        if not isinstance(states, OptionStates) or not isinstance(game, OptionStates):
            return np.ones(len(states), dtype=np.bool_)
        # Over the combinations of options, since a coalesced state has several of them.
        owner, there = states.places(states.every), game.places(states.every)
        same = (there >= 0) & (there == self.seen[dm][owner])
        recognised: Flags = np.bincount(owner[same], minlength=len(states)) > 0
        return recognised

    def to_json(self) -> dict[str, Any]:
        """Return the result as plain data, in the schema ``satumeja/hypergame/1``."""
        data: dict[str, Any] = plain(self.document())
        return data

    def document(self) -> Document:
        """Return what `to_json` does, its long lists as they are, to be written in pieces."""
        names = [concept.id for concept in self.concepts]
        return {
            "schema": "satumeja/hypergame/1",
            "title": str(self.model.title),
            "feasible": len(self.model.states),
            "status_quo": self.model.status_quo_number,
            "seen": {dm: len(game.model.states) for dm, game in self.games.items()},
            "stable": {
                name: {dm: Listing(self.stable(name, dm)) for dm in self.games} for name in names
            },
            "expected": {
                name: {dm: Listing(self.expected(name, dm)) for dm in self.games} for name in names
            },
            "equilibria": {name: self._classes(name) for name in names},
            "reference": REFERENCE,
        }


def hypergame(model: Model, concepts: Iterable[str] = tuple(CONCEPTS)) -> Hypergame:
    """Decide a first-level hypergame: everybody in the game it believes to be played.

    Parameters
    ----------
    model : Model
        In option form, with what decision makers perceive differently stated in it.
    concepts : iterable of str
        Concepts by id; the five basic ones by default.

    Returns
    -------
    Hypergame
        Which states everybody stays in, who expects them and whom they surprise.

    Raises
    ------
    QuestionError
        If the model is in graph form, a concept is unknown, or somebody would see no state
        or one state for several.

    See Also
    --------
    satumeja.model.perceived_game : The game of one of them.
    analyse : What decides each game.

    Notes
    -----
    i takes a state for the one without the options it does not know of, if that is in its
    game. A state is stable for i if what i takes it for is stable for i in the game of i.
    A *hypergame equilibrium* is stable for everybody [1]_. i *expects* it if it is in the
    game of i as it is, and an equilibrium there; it *surprises* i if it is not. Cost: an
    analysis for each decision maker that errs in something, and one for all others.

    References
    ----------
    .. [1] Aljefri, Bashar, Fang & Hipel, "First-level hypergame for investigating
       misperception in conflicts", IEEE Trans. SMC: Systems, 2018.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> hypergame(load("chicken"), ["nash"]).equilibria("nash").tolist()
    [2, 3]
    """
    if model.is_graph:
        raise QuestionError("a hypergame is about options and who knows of them; use option form")
    chosen = concepts_named(concepts)
    names = [concept.id for concept in chosen]
    games, seen = dict[str, Analysis](), dict[str, NDArray[np.intp]]()
    common: str | None = None
    for dm in model.decision_makers:
        as_it_is = dm.perceives is None and not dm.unseen
        if as_it_is and common:  # who errs in nothing sees one game
            games[dm.id], seen[dm.id] = games[common], seen[common]
            continue
        games[dm.id] = analyse(perceived_game(model, dm.id), names)
        seen[dm.id] = _places(model, dm.id, games[dm.id].model)
        common = dm.id if as_it_is else common
    return Hypergame(model, chosen, games, seen)


def _places(model: Model, dm_id: str, game: Model) -> NDArray[np.intp]:
    states, own = model.states, game.states
    if not isinstance(states, OptionStates) or not isinstance(own, OptionStates):
        raise QuestionError("a hypergame is about options and who knows of them; use option form")
    perceives = model[dm_id].perceives
    taken_for = own.places(states.every & ~np.int64(perceives.mask if perceives else 0))
    # Of a coalesced state the members that are seen count: -1, for unseen, is the lowest.
    owner, places = states.places(states.every), np.full(len(states), -1, dtype=np.intp)
    np.maximum.at(places, owner, taken_for)
    torn = np.flatnonzero((taken_for >= 0) & (taken_for != places[owner]))
    if len(torn):
        form = states.form(int(owner[torn[0]]) + 1)
        raise QuestionError(f"{dm_id} takes the one state {form} for several, by what it sees")
    return places
