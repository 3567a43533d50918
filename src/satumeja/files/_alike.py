"""What a new file takes over from the one whose place it takes: owner, mode, attributes."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

__all__ = ["make_alike"]

_ACL = "system.posix_acl_"
_KEPT = (_ACL, "user.", "security.selinux")  # not those that vouch for the bytes of a file


def make_alike(new: Path, old: Path, status: os.stat_result) -> None:
    """Give a new file or folder the owner, the mode and the attributes of another.

    Nobody may do with the new one what he could not do with the old one: where the group
    or the access list cannot be kept, only what both the group and all others might do is
    left to them.

    Parameters
    ----------
    new : Path
        One that this process has made.
    old : Path
        The one whose place it is to take.
    status : os.stat_result
        Of `old`.

    Raises
    ------
    OSError
        If the mode cannot be set.

    Notes
    -----
    Only a superuser can keep an owner that is somebody else; the group is kept where the
    process belongs to it. Attributes are extended attributes, access lists among them,
    where Python can see them (Linux).
    """
    owner_kept, group_kept = _keep_owner(new, status)
    list_kept = _keep_attributes(new, old)
    mode = stat.S_IMODE(status.st_mode)
    if not owner_kept:
        mode &= ~(stat.S_ISUID | stat.S_ISGID)
    if not (group_kept and list_kept):
        shared = mode >> 3 & mode & stat.S_IRWXO
        mode = mode & ~(stat.S_IRWXG | stat.S_IRWXO) | shared << 3 | shared
    # After the owner, whose change takes bits off, and the list, whose mask are the group's bits.
    os.chmod(new, mode)


def _keep_owner(new: Path, status: os.stat_result) -> tuple[bool, bool]:
    """Give a file an owner and a group, and say which of them it has."""
    made = os.stat(new)
    same_owner, same_group = made.st_uid == status.st_uid, made.st_gid == status.st_gid
    if (same_owner and same_group) or not hasattr(os, "chown"):
        return True, True
    for owner in dict.fromkeys((status.st_uid, -1)):
        with suppress(OSError):
            os.chown(new, owner, status.st_gid)
            return same_owner or owner == status.st_uid, True
    return same_owner, same_group


def _keep_attributes(new: Path, old: Path) -> bool:
    """Copy extended attributes, and say whether the access lists are the same."""
    if not hasattr(os, "listxattr"):
        return True
    wanted, made = _attributes(old), _attributes(new)
    for name in made.keys() - wanted.keys():  # a list that the folder hands down
        with suppress(OSError):
            os.removexattr(new, name)
    for name, value in wanted.items():
        if made.get(name) != value:
            with suppress(OSError):
                os.setxattr(new, name, value)
    return _lists(_attributes(new)) == _lists(wanted)


def _attributes(path: Path) -> dict[str, bytes]:
    try:
        names = [name for name in os.listxattr(path) if name.startswith(_KEPT)]
        return {name: os.getxattr(path, name) for name in names}
    except OSError:  # a file system without
        return {}


def _lists(attributes: dict[str, bytes]) -> dict[str, bytes]:
    return {name: value for name, value in attributes.items() if name.startswith(_ACL)}
