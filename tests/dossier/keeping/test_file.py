"""A dossier file holds many reports, what analysts corrected, and answers for all of them."""

from __future__ import annotations

import datetime as dt
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from satumeja import dossier, formats
from satumeja.brief import dossier_page
from satumeja.dossier import DossierFile, whole
from satumeja.errors import QuestionError, ReportError

REPORTS = {
    "a.txt": (
        "Peru Tuntut Ekuador Mundur\n\nSenin, 8 Mei 2023 - 10:15 WIB\n"
        "LIMA - Peru menuntut agar Ekuador menarik pasukan dari lembah itu. Menteri Luar Negeri "
        "Peru Rosa Quispe menuduh Ekuador menyerang dua desa.\n\n"
        "“Kami sudah terlalu lama bersabar menunggu jawaban,” kata Quispe.\n"
    ),
    "b.txt": (
        "Ekuador Menjawab\n\nSelasa, 9 Mei 2023 - 08:00 WIB\n"
        "QUITO - Presiden Ekuador Diego Andrade membantah menyerang desa mana pun. Ekuador "
        "menolak menarik pasukan.\n\n"
        "Quispe sebelumnya mengatakan Peru bersedia berunding. “Kami sudah terlalu lama bersabar "
        "menunggu jawaban,” kata Menteri Luar Negeri Peru Rosa Quispe.\n"
    ),
    "c.txt": (
        "Ecuador Ready to Talk\n\nMonday, May 15, 2023 3:00 PM EST\n"
        "QUITO (AP) — Ecuadorian President Diego Andrade said Ecuador was ready to withdraw its "
        "forces from the valley. Peru welcomed the offer of Ecuador.\n"
    ),
}


def key_of(file: DossierFile, kind: str, actor: str) -> str:
    return next(
        act.id for act in whole(file).dossier.acts if (act.kind, act.actor) == (kind, actor)
    )


def test_every_span_is_in_the_text_of_its_report(file: DossierFile) -> None:
    found = whole(file)
    text = found.dossier.report.text
    actors = {actor.id for actor in found.dossier.actors}
    for actor in found.dossier.actors:
        assert all(text[one.start : one.end].strip() for one in actor.mentions)
    for act in found.dossier.acts:
        assert act.actor in actors
        assert found.report_at(act.span) == found.report_of(act.id)
    assert [one.key for one in found.reports] == ["r1", "r2", "r3"]
    for report, given in zip(found.reports, REPORTS.values(), strict=True):
        assert text[report.begin : report.end] == given
    for statement in found.dossier.statements:
        report = found.report_at(statement.content)
        assert statement.id.startswith(f"{report.key}#")


def test_one_person_is_one_actor_across_reports(file: DossierFile) -> None:
    actors = {actor.id: actor for actor in whole(file).dossier.actors}
    assert actors["quispe"].state == "peru"
    assert len(actors["andrade"].mentions) == 2


def test_gathering_goes_on_where_it_was_broken_off(folder: Path) -> None:
    class BrokenError(Exception):
        pass

    def break_off(done: int, total: int) -> None:
        assert total == 3
        if done == 2:
            raise BrokenError

    path, names = folder.parent / "dossier.db", sorted(folder.iterdir())
    with DossierFile(path, create=True) as file, pytest.raises(BrokenError):
        dossier.gather(file, names, step=break_off)
    with DossierFile(path) as file:
        assert len(whole(file).reports) == 2
        done = dossier.gather(file, names)
        assert (done.read, done.known) == (1, 2)
        assert len(whole(file).reports) == 3


def test_an_executor_gives_the_same_file(folder: Path, file: DossierFile) -> None:
    with DossierFile(":memory:", create=True) as other, ThreadPoolExecutor(2) as pool:
        dossier.gather(other, sorted(folder.iterdir()), executor=pool)
        assert whole(other).dossier.acts == whole(file).dossier.acts
        assert whole(other).dossier.statements == whole(file).dossier.statements


def test_what_is_no_report_is_named_and_remembered(folder: Path, file: DossierFile) -> None:
    (folder / "d.txt").write_text("Der Minister und die Regierung, das ist nicht alles.")
    for read in (0, 0):
        done = dossier.gather(file, sorted(folder.iterdir()))
        assert (done.read, len(done.refused)) == (read, 1)
        assert "German" in done.refused[0]


def test_the_timeline_is_in_order_and_says_whose_day_it_is(file: DossierFile) -> None:
    moments = dossier.timeline(whole(file))
    days = [moment.day for moment in moments if moment.day]
    assert days == sorted(days)
    assert all(moment.words for moment in moments)
    assert moments[0].day == dt.date(2023, 5, 8)
    assert moments[0].reported


def test_positions_show_who_changed_and_denials_answer_claims(file: DossierFile) -> None:
    found = whole(file)
    stands = {(one.actor, one.issue): one for one in dossier.positions(found)}
    withdrawal = stands["ecuador", "withdraw"]
    assert [stance.kind for stance in withdrawal.stances] == ["refuse", "offer"]
    assert withdrawal.changed
    assert not stands["peru", "withdraw"].changed
    (dispute,) = dossier.disputes(found)
    assert (dispute.claim.actor, dispute.claim.target) == ("peru", "ecuador")
    assert {denial.actor for denial in dispute.denials} == {"ecuador"}


def test_a_statement_reported_twice_is_proposed_as_one(file: DossierFile) -> None:
    found = whole(file)
    (group,) = dossier.same(found)
    words = {
        found.dossier.words(one.content)
        for one in found.dossier.statements
        if one.id in group.keys
    }
    assert words == {"Kami sudah terlalu lama bersabar menunggu jawaban,"}
    assert group.likeness == 1.0


def test_corrections_stay_when_the_reports_are_read_again(folder: Path, file: DossierFile) -> None:
    rejected, edited = key_of(file, "accuse", "peru"), key_of(file, "demand", "peru")
    accepted = key_of(file, "refuse", "ecuador")
    dossier.correct(file, rejected, "reject", "ana", note="a border clash, not an attack")
    dossier.correct(file, edited, "edit", "ben", {"issue": "ceasefire", "target": None})
    dossier.correct(file, accepted, "accept", "ana")
    words = "Ekuador menolak menarik pasukan"
    fields = {"kind": "threaten", "actor": "ecuador", "issue": "attack"}
    dossier.add(file, "r2", "act", words, "ben", fields)
    for again in (False, True):
        if again:
            done = dossier.gather(file, sorted(folder.iterdir()), again=True)
            assert done.read == 3
        found = whole(file)
        acts = {act.id: act for act in found.dossier.acts}
        assert rejected not in acts
        assert (acts[edited].issue, acts[edited].target) == ("ceasefire", None)
        assert found.states[edited] == "edited"
        assert found.states[accepted] == "accepted"
        added = next(act for key, act in acts.items() if found.states[key] == "added")
        assert (added.kind, added.actor, found.dossier.words(added.span)) == (
            *("threaten", "ecuador"),
            words,
        )
    assert len(file.rows("SELECT * FROM correction")) == 4
    assert {row["who"] for row in file.rows("SELECT who FROM correction")} == {"ana", "ben"}
    assert all(row["at"] for row in file.rows("SELECT at FROM correction"))
    machine = file.rows("SELECT issue FROM act WHERE id = ?", (edited.split("#")[1],))
    assert machine[0]["issue"] == "withdraw"


def test_what_was_accepted_stays_though_the_machine_no_longer_finds_it(
    file: DossierFile,
) -> None:
    accepted = key_of(file, "refuse", "ecuador")
    dossier.correct(file, accepted, "accept", "ana")
    number, local = accepted.removeprefix("r").split("#")
    file.do("UPDATE act SET retired = 1 WHERE source = ? AND id = ?", (number, local))
    found = whole(file)
    kept = [act for act in found.dossier.acts if (act.kind, act.actor) == ("refuse", "ecuador")]
    assert [found.states[act.id] for act in kept] == ["accepted"]


@pytest.mark.parametrize(
    ("item", "verb", "change", "message"),
    [
        ("r1#a99", "accept", {}, 'no "r1#a99"'),
        ("a1", "accept", {}, "one is written r1#s3"),
        ("r1#a1", "acept", {}, 'did you mean "accept"'),
        ("r1#a1", "edit", {"isue": "talk"}, 'did you mean "issue"'),
        ("r1#a1", "edit", {"day": "soon"}, "is no day"),
        ("r1#a1", "edit", {"kind": "denny"}, 'no kind is called "denny"; did you mean "deny"'),
        ("r1#a1", "edit", {"issue": "tlak"}, 'no issue is called "tlak"; did you mean "talk"'),
        ("r1#a1", "edit", {"kind": None}, "act needs its kind"),
        ("r1#s1", "edit", {"mode": "drect"}, 'did you mean "direct"'),
        ("r1#a1", "edit", {}, "needs a field"),
    ],
)
def test_a_wrong_correction_is_said_in_one_line(
    file: DossierFile, item: str, verb: str, change: dict[str, str | None], message: str
) -> None:
    with pytest.raises(ReportError, match=message) as caught:
        dossier.correct(file, item, verb, "ana", change)
    assert "\n" not in str(caught.value)
    assert not file.rows("SELECT * FROM correction")


@pytest.mark.parametrize(
    ("report", "kind", "words", "fields", "message"),
    [
        ("r1", "act", "not there", {"kind": "deny", "actor": "peru"}, "does not have these words"),
        ("r1", "act", "Peru", {"actor": "peru"}, "needs its kind"),
        ("r9", "act", "Peru", {"kind": "deny", "actor": "peru"}, 'no report "r9"'),
        ("r1", "atc", "Peru", {}, 'did you mean "act"'),
    ],
)
def test_what_is_added_must_be_in_the_report(
    file: DossierFile,
    report: str,
    kind: str,
    words: str,
    fields: dict[str, str | None],
    message: str,
) -> None:
    with pytest.raises(ReportError, match=message):
        dossier.add(file, report, kind, words, "ana", fields)


def test_search_finds_statements_and_reports(file: DossierFile) -> None:
    hits = dossier.search(file, "bersabar")
    assert {hit.key.split("#")[0] for hit in hits} == {"r1", "r2"}
    assert all("bersabar" in hit.words for hit in hits)
    assert dossier.search(file, '"; DROP TABLE source; --') == ()
    assert dossier.search(file, "…") == ()


def test_as_of_leaves_later_reports_out(file: DossierFile) -> None:
    assert len(whole(file, dt.date(2023, 5, 9)).reports) == 2
    with pytest.raises(ReportError, match="no report by 2020-01-01"):
        whole(file, dt.date(2020, 1, 1))


def test_a_draft_of_many_reports_loads_and_cites_each(file: DossierFile, tmp_path: Path) -> None:
    text = dossier.draft(whole(file), report_path=str(tmp_path))
    path = tmp_path / "draft.yaml"
    path.write_text(text, encoding="utf-8")
    formats.load(path)
    model = yaml.safe_load(text)
    assert set(model["decision_makers"]) == {"peru", "ecuador"}
    assert model["sources"]["dossier"]["dossier"] == "dossier.db"
    cited = {
        one
        for maker in model["decision_makers"].values()
        for preference in maker["preferences"]
        for one in preference["evidence"]
    }
    found = whole(file)
    known = {s.id for s in found.dossier.statements} | {a.id for a in found.dossier.acts}
    items_by_key = {item.key: item for item in dossier.items(file)}
    assert cited
    assert {one.removeprefix("dossier:").partition("@")[0] for one in cited} <= known
    assert all(
        items_by_key[one.removeprefix("dossier:").partition("@")[0]].fingerprint
        == one.partition("@")[2]
        for one in cited
    )


def test_a_draft_of_a_dossier_kept_nowhere_cites_its_reports(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text(REPORTS["a.txt"], encoding="utf-8")
    with DossierFile(":memory:", create=True) as file:
        dossier.gather(file, [report])
        model = yaml.safe_load(dossier.draft(whole(file)))
    assert model["sources"]["r1"]["report"] == str(report)


def test_what_is_contested_is_an_alternative_that_loads(file: DossierFile, tmp_path: Path) -> None:
    text = dossier.draft(whole(file), report_path=str(tmp_path))
    alternatives = [line for line in text.splitlines() if line.startswith("      # - {statement")]
    assert len(alternatives) == 2
    assert all("ecuador.attack" in line for line in alternatives)
    path = tmp_path / "other.yaml"
    path.write_text(text.replace("      # - {statement", "      - {statement", 1), "utf-8")
    formats.load(path)


def test_the_page_shows_texts_as_texts(tmp_path: Path) -> None:
    report = tmp_path / "x.txt"
    report.write_text(
        "<script>alert(1)</script> & co\n\nSenin, 8 Mei 2023 - 10:15 WIB\n"
        "LIMA - Peru menolak usul <img src=x onerror=alert(1)> Ekuador.\n",
        encoding="utf-8",
    )
    with DossierFile(":memory:", create=True) as file:
        dossier.gather(file, [report])
        text = dossier_page(whole(file), "id")
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "&lt;img src=x" in text
    assert "<mark>usul" in text
    assert "script-src" not in text
    assert "default-src 'none'" in text


def test_the_page_has_every_item_once(file: DossierFile) -> None:
    found = whole(file)
    text = dossier_page(found)
    for statement in found.dossier.statements:
        assert text.count(f'id="{statement.id.replace("#", "-")}"') == 1
    assert text == dossier_page(found)
    with pytest.raises(QuestionError):
        dossier_page(found, "de")


def test_what_is_no_dossier_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    newer = tmp_path / "newer.db"
    DossierFile(newer, create=True).close()
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    text = tmp_path / "text.db"
    text.write_text("no database")
    for path, message in (
        (other, "not a dossier"),
        (newer, "newer satumeja"),
        (text, "is not a dossier"),
        (tmp_path / "none.db", "no such file"),
        (tmp_path, "is a folder"),
    ):
        with pytest.raises(ReportError, match=message) as caught:
            DossierFile(path)
        assert "\n" not in str(caught.value)
    with pytest.raises(ReportError, match="folder does not exist"):
        DossierFile(tmp_path / "none" / "a.db", create=True)


def test_a_file_of_an_older_version_is_brought_up_to_date(tmp_path: Path, folder: Path) -> None:
    from satumeja.dossier.keeping import _schema

    old = tmp_path / "old.db"
    with sqlite3.connect(old) as connection:
        connection.executescript(_schema.MIGRATIONS[0])
        connection.execute(f"PRAGMA application_id = {_schema.APPLICATION}")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    with DossierFile(old) as file:
        dossier.gather(file, sorted(folder.iterdir()))
        assert len(whole(file).reports) == 3
