"""Who did what to whom in Indonesian, in many disputes: the right way round or not at all."""

from __future__ import annotations

import pytest

from dossier.reports import story
from satumeja.dossier import Act, Dossier

WEATHER = "Cuaca di ibu kota itu dingin dan hujan turun sejak pagi."


def read_of(body: str) -> Dossier:
    return story(f"{body} {WEATHER}", "id")


def spelled(act: Act) -> str:
    return f"{act.kind} {act.actor} {act.target}"


ROLES = [
    # passives: the agent behind "oleh", right behind the verb, behind the last of two verbs
    ("Etiopia dituding Mesir mengisi waduk tanpa pemberitahuan.", "accuse egypt ethiopia"),
    (
        "PT Karya Timah dituduh oleh Serikat Penambang Lingga menahan upah tiga bulan.",
        "accuse serikat_penambang_lingga pt_karya_timah",
    ),
    (
        "Tiga nelayan Vietnam ditangkap Malaysia di laut itu.",
        "coerce malaysia nelayan_vietnam",
    ),
    ("Dua belas pelaut disandera Front Lembah sejak Maret.", "coerce front_lembah pelaut"),
    (
        "Bupati Wonoasri, Hadi Prabowo, diperingatkan oleh Ombudsman Jawa agar tidak membangun.",
        "warn ombudsman_jawa prabowo",
    ),
    (
        "Dewan Adat Moru, yang diancam akan digugat PT Gunung Emas, tidak gentar.",
        "threaten pt_gunung_emas dewan_adat_moru",
    ),
    ("Gencatan senjata yang diusulkan Qatar diterima oleh Sudan.", "agree sudan qatar"),
    ("Usul damai yang diajukan Front Lembah ditolak Malta.", "reject malta front_lembah"),
    # who gets what a noun tells, and who gives it
    ("Armenia mendapat ancaman dari Azerbaijan soal koridor itu.", "threaten azerbaijan armenia"),
    ("Estonia menuai kecaman dari Rusia karena menutup konsulat.", "criticise russia estonia"),
    ("Ultimatum dari Mesir untuk Etiopia berakhir Jumat.", "threaten egypt ethiopia"),
    ("Atas permintaan Kenya, Uganda membebaskan 14 nelayan.", "demand kenya uganda"),
    (
        "Permintaan maaf PT Air Bersih kepada warga disampaikan Senin.",
        "concede pt_air_bersih warga",
    ),
    ("Dukungan Brasil untuk Uruguay disampaikan lewat surat.", "support brazil uruguay"),
    ("Janji PT Tirta Murni kepada warga Kampung Baru belum ditepati.", "promise pt_tirta_murni"),
    ("Mesir mengajukan tuntutan kepada Etiopia agar waduk dibuka.", "demand egypt ethiopia"),
    (
        "Peringatan Kenya soal ikan dibalas ancaman Uganda untuk menutup danau.",
        "threaten uganda kenya",
    ),
    ("Peru tidak menanggapi tuduhan Chile.", "accuse chile peru"),
    # what opens a sentence without a subject
    ("Dituduh Peru mencuri air, Chile membantah.", "accuse peru chile"),
    ("Dituduh Peru mencuri air, Chile membantah.", "deny chile"),
    (
        "Didesak warga menutup kandang, CV Ayam Jaya menawarkan ganti rugi.",
        "demand warga cv_ayam_jaya",
    ),
    # to whom something is said
    (
        "Dalam surat kepada PT Bumi Lestari, Serikat Pekerja Kertas menuntut pembayaran lembur.",
        "demand serikat_pekerja_kertas pt_bumi_lestari",
    ),
    (
        "Serikat Pekerja Kertas meminta izin membangun pos kepada PT Bumi Lestari.",
        "demand serikat_pekerja_kertas pt_bumi_lestari",
    ),
    (
        "Serikat Pekerja Kereta memberi PT Rel Utama waktu hingga Jumat.",
        "demand serikat_pekerja_kereta pt_rel_utama",
    ),
    ("Serikat Buruh Kebun mendesak gubernur turun tangan.", "demand serikat_buruh_kebun gubernur"),
    ("PT Asin Madura meminta perlindungan polisi bagi sopirnya.", "demand pt_asin_madura"),
    # what "that demand" is of
    (
        "Serikat Pekerja Semen menuntut jalan diperbaiki. PT Semen Jaya menolak tuntutan itu.",
        "reject pt_semen_jaya serikat_pekerja_semen",
    ),
    (
        "Yunani menuding Turki melanggar wilayah udaranya. Turki membantah tudingan tersebut.",
        "deny turkey greece",
    ),
    # whose the thing is that is blamed
    ("Serikat Nelayan Utara mengecam penahanan nelayan oleh Malta.", "criticise serikat_nelayan"),
    ("Polandia mendukung langkah Lituania.", "support poland lithuania"),
    # told without speech
    ("Nelayan Natuna mengusir kapal Vietnam.", "coerce nelayan_natuna vietnam"),
    ("Rusia mengusir dua diplomat Norwegia.", "sanction russia norway"),
    (
        "Warga Desa Bukitsari menyegel kantor PT Geotermal Jaya.",
        "coerce warga_desa_bukitsari kantor_pt_geotermal_jaya",
    ),
    ("India bertemu Nepal di Delhi. Keduanya sepakat membuka dua pos.", "agree india"),
    ("Jepang memanggil Duta Besar Rusia pada Senin.", "criticise japan russia"),
    ("Chile, bukan Peru, yang menolak mediasi.", "refuse chile"),
]

NEVER = [
    # an accusation is no deed of the accuser, nor of the accused
    ("Tentara Malta dituduh Front Lembah menembaki perahu.", "use_force"),
    ("Peru dituding Chile menyandera 12 nelayan.", "coerce"),
    # what only the other side tells
    ("Direktur PT Baja Utama, Lukman Hadi, mengatakan serikat mengancam mogok.", "threaten"),
    ("Menteri Luar Negeri Chile Ana Roa menambahkan, Peru setuju membayar sewa.", "agree"),
    ("Menteri Luar Negeri Chile Ana Roa menambahkan, Peru menolak berunding.", "refuse"),
    # what would have been, what is only hoped, what has lapsed
    ('"Seandainya Mesir membuka pintu air, kami akan membalas," kata Ana Roa.', "threaten"),
    ("Seandainya Mesir menerima usul itu, Etiopia akan membuka waduk.", "promise"),
    ("Armenia pernah setuju membuka jalur itu, tetapi kini menolak.", "agree"),
    ("Semula Peru bersedia berunding, namun kini berubah pikiran.", "offer"),
    ("Front Lembah hanya akan meletakkan senjata jika Malta mundur.", "agree"),
    ("Kenya belum menyetujui usul Uganda.", "agree"),
    # nobody
    ("Tidak satu pun kapal disita Malta.", "coerce"),
    ("Tidak seorang pun nelayan ditangkap Malaysia.", "coerce"),
]

NAMES = [
    "Badan Eksekutif Mahasiswa Universitas Malta Tenggara menolak uang pangkal.",
    "Lembaga Relawan Malta mengecam penahanan konvoi obat oleh Front Selatan.",
    "Serikat Buruh Malta Jaya menolak tawaran PT Timah Lingga.",
    "Paguyuban Warga Jalan Malta menuntut saluran diperbaiki.",
    "Komunitas Teluk Malta menggugat Yayasan Laut Jawa.",
    "Asosiasi Eksportir Kopi Malta Raya menolak tarif baru.",
    "Warga Kampung Malta memprotes PT Timah Lingga.",
    "Bank Rakyat Malta Timur menolak permintaan nasabah.",
    "Dewan Ulama Malta mendesak pengelola Pasar Malta menutup kios.",
    "Federasi Pekerja Hotel Malta Indah mengancam mogok.",
]


@pytest.mark.parametrize(("body", "expected"), ROLES)
def test_the_roles_are_the_right_way_round(body: str, expected: str) -> None:
    told = [spelled(act) for act in read_of(body).acts]
    assert any(role.startswith(expected) for role in told)


@pytest.mark.parametrize(("body", "expected"), [role for role in ROLES if role[1].count(" ") == 2])
def test_no_role_is_the_wrong_way_round(body: str, expected: str) -> None:
    kind, actor, target = expected.split()
    acts = [act for act in read_of(body).acts if act.kind == kind and kind != "agree"]
    assert not [act for act in acts if (act.actor, act.target) == (target, actor)]


@pytest.mark.parametrize(("body", "kind"), NEVER)
def test_what_is_not_done_is_no_act(body: str, kind: str) -> None:
    assert kind not in {act.kind for act in read_of(body).acts}


@pytest.mark.parametrize("body", NAMES)
def test_a_state_in_the_name_of_a_body_does_nothing(body: str) -> None:
    acts = read_of(body).acts
    assert acts
    assert not [act for act in acts if "malta" in (act.actor, act.target)]


def test_a_threat_is_not_aimed_at_who_is_to_carry_it_out() -> None:
    (act,) = [
        act
        for act in read_of('"Warga akan menutup jalan," ancam Ketua Adat Markus Riam.').acts
        if act.kind == "threaten"
    ]
    assert act.target != "warga"


def test_they_may_be_the_people_and_then_the_firm_does_nothing() -> None:
    dossier = read_of(
        "Nelayan Pulau Kelang memblokade pelabuhan. PT Mutiara Laut bungkam. "
        "Mereka meminta zona tangkap dipulihkan."
    )
    assert not [act for act in dossier.acts if act.actor == "pt_mutiara_laut"]
