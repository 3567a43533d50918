"""Every day, written in every way the two languages write one, is read back as that day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satumeja.report import find_dates
from satumeja.report.kit import moment_given
from times import days, times

MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}
WEEKDAYS = {
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
WHOLE = {
    "id": [
        "{d} {month} {y}",
        "tanggal {d} {month} {y}",
        "{weekday}, {d} {month} {y}",
        "{weekday} ({d}/{m}/{y})",
        "{weekday} {d}/{m}/{y}",
        "{d}/{m}/{y}",
        "{d:02}-{m:02}-{y}",
        "{d:02}.{m:02}.{y}",
        "{y}-{m:02}-{d:02}",
        "{d} {MONTH} {y}",
    ],
    "en": [
        "{d} {month} {y}",
        "{month} {d}, {y}",
        "{weekday}, {d} {month} {y}",
        "{weekday}, {month} {d}, {y}",
        "the {d}{th} of {month} {y}",
        "{month} {d}{th}, {y}",
        "{weekday}, {d}/{m}/{y}",
        "{y}-{m:02}-{d:02}",
        "{d} {MONTH} {y}",
    ],
}
NEAR = {
    "id": ["{weekday}, {d} {month}", "{weekday} ({d}/{m})", "{d} {month}"],
    "en": ["{weekday}, {month} {d}", "{d} {month}", "{month} {d}"],
}
SENTENCE = {"id": "Perjanjian itu diteken pada {} di kota.", "en": "It was signed on {} there."}
INDONESIAN = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()  # noqa: SIM905
ENGLISH = (  # noqa: SIM905
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen "
    "zero ten twenty thirty forty fifty sixty seventy eighty ninety"
).split()
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31))
LANGUAGE = st.sampled_from(["id", "en"])


def written(day: dt.date, form: str, language: str) -> str:
    """Write a day in a form."""
    month = MONTHS[language].split()[day.month - 1]
    last = day.day % 10 if day.day // 10 != 1 else 0
    return form.format(
        d=day.day,
        m=day.month,
        y=day.year,
        month=month,
        MONTH=month.upper(),
        weekday=WEEKDAYS[language].split()[day.weekday()],
        th={1: "st", 2: "nd", 3: "rd"}.get(last, "th"),
    )


@given(DAYS, LANGUAGE, st.data())
def test_a_whole_date_is_read_back(day: dt.date, language: str, data: st.DataObject) -> None:
    words = written(day, data.draw(st.sampled_from(WHOLE[language])), language)
    text = SENTENCE[language].format(words)
    assert [named.split(" = ")[1] for named in times(text, language, None)] == [day.isoformat()]


@given(DAYS, st.integers(-150, 0), LANGUAGE, st.data())
def test_a_date_without_its_year_is_the_one_before(
    anchor: dt.date, shift: int, language: str, data: st.DataObject
) -> None:
    day = anchor + dt.timedelta(days=shift)
    words = written(day, data.draw(st.sampled_from(NEAR[language])), language)
    text = SENTENCE[language].format(words)
    assert [named.split(" = ")[1] for named in times(text, language, anchor)] == [day.isoformat()]


@given(DAYS, st.integers(1, 6), LANGUAGE)
def test_a_weekday_looks_back_or_ahead_by_its_sentence(
    anchor: dt.date, distance: int, language: str
) -> None:
    back, ahead = (anchor + dt.timedelta(days=sign * distance) for sign in (-1, 1))
    shapes = {
        "id": ("Rapat itu telah digelar pada {}.", "Rapat itu akan digelar pada {}."),
        "en": ("The talks were held on {}.", "The talks will be held on {}."),
    }
    for day, shape in zip((back, ahead), shapes[language], strict=True):
        text = shape.format(WEEKDAYS[language].split()[day.weekday()])
        assert [days(mention) for mention in find_dates(text, 0, len(text), language, anchor)] == [
            day.isoformat()
        ]


@given(DAYS, st.integers(1, 20), LANGUAGE, st.booleans())
def test_both_ends_of_a_range_are_read(
    first: dt.date, length: int, language: str, short: bool
) -> None:
    last = first + dt.timedelta(days=length)
    joins = {"id": (" sampai ", "-", " hingga "), "en": (" to ", "-", " until ")}[language]
    begin = (
        "{d}"
        if (first.year, first.month) == (last.year, last.month) and short
        else "{d} {month} {y}"
    )
    for join in joins:
        words = written(first, begin, language) + join + written(last, "{d} {month} {y}", language)
        text = SENTENCE[language].format(words)
        named = [time.split(" = ")[1] for time in times(text, language, None)]
        assert named == [f"{first}..{last}"]


@given(st.integers(2, 999), LANGUAGE, st.sampled_from(["day", "week", "year"]))
def test_a_number_in_words_is_that_number(count: int, language: str, unit: str) -> None:
    spell = {"id": _indonesian, "en": _english}[language]
    units = {
        "id": {"day": "hari lalu", "week": "pekan lalu", "year": "tahun lalu"},
        "en": {"day": "days ago", "week": "weeks ago", "year": "years ago"},
    }[language]
    shape = {"id": "Ia pergi {} {}.", "en": "He left {} {}."}[language]
    in_words = times(shape.format(spell(count), units[unit]), language)
    in_figures = times(shape.format(count, units[unit]), language)
    assert [one.split(" = ")[1] for one in in_words] == [one.split(" = ")[1] for one in in_figures]


def _indonesian(count: int) -> str:
    """Spell a number below 1,000 in Indonesian."""
    ones = INDONESIAN
    hundreds, rest = divmod(count, 100)
    tens, one = divmod(rest, 10)
    words = []
    if hundreds:
        words.append("seratus" if hundreds == 1 else f"{ones[hundreds]} ratus")
    if rest == 10:
        words.append("sepuluh")
    elif rest == 11:
        words.append("sebelas")
    elif tens == 1:
        words.append(f"{ones[one]} belas")
    else:
        words += [f"{ones[tens]} puluh"] if tens else []
        words += [ones[one]] if one else []
    return " ".join(words)


def _english(count: int) -> str:
    """Spell a number below 1,000 in English."""
    small, large = ENGLISH[:20], ENGLISH[20:]
    hundreds, rest = divmod(count, 100)
    tens, one = divmod(rest, 10)
    words = small[rest] if rest < 20 else large[tens] + (f"-{small[one]}" if one else "")
    if not hundreds:
        return words
    return f"{small[hundreds]} hundred" + (f" and {words}" if rest else "")


@given(st.datetimes(), st.integers(-12, 14))
def test_a_moment_given_is_read_back(moment: dt.datetime, hours: int) -> None:
    zoned = moment.replace(tzinfo=dt.timezone(dt.timedelta(hours=hours)))
    assert moment_given(zoned.isoformat()) == zoned
    assert moment_given(moment.date().isoformat()) == moment.date()


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_form_reads_inside_a_longer_number(language: str) -> None:
    shape = {"id": "Kota itu berdiri {} tahun lalu.", "en": "The town was built {} years ago."}
    for number in ("1.500", "2.750", "12.000") if language == "id" else ("1,500", "2,750"):
        (named,) = times(shape[language].format(number), language) or ["none"]
        assert named == "none" or named.startswith(number)
