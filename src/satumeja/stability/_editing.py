"""An analysis made again where only preferences differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Self

from satumeja.errors import QuestionError
from satumeja.model import Model
from satumeja.model.kit import moves_alike

if TYPE_CHECKING:
    from satumeja.model.kit import Wanted

__all__ = ["Editing"]


class Editing:
    """What results of listed states have, whose makers know how to make them again."""

    model: Model
    _again: Callable[[Self, Model], Self] | None

    def with_preferences(
        self, by_dm: Mapping[str, Wanted] | None = None, /, **more: Wanted
    ) -> Self:
        """Return the analysis of the conflict in which some decision makers prefer otherwise.

        Parameters
        ----------
        by_dm, **more
            As for `Model.with_preferences`.

        Returns
        -------
        Analysis
            In every field what analysing that model anew gives; its `model` is that model.

        Raises
        ------
        QuestionError
            As `Model.with_preferences` does, or where a concept needs what the new preferences
            no longer state.

        See Also
        --------
        satumeja.model.Model.with_preferences : The model alone.

        Notes
        -----
        What an edit cannot change is not decided again. Under ``nash``, ``gmr`` and ``smr`` a
        decision maker looks at its own ranks alone, under ``seq`` and ``sseq`` also at the
        improvements of the others, so that its verdicts stay where none of theirs changed.
        States, moves and the orders of everybody else are taken over. Concepts that read more
        than ranks are decided anew, with the knowledge that was given; where none was, with
        what the new preferences state.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> result = load("chicken").analyse()
        >>> result.with_preferences(row="4 > 2 ~ 3 > 1").equilibria("nash").tolist()
        [2]
        >>> result.equilibria("nash").tolist()
        [2, 3]
        """
        if self._again is None:
            raise QuestionError("this result was put together by hand; analyse the model instead")
        return self._again(self, self.model.with_preferences(by_dm, **more))

    def of_model(self, model: Model) -> Self | None:
        """Return the analysis of another model that differs from this one's in preferences only.

        Parameters
        ----------
        model : Model
            Any model, such as one read from a file that was edited.

        Returns
        -------
        Analysis or None
            In every field what analysing that model anew gives; None where options, states or
            moves differ too, so that there is nothing to take over. Names, reasons, evidence and
            all else that decides nothing may differ.

        Raises
        ------
        QuestionError
            Where a concept needs what the new preferences no longer state.

        See Also
        --------
        with_preferences : The same, where the preferences alone are given.

        Notes
        -----
        What an edit cannot change is not decided again, as told there.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> result = load("chicken").analyse()
        >>> edited = load("chicken").with_preferences(row="4 > 2 ~ 3 > 1")
        >>> result.of_model(edited).equilibria("nash").tolist()
        [2]
        >>> result.of_model(load("elmira")) is None
        True
        """
        if self._again is None or not moves_alike(self.model, model):
            return None
        return self._again(self, model)
