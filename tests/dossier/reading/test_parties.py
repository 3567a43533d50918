"""Parties that are no states speak and act by their whole names, and places by none."""

from __future__ import annotations

import pytest

from dossier.reports import check, said, story

PARTIES = [
    ("en", "The Quarrymen's Federation rejected the new rota.", "quarrymen"),
    ("en", "Northvale Water said its pumps would run all night.", "northvale_water"),
    ("en", "Salt traders demanded a lower harbour fee.", "salt_traders"),
    ("en", "Villagers from Upper Tarn accused the dairy of draining the pond.", "villagers"),
    ("en", "The Orchard Growers' Association warned that the frost fund was empty.", "orchard"),
    ("en", "The Court of Tallow ordered both sides to share the well.", "court_of_tallow"),
    ("en", "The Hill Front threatened to cut the cable if the army advanced.", "hill_front"),
    ("en", "A spokeswoman for Marl Cement said the kiln was safe.", "marl_cement"),
    ("en", "Striking bakers urged the mayor to reopen the mill.", "striking_bakers"),
    ("en", "The Lantern Party refused to join the cabinet.", "lantern_party"),
    ("en", "Kestrel Vale said it would pay. In May Kestrel opened.", "kestrel_vale"),
    ("id", "Serikat Pekerja Kapal menolak jadwal baru itu.", "serikat_pekerja_kapal"),
    ("id", "PT Sagara Biru menyatakan pompanya akan bekerja semalaman.", "pt_sagara_biru"),
    ("id", "Pedagang garam menuntut retribusi diturunkan.", "pedagang_garam"),
    ("id", "Warga Desa Wanasari menuduh pabrik susu menguras embung.", "warga_desa_wanasari"),
    ("id", "Asosiasi Petani Apel memperingatkan bahwa dana itu habis.", "asosiasi_petani_apel"),
    ("id", "Pengadilan Negeri Lembang memerintahkan kedua pihak berbagi sumur.", "pengadilan"),
    ("id", "Front Bukit mengancam memutus kabel bila tentara maju.", "front_bukit"),
    ("id", "Juru bicara PT Semen Marga mengatakan tungku itu aman.", "pt_semen_marga"),
    ("id", "Buruh roti mendesak wali kota membuka kembali penggilingan.", "buruh_roti"),
    ("id", "Partai Lentera menolak masuk kabinet.", "partai_lentera"),
    ("id", "Himpunan Nelayan Masalima menolak kapal besar.", "himpunan_nelayan_masalima"),
]


@pytest.mark.parametrize(("language", "body", "speaker"), PARTIES)
def test_a_party_speaks_by_its_whole_name(language: str, body: str, speaker: str) -> None:
    dossier = story(body, language)
    check(dossier)
    (statement,) = dossier.statements
    assert statement.speaker is not None
    assert statement.speaker.startswith(speaker)
    assert not statement.doubtful
    assert dossier.actor(statement.speaker).kind in ("organisation", "group")


SPOKESMEN = [
    ("en", "“We stay,” said Edda Brun, secretary of the Ferry Guild.", "brun ferry_guild"),
    ("en", "Ferry Guild leader Edda Brun said the tide was low.", "brun ferry_guild"),
    ("en", "Ferry Guild sued. Its chairman, Otto Lind, said the tide fell.", "lind ferry_guild"),
    ("en", "The chairman of the Ferry Guild, Otto Lind, demanded a halt.", "lind ferry_guild"),
    ("id", "Ketua Serikat Perahu Biru, Edi Brata, menolak itu.", "brata serikat_perahu_biru"),
    ("id", "PT Marga Raya tutup. Juru bicaranya, Edi Brata, mengaku rugi.", "brata pt_marga_raya"),
    (
        "id",
        "Humas Pengadilan Negeri Lembang, Edi Brata, memaparkan jadwal.",
        "brata pengadilan_negeri_lembang",
    ),
]


@pytest.mark.parametrize(("language", "body", "expected"), SPOKESMEN)
def test_who_speaks_for_a_body_is_joined_to_it(language: str, body: str, expected: str) -> None:
    dossier = story(body, language)
    speaker = dossier.statements[-1].speaker
    assert speaker is not None
    assert [speaker, dossier.actor(speaker).state] == expected.split()


@pytest.mark.parametrize(
    ("language", "body", "last"),
    [
        ("en", "The Ferry Guild met. The guild said the tide was theirs.", "ferry_guild"),
        ("en", "Marl Cement closed. The company said the fuel was gone.", "marl_cement"),
        ("en", "The Orr Basin Board met. The board said farms must wait.", "orr_basin_board"),
        ("en", "The Dock Hands Union (DHU) met. DHU said it rained.", "dock_hands_union"),
        ("id", "Serikat Perahu Biru bertemu. Serikat itu menuntut dana.", "serikat_perahu_biru"),
        ("id", "PT Semen Marga tutup. Perusahaan itu mengatakan rugi.", "pt_semen_marga"),
        ("id", "PT Semen Marga tutup. Semen Marga mengaku rugi besar.", "pt_semen_marga"),
        ("id", "Warga Desa Wanasari pulang. Warga menuntut jalan.", "warga_desa_wanasari"),
    ],
)
def test_a_noun_means_the_body_named_before(language: str, body: str, last: str) -> None:
    assert story(body, language).statements[-1].speaker == last


NO_STATE = [
    ("en", "ASEAN urged restraint in the South China Sea.", "china"),
    ("en", "Vessels left the Gulf of Thailand, Malaysia said.", "thailand"),
    ("en", "The Bank of Ghana rejected the claim.", "ghana"),
    ("en", "Norway asked for talks on the Indian Ocean cable.", "india"),
    ("en", "Air Tonga denied the report.", "tonga"),
    ("en", "German growers demanded lower duties.", "germany"),
    ("en", "The Chilean Miners' Union threatened a stoppage.", "chile"),
    ("en", "Fiji praised the Paris Agreement on the sea.", "france"),
    ("en", "The Jakarta Post said the road was shut.", "indonesia"),
    ("en", "Peru criticised the Panama Canal fees.", "panama"),
    ("en", "Oman Steelworks said its furnace was cold.", "oman"),
    ("id", "ASEAN menyerukan agar semua menahan diri di Laut China Selatan.", "china"),
    ("id", "Malaysia mengatakan kapal itu meninggalkan Teluk Thailand.", "thailand"),
    ("id", "Bank Indonesia menolak tudingan itu.", "indonesia"),
    ("id", "Norwegia meminta perundingan soal kabel di Samudra Hindia.", "india"),
    ("id", "Serikat Buruh Indonesia mengancam mogok.", "indonesia"),
    ("id", "Petani Jerman menuntut bea masuk diturunkan.", "germany"),
    ("id", "Fiji memuji isi Perjanjian Paris tentang laut.", "france"),
    ("id", "Filipina menyebut jalan itu ditutup, tulis Harian Brunei Times.", "brunei"),
    ("id", "Peru mengkritik tarif Terusan Panama.", "panama"),
    ("id", "Kapal itu melewati Selat Singapura, kata Malaysia.", "singapore"),
    ("id", "Garuda Indonesia membantah laporan itu.", "indonesia"),
]


@pytest.mark.parametrize(("language", "body", "state"), NO_STATE)
def test_a_name_inside_a_name_is_no_state(language: str, body: str, state: str) -> None:
    dossier = story(body, language)
    check(dossier)
    assert state not in {actor.id for actor in dossier.actors}
    assert all(state not in (act.actor, act.target) for act in dossier.acts)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "A diplomat said the draft was ready."),
        ("en", "Officials said the pit was dry."),
        ("en", "A company said the pit was dry."),
        ("id", "Seorang diplomat mengatakan draf itu siap."),
        ("id", "Sejumlah pejabat mengatakan sumur itu kering."),
        ("id", "Salah seorang warga mengaku takut."),
    ],
)
def test_a_source_without_a_name_is_nobody(language: str, body: str) -> None:
    assert [speaker for speaker, _, _ in said(story(body, language))] == [None]
