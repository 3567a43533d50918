"""Grades of evidence for a page, against the rule written out."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from literal.grades import GRADES, Piece, grade, reports
from satumeja.evidence import Passage, Publication
from satumeja.front import GRADES as OURS
from satumeja.front import graded, independent_reports, lowered
from satumeja.model import Reference, Source

WORDS = (
    "we do not want any war with anybody",
    "the talks must not be dragged out by them",
    "forces will be withdrawn before the summer",
)


def passage(piece: Piece, place: int) -> Passage:
    """Give what the lookup of such a piece gives."""
    source = Source(f"s{piece.report}")
    if piece.kind == "whole":
        return Passage(Reference(source.id), source)
    published = Publication(outlet=piece.site, agency=piece.agencies)
    reference = Reference(source.id, f"s{place}")
    if piece.kind == "place":
        return Passage(reference, source, publication=published)
    return Passage(
        reference,
        source,
        content=piece.words or chr(ord("d") + place) * 20,
        speaker=piece.speaker,
        speech="direct" if piece.verbatim else "reported",
        language="en",
        doubtful=piece.doubtful,
        publication=published,
        item=f"s{place}",
    )


def passages(pieces: Sequence[Piece]) -> list[Passage]:
    return [passage(piece, place) for place, piece in enumerate(pieces)]


def drawn(rng: random.Random) -> list[Piece]:
    sites = [rng.choice(["", "a.com", "b.com", "c.com"]) for _ in range(5)]
    agencies = [rng.choice([(), (), ("AP",), ("AFP",), ("AP", "AFP")]) for _ in range(5)]
    pieces = []
    for _ in range(rng.randint(0, 6)):
        report = rng.randrange(5)
        kind = rng.choice(["sentence"] * 5 + ["place", "whole"])
        piece = Piece(kind, report)
        if kind == "sentence":
            piece = Piece(
                kind,
                report,
                sites[report],
                agencies[report],
                rng.choice("ab"),
                rng.choice(["", *WORDS]),
                verbatim=rng.random() < 0.3,
                doubtful=rng.random() < 0.1,
                denied=rng.random() < 0.15,
            )
        elif kind == "place":
            piece = Piece(kind, report, sites[report], agencies[report])
        pieces.append(piece)
    return pieces


def test_the_grades_are_those_of_the_rule_on_random_evidence() -> None:
    rng, seen = random.Random(8), set[str]()
    for _ in range(3000):
        pieces, inferred = drawn(rng), rng.random() < 0.3
        cited = passages(pieces)
        assert independent_reports([p for p in cited if p.reference.item]) == reports(pieces)
        denied = sum(piece.denied for piece in pieces)
        wanted = grade(pieces, inferred=inferred)
        assert graded(cited, denied, inferred=inferred) == wanted, pieces
        seen.add(wanted)
    assert seen == set(GRADES) == set(OURS)


SAID = Piece("sentence", 0, "a.com", words=WORDS[0])


@pytest.mark.parametrize(
    ("pieces", "wanted"),
    [
        ([], "none"),
        ([Piece("whole")], "published"),
        ([Piece("place")], "published"),
        ([SAID], "thin"),
        ([Piece("sentence", 0, "a.com", verbatim=True)], "fair"),
        ([SAID, Piece("sentence", 1, "b.com", words=WORDS[1])], "fair"),
        # The same words of the same speaker on another site are the same report again.
        ([SAID, Piece("sentence", 1, "b.com", words=WORDS[0])], "thin"),
        ([SAID, Piece("sentence", 1, "b.com", speaker="b", words=WORDS[0])], "fair"),
        ([SAID, Piece("sentence", 1, "b.com", verbatim=True)], "strong"),
        ([SAID, Piece("place", 1, "b.com")], "strong"),
        ([SAID, Piece("sentence", 1, "b.com", verbatim=True, denied=True)], "fair"),
        ([SAID, Piece("sentence", 1, "b.com", verbatim=True, doubtful=True)], "thin"),
        ([Piece("sentence", 0, "a.com", ("AP",)), Piece("sentence", 1, "b.com", ("AP",))], "thin"),
    ],
)
def test_each_row_of_the_rule(pieces: list[Piece], wanted: str) -> None:
    denied = sum(piece.denied for piece in pieces)
    assert graded(passages(pieces), denied, inferred=False) == wanted
    assert grade(pieces, inferred=False) == wanted


@given(st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=200, deadline=None)
def test_more_evidence_never_lowers_a_grade_unless_it_is_doubtful_or_denied(
    rng: random.Random, inferred: bool
) -> None:
    pieces = drawn(rng)
    sound = [p for p in pieces if not p.doubtful and not p.denied]
    for size in range(len(sound)):
        less = graded(passages(sound[:size]), 0, inferred=inferred)
        more = graded(passages(sound[: size + 1]), 0, inferred=inferred)
        assert GRADES.index(more) <= GRADES.index(less)


@given(st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_what_is_inferred_is_one_lower(rng: random.Random) -> None:
    cited = passages(drawn(rng))
    plain, inferred = (graded(cited, 0, inferred=way) for way in (False, True))
    assert inferred == lowered(plain)
    assert GRADES.index(inferred) == min(GRADES.index(plain) + 1, 4)
