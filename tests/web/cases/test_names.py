"""Names of files that are safe on every system."""

from __future__ import annotations

from pathlib import Path

import pytest

from satumeja.web.cases import NameRefusedError, free_name, inside, is_safe_name, safe_name

HOSTILE = [
    "",
    ".",
    "..",
    ".hidden",
    "a/b",
    "a\\b",
    "a\0b",
    "a\nb",
    "con",
    "CON.txt",
    "com1.yaml",
    "LPT¹.yaml",
    "nul",
    "a" * 121,
    "ω" * 121,
    "𝒳" * 100,
    "<script>.yaml",
    "\u202egpj.yaml",
    " a",
    "a ",
    "a.",
    "a:b",
    "C:\\windows\\x.yaml",
    "../../etc/passwd",
    "%2e%2e%2f",
    "\udcff.yaml",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_refused_and_can_be_made_safe(name: str, tmp_path: Path) -> None:
    assert not is_safe_name(name)
    with pytest.raises(NameRefusedError):
        inside(tmp_path, name)
    mended = safe_name(name)
    assert is_safe_name(mended), mended
    (inside(tmp_path, mended)).write_text("x")
    assert [path.name for path in tmp_path.iterdir()] == [mended]


@pytest.mark.parametrize("name", ["talks.yaml", "a", "Перемовини 2.yaml", "公聴会.txt", "a-b_c.d"])
def test_names_people_give_stay(name: str, tmp_path: Path) -> None:
    assert is_safe_name(name)
    assert safe_name(name) == name
    assert inside(tmp_path, name) == tmp_path / name


def test_a_taken_name_gets_a_number_however_it_is_written(tmp_path: Path) -> None:
    for wanted, name in (
        ("Talks.yaml", "Talks.yaml"),
        ("talks.YAML", "talks-2.YAML"),
        ("TALKS.yaml", "TALKS-3.yaml"),
        ("plain", "plain"),
        ("plain", "plain-2"),
        ("a" * 116 + ".txt", "a" * 116 + ".txt"),
        ("a" * 116 + ".txt", "a" * 114 + "-2.txt"),
    ):
        assert free_name(tmp_path, wanted) == name
        (tmp_path / name).touch()
