"""What once offended is read, or refused in one line a fault, ever after."""

from __future__ import annotations

from pathlib import Path

import pytest

from hard.attempt import by_command, by_reading
from hard.kinds import KINDS

FOLDER = Path(__file__).with_name("offenders")
OFFENDERS = sorted(path for path in FOLDER.rglob("*") if path.is_file())
NAMED = {kind.name: kind for kind in KINDS}


@pytest.mark.parametrize("offender", OFFENDERS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_offended_offends_no_more(offender: Path, tmp_path: Path) -> None:
    kind, content = NAMED[offender.parent.name], offender.read_bytes()
    path = kind.place(tmp_path / f"m{kind.suffix}", content)
    assert by_reading(kind, path, content).complaint == ""
    if kind.command is not None:
        assert by_command(kind, path).complaint == ""


def test_offenders_are_small_and_of_kinds_there_are() -> None:
    assert OFFENDERS
    assert {path.parent.name for path in OFFENDERS} <= set(NAMED)
    assert [path for path in OFFENDERS if path.stat().st_size > 40_000] == []
