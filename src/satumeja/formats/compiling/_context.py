"""What every part of a file is compiled with: its faults, sources and words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypedDict

from satumeja.errors import did_you_mean
from satumeja.formats import schema
from satumeja.formats.compiling._languages import LANGUAGES
from satumeja.formats.trees import Faults, Path
from satumeja.model import Gloss, Reference, Text
from satumeja.model.kit import id_fault

__all__ = ["Citation", "Context", "source_id_fault"]

_SOURCE_ID = re.compile(r"\w[\w.-]*")
# Digits and exponents are bounded, so that no number takes long to be read exactly.
_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,60}(?:\.[0-9]{0,60})?|\.[0-9]{1,60})(?:[eE][+-]?[0-9]{1,2})?"
    r"|[+-]?[0-9]{1,60}/[0-9]{1,60}"
)
_TRUTH = dict.fromkeys(("y", "yes", "true", "1"), True)
_TRUTH |= dict.fromkeys(("n", "no", "false", "0"), False)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def source_id_fault(word: str) -> str:
    """Say why a word cannot be the id of a source or a table; nothing if it can."""
    if _SOURCE_ID.fullmatch(word):
        return ""
    return f'"{word}" cannot be an id: write letters, digits, "_", "-" and "."'


class Citation(TypedDict):
    """What a part rests on, as the model's classes take it."""

    because: Text
    evidence: tuple[str, ...]


@dataclass
class Context:
    """Checks the things that occur all over a file.

    Parameters
    ----------
    faults : Faults
        Where faults go.
    sources : mapping of str to bool
        The ids evidence may refer to, and whether each names a dossier.
    languages : tuple of str
        The languages of the model, the main one first.
    notes : list of str
        What is sound, and yet has no effect now; one line each.
    glosses : dict of str to Gloss
        What is given of cited sentences in words of another language, by plain reference.
    """

    faults: Faults
    sources: Mapping[str, bool] = field(default_factory=dict)
    languages: tuple[str, ...] = field(default=())
    notes: list[str] = field(default_factory=list)
    glosses: dict[str, Gloss] = field(default_factory=dict)

    def id(self, word: str, path: Path, *, key: bool = True) -> None:
        """Check an id that conditions or lists can refer to."""
        fault = id_fault(word)
        if fault:
            self.faults.add(fault, path, key=key)

    def source_id(self, word: str, path: Path) -> None:
        """Check the id of a source or a table, which may hold digits, "-" and "."."""
        fault = source_id_fault(word)
        if fault:
            self.faults.add(fault, path, key=True)

    def text(self, words: str | Mapping[str, str], path: Path) -> Text:
        """Make the words of a part, the main language of the model first."""
        if isinstance(words, str):
            return Text(words)
        for language in words:
            self.language(language, (*path, language), key=True)
        order = [*self.languages, *words]
        return Text({code: words[code] for code in sorted(words, key=order.index)})

    def language(self, code: str, path: Path, *, key: bool = False) -> None:
        """Check a language code."""
        if code not in LANGUAGES:
            message = f'unknown language "{code}"; write an ISO 639-1 code such as "en" or "id"'
            self.faults.add(message, path, key=key)

    def cited(self, part: schema.Cited, path: Path) -> Citation:
        """Check what a part rests on."""
        evidence = self.references(part.evidence, (*path, "evidence"))
        return {"because": self.text(part.because, (*path, "because")), "evidence": evidence}

    def references(self, listed: Iterable[str | schema.Glossed], path: Path) -> tuple[str, ...]:
        """Check references, as evidence has them and the papers of a table; keep their glosses."""
        references = list[str]()
        for k, entry in enumerate(listed):
            if isinstance(entry, schema.Glossed):
                self._gloss(entry, (*path, k))
                self._evidence(entry.reference, (*path, k, "reference"))
                references.append(entry.reference)
            else:
                self._evidence(entry, (*path, k))
                references.append(entry)
        return tuple(references)

    def _gloss(self, entry: schema.Glossed, path: Path) -> None:
        """Keep what a person says that a sentence says, who, and where else it stands."""
        words = self.text(entry.gloss, (*path, "gloss"))
        by = entry.by.strip()
        if words and not words.by_language:
            message = 'a gloss names its language, such as {en: "There is no plan."}'
            self.faults.add(message, (*path, "gloss"))
        if words and not by:
            message = 'a gloss is somebody\'s: say whose with the key "by"'
            self.faults.add(message, (*path, "gloss"), key=True)
        if not words and not entry.parallel:
            message = 'a mapping in evidence has a "gloss" or a "parallel"'
            self.faults.add(f"{message}; write the reference alone", path)
        if entry.parallel:
            self._evidence(entry.parallel, (*path, "parallel"))
        gloss = Gloss(entry.reference, words, by, entry.parallel)
        plain = Reference.read(entry.reference, self.sources).plain
        before = self.glosses.setdefault(plain, gloss)
        alike = before.words.by_language == words.by_language
        if not alike or (before.by, before.parallel) != (by, entry.parallel):
            self.faults.add(f'"{plain}" is glossed twice, and not alike', path)

    def one_of(self, word: str, words: Iterable[str], kind: str, path: Path) -> bool:
        """Note a fault unless `word` is one of a few; say which they are."""
        few = list(words)
        if word in few:
            return True
        meant = did_you_mean(word, few) or f"; write {' or '.join(few)}"
        self.faults.add(f'unknown {kind} "{word}"{meant}', path)
        return False

    def _evidence(self, text: str, path: Path) -> None:
        reference = Reference.read(text, self.sources)
        source, place = reference.source, reference.place
        if len(text) > len(source) and not place.strip() and not reference.fingerprint:
            message = f'"{text}" ends after "{text[len(source)]}"; write what it refers to'
            self.faults.add(message, path, offset=len(source))
        elif self.require(source, self.sources, "source", path, where=" in evidence"):
            flaw = reference.flaw(self.sources[source])
            if flaw is not None:
                self.faults.add(flaw.message, path, offset=flaw.offset)

    def require(
        self, word: str, listed: Collection[str], kind: str, path: Path, where: str = ""
    ) -> bool:
        """Note a fault unless `word` is one of those listed, best as keys where they are many."""
        if word in listed:
            return True
        message = f'unknown {kind} "{word}"{where}{did_you_mean(word, list(listed))}'
        self.faults.add(message, path, offset=0)
        return False

    def truth(self, word: str, expected: str, path: Path) -> bool | None:
        """Read yes or no in any of its spellings; note a fault and return None otherwise."""
        truth = _TRUTH.get(word.strip().lower())
        if truth is None:
            self.faults.add(f'expected {expected}, found "{word}"', path)
        return truth

    def number(self, text: str, path: Path) -> Fraction:
        """Read a number exactly; note a fault and return 0 where there is none."""
        try:
            if _NUMBER.fullmatch(text.strip()):
                return Fraction(text.strip())
        except ZeroDivisionError:
            pass
        self.faults.add(f'expected a number, found "{text[:40]}"', path)
        return Fraction(0)

    def share(self, text: str, path: Path) -> Fraction:
        """Read a number from 0 to 1."""
        number = self.number(text, path)
        if not 0 <= number <= 1:
            self.faults.add(f"expected a number from 0 to 1, found {text.strip()}", path)
        return number

    def date(self, word: str, path: Path) -> str:
        """Check a date: a year, a month or a day."""
        match = _DATE.fullmatch(word)
        try:
            if word and match is None:
                raise ValueError
            if match:
                date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        except ValueError:
            message = f'"{word}" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD'
            self.faults.add(message, path)
        return word
