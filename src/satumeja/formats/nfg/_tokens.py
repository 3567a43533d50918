"""The signs, texts and numbers of a file of Gambit, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import NoReturn

from satumeja.errors import Fault, ModelError
from satumeja.formats.trees import place_after

__all__ = ["Token", "Tokens"]

_TOKEN = re.compile(
    r'\s*(?:(?P<text>"(?:[^"\\]|\\.)*")|(?P<sign>[{},])'
    r"|(?P<number>[+-]?(?:[0-9]{1,60}(?:\.[0-9]{0,60})?|\.[0-9]{1,60})"
    r"(?:[eE][+-]?[0-9]{1,2}|/[0-9]{1,60})?)(?=[\s{},]|$)|(?P<word>[^\s{},\"]+))",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True)
class Token:
    """A text, sign, number or word; `at` is the place of its first character in the file."""

    kind: str
    word: str
    at: int


class Tokens:
    """Takes the tokens of a file one after the other.

    Parameters
    ----------
    text : str
        The file.
    name : str
        What it is called in faults.
    """

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name, self._at = text, name, 0
        self.next = self._read()

    def _read(self) -> Token:
        match = _TOKEN.match(self.text, self._at)
        if match is None:
            rest = self.text[self._at :]
            at = len(self.text) - len(rest.lstrip())
            if rest.strip():
                self.fail("a text that does not end", at)
            return Token("end", "the end of the file", at)
        kind = str(match.lastgroup)
        self._at = match.end()
        return Token(kind, match[kind], match.start(kind))

    def fail(self, message: str, at: int | None = None) -> NoReturn:
        """Raise a fault at a place, by default that of the next token."""
        place = place_after(self.text[: self.next.at if at is None else at])
        raise ModelError(Fault(message, self.name, *place))

    def expected(self, what: str) -> NoReturn:
        """Raise a fault: something else is next than what is expected."""
        word = self.next.word.replace("\n", " ")[:40]
        self.fail(f"expected {what}, found {word}")

    def take(self, kind: str, what: str) -> Token:
        """Take the next token, which must be of a kind."""
        if self.next.kind != kind:
            self.expected(what)
        token, self.next = self.next, self._read()
        return token

    def is_sign(self, sign: str) -> bool:
        """Say whether a sign is next."""
        return self.next.kind == "sign" and self.next.word == sign

    def sign(self, sign: str) -> None:
        """Take a sign."""
        if not self.is_sign(sign):
            self.expected(f'"{sign}"')
        self.take("sign", sign)

    def string(self, what: str) -> str:
        """Take a text in quotes."""
        return _ESCAPED.sub(r"\1", self.take("text", f"{what} in quotes").word[1:-1])

    def strings(self, what: str) -> list[str]:
        """Take texts in braces."""
        self.sign("{")
        words = list[str]()
        while not self.is_sign("}"):
            words.append(self.string(what))
        self.sign("}")
        return words

    def number(self, what: str) -> Fraction:
        """Take a number, exactly."""
        token = self.take("number", what)
        try:
            return Fraction(token.word)
        except (ZeroDivisionError, ValueError):  # a part of nothing, or of a decimal
            self.fail(f"expected {what}, found {token.word}", token.at)

    def whole(self, what: str, highest: int) -> int:
        """Take a whole number from 0 to a highest one."""
        at = self.next.at
        number = self.number(what)
        if number.denominator != 1 or not 0 <= number <= highest:
            self.fail(f"expected {what}, from 0 to {highest:,}, found {number}", at)
        return int(number)
