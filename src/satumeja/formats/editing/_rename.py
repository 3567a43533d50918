"""New ids for what a file is made of, and for all that refers to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from satumeja.errors import QuestionError
from satumeja.formats.compiling import source_id_fault
from satumeja.formats.editing._paths import Key, path_text
from satumeja.formats.editing._references import Change, Reference, references
from satumeja.model import Reference as Source
from satumeja.model.kit import RESERVED, id_fault, read_form

__all__ = ["renaming"]

_NAME = re.compile(
    r"(?<![\w.])(?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*)?)"
    r"(?:(?P<sign>\s*(?:>=|=)\s*)(?P<level>[^\W\d]\w*))?"
)
_WORD = re.compile(r"[^\s>=]+")
_RENAMED = (
    "a decision maker, an option, a level, a source, a table, an affected party, a deadline or a "
    "state"
)


@dataclass(frozen=True)
class _Term:
    """What a name of an option stands for; with a level, for that step of it."""

    maker: str
    option: str
    level: str = ""

    @property
    def short(self) -> str:
        return f"{self.option}_{self.level}" if self.level else self.option


def renaming(data: Any, path: Sequence[Key], to: str) -> list[Change]:
    """Return the changes that give something another id; keys come last, the deepest first.

    Parameters
    ----------
    data : object
        The data of the file.
    path : sequence of str and int
        What gets another id.
    to : str
        The id.

    Raises
    ------
    QuestionError
        If it has no id, or cannot have this one.
    """
    renamed = _Renamed.read(data, list(path), to)
    changes = [renamed.definition]
    for reference in references(data):
        text = renamed.text_of(reference)
        if text != reference.text:
            changes.append(Change(reference.path, text, reference.is_key))
    return sorted(changes, key=lambda change: (change.is_key, -len(change.path)))


class _Renamed:
    """What has another id, and how that is written."""

    def __init__(self, data: Any, kind: str, old: Sequence[str], definition: Change) -> None:
        self.kind, self.old, self.definition = kind, tuple(old), definition
        self.new = definition.text
        self.terms = list(_terms(data))
        self.widths, self.sources = _widths(data), list(_mapping(data, "sources"))
        self.by_name = {f"{term.maker}.{term.short}": term for term in self.terms}
        counts = Counter(term.short for term in self.terms)
        self.by_name |= {t.short: t for t in self.terms if counts[t.short] == 1}
        self.after = Counter(self.renamed(term).short for term in self.terms)

    @classmethod
    def read(cls, data: Any, path: list[Key], to: str) -> _Renamed:
        """Find out what is meant, and whether it can be called so."""
        match path:
            case ["decision_makers", str(maker)]:
                kind, old, others = (
                    "maker",
                    [maker],
                    [
                        *data["decision_makers"],
                        *_mapping(data, "affected"),
                    ],
                )
            case ["decision_makers", str(maker), "options", str(option)]:
                own = _mapping(data, "decision_makers", maker, "options")
                kind, old = "option", [maker, option]
                others = [*own, *(step for name in own for step in _steps(name, own[name]))]
            case ["decision_makers", str(maker), "options", str(option), "levels", level]:
                own = _mapping(data, "decision_makers", maker, "options")
                levels = _levels(own[option])
                word = levels[level] if isinstance(level, int) else level
                kind, old, others = "level", [maker, option, word], levels
            case ["sources" | "tables" | "deadlines" as room, str(name)]:
                kind, old, others = room[:-1], [name], list(data[room])
            case ["affected", str(name)]:
                kind, old = "affected", [name]
                others = [*data["affected"], *_mapping(data, "decision_makers")]
            case ["states", int(place)] | ["states", int(place), "id"]:
                others = [_state(state) for state in data["states"]]
                kind, old = "state", [others[place]]
                if len(path) == 2 and isinstance(data["states"][place], dict):
                    path.append("id")
            case _:
                where = path_text(path)
                raise QuestionError(f"{where} has no id that could change; name {_RENAMED}")
        _check(kind, to, old[-1], others)
        definition = Change(tuple(path), to, is_key=isinstance(path[-1], str) and path[-1] != "id")
        renamed = cls(data, kind, old, definition)
        renamed.check_options()
        return renamed

    def check_options(self) -> None:
        """Refuse an id that would give two options of one decision maker one name."""
        names = Counter((t.maker, t.short) for t in map(self.renamed, self.terms))
        before = Counter((t.maker, t.short) for t in self.terms)
        for (maker, short), count in names.items():
            if count > 1 and before[maker, short] < count:
                raise QuestionError(f'{maker} would have two options called "{short}"')

    def renamed(self, term: _Term) -> _Term:
        """Return what a name stands for under the new ids."""
        if self.kind == "maker" and self.old == (term.maker,):
            return replace(term, maker=self.new)
        if self.kind == "option" and self.old == (term.maker, term.option):
            return replace(term, option=self.new)
        if self.kind == "level" and self.old == (term.maker, term.option, term.level):
            return replace(term, level=self.new)
        return term

    def text_of(self, reference: Reference) -> str:
        """Return what a reference has to say."""
        kind, text = reference.kind, reference.text
        if kind in ("condition", "option") or (kind == "where" and not self.is_form(text)):
            return _NAME.sub(self._named, text)
        if kind == "level":
            return self._level(str(reference.path[-1]), text)
        if kind == "source" and self.kind == "source":
            name = Source.read(text, self.sources).source
            return self.new + text[len(name) :] if name == self.old[0] else text
        if kind == "ranking" and self.kind == "state":
            return _WORD.sub(lambda word: self._state(word[0]), text)
        if kind == "state":
            return self._state(text)
        if kind == "agenda" and "." in text and text in self.by_name:  # else it is in words
            return self._written(text, self.by_name[text])
        called = {"maker": ("maker",), "party": ("maker", "affected")}.get(kind, ())
        if self.kind in called and text == self.old[0]:
            return self.new
        return text

    def is_form(self, text: str) -> bool:
        """Say whether a text is a state in option form, with "-" for either."""
        try:
            read_form(text.strip(), self.widths, "YN-")
        except ValueError:
            return False
        return True

    def _state(self, text: str) -> str:
        is_it = self.kind == "state" and text.strip() == self.old[0]
        return text.replace(self.old[0], self.new) if is_it else text

    def _named(self, match: re.Match[str]) -> str:
        name, sign, level = match["name"], match["sign"] or "", match["level"] or ""
        term = self.by_name.get(name)
        if name.lower() in RESERVED or term is None:
            return match[0]
        return self._written(name, term) + sign + self._level(name, level)

    def _written(self, name: str, term: _Term) -> str:
        """Write the name of an option, with its decision maker where it needs one."""
        after = self.renamed(term)
        is_clear = "." not in name and self.after[after.short] == 1
        return after.short if is_clear else f"{after.maker}.{after.short}"

    def _level(self, name: str, level: str) -> str:
        term = self.by_name.get(name.strip())
        is_it = self.kind == "level" and term and self.old == (term.maker, term.option, level)
        return self.new if is_it else level


def _check(kind: str, word: str, old: str, others: Sequence[str]) -> None:
    """Refuse an id that cannot be, or that is taken."""
    loose = kind in ("source", "table", "deadline")
    fault = source_id_fault(word) if loose else id_fault(word)
    names = {"maker": "a decision maker", "option": "an option", "affected": "an affected party"}
    if fault:
        plain = re.sub(r"\W+", "_", word).strip("_") or old
        plain = plain if not plain[0].isdigit() else f"{kind}_{plain}"
        plain += "_" if plain.lower() in RESERVED else ""
        raise QuestionError(f'{fault}; such as "{_free(plain, others)}"')
    if word in others and word != old:
        free = _free(word, others)
        raise QuestionError(
            f'there is {names.get(kind, f"a {kind}")} "{word}" already; try "{free}"'
        )


def _free(word: str, others: Sequence[str]) -> str:
    numbered = (f"{word}_{number}" for number in range(2, len(others) + 3))
    return next(name for name in (word, *numbered) if name not in others)


def _mapping(data: Any, *path: str) -> dict[str, Any]:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _levels(option: Any) -> list[str]:
    levels = option.get("levels") if isinstance(option, dict) else None
    return [word for word in levels or () if isinstance(word, str)]


def _steps(name: str, option: Any) -> list[str]:
    return [f"{name}_{level}" for level in _levels(option)[1:]]


def _state(state: Any) -> str:
    return str(state.get("id")) if isinstance(state, dict) else str(state)


def _terms(data: Any) -> Iterator[_Term]:
    """Yield all that names of options can stand for."""
    for maker in _mapping(data, "decision_makers"):
        for name, option in _mapping(data, "decision_makers", maker, "options").items():
            yield _Term(maker, name)
            yield from (_Term(maker, name, level) for level in _levels(option)[1:])


def _widths(data: Any) -> list[int]:
    widths = list[int]()
    for maker in _mapping(data, "decision_makers"):
        own = _mapping(data, "decision_makers", maker, "options")
        widths.append(sum(max(1, len(_levels(option)) - 1) for option in own.values()))
    return widths
