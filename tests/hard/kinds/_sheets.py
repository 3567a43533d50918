"""Models as folders of CSV and as workbooks.

A folder is one file here: the names of its files stand between signs that no text holds, before
what is in them. It is taken apart where it is read.
"""

from __future__ import annotations

import io
import re
import tempfile
import warnings
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from formats.samples import BORDER, GRAPH, LEVELS, PLANT, RULED, SHADES
from hard import damage
from hard.kind import Kind
from hard.kinds._models import use_model, words_for
from satumeja.formats import load, loads, save
from satumeja.formats.sheets._xlsx import _stamped

__all__ = ["FOLDER", "WORKBOOK", "from_parts", "parts_of"]

_SAMPLES = (BORDER, GRAPH, LEVELS, PLANT, RULED, SHADES)
_NAME = re.compile(rb"\x1c([^\x1c/\x00]*)\x1c")
_HEADINGS = (
    *("id", "decision_maker", "name.en", "because.id", "evidence", "state", "place", "kind"),
    *("when", "options", "statement", "name", "satumeja", "title", "Y", "N", "1"),
)
_NAMES = (
    "more.csv",
    "extra.csv",
    "states.csv",
    "moves.csv",
    "STATES.CSV",
    "options.txt",
    "a b.csv",
)
_VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        3,
        2.5,
        "=A1",
        "#REF!",
        "a",
        "_x0000_",
        "_x001B_",
        10**30,
        1e308,
        "-1",
        "x" * 40_000,
    ),
    *_HEADINGS,
)


def from_parts(parts: dict[str, bytes]) -> bytes:
    """Put the files of a folder into one."""
    return b"".join(b"\x1c" + name.encode() + b"\x1c" + text for name, text in parts.items())


def parts_of(content: bytes) -> dict[str, bytes]:
    """Take the files of a folder apart again; spoilt names may be left out."""
    _, *pieces = _NAME.split(content)
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    names = ((name.decode("utf-8", "replace")[:80], text) for name, text in pairs)
    return {name: text for name, text in names if name.strip(".")}


def place_folder(path: Path, content: bytes) -> Path:
    """Write the files of a folder."""
    path.mkdir()
    for name, text in parts_of(content).items():
        (path / name).write_bytes(text)
    return path


@cache
def _folders() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as home:
        places = [save(loads(text), Path(home) / f"{k}") for k, text in enumerate(_SAMPLES)]
        return tuple(
            from_parts({file.name: file.read_bytes() for file in sorted(place.iterdir())})
            for place in places
        )


@cache
def _books() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as home:
        places = [save(loads(text), Path(home) / f"{k}.xlsx") for k, text in enumerate(_SAMPLES)]
        return tuple(place.read_bytes() for place in places)


def spoil_folder(content: bytes, rng: Random) -> bytes:
    """Spoil cells, letters or bytes of some files, or the folder."""
    if rng.random() < 0.1:
        return damage.spoil_bytes(content, rng)
    parts = parts_of(content)
    for _ in range(rng.choice([1, 1, 2, 4])):
        if not parts:
            break
        _spoil_part(parts, rng)
    return from_parts(parts)


def _spoil_part(parts: dict[str, bytes], rng: Random) -> None:
    name = rng.choice(sorted(parts))
    text = parts[name].decode("utf-8", "replace")
    match rng.randrange(10):
        case 0 | 1 | 2 | 3:
            sign = rng.choice([",", ",", ",", ";", "\t"])
            table = damage.spoil_table(text, rng, _HEADINGS)
            parts[name] = damage.encoded(table.replace(",", sign), rng)
        case 4 | 5:
            parts[name] = damage.encoded(damage.spoil_text(text, rng), rng)
        case 6:
            parts[name] = damage.spoil_bytes(parts[name], rng)
        case 7:
            del parts[name]
        case 8:
            parts[name] = parts[rng.choice(sorted(parts))]
        case _:
            parts[rng.choice(_NAMES)] = parts[name]


def spoil_book(content: bytes, rng: Random) -> bytes:
    """Spoil the archive, the XML in it, or the cells."""
    if rng.random() < 0.2:
        return _other_cells(content, rng)
    return damage.spoil_zip(content, rng, _spoil_entry)


def _spoil_entry(name: str, content: bytes, rng: Random) -> bytes:
    if rng.random() < 0.5 and b"<c r=" in content:
        return _spoil_cell(content, rng)
    return damage.spoil_xml(content, rng)


_CELL = re.compile(rb'<c r="(?P<place>[A-Z]+\d+)"(?P<rest>[^>]*)>(?P<value>.*?)</c>')
_PLACES = (
    b"A1",
    b"XFD1048576",
    b"A0",
    b"ZZZ1",
    b"a1",
    b"",
    b"A99999999",
    b"B2:C3",
    b"$A$1",
    b"1A",
)
_TYPES = (b"s", b"n", b"b", b"e", b"d", b"str", b"inlineStr", b"", b"zz")
_INNER = (
    *(b"<v>0</v>", b"<v>-1</v>", b"<v>99999</v>", b"<v>1e999</v>", b"<v>x</v>", b"<v></v>", b""),
    *(
        b"<f>1+1</f>",
        b"<f>A1</f><v>3</v>",
        b"<v>#REF!</v>",
        b"<v>2021-12-23T00:00:00</v>",
        b"<v>nan</v>",
    ),
    *(
        b"<is><t>x</t></is>",
        b"<is/>",
        b"<v>1</v><v>2</v>",
        b'<f t="shared" si="0"/>',
        b"<v>0x1</v>",
    ),
    *(
        b"<v>" + b"9" * 5000 + b"</v>",
        b"<v>1.5e-400</v>",
        b"<v>-60000000</v>",
        b'<f t="array" ref="A1:Q"/>',
    ),
)


def _spoil_cell(content: bytes, rng: Random) -> bytes:
    cells = [*_CELL.finditer(content)]
    if not cells:
        return content
    cell = rng.choice(cells)
    place, kind, value = cell["place"], rng.choice(_TYPES), cell["value"]
    match rng.randrange(3):
        case 0:
            place = rng.choice(_PLACES)
        case 1:
            value = rng.choice(_INNER)
        case _:
            place, value = rng.choice(cells)["place"], rng.choice(_INNER)
    new = (
        b'<c r="'
        + place
        + b'" t="'
        + kind
        + b'" s="%d">' % rng.choice([0, 1, 2, 99])
        + value
        + b"</c>"
    )
    return content[: cell.start()] + new + content[cell.end() :]


def _other_cells(content: bytes, rng: Random) -> bytes:
    """Set cells as a spreadsheet program does."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content))
    for _ in range(rng.randint(1, 4)):
        sheet = rng.choice(book.worksheets)
        row, column = rng.randint(1, sheet.max_row + 1), rng.randint(1, sheet.max_column + 1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sheet.cell(row, column).value = rng.choice(_VALUES)
        if rng.random() < 0.1:
            sheet.merge_cells(start_row=row, end_row=row + 1, start_column=1, end_column=2)
            break
        if rng.random() < 0.1:
            sheet.title = rng.choice(["options", "Sheet", "x", "states", "Ünï", "more"])
    page = io.BytesIO()
    book.save(page)
    return _stamped(page.getvalue())


def _read(path: Path) -> None:
    use_model(load(path))


FOLDER = Kind("csv", "", _folders, spoil_folder, _read, words_for, place=place_folder)
WORKBOOK = Kind("xlsx", ".xlsx", _books, spoil_book, _read, words_for)
