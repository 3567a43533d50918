"""Sentences end where they end, and quotations stay whole."""

from __future__ import annotations

import pytest

from satumeja.report._quotations import quotations
from satumeja.report._sentences import sentence_spans


def cut(text: str, language: str = "id") -> list[str]:
    quoted = quotations(text, 0, len(text))
    return [text[a:b] for a, b in sentence_spans(text, 0, len(text), quoted, language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("id", ["Ia tiba.", "Ia pergi."]),
        ("id", ["Menlu. Retno Marsudi tiba di Jl. Pejambon.", "Ia pergi."]),
        ("id", ["Biayanya Rp. 2.500.000,50 sehari.", "Itu mahal!"]),
        ("id", ["“Kami siap. Kami mau,” ujar dia.", "Lalu ia pergi."]),
        ("id", ['Ia berkata, "Kami siap. Kami mau."', "Lalu ia pergi."]),
        ("id", ["A. R. Hakim tiba pukul 09.30 WIB.", "Ia pergi."]),
        ("en", ["U.S. President J. R. Smith met Gov. Lee.", "They spoke."]),
        ("en", ["“Is that so?” he asked.", "Nobody answered."]),
        ("en", ["It rose 3.5 percent.", "“Good.”", "It fell."]),
        ("en", ["He lives in Washington, D.C. and works.", "Really?", "Yes."]),
    ],
)
def test_sentences(language: str, sentences: list[str]) -> None:
    assert cut(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"Kami siap," katanya. "Ya."', ["Kami siap,", "Ya."]),
        ("”Kami siap,” katanya.", ["Kami siap,"]),
        ("“Kami «siap» betul,” katanya.", ["Kami «siap» betul,"]),
        ("“Kami siap dan akan bicara lagi", ["Kami siap dan akan bicara lagi"]),
        ('Layar 24" itu rusak.', []),
        ("Kata itu “ tidak ditutup.", []),
        ("‘We won’t go,’ he said.", ["We won’t go,"]),
        ("«Oui», dit-il.", ["Oui"]),
    ],
)
def test_quotations(text: str, inside: list[str]) -> None:
    assert [text[a:b] for a, b in quotations(text, 0, len(text))] == inside
