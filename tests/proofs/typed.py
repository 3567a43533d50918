"""Type commands with words that are wrong: each is done, or refused in words, within time.

    python tests/proofs/typed.py --lines 20000 --seed 1 --minutes 30 [--only sweep]

takes what `tests/same_bytes.py` types, which is every command with every option and format, puts
one to three words another way (odd numbers, other files, other commands' options, words twice or
gone), and runs it in a folder as the demo leaves it. A command may end with 0, with 1 and one line
a fault, or with 2 and how it is used; a traceback, silence or a signal is told with its line.
`--number` runs one line and prints all of it. POSIX only.
"""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from forked import Call, Ended, Nursery
from same_bytes import lines as all_lines
from satumeja.display import visible

LONGEST = 20
"""Seconds that a command may take on the small files of the demo."""
NUMBERS = (
    *("0", "-1", "1", "2", "3", "7", "99", "4096", "1e3", "1e999", "-0", "0.5", "1/3", "1/0"),
    *(
        "nan",
        "inf",
        "٣",
        "9" * 30,
        "9" * 5_000,
        "0x10",
        "1_000",
        "1,5",
        "50%",
        "10s",
        "1GB",
        "1 s",
    ),
)
WORDS = (
    *("", " ", "-", "--", "---", "x", "us", "russia", "nobody", "none", "all", "NN|Y", "YYY|Y|N"),
    *(
        "nash",
        "seq,nash",
        ",",
        "nash,,nash",
        "a=b",
        "=",
        "us=1",
        "us=",
        "us,us",
        "us+russia",
        "%s",
    ),
    *(
        "{0}",
        "*",
        "?",
        "[",
        "~",
        "$HOME",
        "null",
        "true",
        "2021-12-23",
        "2021-13-45",
        "9999-99-99",
    ),
    *(
        "..",
        "...",
        "/",
        "\\",
        "a\nb",
        "\x1b[31m",
        "\u202e",
        "é",
        "\U0001f54a",
        "\udcff",
        "x" * 3_000,
    ),
    *(
        "en",
        "id",
        "EN",
        "de",
        "explicit",
        "symbolic",
        "accept",
        "reject",
        "merge",
        "r1#a1",
        "r1#s9",
    ),
    *("actor:russia", "issue:x", "c1", "r1", "title", "decision_makers.us.options", "[0]", "a[9]"),
)
FILES = (
    *("demo-output/model.yaml", "demo-output/talks.db", "demo-output/report.txt", "demo-output"),
    *(".", "..", "none.yaml", "none/none.yaml", "/dev/null", "empty", "bytes", "demo-output/none"),
    *(
        "out.html",
        "out.svg",
        "out.csv",
        "out.xlsx",
        "out.docx",
        "out.json",
        "out.png",
        "out.",
        ".x",
    ),
)
FLAGS = (
    *("--json", "--csv", "--out", "-o", "--figure", "--html", "--language", "-l", "--engine"),
    *("--concept", "--from", "--for", "--dm", "--to", "--at", "--limit", "--memory", "--profiles"),
    *(
        "--seed",
        "--store",
        "--jobs",
        "--kind",
        "--form",
        "--as-of",
        "--help",
        "--version",
        "--who",
    ),
    *("--note", "--log", "--what", "--most", "--states", "--seen-by", "--plain", "--strict", "-x"),
)


def lines() -> Sequence[tuple[str, ...]]:
    """List all that is typed with nothing wrong."""
    return [tuple(shlex.split(line)) for line in all_lines()]


def spoilt(line: Sequence[str], draw: Random) -> list[str]:
    """Put one to three words of a line another way."""
    words = list(line)
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        place = draw.randrange(1, len(words) + 1) if len(words) > 1 else 1
        other = draw.choice(draw.choice((NUMBERS, WORDS, FILES, FLAGS)))
        match draw.randrange(8):
            case 0 if place < len(words):
                del words[place]
            case 1 if place < len(words):
                words.insert(place, words[place])
            case 2:
                words.insert(place, other)
            case 3 if place < len(words):
                words[place] += other
            case 4 if place < len(words):
                words[place] = words[place][: draw.randrange(len(words[place]) + 1)]
            case _ if place < len(words):
                words[place] = other
            case _:
                words.append(other)
    return words


def complaint_of(ended: Ended) -> str:
    """Say what is wrong with how a command ended, if anything is."""
    if "Traceback" in ended.err or ended.code not in (0, 1, 2):
        last = ended.err.strip().splitlines() or [""]
        return f"code {ended.code}: {last[-1][:200]}"
    told = ended.err.removesuffix("\n")
    if ended.code and not told.strip() and not ended.out.strip():
        return f"code {ended.code} without a word"
    odd = [line for line in told.split("\n") if visible(line) != line or len(line) > 1_100 + 4_096]
    return f"no line of text: {odd[0][:200]!r}" if odd else ""


def laid(folder: Path, nursery: Nursery) -> None:
    """Make a folder in which commands are typed."""
    for words in (["demo"], ["dossier", "demo-output/report.txt", "-o", "demo-output/talks.db"]):
        ended = nursery.run(Call(words, str(folder)))
        if ended.code:
            raise RuntimeError(ended.err)
    (folder / "empty").touch()
    (folder / "bytes").write_bytes(bytes(range(256)))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lines", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--only", choices=sorted({line[0] for line in lines()}), metavar="COMMAND")
    parser.add_argument("--number", type=int, help="one line alone, with all that it prints")
    asked = parser.parse_args()
    typed = [line for line in lines() if asked.only in (None, line[0])]
    numbers = range(asked.lines) if asked.number is None else [asked.number]
    ends, told, end = Counter[int](), Counter[str](), time.monotonic() + 60 * asked.minutes
    with tempfile.TemporaryDirectory() as name, Nursery() as nursery:
        home = Path(name, "home")
        home.mkdir()
        laid(home, nursery)
        for number in numbers:
            if time.monotonic() > end:
                break
            draw = Random(f"typed {asked.seed} {number}")
            words = spoilt(draw.choice(typed), draw)
            desk = Path(name, "desk")
            shutil.copytree(home, desk)
            begun = time.monotonic()
            ended = nursery.run(Call(words, str(desk)))
            took = time.monotonic() - begun
            shutil.rmtree(desk)
            ends[ended.code] += 1
            complaint = complaint_of(ended) or (f"{took:.0f} s" if took > LONGEST else "")
            mark = re.sub(r"[0-9]+", "9", complaint)[:60]
            told[mark] += bool(complaint)
            if asked.number is not None:
                print(words, ended.code, ended.out[:2_000], ended.err, sep="\n")  # noqa: T201
            elif complaint and told[mark] <= 3:
                print(f"{number}: {visible(shlex.join(words))[:300]}: {complaint}", flush=True)  # noqa: T201
    counts = ", ".join(f"{count:,} with {code}" for code, count in sorted(ends.items()))
    print(f"{sum(ends.values()):,} lines: {counts}; {sum(told.values())} not as they should be")  # noqa: T201
    return bool(sum(told.values()))


if __name__ == "__main__":
    sys.exit(main())
