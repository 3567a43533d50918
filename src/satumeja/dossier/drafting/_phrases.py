"""Deeds in words: the verb and the object of a clause, short enough to name an option."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from satumeja.dossier.reading import lists
from satumeja.report.kit import word_choice

__all__ = ["LONGEST", "Clause", "Phrase", "hedge_of", "phrase_of", "undoes"]

LONGEST = 60
_MOST = 600  # characters of an act that are looked at
_ENDS = re.compile(
    r"(?<=[.!?;])\s+|,? (?:but|tetapi|tapi|namun) |: |,? and (?=(?:I|we|he|she|they|it) )"
)
_REMARK = re.compile(r"[”\"],?\s[^“”\"]{1,60}[,.]?\s[“\"]")
_MARKS = str.maketrans(dict.fromkeys('“”"„«»‘', " "))
_ENDING = " ,.;:!?-–—'’()[]…"
_CLUSTERS = re.compile(r"[kpst][bcdfghjklmnpqrstvwxz]")


@dataclass(frozen=True)
class Clause:
    """What somebody demanded, offered, promised, threatened or refused, in plain words.

    Parameters
    ----------
    words : str
        The words, without a condition they hang on.
    language : str
        The language they are in.
    kind : str
        The kind of act done by them.
    cue : str
        The word of saying before them; "" where there is none.
    quoted : bool
        Whether they stand in quotation marks.
    that : bool
        Whether "that" stands before them, so that they are no name of a thing.
    """

    words: str
    language: str
    kind: str
    cue: str = ""
    quoted: bool = False
    that: bool = False


@dataclass(frozen=True)
class Phrase:
    """A deed in words.

    Parameters
    ----------
    words : str
        Verb and object, at most `LONGEST` characters.
    denied : bool
        Whether the clause is that it is not to be done.
    """

    words: str
    denied: bool = False


def phrase_of(clause: Clause) -> Phrase | None:
    """Say the deed a clause is about, in its own words.

    Parameters
    ----------
    clause : Clause
        The clause.

    Returns
    -------
    Phrase or None
        None where the words have no verb that somebody could do, such as "We are at war".

    Notes
    -----
    Nothing is translated and no word is added but the verb that the name of a thing needs
    ("compensation" that is demanded is agreed to); a passive is turned round.

    Examples
    --------
    >>> phrase_of(Clause("Armenia to seize the chance for peace", "en", "demand"))
    Phrase(words='Seize the chance for peace', denied=False)
    >>> phrase_of(Clause("kami tidak akan membuka blokade jalan", "id", "refuse"))
    Phrase(words='Membuka blokade jalan', denied=True)
    >>> phrase_of(Clause("tarif balasan akan dicabut", "id", "promise"))
    Phrase(words='Mencabut tarif balasan', denied=False)
    >>> phrase_of(Clause("We are at war", "en", "demand", quoted=True)) is None
    True
    """
    plain = _plain(clause.words)
    phrases = list(_phrases(plain, clause))
    wanted = clause.kind == "refuse"
    best = next((phrase for phrase in phrases if phrase.denied == wanted), None)
    return best or (phrases[0] if phrases else None) or _thing(plain, clause)


def hedge_of(clause: Clause) -> str:
    """Give the words of a clause on which its deed hangs ("if ..."), or nothing.

    Examples
    --------
    >>> hedge_of(Clause("Beijing would consider a hotline if Hanoi left", "en", "offer"))
    'if Hanoi left'
    """
    table = lists(clause.language, "phrases")["words"]
    match = re.search(table["hedge"], _plain(clause.words), re.IGNORECASE)
    return match.group().strip(_ENDING) if match else ""


def undoes(phrase: Phrase, issue: str, language: str) -> bool:
    """Whether a deed undoes what an issue is called by, as "lift the tariffs" does.

    Examples
    --------
    >>> undoes(Phrase("Lift the tariffs on steel"), "tariff", "en")
    True
    """
    verbs = lists(language, "phrases")["undone"].get(issue, ())
    return phrase.words.split(" ", 1)[0].lower() in verbs


def _plain(words: str) -> str:
    """Give words without quotation marks and without who says them in between."""
    words = _REMARK.sub(" ", f" {words[:_MOST]} ")
    return " ".join(words.translate(_MARKS).split())


def _phrases(plain: str, clause: Clause) -> Iterator[Phrase]:
    """Give the deed of each clause that is said in one of the shapes of its language."""
    for piece in _ENDS.split(plain):
        words, clause = _led(piece.strip(_ENDING), clause)
        for shape in _shapes(clause.language):
            if not shape.fits(clause):
                continue
            match = shape.form.match(words)
            phrase = _said(match, shape, clause) if match else None
            if phrase:
                yield phrase
                break


def _led(words: str, clause: Clause) -> tuple[str, Clause]:
    """Give a clause without what leads to it and without what only hangs on it.

    What somebody is quoted to ask for in so many words ("I ask that ...") is as good as told.
    """
    table = lists(clause.language, "phrases")["words"]
    for lead in ("condition", "lead"):
        words = re.sub(rf"\A{table[lead]}", "", words, flags=re.IGNORECASE)
    nested = re.match(table["nested"], words, re.IGNORECASE) if clause.kind == "demand" else None
    if nested:
        words, clause = words[nested.end() :], replace(clause, quoted=False)
    return re.sub(table["aside"], "", words, flags=re.IGNORECASE).rstrip(_ENDING), clause


@dataclass(frozen=True)
class _Shape:
    """How a clause is said, and what deed it makes."""

    form: re.Pattern[str]
    kinds: frozenset[str]
    denies: bool
    quoted: bool
    spoken: bool
    that: bool
    makes: str

    def fits(self, clause: Clause) -> bool:
        """Whether a clause of its kind may have that shape."""
        if clause.kind not in self.kinds or (self.that and not clause.that):
            return False
        return self.quoted if clause.quoted else not self.spoken


_KINDS = frozenset({"demand", "offer", "promise", "threaten", "refuse"})


@cache
def _shapes(language: str) -> tuple[_Shape, ...]:
    """Give the shapes of a language, in the order they are tried."""
    table = lists(language, "phrases")
    words = {key: value for key, value in table["words"].items() if isinstance(value, list)}
    named = re.compile(rf"(?<!\?P)<({'|'.join(words)})>")
    return tuple(
        _Shape(
            re.compile(
                named.sub(lambda match: word_choice(words[match[1]]), entry["form"]),
                re.NOFLAG if "[A-Z]" in entry["form"] else re.IGNORECASE,
            ),
            frozenset(entry.get("kinds", _KINDS)),
            entry.get("not", False),
            entry.get("quoted", True),
            entry.get("spoken", False),
            entry.get("that", False),
            entry.get("makes", "{verb}{rest}"),
        )
        for entry in table["shape"]
    )


def _said(match: re.Match[str], shape: _Shape, clause: Clause) -> Phrase | None:
    """Say the deed of a clause that has a shape; None where it is none after all."""
    table = lists(clause.language, "phrases")["words"]
    groups = match.groupdict()
    subject, verb, rest = (groups.get("subject") or "").strip(), groups["verb"], groups["rest"]
    if not (_is_verb(verb, shape, clause) and _may_act(subject, table)):
        return None
    active = _active(verb.lower(), table) if "{active}" in shape.makes else ""
    if "{subject}" in shape.makes:
        rest = re.sub(r" (?:and|dan|lalu)\b.*", "", rest)
        if not _is_thing(subject, table) or rest.startswith(" oleh "):
            return None
        subject = subject[:1].lower() + subject[1:] if _is_small(subject) else subject
        subject = _cut(subject, LONGEST - len(verb) - 6, table)
    elif clause.language == "id" and _is_root(verb):
        verb = _active(verb.lower(), table)
    words = shape.makes.format(subject=subject, verb=verb.lower(), active=active, rest=rest)
    return _phrase(words, shape.denies, table)


def _is_verb(verb: str, shape: _Shape, clause: Clause) -> bool:
    """Whether a word that stands where a verb would is one."""
    table = lists(clause.language, "phrases")["words"]
    whole = f"di{verb}" if "{active}" in shape.makes and not shape.spoken else verb
    name = verb[:1].isupper() and not clause.quoted
    passive = (
        clause.language == "id" and re.match(r"di\w{4}", verb) and "{active}" not in shape.makes
    )
    return not (
        name
        or passive
        or ("{subject}" in shape.makes and verb.lower() in table["no_participle"])
        or verb.lower() in table["no_verb"]
        or verb.lower() in table["dangling"]
        or whole.lower() in table.get("not_verb", ())
    )


def _is_root(verb: str) -> bool:
    """Whether an Indonesian verb stands without its prefix, as a command does."""
    return verb.endswith("kan") and not re.match(r"(?:me|ber|ter|di)", verb)


def _may_act(subject: str, table: Mapping[str, Any]) -> bool:
    """Whether a subject is somebody who could do it, and no half of another clause."""
    words = subject.lower().split()
    ends = ("that", "which", "who", "yang")
    half = set(words) & set(table["finite"])
    return not words or not (half or words[0] in table["no_subject"] or words[-1] in ends)


def _is_small(words: str) -> bool:
    """Whether words begin with a word that is small inside a sentence."""
    first = words.split(" ", 1)[0].lower()
    return first in {"the", "its", "their", "his", "her", "any", "all", "para", "semua", "setiap"}


def _is_thing(words: str, table: Mapping[str, Any]) -> bool:
    """Whether words name a thing that something can be done to."""
    parts = words.lower().split()
    verbal = set(parts) & set(table["finite"]) or (parts and _is_active(parts[0], table))
    return bool(parts) and parts[0] not in table["no_thing"] and not verbal


def _is_active(word: str, table: Mapping[str, Any]) -> bool:
    """Whether an Indonesian word is a verb by its prefix."""
    prefix = re.match(r"(?:mem|men|ber)[a-z]{3,}", word)
    return prefix is not None and word not in table.get("not_verb", (word,))


def _active(root: str, table: Mapping[str, Any]) -> str:
    """Give the active form of an Indonesian verb: "cabut" that is done is "mencabut".

    Notes
    -----
    The prefix takes the sound of the letter it meets, and *k*, *p*, *s* and *t* before a
    vowel give way to it.
    """
    if root in table["short"]:
        return f"menge{root}"
    if root.startswith("per") and root not in table["per"]:
        return f"mem{root}"
    first, begins = root[0], root[1:] if not _CLUSTERS.match(root) else root
    for letters, prefix, kept in (
        ("aeioughq", "meng", root),
        ("k", "meng", begins),
        ("p", "mem", begins),
        ("bfv", "mem", root),
        ("s", "meny" if begins != root else "men", begins),
        ("t", "men", begins),
        ("dcjz", "men", root),
    ):
        if first in letters:
            return prefix + kept
    return f"me{root}"


def _thing(plain: str, clause: Clause) -> Phrase | None:
    """Say the deed where a word of demanding, offering ... is followed by a thing's name."""
    language = lists(clause.language, "phrases")
    entry, table = language["thing"][clause.kind], language["words"]
    if clause.quoted or clause.that or not re.match(entry["after"], clause.cue, re.IGNORECASE):
        return None
    words = re.sub(table["aside"], "", plain, flags=re.IGNORECASE).strip(_ENDING)
    thing = re.split(r",|;|\b(?:that|which|who|yang)\b", words)[0]
    if not _is_thing(thing, table) or not re.search(r"[^\W\d_]{3}", thing):
        return None
    return _phrase(entry["verb"].format(thing=words), False, table)


def _phrase(words: str, denied: bool, table: Mapping[str, Any]) -> Phrase | None:
    """Give a deed as a short text, with what is the speaker's own called its own."""
    object_ = words.split()[1:]
    if object_ and table["own"].get(object_[0].lower()) == "":
        return None  # "bring us together": the speaker is the object, and is called nothing
    for own, other in table["own"].items():
        words = re.sub(rf"(?i:\b{own}\b)", other, words)
    words = re.sub(r"(?: (?:and|or|dan|atau|yang))+\Z", "", " ".join(words.split()).strip(_ENDING))
    words = _cut(words, LONGEST, table)
    if object_ and all(word.lower() in table["empty"] for word in words.split(" ")[1:]):
        return None
    return Phrase(words[:1].upper() + words[1:], denied)


def _cut(words: str, longest: int, table: Mapping[str, Any]) -> str:
    """Cut words at the last boundary of a phrase that leaves them short enough."""
    if len(words) <= longest:
        return words
    full = words.split(" ")
    count = len(words[: longest + 1].rsplit(" ", 1)[0].split(" "))
    plain = [word.strip(_ENDING) for word in full]
    small = [word.lower() in table["boundary"] for word in plain]
    loose = [small[at] or word in table["dangling"] for at, word in enumerate(plain)]
    for stop in range(count, 1, -1):
        if not loose[stop - 1] and (small[stop] or full[stop - 1][-1] in ",;"):
            return " ".join(full[:stop]).strip(_ENDING)
    while count > 1 and loose[count - 1]:
        count -= 1
    return " ".join(full[:count]).strip(_ENDING)
