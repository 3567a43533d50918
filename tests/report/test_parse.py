"""Pages of many shapes: what is the article, and what is page."""

from __future__ import annotations

import datetime as dt

import pytest

from satumeja.errors import ReportError
from satumeja.report import Report, parse

BODY = {
    "id": "Kedua pihak akan bertemu pekan depan, kata juru bicara itu pada hari Rabu.",
    "en": "The two sides will meet next week, the spokesman said in a statement on Wednesday.",
}


def page(*lines: str, language: str = "id") -> Report:
    return parse("\n".join(["Dua Pihak Akan Bertemu Lagi", "", *lines, BODY[language]]))


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Kamis, 23 Desember 2021 - 00:46 WIB", "2021-12-23T00:46:00+07:00"),
        ("23/12/2021, 00:46 WIB", "2021-12-23T00:46:00+07:00"),
        ("Kompas.com - 23/12/2021, 08:05 WITA", "2021-12-23T08:05:00+08:00"),
        ("Kamis, 23 Des 2021 19.30 WIT", "2021-12-23T19:30:00+09:00"),
        ("Kamis, 23 Desember 2021 19:30", "2021-12-23T19:30:00+07:00"),
        ("Kamis, 23 Desember 2021", "2021-12-23"),
    ],
)
def test_indonesian_date_lines(line: str, moment: str) -> None:
    report = page(line)
    assert report.published is not None
    assert report.published.isoformat() == moment
    assert report.zone_assumed is line.endswith(":30")


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Thursday, December 23, 2021 3:04 PM EST", "2021-12-23T15:04:00-05:00"),
        ("Dec. 22, 2021 at 7:30 a.m. ET", "2021-12-22T07:30:00-05:00"),
        ("July 4, 2021 at 7:30 a.m. ET", "2021-07-04T07:30:00-04:00"),
        ("23 Dec 2021 12:01 GMT", "2021-12-23T12:01:00+00:00"),
        ("Published 12:15 a.m. UTC Dec. 23, 2021", "2021-12-23T00:15:00+00:00"),
    ],
)
def test_english_date_lines(line: str, moment: str) -> None:
    report = page(line, language="en")
    assert report.published is not None
    assert report.published.isoformat() == moment


@pytest.mark.parametrize(
    ("lead", "place", "language"),
    [
        ("NEW DELHI, March 4, 2024 (Reuters) - ", "New Delhi", "en"),
        ("Geneva, 4 March 2024 (AP) — ", "Geneva", "en"),
        ("JAKARTA, Senin, 4 Maret 2024 - ", "Jakarta", "id"),
        ("Jakarta, 4 Maret 2024 - ", "Jakarta", "id"),
        ("MANADO, Senin (4/3/2024) - ", "Manado", "id"),
    ],
)
def test_a_whole_date_in_the_dateline_is_the_day_of_publication(
    lead: str, place: str, language: str
) -> None:
    said = {"en": "They met yesterday, he said.", "id": "Mereka bertemu kemarin, kata dia."}
    report = parse(f"News\n\n{lead}{said[language]}")
    assert (report.place, report.published) == (place, dt.date(2024, 3, 4))
    assert [date.first for date in report.dates] == [dt.date(2024, 3, 4), dt.date(2024, 3, 3)]


def test_a_date_line_outweighs_the_dateline() -> None:
    report = parse("News\n\nMarch 5, 2024\n\nGeneva, March 4, 2024 (AP) - They met, he said.")
    assert report.published == dt.date(2024, 3, 5)


@pytest.mark.parametrize(
    ("lead", "place", "site", "agency"),
    [
        ("MOSKOW - ", "Moscow", None, ()),
        ("MOSKOW, KOMPAS.com - ", "Moscow", "KOMPAS.com", ()),
        ("Jakarta (ANTARA) - ", "Jakarta", None, ("Antara",)),
        ("JAKARTA, iNews.id - ", "Jakarta", "iNews.id", ()),
        ("Jakarta, CNN Indonesia -- ", "Jakarta", "CNN Indonesia", ()),
        ("Liputan6.com, Jakarta - ", "Jakarta", "Liputan6.com", ()),
        ("KOMPAS.com - ", None, "KOMPAS.com", ()),
        ("MOSCOW (AP) — ", "Moscow", None, ("AP",)),
        ("BRUSSELS, Dec 22 (Reuters) - ", "Brussels", None, ("Reuters",)),
        ("WASHINGTON — ", "Washington", None, ()),
        ("NEW YORK (AP) — ", "New York", None, ("AP",)),
    ],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_datelines(
    lead: str, place: str | None, site: str | None, agency: tuple[str, ...], language: str
) -> None:
    report = parse(f"Dua Pihak Akan Bertemu Lagi\n\n{lead}{BODY[language]}")
    assert (report.place, report.site, report.agency) == (place, site, agency)
    first = report.sentences[0]
    assert report.text[first.start :] == BODY[language]


@pytest.mark.parametrize(
    "line",
    [
        "Presiden tiba di istana. Foto/Dok. Istana",
        "Presiden tiba di istana. Foto: Rumgapres",
        "Ilustrasi pertemuan dua pihak.",
        "The president arrives at the palace. (AP Photo/J. Doe)",
        "Photo: The president arrives",
    ],
)
def test_captions(line: str) -> None:
    language = "en" if "president" in line else "id"
    report = page(line, language=language)
    assert report.caption is not None
    assert report.text[slice(*report.caption)] == line
    assert [report.text[a:b] for a, b in report.paragraphs] == [BODY[language]]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("(ian)", "ian"),
        ("(abc/def)", "abc/def"),
        ("Reporter: Siti Aminah", "Siti Aminah"),
        ("Penulis: Budi Santoso", "Budi Santoso"),
        ("By JANE DOE", "JANE DOE"),
    ],
)
def test_bylines(line: str, name: str) -> None:
    language = "en" if line.startswith("By") else "id"
    text = f"Dua Pihak Akan Bertemu Lagi\n\nJAKARTA - {BODY[language]}\n{line}"
    report = parse(text)
    assert report.byline == name
    assert len(report.paragraphs) == 1


def test_a_signature_at_the_end_of_the_body_is_cut_off() -> None:
    report = parse(f"Dua Pihak Akan Bertemu\n\nJAKARTA - {BODY['id']} (dra)")
    assert report.byline == "dra"
    assert report.text[slice(*report.paragraphs[-1])].endswith("hari Rabu.")


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Sepuluh hal yang perlu diketahui.",
        "Simak Video: pertemuan itu.",
        "Follow us on Twitter for updates.",
        "Share",
        "ADVERTISEMENT",
    ],
)
def test_furniture_inside_the_body_is_not_read(line: str) -> None:
    report = parse(f"Dua Pihak\n\nJAKARTA - {BODY['id']}\n{line}\n{BODY['id']}")
    assert len(report.paragraphs) == 2
    assert line in [report.text[f.start : f.end] for f in report.furniture]


def test_what_follows_the_footer_is_page() -> None:
    report = parse(f"Dua Pihak\n\nJAKARTA - {BODY['id']}\nBerita Terkait\n{BODY['id']}\n")
    assert len(report.paragraphs) == 1
    assert {f.kind for f in report.furniture} == {"footer"}


def test_no_headline_no_dateline_no_date() -> None:
    report = parse(
        '"Kami siap berunding dengan siapa saja," kata Menteri Luar Negeri Budi Santoso.'
    )
    assert report.title == ""
    assert report.published is None
    assert len(report.sentences) == 1


def test_lines_broken_by_width_are_one_paragraph() -> None:
    text = (
        "Talks to resume\n\nBRUSSELS (AP) — The two sides will meet again next week in order to\n"
        "settle the matter, the spokesman said in a statement on Wednesday, and he\n"
        "added that nobody had lost patience yet.\n"
    )
    report = parse(text)
    assert len(report.paragraphs) == 1
    assert report.text[slice(*report.paragraphs[0])].endswith("patience yet.")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark(newline: str, mark: str) -> None:
    lines = ["Dua Pihak", "", "Kamis, 23 Desember 2021 - 00:46 WIB", f"JAKARTA - {BODY['id']}"]
    text = mark + newline.join(lines)
    report = parse(text)
    assert report.title == "Dua Pihak"
    assert report.text is text
    assert report.place == "Jakarta"


POEM = "Aku ingin pulang\nke rumah yang jauh\ndi balik bukit\ndan tidak kembali\n" * 3
CODE = "import os\n\ndef main():\n    x = 1\n    if x:\n        print(os.name)\n    return x\n" * 3
CSV = "name,age,city\nAni,3,Solo\nBudi,4,Yogya\nCici,5,Malang\n" * 3
LOREM = (
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor "
    "incididunt ut labore et dolore magna aliqua. " * 3
)
LIST = "susu\ntelur dan roti\nberas untuk ibu\ngula yang putih\nkopi\n"
ESSAY = "Kebun yang baik adalah kebun yang dirawat dengan sabar dan tidak tergesa. " * 5
FRENCH = (
    "Le président de la République est arrivé dans la capitale pour les discussions avec "
    "les ministres qui sont dans une situation difficile. " * 3
)
MALAY = (
    "Menteri itu berkata bahawa mesyuarat akan diadakan kerana ia penting dan sahaja. "
    "Beliau ialah ketua, manakala yang lain turut hadir iaitu pada hari Isnin. " * 3
)
RUSSIAN = "Министр иностранных дел сказал, что переговоры начнутся в январе. " * 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("  \n\t", "empty"),
        ("Kata\0kata", "binary"),
        ("12345 67890", "no words"),
        (POEM, "not look like a news report"),
        (CODE, "program code"),
        (CSV, "table of values"),
        (LOREM, "Latin filler"),
        (LIST, "not look like a news report"),
        (ESSAY, "nobody is said to have said"),
        (FRENCH, "looks like French"),
        (MALAY, "looks like Malay"),
        (RUSSIAN, "Cyrillic script"),
        ("a" * (4 * 1024 * 1024 + 1), "4 MiB"),
        ("JAKARTA - Kata dia, itu dan ini. " * 10_000, "one by one"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_what_is_no_report_is_refused_in_one_line(text: str, says: str) -> None:
    with pytest.raises(ReportError) as caught:
        parse(text, "x.txt")
    assert says in str(caught.value)
    assert str(caught.value).startswith("x.txt: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Harga Minyak Naik Lagi",
        "BACA JUGA: Menlu Bertolak ke Jenewa",
        'Simak Video "Suasana Perbatasan"',
        "Lihat Juga Video: Detik-detik Ledakan di Pelabuhan.",
        "Tonton juga wawancara lengkapnya.",
        "[Gambas:Instagram]",
        "Pilihan Redaksi",
        "Artikel ini telah tayang di Kabar.com dengan judul Perundingan Dibuka",
        "Dapatkan update berita pilihan setiap hari, gabung di kanal Telegram kami",
        "Mari bergabung di Grup Telegram untuk berita terbaru.",
        "Halaman Selanjutnya",
        "SCROLL TO CONTINUE WITH CONTENT",
        "Bagikan artikel ini",
        "Masuk untuk berkomentar",
    ],
)
def test_lines_of_a_page_are_no_body(line: str) -> None:
    paragraph = (
        "Menteri itu mengatakan pada hari Senin bahwa perundingan akan dibuka lagi di kota."
    )
    text = (
        f"Berita\n\nKamis, 23 Desember 2021 - 00:46 WIB\n\n{paragraph}\n\n{line}\n\n{paragraph}\n"
    )
    report = parse(text)
    assert line not in [text[start:end] for start, end in report.paragraphs]
    assert len(report.paragraphs) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Masuk akal bila kedua negara memilih menunggu, kata dia.",
        "Lihat saja apa yang terjadi pada tahun lalu di perbatasan.",
        "Kirim pasukan bukan jawaban, ujar menteri itu.",
        "Ikuti saja aturannya, kata juru bicara itu kepada wartawan.",
    ],
)
def test_sentences_that_begin_like_page_lines_are_body(line: str) -> None:
    paragraph = (
        "Menteri itu mengatakan pada hari Senin bahwa perundingan akan dibuka lagi di kota."
    )
    text = f"Berita\n\nKamis, 23 Desember 2021 - 00:46 WIB\n\n{paragraph}\n\n{line}\n"
    report = parse(text)
    assert line in [text[start:end] for start, end in report.paragraphs]


NEWS = (
    "Warga tiga desa menolak ganti rugi yang ditawarkan pemerintah, kata kepala desa mereka, "
    "Jumat (3/11/2023). Mereka akan menutup jalan pekan depan.\n\n"
    "“Kami bukan anti pembangunan,” kata Yohanes Lawe seusai rapat itu di balai desa.\n"
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("SIARAN PERS\nNomor: 041/HM/VII/2024\n\nWarga Menolak Ganti Rugi\n\n", "Warga Menolak"),
        ("Wawancara Khusus\n\nWarga Menolak Ganti Rugi\n\n", "Warga Menolak"),
        ("Warga Menolak Ganti Rugi\n\nPenulis Rafi Hartanto - detikGlobal\n\n", "Warga Menolak"),
    ],
)
def test_what_kind_of_page_it_is_is_no_headline(head: str, title: str) -> None:
    report = parse(head + NEWS)
    assert report.title.startswith(title)
    assert len(report.paragraphs) == 2


def test_a_dateline_may_touch_the_story() -> None:
    report = parse(f"Warga Menolak\n\nLEWOLEBA, FLORESKABAR.net-{NEWS}")
    assert (report.place, report.site) == ("Lewoleba", "FLORESKABAR.net")
    assert report.text[report.sentences[0].start :].startswith("Warga tiga desa")


def test_relative_days_are_counted_from_the_day_of_the_news() -> None:
    report = parse(f"Warga Menolak\n\n{NEWS}")
    assert report.published is None
    assert [(date.first.isoformat(), date.last.isoformat()) for date in report.dates] == [
        ("2023-11-03", "2023-11-03"),
        ("2023-11-06", "2023-11-12"),
    ]


def test_an_agency_may_open_the_sentence() -> None:
    report = parse(f"Warga Menolak\n\n{NEWS}\nDikutip dari kantor berita Reuters, jalan sepi.\n")
    assert report.agency == ("Reuters",)


def test_a_site_may_stand_before_the_place() -> None:
    story = f"Warga Menolak\n\nBalai desa itu. (ilustrasi)\n\nKABAR.CO.ID, ATHENA -- {NEWS}"
    report = parse(story)
    assert (report.place, report.site) == ("Athens", "KABAR.CO.ID")
    assert report.caption is not None
    assert report.text[slice(*report.caption)] == "Balai desa itu. (ilustrasi)"


def test_a_paragraph_that_ends_on_the_day_of_its_source_is_no_headline() -> None:
    story = (
        "Berita\n\nJAKARTA - Iran menuntut agar Irak menarik pasukan. Iran kembali mendesak Irak "
        "mundur, demikian dikutip dari AFP, Rabu (22/12/2021).\n"
    )
    report = parse(story)
    assert [story[slice(*span)][:7] for span in report.paragraphs] == ["JAKARTA"]
