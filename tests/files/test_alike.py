"""A new file is owned, opened and listed as the one whose place it takes."""

from __future__ import annotations

import os
import stat
import struct
from pathlib import Path

import pytest

from satumeja.files import write_whole
from satumeja.files._alike import make_alike

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")

OWNER, USER, GROUP, MASK, OTHERS = 1, 2, 4, 0x10, 0x20
NOBODY = 0xFFFFFFFF
ACCESS, DEFAULT = "system.posix_acl_access", "system.posix_acl_default"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def listed(*entries: tuple[int, int, int]) -> bytes:
    """An access list as Linux keeps it: (what, rights, who)."""
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


BOB_MAY_READ = listed(
    (OWNER, 6, NOBODY), (USER, 4, 1234), (GROUP, 0, NOBODY), (MASK, 4, NOBODY), (OTHERS, 0, NOBODY)
)


def attribute(path: Path, name: str, value: bytes) -> None:
    try:
        os.setxattr(path, name, value)
    except (OSError, AttributeError):
        pytest.skip("this file system keeps no such attributes")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    file = tmp_path / "model.yaml"
    file.write_text("old")
    file.chmod(0o640)
    return file


def of_others(path: Path) -> os.stat_result:
    """The status of a file as if somebody else and his group had it."""
    fields = list(path.stat())
    fields[stat.ST_UID] += 1
    fields[stat.ST_GID] += 1
    return os.stat_result(fields)


def test_a_superuser_keeps_owner_and_group(target: Path) -> None:
    try:
        os.chown(target, 1234, 1235)
    except PermissionError:
        pytest.skip("needs a superuser")
    target.chmod(0o4751)
    write_whole(target, "new")
    status = target.stat()
    assert (status.st_uid, status.st_gid, mode(target)) == (1234, 1235, 0o4751)


def test_the_group_is_kept_where_the_owner_cannot_be(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = []

    def chown(_: Path, owner: int, group: int) -> None:
        given.append((owner, group))
        if owner != -1:
            raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", chown)
    target.chmod(0o4664)
    status = of_others(target)
    make_alike(target, target, status)
    assert given == [(status.st_uid, status.st_gid), (-1, status.st_gid)]
    assert mode(target) == 0o664  # and nobody runs it as its new owner


@pytest.mark.parametrize(
    ("rights", "left"),
    [(0o660, 0o600), (0o664, 0o644), (0o640, 0o600), (0o604, 0o600), (0o666, 0o666)],
)
def test_another_group_may_not_do_more(
    target: Path, monkeypatch: pytest.MonkeyPatch, rights: int, left: int
) -> None:
    def chown(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", chown)
    target.chmod(rights)
    make_alike(target, target, of_others(target))
    assert mode(target) == left


def test_access_lists_and_attributes_stay(target: Path) -> None:
    attribute(target, "user.source", b"wire")
    attribute(target, ACCESS, BOB_MAY_READ)
    write_whole(target, "new")
    assert os.getxattr(target, "user.source") == b"wire"
    assert os.getxattr(target, ACCESS) == BOB_MAY_READ
    assert (mode(target), target.read_text()) == (0o640, "new")


def test_a_list_that_the_folder_hands_down_opens_no_file(target: Path) -> None:
    attribute(target.parent, DEFAULT, BOB_MAY_READ)
    write_whole(target, "new")
    assert ACCESS not in os.listxattr(target)
    assert mode(target) == 0o640
    write_whole(target.with_name("fresh.yaml"), "new")
    assert ACCESS in os.listxattr(target.with_name("fresh.yaml"))


def test_where_a_list_cannot_be_kept_its_mask_is_no_right_of_the_group(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attribute(target, ACCESS, BOB_MAY_READ)

    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "setxattr", refuse)
    write_whole(target, "new")
    assert (mode(target), target.read_text()) == (0o600, "new")


def test_a_file_system_without_attributes_keeps_the_mode(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> list[str]:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "listxattr", refuse, raising=False)
    write_whole(target, "new")
    assert mode(target) == 0o640
