"""Acts are decided on the cue and on what is said."""

from __future__ import annotations

import pytest

from dossier.reports import check, story
from satumeja.dossier import Dossier

MINISTER = {
    "id": "Menteri Luar Negeri Rusia Sergei Lavrov",
    "en": "Russian Foreign Minister Sergei Lavrov",
}

WEATHER = {
    "id": "Cuaca di ibu kota itu dingin dan hujan turun sejak pagi.",
    "en": "The weather in the capital was cold and it was the first day of the week.",
}


def acts(dossier: Dossier) -> list[tuple[str, str, str | None, str | None]]:
    check(dossier)
    return [(act.kind, act.actor, act.target, act.issue) for act in dossier.acts]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("mengatakan NATO harus menarik pasukan dari sana", ("demand", "nato", "withdraw")),
        ("mengatakan NATO tidak boleh menempatkan rudal di sana", ("demand", "nato", None)),
        ("menuntut agar NATO memberi jaminan", ("demand", "nato", "guarantee")),
        ("mengatakan bahwa ia siap untuk berunding dengan NATO", ("offer", "nato", "talk")),
        ("menolak usul NATO untuk gencatan senjata", ("reject", "nato", "ceasefire")),
        ("memperingatkan NATO bahwa itu berbahaya", ("warn", "nato", None)),
        ("menuduh NATO merencanakan serangan", ("accuse", "nato", "attack")),
        ("membantah laporan NATO tentang rencana itu", ("deny", "nato", None)),
        ("menolak tuduhan NATO sebagai bohong", ("deny", "nato", None)),
        ("memuji langkah NATO", ("praise", "nato", None)),
        ("mengkritik langkah NATO", ("criticise", "nato", None)),
        ("mengklaim NATO ada di sana", ("claim", "nato", None)),
        ("berjanji kepada NATO untuk menarik pasukan", ("promise", "nato", "withdraw")),
        ("menyebut ekspansi NATO sebagai garis merah", ("red_line", "nato", "expand")),
    ],
)
def test_indonesian(said: str, expected: tuple[str, str | None, str | None]) -> None:
    found = acts(story(f"{MINISTER['id']} {said}."))
    assert [(kind, target, issue) for kind, _, target, issue in found] == [expected]
    assert {actor for _, actor, _, _ in found} == {"russia"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("said NATO must withdraw its troops", ("demand", "nato", "withdraw")),
        ("demanded that NATO give guarantees", ("demand", "nato", "guarantee")),
        ("said he was ready for talks with NATO", ("offer", "nato", "talk")),
        ("rejected a NATO proposal for a ceasefire", ("reject", "nato", "ceasefire")),
        ("warned that NATO was making a mistake", ("warn", "nato", None)),
        ("accused NATO of planning an attack", ("accuse", "nato", "attack")),
        ("dismissed the claim of NATO as a lie", ("deny", "nato", None)),
        ("praised the step of NATO", ("praise", "nato", None)),
        ("criticized the step of NATO", ("criticise", "nato", None)),
        ("claimed NATO was there", ("claim", "nato", None)),
        ("promised NATO to withdraw his troops", ("promise", "nato", "withdraw")),
        ("called NATO expansion a red line", ("red_line", "nato", "expand")),
    ],
)
def test_english(said: str, expected: tuple[str, str | None, str | None]) -> None:
    found = acts(story(f"{MINISTER['en']} {said}.", "en"))
    assert [(kind, target, issue) for kind, _, target, issue in found] == [expected]
    assert {actor for _, actor, _, _ in found} == {"russia"}


@pytest.mark.parametrize(
    ("language", "body", "condition"),
    [
        (
            "id",
            (
                "Presiden AS Joe Biden memperingatkan Rusia bahwa ada sanksi jika "
                "Moskow menyerang Ukraina."
            ),
            "jika Moskow menyerang Ukraina",
        ),
        (
            "en",
            "U.S. President Joe Biden warned Russia of sanctions if Moscow attacks Ukraine.",
            "if Moscow attacks Ukraine",
        ),
    ],
)
def test_a_threat_has_its_condition(language: str, body: str, condition: str) -> None:
    dossier = story(body, language)
    (act,) = dossier.acts
    assert (act.kind, act.actor, act.by, act.target) == ("threaten", "us", "biden", "russia")
    assert (act.issue, act.condition_issue, act.condition_actor) == (
        "sanction",
        "attack",
        "russia",
    )
    assert act.condition is not None
    assert dossier.words(act.condition) == condition


def test_talks_agreed_have_the_day_they_are_held() -> None:
    dossier = story(f"{MINISTER['id']} mengatakan Rusia dan NATO akan berunding bulan depan.")
    (act,) = dossier.acts
    assert (act.kind, act.actor, act.target) == ("agree_to_talk", "russia", "nato")
    assert (str(act.date), act.precision) == ("2022-01-01", "month")


def test_two_who_refuse_together_are_two_acts() -> None:
    dossier = story(
        "Moskow menuntut agar NATO memberi jaminan. Washington dan sekutunya menolak tuntutan itu."
    )
    assert acts(dossier)[1:] == [
        ("reject", "us", "russia", "guarantee"),
        ("reject", "allies", "russia", "guarantee"),
    ]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("id", "Pemusatan tentara Rusia di perbatasan Ukraina berlanjut, kata warga.", "mobilise"),
        ("en", "A buildup of Russian troops near Ukraine went on, residents said.", "mobilise"),
        ("id", "Rusia mencaplok Krimea dari Ukraina pada 2014, kata warga.", "use_force"),
        ("en", "Russia annexed Crimea from Ukraine in 2014, residents said.", "use_force"),
        ("id", "Rusia bertemu Ukraina kemarin, kata warga.", "meet"),
        ("en", "Russia met Ukraine yesterday, residents said.", "meet"),
    ],
)
def test_acts_the_report_tells_itself(language: str, body: str, expected: str) -> None:
    found = [act for act in acts(story(body, language)) if act[0] == expected]
    assert [(actor, target) for _, actor, target, _ in found] == [("russia", "ukraine")]


def test_what_is_demanded_is_not_yet_done() -> None:
    dossier = story("Teheran menuntut agar NATO menutup pintu dan menolak usul Swedia.")
    assert acts(dossier) == [("demand", "iran", "nato", "close_door")]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "Afghan rebels kidnapped two engineers, police said.", "coerce"),
        ("en", "Tens of thousands of students staged mass demonstrations.", "protest"),
        ("en", "Israel gave Jordan emergency food aid, officials said.", "aid"),
        ("en", "Syria withdrew its forces from Lebanon, officials said.", "retreat"),
        ("en", "Turkey will release the prisoners, officials said.", "agree"),
        ("en", "Israel will demolish the houses, officials said.", "threaten"),
        ("id", "Pemberontak Suriah menculik dua insinyur, kata polisi.", "coerce"),
        ("id", "Ribuan mahasiswa berunjuk rasa di ibu kota, kata polisi.", "protest"),
        ("id", "Jepang mengirim bantuan makanan, kata pejabat.", "aid"),
        ("id", "Rusia menarik mundur pasukannya, kata pejabat.", "retreat"),
    ],
)
def test_what_the_report_tells_that_somebody_did(language: str, body: str, expected: str) -> None:
    assert expected in [kind for kind, *_ in acts(story(body, language))]


@pytest.mark.parametrize(
    "body",
    [
        "Syria did not withdraw its forces, officials said.",
        "If Syria withdraws its forces, talks can begin, officials said.",
        "Officials spoke of arresting people.",
    ],
)
def test_what_is_not_done_is_no_act(body: str) -> None:
    assert "retreat" not in [kind for kind, *_ in acts(story(body, "en"))]


def test_rebels_act_for_themselves() -> None:
    dossier = story("Afghan rebels kidnapped two engineers, police said.", "en")
    actor = dossier.actor("afghan_rebels")
    assert (actor.kind, actor.name, actor.state) == ("group", "Afghan rebels", None)


@pytest.mark.parametrize(
    ("language", "said", "expected"),
    [
        ("en", "said Russia would not shake hands with anybody", ["refuse"]),
        ("en", "said NATO would not shake hands with anybody", []),
        ("en", "said his delegation would write the rules down", ["promise"]),
        ("en", "said NATO would write the rules down", []),
        (
            "en",
            "warned that Moscow could reroute the trains if the gates stayed shut",
            ["threaten"],
        ),
        ("en", "warned that NATO could lose the trains if the gates stayed shut", ["warn"]),
        ("en", "said quarrels should be settled by rules and not by tariffs", ["demand"]),
        ("en", "said NATO had deliberately blocked the canal", ["accuse"]),
        ("en", "said Russia had quietly opened the canal", ["claim"]),
        ("en", "said Russia could accept a second bridge", ["offer"]),
        ("en", "said NATO could accept a second bridge", []),
        ("id", "mengatakan NATO berulang kali menggeser patok", ["accuse"]),
        ("id", "mengatakan Rusia berulang kali menggeser patok", []),
        ("id", "mengatakan pihaknya bisa menerima jembatan kedua", ["offer"]),
        ("id", "mengatakan negaranya tidak akan menjabat tangan siapa pun", ["refuse"]),
        ("id", "mengatakan NATO tidak akan menjabat tangan siapa pun", []),
        ("id", "mengatakan Rusia akan menuliskan aturan itu", ["promise"]),
        ("id", "mengatakan NATO akan menuliskan aturan itu", []),
        ("id", "mengatakan Rusia dapat mengalihkan kereta jika pintu ditutup", ["threaten"]),
        ("id", "mengatakan kereta dapat dialihkan jika pintu ditutup", ["warn"]),
    ],
)
def test_what_ones_own_side_will_do(language: str, said: str, expected: list[str]) -> None:
    dossier = story(f"{MINISTER[language]} {said}. {WEATHER[language]}")
    assert dossier.report.language == language
    assert len(dossier.statements) == 1
    found = acts(dossier)
    assert [kind for kind, *_ in found] == expected
