"""The signs by which what a statement does is told: words, who, how, and what rules fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from satumeja.dossier._types import Statement
from satumeja.dossier.acts._rules import Heard
from satumeja.dossier.acts._stance import Stance
from satumeja.dossier.acts._work import ActWork, side_of
from satumeja.dossier.reading import lists
from satumeja.report.kit import word_choice

__all__ = ["signs_of"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[?!]")
_LONGEST = 600
_OPENING = 3
_REACH = 4
_NAMES = {"OWN", "OTHER", "PLACE"}


@dataclass(frozen=True)
class _Grammar:
    """The signs of a language, ready for use."""

    who: tuple[tuple[str, re.Pattern[str]], ...]
    how: tuple[tuple[str, re.Pattern[str]], ...]
    classes: dict[str, tuple[str, ...]]


@cache
def _grammar(language: str) -> _Grammar:
    """Make a language's lists of signs ready."""
    table = lists(language, "signs")
    classes: dict[str, list[str]] = {}
    for name, words in table["classes"].items():
        for word in words.lower().split():
            found = classes.setdefault(_stem(language, word), [])
            if name not in found:
                found.append(name)
    return _Grammar(
        tuple((who, re.compile(rf"\b{word_choice(table['who'][who])}\b")) for who in table["who"]),
        tuple((how, re.compile(form)) for how, form in table["how"].items()),
        {stem: tuple(names) for stem, names in classes.items()},
    )


@cache
def _stem(language: str, word: str) -> str:
    """Strip a word of its affixes, so that its forms count together."""
    rules = lists(language, "signs")["stem"]
    least = rules["least"]
    for prefix in rules["prefixes"]:
        if word.startswith(prefix) and len(word) - len(prefix) >= least:
            word = word[len(prefix) :]
            break
    for _ in range(2):
        for suffix in rules["suffixes"]:
            if word.endswith(suffix) and len(word) - len(suffix) >= least:
                word = word[: -len(suffix)]
                break
    return word[1:] if len(word) > least and word[0] in rules["first"] else word


def signs_of(work: ActWork, heard: Heard) -> list[str]:
    """Give the signs of one statement, sorted, each once.

    Parameters
    ----------
    work : ActWork
        The report and who is named in it.
    heard : Heard
        The statement, who says it, and the rules that fit.
    """
    statement, fitting = heard.statement, [rule["kind"] for rule in heard.fitting]
    words = _words(work, heard)
    signs = {
        f"cue={statement.cue_kind}",
        f"mode={statement.mode}",
        f"first={fitting[0] if fitting else '-'}",
        *(f"fits={kind}" for kind in fitting),
        *_of_cue(work, statement),
        *_of_words(work.report.language, words),
        *_of_frames(work.report.language, words),
        *_of_stance(work.report.language, heard.stance),
    }
    if heard.condition is not None:
        signs.add("if")
        signs |= {f"if&{sign}" for sign in signs if sign.startswith(("cue=", "frame=", "who="))}
    return sorted(signs)


def _of_stance(language: str, stance: Stance) -> Iterator[str]:
    """Give who is the subject of what was said, and what that subject does or will not do."""
    if not stance.mood:
        return
    voice = (
        f"{'not ' if stance.negated else ''}{stance.mood}{' passive' if stance.passive else ''}"
    )
    yield f"stance={stance.side}"
    yield f"stance={voice}"
    yield f"stance={stance.side}&{voice}"
    for name in _grammar(language).classes.get(_stem(language, stance.verb), ()):
        yield f"stance={stance.side}&{voice}&{name}"
    yield f"verb:{stance.side} {voice} {stance.verb}"


def _of_cue(work: ActWork, statement: Statement) -> Iterator[str]:
    """Give the word of saying, and what joins it to what is said."""
    if statement.cue is None:
        yield "cue:-"
        return
    cue = work.report.text[slice(*statement.cue)].lower()
    yield f"cue:{cue}"
    if statement.cue[1] <= statement.content[0] <= statement.cue[1] + 40:
        joint = work.report.text[statement.cue[1] : statement.content[0]].lower().split()
        if joint and statement.mode != "direct":
            yield f"joint:{joint[-1]}"
            yield f"joint:{cue} {joint[-1]}"


def _words(work: ActWork, heard: Heard) -> list[str]:
    """Give the words said, with names told apart only by whose side they are on."""
    sides = {side_of(work.people, one) for one in heard.speakers}
    start, end = heard.statement.content
    end = min(end, start + _LONGEST)
    pieces: list[str] = []
    place = start
    for mention in work.mentions.within(start, end):
        if mention.start < place:
            continue
        side = side_of(work.people, mention.actor)
        kind = "OWN" if side in sides else "PLACE" if mention.role == "place" else "OTHER"
        pieces += _plain(heard.words[place - start : mention.start - start], place == start)
        if not heard.words[mention.start - start].isspace():
            pieces.append(kind)
        place = min(mention.end, end)
    return pieces + _plain(heard.words[place - start : end - start], place == start)


def _plain(piece: str, opens: bool) -> list[str]:
    """Give the words of a piece without names, in small letters; numbers are alike."""
    found = []
    for index, match in enumerate(_WORD.finditer(piece)):
        word = match.group()
        if word[0].isdigit():
            found.append("#")
        elif word[0].isupper() and not (opens and index == 0) and word != "I":
            found.append("NAME")
        else:
            found.append(word.lower())
    return found


def _of_words(language: str, words: Sequence[str]) -> Iterator[str]:
    """Give words, stems, pairs, the first words, and the classes of words."""
    classes = _grammar(language).classes
    stems = [_stem(language, word) if word.islower() else word for word in words]
    for word, stem in zip(words, stems, strict=True):
        yield f"w:{word}"
        yield f"s:{stem}"
        for name in classes.get(stem, ()):
            yield f"class={name}"
    for pair in pairwise(words):
        yield f"p:{pair[0]} {pair[1]}"
    for number, word in enumerate(words[:_OPENING]):
        yield f"at{number}:{word}"
    yield f"open:{' '.join(words[:2])}"
    yield f"size={min(len(words) // 4, 6)}"


def _of_frames(language: str, words: Sequence[str]) -> Iterator[str]:
    """Give who is to do or not to do what: the side, the mood, and the class of the verb."""
    grammar = _grammar(language)
    text = " ".join(words)
    told = False
    taken = [False] * (len(text) + 1)
    for how, form in grammar.how:
        for match in form.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
            told = True
            who = _who(grammar, text[: match.start()])
            yield f"who={who}&{how}"
            yield f"how={how}"
            for name in _classes_after(language, text[match.end() :]):
                yield f"frame={who}&{how}&{name}"
                yield f"frame={how}&{name}"
    opener = _who(grammar, " ".join(words[:_REACH]))
    yield f"who={opener}"
    for name in _classes_after(language, text):
        yield f"frame={opener}&{'+' if told else '-'}&{name}"
    named = sorted(_NAMES & set(words))
    yield f"names={'+'.join(named)}"
    for who, form in grammar.who:
        if form.search(text):
            yield f"says={who}"


def _who(grammar: _Grammar, before: str) -> str:
    """Say who stands last before a place: one's own side, another, all, or nobody."""
    last, found = -1, "-"
    for name in ("OWN", "OTHER"):
        if (place := before.rfind(name)) > last:
            last, found = place, name.lower()
    for who, form in grammar.who:
        for match in form.finditer(before):
            if match.end() > last:
                last, found = match.end(), who
    return found


def _classes_after(language: str, text: str) -> list[str]:
    """Give the classes of the first words of a text."""
    classes = _grammar(language).classes
    found: dict[str, None] = {}
    for word in text.split()[:_REACH]:
        for name in classes.get(_stem(language, word), ()):
            found[name] = None
    return list(found)
