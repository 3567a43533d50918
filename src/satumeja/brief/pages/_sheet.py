"""The front page laid out: its margins, its picture drawn, and the style of printed pages."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from unicodedata import category

from satumeja.brief.figures import change_figure
from satumeja.brief.leaf import Leaf, Sentence
from satumeja.brief.media import Figure
from satumeja.brief.words import Phrases, Words
from satumeja.errors import QuestionError
from satumeja.model import Model
from satumeja.release import VERSION

__all__ = ["Imprint", "Sheet", "imprinted", "margins", "sheet_of"]

_DIGITS = 12
_BREAKS = str.maketrans("\t\n\r", "   ")


@dataclass(frozen=True)
class Imprint:
    """What an author sets on every page.

    Parameters
    ----------
    mark : str
        How the paper is to be handled.
    author : str
        Who prepared it.
    made : str
        The day it was made, as a date; empty for none.
    """

    mark: str = ""
    author: str = ""
    made: str = ""

    def __post_init__(self) -> None:
        """Refuse what no page can print and no Word file may hold."""
        for name, text in (("mark", self.mark), ("author", self.author), ("made", self.made)):
            shown = text.translate(_BREAKS)
            unprintable = next((sign for sign in shown if category(sign) in ("Cc", "Cs")), "")
            if unprintable:
                raise QuestionError(f"{name}: a control character, U+{ord(unprintable):04X}")


@dataclass(frozen=True)
class Sheet:
    """A front page in one language, ready to be laid out.

    Parameters
    ----------
    leaf : Leaf
        What it says.
    figure : Figure
        Its picture.
    mark, author, made, page : str
        What stands above it on the left and on the right, and below it.
    """

    leaf: Leaf
    figure: Figure
    mark: str
    author: str
    made: str
    page: str

    @property
    def about(self) -> tuple[Sentence, ...]:
        """The reading and the day, those there are."""
        return tuple(part for part in self.leaf.head if part.key in ("reading", "leaf.as_of"))

    @property
    def asked(self) -> tuple[Sentence, ...]:
        """The question, where there is one."""
        return tuple(part for part in self.leaf.head if part.key == "leaf.asked")


def sheet_of(leaf: Leaf, phrases: Phrases, imprint: Imprint, *, annexes: bool) -> Sheet:
    """Lay a front page out in the language of the phrases; `annexes` says if any follow."""
    words = phrases.words
    return Sheet(
        leaf,
        change_figure(leaf.picture, words),
        _mark(words, imprint),
        _author(words, imprint),
        _made(words, imprint, phrases.model),
        words("leaf.page_first" if annexes else "leaf.page_one"),
    )


def imprinted(words: Words, imprint: Imprint, model: Model) -> tuple[str, str, str]:
    """Say how a paper is to be handled, who prepared it, and when and with what it was made."""
    return _mark(words, imprint), _author(words, imprint), _made(words, imprint, model)


def _mark(words: Words, imprint: Imprint) -> str:
    if not imprint.mark:
        return words("leaf.mark_unset")
    return words("leaf.mark", mark=imprint.mark)


def _author(words: Words, imprint: Imprint) -> str:
    if not imprint.author:
        return words("leaf.author_unset")
    return words("leaf.author", author=imprint.author)


def _made(words: Words, imprint: Imprint, model: Model) -> str:
    """Say when and with what it was made, and from which bytes."""
    number = VERSION
    if imprint.made:
        made = words("leaf.made_on", date=imprint.made, version=number)
    else:
        made = words("leaf.made_with", version=number)
    digest = _digest(model)
    return f"{made} · {words('leaf.model', digest=digest)}" if digest else made


def _digest(model: Model) -> str:
    """Return the beginning of the SHA-256 of the model file, if it can still be read."""
    if model.origin is None:
        return ""
    try:
        return hashlib.sha256(model.origin.read_bytes()).hexdigest()[:_DIGITS]
    except OSError:
        return ""


def margins(sheet: Sheet, words: Words) -> str:
    """Write the style of printed pages: what stands above and below those after the first.

    The first page has it in its own text, for browsers that print no margin boxes. What an
    author wrote is in it as escaped strings, which cannot end.
    """
    here = words.language
    first, second = (words(f"leaf.page_{part}") for part in ("word", "of"))
    count = f"{_string(f'{first} ')} counter(page) {_string(f' {second} ')} counter(pages)"
    boxes = {
        "top-left": _string(sheet.mark),
        "top-right": _string(sheet.author),
        "bottom-left": _string(sheet.made),
        "bottom-right": count,
    }
    written = " ".join(f"@{box} {{ content: {text}; }}" for box, text in boxes.items())
    empty = " ".join(f"@{box} {{ content: none; }}" for box in boxes)
    rules = (
        f"@page sheet-{here} {{ font: 7pt sans-serif; {written} }}",
        f"@page sheet-{here}:first {{ {empty} }}",
        f'@media print {{ article[lang="{here}"] {{ page: sheet-{here}; }} }}',
    )
    return "\n".join(rules) + "\n"


def _string(text: str) -> str:
    """Write a text as a string of CSS, every sign but letters and digits of ASCII escaped."""
    signs = (sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in text)
    return f'"{"".join(signs)}"'
