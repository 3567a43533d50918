"""Grades of evidence in words, with their reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from satumeja.brief.words import Words
    from satumeja.dossier.grading import Grade, Reason
    from satumeja.evidence import Archive

__all__ = ["grade_in_words", "grade_markup"]

_COUNTED = ("independent", "one_source", "rejected", "lost")


def grade_in_words(words: Words, grade: Grade, archive: Archive) -> str:
    """Say a grade and why it is given.

    Parameters
    ----------
    words : Words
        The language.
    grade : Grade
        From `Archive.grade`.
    archive : Archive
        Who is meant by those that contest it.

    Examples
    --------
    >>> from satumeja.brief.words import Words
    >>> from satumeja.evidence import Archive
    >>> from satumeja.gallery import load
    >>> archive = Archive(load("december-2021-b"))
    >>> grade_in_words(Words("en"), archive.grade(["wire#s1"]), archive)
    'weak: one source; reported speech; not reviewed; dated.'
    """
    reasons = words("grade.join").join(_reason(words, reason, archive) for reason in grade.reasons)
    return words("grade.reasons", level=words(f"grade.name.{grade.level}"), reasons=reasons)


def _reason(words: Words, reason: Reason, archive: Archive) -> str:
    if reason.key == "one_source" and reason.count == 1:
        return words("grade.reason.single")
    if reason.key in _COUNTED:
        return words.count(f"grade.reason.{reason.key}", reason.count)
    by = archive.called(reason.by, words.language)
    return words(f"grade.reason.{reason.key}", by=by, act=reason.act)


def grade_markup(words: Words, grade: Grade, archive: Archive) -> Markup:
    """Give the grade of what an assumption rests on, its reasons where one points at it."""
    level = words("grade.level", level=words(f"grade.name.{grade.level}"))
    return Markup('<p class="grade" data-level="{}" title="{}">{}</p>').format(
        grade.level, grade_in_words(words, grade, archive), level
    )
