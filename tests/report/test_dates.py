"""Words that name a time, resolved against Thursday 23 December 2021."""

from __future__ import annotations

import datetime as dt

import pytest

from satumeja.report import find_dates

PUBLISHED = dt.date(2021, 12, 23)


def resolved(text: str, language: str, anchor: dt.date | None = PUBLISHED) -> list[str]:
    return [
        f"{text[d.start : d.end]}={d.first}..{d.last}"
        for d in find_dates(text, 0, len(text), language, anchor)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ia tiba kemarin.", "kemarin=2021-12-22..2021-12-22"),
        ("Pada hari Selasa, ia pergi.", "hari Selasa=2021-12-21..2021-12-21"),
        ("Pekan lalu ia pergi.", "Pekan lalu=2021-12-13..2021-12-19"),
        ("Mereka bertemu bulan depan.", "bulan depan=2022-01-01..2022-01-31"),
        ("Mereka bertemu awal tahun depan.", "awal tahun depan=2022-01-01..2022-04-30"),
        ("Ia menelepon awal bulan ini.", "awal bulan ini=2021-12-01..2021-12-10"),
        ("Perundingan akan dimulai bulan Januari.", "bulan Januari=2022-01-01..2022-01-31"),
        ("Perang itu pecah bulan Januari lalu.", "bulan Januari lalu=2021-01-01..2021-01-31"),
        ("Perundingan telah dimulai bulan Januari.", "bulan Januari=2021-01-01..2021-01-31"),
        (
            "Perang pecah lebih dari tujuh tahun lalu.",
            "lebih dari tujuh tahun lalu=2013-12-23..2014-12-23",
        ),
        ("Ia tiba Rabu (22/12/2021).", "Rabu (22/12/2021)=2021-12-22..2021-12-22"),
        ("Minggu (24/10) ia tiba.", "Minggu (24/10)=2021-10-24..2021-10-24"),
        ("Sejak 17 Agustus 1945 merdeka.", "17 Agustus 1945=1945-08-17..1945-08-17"),
        ("Terjadi pada Maret 2014.", "Maret 2014=2014-03-01..2014-03-31"),
        ("Terjadi pada 2014.", "2014=2014-01-01..2014-12-31"),
        ("Sejak tahun 1980-an.", "tahun 1980-an=1980-01-01..1989-12-31"),
        ("Dua pekan lalu ia pergi.", "Dua pekan lalu=2021-12-06..2021-12-12"),
        ("Ia pergi sebulan lalu.", "sebulan lalu=2021-11-01..2021-11-30"),
        ("Besok mereka bertemu.", "Besok=2021-12-24..2021-12-24"),
        ("Ia menulis di Twitter, Senin.", "Senin=2021-12-20..2021-12-20"),
        ("Kamis pagi tadi ia tiba.", "Kamis pagi tadi=2021-12-23..2021-12-23"),
        ("Ia tiba tanggal 24 lalu.", "tanggal 24 lalu=2021-11-24..2021-11-24"),
        ("Mereka bertemu tanggal 4 nanti.", "tanggal 4 nanti=2022-01-04..2022-01-04"),
        ("Sejak tahun 40-an.", "tahun 40-an=1940-01-01..1949-12-31"),
    ],
)
def test_indonesian(text: str, expected: str) -> None:
    assert resolved(text, "id") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He arrived yesterday.", "yesterday=2021-12-22..2021-12-22"),
        ("He left on Tuesday.", "Tuesday=2021-12-21..2021-12-21"),
        ("They will meet on Tuesday.", "Tuesday=2021-12-28..2021-12-28"),
        ("He left last week.", "last week=2021-12-13..2021-12-19"),
        ("They meet next month.", "next month=2022-01-01..2022-01-31"),
        ("They meet early next year.", "early next year=2022-01-01..2022-04-30"),
        ("Talks will begin in January.", "January=2022-01-01..2022-01-31"),
        ("Talks began in January.", "January=2021-01-01..2021-01-31"),
        ("He called earlier this month.", "earlier this month=2021-12-01..2021-12-10"),
        (
            "War broke out more than seven years ago.",
            "more than seven years ago=2013-12-23..2014-12-23",
        ),
        ("It was signed on Feb. 12, 2015.", "Feb. 12, 2015=2015-02-12..2015-02-12"),
        ("It was signed on 12 February 2015.", "12 February 2015=2015-02-12..2015-02-12"),
        ("It happened in 2014.", "2014=2014-01-01..2014-12-31"),
        ("It ended in the 1990s.", "the 1990s=1990-01-01..1999-12-31"),
    ],
)
def test_english(text: str, expected: str) -> None:
    assert resolved(text, "en") == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He may go in a march.", "en"),
        ("Sebanyak 2014 orang pergi pada 31 kali.", "id"),
        ("Tanggal 31/02/2021 tidak ada.", "id"),
        ("Skor 30/02/2021 itu salah.", "id"),
    ],
)
def test_what_names_no_day(text: str, language: str) -> None:
    assert resolved(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Pada 3 Mei 2021 ia tiba. Sebulan kemudian ia pergi.", "id", "2021-06-01..2021-06-30"),
        ("Pada 3 Mei 2021 ia tiba. Sehari kemudian ia pergi.", "id", "2021-05-04..2021-05-04"),
        ("Pada 3 Mei 2021 ia tiba. Pada hari itu ia pergi.", "id", "2021-05-03..2021-05-03"),
        ("He came on May 3, 2021. Two weeks later he left.", "en", "2021-05-17..2021-05-23"),
        ("He came on May 3, 2021. The following day he left.", "en", "2021-05-04..2021-05-04"),
    ],
)
def test_what_is_counted_from_the_day_named_last(text: str, language: str, expected: str) -> None:
    assert resolved(text, language)[-1].split("=")[1] == expected
    assert len(resolved(text.split(". ")[1], language)) == 0


def test_without_a_publication_date_only_absolute_dates_are_resolved() -> None:
    text = "Kemarin dan 17 Agustus 1945, pekan lalu."
    assert resolved(text, "id", None) == ["17 Agustus 1945=1945-08-17..1945-08-17"]


@pytest.mark.parametrize("anchor", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar(anchor: dt.date) -> None:
    for text in ("sepuluh dekade lalu", "200 tahun mendatang", "pekan lalu", "pekan depan"):
        resolved(text, "id", anchor)
