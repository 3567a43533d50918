"""One report, by name: a file, or an article of a file of many as ``export.txt#3``."""

from __future__ import annotations

import os
import re
from pathlib import Path

from satumeja.bundles._bundle import Bundle, open_bundle
from satumeja.bundles._types import Piece
from satumeja.errors import Fault, ReportError
from satumeja.report import Source, open_source

__all__ = ["only_article", "open_report"]

_NUMBERED = re.compile(r"(?P<file>.+)#(?P<number>\d{1,7})", re.DOTALL)


def open_report(path: str | os.PathLike[str]) -> Source:
    r"""Open one report: a plain file, the one article of a file, or one of many by its number.

    Parameters
    ----------
    path : str or path-like
        ``wire.txt``, ``release.eml``, or ``export.txt#3``; ``-`` is standard input.

    Returns
    -------
    Source
        The text with what is stated of it.

    Raises
    ------
    ReportError
        It cannot be read, holds no such article, or more than one; the message says how one is
        named.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "export.csv")
    ...     _ = file.write_text("Title,Text\nTalks open,They met.\nTalks end,They parted.\n")
    ...     open_report(f"{file}#2").text
    'Talks end\n\nThey parted.\n'
    """
    name = os.fspath(path)
    numbered = _NUMBERED.fullmatch(name)
    if name == "-" or (numbered is None or Path(name).exists()):
        bundle = open_bundle(name) if name != "-" else None
        return open_source(name) if bundle is None else only_article(bundle).source()
    bundle = open_bundle(numbered["file"])
    if bundle is None:
        plain = "is one plain report, and has no articles with numbers; leave the # away"
        raise ReportError(Fault(plain, name))
    number = int(numbered["number"])
    return next(bundle.only((range(number, number + 1),))).source()


def only_article(bundle: Bundle) -> Piece:
    """Give the one article of a file.

    Parameters
    ----------
    bundle : Bundle
        The file.

    Raises
    ------
    ReportError
        It holds none, or more than one.
    """
    pieces = iter(bundle)
    first = next(pieces, None)
    if first is None:
        reason = f": {bundle.notes[0].words()}" if bundle.notes else ""
        raise ReportError(Fault(f"holds no article{reason}", bundle.name))
    if next(pieces, None) is not None:
        raise ReportError(
            Fault(
                f"holds more than one article; one is named {Path(bundle.name).name}#1, and "
                "satumeja read lists them",
                bundle.name,
            )
        )
    return first
