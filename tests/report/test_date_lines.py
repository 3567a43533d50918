"""The day of publication in all the shapes in which pages, datelines and signatures give it."""

from __future__ import annotations

import pytest

from satumeja.report import parse

TITLE = {
    "en": "Dockers to walk out over night shift rules",
    "id": "Buruh Pelabuhan Ancam Mogok soal Aturan Malam",
}
STORY = {
    "en": "The Dockers' Union of Port Arlen said on Monday that its members would walk out. The "
    "harbour board rejected the claim.\n\nThe mayor told reporters that talks were needed.",
    "id": "Serikat Buruh Pelabuhan menyatakan pada Senin bahwa anggotanya akan mogok. Dewan "
    "pelabuhan menolak tuntutan itu.\n\nWali kota mengatakan kepada wartawan bahwa perundingan "
    "masih perlu.",
}
LINES = {
    "en": [
        "2024-03-12T14:05:00Z",
        "2024-03-12T14:05:00+02:00",
        "2024/03/12",
        "12.03.2024 | 14:05 GMT",
        "Published On 12 Mar 2024",
        "First published on Tue 12 Mar 2024 06.00 GMT",
        "Last updated: 2024-03-12T23:40:00Z",
        "Published March 12, 2024 | Updated March 13, 2024",
        "Updated 13 March 2024, first published 12 March 2024",
        "13 March 2024, 09:00 (updated) | 12 March 2024, 14:05",
        "12 March 2024, 14:05 (updated 13 March 2024, 09:00)",
        "By Ana Roa, Port Arlen, 12 March 2024",
        "Labour correspondent Ana Roa, 12 March 2024",
        "PORT ARLEN, Tuesday, March 12, 2024 (Coast News Agency)",
        "Port Arlen Courier (weekend edition), 12 March 2024",
        "The Port Arlen Courier — Tuesday 12 March 2024",
        "Port Arlen, Tue 12 March 2024, 6 pm",
        "Written by Ana Roa on 12 March 2024",
        "This article was published on 12 March 2024.",
    ],
    "id": [
        "2024-03-12T14:05:00+07:00",
        "Diperbarui 13 Maret 2024 | Terbit 12 Maret 2024",
        "Terbit Selasa, 12 Maret 2024 pukul 14.05 WIB",
        "Rabu, 13 Maret 2024 08:00 WIB (diperbarui)\nSelasa, 12 Maret 2024 20:00 WIB (terbit)",
        "Pelabuhan Lama, 12 Maret 2024 (Kantor Berita Pantai)",
        "Balai Desa Kaliwuluh, Selasa, 12 Maret 2024, pukul 20.00",
        "Harian Suara Pantai edisi 12 Maret 2024",
        "Pelabuhan Lama, 12 Maret 2024 M / 2 Ramadan 1445 H",
        "Artikel ini terbit pada 12 Maret 2024",
    ],
}
DATELINES = {
    "en": [
        "PORT ARLEN, March 12, 2024:",
        "PORT ARLEN (Coastland), March 12, 2024:",
        "PORT ARLEN — 12 March 2024 —",
        "PORT ARLEN: 12 March 2024:",
        "PORT ARLEN, 12 March 2024.",
        "PORT ARLEN, 12 Mar 2024 / CNA / -",
        "PORT ARLEN, MARCH 12, 2024 --",
        "PORT-AU-SEL, 12 March 2024, CNA:",
        "SÃO LUÍS, 12 March 2024 –",
        "(Port Arlen, 12 March 2024)",
        "12 March 2024, PORT ARLEN —",
        "March 12, 2024 (PORT ARLEN) -",
        "12 March 2024 -",
    ],
    "id": [
        "PELABUHAN LAMA, 12 Maret 2024:",
        "PELABUHAN LAMA, 12 Maret 2024.",
        "PELABUHAN LAMA — Selasa, 12 Maret 2024 —",
        "Pelabuhan Lama (Selasa, 12 Maret 2024) –",
        "(Pelabuhan Lama, 12/03/2024)",
        "12 Maret 2024 -",
    ],
}
BELOW = {
    "en": [
        "Port Arlen, 12 March 2024",
        "Reporting by Ana Roa, 12 March 2024",
        "(Coast News Agency, 12 March 2024)",
        "Source: Coastline News, 12 March 2024",
        "This article was first published on 12 March 2024.",
    ],
    "id": [
        "Ana Rosa, Selasa (12/3/2024)",
        "(Kantor Berita Pantai, 12 Maret 2024)",
        "Sumber: Suara Pantai, 12 Maret 2024",
        "Ditulis pada 12 Maret 2024",
    ],
}
NO_DATE_LINES = {
    "en": [
        "Dockers in a photograph taken on 3 March 2019. Photo: L. Ortega",
        "Dockers at work, 3 March 2019 (Photo: L. Ortega)",
        "File photo, 3 March 2019",
        "Image: Ana Roa, 3 March 2019",
        "Accessed 12 March 2024",
        "The harbour law of 3 March 2019",
    ],
    "id": [
        "Buruh bekerja di dermaga, 3 Maret 2019. (Foto: Ana Rosa)",
        "Ilustrasi: buruh pelabuhan, 3 Maret 2019",
        "Diakses 12 Maret 2024",
        "Suasana dermaga pada 3 Maret 2019",
    ],
}


def every(shapes: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, line) for language, lines in shapes.items() for line in lines]


def day_of(text: str) -> str | None:
    report = parse(text)
    known = report.published is not None and not report.day_doubtful
    return str(report.published)[:10] if known else None


@pytest.mark.parametrize(("language", "line"), every(LINES))
def test_a_line_above_the_story_says_the_day(language: str, line: str) -> None:
    text = f"{TITLE[language]}\n\n{line}\n\n{STORY[language]}"
    assert day_of(text) == "2024-03-12"
    assert parse(text).title == TITLE[language]


@pytest.mark.parametrize(("language", "dateline"), every(DATELINES))
def test_a_dateline_says_the_day(language: str, dateline: str) -> None:
    report = parse(f"{TITLE[language]}\n\n{dateline} {STORY[language]}")
    assert str(report.published) == "2024-03-12"
    assert report.text[report.sentences[0].start :].startswith(STORY[language][:30])


@pytest.mark.parametrize(("language", "line"), every(BELOW))
def test_a_line_below_the_story_says_the_day(language: str, line: str) -> None:
    assert day_of(f"{TITLE[language]}\n\n{STORY[language]}\n\n{line}") == "2024-03-12"


@pytest.mark.parametrize(("language", "line"), every(NO_DATE_LINES))
def test_a_date_of_something_else_is_no_day_of_publication(language: str, line: str) -> None:
    assert day_of(f"{TITLE[language]}\n\n{line}\n\n{STORY[language]}") is None


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("2024-03-12T23:40:00Z", "2024-03-12T23:40:00+00:00"),
        ("2024-03-12T14:05:00.250+0530", "2024-03-12T14:05:00+05:30"),
        ("Tue, 12 Mar 2024 14:05:00 +0200", "2024-03-12T14:05:00+02:00"),
    ],
)
def test_the_hour_of_a_machine_is_in_its_own_zone(line: str, moment: str) -> None:
    report = parse(f"{TITLE['en']}\n\n{line}\n\n{STORY['en']}")
    assert (str(report.published).replace(" ", "T"), report.zone_assumed) == (moment, False)


@pytest.mark.parametrize(
    ("language", "above"),
    [
        ("en", "COASTLINE NEWS AGENCY"),
        ("en", "THE COASTLINE COURIER"),
        ("en", "Press release no. 14/2024"),
        ("en", "EMBARGOED UNTIL 6 PM"),
        ("en", "Thursday, March 14"),
        ("en", "You are here: Home"),
        ("en", "Photograph: Ana Roa/Coastline"),
        ("en", "Listen (4 min)"),
        ("en", "Updated 2 hours ago"),
        ("en", "Dockers on the quay in 2019 (file photo)"),
        ("en", "© 2024 Coastline News"),
        ("en", "Labour | 4 min read"),
        ("en", "[Photo: cranes at dusk, 3 March 2019]"),
        ("en", "A man carries a placard. L. Ortega/El Faro del Norte"),
        ("en", "Video: Cranes fall silent"),
        ("id", "Anda di sini: Beranda"),
        ("id", "Diperbarui 2 jam lalu"),
        ("id", "Buruh bekerja di dermaga, 3 Maret 2019. Suara Pantai/Bayu Aji"),
        ("id", "Keterangan foto: Buruh mogok pada 2019"),
        ("id", "Terkait: Derek Berhenti"),
        ("id", "Ekonomi | 4 menit baca"),
        ("id", "SUARA PANTAI ONLINE"),
        ("id", "SIARAN PERS SERIKAT BURUH"),
        ("id", "Langsung ke konten"),
        ("id", "Ukuran huruf A A A"),
    ],
)
def test_what_stands_above_the_headline_is_not_it(language: str, above: str) -> None:
    line = {"en": "12 March 2024", "id": "12 Maret 2024"}[language]
    report = parse(f"{above}\n\n{TITLE[language]}\n\n{line}\n\n{STORY[language]}")
    assert report.title == TITLE[language]


LOOK_ALIKE = {
    "en": [
        "Print workers walk out",
        "Save our river, say villagers",
        "Share of the catch",
        "Join the strike, union urges",
        "Home rule row deepens",
        "Email leak embarrasses board",
        "Register of voters challenged",
        "Comment period closes",
        "Watch committee walks out",
        "By the river, a quarrel",
        "The 5 May accord in doubt",
    ],
    "id": [
        "Foto Menteri Dibakar Warga",
        "Laporan Ombudsman Beredar",
        "Baca Surat Ini, Pak Menteri",
        "Simak Tuntutan Buruh",
        "Cetak Sawah Ditolak Warga",
        "Komentar Bupati Dikecam",
        "Masuk Kampung, Tentara Diusir",
        "Penulis Buku Digugat Kampus",
        "Wartawan Dipukul Aparat",
        "Bagikan Lahan, Warga Menuntut",
        "Sebelumnya Damai, Kini Ricuh",
    ],
}


@pytest.mark.parametrize(("language", "title"), every(LOOK_ALIKE))
def test_a_headline_may_look_like_a_part_of_the_page(language: str, title: str) -> None:
    line = {"en": "By Ana Roa\n\n12 March 2024", "id": "Selasa, 12 Maret 2024 10:00 WIB"}[language]
    report = parse(f"{title}\n\n{line}\n\n{STORY[language]}")
    assert (report.title, str(report.published)[:10]) == (title, "2024-03-12")


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Who pays when the river no longer reaches the fields of Lower Arlen this year?"),
        ("en", "Dockers’ deal of 3 March 2024 in doubt"),
        ("id", "“Kami lebih baik kehilangan musim daripada sungai,” kata nelayan di Lembah Arlen"),
        ("id", "Kesepakatan 3 Maret 2024 Diragukan"),
        ("id", "Mogok Digelar 14 Maret 2024"),
    ],
)
def test_the_headline_may_stand_above_or_below_the_date(language: str, title: str) -> None:
    line = {"en": "12 March 2024", "id": "12 Maret 2024"}[language]
    for head in (f"{title}\n\n{line}", f"{line}\n\n{title}"):
        report = parse(f"{head}\n\n{STORY[language]}")
        assert (report.title, str(report.published)) == (title, "2024-03-12")


@pytest.mark.parametrize(
    ("language", "above"),
    [
        ("en", "By Ana Roa"),
        ("id", "Oleh Ana Rosa"),
        ("id", "Foto: Ana Rosa"),
        ("en", "Home | News"),
    ],
)
def test_a_page_may_have_no_headline(language: str, above: str) -> None:
    line = {"en": "12 March 2024", "id": "12 Maret 2024"}[language]
    assert parse(f"{above}\n\n{line}\n\n{STORY[language]}").title == ""
