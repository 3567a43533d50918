"""The one clock: what carries a date takes it from there, and it can be set."""

from __future__ import annotations

import ast
import datetime as dt
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands import Run
from satumeja import clock, gallery
from satumeja.errors import InputError

SOURCE = Path(clock.__file__).parent
CHICKEN = str(gallery.path("chicken"))


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Niue", "UTC"])
def test_a_day_that_is_set_is_that_day_in_every_zone(
    in_zone: pytest.MonkeyPatch, zone: str
) -> None:
    in_zone.setenv("TZ", zone)
    time.tzset()
    in_zone.setenv("SOURCE_DATE_EPOCH", "1640217600")
    assert clock.now() == dt.datetime(2021, 12, 23, tzinfo=dt.UTC)
    assert clock.today() == "2021-12-23"


def test_a_day_that_is_not_set_is_the_one_where_the_computer_is(
    in_zone: pytest.MonkeyPatch,
) -> None:
    """Of these two zones the one is always a day ahead: they are 25 hours apart."""
    in_zone.delenv("SOURCE_DATE_EPOCH", raising=False)
    days = []
    for zone in ("Pacific/Niue", "Pacific/Kiritimati"):
        in_zone.setenv("TZ", zone)
        time.tzset()
        days.append(dt.date.fromisoformat(clock.today()))
    assert days[0] < days[1]
    assert clock.now().tzinfo is dt.UTC


@pytest.mark.parametrize("given", ["", "-1", "1.5", "soon", "٣", "9" * 30])
def test_what_is_no_number_of_seconds_is_refused_in_a_line(
    monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path, given: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(InputError, match=r"^SOURCE_DATE_EPOCH: .* is no number of seconds"):
        clock.today()
    done = run("brief", CHICKEN, "-o", str(tmp_path / "b.html"))
    assert (done.code, done.out, done.err.count("\n"), list(tmp_path.iterdir())) == (1, "", 1, [])


def _called(node: ast.Call) -> str:
    return ast.unparse(node.func).removeprefix("dt.")


def test_one_module_reads_the_clock() -> None:
    """But the app's own log of what was done when, and when a paper was handed out."""
    reads = re.compile(
        r"(?:\bdatetime|\bdate)\.(?:now|today|utcnow)|time\.(?:time|time_ns|localtime|gmtime|ctime)"
    )
    readers = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and reads.fullmatch(_called(node))
    }
    assert readers == {"clock.py", "web/cases/_history.py", "web/papers/_handing.py"}
