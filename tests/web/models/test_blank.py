"""A new model of nothing, and the file of a model as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from satumeja import formats
from satumeja.web.cases import Cases, is_safe_name
from satumeja.web.models._blank import blank, blank_text
from satumeja.web.routing import Call
from satumeja.web.shapes import BlankMaker, BlankModel, BlankOption
from web.models.asked import FILE, Asked

SIGN, GO = BlankOption(id="sign", name="Sign: now"), BlankOption(id="go", name="#1")
US, RU = (
    BlankMaker(id="us", name="US", options=[SIGN]),
    BlankMaker(id="ru", name="ru", options=[GO]),
)
BODY = BlankModel(file="talks.yaml", title='Talks "now"', language="id", makers=[US, RU])


def test_a_blank_model_is_sound_and_nobody_wants_anything() -> None:
    model = formats.loads(blank_text(BODY))
    assert str(model.title) == 'Talks "now"'
    assert [str(option.name) for option in model.options] == ["Sign: now", "#1"]
    assert len(model.states) == 4
    assert model.form(model.status_quo or 0) == "N|N"
    assert model.languages == ("id",)


def test_a_blank_model_gets_a_free_name(tmp_path: Path) -> None:
    cases = Cases({"case": tmp_path})
    first, second = (blank(Call(cases, {"case": "case"}, body=BODY)).file for _ in range(2))
    assert first == "talks.yaml"
    assert second != first
    assert {path.name for path in tmp_path.glob("*.yaml")} == {first, second}


@pytest.mark.parametrize("name", ["../out.yaml", ".hidden.yaml", "a/b.yaml", "con.yaml"])
def test_a_blank_model_stays_in_its_case_under_a_safe_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    call = Call(
        Cases({"case": folder}), {"case": "case"}, body=BODY.model_copy(update={"file": name})
    )
    made = blank(call).file
    assert is_safe_name(made)
    assert [path.name for path in folder.glob("*.yaml")] == [made]
    assert not list(tmp_path.glob("*.yaml"))


def test_the_source_is_the_file_and_what_it_says(tmp_path: Path) -> None:
    text = blank_text(BODY) + "# the end\n"
    asked = Asked(tmp_path, text)
    source = asked("GET", "/source")
    assert source["text"] == text
    assert source["version"] == asked.version
    assert source["data"]["decision_makers"]["us"]["options"] == {
        "sign": {"name": {"id": "Sign: now"}}
    }
    assert source["faults"] == []


def test_of_a_broken_file_the_text_and_its_faults_are_given(tmp_path: Path) -> None:
    asked = Asked(tmp_path, blank_text(BODY))
    asked("GET")
    (tmp_path / FILE).write_text(blank_text(BODY).replace("preferences", "prefrences"))
    source = asked("GET", "/source")
    assert "prefrences" in source["text"]
    assert [fault["line"] for fault in source["faults"]]
    (tmp_path / FILE).write_text("a: [1")
    assert asked("GET", "/source")["data"] == {}
