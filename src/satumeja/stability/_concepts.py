"""The solution concepts: what each one asks of the other decision makers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from satumeja.errors import QuestionError, did_you_mean

__all__ = ["CONCEPTS", "CONVENTIONS", "Concept", "concepts_named"]

CONVENTIONS: Mapping[str, str] = {
    "moves": "staying is not a move; a decision maker may change any of its own options at once",
    "coalition_moves": "full legal sequences: nobody moves twice in a row, anybody may move again",
    "sanctions": "every state not preferred to s: ties and s itself included",
    "counter_moves": "one move of the focal decision maker from the sanction",
}
"""What is chosen where the literature has several, in words; every result says which it took."""


@dataclass(frozen=True)
class Concept:
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


def concepts_named(ids: Iterable[str]) -> tuple[Concept, ...]:
    """Look concepts up by their ids, in the registry's order, each once.

    Parameters
    ----------
    ids : iterable of str
        Keys of `CONCEPTS`.

    Returns
    -------
    tuple of Concept
        In the order of `CONCEPTS`, whatever the order of the ids.

    Raises
    ------
    QuestionError
        If an id is unknown; the message has the nearest one.

    See Also
    --------
    FURTHER : The concepts beyond these five.

    Examples
    --------
    >>> [concept.id for concept in concepts_named(["seq", "nash"])]
    ['nash', 'seq']
    """
    names = list(ids)
    for name in names:
        if name not in CONCEPTS:
            registry = ", ".join(CONCEPTS)
            raise QuestionError(
                f'unknown concept "{name}"{did_you_mean(name, list(CONCEPTS))} (known: {registry})'
            )
    return tuple(concept for concept in CONCEPTS.values() if concept.id in names)
