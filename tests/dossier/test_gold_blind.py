"""The blind gold holds together: its spans stand in the texts, its labels are known."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "data" / "gold-blind"
FILES = sorted(FOLDER.glob("*.toml"))


def kinds(line: str) -> frozenset[str]:
    return frozenset(line.split())


SAID = kinds(
    "demand offer agree agree_to_talk meet promise reject refuse warn threaten accuse deny claim "
    "praise criticise mobilise use_force sanction red_line principle"
)
TOLD = kinds("protest coerce assault retreat concede aid support cooperate investigate")
ACTS = SAID | TOLD
MODES = kinds("direct indirect mixed")
PARTIES = kinds(
    "person state authority legislature court police military armed party company union "
    "association community religious university international group"
)
DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")

Entry = dict[str, Any]


def read(path: Path) -> tuple[Entry, str]:
    entry = tomllib.loads(path.read_text(encoding="utf-8"))
    return entry, (FOLDER / entry["file"]).read_text(encoding="utf-8")


def stands(text: str, words: str, occurrence: int | None) -> bool:
    """Whether words stand in a text once, or often enough for the occurrence given."""
    if occurrence is None:
        return text.count(words) == 1
    return text.count(words) > 1 and 1 <= occurrence <= text.count(words)


def dated(value: str) -> bool:
    """Whether a date, or an interval, is ISO 8601; an unstated year is `XXXX`."""
    if not value:
        return True
    for part in value.split("/"):
        found = DAY.fullmatch(part)
        if not found:
            return False
        year, month, day = found.groups()
        # A leap year stands in for the unstated one.
        date(2000 if year == "XXXX" else int(year), int(month or 1), int(day or 1))
    return value.count("/") <= 1


def names(field: list[str]) -> Iterator[str]:
    for one in field:
        yield from one.split("|")


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def report(request: pytest.FixtureRequest) -> tuple[Entry, str]:
    return read(request.param)


def test_there_are_reports_enough_in_both_languages() -> None:
    languages = Counter(path.stem.rpartition(".")[2] for path in FILES)
    assert set(languages) == {"en", "id"}
    assert languages.total() >= 24
    assert min(languages.values()) >= 12


def test_every_text_is_annotated_once() -> None:
    assert [path.stem for path in FILES] == [path.stem for path in sorted(FOLDER.glob("*.txt"))]
    assert all(read(path)[0]["file"] == f"{path.stem}.txt" for path in FILES)


def test_what_the_article_states_of_itself_stands_in_it(report: tuple[Entry, str]) -> None:
    entry, text = report
    assert entry["title"]
    assert all(entry[key] in text for key in ("title", "place", "byline"))
    assert dated(entry["published"])
    assert ("year" in entry) <= entry["published"].startswith("XXXX")


def test_statements_are_rows_of_speaker_mode_act_and_words(report: tuple[Entry, str]) -> None:
    entry, text = report
    for number, (speaker, mode, act, words) in enumerate(entry["statements"], start=1):
        more = entry["more"].get(f"s{number:02d}", {})
        assert set(speaker.split("|")) <= {"-", *entry["actors"]}
        assert set(mode.split("|")) <= MODES
        assert set(act.split("|")) <= {"say", *ACTS}
        assert stands(text, words, more.get("occurrence")), words
        assert speaker != "-" or more["source"]


def test_more_is_told_only_of_statements_there_are(report: tuple[Entry, str]) -> None:
    entry, text = report
    known = {f"s{number:02d}" for number in range(1, len(entry["statements"]) + 1)}
    assert set(entry["more"]) <= known
    for more in entry["more"].values():
        assert more
        assert set(more) <= {"date", "source", "occurrence"}
        assert dated(more.get("date", ""))
        assert more.get("source", "") in text


def test_actors_have_a_name_in_the_text_and_a_known_kind(report: tuple[Entry, str]) -> None:
    entry, text = report
    for actor in entry["actors"].values():
        assert actor["name"] in text
        assert actor["kind"] in PARTIES
        assert actor.get("of") is None or actor["of"] in entry["actors"]


def test_acts_are_known_dated_and_stand_in_the_text(report: tuple[Entry, str]) -> None:
    entry, text = report
    acts = entry["acts"]
    assert [act["id"] for act in acts] == [f"a{n:02d}" for n in range(1, len(acts) + 1)]
    for act in acts:
        assert set(act["kind"].split("|")) <= ACTS
        assert {*names(act["actor"]), *names(act["target"])} <= {"-", *entry["actors"]}
        assert act.get("by") is None or entry["actors"][act["by"]]["kind"] == "person"
        assert stands(text, act["words"], act.get("occurrence")), act["words"]
        assert dated(act["date"])
        assert dated(act.get("due", ""))
        assert act.get("source", "") in text


def test_a_statement_that_does_something_has_that_act(report: tuple[Entry, str]) -> None:
    entry, _ = report
    done: dict[str, set[str]] = {}
    for act in entry["acts"]:
        done.setdefault(act.get("statement", ""), set()).update(act["kind"].split("|"))
    for number, (_, _, label, words) in enumerate(entry["statements"], start=1):
        first, *_ = labels = label.split("|")
        assert first == "say" or done[f"s{number:02d}"] & set(labels), words
