"""What annexes say of assumptions, facts and readings, beside the sentences as published."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from evidence.case import Case
from evidence.case import case as new_case
from satumeja import dossier
from satumeja.formats import load_readings, loads
from satumeja.front import Apart, Evidence, Label, Use, apart, assumed, facts, front
from satumeja.gallery import load
from satumeja.model import Gloss, Model, Text

DECEMBER = load("december-2021-b")


@pytest.fixture(name="case")
def make_case(tmp_path: Path) -> Case:
    return new_case(tmp_path)


def test_each_wish_and_line_stands_beside_its_sentences() -> None:
    listed = assumed(Evidence(DECEMBER))
    assert len(listed.assumptions) == 21 + 4
    assert [a.kind for a in listed.assumptions if a.dm == "us"] == ["wish"] * 7 + ["line"] * 2
    line = next(a for a in listed.assumptions if a.dm == "russia" and a.kind == "line")
    (quoted,) = line.sentences
    assert quoted.words.endswith("sebagai garis merah")
    assert (quoted.language, quoted.speech, quoted.speaker) == ("id", "reported", "Vladimir Putin")
    assert [(label.kind, label.actor, label.target) for label in quoted.labels] == [
        ("red_line", "Russia", "the NATO allies"),
        ("red_line", "Russia", "the NATO allies"),
    ]
    assert quoted.labels[0].issue is not None
    assert quoted.labels[0].issue.by_language.keys() == {"en", "id"}
    assert line.because.startswith("Moscow named NATO weapons")


def test_a_sentence_in_which_nothing_is_done_has_no_label() -> None:
    listed = {a.statement: a for a in assumed(Evidence(DECEMBER)).assumptions if a.kind == "wish"}
    (quoted,) = listed["nato#6"].sentences
    assert quoted.labels == ()
    assert listed["nato#6"].backing.inferred
    assert listed["nato#6"].backing.grade == "published"


def test_what_is_ruled_out_is_told_with_its_reason() -> None:
    rules = assumed(Evidence(DECEMBER)).ruled_out
    assert [(rule.kind, rule.text) for rule in rules][:2] == [
        ("at_most_one", "withdraw, attack"),
        ("condition", "talk & attack"),
    ]
    assert rules[2].sentences[0].reference == "wire#s19"


def test_nothing_is_translated_but_what_a_person_says(case: Case) -> None:
    model = case.citing("talks:r2#s11")
    plain = assumed(Evidence(model)).assumptions[0].sentences[0]
    assert (plain.gloss, plain.gloss_by, plain.parallel) == ("", "", None)
    gloss = Gloss("talks:r2#s11", Text({"en": "No war."}), "A. Reader", "talks:r1#s11")
    glossed = replace(model, glosses=(gloss,))
    quoted = assumed(Evidence(glossed)).assumptions[0].sentences[0]
    assert (quoted.gloss, quoted.gloss_by) == ("No war.", "A. Reader")
    assert quoted.parallel is not None
    assert (quoted.parallel.reference, quoted.parallel.language) == ("talks:r1#s11", "en")
    assert quoted.words != quoted.parallel.words


def test_who_corrected_what_is_cited_is_told(case: Case) -> None:
    model = case.citing("talks:r1#s2", "talks:r1#s3")
    assert assumed(Evidence(model)).corrections == ()
    case.correct(lambda file: dossier.correct(file, "r1#s2", "accept", "Sari", note="Heard it"))
    listed = assumed(Evidence(model))
    (correction,) = listed.corrections
    assert (correction.reference, correction.state, correction.who, correction.note) == (
        "talks:r1#s2",
        "accepted",
        "Sari",
        "Heard it",
    )
    assert [q.checked_by for q in listed.assumptions[0].sentences] == ["Sari", ""]


def standings(model: Model) -> dict[str, list[str]]:
    sorted_: dict[str, list[str]] = {}
    for fact in facts(Evidence(model)).facts:
        sorted_.setdefault(fact.standing, []).append(fact.sentences[0].words)
    return sorted_


def test_facts_are_sorted_by_who_says_them() -> None:
    by_standing = standings(DECEMBER)
    assert list(by_standing) == ["both", "contested", "one side", "paper"]
    assert [words[:13] for words in by_standing["contested"]] == [
        "Kiev berniat ",
        "sedikitnya 12",
        "mereka menyim",
    ]
    assert by_standing["paper"] == [
        "pengerahan pasukan Rusia ke dekat perbatasan Ukraina",
        "Rusia merebut Krimea dari Ukraina",
    ]
    assert "adanya rencana serangan" in by_standing["one side"]
    assert not any("klaim itu" in words for listed in by_standing.values() for words in listed)


def test_what_is_contested_has_the_words_of_both() -> None:
    contested = [f for f in facts(Evidence(DECEMBER)).facts if f.standing == "contested"]
    assert [(f.sentences[0].speaker, f.against[0].words) for f in contested] == [
        ("Russia", "tuduhan tersebut"),
        ("Sergei Shoigu", "klaim itu"),
        ("Sergei Shoigu", "klaim itu"),
    ]
    assert not any(fact.checked or fact.used for fact in contested)


def test_a_denial_that_a_person_rejected_contests_nothing(case: Case) -> None:
    model = case.citing("talks:r1#s2")
    before = [f for f in facts(Evidence(model)).facts if f.standing == "contested"]
    with dossier.DossierFile(case.file) as file:
        pairs = [link for link in dossier.whole(file).links if link.kind == "denies"]
    for pair in pairs:
        verb = "accept" if pair == pairs[0] else "reject"
        case.correct(
            lambda file, pair=pair, verb=verb: dossier.correct(  # type: ignore[misc]
                file, f"{pair.act}:denies:{pair.of}", verb, "Sari"
            )
        )
    after = [f for f in facts(Evidence(model)).facts if f.standing == "contested"]
    assert len(before) > len(after) == 1
    assert after[0].checked
    assert not before[0].checked


def test_time_goes_from_past_to_ahead() -> None:
    listed = facts(Evidence(DECEMBER))
    days = [moment.first for moment in listed.timeline]
    assert days == sorted(days)
    assert listed.timeline[0].on == "2014"
    assert all(day.isoformat() <= "2021-12-23" for day in days)
    assert [due.id for due in listed.ahead] == ["geneva", "brussels", "osce"]


def test_praise_and_what_is_settled_are_signs_of_trust() -> None:
    signs = facts(Evidence(DECEMBER)).trust
    assert [sign.reference for sign in signs] == [f"wire#s{k}" for k in (1, 3, 4, 13, 17)]
    assert Label("praise", DECEMBER["russia"].name, DECEMBER["us"].name) in signs[3].labels


def test_five_of_nineteen_sentences_tell_the_december_readings_apart() -> None:
    told = apart(Evidence(DECEMBER), load_readings(DECEMBER))
    assert [str(name).partition(":")[0] for name in told.names] == ["B", "A", "B2"]
    assert (len(told.sentences), told.alike) == (5, 14)
    assert told.untold == ((0, 2),)
    uses = {t.sentence.reference: t.uses for t in told.sentences}
    assert uses["wire#s11"] == ((), (Use("russia#3", False, "-attack"),), ())
    text = "attack iff -guarantee"
    assert uses["wire#s12"] == (
        (Use("russia#3", False, text),),
        (),
        (Use("russia#2", False, text),),
    )


READING = """\
satumeja: 1
title: {title}
sources: {{{source}: {{citation: The book}}}}
decision_makers:
  x: {{options: {{go: }}, preferences: [{wishes}]}}
  y: {{options: {{stay: }}, preferences: [stay]}}
"""


def reading(title: str, wishes: Sequence[tuple[str, str]], source: str = "book") -> Model:
    stated = ", ".join(
        f'{{statement: "{text}", evidence: ["{source}#{place}"]}}' for text, place in wishes
    )
    return loads(READING.format(title=title, source=source, wishes=stated))


def told_apart(*readings: Model) -> Apart:
    return apart(Evidence(readings[0]), readings[1:])


def test_a_sentence_is_the_same_whatever_a_reading_calls_its_source() -> None:
    one = reading("One", [("go", "p1"), ("stay", "p2")])
    other = reading("Other", [("go", "p1"), ("stay", "p2")], source="livre")
    assert told_apart(one, other) == Apart((one.title, other.title), (), 2, ())


def test_what_is_left_aside_is_so_whatever_a_reading_calls_its_source() -> None:
    one = reading("One", [("go", "p1"), ("stay", "p2")])
    other = reading("Other", [("go", "p1"), ("stay", "p2@1a2b3c4d"), ("-go", "p3")], "livre")
    this, that = front(one, readings=[other]).readings
    assert (this.left_aside, that.left_aside) == ((), ("livre#p3",))


def test_two_that_differ_in_order_alone_are_told_apart_by_no_sentence() -> None:
    one = reading("One", [("go", "p1"), ("stay", "p2")])
    other = reading("Other", [("stay", "p2"), ("go", "p1")])
    assert told_apart(one, other).untold == ((0, 1),)
    third = reading("Third", [("-go", "p1"), ("stay", "p2")])
    told = told_apart(one, other, third)
    assert told.untold == ((0, 1),)
    assert [t.sentence.reference for t in told.sentences] == ["book#p1"]


def test_a_sentence_only_another_reading_uses_is_quoted_from_there() -> None:
    one = reading("One", [("go", "p1")])
    other = reading("Other", [("go", "p1"), ("stay", "p9")], source="livre")
    (telling,) = told_apart(one, other).sentences
    assert telling.sentence.reference == "livre#p9"
    assert telling.uses == ((), (Use("x#2", False, "stay"),))
