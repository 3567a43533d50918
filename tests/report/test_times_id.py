"""Indonesian times by kind, with the days they mean; counted from Thursday 23 December 2021."""

from __future__ import annotations

import pytest

from times import times

COUNTED = [
    (
        "Perang pecah dua puluh lima tahun lalu.",
        "dua puluh lima tahun lalu = 1996-01-01..1996-12-31",
    ),
    ("Perang pecah dua puluh tahun lalu.", "dua puluh tahun lalu = 2001-01-01..2001-12-31"),
    ("Kota itu jatuh seratus tahun lalu.", "seratus tahun lalu = 1921-01-01..1921-12-31"),
    (
        "Kota itu jatuh seratus lima puluh tahun silam.",
        "seratus lima puluh tahun silam = 1871-01-01..1871-12-31",
    ),
    ("Kota itu jatuh dua ratus tahun lalu.", "dua ratus tahun lalu = 1821-01-01..1821-12-31"),
    ("Kota itu berdiri seribu tahun lalu.", "seribu tahun lalu = 1021-01-01..1021-12-31"),
    ("Kota itu berdiri 1.500 tahun lalu.", "1.500 tahun lalu = 0521-01-01..0521-12-31"),
    ("Ia lahir enam belas tahun lalu.", "enam belas tahun lalu = 2005-01-01..2005-12-31"),
    ("Ia lahir sembilan belas tahun lalu.", "sembilan belas tahun lalu = 2002-01-01..2002-12-31"),
    ("Ia pergi tiga puluh satu hari lalu.", "tiga puluh satu hari lalu = 2021-11-22"),
    ("Ia pergi dua pekan lalu.", "dua pekan lalu = 2021-12-06..2021-12-12"),
    ("Ia pergi tiga minggu yang lalu.", "tiga minggu yang lalu = 2021-11-29..2021-12-05"),
    ("Mereka akan bertemu dua minggu depan.", "dua minggu depan = 2022-01-03..2022-01-09"),
    ("Mereka akan bertemu tiga bulan lagi.", "tiga bulan lagi = 2022-03-01..2022-03-31"),
    ("Mereka akan bertemu lima hari mendatang.", "lima hari mendatang = 2021-12-28"),
    ("Sengketa itu lahir seabad lalu.", "seabad lalu = 1921-01-01..1921-12-31"),
    ("Sengketa itu lahir dua abad lalu.", "dua abad lalu = 1821-01-01..1821-12-31"),
]

PARTS_OF_UNITS = [
    ("Ia dilantik 1,5 tahun lalu.", "1,5 tahun lalu = 2020-06-01..2020-06-30"),
    ("Ia dilantik satu setengah tahun lalu.", "satu setengah tahun lalu = 2020-06-01..2020-06-30"),
    ("Ia dilantik setengah tahun lalu.", "setengah tahun lalu = 2021-06-01..2021-06-30"),
    ("Ia dilantik dua setengah tahun silam.", "dua setengah tahun silam = 2019-06-01..2019-06-30"),
    ("Kota itu jatuh setengah abad lalu.", "setengah abad lalu = 1971-01-01..1971-12-31"),
    ("Ia dilantik dua tahun setengah lalu.", "dua tahun setengah lalu = 2019-06-01..2019-06-30"),
    (
        "Ia dilantik tiga setengah tahun silam.",
        "tiga setengah tahun silam = 2018-06-01..2018-06-30",
    ),
    ("Ia dilantik 2,5 tahun lalu.", "2,5 tahun lalu = 2019-06-01..2019-06-30"),
    ("Ia dilantik 1½ tahun lalu.", "1½ tahun lalu = 2020-06-01..2020-06-30"),
    ("Ia dilantik setengah dekade lalu.", "setengah dekade lalu = 2016-01-01..2016-12-31"),
    ("Kota itu jatuh 1,5 abad lalu.", "1,5 abad lalu = 1871-01-01..1871-12-31"),
]

INEXACT = [
    "Perang pecah beberapa tahun lalu.",
    "Perang pecah belasan tahun lalu.",
    "Perang pecah puluhan tahun lalu.",
    "Perang pecah ratusan tahun silam.",
    "Ia pergi beberapa pekan lalu.",
    "Ia pergi beberapa hari yang lalu.",
    "Ia pergi berpuluh-puluh tahun lalu.",
    "Mereka bertemu beberapa bulan lagi.",
    "Ia pergi dua atau tiga tahun lalu.",
    "Ia pergi dua hingga tiga bulan lalu.",
    "Ia pergi 3-4 minggu lalu.",
    "Ia pergi sekian tahun lalu.",
]

WEEKS = [
    ("Ia pergi minggu lalu.", "minggu lalu = 2021-12-13..2021-12-19"),
    ("Minggu lalu ia pergi.", "Minggu lalu = 2021-12-13..2021-12-19"),
    ("Mereka akan bertemu minggu depan.", "minggu depan = 2021-12-27..2022-01-02"),
    ("Rapat digelar minggu ini.", "minggu ini = 2021-12-20..2021-12-26"),
    ("Rapat digelar awal minggu ini.", "awal minggu ini = 2021-12-20..2021-12-21"),
    ("Pemilu digelar pada hari minggu.", "hari minggu = 2021-12-19"),
    ("Ia tiba pada Minggu lalu di kota.", "Minggu lalu = 2021-12-19"),
    ("Ia tiba Minggu (19/12).", "Minggu (19/12) = 2021-12-19"),
    ("Ia tiba pada Minggu malam.", "Minggu malam = 2021-12-19"),
    ("Ia tiba Senin pekan lalu.", "Senin pekan lalu = 2021-12-13"),
    ("Mereka akan bertemu Rabu pekan depan.", "Rabu pekan depan = 2021-12-29"),
    ("Mereka akan bertemu Senin minggu depan.", "Senin minggu depan = 2021-12-27"),
    (
        "Rapat digelar minggu pertama Januari 2022.",
        "minggu pertama Januari 2022 = 2022-01-01..2022-01-07",
    ),
    ("Rapat digelar akhir pekan ini.", "akhir pekan ini = 2021-12-25..2021-12-26"),
    ("Ia tiba akhir pekan lalu.", "akhir pekan lalu = 2021-12-18..2021-12-19"),
    ("Rapat digelar akhir pekan depan.", "akhir pekan depan = 2022-01-01..2022-01-02"),
]

RANGES = [
    ("Perundingan digelar 21-23 Desember.", "21-23 Desember = 2021-12-21..2021-12-23"),
    ("Perundingan digelar 21–23 Desember 2021.", "21–23 Desember 2021 = 2021-12-21..2021-12-23"),
    (
        "Perundingan digelar 1 sampai 3 Januari 2022.",
        "1 sampai 3 Januari 2022 = 2022-01-01..2022-01-03",
    ),
    ("Mereka akan berunding 1 sampai 3 Januari.", "1 sampai 3 Januari = 2022-01-01..2022-01-03"),
    (
        "Mereka akan berunding Januari hingga Maret.",
        "Januari hingga Maret = 2022-01-01..2022-03-31",
    ),
    (
        "Perang berlangsung Januari hingga Maret 2020.",
        "Januari hingga Maret 2020 = 2020-01-01..2020-03-31",
    ),
    (
        "Perang berlangsung November 2020 sampai Maret 2021.",
        "November 2020 sampai Maret 2021 = 2020-11-01..2021-03-31",
    ),
    ("Rapat digelar Selasa-Rabu (21-22/12).", "Selasa-Rabu (21-22/12) = 2021-12-21..2021-12-22"),
    (
        "Rapat digelar Selasa-Rabu (21-22/12/2021).",
        "Selasa-Rabu (21-22/12/2021) = 2021-12-21..2021-12-22",
    ),
    (
        "Rapat digelar 28 Desember sampai 3 Januari 2022.",
        "28 Desember sampai 3 Januari 2022 = 2021-12-28..2022-01-03",
    ),
    ("Mereka akan mogok 28 Desember-3 Januari.", "28 Desember-3 Januari = 2021-12-28..2022-01-03"),
    (
        "Rapat itu telah digelar dari Senin sampai Rabu.",
        "Senin sampai Rabu = 2021-12-20..2021-12-22",
    ),
    ("Mereka akan mogok dari Senin sampai Rabu.", "Senin sampai Rabu = 2021-12-27..2021-12-29"),
    ("Perang berlangsung pada 2014-2018.", "2014-2018 = 2014-01-01..2018-12-31"),
    ("Perang berlangsung dari 2014 hingga 2018.", "2014 hingga 2018 = 2014-01-01..2018-12-31"),
    ("Perang berlangsung antara 3 dan 5 Mei 2021.", "3 dan 5 Mei 2021 = 2021-05-03..2021-05-05"),
    ("Rapat digelar 3 s.d. 5 Mei 2021.", "3 s.d. 5 Mei 2021 = 2021-05-03..2021-05-05"),
]

DEADLINES = [
    ("Mereka diberi waktu sampai Senin.", "Senin = 2021-12-27"),
    ("Rusia harus mundur paling lambat Jumat.", "Jumat = 2021-12-24"),
    ("Rusia harus mundur selambat-lambatnya Kamis.", "Kamis = 2021-12-23?"),
    ("Peru menuntut Chile mundur sebelum Jumat.", "Jumat = 2021-12-24"),
    ("Buruh akan mogok mulai Senin.", "Senin = 2021-12-27"),
    ("Serikat buruh mengumumkan mogok mulai Senin.", "Senin = 2021-12-27"),
    ("Presiden mengatakan pada Senin bahwa ia akan mundur.", "Senin = 2021-12-20"),
    ("Ia akan mundur, kata presiden, Senin.", "Senin = 2021-12-20"),
    ("Buruh mengancam mogok mulai Senin.", "Senin = 2021-12-27"),
    ("Gencatan senjata diperpanjang hingga Rabu.", "Rabu = 2021-12-29"),
    ("Peru menuntut Chile mundur sebelum Januari.", "Januari = 2022-01-01..2022-01-31"),
    ("Hingga Rabu, korban tewas mencapai 30 orang.", "Rabu = 2021-12-22"),
    ("Mereka telah mogok sejak Senin.", "Senin = 2021-12-20"),
    ("Tambang harus ditutup dalam dua pekan.", "dalam dua pekan = 2021-12-23..2022-01-06"),
    (
        "Tambang harus ditutup dalam waktu 3x24 jam.",
        "dalam waktu 3x24 jam = 2021-12-23..2021-12-26",
    ),
    (
        "Tambang harus ditutup dalam sepekan ke depan.",
        "dalam sepekan ke depan = 2021-12-23..2021-12-30",
    ),
]

NAMES_OF_THINGS = [
    ("Gaji bulan Februari belum dibayar.", "bulan Februari = 2021-02-01..2021-02-28"),
    ("Upah bulan Maret belum dibayar sampai sekarang.", "bulan Maret = 2021-03-01..2021-03-31"),
    ("Tunjangan bulan Januari belum cair.", "bulan Januari = 2021-01-01..2021-01-31"),
    ("Inflasi bulan November naik.", "bulan November = 2021-11-01..2021-11-30"),
    ("Gaji Maret belum dibayar.", "Maret = 2021-03-01..2021-03-31"),
    ("Tagihan bulan Oktober naik.", "bulan Oktober = 2021-10-01..2021-10-31"),
    ("Sewa bulan Januari menunggak.", "bulan Januari = 2021-01-01..2021-01-31"),
    ("Iuran bulan Mei belum lunas.", "bulan Mei = 2021-05-01..2021-05-31"),
    ("Ekspor bulan Februari turun.", "bulan Februari = 2021-02-01..2021-02-28"),
    ("Data bulan Januari belum terbit.", "bulan Januari = 2021-01-01..2021-01-31"),
]

SINGLE_DAYS = [
    ("Ia tiba Jum’at (17/12).", "Jum’at (17/12) = 2021-12-17"),
    ("Ia tiba pada hari Jum'at.", "hari Jum'at = 2021-12-17"),
    ("Ia tiba pada hari Jum`at.", "hari Jum`at = 2021-12-17"),
    ("Mereka bertemu esok.", "esok = 2021-12-24"),
    ("Mereka bertemu nanti malam.", "nanti malam = 2021-12-23"),
    ("Ia tiba tadi malam.", "tadi malam = 2021-12-22"),
    ("Ia tiba semalam di kota.", "semalam = 2021-12-22"),
    ("Mereka bertemu lusa.", "lusa = 2021-12-25"),
    ("Ia tiba kemarin lusa.", "kemarin lusa = 2021-12-21"),
    ("Ia tiba kemarin malam.", "kemarin malam = 2021-12-22"),
    ("Mereka bertemu besok pagi.", "besok pagi = 2021-12-24"),
    ("Perjanjian diteken 22-12-2021.", "22-12-2021 = 2021-12-22"),
    ("Perjanjian diteken 2021-12-22.", "2021-12-22 = 2021-12-22"),
    ("Perjanjian diteken 22.12.2021.", "22.12.2021 = 2021-12-22"),
    ("Ia tiba Sabtu malam Minggu.", "Sabtu malam Minggu = 2021-12-18"),
    ("Rapat digelar 3 Mei tahun lalu.", "3 Mei tahun lalu = 2020-05-03"),
    ("Ia tiba Senin (20/12).", "Senin (20/12) = 2021-12-20"),
    ("Mereka akan bertemu Senin (10/1).", "Senin (10/1) = 2022-01-10"),
]

UNITS = [
    ("Pertemuan pertengahan Mei 2021 gagal.", "pertengahan Mei 2021 = 2021-05-11..2021-05-20"),
    ("Perundingan akan digelar awal tahun depan.", "awal tahun depan = 2022-01-01..2022-04-30"),
    ("Izin itu harus dicabut akhir bulan ini.", "akhir bulan ini = 2021-12-21..2021-12-31"),
    ("Izin itu akan dicabut pada akhir tahun.", "akhir tahun = 2021-09-01..2021-12-31"),
    ("Ekspor turun pada kuartal I 2021.", "kuartal I 2021 = 2021-01-01..2021-03-31"),
    ("Ekspor turun pada triwulan ketiga 2021.", "triwulan ketiga 2021 = 2021-07-01..2021-09-30"),
    ("Ekspor turun kuartal lalu.", "kuartal lalu = 2021-07-01..2021-09-30"),
    ("Ekspor turun pada semester II 2021.", "semester II 2021 = 2021-07-01..2021-12-31"),
    ("Ekspor turun pada paruh pertama 2021.", "paruh pertama 2021 = 2021-01-01..2021-06-30"),
    (
        "Sebanyak 300 orang tewas dalam dua bulan terakhir.",
        "dalam dua bulan terakhir = 2021-10-23..2021-12-23",
    ),
    ("Ia lahir pada Maret tahun lalu.", "Maret tahun lalu = 2020-03-01..2020-03-31"),
    ("Perundingan akan digelar Bulan Depan.", "Bulan Depan = 2022-01-01..2022-01-31"),
    ("Anggaran pada tahun anggaran 2021 naik.", "tahun anggaran 2021 = 2021-01-01..2021-12-31"),
]

KINDS = [
    *COUNTED,
    *PARTS_OF_UNITS,
    *WEEKS,
    *RANGES,
    *DEADLINES,
    *NAMES_OF_THINGS,
    *SINGLE_DAYS,
    *UNITS,
]


@pytest.mark.parametrize(("text", "named"), KINDS)
def test_a_time_means_its_days(text: str, named: str) -> None:
    assert times(text, "id") == [named]


@pytest.mark.parametrize("text", INEXACT)
def test_a_number_that_is_not_exact_gives_no_certain_day(text: str) -> None:
    assert all(named.endswith("?") for named in times(text, "id"))


@pytest.mark.parametrize(
    "text",
    [
        "Mereka bertemu dua hari setelah Senin.",
        "Tiap hari Jumat mereka bertemu.",
        "Setiap Senin mereka bertemu.",
        "Ia beribadah pada Jumat Agung.",
        "Hanya dalam 10 hari mereka menguasai kota itu.",
        "UU No. 11 Tahun 2020 tentang Cipta Kerja ditolak.",
        "Perang berlangsung selama tiga tahun.",
        "Perundingan digelar pada awal tahun.",
        "Tanggal 30 Februari 2021 tidak ada.",
        "Ia mogok dua hari sebelumnya.",
        "Ramadan 1443 Hijriah jatuh sesudah itu.",
        "Begadang semalam suntuk tidak menolong.",
        "Hari esok yang lebih baik menanti.",
    ],
)
def test_what_is_not_said_stays_unknown(text: str) -> None:
    assert times(text, "id") == []


@pytest.mark.parametrize("text", [sentence for sentence, _ in KINDS])
def test_without_a_day_to_count_from_only_whole_dates_are_told(text: str) -> None:
    whole = times(text, "id", None)
    assert set(whole) <= set(times(text, "id"))
    assert all("lalu" not in named and "depan" not in named for named in whole)
