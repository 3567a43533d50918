"""The word forms of a language, from ``clauses.toml``: little words, verbs, and what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from satumeja.dossier.reading import lists

__all__ = ["Frame", "Grammar", "grammar_of"]

_VERB = re.compile(r"([a-z-]+)(?:\(([a-z,]+)\))?")
_PREFIXED = re.compile(r"(?:me(?:m|n|ng|ny|r|l|w|y)?|be[rl]?|di|ter)[a-z-]{3,}")
# How an Indonesian active begins, and what stands for that behind "di-".
_ACTIVE = (
    ("mem([bfv].+)", ""),
    ("mem([aeiou].+)", "p"),
    ("memp(.+)", "p"),
    ("men([cdjz].+)", ""),
    ("men([aeiou].+)", "t"),
    ("meng([gh].+)", ""),
    ("meng([aeiou].+)", ""),
    ("meng([aeiou].+)", "k"),
    ("meny([aeiou].+)", "s"),
    ("me([lmnrwy](?!g|y|d|c|j).+)", ""),
)
_NO_ENDINGS = ("nya", "nsi", "rsi", "asi", "isi", "usi", "itas", "ensi")  # of nouns alone
_DOUBLED = re.compile(r"(?:[^aeiou]|qu)[aeiou][bdgmnprt]\Z")
_LATE_STRESS = ("permit", "rebut", "deter", "defer", "confer", "refer", "admit", "commit")
# Verbs in -l that double it, some of them in Britain only.
_DOUBLED_L = ("expel", "compel", "repel", "rebel", "annul", "cancel", "travel", "label", "patrol")


@dataclass(frozen=True)
class Frame:
    """What a word does, and where it names to whom.

    Parameters
    ----------
    kind : str
        The kind of act.
    object : str
        ``target`` where its object is whom it is done to, ``theme`` where that is a thing.
    to : tuple of str
        The words before a target.
    clause : bool
        Whether the subject of the clause after it is the target.
    about : frozenset of str
        The nouns one of which must be its object; none where any will do.
    mutual : bool
        Whether two who do it do it to each other ("traded accusations").
    aimed : bool
        Whether it is an act only where it names to whom ("suspended the manager").
    """

    kind: str
    object: str
    to: tuple[str, ...]
    clause: bool
    about: frozenset[str] = frozenset()
    mutual: bool = False
    aimed: bool = False


@dataclass(frozen=True)
class Grammar:
    """A language's words, ready for use.

    Parameters
    ----------
    kinds : mapping
        What each little word is: a complementiser, a preposition, a negation.
    forms : mapping
        The forms a verb may be in, and its dictionary form.
    frames : mapping
        By their first word, the phrases that do something, the longest first.
    nouns : mapping
        The nouns that are acts.
    prefixed : bool
        Whether verbs are told by their prefixes (as in Indonesian).
    also_nouns : frozenset of str
        The verbs that are nouns as well.
    """

    kinds: Mapping[str, str]
    forms: Mapping[str, tuple[frozenset[str], str]]
    frames: Mapping[str, Sequence[tuple[tuple[str, ...], Frame]]]
    nouns: Mapping[str, Frame]
    prefixed: bool
    also_nouns: frozenset[str]
    no_verbs: frozenset[str]
    unreal: frozenset[str]
    unreal_nouns: frozenset[str]
    harmless: frozenset[str]
    inverted: frozenset[str]
    outer: frozenset[str]
    asking: frozenset[str]
    questions: frozenset[str]
    own: frozenset[str]
    same: frozenset[str]
    receiving: frozenset[str]
    prompted: frozenset[str]
    giving: frozenset[str]
    replying: frozenset[str]
    about: frozenset[str]
    answering: frozenset[str]
    bringing: frozenset[str]
    facing: frozenset[str]
    visiting: frozenset[str]
    lapsed: frozenset[str]
    willing: frozenset[str]
    turning: frozenset[str]
    pairs: frozenset[str]
    numbers: frozenset[str]

    def verb(self, word: str) -> tuple[frozenset[str], str] | None:
        """Give the forms a word may be as a verb, and its dictionary form; None for no verb."""
        listed = self.forms.get(word)
        if listed is not None or not self.prefixed:
            return listed
        stem = word.removesuffix("nya")
        if stem != word and stem in self.frames and _PREFIXED.fullmatch(stem):
            return (frozenset({"passive" if stem.startswith("di") else "active"}), stem)
        if word in self.no_verbs or not _PREFIXED.fullmatch(word) or word.endswith(_NO_ENDINGS):
            return None
        return (frozenset({"passive" if word.startswith(("di", "ter")) else "active"}), word)


@cache
def grammar_of(language: str) -> Grammar:
    """Make the words of a language ready."""
    table: Mapping[str, Any] = lists(language, "clauses")
    kinds: dict[str, str] = {}
    for kind, words in table["words"].items():
        if kind != "question":
            for word in words:
                kinds.setdefault(word, kind)
    prefixed = "nouns" in table["verbs"]
    forms = dict(_plain(table) if prefixed else _inflected(table["verbs"]["words"]))
    unreal = table["unreal"]
    return Grammar(
        kinds,
        forms,
        _frames(table["act"], forms),
        _nouns(table["noun"]),
        prefixed,
        frozenset(table["verbs"].get("also_nouns", "").split()),
        frozenset(table["verbs"].get("nouns", "").split()),
        frozenset(unreal["governors"]),
        frozenset(unreal["nouns"]),
        frozenset(unreal["done"]),
        frozenset(table["inversion"]["verbs"]),
        frozenset(table["inversion"]["outer"]),
        frozenset(table["inversion"]["asking"]),
        frozenset(table["words"]["question"]),
        frozenset(table["who"]["own"]),
        frozenset(table["who"]["same"]),
        frozenset(table["noun_roles"]["receiving"].split()),
        frozenset(table["noun_roles"]["prompted"].split()),
        frozenset(table["noun_roles"]["giving"].split()),
        frozenset(table["noun_roles"]["replying"].split()),
        frozenset(table["noun_roles"]["about"].split()),
        frozenset(table["noun_roles"]["answering"].split()),
        frozenset(table["noun_roles"]["bringing"].split()),
        frozenset(table["noun_roles"]["facing"].split()),
        frozenset(table["noun_roles"]["visiting"].split()),
        frozenset(unreal["lapsed"]),
        frozenset(unreal["willing"]),
        frozenset(unreal["turning"]),
        frozenset(word for word, kind in kinds.items() if word.count(" ") == 1),
        frozenset(table["verbs"].get("numbers", "").split()),
    )


def _plain(table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[frozenset[str], str]]]:
    """Give the verbs without a prefix."""
    for word in table["verbs"]["words"].split():
        yield word, (frozenset({"active"}), word)


def _inflected(words: str) -> Iterator[tuple[str, tuple[frozenset[str], str]]]:
    """Give every form of English verbs; of a form that is several, all."""
    forms: dict[str, tuple[set[str], str]] = {}
    for match in _VERB.finditer(words):
        base, irregular = match.group(1), (match.group(2) or "").split(",")
        regular = _ending(base, "ed")
        past = irregular[0] or regular
        made = {
            "base": base,
            "third": _third(base),
            "ing": _ending(base, "ing"),
            "past": past,
            "part": irregular[1] if len(irregular) > 1 else past,
        }
        for name, form in made.items():
            forms.setdefault(form, (set(), base))[0].add(name)
        if base in _DOUBLED_L:
            for name, ending in (("ing", "ing"), ("past", "ed"), ("part", "ed")):
                forms.setdefault(f"{base}l{ending}", (set(), base))[0].add(name)
    for form, (names, base) in forms.items():
        yield form, (frozenset(names), base)


def _third(base: str) -> str:
    """Give what he, she or it does."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if re.search(r"[^aeiou]y\Z", base) else f"{base}s"


def _ending(base: str, ending: str) -> str:
    """Give a verb with -ed or -ing, as English spells it."""
    if ending == "ed" and re.search(r"[^aeiou]y\Z", base):
        return f"{base[:-1]}ied"
    if base.endswith("ie"):
        return f"{base}d" if ending == "ed" else f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return f"{base[:-1]}{ending}"
    if base.endswith("e") and ending == "ed":
        return f"{base}d"
    short = len(re.findall(r"[aeiou]+", base)) == 1 or base in _LATE_STRESS
    return f"{base}{base[-1]}{ending}" if short and _DOUBLED.search(base) else f"{base}{ending}"


def _frame(entry: Mapping[str, Any]) -> Frame:
    """Make a frame of an entry."""
    return Frame(
        entry["kind"],
        entry.get("object", "theme"),
        tuple(entry.get("to", ())),
        entry.get("clause", False),
        frozenset(entry.get("about", "").split()),
        entry.get("mutual", False),
        entry.get("aimed", False),
    )


def _passive(verb: str) -> Iterator[str]:
    """Give the passive of an Indonesian verb: "membantah" is "dibantah", "menuduh" "dituduh"."""
    for prefix, first in _ACTIVE:
        match = re.fullmatch(prefix, verb)
        if match:
            yield f"di{first}{match.group(1)}"


def _nouns(entries: Sequence[Mapping[str, Any]]) -> dict[str, Frame]:
    """Give what nouns do, and pairs of words that are one noun ("permintaan maaf")."""
    names = [(name, entry) for entry in entries for name in entry["words"].split()]
    names += [(pair, entry) for entry in entries for pair in entry.get("pairs", ())]
    return {name: _frame(entry) for name, entry in names}


def _frames(
    entries: Sequence[Mapping[str, Any]], forms: Mapping[str, tuple[frozenset[str], str]]
) -> dict[str, list[tuple[tuple[str, ...], Frame]]]:
    """Give the phrases that do something by their first word, the longest first."""
    frames: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    for entry in entries:
        for phrase in entry["verbs"].split(","):
            first, *rest = phrase.split()
            for form in (first, *_passive(first)):
                frames.setdefault(form, []).append((tuple(rest), _frame(entry)))
    for phrases in frames.values():
        phrases.sort(key=lambda phrase: (-len(phrase[0]), not phrase[1].about))
    return frames
