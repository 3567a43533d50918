"""Situations in words: each by its own name, or by what differs there from now."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from satumeja.brief.leaf._deeds import Deeds
from satumeja.brief.leaf._sentence import capital
from satumeja.brief.words import Phrases, Tongue, phrases_of
from satumeja.front import Deed, changes_of
from satumeja.model import Model
from satumeja.model.kit import change_of
from satumeja.table.kit import change_between

__all__ = ["Situations", "state_words"]


class Situations:
    """What the situations of a model are called, in one language.

    Parameters
    ----------
    phrases : Phrases
        The model and the language.
    by_letter : bool
        Whether sides are named by their letters.

    Notes
    -----
    What a side does differently is put into words once, however many situations share it.
    """

    def __init__(self, phrases: Phrases, *, by_letter: bool = False) -> None:
        self.deeds = Deeds(phrases, by_letter=by_letter)
        self.phrases, self.model = phrases, phrases.model
        self._sides = dict[tuple[int, int], str]()

    def named(self, number: int) -> str:
        """Name a situation: as the model does, as the present one, or by what differs from now."""
        if self.model.is_graph:
            return self.phrases.form(number)
        if self._now is None:
            return self.deeds.circumstances(number)
        if number == self._now:
            return self.phrases.words("hold.now")
        if self.model.coalesce:
            return self.apart(*change_between(self.model, self._now - 1, number - 1))
        return self.apart(self.phrases.code(self._now), self.phrases.code(number))

    @cached_property
    def _now(self) -> int | None:
        """The number of the present situation."""
        return self.model.status_quo_number

    def moved(self, dm: str, start: int, end: int) -> str:
        """Say what a side does by a move from one situation to another, the side named first."""
        if self.model.is_graph:
            return self.deeds.deeds(Deed(end, ()), dm)
        codes = (
            change_of(self.model, dm, start - 1, end - 1)
            if self.model.coalesce
            else (self.phrases.code(start), self.phrases.code(end))
        )
        return self.deeds.deeds(Deed(end, changes_of(self.model, *codes, dm)))

    def apart(self, before: int, after: int) -> str:
        """Say what sides do differently in two combinations of options."""
        sides = (self._side(before & mask, after & mask) for mask in self.model.masks)
        return "; ".join(filter(None, sides))

    def _side(self, before: int, after: int) -> str:
        """Say what one side does differently, named before it; nothing where it does the same."""
        if before == after:
            return ""
        # The sides share no options of their own, so that these tell which side it is.
        if (before, after) not in self._sides:
            changes = changes_of(self.model, before, after)
            self._sides[before, after] = capital(self.deeds.deeds(Deed(0, changes)))
        return self._sides[before, after]


def state_words(
    model: Model,
    language: Tongue = "en",
    numbers: Iterable[int] | None = None,
    *,
    by_letter: bool = False,
) -> list[str]:
    """Name situations in words, so that nobody has to know their numbers.

    Parameters
    ----------
    model : Model
        A conflict whose states can be listed.
    language : {"en", "id"} or Phrases
        The language to speak.
    numbers : iterable of int, optional
        Which states, by number; all by default.
    by_letter : bool
        Whether sides are named by their letters, where there is little room.

    Returns
    -------
    list of str
        In graph form the state's own name. Else what sides do differently from now, in the words
        of the front page of a brief; or, where the model says of no state that it is the
        present one, what each does.

    Raises
    ------
    ListingError
        If there are more states than can be listed.

    See Also
    --------
    satumeja.brief.render : The brief, which speaks of situations in the same words.

    Notes
    -----
    Cost: a few microseconds a state, and a sentence for each thing that one side can do.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> state_words(load("chicken"), "en", [1, 4], by_letter=True)
    ['Nobody does any of what is open to them', 'R: stand firm; C: stand firm']
    """
    phrases = phrases_of(model, language)
    situations = Situations(phrases, by_letter=by_letter)
    wanted = range(1, len(model.states) + 1) if numbers is None else numbers
    return [situations.named(number) for number in wanted]
