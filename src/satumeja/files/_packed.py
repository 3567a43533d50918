"""Archives that hold nothing of the moment they were made: like contents are like bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

__all__ = ["packed_anew"]

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest an archive can say."""


def packed_anew(archive: bytes, change: Callable[[str, bytes], bytes] | None = None) -> bytes:
    """Pack an archive anew, every entry as of the same moment.

    Parameters
    ----------
    archive : bytes
        A zip, such as a workbook or a Word file, made by this program.
    change : callable, optional
        Gives what is to stand in an entry, of its name and what stands there.

    Returns
    -------
    bytes
        The same entries in the same order.

    Examples
    --------
    >>> page = io.BytesIO()
    >>> with zipfile.ZipFile(page, "w") as made:
    ...     made.writestr("a.xml", "1")
    >>> packed_anew(page.getvalue()) == packed_anew(packed_anew(page.getvalue()))
    True
    """
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(result, "w") as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            kept = zipfile.ZipInfo(entry.filename, _MOMENT)
            # On all systems as on one: an entry says which of them made it.
            kept.compress_type, kept.create_system = zipfile.ZIP_DEFLATED, 3
            new.writestr(kept, content if change is None else change(entry.filename, content))
    return result.getvalue()
