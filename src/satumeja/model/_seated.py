"""A model as a mapping of its decision makers by id."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.errors import QuestionError, did_you_mean
from satumeja.model._parts import DecisionMaker

__all__ = ["Seated"]


class Seated:
    """Finds decision makers by their ids."""

    decision_makers: tuple[DecisionMaker, ...]

    def place(self, dm: DecisionMaker | str) -> int:
        """Return the place of a decision maker among those of the model.

        Parameters
        ----------
        dm : str or DecisionMaker
            Its id; or a decision maker, of which only the id counts.

        Returns
        -------
        int
            From 0.

        Raises
        ------
        QuestionError
            If there is none of that id.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> load("december-2021-b").place("nato")
        2
        """
        if not isinstance(dm, str | DecisionMaker):
            raise QuestionError(f"a decision maker is named by its id, not by {dm!r}")
        wanted = dm if isinstance(dm, str) else dm.id
        for place, maker in enumerate(self.decision_makers):
            if maker.id == wanted:
                return place
        meant = did_you_mean(str(wanted), list(self))
        raise QuestionError(f'unknown decision maker "{wanted}"{meant}')

    def __getitem__(self, dm_id: str) -> DecisionMaker:
        return self.decision_makers[self.place(dm_id)]

    def __iter__(self) -> Iterator[str]:
        return iter([dm.id for dm in self.decision_makers])

    def __len__(self) -> int:
        return len(self.decision_makers)

    def __contains__(self, dm: object) -> bool:
        wanted = dm.id if isinstance(dm, DecisionMaker) else dm
        return any(maker.id == wanted for maker in self.decision_makers)
