"""The way in: a code for the token, once."""

from __future__ import annotations

from served import Served


def test_a_code_is_taken_once(served: Served) -> None:
    code = served.keys.code()
    begun = served.ask("POST", "/api/v1/session", {"code": code}, token=False)
    assert begun.status_code == 200
    assert begun.json() == {
        "token": served.keys.token,
        "version": "1",
        "case": "talks",
        "file": None,
        "read_only": False,
        "language": None,
        "settings": {"language": None, "technical": None, "keys": None},
    }
    again = served.ask("POST", "/api/v1/session", {"code": code}, token=False)
    assert (again.status_code, again.json()["error"]) == (401, "no_token")
    assert code not in again.text


def test_a_guess_opens_nothing(served: Served) -> None:
    served.keys.code()
    for guess in ("", "x" * 24, "é" * 24, "\x00"):
        answer = served.ask("POST", "/api/v1/session", {"code": guess}, token=False)
        assert answer.status_code == 401


def test_two_servers_share_no_secret(served: Served, shown_only: Served) -> None:
    mine = f"Bearer {served.keys.token}"
    answer = shown_only.ask("GET", "/api/v1/cases", token=False, Authorization=mine)
    assert answer.status_code == 401
    code = served.keys.code()
    begun = shown_only.ask("POST", "/api/v1/session", {"code": code}, token=False)
    assert begun.status_code == 401
