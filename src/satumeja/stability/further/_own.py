"""Concepts of one's own: a definition in sets, and all that the program does with a concept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Card, Shown, brief
from satumeja.errors import QuestionError, did_you_mean
from satumeja.model import Model
from satumeja.stability._concepts import BEYOND, is_taken
from satumeja.stability.further._proofs import StatedVerdict
from satumeja.stability.further._question import FurtherConcept, Need
from satumeja.stability.further._registry import FURTHER, OWN
from satumeja.stability.further._sets import Sets
from satumeja.stability.further._setting import Party, Setting

__all__ = ["OwnConcept", "concept", "forget", "own_concept"]

Definition = Callable[[Sets, str, int], bool]
Grounds = Callable[[Sets, str, int], Iterable[str]]

_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


class OwnConcept(Shown):
    """A solution concept defined outside the package, by one function.

    Made by `concept`. It is called as the function it was made of.

    Parameters
    ----------
    entry : FurtherConcept
        How the registry knows it.
    definition : callable
        Decides whether a state is stable: takes a `Sets`, a decision maker and a state.

    See Also
    --------
    concept : Makes it.
    """

    def __init__(self, entry: FurtherConcept, definition: Definition) -> None:
        self.entry, self.definition = entry, definition
        self._grounds: Grounds | None = None
        self.__doc__, self.__module__ = definition.__doc__, definition.__module__
        self.__qualname__ = definition.__qualname__

    def card(self) -> Card:
        """Show what it is called and how it is defined."""
        rows = [("name", self.entry.name), ("definition", brief(self.entry.definition))]
        return Card(f"Concept of one's own: {self.entry.id}", rows)

    def __reduce__(self) -> str:
        # Found again by its name in the module that defines it, which registers it there.
        return self.__qualname__

    def __call__(self, game: Sets, dm: str, state: int) -> bool:
        return self.definition(game, dm, state)

    def explain(self, grounds: Grounds) -> Grounds:
        """Take a function that gives the grounds of a verdict, each as a sentence or a few words.

        Used as a decorator; it takes what the definition takes.
        """
        self._grounds = grounds
        return grounds

    def decide(self, game: Sets, dm: str, state: int) -> bool:
        """Ask the definition, and refuse an answer that is neither yes nor no."""
        answer = self._asked(self.definition, game, dm, state)
        if not isinstance(answer, bool | np.bool_):
            raise QuestionError(
                f'"{self.entry.id}" has to answer True or False for each state, not {answer!r}'
            )
        return bool(answer)

    def grounds(self, game: Sets, dm: str, state: int) -> tuple[str, ...]:
        """Ask for the grounds of a verdict, if they are given at all."""
        if self._grounds is None:
            return ()
        return tuple(map(str, self._asked(self._grounds, game, dm, state)))

    def _asked(self, function: Callable[..., Any], game: Sets, dm: str, state: int) -> Any:
        try:
            return function(game, dm, state)
        except QuestionError:
            raise
        except Exception as failure:
            raise QuestionError(
                f'"{self.entry.id}" fails at state {state} for {dm}: '
                f"{type(failure).__name__}: {failure}"
            ) from failure

    def differences(
        self, literal: Definition, models: Iterable[Model]
    ) -> list[tuple[Model, str, int]]:
        """Compare the definition with another one, cell by cell.

        Parameters
        ----------
        literal : callable
            What it is held against: takes a `Sets`, a decision maker and a state.
        models : iterable of Model
            On what.

        Returns
        -------
        list of (Model, str, int)
            The model, decision maker and state of each disagreement; empty where there is none.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> @concept("calm", name="Calm", definition="i has no improvement.", reference="-")
        ... def calm(game, dm, state):
        ...     return not game.improvements(dm, state)
        >>> def literal(game, dm, state):
        ...     return all(not game.prefers(dm, t, state) for t in game.moves(dm, state))
        >>> calm.differences(literal, [load("chicken")])
        []
        >>> forget(calm)
        """
        cells = []
        for model in models:
            game = Sets(Setting(model, model.knowledge))
            cells += [
                (model, dm, state)
                for dm in game.dms
                for state in game.states
                if self.decide(game, dm, state) != literal(game, dm, state)
            ]
        return cells


class _Asked:
    """An own concept put to a model."""

    def __init__(self, own: OwnConcept, setting: Setting) -> None:
        self.own, self.game, self.setting = own, Sets(setting), setting

    def flags(self, party: Party) -> NDArray[np.bool_]:
        (dm,) = self.setting.names(party)
        return np.array([self.own.decide(self.game, dm, s) for s in self.game.states], np.bool_)

    def explain(self, party: Party, state: int) -> StatedVerdict:
        (dm,) = self.setting.names(party)
        stable = self.own.decide(self.game, dm, state + 1)
        grounds = self.own.grounds(self.game, dm, state + 1)
        ways = len(self.game.improvements(dm, state + 1))
        return StatedVerdict(state + 1, dm, self.own.entry.id, stable, grounds, ways)


def concept(
    name_in_files: str,
    /,
    *,
    name: str | Mapping[str, str],
    definition: str | Mapping[str, str],
    reference: str,
    needs: tuple[Need, ...] = (),
) -> Callable[[Definition], OwnConcept]:
    """Make a solution concept of a function, and let everything know it by its id.

    Parameters
    ----------
    name_in_files : str
        The id: small letters, digits, single underlines, such as ``half_gmr``.
    name, definition : str or mapping of str to str
        What it is called and when a state is stable, in one language or by language
        (``{"en": ..., "id": ...}``).
    reference : str
        Author, title, year.
    needs : tuple of str
        What it reads beyond ranks: parts of `Knowledge`; a model without them is refused.

    Returns
    -------
    callable
        A decorator. The function takes a `Sets`, the id of a decision maker and the number of
        a state, and answers whether the state is stable for it.

    Raises
    ------
    QuestionError
        If the id is taken, or none.

    See Also
    --------
    Sets : What the function is written in.
    OwnConcept.explain : Adds the grounds of a verdict.

    Notes
    -----
    The concept can then be named wherever one that reads more than ranks can: on the command
    line (through the entry point ``satumeja.concepts`` of an installed package), in tables,
    figures, exports and briefs. It is asked of each decision maker and state once, so it costs
    n calls a decision maker.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> @concept(
    ...     "timid",
    ...     name="Timid stability",
    ...     definition="Any move of the others from an improvement could hurt i.",
    ...     reference="An example",
    ... )
    ... def timid(game, dm, state):
    ...     return all(
    ...         game.reach(game.others(dm), target) & game.not_better(dm, state)
    ...         for target in game.improvements(dm, state)
    ...     )
    >>> analyse(load("chicken"), "timid, gmr").strong_equilibria.tolist()
    [1, 2, 3]
    >>> forget(timid)
    """
    key = name_in_files
    if not isinstance(key, str) or not _ID.fullmatch(key):
        raise QuestionError(
            f"{key!r} is no id of a concept: small letters and digits, parted by underlines"
        )
    if is_taken(key):
        raise QuestionError(f'there is a concept "{key}" already')
    _check_words(key, name, definition, reference)
    _check_needs(key, needs)

    def made(function: Definition) -> OwnConcept:
        if not callable(function):
            raise QuestionError(f'"{key}" is made of a function, not of {function!r}')
        words = {
            language: (_in(name, language), _in(definition, language)) for language in ("en", "id")
        }
        entry = FurtherConcept(
            key, *words["en"], needs, reference, lambda setting: _Asked(own, setting), words
        )
        own = OwnConcept(entry, function)
        OWN[key] = own
        FURTHER[key] = entry
        BEYOND[key] = None
        return own

    return made


def _check_words(key: str, name: object, definition: object, reference: object) -> None:
    for part, stated in (("name", name), ("definition", definition)):
        if not _is_words(stated):
            raise QuestionError(f'"{key}": {part} is text, or text by language; found {stated!r}')
    if not isinstance(reference, str):
        raise QuestionError(f'"{key}": reference is text; found {reference!r}')


def _check_needs(key: str, needs: object) -> None:
    if not isinstance(needs, tuple | list):
        raise QuestionError(f'"{key}": needs is a tuple of parts of Knowledge; found {needs!r}')
    for need in needs:
        if need not in get_args(Need):
            meant = did_you_mean(str(need), get_args(Need))
            raise QuestionError(f'"{key}": needs names no part of Knowledge: {need!r}{meant}')
    if "coalitions" in needs:
        raise QuestionError(f'"{key}": a concept of one\'s own is asked of single decision makers')


def _is_words(stated: object) -> bool:
    if isinstance(stated, Mapping):
        return bool(stated) and all(isinstance(text, str) for text in stated.values())
    return isinstance(stated, str)


def _in(words_given: str | Mapping[str, str], language: str) -> str:
    """Give words in a language; where they are not, in the first they are in."""
    if isinstance(words_given, str):
        return words_given
    return words_given.get(language) or next(iter(words_given.values()))


def forget(own: OwnConcept) -> None:
    """Take a concept of one's own out of the registry again, so that its id is free.

    Parameters
    ----------
    own : OwnConcept
        From `concept`.

    Returns
    -------
    None

    See Also
    --------
    concept : Makes it.

    Examples
    --------
    >>> @concept("brief_one", name="Brief", definition="i stays.", reference="-")
    ... def brief_one(game, dm, state):
    ...     return True
    >>> forget(brief_one)
    >>> "brief_one" in FURTHER
    False
    """
    for registry in (FURTHER, BEYOND, OWN):
        registry.pop(own.entry.id, None)


def own_concept(name: str) -> OwnConcept | None:
    """Return the concept of one's own that has an id, None where it is none of these.

    Examples
    --------
    >>> own_concept("nash") is None
    True
    """
    own = OWN.get(name)
    return own if isinstance(own, OwnConcept) else None
