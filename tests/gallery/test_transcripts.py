"""Each conflict of the gallery has a transcript, and replaying it gives what it shows.

``python tests/gallery/test_transcripts.py`` writes the transcripts anew; look at the
difference before it is kept.
"""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import sys
import tempfile
from pathlib import Path
from unittest import mock

import pytest

from satumeja import cli
from satumeja.gallery import entries, entry, load
from satumeja.stability import CONCEPTS

FOLDER = Path(__file__).parent / "transcripts"
NAMES = [entry.id for entry in entries()]
SCREEN = {"COLUMNS": "99", "NO_COLOR": "1", "TERM": "dumb"}


def commands(name: str) -> list[str]:
    """What is typed: take the conflict, look at it, analyse it, ask why, and follow paths."""
    state = load(name).status_quo_number or 1
    further = ",".join(concept for concept in entry(name).published if concept not in CONCEPTS)
    return [
        f"satumeja gallery {name} --out {name}.yaml",
        f"satumeja check {name}.yaml",
        f"satumeja analyse {name}.yaml",
        *([f"satumeja analyse {name}.yaml --concept {further}"] if further else []),
        f"satumeja explain {name}.yaml {state} --concept nash,seq",
        f"satumeja explain {name}.yaml {state} --concept nash --language id",
        f"satumeja paths {name}.yaml --from {state} --improvements --concept nash,seq",
    ]


def run(command: str) -> str:
    printed = io.StringIO()
    words = shlex.split(command)
    with (
        mock.patch.object(sys, "argv", words),
        mock.patch.dict(os.environ, SCREEN),
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(printed),
        contextlib.suppress(SystemExit),
    ):
        cli.main()
    return "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())


def transcript(name: str, folder: Path) -> str:
    with contextlib.chdir(folder):
        return "".join(f"$ {command}\n{run(command)}" for command in commands(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_transcript_is_what_is_printed(name: str, tmp_path: Path) -> None:
    shown = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert transcript(name, tmp_path) == shown


def test_every_conflict_has_a_transcript_and_nothing_else_has() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(NAMES)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in NAMES:
        with tempfile.TemporaryDirectory() as scratch:
            text = transcript(each, Path(scratch))
        (FOLDER / f"{each}.txt").write_text(text, encoding="utf-8")
