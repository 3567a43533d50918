"""What two languages write is what the Unicode CLDR has, told by a library that has all of it."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from satumeja.messages import LANGUAGES
from satumeja.writing import WRITING

LOCALES = {"en": "en_GB", "id": "id"}


def test_every_language_is_written() -> None:
    assert tuple(WRITING) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_grouped_and_plural_as_the_language_has_it(language: str) -> None:
    writing, locale = WRITING[language], LOCALES[language]
    draws = random.Random(1)
    for drawn in (0, 1, -1, 2, 999, *(draws.randrange(-(10**24), 10**24) for _ in range(300))):
        number = drawn // 10 ** draws.randrange(24)
        assert writing.number(number) == format_decimal(number, locale=locale)
        assert writing.plural(number) == Locale.parse(locale).plural_form(number)
        exact = Decimal(number).scaleb(-draws.randrange(9)).normalize()
        babel = format_decimal(exact, locale=locale, decimal_quantization=False)
        assert writing.number(exact) == babel


@pytest.mark.parametrize("language", LANGUAGES)
def test_shares_are_rounded_as_babel_rounds(language: str) -> None:
    draws = random.Random(2)
    for share in (0.0, 1.0, 0.0005, 0.00150, 12.5, *(draws.random() for _ in range(500))):
        for given in (share, round(share, 4), round(share * 2000) / 2000):
            babel = format_percent(given, format="#,##0.#%", locale=LOCALES[language])
            assert WRITING[language].percent(given) == babel


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_and_lists_are_those_of_the_language(language: str) -> None:
    writing, locale = WRITING[language], LOCALES[language]
    draws = random.Random(3)
    for _ in range(300):
        day = dt.date.fromordinal(draws.randrange(1, 3_000_000))
        assert writing.day(day) == format_date(day, format="long", locale=locale)
        assert writing.month(day) == format_skeleton("yMMMM", day, locale=locale)
    for count in range(6):
        items = list("abcde")[:count]
        assert writing.joined(items, "and") == format_list(items, "standard", locale=locale)
        assert writing.joined(items, "or") == format_list(items, "or", locale=locale)
