"""Run every command of the registry, in every format it writes, and say the bytes that came of it.

    python tests/same_bytes.py [--jobs 2] [--without oxidd --without dd.cudd] [--only brief]

runs them in the folder it stands in and prints JSON: of each line how it ended, with digests of
what it printed or the words of a refusal, of each file that is there at the end a digest of what
it holds. Two runs are to be the same: `tests/test_same_bytes.py` compares some,
`tests/proofs/determinism.py` many.

The lines come from the panels (`satumeja.cli._panels`), the options of each command and the
formats (`satumeja.cli._options.FORMATS`), so a new command, option or format is here too. A line
that asks anything of a network ends it all.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import re
import shlex
import socket
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from satumeja import brief, cli
from satumeja.cli._options import FORMATS, Kind
from satumeja.cli._panels import PANELS, Entry

__all__ = ["ENTRIES", "FURTHER", "NO_ANSWER", "lines", "lines_of"]

ENTRIES = tuple(entry for panel in PANELS.values() for entry in panel if not entry.stays)
COMMANDS: dict[str, Any] = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]
MODEL = "demo-output/model.yaml"
TALKS = "demo-output/talks.db"
WRITES = ("--figure", "--html", "--out")

OF_ONE = (Kind.individual, Kind.preference_tree)
"""Figures of one decision maker."""

FILES_OF = {
    "backtest": f"backtest freeze {MODEL} --rule Coded",
    "hypergame": f"hypergame {MODEL} --seen-by us",
    "tables": f"tables {MODEL} --kind seats",
}
"""What a command is asked where it writes a file, if not what its example asks."""

NO_ANSWER = (
    "convert demo-output/model.yaml --out made-convert--out.nfg",
    "gallery chicken --json",
    "hypergame demo-output/model.yaml --seen-by us --out made-hypergame--out.nfg",
    "tables demo-output/model.yaml --kind affected -o table-affected.xlsx --language id",
    "tables demo-output/model.yaml --kind moves -o table-moves.xlsx --language id",
)
"""What is refused, and has to be each time: a model too large for a game, or without a table."""

# What the examples, the options and the formats do not reach.
FURTHER = (
    *(
        f"brief {MODEL} --form {form} --made 2021-12-23 -o {form}{end} -l id"
        for form in ("submission", "telaahan")
        for end in (".html", ".docx", ".pdf")
    ),
    f"brief {MODEL} --form full --engine symbolic -o symbolic.html",
    f"analyse {MODEL} --engine symbolic --json",
    f"explain {MODEL} 5 --engine symbolic --json",
    f"analyse {MODEL} --concept nash,nm,cseq,l3,cgmr --json",
    *(f"tables {MODEL} --kind {kind} -o table-{kind}.xlsx --language id" for kind in brief.TABLES),
    *(
        f"figure {MODEL} --kind {kind.value}{' --for us' * (kind in OF_ONE)} -o {kind.value}.svg"
        for kind in Kind
    ),
    f"sweep {MODEL} --profiles 200 --seed 7 --store kept.db --csv",
    f"sweep {MODEL} --profiles 300 --seed 7 --store kept.db --csv",
    f"correct {TALKS} --log --json",
    f"draft {TALKS} -o kept.yaml",
    "gallery --json",
    "gallery --outcomes --json",
    "convert chicken.yaml -o chicken.nfg",
)


def lines_of(entry: Entry) -> Iterator[str]:
    """Give what is run of a command: its example, then in JSON, in Indonesian, in each format."""
    name = entry.name
    example = f"{name} {entry.example}".rstrip()
    yield example
    bare = re.sub(r" (-o|--out) \S+", "", example)
    options = {option for parameter in COMMANDS[name].params for option in parameter.opts}
    yield from (f"{bare} {flag}" for flag in ("--json", "--csv") if flag in options)
    if "--language" in options and name != "demo":
        yield f"{re.sub('--language id', '', example)} --language id"
    for flag in sorted(options.intersection(WRITES)):
        _, suffixes = FORMATS.get((name, flag)) or FORMATS.get(("", flag)) or ("", ())
        for suffix in suffixes:
            yield f"{FILES_OF.get(name, bare)} {flag} made-{name}{flag}{suffix}"


def lines(only: str = "") -> list[str]:
    """Give all lines in an order in which each finds what it needs."""
    first = [f"{entry.name} {entry.example}".rstrip() for entry in ENTRIES[:3]]
    told = [line for entry in ENTRIES for line in lines_of(entry)] + list(FURTHER)
    chosen = [line for line in told if not only or re.search(only, line)]
    return list(dict.fromkeys([*first, *chosen]))


def run(line: str, jobs: int) -> str:
    """Run a line, and give how it ended and what it printed, each byte of it."""
    words = shlex.split(line)
    if jobs and any("--jobs" in parameter.opts for parameter in COMMANDS[words[0]].params):
        words += ["--jobs", str(jobs)]
    sys.argv = ["satumeja", *words]
    encoding, code = sys.stdout.encoding, 0
    with (
        open(".out", "w", encoding=encoding) as out,
        open(".err", "w", encoding=encoding, errors="backslashreplace") as err,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            cli.main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
    told = Path(".err").read_text(encoding=encoding)
    return (
        f"{code} {_digest(Path('.out').read_bytes())} {told if code else _digest(told.encode())}"
    )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _held(path: Path) -> bytes:
    """Give what a file holds: of a database its rows, for its pages keep what is gone too."""
    content = path.read_bytes()
    if not content.startswith(b"SQLite format 3"):
        return content
    with contextlib.closing(sqlite3.connect(path)) as database:
        return "\n".join(database.iterdump()).encode()


def _stay_here(event: str, values: tuple[Any, ...]) -> None:
    """End where an address is asked for, or a connection is made to another machine or port."""
    asks = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
    goes = event in ("socket.connect", "socket.sendto", "socket.sendmsg")
    local = getattr(socket, "AF_UNIX", None)
    if asks or (goes and values[0].family != local):
        os.write(2, f"{' '.join(sys.argv)}: {event} {values[1:]}\n".encode())
        os._exit(3)


def main() -> None:
    """Run them all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--without", action="append", default=[], help="a library to do without")
    parser.add_argument("--only", default="", help="lines in which this pattern is found")
    parser.add_argument("--also", action="append", default=[], help="one more line")
    asked = parser.parse_args()
    sys.addaudithook(_stay_here)
    for name in asked.without:
        sys.modules[name] = None  # type: ignore[assignment]
    told = {line: run(line, asked.jobs) for line in [*lines(asked.only), *asked.also]}
    for path in sorted(Path().rglob("*")):
        if path.is_file() and path.name not in (".out", ".err"):
            told[f"file {path}"] = _digest(_held(path))
    print(json.dumps(told, indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
