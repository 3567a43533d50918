"""JSON as it is printed: exact, and with decimals as text for readers that would round them."""

from __future__ import annotations

import json
import sys
from typing import Any

from satumeja.display import visible

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
    # Counts of rankings are exact, and may have more than the 4,300 digits Python writes unasked.
    most = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        readable = _readable(data, as_strings=as_strings)
        return json.dumps(readable, ensure_ascii=False, indent=1) + "\n"
    finally:
        sys.set_int_max_str_digits(most)


def print_json(data: Any, *, as_strings: bool = False) -> None:
    """Print data as JSON, and nothing else, on stdout."""
    print_text(json_text(data, as_strings=as_strings))


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
