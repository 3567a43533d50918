"""Live and right: the answers to an edit are those of the file decided anew."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest

from commands import Run
from satumeja import formats, gallery
from satumeja.errors import OutputError, SatuMejaError
from satumeja.stability import analyse
from satumeja.web.cases import ChangedError, ReadOnlyError
from web.models.asked import Asked, random_edit


def bits(numbers: list[int], size: int) -> str:
    """Write numbers of states as one character a state."""
    return "".join("01"[number in set(numbers)] for number in range(1, size + 1))


def check(asked: Asked, answers: dict[str, Any], run: Run) -> None:
    """Compare answers with those of the command on the file on the disk."""
    done = run("analyse", str(asked.file), "--json")
    assert done.code == 0, done.err
    told, size = done.json, done.json["feasible"]
    assert answers["status_quo"] == told["status_quo"]
    assert list(answers["stable"]) == list(told["stable"])
    for concept, makers in told["stable"].items():
        assert answers["stable"][concept] == {dm: bits(n, size) for dm, n in makers.items()}
    fresh = analyse(formats.load(asked.file))
    for dm, ranks in fresh.ranks.items():
        assert answers["ranks"][dm] == [int(ranks.max() - rank) + 1 for rank in ranks.tolist()]
    chain = [set(told["equilibria"][concept]) for concept in ("nash", "seq", "gmr")]
    rungs = "".join(str(sum(n in part for part in chain)) for n in range(1, size + 1))
    assert answers["rungs"] == rungs


def walk(asked: Asked, rng: random.Random, count: int, run: Run) -> int:
    """Make random edits, each previewed first; give how many were sound."""
    version, made = asked.version, 0
    for _ in range(count):
        op, before = random_edit(rng, formats.load(asked.file)), asked.bytes()
        try:
            preview = asked.edit(op, dry=True, base=version)
        except (SatuMejaError, OutputError):
            assert asked.bytes() == before
            continue
        assert asked.bytes() == before
        edited = asked.edit(op, base=version)
        assert preview["answers"] == edited["answers"]
        assert preview["change"] == edited["change"]
        check(asked, edited["answers"], run)
        version, made = edited["version"], made + 1
    return made


@pytest.mark.parametrize("name", ["december-2021-b", "elmira"])
def test_answers_are_those_of_the_file_decided_anew(name: str, tmp_path: Path, run: Run) -> None:
    asked = Asked(tmp_path / "case", gallery.text(name))
    assert walk(asked, random.Random(name), 12, run) >= 5


@pytest.mark.slow
@pytest.mark.parametrize("name", [entry.id for entry in gallery.entries()])
def test_two_hundred_edits_and_more(name: str, tmp_path: Path, run: Run) -> None:
    asked = Asked(tmp_path / "case", gallery.text(name))
    walk(asked, random.Random(f"all {name}"), 20, run)


@pytest.fixture
def talks(tmp_path: Path) -> Asked:
    return Asked(tmp_path / "case", gallery.text("december-2021-b"))


LARGEST_EDIT = 3_000
RUSSIA = "decision_makers.russia.preferences"


def test_an_edit_says_what_it_did(talks: Asked) -> None:
    edited = talks.edit({"op": "move", "from": f"{RUSSIA}[2]", "to": f"{RUSSIA}[0]"})
    assert edited["change"]["plain"][0] == (
        "The present situation now does not hold; before, it held if answered."
    )
    assert edited["change"]["technical"][0] == "Status quo 7: −GMR −SMR −SEQ −SSEQ"
    assert edited["change"]["technical"][1].startswith("GMR 20 → 4 (−1 −2 ")
    assert edited["document"]["can_undo"] and edited["document"]["undo_words"]
    assert edited["step"] is not None


def test_undo_gives_the_file_back_to_the_byte_and_says_what_that_did(talks: Asked) -> None:
    before, first = talks.file.read_bytes(), talks("GET", "/answers")
    edited = talks.edit({"op": "remove", "at": f"{RUSSIA}[0]"})
    undone = talks("POST", "/undo", {"base": edited["version"]})
    assert talks.file.read_bytes() == before
    assert undone["answers"] == first
    redone = talks("POST", "/redo", {"base": undone["version"]})
    assert redone["answers"] == edited["answers"]
    steps = talks("GET", "/history")["steps"]
    assert [step["kind"] for step in steps][:3] == ["redo", "undo", "edit"]


def test_a_stale_edit_is_refused_and_the_file_stays(talks: Asked) -> None:
    old = talks.version
    talks.edit({"op": "remove", "at": f"{RUSSIA}[0]"})
    before = talks.bytes()
    for dry in (True, False):
        with pytest.raises(ChangedError):
            talks.edit({"op": "remove", "at": f"{RUSSIA}[0]"}, base=old, dry=dry)
    assert talks.bytes() == before


def test_nodes_stay_where_they_are_through_every_edit_of_a_wish(talks: Asked) -> None:
    def spots(document: Any) -> list[tuple[float, float]]:
        return [(state["x"], state["y"]) for state in document["states"]]

    first = spots(talks("GET"))
    rng = random.Random(1)
    for _ in range(4):
        start, end = rng.sample(range(7), 2)
        move = {"op": "move", "from": f"{RUSSIA}[{start}]", "to": f"{RUSSIA}[{end}]"}
        assert spots(talks.edit(move)["document"]) == first
    again = Asked(talks.folder, talks.file.read_text(encoding="utf-8"))  # the next day
    assert spots(again("GET")) == first


def test_a_broken_file_keeps_the_last_answers_and_tells_the_line(talks: Asked) -> None:
    sound = talks("GET", "/answers")
    text = talks.file.read_text(encoding="utf-8")
    talks.file.write_text(text.replace("status_quo:", "status_kuo:"), encoding="utf-8")
    document = talks("GET")
    assert not document["editable"]
    assert document["faults"][0]["line"] > 1
    assert document["version"] != "" and len(document["states"]) == 51
    assert talks("GET", "/answers") == sound


def test_nothing_is_written_where_nothing_may_be(tmp_path: Path) -> None:
    asked = Asked(tmp_path / "case", gallery.text("elmira"), read_only=True)
    before = asked.bytes()
    assert not asked("GET")["editable"]
    assert asked("GET", "/why", state=1, concept="hold")["holds"]
    with pytest.raises(ReadOnlyError):
        asked.edit({"op": "set", "at": "title", "value": "x"})
    assert asked.bytes() == before


def test_what_is_otherwise_is_enough(talks: Asked) -> None:
    """An edit answered in parts, set over the document that was there, is the new document."""
    rng = random.Random(5)
    page = talks("GET", lang="id")
    for _ in range(12):
        op = random_edit(rng, formats.load(talks.file))
        body = {"base": page["version"], "ops": [op], "parts": True}
        try:
            edited = talks("POST", "/edits", body, lang="id")
        except SatuMejaError:
            continue
        assert edited["base"] == page["version"] and edited["document"] is None
        page = set_over(page, edited["parts"])
        assert page == talks("GET", lang="id")
    undone = talks("POST", "/undo", {"base": page["version"], "parts": True}, lang="id")
    assert set_over(page, undone["parts"]) == talks("GET", lang="id")


def set_over(page: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    """Do what the page does with parts."""
    changed = {maker["id"]: maker for maker in parts.get("makers", [])}
    makers = [remade(maker, changed.get(maker["id"])) for maker in page["makers"]]
    return {**page, **parts, "makers": makers}


def remade(before: dict[str, Any], after: dict[str, Any] | None) -> dict[str, Any]:
    """Take wishes that only moved from where they were."""
    if after is None:
        return before
    wishes = []
    for wish in after["wishes"]:
        rest = {key: value for key, value in wish.items() if key != "was"}
        wishes.append({**before["wishes"][wish["was"]], **rest} if "was" in wish else wish)
    return {**after, "wishes": wishes}


def test_an_edit_of_a_wish_goes_over_the_wire_in_three_kilobytes(talks: Asked) -> None:
    version = talks.version
    for start, end in ((2, 0), (0, 5), (6, 1)):
        move = {"op": "move", "from": f"{RUSSIA}[{start}]", "to": f"{RUSSIA}[{end}]"}
        edited = talks("POST", "/edits", {"base": version, "ops": [move], "parts": True})
        assert "makers" in edited["parts"] and "states" not in edited["parts"]
        version = edited["version"]
        packed = gzip.compress(json.dumps(edited, ensure_ascii=False).encode())
        assert len(packed) <= LARGEST_EDIT
