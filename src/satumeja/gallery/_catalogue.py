"""The catalogue: which conflicts there are, and what was published of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from satumeja.display import Shown
from satumeja.errors import QuestionError, did_you_mean
from satumeja.gallery._citation import Citation, citation_of
from satumeja.gallery._outcome import Outcome, outcome_of
from satumeja.model import Text

try:  # ten times faster, where PyYAML was built with it
    from yaml import CSafeLoader as SafeLoader
except ImportError:
    from yaml import SafeLoader  # type: ignore[assignment]

if TYPE_CHECKING:
    from satumeja.model import Model

__all__ = [
    "Difference",
    "Entry",
    "entries",
    "entry",
    "load",
    "outcome_for",
    "outcomes",
    "path",
    "text",
]

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, repr=False)
class Difference(Shown):
    """Where the definition gives other equilibria than the publication, and why.

    Parameters
    ----------
    concepts : tuple of str
        The concepts it is about.
    adds : tuple of int
        States that the definition makes equilibria in addition to those published.
    why : Text
        The reason.

    See Also
    --------
    Entry.difference : The one under a concept.
    """

    concepts: tuple[str, ...]
    adds: tuple[int, ...]
    why: Text


@dataclass(frozen=True, repr=False)
class Entry(Shown):
    """A conflict of the gallery and what was published of it.

    Parameters
    ----------
    id : str
        Its name in the gallery; the model file is ``conflicts/{id}.yaml``.
    title : Text
        What it is called; the title of the model file.
    basis : Text
        How well the published results are known here.
    citations : tuple of Citation
        The publications; none where the model is this project's own.
    published : mapping of str to tuple of int
        Published equilibria by concept, as state numbers of the model file.
    differences : tuple of Difference
        Where the definition disagrees with the publication.
    notes : tuple of Text
        Other published results, and how to read these.
    rung : int, optional
        What it takes for its status quo to hold, 0 to 3 as in `Hold`, so that the list need
        not decide it; None where it names none.
    outcome : Outcome, optional
        What happened, where that is known; None for a game, and where it is not.

    See Also
    --------
    satumeja.gallery.entry : Looks one up.
    satumeja.gallery.compare : Sets what was published beside what is computed.
    """

    id: str
    title: Text
    basis: Text
    citations: tuple[Citation, ...] = ()
    published: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    notes: tuple[Text, ...] = ()
    rung: int | None = None
    outcome: Outcome | None = None

    def difference(self, concept: str) -> Difference | None:
        """Return the stated difference under `concept`, None where none is stated."""
        return next((stated for stated in self.differences if concept in stated.concepts), None)

    def to_json(self) -> dict[str, Any]:
        """Return the entry as plain data, every text by language.

        Examples
        --------
        >>> entry("elmira").to_json()["published"]["seq"]
        [5, 8, 9]
        """
        return {
            "id": self.id,
            "title": dict(self.title.by_language),
            "basis": dict(self.basis.by_language),
            "citations": [asdict(citation) for citation in self.citations],
            "published": {concept: list(states) for concept, states in self.published.items()},
            "differences": [
                {
                    "concepts": list(stated.concepts),
                    "adds": list(stated.adds),
                    "why": dict(stated.why.by_language),
                }
                for stated in self.differences
            ],
            "notes": [dict(note.by_language) for note in self.notes],
            "rung": self.rung,
            "outcome": self.outcome.to_json() if self.outcome else None,
        }


def _difference(raw: Mapping[str, Any]) -> Difference:
    return Difference(
        concepts=tuple(raw["concepts"]),
        adds=tuple(raw["adds"]),
        why=Text(raw["why"]),
    )


def _entry(name: str, raw: Mapping[str, Any]) -> Entry:
    return Entry(
        id=name,
        title=Text(raw["title"]),
        basis=Text(raw["basis"]),
        citations=tuple(map(citation_of, raw.get("citations", ()))),
        published={concept: tuple(states) for concept, states in raw.get("published", {}).items()},
        differences=tuple(map(_difference, raw.get("differences", ()))),
        notes=tuple(map(Text, raw.get("notes", ()))),
        rung=raw.get("rung"),
        outcome=outcome_of(name, raw["outcome"]) if "outcome" in raw else None,
    )


@cache
def entries() -> tuple[Entry, ...]:
    """List the conflicts of the gallery.

    Returns
    -------
    tuple of Entry
        In the order of the catalogue.

    See Also
    --------
    entry : One of them by its name.

    Examples
    --------
    >>> [entry.id for entry in entries()][:3]
    ['prisoners-dilemma', 'chicken', 'stag-hunt']
    """
    raw = yaml.load((_FOLDER / "catalogue.yaml").read_text(encoding="utf-8"), SafeLoader)
    return tuple(_entry(name, content) for name, content in raw.items())


def outcomes() -> tuple[Outcome, ...]:
    """List what happened, where the gallery knows it.

    Returns
    -------
    tuple of Outcome
        One for each model whose conflict ended in a way that its states can tell, in the
        order of the catalogue; those from memory too, which `Outcome.verified` tells apart.

    See Also
    --------
    satumeja.questions.backtest : How often what holds contains what happened.

    Notes
    -----
    Models of one conflict share `Outcome.conflict`, and count once.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions.backtest import Case
    >>> [outcome] = [outcome for outcome in outcomes() if outcome.name == "elmira"]
    >>> Case(outcome.name, load(outcome.name), outcome.states, outcome.conflict).outcomes
    (4, 8)
    """
    return tuple(listed.outcome for listed in entries() if listed.outcome is not None)


def outcome_for(model: Model) -> Outcome | None:
    """Tell what happened in a conflict, where the model is one of the gallery's.

    Parameters
    ----------
    model : Model
        Any model. It is the gallery's if it says the same, in whatever file it stands; one
        that was changed is another model, of which nothing is known.

    Returns
    -------
    Outcome or None
        What happened; None where the gallery does not know it.

    See Also
    --------
    outcomes : All of them.

    Notes
    -----
    Loads the models of the gallery that have its title, which is one at most.

    Examples
    --------
    >>> outcome_for(load("elmira")).states
    (4, 8)
    >>> outcome_for(load("chicken")) is None
    True
    """
    for outcome in outcomes():
        if entry(outcome.name).title == model.title and load(outcome.name) == model:
            return outcome
    return None


def entry(name: str) -> Entry:
    """Return the entry called `name`.

    Parameters
    ----------
    name : str
        Its id.

    Returns
    -------
    Entry
        What the catalogue says of it.

    Raises
    ------
    QuestionError
        If the gallery has no such conflict.

    See Also
    --------
    entries : All of them.
    load : Its model.

    Examples
    --------
    >>> entry("garrison").published["nash"]
    (2, 3, 11, 17, 18, 21, 22)
    """
    for conflict in entries():
        if conflict.id == name:
            return conflict
    meant = did_you_mean(name, [conflict.id for conflict in entries()])
    raise QuestionError(f'the gallery has no conflict "{name}"{meant}')


def path(name: str) -> Path:
    """Return the path of the model file of a conflict.

    Parameters
    ----------
    name : str
        The id of its entry.

    Returns
    -------
    Path
        The file, as it ships.

    Raises
    ------
    QuestionError
        If the gallery has no such conflict.

    See Also
    --------
    text : What is in it.
    load : Its model.

    Examples
    --------
    >>> path("elmira").name
    'elmira.yaml'
    """
    return _FOLDER / "conflicts" / f"{entry(name).id}.yaml"


def text(name: str) -> str:
    """Return the model file of a conflict as text.

    Parameters
    ----------
    name : str
        The id of its entry.

    Returns
    -------
    str
        The file, comments and all.

    Raises
    ------
    QuestionError
        If the gallery has no such conflict.

    See Also
    --------
    path : Where it is.
    load : Its model.

    Examples
    --------
    >>> text("chicken").splitlines()[0]
    'satumeja: 1'
    """
    return path(name).read_text(encoding="utf-8")


def load(name: str) -> Model:
    """Load the model of a conflict of the gallery.

    Parameters
    ----------
    name : str
        The id of its entry.

    Returns
    -------
    Model
        The conflict as stated.

    Raises
    ------
    QuestionError
        If the gallery has no such conflict.

    See Also
    --------
    entry : What was published of it.
    satumeja.formats.load : Loads any model file.

    Examples
    --------
    >>> len(load("garrison").states)
    23
    """
    from satumeja import formats  # the largest part of what a listing would wait for

    return formats.load(path(name))
