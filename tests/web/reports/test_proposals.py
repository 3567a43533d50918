"""A sentence becomes a part of a model: sound at once, or with one clear fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from satumeja import formats, gallery
from satumeja.dossier import DossierFile, correct
from satumeja.model import Model, Prioritisation, Statement
from satumeja.web.routing import RefusedError
from web.reports.cases import TALKS, Asking, gathered, written

MODEL = """\
satumeja: 1
title: Canal
languages: [en, id]
decision_makers:
  iran:
    name: {en: Iran, id: Iran}
    options:
      open_sky: Open the sky
    preferences: [open_sky]  # so far
  iraq:
    name: {en: Iraq, id: Irak}
    options:
      leave: {name: {en: Leave, id: Pergi}}
    preferences:
      - leave
infeasible: ["open_sky & leave"]
status_quo: N|N
"""
SAID = (
    "Iran threatened to impose sanctions on Iraq if Iraq attacked Kuwait. "
    "Iran demanded that Iraq repair the canal. Iraq rejected the demand of Iran. "
    "The weather was fine, Iran said."
)
GALLERY = [entry.id for entry in gallery.entries()]


@pytest.fixture
def case(tmp_path: Path) -> Asking:
    asking = written(tmp_path / "case", SAID)
    (asking.folder / "canal.yaml").write_text(MODEL)
    return asking


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Asking:
    asking = gathered(tmp_path_factory.mktemp("talks"), TALKS)
    for name in GALLERY:
        (asking.folder / f"{name}.yaml").write_text(gallery.text(name), encoding="utf-8")
    return asking


def pointed(case: Asking, item: str, file: str = "canal.yaml", **more: Any) -> Any:
    body = {"report": item.partition("#")[0], "item": item, **more}
    return case.post(f"/models/{file}/proposals", body, lang="en")


def items(case: Asking, **query: Any) -> list[str]:
    rows = case.get("/dossier/timeline", limit=500, **query)["rows"]
    return [row["item"]["item"] for row in rows]


def wished(model: Model, maker: str) -> tuple[Statement, ...]:
    preference = model[maker].preference
    assert isinstance(preference, Prioritisation)
    return preference.statements


def applied(case: Asking, choice: dict[str, Any], file: str = "canal.yaml") -> str:
    text = (case.folder / file).read_text()
    return formats.apply(text, choice["operations"])


def test_a_threat_is_a_deed_that_is_wanted_where_its_condition_holds(case: Asking) -> None:
    (item,) = items(case, kind="threaten")
    first = pointed(case, item)["choices"][0]
    assert (first["suggested"], first["threat"], first["take"]["owner"]) == (True, True, "iran")
    assert not first["fault"]
    model = formats.loads(applied(case, first))
    assert f"{first['deed']} if {first['when']}" == first["take"]["condition"]
    wishes = wished(model, "iran")
    assert [wish.text for wish in wishes] == ["open_sky", first["take"]["condition"]]
    assert wishes[-1].evidence[0].startswith(f"dossier:{item}@")


def test_forms_of_states_tell_of_a_new_option_too(case: Asking) -> None:
    (item,) = items(case, kind="threaten")
    option = next(
        choice for choice in pointed(case, item)["choices"] if choice["take"]["kind"] == "option"
    )
    text = applied(case, option)
    model = formats.loads(text)
    count = len(model.options)
    assert count > 2
    assert model.status_quo == 0
    assert "# so far" in text


def test_what_a_person_changes_is_composed_anew(case: Asking) -> None:
    (item,) = items(case, kind="threaten")
    take = pointed(case, item)["choices"][0]["take"]
    take |= {"owner": "iraq", "condition": "-iran.open_sky | leave", "place": 0}
    (choice,) = pointed(case, item, take=take)["choices"]
    model = formats.loads(applied(case, choice))
    assert [wish.text for wish in wished(model, "iraq")] == [*("-iran.open_sky | leave", "leave")]
    assert choice["words"] == "not “Open the sky” or “Leave”"


def test_anything_can_be_made_of_any_sentence(case: Asking) -> None:
    item = items(case, kind="say")[-1]
    shown = pointed(case, item)
    kinds = [choice["take"]["kind"] for choice in shown["choices"]]
    assert kinds == ["option", "wish", "red_line", "evidence"]
    assert [bool(choice["fault"]) for choice in shown["choices"]] == [False, True, True, True]
    take = shown["choices"][1]["take"] | {"condition": "leave"}
    (choice,) = pointed(case, item, take=take)["choices"]
    assert not choice["fault"]


@pytest.mark.parametrize(
    ("target", "written_as"),
    [
        (["decision_makers", "iran", "options", "open_sky"], "name: Open the sky"),
        (["decision_makers", "iraq", "options", "leave"], "name: {en: Leave, id: Pergi}"),
        (["decision_makers", "iran", "preferences", 0], "statement: open_sky"),
        (["decision_makers", "iraq", "preferences", 0], "statement: leave"),
    ],
)
def test_a_sentence_is_evidence_for_what_is_there(
    case: Asking, target: list[str | int], written_as: str
) -> None:
    item = items(case)[0]
    take = {"kind": "evidence", "owner": target[1], "target": target}
    (choice,) = pointed(case, item, take=take)["choices"]
    assert not choice["fault"]
    text = applied(case, choice)
    assert written_as in text
    assert f"dossier:{item}@" in text
    formats.loads(text)


def takes(case: Asking) -> Iterator[dict[str, Any]]:
    """Give takes that cannot be: of nobody, of nothing, about what is not there."""
    yield {"kind": "wish", "owner": "nobody", "condition": "leave"}
    yield {"kind": "wish", "owner": "iran", "condition": " "}
    yield {"kind": "wish", "owner": "iran", "condition": "leav"}
    yield {"kind": "wish", "owner": "iran", "condition": "leave &"}
    yield {"kind": "red_line", "owner": "iran", "condition": "attack("}
    yield {"kind": "option", "owner": "iran", "names": {"en": "  "}}
    yield {"kind": "option", "owner": "iran", "option": "gone"}
    yield {"kind": "evidence", "target": []}
    yield {"kind": "evidence", "target": ["decision_makers", "iran", "preferences", 9]}


@pytest.mark.parametrize("place", range(9))
def test_what_cannot_be_is_one_clear_fault(case: Asking, place: int) -> None:
    take = list(takes(case))[place]
    (choice,) = pointed(case, items(case)[0], take=take)["choices"]
    assert choice["fault"]
    assert "\n" not in choice["fault"]
    assert choice["operations"] == []


def cited(case: Asking, item: str, name: str) -> dict[str, Any]:
    """Point at a sentence as evidence for the first option of a model."""
    maker = gallery.load(name).decision_makers[0]
    target = ["decision_makers", maker.id, "options", maker.options[0].id]
    take = {"kind": "evidence", "owner": maker.id, "target": target}
    choice: dict[str, Any] = pointed(case, item, f"{name}.yaml", take=take)["choices"][0]
    return choice


@pytest.mark.parametrize("name", GALLERY)
def test_each_choice_of_each_sentence_is_sound_or_says_why_not(talks: Asking, name: str) -> None:
    before = (talks.folder / f"{name}.yaml").read_text()
    sound = 0
    for item in items(talks)[::11]:
        for choice in (*pointed(talks, item, f"{name}.yaml")["choices"], cited(talks, item, name)):
            assert bool(choice["fault"]) != bool(choice["operations"])
            if choice["operations"]:
                formats.loads(applied(talks, choice, f"{name}.yaml"))
                sound += 1
    assert sound
    assert (talks.folder / f"{name}.yaml").read_text() == before


def test_a_sentence_that_was_rejected_is_no_base(case: Asking) -> None:
    item = items(case)[0]
    with DossierFile(case.folder / "dossier.db") as file:
        correct(file, item, "reject", "Ana")
    with pytest.raises(RefusedError, match="rejected"):
        pointed(case, item)


def test_a_model_that_is_only_shown_is_not_added_to(case: Asking) -> None:
    (case.folder / "old.gmcr").write_text("{}")
    with pytest.raises(RefusedError, match="save it as YAML"):
        pointed(case, items(case)[0], "old.gmcr")
