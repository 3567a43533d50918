"""A share of the campaign, and that the campaign sees what it is to see."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from hard import damage, faulty
from hard.attempt import Outcome, by_command, by_reading
from hard.kind import Kind
from hard.kinds import KINDS, READ_WHOLE
from hard.kinds._models import KEYS, TREES
from hard.minimise import smallest

SHARE = 300
"""So many files of a kind are tried here, where nothing else is said."""
SHARES = {
    "yaml": 1_000,
    "json": 1_000,
    "gmcr": 2_000,
    "csv": 380,
    "xlsx": 40,
    "template": 20,
    "history": 30,
    "document": 60,
    "store": 60,
    "view": 60,
    **dict.fromkeys(READ_WHOLE, 12),
}
NEVER_REFUSED = {"history", "view", "server", "opened", "settings", "document"}
"""What the app keeps for itself, or is looked up beside a model: damage is read as nothing."""
CAMPAIGN = Path(__file__).with_name("campaign.py")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_spoilt_files_are_read_or_refused(kind: Kind, tmp_path: Path) -> None:
    results = Counter[bool]()
    for number in range(SHARES.get(kind.name, SHARE)):
        content = kind.file(0, number)
        path = kind.place(tmp_path / f"m{number}{kind.suffix}", content)
        outcome = by_reading(kind, path, content)
        assert outcome.complaint == "", number
        results[outcome.is_refused] += 1
        if kind.command is not None and number % 50 == 0:
            assert by_command(kind, path).complaint == "", number
    if kind.name not in READ_WHOLE:  # most damage to an archive is told beside what it holds
        assert (results[True] > 0) is (kind.name not in NEVER_REFUSED)
    assert results[False] > 0


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_sound_files_are_read(kind: Kind, tmp_path: Path) -> None:
    for number, content in enumerate(kind.seeds()):
        path = kind.place(tmp_path / f"m{number}{kind.suffix}", content)
        assert by_reading(kind, path, content) == Outcome(False)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_file_is_made_the_same_each_time_and_unlike_others(kind: Kind) -> None:
    files = [kind.file(7, number) for number in range(20)]
    assert files == [kind.file(7, number) for number in range(20)]
    assert len(set(files)) > 10
    assert files != [kind.file(8, number) for number in range(20)]


def test_every_key_a_model_file_may_have_is_there_to_be_spoilt() -> None:
    there = {step for tree in TREES for path in damage.nodes(tree) for step in path}
    assert set(KEYS) - there == set()


def test_kinds_have_names_of_their_own() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z][a-z0-9-]*", name) for name in names)


def campaign(keep: Path, *words: str) -> tuple[int, dict[str, list[str]], str]:
    """Run the campaign as typed; give its code, its table by kind, and all that it printed."""
    command = [sys.executable, str(CAMPAIGN), "--keep", str(keep), *words]
    end = subprocess.run(command, capture_output=True, check=False, text=True)
    assert end.stderr == ""
    rows = [re.split("  +", line) for line in end.stdout.splitlines()]
    return end.returncode, {row[0]: row[1:] for row in rows if len(row) > 5}, end.stdout


def test_every_way_to_offend_is_seen(tmp_path: Path) -> None:
    words = [
        "--cold",
        "--module",
        "hard.faulty",
        "--files",
        "80",
        "--turn",
        "1",
        "--asleep",
        "5",
        "--tries",
        "19",
        "--seconds",
        "0.3",
        "--megabytes",
        "200",
        "--commands",
        "1",
        "--processes",
        "1000",
    ]
    code, table, printed = campaign(tmp_path, *words)
    assert code == 1
    for kind in faulty.KINDS:
        assert int(table[kind.name][-1]) > 0 or kind is faulty.SOUND, kind.name
        assert faulty.EXPECTED[kind.name] in printed
    assert table["sound"][-1] == "0"
    kept = {path.parent.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert set(kept) == {kind.name for kind in faulty.KINDS} - {"sound"}
    assert kept["raises"] == b"!"  # made small: what offends, and no more


def test_a_campaign_without_offenders_ends_well(tmp_path: Path) -> None:
    code, table, printed = campaign(tmp_path, "--kinds", "nfg,cases", "--files", "60")
    assert code == 0, printed
    assert sum(int(table[kind][0]) for kind in ("nfg", "cases")) == 60
    assert table["all"][0] == "60"
    assert not [*tmp_path.iterdir()]


def test_a_file_becomes_as_small_as_it_can() -> None:
    text = b"".join(b"line %d\n" % k for k in range(200))
    assert smallest(text, lambda part: b"137" in part and b"4" in part) in (
        b"4137",
        b"1374",
        b"137 4",
    )
    assert smallest(text, lambda part: False) == text
    asked = list[bytes]()

    def is_long(part: bytes) -> bool:
        asked.append(part)
        return len(part) > 900

    smallest(text, is_long, tries=40)
    assert len(asked) == 40
