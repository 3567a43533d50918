"""Optional libraries: imported where they are used, missed in one line that says what to type."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from satumeja.errors import MissingExtraError

__all__ = ["optional"]


def optional(module: str, extra: str) -> Any:
    """Import an optional library.

    Parameters
    ----------
    module : str
        The module to import.
    extra : str
        The extra of this package that installs it.

    Raises
    ------
    MissingExtraError
        If it is not installed; the message has the line to type.

    Examples
    --------
    >>> optional("json", "none").loads("[1]")
    [1]
    """
    try:
        return import_module(module)
    except ImportError:
        name = module.partition(".")[0]
        line = f"python3 -m pip install 'satumeja[{extra}]'"
        raise MissingExtraError(f"this needs {name}; install it with: {line}") from None
