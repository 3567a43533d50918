"""A model as a game in normal form, in a file of Gambit."""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import OutputError
from satumeja.formats.compiling import LARGEST
from satumeja.model import DecisionMaker, Model, OptionStates

__all__ = ["to_nfg"]


def to_nfg(model: Model, *, outcomes: bool = False) -> str:
    """Write a model in option form as a game in normal form.

    Parameters
    ----------
    model : Model
        A sound model in option form, in which what one may do does not rest on what others
        do, and every choice can be taken back.
    outcomes : bool
        Whether to list outcomes and then their numbers, as Gambit does, in place of the
        payoffs one after the other; Gambit reads both.

    Returns
    -------
    str
        The file. A strategy is a combination of a player's own options; payoffs are ranks,
        1 for the least preferred, so that equilibria in pure strategies are those of the
        model, and nothing is said of how much more one outcome is worth than another.

    Raises
    ------
    OutputError
        If the model is no such game; the message says why.
    LimitError
        If its states are too many to be listed.

    See Also
    --------
    dump, save : Write any model, to ``.nfg`` among others.
    satumeja.Model.from_payoffs : Makes a model of payoffs.

    Examples
    --------
    >>> from satumeja import Model
    >>> chicken = [[[3, 2], [4, 1]], [[3, 4], [2, 1]]]
    >>> print(to_nfg(Model.from_payoffs(chicken, title="Chicken")), end="")
    NFG 1 R "Chicken" { "row" "column" }
    { { "s1" "s2" } { "s1" "s2" } }
    ""
    <BLANKLINE>
    3 3
    4 2
    2 4
    1 1
    """
    _require_game(model)
    states = model.list_states(LARGEST)
    assert isinstance(states, OptionStates)  # noqa: S101
    own = [np.unique(states.codes & mask) for mask in model.masks]
    if np.prod([float(len(codes)) for codes in own]) != len(states):
        raise OutputError(
            "in a game every choice goes with every choice of the others, and some of their "
            "combinations are infeasible here"
        )
    players = " ".join(_quoted(str(dm.name)) for dm in model.decision_makers)
    listed = " ".join(
        f"{{ {' '.join(map(_quoted, _names(model, k, codes)))} }}" for k, codes in enumerate(own)
    )
    head = f"NFG 1 R {_quoted(str(model.title))} {{ {players} }}\n{{ {listed} }}\n"
    comment = f"{_quoted(str(model.description))}\n\n"
    ranks = np.array([model.ranks(dm) for dm in model.decision_makers]).T
    # The first player's choice changes fastest, as its options are the lowest bits.
    every = [sum(map(int, codes)) for codes in product(*reversed(own))]
    worth = ranks[states.places(np.array(every))]
    return head + comment + (_with_outcomes(worth) if outcomes else _lines(worth))


def _require_game(model: Model) -> None:
    if model.is_graph:
        none = "a model in graph form has no options, and a game nothing else"
        raise OutputError(f"{none}; write .yaml instead")
    bound = model.irreversible or model.coalesce or any(model.one_way)
    if bound or any(dm.shared or dm.unseen for dm in model.decision_makers):
        raise OutputError(
            "in a game everybody may always change to any choice of its own: one-way or shared "
            "options, moves that cannot be made and coalesced states have no place in it"
        )


def _names(model: Model, place: int, codes: NDArray[np.int64]) -> list[str]:
    """Name the combinations of a player's options: by levels, or by what is taken."""
    dm, first = model.decision_makers[place], sum(model.widths[:place])
    scale = dm.options[0].scale if dm.options else None
    if scale and all(option.scale == scale for option in dm.options):
        names = [str(scale.names[scale.reached(int(code), first)]) for code in codes]
    else:
        names = [_taken(dm, int(code) >> first) for code in codes]
    return names


def _taken(dm: DecisionMaker, code: int) -> str:
    return ", ".join(option.id for k, option in enumerate(dm.options) if code >> k & 1) or "-"


def _quoted(text: str) -> str:
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _lines(worth: NDArray[np.int32]) -> str:
    return "".join(f"{' '.join(map(str, row))}\n" for row in worth.tolist())


def _with_outcomes(worth: NDArray[np.int32]) -> str:
    listed = "".join(f'{{ "" {", ".join(map(str, row))} }}\n' for row in worth.tolist())
    return f"{{\n{listed}}}\n{' '.join(str(k + 1) for k in range(len(worth)))}\n"
