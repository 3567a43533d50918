"""The section on other readings: what they say differently, and which sentences decide it."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.brief.media import Table
from satumeja.brief.pages.sections._material import Listed
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.sentences import ReadingInWords, reading_in_words, threats_by_reading

__all__ = ["READINGS"]


@dataclass(frozen=True)
class Readings:
    """What other readings say differently, and the threats of all readings side by side."""

    readings: tuple[ReadingInWords, ...]
    threats: Table | None


def _readings(edition: Edition[Listed]) -> Readings | None:
    material, phrases = edition.material, edition.phrases
    if not material.readings:
        return None
    return Readings(
        readings=tuple(
            reading_in_words(material.archive, other, found, phrases)
            for other, found in zip(material.archives, material.differences, strict=True)
        ),
        threats=_threats(edition),
    )


def _threats(edition: Edition[Listed]) -> Table | None:
    """Set out the threats of all readings; None where there is one reading, or no threat."""
    judged = edition.material.judged
    titles = [edition.phrases.text(each.model.title) for each in judged]
    if len(titles) < 2 or not any(each.threats for each in judged):
        return None
    return threats_by_reading(edition.phrases, titles, judged)


READINGS = Section("readings", Listed, _readings)
