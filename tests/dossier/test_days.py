"""When statements were made and acts done, and when what they ask falls due."""

from __future__ import annotations

import datetime as dt

import pytest

from satumeja.dossier import Act, Dossier, Statement, read
from satumeja.report import parse

PUBLISHED = dt.date(2021, 12, 23)
"""A Thursday."""


def reading(sentence: str, language: str, published: dt.date | None = PUBLISHED) -> Dossier:
    title = {"en": "A canal and two states", "id": "Kanal dan dua negara"}
    filler = {
        "en": "The two states have been at odds over the canal for years, and it is a long story.",
        "id": "Kedua negara itu sudah lama berselisih soal kanal, dan ceritanya memang panjang.",
    }
    return read(
        parse(f"{title[language]}\n\n{sentence}\n\n{filler[language]}\n", published=published)
    )


def when(thing: Statement | Act) -> str | None:
    """Give the days of a statement or an act, as ``first..last precision``."""
    if thing.date is None:
        return None
    last = thing.date_end or thing.date
    days = str(thing.date) if last == thing.date else f"{thing.date}..{last}"
    return f"{days} {thing.precision}" + ("?" if thing.date_doubtful else "")


def due(act: Act) -> str | None:
    """Give the days on which something falls due."""
    if act.due is None:
        return None
    days = str(act.due) if act.due_end == act.due else f"{act.due}..{act.due_end}"
    return f"{days} {act.due_precision}"


SAID = {
    "en": [
        ("Peru said on Tuesday that Chile had broken the treaty.", "2021-12-21 day"),
        ("On Tuesday Peru said that Chile had broken the treaty.", "2021-12-21 day"),
        (
            "Last week Turkey demanded that Greece withdraw its ships.",
            "2021-12-13..2021-12-19 week",
        ),
        (
            "Turkey demanded last week that Greece withdraw its ships.",
            "2021-12-13..2021-12-19 week",
        ),
        ("In February Turkey demanded that Greece withdraw.", "2021-02-01..2021-02-28 month"),
        ("In 2019 Turkey demanded that Greece withdraw.", "2019-01-01..2019-12-31 year"),
        ("Peru rejected the offer of Chile on Monday.", "2021-12-20 day"),
        (
            "Peru, which broke off talks on Monday, said on Tuesday that it was ready.",
            "2021-12-21 day",
        ),
        ("“We were attacked on Monday,” Peru said.", None),
        ("Peru said that Chile had attacked its ships on Monday.", None),
        ("Peru said on Tuesday that it would strike on Friday.", "2021-12-21 day"),
    ],
    "id": [
        ("Peru mengatakan pada Selasa bahwa Chile melanggar perjanjian itu.", "2021-12-21 day"),
        ("Peru menuduh Chile melanggar perjanjian itu, Selasa (21/12/2021).", "2021-12-21 day"),
        ("Pekan lalu Turki menuntut agar Yunani menarik kapalnya.", "2021-12-13..2021-12-19 week"),
        (
            "Minggu lalu Turki menuntut agar Yunani menarik kapalnya.",
            "2021-12-13..2021-12-19 week",
        ),
        ("Pada Februari Turki menuntut agar Yunani mundur.", "2021-02-01..2021-02-28 month"),
        ("Bulan lalu Turki menuntut agar Yunani mundur.", "2021-11-01..2021-11-30 month"),
        ("Peru menolak tawaran Chile pada Senin.", "2021-12-20 day"),
        ("Presiden Chile yang dilantik tahun lalu menuduh Peru melanggar perjanjian.", None),
        ("Presiden Chile yang dilantik Senin menuduh Peru, Selasa.", "2021-12-21 day"),
        ("“Kami diserang pada Senin,” kata Presiden Peru Ana Borg.", None),
        ("Peru mengatakan, Selasa, pihaknya akan menyerang pada Jumat.", "2021-12-21 day"),
        ("Tadi malam Peru menuntut agar Chile mundur.", "2021-12-22 day"),
    ],
}


@pytest.mark.parametrize(
    ("language", "sentence", "days"),
    [(language, *case) for language, cases in SAID.items() for case in cases],
)
def test_when_something_was_said(language: str, sentence: str, days: str | None) -> None:
    statements = reading(sentence, language).statements
    assert statements
    assert when(statements[0]) == days


DUE = {
    "en": [
        (
            "Peru demanded on Tuesday that Chile withdraw by Friday.",
            "demand",
            "2021-12-21 day",
            "2021-12-24 day",
        ),
        (
            "Peru demanded that Chile withdraw within two weeks.",
            "demand",
            None,
            "2021-12-23..2022-01-06 span",
        ),
        (
            "Peru demanded that Chile withdraw no later than January 10.",
            "demand",
            None,
            "2022-01-10 day",
        ),
        (
            "Peru demanded that Chile withdraw before March.",
            "demand",
            None,
            "2022-03-01..2022-03-31 month",
        ),
        (
            "“We will strike Chile from Monday if it attacks,” Peru’s leader said on Tuesday.",
            "threaten",
            "2021-12-21 day",
            "2021-12-27 day",
        ),
        (
            "Peru promised on Monday to withdraw its troops next month.",
            "promise",
            "2021-12-20 day",
            "2022-01-01..2022-01-31 month",
        ),
        (
            "Peru offered Chile to withdraw its troops by the end of the year.",
            "offer",
            None,
            "2021-12-31 day",
        ),
    ],
    "id": [
        ("Peru menuntut agar Chile mundur paling lambat Jumat.", "demand", None, "2021-12-24 day"),
        ("Peru menuntut agar Chile mundur sebelum 10 Januari.", "demand", None, "2022-01-10 day"),
        (
            "Selasa lalu Peru menuntut agar Chile mundur dalam dua pekan.",
            "demand",
            "2021-12-21 day",
            "2021-12-23..2022-01-06 span",
        ),
        (
            "Peru menuntut agar Chile menarik pasukannya sampai Senin.",
            "demand",
            None,
            "2021-12-27 day",
        ),
        (
            "Peru mengancam akan menyerang Chile mulai Senin jika Chile menolak.",
            "threaten",
            "2021-12-27 day",  # the day of what it will do, since nothing says when it spoke
            "2021-12-27 day",
        ),
        (
            "Peru berjanji akan menarik pasukannya bulan depan, Selasa (21/12).",
            "promise",
            "2021-12-21 day",
            "2022-01-01..2022-01-31 month",
        ),
        (
            "Peru menuntut agar Chile mundur dalam waktu 3x24 jam.",
            "demand",
            None,
            "2021-12-23..2021-12-26 span",
        ),
    ],
}


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "days", "deadline"),
    [(language, *case) for language, cases in DUE.items() for case in cases],
)
def test_a_deadline_is_when_it_falls_due_and_not_when_it_was_asked(
    language: str, sentence: str, kind: str, days: str | None, deadline: str
) -> None:
    acts = [act for act in reading(sentence, language).acts if act.kind == kind]
    assert [(when(act), due(act)) for act in acts[:1]] == [(days, deadline)]


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "days"),
    [
        ("en", "Peru and Chile met on Monday in Lima.", "meet", "2021-12-20 day"),
        ("en", "Peru agreed to meet Chile on Monday.", "agree_to_talk", "2021-12-27 day"),
        (
            "en",
            "Peru and Chile met from Monday to Wednesday.",
            "meet",
            "2021-12-20..2021-12-22 span",
        ),
        ("id", "Peru mengerahkan pasukan ke perbatasan pada Senin.", "mobilise", "2021-12-20 day"),
        (
            "id",
            "Peru dan Chile akan bertemu di Lima pada Januari.",
            "agree_to_talk",
            "2022-01-01..2022-01-31 month",
        ),
    ],
)
def test_a_meeting_is_dated_by_when_it_is_held(
    language: str, sentence: str, kind: str, days: str
) -> None:
    acts = [act for act in reading(sentence, language).acts if act.kind == kind]
    assert [when(act) for act in acts[:1]] == [days]


def test_days_counted_from_an_inferred_day_are_doubtful_everywhere() -> None:
    text = (
        "Talks fail\n\nThe valley in Peru on April 4, 2021. (AP Photo/Ana Roa)\n\n"
        "Peru’s foreign minister said on Wednesday that Chile had broken the treaty.\n"
    )
    dossier = read(parse(text))
    (statement,) = dossier.statements
    assert when(statement) == "2021-03-31 day?"
    assert all(act.date_doubtful for act in dossier.acts if act.date)
    article, document = dossier.to_json()["article"], dossier.to_json()
    assert (article["published"], article["published_inferred"]) == (None, "2021-04-04")
    assert document["statements"][0]["date_doubtful"] is True
    assert document["dates"][-1]["approximate"] is True


def test_without_a_day_of_publication_nothing_is_dated_by_a_weekday() -> None:
    dossier = reading("Peru said on Tuesday that Chile must withdraw by Friday.", "en", None)
    assert [when(one) for one in dossier.statements] == [None]
    assert [(when(act), due(act)) for act in dossier.acts] == [(None, None)]
