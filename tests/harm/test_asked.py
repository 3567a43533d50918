"""The app's server answers JSON that means harm in one line, whatever its depth, size or kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from harm.cases import dossier_of, model_data, written
from harm.texts import HALVES, IDS, KINDS, STEERING
from served import HOST, Served, served_at

EDITS = "/api/v1/c/talks/models/harm.json/edits"
CORRECTIONS = "/api/v1/c/talks/corrections"
HARMFUL: dict[str, bytes] = {
    "deep lists": b"[" * 200_000,
    "deep mappings": b'{"a":' * 100_000,
    "closed and deep": b"[" * 5_000 + b"]" * 5_000,
    "many digits": b'{"base":' + b"9" * 100_000 + b"}",
    "a huge exponent": b'{"base": 1e999999999}',
    "no number": b'{"base": NaN, "ops": Infinity}',
    "a name of its own": b'{"__proto__": {"base": 1}, "constructor": {}}',
    "a key twice": b'{"base": "a", "base": "b", "ops": [], "ops": {}}',
    "half a pair": b'{"base": "\\ud800", "ops": []}',
    "no UTF-8": b'{"base": "\xff\xfe"}',
    "no JSON": b"<script>alert(1)</script>",
    "nothing": b"",
    "a mark before": b"\xef\xbb\xbf{}",
    "too large": b'"' + b"x" * (64 << 20) + b'"',
}


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Give the app on a case whose model and dossier hold nothing but harm."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_STATE_HOME"):
            patch.setenv(name, str(home))
        case = home / "talks"
        dossier_of(case, KINDS["turned"])
        written(model_data([KINDS["markup"]], IDS), case / "harm.json")
        with served_at(case) as served:
            yield served


def told(answer: Any) -> str:
    """Give what an answer refuses with: one line, that steers nothing."""
    assert 400 <= answer.status_code < 500, answer.text[:300]
    body = answer.json()
    for line in (body["message"], *(fault["message"] for fault in body["faults"])):
        assert "\n" not in line
        assert not {*line} & {*STEERING, *HALVES}
        assert "Traceback" not in line
    return str(body["message"])


@pytest.mark.parametrize("name", HARMFUL)
@pytest.mark.parametrize("path", [EDITS, CORRECTIONS, "/api/v1/settings", "/api/v1/cases"])
def test_harmful_json_is_refused_in_one_line(talks: Served, path: str, name: str) -> None:
    headers = [
        ("Host", HOST),
        ("Authorization", f"Bearer {talks.keys.token}"),
        ("Content-Type", "application/json"),
    ]
    told(talks.send("POST", path, HARMFUL[name], headers))


@pytest.mark.parametrize("sign", [*HALVES, "\0", "\x1b", "\ufffe"])
def test_what_no_file_holds_comes_into_none(talks: Served, sign: str) -> None:
    base = talks.get("/c/talks/models/harm.json")["version"]
    text = f"a{sign}\nb"
    edit = {"base": base, "ops": [{"op": "set", "path": ["title"], "value": text}]}
    told(talks.ask("POST", EDITS, edit))
    note = {"report": "r1", "item": "r1#s1", "verb": "accept", "who": text, "note": text}
    told(talks.ask("POST", CORRECTIONS, note))
    assert talks.get("/c/talks/models/harm.json")["version"] == base


def test_every_view_says_it_as_it_is(talks: Served) -> None:
    """JSON is exact: whoever asks gets the text, and shows it as text."""
    view = talks.get("/c/talks/models/harm.json")
    assert KINDS["markup"] in json.dumps(view, ensure_ascii=False).replace('\\"', '"')
