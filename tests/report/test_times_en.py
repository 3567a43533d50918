"""English times by kind, with the days they mean; counted from Thursday 23 December 2021."""

from __future__ import annotations

import pytest

from times import times

COUNTED = [
    ("War broke out twenty-five years ago.", "twenty-five years ago = 1996-01-01..1996-12-31"),
    ("War broke out twenty five years ago.", "twenty five years ago = 1996-01-01..1996-12-31"),
    ("War broke out thirteen years ago.", "thirteen years ago = 2008-01-01..2008-12-31"),
    ("War broke out forty years ago.", "forty years ago = 1981-01-01..1981-12-31"),
    ("The town fell a hundred years ago.", "a hundred years ago = 1921-01-01..1921-12-31"),
    (
        "The town fell one hundred and fifty years ago.",
        "one hundred and fifty years ago = 1871-01-01..1871-12-31",
    ),
    ("The town was built 1,500 years ago.", "1,500 years ago = 0521-01-01..0521-12-31"),
    ("He left a week ago.", "a week ago = 2021-12-13..2021-12-19"),
    ("He left two weeks ago.", "two weeks ago = 2021-12-06..2021-12-12"),
    ("He left a fortnight ago.", "a fortnight ago = 2021-12-09"),
    ("It began a century ago.", "a century ago = 1921-01-01..1921-12-31"),
    ("He left three days ago.", "three days ago = 2021-12-20"),
    ("They will meet in two weeks.", "in two weeks = 2022-01-03..2022-01-09"),
    ("They will meet two weeks from now.", "two weeks from now = 2022-01-03..2022-01-09"),
    ("He left the week before last.", "the week before last = 2021-12-06..2021-12-12"),
    ("It began the year before last.", "the year before last = 2019-01-01..2019-12-31"),
]

PARTS_OF_UNITS = [
    ("He took office 1.5 years ago.", "1.5 years ago = 2020-06-01..2020-06-30"),
    (
        "He took office one and a half years ago.",
        "one and a half years ago = 2020-06-01..2020-06-30",
    ),
    ("He took office a year and a half ago.", "a year and a half ago = 2020-06-01..2020-06-30"),
    ("He took office half a year ago.", "half a year ago = 2021-06-01..2021-06-30"),
    ("He took office 2.5 years ago.", "2.5 years ago = 2019-06-01..2019-06-30"),
    ("He took office 1½ years ago.", "1½ years ago = 2020-06-01..2020-06-30"),
    (
        "He took office three and a half years ago.",
        "three and a half years ago = 2018-06-01..2018-06-30",
    ),
    ("It began half a decade ago.", "half a decade ago = 2016-01-01..2016-12-31"),
    ("It began a decade and a half ago.", "a decade and a half ago = 2006-01-01..2006-12-31"),
    ("It began a century and a half ago.", "a century and a half ago = 1871-01-01..1871-12-31"),
    ("The town fell half a century ago.", "half a century ago = 1971-01-01..1971-12-31"),
    (
        "He took office two and a half years ago.",
        "two and a half years ago = 2019-06-01..2019-06-30",
    ),
]

INEXACT = [
    "War broke out several years ago.",
    "War broke out a few years ago.",
    "War broke out many years ago.",
    "War broke out dozens of years ago.",
    "He left a couple of weeks ago.",
    "He left some years ago.",
    "He left two or three years ago.",
    "He left two to three months ago.",
    "He left 3-4 weeks ago.",
    "They will meet in a few weeks.",
    "They will meet in several months.",
    "Hundreds of years ago the town fell.",
]

WEEKS = [
    ("He left last week.", "last week = 2021-12-13..2021-12-19"),
    ("They will meet next week.", "next week = 2021-12-27..2022-01-02"),
    ("He left on Monday last week.", "Monday last week = 2021-12-13"),
    ("He left on Monday of last week.", "Monday of last week = 2021-12-13"),
    ("They will meet on Wednesday next week.", "Wednesday next week = 2021-12-29"),
    ("He left on Tuesday this week.", "Tuesday this week = 2021-12-21"),
    ("They will meet this weekend.", "this weekend = 2021-12-25..2021-12-26"),
    ("He left last weekend.", "last weekend = 2021-12-18..2021-12-19"),
    ("They will meet next weekend.", "next weekend = 2022-01-01..2022-01-02"),
    (
        "They will meet in the first week of January 2022.",
        "the first week of January 2022 = 2022-01-01..2022-01-07",
    ),
    ("He left earlier this week.", "earlier this week = 2021-12-20..2021-12-23"),
    ("They will meet later this week.", "later this week = 2021-12-23..2021-12-26"),
]

RANGES = [
    ("Talks were held on 21-23 December.", "21-23 December = 2021-12-21..2021-12-23"),
    ("Talks were held on December 21-23, 2021.", "December 21-23, 2021 = 2021-12-21..2021-12-23"),
    ("Talks were held from 1 to 3 May 2021.", "1 to 3 May 2021 = 2021-05-01..2021-05-03"),
    ("Talks were held between 3 and 5 May.", "3 and 5 May = 2021-05-03..2021-05-05"),
    ("Talks will be held between 3 and 5 January.", "3 and 5 January = 2022-01-03..2022-01-05"),
    (
        "They met Monday to Wednesday last week.",
        "Monday to Wednesday last week = 2021-12-13..2021-12-15",
    ),
    ("They will strike from Monday to Thursday.", "Monday to Thursday = 2021-12-27..2021-12-30"),
    (
        "The strike lasted from Monday to Wednesday.",
        "Monday to Wednesday = 2021-12-20..2021-12-22",
    ),
    (
        "The war lasted from January to March 2020.",
        "January to March 2020 = 2020-01-01..2020-03-31",
    ),
    (
        "Talks will run from January through March.",
        "January through March = 2022-01-01..2022-03-31",
    ),
    (
        "The war lasted from November 2020 to March 2021.",
        "November 2020 to March 2021 = 2020-11-01..2021-03-31",
    ),
    ("The war lasted from 2014 to 2018.", "2014 to 2018 = 2014-01-01..2018-12-31"),
    (
        "They will strike from December 28 to January 3.",
        "December 28 to January 3 = 2021-12-28..2022-01-03",
    ),
    (
        "Talks were held from 28 April to 3 May 2021.",
        "28 April to 3 May 2021 = 2021-04-28..2021-05-03",
    ),
    ("Talks were held on May 3rd to 5th, 2021.", "May 3rd to 5th, 2021 = 2021-05-03..2021-05-05"),
]

DEADLINES = [
    ("Peru demanded that Chile withdraw by Friday.", "Friday = 2021-12-24"),
    ("They gave Chile until Monday to withdraw.", "Monday = 2021-12-27"),
    ("Chile must withdraw before Friday.", "Friday = 2021-12-24"),
    ("Chile must answer no later than Wednesday.", "Wednesday = 2021-12-29"),
    ("We will strike from Monday.", "Monday = 2021-12-27"),
    ("The union announced a strike from Monday.", "Monday = 2021-12-27"),
    ("They struck from Monday.", "Monday = 2021-12-20"),
    ("They have until midnight on Friday to respond.", "Friday = 2021-12-24"),
    ("They threatened to strike from Monday.", "Monday = 2021-12-27"),
    ("They extended the truce until Wednesday.", "Wednesday = 2021-12-29"),
    ("Peru demanded that Chile withdraw by January.", "January = 2022-01-01..2022-01-31"),
    ("The strike lasted until Tuesday.", "Tuesday = 2021-12-21"),
    ("They have been on strike since Monday.", "Monday = 2021-12-20"),
    (
        "Peru demanded that Chile withdraw within two weeks.",
        "within two weeks = 2021-12-23..2022-01-06",
    ),
    ("Chile must withdraw within 48 hours.", "within 48 hours = 2021-12-23..2021-12-25"),
    ("By Tuesday 300 people had died.", "Tuesday = 2021-12-21"),
    (
        "They want the answer by the end of the month.",
        "the end of the month = 2021-12-31",
    ),
]

NAMES_OF_THINGS = [
    ("The February wages have not been paid.", "February = 2021-02-01..2021-02-28"),
    ("Wages for March have not been paid.", "March = 2021-03-01..2021-03-31"),
    ("February’s wages have not been paid.", "February = 2021-02-01..2021-02-28"),
    ("Their January salaries are still owed.", "January = 2021-01-01..2021-01-31"),
    ("They have not got their March pay.", "March = 2021-03-01..2021-03-31"),
    ("Payments for January are overdue.", "January = 2021-01-01..2021-01-31"),
    ("The January figures are out.", "January = 2021-01-01..2021-01-31"),
    ("Rents for May are unpaid.", "May = 2021-05-01..2021-05-31"),
    ("January inflation was high.", "January = 2021-01-01..2021-01-31"),
    ("The bills for February are due.", "February = 2021-02-01..2021-02-28"),
]

SINGLE_DAYS = [
    ("He left the day before yesterday.", "the day before yesterday = 2021-12-21"),
    ("They will meet the day after tomorrow.", "the day after tomorrow = 2021-12-25"),
    ("He arrived last night.", "last night = 2021-12-22"),
    ("He arrived yesterday morning.", "yesterday morning = 2021-12-22"),
    ("They will meet tomorrow evening.", "tomorrow evening = 2021-12-24"),
    ("It was signed on 2021-12-22.", "2021-12-22 = 2021-12-22"),
    ("It was signed on 22-12-2021.", "22-12-2021 = 2021-12-22"),
    ("It was signed on 22/12/2021.", "22/12/2021 = 2021-12-22"),
    ("It was signed on 12/22/2021.", "12/22/2021 = 2021-12-22"),
    ("It was signed on 03/04/2021.", "03/04/2021 = 2021-03-04?"),
    ("It was signed on the 3rd of May.", "the 3rd of May = 2021-05-03"),
    ("It was signed on May 3rd, 2021.", "May 3rd, 2021 = 2021-05-03"),
    ("They will meet this Friday.", "this Friday = 2021-12-24"),
    ("The president said on Monday that he would resign.", "Monday = 2021-12-20"),
    ("He will resign on Monday, the president said.", "Monday = 2021-12-27"),
    ("They will meet on Thursday.", "Thursday = 2021-12-23?"),
    ("They called off Monday’s meeting.", "Monday = 2021-12-20?"),
    ("They met on the 16th.", "the 16th = 2021-12-16"),
    ("The March 15 deadline passed.", "March 15 = 2021-03-15"),
    (
        "Talks will resume in the week of January 10.",
        "the week of January 10 = 2022-01-10..2022-01-16",
    ),
    ("They will meet on Monday, January 10.", "Monday, January 10 = 2022-01-10"),
    ("It was signed on May 3 last year.", "May 3 last year = 2020-05-03"),
]

UNITS = [
    ("They will meet early next year.", "early next year = 2022-01-01..2022-04-30"),
    ("They met in mid-May 2021.", "mid-May 2021 = 2021-05-11..2021-05-20"),
    (
        "Exports fell in the first quarter of 2021.",
        "the first quarter of 2021 = 2021-01-01..2021-03-31",
    ),
    ("Exports fell in Q3 2021.", "Q3 2021 = 2021-07-01..2021-09-30"),
    ("Exports fell last quarter.", "last quarter = 2021-07-01..2021-09-30"),
    (
        "Exports fell in the second half of 2021.",
        "the second half of 2021 = 2021-07-01..2021-12-31",
    ),
    (
        "Some 300 people died in the past two months.",
        "the past two months = 2021-10-23..2021-12-23",
    ),
    ("He was born in March last year.", "March last year = 2020-03-01..2020-03-31"),
    ("They met in the middle of May 2021.", "the middle of May 2021 = 2021-05-11..2021-05-20"),
    ("The budget of fiscal year 2021 grew.", "fiscal year 2021 = 2021-01-01..2021-12-31?"),
    ("They will meet over the next ten days.", "the next ten days = 2021-12-23..2022-01-02"),
]

KINDS = [
    *COUNTED,
    *PARTS_OF_UNITS,
    *WEEKS,
    *RANGES,
    *DEADLINES,
    *NAMES_OF_THINGS,
    *SINGLE_DAYS,
    *UNITS,
]


@pytest.mark.parametrize(("text", "named"), KINDS)
def test_a_time_means_its_days(text: str, named: str) -> None:
    assert times(text, "en") == [named]


@pytest.mark.parametrize("text", INEXACT)
def test_a_number_that_is_not_exact_gives_no_certain_day(text: str) -> None:
    assert all(named.endswith("?") for named in times(text, "en"))


@pytest.mark.parametrize(
    "text",
    [
        "They met two days after Monday.",
        "They meet every Monday.",
        "The Sunday Times reported it.",
        "They spoke on Good Friday.",
        "In the first three months of 2021 prices rose.",
        "Within ten days they took the town.",
        "Resolution 2334 of 2016 was broken.",
        "They met two weeks before the vote.",
        "The war lasted for three years.",
        "He met them two days earlier.",
        "Talks are at the beginning of the year.",
        "It was the fortieth of February 30, 2021.",
        "They hope for the first time in five years.",
        "They will march on.",
    ],
)
def test_what_is_not_said_stays_unknown(text: str) -> None:
    assert times(text, "en") == []


@pytest.mark.parametrize("text", [sentence for sentence, _ in KINDS])
def test_without_a_day_to_count_from_only_whole_dates_are_told(text: str) -> None:
    whole = times(text, "en", None)
    assert set(whole) <= set(times(text, "en"))
    assert all("last" not in named and "next" not in named for named in whole)
