"""`satumeja open` as a process: its address, its end, and what it leaves behind."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from commands import Run

STARTED = 3.0 if "CI" not in os.environ else 30.0  # a machine of many has no second to give


WITHOUT_END = """
import sys, threading
from satumeja.cli import main
from satumeja.web.serving import _app

def answer(*given):
    print("asked", file=sys.stderr, flush=True)
    threading.Event().wait()

_app._call = answer
main()
"""
"""The program, but no answer ever ends."""


@contextmanager
def opened(
    *words: str, run: tuple[str, ...] = ("-m", "satumeja")
) -> Iterator[subprocess.Popen[str]]:
    """Run the command, and end it whatever comes."""
    program = [sys.executable, *run, "open", *words, "--no-browser"]
    with subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def address_of(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Read the port and the code that a server prints."""
    assert process.stdout is not None
    line = process.stdout.readline()
    start, _, code = line.rstrip("\n").partition("/#")
    assert start.startswith("http://127.0.0.1:"), (line, process.stderr and process.stderr.read())
    return int(start.rpartition(":")[2]), code


def ask(
    port: int, method: str, path: str, body: object = None, token: str = ""
) -> tuple[int, bytes]:
    """Ask a server over its socket."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    try:
        content = None if body is None else json.dumps(body)
        connection.request(method, path, content, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def token_of(port: int, code: str) -> str:
    """Take a code for the token."""
    status, content = ask(port, "POST", "/api/v1/session", {"code": code})
    assert status == 200, content
    return str(json.loads(content)["token"])


def end(process: subprocess.Popen[str], number: int = signal.SIGINT) -> tuple[int, float]:
    """Send a signal; give the code it ended with and the seconds it took."""
    start = time.monotonic()
    process.send_signal(number)
    code = process.wait(20)
    return code, time.monotonic() - start


def test_it_prints_an_address_that_opens_once_and_nothing_else(folder: Path) -> None:
    with opened(str(folder)) as process:
        port, code = address_of(process)
        token = token_of(port, code)
        assert ask(port, "POST", "/api/v1/session", {"code": code})[0] == 401
        status, content = ask(port, "GET", "/api/v1/c/talks", token=token)
        assert (status, json.loads(content)["models"][0]["file"]) == (200, "chicken.yaml")
        assert end(process)[0] == 0
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read() == ""
        told = process.stderr.read()
    assert told == ""


def test_the_server_is_known_while_it_lives_to_its_owner_alone(folder: Path) -> None:
    kept = folder / ".satumeja" / "server.json"
    with opened(str(folder)) as process:
        port, _ = address_of(process)
        content = json.loads(kept.read_text())
        assert (content["port"], content["pid"]) == (port, process.pid)
        if os.name == "posix":
            assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert end(process)[0] == 0
    assert not kept.exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows has other signals")
@pytest.mark.parametrize(
    "number",
    [number for number in signal.Signals if number.name in {"SIGINT", "SIGTERM", "SIGHUP"}],
)
def test_it_ends_at_once_whoever_is_listening(folder: Path, number: int) -> None:
    with opened(str(folder)) as process:
        port, code = address_of(process)
        token = token_of(port, code)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", "/api/v1/events", headers={"Authorization": f"Bearer {token}"})
        stream = connection.getresponse()
        assert json.loads(stream.readline())["kind"] == "hello"
        lines = list[bytes]()
        reader = threading.Thread(target=lambda: lines.extend(stream.readlines()))
        reader.start()
        code_of_end, seconds = end(process, number)
        reader.join(20)
        connection.close()
    assert code_of_end == 0
    assert seconds < STARTED  # the promise of a second is measured on an idle machine
    assert json.loads(lines[-1])["kind"] == "bye"
    assert not (folder / ".satumeja" / "server.json").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows has other signals")
def test_it_ends_without_an_answer_that_never_does(folder: Path) -> None:
    with opened(str(folder), run=("-c", WITHOUT_END)) as process:
        port, code = address_of(process)
        asking = threading.Thread(target=unanswered, args=(port, code), daemon=True)
        asking.start()
        assert process.stderr is not None
        assert process.stderr.readline() == "asked\n"
        code_of_end, seconds = end(process)
        asking.join(20)
    assert code_of_end == 0
    assert seconds < STARTED
    assert not (folder / ".satumeja" / "server.json").exists()


def unanswered(port: int, code: str) -> None:
    """Ask what gets no answer, or one that the server could not make."""
    with suppress(http.client.HTTPException, OSError, AssertionError):
        ask(port, "POST", "/api/v1/session", {"code": code})


def test_a_second_open_gets_a_fresh_code_of_the_first(folder: Path) -> None:
    with opened(str(folder)) as process:
        port, code = address_of(process)
        with opened(str(folder / "chicken.yaml")) as second:
            same_port, fresh = address_of(second)
            assert second.wait(20) == 0
        assert (same_port, fresh == code) == (port, False)
        assert token_of(port, fresh) == token_of(port, code)


def test_one_that_was_killed_is_no_hindrance(folder: Path) -> None:
    with opened(str(folder)) as process:
        address_of(process)
        process.kill()
        process.wait(20)
    assert (folder / ".satumeja" / "server.json").exists()
    with opened(str(folder)) as process:
        port, code = address_of(process)
        assert token_of(port, code)
        assert json.loads((folder / ".satumeja" / "server.json").read_text())["pid"] == process.pid


def test_another_program_at_the_port_of_one_that_was_killed_gives_no_way_in(
    folder: Path,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        threading.Thread(target=answer_rudely, args=(other,), daemon=True).start()
        kept = folder / ".satumeja"
        kept.mkdir()
        left = {"port": other.getsockname()[1], "pid": 1, "key": "x" * 40}
        (kept / "server.json").write_text(json.dumps(left))
        with opened(str(folder)) as process:
            port, code = address_of(process)
            assert port != left["port"]
            assert token_of(port, code)


def answer_rudely(listening: socket.socket) -> None:
    """Be a program that knows nothing of cases."""
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        with connection:
            connection.sendall(
                b"HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n" + b'{"code": "evil"'
            )


def test_a_port_that_is_taken_is_told_in_one_line(folder: Path, run: Run) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run("open", str(folder), "--no-browser", "--port", str(port))
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"port {port} is taken, or not for you; leave --port out, and a free one is found\n"
    )


def test_what_is_not_there_is_told_in_one_line(home: Path, run: Run) -> None:
    (home / "talks").mkdir()
    done = run("open", str(home / "tlaks"), "--no-browser")
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith('tlaks: there is no such file or folder; did you mean "talks"?\n')


def test_read_only_writes_nothing_anywhere(folder: Path, home: Path) -> None:
    before = sorted(path.name for path in home.rglob("*"))
    with opened(str(folder), "--read-only") as process:
        port, code = address_of(process)
        token = token_of(port, code)
        path = "/api/v1/c/talks/models/chicken.yaml"
        document = json.loads(ask(port, "GET", path, token=token)[1])
        edit = {
            "base": document["version"],
            "ops": [{"op": "set", "path": ["title"], "value": "x"}],
        }
        assert ask(port, "POST", f"{path}/edits", edit, token)[0] == 423
        assert ask(port, "POST", "/api/v1/cases", {"name": "x"}, token)[0] == 423
        assert end(process)[0] == 0
    assert sorted(path.name for path in home.rglob("*")) == before


def test_it_listens_on_this_computer_alone(folder: Path) -> None:
    with opened(str(folder)) as process:
        port, _ = address_of(process)
        outside = [
            info[4][0]
            for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
            if not str(info[4][0]).startswith("127.")
        ]
        for host in outside:
            with pytest.raises(OSError):
                socket.create_connection((str(host), port), timeout=2)


def test_no_token_and_no_path_is_ever_written_down(folder: Path) -> None:
    with opened(str(folder)) as process:
        port, code = address_of(process)
        token = token_of(port, code)
        for path in ("/", "/nothing", "/api/v1/c/talks", "/api/v1/c/nobody", f"/t/{token}"):
            ask(port, "GET", path, token=token)
        with socket.create_connection(("127.0.0.1", port)) as rude:
            rude.sendall(b"\x00\xff nonsense\r\n\r\n")
            rude.recv(1_000)
        end(process)
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_without_a_path_the_cases_of_the_shelf_are_listed(home: Path, folder: Path) -> None:
    (home / "Satu Meja" / "Elmira").mkdir(parents=True)
    with opened(str(folder)) as process:
        address_of(process)
        end(process)
    with opened() as process:
        port, code = address_of(process)
        status, content = ask(port, "GET", "/api/v1/cases", token=token_of(port, code))
        names = {line["name"]: line["elsewhere"] for line in json.loads(content)["cases"]}
        end(process)
    assert status == 200
    assert names == {"talks": str(folder.resolve()), "Elmira": ""}
