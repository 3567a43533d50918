"""A case: its models are edited, each step kept, and nothing of the user's is lost."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from satumeja import formats, gallery
from satumeja.errors import ModelError, OutputError, QuestionError
from satumeja.web.cases import (
    Case,
    ChangedError,
    GoneError,
    Happening,
    NameRefusedError,
    ReadOnlyError,
    step_words,
    version_of,
)

TALKS = """\
# The talks
satumeja: 1
title: {en: Talks, id: Perundingan}   # as agreed
decision_makers:
  us:
    name: {en: United States, id: Amerika Serikat}
    options:
      sign: {name: {en: Sign, id: Tandatangani}}
      arm:
    preferences:
      # the minutes say so
      - ru.go        # first
      - sign         # second
      - -arm
  ru:
    options: {go: }
    preferences: [go, us.sign]
status_quo: NN|Y
"""
FIRST = "decision_makers.us.preferences[0]"
LAST = "decision_makers.us.preferences[2]"
STATUS_QUO = {"op": "set", "at": "status_quo", "value": "NN|YN"}
MOVE = {"op": "move", "from": LAST, "to": FIRST}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "talks.yaml").write_text(TALKS)
    case = Case(tmp_path)
    yield case
    case.close()


def version(case: Case, name: str = "talks.yaml") -> str:
    return case.read(name).version


def moved(case: Case) -> str:
    """Move a wish, and give the version after."""
    return case.edit("talks.yaml", version(case), [MOVE]).after.version


def on_disk(case: Case, name: str = "talks.yaml") -> str:
    return (case.folder / name).read_bytes().decode()


# -- edits ----------------------------------------------------------------------------------


def test_an_edit_is_on_the_disk_and_can_be_undone_to_the_byte(case: Case) -> None:
    edited = case.edit("talks.yaml", version(case), [MOVE], who="Ana")
    after = on_disk(case)
    assert after == edited.after.text == formats.apply(TALKS, [MOVE])
    assert edited.before.text == TALKS
    assert edited.step is not None
    assert edited.step.who == "Ana"
    undone = case.undo("talks.yaml", edited.after.version)
    assert on_disk(case) == TALKS == undone.after.text
    redone = case.redo("talks.yaml", undone.after.version)
    assert on_disk(case) == after == redone.after.text


def test_a_stale_edit_does_nothing(case: Case) -> None:
    base = version(case)
    moved(case)
    before = on_disk(case)
    with pytest.raises(ChangedError, match="was changed meanwhile"):
        case.edit("talks.yaml", base, [MOVE])
    with pytest.raises(ChangedError):
        case.undo("talks.yaml", base)
    assert on_disk(case) == before
    assert [step.kind for step in case.steps("talks.yaml")] == ["edit", "outside"]


def test_an_edit_that_leaves_no_sound_model_does_nothing(case: Case) -> None:
    with pytest.raises(ModelError) as raised:
        case.edit("talks.yaml", version(case), [{"op": "set", "at": FIRST, "value": "ru.fly"}])
    assert raised.value.faults[0].path == ("decision_makers", "us", "preferences", 0)
    with pytest.raises(QuestionError):
        case.edit("talks.yaml", version(case), [{"op": "remove", "at": "nowhere"}])
    with pytest.raises(QuestionError):
        case.edit("talks.yaml", version(case), [])
    assert on_disk(case) == TALKS
    assert len(case.steps("talks.yaml")) == 1


def test_a_dry_edit_changes_no_byte_in_the_folder(case: Case) -> None:
    def content() -> dict[str, bytes]:
        return {
            str(path.relative_to(case.folder)): path.read_bytes()
            for path in sorted(case.folder.rglob("*"))
            if path.is_file()
        }

    before = content()
    edited = case.edit("talks.yaml", version(case), [MOVE], dry=True)
    assert edited.after.text == formats.apply(TALKS, [MOVE])
    assert edited.step is None
    assert content() == before


def test_an_edit_that_changes_nothing_is_no_step(case: Case) -> None:
    again = {"op": "text", "value": TALKS}
    assert case.edit("talks.yaml", version(case), [again]).step is None
    assert len(case.steps("talks.yaml")) == 1


def test_the_whole_text_keeps_the_line_ends_of_the_file(tmp_path: Path) -> None:
    windows = ("\ufeff" + TALKS).replace("\n", "\r\n").encode()
    (tmp_path / "talks.yaml").write_bytes(windows)
    case = Case(tmp_path)
    text = TALKS.replace("# first", "# the first")
    case.edit("talks.yaml", version(case), [{"op": "text", "value": text}])
    wanted = ("\ufeff" + text).replace("\n", "\r\n").encode()
    assert (tmp_path / "talks.yaml").read_bytes() == wanted
    case.undo("talks.yaml", version(case))
    assert (tmp_path / "talks.yaml").read_bytes() == windows
    case.close()


def test_the_whole_text_stands_alone(case: Case) -> None:
    wrong: list[list[Mapping[str, object]]]
    wrong = [[{"op": "text", "value": TALKS}, MOVE], [{"op": "text", "value": 1}]]
    for ops in wrong:
        with pytest.raises(QuestionError):
            case.edit("talks.yaml", version(case), ops)
    with pytest.raises(ModelError):
        case.edit("talks.yaml", version(case), [{"op": "text", "value": "title: \ud800"}])


def test_a_model_in_json_stays_json(tmp_path: Path) -> None:
    import json

    data = {
        "satumeja": 1,
        "title": "Talks",
        "decision_makers": {
            "us": {"options": {"sign": None}, "preferences": ["sign", "ru.go"]},
            "ru": {"options": {"go": None}, "weights": {"go": 1.5, "us.sign": -2}},
        },
        "status_quo": "N|N",
    }
    (tmp_path / "talks.json").write_text(json.dumps(data, indent=2))
    case = Case(tmp_path)
    ops: list[Mapping[str, object]] = [
        {"op": "move", "from": "decision_makers.us.preferences[1]", "to": FIRST},
        {"op": "set", "at": "decision_makers.us.because", "value": 'It\'s "so"'},
        {"op": "insert", "at": "decision_makers.us.name", "value": {"en": "US"}},
        {"op": "set", "at": "decision_makers.ru.weights.go", "value": 3},
    ]
    case.edit("talks.json", version(case, "talks.json"), ops)
    data["decision_makers"]["us"] |= {  # type: ignore[index]
        "preferences": ["ru.go", "sign"],
        "because": 'It\'s "so"',
        "name": {"en": "US"},
    }
    data["decision_makers"]["ru"]["weights"]["go"] = 3  # type: ignore[index]
    assert json.loads(on_disk(case, "talks.json")) == data
    off = [{"op": "off", "at": FIRST}]
    with pytest.raises((ModelError, OutputError)):
        case.edit("talks.json", version(case, "talks.json"), off)
    assert json.loads(on_disk(case, "talks.json")) == data
    case.close()


def test_a_new_model_takes_no_place_of_another(case: Case) -> None:
    reading = case.add("talks.yaml", TALKS.replace("Talks", "Other talks"))
    assert reading.name == "talks-2.yaml"
    assert on_disk(case) == TALKS
    assert [model.name for model in case.models()] == ["talks-2.yaml", "talks.yaml"]
    with pytest.raises(ChangedError, match="no step to undo"):
        case.undo("talks-2.yaml", reading.version)
    with pytest.raises(ModelError):
        case.add("broken.yaml", "satumeja: 1\n")
    assert not (case.folder / "broken.yaml").exists()


# -- history --------------------------------------------------------------------------------


def test_undo_works_across_restarts(tmp_path: Path) -> None:
    (tmp_path / "talks.yaml").write_text(TALKS)
    texts = [TALKS]
    for _ in range(4):
        case = Case(tmp_path)
        case.edit("talks.yaml", version(case), [MOVE])
        texts.append(on_disk(case))
        case.close()
    for text in reversed(texts[:-1]):
        case = Case(tmp_path)
        case.undo("talks.yaml", version(case))
        assert on_disk(case) == text
        case.close()
    case = Case(tmp_path)
    assert case.trail("talks.yaml").undo is None
    for text in texts[1:]:
        case.redo("talks.yaml", version(case))
        assert on_disk(case) == text
    assert case.trail("talks.yaml").redo is None
    case.close()


def test_what_another_program_wrote_over_can_be_undone(case: Case) -> None:
    base = moved(case)
    mine = on_disk(case)
    theirs = TALKS.replace("Talks", "Their talks").encode() + b"\n\xff"  # not even UTF-8
    (case.folder / "talks.yaml").write_bytes(theirs)
    with pytest.raises(ChangedError):
        case.edit("talks.yaml", base, [MOVE])
    assert (case.folder / "talks.yaml").read_bytes() == theirs
    case.undo("talks.yaml", version_of(theirs))
    assert on_disk(case) == mine
    case.redo("talks.yaml", version_of(mine.encode()))
    assert (case.folder / "talks.yaml").read_bytes() == theirs


def test_what_was_written_while_the_app_was_closed_can_be_undone(tmp_path: Path) -> None:
    (tmp_path / "talks.yaml").write_text(TALKS)
    Case(tmp_path).close()
    (tmp_path / "talks.yaml").write_text(TALKS.replace("Talks", "Other"))
    case = Case(tmp_path)
    case.undo("talks.yaml", version(case))
    assert on_disk(case) == TALKS
    case.close()


def test_after_an_edit_nothing_is_done_again(case: Case) -> None:
    case.undo("talks.yaml", moved(case))
    moved(case)
    with pytest.raises(ChangedError, match="no step to do again"):
        case.redo("talks.yaml", version(case))


def test_going_back_is_itself_a_step(case: Case) -> None:
    moved(case)
    first = case.steps("talks.yaml")[-1]
    assert case.as_it_was("talks.yaml", first.id).text == TALKS
    moved(case)
    latest = on_disk(case)
    back = case.go_back_to("talks.yaml", first.id, version(case))
    assert on_disk(case) == TALKS
    assert back.step is not None
    assert back.step.kind == "back"
    case.undo("talks.yaml", version(case))
    assert on_disk(case) == latest
    for number in (10**6, -1):
        with pytest.raises(GoneError, match="no step"):
            case.as_it_was("talks.yaml", number)


def test_steps_of_another_file_are_not_of_this(case: Case) -> None:
    (case.folder / "other.yaml").write_text(TALKS)
    step = case.notice("other.yaml")
    assert step is not None
    with pytest.raises(GoneError):
        case.as_it_was("talks.yaml", step.id)


def test_a_file_that_was_removed_is_put_back(case: Case) -> None:
    base = moved(case)
    text = on_disk(case)
    (case.folder / "talks.yaml").unlink()
    with pytest.raises(GoneError):
        case.edit("talks.yaml", base, [MOVE])
    case.undo("talks.yaml", base)
    assert on_disk(case) == text
    case.undo("talks.yaml", base)
    assert on_disk(case) == TALKS


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\0" + b"?" * 5000])
def test_a_damaged_history_is_set_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ".satumeja").mkdir()
    (tmp_path / ".satumeja" / "history.db").write_bytes(content)
    (tmp_path / "talks.yaml").write_text(TALKS)
    case = Case(tmp_path)
    assert "damaged" in case.notes[0]
    assert (tmp_path / ".satumeja" / "history-damaged-1.db").read_bytes() == content
    case.undo("talks.yaml", moved(case))
    assert on_disk(case) == TALKS
    case.close()


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE steps SET words = x'00'",
        "UPDATE steps SET of = 'x'",
        "UPDATE texts SET packed = 7",
        "DROP TABLE steps",
        "ALTER TABLE texts RENAME COLUMN packed TO x",
    ],
)
def test_a_history_that_holds_what_none_does_is_set_aside(case: Case, command: str) -> None:
    moved(case)
    case.close()
    path = case.folder / ".satumeja" / "history.db"
    _past_this_program(path, command)
    again = Case(case.folder)
    assert not again.read_only
    assert "history-damaged-1.db" in again.notes[0]
    again.undo("talks.yaml", moved(again))
    again.close()


@pytest.mark.parametrize("words", ["{", "7", "[7]", "[" * 100_000])
def test_words_of_a_step_that_are_damaged_lose_no_step(case: Case, words: str) -> None:
    moved(case)
    case.close()
    path = case.folder / ".satumeja" / "history.db"
    _past_this_program(path, f"UPDATE steps SET words = '{words}'")  # noqa: S608
    again = Case(case.folder)
    assert not again.notes
    assert len(again.steps("talks.yaml")) > 1
    assert not any(step.words for step in again.steps("talks.yaml"))
    again.undo("talks.yaml", version(again))
    again.close()
    assert on_disk(case) == TALKS


@pytest.mark.parametrize(
    "part",
    [
        {},
        {"key": "of_later"},
        {"key": "changed"},
        {"key": "changed", "things": 1},
        {"key": ["changed"]},
    ],
)
def test_a_step_that_says_too_little_is_said_without_words(case: Case, part: object) -> None:
    """Of a later version of the program, or spoilt."""
    moved(case)
    case.close()
    path = case.folder / ".satumeja" / "history.db"
    _past_this_program(path, f"UPDATE steps SET words = '{json.dumps([part])}'")  # noqa: S608
    again = Case(case.folder)
    (step, *_) = again.steps("talks.yaml")
    assert (step_words(step, "en"), step_words(step, "id")) == ("Changed", "Diubah")
    again.close()


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        ({}, "Changed"),
        ({"noun": "of_later"}, "Changed"),
        ({"self": 1, "key": 2}, "Changed"),
        ({"noun": "wish"}, "Changed"),
        ({"noun": "of_later", "what": {"en": "x"}}, "“x” changed"),
        ({"noun": "wish", "what": "x"}, "“x” changed"),
    ],
)
def test_a_thing_that_says_too_little_is_a_part_of_the_model(
    case: Case, thing: Mapping[str, object], said: str
) -> None:
    moved(case)
    (step, *_) = case.steps("talks.yaml")
    part = {"key": "changed", "thing": thing, "self": 1}
    assert step_words(replace(step, words=(part,)), "en") == said


@pytest.mark.parametrize("packed", [b"\0", "words"])
def test_a_text_that_is_damaged_is_kept_no_longer(case: Case, packed: object) -> None:
    base = moved(case)
    case.history._connection.execute("UPDATE texts SET packed = ?", (packed,))
    with pytest.raises(GoneError, match="is kept no longer"):
        case.undo("talks.yaml", base)


def _past_this_program(path: Path, command: str) -> None:
    """Change a history as nobody should."""
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA foreign_keys = OFF")
    base.execute(command)
    base.close()


def test_a_history_that_is_damaged_meanwhile_is_set_aside(case: Case) -> None:
    moved(case)
    text = on_disk(case)
    path = case.folder / ".satumeja" / "history.db"
    case.history._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as stream:
        stream.seek(100)
        stream.write(b"\xff" * (path.stat().st_size - 100))
    case.history._connection.execute("PRAGMA shrink_memory")
    with pytest.raises(OutputError, match="the history cannot be kept"):
        for _ in range(3):
            case.edit("talks.yaml", version(case), [MOVE])
    assert on_disk(case) == text
    assert (path.parent / "history-damaged-1.db").exists()
    case.undo("talks.yaml", moved(case))
    assert on_disk(case) == text


def test_a_history_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "talks.yaml").write_text(TALKS)
    Case(tmp_path).close()
    with sqlite3.connect(tmp_path / ".satumeja" / "history.db") as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    case = Case(tmp_path)
    assert case.read_only
    assert "newer satumeja" in case.notes[0]
    with pytest.raises(ReadOnlyError):
        case.edit("talks.yaml", version(case), [MOVE])


def test_a_history_that_is_deleted_meanwhile_is_made_anew(case: Case) -> None:
    moved(case)
    for path in (case.folder / ".satumeja").glob("history.db*"):
        path.unlink()
    text = on_disk(case)
    case.undo("talks.yaml", moved(case))
    assert on_disk(case) == text
    assert [step.kind for step in case.steps("talks.yaml")] == ["undo", "edit", "outside"]


def test_steps_are_said_in_both_languages(case: Case) -> None:
    def words(*ops: Mapping[str, object]) -> tuple[str, str]:
        step = case.edit("talks.yaml", version(case), list(ops)).step
        assert step is not None
        return step_words(step, "en"), step_words(step, "id")

    assert words(MOVE) == (
        "United States: wish 3 (not “arm”) moved to place 1",
        "Amerika Serikat: keinginan 3 (tidak “arm”) dipindahkan ke urutan 1",
    )
    added, _ = words({"op": "set", "at": "decision_makers.ru.preferences+", "value": "-us.arm"})
    assert added == "Ru: a wish (not “arm”) added"
    option, _ = words(
        {"op": "insert", "at": "decision_makers.ru.options.talk", "value": None}, STATUS_QUO
    )
    assert option == "Ru: option “talk” added; status quo changed"
    assert words({"op": "rename", "at": "decision_makers.ru", "to": "russia"})[0] == (
        "Ru is now called “russia” in the file"
    )
    assert words({"op": "off", "at": FIRST})[1].endswith("(tidak “arm”) dinonaktifkan")
    assert words({"op": "on", "at": FIRST})[0].endswith("wish 1 (not “arm”) switched on again")
    assert words({"op": "set", "at": "title", "value": "Peace talks"}) == (
        "Title changed",
        "Judul diubah",
    )
    assert words(MOVE, MOVE)[0].count("; ") == 1
    assert words({"op": "text", "value": TALKS})[0] == "The text edited"
    undone = case.undo("talks.yaml", version(case)).step
    assert undone is not None
    assert step_words(undone, "id") == "Dibatalkan: teks disunting"


# -- what is read-only, gone, or cannot be written --------------------------------------------


def test_what_is_only_read_is_never_written(tmp_path: Path) -> None:
    (tmp_path / "talks.yaml").write_text(TALKS)
    case = Case(tmp_path, read_only=True)
    assert case.edit("talks.yaml", version(case), [MOVE], dry=True).after.model is not None
    for refused in (
        lambda: case.edit("talks.yaml", version(case), [MOVE]),
        lambda: case.undo("talks.yaml", version(case)),
        lambda: case.redo("talks.yaml", version(case)),
        lambda: case.add("new.yaml", TALKS),
    ):
        with pytest.raises(ReadOnlyError):
            refused()
    assert [path.name for path in tmp_path.iterdir()] == ["talks.yaml"]
    assert case.steps("talks.yaml") == []


def test_kinds_of_others_are_shown_and_not_edited(tmp_path: Path) -> None:
    model = gallery.load("chicken")
    formats.save(model, tmp_path / "chicken.gmcr")
    case = Case(tmp_path)
    with pytest.raises(ReadOnlyError, match="save it as YAML"):
        case.edit("chicken.gmcr", version(case, "chicken.gmcr"), [MOVE])
    assert case.read("chicken.gmcr").model is not None
    case.close()


@pytest.mark.parametrize("when", ["history", "file", "landing"])
def test_a_full_disk_loses_nothing(case: Case, monkeypatch: pytest.MonkeyPatch, when: str) -> None:
    base, text = moved(case), on_disk(case)
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def fail(*_: object, **__: object) -> None:
        raise full

    with monkeypatch.context() as patch:
        if when == "history":
            limit = case.history._connection.execute("PRAGMA page_count").fetchone()[0]
            case.history._connection.execute(f"PRAGMA max_page_count = {limit}")
            patch.setattr("satumeja.web.cases._history.zlib.compress", lambda text: text * 999)
        elif when == "file":
            patch.setattr("os.fsync", fail)
        else:
            patch.setattr(case.history, "land", lambda _: fail_as_told(full))
        if when == "landing":
            case.edit("talks.yaml", base, [MOVE])
        else:
            with pytest.raises(OutputError):
                case.edit("talks.yaml", base, [MOVE])
            assert on_disk(case) == text
    case.history._connection.execute("PRAGMA max_page_count = 1000000")
    assert not list(case.folder.glob(".satumeja-*"))
    if when != "landing":
        case.edit("talks.yaml", base, [MOVE])
    case.undo("talks.yaml", version(case))
    assert on_disk(case) == text
    case.undo("talks.yaml", version(case))
    assert on_disk(case) == TALKS


def fail_as_told(error: OSError) -> None:
    raise OutputError(str(error))


def test_what_somebody_writes_at_the_last_moment_is_left(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = TALKS.replace("Talks", "Theirs")
    sync = os.fsync
    base = version(case)

    def write(handle: int) -> None:
        (case.folder / "talks.yaml").write_text(theirs)
        sync(handle)

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", write)
        with pytest.raises(ChangedError):
            case.edit("talks.yaml", base, [MOVE])
    assert on_disk(case) == theirs
    case.undo("talks.yaml", version(case))
    assert on_disk(case) == TALKS


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_a_read_only_file_is_not_written(case: Case) -> None:
    (case.folder / "talks.yaml").chmod(0o444)
    with pytest.raises(OutputError, match="read-only"):
        case.edit("talks.yaml", version(case), [MOVE])
    assert on_disk(case) == TALKS
    assert case.history.intended() == []


def test_a_folder_that_cannot_be_written_is_only_shown(tmp_path: Path) -> None:
    (tmp_path / "talks.yaml").write_text(TALKS)
    (tmp_path / ".satumeja").write_text("a file where a folder is wanted")
    case = Case(tmp_path)
    assert case.read_only
    assert "only shown" in case.notes[0]
    assert case.read("talks.yaml").model is not None
    with pytest.raises(ReadOnlyError):
        case.edit("talks.yaml", version(case), [MOVE])


@pytest.mark.parametrize("name", ["../talks.yaml", "/etc/passwd", ".hidden", "a\0b", "nul", ""])
def test_names_lead_nowhere_else(case: Case, name: str) -> None:
    for refused in (
        lambda: case.read(name),
        lambda: case.edit(name, "", [MOVE]),
        lambda: case.undo(name, ""),
        lambda: case.report_path(name),
    ):
        with pytest.raises(NameRefusedError):
            refused()


@pytest.mark.skipif(os.name == "nt", reason="links ask for rights on Windows")
def test_links_are_not_followed(case: Case, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "talks.yaml"
    outside.write_text(TALKS)
    (case.folder / "link.yaml").symlink_to(outside)
    with pytest.raises(NameRefusedError, match="link"):
        case.read("link.yaml")
    assert [model.name for model in case.models()] == ["talks.yaml"]
    assert case.left_out() == ["link.yaml"]


# -- what is told -----------------------------------------------------------------------------


def test_those_who_listen_are_told_of_each_version_once(case: Case) -> None:
    told = list[Happening]()
    end = case.listen(told.append)
    base = moved(case)
    case.tell(Happening("model", "talks.yaml", base))
    assert [(event.kind, event.version) for event in told] == [("model", base)]
    end()
    case.undo("talks.yaml", base)
    assert len(told) == 1


def test_a_broken_file_leaves_the_last_sound_model(case: Case) -> None:
    base = moved(case)
    (case.folder / "talks.yaml").write_text(TALKS.replace("[go,", "[go,,"))
    now = case.read("talks.yaml")
    assert now.model is None
    assert now.faults[0].line == 17
    sound = case.sound("talks.yaml")
    assert sound is not None
    assert sound.version == base
    case.notice("talks.yaml")
    again = Case(case.folder)
    sound = again.sound("talks.yaml")
    assert sound is not None
    assert sound.version == base
    again.close()


def test_what_follows_from_a_version_is_made_once(case: Case) -> None:
    made = list[int]()
    for _ in range(2):
        case.read("talks.yaml").derived("analysis", lambda: made.append(1))
    assert made == [1]
    assert case.read("talks.yaml") is case.read("talks.yaml")
