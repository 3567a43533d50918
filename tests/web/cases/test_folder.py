"""Which folder a path opens, and what is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from satumeja import gallery
from satumeja.dossier import DossierFile
from satumeja.errors import ModelError
from satumeja.web.cases import Case, Cases, GoneError, case_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.yaml").write_text(gallery.text("chicken"))
    (tmp_path / "A.yml").write_text("satumeja: 1\ntitle: [broken\n")
    (tmp_path / "notes.yaml").write_text("shopping: [milk]\n")
    (tmp_path / "c.json").write_text('{"satumeja": 1}')
    (tmp_path / "other.json").write_text('{"a": 1}')
    (tmp_path / "old.json").write_text('{"decisionMakers": []}')
    (tmp_path / "story.txt").write_text("satumeja: 1\n")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "wire.txt").write_text("Talks\n")
    (tmp_path / "reports" / ".DS_Store").write_text("")
    (tmp_path / "briefs").mkdir()
    return tmp_path


def test_what_is_in_a_folder(folder: Path) -> None:
    case = Case(folder, read_only=True)
    assert [(model.name, model.kind, model.is_editable) for model in case.models()] == [
        ("A.yml", "yaml", True),
        ("b.yaml", "yaml", True),
        ("c.json", "json", True),
        ("old.json", "gmcr", False),
    ]
    assert case.reports() == ["wire.txt"]
    assert case.briefs() == []
    assert case.dossier() is None
    assert case.read("A.yml").faults
    with pytest.raises(GoneError, match="is no model"):
        case.read("notes.yaml")
    with pytest.raises(GoneError):
        case.read("absent.yaml")


def test_the_dossier_is_the_one_so_called_or_the_only_one(folder: Path) -> None:
    case = Case(folder, read_only=True)
    (folder / "empty.db").write_text("no database")
    for name in ("first.db", "second.db", "dossier.db"):
        with DossierFile(folder / name, create=True):
            pass
        only = {"first.db": "first.db", "second.db": None, "dossier.db": "dossier.db"}[name]
        assert case.dossier() == (folder / only if only else None)


@pytest.mark.parametrize(
    ("path", "name"),
    [("", ""), ("b.yaml", "b.yaml"), ("reports/wire.txt", "reports/wire.txt"), ("reports", None)],
)
def test_the_case_of_a_path_is_its_folder(folder: Path, path: str, name: str | None) -> None:
    if name is None:
        assert case_of(folder / path) == (folder / path, "")
    else:
        assert case_of(folder / path) == (folder, name)


def test_a_report_in_no_case_opens_the_folder_it_is_in(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "wire.txt").write_text("Talks\n")
    assert case_of(tmp_path / "reports" / "wire.txt") == (tmp_path / "reports", "wire.txt")


def test_a_path_to_nothing_says_what_was_meant(folder: Path) -> None:
    with pytest.raises(ModelError, match=r'did you mean "b\.yaml"'):
        case_of(folder / "bb.yaml")
    with pytest.raises(ModelError, match="no such folder"):
        Case(folder / "absent")


def test_a_model_that_is_broken_on_top_stays_a_model(folder: Path) -> None:
    case = Case(folder, read_only=True)
    case.models()
    (folder / "b.yaml").write_text("satu meja 1\n")
    assert "b.yaml" in [model.name for model in case.models()]
    assert case.read("b.yaml").faults


def test_a_file_too_large_is_not_read(folder: Path) -> None:
    case = Case(folder, read_only=True)
    (folder / "b.yaml").write_text("satumeja: 1\n" + "#" * (2 << 20))
    with pytest.raises(ModelError, match="larger than 2 MB"):
        case.read("b.yaml")


def test_cases_are_opened_when_asked_for(folder: Path, tmp_path: Path) -> None:
    with Cases({"talks": folder}) as cases:
        assert cases.names() == ["talks"]
        assert not (folder / ".satumeja").exists()
        assert cases.case("talks") is cases.case("talks")
        assert (folder / ".satumeja" / "history.db").exists()
        with pytest.raises(GoneError, match='did you mean "talks"'):
            cases.case("talk")
        with pytest.raises(GoneError):
            cases.case("../talks")
        cases.add("other", tmp_path)
        assert cases.names() == ["talks", "other"]
