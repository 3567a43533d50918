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


@pytest.fixture
def attributes(monkeypatch: pytest.MonkeyPatch) -> dict[Path, dict[str, bytes]]:
    """Attributes of files as a file system keeps them, access lists and labels among them."""
    kept: dict[Path, dict[str, bytes]] = {}
    for name, call in {
        "listxattr": lambda path: list(kept.get(path, {})),
        "getxattr": lambda path, name: kept[path][name],
        "setxattr": lambda path, name, value: kept.setdefault(path, {}).update({name: value}),
        "removexattr": lambda path, name: kept[path].pop(name),
    }.items():
        monkeypatch.setattr(os, name, call, raising=False)
    return kept


def test_what_says_who_may_is_taken_over_and_what_vouches_for_the_bytes_is_not(
    target: Path, attributes: dict[Path, dict[str, bytes]]
) -> None:
    kept = {ACCESS: BOB_MAY_READ, "user.source": b"wire", "security.selinux": b"label"}
    vouching = {"security.ima": b"digest", "security.capability": b"x", "trusted.overlay": b"y"}
    new = target.with_name("new")
    new.touch()
    attributes[target] = {**vouching, **kept}
    attributes[new] = {DEFAULT: b"handed down", "user.source": b"other", "security.ima": b"own"}
    make_alike(new, target, target.stat())
    assert attributes[new] == {**kept, "security.ima": b"own"}
    assert mode(new) == 0o640


def test_one_attribute_that_cannot_be_kept_keeps_no_other_back(
    target: Path, attributes: dict[Path, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    new = target.with_name("new")
    new.touch()
    attributes[target] = {"user.a": b"1", ACCESS: BOB_MAY_READ, "user.b": b"2"}
    keep, drop = os.setxattr, os.removexattr

    def stubborn(path: Path, name: str, value: bytes) -> None:
        if name == "user.a":
            raise OSError(1, "Operation not permitted")
        keep(path, name, value)

    def clinging(path: Path, name: str) -> None:
        if name == "user.old":
            raise OSError(1, "Operation not permitted")
        drop(path, name)

    monkeypatch.setattr(os, "setxattr", stubborn)
    monkeypatch.setattr(os, "removexattr", clinging)
    attributes[new] = {"user.old": b"0", "user.older": b"0"}
    make_alike(new, target, target.stat())
    assert attributes[new] == {"user.old": b"0", ACCESS: BOB_MAY_READ, "user.b": b"2"}
    assert mode(new) == 0o640  # the list is the same: its mask is what the group's bits say


def test_a_list_that_cannot_be_taken_off_gives_the_group_nothing(
    target: Path, attributes: dict[Path, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    new = target.with_name("new")
    new.touch()
    attributes[new] = {ACCESS: BOB_MAY_READ}
    monkeypatch.setattr(os, "removexattr", refuse)
    make_alike(new, target, target.stat())
    assert mode(new) == 0o600


def test_an_owner_and_a_group_that_are_right_are_not_given_again(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To give them takes off what a file is run as."""

    def refuse(*_: object) -> None:
        raise AssertionError("given again")

    monkeypatch.setattr(os, "chown", refuse)
    make_alike(target, target, target.stat())
    assert mode(target) == 0o640


@pytest.mark.parametrize("field", [stat.ST_UID, stat.ST_GID])
def test_where_one_of_them_is_not_right_both_are_given(
    target: Path, monkeypatch: pytest.MonkeyPatch, field: int
) -> None:
    given: list[tuple[Path, int, int]] = []
    monkeypatch.setattr(os, "chown", lambda *named: given.append(named))
    target.chmod(0o6751)
    fields = list(target.stat())
    fields[field] += 1
    status = os.stat_result(fields)
    make_alike(target, target, status)
    assert given == [(target, status.st_uid, status.st_gid)]
    assert mode(target) == 0o6751


def test_where_only_the_group_cannot_be_kept_a_file_is_still_run_as_its_owner(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse)
    target.chmod(0o4770)
    fields = list(target.stat())
    fields[stat.ST_GID] += 1
    make_alike(target, target, os.stat_result(fields))
    assert mode(target) == 0o4700


@pytest.mark.parametrize("name", ["chown", "listxattr"])
def test_a_system_that_knows_no_owners_or_lists_keeps_the_mode(
    target: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delattr(os, name, raising=False)
    target.chmod(0o4660)
    status = of_others(target) if name == "chown" else target.stat()
    make_alike(target, target, status)
    assert mode(target) == 0o4660
