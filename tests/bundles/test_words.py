"""What is said of files is said in both languages, and of every kind of file."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from string import Formatter

import pytest

import satumeja.bundles
from satumeja.brief.words import Words
from satumeja.bundles._bundle import _OPENED
from satumeja.bundles._types import _WORDS
from satumeja.bundles.kinds import FIELDS
from satumeja.bundles.reading import read_moment
from satumeja.messages import LANGUAGES, Messages

SOURCE = Path(satumeja.bundles.__path__[0])


def test_every_note_has_words_in_both_languages_and_no_words_are_left_over() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    calls = re.findall(r"\b(?:Left|Note)\(\s*((?:\"\w+\"(?: if [\w.]+ else )?)+)", code)
    keys = {key for call in calls for key in re.findall(r'"(\w+)"', call)}
    keys |= set(re.findall(r'"(event_(?!date|type|mode|id_cnty)\w+)"(?=, [\w".]+)', code))
    assert len(keys) > 10
    blanks = []
    for language in LANGUAGES:
        say = Messages(_WORDS, language)
        assert {f"notes.{key}" for key in keys} | {"article"} == set(say.keys())
        templates = {key: say._messages[key] for key in say.keys()}  # noqa: SIM118
        blanks.append(
            {
                key: sorted(name for _, name, *_ in Formatter().parse(words) if name)
                for key, words in templates.items()
            }
        )
    assert blanks[0] == blanks[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_field_is_called_something(language: str) -> None:
    words = Words(language)
    code = (SOURCE / "_bundle.py").read_text(encoding="utf-8")
    kinds = set(re.findall(r'Bundle\(\s*name, "([\w-]+)"', code))
    assert len(kinds) >= len(_OPENED) - 3
    assert all(f"bundle.kind.{kind}" in words for kind in kinds)
    assert all(f"bundle.field.{field}" in words for field in FIELDS)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("January 11, 2010 Monday", "2010-01-11"),
        ("Monday 11 January 2010", "2010-01-11"),
        ("11. Januar 2010 Montag 7:15 AM GMT+1", "2010-01-11"),
        ("lundi 11 janvier 2010", "2010-01-11"),
        ("1er février 2010", "2010-02-01"),
        ("11 de enero de 2010", "2010-01-11"),
        ("Senin, 9 Agustus 2021", "2021-08-09"),
        ("9 Agu 2021", "2021-08-09"),
        ("13września2021", "2021-09-13"),
        ("3rd of March, 2021", "2021-03-03"),
        ("2021-12-23T09:15:00+07:00", "2021-12-23"),
        ("20211223", "2021-12-23"),
        ("2021年12月23日", "2021-12-23"),
        ("23.12.2021", "2021-12-23"),
        ("12/23/2021", "2021-12-23"),
        ("Thu, 23 Dec 2021 08:00:00 +0000", "2021-12-23"),
        ("03/04/2021", None),
        ("31 February 2021", None),
        ("Page 12 of 2021", None),
        ("no day at all", None),
    ],
)
def test_days_are_read_as_archives_write_them(words: str, day: str | None) -> None:
    moment = read_moment(words)
    assert (moment.isoformat()[:10] if moment else None) == day


def test_a_day_is_looked_for_where_one_is_stated_and_not_through_all_of_a_long_line() -> None:
    assert read_moment("1 January 2010" + " x" * 50_000) == dt.date(2010, 1, 1)
    assert read_moment("x " * 50_000 + "1 January 2010") is None
