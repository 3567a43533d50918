"""Reports of other styles: who speaks, behind what stands around the words."""

from __future__ import annotations

import pytest

from dossier.reports import check, story
from satumeja.dossier import Dossier, read
from satumeja.report import parse


def speakers(dossier: Dossier) -> list[tuple[str | None, str]]:
    check(dossier)
    return [(one.speaker, dossier.words(one.content)) for one in dossier.statements]


@pytest.mark.parametrize(
    ("body", "language", "expected"),
    [
        (
            (
                "Panglima militer Sudan Jenderal Abdel Karim al-Hamdan menolak berunding. "
                "Al-Hamdan menuntut RSF mundur."
            ),
            "id",
            [("hamdan", "berunding"), ("hamdan", "RSF mundur")],
        ),
        (
            (
                "Warga menolak ganti rugi. Demikian disampaikan koordinator aliansi, Yohanes "
                "Tukan, Jumat. Ditambahkannya, nilai Rp 25.000 per meter tidak masuk akal."
            ),
            "id",
            [
                ("tukan", "Warga menolak ganti rugi"),
                ("warga", "ganti rugi"),
                ("tukan", "nilai Rp 25.000 per meter tidak masuk akal"),
            ],
        ),
        (
            "Reykjavik mengultimatum Oslo agar membatalkan kuota baru.",
            "id",
            [("iceland", "membatalkan kuota baru")],
        ),
        (
            "Mesir menawarkan Kairo sebagai lokasi perundingan, menurut dua diplomat.",
            "id",
            [
                (None, "Mesir menawarkan Kairo sebagai lokasi perundingan"),
                ("egypt", "Kairo sebagai lokasi perundingan"),
            ],
        ),
        (
            (
                "Ketua DPR Puan Lestari berharap warga tetap di rumah. “Kita semakin peduli "
                "kepada sesama,” kata politisi dari PDI-P ini."
            ),
            "id",
            [
                ("lestari", "warga tetap di rumah"),
                ("lestari", "Kita semakin peduli kepada sesama,"),
            ],
        ),
        (
            (
                "“Perilaku ini tidak dapat diterima,” bunyi pernyataan Kemlu Yunani. Menhan "
                "Turki Emre Akar berkata, “Yunani harus berhenti memprovokasi.” Ia menilai "
                "Athena bersalah."
            ),
            "id",
            [
                ("greece_foreign_ministry", "Perilaku ini tidak dapat diterima,"),
                ("akar", "Yunani harus berhenti memprovokasi."),
                ("akar", "Athena bersalah"),
            ],
        ),
        (
            (
                "Venezuelan President Ana Rojas proposed a bill that would annex the region. "
                "“We will go there,” Rojas told lawmakers."
            ),
            "en",
            [
                ("rojas", "a bill that would annex the region"),
                ("rojas", "We will go there,"),
            ],
        ),
        (
            (
                "NATO stands ready to intervene if the peace is broken, alliance "
                "Secretary-General Jan Maas warned."
            ),
            "en",
            [("maas", "NATO stands ready to intervene if the peace is broken")],
        ),
        (
            (
                "Peru bombed three villages on the border, a charge Ecuadorian President Diego "
                "Andrade denied."
            ),
            "en",
            [("andrade", "Peru bombed three villages on the border")],
        ),
        (
            (
                "Secretary of Foreign Affairs Ana Cruz has summoned the Chinese ambassador and "
                "demanded that the ships leave."
            ),
            "en",
            [("cruz", "the ships leave")],
        ),
    ],
    ids=[
        "particle",
        "demikian",
        "seat",
        "within",
        "described",
        "introduced",
        "bill",
        "modifier",
        "charge",
        "summoned",
    ],
)
def test_who_speaks(body: str, language: str, expected: list[tuple[str | None, str]]) -> None:
    assert speakers(story(body, language)) == expected


def test_what_is_reported_in_another_statement_is_not_reported_in_itself() -> None:
    found = story("Mesir menawarkan Kairo sebagai lokasi perundingan, menurut dua diplomat.")
    assert [one.within for one in found.statements] == [None, "s1"]


@pytest.mark.parametrize(
    ("before", "state"),
    [("", "greece"), ("Menhan Turki Emre Akar menolak berunding. ", None)],
)
def test_a_president_is_of_the_dateline_unless_another_state_speaks(
    before: str, state: str | None
) -> None:
    text = f"ATHENA - {before}Presiden Rauf Demir bahkan mengatakan bahwa harganya akan mahal."
    found = read(parse(f"Berita\n\nSabtu, 3 September 2022 05:15 WIB\n{text}"))
    assert found.actor("demir").state == state
