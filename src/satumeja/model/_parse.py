"""Conditions as people write them: ``attack iff -(guarantee | us.platform)``.

Grammar, loosest first; every binary operator groups to the left::

    iff    := if  ("iff" if)*
    if     := or  ("if" or)*          p if q  is  q -> p
    or     := and (("|" | "or") and)*
    and    := not (("&" | "and") not)*
    not    := ("-" | "not") not | option | "(" iff ")"
    option := (id | dm.id | 1-based number) | id ("=" | ">=") level
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from satumeja.errors import did_you_mean
from satumeja.model._conditions import Binary, Condition, Is, Not
from satumeja.model._levels import at_level

__all__ = ["RESERVED", "ConditionError", "OptionNames", "parse_condition"]

RESERVED = frozenset({"not", "and", "or", "if", "iff"})
"""The words of conditions, which nothing can have as its id."""
_DEEPEST = 50
_LONGEST = 600
_TOKEN = re.compile(r"\s*(?:(?P<word>[^\W\d]\w*(?:\.[^\W\d]\w*)?|\d+)|(?P<sign>>=|[-&|()=]))")
_SIGNS = {"-": "not", "&": "and", "|": "or", "(": "(", ")": ")", "=": "=", ">=": ">="}
_LEVELS = ("iff", "if", "or", "and")


class ConditionError(ValueError):
    """A condition cannot be read; `offset` is the 0-based place in its text.

    Parameters
    ----------
    message : str
        What is wrong.
    offset : int
        Where.
    """

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class OptionNames:
    """The ways to name an option: its id where unique, ``dm.id``, or its number.

    Parameters
    ----------
    options : mapping of str to sequence of str
        Option ids by decision maker id, in file order.

    Examples
    --------
    >>> names = OptionNames({"russia": ["talk", "attack"], "us": ["talk"]})
    >>> names.find("attack"), names.find("us.talk"), names.find("3")
    (1, 2, 2)
    """

    def __init__(
        self,
        options: Mapping[str, list[str]],
        scales: Iterable[tuple[str, str, int, tuple[str, ...]]] = (),
    ) -> None:
        self.full = [f"{dm}.{option}" for dm, own in options.items() for option in own]
        self._index = {name: k for k, name in enumerate(self.full)}
        self._owners: dict[str, list[str]] = {}
        for name in self.full:
            self._owners.setdefault(name.split(".", 1)[1], []).append(name)
        for short, full in self._owners.items():
            if len(full) == 1:
                self._index[short] = self._index[full[0]]
        self._index |= {str(k + 1): k for k in range(len(self.full))}
        self._scales: dict[str, tuple[int, tuple[str, ...]]] = {}
        for owner, name, first, levels in scales:
            self._scales[f"{owner}.{name}"] = first, levels
            if name in self._scales or name in self._index:
                self._scales.pop(name, None)  # only with its owner where it is not unique
            else:
                self._scales[name] = first, levels
        self._index |= {name: first for name, (first, _) in self._scales.items()}

    def scale(self, name: str) -> tuple[int, tuple[str, ...]] | None:
        """Return the first option of one with levels, and these; None where it has none."""
        return self._scales.get(name)

    def knows(self, name: str) -> bool:
        """Say whether an option is called so."""
        return name in self._index

    def find(self, name: str) -> int:
        """Return the 0-based index of the option `name`; with levels, of its second one.

        Raises
        ------
        KeyError
            If no option is called so, or several are; the message says what was meant.
        """
        if name in self._index:
            return self._index[name]
        if name.isdigit():
            raise KeyError(f"there is no option number {name}; options are 1 to {len(self.full)}")
        if name in self._owners:
            choices = " or ".join(f'"{full}"' for full in self._owners[name])
            raise KeyError(f'"{name}" is an option of several decision makers; write {choices}')
        known = list(self._index) if "." not in name else self.full
        raise KeyError(f'unknown option "{name}"{did_you_mean(name, known)}')


def _tokens(text: str) -> list[tuple[str, str, int]]:
    found, at = [], 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            place = len(text) - len(text[at:].lstrip())
            raise ConditionError(f'unexpected "{text[place]}" in a condition', place)
        kind = "word" if match["word"] else "sign"
        word = match[kind]
        if kind == "word" and word.lower() in RESERVED:
            kind, word = "sign", word.lower()
        elif kind == "sign":
            word = _SIGNS[word]
        found.append((kind, word, match.end() - len(match["word"] or match["sign"])))
        at = match.end()
        if len(found) > _LONGEST:
            raise ConditionError(f"a condition may have {_LONGEST} words and signs at most", at)
    return [*found, ("end", "", len(text))]


class _Parser:
    def __init__(self, text: str, names: OptionNames) -> None:
        self.tokens, self.names, self.at, self.depth = _tokens(text), names, 0, 0

    def take(self, *signs: str) -> str | None:
        kind, word, _ = self.tokens[self.at]
        if kind != "sign" or word not in signs:
            return None
        self.at += 1
        return word

    def fail(self, wanted: str) -> ConditionError:
        kind, word, offset = self.tokens[self.at]
        found = "the condition ends" if kind == "end" else f'found "{word}"'
        return ConditionError(f"{wanted} expected, but {found}", offset)

    def binary(self, level: int = 0) -> Condition:
        if level == len(_LEVELS):
            return self.negation()
        left = self.binary(level + 1)
        while self.take(_LEVELS[level]):
            left = Binary(_LEVELS[level], left, self.binary(level + 1))
        return left

    def negation(self) -> Condition:
        offset = self.tokens[self.at][2]
        sign = self.take("not", "(")
        if sign is None:
            return self.option()
        self.depth += 1
        if self.depth > _DEEPEST:
            deep = f"nested too deeply: brackets and negations stand {_DEEPEST} deep at most"
            raise ConditionError(f"the condition is {deep}", offset)
        if sign == "not":
            condition: Condition = Not(self.negation())
        else:
            condition = self.binary()
            if not self.take(")"):
                raise self.fail('")"')
        self.depth -= 1
        return condition

    def option(self) -> Condition:
        kind, word, offset = self.tokens[self.at]
        if kind != "word":
            raise self.fail("an option")
        try:
            index = self.names.find(word)
        except KeyError as error:
            raise ConditionError(error.args[0], offset) from None
        self.at += 1
        sign = self.take("=", ">=")
        return self.level(word, sign) if sign else Is(index)

    def level(self, name: str, sign: str) -> Condition:
        scale, (kind, word, offset) = self.names.scale(name), self.tokens[self.at]
        if scale is None:
            raise ConditionError(f'"{name}" has no levels', self.tokens[self.at - 2][2])
        first, levels = scale
        if kind != "word":
            raise self.fail(f"a level of {name}")
        if word not in levels:
            meant = did_you_mean(word, levels) or f"; known are {', '.join(levels)}"
            raise ConditionError(f'unknown level "{word}" of {name}{meant}', offset)
        self.at += 1
        level, exactly = levels.index(word), sign == "="
        found = at_level(first, len(levels), level, exactly=exactly)
        if found is None:
            raise ConditionError(f"{name} is always at least {word}", offset)
        return found


def parse_condition(text: str, names: OptionNames) -> Condition:
    """Read a condition as people write it.

    Parameters
    ----------
    text : str
        The condition, such as ``attack iff -guarantee``.
    names : OptionNames
        The options it may speak of.

    Returns
    -------
    Condition
        The condition as a tree.

    Raises
    ------
    ConditionError
        If the text is not a condition or names no option; `offset` says where.

    Examples
    --------
    >>> names = OptionNames({"a": ["x"], "b": ["y"]})
    >>> parse_condition("-x if y", names)
    Binary(operator='if', left=Not(part=Is(option=0)), right=Is(option=1))
    """
    parser = _Parser(text, names)
    condition = parser.binary()
    if parser.tokens[parser.at][0] != "end":
        raise parser.fail("an operator (& | if iff) or the end")
    return condition
