"""Who says what in Indonesian disputes, and where nobody says anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.reports import check, story

CASES = Path(__file__).parents[2] / "data" / "said" / "id.txt"


def cases() -> Iterator[tuple[str, list[str]]]:
    """Give the reports of the file, each with its statements as "speaker: words"."""
    for block in CASES.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        body = [line for line in lines if not line.startswith(("  ", "#"))]
        if body:
            yield "\n".join(body), [line.strip() for line in lines if line.startswith("  ")]


@pytest.mark.parametrize(("body", "expected"), list(cases()))
def test_who_says_what(body: str, expected: list[str]) -> None:
    dossier = story(body)
    check(dossier)
    spoken = [f"{one.speaker or '-'}: {dossier.words(one.content)}" for one in dossier.statements]
    assert spoken == expected


def test_the_cases_are_many() -> None:
    assert len(list(cases())) >= 150
