"""Kill writers, and let others write meanwhile, at every moment: nothing whole is lost.

    python tests/proofs/killed.py

runs each way of writing again and again in a process of its own. In one round, that process
is killed (SIGKILL) at its first call that has to do with files, in the next at its second, and
so on until it lives to the end. In other rounds somebody puts a file of his own into the folder
at that moment, or edits one, instead. Then what is on the disk is looked at. Commands are killed
by killed_commands.py. POSIX only.
"""

from __future__ import annotations

import argparse
import os
import signal
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from satumeja.errors import OutputError
from satumeja.files import MANIFEST, _exchange, write_among, write_folder, write_whole

OLD = {"a.csv": "old a\n" * 500, "b.csv": "old b\n", "c.csv": "old c\n"}
NEW = {"a.csv": "new a\n", "b.csv": "new b\n" * 500, "d.csv": "new d\n"}
MINE = "mine\n"
_EVENTS = ("open", "os.", "shutil.", "ctypes.dlsym")

Texts = dict[str, str]
Act = Callable[[], object]


@dataclass(frozen=True)
class Writer:
    """A way of writing.

    Parameters
    ----------
    before, write : callable
        What makes the folder as it was, and what is killed.
    check : callable
        Raises AssertionError if what a folder holds after a kill is neither old nor new.
    own : bool
        Whether a file of somebody else's in the folder is a reason not to write.
    """

    before: Callable[[Path], object]
    write: Callable[[Path], object]
    check: Callable[[Path], None]
    own: bool = False


def texts(folder: Path) -> Texts:
    """What the files of a folder say, what is not whole and lists left out."""
    files = [file for file in folder.iterdir() if not file.name.startswith(".")]
    return {file.name: file.read_text() for file in files}


def all_old_or_all_new(root: Path) -> None:
    assert texts(root / "q") in (OLD, NEW), "neither all old nor all new files"


def nothing_or_all_new(root: Path) -> None:
    assert not (root / "q").exists() or texts(root / "q") == NEW, "part of a folder"


def old_beside_or_all_new(root: Path) -> None:
    """Where folders cannot change places in one step, the old one may be set aside."""
    if (root / "q").exists():
        all_old_or_all_new(root)
        return
    (aside,) = root.glob(".satumeja-*/folder-aside")
    assert texts(aside) == OLD, "the old files are lost"


def one_file(root: Path) -> None:
    assert (root / "model.yaml").read_text() in (OLD["a.csv"], NEW["a.csv"]), "part of a file"
    assert stat.S_IMODE((root / "model.yaml").stat().st_mode) == 0o600, "open to others"
    assert (root / "link").is_symlink(), "a link is lost"


def each_whole(root: Path) -> None:
    """Among files of others each file is old or new, and both are known again."""
    for name, text in texts(root / "q").items():
        assert text in (OLD.get(name), NEW.get(name)), f"part of {name}"
    assert set(OLD) <= set(texts(root / "q")), "a file is lost"
    write_among(root / "q", "demo", NEW)
    assert texts(root / "q") == {**OLD, **NEW}


def in_three_steps(root: Path) -> None:
    _exchange._exchanged = lambda *_: False  # in a process that ends here
    write_folder(root / "q", "sheets", NEW)


def _among_old(root: Path) -> None:
    (root / "q").mkdir()
    write_among(root / "q", "demo", OLD)


def _one_old(root: Path) -> None:
    (root / "model.yaml").write_text(OLD["a.csv"])
    (root / "model.yaml").chmod(0o600)
    (root / "link").symlink_to("model.yaml")
    (root / "q").mkdir()


def _old(root: Path) -> None:
    write_folder(root / "q", "sheets", OLD)


def _new(root: Path) -> None:
    write_folder(root / "q", "sheets", NEW)


WRITERS = {
    "a folder, replaced": Writer(_old, _new, all_old_or_all_new, own=True),
    "a folder, replaced in three steps": Writer(
        _old, in_three_steps, old_beside_or_all_new, own=True
    ),
    "a new folder": Writer(lambda _: None, _new, nothing_or_all_new),
    "files among others": Writer(
        _among_old, lambda root: write_among(root / "q", "demo", NEW), each_whole
    ),
    "a file through a link": Writer(
        _one_old, lambda root: write_whole(root / "link", NEW["a.csv"], sync=True), one_file
    ),
}


def at(moment: int, act: Act) -> None:
    """Act at a call of this process that has to do with files, counted from now."""
    left = [moment]

    def watch(event: str, _: object) -> None:
        if event.startswith(_EVENTS) and left[0] >= 0:
            left[0] -= 1
            if left[0] < 0:
                act()

    sys.addaudithook(watch)


def child(moment: int, act: Act, write: Act) -> int:
    """Run a writer in a process of its own, and act at a moment; give how it ended.

    0 it wrote, 1 it refused, 2 it failed, 3 it ended before the moment came; below 0 the
    signal that killed it.
    """
    process = os.fork()
    if process == 0:
        code, acted = 2, []

        def once() -> None:
            acted.append(True)
            act()

        try:
            at(moment, once)
            write()
            code = 0 if acted else 3
        except OutputError:
            code = 1
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def moments(writer: Writer, act: Callable[[Path], None], ends: set[int]) -> Iterator[Path]:
    """Act at one moment of a writer after the other, and give what is on the disk then."""
    for moment in range(10_000):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "foreign.csv").write_text(MINE)
            writer.before(root)
            end = child(moment, partial(act, root), partial(writer.write, root))
            assert end in {*ends, 3}, f"ended with {end}"
            assert (root / "foreign.csv").read_text() == MINE, "a file of others is lost"
            if end == 3:
                return
            yield root
    raise AssertionError("it never ends")


def killed(writer: Writer) -> int:
    """Kill a writer at every moment; give how many there are."""
    count = 0
    for root in moments(writer, lambda _: kill(), {-signal.SIGKILL}):
        writer.check(root)
        count += 1
    return count


def disturbed(writer: Writer, name: str) -> int:
    """Let somebody write a file into the folder at every moment; it must be there after."""

    def intrude(root: Path) -> None:
        try:
            (root / "q" / name).write_text(MINE)
        except FileNotFoundError:  # there is no folder at this moment
            (root / "late.csv").write_text(MINE)

    count = 0
    for root in moments(writer, intrude, {0, 1}):
        late = root / "late.csv"
        there = late if late.exists() else root / "q" / name
        assert there.read_text() == MINE, f"{name} of somebody else is lost"
        count += 1
    return count


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.parse_args()
    for title, writer in WRITERS.items():
        print(f"{killed(writer):5} moments killed: {title}")  # noqa: T201
        for name in ("mine.csv", "a.csv", MANIFEST) if writer.own else ():
            print(f"{disturbed(writer, name):5} moments of another's {name}: {title}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
