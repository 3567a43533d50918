"""Acts are dated by the words of their own verb, whatever else the sentence names."""

from __future__ import annotations

import pytest

from satumeja.dossier import Act, read
from satumeja.report import parse

ABOVE = {
    "en": "Dispute goes on at Port Arlen\n\nThursday, 14 March 2024\n\n",
    "id": "Sengketa Pelabuhan Berlanjut\n\nKamis, 14 Maret 2024\n\n",
}


def days_of(act: Act) -> str:
    """Give month and day, from and to; a dash for none."""
    if act.date is None:
        return "-"
    return f"{act.date}"[5:] + ".." + f"{act.date_end or act.date}"[5:]


DONE = [
    (
        "en",
        "Rebels of the Valley Front attacked the village of Tano on 4 March.",
        "use_force|assault",
        "03-04",
    ),
    (
        "en",
        "On 4 March, rebels of the Valley Front attacked the village of Tano.",
        "use_force|assault",
        "03-04",
    ),
    (
        "en",
        "The village of Tano was attacked on 4 March by rebels of the Valley Front.",
        "use_force|assault",
        "03-04",
    ),
    (
        "en",
        "The village of Tano was attacked by the Valley Front on 4 March.",
        "use_force|assault",
        "03-04",
    ),
    (
        "en",
        "The Valley Front had attacked Tano on 4 March, the governor said on Monday.",
        "use_force|assault",
        "03-04",
    ),
    (
        "en",
        "The governor said on Monday that the Valley Front had attacked Tano on 4 March.",
        "use_force|assault",
        "03-04",
    ),
    (
        "en",
        "Peru imposed sanctions on Chile last week and expelled its envoy on Tuesday.",
        "sanction",
        "03-04..03-10|03-12",
    ),
    (
        "en",
        "Peru, which imposed sanctions on Chile in February, offered talks on Tuesday.",
        "sanction",
        "02-01..02-29",
    ),
    (
        "en",
        "Peru offered talks on Tuesday after Chile closed the canal on Sunday.",
        "offer",
        "03-12",
    ),
    ("en", "Dockers blocked the gate from Monday to Wednesday.", "coerce", "03-11..03-13"),
    ("en", "Dockers have blocked the gate since Monday.", "coerce", "03-11"),
    ("en", "Dockers marched through Arlen on Tuesday to demand higher pay.", "protest", "03-12"),
    (
        "en",
        "The Dockers' Union demanded on Tuesday that the Harbour Board pay by 30 April.",
        "demand",
        "03-12",
    ),
    (
        "en",
        "The Dockers' Union threatened on Tuesday to strike from 1 April.",
        "threaten",
        "03-12",
    ),
    (
        "en",
        "The Dockers' Union gave the Harbour Board until Friday to answer.",
        "demand|threaten",
        "-",
    ),
    (
        "en",
        "In February the Dockers' Union accused the Harbour Board of lying.",
        "accuse",
        "02-01..02-29",
    ),
    ("en", "Last month the Dockers' Union rejected the offer.", "reject", "02-01..02-29"),
    ("en", "A month ago, the Dockers' Union rejected the offer.", "reject", "02-01..02-29|02-14"),
    (
        "en",
        "The Harbour Board's offer was rejected by the Dockers' Union on Tuesday.",
        "reject",
        "03-12",
    ),
    (
        "en",
        "The board's offer, made on Monday, was rejected by the Dockers' Union on Tuesday.",
        "reject",
        "03-12",
    ),
    ("en", "Peru and Chile met in Lima on Tuesday.", "meet", "03-12"),
    ("en", "Peru and Chile will meet in Lima on Tuesday.", "agree_to_talk|meet", "03-19"),
    (
        "en",
        "Peru agreed on Monday to meet Chile on 20 March.",
        "agree_to_talk|agree",
        "03-20|03-11",
    ),
    (
        "id",
        "Pemberontak Front Lembah menyerang Desa Tano pada 4 Maret.",
        "use_force|assault",
        "03-04",
    ),
    (
        "id",
        "Pada 4 Maret, pemberontak Front Lembah menyerang Desa Tano.",
        "use_force|assault",
        "03-04",
    ),
    ("id", "Desa Tano diserang Front Lembah pada 4 Maret.", "use_force|assault", "03-04"),
    ("id", "Desa Tano diserang pada 4 Maret oleh Front Lembah.", "use_force|assault", "03-04"),
    (
        "id",
        "Gubernur mengatakan, Senin, Front Lembah menyerang Desa Tano pada 4 Maret.",
        "use_force|assault",
        "03-04",
    ),
    (
        "id",
        "Peru, yang menjatuhkan sanksi kepada Chile pada Februari, menawarkan damai, Selasa.",
        "sanction",
        "02-01..02-29",
    ),
    (
        "id",
        "Peru menawarkan perundingan, Selasa, setelah Chile menutup kanal pada Minggu.",
        "offer",
        "03-12",
    ),
    ("id", "Buruh memblokir gerbang sejak Senin.", "coerce", "03-11"),
    ("id", "Buruh memblokir gerbang dari Senin hingga Rabu.", "coerce", "03-11..03-13"),
    ("id", "Ratusan buruh berunjuk rasa di Arlen, Selasa (12/3).", "protest", "03-12"),
    (
        "id",
        "Serikat Buruh Arlen menuntut, Selasa, agar dewan membayar paling lambat 30 April.",
        "demand",
        "03-12",
    ),
    (
        "id",
        "Serikat Buruh Arlen mengancam, Selasa, akan mogok mulai 1 April.",
        "threaten",
        "03-12",
    ),
    (
        "id",
        "Pada Februari Serikat Buruh Arlen menuduh Dewan Pelabuhan berbohong.",
        "accuse",
        "02-01..02-29",
    ),
    ("id", "Bulan lalu Serikat Buruh Arlen menolak tawaran itu.", "reject", "02-01..02-29"),
    ("id", "Tawaran Dewan Pelabuhan ditolak Serikat Buruh Arlen pada Selasa.", "reject", "03-12"),
    ("id", "Peru dan Chile bertemu di Lima pada Selasa.", "meet", "03-12"),
    ("id", "Peru dan Chile akan bertemu di Lima pada Selasa.", "agree_to_talk|meet", "03-19"),
    (
        "id",
        "Serikat Buruh Arlen pekan lalu memblokir gerbang dan pada Senin menolak tawaran dewan.",
        "coerce",
        "03-04..03-10",
    ),
    (
        "id",
        "Serikat Buruh Arlen pekan lalu memblokir gerbang dan pada Senin menolak tawaran dewan.",
        "reject",
        "03-11",
    ),
]


@pytest.mark.parametrize(("language", "story", "kinds", "days"), DONE)
def test_an_act_is_dated_by_what_goes_with_it(
    language: str, story: str, kinds: str, days: str
) -> None:
    acts = read(parse(ABOVE[language] + story)).acts
    fitting = {days_of(act) for act in acts if act.kind in kinds.split("|")}
    assert {whole(span) for span in fitting} & set(days.split("|"))


def whole(span: str) -> str:
    """Give days without the second where both are one."""
    first, _, last = span.partition("..")
    return first if first == last else span
