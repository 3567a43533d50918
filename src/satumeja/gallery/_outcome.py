"""What happened in a conflict, as states of its model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from satumeja.display import ShownInLine
from satumeja.gallery._citation import Citation, citation_of
from satumeja.model import Text

__all__ = ["Outcome", "outcome_of"]


@dataclass(frozen=True, repr=False)
class Outcome(ShownInLine):
    """What happened in a conflict of the gallery, as states of its model.

    Parameters
    ----------
    name : str
        The id of its entry.
    conflict : str
        The conflict it is a model of. Models of one conflict have the same, and count once
        wherever conflicts are counted.
    states : tuple of int
        The states that stand for what happened: one, or several where the model, or the
        source, does not tell them apart.
    source : Citation
        Where it can be read up.
    sentence : Text
        What happened, in this project's own words: a paraphrase, never a quotation.
    coded_by : {"project", "authors"}
        Who said which states those are: this project, or the authors of the model.
    coded : {"before", "after"}
        Whether they were fixed before anybody had seen what the model says, or after.
    verified : bool
        Whether the source, or one that says the same, was looked up; where not, it is from
        memory, and belongs in no figure.

    See Also
    --------
    satumeja.gallery.outcomes : All that the gallery knows.
    satumeja.questions.Case : What a backtest makes of it.

    Notes
    -----
    An outcome that was coded after the results were known could have been coded to fit them.
    Nothing here takes that away; it is only said.

    Examples
    --------
    >>> from satumeja.gallery import entry
    >>> entry("syria-iraq").outcome.states
    (2,)
    """

    name: str
    conflict: str
    states: tuple[int, ...]
    source: Citation
    sentence: Text
    coded_by: Literal["project", "authors"]
    coded: Literal["before", "after"]
    verified: bool

    def to_json(self) -> dict[str, Any]:
        """Return the outcome as plain data, its sentence by language."""
        return {
            "name": self.name,
            "conflict": self.conflict,
            "states": list(self.states),
            "source": asdict(self.source),
            "sentence": dict(self.sentence.by_language),
            "coded_by": self.coded_by,
            "coded": self.coded,
            "verified": self.verified,
        }


def outcome_of(name: str, raw: Mapping[str, Any]) -> Outcome:
    """Read the outcome of an entry of the catalogue."""
    return Outcome(
        name=name,
        conflict=raw["conflict"],
        states=tuple(raw["states"]),
        source=citation_of(raw["source"]),
        sentence=Text(raw["sentence"]),
        coded_by=raw["coded_by"],
        coded=raw["coded"],
        verified=raw["verified"],
    )
