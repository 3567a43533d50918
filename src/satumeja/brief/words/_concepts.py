"""The names and definitions of concepts, in each language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from satumeja.stability import CONCEPTS

if TYPE_CHECKING:
    from satumeja.brief.words._words import Words

__all__ = ["definition_of", "heading_of", "name_of", "short_of"]

_SHAPES = ("nash", "gmr", "smr", "seq")
_FORESIGHT = ("nm", "sim")


def _parts(concept: str) -> tuple[str, str]:
    """Part the id of a concept into its shape and its kind of preference."""
    first, _, second = concept.partition("_")
    if second[-2:-1] == "_":  # strong_gmr_a: two kinds at once
        shape, _, extension = second.partition("_")
        return shape, f"{first}_{extension}"
    if second:
        return (first, second) if first in _SHAPES else (second, first)
    return concept[1:], "coalition"


def _horizon(concept: str) -> int:
    return int(concept[1:]) if concept[1:].isdecimal() else 0


def _own(concept: str) -> Mapping[str, tuple[str, str]]:
    """Give the words of a concept made outside the package, by language."""
    from satumeja.stability import FURTHER

    return FURTHER[concept].words if concept in FURTHER else {}


def short_of(concept: str, words: Words) -> str:
    """Name a concept as short as a column is wide.

    Parameters
    ----------
    concept : str
        The id of any concept.
    words : Words
        The language to speak.

    Examples
    --------
    >>> from satumeja.brief.words import Words
    >>> [short_of(concept, Words("en")) for concept in ("seq", "l2", "cseq", "gmr_b")]
    ['SEQ', 'L2', 'CSEQ', 'GMR (b)']
    """
    if concept in CONCEPTS:
        return words(f"concept.{concept}.short")
    if _own(concept):
        return concept
    if concept in _FORESIGHT or _horizon(concept):
        return concept.upper()
    shape, kind = _parts(concept)
    short = words(f"concept.{shape}.short")
    if kind == "coalition":
        return f"C{short}"
    if len(kind) == 1:
        return f"{short} ({kind})"
    strength, _, extension = kind.partition("_")
    named = words(f"kind_short.{strength}", shape=short)
    return f"{named} ({extension})" if extension else named


def name_of(concept: str, words: Words) -> str:
    """Name a concept in full, as within a sentence.

    See Also
    --------
    heading_of : As at the beginning of one, in a table or above a part of the text.

    Examples
    --------
    >>> from satumeja.brief.words import Words
    >>> name_of("l2", Words("en")), name_of("cseq", Words("en"))
    ('limited-move stability, 2 moves', 'sequential stability (SEQ) of a coalition')
    """
    if concept in CONCEPTS:
        return words(f"concept.{concept}.name")
    if own := _own(concept):
        return own[words.language][0]
    if concept in _FORESIGHT:
        return words(f"foresight.{concept}_name")
    if horizon := _horizon(concept):
        return words.count("foresight.limited_name", horizon)
    shape, kind = _parts(concept)
    blanks = {"shape": words(f"concept.{shape}.name")}
    first, _, second = kind.partition("_")
    key = "unknown" if len(kind) == 1 else "both" if second else kind
    return words(f"kind_name.{key}", **blanks, extension=second or first)


def heading_of(concept: str, words: Words) -> str:
    """Name a concept in full, with a capital.

    See Also
    --------
    name_of : As within a sentence.

    Examples
    --------
    >>> from satumeja.brief.words import Words
    >>> heading_of("nm", Words("id")), heading_of("gmr", Words("id"))
    ('Stabilitas nonmiopik', 'Metarasionalitas umum (GMR)')
    """
    name = name_of(concept, words)
    return name[:1].upper() + name[1:]


def definition_of(concept: str, words: Words) -> str:
    """Define a concept in a sentence or three.

    Examples
    --------
    >>> from satumeja.brief.words import Words
    >>> definition_of("gmr_b", Words("en")).split(". ")[1]
    'A way out is better; what is known not to be better holds.'
    """
    if concept in CONCEPTS:
        return words(f"concept.{concept}.definition")
    if own := _own(concept):
        return own[words.language][1]
    if concept in _FORESIGHT:
        return words(f"foresight.{concept}")
    if horizon := _horizon(concept):
        return words("foresight.limited", horizon=horizon)
    shape, kind = _parts(concept)
    if kind == "coalition":
        return words(f"together.{shape}")
    if kind == "weak":
        return words("kind.weak", shape=words(f"concept.{shape}.short"))
    said = [words(f"shape.{shape}"), words(f"kind.{kind}")]
    if shape == "seq" and (len(kind) == 1 or "_" in kind):
        said.append(words("kind.unsure"))
    return " ".join(said)
