"""What Indonesian reports tell as done, and what they only seem to."""

from __future__ import annotations

import pytest

from dossier.reports import story

WEATHER = "Cuaca di ibu kota itu dingin dan hujan turun sejak pagi."

DEEDS = [
    # dismissals, bans and seals
    ("PT Kertas Nusa memecat sebelas masinis yang ikut mogok.", "coerce pt_kertas_nusa None"),
    (
        "Manajemen Hotel Samudra merumahkan 60 karyawan tanpa pesangon.",
        "coerce manajemen_hotel_samudra None",
    ),
    (
        "Pemerintah Kabupaten Alor melarang nelayan memakai bom ikan.",
        "coerce pemerintah_kabupaten_alor nelayan",
    ),
    ("Norwegia melarang kapal Islandia memasuki Teluk Barent.", "coerce norway iceland"),
    (
        "PT Sagu menahan aktivis Rudi Hartono. Kata Rudi Hartono, ia takut.",
        "coerce pt_sagu hartono",
    ),
    # what is sent, in the active and the passive
    (
        "Koperasi Garam Sabu mengirim somasi kepada PT Laut Putih.",
        "demand koperasi_garam_sabu pt_laut_putih",
    ),
    (
        "Somasi itu dilayangkan oleh Himpunan Penyewa Rusun kepada PT Griya Asri.",
        "demand himpunan_penyewa_rusun pt_griya_asri",
    ),
    ("Ultimatum dilayangkan Rusia kepada Estonia.", "threaten russia estonia"),
    ("Maroko mengirim nota protes kepada Spanyol.", "criticise morocco spain"),
    # steps back, walking out
    ("Denmark mengurungkan rencana menaikkan tarif bagi Norwegia.", "retreat denmark None"),
    ("Delegasi Peru meninggalkan ruang sidang pada Selasa.", "refuse peru None"),
    # threats on a condition
    (
        "Jika ganti rugi tidak dibayar, warga Desa Muara akan menutup jalan tambang.",
        "threaten warga_desa_muara None",
    ),
    (
        "Bila tuntutan itu diabaikan, para sopir akan memblokir gerbang PT Sagu.",
        "threaten sopir pt_sagu",
    ),
    # the noun behind a word of saying
    (
        "Serikat Guru Alor menyampaikan penolakan terhadap mutasi itu.",
        "reject serikat_guru_alor None",
    ),
    (
        "Serikat Guru Alor menyatakan dukungan kepada petani garam.",
        "support serikat_guru_alor petani_garam",
    ),
    (
        "Serikat Guru Alor menyampaikan permintaan maaf kepada wali murid.",
        "concede serikat_guru_alor wali_murid",
    ),
    (
        "Serikat Guru Alor melontarkan kecaman terhadap bupati.",
        "criticise serikat_guru_alor bupati",
    ),
    (
        "Koperasi Sagu Biak menyampaikan tuntutan kepada PT Hutan Jaya.",
        "demand koperasi_sagu_biak pt_hutan_jaya",
    ),
    ("PT Hutan Jaya menyampaikan bantahan atas kabar itu.", "deny pt_hutan_jaya None"),
    ("PT Hutan Jaya mengucapkan terima kasih kepada warga.", "praise pt_hutan_jaya warga"),
    ("Front Lembah mengaku menembak jatuh helikopter Malta.", "claim front_lembah malta"),
    (
        "Koperasi Tebu Rosan tidak keberatan dengan harga baru dari pabrik.",
        "agree koperasi_tebu_rosan pabrik",
    ),
    ("Lima menolak tawaran Kolombia.", "reject peru colombia"),
    # orders in somebody's own words
    ('"Kembalikan dulu uang kami," kata Ketua Serikat Guru Alor, Petrus Mau.', "demand"),
    ('"Lunasi upah tiga bulan itu," kata Ketua Serikat Guru Alor, Petrus Mau.', "demand"),
    ('"Yang kami tuntut hanya upah kami," kata Ketua Serikat Guru Alor, Petrus Mau.', "demand"),
]


@pytest.mark.parametrize(("body", "expected"), DEEDS)
def test_what_is_done(body: str, expected: str) -> None:
    acts = story(f"{body} {WEATHER}", "id").acts
    assert any(f"{act.kind} {act.actor} {act.target}".startswith(expected) for act in acts)


UNDONE = [
    ('"Ganti rugi sudah kami siapkan," kata Ketua Serikat Guru Alor, Petrus Mau.', "demand"),
    ("Serikat Pekerja Dermaga bakal mogok mulai Senin.", "protest"),
    ("Gereja Betania tidak pernah menyuruh jemaatnya menduduki kantor camat.", "protest"),
    ("Ketika massa Front Tani mendorong pagar, polisi menembakkan gas air mata.", "demand"),
    ("Koperasi Tebu Rosan tidak keberatan dengan harga baru dari pabrik.", "reject"),
    ("Gereja Betania tidak pernah menyuruh jemaatnya menduduki kantor camat.", "coerce"),
]


@pytest.mark.parametrize(("body", "kind"), UNDONE)
def test_what_is_not_done(body: str, kind: str) -> None:
    assert kind not in [act.kind for act in story(f"{body} {WEATHER}", "id").acts]


def test_a_number_is_no_capital() -> None:
    acts = story(f"Lima ribu buruh turun ke jalan pada Kamis. {WEATHER}", "id").acts
    assert [act.actor for act in acts] == ["buruh"]
