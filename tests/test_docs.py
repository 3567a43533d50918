"""What README and docs show is what the program does.

Blocks fenced ``console`` are run line by line (``$ satumeja ...``; also ``cat > FILE``
through a block fenced ``yaml FILE``, ``toml FILE`` or ``text FILE``) in one empty folder a
page, and their output is compared; ``...`` alone on a line stands for any lines. Blocks
fenced ``python`` are doctests, as cells of one notebook a page. Blocks fenced ``yaml model``
are complete models and must load.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from satumeja import formats

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<body>.*?)^```$", re.M | re.S)


def blocks(page: Path) -> list[tuple[str, str]]:
    return [(m["kind"].strip(), m["body"]) for m in FENCE.finditer(page.read_text("utf-8"))]


def run(command: str, folder: Path) -> str:
    words = shlex.split(command)
    assert words[0] == "satumeja", f"only satumeja is run in docs: {command}"
    code = "from satumeja.cli import main; main()"
    environment = {**os.environ, "COLUMNS": "99", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, *words[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def matches(expected: str, found: str) -> bool:
    lines = [line.rstrip() for line in expected.rstrip("\n").split("\n")]
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in lines
    )
    stripped = "".join(line.rstrip() + "\n" for line in found.rstrip("\n").split("\n"))
    return re.fullmatch(pattern, stripped) is not None


def check_console(body: str, folder: Path) -> None:
    for part in re.split(r"^\$ ", body, flags=re.M)[1:]:
        command, _, expected = part.partition("\n")
        found = run(command, folder)
        assert matches(expected, found), f"$ {command}\n--- shown\n{expected}\n--- is\n{found}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_shows_what_happens(page: Path, tmp_path: Path) -> None:
    names: dict[str, object] = {}  # one block of a page goes on where the last one ended
    for kind, body in blocks(page):
        if kind == "console":
            check_console(body, tmp_path)
        elif kind == "python":
            test = doctest.DocTestParser().get_doctest(body, names, page.name, str(page), 0)
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            assert runner.run(test, clear_globs=False).failed == 0
            names |= test.globs
        elif kind == "yaml model":
            formats.loads(body, name=page.name.replace(".md", ".yaml"))
        elif kind.startswith(("yaml ", "toml ", "text ")):
            path = tmp_path / kind.partition(" ")[2]
            path.parent.mkdir(exist_ok=True)
            path.write_text(body, encoding="utf-8")
