"""On what day a report was published, by what that is known, and what stands beside it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from report.test_source import pdf
from satumeja.report import Report, Source, open_source, parse

STORY = {
    "en": (
        "Peru’s foreign minister said on Wednesday that Chile had broken the treaty.\n\n"
        "He said that his country was ready to talk, and that nobody wanted a war."
    ),
    "id": (
        "Menteri luar negeri Peru mengatakan pada Rabu bahwa Chile melanggar perjanjian itu.\n\n"
        "Ia mengatakan bahwa negaranya siap berunding, dan bahwa tidak ada yang ingin berperang."
    ),
}
TITLE = {"en": "Talks over the canal fail", "id": "Perundingan Soal Kanal Gagal"}


def told(report: Report) -> tuple[str | None, str | None, list[str]]:
    """Give when a report says it was published, by what, and the days it names."""
    published = report.published.isoformat() if report.published else None
    return published, report.published_by, [date.first.isoformat() for date in report.dates]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("7 April 2021", "2021-04-07"),
        ("April 7, 2021", "2021-04-07"),
        ("Wednesday, 7 April 2021", "2021-04-07"),
        ("Published On 7 Apr 2021", "2021-04-07"),
        ("Published: April 7, 2021 | Updated: April 9, 2021", "2021-04-07"),
        ("2021-04-07", "2021-04-07"),
        ("07-04-2021 10:15 WIB", "2021-04-07T10:15:00+07:00"),
        ("By S. W. | 7 April 2021 |", "2021-04-07"),
        ("By Ana Roa • Apr 7, 2021 • 4 min read", "2021-04-07"),
        ("Ana Roa | 7 April 2021", "2021-04-07"),
        ("Wednesday, 07/04/2021", "2021-04-07"),
        ("04/07/2021 10:15 AM EST", "2021-04-07T10:15:00-05:00"),
        ("07/04/2021 10:15 BST", "2021-04-07T10:15:00+01:00"),
        ("Issued 7 April 2021", "2021-04-07"),
    ],
)
def test_english_date_lines_above_a_story(line: str, published: str) -> None:
    report = parse(f"{TITLE['en']}\n\n{line}\n\n{STORY['en']}\n")
    assert told(report) == (published, "line", ["2021-04-07"])
    assert report.title == TITLE["en"]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Rabu, 7 April 2021", "2021-04-07"),
        ("Rabu, 07 Apr 2021 10:15 WIB", "2021-04-07T10:15:00+07:00"),
        ("RABU, 7 APRIL 2021 | 09:11 WIB | LAPORAN: SITI RAHMA", "2021-04-07T09:11:00+07:00"),
        ("Diterbitkan 7 April 2021", "2021-04-07"),
        ("07/04/2021, 10:15 WIB", "2021-04-07T10:15:00+07:00"),
        ("07-04-2021", "2021-04-07"),
        ("2021-04-07 10:15 WIB", "2021-04-07T10:15:00+07:00"),
        ("Oleh Siti Rahma | 7 April 2021", "2021-04-07"),
        ("Siti Rahma - detikGlobal | Rabu, 07 Apr 2021 10:15 WIB", "2021-04-07T10:15:00+07:00"),
        ("Jakarta, 7 April 2021", "2021-04-07"),
    ],
)
def test_indonesian_date_lines_above_a_story(line: str, published: str) -> None:
    report = parse(f"{TITLE['id']}\n\n{line}\n\n{STORY['id']}\n")
    assert told(report) == (published, "line", ["2021-04-07"])
    assert report.title == TITLE["id"]


@pytest.mark.parametrize(
    ("language", "last"),
    [
        ("en", "7 April 2021"),
        ("en", "Lima, 7 April 2021"),
        ("en", "Published 7 April 2021"),
        ("en", "(7 April 2021)"),
        ("id", "Jakarta, 7 April 2021"),
        ("id", "Diterbitkan 7 April 2021"),
        ("id", "Rabu, 7 April 2021"),
    ],
)
def test_a_date_line_may_stand_below_the_story(language: str, last: str) -> None:
    report = parse(f"{TITLE[language]}\n\n{STORY[language]}\n\n{last}\n")
    assert told(report) == ("2021-04-07", "line", ["2021-04-07"])
    assert len(report.paragraphs) == 2


def test_a_date_line_may_stand_below_a_standfirst_and_a_caption() -> None:
    head = (
        f"{TITLE['en']}\n\nLatest round of talks ended with no result.\n\n"
        "Neighbours view the canal as a threat [File: Handout/Reuters]\n\nPublished On 7 Apr 2021"
    )
    report = parse(f"{head}\n\n{STORY['en']}\n")
    assert told(report) == ("2021-04-07", "line", ["2021-04-07"])
    assert report.caption is not None


@pytest.mark.parametrize(
    ("dateline", "published"),
    [
        ("LIMA, April 7, 2021 (AP) - ", "2021-04-07"),
        ("LIMA, Peru, April 7, 2021 (Reuters) - ", "2021-04-07"),
        ("LIMA, 7 April 2021 - ", "2021-04-07"),
        ("LIMA (7 April 2021) – ", "2021-04-07"),
        ("LIMA, April 7 (AP) - ", None),
    ],
)
def test_the_day_of_a_dateline(dateline: str, published: str | None) -> None:
    report = parse(f"{TITLE['en']}\n\n{dateline}{STORY['en']}\n")
    assert told(report)[0] == published
    assert report.published_by == ("dateline" if published else None)


def test_figures_that_can_be_read_both_ways_date_nothing() -> None:
    report = parse(f"{TITLE['en']}\n\n03/04/2021\n\n{STORY['en']}\n")
    assert told(report) == (None, None, [])
    assert [line.kind for line in report.furniture] == ["date"]


def test_without_a_day_a_weekday_is_no_day() -> None:
    for language, story in STORY.items():
        assert told(parse(f"{TITLE[language]}\n\n{story}\n")) == (None, None, [])


CAPTION = {
    "en": "The valley in Peru on April 4, 2021. (AP Photo/Ana Roa)",
    "id": "Lembah di Peru, Minggu, 4 April 2021. (Foto: AP)",
}


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_caption_dates_nothing_for_certain(language: str) -> None:
    report = parse(f"{TITLE[language]}\n\n{CAPTION[language]}\n\n{STORY[language]}\n")
    assert (str(report.published), report.published_by) == ("2021-04-04", "caption")
    assert report.day_doubtful
    counted = [date for date in report.dates if date.start > report.paragraphs[0][0]]
    assert counted
    assert all(date.doubtful for date in counted)


def test_a_caption_without_a_mark_is_no_day_of_publication() -> None:
    caption = "The ministers of Peru and Chile sit in a hotel in Lima on April 4, 2021."
    report = parse(f"{TITLE['en']}\n\n{caption}\n\n{STORY['en']}\n")
    assert report.published is None
    assert [(str(date.first), date.doubtful) for date in report.dates] == [
        ("2021-04-04", False),
        ("2021-03-31", True),
    ]


def test_a_photo_older_than_the_news_dates_nothing() -> None:
    news = "Rapat itu digelar pada Rabu (7/4/2021), kata menteri luar negeri Peru di Lima.\n\n"
    report = parse(f"{TITLE['id']}\n\n{CAPTION['id']}\n\n{news}{STORY['id']}\n")
    assert (report.published, report.published_by) == (None, None)


def test_the_time_of_a_file_dates_nothing_for_certain() -> None:
    source = Source("wire.pdf", "pdf", STORY["en"], "0" * 64, made=dt.date(2021, 4, 8))
    report = parse(source)
    assert told(report) == ("2021-04-08", "file", ["2021-04-07"])
    assert report.day_doubtful
    assert report.dates[0].doubtful


def test_what_is_given_goes_before_all_else() -> None:
    text = f"{TITLE['en']}\n\n1 May 2020\n\n{STORY['en']}\n"
    report = parse(text, published=dt.date(2021, 4, 8))
    assert told(report) == ("2021-04-08", "given", ["2021-04-07"])
    assert not report.day_doubtful


def test_a_time_given_without_its_zone_is_in_that_of_the_language() -> None:
    report = parse(STORY["id"], published=dt.datetime.fromisoformat("2021-04-08T10:15"))
    assert str(report.published) == "2021-04-08 10:15:00+07:00"
    assert report.zone_assumed


@pytest.mark.parametrize(
    ("language", "host", "published", "assumed"),
    [
        ("id", None, "2021-12-23T00:46:00+07:00", True),
        ("id", "berita.example.com", "2021-12-23T00:46:00+07:00", True),
        ("en", "news.example.my", "2021-12-23T01:46:00+08:00", True),
        ("en", "news.example.id", "2021-12-23T00:46:00+07:00", True),
        ("en", "news.example.com", "2021-12-22T17:46:00+00:00", False),
    ],
)
def test_what_a_page_says_in_greenwich_time_is_told_in_the_outlets(
    language: str, host: str | None, published: str, assumed: bool
) -> None:
    moment = dt.datetime(2021, 12, 22, 17, 46, tzinfo=dt.UTC)
    words = {"id": "Rapat digelar hari ini, kata menteri.", "en": "They meet today, he said."}
    text = f"{STORY[language]}\n\n{words[language]}\n"
    report = parse(Source("p.html", "html", text, "0" * 64, published=moment, host=host))
    assert report.published is not None
    assert (report.published.isoformat(), report.zone_assumed) == (published, assumed)
    assert report.published_by == "page"
    assert report.dates[-1].first.isoformat() == published[:10]


def test_a_time_with_a_zone_of_its_own_keeps_it() -> None:
    moment = dt.datetime(2021, 12, 22, 17, 46, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    report = parse(Source("p.html", "html", STORY["id"], "0" * 64, published=moment))
    assert (report.published, report.zone_assumed) == (moment, False)


@pytest.mark.parametrize(
    ("head", "title", "byline"),
    [
        ("Accessibility links\n\nBreaking News\n\n{}\n\n7 April 2021", "{}", None),
        ("SC/15999\n\n{}\n\n7 April 2021", "{}", None),
        ("Menu\n\n{}\n\nBy Ana Roa | 7 April 2021", "{}", "Ana Roa"),
        ("{}\n\nBy S. W. | 7 April 2021 |", "{}", "S. W."),
        ("{}\n\nReporter\n\nAna Roa\n\n7 April 2021", "{}", "Ana Roa"),
        ("{} Wednesday, 7 April 2021 10:15 GMT", "{}", None),
        ("7 April 2021 {}", "{}", None),
        ("{} 7 April 2021", "{}", None),
        ("President Ana Borg (left) with Chile's Juan Soto\n\n{}\n\n7 April 2021", "{}", None),
    ],
)
def test_the_headline_is_neither_menu_nor_symbol_nor_caption(
    head: str, title: str, byline: str | None
) -> None:
    report = parse(f"{head.format(TITLE['en'])}\n\n{STORY['en']}\n")
    assert (report.title, report.byline) == (title.format(TITLE["en"]), byline)
    assert str(report.day) == "2021-04-07"


@pytest.mark.parametrize(
    "head",
    [
        ["{}", "Wednesday, 7 April 2021 10:15 GMT"],
        ["{} 7 April 2021"],
        ["7 April 2021", "{}"],
    ],
)
def test_the_headline_of_a_pdf_is_apart_from_its_date(tmp_path: Path, head: list[str]) -> None:
    title = "Talks over the canal fail as ministers leave Lima"
    story = [
        "Peru's foreign minister said on Wednesday that Chile had broken the treaty over",
        "the canal. The minister told reporters in Lima that his country was ready to talk,",
        "and that nobody wanted a war.",
    ]
    path = tmp_path / "wire.pdf"
    path.write_bytes(pdf([*(line.format(title) for line in head), *story]))
    report = parse(open_source(path))
    assert (report.title, str(report.day), len(report.paragraphs)) == (title, "2021-04-07", 1)


@pytest.mark.parametrize(
    "title",
    ["What we know of 7 April 2021", "Court sits on 7 April 2021", "Deadline of 7 April 2021"],
)
def test_a_date_may_be_part_of_a_headline(title: str) -> None:
    report = parse(f"{title}\n\n{STORY['en']}\n")
    assert report.title == title
    assert report.published is None


def test_a_sentence_that_ends_on_a_day_is_no_headline_with_its_date() -> None:
    lead = (
        "Warga menolak ganti rugi itu, kata kepala desa mereka di balai desa, Jumat (3/11/2023)."
    )
    report = parse(f"{lead}\n\n{STORY['id']}\n")
    assert report.published is None


def test_the_times_of_a_headline_are_read_too() -> None:
    text = f"NATO akan Bertemu Rusia Bulan Depan\n\nRabu, 7 April 2021\n\n{STORY['id']}\n"
    report = parse(text)
    assert [text[date.start : date.end] for date in report.dates] == ["Bulan Depan", "Rabu"]
    assert (str(report.dates[0].first), str(report.dates[0].last)) == ("2021-05-01", "2021-05-31")
