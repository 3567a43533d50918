"""What proves a verdict on a further concept: the moves, in the shape the concept gives them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from satumeja.display import Shown, ShownInLine
from satumeja.stability.explicit import Sanction, Step, Verdict

__all__ = [
    "CoalitionVerdict",
    "ForesightVerdict",
    "Joint",
    "Outlook",
    "Proof",
    "Reply",
    "Route",
    "Sanction",
    "SimultaneousVerdict",
    "StatedVerdict",
    "Step",
    "Verdict",
]


@dataclass(frozen=True, repr=False)
class Joint(ShownInLine):
    """Improvements made at once, which together lead elsewhere than each alone.

    Parameters
    ----------
    improvement : int
        The number of the state the focal decision maker improves to.
    others : tuple of Step
        What others do at the same time, each from the state itself.
    result : int
        The number of the state that all these changes give, which holds.

    See Also
    --------
    SimultaneousVerdict : Shows it.
    """

    improvement: int
    others: tuple[Step, ...]
    result: int


@dataclass(frozen=True, repr=False)
class SimultaneousVerdict(Shown):
    """Whether a state is stable under simultaneous sanctioning [1]_, and why.

    Parameters
    ----------
    state : int
        The state's number.
    dm, concept : str
        For whom, under which concept.
    stable : bool
        The verdict.
    improvements : tuple of int
        The unilateral improvements from the state, most preferred first.
    improvement : int or None
        If unstable, the most preferred improvement that nothing sanctions.
    sanctions : tuple of Sanction
        If stable, a shortest sequential sanction of each improvement that has one.
    joints : tuple of Joint
        If stable, a simultaneous sanction of each other improvement.

    See Also
    --------
    explain_further : Makes it.

    References
    ----------
    .. [1] Fraser & Hipel, *Conflict Analysis: Models and Resolutions*, North-Holland, 1984.
    """

    state: int
    dm: str
    concept: str
    stable: bool
    improvements: tuple[int, ...] = ()
    improvement: int | None = None
    sanctions: tuple[Sanction, ...] = ()
    joints: tuple[Joint, ...] = ()

    @property
    def party(self) -> tuple[str, ...]:
        """Whom the verdict is for."""
        return (self.dm,)

    @property
    def many(self) -> int:
        """How many improvements there are."""
        return len(self.improvements)

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as plain data."""
        return _plain(self)


@dataclass(frozen=True, repr=False)
class Outlook(ShownInLine):
    """What i expects of a move when it looks some moves ahead.

    Parameters
    ----------
    horizon : int
        How many moves, this one included.
    move : int
        The number of the state it leads to.
    path : tuple of Step
        The moves that follow until somebody stays or the horizon is reached, on the way
        to the worst end for i.

    See Also
    --------
    ForesightVerdict : Shows it.
    """

    horizon: int
    move: int
    path: tuple[Step, ...]


@dataclass(frozen=True, repr=False)
class ForesightVerdict(Shown):
    """Whether a decision maker with foresight stays, and what it expects if it does not.

    For two decision makers as in [1]_; for more, each reckons with the worst that may come
    [2]_.

    Parameters
    ----------
    state : int
        The state's number.
    dm, concept : str
        For whom, under which concept.
    stable : bool
        The verdict.
    outlooks : tuple of Outlook
        If stable, the outlook of each move at each horizon in question; none ends better
        than the state. If not, that of a best move at one horizon; it ends better.
    recurs : int or None
        Under non-myopic stability, after how many further moves of foresight all
        expectations return: the horizons in question are so many in a row.

    See Also
    --------
    explain_further : Makes it.

    References
    ----------
    .. [1] Kilgour, "Equilibria for far-sighted players", Theory and Decision, 1984.
    .. [2] Fang, Hipel & Kilgour, *Interactive Decision Making: The Graph Model for
       Conflict Resolution*, Wiley, 1993.
    """

    state: int
    dm: str
    concept: str
    stable: bool
    outlooks: tuple[Outlook, ...] = ()
    recurs: int | None = None

    @property
    def party(self) -> tuple[str, ...]:
        """Whom the verdict is for."""
        return (self.dm,)

    @property
    def many(self) -> int:
        """How many moves it looks at."""
        return len({outlook.move for outlook in self.outlooks})

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as plain data."""
        return _plain(self)


@dataclass(frozen=True, repr=False)
class Route(ShownInLine):
    """How a group brings a state about.

    Parameters
    ----------
    group : tuple of str
        Its members.
    to : int
        The number of the state.
    path : tuple of Step
        A legal sequence of the members that ends there.

    See Also
    --------
    CoalitionVerdict : Shows it, as an improvement or in a `Reply`.
    """

    group: tuple[str, ...]
    to: int
    path: tuple[Step, ...]


@dataclass(frozen=True, repr=False)
class Reply(ShownInLine):
    """How the others answer an improvement of a coalition.

    Parameters
    ----------
    improvement : int
        The number of the state improved to.
    routes : tuple of Route
        What groups of the others do from there, one after the other.

    See Also
    --------
    CoalitionVerdict : Shows it.
    """

    improvement: int
    routes: tuple[Route, ...]


@dataclass(frozen=True, repr=False)
class CoalitionVerdict(Shown):
    """Whether a state is stable for a coalition [1]_ [2]_, and why.

    Parameters
    ----------
    state : int
        The state's number.
    coalition : tuple of str
        Its members.
    concept : str
        Under which concept.
    stable : bool
        The verdict.
    improvements : tuple of Route
        A shortest way to each coalition improvement.
    improvement : int or None
        If unstable, an improvement that nobody answers.
    replies : tuple of Reply
        If stable under a concept with sanctions, an answer to each improvement.

    See Also
    --------
    explain_further : Makes it.
    satumeja.questions.coalitions : What groups could do from one state, whatever answers.

    References
    ----------
    .. [1] Kilgour, Hipel, Fang & Peng, "Coalition analysis in group decision support", Group
       Decision and Negotiation, 2001.
    .. [2] Inohara & Hipel, "Coalition analysis in the graph model for conflict resolution",
       Systems Engineering, 2008.
    """

    state: int
    coalition: tuple[str, ...]
    concept: str
    stable: bool
    improvements: tuple[Route, ...] = ()
    improvement: int | None = None
    replies: tuple[Reply, ...] = ()

    @property
    def party(self) -> tuple[str, ...]:
        """Whom the verdict is for."""
        return self.coalition

    @property
    def many(self) -> int:
        """How many improvements there are."""
        return len(self.improvements)

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as plain data."""
        return _plain(self)


@dataclass(frozen=True, repr=False)
class StatedVerdict(Shown):
    """Whether a state is stable under a concept of one's own, and the grounds it gives.

    Parameters
    ----------
    state : int
        The state's number.
    dm, concept : str
        For whom, under which concept.
    stable : bool
        The verdict.
    grounds : tuple of str
        What the concept says for it; nothing where it says nothing.
    total : int
        How many unilateral improvements there are.

    See Also
    --------
    concept : Makes such a concept.
    """

    state: int
    dm: str
    concept: str
    stable: bool
    grounds: tuple[str, ...] = ()
    total: int = 0

    @property
    def party(self) -> tuple[str, ...]:
        """Whom the verdict is for."""
        return (self.dm,)

    @property
    def many(self) -> int:
        """How many improvements there are."""
        return self.total

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as plain data."""
        return _plain(self)


Proof = Verdict | SimultaneousVerdict | ForesightVerdict | CoalitionVerdict | StatedVerdict


def _plain(
    verdict: SimultaneousVerdict | ForesightVerdict | CoalitionVerdict | StatedVerdict,
) -> dict[str, Any]:
    plain: dict[str, Any] = _as_lists(asdict(verdict))
    return plain


def _as_lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_lists(item) for key, item in value.items()}
    return [_as_lists(item) for item in value] if isinstance(value, tuple) else value
