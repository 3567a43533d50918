"""Files of GMCR+ are known by what is in them: exported ones, and those under another name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import satumeja as sm
from formats.gmcr_files import PLUS, TITLED
from satumeja.errors import ModelError
from satumeja.formats import dump, load, loads, save

NODES = [{"id": 1, "name": "state 1", "reachable": [[2, "Downstream"]]}]


@pytest.mark.parametrize("file", [PLUS, TITLED], ids=["plus", "titled"])
def test_content_of_gmcr_is_read_under_json(file: dict[str, Any]) -> None:
    text = json.dumps(file)
    assert loads(text, "m.json") == loads(text, "m.gmcr")


def test_an_exported_file_has_nodes_too() -> None:
    exported = json.dumps(PLUS | {"nodes": NODES})
    plain = loads(json.dumps(PLUS), "m.gmcr")
    assert loads(exported, "m.json") == plain == loads(exported, "m.gmcr")


def test_a_native_file_is_read_under_gmcr() -> None:
    chicken = sm.gallery.load("chicken")
    assert loads(dump(chicken, "c.json"), "c.gmcr") == chicken


@pytest.mark.parametrize("coalitions", [[], [0], [1], [[0]], [[0, 1]]])
def test_who_is_in_no_coalition_stands_alone(coalitions: list[Any]) -> None:
    model = loads(json.dumps(PLUS | {"coalitions": coalitions}), "m.gmcr")
    assert model == loads(json.dumps(PLUS), "m.gmcr")
    assert len(model.notes) == (coalitions == [[0, 1]])


def test_what_is_neither_is_told_of_a_native_file() -> None:
    with pytest.raises(ModelError, match='missing key "satumeja"'):
        loads('{"title": "T", "options": []}', "m.json")


def test_it_is_converted_and_not_copied(tmp_path: Path) -> None:
    source = tmp_path / "exported.json"
    source.write_text(json.dumps(PLUS | {"nodes": NODES}), encoding="utf-8")
    written = save(load(source), tmp_path / "native.json")
    assert "satumeja" in json.loads(written.read_text(encoding="utf-8"))
    assert load(written) == load(source)
