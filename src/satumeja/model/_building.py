"""Models made in Python, without a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from satumeja.model._model import Model
    from satumeja.model._naming import StateName
    from satumeja.model._parts import Option
    from satumeja.model._rules import Forbidden
    from satumeja.model._variants import Wanted

__all__ = ["Building"]


class Building:
    """How a model is made of what Python has: words, lists and arrays."""

    @classmethod
    def build(
        cls,
        title: str,
        options: Mapping[str, Sequence[str | Option] | Mapping[str, Any]] | None = None,
        preferences: Mapping[str, Wanted] | None = None,
        *,
        infeasible: Sequence[Forbidden] = (),
        coalesce: Sequence[str] = (),
        status_quo: StateName | None = None,
        states: Sequence[str] = (),
        moves: Mapping[str, Sequence[Sequence[StateName]]] | None = None,
        names: Mapping[str, str] | None = None,
        red_lines: Mapping[str, Sequence[str]] | None = None,
        coalitions: Sequence[Sequence[str]] = (),
        as_of: str = "",
        description: str = "",
    ) -> Model:
        """Build a model without a file.

        Parameters
        ----------
        title : str
            What the conflict is called.
        options : mapping of str to list or mapping
            What each decision maker can do, by its id: a list of option ids; or a mapping of
            them to names, or to the levels of an option that has more than two sides.
            `Option` objects are taken too (``direction="forward"``).
        preferences : mapping of str to preferences
            By decision maker, everyone: a list of conditions, most important first; weights
            by option; or a ranking, as for `with_preferences`. ``[]``: all states are the
            same to it.
        infeasible : sequence of str, mapping or Rule
            What cannot be, as for `with_infeasible`.
        coalesce : sequence of str
            Conditions or patterns: the states in which one holds count as one state.
        status_quo : int, str, mapping or collection of str, optional
            The state now, as for `require_state`.
        states : sequence of str
            The states by their ids, in place of options: the model is in graph form.
        moves : mapping of str to pairs of states
            In graph form: the moves of each decision maker, from and to.
        names : mapping of str to str
            What decision makers and states are called, by their ids, where that differs.
        red_lines : mapping of str to list of str
            Conditions that decision makers will not live with.
        coalitions : sequence of sequence of str
            The coalitions that may form; none given: every one.
        as_of : str
            The date the model speaks of, ISO.
        description : str
            What it is about.

        Returns
        -------
        Model
            Whole and checked, as a file would be.

        Raises
        ------
        ModelError
            If anything is wrong; one line says what, and what was meant.

        See Also
        --------
        from_payoffs : Makes a model of a game in normal form.
        satumeja.load, satumeja.from_dict : Read all that a file can say.

        Examples
        --------
        >>> import satumeja as sm
        >>> talks = sm.Model.build(
        ...     "Talks",
        ...     options={"row": ["talk", "arm"], "column": ["talk"]},
        ...     preferences={
        ...         "row": ["column.talk", "-arm"],
        ...         "column": "YN|Y > YN|N ~ NN|Y > NN|N > NY|Y > NY|N",
        ...     },
        ...     infeasible=["row.talk & arm"],
        ...     status_quo="NN|N",
        ... )
        >>> len(talks.states), talks.analyse().equilibria("nash").tolist()
        (6, [4, 5])
        """
        from satumeja.model._build import build

        return build(
            cast("type[Model]", cls),
            title,
            options,
            preferences or {},
            infeasible=infeasible,
            coalesce=coalesce,
            status_quo=status_quo,
            states=states,
            moves=moves,
            names=names or {},
            red_lines=red_lines or {},
            coalitions=coalitions,
            as_of=as_of,
            description=description,
        )

    @classmethod
    def from_payoffs(
        cls,
        payoffs: Any,
        *,
        players: Sequence[str] = (),
        strategies: Sequence[Sequence[str]] = (),
        title: str = "Game",
        status_quo: StateName | None = None,
        strict: bool = False,
    ) -> Model:
        """Make a model of a game in normal form; its payoffs say who prefers what.

        Parameters
        ----------
        payoffs : array-like, shape (n, m1, ..., mn)
            One array a player, of one dimension a player: ``payoffs[0][i, j]`` is what the
            first of two gets where they choose strategies i and j. Numbers of any kind; equal
            payoffs tie, and how much they differ is left aside.
        players : sequence of str
            Their ids; ``row`` and ``column``, or ``player1`` and so on.
        strategies : sequence of sequence of str
            The ids of the strategies of each player; ``s1``, ``s2`` and so on.
        title : str
            What the game is called.
        status_quo : state, optional
            As for `build`.
        strict : bool
            Whether a player to whom two outcomes are worth the same is an error.

        Returns
        -------
        Model
            Each player has one option, ``strategy``, whose levels are its strategies. State 1
            is the first strategy of each; that of the first player changes fastest.

        Raises
        ------
        ModelError
            If the arrays do not fit each other, or hold what is no number.

        See Also
        --------
        build : Makes any model.
        satumeja.load : Reads games in files of Gambit, ``.nfg``.

        Notes
        -----
        Moves between strategies are free, as they are in a game: all its equilibria in pure
        strategies are the Nash equilibria of the model.

        Examples
        --------
        >>> import satumeja as sm
        >>> game = sm.Model.from_payoffs(
        ...     [[[3, 0], [5, 1]], [[3, 5], [0, 1]]], strategies=[["cooperate", "defect"]] * 2
        ... )
        >>> game.states.form(4), game.analyse().equilibria("nash").tolist()
        ('Y|Y', [4])
        >>> game.condition("row.strategy = defect")
        Is(option=0)
        """
        from satumeja.model._payoffs import from_payoffs

        new = cast("type[Model]", cls)
        return from_payoffs(new, payoffs, players, strategies, title, status_quo, strict=strict)
