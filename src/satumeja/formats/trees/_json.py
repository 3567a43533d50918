"""JSON with the places of its values, as strict as the format."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from satumeja.errors import ModelError
from satumeja.formats.trees._builder import Builder
from satumeja.formats.trees._nodes import Node, Scalar

__all__ = ["read_json"]

_TOKEN = re.compile(
    r'(?P<string>"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")'
    r"|(?P<bare>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.])"
    r"|(?:true|false|null)(?!\w))"
    r"|(?P<sign>[\[\]{},:])"
)
_SPACE = re.compile(r"[ \t\r\n]*")
_WRONG = re.compile(r"-?\w+|.", re.DOTALL)


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self.text, self.builder, self.at = text, Builder(file), 0
        self.breaks = [match.end() for match in re.finditer("\n", text)]
        self.token = self.advance()

    def place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self.breaks, at)
        return line + 1, at - (self.breaks[line - 1] if line else 0) + 1

    def fail(self, message: str, at: int) -> ModelError:
        return self.builder.fault(message, *self.place(at))

    def advance(self) -> re.Match[str] | None:
        """Find the next token; None at the end of the text."""
        at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
        if at == len(self.text):
            self.at = at
            return None
        token = _TOKEN.match(self.text, at)
        if token is None:
            wrong = _WRONG.match(self.text, at)[0]  # type: ignore[index]
            unclosed = "a string that does not end, or holds a bare tab or an unknown \\ sequence"
            raise self.fail(unclosed if wrong == '"' else f'unexpected "{wrong}" in JSON', at)
        self.at = token.end()
        return token

    def expected(self, what: str) -> ModelError:
        if self.token is None:
            return self.fail(f"{what} expected, but the file ends", len(self.text))
        return self.fail(f'{what} expected, but found "{self.token[0][:40]}"', self.token.start())

    def take(self, sign: str) -> bool:
        if self.token is None or self.token[0] != sign:
            return False
        self.token = self.advance()
        return True

    def value(self) -> None:
        if self.token is None or (self.token["sign"] and self.token[0] not in "[{"):
            raise self.expected("a value")
        if not self.token["sign"]:
            self.scalar(self.token)
            return
        is_map = self.token[0] == "{"
        self.builder.open(*self.place(self.token.start()), is_map=is_map)
        self.token = self.advance()
        self.entries("}" if is_map else "]", is_map)
        self.builder.close()

    def entries(self, end: str, is_map: bool) -> None:
        if self.take(end):
            return
        while True:
            if is_map:
                self.key()
            self.value()
            if self.take(end):
                return
            if not self.take(","):
                raise self.expected(f'"," or "{end}"')

    def key(self) -> None:
        if self.token is None or not self.token["string"]:
            raise self.expected("a key in double quotes")
        self.scalar(self.token)
        if not self.take(":"):
            raise self.expected('":"')

    def scalar(self, token: re.Match[str]) -> None:
        raw, (line, column) = token[0], self.place(token.start())
        if token["bare"]:
            scalar = Scalar(raw, line, column, plain=True, start=column)
        elif "\\" in raw:
            scalar = Scalar(json.loads(raw), line, column)
        else:
            scalar = Scalar(raw[1:-1], line, column, start=column + 1)
        self.builder.add(scalar)
        self.token = self.advance()


def read_json(text: str, file: str) -> Node:
    r"""Read a JSON text into a tree.

    Parameters
    ----------
    text : str
        The text; its size is the caller's to check.
    file : str
        The file as the user named it.

    Returns
    -------
    Node
        The tree; numbers are kept as they are written.

    Raises
    ------
    ModelError
        If the text is not JSON, repeats a key, or is nested too deeply.

    Examples
    --------
    >>> read_json('{"title": "caf\\u00e9"}', "m.json").entries["title"].value.text
    'café'
    """
    reader = _Reader(text, file)
    if reader.token is not None:
        reader.value()
        if reader.token is not None:
            raise reader.expected("the end")
    return reader.builder.finish()
