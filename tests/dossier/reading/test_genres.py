"""Kinds of text and turns of speech, and words that look like speech and are none."""

from __future__ import annotations

import pytest

from dossier.reports import check, story
from satumeja.dossier import Dossier

RIVER = {
    "en": (
        "Edda Brun, a ferrywoman of the lower river, spoke to us last night on the pier.\n"
        "Q: Is the river closed to boats this week?\nA: It is open to those who pay the toll.\n"
        "Q: Who pays the toll?\nA: Nobody I know has ever paid it."
    ),
    "id": (
        "Tukang perahu Edi Brata menemui kami semalam di dermaga hilir sungai itu.\n"
        "Tanya: Apakah sungai ditutup pekan ini?\nJawab: Sungai terbuka bagi yang membayar.\n"
        "Tanya: Siapa yang membayar?\nJawab: Tak seorang pun yang saya kenal membayar."
    ),
}
GENRES = [
    (
        "en",
        "The members of the Security Council welcomed the truce.",
        "security_council: the truce",
    ),
    (
        "en",
        "The Orr Basin Board met. First, it said, gates would close.",
        "orr_basin_board: gates would close",
    ),
    (
        "en",
        RIVER["en"],
        "brun: It is open to those who pay the toll. / brun: Nobody I know has ever paid it.",
    ),
    (
        "en",
        "“It holds,” Otto Lind, a cook, said. “It will,” he went on.",
        "lind: It holds, / lind: It will,",
    ),
    (
        "en",
        "The mayor, Anna Weber, called the plan a trap for the poor.",
        "weber: the plan a trap for the poor",
    ),
    (
        "en",
        "Otto Lind, a baker, wrote on his blog that flour was scarce.",
        "lind: flour was scarce",
    ),
    (
        "en",
        "The list, Anna Weber said, had been lost for years.",
        "weber: had been lost for years",
    ),
    (
        "en",
        "If rain fails, Anna Weber said, the gates will stay shut.",
        "weber: the gates will stay shut",
    ),
    (
        "en",
        "The dairy was accused by villagers of draining the pond.",
        "villagers: draining the pond",
    ),
    (
        "en",
        "The Ferry Guild's refusal to share the pier had come before.",
        "ferry_guild: share the pier",
    ),
    (
        "en",
        "Ministers of Peru met in Lima. We reaffirm the treaty of the lakes.",
        "peru: the treaty of the lakes",
    ),
    (
        "id",
        "Anggota Dewan Keamanan menyambut gencatan senjata itu.",
        "security_council: gencatan senjata itu",
    ),
    ("id", "Dikatakan Otong Lindu, pasang itu milik nelayan.", "lindu: pasang itu milik nelayan"),
    (
        "id",
        "Otong Lindu lewat akun pribadinya menulis bahwa tepung langka.",
        "lindu: tepung langka",
    ),
    ("id", "“Bendungan kuat,” akui Otong Lindu.", "lindu: Bendungan kuat,"),
    ("id", "“Itu keliru,” tampik Edi Brata.", "brata: Itu keliru,"),
    ("id", "“Kami tidak menjual,” sanggah Edi Brata.", "brata: Kami tidak menjual,"),
    ("id", "“Pulangkan perahu,” lontar Edi Brata.", "brata: Pulangkan perahu,"),
    (
        "id",
        RIVER["id"],
        (
            "brata: Sungai terbuka bagi yang membayar. / "
            "brata: Tak seorang pun yang saya kenal membayar."
        ),
    ),
    (
        "id",
        "Bila hujan gagal, kata Anna Wibowo, pintu air tetap ditutup.",
        "wibowo: pintu air tetap ditutup",
    ),
    ("id", "Tentara dituduh warga menembaki perahu nelayan.", "warga: menembaki perahu nelayan"),
    (
        "id",
        "Ancaman Serikat Perahu untuk menutup dermaga belum dijawab.",
        "serikat_perahu: menutup dermaga",
    ),
]


def spoken(dossier: Dossier) -> list[str]:
    return [f"{one.speaker}: {dossier.words(one.content)}" for one in dossier.statements]


@pytest.mark.parametrize(("language", "body", "expected"), GENRES)
def test_who_says_what(language: str, body: str, expected: str) -> None:
    assert " / ".join(spoken(story(body, language))) == expected


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "The talks ended on Tuesday with no resolution to the dispute over the well."),
        ("en", "Anna Weber, the mayor, did not respond to texts and calls seeking comment."),
        ("en", "Marl Cement said nothing on Monday."),
        ("en", "Chile called off the meeting with Peru."),
        ("en", "The Ferry Guild called its members out for Friday."),
        ("en", "Nobody at Marl Cement has threatened to close the kiln."),
        ("en", "Had Peru accepted the draft, the gates would be open."),
        ("en", "The pact was shared by the mill but dismissed by the police."),
        ("en", "The spokeswoman neither confirmed nor denied the report."),
        ("en", "The union called the police late at night."),
        ("id", "Perundingan berakhir Selasa tanpa hasil apa pun."),
        ("id", "Anna Wibowo tidak menjawab pesan wartawan."),
        ("id", "PT Semen Marga menolak berkomentar."),
        ("id", "Jika Peru menyetujui draf itu, pintu air akan dibuka."),
        ("id", "Dengan kata lain, sungai itu kering."),
        ("id", "Warga tidak menuduh siapa pun."),
        ("id", "Andai serikat menerima tawaran itu, kapal sudah berlayar."),
        ("id", "Peru tidak mendukung langkah itu."),
        ("id", "Rapat dibuka tanpa pernyataan apa pun dari Chile."),
        ("id", "Kapal itu berlayar ke hulu membawa garam."),
    ],
)
def test_what_is_no_speech(language: str, body: str) -> None:
    dossier = story(body, language)
    check(dossier)
    assert spoken(dossier) == []


def test_the_second_of_two_plurals_is_no_verb() -> None:
    dossier = story("ASEAN urged all to settle differences and disputes by peaceful means.", "en")
    assert spoken(dossier) == ["asean: all to settle differences and disputes by peaceful means"]
