"""What is said of model files is said in both languages, with the same blanks, and is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from formats.samples import BORDER
from satumeja.formats import describe, loads
from satumeja.formats.words import messages_in, remark
from satumeja.messages import LANGUAGES
from spoken import blanks, english_in, parted, patterns_of

ROOM = Path(__file__).parents[3] / "src" / "satumeja" / "formats"


def test_both_languages_say_the_same() -> None:
    (english, plural), (bahasa, many) = (parted(messages_in(each)) for each in LANGUAGES)
    assert english.keys() == bahasa.keys()
    assert plural.keys() == many.keys()
    for key, template in english.items():
        assert blanks(template) == blanks(bahasa[key]), key
    for key, forms in plural.items():
        assert {*forms} == {"one", "other"}, key
        assert {*many[key]} == {"other"}, key
        filled = [blanks(form) | {"count"} for form in (*forms.values(), *many[key].values())]
        assert filled == filled[:1] * 3, key


def test_every_message_is_used() -> None:
    messages, plurals = parted(messages_in("en"))
    patterns = patterns_of(ROOM.rglob("*.py"))
    assert [
        key for key in [*messages, *plurals] if not any(p.fullmatch(key) for p in patterns)
    ] == []


def test_no_english_in_the_indonesian_messages() -> None:
    bahasa = messages_in("id")
    for key in bahasa.keys():  # noqa: SIM118
        assert not english_in(bahasa._messages[key]), key


def test_numbers_in_remarks_are_grouped_as_the_language_does() -> None:
    many = remark("warning.above", most=1_048_576)
    assert many.startswith("more than 1,048,576 states")
    assert many.in_language("id").startswith("lebih dari 1.048.576 keadaan")


def test_the_contents_are_said_in_indonesian() -> None:
    model = loads(BORDER.replace('status_quo: "NN|NY"\n', ""))
    lines = describe(model).lines("id")
    assert lines[1] == "9 keadaan yang mungkin dari 16 kombinasi 4 opsi"
    assert lines[2].startswith("pengambil keputusan russia: 2 opsi, preferences (3 pernyataan, 1 ")
    assert lines[4] == "tidak mungkin, syarat attack & talk: membuang 4, menyisakan 12"
    assert lines[-1] == "peringatan: status quo tidak disebut"
    assert not re.search(r"\b(?:decision|infeasible|leaves|warning)\b", "\n".join(lines))


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_is_one(language: str) -> None:
    single = remark("warning.dossier", count=1, source="wire").in_language(language)
    assert ("the 1 reference to it is" in single) == (language == "en")
