"""The front page keeps what it promises: its picture, its length, its commands.

``PYTHONPATH=tools python tests/handbook/test_readme.py`` draws the diagram of Elmira anew;
``node tests/pictures.mjs`` in ``web/`` makes the pictures of the app.
"""

from __future__ import annotations

from pathlib import Path

from handbook import commands
from satumeja import analyse, brief, gallery, questions

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PICTURE = ROOT / "docs" / "pictures" / "elmira.svg"


def picture() -> str:
    """Draw the status quo diagram of the conflict of Elmira."""
    model = gallery.load("elmira")
    return f"{brief.status_quo_diagram(analyse(model), questions.paths(model)).svg}\n"


def test_the_picture_is_what_the_code_draws() -> None:
    assert PICTURE.read_text("utf-8") == picture()
    page = ROOT / "docs" / "explanation" / "what-comes-out.md"
    assert "(../pictures/elmira.svg)" in page.read_text("utf-8")


def test_the_app_is_shown_first() -> None:
    first = README.index("![")
    assert README[first:].split("(", 1)[1].startswith("docs/pictures/app-model.en.png)")


def test_it_can_be_read_in_one_go() -> None:
    assert len(README.splitlines()) <= 150


def test_every_command_has_its_place() -> None:
    assert [each.name for each in commands() if f"`{each.name}`" not in README] == ["demo"]
    assert "`satumeja demo`" in README


def test_the_two_commands_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in ("demo", "test", "docs"):
        assert f"make {target}" in README
        assert f"\n{target}: " in makefile


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture(), encoding="utf-8")
