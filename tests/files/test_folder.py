"""A folder is written whole or not at all, and takes away nothing that is not its own."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from satumeja.errors import OutputError
from satumeja.files import MANIFEST, _exchange, _folder, write_folder

OLD = {"a.csv": "1\n", "b.csv": "2\n", "é c.csv": "3\n"}
NEW = {"a.csv": "one\n", "d.csv": "4\n"}
posix = pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")


def texts(folder: Path) -> dict[str, str]:
    """What a folder holds, its list left out."""
    return {f.name: f.read_text("utf-8") for f in folder.iterdir() if f.name != MANIFEST}


def tree(folder: Path) -> dict[str, bytes | str]:
    """All that is in a folder and below, with where links lead."""
    return {
        str(p.relative_to(folder)): os.readlink(p)
        if p.is_symlink()
        else p.read_bytes()
        if p.is_file()
        else "folder"
        for p in folder.rglob("*")
    }


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "q", "sheets", OLD)


@pytest.fixture(params=["in one step", "in three"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a system lets folders change places, and where it does not."""
    if request.param == "in three":
        monkeypatch.setattr(_exchange, "_exchanged", lambda *_: False)


@pytest.mark.usefixtures("either_way")
def test_a_folder_of_ours_is_replaced_and_stale_files_go(place: Path) -> None:
    assert texts(place) == OLD
    assert write_folder(place, "sheets", NEW) == place
    assert texts(place) == NEW
    assert os.listdir(place.parent) == ["q"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "q").mkdir()
    assert texts(write_folder(tmp_path / "q", "tables", NEW)) == NEW


def test_the_list_is_of_a_kind_that_others_read(place: Path) -> None:
    lines = (place / MANIFEST).read_text("utf-8").splitlines()
    assert lines[0] == "# satumeja: sheets"
    assert lines[1:] == [
        f"{hashlib.sha256(OLD[name].encode()).hexdigest()}  {name}" for name in sorted(OLD)
    ]
    checker = shutil.which("sha256sum")
    if checker:
        subprocess.run([checker, "--check", "--strict", MANIFEST], cwd=place, check=True)


def lead_out(file: Path) -> None:
    """Put a file elsewhere, and a link to it in its place."""
    kept = file.parent.parent / "kept"
    file.rename(kept)
    file.symlink_to(kept)


def make_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


Spoil = Callable[[Path], object]
SPOILT: dict[str, tuple[str, str, Spoil]] = {
    "a file of his own": (
        "budget.csv",
        "is not known to be satumeja's; name another folder, or move it away",
        lambda q: (q / "budget.csv").write_text("mine"),
    ),
    "a hidden file": (".env", "is not known", lambda q: (q / ".env").write_text("mine")),
    "a file of a name we will write": (
        "d.csv",
        "is not known to be",
        lambda q: (q / "d.csv").write_text("mine"),
    ),
    "an edit of one that would be written": (
        "a.csv",
        "was changed since satumeja wrote it; name another folder, or move it away",
        lambda q: (q / "a.csv").write_text("1,mine\n"),
    ),
    "an edit of one that would go": (
        "b.csv",
        "was changed since",
        lambda q: (q / "b.csv").write_text("2,mine\n"),
    ),
    "a folder": ("sub", "is not known to be", lambda q: (q / "sub").mkdir()),
    "a folder of our name": (
        "d.csv",
        "is not known to be",
        lambda q: (q / "d.csv").mkdir(),
    ),
    "a link of his own": (
        "a.csv",
        "is not known to be",
        lambda q: lead_out(q / "a.csv"),
    ),
    "no list": ("a.csv", "is not known to be", lambda q: (q / MANIFEST).unlink()),
    "a list of his own": (
        MANIFEST,
        "is not known to be",
        lambda q: (q / MANIFEST).write_text("mine"),
    ),
    "a list that is a folder": (
        MANIFEST,
        "is not known to be",
        lambda q: make_folder(q / MANIFEST),
    ),
    "a list that is a link": (
        MANIFEST,
        "is not known to be",
        lambda q: lead_out(q / MANIFEST),
    ),
    "a file that is to stay": (
        "b.csv",
        "is read-only; name another folder, or make it writable",
        lambda q: (q / "b.csv").chmod(0o444),
    ),
}


@pytest.mark.parametrize(("name", "message", "spoil"), SPOILT.values(), ids=SPOILT.keys())
def test_a_folder_that_holds_anything_else_stays(
    place: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str, spoil: Spoil
) -> None:
    """Nor is it moved: who looks meanwhile finds it in its place."""

    def refuse(*_: Path) -> None:
        raise AssertionError("moved")

    monkeypatch.setattr(_folder, "exchange", refuse)
    spoil(place)
    before = tree(place.parent)
    with pytest.raises(OutputError) as refused:
        write_folder(place, "sheets", NEW)
    assert str(refused.value).startswith(f"{place / name}: {message}")
    assert "\n" not in str(refused.value)
    assert tree(place.parent) == before


def test_a_folder_of_a_users_own_sheets_stays(tmp_path: Path) -> None:
    place = tmp_path / "q"
    place.mkdir()
    (place / "a.csv").write_text("mine")
    with pytest.raises(OutputError, match=r"q.a\.csv: is not known to be satumeja's"):
        write_folder(place, "sheets", NEW)
    assert texts(place) == {"a.csv": "mine"}
    assert not (place / MANIFEST).exists()


def test_what_already_holds_the_same_is_taken_over(tmp_path: Path) -> None:
    """As a folder that an older version wrote, without a list."""
    place = tmp_path / "q"
    place.mkdir()
    (place / "a.csv").write_text(NEW["a.csv"])
    write_folder(place, "sheets", NEW)
    assert texts(write_folder(place, "sheets", OLD)) == OLD


@pytest.mark.parametrize("litter", [".DS_Store", "Thumbs.db", "desktop.ini"])
def test_what_a_file_manager_leaves_is_in_nobodys_way(place: Path, litter: str) -> None:
    (place / litter).write_text("x")
    assert texts(write_folder(place, "sheets", NEW)) == NEW


def test_a_folder_of_another_kind_stays(place: Path) -> None:
    with pytest.raises(OutputError, match=r"q: holds a model as sheets, not tables; name another"):
        write_folder(place, "tables", NEW)
    assert texts(place) == OLD


def test_a_list_with_bytes_that_are_no_text_is_read_for_the_rest(place: Path) -> None:
    with (place / MANIFEST).open("ab") as stream:
        stream.write(b"\xff\xfe\n")
    assert texts(write_folder(place, "sheets", NEW)) == NEW


@pytest.mark.parametrize(("blanks", "message"), [(1 << 19, ""), (3 << 19, "is not known to be")])
def test_of_a_list_longer_than_any_of_ours_the_beginning_is_read(
    place: Path, blanks: int, message: str
) -> None:
    (place / "late.csv").write_text("late")
    with (place / MANIFEST).open("a") as stream:
        stream.write("\n" * blanks)
        stream.write(f"{hashlib.sha256(b'late').hexdigest()}  late.csv\n")
    if message:
        with pytest.raises(OutputError, match=rf"late\.csv: {message}"):
            write_folder(place, "sheets", NEW)
    else:
        assert texts(write_folder(place, "sheets", NEW)) == NEW


def test_the_names_in_a_list_lead_nowhere_else(place: Path) -> None:
    """A list that somebody made up takes away nothing outside the folder."""
    outside = place.parent / "mine.csv"
    outside.write_text("mine")
    digest = hashlib.sha256(b"mine").hexdigest()
    with (place / MANIFEST).open("a") as stream:
        stream.write(f"{digest}  ../mine.csv\n{digest}  {outside}\n")
    write_folder(place, "sheets", NEW)
    assert outside.read_text() == "mine"


def test_a_folder_is_at_no_moment_open_to_those_it_is_closed_to(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it has the rights of the old one, nobody comes to where it is made."""
    made: list[int] = []
    mkdir = os.mkdir

    def spy(path: Path, *rights: int) -> None:
        mkdir(path, *rights)
        made.append(stat.S_IMODE(path.parent.stat().st_mode & path.stat().st_mode))

    place.parent.chmod(0o777)
    monkeypatch.setattr(os, "mkdir", spy)
    before = os.umask(0)
    try:
        write_folder(place, "sheets", NEW)
    finally:
        os.umask(before)
    assert made == [0o700, 0o700]


# -- what happens meanwhile ------------------------------------------------------------


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("name", ["a.csv", "late.csv"])
def test_what_somebody_puts_there_meanwhile_stays(
    place: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """After the first look: the folders change places, and change back."""
    calls: list[Path] = []

    def late(one: Path, other: Path) -> None:
        if not calls:
            (place / name).write_text("mine")
        calls.append(other)
        _exchange.exchange(one, other)

    monkeypatch.setattr(_folder, "exchange", late)
    with pytest.raises(OutputError, match=f"{name}: (was changed|is not known)"):
        write_folder(place, "sheets", NEW)
    assert calls == [place, place]
    assert texts(place) == {**OLD, name: "mine"}
    assert os.listdir(place.parent) == ["q"]


@pytest.mark.parametrize("failing", [1, 2, 3])
@pytest.mark.parametrize("error", [OSError(13, "Permission denied"), KeyboardInterrupt()])
def test_renames_that_fail_are_taken_back(
    place: Path, monkeypatch: pytest.MonkeyPatch, failing: int, error: BaseException
) -> None:
    rename, calls = os.rename, []

    def flawed(one: Path, other: Path) -> None:
        calls.append(other)
        if len(calls) == failing:
            raise error
        rename(one, other)

    monkeypatch.setattr(_exchange, "_exchanged", lambda *_: False)
    monkeypatch.setattr(os, "rename", flawed)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write_folder(place, "sheets", NEW)
    assert texts(place) == OLD
    assert os.listdir(place.parent) == ["q"]


def test_an_old_folder_that_cannot_be_put_back_is_not_taken_away(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody makes a folder of its name in the moment in which there is none."""
    rename, calls = os.rename, []

    def taken(one: Path, other: Path) -> None:
        calls.append(other)
        rename(one, other)
        if len(calls) == 1:
            place.mkdir()
            (place / "mine.csv").write_text("mine")

    monkeypatch.setattr(_exchange, "_exchanged", lambda *_: False)
    monkeypatch.setattr(os, "rename", taken)
    with pytest.raises(OutputError, match="q: cannot be written: Directory not empty"):
        write_folder(place, "sheets", NEW)
    assert texts(place) == {"mine.csv": "mine"}
    (aside,) = place.parent.glob(".satumeja-*/folder-aside")
    assert texts(aside) == OLD


@pytest.mark.parametrize(
    ("name", "step"),
    [("q", "mkdir"), ("q", "fdopen"), ("late", "mkdir"), ("late", "fdopen"), ("late", "rename")],
)
def test_trouble_with_the_disk_changes_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch, name: str, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as trouble:
        trouble.setattr(os, step, fail)
        with pytest.raises(OutputError, match=f"{name}: cannot be written: No space left on dev"):
            write_folder(place.with_name(name), "sheets", NEW)
    assert texts(place) == OLD
    assert os.listdir(place.parent) == ["q"]


# -- places ----------------------------------------------------------------------------


def test_a_link_to_a_folder_is_followed_and_stays(place: Path) -> None:
    link = place.with_name("link")
    link.symlink_to("q")
    assert write_folder(link, "sheets", NEW) == link
    assert os.readlink(link) == "q"
    assert texts(place) == NEW
    later = place.with_name("later")
    later.symlink_to("made/anew")
    with pytest.raises(OutputError, match=r"later: the folder .*made does not exist"):
        write_folder(later, "sheets", NEW)
    (place.parent / "made").mkdir()
    write_folder(later, "sheets", NEW)
    assert later.is_symlink()
    assert texts(place.parent / "made" / "anew") == NEW


@posix
def test_folder_and_files_keep_their_modes(place: Path) -> None:
    place.chmod(0o750)
    (place / "a.csv").chmod(0o600)
    write_folder(place, "sheets", NEW)
    assert stat.S_IMODE(place.stat().st_mode) == 0o750
    assert stat.S_IMODE((place / "a.csv").stat().st_mode) == 0o600


@posix
@pytest.mark.parametrize(("mask", "rights"), [(0o022, 0o755), (0o077, 0o700)])
def test_a_new_folder_has_the_mode_of_new_folders(tmp_path: Path, mask: int, rights: int) -> None:
    before = os.umask(mask)
    try:
        place = write_folder(tmp_path / "q", "tables", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE(place.stat().st_mode) == rights
    assert stat.S_IMODE((place / "a.csv").stat().st_mode) == rights & 0o666


@posix
def test_a_read_only_folder_stays(place: Path) -> None:
    place.chmod(0o555)
    with pytest.raises(OutputError, match=r"q: is read-only; name another folder, or make it"):
        write_folder(place, "sheets", NEW)
    place.chmod(0o755)
    assert texts(place) == OLD


def test_places_that_cannot_be_are_one_line(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    (place.parent / "file").write_text("mine")
    for target, message in {
        ".": r"\.: is the folder you are in; name a folder in it",
        "../file": r"file: is a file, not a folder",
        "../file/q": r"q: the folder .*file does not exist",
        "../none/q": r"q: the folder .*none does not exist",
        "n" * 300: "n: cannot be written: File name too long",
    }.items():
        with pytest.raises(OutputError, match=message):
            write_folder(target, "sheets", NEW)
    monkeypatch.chdir(place.parent)
    monkeypatch.setattr(Path, "is_mount", lambda _: True)
    with pytest.raises(OutputError, match="q: is where a disk is mounted; name a folder in it"):
        write_folder("q", "sheets", NEW)
    assert texts(place) == OLD
