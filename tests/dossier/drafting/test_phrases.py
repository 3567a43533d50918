"""A deed is said by its verb and its object, in the words of the report, and never by less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satumeja.dossier.drafting._phrases import (
    LONGEST,
    Clause,
    Phrase,
    hedge_of,
    phrase_of,
    undoes,
)
from satumeja.dossier.reading import lists

SAID = [
    # language, kind, cue, quoted, words, the deed, denied
    ("en", "demand", "demanded", False, "it reopen the gates within 48 hours",
     "Reopen the gates within 48 hours", False),
    ("en", "demand", "urged", False, "Armenia to seize the chance", "Seize the chance", False),
    ("en", "demand", "asked", False, "for the quota to be halved as well",
     "Have the quota halved as well", False),
    ("en", "demand", "said", False, "the port must never be used by a foreign navy",
     "Have the port used by a foreign navy", True),
    ("en", "demand", "demanded", False, "compensation for the damaged boat",
     "Agree to compensation for the damaged boat", False),
    ("en", "demand", "", True, "Stop the bombing now.", "Stop the bombing now", False),
    ("en", "demand", "", True, "Do not cross the river.", "Cross the river", True),
    ("en", "offer", "said", False, "her government was willing to refinance part of the debt",
     "Refinance part of the debt", False),
    ("en", "offer", "offered", False, "its good offices", "Provide its good offices", False),
    ("en", "offer", "said", False, "Beijing would consider a hotline if Hanoi left",
     "Consider a hotline", False),
    ("en", "promise", "", True, "But we will defend our rights.", "Defend its rights", False),
    ("en", "threaten", "saying", False, "any intervention would be met with force",
     "Have any intervention met with force", False),
    ("en", "threaten", "says", True, "If they will not look, we will bring the ridge to them,",
     "Bring the ridge to them", False),
    ("en", "refuse", "said", True, "I have not resigned and I am not going to resign tonight.",
     "Resign tonight", True),
    ("id", "demand", "mendesak", False, "Dhaka menyerahkan para pelaku dalam sepekan",
     "Menyerahkan para pelaku dalam sepekan", False),
    ("id", "demand", "menuntut agar", False, "pasukan asing ditarik lebih dulu",
     "Menarik pasukan asing lebih dulu", False),
    ("id", "demand", "kata", True, "Bebaskan warga kami sekarang juga,",
     "Membebaskan warga sekarang juga", False),
    ("id", "demand", "kata", True, "Saya minta perusahaan berhenti dulu.", "Berhenti dulu", False),
    ("id", "demand", "meminta", False, "kedua pihak tidak mengerahkan massa",
     "Mengerahkan massa", True),
    ("id", "offer", "menawarkan", False, "diri sebagai penengah", "Menjadi penengah", False),
    ("id", "offer", "menyatakan", False, "Brussel bersedia menunda bea itu selama enam bulan",
     "Menunda bea itu selama enam bulan", False),
    ("id", "promise", "menegaskan", False, "tarif balasan akan dicabut begitu damai",
     "Mencabut tarif balasan", False),
    ("id", "promise", "menyatakan", False, "bantuan pangan boleh masuk lewat jalan darat",
     "Membiarkan bantuan pangan masuk lewat jalan darat", False),
    ("id", "threaten", "ujarnya", True,
     "Kalau pintu ditutup, kami mau mengalihkan baja kami ke Asia,",
     "Mengalihkan baja ke Asia", False),
    ("id", "refuse", "menegaskan", False, "pasukannya tidak akan meninggalkan bukit itu",
     "Meninggalkan bukit itu", True),
    ("id", "refuse", "menyatakan", False, "aliran gas tidak akan diputus selama musim dingin",
     "Memutus aliran gas", True),
]  # fmt: skip


@pytest.mark.parametrize(("language", "kind", "cue", "quoted", "words", "deed", "denied"), SAID)
def test_a_clause_is_said_as_a_deed(
    language: str, kind: str, cue: str, quoted: bool, words: str, deed: str, denied: bool
) -> None:
    assert phrase_of(Clause(words, language, kind, cue, quoted)) == Phrase(deed, denied)


@pytest.mark.parametrize(
    ("language", "kind", "quoted", "words"),
    [
        ("en", "demand", True, "We are at war,"),
        ("en", "demand", True, "Freedom or death!"),
        ("en", "demand", True, "We want them gone,"),
        ("en", "demand", False, "Armenia to seize it"),
        ("en", "demand", True, "Somebody has to pay,"),
        ("en", "promise", False, "nobody"),
        ("en", "threaten", True, "every option will be open to us,"),
        ("id", "demand", True, "Yang kami perlukan bukan peta, melainkan rasa aman,"),
        ("id", "offer", True, "Pintu diplomasi belum tertutup,"),
        ("id", "offer", False, "kedua pihak ke Nairobi pekan depan"),
        ("id", "demand", False, "mereka dapat dipulangkan sebelum Lebaran"),
    ],
)
def test_words_without_a_deed_are_none(language: str, kind: str, quoted: bool, words: str) -> None:
    assert phrase_of(Clause(words, language, kind, "said", quoted)) is None


def test_a_long_deed_is_cut_between_two_phrases() -> None:
    words = "Iraq repair the beacons of the coast and after them all those of the wide river"
    phrase = phrase_of(Clause(words, "en", "demand", "demanded"))
    assert phrase == Phrase("Repair the beacons of the coast")


def test_the_subject_of_a_passive_is_cut_and_not_its_verb() -> None:
    words = "charges of malicious damage against seven of the students be dropped at once"
    assert phrase_of(Clause(words, "en", "demand", "demanded")) == Phrase(
        "Have charges of malicious damage dropped at once"
    )


@pytest.mark.parametrize(
    ("root", "active"),
    [
        ("cabut", "Mencabut"), ("tarik", "Menarik"), ("putus", "Memutus"), ("kirim", "Mengirim"),
        ("serahkan", "Menyerahkan"), ("buka", "Membuka"), ("hentikan", "Menghentikan"),
        ("adili", "Mengadili"), ("lepaskan", "Melepaskan"), ("perpanjang", "Memperpanjang"),
        ("periksa", "Memeriksa"), ("proses", "Memproses"), ("bom", "Mengebom"),
        ("ganti", "Mengganti"), ("jaga", "Menjaga"), ("kritik", "Mengkritik"),
        ("tracing", "Mentracing"), ("stabilkan", "Menstabilkan"),
    ],
)  # fmt: skip
def test_what_is_done_is_turned_to_doing(root: str, active: str) -> None:
    phrase = phrase_of(Clause(f"bendungan itu harus di{root}", "id", "demand", "kata"))
    assert phrase == Phrase(f"{active} bendungan itu")


def test_what_a_deed_hangs_on_is_told() -> None:
    words = "India would sail on only if the gates stayed shut, it said."
    assert hedge_of(Clause(words, "en", "offer")) == "only if the gates stayed shut"
    assert hedge_of(Clause("kami mundur kalau mereka mundur", "id", "offer")) == (
        "kalau mereka mundur"
    )
    assert hedge_of(Clause("menunda bea selama enam bulan", "id", "offer")) == ""


def test_a_deed_may_undo_what_its_issue_is_called_by() -> None:
    assert undoes(Phrase("Mencabut bea masuk"), "tariff", "id")
    assert not undoes(Phrase("Raise the tariffs"), "tariff", "en")
    assert not undoes(Phrase("Lift the siege"), "attack", "en")


WORDS = sorted(
    {word for code in ("en", "id") for word in lists(code, "phrases")["words"]["boundary"]}
    | {"will", "must", "not", "akan", "tidak", "dibuka", "membuka", "the", "gate", "itu", "kami"}
    | {"“", "”", ",", ".", "we", "be", "opened", "to", "open", "𝔸", "\u202e", "yang"}
)


@given(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.sampled_from(["en", "id"]),
    st.sampled_from(["demand", "offer", "promise", "threaten", "refuse"]),
    st.booleans(),
)
def test_any_words_are_a_short_deed_or_none(
    words: str, language: str, kind: str, quoted: bool
) -> None:
    phrase = phrase_of(Clause(words, language, kind, "demanded", quoted))
    if phrase is not None:
        assert 0 < len(phrase.words) <= LONGEST
        assert phrase.words == " ".join(phrase.words.split())
        assert not phrase.words[0].islower()
        assert not set(phrase.words) & set('“”"')
