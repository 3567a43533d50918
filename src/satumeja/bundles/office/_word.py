"""Word files as streams of paragraphs, with all words a reader of the file would see.

Inserted text, fields, content controls, text boxes and moved text are kept; deleted and hidden
text, the instructions of fields, headers, footers and remarks are not. A text box comes after the
paragraph it hangs on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from satumeja.bundles.office._paragraph import Paragraph
from satumeja.bundles.office._zip import Parted, part_of
from satumeja.bundles.reading import Broken, parsed

__all__ = ["word_paragraphs"]

_DOCUMENT = "word/document.xml"
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "pict_fallback"})
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "ptab": "\t"}
_OFF = ("0", "false", "off", "none")
_DEEPEST = 400


@dataclass
class _Open:
    """A paragraph that has not ended."""

    words: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    style: str = ""
    ends_section: bool = False
    has_plain: bool = False
    has_bold: bool = False


@dataclass
class _State:
    """Where in the file the reader stands."""

    open: list[_Open] = field(default_factory=list)
    whole: list[Paragraph] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    skipped: int = 0
    depth: int = 0
    is_text: bool = False
    in_run: bool = False
    is_bold: bool = False
    is_hidden: bool = False

    def take(self) -> list[Paragraph]:
        """Give the paragraphs that have ended since."""
        whole, self.whole = self.whole, []
        return whole


def word_paragraphs(parted: Parted) -> Iterator[Paragraph | Broken]:
    """Yield the paragraphs of a Word file as they come.

    Parameters
    ----------
    parted : Parted
        The file.

    Yields
    ------
    Paragraph or Broken
        Where the file breaks off, that comes last.
    """
    state = _State()
    yield from parsed(
        part_of(parted, _DOCUMENT),
        lambda name, attributes: _open(state, name, attributes),
        lambda name: _close(state, name),
        lambda words: _add(state, words),
        state.take,
    )


def _open(state: _State, name: str, attributes: Mapping[str, str]) -> None:
    """Begin an element."""
    tag = name.rpartition(" ")[2]
    state.depth += 1
    if state.depth > _DEEPEST:
        raise ValueError
    if state.skipped or tag in _SKIPPED:
        state.skipped += 1
        return
    if tag == "t":
        state.is_text = True
    elif tag == "p" and name.endswith("main p"):
        state.open.append(_Open(marks=state.marks))
        state.marks = []
    elif tag == "r":
        state.in_run, state.is_bold, state.is_hidden = True, False, False
    elif tag in _BREAKS and state.in_run:
        _put(state, _BREAKS[tag])
    elif state.open or tag == "bookmarkStart":
        _note(state, tag, {key.rpartition(" ")[2]: value for key, value in attributes.items()})


def _note(state: _State, tag: str, attributes: Mapping[str, str]) -> None:
    """Take note of what an element says of a paragraph or a run."""
    value = attributes.get("val", "")
    if tag == "bookmarkStart":
        marks = state.open[-1].marks if state.open else state.marks
        marks.append(attributes.get("name", ""))
    elif tag == "pStyle":
        state.open[-1].style = value
    elif tag == "sectPr":
        state.open[-1].ends_section = True
    elif tag == "b" and state.in_run:
        state.is_bold = value not in _OFF
    elif tag == "vanish" and state.in_run:
        state.is_hidden = value not in _OFF
    elif tag == "sym" and state.in_run:
        code = attributes.get("char", "")
        _put(state, _symbol(code))


def _symbol(code: str) -> str:
    """Give a symbol by its number; one of a font of its own has no letter."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if 0xE000 <= number <= 0xF8FF or not 0x20 <= number < 0xD800 else chr(number)


def _close(state: _State, name: str) -> None:
    """End an element."""
    tag = name.rpartition(" ")[2]
    state.depth -= 1
    if state.skipped:
        state.skipped -= 1
    elif tag == "t":
        state.is_text = False
    elif tag == "r":
        state.in_run = False
    elif tag == "p" and name.endswith("main p") and state.open:
        ended = state.open.pop()
        state.whole.append(
            Paragraph(
                "".join(ended.words),
                tuple(ended.marks),
                ended.style,
                ended.has_bold and not ended.has_plain,
                ended.ends_section,
            )
        )


def _add(state: _State, words: str) -> None:
    """Take words."""
    if state.is_text and not state.skipped:
        _put(state, words)


def _put(state: _State, words: str) -> None:
    """Put words into the paragraph that is open."""
    if not state.open or state.is_hidden:
        return
    paragraph = state.open[-1]
    paragraph.words.append(words)
    if words.strip():
        paragraph.has_bold = paragraph.has_bold or state.is_bold
        paragraph.has_plain = paragraph.has_plain or not state.is_bold
