"""Which server looks after a case."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from satumeja.web.cases import Server, claim, living, release


@pytest.fixture
def port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_a_second_server_meets_the_first(tmp_path: Path, port: int) -> None:
    first, second = Server(port), Server(port)
    assert first.key != second.key
    assert living(tmp_path) is None
    assert claim(tmp_path, first) == first
    assert claim(tmp_path, second) == first
    release(tmp_path, second)
    assert living(tmp_path) == first
    release(tmp_path, first)
    assert living(tmp_path) is None
    assert not (tmp_path / ".satumeja" / "server.json").exists()


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_nobody_else_may_read_the_key(tmp_path: Path, port: int) -> None:
    path = tmp_path / ".satumeja" / "server.json"
    path.parent.mkdir()
    path.write_text("{}")
    path.chmod(0o666)
    server = claim(tmp_path, Server(port))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert server.key not in repr(server)


def test_one_that_died_is_replaced(tmp_path: Path, port: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        claim(tmp_path, Server(listening.getsockname()[1]))
    assert living(tmp_path) is None
    new = Server(port)
    assert claim(tmp_path, new) == new


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        '{"port": 80}',
        '{"port": "80", "pid": 1, "key": "k"}',
        '{"port": 99999, "pid": 1, "key": "kkkkkkkkkkkkkkkkkkkk"}',
        '{"port": 80, "pid": 1, "key": ""}',
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_a_file_that_says_nothing_is_no_server(tmp_path: Path, content: str) -> None:
    (tmp_path / ".satumeja").mkdir()
    (tmp_path / ".satumeja" / "server.json").write_text(content)
    assert living(tmp_path) is None
