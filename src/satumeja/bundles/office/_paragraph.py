"""A paragraph of a file of an office."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Paragraph"]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with what tells how it is used.

    Parameters
    ----------
    words : str
        Its words, with its line breaks.
    marks : tuple of str
        The names of the bookmarks that begin in it.
    style : str
        The name of its style, as the file has it, such as ``Title`` or ``Heading1``.
    is_bold : bool
        Whether all its words are bold.
    ends_section : bool
        Whether a section of the file ends with it.
    """

    words: str
    marks: tuple[str, ...] = ()
    style: str = ""
    is_bold: bool = False
    ends_section: bool = False
