"""A vocabulary names actors and issues the same way in every dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.keeping.test_file import REPORTS, key_of
from satumeja import dossier
from satumeja.dossier import DossierFile, whole
from satumeja.errors import ReportError

NAMES = """
[actors.valley_party]
name = { en = "The Valley Party", id = "Partai Lembah" }
kind = "organisation"
body = "peru"
also = ["quispe", "DIEGO ANDRADE"]

[issues.villages]
name = "Leave the villages alone"
words = ["bersabar", "village"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DossierFile]:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with DossierFile(":memory:", create=True) as file:
        dossier.gather(file, sorted(tmp_path.glob("*.txt")))
        yield file


def written(folder: Path, text: str) -> Path:
    path = folder / "names.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_actors_are_one_and_issues_have_their_words(file: DossierFile, tmp_path: Path) -> None:
    bare = key_of(file, "accuse", "peru")
    dossier.correct(file, bare, "edit", "ana", {"issue": None})
    assert dossier.take_vocabulary(file, written(tmp_path, NAMES)) == 2
    joined = whole(file)
    named = {one.speaker for one in joined.dossier.statements}
    assert not named & {"quispe", "andrade"}
    actor = joined.dossier.actor("valley_party")
    assert (actor.kind, actor.called("id"), actor.state) == (
        *("organisation", "Partai Lembah", "peru"),
    )
    assert joined.issue_name("villages", "id") == "Leave the villages alone"
    about = {act.issue for act in joined.dossier.acts if act.id != bare}
    assert "villages" in about
    stated = next(act for act in joined.dossier.acts if act.id == bare)
    assert stated.issue is None  # a correction holds over a vocabulary


def test_another_vocabulary_takes_its_place_and_can_be_shared(
    file: DossierFile, tmp_path: Path
) -> None:
    before = whole(file).dossier.acts
    dossier.take_vocabulary(file, written(tmp_path, NAMES))
    text = dossier.vocabulary_text(file)
    with_it = whole(file).dossier
    dossier.take_vocabulary(file, written(tmp_path, "[actors]"))
    assert whole(file).dossier.acts == before
    dossier.take_vocabulary(file, written(tmp_path, text))
    assert whole(file).dossier.acts == with_it.acts
    assert whole(file).dossier.actors == with_it.actors
    dossier.merge(file, "actor:ecuador", "peru", "ana")
    assert 'also = ["ecuador"]' in dossier.vocabulary_text(file)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[actor.x]\nname = 'x'", 'nothing is known of "actor"; did you mean "actors"'),
        ("[actors.x]\nnam = 'x'", 'actors.x: nothing is known of "nam"; did you mean "name"'),
        ("[actors.x]\nkind = 'stat'", 'no kind is called "stat"; did you mean "state"'),
        ("[actors.x]\nbody = 'per'", 'no actor is called "per"'),
        ("[actors.x]\nname = {de = 'x'}", 'languages are en and id, not "de"'),
        ("[actors.x]\nname = 3", "actors.x.name: a text, in quotes"),
        ("[issues.x]\nwords = [1]", "issues.x.words: a text"),
        ("[issues.2x]\nname = 'x'", "an id is written with letters"),
        ("issues = 3", "issues is a table of ids"),
        ("issues = {x = 3}", "issues.x: a table with name, words"),
        ("[actors.x\n", "names.toml:1:10: is not TOML"),
        ("[actors.x]\nname = 'x", "names.toml:2:10: is not TOML"),
        ('[actors.x]\nname = "x', "names.toml:2:10: is not TOML"),
        (f"[actors.x]\nname = {'9' * 5000}", "names.toml: holds a number of thousands of digits"),
        ("", "names no actor and no issue"),
        ("# a note\n", "names no actor and no issue"),
    ],
)
def test_what_is_wrong_is_told_and_changes_nothing(
    file: DossierFile, tmp_path: Path, text: str, message: str
) -> None:
    dossier.take_vocabulary(file, written(tmp_path, NAMES))
    kept = dossier.vocabulary_text(file)
    with pytest.raises(ReportError) as caught:
        dossier.take_vocabulary(file, written(tmp_path, text))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert dossier.vocabulary_text(file) == kept


def test_a_file_that_is_not_there_is_told(file: DossierFile, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="cannot be read"):
        dossier.take_vocabulary(file, tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"[actors.x]\nname = '\xe9'")
    with pytest.raises(ReportError, match="not UTF-8"):
        dossier.take_vocabulary(file, tmp_path / "latin.toml")
