r"""How models and results show themselves: in ten lines of text, as HTML, and as LaTeX.

A class shows itself by deriving from `Shown`, and says what it shows in one method, `card`.
Without one of its own, a dataclass shows its fields. What comes in lists, such as moves and
sentences, derives from `ShownInLine`, and is one line of text. Whatever is on a card is text,
which no page and no TeX can take for anything else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from itertools import islice
from typing import Any

__all__ = [
    "CONTROL",
    "MOST_LINES",
    "MOST_SHOWN",
    "Card",
    "Shown",
    "ShownInLine",
    "bearable",
    "brief",
    "visible",
]

_LONGEST, _END = 1_000, 300
MOST_LINES = 10
"""The most lines of a repr."""
MOST_SHOWN = 40
"""The most lines of a view in a notebook."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no text of a person holds: it is no letter, and XML and encodings do not take it."""
_LINE = 96
_FIELD = 72
_FEW = 4
_STEERING = re.compile("[\\0-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ud800-\udfff]")
_TEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "{}$&#%_"}
    | {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
    | {"<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}", "-": "{-}"}
    | {"≻": r"$\succ$", "∼": r"$\sim$", "…": r"\ldots{}", "→": r"$\rightarrow$"}
    | {"\n": " ", "\r": " "}
)


@dataclass(frozen=True)
class Card:
    """What is shown of a thing: a title, lines under headings, and a note.

    Parameters
    ----------
    title : str
        What it is, in one line.
    rows : sequence of sequence of str
        The lines there are, or the first of them; views show as many as fit.
    head : sequence of str
        Their headings, or none.
    total : int
        How many lines there are, where not all of them are given.
    note : str
        One more line.

    Examples
    --------
    >>> print(Card("Deals: 2", [("1", "Y|N"), ("4", "N|Y")], ("state", "form")).text())
    Deals: 2
      state  form
      1      Y|N
      4      N|Y
    """

    title: str
    rows: Collection[Collection[str]] = ()
    head: Collection[str] = ()
    total: int = 0
    note: str = ""

    def _cut(self, most: int) -> tuple[list[list[str]], str]:
        """Give the first lines, and say how many more there are."""
        total = max(self.total, len(self.rows))
        shown = min(len(self.rows), most if total <= most else most - 1)
        lines = [[_line(cell) for cell in row] for row in islice(self.rows, shown)]
        return lines, f"… and {total - shown:,} more" if total > shown else ""

    def text(self) -> str:
        """Return the card in ten lines at most, none of them long."""
        free = MOST_LINES - 1 - bool(self.head) - bool(self.note)
        rows, more = self._cut(free)
        table = [[_line(cell) for cell in self.head], *rows] if self.head else rows
        columns = max(map(len, table), default=0)
        widths = [max(len(row[k]) for row in table if k < len(row)) for k in range(columns)]
        lines = [
            "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
            for row in table
        ]
        rest = [f"  {line}" for line in (more, _line(self.note)) if line]
        return "\n".join(_fitting(line.rstrip()) for line in (_line(self.title), *lines, *rest))

    def html(self) -> str:
        """Return the card as an HTML table."""
        from html import escape  # its list of names takes as long to load as a model

        rows, more = self._cut(MOST_SHOWN)
        head = "".join(f"<th>{escape(cell)}</th>" for cell in map(_line, self.head))
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
        )
        notes = "".join(f"<p>{escape(line)}</p>" for line in (more, _line(self.note)) if line)
        heading = f"<thead><tr>{head}</tr></thead>" if head else ""
        table = f"<table>{heading}<tbody>{body}</tbody></table>" if rows else ""
        return f"<div><p><b>{escape(_line(self.title))}</b></p>{table}{notes}</div>"

    def latex(self) -> str:
        """Return the card as LaTeX that needs no package."""
        rows, more = self._cut(MOST_SHOWN)
        columns = max(map(len, (*rows, list(self.head))), default=0)
        lines = [_tex_row(cell for cell in self.head), r"\hline"] if self.head else []
        lines += [_tex_row(row) for row in rows]
        parts = [rf"\noindent\textbf{{{_tex(self.title)}}}"]
        if rows:
            table = [rf"\begin{{tabular}}{{{'l' * columns}}}", *lines, r"\end{tabular}"]
            parts.append("\n".join(table))
        return "\n\n".join((*parts, *(_tex(line) for line in (more, self.note) if line))) + "\n"


class Shown:
    """Shows itself in a prompt and in a notebook; derive from it, and write `card`.

    A dataclass that derives from it is made with ``repr=False``.

    Examples
    --------
    >>> @dataclass(frozen=True, repr=False)
    ... class Answer(Shown):
    ...     state: int
    ...     holds: bool
    >>> Answer(3, True)
    Answer
      state  3
      holds  True
    """

    def card(self) -> Card:
        """Say what is shown; without a card of its own, a dataclass shows its fields."""
        rows = list[tuple[str, str]]()
        if is_dataclass(self):
            rows = [(name, brief(getattr(self, name))) for name in _shown_fields(self)]
        return Card(type(self).__name__, rows)

    def __repr__(self) -> str:
        return self.card().text()

    def _repr_html_(self) -> str:
        return self.card().html()

    def _repr_latex_(self) -> str:
        return self.card().latex()

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """Return every view a notebook may choose from."""
        views = {
            "text/plain": repr(self),
            "text/html": self._repr_html_(),
            "text/latex": self._repr_latex_(),
        }
        return {
            kind: view
            for kind, view in views.items()
            if (include is None or kind in include) and kind not in (exclude or ())
        }


class ShownInLine(Shown):
    """Shows itself in one line of text, and in a notebook as `Shown` does.

    A dataclass, whose fields are left out of the line where they are what they are by default.

    Examples
    --------
    >>> @dataclass(frozen=True, repr=False)
    ... class Leg(ShownInLine):
    ...     start: int
    ...     by: str
    >>> [Leg(1, "row"), Leg(2, "column")]
    [Leg(start=1, by='row'), Leg(start=2, by='column')]
    """

    def __repr__(self) -> str:
        values = {name: getattr(self, name) for name in _shown_fields(self)}
        usual = _usual(self)
        parts = [
            f"{name}={_in_line(value)}"
            for name, value in values.items()
            if name not in usual or not _is_same(value, usual[name])
        ]
        line = f"{type(self).__name__}({', '.join(parts)})"
        return line if len(line) <= _LINE else f"{line[: _LINE - 2]}…)"


def visible(text: str, *, spared: str = "") -> str:
    r"""Write out what would steer a terminal instead of being seen.

    Control characters, ends of lines, those that turn the order of letters around until they
    are undone, and halves of pairs, which no encoding takes. What only keeps apart text of two
    directions stays.

    Parameters
    ----------
    text : str
        Words of a person, a file or a program.
    spared : str
        Characters that are to stay, such as the ends of lines of a page.

    Examples
    --------
    >>> visible("a\x1b[31mb\n"), visible("a\u202eb\n", spared="\n")
    ('a\\x1b[31mb\\n', 'a\\u202eb\n')
    """
    if text.isprintable():
        return text
    return _STEERING.sub(lambda sign: sign[0] if sign[0] in spared else _written_out(sign), text)


def _written_out(sign: re.Match[str]) -> str:
    return sign[0].encode("unicode_escape").decode("ascii")


def bearable(message: str) -> str:
    """Leave out the middle of a message that quotes what nobody reads to its end.

    Parameters
    ----------
    message : str
        The message, in one line.

    Returns
    -------
    str
        The message, or its first 700 and last 300 characters.

    See Also
    --------
    visible : Writes out what would steer a terminal.

    Examples
    --------
    >>> bearable("unknown key"), len(bearable("x" * 5_000))
    ('unknown key', 1003)
    """
    if len(message) <= _LONGEST:
        return message
    return f"{message[: _LONGEST - _END]} … {message[-_END:]}"


def brief(value: Any) -> str:
    """Say in a few words what a value is.

    Parameters
    ----------
    value : object
        A field of a result: text, a number, a collection, an array, a mapping.

    Returns
    -------
    str
        One line; of what is long its beginning, and how many there are.

    See Also
    --------
    Shown : Shows results by their fields.

    Examples
    --------
    >>> brief((1, 2, 3)), brief(range(100)), brief({"row": (1, 2)}), brief("talks")
    ('1, 2, 3', '0, 1, 2, … (100)', 'row: 1, 2', 'talks')
    """
    return _shortened(_brief(value), _FIELD)


def _brief(value: Any) -> str:
    if isinstance(value, str | bytes):
        return str(value)
    shape = getattr(value, "shape", None)
    if shape:  # of an array; what a long one holds says nothing in a line
        if len(shape) > 1:
            return f"{' × '.join(map(str, shape))} array"
        value = value[:_FEW].tolist() if len(value) <= _FEW else _Few(value[:3], len(value))
    if isinstance(value, Mapping):
        parts = (f"{key}: {_brief(part)}" for key, part in value.items())
        return _listed(parts, len(value), "; ")
    if isinstance(value, _Few):
        return _listed(map(_brief, value.first), value.total)
    if isinstance(value, Collection) and not isinstance(value, Shown):
        return _listed(map(_brief, value), len(value))
    if isinstance(value, Shown) and not isinstance(value, ShownInLine):
        title = value.card().title
        return title if title != type(value).__name__ else str(getattr(value, "id", title))
    if callable(value):
        return str(getattr(value, "__name__", type(value).__name__))
    if is_dataclass(value) or " object at 0x" in repr(value):
        # The repr of a dataclass may be a thousand times as long, that of other things says
        # where in memory they are.
        return str(getattr(value, "id", type(value).__name__))
    return str(value)


def _shown_fields(thing: Any) -> list[str]:
    return [part.name for part in fields(thing) if part.repr and part.name[0] != "_"]


def _usual(thing: Any) -> dict[str, Any]:
    """Give what fields are by default, where they have one."""
    return {part.name: part.default for part in fields(thing) if part.default is not MISSING}


def _is_same(value: Any, usual: Any) -> bool:
    return type(value) is type(usual) and bool(value == usual)


def _in_line(value: Any) -> str:
    """Write a field as code does, where it is short, or say in a few words what it is."""
    if isinstance(value, str):
        return repr(_shortened(_line(value), _FIELD))
    if value is None or isinstance(value, int | float | ShownInLine):
        return repr(value)
    if isinstance(value, tuple | list) and len(value) <= _FEW:
        inside = ", ".join(map(_in_line, value))
        after = "," if len(value) == 1 and isinstance(value, tuple) else ""
        return f"[{inside}]" if isinstance(value, list) else f"({inside}{after})"
    return _shortened(_brief(value), _FIELD)


@dataclass(frozen=True)
class _Few:
    """The first of many."""

    first: Any
    total: int


def _listed(parts: Iterable[str], total: int, between: str = ", ") -> str:
    if total <= _FEW:
        return between.join(parts) if total else "none"
    return f"{between.join(islice(parts, 3))}{between}… ({total:,})"


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _line(text: str) -> str:
    """Bring a text on one line."""
    return " ".join(str(text).split())


def _fitting(line: str) -> str:
    return _shortened(line, _LINE)


def _tex(text: str) -> str:
    return _line(text).translate(_TEX)


def _tex_row(cells: Iterable[str]) -> str:
    return " & ".join(map(_tex, cells)) + r" \\"
