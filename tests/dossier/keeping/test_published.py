"""The day of publication that is given: for one report, for many, by name and by folder."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from satumeja.cli import app
from satumeja.dossier import DossierFile, gather, whole
from satumeja.errors import ReportError
from satumeja.report.kit import day_in_path, moment_given

STORY = (
    "Talks over the canal fail\n\n"
    "Peru demanded on Tuesday that Chile withdraw by Friday. Chile rejected the demand of Peru.\n"
)


def run(*words: str) -> tuple[int, str]:
    """Run a command; give its exit code and all it printed."""
    result = CliRunner().invoke(app, [str(word) for word in words])
    return result.exit_code, result.output


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Give a folder of reports that do not say when they were published."""
    for place in ("2021/12/23/wire.txt", "2021-12-30_other.txt", "undated/last.txt"):
        path = tmp_path / "reports" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{STORY}\nThat is what {path.stem} says of it.\n", encoding="utf-8")
    return tmp_path / "reports"


def days(file: Path) -> dict[str, tuple[str | None, str | None]]:
    """Give by report its day and by what that is known."""
    with DossierFile(file) as opened:
        return {
            Path(report.name).name: (str(report.day) if report.day else None, report.published_by)
            for report in whole(opened).reports
        }


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("2021-12-23", "2021-12-23"),
        ("2021-12-23T08:00+07:00", "2021-12-23T08:00:00+07:00"),
        ("2021-12-23 08:00+07:00", "2021-12-23T08:00:00+07:00"),
    ],
)
def test_a_report_is_read_with_a_day_that_is_given(
    reports: Path, words: str, published: str
) -> None:
    code, out = run("read", str(reports / "undated" / "last.txt"), "--published", words, "--json")
    document = json.loads(out)
    assert code == 0
    assert document["article"]["published"] == published
    assert document["article"]["published_by"] == "given"
    assert (document["acts"][0]["date"], document["acts"][0]["due"]) == (
        "2021-12-21",
        "2021-12-24",
    )


@pytest.mark.parametrize(
    "words", ["yesterday", "23 Dec 2021", "2021-13-01", "2021-12-23T08:00", "", "12/23/2021"]
)
def test_what_is_no_day_is_refused_in_one_line(reports: Path, words: str) -> None:
    code, out = run("read", str(reports / "undated" / "last.txt"), "--published", words)
    line = next(line for line in out.splitlines() if line.startswith("Error"))
    assert code == 2
    assert f'"{words}"' in line
    assert "2021-12-23" in line or "+07:00" in line


@pytest.mark.parametrize(
    ("flags", "known"),
    [
        ([], {}),
        (
            ["--published-from", "folder"],
            {"wire.txt": ("2021-12-23", "given")},
        ),
        (
            ["--published-from", "name"],
            {"2021-12-30_other.txt": ("2021-12-30", "given")},
        ),
        (
            ["--published-from", "name", "--published", "2022-01-05"],
            {
                "2021-12-30_other.txt": ("2021-12-30", "given"),
                "wire.txt": ("2022-01-05", "given"),
                "last.txt": ("2022-01-05", "given"),
            },
        ),
    ],
)
def test_paths_give_days_only_where_that_is_asked(
    reports: Path, tmp_path: Path, flags: list[str], known: dict[str, tuple[str, str]]
) -> None:
    file = tmp_path / "talks.db"
    code, out = run("dossier", str(reports), "--out", str(file), *flags)
    assert code == 0, out
    unknown = dict.fromkeys(("wire.txt", "2021-12-30_other.txt", "last.txt"), (None, None))
    assert days(file) == unknown | known


def test_a_day_that_was_given_stays_when_reports_are_read_again(
    reports: Path, tmp_path: Path
) -> None:
    file = tmp_path / "talks.db"
    run("dossier", str(reports), "--out", str(file), "--published-from", "folder")
    before = days(file)
    assert run("dossier", str(reports), "--out", str(file), "--again")[0] == 0
    assert days(file) == before
    with DossierFile(file) as opened:
        gather(
            opened, [reports / "undated" / "last.txt"], again=True, published=dt.date(2022, 1, 5)
        )
    assert days(file) == before | {"last.txt": ("2022-01-05", "given")}


def test_a_part_of_a_path_that_is_none_is_named(reports: Path, tmp_path: Path) -> None:
    with (
        DossierFile(tmp_path / "talks.db", create=True) as opened,
        pytest.raises(ReportError, match=r"no part .suffix. .* name and folder"),
    ):
        gather(opened, [reports / "undated" / "last.txt"], published_from="suffix")
    code, out = run("dossier", str(reports), "--published-from", "nam")
    assert code == 2
    assert 'did you mean "name"' in " ".join(out.split())


@pytest.mark.parametrize(
    ("path", "part", "day"),
    [
        ("2021-12-23_kompas.txt", "name", "2021-12-23"),
        ("kompas_20211223.txt", "name", "2021-12-23"),
        ("kompas.2021.12.23.html", "name", "2021-12-23"),
        ("2021-12-23/kompas.txt", "name", None),
        ("2021-12-23/kompas.txt", "folder", "2021-12-23"),
        ("2021/12/23/kompas.txt", "folder", "2021-12-23"),
        ("20211223/kompas.txt", "folder", "2021-12-23"),
        ("2021/kompas.txt", "folder", None),
        ("2020-01-01/2021-12-23/kompas.txt", "folder", "2021-12-23"),
        ("2021-13-23_kompas.txt", "name", None),
        ("wire-120211223.txt", "name", None),
    ],
)
def test_a_path_that_holds_a_day(path: str, part: str, day: str | None) -> None:
    found = day_in_path(path, part)
    assert (found.isoformat() if found else None) == day


def test_a_moment_that_is_none_says_how_one_is_written() -> None:
    with pytest.raises(
        ReportError, match=r"\"soon\" is no day or time; one is written 2021-12-23"
    ):
        moment_given("soon")
