"""The description of the routes is true: whatever fits it or does not, no answer is unforeseen."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from httpx import Response
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from schemathesis.generation import GenerationMode

from satumeja.web import openapi
from satumeja.web.serving._ways import ALL_EVENTS, EVENTS
from served import ORIGIN, Served, served_at

DESCRIBED = openapi()
FITTING = {"case": "talks", "file": "chicken.yaml", "report": "r1", "view": "positions"}
OPERATIONS = [
    (method.upper(), path)
    for path, ways in DESCRIBED["paths"].items()
    if path not in (ALL_EVENTS, EVENTS)  # they never end
    for method in ways
]


@cache
def validator(name: str) -> Draft202012Validator:
    """Give what judges an answer."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": DESCRIBED["components"]}
    return Draft202012Validator(schema)


def require_foreseen(method: str, path: str, answer: Response) -> None:
    """Judge an answer: no fault of the server, a status that is told, a body of its shape."""
    status, told = answer.status_code, DESCRIBED["paths"][path][method.lower()]["responses"]
    assert status < 500, answer.text
    assert str(status) in told, (method, path, status, answer.text)
    content = told[str(status)]["content"]
    if "*/*" in content:
        return
    assert answer.headers["content-type"] in content
    reference = content[answer.headers["content-type"]]["schema"]["$ref"]
    faults = [
        fault.message
        for fault in validator(reference.rpartition("/")[2]).iter_errors(answer.json())
    ]
    assert faults == [], (method, path, answer.text)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Give the app on a case with a model and a report, whose folder is nobody's own."""
    from satumeja import gallery

    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_STATE_HOME"):
            patch.setenv(name, str(home))
        case = home / "talks"
        case.mkdir()
        (case / "chicken.yaml").write_text(gallery.text("chicken"), encoding="utf-8")
        with served_at(case) as served:
            story = b"The minister said on Monday that talks would begin in Geneva.\n"
            dropped = served.ask("POST", "/api/v1/c/talks/reports", story, X_Name="story.txt")
            assert dropped.status_code == 200, dropped.text
            yield served


def fuzz(kept: Served, method: str, path: str, examples: int) -> None:
    """Ask what a schema allows, and what it does not."""
    schema = schemathesis.openapi.from_dict(DESCRIBED)
    operation = schema[path][method]
    cases = st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in GenerationMode))

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases, fits=st.booleans())
    def run(case: Any, fits: bool) -> None:
        names = dict(case.path_parameters or {})
        if fits:
            names |= {name: value for name, value in FITTING.items() if name in names}
        where = path
        for name, value in names.items():
            where = where.replace(f"{{{name}}}", quote(str(value), safe="") or "x")
        asked = case.as_transport_kwargs(base_url=ORIGIN)
        body = content_of(asked)
        kind = asked["headers"].get("Content-Type", "application/json")
        secret = kept.keys.key if path.endswith("/codes") else kept.keys.token
        headers = [("Host", ORIGIN[7:]), ("Authorization", f"Bearer {secret}")]
        if body is not None and kind.isascii() and kind.isprintable():
            headers.append(("Content-Type", kind))
        query = {name: str(value) for name, value in (asked.get("params") or {}).items()}
        require_foreseen(method, path, kept.send(method, asked_at(where, query), body, headers))

    run()


def asked_at(where: str, query: dict[str, str]) -> str:
    """Give an address with what stands behind its question mark."""
    pairs = [
        f"{quote(name, safe='')}={quote(value, safe='', errors='replace')}"
        for name, value in query.items()
    ]
    return f"{where}?{'&'.join(pairs)}" if pairs else where


def content_of(asked: dict[str, Any]) -> bytes | None:
    """Give the body of what would be asked."""
    if "json" in asked:
        return json.dumps(asked["json"]).encode()
    data = asked.get("data")
    return data.encode(errors="replace") if isinstance(data, str) else data


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_no_answer_is_unforeseen(kept: Served, method: str, path: str) -> None:
    fuzz(kept, method, path, examples=8)


@pytest.mark.slow
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_no_answer_is_unforeseen_however_often(kept: Served, method: str, path: str) -> None:
    fuzz(kept, method, path, examples=400)


BODIES: list[tuple[str, Any]] = [
    ("/api/v1/session", {"code": "x" * 24}),
    ("/api/v1/cases", {"name": "x", "kind": "blank", "lang": "id"}),
    ("/api/v1/lesson", {"game": "chicken", "orders": [[[1], [2, 3], [4]], [[4], [3], [2], [1]]]}),
    (
        "/api/v1/c/talks/models/chicken.yaml/edits",
        {"base": "{base}", "ops": [{"op": "set", "path": ["title"], "value": "T"}], "dry": True},
    ),
    ("/api/v1/c/talks/models/chicken.yaml/undo", {"base": "{base}"}),
    ("/api/v1/c/talks/corrections", {"report": "r1", "item": "r1#s1", "verb": "accept"}),
    (
        "/api/v1/c/talks/corrections",
        {"report": "r1", "verb": "add", "kind": "statement", "span": [0, 12]},
    ),
    ("/api/v1/c/talks/jobs", {"kind": "nothing", "file": "chicken.yaml"}),
    ("/api/v1/c/talks/tickets", {"what": "model", "kind": "json", "file": "chicken.yaml"}),
]


def mutated(body: Any, chance: random.Random) -> bytes:
    """Give a body with something wrong in it, as JSON or as bytes."""
    text = json.dumps(changed(body, chance), ensure_ascii=False)
    data = bytearray(text.encode(errors="surrogatepass"))
    for _ in range(chance.choice([0, 0, 1, 3])):
        place = chance.randrange(len(data) or 1)
        data[place : place + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
    return bytes(data)


ODD: list[Any] = [
    *(None, True, -1, 0, 1e308, 10**30, "", "x" * 5_000, "\x00", "../../x", "\u202e", "\ud800"),
    *([], {}, [[]], {"": ""}, ["title"], "r1#s99", "<script>", "{base}", 0.5, "r" + "9" * 40),
]


def changed(value: Any, chance: random.Random) -> Any:
    """Change one part of a value, or put another in its place."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        name = chance.choice(list(value))
        rest = {key: each for key, each in value.items() if key != name}
        way = chance.random()
        if way < 0.15:
            return rest
        if way < 0.3:
            return value | {chance.choice(["", "more", "op"]): chance.choice(ODD)}
        return rest | {name: changed(value[name], chance)}
    if isinstance(value, list) and value and chance.random() < 0.7:
        place = chance.randrange(len(value))
        return [*value[:place], changed(value[place], chance), *value[place + 1 :]]
    return chance.choice(ODD)


def send_mutated(kept: Served, count: int, seed: int) -> None:
    """Send bodies with something wrong in them to every route that takes one."""
    chance = random.Random(seed)
    base = kept.get("/c/talks/models/chicken.yaml")["version"]
    for _ in range(count):
        path, body = chance.choice(BODIES)
        content = mutated(body, chance).replace(b"{base}", base.encode())
        headers = [
            ("Host", ORIGIN[7:]),
            ("Authorization", f"Bearer {kept.keys.token}"),
            ("Content-Type", "application/json"),
        ]
        answer = kept.send("POST", path, content, headers)
        assert answer.status_code < 500, (path, content, answer.text)
        assert answer.headers["content-type"] == "application/json"


def test_mutated_bodies_are_no_trouble(kept: Served) -> None:
    send_mutated(kept, 200, seed=1)


@pytest.mark.slow
def test_two_thousand_mutated_bodies_are_no_trouble(kept: Served) -> None:
    send_mutated(kept, 2_000, seed=2)


def test_every_shape_is_described(tmp_path: Path) -> None:
    text = json.dumps(DESCRIBED)
    for reference in {part.split('"')[0] for part in text.split('"#/components/schemas/')[1:]}:
        assert reference in DESCRIBED["components"]["schemas"]
