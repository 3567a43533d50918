"""The house keeps its shape: floors, faces, sizes, and words that do not belong."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "satumeja"
FILES = sorted(SOURCE.rglob("*.py"))
ROOMS = [
    *("report", "dossier", "model", "formats", "stability", "table", "questions", "brief"),
    *("gallery", "exports"),
]

# A model passes questions on to the rooms that answer them; only a type checker looks there.
ASKING = SOURCE / "model" / "_asking.py"

# What each room may stand on. Nothing imports upwards, and there is no circle.
FLOORS = {
    "errors": set(),
    "files": {"errors"},
    "extras": {"errors"},
    "report": {"errors", "files"},
    "model": {"errors", "files"},
    "dossier": {"errors", "files", "report", "model"},
    "formats": {"errors", "extras", "files", "model"},
    "stability": {"errors", "files", "model"},
    "table": {"errors", "files", "model", "formats", "stability"},
    "questions": {"errors", "files", "model", "stability", "table"},
    "gallery": {"errors", "files", "model", "formats", "stability"},
    "brief": {
        *("errors", "files", "report", "dossier", "model", "formats", "stability", "table"),
        *("gallery", "questions"),
    },
    "exports": {*("errors", "extras", "files", "model", "stability", "brief")},
}


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path == ASKING:
        tree.body = [node for node in tree.body if not isinstance(node, ast.If)]
    for node in ast.walk(tree):
        modules = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            modules = [node.module or ""]
            if node.module == "satumeja":
                modules = [f"satumeja.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        found |= {name for name in modules if name.split(".")[0] == "satumeja"}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_down_only(path: Path) -> None:
    allowed = FLOORS.get(room(path))
    if allowed is None:  # __init__, cli and demo stand on top
        return
    for name in imports(path):
        target = name.split(".")[1]
        assert target == room(path) or target in allowed, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_package_uses_only_the_faces_of_others(path: Path) -> None:
    for name in imports(path):
        parts = name.split(".")
        private = any(part.startswith("_") for part in parts[2:])
        assert not private or parts[1] == room(path), f"{path.name} reaches into {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("name", ["satumeja", *(f"satumeja.{room}" for room in ROOMS)])
def test_a_face_is_importable(name: str) -> None:
    module = importlib.import_module(name)
    assert len(set(module.__all__)) == len(module.__all__)
    for public in module.__all__:
        assert getattr(module, public) is not None


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_public_things_say_what_they_are(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{path}: no module docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path}: {node.name}"


def test_nothing_names_a_machine() -> None:
    path_of_a_machine = re.compile(r"(/root/|/home/\w|/work/\w|/tmp/\w|C:\\Users)")
    skipped = {".venv", ".git", "demo-output", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        kinds = {".py", ".md", ".toml", ".yaml", ".json", ".cff", ".txt", ".html", ".svg"}
        if skipped & set(parts) or path.suffix not in kinds or path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8")
        assert not path_of_a_machine.search(text), path
