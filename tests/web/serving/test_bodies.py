"""What is sent is of a size, and is stopped while it is still coming."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from satumeja.web.serving._bodies import JSON_BYTES
from served import HOST, Served

SESSION, REPORTS = "/api/v1/session", "/api/v1/c/talks/reports"


def test_json_of_two_megabytes_is_read_and_one_byte_more_is_not(served: Served) -> None:
    code = "x" * (JSON_BYTES - len('{"code": ""}'))
    assert served.ask("POST", SESSION, {"code": code}).status_code == 401
    answer = served.ask("POST", SESSION, {"code": code + "x"})
    assert (answer.status_code, answer.json()["error"]) == (413, "too_large")
    assert answer.json()["message"] == "this is larger than 2 MB"


def test_a_report_may_be_of_ten_megabytes(served: Served) -> None:
    answer = served.ask("POST", REPORTS, b"x" * 10_000_001, X_Name="a.txt")
    assert (answer.status_code, answer.json()["message"]) == (413, "this is larger than 10 MB")


@pytest.mark.parametrize("declared", [{}, {"Content-Length": "5"}, {"Content-Length": "1e9"}])
def test_a_body_that_never_ends_is_stopped(served: Served, declared: dict[str, str]) -> None:
    sent = 0

    def parts() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(1_000):
            sent += 100_000
            yield b" " * 100_000

    headers = {"Host": HOST, "Content-Type": "application/json", **declared}
    answer = served.send("POST", SESSION, parts(), headers.items())
    assert answer.status_code == 413


def test_what_is_declared_too_large_is_not_read(served: Served) -> None:
    headers = {"Host": HOST, "Content-Type": "application/json", "Content-Length": "999999999"}
    answer = served.send("POST", SESSION, b"{}", headers.items())
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "null", '{"code": 1}', '{"code": "x", "more": 1}', '"' + "\ud800"]
)
def test_what_is_no_such_body_is_told_in_a_line(served: Served, body: str) -> None:
    headers = {"Host": HOST, "Content-Type": "application/json"}
    content = body.encode(errors="surrogatepass")
    answer = served.send("POST", SESSION, content, headers.items())
    assert (answer.status_code, answer.json()["error"]) == (422, "invalid")
    assert "\n" not in answer.json()["message"]
    assert "pydantic" not in answer.text


def test_nested_json_is_refused_not_followed(served: Served) -> None:
    headers = {"Host": HOST, "Content-Type": "application/json"}
    body = b'{"code": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"
    assert served.send("POST", SESSION, body, headers.items()).status_code == 422
