"""Every line of what the app promises of its safety, as a request."""

from __future__ import annotations

import pytest

from satumeja.web.serving._guard import HEADERS
from served import HOST, ORIGIN, PORT, Served

CASES, MODEL = "/api/v1/cases", "/api/v1/c/talks/models/chicken.yaml"
EDITS, REPORTS = f"{MODEL}/edits", "/api/v1/c/talks/reports"
NO_EDIT = {"base": "x", "ops": []}

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)


@pytest.mark.parametrize("host", [HOST, f"localhost:{PORT}", f"[::1]:{PORT}"])
def test_its_own_names_are_answered(served: Served, host: str) -> None:
    assert served.ask("GET", CASES, Host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", f"127.0.0.1:{PORT + 1}", f"evil.example:{PORT}"),
        *(f"127.0.0.1:{PORT}.", f"127.0.0.1:0{PORT}", f"LOCALHOST:{PORT}", f"0.0.0.0:{PORT}"),
        *(f"user@127.0.0.1:{PORT}", f" 127.0.0.1:{PORT}x", f"[::1%lo]:{PORT}", "x" * 5_000),
    ],
)
@pytest.mark.parametrize("path", ["/", "/static/app.js", CASES, "/t/x"])
def test_any_other_name_is_refused_everywhere(served: Served, host: str, path: str) -> None:
    answer = served.ask("GET", path, Host=host)
    assert (answer.status_code, answer.json()["error"]) == (400, "bad_request")


@pytest.mark.parametrize(
    "shown",
    [
        *("", "Bearer", "Bearer ", "Bearer x", "Basic {token}", "{token}", "Bearer {key}"),
        *("Bearer {token}x", "Bearer  {token}", "Token {token}"),
    ],
)
def test_without_the_token_nothing_is_told(served: Served, shown: str) -> None:
    secrets = {"token": served.keys.token, "key": served.keys.key}
    for path in (CASES, "/api/v1/c/talks", MODEL, "/api/v1/events", "/api/v1/nothing"):
        answer = served.ask("GET", path, token=False, Authorization=shown.format_map(secrets))
        assert (answer.status_code, answer.json()["error"]) == (401, "no_token"), path


def test_the_key_opens_codes_alone_and_the_token_no_codes(served: Served) -> None:
    key = f"Bearer {served.keys.key}"
    assert served.ask("POST", "/api/v1/codes", {}).status_code == 401
    answer = served.ask("POST", "/api/v1/codes", {}, token=False, Authorization=key)
    assert answer.status_code == 200
    code = answer.json()["code"]
    begun = served.ask("POST", "/api/v1/session", {"code": code}, token=False)
    assert begun.json()["token"] == served.keys.token


def test_two_tokens_at_once_are_none(served: Served) -> None:
    headers = [
        ("Host", HOST),
        ("Authorization", f"Bearer {served.keys.token}"),
        ("Authorization", "Bearer x"),
    ]
    assert served.send("GET", CASES, None, headers).status_code == 401


@pytest.mark.parametrize("site", ["same-site", "cross-site", "none", "Same-Origin", ""])
def test_another_site_changes_nothing(served: Served, site: str) -> None:
    for path in ("/api/v1/session", CASES, EDITS):
        answer = served.ask("POST", path, {}, Sec_Fetch_Site=site)
        assert (answer.status_code, answer.json()["error"]) == (403, "not_from_here")


@pytest.mark.parametrize(
    "origin",
    [
        *("null", "http://evil.example", f"https://{HOST}", f"http://127.0.0.1:{PORT + 1}"),
        *(f"http://localhost:{PORT}", f"{ORIGIN}/", "", f"{ORIGIN}, {ORIGIN}"),
    ],
)
def test_another_origin_changes_nothing(served: Served, origin: str) -> None:
    for method in ("POST", "DELETE", "PUT", "PATCH", "OPTIONS", "TRACE"):
        answer = served.ask(method, EDITS, {}, Origin=origin)
        assert (answer.status_code, answer.json()["error"]) == (403, "not_from_here")


def test_its_own_page_may_change_things(served: Served) -> None:
    answer = served.ask("POST", EDITS, NO_EDIT, Origin=ORIGIN, Sec_Fetch_Site="same-origin")
    assert answer.status_code == 409


@pytest.mark.parametrize("kind", ["text/plain", "", "application/x-www-form-urlencoded", "json"])
def test_a_form_of_another_page_is_no_body(served: Served, kind: str) -> None:
    for path in (EDITS, REPORTS, CASES):
        answer = served.ask("POST", path, {}, Content_Type=kind)
        assert (answer.status_code, answer.json()["error"]) == (415, "wrong_type"), path


def test_a_report_is_bytes_and_json_is_json(served: Served) -> None:
    assert served.ask("POST", REPORTS, {}).status_code == 415
    assert served.ask("POST", EDITS, b"{}").status_code == 415
    kind = "application/json; charset=utf-8"
    assert (
        served.ask("POST", EDITS, {"base": "x", "ops": []}, Content_Type=kind).status_code == 409
    )


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", (200, 404)),
        ("GET", "/static/nothing.js", (404,)),
        ("GET", "/static/../serving/_keys.py", (404,)),
        ("GET", "/static/%2e%2e/serving/_keys.py", (404,)),
        ("GET", "/nothing", (404,)),
        ("GET", "/t/nothing", (404,)),
        ("GET", CASES, (200,)),
        ("GET", "/api/v1/nothing", (404,)),
        ("GET", "/api/v1/c/nobody", (404,)),
        ("GET", "/api/v1/c/nobody/events", (404,)),
        ("PUT", CASES, (405,)),
        ("DELETE", "/", (405,)),
        ("POST", "/static/app.js", (405,)),
        ("POST", EDITS, (422,)),
        ("HEAD", CASES, (200,)),
    ],
)
def test_every_answer_says_what_it_may_do(
    served: Served, method: str, path: str, status: tuple[int, ...]
) -> None:
    answer = served.ask(method, path, {} if method == "POST" else None)
    assert answer.status_code in status, answer.text
    told = {
        "content-security-policy": POLICY,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-store",
    }
    assert {name: answer.headers.get(name) for name in told} == told
    assert {name.lower() for name in HEADERS} == set(told)
    assert "set-cookie" not in answer.headers
    assert not any(name.startswith("access-control") for name in answer.headers)
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/json"
        assert set(answer.json()) == {"error", "message", "faults"}


def test_no_other_page_is_told_that_it_may_ask(served: Served) -> None:
    answer = served.ask(
        "OPTIONS", EDITS, Origin="http://evil.example", Access_Control_Request_Method="POST"
    )
    assert answer.status_code == 403
    assert not any(name.startswith("access-control") for name in answer.headers)


def test_refused_requests_are_refused_before_their_bodies_are_read(served: Served) -> None:
    answer = served.ask("POST", EDITS, b"x" * 30_000_000, token=False)
    assert answer.status_code == 401


def test_a_paper_is_handed_out_once_under_a_policy_of_its_own(served: Served) -> None:
    from satumeja.web.papers import Handed

    page = b"<style>p{color:red}</style><p>brief</p><script>alert(1)</script>"
    ticket = served.desk["tickets"].give(Handed("brief.html", page, shown=True))
    answer = served.ask("GET", f"/t/{ticket}", token=False)
    policy = answer.headers["content-security-policy"]
    assert (answer.status_code, answer.content) == (200, page)
    assert "default-src 'none'" in policy
    assert "style-src 'sha256-" in policy
    assert "sandbox allow-same-origin allow-modals" in policy
    assert "frame-ancestors 'self'" in policy
    assert "script" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert served.ask("GET", f"/t/{ticket}", token=False).status_code == 404
