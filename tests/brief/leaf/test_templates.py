"""What the templates of the front page and of annexes may say, in both languages."""

from __future__ import annotations

import re

import pytest

from satumeja.brief.words import LANGUAGES, Words

FORESEEING = {
    "en": r"will|likely|probabl\w*|must|should|recommend\w*|expect\w*|risk\w*|"
    r"stable|stability|equilibri\w+|outcomes?|predict\w*|safe\w*|solutions?|forecast\w*",
    "id": r"mungkin sekali|kemungkinan|harus\w*|wajib|sebaiknya|rekomendasi\w*|diharapkan|"
    r"risiko|stabil\w*|ekuilibrium|prediksi|ramalan|aman|solusi|diperkirakan",
}
FIXED = {"leaf.foot"}
"""That says how likely nothing is said to be, and so names it."""
PARTY = r"(?<![Ww]ould )\{(?:dms?|members|names|who)\} (\w+)"
"""A party and what follows it, but for what stands behind "would": that never changes."""
FOLLOWS = {
    "would", "could", "to", "not", "were", "no", "accepted", "really", "each", "and", "together",
    "by",
    "crossed",
}  # fmt: skip
"""What may follow a party in English: no verb that changes with number."""


def messages_of(language: str) -> dict[str, str]:
    messages = Words(language)._messages
    return {key: text for key, text in messages.items() if key.startswith(("leaf.", "annexes."))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_template_foresees_or_advises(language: str) -> None:
    pattern = re.compile(rf"\b(?:{FORESEEING[language]})\b", re.IGNORECASE)
    wrong = {key: text for key, text in messages_of(language).items() if pattern.search(text)}
    assert wrong.keys() <= FIXED


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_template_speaks_of_concepts(language: str) -> None:
    pattern = re.compile(
        r"unilateral|sanction|sanksi|status quo|\b(Nash|GMR|SEQ|SMR|SSEQ)\b", re.I
    )
    wrong = [key for key, text in messages_of(language).items() if pattern.search(text)]
    assert sorted(wrong) == [f"leaf.concept.{level}" for level in range(4)]  # a title= alone


def test_a_party_is_followed_by_no_verb_that_changes_with_number() -> None:
    for key, text in messages_of("en").items():
        for follower in re.findall(PARTY, text):
            assert follower in FOLLOWS, (key, follower)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rung_is_named_alike_in_the_strip_and_in_a_sentence(language: str) -> None:
    words = Words(language)
    for level in range(4):
        assert words(f"leaf.rung.{level}").lower() == words(f"leaf.holds.{level}")
