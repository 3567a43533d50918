"""The verbs of a stretch of words, each with its auxiliaries: voice, mood, negation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from satumeja.dossier.clauses._forms import Grammar
from satumeja.dossier.clauses._words import Word

__all__ = ["Group", "groups_in"]

_CHAIN = ("be", "have", "do", "future", "may", "must", "negation", "adverb")
_ALONE = ("this", "these", "those", "all", "both", "some", "many", "most")
_BEFORE_ROOTS = ("", "party", "pronoun", "adverb", "relative", "adverbial")
_OBJECTS = ("determiner", "party", "complement", "infinitive", "pronoun", "quote", "date")


@dataclass(frozen=True)
class Group:
    """A verb with what stands before it.

    Parameters
    ----------
    first, head : int
        The words it begins and ends with; the head is the verb.
    form : str
        ``finite``, ``infinitive``, ``gerund`` or ``reduced`` ("the men captured in May").
    passive : bool
        Whether its subject is whom it is done to.
    negated : bool
        Whether it says that it is not so.
    mood : str
        ``done``, ``ahead``, ``may`` or ``must``.
    unreal : bool
        Whether it tells of what would have been.
    """

    first: int
    head: int
    form: str
    passive: bool
    negated: bool
    mood: str
    unreal: bool = False


def groups_in(words: Sequence[Word], grammar: Grammar) -> list[Group]:
    """Give the verbs of some words, in order."""
    groups = list(_groups(words, grammar))
    groups = [
        _reduced(words, groups, number)
        for number in range(len(groups))
        if not _qualifies(words, groups, number, grammar)
    ]
    for number in range(1, len(groups)):
        groups[number] = _continued(words, groups[number - 1], groups[number])
        groups[number] = _passive_too(words, groups[number - 1], groups[number])
    return groups


def _qualifies(
    words: Sequence[Word], groups: Sequence[Group], number: int, grammar: Grammar
) -> bool:
    """Whether a past form only qualifies the noun behind it ("31 jailed members demanded")."""
    group = groups[number]
    plain = group.form == "finite" and group.first == group.head and not group.passive
    if plain and words[group.head].forms & {"part"} and _counted(words, group.head, grammar):
        return True
    if not plain or not words[group.head].forms & {"part"} or number + 1 >= len(groups):
        return False
    later = groups[number + 1]
    between = {word.kind for word in words[group.head + 1 : later.first]}
    bounds = {"comma", "coordinate", "complement", "relative", "adverbial", "stop", "quote"}
    noun = group.head + 1 < len(words) and words[group.head + 1].kind == "noun"
    headed = group.first > 0 and words[group.first - 1].kind in ("noun", "preposition")
    return noun and headed and later.form == "finite" and not between & bounds


def _counted(words: Sequence[Word], head: int, grammar: Grammar) -> bool:
    """Whether a past form stands between a number and its noun ("eleven detained farmers")."""
    if not head or head + 1 >= len(words) or words[head + 1].kind not in ("noun", "party"):
        return False
    before = words[head - 1].text
    return before in grammar.numbers or before[:1].isdigit()


def _continued(words: Sequence[Word], before: Group, group: Group) -> Group:
    """Give a bare verb behind "and" what stands before the verb it goes on from ("to close")."""
    word, place = words[group.head], group.first - 1
    while place > 0 and words[place].kind == "adverb":
        place -= 1
    bare = group.first == group.head and "base" in word.forms and "past" not in word.forms
    if not bare or place < 0 or words[place].kind not in ("coordinate", "comma"):
        return group
    if before.form == "infinitive" or before.mood != "done":
        return replace(group, form=before.form, mood=before.mood, negated=before.negated)
    return group


def _passive_too(words: Sequence[Word], before: Group, group: Group) -> Group:
    """Give a past form behind "and" the voice it shares ("was rejected by X and hailed by Y")."""
    after = words[group.head + 1].text if group.head + 1 < len(words) else ""
    plain = group.form in ("finite", "reduced") and group.first == group.head
    joined = group.first > 0 and words[group.first - 1].kind == "coordinate"
    if before.passive and plain and joined and after == "by" and "part" in words[group.head].forms:
        return replace(group, form="finite", passive=True)
    return group


def _groups(words: Sequence[Word], grammar: Grammar) -> Iterator[Group]:
    """Give every verb with its chain, and each "is" that stands alone."""
    for head, word in enumerate(words):
        if word.kind == "verb" and not (grammar.prefixed and _is_title(words, head, grammar)):
            first = _chain(words, head)
            group = _group(words, first, head, grammar)
            if group is not None:
                yield group
        elif word.kind in ("be", "have") and _alone(words, head, grammar):
            first = _chain(words, head)
            behind = head + 1 < len(words) and words[head + 1].kind == "negation"
            negated = behind or _negated(words, first, head)
            yield Group(first, head, "finite", False, negated, "done")


def _is_title(words: Sequence[Word], head: int, grammar: Grammar) -> bool:
    """Whether a root that opens a sentence is a noun with whose it is ("Janji PT X kepada Y")."""
    owned = head + 1 < len(words) and words[head + 1].kind == "party"
    return head == 0 and owned and words[head].text in grammar.nouns


def _chain(words: Sequence[Word], head: int) -> int:
    """Give the first word of the chain before a verb; adverbs in front are no part of it."""
    first = head
    while first and words[first - 1].kind in _CHAIN:
        first -= 1
    while first < head and words[first].kind == "adverb":
        first += 1
    return first


def _alone(words: Sequence[Word], head: int, grammar: Grammar) -> bool:
    """Whether "is" or "has" is the verb itself: no verb follows it in its chain."""
    if grammar.prefixed and words[head].kind == "have":
        return False
    after = head + 1
    while after < len(words) and words[after].kind in _CHAIN:
        after += 1
    return after >= len(words) or words[after].kind != "verb"


def _negated(words: Sequence[Word], first: int, head: int) -> bool:
    """Whether a negation stands in a chain."""
    return any(word.kind == "negation" for word in words[first:head])


def _group(words: Sequence[Word], first: int, head: int, grammar: Grammar) -> Group | None:
    """Say what a verb with its chain is; None where it is a noun or qualifies one."""
    kinds = [word.kind for word in words[first:head]]
    before = words[first - 1].kind if first else ""
    if first and words[first - 1].text in _ALONE and (first == 1 or _opens(words[first - 2])):
        before = "pronoun"  # "This shows that ..."
    aided = any(kind in _CHAIN[:6] for kind in kinds)
    after = words[head + 1].kind if head + 1 < len(words) else "stop"
    decide = _indonesian if grammar.prefixed else _english
    form, passive = decide(words[head], kinds, before, after, aided)
    plain = not grammar.prefixed and not form and words[head].base not in grammar.also_nouns
    if (
        plain
        and "third" in words[head].forms
        and before in ("party", "pronoun", "relative", "noun")
    ):
        form = "finite"
    if plain and not form and "base" in words[head].forms and _is_bidden(words, first):
        form = "finite"
    if not form:
        return None
    if before == "verb" and form == "finite" and grammar.prefixed and not aided:
        agented = passive and after in ("party", "preposition")  # "untuk bertemu ditolak Peru"
        form = "finite" if agented else "infinitive"
    mood = next((kind for kind in kinds if kind in ("future", "may", "must")), "done")
    unreal = mood != "done" and "have" in kinds and not grammar.prefixed
    negated = "negation" in kinds
    return Group(
        first, head, form, passive, negated, "ahead" if mood == "future" else mood, unreal
    )


def _is_bidden(words: Sequence[Word], first: int) -> bool:
    """Whether a bare form stands behind "that" and a party ("insisted that Peru pay for it")."""
    place = first - 1
    if place < 1 or words[place].kind not in ("party", "pronoun"):
        return False
    if words[place - 1].kind == "determiner":
        place -= 1
    return place > 0 and words[place - 1].kind == "complement"


def _opens(word: Word) -> bool:
    """Whether a clause may begin behind a word."""
    return word.kind in ("comma", "stop", "complement", "coordinate", "adverbial", "mark", "quote")


def _english(
    word: Word, kinds: Sequence[str], before: str, after: str, aided: bool
) -> tuple[str, bool]:
    """Give the form of an English verb and whether it is passive; no form for a noun."""
    forms = word.forms
    if aided:
        return _aided(forms, kinds)
    if before == "infinitive":
        return ("infinitive", False) if "base" in forms else ("", False)
    if before in ("determiner", "owner"):
        return "", False
    if "ing" in forms:
        return "gerund", False
    if before == "preposition":
        return "", False
    if "past" in forms:
        return "finite", False
    named = before in ("party", "pronoun", "relative", "close")
    if "third" in forms or named or before in ("", "noun", "coordinate"):
        taken = named and after != "preposition"
        return ("finite", False) if taken or after in _OBJECTS else ("", False)
    return "", False


def _aided(forms: frozenset[str], kinds: Sequence[str]) -> tuple[str, bool]:
    """Give the form of an English verb behind auxiliaries."""
    helpers = [kind for kind in kinds if kind != "adverb" and kind != "negation"]
    if "be" in helpers:
        if "ing" in forms:
            return "finite", False
        return ("finite", True) if forms & {"part", "past"} else ("", False)
    if "have" in helpers:
        return ("finite", False) if forms & {"part", "past"} else ("", False)
    if not helpers:  # a bare "never", or "that Peru not close the gates"
        return ("finite", False) if forms & {"past", "third", "base"} else ("", False)
    return ("finite", False) if "base" in forms else ("", False)


def _indonesian(
    word: Word, kinds: Sequence[str], before: str, after: str, aided: bool
) -> tuple[str, bool]:
    """Give the form of an Indonesian verb and whether it is passive; no form for a noun."""
    if before == "infinitive":
        return "infinitive", "passive" in word.forms
    rooted = not word.text.startswith(("me", "be", "di", "ter")) or len(word.text) < 6
    if rooted and not aided and before not in _BEFORE_ROOTS:
        return "", False
    if before == "preposition":
        return "gerund", "passive" in word.forms
    if before == "determiner" and rooted:
        return "", False
    return "finite", "passive" in word.forms


def _reduced(words: Sequence[Word], groups: Sequence[Group], number: int) -> Group:
    """Turn a past form that only qualifies a noun into a reduced one ("men held in May said")."""
    group = groups[number]
    plain = group.form == "finite" and group.first == group.head and not group.passive
    word = words[group.head]
    if not plain or not word.forms & {"part"} or group.head + 1 >= len(words):
        return group
    after = words[group.head + 1]
    opens = not group.head or words[group.head - 1].kind in ("comma", "stop", "open", "mark")
    if opens and after.text == "by":  # "Accused by X of lying, Y ...", "Y, accused by X, ..."
        return Group(group.first, group.head, "reduced", True, False, "done")
    if (
        after.kind != "preposition"
        or not group.head
        or words[group.head - 1].kind
        in (
            "pronoun",
            "relative",
            "coordinate",
            "comma",
        )
    ):
        return group
    later = groups[number + 1] if number + 1 < len(groups) else None
    if later is None or later.form != "finite":
        by = after.text == "by"
        return Group(group.first, group.head, "reduced", True, False, "done") if by else group
    between = {word.kind for word in words[group.head + 1 : later.first]}
    closed = between & {"comma", "coordinate", "complement", "relative", "adverbial", "stop"}
    closed |= between & {"condition", "quote"}
    if closed:
        return group
    return Group(group.first, group.head, "reduced", True, False, "done")
