"""Load spoilt sheets: only `ModelError` may escape, each fault with its file.

    python tests/proofs/fuzz_sheets.py --files 20000 --seed 1

spoils the texts of CSV sheets, and the cells and bytes of workbooks (one in twenty), and
prints how many loaded, how many were refused, the slowest, and everything that broke a rule.
"""

from __future__ import annotations

import io
import sys
import tempfile
from functools import cache, partial
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import openpyxl

from formats.mutations import PIECES, changed_text
from formats.samples import BORDER, GRAPH, PLANT, RULED, SHADES
from proofs.fuzz_formats import Result, main
from satumeja.errors import ModelError
from satumeja.formats import load, loads, save

SAMPLES = (BORDER, GRAPH, PLANT, RULED, SHADES)
HEADINGS = (
    "id",
    "decision_maker",
    "name.en",
    "because.id",
    "evidence",
    "state",
    "place",
    "kind",
    "when",
)


@cache
def sound(sample: str) -> tuple[dict[str, str], bytes]:
    """Return a sample as CSV texts by file name, and as a workbook."""
    model = loads(sample)
    with tempfile.TemporaryDirectory() as folder:
        place = save(model, Path(folder) / "m")
        texts = {file.name: file.read_text("utf-8") for file in sorted(place.iterdir())}
        return texts, save(model, Path(folder) / "m.xlsx").read_bytes()


def spoilt_texts(rng: Random) -> dict[str, bytes]:
    """Return CSV files with one to four changes."""
    texts = dict(sound(rng.choice(SAMPLES))[0])
    for _ in range(rng.randint(1, 4)):
        name = rng.choice(sorted(texts))
        match rng.choice(["text", "text", "cell", "cell", "drop", "swap", "name"]):
            case "text":
                texts[name] = changed_text(texts[name], rng)
            case "cell":
                texts[name] = _other_cell(texts[name], rng)
            case "drop":
                del texts[name]
            case "swap":
                texts[name] = texts[rng.choice(sorted(texts))]
            case _:
                texts[rng.choice(["more.csv", "extra.csv", "states.csv", "moves.csv"])] = texts[
                    name
                ]
        if not texts:
            break
    return {name: _encoded(text, rng) for name, text in texts.items()}


def _other_cell(text: str, rng: Random) -> str:
    lines = text.split("\r\n")
    row = rng.randrange(len(lines))
    cells = lines[row].split(",")
    cells[rng.randrange(len(cells))] = rng.choice([*PIECES, *HEADINGS, *cells, "=1+1", "'", ""])
    lines[row] = ",".join(cells)
    return "\r\n".join(lines)


def _encoded(text: str, rng: Random) -> bytes:
    content = text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.05:
        content = rng.choice([b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x80"]) + content
    return content


def spoilt_book(rng: Random) -> bytes:
    """Return a workbook some cells of which are changed, or some bytes."""
    content = sound(rng.choice(SAMPLES))[1]
    if rng.random() < 0.5:
        changed = bytearray(content)
        for _ in range(rng.randint(1, 8)):
            changed[rng.randrange(len(changed))] = rng.randrange(256)
        return bytes(changed[: rng.choice([len(changed), rng.randrange(len(changed))])])
    book = openpyxl.load_workbook(io.BytesIO(content))
    for _ in range(rng.randint(1, 4)):
        sheet = rng.choice(book.worksheets)
        values = (None, True, 3, 2.5, "=A1", "#REF!", "a", "_x0000_", 10**30, *HEADINGS)
        row, column = rng.randint(1, sheet.max_row + 1), rng.randint(1, sheet.max_column + 1)
        sheet.cell(row, column).value = rng.choice(values)
        if rng.random() < 0.1:
            sheet.merge_cells(start_row=row, end_row=row + 1, start_column=1, end_column=2)
            break
    page = io.BytesIO()
    book.save(page)
    return page.getvalue()


def run(files: int, seed: int) -> Result:
    """Load so many spoilt files or folders, and look into those that still are models."""
    rng, result = Random(seed), Result()
    with tempfile.TemporaryDirectory() as folder:
        for k in range(files):
            place, shown = Path(folder) / f"{k}", ""
            if k % 20 == 19:
                place, content = place.with_suffix(".xlsx"), spoilt_book(rng)
                place.write_bytes(content)
                shown = repr(content)
            else:
                texts = spoilt_texts(rng)
                place.mkdir()
                for name, content in texts.items():
                    (place / name).write_bytes(content)
                shown = repr(texts)
            result.attempt(partial(load, place), partial(_complaint, place=place), shown)
    return result


def _complaint(error: ModelError, place: Path) -> str:
    for fault in error.faults:
        if not fault.file.startswith(str(place)) or not fault.message or "\n" in str(fault):
            return f"not one line of {place.name}: {fault}"
        if (fault.line > 0) != (fault.column > 0) or fault.line > 1 << 21:
            return f"no such place: {fault}"
    return "" if error.faults else "no fault"


if __name__ == "__main__":
    sys.exit(main(run, __doc__ or ""))
