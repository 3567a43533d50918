"""Kill the app itself while it is asked: nothing it acknowledged is lost.

    python tests/proofs/killed_app.py --kills 200 --seed 1

Each round opens the app on the same case in a process of its own, and asks over HTTP, from three
threads at once: reports are dropped, statements decided on, and the model edited and undone. It is
killed (SIGKILL) at a random moment after a random number of answers. Then the model must be what
was last acknowledged or what was under way; every report and decision that was acknowledged must
be there to the byte; databases must be sound; and when the app is opened again, nothing
half-written may be left. POSIX only.
"""

from __future__ import annotations

import argparse
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from forked import load_all
from proofs.opened_app import App, CopiedApp, LostError
from satumeja import formats, gallery
from satumeja.web.cases import version_of

FILE = "talks.yaml"
TEXT = gallery.text("december-2021-a")
WISHES = "decision_makers.russia.preferences"
REPORT = (
    "Washington, 22 December 2021. The United States rejected the demand for guarantees. "
    '"We are ready for talks in early 2022," President Vladimir Putin said. Number {}.\n'
)
_ON_ONE = 20
"""How often the app of one case is killed."""
_MOST = 30
"""How much an app acknowledges at most before it is killed."""
_LONGEST = 0.2
"""Seconds until it is killed when it has, at most: within the next thing it does."""
_SCRATCH = ".satumeja-*"


@dataclass
class Book:
    """What the app acknowledged, and what was under way when it was killed."""

    version: str
    under_way: str = ""
    reports: dict[str, bytes] = field(default_factory=dict)
    decisions: set[str] = field(default_factory=set)
    dropped: int = 0
    edited: int = 0

    def acknowledged(self) -> int:
        """Count what was acknowledged."""
        return len(self.reports) + len(self.decisions) + self.edited


def drop_on(app: App, book: Book, _: Random) -> None:
    """Drop reports for ever, each of other words."""
    while True:
        book.dropped += 1
        content = REPORT.format(book.dropped).encode()
        answer = app.case("POST", "/reports", content, f"report {book.dropped}.txt")
        book.reports[answer["name"]] = content


def decide_on(app: App, book: Book, rng: Random) -> None:
    """Accept and reject statements for ever."""
    while True:
        reports = app.case("GET", "")["reports"]
        if not reports:
            continue
        report = rng.choice(reports)["id"]
        items = app.case("GET", f"/reports/{report}")["items"]
        body = {"report": report, "item": rng.choice(items)["id"]}
        body["verb"] = rng.choice(["accept", "reject"])
        book.decisions.add(app.case("POST", "/corrections", body)["correction"])


def edit_on(app: App, book: Book, rng: Random) -> None:
    """Edit a model for ever, and sometimes take that back."""
    model = f"/models/{FILE}"
    while True:
        page = app.case("GET", model)
        assert page["version"] == book.version, "the app shows another text than it wrote"
        if page["can_undo"] and rng.random() < 0.3:
            book.under_way = "undo"
            done = app.case("POST", f"{model}/undo", {"base": book.version})
        else:
            ops = [
                {"op": "move", "from": f"{WISHES}[{rng.randrange(1, 4)}]", "to": f"{WISHES}[0]"}
            ]
            body = {"base": book.version, "ops": ops}
            book.under_way = app.case("POST", f"{model}/edits", body | {"dry": True})["version"]
            done = app.case("POST", f"{model}/edits", body)
        book.version, book.under_way = done["version"], ""
        book.edited += 1


WORKS: tuple[Callable[[App, Book, Random], None], ...] = (drop_on, decide_on, edit_on)


def asked_and_killed(folder: Path, book: Book, rng: Random) -> None:
    """Open the app on a case, ask all there is at once, and kill it at a random moment."""
    app = CopiedApp(folder)
    app.case("GET", "")  # all of it is loaded
    troubles = list[BaseException]()

    def work(do: Callable[[App, Book, Random], None], seed: float) -> None:
        try:
            do(app, book, Random(seed))
        except LostError:
            return
        except BaseException as error:
            troubles.append(error)

    threads = [threading.Thread(target=work, args=(do, rng.random())) for do in WORKS]
    for thread in threads:
        thread.start()
    enough = book.acknowledged() + rng.randrange(_MOST)
    while book.acknowledged() < enough and not troubles:
        time.sleep(0.01)
    time.sleep(rng.uniform(0, _LONGEST))
    app.end(signal.SIGKILL)
    for thread in threads:
        thread.join()
    if troubles:
        raise troubles[0]


def check(folder: Path, book: Book) -> None:
    """Look at what a killed app left, and whether it opens again with nothing half-written."""
    for path in (folder / "dossier.db", folder / ".satumeja" / "history.db"):
        if path.exists():
            base = sqlite3.connect(path)
            assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",), path.name
            base.close()
    for name, content in book.reports.items():
        assert (folder / "reports" / name).read_bytes() == content, f"{name} is lost"
    content = (folder / FILE).read_bytes()
    formats.loads(content.decode())
    app = CopiedApp(folder)
    page = app.case("GET", f"/models/{FILE}")
    steps = app.case("GET", f"/models/{FILE}/history")["steps"]
    assert page["version"] == steps[0]["version"], "the history ends with another text"
    if page["version"] != book.version:
        # One step more than was acknowledged: that under way, none of somebody else's.
        assert [step["version"] for step in steps[1:2]] == [book.version], "a step is lost"
        assert steps[0]["kind"] in ("edit", "undo"), steps[0]["kind"]
        assert book.under_way in ("undo", page["version"]), "neither acknowledged nor under way"
    book.version, book.under_way = page["version"], ""
    shown = {line["name"].removeprefix("reports/") for line in app.case("GET", "")["reports"]}
    assert book.reports.keys() <= shown, "a report is not shown"
    assert app.end(signal.SIGTERM) == 0
    assert (folder / FILE).read_bytes() == content, "opening changes a file"
    assert not list(folder.rglob(_SCRATCH)), "something half-written is left"
    if book.decisions:
        base = sqlite3.connect(folder / "dossier.db")
        kept = {f"c{row[0]}" for row in base.execute("SELECT id FROM correction")}
        base.close()
        assert book.decisions <= kept, "a decision is lost"


def killed(kills: int, rng: Random) -> list[Book]:
    """Kill apps again and again, a few times on each case; give what they acknowledged.

    What a case has grown to is read and looked through after each kill: on one case alone, most
    of the time would go there.
    """
    books = []
    for first in range(0, kills, _ON_ONE):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "case"
            folder.mkdir()
            (folder / FILE).write_text(TEXT)
            books.append(Book(version_of(TEXT.encode())))
            for _ in range(min(_ON_ONE, kills - first)):
                asked_and_killed(folder, books[-1], rng)
                check(folder, books[-1])
    return books


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    load_all()
    books = killed(options.kills, Random(options.seed))
    edits = sum(book.edited for book in books)
    reports = sum(len(book.reports) for book in books)
    decisions = sum(len(book.decisions) for book in books)
    print(  # noqa: T201
        f"{options.kills:5} killed; {edits} edits, {reports} reports and {decisions} decisions "
        "acknowledged, none lost"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
