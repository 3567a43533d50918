"""Journeys through the app in a browser, and what is tested of its parts without one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEB = ROOT / "web"
NODE = shutil.which("node")
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
SPECS = sorted(path.name for path in (WEB / "tests").glob("*.spec.mjs"))

needs_node = pytest.mark.skipif(
    NODE is None or not (WEB / "node_modules").is_dir(),
    reason="no node here, or no packages in web/node_modules (npm ci): the page is not tested",
)
needs_browser = pytest.mark.skipif(
    BROWSER is None, reason="no Chromium here: no journey through the app is made"
)


def run(*command: str, within: int = 600) -> str:
    """Run a script of the page's own; what it prints is told where it fails."""
    given = os.environ | {
        "SATUMEJA": str(Path(sys.executable).with_name("satumeja")),
        "CHROMIUM": BROWSER or "",
    }
    done = subprocess.run(
        command, cwd=WEB, env=given, capture_output=True, text=True, timeout=within, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@needs_node
def test_what_is_shipped_is_what_the_sources_give(tmp_path: Path) -> None:
    shipped = ROOT / "src" / "satumeja" / "web" / "static"
    run("node", "build.mjs", "--out", str(tmp_path))
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in shipped.iterdir()}


@needs_node
def test_types_of_the_page_agree_with_the_server(tmp_path: Path) -> None:
    from satumeja import web

    description = tmp_path / "openapi.json"
    description.write_text(web.openapi_text(), encoding="utf-8")
    run("npx", "openapi-typescript", str(description), "-o", "src/api.ts")
    run("npx", "tsc", "--noEmit")


@needs_node
def test_parts_of_the_page() -> None:
    run("npm", "run", "--silent", "test")


@needs_node
@needs_browser
@pytest.mark.parametrize("spec", SPECS)
def test_journeys(spec: str) -> None:
    """Each prints one line a journey; those that take minutes ask for PROOF=1.

    A browser beside other tests can be late for what a journey waits for: one that fails is made
    once more.
    """
    try:
        told = run("node", f"tests/{spec}")
    except AssertionError:
        told = run("node", f"tests/{spec}")
    assert "not ok" not in told
