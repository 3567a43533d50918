"""Files are written whole or not at all, as private as they were, and through links."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from satumeja.errors import OutputError, QuestionError
from satumeja.files import _whole, clear_scratch, write_whole
from satumeja.files._whole import put

posix = pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def masked(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def test_writing_replaces_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    write_whole(target, "old")
    assert write_whole(target, "new é\r\n") == target
    assert target.read_bytes() == "new é\r\n".encode()
    assert os.listdir(tmp_path) == ["brief.html"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    write_whole(target, "old")
    for content in ("\ud800", iter(["a", "\ud800"])):
        with pytest.raises(OutputError, match="holds a character that is not UTF-8") as refused:
            write_whole(target, content)
        assert str(refused.value).startswith(f"{target}: cannot be written: ")
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["brief.html"]


def torn() -> Iterator[str]:
    """Give a piece of a text, and fail."""
    yield "a"
    raise QuestionError("in the middle")


def test_a_text_in_pieces_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "graph.dot"
    write_whole(target, (f"{number}\n" for number in range(3)))
    assert target.read_bytes() == b"0\n1\n2\n"
    with pytest.raises(OutputError, match="holds a character that is not UTF-8"):
        write_whole(target, iter(["a", "\ud800"]))
    with pytest.raises(QuestionError, match="in the middle"):
        write_whole(target, torn())
    assert target.read_bytes() == b"0\n1\n2\n"
    assert os.listdir(tmp_path) == ["graph.dot"]


@pytest.mark.parametrize("step", ["fdopen", "chmod", "replace", "fsync"])
def test_trouble_at_any_step_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    target = tmp_path / "brief.html"
    target.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    class Full:
        """A stream to a full disk."""

        def __init__(self, handle: int, _: str) -> None:
            self.handle, self.write = handle, fail

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self.handle)

    monkeypatch.setattr(os, step, Full if step == "fdopen" else fail)
    with pytest.raises(OutputError, match=r"html: cannot be written: No space left on device$"):
        write_whole(target, "new", sync=True)
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["brief.html"]


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("none/brief.html", "the folder .*none does not exist"),
        ("", "is a folder"),
        ("file/brief.html", "the folder .*file does not exist"),
        ("n" * 300, "cannot be written: File name too long"),
        ("round", "cannot be written: Too many levels of symbolic links"),
    ],
)
def test_a_place_that_cannot_be_written_is_one_line(
    tmp_path: Path, place: str, message: str
) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "round").symlink_to("circle")
    (tmp_path / "circle").symlink_to("round")
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(OutputError, match=message) as caught:
        write_whole(tmp_path / place, "x")
    assert "\n" not in str(caught.value)
    assert sorted(os.listdir(tmp_path)) == before


def test_a_folder_that_is_not_there_is_called_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path)
    place = Path("link") / "none"
    with pytest.raises(OutputError) as refused:
        write_whole(place / "brief.html", "x")
    assert str(refused.value).startswith(
        f"{place / 'brief.html'}: the folder {place} does not exist"
    )


def test_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 255)
    assert write_whole(target, "x").read_text() == "x"


# -- rights ----------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("rights", [0o600, 0o640, 0o664, 0o666, 0o700, 0o755, 0o604])
@pytest.mark.parametrize("mask", [0, 0o022, 0o077])
def test_a_file_keeps_its_mode(tmp_path: Path, rights: int, mask: int) -> None:
    target = tmp_path / "model.yaml"
    target.write_text("old")
    target.chmod(rights)
    with masked(mask):
        write_whole(target, "new")
    assert (mode(target), target.read_text()) == (rights, "new")


@posix
@pytest.mark.parametrize(("mask", "rights"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600)])
def test_a_new_file_has_the_mode_of_new_files(tmp_path: Path, mask: int, rights: int) -> None:
    with masked(mask):
        write_whole(tmp_path / "model.yaml", "new")
    assert mode(tmp_path / "model.yaml") == rights


@posix
def test_a_private_file_is_at_no_moment_open_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands in the folder, from making the file to its taking the old one's place."""
    target = tmp_path / "model.yaml"
    target.write_text("old")
    target.chmod(0o600)
    seen: set[int] = set()
    for name in ("fdopen", "chmod", "replace"):
        call = getattr(os, name)

        def spy(*given: object, call: object = call) -> object:
            seen.update(mode(file) for file in tmp_path.iterdir())
            return call(*given)  # type: ignore[operator]

        monkeypatch.setattr(os, name, spy)
    with masked(0):
        write_whole(target, "new")
    assert seen == {0o600}


def test_the_umask_of_the_process_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other threads make files at the same time, and would make them open to all."""

    def refuse(_: int) -> int:
        raise AssertionError("umask")

    monkeypatch.setattr(os, "umask", refuse)
    threads = [
        threading.Thread(target=write_whole, args=(tmp_path / f"{k % 3}", "x" * 1000))
        for k in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(os.listdir(tmp_path)) == ["0", "1", "2"]


@pytest.mark.parametrize("rights", [0o444, 0o400, 0o000])
def test_what_is_read_only_stays(tmp_path: Path, rights: int) -> None:
    target = tmp_path / "model.yaml"
    target.write_text("old")
    target.chmod(rights)
    with pytest.raises(OutputError, match=r"yaml: is read-only; name another file, or make it"):
        write_whole(target, "new")
    target.chmod(0o600)
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["model.yaml"]


# -- links and what is no file ---------------------------------------------------------


@pytest.mark.parametrize("way", ["other/model.yaml", "{}/other/model.yaml"])
def test_a_link_is_followed_and_stays(tmp_path: Path, way: str) -> None:
    """Relative and absolute, and a chain of links."""
    real = tmp_path / "other" / "model.yaml"
    real.parent.mkdir()
    real.write_text("old")
    (tmp_path / "link").symlink_to(way.format(tmp_path))
    (tmp_path / "chain").symlink_to("link")
    assert write_whole(tmp_path / "chain", "new") == tmp_path / "chain"
    assert os.readlink(tmp_path / "chain") == "link"
    assert os.readlink(tmp_path / "link") == way.format(tmp_path)
    assert real.read_text() == "new"
    assert (sorted(os.listdir(tmp_path)), os.listdir(real.parent)) == (
        ["chain", "link", "other"],
        ["model.yaml"],
    )


@posix
def test_a_link_takes_the_mode_from_where_it_leads(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.write_text("old")
    real.chmod(0o600)
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", "new")
    assert mode(real) == 0o600


def test_a_link_that_leads_nowhere_is_led_somewhere(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("later")
    write_whole(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "later").read_text() == "new"
    (tmp_path / "lost").symlink_to("none/later")
    with pytest.raises(OutputError, match=r"lost: the folder .*none does not exist"):
        write_whole(tmp_path / "lost", "new")
    assert (tmp_path / "lost").is_symlink()


def test_other_names_of_a_file_keep_the_old_content(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("old")
    os.link(one, other)
    write_whole(one, "new")
    assert (one.read_text(), other.read_text()) == ("new", "old")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_is_written_into_and_stays(tmp_path: Path) -> None:
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text()))
    reader.start()
    write_whole(pipe, "said")
    reader.join()
    assert heard == ["said"]
    assert stat.S_ISFIFO(pipe.lstat().st_mode)


@posix
def test_a_device_is_written_into_and_stays(tmp_path: Path) -> None:
    """One of its own where it can be had: the system's would be lost where this fails."""
    device = tmp_path / "null"
    try:
        os.mknod(device, stat.S_IFCHR | 0o600, os.makedev(1, 3))
        device.write_text("a device is not forbidden here")
    except (AttributeError, OSError):
        device = Path(os.devnull)
    write_whole(device, "said")
    assert stat.S_ISCHR(os.lstat(device).st_mode)


# -- on the disk -----------------------------------------------------------------------


@posix
@pytest.mark.parametrize("sync", [True, False, None])
def test_what_is_to_be_on_the_disk_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sync: bool | None
) -> None:
    """First the file, whole, then its name in the folder."""
    target, waited = tmp_path / "model.yaml", []
    fsync = os.fsync

    def spy(handle: int) -> None:
        folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        there = target.read_text() if target.exists() else ""
        waited.append(("folder" if folder else os.fstat(handle).st_size, there))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", spy)
    if sync is None:
        write_whole(target, "new")
    else:
        write_whole(target, "new", sync=sync)
    assert waited == ([(3, ""), ("folder", "new")] if sync else [])


@posix
def test_where_folders_cannot_be_opened_none_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as windows:
        windows.setattr(os, "open", refuse)
        with pytest.raises(PermissionError):
            _whole._sync_folder(tmp_path)
        windows.setattr(os, "name", "nt")
        _whole._sync_folder(tmp_path)


def test_a_text_that_is_not_utf8_is_refused_by_its_line_and_the_old_file_stays(
    tmp_path: Path,
) -> None:
    target = tmp_path / "model.yaml"
    target.write_text("old")
    with pytest.raises(OutputError, match=r'"title: x\?" holds a character that is not UTF-8'):
        write_whole(target, "satumeja: 1\n  title: x\udcff\nnotes: y\n")
    assert [path.name for path in tmp_path.iterdir()] == ["model.yaml"]
    assert target.read_text() == "old"


# -- what must be there, and what must not ----------------------------------------------


@pytest.mark.parametrize("over", ["as read é\n", "as read é\n".encode()])
def test_what_stands_as_it_was_read_is_replaced(tmp_path: Path, over: str | bytes) -> None:
    target = tmp_path / "model.yaml"
    target.write_bytes("as read é\n".encode())
    write_whole(target, "new", over=over)
    assert target.read_text() == "new"


@pytest.mark.parametrize("over", ["as read\n", b"as read\n", ""])
def test_what_somebody_wrote_meanwhile_stays(tmp_path: Path, over: str | bytes) -> None:
    target = tmp_path / "model.yaml"
    target.write_text("theirs\n")
    with pytest.raises(OutputError) as refused:
        write_whole(target, "new", over=over)
    assert str(refused.value) == (f"{target}: was changed while it was being edited; run it again")
    assert target.read_text() == "theirs\n"
    assert os.listdir(tmp_path) == ["model.yaml"]


def test_through_a_link_it_is_the_file_it_leads_to_that_must_be_as_it_was(
    tmp_path: Path,
) -> None:
    (tmp_path / "model.yaml").write_text("old")
    (tmp_path / "link").symlink_to("model.yaml")
    write_whole(tmp_path / "link", "new", over="old")
    with pytest.raises(OutputError, match="link: was changed while"):
        write_whole(tmp_path / "link", "newer", over="old")
    assert (tmp_path / "model.yaml").read_text() == "new"


def refuse_links(*_: object) -> None:
    """What a file system answers that gives a file one name only."""
    raise OSError(1, "Operation not permitted")


@pytest.mark.parametrize("links", [True, False])
def test_a_name_that_is_to_be_new_is_taken_from_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", refuse_links)
    target = tmp_path / "model.yaml"
    assert write_whole(target, "first", new=True) == target
    with pytest.raises(OutputError) as refused:
        write_whole(target, "second", new=True)
    assert str(refused.value) == f"{target}: there is such a file already"
    assert (target.read_text(), os.listdir(tmp_path)) == ("first", ["model.yaml"])


@posix
def test_a_private_file_is_its_owners_whoever_might_read_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "server.json"
    with masked(0):
        write_whole(target, "first", private=True)
        assert mode(target) == 0o600
        target.chmod(0o666)
        write_whole(target, "second", private=True)
    assert (mode(target), target.read_text()) == (0o600, "second")


@pytest.mark.parametrize("place", ["there", "link"])
def test_what_is_not_yet_whole_is_written_over_nothing(tmp_path: Path, place: str) -> None:
    (tmp_path / "there").write_text("theirs")
    (tmp_path / "link").symlink_to("elsewhere")
    with pytest.raises(FileExistsError):
        put(tmp_path / place, [b"ours"], tmp_path / "model.yaml")
    assert (tmp_path / "there").read_text() == "theirs"
    assert not (tmp_path / "elsewhere").exists()


@posix
def test_a_file_made_like_none_waits_for_no_disk_and_is_as_new_files_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise AssertionError("waited")

    monkeypatch.setattr(os, "fsync", refuse)
    with masked(0o027):
        put(tmp_path / "new", [b"a", b"b"], tmp_path / "none")
    assert (mode(tmp_path / "new"), (tmp_path / "new").read_bytes()) == (0o640, b"ab")


# -- what killed processes leave -------------------------------------------------------


def test_what_was_left_half_written_goes_and_all_else_stays(tmp_path: Path) -> None:
    left = f".satumeja-{'0a' * 8}"
    others = [
        "model.yaml",
        f"x{left}",
        f"{left}0",
        ".satumeja-0a",
        f".satumeja-{'0g' * 8}",
        left.upper(),
        ".satumeja.sha256",
    ]
    for name in (left, f".satumeja-{'f9' * 8}", *others):
        (tmp_path / name).write_text("x")
    (tmp_path / f".satumeja-{'0b' * 8}").symlink_to("model.yaml")
    (tmp_path / f".satumeja-{'0c' * 8}").mkdir()
    clear_scratch(tmp_path)
    assert sorted(os.listdir(tmp_path)) == sorted(
        [*others, f".satumeja-{'0b' * 8}", f".satumeja-{'0c' * 8}"]
    )
    clear_scratch(tmp_path / "none")


def test_what_another_process_clears_at_the_same_time_keeps_nothing_else_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for digit in "abc":
        (tmp_path / f".satumeja-{digit * 16}").touch()
    is_file, gone = Path.is_file, list[Path]()

    def late(path: Path) -> bool:
        answer = is_file(path)
        if not gone:
            gone.append(path)
            os.unlink(path)
        return answer

    monkeypatch.setattr(Path, "is_file", late)
    clear_scratch(tmp_path)
    assert os.listdir(tmp_path) == []


def test_what_is_being_written_when_killed_is_known_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(os, "replace", lambda *_: None)
        killed.setattr(os, "unlink", lambda *_: None)
        write_whole(tmp_path / "model.yaml", "half")
    assert len(os.listdir(tmp_path)) == 1
    clear_scratch(tmp_path)
    assert os.listdir(tmp_path) == []
