"""The launcher: it opens what it should, and writes over nothing of the person's own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands import Run
from satumeja.errors import OutputError
from satumeja.web.serving._shortcut import put_shortcut

ENDINGS = {"linux": ".desktop", "win32": ".bat", "darwin": ".command"}


@pytest.fixture
def desktop(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty desktop."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    folder = home / "Desktop"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("platform", ENDINGS)
def test_a_launcher_is_put_on_the_desktop_and_may_be_put_anew(
    desktop: Path, platform: str
) -> None:
    for _ in range(2):
        files = put_shortcut(platform=platform)
        assert files[0] == desktop / f"Satu Meja{ENDINGS[platform]}"
    content = files[0].read_text()
    assert sys.executable in content
    assert "-m" in content
    assert "satumeja" in content
    assert len(list(desktop.iterdir())) == 1


@pytest.mark.parametrize("platform", ENDINGS)
def test_what_is_not_ours_is_left(desktop: Path, platform: str) -> None:
    file = desktop / f"Satu Meja{ENDINGS[platform]}"
    file.write_text("mine")
    with pytest.raises(OutputError, match="is not of this program; it was left"):
        put_shortcut(platform=platform)
    assert file.read_text() == "mine"


def test_linux_offers_it_for_models_too(desktop: Path, home: Path) -> None:
    files = put_shortcut(platform="linux")
    entry = home / ".local" / "share" / "applications" / "Satu Meja.desktop"
    assert files == [desktop / "Satu Meja.desktop", entry]
    lines = entry.read_text().splitlines()
    assert "MimeType=application/yaml;application/x-yaml;text/yaml;text/x-yaml;" in lines
    assert f'Exec="{sys.executable}" "-m" "satumeja" "open" %f' in lines


def test_linux_says_where_its_desktop_is(home: Path, desktop: Path) -> None:
    (home / ".config").mkdir()
    (home / ".config" / "user-dirs.dirs").write_text('XDG_DESKTOP_DIR="$HOME/Meja"\n')
    (home / "Meja").mkdir()
    assert put_shortcut(platform="linux")[0] == home / "Meja" / "Satu Meja.desktop"


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_without_a_desktop_nothing_is_written(home: Path, platform: str) -> None:
    with pytest.raises(OutputError, match="there is no such folder"):
        put_shortcut(platform=platform)
    assert list(home.iterdir()) == []


def test_a_launcher_of_a_case_quotes_what_its_folder_is_called(desktop: Path, home: Path) -> None:
    case = home / 'a "b" $c `d` 100% \\e'
    case.mkdir()
    launcher = put_shortcut(case, platform="linux")[0].read_text()
    quoted = case.name
    for letter in ("\\", '"', "$", "`"):
        quoted = quoted.replace(letter, f"\\{letter}")
    quoted = quoted.replace("%", "%%").replace("\\", "\\\\")
    assert f'{quoted}"\n' in launcher
    assert "%f" not in launcher


@pytest.mark.skipif(os.name != "posix", reason="sh reads it")
def test_the_script_runs_as_it_stands(
    desktop: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = home / "told"
    monkeypatch.setattr(sys, "executable", str(home / "it's a program"))
    Path(sys.executable).write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}"\n')
    Path(sys.executable).chmod(0o755)
    script = put_shortcut(platform="darwin")[0]
    subprocess.run([str(script), "my talks.yaml"], check=True)
    assert told.read_text().splitlines() == ["-m", "satumeja", "open", "my talks.yaml"]


def test_the_command_says_what_it_wrote(desktop: Path, run: Run) -> None:
    done = run("open", "--shortcut")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{desktop / 'Satu Meja'}.")


def test_a_case_that_is_not_there_has_no_launcher(desktop: Path, run: Run) -> None:
    done = run("open", str(desktop / "nothing"), "--shortcut")
    assert (done.code, done.out) == (1, "")
    assert "there is no such file or folder" in done.err
    assert list(desktop.iterdir()) == []
