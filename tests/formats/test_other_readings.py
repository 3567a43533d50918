"""Other readings that a model file names: read with it, moved with it, and faults in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from formats import samples
from satumeja.errors import InputError, ModelError
from satumeja.formats import describe, load, load_readings, loads, save
from satumeja.gallery import load as from_gallery

BORDER = samples.BORDER.replace("as_of:", "readings: [other.yaml]\nas_of:", 1)


def test_readings_are_read_from_the_folder_of_the_model(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(BORDER)
    (tmp_path / "other.yaml").write_text(BORDER.replace("weights: {arm: -1.5", "weights: {arm: 2"))
    model = load(tmp_path / "m.yaml")
    (other,) = load_readings(model)
    assert other.origin == tmp_path / "other.yaml"
    assert model.ranks(model["us"]).tolist() != other.ranks(other["us"]).tolist()


def test_a_model_that_is_written_elsewhere_still_finds_its_readings(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(BORDER)
    (tmp_path / "other.yaml").write_text(BORDER)
    (tmp_path / "out").mkdir()
    for name in ("kept.yaml", "n.json"):
        save(load(tmp_path / "m.yaml"), tmp_path / "out" / name)
        (found,) = load_readings(load(tmp_path / "out" / name))
        assert found.origin is not None
        assert found.origin.samefile(tmp_path / "other.yaml")


def test_a_reading_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(BORDER)
    with pytest.raises(InputError, match=r"m\.yaml: readings: there is no file other\.yaml"):
        load_readings(load(tmp_path / "m.yaml"))
    assert "readings: there is no file other.yaml" in describe(load(tmp_path / "m.yaml")).warnings


@pytest.mark.parametrize(
    ("stated", "fault"),
    [
        ("[x.yaml, x.yaml]", 'm.yaml:3:20: "x.yaml" is listed twice'),
        ("['']", 'm.yaml:3:12: "" is the name of no file'),
    ],
)
def test_faults_in_the_list_have_a_place(stated: str, fault: str) -> None:
    with pytest.raises(ModelError) as caught:
        loads(BORDER.replace("[other.yaml]", stated), "m.yaml")
    assert [str(each) for each in caught.value.faults] == [fault]


@pytest.mark.parametrize("reading", ["a", "b", "b2"])
def test_the_readings_of_december_name_each_other(reading: str) -> None:
    name = f"december-2021-{reading}"
    found = {each.origin.stem for each in load_readings(from_gallery(name)) if each.origin}
    assert found | {name} == {f"december-2021-{other}" for other in ("a", "b", "b2")}
