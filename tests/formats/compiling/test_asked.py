"""What a file says for a brief: question, reading, deadlines, glosses, and of each statement."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from formats.samples import ASKED, changed, faults_of
from satumeja.evidence import Archive, cite
from satumeja.formats import apply, describe, dump, edit, load, loads, save
from satumeja.model import Deadline, Gloss, Grounds, Prioritisation, Text, references

GLOSS = Gloss(
    "daily#p 3", Text({"en": "We are tired of wet feet."}), by="A. Reader", parallel="wire#p 1"
)


def test_what_is_asked_is_words_in_every_language() -> None:
    model = loads(ASKED)
    assert model.question.in_language("id") == "Akankah bertahan?"
    assert model.reading.in_language("en") == "The poor year"
    assert model.names == "labels"
    assert loads(changed(ASKED, "names: labels\n", "")).names == "verbs"


def test_a_deadline_is_called_by_its_id_where_it_has_no_name() -> None:
    rains, year = loads(ASKED).deadlines
    assert rains == Deadline(
        "rains", Text({"en": "The rains set in", "id": "Musim hujan tiba"}), "2024-10", Text(),
        ("daily",),
    )  # fmt: skip
    assert (year.id, str(year.name), year.date) == ("2025", "2025", "2025")


def test_a_gloss_is_kept_once_for_the_sentence() -> None:
    model = loads(ASKED)
    assert model.glosses == (GLOSS,)
    preference = model["north"].preference
    assert isinstance(preference, Prioritisation)
    assert preference.statements[0].evidence == ("daily", "daily#p 3")
    assert references(model)[-1] == "wire#p 1"


def test_a_statement_says_how_it_is_told_and_how_it_is_known() -> None:
    model = loads(ASKED)
    preference = model["north"].preference
    assert isinstance(preference, Prioritisation)
    bridge, dry = preference.statements
    assert (str(bridge.name), bridge.inferred) == ("have a bridge", True)
    assert bridge.order == Grounds(Text("They say so in this order"), ("daily#p 3",))
    assert (dry.name, dry.inferred, dry.order) == ("", False, None)
    assert model["south"].red_lines[0].name.in_language("id") == "membayar dua kali"


@pytest.mark.parametrize("name", ["m.yaml", "m.json"])
def test_it_is_the_same_model_when_written_and_read(name: str) -> None:
    model = loads(ASKED)
    assert loads(dump(model, name), name) == model
    assert pickle.loads(pickle.dumps(model)) == model  # noqa: S301
    for other in (
        replace(model, question=Text("Would it last?")),
        replace(model, names="verbs"),
        replace(model, deadlines=()),
        replace(model, glosses=(replace(GLOSS, by="B. Reader"),)),
    ):
        assert other != model


@pytest.mark.parametrize("name", ["m.xlsx", "m.yaml", "sheets"])
def test_it_is_the_same_model_in_every_file(tmp_path: Path, name: str) -> None:
    model = loads(ASKED)
    save(model, tmp_path / name)
    assert load(tmp_path / name) == model


def test_a_gloss_is_written_where_its_sentence_is_first_cited() -> None:
    text = dump(loads(ASKED))
    assert text.count("gloss:") == 1
    assert text.index("gloss:") < text.index("order:")


ORDER = 'order: {because: They say so in this order, evidence: ["daily#p 3"]}'
GLOSSED = """\
            gloss: {en: We are tired of wet feet.}
            by: A. Reader
            parallel: "wire#p 1"
"""
NO_LANGUAGE = 'a gloss names its language, such as {en: "There is no plan."}'
NO_DATE = '"October" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD'
UNKNOWN = 'unknown source "wir" in evidence; did you mean "wire"?'
EQUAL = '"order" has no place in a list of equally important statements'
IDLE = 'a mapping in evidence has a "gloss" or a "parallel"; write the reference alone'
WORDING = 'unknown kind of names "phrases"; write verbs or labels'


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("question:", "questoin:", 'unknown key "questoin"; did you mean "question"?'),
        ("names: labels", "names: label", 'unknown kind of names "label"; did you mean "labels"?'),
        ("names: labels", "names: phrases", WORDING),
        ("date: 2024-10", "date: October", NO_DATE),
        (", date: 2024-10", "", 'missing key "date"'),
        ("inferred: yes", "inferred: perhaps", 'expected yes or no, found "perhaps"'),
        ("            by: A. Reader\n", "", 'a gloss is somebody\'s: say whose with the key "by"'),
        ("gloss: {en: We are tired of wet feet.}", "gloss: Wet", NO_LANGUAGE),
        ('parallel: "wire#p 1"', "parallel: wir", UNKNOWN),
        ("gloss: {en: We", "glos: {en: We", 'unknown key "glos"; did you mean "gloss"?'),
        (
            ORDER,
            'order: {because: So, evidence: [{reference: "daily#p 3", parallel: wire}]}',
            '"daily#p 3" is glossed twice, and not alike',
        ),
        (
            "preferences: [toll, {statement: build, inferred: no}]",
            "preferences: [[toll, {statement: build, order: {because: So}}]]",
            EQUAL,
        ),
        (GLOSSED, "", IDLE),
    ],
)
def test_what_is_wrong_is_told_at_its_place(old: str, new: str, fault: str) -> None:
    (line,) = faults_of(changed(ASKED, old, new))
    place, _, message = line.partition(": ")
    assert message == fault
    assert place.replace(":", "").isdigit()


@pytest.mark.parametrize(
    ("at", "to", "expected"),
    [
        ("sources.wire", "agency", 'parallel: "agency#p 1"'),
        ("sources.daily", "paper", 'reference: "paper#p 3"'),
        ("deadlines.rains", "wet-season", "wet-season: {name:"),
    ],
)
def test_ids_are_renamed_wherever_they_stand(at: str, to: str, expected: str) -> None:
    text = apply(ASKED, [{"op": "rename", "at": at, "to": to}])
    assert expected in text
    assert len(loads(text).glosses) == 1


def test_a_question_is_edited_in_place() -> None:
    assert loads(edit(ASKED, ["question"], "What now?")).question == "What now?"


def test_words_in_one_language_only_are_told() -> None:
    text = changed(ASKED, "{en: have a bridge, id: memiliki jembatan}", "{en: have a bridge}")
    assert any("have a bridge" in line for line in describe(loads(text)).warnings)


def test_references_in_a_gloss_are_renewed_with_the_others() -> None:
    model = loads(ASKED)
    assert cite(Archive(model), ASKED).text == ASKED
