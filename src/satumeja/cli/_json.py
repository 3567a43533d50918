"""JSON as it is printed: exact, and with decimals as text for readers that would round them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from satumeja.cli._streams import escaped, takes_all_letters
from satumeja.display import visible
from satumeja.documents import written

__all__ = ["json_text", "print_json", "print_text", "tell"]

_BREAKS = "\n\t"

_WITH_DECIMALS = ("satumeja/analysis/", "satumeja/openings/", "satumeja/sweep/")


def tell(line: str) -> None:
    """Tell a line on stderr: what was written, and what has no effect."""
    sys.stderr.write(f"{visible(line, spared=_BREAKS)}\n")


def print_text(text: str) -> None:
    """Print a text on stdout: to the byte for programs, with nothing to steer a terminal."""
    sys.stdout.write(visible(text, spared=_BREAKS) if sys.stdout.isatty() else text)


def json_text(data: Any, *, as_strings: bool = False) -> str:
    """Write data as JSON, decimals of states as strings where that is asked for."""
    return "".join(_pieces(data, as_strings=as_strings))


def print_json(data: Any, *, as_strings: bool = False) -> None:
    """Print data as JSON, and nothing else, on stdout; long lists while they are made."""
    written_out = not takes_all_letters()
    for piece in _pieces(data, as_strings=as_strings):
        print_text(escaped(piece) if written_out else piece)


def _pieces(data: Any, *, as_strings: bool) -> Iterator[str]:
    """Give the text of some data, piece by piece."""
    # Counts of rankings are exact, and may have more than the 4,300 digits Python writes unasked.
    most = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        yield from written(_readable(data, as_strings=as_strings))
        yield "\n"
    finally:
        sys.set_int_max_str_digits(most)


def _readable(data: Any, *, as_strings: bool) -> Any:
    """Make strings of decimals where that was asked for; say so where it should have been."""
    if not (isinstance(data, dict) and data.get("schema", "").startswith(_WITH_DECIMALS)):
        return data
    from satumeja.schemas import decimals_as_strings, rounded_decimals

    if as_strings:
        return decimals_as_strings(data)
    if rounded_decimals(data):
        tell(
            "note: decimals beyond 2^53, which JavaScript and jq round; "
            "--decimals-as-strings keeps them"
        )
    return data
