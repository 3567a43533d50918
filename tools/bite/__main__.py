"""Put small faults into the code of rooms, and see whether their tests tell: ``make bite``.

Each mutant is run only against the tests that cover its statement, cheapest first, until one
fails. A mutant that no test tells is a survivor: it is to be killed by a test, or explained in
``tests/survivors/ROOM.toml``. The command fails where one is neither, and where something is
explained that is no mutant any more, or that a test does tell.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from bite import _kept
from bite._mutants import Mutant, mutants
from bite._trials import ROOT, Covered, Server, arguments, fresh

_MOST = 60.0
"""How many seconds of the processor the tests of one mutant may take together, cheapest first."""


@dataclass(frozen=True)
class _Wanted:
    """What of a room is tried."""

    share: float
    seed: int
    only: str
    again: bool
    fresh: bool
    minutes: float

    def takes(self, mutant: Mutant, survived: frozenset[tuple[object, ...]]) -> bool:
        if self.again:
            return mutant.key in survived
        return self.only in f"{mutant.path} {mutant.owner}" and mutant.lot(self.seed) < self.share


class _Room:
    """A room: its code, its tests, what is remembered of them."""

    def __init__(
        self, name: str, code: Sequence[str], tests: Sequence[str], warm: Sequence[str] = ()
    ) -> None:
        self.name, self.code, self.tests, self.warm = name, code, tests, warm
        self.memory = Path(sys.prefix) / "bite"
        self.memory.mkdir(exist_ok=True)
        self.last = self.memory / f"{name}.survived.json"
        self.kept = ROOT / "tests" / "survivors" / f"{name}.toml"

    def files(self) -> list[Path]:
        folders = [ROOT / folder for folder in self.code]
        return sorted(path for folder in folders for path in folder.rglob("*.py"))

    def survived(self) -> frozenset[tuple[object, ...]]:
        if not self.last.exists():
            return frozenset()
        return frozenset(tuple(key) for key in json.loads(self.last.read_text(encoding="utf-8")))

    def remember(self, survivors: Sequence[Mutant]) -> None:
        """Keep which mutants survived, to be tried again."""
        keys = [mutant.key for mutant in survivors]
        self.last.write_text(json.dumps(keys), encoding="utf-8")

    def coverage(self, server: Server) -> dict[str, Covered]:
        """See what each test covers; of a file of tests that is as it was, it is remembered."""
        memory = self.memory / f"{self.name}.covered.json"
        known = json.loads(memory.read_text(encoding="utf-8")) if memory.exists() else {}
        code = _digest(self.files())
        by_file: dict[str, list[str]] = {}
        for name in server.items:
            by_file.setdefault(name.split("::")[0], []).append(name)
        covered: dict[str, Covered] = {}
        kept: dict[str, list[object]] = {}
        for number, (path, names) in enumerate(by_file.items()):
            key = f"{path} {code} {_digest([ROOT / path])}"
            tests = {name: Covered(*values) for name, *values in known.get(key, ())}
            if tests.keys() != set(names):
                _say(f"{self.name}: what is covered, {number + 1} of {len(by_file)}")
                tests = server.covered(names, self.memory / f"{self.name}.scratch")
            covered |= tests
            kept[key] = [
                [name, {p: sorted(n) for p, n in test.lines.items()}, test.seconds, test.passes]
                for name, test in tests.items()
            ]
            memory.write_text(json.dumps(known | kept), encoding="utf-8")
        memory.write_text(json.dumps(kept), encoding="utf-8")
        return covered


def _digest(paths: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _say(line: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)


def _tests_of(mutant: Mutant, covered: dict[str, Covered]) -> list[str]:
    """List the tests that cover a mutant's statement, or else its file, or all; cheapest first."""
    path = str(ROOT / mutant.path)
    statement = frozenset(range(mutant.first, mutant.last + 1))
    passing = {name: test for name, test in covered.items() if test.passes}
    of_file = {name: test for name, test in passing.items() if test.lines.get(path)}
    of_statement = {n: t for n, t in of_file.items() if t.lines[path] & statement}
    chosen = of_statement or of_file or passing
    return list(_within(chosen))


def _within(tests: dict[str, Covered], most: float = _MOST) -> Iterator[str]:
    taken = 0.0
    for name, test in sorted(tests.items(), key=lambda named: (named[1].seconds, named[0])):
        taken += test.seconds
        if taken > most:
            return
        yield name


def _is_told(
    room: _Room, server: Server, mutant: Mutant, covered: dict[str, Covered], *, twice: bool
) -> bool:
    path, source = str(ROOT / mutant.path), mutant.make()
    try:
        compile(source, path, "exec", dont_inherit=True)
    except SyntaxError:
        return True
    names = _tests_of(mutant, covered)
    seconds = 10 + 5 * sum(covered[name].seconds for name in names)
    told = server.tell(path, source, names, seconds)
    if told or (told is False and not twice):
        return told
    return fresh(path, source, names, room.name, seconds + 30)


def _try(room: _Room, server: Server, wanted: _Wanted) -> bool:
    covered = room.coverage(server)
    silent = sorted(name for name, test in covered.items() if not test.passes)
    everything = list(mutants(ROOT, room.code))
    survived = room.survived()
    chosen = [mutant for mutant in everything if wanted.takes(mutant, survived)]
    chosen.sort(key=lambda mutant: mutant.lot(wanted.seed))  # so that the first are a sample too
    ends = time.monotonic() + 60 * wanted.minutes
    before = _changes()
    _control(room, server, covered)
    survivors: list[Mutant] = []
    for number, mutant in enumerate(chosen):
        if time.monotonic() > ends:
            chosen = chosen[:number]
            break
        _say(f"{room.name}: {number + 1} of {len(chosen)}, {len(survivors)} survived")
        if not _is_told(room, server, mutant, covered, twice=wanted.fresh):
            survivors.append(mutant)
            _print_survivor(mutant)
            room.remember(survivors)
    _say("")
    room.remember(survivors)
    for name in silent:
        print(f"left out, does not pass by itself: {name}")
    if _changes() != before:
        print("a mutant has changed the files of the repository: see git status")
    return _report(room, everything, chosen, survivors)


def _control(room: _Room, server: Server, covered: dict[str, Covered]) -> None:
    """Require that the code as it is passes, in a fork and in a fresh process, and no code not."""
    names = list(_within({name: test for name, test in covered.items() if test.passes}, 10))
    path = max(path for name in names for path, lines in covered[name].lines.items() if lines)
    source = Path(path).read_text(encoding="utf-8")
    for way, told in (
        ("fork", server.tell(path, source, names, 600)),
        ("fresh process", fresh(path, source, names, room.name, 600)),
    ):
        if told is not False:
            raise SystemExit(f"in a {way}, a test tells of code that is unchanged")
    if not fresh(path, "raise ValueError", names, room.name, 600):
        raise SystemExit("in a fresh process, no test tells of a file that cannot be loaded")


def _changes() -> str:
    words = ["git", "-C", str(ROOT), "status", "--porcelain"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout  # noqa: S603


def _print_survivor(mutant: Mutant) -> None:
    place = f"{mutant.path}:{mutant.line}"
    print(f"{place}: {mutant.owner}\n  - {mutant.was}\n  + {mutant.now}", flush=True)


def _report(
    room: _Room, everything: list[Mutant], chosen: list[Mutant], survivors: list[Mutant]
) -> bool:
    explained = {one.key: one.why for one in _kept.read(room.kept)}
    there = {mutant.key for mutant in everything}
    silent = {mutant.key for mutant in survivors}
    left = [mutant for mutant in survivors if not explained.get(mutant.key)]
    gone = [key for key in explained if key not in there]
    struck = [m.key for m in chosen if m.key in explained and m.key not in silent]
    for key in gone:
        print(f"explained, but no mutant: {key}")
    for key in struck:
        print(f"explained, but a test tells it: {key}")
    if left:
        print(f"to be killed by a test, or explained in {room.kept}:\n\n{_kept.written(left)}")
    killed = len(chosen) - len(survivors)
    share = killed / len(chosen) if chosen else 1.0
    print(
        f"{room.name}: {len(everything)} mutants, {len(chosen)} tried, {killed} killed "
        f"({share:.1%}), {len(survivors) - len(left)} explained, {len(left)} left"
    )
    return not (left or gone or struck)


def _serve(room: _Room, wanted: _Wanted) -> bool:
    verdicts: list[bool] = []
    server = Server(
        room.files(), room.warm, lambda ready: verdicts.append(_try(room, ready, wanted))
    )
    pytest.main([*arguments(room.name), *room.tests], plugins=[server])
    return verdicts == [True]


def _share(words: str) -> float:
    if not 0 < (share := float(words)) <= 1:
        raise argparse.ArgumentTypeError(f"{words} is no share; write one from 0 to 1, such as .1")
    return share


def main() -> int:
    """Try the mutants of the rooms named; return 1 if one is neither told nor explained."""
    rooms = tomllib.loads(Path(__file__).with_name("rooms.toml").read_text(encoding="utf-8"))
    words = argparse.ArgumentParser(prog="bite", description=__doc__)
    words.add_argument("rooms", nargs="+", choices=rooms, help="as rooms.toml has them")
    words.add_argument("--share", type=_share, default=1.0, help="of all mutants, from 0 to 1")
    words.add_argument("--seed", type=int, default=1, help="which share of them")
    words.add_argument("--only", default="", help="in files or functions whose name has this")
    words.add_argument("--minutes", type=float, default=1e6, help="after which no more are tried")
    words.add_argument("--tests", nargs="+", help="which are to tell, instead of the room's")
    words.add_argument("--again", action="store_true", help="those that survived the last time")
    words.add_argument("--fresh", action="store_true", help="survivors once more, imported anew")
    given = words.parse_args()
    wanted = _Wanted(given.share, given.seed, given.only, given.again, given.fresh, given.minutes)
    os.chdir(ROOT)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    instead = {"tests": given.tests} if given.tests else {}
    held = [_serve(_Room(name, **(rooms[name] | instead)), wanted) for name in given.rooms]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
