"""A model of a case as the handlers of this room see it: analysed, and in words."""

from __future__ import annotations

from satumeja.brief.leaf import Deeds, Situations, capital
from satumeja.brief.words import Phrases, Words
from satumeja.errors import QuestionError
from satumeja.model import Model
from satumeja.stability import Analysis, analyse, choose_engine
from satumeja.table.kit import change_between
from satumeja.web.cases import Loaded
from satumeja.web.once import once
from satumeja.web.routing import Call

__all__ = ["Conflict", "conflict_of", "is_listed"]


def is_listed(model: Model) -> bool:
    """Whether the states of a model can be listed."""
    return choose_engine(model).engine == "explicit"


def conflict_of(call: Call) -> Conflict:
    """Give the model that a call names."""
    return Conflict(call.case.read(call.names["file"]), call.language)


class Conflict:
    """A model in one version, and in one language.

    Parameters
    ----------
    loaded : Loaded
        The file.
    language : {"en", "id"}
        The language of the words.
    """

    def __init__(self, loaded: Loaded, language: str) -> None:
        self.loaded, self.language = loaded, language
        self.model = loaded.sound()

    @once
    def analysis(self) -> Analysis:
        """Its analysis under the five concepts, made once a version."""
        return self.loaded.derived("analysis of five", lambda: analyse(self.model))

    @once
    def phrases(self) -> Phrases:
        """Its names and the words of the language."""
        ranks = self.analysis.ranks if is_listed(self.model) else None
        return Phrases(self.model, Words(self.language), ranks)

    @property
    def words(self) -> Words:
        """The words of the language."""
        return self.phrases.words

    @once
    def deeds(self) -> Deeds:
        """What sides and deeds are called."""
        return self.situations.deeds

    @once
    def situations(self) -> Situations:
        """What states are called."""
        return Situations(self.phrases)

    def start(self, name: str | None) -> int:
        """Give the state that is asked from: the one named, or the status quo.

        Raises
        ------
        QuestionError
            If there is no such state, or no status quo.
        """
        if name is not None:
            return self.model.find_state(name)
        status_quo = self.model.status_quo_number
        if status_quo is None:
            raise QuestionError("the model says of no state that it is the present one; name one")
        return status_quo

    def together(self, start: int, end: int, seats: tuple[str, ...]) -> str:
        """Say who does what between two states."""
        if start == end:
            return self.words("hold.now") if start == self.model.status_quo_number else "–"
        if self.model.is_graph:
            return self.situations.named(end)
        if self.model.coalesce:
            change = change_between(self.model, start - 1, end - 1, seats)
            return self.situations.apart(*change)
        return self.situations.apart(self.phrases.code(start), self.phrases.code(end))

    def move(self, maker: str, start: int, end: int) -> str:
        """Say what one side does by a move."""
        return capital(self.phrases.deed(start, end, maker))
