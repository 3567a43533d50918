"""Papers that take long to make: a brief for print or Word."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from satumeja.clock import today
from satumeja.web.jobs._task import Progress, Task, Work

__all__ = ["PAPERS"]


def _paper(task: Task, progress: Progress) -> dict[str, Any]:
    """Write a brief as PDF or for Word; the bytes go to whoever asked, not on the disk."""
    from satumeja import brief

    with TemporaryDirectory() as folder:
        path = Path(folder) / f"brief.{task.kind}"
        brief.write(
            task.model, path, language=task.language, form=task.form,
            mark=task.mark, author=task.author, made=today(),
        )  # fmt: skip
        return {"content": path.read_bytes()}


PAPERS: Mapping[str, Work] = {"pdf": _paper, "docx": _paper}
"""Papers by the ending of their files."""
