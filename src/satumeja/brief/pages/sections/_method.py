"""The section on method: how it was decided, by which conventions, and what it cannot say."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from satumeja.brief.pages.sections._material import Material
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.words import definition_of, heading_of

__all__ = ["METHOD"]

_LIMITS = ("order", "known", "alone", "time", "reading")


@dataclass(frozen=True)
class Definition:
    """A term, what it means, and who introduced it."""

    term: str
    meaning: str | Markup
    reference: str = ""


@dataclass(frozen=True)
class Method:
    """What the concepts and conventions are, and the limits of what they tell."""

    concepts: tuple[Definition, ...]
    conventions: tuple[Definition, ...]
    limits: tuple[str, ...]


def _method(edition: Edition[Material]) -> Method:
    words = edition.words
    return Method(
        concepts=tuple(
            Definition(
                heading_of(concept.id, words),
                definition_of(concept.id, words),
                concept.reference,
            )
            for concept in edition.material.analysis.concepts
        ),
        conventions=_conventions(edition),
        limits=tuple(
            words(f"method.limit.{key}")
            for key in _LIMITS
            if key != "alone" or edition.material.alone
        ),
    )


def _conventions(edition: Edition[Material]) -> tuple[Definition, ...]:
    """Put the conventions into words; one the catalogue does not know stays in English."""
    words, english, found = edition.words, edition.material.english, list[Definition]()
    for key, meaning in edition.material.analysis.conventions.items():
        known = (
            english(f"method.convention.{key}") if f"method.convention.{key}" in english else ""
        )
        said = (
            words(f"method.convention.{key}")
            if known == meaning
            else Markup('<span lang="en">{}</span>').format(meaning)
        )
        name = words(f"method.convention_name.{key}") if known else key
        found.append(Definition(name, said))
    return tuple(found)


METHOD = Section("method", Material, _method)
