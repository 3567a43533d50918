"""Which language a report is in: formal Indonesian is no Malay, and names are no language."""

from __future__ import annotations

import pytest

from satumeja.errors import ReportError
from satumeja.report import parse
from satumeja.report._language import detect_language

FORMAL = [
    "Beliau ialah ketua delegasi, manakala wakilnya belum dipilih oleh rapat.",
    "Beliau menyampaikan hal itu berkenaan dengan rencana kementeriannya.",
    "Yang terbabit ialah dua perusahaan, kata beliau.",
    "Menteri ialah pembantu presiden. Beliau dijangka hadir pada hari Senin.",
    "Dokumen berkenaan akan dibahas, manakala batas waktu ialah pekan depan.",
    "Beliau mengatakan bahwa Ahad depan rapat dibuka, manakala hasilnya ialah rahasia.",
    "Menurut beliau, kementeriannya ialah tuan rumah dan terbabit sejak awal.",
    "Surat itu ialah jawaban berkenaan tuntutan warga, dan beliau menolaknya.",
    "Manakala warga pulang, beliau ialah orang terakhir yang pergi dari sana.",
    "Beliau menerima surat itu daripada warga bagi kepentingan kementeriannya.",
]
NAMES = [
    (
        "id",
        "Bupati Orideko Burdam menemui Yosep Mambrasar dan Yulianus Dimara di sana, kata warga.",
    ),
    (
        "id",
        "Ketua Himpunan Nelayan Masalima Jumadi menolak Kapal Sinar Bahari Dua di Pulau Salama.",
    ),
    (
        "id",
        "PT Sumber Rejeki Sentosa digugat Yayasan Bumi Nusantara di pengadilan, kata jaksa.",
    ),
    ("id", "Sidang Jumadi melawan PT Karya Bahari Samudra ditunda hingga Kamis, kata hakim."),
    ("id", "Serikat Pekerja Garmen Sukoharjo dan PT Sandang Makmur Jaya sepakat berunding."),
    ("en", "Karl Oden of the Dockers' Union met Mick Stone and Rosa Vidal in Valletta on Monday."),
    (
        "en",
        "Harbour Rail and Northern Dockers Union will meet in Port Ellen on Friday, both said.",
    ),
    (
        "en",
        "Juan Soto, Ana Roa, Luis Vega and Rosa Vidal left Lima for Santiago, a spokesman said.",
    ),
    (
        "en",
        "Judge Emma Clarke told Atlas Copper and the Andes Miners Federation to talk in Arica.",
    ),
    ("en", "Oden Shipping rejected Vidal Lines, Stone Ferries and Harbour Freight as partners."),
]
MALAY = [
    "Menteri berkata bahawa mesyuarat itu akan diadakan pada hari Isnin kerana hujan.",
    "Beliau berkata kejadian itu berlaku pada hari Khamis, iaitu selepas mesyuarat tamat.",
    "Ketua polis berkata mangsa terbabit hanya seorang sahaja, manakala beliau ialah pemandu.",
    "Kenyataan itu dibuat menerusi surat kerana mesyuarat dibatalkan, kata beliau pada Isnin.",
]


@pytest.mark.parametrize("text", FORMAL)
def test_formal_words_make_no_malay(text: str) -> None:
    assert detect_language(text) == "id"


@pytest.mark.parametrize(("language", "text"), NAMES)
def test_names_are_words_of_no_language(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", MALAY)
def test_malay_is_still_told(text: str) -> None:
    with pytest.raises(ReportError, match="looks like Malay"):
        detect_language(text)


@pytest.mark.parametrize(
    "body",
    [
        "The members of the Security Council welcomed the truce in the north of the country.",
        "Buruh menuntut kenaikan upah 10 persen dan jam kerja yang lebih pendek.",
        "Workers at the smelter threatened to walk out if the talks fail again this week.",
        "Warga desa mengecam rencana tambang itu dan meminta izinnya dicabut segera.",
    ],
)
def test_a_report_without_a_date_is_one_where_somebody_says_something(body: str) -> None:
    assert parse(f"News of the week\n\n{body}").sentences
