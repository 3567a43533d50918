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
FACES = sorted(path.parent for path in SOURCE.rglob("__init__.pyi"))


def names_imported(path: Path) -> set[str]:
    """Give the modules a file imports; relative ones have no place here."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_one_door_opens_upwards_by_name(path: Path) -> None:
    """Imports by string escape the contracts of `pyproject.toml`, so each is named here."""
    doors = {
        # Libraries that an extra brings.
        "extras.py": ["?"],
        # A model passes questions on to the room that answers them.
        "model/_asking.py": ["satumeja.stability", "satumeja.stability"],
        "stability/_asking.py": ["satumeja.questions", "satumeja.questions"],
        # The commands, each imported when it is asked for.
        "cli/_panels.py": ["?"],
        # A sweep's worker finds a concept of one's own where its author defined it.
        "questions/sweeps/_carried.py": ["?"],
    }
    opened = [
        node.args[0].value if isinstance(node.args[0], ast.Constant) else "?"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module")
    ]
    assert opened == doors.get(str(path.relative_to(SOURCE)), [])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_name_the_whole_way(path: Path) -> None:
    assert all(names_imported(path))


@pytest.mark.parametrize("folder", FACES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_face_lists_what_can_be_imported(folder: Path) -> None:
    """The list of a face is its stub: each name once, and each leads somewhere."""
    stub = ast.parse((folder / "__init__.pyi").read_text(encoding="utf-8"))
    listed = [
        alias.name
        for node in stub.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname == alias.name
    ]
    module = importlib.import_module(".".join(["satumeja", *folder.relative_to(SOURCE).parts]))
    assert sorted(set(module.__all__) - {"__version__"}) == sorted(listed)
    assert all(getattr(module, name) is not None for name in listed)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_public_things_say_what_they_are(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{path}: no module docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path}: {node.name}"


def test_nothing_names_a_machine() -> None:
    path_of_a_machine = re.compile(r"(/root/|/home/\w|/work/\w|/tmp/\w|C:\\Users)")
    skipped = {
        *(".venv", ".venv-newest", ".venv-lowest", ".git", "demo-output", "site", "build"),
        *(".mypy_cache", ".ruff_cache", ".pytest_cache", "node_modules"),
    }
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        kinds = {".py", ".md", ".toml", ".yaml", ".json", ".cff", ".txt", ".html", ".svg"}
        if skipped & set(parts) or path.suffix not in kinds or path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8")
        assert not path_of_a_machine.search(text), path


def test_no_test_measures_time() -> None:
    """On a busy machine that is luck: `operations` counts, and `benchmarks/` measure."""
    clocks = re.compile(r"\b(process|thread|perf)_(time|counter)\b")
    tests = (path for path in (ROOT / "tests").rglob("*.py") if path.parent.name != "proofs")
    assert not [path for path in tests if clocks.search(path.read_text(encoding="utf-8"))]


def test_the_map_of_the_house_is_true() -> None:
    """Every path that CONTRIBUTING names is there, from the root or from the package."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    invented = {
        "_name.py",
        "brief/figures/_clock.py",
        "brief/words/es.toml",
        "dossier/languages/es/",
    }
    named = set(re.findall(r"`([\w./-]+(?:/|\.(?:py|pyi|toml|yaml|j2|md|txt|json)))`", text))
    assert invented < named
    assert len(named) > 60
    for path in named - invented:
        if "XX" in path or "KEY" in path:
            continue
        homes = (
            ROOT,
            SOURCE,
            SOURCE / "stability",
            SOURCE / "formats",
            SOURCE / "brief" / "pages",
            SOURCE / "brief",
            SOURCE / "brief" / "words",
            SOURCE / "brief" / "pages" / "sections",
            SOURCE / "schemas" / "outputs",
            SOURCE / "schemas",
        )
        assert any((home / path).exists() for home in homes), path


def test_the_app_works_out_once_without_a_lock() -> None:
    """Up to Python 3.11 `cached_property` locks a whole class: two answers waited for ever."""
    sources = (SOURCE / "web").rglob("*.py")
    users = [path for path in sources if "import cached_property" in path.read_text("utf-8")]
    assert not users, "satumeja.web.once is for this"
