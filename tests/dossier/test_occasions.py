"""The day on which words were said: told by their verb, or by the sentences beside them."""

from __future__ import annotations

import pytest

from satumeja.dossier import Act, Statement, read
from satumeja.report import parse

ABOVE = {
    "en": "Dispute goes on at Port Arlen\n\nThursday, 14 March 2024\n\n",
    "id": "Sengketa Pelabuhan Berlanjut\n\nKamis, 14 Maret 2024\n\n",
}
SAID = {
    "en": [
        # A time behind the verb, before what is asked or charged, is that of the verb.
        ("Minister Ana Roa asked the Dockers' Union on Tuesday to return.", "03-12"),
        ("Minister Ana Roa urged the Dockers' Union on Tuesday to return.", "03-12"),
        ("Minister Ana Roa accused the Dockers' Union on Tuesday of lying.", "03-12"),
        ("The Dockers' Union called the lockout illegal on Tuesday.", "03-12"),
        ("The Dockers' Union charged the board last week with lying.", "03-04..03-10"),
        # What shares its subject shares its day.
        ("The Dockers' Union met the board on Monday and turned down its offer.", "03-11"),
        ("The Dockers' Union rejected the plan on Monday and demanded a new one.", "03-11 03-11"),
        # What another clause tells is not.
        ("The Dockers' Union, which struck in February, rejected the plan on Monday.", "03-11"),
        ("The Dockers' Union rejected Monday's offer.", "-"),
        ("The Dockers' Union rejected a proposal to meet on Friday.", "-"),
        # The next sentence says when.
        ("The Dockers' Union demanded higher pay. The demand was made on Monday.", "03-11"),
        ("The Dockers' Union rejected the plan. Its refusal came in a letter on Monday.", "03-11"),
        # The same speaker goes on.
        (
            (
                "Minister Ana Roa said on Tuesday the port was safe. “We checked each crane,” "
                "she said."
            ),
            "03-12 03-12",
        ),
        (
            (
                "The Dockers' Union denied it on Monday. In the same statement it rejected "
                "the board's offer."
            ),
            "03-11 03-11",
        ),
        # After the meeting is on the day of the meeting, as far as one can tell.
        ("The board met on Monday. Peru rejected the plan after the meeting.", "03-11?"),
        ("Chile accused Peru on Monday. Hours later, Peru rejected the claim.", "03-11 03-11?"),
        # Another occasion is another day.
        ("The Dockers' Union rejected the offer on Monday. It later accepted it.", "03-11 -"),
        ("The Dockers' Union rejected it on Monday. It had accepted it before.", "03-11 -"),
        # Who is meant by a pronoun did something then: likely, and no more.
        ("The Dockers' Union blocked the gate on Monday. It demanded higher pay.", "03-11?"),
    ],
    "id": [
        ("Serikat Buruh Arlen meminta dewan pelabuhan, Selasa (12/3), mundur.", "03-12"),
        ("Serikat Buruh Arlen mendesak dewan pelabuhan pada Selasa untuk mundur.", "03-12"),
        ("Serikat Buruh Arlen kemarin menuntut dewan pelabuhan mundur.", "03-13"),
        ("Serikat Buruh Arlen menolak tawaran itu pada Senin dan mengancam mogok.", "03-11 03-11"),
        (
            "Serikat Buruh Arlen menolak itu pada Senin dan mengancam mogok pada Jumat.",
            "03-11 03-11",
        ),
        ("Serikat Buruh Arlen, yang mogok sejak Februari, menolak tawaran itu, Senin.", "03-11"),
        (
            "Serikat Buruh Arlen menuntut upah naik. Tuntutan itu disampaikan Selasa malam.",
            "03-12",
        ),
        ("Peru meminta Chile mundur. Permintaan tersebut diajukan lewat surat, Senin.", "03-11"),
        ("Peru menolak usul Chile. Penolakan itu dibacakan juru bicaranya, Rabu.", "03-13"),
        (
            "Peru menolak usul Chile pada Senin. Lima hari kemudian Peru menuntut ganti rugi.",
            "03-11 -",
        ),
        (
            'Rapat digelar Senin. "Kami menolak," kata Ketua Serikat Buruh Arlen usai rapat.',
            "03-11?",
        ),
        ("Puluhan buruh, Selasa (12/3), memblokir gerbang. Mereka menuntut upah naik.", "03-12?"),
    ],
}


def days_of(thing: Statement | Act) -> str:
    """Give month and day, from and to where there are two; a dash for none."""
    if thing.date is None:
        return "-"
    days = [str(day)[5:] for day in (thing.date, thing.date_end) if day]
    return "..".join(dict.fromkeys(days)) + "?" * thing.date_doubtful


@pytest.mark.parametrize(
    ("language", "story", "days"),
    [(language, *row) for language, rows in SAID.items() for row in rows],
)
def test_words_were_said_on_the_day_their_occasion_was(
    language: str, story: str, days: str
) -> None:
    dossier = read(parse(ABOVE[language] + story))
    assert " ".join(days_of(statement) for statement in dossier.statements) == days
    for act in dossier.acts:
        rests = [one for one in dossier.statements if one.id == act.statement]
        if rests and act.span == rests[0].content and act.kind not in ("meet", "agree_to_talk"):
            assert days_of(act) == days_of(rests[0])


@pytest.mark.parametrize(
    ("language", "title", "story"),
    [
        (
            "en",
            "PRESS RELEASE\n\nDockers reject night shifts",
            "The Dockers' Union rejects the new shifts. It demands that the board withdraw them.",
        ),
        (
            "id",
            "SIARAN PERS\n\nPernyataan Sikap Serikat Buruh Arlen",
            (
                "Serikat Buruh Arlen menyatakan:\n\nPertama, mengecam pemecatan dua buruh oleh PT "
                "Dermaga.\n\nKedua, menuntut Menteri Perhubungan turun tangan."
            ),
        ),
    ],
)
def test_a_press_release_says_it_on_its_own_day(language: str, title: str, story: str) -> None:
    line = {"en": "14 March 2024", "id": "14 Maret 2024"}[language]
    dossier = read(parse(f"{title}\n\n{line}\n\n{story}"))
    assert [days_of(statement) for statement in dossier.statements] == ["03-14"] * 2


ACTS = {
    "en": [
        (
            "Chile attacked Peru in February and imposed sanctions on Bolivia on Tuesday.",
            ["02-01..02-29", "03-12"],
        ),
        ("Chile attacked Peru on Tuesday after Peru had shelled Chile in February.", None),
        ("Dockers, who had blocked the gate in February, marched on Tuesday.", None),
    ],
    "id": [
        (
            "Chile menyerang Peru pada Februari dan menjatuhkan sanksi atas Bolivia, Selasa.",
            ["02-01..02-29", "03-12"],
        ),
        ("Chile menyerang Peru, Selasa, setelah Peru menembaki Chile pada Februari.", None),
    ],
}


@pytest.mark.parametrize(
    ("language", "story", "days"),
    [(language, *row) for language, rows in ACTS.items() for row in rows],
)
def test_an_act_has_the_day_of_its_own_verb(
    language: str, story: str, days: list[str] | None
) -> None:
    dossier = read(parse(ABOVE[language] + story))
    expected = days or ["02-01..02-29", "03-12"]
    assert sorted(days_of(act) for act in dossier.acts) == expected
