"""Reading one spoilt file, and judging how it was taken."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from hard.kind import Kind
from satumeja import cli
from satumeja.display import visible
from satumeja.errors import InputError, ModelError, ReportError, SatuMejaError

__all__ = ["Outcome", "by_command", "by_process", "by_reading", "complaint_of"]

LONGEST = 1_100
"""So many characters may a line of an error have, beside the name of its file."""
LAST_LINE = 1 << 21
_PACKAGE = re.compile(r'satumeja/(?P<file>[\w/]+\.py)", line (?P<line>\d+)')


@dataclass(frozen=True)
class Outcome:
    """How a file was taken: whether it was refused, and what is wrong with that, if anything.

    `mark` is the same wherever the same is wrong: offenders of one mark are kept once.
    """

    is_refused: bool
    complaint: str = ""
    mark: str = ""


def by_reading(kind: Kind, path: Path, content: bytes) -> Outcome:
    """Read a file that was put there, and judge the error if there is one."""
    try:
        kind.read(path)
    except SatuMejaError as error:
        lines = content.count(b"\n") + content.count(b"\r") + 2 if kind.has_lines else LAST_LINE
        complaint = complaint_of(error, path, _line_count(content, lines))
        return Outcome(True, complaint, _mark_of(complaint, error))
    except MemoryError:
        raise
    except Exception as error:
        return _escaped(error)
    return Outcome(False)


def _line_count(content: bytes, ascii_lines: int) -> int:
    """Count the lines that a text can have, by any sign that ends one for a reader."""
    if ascii_lines == LAST_LINE:
        return LAST_LINE
    return ascii_lines + sum(content.count(end) for end in (b"\xc2\x85", b"\xe2\x80\xa8"))


def complaint_of(error: SatuMejaError, path: Path, lines: int = LAST_LINE) -> str:
    """Say what is wrong with an error that is printed, if anything is."""
    printed = str(error).split("\n")
    for line in printed:
        if not line.strip() or visible(line) != line:
            return f"not a line of text: {line!r}"
        if len(line) > LONGEST + len(str(path)):
            return f"a line of {len(line):,} characters: {line[:200]!r}"
    if not isinstance(error, InputError):
        return "" if len(printed) == 1 else f"more than one line: {printed[:3]}"
    if not error.faults or len(printed) != len(error.faults):
        return f"{len(error.faults)} faults in {len(printed)} lines: {printed[:3]}"
    if not isinstance(error, ModelError | ReportError):
        return ""
    for fault in error.faults:
        if not fault.file.startswith(str(path)):
            return f"does not name the file: {fault}"
        if not 0 <= fault.line <= lines or (fault.line > 0) != (fault.column > 0):
            return f"no such place: {fault}"
    return ""


def by_command(kind: Kind, path: Path) -> Outcome:
    """Read a file by the command line in this process, and judge what it prints."""
    if kind.command is None:
        raise ValueError(kind.name)
    words = kind.command(path)
    with _as_typed(words) as (out, err):
        code = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0 if stop.code is None else -1
        except MemoryError:
            raise
        except Exception as error:
            return _escaped(error)
    return _judged(words, code, _text(out), _text(err), str(path))


def by_process(kind: Kind, path: Path) -> Outcome:
    """Read a file by the command line in a process of its own, and judge what it prints."""
    if kind.command is None:
        raise ValueError(kind.name)
    words = kind.command(path)
    command = [sys.executable, "-m", "satumeja", *words]
    end = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    out, err = end.stdout.decode(), end.stderr.decode()
    return _judged(words, end.returncode, out, err, str(path))


@contextmanager
def _as_typed(words: list[str]) -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        mock.patch.object(sys, "argv", ["satumeja", *words]),
        mock.patch.object(sys, "stdout", out),
        mock.patch.object(sys, "stderr", err),
    ):
        yield out, err


def _text(page: io.TextIOWrapper) -> str:
    page.flush()
    content = page.buffer.getvalue()  # type: ignore[attr-defined]
    return bytes(content).decode("utf-8")


def _judged(words: list[str], code: int, out: str, err: str, path: str) -> Outcome:
    """Judge how a command ended: 0 or 1, nothing printed on failure, one line a fault."""
    complaint = ""
    if code not in (0, 1):
        complaint = f"exit code {code}: {err[-300:]!r}"
    elif code == 1 and out:
        complaint = f"printed though it failed: {out[:100]!r}"
    elif code == 1 and not err.strip():
        complaint = "failed without a word"
    elif "Traceback" in err or "Warning: " in err:
        complaint = f"no words for people: {err[-300:]!r}"
    else:
        complaint = _odd_line(err, path)
    command = words[0]
    return Outcome(code == 1, f"{command}: {complaint}" if complaint else "", complaint[:24])


def _odd_line(err: str, path: str) -> str:
    for line in err.removesuffix("\n").split("\n"):
        if visible(line) != line or (err and not line.strip()):
            return f"not a line of text: {line!r}"
        if len(line) > 2 * LONGEST + len(path):
            return f"a line of {len(line):,} characters: {line[:200]!r}"
    return ""


def _escaped(error: Exception) -> Outcome:
    """Word an exception that nobody should see; its mark is where in the product it arose."""
    steps = "".join(traceback.format_exception(error))
    places = _PACKAGE.findall(steps)
    place = ":".join(places[-1]) if places else ""
    name = type(error).__name__
    return Outcome(False, f"{name} at {place}: {str(error)[:300]}", f"{name} {place}")


def _mark_of(complaint: str, error: SatuMejaError) -> str:
    if not complaint:
        return ""
    message = error.faults[0].message if isinstance(error, InputError) and error.faults else ""
    return f"{complaint.split(':', maxsplit=1)[0]} {re.sub('[^a-z ]+', '', message.lower())[:40]}"
