"""Decisions of several corrections, and what is read of one report without reading the rest."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from dossier.keeping.test_file import REPORTS
from dossier.keeping.test_replay import Event, draw_event
from operations import operations
from satumeja import dossier
from satumeja.dossier import Act, DossierFile, Progress, items, whole
from satumeja.dossier.keeping import (
    actors_by_id,
    item_of,
    kept_report,
    lately_set,
    progress,
    reports,
    text_of,
)
from satumeja.errors import ReportError

SEQUENCES = 150
LENGTH = 12


def states(file: DossierFile) -> dict[str, str]:
    return {item.key: item.state for item in items(file)}


def bearing(file: DossierFile) -> tuple[str, list[str]]:
    """Give a statement with the acts it bears."""
    acts: dict[str, list[str]] = {}
    for item in items(file, "r1"):
        if isinstance(item.value, Act) and item.value.statement:
            acts.setdefault(item.value.statement, []).append(item.key)
    return next(iter(acts.items()))


def test_a_statement_is_decided_on_with_its_acts(file: DossierFile) -> None:
    statement, acts = bearing(file)
    before = states(file)
    corrections = dossier.decide(file, statement, "accept", "ana", "clear")
    assert [correction.of for correction in corrections] == [statement, *acts]
    assert {correction.note for correction in corrections} == {"clear"}
    changed = {key for key, state in states(file).items() if state != before[key]}
    assert changed == {statement, *acts}
    assert {states(file)[key] for key in changed} == {"accepted"}
    assert dossier.undo(file, "ana")[0].of == statement
    assert states(file) == before


def test_what_was_rejected_by_itself_stays_so_when_its_statement_is_accepted(
    file: DossierFile,
) -> None:
    statement, acts = bearing(file)
    dossier.decide(file, acts[0], "reject", "ana")
    dossier.decide(file, statement, "accept", "ana")
    assert states(file)[acts[0]] == "rejected"
    dossier.decide(file, statement, "reject", "ana")
    assert {states(file)[key] for key in (statement, *acts)} == {"rejected"}


def test_decisions_are_to_accept_or_to_reject_what_is_there(file: DossierFile) -> None:
    for key, verb, message in (
        ("r1#s1", "edit", 'a decision is to accept or to reject, not "edit"'),
        ("r1#s999", "accept", 'the dossier has no "r1#s999"'),
        ("r9#s1", "accept", 'the dossier has no report "r9"'),
        ("s1", "accept", '"s1" is not an item'),
        ("r1", "merge", "a decision is to accept or to reject"),
    ):
        with pytest.raises(ReportError, match=message.replace("(", r"\(")):
            dossier.decide(file, key, verb, "ana")
    assert dossier.history(file) == ()


def test_corrections_made_as_one_are_written_all_or_none(file: DossierFile) -> None:
    with pytest.raises(ReportError, match="no actor"), dossier.as_one(file):
        dossier.correct(file, "actor:own", "add", "ana", {"name": "Own"})
        dossier.correct(file, "r1#s1", "edit", "ana", {"speaker": "nobody at all"})
    assert dossier.history(file) == ()
    with dossier.as_one(file):
        dossier.correct(file, "actor:own", "add", "ana", {"name": "Own"})
        dossier.correct(file, "r1#s1", "edit", "ana", {"speaker": "Own"})
    assert dossier.undoable(file) == "c2"
    assert [gone.key for gone in dossier.undo(file, "ana", "c1")] == ["c1", "c2"]
    with pytest.raises(ReportError, match="c2 was withdrawn before"):
        dossier.undo(file, "ana", "c2")
    with pytest.raises(ReportError, match="there is no correction to take back"):
        dossier.undo(file, "ana")


def test_undoing_and_doing_again_follow_a_literal_pair_of_stacks(file: DossierFile) -> None:
    draw = random.Random(4)
    keys = sorted(states(file))
    done: list[str] = []
    undone: list[str] = []
    worlds: dict[tuple[str, ...], dict[str, str]] = {(): states(file)}
    for _ in range(200):
        choice = draw.choice(["decide", "undo", "redo"])
        if choice == "decide":
            key = draw.choice(keys)
            dossier.decide(file, key, draw.choice(["accept", "reject"]), "ana")
            done.append(f"{len(worlds)}")
            undone = []
            worlds[tuple(done)] = states(file)
        elif choice == "undo" and done:
            dossier.undo(file, "ana")
            undone.append(done.pop())
        elif choice == "redo" and undone:
            dossier.undo(file, "ana", dossier.redoable(file))
            done.append(undone.pop())
        assert (dossier.undoable(file) is None) == (not done)
        assert (dossier.redoable(file) is None) == (not undone)
        assert states(file) == worlds[tuple(done)]


def counted(file: DossierFile) -> dict[str, Progress]:
    """Count what was checked by reading every item."""
    by_report: dict[str, list[bool]] = {report.key: [] for report in reports(file)}
    for item in items(file):
        is_borne = isinstance(item.value, Act) and item.value.statement is not None
        if not is_borne and item.state != "retired":
            by_report[item.key.partition("#")[0]].append(item.state != "proposed")
    return {key: Progress(len(those), sum(those)) for key, those in by_report.items()}


def test_what_is_read_of_one_report_is_what_is_read_of_all(tmp_path: Path) -> None:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with DossierFile(":memory:", create=True) as base:
        dossier.gather(base, sorted(tmp_path.iterdir()))
        dossier.correct(base, "issue:own", "add", "ana", {"name": "Our own"})
        for seed in range(SEQUENCES):
            with DossierFile(":memory:", create=True) as file:
                base._connection.backup(file._connection)
                draw_corrections(random.Random(seed), file)
                assert_one_by_one(file)


def draw_corrections(draw: random.Random, file: DossierFile) -> None:
    """Correct what comes: items and names, their bearers, reports; and take some back."""
    events = [Event("add", "issue:own")]
    acts = [item.key for item in items(file, "r2") if item.kind == "act"]
    statements = [item.key for item in items(file, "r2") if item.kind == "statement"]
    for _ in range(LENGTH):
        choice = draw.randrange(5)
        if choice == 0:
            bearer = draw.choice([*statements, None])
            dossier.correct(file, draw.choice(acts), "edit", "ana", {"statement": bearer})
        elif choice == 1:
            dossier.correct(file, "r3", "edit", "ben", {"language": draw.choice(["en", "id"])})
        elif choice == 2 and dossier.undoable(file):
            dossier.undo(file, "ana", draw.choice([None, dossier.redoable(file)]))
        else:
            draw_event(draw, file, events)
        events = [Event(made.verb, made.of) for made in dossier.history(file)]


def assert_one_by_one(file: DossierFile) -> None:
    """Compare what is read of single things with what is read of the whole file."""
    everything = whole(file)
    for item in items(file):
        assert item_of(file, item.key) == item
    assert item_of(file, "r1#s999") is None
    for report in reports(file):
        assert kept_report(file, report.key) == (report, text_of(file, report.key))
    whom = {actor.id: actor for actor in everything.dossier.actors}
    alone = actors_by_id(file, set(whom))
    for identifier, actor in whom.items():
        one = alone[identifier]
        assert (one.kind, one.names, one.office, one.state) == (
            *(actor.kind, actor.names, actor.office, actor.state),
        )
    assert progress(file) == counted(file)


def test_lately_set_values_come_last_first_and_once(file: DossierFile) -> None:
    for speaker in ("peru", "ecuador", "peru", "chile"):
        dossier.correct(file, "r1#s1", "edit", "ana", {"speaker": speaker})
    dossier.correct(file, "r1#s1", "edit", "ana", {"mode": "direct"})
    assert lately_set(file, "speaker") == ("chile", "peru", "ecuador")
    assert lately_set(file, "speaker", 2) == ("chile", "peru")
    assert lately_set(file, "issue") == ()


def test_a_decision_takes_no_longer_in_a_file_of_more_reports(tmp_path: Path) -> None:
    def work(copies: int) -> int:
        with DossierFile(":memory:", create=True) as file:
            for number in range(copies):
                for name, text in REPORTS.items():
                    path = tmp_path / f"{number}-{name}"
                    path.write_text(f"{text}\n\n({number})\n", encoding="utf-8")
                    dossier.gather(file, [path])
            statement, _ = bearing(file)
            dossier.decide(file, statement, "accept", "ana")
            return operations(lambda: dossier.decide(file, statement, "reject", "ana"))

    few, many = work(2), work(10)
    assert many <= few * 1.05
