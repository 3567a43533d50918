"""RTF as lines of text: visible words only, in whatever code page they are written."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from satumeja.bundles.office._paragraph import Paragraph
from satumeja.bundles.reading import Broken

__all__ = ["rtf_paragraphs"]

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z0-9'])|([{}])|[\r\n]+"
    rb"|([^\\{}\r\n]+)"
)
_OVERLAP = 128
_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl "
    b"footerr footerf fldinst listtable listoverridetable rsidtbl xmlnstbl generator themedata "
    b"colorschememapping datastore latentstyles annotation atnid atnauthor footnote ftnsep "
    b"bkmkstart bkmkend nonshppict filetbl revtbl mmathPr pgptbl datafield formfield xe tc "
    b"txe rxe".split()
)
_BREAKS = {
    b"par": "\n",
    b"line": "\n",
    b"sect": "\n",
    b"page": "\n",
    b"row": "\n",
    b"column": "\n",
}
_SIGNS = {
    b"tab": "\t",
    b"cell": "\t",
    b"nestcell": "\t",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
    b"qmspace": " ",
}
_SYMBOLS = {
    b"~": "\u00a0",
    b"_": "\u2011",
    b"{": "{",
    b"}": "}",
    b"\\": "\\",
    b"\n": "\n",
    b"\r": "\n",
}
_CHARSETS = {
    0: "cp1252",
    2: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_DEEPEST = 2000


@dataclass(frozen=True)
class _Group:
    """How the words of a group are to be taken."""

    skip: bool = False
    hidden: bool = False
    fallback: int = 1
    encoding: str = ""
    in_fonts: bool = False


@dataclass
class _State:
    """Where in the file the reader stands."""

    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    words: list[str] = field(default_factory=list)
    pending: bytearray = field(default_factory=bytearray)
    page: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    drop: int = 0
    half: int = 0
    is_starred: bool = False

    @property
    def group(self) -> _Group:
        """The innermost group."""
        return self.groups[-1]

    def flush(self) -> None:
        """Decode the bytes that wait."""
        if self.pending:
            encoding = self.group.encoding or self.page
            self.words.append(bytes(self.pending).decode(encoding, "replace"))
            self.pending.clear()

    def put(self, words: str) -> None:
        """Take words, unless they are hidden."""
        self.flush()
        if not (self.group.skip or self.group.hidden):
            self.words.append(words)


def rtf_paragraphs(chunks: Iterable[bytes]) -> Iterator[Paragraph | Broken]:
    """Yield the lines of an RTF file as they come.

    Parameters
    ----------
    chunks : iterable of bytes
        The file.

    Notes
    -----
    Hidden and deleted words, the instructions of fields, headers, footers and footnotes are left
    out. A file that is cut off gives the lines until there.
    """
    state = _State()
    for token in _tokens(chunks):
        _take(state, token)
        if len(state.words) > 1 or (state.words and "\n" in state.words[-1]):
            *lines, rest = "".join(state.words).split("\n")
            yield from map(Paragraph, lines)
            state.words = [rest] if rest else []
    state.flush()
    if state.words:
        yield Paragraph("".join(state.words))
    if len(state.groups) > 1:
        yield Broken("", is_end=True)


def _tokens(chunks: Iterable[bytes]) -> Iterator[re.Match[bytes]]:
    """Cut a file into control words, signs and words."""
    rest = b""
    for chunk in chunks:
        data = rest + chunk
        limit, place = len(data) - _OVERLAP, 0
        while place < limit:
            token = _TOKEN.match(data, place)
            if token is None:
                place += 1
                continue
            if token.end() > limit and token.lastindex != 6:
                break
            yield token
            place = token.end()
        rest = data[place:]
    place = 0
    while place < len(rest):
        token = _TOKEN.match(rest, place)
        if token is not None:
            yield token
        place = token.end() if token else place + 1


def _take(state: _State, token: re.Match[bytes]) -> None:
    """Take one token."""
    word, number, code, symbol, brace, plain = token.groups()
    if brace is not None:
        _brace(state, brace)
    elif word is not None:
        if word != b"bin":
            _word(state, word, int(number) if number else None)
    elif state.drop and (code or plain or symbol):
        state.drop, rest = _dropped(state.drop, plain or b"")
        state.pending += rest if not (state.group.skip or state.group.hidden) else b""
    elif code is not None or plain is not None:
        if not (state.group.skip or state.group.hidden):
            state.pending += bytes.fromhex(code.decode()) if code is not None else plain
    elif symbol is not None:
        _symbol(state, symbol)


def _dropped(count: int, plain: bytes) -> tuple[int, bytes]:
    """Leave out what stands for a character that was given by its number."""
    if not plain:
        return count - 1, b""
    return max(count - len(plain), 0), plain[count:]


def _symbol(state: _State, symbol: bytes) -> None:
    """Take a sign behind a backslash."""
    if symbol == b"*":
        state.is_starred = True
    elif symbol in _SYMBOLS:
        state.put(_SYMBOLS[symbol])


def _brace(state: _State, brace: bytes) -> None:
    """Begin or end a group."""
    state.flush()
    state.drop = 0
    if brace == b"{":
        if len(state.groups) < _DEEPEST:
            state.groups.append(replace(state.group))
    elif len(state.groups) > 1:
        state.groups.pop()
    state.is_starred = False


def _word(state: _State, word: bytes, number: int | None) -> None:
    """Take a control word."""
    if word == b"u" and number is not None:
        code = number + 0x10000 if number < 0 else number
        if 0xD800 <= code < 0xDC00:  # half of a pair; the other half comes next
            state.flush()
            state.half = code
        else:
            state.put(_letter(code, state.half))
            state.half = 0
        state.drop = state.group.fallback
        return
    state.drop = 0
    if word in _SKIPPED or state.is_starred:
        state.groups[-1] = replace(state.group, skip=True, in_fonts=word == b"fonttbl")
        state.is_starred = False
    elif word in _BREAKS or word in _SIGNS:
        state.put(_BREAKS.get(word) or _SIGNS[word])
    else:
        _setting(state, word, number)


def _setting(state: _State, word: bytes, number: int | None) -> None:
    """Take a control word that says how what follows is to be taken."""
    if word == b"uc" and number is not None:
        state.groups[-1] = replace(state.group, fallback=max(number, 0))
    elif word == b"ansicpg" and number is not None and _is_codec(f"cp{number}"):
        state.page = f"cp{number}"
    elif word == b"mac":
        state.page = "mac_roman"
    elif word == b"f" and number is not None:
        state.flush()
        state.font = number
        if not state.group.in_fonts:
            state.groups[-1] = replace(state.group, encoding=state.fonts.get(number, ""))
    elif word == b"fcharset" and state.group.in_fonts and number in _CHARSETS:
        state.fonts[state.font] = _CHARSETS[number] if number else ""
    elif word in (b"v", b"deleted"):
        state.flush()
        state.groups[-1] = replace(state.group, hidden=number != 0)
    elif word == b"plain":
        state.flush()
        state.groups[-1] = replace(state.group, hidden=False, encoding="")


def _letter(code: int, half: int) -> str:
    """Give the character of a number, or of a pair of halves."""
    if half and 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((half - 0xD800) << 10) + code - 0xDC00)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _is_codec(name: str) -> bool:
    """Whether Python knows a code page."""
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True
