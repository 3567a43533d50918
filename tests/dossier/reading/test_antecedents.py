"""Whom pronouns mean: people together, a person, a body; and nobody where nobody is named."""

from __future__ import annotations

import pytest

from dossier.reports import check, story

LAST = [
    ("en", "The villagers blocked the road. They say the debt is unpaid.", "villagers"),
    ("en", "Anna Weber, the mayor, left early. She said the vote was lost.", "weber"),
    ("en", "Sudan thanked Chad. The latter replied that the line was old.", "chad"),
    ("en", "The union met on Friday. It demanded a new contract.", "union"),
    ("en", "A diplomat said the draft was ready. He added that it was short.", None),
    ("en", "Karl Oden, a cook, said it rained. An aide said it hailed. He added more.", None),
    ("en", "Growers marched on Monday. They demanded cheaper water.", "growers"),
    ("en", "Marl Cement sued. Anna Weber was away. It said the fuel was gone.", "marl_cement"),
    ("en", "Peru's foreign minister spoke first. The minister said the pact was dead.", "peru"),
    ("en", "“We left,” Otto Lind said. Dockers sang. They said it rained.", "dockers"),
    ("en", "The firm is open to talks, its spokesman Karl Oden said. He said it rained.", "oden"),
    ("id", "Warga memblokade jalan. Mereka mengatakan utang itu belum dibayar.", "warga"),
    ("id", "Anna Wibowo, wali kota, pulang. Ia mengatakan suara itu hilang.", "wibowo"),
    ("id", "Menteri Pertanian Peru Ana Roa tiba. Menteri itu mengatakan pakta itu mati.", "roa"),
    ("id", "Serikat Perahu Biru bertemu. Serikat itu menuntut dana.", "serikat_perahu_biru"),
    ("id", "Seorang diplomat mengatakan draf siap. Ia menambahkan bahwa draf itu pendek.", None),
    ("id", "PT Semen Marga tutup. Juru bicaranya, Edi Brata, mengaku rugi.", "brata"),
    ("id", "Petani apel berpawai Senin. Mereka menuntut air murah.", "petani_apel"),
    ("id", "Ketua Paguyuban Perahu, Edi Brata, datang. Dia mengatakan pasang surut.", "brata"),
    (
        "id",
        "“Kering,” kata Edi Brata. Seorang pejabat mengatakan itu salah. Ia berkata air ada.",
        None,
    ),
    ("id", "Edi Brata mengatakan ia siap. Pihaknya meminta waktu sepekan.", "brata"),
    ("id", "Nelayan pulang. Mereka menuntut solar.", "nelayan"),
]


@pytest.mark.parametrize(("language", "body", "speaker"), LAST)
def test_whom_a_pronoun_means(language: str, body: str, speaker: str | None) -> None:
    dossier = story(body, language)
    check(dossier)
    last = dossier.statements[-1]
    assert last.speaker == speaker
    assert last.doubtful or speaker is not None
