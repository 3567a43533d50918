"""Pages are handed to the generator in its words; without a browser the site says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook import SHOTS, Handbook, _stage, fragments, stage, taken


def test_pages_and_pictures_are_written_in_place_of_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {
        "index.md": "# Top\n\n- [A](a.md)\n",
        "b.md": "# B\n\n```python\n>>> 1\n1\n\n```\n\n```\nas it is\n```\n",
        "a.md": "# A\n\n```yaml model\nx: 1\n```\n\n```yaml talks.yaml\ny: 2\n```\n",
    }
    monkeypatch.setattr(_stage, "PICTURES", ())
    monkeypatch.setattr(_stage, "taken", lambda: {"brief.png": b"\x89PNG"})
    monkeypatch.setattr(_stage, "handbook", lambda run, shots: Handbook(pages, frozenset(pages)))
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old.md").write_text("old", encoding="utf-8")
    stage(tmp_path / "site")
    assert not (tmp_path / "site" / "old.md").exists()
    assert "```{toctree}" in (tmp_path / "site" / "index.md").read_text("utf-8")
    assert (tmp_path / "site" / "a.md").read_text("utf-8") == (
        "# A\n\n```yaml\nx: 1\n```\n\n```{code-block} yaml\n:caption: talks.yaml\n\ny: 2\n```\n"
    )
    assert (tmp_path / "site" / "b.md").read_text("utf-8") == (
        "# B\n\n```python\n>>> 1\n1\n```\n\n```\nas it is\n```\n"
    )
    pictures = tmp_path / "site" / "reference" / "pictures"
    assert (pictures / "brief.png").read_bytes() == b"\x89PNG"
    assert (tmp_path / "site" / "pictures" / "elmira.svg").exists()


def test_without_a_browser_no_picture_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert taken() == {}


@pytest.mark.parametrize("files", [[], [shot.file for shot in SHOTS]])
def test_the_page_shows_what_was_taken_or_says_that_nothing_was(files: list[str]) -> None:
    shown = fragments(files)["brief"]()
    assert ("had no browser" in shown) == (not files)
    assert shown.count("![") == len(files)
