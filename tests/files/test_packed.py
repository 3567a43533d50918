"""An archive packed anew holds the same, in the same order, and nothing of the moment."""

from __future__ import annotations

import io
import zipfile

from satumeja.files import packed_anew

ENTRIES = {"b.xml": b"two" * 100, "a.xml": b"one", "sub/c.xml": b""}


def packed(year: int) -> bytes:
    """Pack the entries, stored as they are, as if in some year."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in ENTRIES.items():
            archive.writestr(zipfile.ZipInfo(name, (year, 5, 6, 7, 8, 10)), content)
    return made.getvalue()


def entries(archive: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.infolist()


def contents(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_what_was_packed_at_different_moments_is_the_same_byte_for_byte() -> None:
    assert packed(1999) != packed(2021)
    assert packed_anew(packed(1999)) == packed_anew(packed(2021))


def test_entries_keep_their_order_and_say_the_earliest_moment_that_an_archive_can() -> None:
    anew = packed_anew(packed(1999))
    assert contents(anew) == ENTRIES
    assert [entry.filename for entry in entries(anew)] == list(ENTRIES)
    assert {entry.date_time for entry in entries(anew)} == {(1980, 1, 1, 0, 0, 0)}


def test_entries_are_compressed() -> None:
    assert {entry.compress_type for entry in entries(packed_anew(packed(1999)))} == {
        zipfile.ZIP_DEFLATED
    }


def test_what_stands_in_an_entry_can_be_changed_by_its_name() -> None:
    def change(name: str, content: bytes) -> bytes:
        return b"three" if name == "a.xml" else content

    assert contents(packed_anew(packed(1999), change)) == {**ENTRIES, "a.xml": b"three"}
