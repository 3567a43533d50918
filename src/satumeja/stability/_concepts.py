"""The solution concepts: what each one asks of the other decision makers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from satumeja.display import Shown
from satumeja.errors import QuestionError, did_you_mean

__all__ = [
    "BEYOND",
    "CONCEPTS",
    "CONVENTIONS",
    "Concept",
    "concepts_named",
    "ids_in",
    "is_taken",
    "reads_more",
    "unknown_concept",
]

CONVENTIONS: Mapping[str, str] = {
    "moves": "staying is not a move; a decision maker may change any of its own options at once",
    "coalition_moves": "full legal sequences: nobody moves twice in a row, anybody may move again",
    "sanctions": "every state not preferred to s: ties and s itself included",
    "counter_moves": "one move of the focal decision maker from the sanction",
}
"""What is chosen where the literature has several, in words; every result says which it took."""


@dataclass(frozen=True, repr=False)
class Concept(Shown):
    """A solution concept for individual stability.

    A state s is stable for a decision maker i when each unilateral improvement t
    of i from s is *sanctioned*: the others can go on from t to a state that i does
    not prefer to s [1]_. Concepts differ in which sanctions i reckons with.

    Parameters
    ----------
    id : str
        The short name used in files and on the command line.
    name : str
        The name the field uses.
    sanctions : bool
        Whether i reckons with sanctions at all (Nash does not).
    credible : bool
        Whether the others sanction only by moves that each mover prefers.
    counter : bool
        Whether i looks at one counter-move of its own after the sanction.
    definition : str
        When a state is stable for i, in one sentence.
    reference : str
        Author, title, year.
    needs : tuple of str
        What it reads beyond the ranks of the model: nothing. Those that read more are in
        `FURTHER`; `analyse` decides and `explain` proves these.

    See Also
    --------
    FurtherConcept : One that reads more than ranks, or looks at more than one's moves.

    References
    ----------
    .. [1] Fang, Hipel & Kilgour, *Interactive Decision Making: The Graph Model for
       Conflict Resolution*, Wiley, 1993.
    """

    id: str
    name: str
    sanctions: bool
    credible: bool
    counter: bool
    definition: str
    reference: str
    needs: tuple[str, ...] = ()

    @property
    def is_coalitional(self) -> bool:
        """Whether it is asked of coalitions: never, it is asked of single decision makers."""
        return False


CONCEPTS: dict[str, Concept] = {
    concept.id: concept
    for concept in (
        Concept(
            "nash",
            "Nash stability (R)",
            sanctions=False,
            credible=False,
            counter=False,
            definition="i has no unilateral improvement from s.",
            reference="Nash, Equilibrium points in n-person games, PNAS, 1950.",
        ),
        Concept(
            "gmr",
            "General metarationality",
            sanctions=True,
            credible=False,
            counter=False,
            definition="The others can answer every unilateral improvement of i from s by "
            "moves that end in a state i does not prefer to s.",
            reference="Howard, Paradoxes of Rationality, MIT Press, 1971.",
        ),
        Concept(
            "smr",
            "Symmetric metarationality",
            sanctions=True,
            credible=False,
            counter=True,
            definition="As GMR, and from the end of the sanction no single counter-move of i "
            "reaches a state i prefers to s.",
            reference="Howard, Paradoxes of Rationality, MIT Press, 1971.",
        ),
        Concept(
            "seq",
            "Sequential stability",
            sanctions=True,
            credible=True,
            counter=False,
            definition="As GMR, but each sanctioning move is an improvement for the one who "
            "makes it, from where it is made.",
            reference="Fraser & Hipel, Conflict Analysis: Models and Resolutions, "
            "North-Holland, 1984.",
        ),
        Concept(
            "sseq",
            "Symmetric sequential stability",
            sanctions=True,
            credible=True,
            counter=True,
            definition="As SEQ, and from the end of the sanction no single improving "
            "counter-move of i reaches a state i prefers to s.",
            reference="Rêgo & Vieira, Symmetric sequential stability in the graph model for "
            "conflict resolution with multiple decision makers, GDN, 2017.",
        ),
    )
}
"""The five concepts that are decided from ranks alone, by id."""


_AHEAD = re.compile(r"l[1-9][0-9]{0,2}")
_SHAPES = ("nash", "gmr", "smr", "seq")
BEYOND: dict[str, None] = dict.fromkeys(
    (
        *("sim", "l2", "l3", "nm"),
        *(f"c{shape}" for shape in _SHAPES),
        *(f"{shape}_{extension}" for extension in "abcd" for shape in _SHAPES),
        *(f"strong_{shape}" for shape in _SHAPES[1:]),
        *(f"weak_{shape}" for shape in _SHAPES[1:]),
        *(f"strong_{shape}_{extension}" for extension in "abcd" for shape in _SHAPES[1:]),
        *(f"{kind}_{shape}" for kind in ("fuzzy", "prob", "rel") for shape in _SHAPES),
    )
)
"""The ids of the concepts that read more than ranks; each is made where it is asked for."""


def ids_in(concepts: str | Iterable[str]) -> list[str]:
    """Give ids as they are kept: in small letters, each once, from one string or several.

    Parameters
    ----------
    concepts : str or iterable of str
        One id, several with commas between them, or an iterable of ids; in any case.

    Returns
    -------
    list of str
        In the order given.

    Raises
    ------
    QuestionError
        If something given is no text.

    Examples
    --------
    >>> ids_in("Nash, SEQ"), ids_in(["L2", "nash", "l2"])
    (['nash', 'seq'], ['l2', 'nash'])
    """
    if not isinstance(concepts, Iterable):
        raise QuestionError(f"concepts are named by their ids, not by {concepts!r}")
    parts = concepts.split(",") if isinstance(concepts, str) else list(concepts)
    for part in parts:
        if not isinstance(part, str):
            raise QuestionError(f"a concept is named by its id, not by {part!r}")
    return list(dict.fromkeys(part.strip().lower() for part in parts))


def concepts_named(ids: str | Iterable[str]) -> tuple[Concept, ...]:
    """Look up concepts that are decided from ranks alone, in the registry's order, each once.

    Parameters
    ----------
    ids : str or iterable of str
        Keys of `CONCEPTS`, in any case.

    Returns
    -------
    tuple of Concept
        In the order of `CONCEPTS`, whatever the order of the ids.

    Raises
    ------
    QuestionError
        If an id is unknown; the message has the nearest one. If it is of a concept that
        reads more than ranks: whoever calls this takes none of these.

    See Also
    --------
    any_concepts : Those that read more than ranks as well.
    FURTHER : The concepts beyond these five.

    Examples
    --------
    >>> [concept.id for concept in concepts_named(["seq", "Nash"])]
    ['nash', 'seq']
    """
    names = ids_in(ids)
    for name in names:
        if name not in CONCEPTS:
            if reads_more(name):
                registry = ", ".join(CONCEPTS)
                raise QuestionError(f'"{name}" is not for this command (it takes {registry})')
            raise unknown_concept(name)
    return tuple(concept for concept in CONCEPTS.values() if concept.id in names)


def reads_more(name: str) -> bool:
    """Decide whether an id is of a concept that reads more than ranks.

    Parameters
    ----------
    name : str
        An id, in small letters.

    Returns
    -------
    bool
        Whether `FURTHER` has it, or it is ``l<h>`` for a horizon h of 1 to 999.

    Examples
    --------
    >>> [reads_more(name) for name in ("nash", "cnash", "l12", "l0")]
    [False, True, True, False]
    """
    if not is_taken(name):
        _load_packages()
    return name not in CONCEPTS and is_taken(name)


def is_taken(name: str) -> bool:
    """Decide whether a concept has an id by now, packages not yet loaded aside."""
    return name in CONCEPTS or name in BEYOND or _AHEAD.fullmatch(name) is not None


@cache
def _load_packages() -> None:
    """Import what installed packages name as concepts of their own, which registers them."""
    from importlib.metadata import entry_points  # a tenth of what a small game takes in all

    for entry in entry_points(group="satumeja.concepts"):
        try:
            entry.load()
        except Exception as failure:
            raise QuestionError(
                f'the concepts of the package "{entry.value}" cannot be loaded: '
                f"{type(failure).__name__}: {failure}"
            ) from failure


def unknown_concept(name: str) -> QuestionError:
    """Make the error that there is no such concept, with the nearest one."""
    registered = [*CONCEPTS, *BEYOND]
    registry = ", ".join(registered)
    return QuestionError(
        f'unknown concept "{name}"{did_you_mean(name, registered)} (known: {registry}; l1 to l999)'
    )
