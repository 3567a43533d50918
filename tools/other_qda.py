"""Open a project of ours with a reader of REFI-QDA that others wrote, and compare what it finds.

Its types are made from the published schema (Project.xsd 1.0), so that what the schema does
not allow cannot be read. It is not among what the tests install::

    pip install pyrefiqda
    python tools/other_qda.py talks.qdpx
"""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path

from satumeja.exchange import read_qdpx


def places(path: Path) -> list[tuple[int, int, list[str]]]:
    """Give the selections of a project as the other reader has them, with their codes."""
    reader = import_module("pyrefiqda").RefiProject
    with tempfile.TemporaryDirectory() as folder:
        project = reader.load(path, extract_dir=folder)
    return [
        (
            selection.start_position,
            selection.end_position,
            sorted(coding.code_ref.target_guid.lower() for coding in selection.coding),
        )
        for source in project.sources.text_source
        for selection in source.plain_text_selection
    ]


def main(path: Path) -> int:
    """Compare, and say what differs."""
    ours = [
        (mark.start, mark.stop, sorted(coding.code for coding in mark.codings))
        for source in read_qdpx(path).sources
        for mark in source.selections
    ]
    theirs = places(path)
    missing = [place for place in ours if place not in theirs]
    print(f"{path}: {len(ours)} selections, {len(theirs)} read by the other, {len(missing)} lost")  # noqa: T201
    return int(bool(missing) or len(ours) != len(theirs))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
