"""Tell the language of a text, or say which other one it is in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from satumeja.errors import ReportError
from satumeja.report._dates import date_words
from satumeja.report._knowledge import LANGUAGES, knowledge

__all__ = ["detect_language"]

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SHARE = 0.10
_LEAST_MARKS = 2
_LEAST_PLAIN = 5
_FEW, _HARDLY_ANY, _LEAST_KNOWN = 40, 6, 2
_READ = "Indonesian and English can be read"
_OTHER = "give a report, or a translation of one, in either"
_TOO_FEW = "too few words of Indonesian or English prose"
_MORE = "give more of the report, two sentences or three"
_SCRIPTS = {"CJK": "Chinese or Japanese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese"}


def detect_language(text: str) -> str:
    """Decide between Indonesian and English by their function words.

    Parameters
    ----------
    text : str
        The text, or its beginning.

    Returns
    -------
    str
        ``id`` or ``en``.

    Raises
    ------
    ReportError
        The text is in another language or script, which is named where known.
    """
    spelled = _WORD.findall(text[:_SAMPLE])
    if not spelled:
        raise ReportError(f"does not look like a news report: it has no words; {_OTHER}")
    script = _script(text[:_SAMPLE])
    if script != "LATIN":
        name = _SCRIPTS.get(script, script.title())
        raise ReportError(f"is written in {name} script; {_READ}; {_OTHER}")
    counts = Counter(word.lower() for word in spelled)
    marked = _marked(counts)
    if marked:
        raise ReportError(f"looks like {marked}; {_READ}; {_OTHER}")
    # A short report may be half names: they are no words of any language.
    plain = sum(not word[0].isupper() for word in spelled)
    total = plain if plain >= _LEAST_PLAIN else len(spelled)
    shares = {
        name: sum(counts[word] for word in vocabulary) / total
        for name, vocabulary in _vocabularies().items()
    }
    best = max(shares, key=lambda name: (shares[name], name))
    is_few = counts.total() <= _FEW
    certain = shares[best] >= _LEAST_SHARE
    if counts.total() <= _HARDLY_ANY:
        certain = shares[best] * total >= _LEAST_KNOWN
    if best in LANGUAGES and certain:
        return best
    few = _of_few_words(counts) if is_few else None
    if few is not None:
        return few
    if not certain:
        raise ReportError(f"does not look like a news report: {_TOO_FEW}; {_MORE}")
    if best == "Latin":
        raise ReportError(f"does not look like a news report: it is Latin filler text; {_OTHER}")
    raise ReportError(f"looks like {best}; {_READ}; {_OTHER}")


def _of_few_words(counts: Counter[str]) -> str | None:
    """Tell the language of a headline or a line or two, which has hardly a function word.

    Other languages share some of the words; that they have fewer of them has to be certain, and
    a word with a letter that neither of ours has is of another.
    """
    foreign = sum(count for word, count in counts.items() if not word.isascii())
    foreign += max(
        sum(counts[word] for word in words)
        for name, words in _vocabularies().items()
        if name not in LANGUAGES
    )
    counted: dict[str, int] = {}
    for language in LANGUAGES:
        table = knowledge("satumeja.report", language, "article")
        words = _vocabularies()[language] | {*table["few_words"], *table["news_words"]}
        counted[language] = sum(counts[word] for word in words)
    (best, most), (_, second) = sorted(counted.items(), key=lambda pair: -pair[1])[:2]
    return best if most >= _LEAST_KNOWN and most > max(second, foreign) else None


@cache
def _vocabularies() -> dict[str, frozenset[str]]:
    """Give the function words of every language that can be told."""
    room = "satumeja.report"
    known = {
        language: frozenset(knowledge(room, language, "article")["function_words"])
        | frozenset(knowledge(room, language, "article")["attribution"])
        | date_words(language)
        for language in LANGUAGES
    }
    others = knowledge(room, "others")["words"]
    return known | {name: frozenset(words) for name, words in others.items()}


def _marked(counts: Counter[str]) -> str | None:
    """Name the close relative whose marks the text carries.

    Words both languages use say something only beside a mark, and words that the relative
    spells otherwise speak against it.
    """
    table = knowledge("satumeja.report", "others")
    for name, marks in table["marks"].items():
        signs = [mark for mark in marks if counts[mark]]
        hints = [hint for hint in table["hints"][name] if counts[hint]]
        against = sum(counts[word] for word in table["instead"][name])
        times = sum(counts[mark] for mark in signs)
        enough = len(signs) >= _LEAST_MARKS or (signs and len(hints) >= _LEAST_MARKS)
        if enough and times > against and times * 150 >= counts.total():
            return str(name)
    return None


def _script(text: str) -> str:
    """Name the script most letters belong to."""
    letters = Counter(letter for letter in text if letter.isalpha())
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        scripts[unicodedata.name(letter, "UNKNOWN").split()[0]] += count
    return max(scripts, key=lambda name: (scripts[name], name)) if scripts else "LATIN"
