"""Acts by the clause: whose stance it is, what a denial is of, and what is no speech at all."""

from __future__ import annotations

import pytest

from dossier.reports import story
from satumeja.dossier import Act, Dossier, links

WEATHER = {
    "en": "The weather in the capital was cold and it was the first day of the week.",
    "id": "Cuaca di ibu kota itu dingin dan hujan turun sejak pagi.",
}
WILLED = {"offer", "agree", "agree_to_talk", "promise", "refuse", "reject"}


def read_of(language: str, body: str) -> Dossier:
    return story(f"{body} {WEATHER[language]}", language)


def firm(dossier: Dossier) -> list[str]:
    """Give the acts that leave no doubt, as "kind actor target"."""
    return [spelled(act) for act in dossier.acts if not act.doubtful]


def spelled(act: Act) -> str:
    return f"{act.kind} {act.actor} {act.target}"


OTHERS = [
    ("en", "Chilean Foreign Minister Ana Roa said Peru refuses to sit down and talk."),
    ("en", "Chilean Foreign Minister Ana Roa said Peru will never accept a new canal."),
    ("en", "Chilean Foreign Minister Ana Roa said Peru had offered nothing but words."),
    ("en", "Chilean Foreign Minister Ana Roa said Peru lacks the will to negotiate."),
    ("en", "Chilean Foreign Minister Ana Roa said Peru was not ready to meet."),
    ("en", "“Peru never wanted to sit at the same table,” said Chilean Minister Ana Roa."),
    ("en", "“They refuse to open the gates,” said Chilean Foreign Minister Ana Roa."),
    ("en", "“This shows that Peru is not willing to negotiate,” said Chilean Minister Ana Roa."),
    ("en", "Chilean Foreign Minister Ana Roa said Peru would reject any treaty."),
    ("en", "Chilean Foreign Minister Ana Roa said Peru declined to release the ship."),
    ("id", "Menteri Luar Negeri Chile Ana Roa mengatakan Peru menolak duduk berunding."),
    ("id", "Menteri Luar Negeri Chile Ana Roa mengatakan Peru tidak pernah mau bertemu."),
    ("id", "Menteri Luar Negeri Chile Ana Roa mengatakan Peru tidak akan menerima kanal baru."),
    ("id", "Menteri Luar Negeri Chile Ana Roa mengatakan Peru enggan membuka pintu air."),
    ("id", "Menteri Luar Negeri Chile Ana Roa mengatakan Peru belum siap berdialog."),
    ("id", '"Peru tidak pernah mau duduk berunding," kata Menteri Luar Negeri Chile Ana Roa.'),
    ("id", '"Mereka menolak membuka pintu air," kata Menteri Luar Negeri Chile Ana Roa.'),
    ("id", '"Peru tidak bersedia bertemu," kata Menteri Luar Negeri Chile Ana Roa.'),
    ("id", "Menteri Luar Negeri Chile Ana Roa mengatakan Peru tidak mau mencabut blokade."),
    ("id", "Menteri Luar Negeri Chile Ana Roa mengatakan Peru gagal menepati perjanjian."),
]


@pytest.mark.parametrize(("language", "body"), OTHERS)
def test_the_other_sides_stance_is_not_the_speakers(language: str, body: str) -> None:
    dossier = read_of(language, body)
    assert "roa" in {one.speaker for one in dossier.statements}
    assert not [act for act in dossier.acts if act.kind in WILLED and act.actor == "chile"]


DENIALS = [
    ("en", "Peru denied the charge.", "deny", True),
    ("en", "Peru denied that it had broken the treaty.", "deny", True),
    ("en", "Peru rejected the accusation.", "deny", True),
    ("en", "The accusation was denied by Peru.", "deny", True),
    ("en", "Peru dismissed the report as nonsense.", "deny", True),
    ("en", "Peru rejected suggestions to restart the talks.", "reject", False),
    ("en", "Peru rejected a compromise put forward by Malta.", "reject", False),
    ("en", "Peru refused to reopen the canal.", "refuse", False),
    ("en", "Peru opposed a new round of talks.", "reject", False),
    ("en", "Peru turned down an invitation to Lima.", "reject", False),
    ("id", "Peru membantah tuduhan itu.", "deny", True),
    ("id", "Peru menyangkal telah melanggar perjanjian.", "deny", True),
    ("id", "Peru menolak tuduhan itu.", "deny", True),
    ("id", "Tuduhan itu dibantah Peru.", "deny", True),
    ("id", "Peru menepis kabar itu.", "deny", True),
    ("id", "Peru menolak usulan untuk berunding lagi.", "reject", False),
    ("id", "Peru menampik tawaran Malta.", "reject", False),
    ("id", "Peru menolak membuka kanal itu.", "refuse", False),
    ("id", "Peru menentang putaran perundingan baru.", "reject", False),
    ("id", "Peru menolak rencana itu.", "reject", False),
]
CHARGE = {
    "en": "Chile accused Peru of breaking the treaty.",
    "id": "Chile menuduh Peru melanggar perjanjian.",
}


@pytest.mark.parametrize(("language", "body", "kind", "linked"), DENIALS)
def test_a_denial_is_of_what_was_alleged(
    language: str, body: str, kind: str, linked: bool
) -> None:
    dossier = read_of(language, f"{CHARGE[language]} {body}")
    kinds = [act.kind for act in dossier.acts if act.actor == "peru"]
    assert kinds[:1] == [kind]
    assert any(link.kind == "denies" for link in links(dossier)) == linked


NOTHING = [
    ("en", "The talks between Peru and Chile concluded on Tuesday with no resolution."),
    ("en", "Chilean Minister Ana Roa did not respond to texts and calls seeking comment."),
    ("en", "Peru said nothing on Monday."),
    ("en", "A row over land threatened closure of the port."),
    ("en", "Chile declined to comment on the report."),
    ("en", "Malta hopes Peru will accept the plan."),
    ("en", "Has Peru ever agreed that Chile should build locks?"),
    ("en", "Nobody knows whether Peru accepted the plan."),
    ("en", "Chile denied that it had threatened the miners."),
    ("en", "If Peru demanded a vote, the islands would be lost."),
    ("id", "Perundingan Peru dan Chile berakhir pada Selasa tanpa hasil."),
    ("id", "Menteri Chile Ana Roa tidak menjawab permintaan wawancara."),
    ("id", "Peru tidak mengatakan apa-apa pada Senin."),
    ("id", "Sengketa lahan mengancam penutupan pelabuhan."),
    ("id", "Chile enggan berkomentar soal laporan itu."),
    ("id", "Belum pasti Peru akan menerima rencana itu."),
    ("id", "Apakah Peru pernah menyetujui bahwa Chile membangun pintu air?"),
    ("id", "Belum jelas apakah Peru menerima rencana itu."),
    ("id", "Chile membantah mengancam para penambang."),
    ("id", "Jika Peru menuntut pemungutan suara, pulau itu akan hilang."),
]


@pytest.mark.parametrize(("language", "body"), NOTHING)
def test_what_nobody_said_is_no_act(language: str, body: str) -> None:
    assert not {act.kind for act in read_of(language, body).acts} - {"deny", "meet"}


PLAIN = [
    ("en", "Turkey, a NATO member, accused Greece of arming the islands.", "accuse turkey greece"),
    ("en", "Peru denied the report and accused Chile of lying.", "accuse peru chile"),
    ("en", "Peru called off Monday's meeting with Chile.", "refuse peru chile"),
    ("en", "Chile's demand was turned down by Peru on Monday.", "reject peru chile"),
    ("en", "Peru urged Chile to lift the blockade.", "demand peru chile"),
    ("id", "Turki, anggota NATO, menuduh Yunani mempersenjatai pulau.", "accuse turkey greece"),
    ("id", "Peru membantah kabar itu dan menuduh Chile berbohong.", "accuse peru chile"),
    ("id", "Peru membatalkan pertemuan dengan Chile.", "refuse peru chile"),
    ("id", "Tuntutan Chile ditolak Peru pada Senin.", "reject peru chile"),
    ("id", "Peru mendesak Chile mencabut blokade.", "demand peru chile"),
]


@pytest.mark.parametrize(("language", "body", "expected"), PLAIN)
def test_plain_clauses_leave_no_doubt(language: str, body: str, expected: str) -> None:
    assert expected in firm(read_of(language, body))


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Chilean Foreign Minister Ana Roa said Peru had agreed to the plan."),
        ("id", "Menteri Luar Negeri Chile Ana Roa menambahkan, Peru mengancam akan mundur."),
    ],
)
def test_what_one_side_says_the_other_did_is_doubtful(language: str, body: str) -> None:
    dossier = read_of(language, body)
    assert not [act for act in dossier.acts if act.actor == "peru" and not act.doubtful]


def test_a_ruler_asks_his_own_ministers_and_no_other_side() -> None:
    dossier = read_of("id", "Presiden Peru meminta para menterinya menjawab gugatan Chile.")
    assert [spelled(act) for act in dossier.acts if act.kind == "demand"] == ["demand peru None"]
