"""Every refusal says what to do next, or stands in a list with the reason why it does not."""

from __future__ import annotations

import pytest

from refusals import ERRORS, advises, listed, messages

REASONS = {
    "allowed": "it says what there is, or what would be taken in its place",
    "app": "the app shows it beside what was chosen, which can be chosen otherwise",
    "bound": "it says how much there is and how much may be; what to leave out is the person's",
    "named": "what was typed, or stands at the line and column told, is named; it is to be mended",
    "nothing": "nothing can be done with what was given: there is nothing in it, or nothing to do",
    "passed_on": "the words, with what they advise, come from the error inside",
    "python": "only who writes Python meets it, and the argument is named",
    "system": "what the system or a library says of the file is told",
}
PASSED_ON_UNSEEN = 90
"""Messages made somewhere else and passed on by a name; the places that make them are seen."""


def test_every_message_advises_or_has_a_reason_not_to() -> None:
    silent = {(name, words) for name, _, words in messages() if words and not advises(words)}
    reasons = {
        (name, words)
        for name, by_reason in listed().items()
        for reason, these in by_reason.items()
        for words in these  # type: ignore[attr-defined]
    }
    assert sorted(silent - reasons) == [], "say what to do next, or why not, in refusals.toml"
    assert sorted(reasons - silent) == [], "is said no more, or says what to do next by now"


def test_reasons_are_of_a_closed_list_and_messages_stand_once() -> None:
    for name, by_reason in listed().items():
        assert name in ERRORS
        assert set(by_reason) <= set(REASONS)
        all_words = [words for these in by_reason.values() for words in these]  # type: ignore[attr-defined]
        assert len(all_words) == len(set(all_words))


def test_most_messages_are_seen() -> None:
    unseen = [(name, where) for name, where, words in messages() if not words]
    assert len(unseen) <= PASSED_ON_UNSEEN
    assert len(list(messages())) - len(unseen) > 600


@pytest.mark.parametrize(
    ("words", "whether"),
    [
        ("the file is empty", False),
        ("is over 4 MiB; give the reports one by one", True),
        ('unknown key "optons"{did_you_mean(key, keys)}', True),
        ("needs names of states", False),
        ("is a PDF; pip install 'satumeja[pdf]'", True),
    ],
)
def test_what_counts_as_advice(words: str, whether: bool) -> None:
    assert advises(words) is whether
