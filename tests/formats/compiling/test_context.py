"""What occurs all over a file: ids, dates, languages, evidence."""

from __future__ import annotations

import pytest

from formats.samples import BORDER, changed, faults_of

FAULTS = [
    (
        "{en: A border, id",
        "{en: A border, idn",
        ['2:23: unknown language "idn"; write an ISO 639-1 code such as "en" or "id"'],
    ),
    (
        "2021-12-23",
        "2021-02-30",
        ['3:8: "2021-02-30" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD'],
    ),
    (
        "2021-12-23",
        "23 December",
        ['3:8: "23 December" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD'],
    ),
    (
        "languages: [en, id]",
        "languages: [en, indonesian]",
        ['4:17: unknown language "indonesian"; write an ISO 639-1 code such as "en" or "id"'],
    ),
    (
        "  wire:",
        "  my wire:",
        [
            '6:3: "my wire" cannot be an id: write letters, digits, "_", "-" and "."',
            '10:49: unknown source "wire" in evidence; did you mean "my wire"?',
            '14:75: unknown source "wire" in evidence; did you mean "my wire"?',
        ],
    ),
    (
        "[wire#s1]",
        "[wirre#s1]",
        ['10:49: unknown source "wirre" in evidence; did you mean "wire"?'],
    ),
    ("[wire#s1]", "['wire#']", ['10:54: "wire#" ends after "#"; write what it refers to']),
    (
        "[wire#s1]",
        "['wire:x#y']",
        [
            (
                '10:55: "x#y" is no place in a dossier; write a report as r2, what it says as '
                "r2#s3 or r2#a7"
            )
        ],
    ),
    ("[wire#s1]", "['wire:']", ['10:54: "wire:" ends after ":"; write what it refers to']),
    (
        "[wire#s1]",
        "['wire:r1#s1@1a2b']",
        ['10:60: "@1a2b" is no fingerprint; one is written @1a2b3c4d'],
    ),
    ("[wire#s1]", "['wire@x']", ['10:54: "@x" is no fingerprint; one is written @1a2b3c4d']),
    (
        "[wire#s1]",
        "['wirre:r1#s1']",
        ['10:50: unknown source "wirre" in evidence; did you mean "wire"?'],
    ),
    (
        "date: 2022-01",
        "date: January",
        ['25:39: "January" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD'],
    ),
    (
        "  geneva:",
        "  in geneva:",
        ['25:3: "in geneva" cannot be an id: write letters, digits, "_", "-" and "."'],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_has_its_place_and_words(old: str, new: str, faults: list[str]) -> None:
    assert faults_of(changed(BORDER, old, new)) == faults
