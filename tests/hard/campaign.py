"""Read spoilt files of every kind: each is read, or refused in words, within time and memory.

    python tests/hard/campaign.py --files 100000 --seed 1 --kinds yaml,json --minutes 60

tries so many files, the kinds in turns, until they are through or the minutes are over, and
prints a table of them. A file is made anew from its kind, seed and number (`--number` reads one
and says how it was taken). What is not as it should be is made small and kept in
`tests/hard/offenders/KIND/`, where a test reads it ever after.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import re
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count, cycle
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hard.attempt import by_command, by_reading
from hard.kind import Kind
from hard.minimise import smallest
from hard.workers import Bounds, Offence, Task, Worker, outcome_of
from satumeja.errors import did_you_mean

OFFENDERS = Path(__file__).with_name("offenders")
KEPT = 2
"""So many offenders of one mark are made small and kept."""
_REPORT = 60.0


@dataclass
class Tally:
    """What became of the files of a kind."""

    kind: Kind
    read: int = 0
    refused: int = 0
    lost: int = 0
    commands: int = 0
    slowest: float = 0.0
    slowest_number: int = 0
    peak: int = 0
    next_number: int = 0
    offences: list[Offence] = field(default_factory=list)

    @property
    def files(self) -> int:
        return self.read + self.refused + self.lost

    def take(self, worker: Worker) -> list[Offence]:
        """Add what a worker told; give the offences of marks that are new."""
        progress = worker.progress
        self.read += progress.read
        self.refused += progress.refused
        self.lost += worker.is_lost
        self.commands += progress.commands
        self.peak = max(self.peak, progress.peak)
        if progress.slowest / 1e6 > self.slowest:
            self.slowest, self.slowest_number = progress.slowest / 1e6, progress.slowest_number
        new = list[Offence]()
        for offence in worker.offences:
            self.offences.append(offence)
            if sum(offence.mark == other.mark for other in self.offences) <= KEPT:
                new.append(offence)
        return new


class Campaign:
    """Tries files of some kinds, in turns, and keeps what offends."""

    def __init__(
        self, kinds: Sequence[Kind], seed: int, bounds: Bounds, keep: Path, turn: float = 10.0
    ) -> None:
        self.tallies = [Tally(kind) for kind in kinds]
        self.seed, self.bounds, self.keep, self.turn = seed, bounds, keep, turn
        self._folder, self._begun = Path(), 0
        self._kept = list[tuple[Kind, Offence, Path]]()

    def run(self, files: int, minutes: float, jobs: int = 1) -> None:
        """Try so many files, for so many minutes at most, in so many processes."""
        end, due = time.monotonic() + 60 * minutes, time.monotonic() + _REPORT
        workers = list[tuple[Tally, Worker]]()
        turns = cycle(self.tallies)
        with tempfile.TemporaryDirectory(prefix="hard") as folder:
            self._folder = Path(folder)
            try:
                while True:
                    left = files - self.files - sum(w.progress.files for _, w in workers)
                    seconds = end - time.monotonic()
                    is_due = left > 0 and seconds > 0
                    if is_due and len(workers) < min(jobs, len(self.tallies)):
                        busy = [tally for tally, _ in workers]
                        turn = next(tally for tally in turns if tally not in busy)
                        most = min(left, -(-files // len(self.tallies)))
                        workers.append((turn, self._begin(turn, most, min(seconds, self.turn))))
                    elif not workers:
                        break
                    time.sleep(0.02)
                    workers = [*self._left(workers)]
                    if time.monotonic() > due:
                        due += _REPORT
                        self._say()
            finally:
                for tally, worker in workers:
                    worker.stop()
                    worker.progress.hear()
                    tally.take(worker)

    @property
    def files(self) -> int:
        """How many files are through."""
        return sum(tally.files for tally in self.tallies)

    @property
    def offences(self) -> list[Offence]:
        """What was not as it should be."""
        return [offence for tally in self.tallies for offence in tally.offences]

    def _begin(self, tally: Tally, most: int, seconds: float) -> Worker:
        kind, seed, first = tally.kind, self.seed, tally.next_number
        task = Task(kind, lambda n: kind.file(seed, n), range(first, first + most), seconds)
        self._begun += 1
        return Worker(task, self.bounds, self._folder / f"w{self._begun}")

    def _left(self, workers: Iterable[tuple[Tally, Worker]]) -> Iterator[tuple[Tally, Worker]]:
        for tally, worker in workers:
            if not worker.is_over():
                yield tally, worker
                continue
            tally.next_number = worker.number + 1
            for offence in tally.take(worker):
                self._keep(tally.kind, offence)

    def _keep(self, kind: Kind, offence: Offence) -> None:
        """Keep an offender as it is."""
        _print(f"{kind.name} {self.seed} {offence.number}: {offence.complaint}")
        with suppress(Exception):  # of a kind that cannot spoil its own file; it is told above
            content = kind.file(self.seed, offence.number)
            self._kept.append((kind, offence, _written(self.keep, offence, content)))

    def minimise(self, tries: int) -> None:
        """Make each offender that was kept small, within so many tries."""
        with tempfile.TemporaryDirectory(prefix="hard") as folder:
            for number, (kind, offence, place) in enumerate(self._kept):
                small = self._smallest(kind, offence, Path(folder) / str(number), tries)
                place.unlink()
                new = _written(place.parents[1], offence, small)
                _print(f"{kind.name} {new.name}, {len(small):,} bytes: {small[:200]!r}")
        self._kept.clear()

    def _smallest(self, kind: Kind, offence: Offence, folder: Path, tries: int) -> bytes:
        by_command = offence.mark.startswith("command")
        is_slow = offence.mark.startswith(("too", "died", "asleep")) or by_command
        names = (folder / str(k) for k in count())

        def is_same(fewer: bytes) -> bool:
            now = outcome_of(kind, fewer, next(names), self.bounds, by_command=by_command)
            return now is not None and now.mark == offence.mark

        return smallest(
            kind.file(self.seed, offence.number), is_same, tries // 10 if is_slow else tries
        )

    def _say(self) -> None:
        _print(f"{self.files:,} files, {len(self.offences)} offenders")

    def table(self) -> str:
        """Give what became of the files, a line a kind."""
        head = ("kind", "files", "read", "refused", "by command", "slowest", "memory", "offenders")
        rows = [
            (
                tally.kind.name,
                *(f"{count:,}" for count in (tally.files, tally.read, tally.refused)),
                f"{tally.commands:,}",
                f"{tally.slowest:.2f} s ({tally.slowest_number})",
                f"{tally.peak >> 20} MB",
                str(len(tally.offences)),
            )
            for tally in self.tallies
        ]
        total = [sum(counts) for counts in zip(*map(_counts, self.tallies), strict=True)]
        rows.append(("all", *(f"{count:,}" for count in total[:4]), "", "", f"{total[4]:,}"))
        widths = [max(len(row[k]) for row in (head, *rows)) for k in range(len(head))]
        lines = [
            "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])])
            for row in (head, *rows)
        ]
        return "\n".join(lines)


def _warm_up(kind: Kind) -> None:
    """Make what the files of a kind are made from, and load what reads them, for all workers."""
    with suppress(Exception), tempfile.TemporaryDirectory(prefix="hard") as folder:
        path = kind.place(Path(folder) / f"m0{kind.suffix}", kind.seeds()[0])
        by_reading(kind, path, b"")
        if kind.command is not None:
            by_command(kind, path)


def _counts(tally: Tally) -> tuple[int, ...]:
    return tally.files, tally.read, tally.refused, tally.commands, len(tally.offences)


def _written(keep: Path, offence: Offence, content: bytes) -> Path:
    words = re.sub(r"[^a-z]+", "-", offence.mark.lower()).strip("-")[:40]
    place = keep / offence.kind / f"{words}-{hashlib.sha256(content).hexdigest()[:8]}"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return place


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def _chosen(names: str, module: str) -> list[Kind]:
    kinds: Sequence[Kind] = importlib.import_module(module).KINDS
    wanted = names.split(",") if names else [kind.name for kind in kinds]
    known = [kind.name for kind in kinds]
    unknown = sorted(set(wanted) - {*known})
    if unknown:
        hint = did_you_mean(unknown[0], known)
        raise SystemExit(
            f"no such kind: {', '.join(unknown)}{hint} (there are: {', '.join(known)})"
        )
    return [kind for kind in kinds if kind.name in wanted]


def _stop(signum: int, frame: object) -> None:
    raise KeyboardInterrupt


def main(words: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="", metavar="A,B")
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--turn", type=float, default=10.0, help="seconds of a kind at a time")
    parser.add_argument("--asleep", type=float, default=120.0, help="seconds without any work")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=5.0, help="what a file may take")
    parser.add_argument("--megabytes", type=int, default=1024, help="what a file may take")
    parser.add_argument("--commands", type=int, default=50, help="one of so many by command")
    parser.add_argument("--processes", type=int, default=5000, help="... by a process")
    parser.add_argument("--keep", type=Path, default=OFFENDERS, help="where offenders go")
    parser.add_argument("--tries", type=int, default=300, help="to make an offender small")
    parser.add_argument("--number", type=int, help="one file of one kind")
    parser.add_argument(
        "--cold", action="store_true", help="load in each worker what it reads with"
    )
    parser.add_argument("--module", default="hard.kinds", help=argparse.SUPPRESS)
    options = parser.parse_args(words)
    bounds = Bounds(
        options.seconds,
        options.megabytes << 20,
        options.asleep,
        commands=options.commands,
        processes=options.processes,
    )
    kinds = _chosen(options.kinds, options.module)
    if options.number is not None:
        return _show(kinds[0], options.seed, options.number, bounds)
    if not options.cold:
        for kind in kinds:
            _warm_up(kind)
    campaign = Campaign(kinds, options.seed, bounds, options.keep, options.turn)
    signal.signal(signal.SIGTERM, _stop)
    try:
        campaign.run(options.files, options.minutes, options.jobs)
        _print(campaign.table())
        campaign.minimise(options.tries)
    except KeyboardInterrupt:
        _print(f"stopped\n{campaign.table()}")
    return bool(campaign.offences)


def _show(kind: Kind, seed: int, number: int, bounds: Bounds) -> int:
    """Print how one file begins and how it was taken, with the whole of any error."""
    content = kind.file(seed, number)
    _print(repr(content[:1_000]))
    with tempfile.TemporaryDirectory() as folder:
        offence = outcome_of(kind, content, Path(folder) / "w", bounds)
        path = kind.place(Path(folder) / f"m{number}{kind.suffix}", content)
        try:
            kind.read(path)
        except Exception:
            traceback.print_exc()
    _print(offence.complaint if offence else "as it should be")
    return bool(offence)


if __name__ == "__main__":
    sys.exit(main())
