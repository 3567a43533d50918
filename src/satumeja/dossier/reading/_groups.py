"""Find parties that their noun names: "the dockers' union", "warga Desa Sukamaju"."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from satumeja.dossier.reading._nouns import Line, Nouns, Party
from satumeja.dossier.reading._runs import is_titled, run_end

__all__ = ["is_of_state", "unnamed_party"]

_LEAST = 3
_DESCRIBING = ("ed", "ing", "ly", "ous", "ful", "able", "ible", "less", "ive", "est")
_OPENING = 2  # so many words may stand before people a sentence begins with ("About 500 ...")
_LONG = 3  # so many capitalised words behind a group are no person's name


def unnamed_party(line: Line, nouns: Nouns, index: int, floor: int) -> Party | None:
    """Find a body or a group that is meant by a noun ("the dockers' union", "warga desa itu")."""
    inside = line.capital(index) and line.capital(index - 1) and line.joined(index - 1)
    inside = inside and not nouns.has("capitals", line.tokens[index - 1].text)
    if inside and not (nouns.head_last and line.is_state(index - 1)):
        return None
    size = 2 if _of_two(line, nouns, index) else 1
    noun = " ".join(line.lower(near) for near in range(index, index + size))
    group = nouns.has("groups", noun)
    if not group and noun not in nouns.sorts:
        return None
    if nouns.head_last and line.lower(index + size) in nouns.sorts and line.joined(index):
        return None
    if line.joined(index + size - 1) and nouns.has("after", line.lower(index + size)):
        return None
    ends = _words_before if nouns.head_last else _words_after
    bounds = ends(line, nouns, index, index + size, floor)
    if bounds is None or _is_nobody(line, nouns, *bounds):
        return None
    first, stop = bounds
    own = stop - first > size
    named = any(
        line.capital(near) for near in range(first, stop) if near not in range(index, index + size)
    )
    if group:
        return Party(first, stop, "group", noun, noun, own, named)
    if is_of_state(line, nouns, noun, first, stop):
        return None
    sort = nouns.sorts[noun]
    short = line.capital(index) and index > 0 and nouns.has("articles", line.lower(index - 1))
    again = not (named or short) and (
        sort == "force" or (not own and nouns.has("named_only", noun))
    )
    return Party(first, stop, "org", sort, noun, own and not again, named, again=again)


def _of_two(line: Line, nouns: Nouns, index: int) -> bool:
    """Whether a noun is of two words ("masyarakat adat")."""
    if line.capital(index + 1):
        return False
    pair = f"{line.lower(index)} {line.lower(index + 1)}"
    return line.joined(index) and (nouns.has("groups", pair) or pair in nouns.sorts)


def is_of_state(line: Line, nouns: Nouns, noun: str, first: int, stop: int) -> bool:
    """Whether a government is meant by the state beside it, and so is no other party."""
    if nouns.sorts[noun] not in ("government", "force"):
        return False
    beside = first - 1 if nouns.head_last else stop
    return line.is_state(beside) or any(line.is_state(near) for near in range(first, stop))


def _is_nobody(line: Line, nouns: Nouns, first: int, stop: int) -> bool:
    """Whether words name no party: one of many, so many, or a person by what he is."""
    before = line.lower(first - 1) if line.joined(first - 1) else ""
    spoken_for = line.joined(stop - 1) and nouns.has("titles", line.lower(stop))
    counted = before.isdigit() and (nouns.head_last or first > _OPENING)
    if counted or nouns.has("single", before):
        return True
    if nouns.has("unnamed", before) and not (nouns.head_last and spoken_for):
        return True
    if nouns.head_last and nouns.has("holders", line.lower(stop - 1)) and _is_apposed(line, stop):
        return True
    owns = nouns.head_last and stop < len(line.tokens) and line.gap(stop - 1) in ("' ", "’ ")
    return owns and not nouns.has("told", line.lower(stop))


def _is_apposed(line: Line, stop: int) -> bool:
    """Whether the name of a person follows behind a comma ("the fleet owner, Mats Holm,")."""
    named = line.capital(stop) and line.capital(stop + 1)
    return named and (line.follows(stop - 1) == "," or line.joined(stop - 1))


def _words_before(
    line: Line, nouns: Nouns, index: int, stop: int, floor: int
) -> tuple[int, int] | None:
    """Take in what stands before a noun, and the place after it ("residents of Old Kupa")."""
    first = index
    while first > floor and line.joined(first - 1):
        before = first - 1
        word = line.lower(before)
        plural = line.gap(before) in ("' ", "’ ") and nouns.has("groups", word)
        capital = line.capital(before) and (before > 0 or line.is_state(before))
        capital = capital and not nouns.has("capitals", line.tokens[before].text)
        trade = nouns.has("trades", word) or plural or _is_own_trade(line, nouns, before)
        if before in line.taken or not (trade or capital):
            break
        first = before
    after = stop + 1 + nouns.has("articles", line.lower(stop + 1))
    if (
        line.joined(stop - 1)
        and nouns.has("places", line.lower(stop))
        and line.joined(stop)
        and line.capital(after)
        and not nouns.has("calendar", line.lower(after))
        and (line.lower(stop) == "of" or not line.is_state(after))
        and stop != index
    ):
        stop = run_end(line, nouns, after)
    return first, stop


def _is_own_trade(line: Line, nouns: Nouns, index: int) -> bool:
    """Whether a word between an article and a noun says which body is meant ("canal trust")."""
    word = line.lower(index)
    owned = line.gap(index) in ("' ", "’ ") and word.endswith("s")
    article = nouns.has("definite", line.lower(index - 1)) and line.joined(index - 1)
    described = nouns.has("adjectives", word) or word.endswith(_DESCRIBING)
    return article and not line.capital(index) and (owned or not described)


def _words_after(
    line: Line, nouns: Nouns, index: int, stop: int, floor: int
) -> tuple[int, int] | None:
    """Take in what follows a noun: its trade, its place; None where it is one person's office."""
    noun = stop - 1
    while line.joined(stop - 1) and (
        nouns.has("trades", line.lower(stop)) and not line.capital(stop)
    ):
        stop += 1
    stop += _is_trade(line, nouns, stop)
    if not line.joined(stop - 1) or not line.capital(stop):
        return index, stop
    run = run_end(line, nouns, stop)
    residents = nouns.has("residents", line.lower(noun)) or nouns.has(
        "residents", " ".join(line.lower(near) for near in range(index, noun + 1))
    )
    placed = (
        nouns.has("place_words", line.lower(stop))
        or line.is_state(stop)
        or line.tokens[stop].text in nouns.name_parts
    )
    spoken = is_titled(line, nouns, index)
    if placed or (residents and not spoken and line.follows(run - 1) != ","):
        return index, run
    body = " ".join(line.lower(near) for near in range(index, noun + 1))
    if (line.lower(noun) in nouns.sorts or body in nouns.sorts) and not spoken:
        return index, run
    only_here = run == stop + 1 and not spoken and _is_only(line, stop - 1, stop)
    return (index, run) if only_here or (run - stop >= _LONG and not spoken) else None


def _is_only(line: Line, noun: int, name: int) -> bool:
    """Whether a name stands only behind that noun, and so is of a place and of nobody."""
    alone, pairs = _counts(line.text)
    word = line.tokens[name].text
    return alone[word] == pairs[line.lower(noun), word]


@lru_cache(maxsize=1)
def _counts(text: str) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Count the words of a text, and its pairs, the first of each in lower case."""
    words = re.findall(r"[^\W_]+", text)
    return Counter(words), Counter(zip(map(str.lower, words), words[1:], strict=False))


def _is_trade(line: Line, nouns: Nouns, index: int) -> bool:
    """Whether a word can only say which of them speak ("buruh roti mendesak")."""
    word = line.lower(index)
    between = line.joined(index - 1) and line.joined(index) and not line.capital(index)
    other = any(nouns.has(kind, word) for kind in ("speaking", "definite", "between"))
    spoken = nouns.has("speaking", line.lower(index + 1))
    return between and spoken and not other and len(word) > _LEAST
