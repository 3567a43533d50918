"""A control character is refused at its place by all that reads YAML, not by files alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commands import Run
from formats.samples import BORDER
from satumeja.errors import ModelError, QuestionError
from satumeja.formats import apply, loads, off_parts, read_value
from satumeja.formats.trees import read_yaml
from satumeja.questions.backtest import read_codings

SIGNS = ("\x00", "\x0c", "\x1b", "\x7f", "\x9f", "\ufffe")


@pytest.mark.parametrize("sign", SIGNS, ids=repr)
@pytest.mark.parametrize(
    "read",
    [
        lambda text: read_yaml(text, "m.yaml"),
        lambda text: loads(text, "m.yaml"),
        lambda text: apply(text, [], name="m.yaml"),
        off_parts,
        read_value,
    ],
)
def test_it_is_refused_where_it_stands(read: Callable[[str], object], sign: str) -> None:
    with pytest.raises(ModelError) as caught:
        read(f"title: x\nb: a{sign}\n")
    (fault,) = caught.value.faults
    assert fault.message == f"a control character, U+{ord(sign):04X}; this is not a text file"
    assert (fault.line, fault.column) == (2, 5)


def test_a_table_of_cases_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "cases.yaml"
    table.write_bytes(b"- {case: a, happened: 1}\n\x00")
    with pytest.raises(ModelError, match=r"cases\.yaml:2:1: a control character, U\+0000"):
        read_codings(table)


def test_commands_say_so_in_one_line(tmp_path: Path, run: Run) -> None:
    model, table = tmp_path / "m.yaml", tmp_path / "cases.yaml"
    model.write_text(BORDER, encoding="utf-8")
    table.write_bytes(b"\x0c")
    for words in (["set", str(model), "title", "a\x01b"], ["backtest", "--cases", str(table)]):
        end = run(*words)
        assert (end.code, end.out, len(end.err.splitlines())) == (1, "", 1)
        assert "a control character" in end.err
    assert model.read_text(encoding="utf-8") == BORDER


def test_a_value_that_no_file_can_hold_names_its_operation() -> None:
    deep: object = "x"
    for _ in range(40):
        deep = [deep]
    fine = {"op": "set", "at": "title", "value": "Talks"}
    with pytest.raises(QuestionError, match=r"^operation 2: nested more than 32 levels deep$"):
        apply(BORDER, [fine, {"op": "set", "at": "title", "value": deep}])
