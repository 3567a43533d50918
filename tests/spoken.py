"""What tests of words have in common: blanks, plural forms, and which keys code speaks of."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from pathlib import Path

from satumeja.messages import Messages

PLURALS = {"zero", "one", "two", "few", "many", "other"}
ENGLISH = re.compile(
    r"\b(the|of|is|are|and|not|or|if|with|from|under|state|stable|move|moves|others|for|by|which)\b",
    re.IGNORECASE,
)


def blanks(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def parted(words: Messages) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Part the messages without plural forms from those with them."""
    messages = {key: words._messages[key] for key in words.keys()}  # noqa: SIM118
    plurals: dict[str, dict[str, str]] = {}
    for key in list(messages):
        stem, _, form = key.rpartition(".")
        if form in PLURALS:
            plurals.setdefault(stem, {})[form] = messages.pop(key)
    return messages, plurals


def patterns_of(files: Iterable[Path]) -> list[re.Pattern[str]]:
    """Collect what code says as keys; a blank in an f-string stands for any word."""
    found = set()
    for path in files:
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r"[\"']([a-z_]+(?:\.(?:[a-z_.]|\{[^}]*\})+)?)[\"']", text))
        found |= {f"{stem}{{}}" for stem in re.findall(r'"([a-z_]+\.)" ~ ', text)}
    return [re.compile(re.sub(r"\\\{.*?\\\}", r"[\\w-]+", re.escape(key))) for key in found]


def english_in(message: str) -> bool:
    """Whether a message that should be Indonesian has English words of its own."""
    return bool(ENGLISH.search(re.sub(r"\{\w+\}|“.*?”", "", message)))
