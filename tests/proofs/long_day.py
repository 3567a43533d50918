"""Work with the app as long as somebody does in a day: it takes no more of the machine at the end.

    python tests/proofs/long_day.py --edits 3600

One who edits once a second makes 3,600 edits in an hour. They are made here as fast as they are
answered: wishes are dragged (every step shown before it is kept), dropped, taken back and made
again; the answers, the why of a cell, the tables and the other language are looked at meanwhile.
What the server holds in memory, and how many files it has open, is read after a first part, in
which everything is loaded and what is kept fills up, and at the end. Linux only.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from proofs.opened_app import App
from satumeja import gallery

FILE = "talks.yaml"
MODEL = f"/models/{FILE}"
MOST_BYTES = 20 << 20
"""By how much it may hold more at the end."""
MOST_FILES = 2
"""How many files more it may have open at the end."""
_LOOKED_AT = ("/answers", "/tables", "/threats", "/paths", "/compare", "/history")


@dataclass(frozen=True)
class Taken:
    """What a process has of the machine."""

    held: int
    files: int

    @classmethod
    def by(cls, number: int) -> Taken:
        """Read it of the process with a number."""
        status = Path(f"/proc/{number}/status").read_text()
        (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
        return cls(int(line.split()[1]) << 10, len(list(Path(f"/proc/{number}/fd").iterdir())))


def edit(app: App, rng: Random) -> None:
    """Drag a wish over several places, drop it, and sometimes take that back."""
    page = app.case("GET", f"{MODEL}?lang={rng.choice(['en', 'id'])}")
    if page["can_undo"] and rng.random() < 0.4:
        app.case("POST", f"{MODEL}/undo", {"base": page["version"]})
        return
    maker = rng.choice(page["makers"])["id"]
    wishes = f"decision_makers.{maker}.preferences"
    body: dict[str, Any] = {"base": page["version"]}
    for place in range(rng.randrange(1, 4)):
        body["ops"] = [
            {"op": "move", "from": f"{wishes}[{place}]", "to": f"{wishes}[{place + 1}]"}
        ]
        app.case("POST", f"{MODEL}/edits", body | {"dry": True})
    app.case("POST", f"{MODEL}/edits", body)


def work(app: App, edits: int, rng: Random) -> Taken:
    """Make so many edits, look at what follows now and then, and give what it takes then."""
    for number in range(edits):
        edit(app, rng)
        if number % 5 == 0:
            way = rng.choice(_LOOKED_AT)
            app.case("GET", f"{MODEL}{way}?lang={rng.choice(['en', 'id'])}")
    return Taken.by(app.process.pid)


def worked(edits: int, rng: Random) -> tuple[Taken, Taken]:
    """Work on one case; give what the app took after a third, and at the end."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "case"
        folder.mkdir()
        (folder / FILE).write_text(gallery.text("december-2021-b"), encoding="utf-8")
        app = App(folder)
        try:
            early = work(app, edits // 3, rng)
            return early, work(app, edits - edits // 3, rng)
        finally:
            app.end(signal.SIGTERM)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--edits", type=int, default=3600)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    early, late = worked(options.edits, Random(options.seed))
    more = late.held - early.held
    print(  # noqa: T201
        f"{options.edits} edits: {early.held >> 20} MB and {early.files} files after a third, "
        f"{more / (1 << 20):.1f} MB and {late.files - early.files} files more at the end"
    )
    return int(more > MOST_BYTES or late.files - early.files > MOST_FILES)


if __name__ == "__main__":
    sys.exit(main())
