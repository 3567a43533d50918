"""Who does what to whom, by the clause: whatever the order of the words."""

from __future__ import annotations

import pytest

from dossier.reports import story
from satumeja.dossier.clauses import Deed, Sentences
from satumeja.dossier.reading import find_actors

Told = tuple[str, tuple[str | None, ...], str | None]

ROLES = [
    ("en", "Turkey, a NATO member, accused Greece of arming the islands.", "accuse turkey greece"),
    ("en", "Peru, for its part, rejected Chile's proposal.", "reject peru chile"),
    ("en", "Peru was accused by Chile of breaking the treaty.", "accuse chile peru"),
    ("en", "Peru denied the report and accused Chile of lying.", "accuse peru chile"),
    ("en", "Peru, which has rejected an offer by Chile, waited on Monday.", "reject peru chile"),
    ("en", "The port of Malta was shelled by Chilean troops overnight.", "use_force chile malta"),
    ("en", "Peru called off Monday's meeting with Chile.", "refuse peru chile"),
    ("en", "Chile's threat against Peru alarmed Bolivia.", "threaten chile peru"),
    ("en", "Peru urged Chile not to close the border.", "demand peru chile"),
    ("en", "Peru demanded that Chile withdraw its troops.", "demand peru chile"),
    ("en", "When its troops stormed Peru, Chile closed the border.", "use_force chile peru"),
    ("en", "Chilean troops that had crossed the river attacked Peru.", "use_force chile peru"),
    ("en", "Chile imposed new and painful sanctions on Peru.", "sanction chile peru"),
    ("id", "Turki, anggota NATO, menuduh Yunani mempersenjatai pulau.", "accuse turkey greece"),
    ("id", "Peru, pada gilirannya, menolak usulan Chile.", "reject peru chile"),
    ("id", "Peru dituduh Chile melanggar perjanjian.", "accuse chile peru"),
    ("id", "Usulan Chile ditolak oleh Peru.", "reject peru chile"),
    ("id", "Peru membantah kabar itu dan menuduh Chile berbohong.", "accuse peru chile"),
    (
        "id",
        "Peru menolak kekhawatiran Chile soal rencananya dan, pada gilirannya, menuduh Bolivia.",
        "accuse peru bolivia",
    ),
    ("id", "Peru, yang menolak tawaran Chile, menunggu pada Senin.", "reject peru chile"),
    ("id", "Kapal Peru menabrak kapal Chile.", "use_force peru chile"),
    ("id", "Ancaman Chile terhadap Peru memicu kekhawatiran.", "threaten chile peru"),
    ("id", "Chile mendesak Peru menarik pasukannya dari perbatasan.", "demand chile peru"),
    ("id", "Chile menuntut agar Peru menarik pasukannya.", "demand chile peru"),
    (
        "id",
        "Chile menyandera pelaut Malta ketika pasukannya menyerbu Peru.",
        "use_force chile peru",
    ),
    ("id", "Tentara Chile yang bertugas di perbatasan menembaki Peru.", "use_force chile peru"),
    (
        "id",
        "Peru menolak tawaran Malta, menuduh Chile, dan mendesak Bolivia.",
        "demand peru bolivia",
    ),
]

UNREAL = [
    ("en", "Malta hopes that Peru will attack Chile."),
    ("en", "Malta denied that Peru had attacked Chile."),
    ("en", "Peru did not attack Chile."),
    ("en", "If Peru attacks Chile, the border will be closed."),
    ("en", "Has Peru attacked Chile?"),
    ("en", "Peru would have attacked Chile."),
    ("en", "Peru may attack Chile."),
    ("en", "Peru planned to attack Chile."),
    ("en", "The claim that Peru attacked Chile spread quickly."),
    ("en", "Malta asked that Peru attack Chile."),
    ("en", "Peru was accused of attacking Chile."),
    ("id", "Malta berharap Peru menyerang Chile."),
    ("id", "Malta membantah bahwa Peru menyerang Chile."),
    ("id", "Peru tidak menyerang Chile."),
    ("id", "Jika Peru menyerang Chile, perbatasan ditutup."),
    ("id", "Apakah Peru menyerang Chile?"),
    ("id", "Peru mungkin menyerang Chile."),
    ("id", "Peru berencana menyerang Chile."),
    ("id", "Kabar bahwa Peru menyerang Chile cepat menyebar."),
    ("id", "Malta meminta Peru menyerang Chile."),
    ("id", "Peru menyiapkan pasukan untuk menyerang Chile."),
    ("id", "Peru belum menyerang Chile."),
]


def deeds(language: str, sentence: str) -> list[Deed]:
    """Give what the first sentence of a story tells."""
    report = story(sentence, language).report
    sentences = Sentences(report, find_actors(report))
    return [
        deed
        for part in report.sentences
        if sentence.startswith(report.text[part.start : part.end][:12])
        or report.text[part.start : part.end] in sentence
        for deed in sentences.deeds((part.start, part.end))
    ]


@pytest.mark.parametrize(("language", "sentence", "expected"), ROLES)
def test_the_subject_does_it_to_the_object(language: str, sentence: str, expected: str) -> None:
    told = [
        f"{deed.frame.kind} {deed.doers[0].actor} {deed.target.actor if deed.target else None}"
        for deed in deeds(language, sentence)
        if deed.doers and (deed.clause is None or deed.clause.real)
    ]
    assert expected in told


@pytest.mark.parametrize(("language", "sentence"), UNREAL)
def test_nothing_hoped_denied_asked_or_supposed_is_done(language: str, sentence: str) -> None:
    attacks = [deed for deed in deeds(language, sentence) if deed.frame.kind == "use_force"]
    assert attacks
    assert not any(deed.clause and deed.clause.real for deed in attacks)
