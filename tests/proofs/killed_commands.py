"""Kill commands that change what is kept, at random moments and at every call to do with files.

    python tests/proofs/killed_commands.py --kills 200 --calls 400 --seed 1 --only dossier

Each round lays a folder anew and begins a command in a copy of this process. It is killed
(SIGKILL) at a moment drawn over the run; in other rounds at its first system call that writes,
names, moves or takes away a file, at its second, and so on, all of them where they are not more
than --calls, else as many drawn among them. Then what was acknowledged before must be there,
every database sound, every file the old one or the new one; no process of the command may live
on; and the command, run once more, must leave what a run leaves that nobody killed. Calls are
counted by strace, and left out where it is not. POSIX only.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from forked import Call, Ended, Started, load_all, start
from satumeja import gallery

CALLS = (
    "write,pwrite64,ftruncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,"
    "link,linkat,symlink,symlinkat,mkdir,mkdirat,rmdir,chmod,fchmod,fchmodat,openat"
)
"""System calls of which one may change what is on the disk."""
_ATTACH = 30
"""Seconds that strace may take to be there."""
_LONGEST = 40
"""Seconds that a worker may take to see that its command is gone."""
_SCRATCH = ".satumeja-*"

REPORTS = (
    "Lima, 3 May 2023. Peru demanded that Ecuador withdraw its troops from the valley.\n",
    "Quito, 4 May 2023. Ecuador rejected the demand. It offered talks in June.\n",
    'Lima, 5 May 2023. "We are ready for talks," President Dina Boluarte said.\n',
    "Quito, 6 May 2023. Ecuador warned that it would close the border.\n",
    "Lima, 7 May 2023. Peru accepted the offer and called on Ecuador to wait.\n",
)

Content = dict[str, object]


@dataclass(frozen=True)
class Case:
    """A command, what it finds, and what must hold of what it leaves.

    Parameters
    ----------
    lay : callable
        Makes the folder as the command finds it.
    words : tuple of str
        What is typed.
    content : callable
        What the folder holds, to be compared with that of a run that nobody killed.
    check : callable
        Raises AssertionError if what a killed run left is not right: of the folder, what it
        held before, what a whole run leaves, and whether the command said it was done.
    prints : bool
        Whether what is printed is compared too.
    again : tuple of str
        What is typed to go on; the same, where nothing is said.
    """

    lay: Callable[[Path], None]
    words: tuple[str, ...]
    content: Callable[[Path], Content]
    check: Callable[[Path, Content, Content, bool], None]
    prints: bool = False
    again: tuple[str, ...] = ()


def rows_of(path: Path) -> Content:
    """All that a database holds, by table; it must be sound."""
    if not path.exists():
        return {}
    base = sqlite3.connect(path)
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",), path.name
    names = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    tables: Content = {
        name: sorted(map(repr, base.execute(f'SELECT * FROM "{name}"')))  # noqa: S608
        for name in names
        if not name.startswith(("sqlite_", "search"))  # what is kept to search by lies as it came
    }
    base.close()
    return tables


def bytes_of(folder: Path) -> Content:
    """What the files of a folder hold, logs of databases and scratch left out."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return {
        name: file.read_bytes()
        for file in files
        if not (name := file.relative_to(folder).as_posix()).startswith(_SCRATCH[:-1])
    }


def old_or_new(folder: Path, before: Content, after: Content, done: bool) -> None:
    """Each file is as it was or as it is to be; all are new where the command said so."""
    now = bytes_of(folder)
    assert now == after if done else now in (before, after), "part of a file, or of a folder"


def rows_among(folder: Path, before: Content, after: Content, done: bool) -> None:
    """A database has all it had, and of what is to come whole reports or results alone."""
    (file,) = folder.glob("*.db") if any(folder.glob("*.db")) else (folder / "none.db",)
    now = rows_of(file)
    assert now == after if done else True, "what was acknowledged is lost"
    for table, rows in before.items():
        assert set(rows) <= set(now[table]), f"a row of {table} is lost"  # type: ignore[call-overload]
    for table, rows in now.items():
        assert set(rows) <= set(after[table]), f"a row of {table} is no row of a whole run"  # type: ignore[call-overload]
    if "source" in now:
        _whole_reports(file, after)


def _whole_reports(file: Path, after: Content) -> None:
    """Of each report that is kept, all that was read is."""
    base = sqlite3.connect(file)
    kept = {str(row[0]) for row in base.execute("SELECT id FROM source")}
    for table in ("statement", "act"):
        place = [row[1] for row in base.execute(f"PRAGMA table_info({table})")].index("source")
        own = Counter(str(row[place]) for row in base.execute(f"SELECT * FROM {table}"))  # noqa: S608
        whole = Counter(re.match(_FIELDS.format(place), row)[1] for row in after[table])  # type: ignore[index, attr-defined]
        assert own == Counter({key: n for key, n in whole.items() if key in kept}), "part of one"
    base.close()


_FIELDS = r"\((?:(?:'(?:[^'\\]|\\.)*'|[^,]*), ){{{}}}(\d+)"


def corrected(folder: Path, before: Content, after: Content, done: bool) -> None:
    """The correction before is there; the one under way is whole or not there."""
    file = folder / "d.db"
    rows_of(file)
    base = sqlite3.connect(file)
    made = [row[0] for row in base.execute("SELECT who FROM correction ORDER BY id")]
    base.close()
    assert made in ([["Ana", "Ben"]] if done else [["Ana"], ["Ana", "Ben"]]), made


def decisions(folder: Path) -> Content:
    """What was decided, without when and how often."""
    base = sqlite3.connect(folder / "d.db")
    rows = base.execute("SELECT DISTINCT who, verb, item, key, change FROM correction ORDER BY id")
    decided = [*map(repr, rows)]
    base.close()
    return {"decided": decided}


def _run(folder: Path, *words: str) -> Ended:
    return start(Call([*words], str(folder))).end()


def _reports(folder: Path) -> None:
    (folder / "reports").mkdir()
    for number, words in enumerate(REPORTS):
        (folder / "reports" / f"{number}.txt").write_text(words)
    assert _run(folder, "dossier", "reports/0.txt", "reports/1.txt", "-o", "d.db").code == 0


def _corrected(folder: Path) -> None:
    _reports(folder)
    assert _run(folder, "correct", "d.db", "r1#a1", "accept", "--who", "Ana").code == 0


def _model(folder: Path) -> None:
    (folder / "m.yaml").write_text(gallery.text("chicken"))


def _old_file(folder: Path) -> None:
    _model(folder)
    (folder / "x.json").write_text("old\n")


def _old_folder(folder: Path) -> None:
    _model(folder)
    assert _run(folder, "convert", "m.yaml", "-o", "x").code == 0
    (folder / "m.yaml").write_text(gallery.text("prisoners-dilemma"))


def _base(folder: Path) -> Content:
    return next(map(rows_of, folder.glob("*.db")), {})


_SWEEP = ("sweep", "m.yaml", "--profiles", "60000", "--store", "s.db", "--json")
CASES = {
    "dossier": Case(_reports, ("dossier", "reports", "-o", "d.db"), _base, rows_among),
    "correct": Case(
        _corrected, ("correct", "d.db", "r2#a1", "reject", "--who", "Ben"), decisions, corrected
    ),
    "sweep": Case(_model, _SWEEP, _base, rows_among, prints=True),
    "sweep by workers": Case(
        _model, (*_SWEEP, "--jobs", "2"), _base, rows_among, prints=True, again=_SWEEP
    ),
    "set": Case(_model, ("set", "m.yaml", "title", "Talks"), bytes_of, old_or_new),
    "convert to a file": Case(
        _old_file, ("convert", "m.yaml", "-o", "x.json"), bytes_of, old_or_new
    ),
    "convert to a folder": Case(
        _old_folder, ("convert", "m.yaml", "-o", "x"), bytes_of, old_or_new
    ),
}


class Proof:
    """One case, killed again and again."""

    def __init__(self, case: Case, root: Path) -> None:
        self.case, self.root, self.folder = case, root, root / "case"
        self.laid = root / "laid"
        self.laid.mkdir()
        case.lay(self.laid)
        self._lay()
        self.before = case.content(self.folder)
        begin = time.perf_counter()
        ended = self._started().end()
        self.length = time.perf_counter() - begin
        assert ended.code == 0, ended.err
        self.printed, self.after = ended.out, case.content(self.folder)
        self.before_end = 0

    def _lay(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.laid, self.folder)

    def _started(self, words: tuple[str, ...] = (), *, waits: bool = False) -> Started:
        return start(Call([*(words or self.case.words)], str(self.folder), waits=waits))

    def at_random(self, draw: Random) -> None:
        """Kill it at a moment drawn over the run."""
        self._lay()
        running = self._started()
        time.sleep(draw.uniform(0, 1.05) * self.length)
        os.kill(running.process, signal.SIGKILL)
        self._look(running)

    def calls(self) -> list[tuple[str, int]]:
        """List the calls of a run that may change what is on the disk: which, and its how many."""
        self._lay()
        log = self.root / "calls"
        running = self._started(waits=True)
        with _strace(running, "-e", f"trace={CALLS}", "-o", str(log)):
            assert running.end().code == 0
        counts: Counter[str] = Counter()
        moments = []
        for line in log.read_text(errors="replace").splitlines():
            name = line.partition("(")[0]
            if name.isidentifier() or name.isalnum():
                counts[name] += 1
                if name != "openat" or "O_CREAT" in line or "O_WRONLY" in line:
                    moments.append((name, counts[name]))
        return moments

    def at_call(self, name: str, number: int) -> None:
        """Kill it at a call."""
        self._lay()
        running = self._started(waits=True)
        deed = f"inject={name}:signal=KILL:when={number}"
        with _strace(running, "-e", deed, "-e", f"trace={name}", "-o", os.devnull):
            self._look(running)

    def _look(self, running: Started) -> None:
        """Look at what a killed command left, and let it be done."""
        ended = running.end()
        assert ended.code in (0, -signal.SIGKILL), ended.err
        self.before_end += ended.code != 0
        assert not _living(running.process), "a process of a killed command lives on"
        self.case.check(self.folder, self.before, self.after, ended.code == 0)
        again = self._started(self.case.again).end()
        assert again.code == 0, again.err
        assert self.case.content(self.folder) == self.after, "another content than of a whole run"
        assert not self.case.prints or again.out == self.printed, "another answer"
        left = sorted(self.folder.rglob(f"{_SCRATCH}/**/*")) or [*self.folder.rglob(_SCRATCH)]
        assert not left, f"something half-written is left: {left}"


class _strace:  # noqa: N801
    """Strace at work on a process that waits for it."""

    def __init__(self, running: Started, *words: str) -> None:
        command = ["strace", "-qq", *words, "-p", str(running.process)]
        self._strace = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        self._running = running

    def __enter__(self) -> None:
        status = Path(f"/proc/{self._running.process}/status")
        for _ in range(_ATTACH * 100):
            if not re.search(r"^TracerPid:\t0$", status.read_text(), re.MULTILINE):
                break
            time.sleep(0.01)
        self._running.go()

    def __exit__(self, *_: object) -> None:
        self._strace.wait(60)


def _living(session: int) -> list[str]:
    """Give the processes that a command started and that do not end with it."""
    for _ in range(_LONGEST * 20):
        living = []
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if fields[3] == str(session) and fields[0] != "Z":
                living.append(stat.parent.name)
        if not living:
            return []
        time.sleep(0.05)
    return living


def proved(name: str, kills: int, most_calls: int, seed: int) -> str:
    """Kill one case; say how often."""
    draw = Random(f"{seed} {name}")
    with tempfile.TemporaryDirectory() as folder:
        proof = Proof(CASES[name], Path(folder))
        for _ in range(kills):
            proof.at_random(draw)
        at_random, proof.before_end = proof.before_end, 0
        moments = proof.calls() if shutil.which("strace") and most_calls else []
        chosen = moments if len(moments) <= most_calls else draw.sample(moments, most_calls)
        for moment in chosen:
            try:
                proof.at_call(*moment)
            except AssertionError as error:
                error.add_note(f"killed at {moment}")
                raise
        return (
            f"{kills:5} killed at random, {at_random} before the end; {len(chosen)} at a call to "
            f"do with files, of {len(moments)}, {proof.before_end} before the end: {name}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--calls", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=CASES, nargs="*", default=[*CASES])
    asked = parser.parse_args()
    load_all()
    for name in asked.only:
        print(proved(name, asked.kills, asked.calls, asked.seed), flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
