"""References as they should be now: where their words stand, with their fingerprints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from satumeja.display import Shown
from satumeja.formats import edit
from satumeja.formats.trees import data, read_yaml

if TYPE_CHECKING:
    from satumeja.evidence._archive import Archive
    from satumeja.evidence._passage import Passage
    from satumeja.model import Reference

__all__ = ["Rewritten", "cite"]

_Step = str | int


@dataclass(frozen=True, repr=False)
class Rewritten(Shown):
    """A model file with its references renewed.

    Parameters
    ----------
    text : str
        The file; all but the references is as it was.
    changes : tuple of (str, str)
        Each reference that was changed, once, and what it is now.
    left : tuple of Passage
        What could not be renewed: lost, rejected, or no longer read.
    """

    text: str
    changes: tuple[tuple[str, str], ...]
    left: tuple[Passage, ...]


def cite(archive: Archive, text: str, name: str = "model.yaml") -> Rewritten:
    """Renew the references of a model file: where the words stand now, and their fingerprints.

    Parameters
    ----------
    archive : Archive
        The sources of the model.
    text : str
        Its file, in YAML.
    name : str
        The file, for the faults.

    Returns
    -------
    Rewritten
        A reference whose words are lost, were rejected or are no longer read is left as it
        is: what it should be is the analyst's to say.

    Raises
    ------
    ModelError, OutputError
        As `satumeja.formats.edit` does.

    See Also
    --------
    remarks : Says which references lead elsewhere.

    Notes
    -----
    Cost is that of looking every reference up, and of reading the file twice for each that
    changes.
    """
    changes: dict[str, str] = {}
    left: dict[str, Passage] = {}
    for path, reference in _references(data(read_yaml(text, name)), ()):
        passage = archive.find(reference)
        renewed = _renewed(passage)
        if renewed is None:
            left[reference] = passage
        elif renewed != reference:
            text = edit(text, path, renewed, name)
            changes[reference] = renewed
    lost = tuple(passage for passage in left.values() if _is_gone(passage))
    return Rewritten(text, tuple(changes.items()), lost)


def _renewed(passage: Passage) -> str | None:
    """Write a reference as it should be; None where it cannot be said."""
    if not passage.fingerprint or _is_gone(passage):
        return None
    reference: Reference = passage.now or passage.reference
    return str(replace(reference, fingerprint=passage.fingerprint))


def _is_gone(passage: Passage) -> bool:
    """Whether there is a place that is named, and nothing there to rest on."""
    return bool(passage.missing) or passage.rejected or passage.retired


def _references(part: Any, path: tuple[_Step, ...]) -> Iterator[tuple[list[_Step], str]]:
    """Find every reference of a file, with the way to it."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key in ("evidence", "papers") and isinstance(value, list):
                yield from _listed(value, (*path, key))
            else:
                yield from _references(value, (*path, str(key)))
    elif isinstance(part, list):
        for place, value in enumerate(part):
            yield from _references(value, (*path, place))


def _listed(references: list[Any], path: tuple[_Step, ...]) -> Iterator[tuple[list[_Step], str]]:
    """Find references in a list of them, some with glosses, and with parallels of their own."""
    for place, reference in enumerate(references):
        if isinstance(reference, str):
            yield [*path, place], reference
        elif isinstance(reference, dict):
            for key in ("reference", "parallel"):
                if isinstance(reference.get(key), str):
                    yield [*path, place, key], reference[key]
