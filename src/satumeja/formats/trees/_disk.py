"""Files from the disk: their bytes within a limit, and their text."""

from __future__ import annotations

from pathlib import Path

from satumeja.errors import Fault, ModelError
from satumeja.formats.trees._builder import CONTROL

__all__ = ["MAX_BYTES", "decoded", "place_after", "read_bytes", "require_text", "too_large"]

MAX_BYTES = 2 * 1024 * 1024


def read_bytes(path: Path) -> bytes:
    """Return what is in a file, if it is not too large (`ModelError` for any trouble)."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ModelError(Fault("there is no such file", str(path))) from None
    except IsADirectoryError:
        raise ModelError(Fault("this is a folder, not a model file", str(path))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ModelError(Fault(f"the file cannot be read: {reason}", str(path))) from None
    if len(content) > MAX_BYTES:
        raise too_large(str(path))
    return content


def too_large(name: str) -> ModelError:
    """Return the error that refuses a file for its size."""
    return ModelError(Fault(f"the file is larger than {MAX_BYTES >> 20} MB", name))


def decoded(content: bytes, name: str) -> str:
    """Return bytes as text, or say where they are not UTF-8."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = place_after(content[: error.start].decode("utf-8"))
        raise ModelError(Fault("the text is not UTF-8 here", name, *place)) from None


def require_text(text: str, name: str) -> None:
    """Require that a text holds nothing that only steers a device (`ModelError`)."""
    control = CONTROL.search(text)
    if control:
        message = f"a control character, U+{ord(control[0]):04X}; this is not a text file"
        raise ModelError(Fault(message, name, *place_after(text[: control.start()])))


def place_after(before: str) -> tuple[int, int]:
    """Return the 1-based line and column of what follows a text."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
