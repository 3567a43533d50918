"""Corrections: everything can be set, checked, taken back, and none comes undone by itself."""

from __future__ import annotations

import dataclasses
import json
import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from dossier.keeping.test_file import REPORTS, key_of
from satumeja import dossier
from satumeja.dossier import Act, DossierFile, Item, Statement, history, items, whole
from satumeja.dossier.keeping import _file, _gather, _schema
from satumeja.errors import ReportError

PROOF = Path(__file__).parents[2] / "proofs" / "killed_corrections.py"


def item(file: DossierFile, key: str) -> Item:
    return next(one for one in items(file, key.partition("#")[0]) if one.key == key)


def act(file: DossierFile, key: str) -> Act:
    value = item(file, key).value
    assert isinstance(value, Act)
    return value


def test_an_added_act_is_edited_rejected_accepted_and_taken_back(file: DossierFile) -> None:
    fields = {"kind": "warn", "actor": "peru"}
    key = dossier.add(file, "r2", "act", "Ekuador menolak", "ana", fields).of
    dossier.correct(file, key, "edit", "ben", {"target": "ecuador"})
    assert (act(file, key).actor, act(file, key).target) == ("peru", "ecuador")
    assert sum(one.words == "Ekuador menolak" for one in items(file, "r2")) == 1
    dossier.correct(file, key, "reject", "ana")
    assert key not in whole(file).states
    dossier.correct(file, key, "accept", "ben", note="seen in the paper")
    assert whole(file).states[key] == "accepted"
    assert (item(file, key).who, item(file, key).note) == ("ben", "seen in the paper")
    for state in ("rejected", "edited", "added"):
        dossier.withdraw(file, "ana")
        assert item(file, key).state == state
    dossier.withdraw(file, "ana")
    assert key not in {one.key for one in items(file)}
    with pytest.raises(ReportError, match="no correction to take back"):
        dossier.withdraw(file, "ana")


def test_what_was_rejected_can_be_accepted_again(file: DossierFile) -> None:
    key = key_of(file, "accuse", "peru")
    dossier.correct(file, key, "reject", "ana")
    dossier.correct(file, key, "accept", "ana")
    assert whole(file).states[key] == "accepted"


def test_a_named_correction_is_withdrawn_and_its_withdrawal_too(file: DossierFile) -> None:
    key = key_of(file, "demand", "peru")
    first = dossier.correct(file, key, "edit", "ana", {"issue": "ceasefire"})
    dossier.correct(file, key, "edit", "ben", {"target": "chile"})
    gone = dossier.withdraw(file, "ana", first.key, "a slip")
    assert gone.withdrawn
    assert (act(file, key).issue, act(file, key).target) == ("withdraw", "chile")
    with pytest.raises(ReportError, match="was withdrawn before"):
        dossier.withdraw(file, "ana", first.key)
    dossier.withdraw(file, "ben", history(file)[-1].key)
    assert (act(file, key).issue, act(file, key).target) == ("ceasefire", "chile")
    assert [one.withdrawn for one in history(file)] == [False, False, True, False]
    with pytest.raises(ReportError, match='no correction "c99"'):
        dossier.withdraw(file, "ana", "c99")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"date": "2023-05"}, {"date": "2023-05-01", "date_end": "2023-05-31"}),
        ({"date": "2023"}, {"date": "2023-01-01", "precision": "year"}),
        ({"date": "2023-05-01/2023-05-03"}, {"date_end": "2023-05-03", "precision": "span"}),
        ({"due": "2023-06-01"}, {"due": "2023-06-01", "due_precision": "day"}),
        ({"date": None}, {"date": "None", "precision": "None"}),
        ({"actor": "Rosa Quispe"}, {"actor": "quispe"}),
        ({"target": "Ekuador"}, {"target": "ecuador"}),
        ({"issue": "Cease fire"}, {"issue": "ceasefire"}),
        ({"condition": "dari lembah"}, {"condition": "('dari lembah')"}),
        ({"condition_issue": "talk", "condition_actor": "un"}, {"condition_actor": "un"}),
        ({"statement": "s2"}, {"statement": "r1#s2"}),
        ({"kind": "threaten"}, {"kind": "threaten"}),
    ],
)
def test_every_field_of_an_act_can_be_set(
    file: DossierFile, fields: dict[str, str | None], says: dict[str, str]
) -> None:
    key = key_of(file, "demand", "peru")
    dossier.correct(file, key, "edit", "ana", fields)
    value = dataclasses.asdict(act(file, key))
    if value["condition"]:
        value["condition"] = f"('{REPORTS['a.txt'][slice(*value['condition'])]}')"
    assert {name: str(value[name]) for name in says} == says


def test_every_field_of_a_statement_can_be_set(file: DossierFile) -> None:
    key = whole(file).dossier.statements[0].id
    fields: dict[str, str | None] = {
        "speaker": "andrade",
        "mode": "mixed",
        "act": "threaten",
        "date": "2023-05-02",
        "addressee": "the crowd",
        "medium": "by letter",
    }
    dossier.correct(file, key, "edit", "ana", fields)
    value = item(file, key).value
    assert isinstance(value, Statement)
    assert (value.speaker, value.mode, value.act, str(value.date)) == (
        *("andrade", "mixed", "threaten", "2023-05-02"),
    )
    assert (value.addressee, value.medium, value.doubtful) == ("the crowd", "by letter", False)


def test_what_can_be_set_is_listed_with_its_values(file: DossierFile) -> None:
    fields = {field.name: field for field in dossier.settable(file, "r1#a1")}
    assert set(fields) > {"kind", "date", "due", "condition_issue", "statement"}
    assert "threaten" in fields["kind"].choices
    assert fields["actor"].choices[:2] == ("andrade", "ecuador")
    assert fields["kind"].needed
    assert not fields["issue"].needed
    assert {field.name for field in dossier.settable(file, "report")} == {
        *("published", "outlet", "title", "author", "language"),
    }


@pytest.mark.parametrize(
    ("key", "verb", "change", "message"),
    [
        ("r1#a1", "edit", {"actor": "the sea"}, 'no actor is called "the sea"'),
        ("r1#a1", "edit", {"actor": "ecuadr"}, 'did you mean "ecuador"'),
        ("r1#a1", "edit", {"issue": "mediation"}, "an issue of one's own is added first"),
        ("r1#a1", "edit", {"date": "2023-13"}, "one is written 2021-12-23, 2021-12"),
        ("r1#a1", "edit", {"date": "2023-05-03/2023-05-01"}, "ends before it begins"),
        ("r1#a1", "edit", {"statement": "s77"}, 'no statement "s77"'),
        ("r1#a1", "edit", {"condition": "not in it"}, "does not have these words"),
        ("r1#s1", "edit", {"act": "shout"}, 'no act is called "shout"'),
        ("r1#a1", "merge", {}, "accept, reject, edit"),
        ("r1", "edit", {"published": "soon"}, "is no day or time"),
        ("r1", "edit", {"published": "2023-05-08T10:00"}, "needs its zone"),
        ("r1", "edit", {"language": "de"}, 'no language is called "de"'),
        ("r9", "edit", {"title": "x"}, 'no report "r9"'),
        ("actor:nobody", "edit", {"kind": "state"}, 'no actor is called "nobody"'),
        ("actor:peru", "add", {"name": "Peru"}, "already"),
        ("actor:peru", "edit", {"kind": "stat"}, 'did you mean "state"'),
        ("actor:2x", "add", {"name": "x"}, "is no id"),
        ("actor:new", "add", {"kind": "person"}, "needs its name"),
        ("issue:tlak", "edit", {"name": "x"}, 'did you mean "talk"'),
        ("r1#a1:denys:r2#a1", "accept", {}, 'did you mean "denies"'),
        ("r1#a1:denies:r2#a99", "accept", {}, 'no "r2#a99"'),
        ("c1", "accept", {}, "withdraw"),
        ("nothing", "accept", {}, "is not an item; one is written"),
    ],
)
def test_a_wrong_value_is_told_in_one_line_and_nothing_is_written(
    file: DossierFile, key: str, verb: str, change: dict[str, str | None], message: str
) -> None:
    with pytest.raises(ReportError, match=message) as caught:
        dossier.correct(file, key, verb, "ana", change)
    assert "\n" not in str(caught.value)
    assert not history(file)


def test_words_that_stand_twice_need_to_say_which(file: DossierFile) -> None:
    fields = {"kind": "deny", "actor": "peru"}
    with pytest.raises(ReportError, match="stands 3 times in r1; say which"):
        dossier.add(file, "r1", "act", "Peru", "ana", fields)
    with pytest.raises(ReportError, match="stands 3 times"):
        dossier.add(file, "r1", "act", "Peru", "ana", fields, occurrence=4)
    places = [
        act(file, dossier.add(file, "r1", "act", "Peru", "ana", fields, occurrence=which).of).span
        for which in (1, 2, 3)
    ]
    text = REPORTS["a.txt"]
    assert [text[slice(*place)] for place in places] == ["Peru"] * 3
    assert len(set(places)) == 3
    key = dossier.add(file, "r1", "act", None, "ana", fields, span=(5, 12)).of
    assert item(file, key).words == text[5:12]
    with pytest.raises(ReportError, match="no words from 5 to 5"):
        dossier.add(file, "r1", "act", None, "ana", fields, span=(5, 5))


def test_a_report_is_given_its_day_outlet_and_title(file: DossierFile) -> None:
    change = {"published": "2023-05-20T08:00+07:00", "outlet": "Harian X", "title": "Lain"}
    dossier.correct(file, "r1", "edit", "ana", change)
    (report, *_) = dossier.reports(file)
    assert (str(report.day), report.outlet, report.title) == ("2023-05-20", "Harian X", "Lain")
    assert report.published_by == "given"
    assert dossier.timeline(whole(file))[-1].key.startswith("r1#")
    dossier.correct(file, "r1", "edit", "ana", {"published": None})
    assert dossier.reports(file)[0].day is None


def test_days_are_counted_from_the_day_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Talks Stall\n\nLIMA - Peru demanded on Monday that Ecuador withdraw its troops.\n",
        encoding="utf-8",
    )
    with DossierFile(tmp_path / "d.db", create=True) as file:
        dossier.gather(file, [path])
        key = key_of(file, "demand", "peru")
        assert act(file, key).date is None
        dossier.correct(file, "r1", "edit", "ana", {"published": "2023-05-10"})
        path.unlink()
        dossier.read_again(file, "r1")
        assert str(act(file, key).date) == "2023-05-08"
        dossier.withdraw(file, "ana")
        dossier.read_again(file, "r1")
        assert act(file, key).date is None


def test_actors_are_merged_and_split_everywhere(file: DossierFile) -> None:
    dossier.merge(file, "actor:quispe", "andrade", "ana")
    joined = whole(file).dossier
    named = {one.speaker for one in joined.statements} | {actor.id for actor in joined.actors}
    assert "quispe" not in named
    assert len(joined.actor("andrade").mentions) == 6
    dossier.withdraw(file, "ana")
    dossier.split(file, "actor:quispe", "other_quispe", ("r2",), "ana")
    joined = whole(file).dossier
    by_report = {
        one.id[:2]: one.speaker for one in joined.statements if "quispe" in str(one.speaker)
    }
    assert by_report == {"r1": "quispe", "r2": "other_quispe"}
    assert joined.actor("other_quispe").name == "Rosa Quispe"
    dossier.merge(file, "actor:peru", "ecuador", "ana")
    for wrong, message in (
        (("actor:quisp", "andrade"), 'did you mean "quispe"'),
        (("actor:quispe", "andrad"), 'did you mean "andrade"'),
        (("actor:quispe", "quispe"), "the same actor"),
        (("actor:ecuador", "peru"), "are one actor already: ecuador"),
        (("r1", "quispe"), "report cannot be merged"),
    ):
        with pytest.raises(ReportError, match=message):
            dossier.merge(file, *wrong, "ana")
    with pytest.raises(ReportError, match='no report "r7"'):
        dossier.split(file, "actor:quispe", "third", ("r7",), "ana")


def test_actors_and_issues_of_ones_own(file: DossierFile) -> None:
    names = {"name.en": "Valley Union", "name.id": "Serikat Lembah", "kind": "organisation"}
    dossier.correct(file, "actor:valley", "add", "ana", names)
    dossier.correct(file, "issue:parade", "add", "ana", {"name.en": "Raise wages"})
    key = key_of(file, "demand", "peru")
    dossier.correct(file, key, "edit", "ana", {"actor": "Serikat Lembah", "issue": "parade"})
    joined = whole(file)
    actor = joined.dossier.actor("valley")
    assert (actor.kind, actor.called("en"), actor.called("id")) == (
        *("organisation", "Valley Union", "Serikat Lembah"),
    )
    assert joined.issue_name("parade", "id") == "Raise wages"
    dossier.correct(file, "issue:parade", "edit", "ben", {"name.id": "Menaikkan upah"})
    assert whole(file).issue_name("parade", "id") == "Menaikkan upah"
    dossier.merge(file, "issue:parade", "talk", "ben")
    assert act(file, key).issue == "talk"
    assert "parade" not in whole(file).issues


def test_states_are_called_by_the_language_of_the_page(file: DossierFile) -> None:
    actor = whole(file).dossier.actor("ecuador")
    assert (actor.called("en"), actor.called("id")) == ("Ecuador", "Ekuador")


def test_links_are_rejected_and_added(file: DossierFile) -> None:
    joined = whole(file)
    (dispute,) = dossier.disputes(joined)
    link = next(one for one in joined.links if one.kind == "rejects")
    dossier.correct(file, f"{link.act}:rejects:{link.of}", "reject", "ana")
    first, second = dispute.claim.key, joined.dossier.acts[-1].id
    dossier.correct(file, f"{second}:contradicts:{first}", "add", "ana")
    kept = {(one.kind, one.act, one.of) for one in whole(file).links}
    assert ("rejects", link.act, link.of) not in kept
    assert ("contradicts", second, first) in kept
    assert len(kept) == len(joined.links)
    dossier.withdraw(file, "ana")
    dossier.withdraw(file, "ana")
    assert set(whole(file).links) == set(joined.links)


def test_an_id_means_the_same_words_when_a_report_is_read_otherwise(
    folder: Path, file: DossierFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {one.key: one for one in items(file)}
    rejected = key_of(file, "accuse", "peru")
    dossier.correct(file, rejected, "reject", "ana")
    real = vars(_gather)["read"]

    def other(report: Any) -> Any:
        """Read as another reader does: a statement less, and every act a letter longer."""
        read = real(report)
        longer = [
            dataclasses.replace(one, id=f"a{place + 5}", span=(one.span[0], one.span[1] + 1))
            for place, one in enumerate(read.acts)
        ]
        return dataclasses.replace(read, statements=read.statements[1:], acts=tuple(longer))

    monkeypatch.setattr(_gather, "read", other)
    dossier.gather(file, sorted(folder.iterdir()), again=True)
    after = {one.key: one for one in items(file)}
    assert set(after) == set(before)
    for key, one in before.items():
        if one.kind == "statement":
            assert after[key].words == one.words
        else:
            assert after[key].words[:-1] == one.words
    assert after[rejected].state == "rejected"
    retired = {key for key, one in after.items() if one.state == "retired"}
    assert retired == {"r1#s1", "r2#s1", "r3#s1"}
    assert not retired & set(whole(file).states)
    monkeypatch.setattr(_gather, "read", real)
    dossier.gather(file, sorted(folder.iterdir()), again=True)
    again = {one.key: one for one in items(file)}
    assert {key: (one.words, one.value) for key, one in again.items() if key != rejected} == {
        key: (one.words, one.value) for key, one in before.items() if key != rejected
    }


def test_items_are_found_by_their_fingerprint(file: DossierFile) -> None:
    one = items(file, "r2")[0]
    alike = dossier.items_with(file, one.fingerprint)
    assert one in alike
    assert {other.words for other in alike} == {one.words}
    added = dossier.add(
        *(file, "r1", "act", "lembah itu", "ana", {"kind": "deny", "actor": "peru"}),
    )
    new = item(file, added.of)
    assert dossier.items_with(file, new.fingerprint) == (new,)
    assert dossier.items_with(file, "00000000") == ()


def test_search_finds_letters_without_their_marks(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text(
        "Vietnam Objects\n\nHANOI, May 8, 2023 (AP) - Vietnamese Foreign Minister Nguyễn Văn "
        "Đức said Vietnam rejected the demand of China in Điện Biên.\n",
        encoding="utf-8",
    )
    with DossierFile(":memory:", create=True) as file:
        dossier.gather(file, [report])
        for words in ("Nguyen", "nguyễn", "Dien Bien", "van duc", "Điện"):
            assert {hit.key for hit in dossier.search(file, words)} >= {"r1"}, words
        keys = [hit.key for hit in dossier.search(file, "demand of China")]
        said = next(key for key in keys if "#" in key)
        dossier.correct(file, said, "reject", "ana")
        assert said not in {hit.key for hit in dossier.search(file, "demand of China")}


def test_a_file_that_may_not_be_written_is_read(
    file: DossierFile, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = Path(file.path)
    expected = whole(file).dossier.acts
    file.close()
    before = path.read_bytes()
    monkeypatch.setattr(_file, "_may_write", lambda _: False)
    with DossierFile(path) as closed:
        assert whole(closed).dossier.acts == expected
        with pytest.raises(ReportError, match="may not be written"):
            dossier.correct(closed, "r1#a1", "accept", "ana")
    assert path.read_bytes() == before
    assert {one.name for one in path.parent.glob("dossier.db*")} == {"dossier.db"}


def test_what_is_only_in_the_log_of_a_file_that_may_not_be_written_is_read(
    file: DossierFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier.correct(file, "r1#a1", "accept", "ana")  # still open: the log holds it
    assert Path(f"{file.path}-wal").stat().st_size
    monkeypatch.setattr(_file, "_may_write", lambda _: False)
    with DossierFile(file.path) as closed:
        assert whole(closed).states["r1#a1"] == "accepted"


@pytest.mark.skipif(os.name != "posix", reason="folders that may not be written")
def test_a_reader_that_may_not_write_reads(file: DossierFile) -> None:
    path = Path(file.path)
    file.close()
    if os.geteuid() == 0:
        pytest.skip("whoever may do all may write")
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with DossierFile(path) as closed:
            assert whole(closed).reports
    finally:
        path.parent.chmod(0o755)


def test_reading_does_not_change_a_file(file: DossierFile) -> None:
    path = Path(file.path)
    file.close()
    before = path.read_bytes()
    with DossierFile(path) as again:
        whole(again)
        items(again)
    assert path.read_bytes() == before


def test_two_correct_one_file_at_once_and_both_are_kept(file: DossierFile) -> None:
    def work(who: str) -> None:
        with DossierFile(file.path) as own:
            for number in range(10):
                dossier.correct(own, "r1#a1", "edit", who, {"date": f"2023-05-{number + 1:02}"})

    both = [threading.Thread(target=work, args=(who,)) for who in ("ana", "ben")]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert len(history(file)) == 20
    assert {one.who for one in history(file)} == {"ana", "ben"}


@pytest.mark.skipif(os.name != "posix", reason="kills processes")
def test_a_killed_correction_loses_nothing_acknowledged() -> None:
    words = [sys.executable, str(PROOF), "--kills", "4"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 kills" in done.stdout


def test_corrections_of_an_older_file_go_on(tmp_path: Path, folder: Path) -> None:
    old = tmp_path / "old.db"
    connection = sqlite3.connect(old)
    for step in _schema.MIGRATIONS[:4]:
        connection.executescript(step)
    connection.execute(f"PRAGMA application_id = {_schema.APPLICATION}")
    connection.execute("PRAGMA user_version = 4")
    text = REPORTS["a.txt"]
    connection.execute(
        "INSERT INTO source VALUES (1,'a.txt','ab','text',?,'id','T',NULL,'2023-05-08',NULL,NULL,"
        "NULL,'[]','[]','0','utf-8')",
        (text,),
    )
    start = text.index("Ekuador menarik")
    span = (start, start + 7)
    row = ("demand", "peru", "ecuador", "withdraw", *span, text[slice(*span)])
    connection.execute(
        "INSERT INTO act (source, id, kind, actor, target, issue, start, stop, words) "
        "VALUES (1,'a1',?,?,?,?,?,?,?)",
        row,
    )
    was = dict(zip(("kind", "actor", "target", "issue", "start", "stop"), row, strict=False))
    lost = was | {"kind": "deny"}
    for verb, told, change in (
        ("edit", was, {"issue": "talk", "day": "2023-05-01"}),
        ("reject", was, {}),
        ("accept", lost, {}),
        ("add", None, {"kind": "warn", "actor": "peru"}),
    ):
        connection.execute(
            "INSERT INTO correction (at, who, verb, item, sha256, start, stop, was, change) "
            "VALUES ('2023', 'ana', ?, 'act', 'ab', ?, ?, ?, ?)",
            (verb, *span, json.dumps(told) if told else None, json.dumps(change)),
        )
    connection.commit()
    connection.close()
    with DossierFile(old) as file:
        states = {one.key: one.state for one in items(file)}
        assert states == {"r1#a1": "rejected", "r1#ac3": "accepted", "r1#ac4": "added"}
        assert act(file, "r1#a1").issue == "talk"
        assert str(act(file, "r1#a1").date) == "2023-05-01"
        assert act(file, "r1#ac3").kind == "deny"
        assert item(file, "r1#ac4").words == "Ekuador"
        assert len(history(file)) == 4
        assert dossier.search(file, "menarik")
        dossier.withdraw(file, "ben", "c2")
        assert whole(file).states["r1#a1"] == "edited"
