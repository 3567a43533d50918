"""Every statement and report that has some words is given, whatever became of it."""

from __future__ import annotations

from satumeja.dossier import DossierFile, correct, matches, search


def test_matches_are_the_hits_and_what_was_rejected(file: DossierFile) -> None:
    hits = [hit.key for hit in search(file, "menungg", 1000)]
    assert list(matches(file, "menungg")) == hits
    statement = next(key for key in hits if "#" in key)
    correct(file, statement, "reject", "me")
    assert statement not in [hit.key for hit in search(file, "menungg", 1000)]
    assert list(matches(file, "menungg")) == hits


def test_no_words_match_nothing(file: DossierFile) -> None:
    assert matches(file, " - ") == ()
