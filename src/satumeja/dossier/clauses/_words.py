"""A stretch of text as words that know what they are: a party, a verb, a preposition."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from satumeja.dossier._types import Mention
from satumeja.dossier.clauses._forms import Grammar
from satumeja.report import Span

__all__ = ["Known", "Word", "words_in"]

_NEAR_PASSIVE = 4
_PIECE = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?|\d[\d.,]*\d|\d|[^\w\s]")
_OWNER = re.compile(r"['’]s?(?=[\s,.;:]|\Z)")
_MARKS = {",": "comma", ";": "stop", ":": "stop", "—": "comma", "–": "comma", "(": "open"}
_CLOSING = {")": "close"}
_NOT = ("n't", "n’t")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, where it stands, and what it is.

    Parameters
    ----------
    start, end : int
        Its place in the report.
    text : str
        In small letters.
    kind : str
        ``party``, ``quote``, ``date``, ``verb``, ``noun``, ``comma``, ``stop``, ``owner`` (an
        apostrophe), or one of the kinds of ``clauses.toml``.
    base : str
        The dictionary form of a verb; of a party its identifier.
    forms : frozenset of str
        The forms a verb may be in.
    """

    start: int
    end: int
    text: str
    kind: str
    base: str = ""
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Known:
    """What of a text is known before its words are looked at: parties, days, quotations."""

    parties: Mapping[int, Mention]
    days: Mapping[int, int]
    quotations: Sequence[Span]


def words_in(text: str, span: Span, grammar: Grammar, known: Known) -> list[Word]:
    """Give the words of a stretch, with parties, days and quotations as one word each."""
    words = list(_words(text, span, grammar, known))
    if grammar.prefixed:
        return [_noun_of_act(words, place, grammar) for place in range(len(words))]
    for place in range(len(words) - 1):  # "no longer insists"
        pair = f"{words[place].text} {words[place + 1].text}"
        if pair in grammar.pairs:
            words[place + 1] = replace(words[place + 1], kind=grammar.kinds[pair])
            words[place] = replace(words[place], kind=grammar.kinds[pair])
    return [
        replace(word, kind="preposition")
        if word.kind == "infinitive" and not _verb_behind(words, place)
        else word
        for place, word in enumerate(words)
    ]


def _noun_of_act(words: Sequence[Word], place: int, grammar: Grammar) -> Word:
    """Give a word, as a noun where a passive tells what is done with it ("Somasi dilayangkan")."""
    word = words[place]
    if word.kind != "verb" or word.text != word.base:
        return word
    near = words[place + 1 : place + 1 + _NEAR_PASSIVE]
    verb = next((later for later in near if later.kind == "verb"), None)
    if verb is None or "passive" not in verb.forms or any(w.kind == "comma" for w in near):
        return word
    borne = any((word.text,) == rest for rest, _ in grammar.frames.get(verb.base, ()))
    return replace(word, kind="noun") if borne else word


def _verb_behind(words: Sequence[Word], place: int) -> bool:
    """Whether a verb in its bare form, or what may stand for one, follows a "to"."""
    for word in words[place + 1 :]:
        if word.kind not in ("adverb", "negation", "mark"):
            plain = word.kind == "noun" and not word.text[:1].isdigit()
            return "base" in word.forms or word.kind in ("be", "have", "do", "quote") or plain
    return True


def _words(text: str, span: Span, grammar: Grammar, known: Known) -> Iterator[Word]:
    """Give the words one by one."""
    first = bisect_right(known.quotations, (span[0], len(text)))
    stop = bisect_right(known.quotations, (span[1], len(text)))
    quotes = {start - 1: end for start, end in known.quotations[first:stop]}
    place, end = span
    begin = place
    while place < end:
        if text[place].isspace():
            place += 1
            continue
        whole = _whole(text, place, known, quotes)
        if whole is not None:
            yield whole
            place = max(whole.end, place + 1)
            continue
        match = _PIECE.match(text, place, end)
        if match is None:
            place += 1
            continue
        stop = _cut(known, match)
        for word in _plain(text[place:stop], place, grammar):
            named = word.kind == "verb" and word.start > begin and text[word.start].isupper()
            yield replace(word, kind="noun") if named else word
        place = stop


def _whole(text: str, place: int, known: Known, quotes: Mapping[int, int]) -> Word | None:
    """Give what begins at a place and counts as one word."""
    if place in quotes:
        return Word(place, quotes[place] + 1, "", "quote")
    mention = known.parties.get(place)
    if mention is not None:
        return Word(place, mention.end, text[place : mention.end].lower(), "party", mention.actor)
    if place in known.days:
        return Word(place, known.days[place], text[place : known.days[place]].lower(), "date")
    owner = _OWNER.match(text, place) if text[place] in "'’" else None
    if owner and place and text[place - 1].isalnum():
        return Word(place, owner.end(), "'s", "owner")
    return None


def _cut(known: Known, match: re.Match[str]) -> int:
    """Give where a word ends: before a party that begins inside it ("pro-Peru")."""
    inside = (place for place in range(match.start() + 1, match.end()) if place in known.parties)
    return next(inside, match.end())


def _plain(piece: str, place: int, grammar: Grammar) -> Iterator[Word]:
    """Give a word by what the lists say of it, without its full stop and its apostrophe."""
    bare = (
        piece[:-1] if piece.endswith(".") and "." not in piece[:-1] and len(piece) > 1 else piece
    )
    lower = bare.lower()
    if lower.endswith(("'s", "’s")):
        yield _word(bare[:-2], lower[:-2], place, grammar)
        yield Word(place + len(bare) - 2, place + len(bare), "'s", "owner")
    elif lower.endswith(_NOT):
        yield Word(place, place + len(bare) - 3, lower[:-3], grammar.kinds.get(lower[:-3], "may"))
        yield Word(place + len(bare) - 3, place + len(bare), "n't", "negation")
    else:
        yield _word(bare, lower, place, grammar)
    if bare is not piece:
        yield Word(place + len(bare), place + len(piece), ".", "stop")


def _word(bare: str, lower: str, place: int, grammar: Grammar) -> Word:
    """Give one word."""
    end = place + len(bare)
    if not bare[:1].isalnum():
        kind = _MARKS.get(bare) or _CLOSING.get(bare) or ("stop" if bare in ".!?…" else "mark")
        return Word(place, end, lower, kind)
    kind = grammar.kinds.get(lower, "")
    verb = None if kind else grammar.verb(lower)
    if verb is not None:
        return Word(place, end, lower, "verb", verb[1], verb[0])
    if not kind and lower.endswith("ly") and not grammar.prefixed:
        kind = "adverb"
    return Word(place, end, lower, kind or "noun")
