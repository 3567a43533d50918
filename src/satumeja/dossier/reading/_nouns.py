"""What a party that is no state is called, and a sentence to look for it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from satumeja.dossier.reading._gazetteer import cue_nouns, cues, lists
from satumeja.dossier.reading._lexicon import Token
from satumeja.report.kit import date_words

__all__ = ["Line", "Nouns", "Party", "nouns_of"]

_GAPS = (" ", "-", "' ", "’ ")
_OWNED = ("'s ", "’s ")
_MANY = ("men", "people", "children", "folk")  # plurals that take the ending of a singular


@dataclass(frozen=True)
class Party:
    """Words that name a party, or a thing that only carries the name of a state.

    Parameters
    ----------
    first, stop : int
        Its tokens: the first, and the one after the last.
    kind : str
        ``org``, ``group``, or ``thing`` where it is nobody.
    sort : str
        What it can be meant by again: the sort of a body, or the noun of a group.
    noun : str
        The noun itself.
    own : bool
        Whether it has words of its own, beside that noun.
    named : bool
        Whether those are a name.
    open_end : bool
        Whether the name of a person may follow in the last of its words.
    again : bool
        Whether it is only a party where one with that noun in its name is named before.
    """

    first: int
    stop: int
    kind: str
    sort: str
    noun: str = ""
    own: bool = False
    named: bool = False
    open_end: bool = False
    again: bool = False


@dataclass(frozen=True)
class Nouns:
    """The nouns of parties in a language.

    Parameters
    ----------
    head_last : bool
        Whether the noun closes a name ("Dockers' Union") or opens it.
    sorts : mapping of str to str
        The sort of each noun of a body.
    words : mapping of str to frozenset of str
        The lists of ``parties.toml``.
    name_parts : frozenset of str
        Capitalised words that are part of no person's name.
    telling : frozenset of str
        The words at which a party can be found at all, in lower case.
    """

    head_last: bool
    sorts: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    name_parts: frozenset[str]
    telling: frozenset[str]

    def has(self, kind: str, word: str) -> bool:
        """Whether a word is in a list."""
        return word in self.words[kind]


@cache
def nouns_of(language: str) -> Nouns:
    """Give the nouns of parties in a language."""
    table, names = lists(language, "parties"), lists(language, "actors")["names"]
    sorts = {noun: sort for sort, nouns in table["sorts"].items() for noun in nouns}
    words = {kind: frozenset(listed) for kind, listed in table["words"].items()}
    parts = [*names["not_persons"], *names["ends"], *names["places"]]
    heads = [*sorts, *words["groups"]]
    names_too = ("firms", "openers", "things_last", "things_first")
    listed = [word.lower() for kind in names_too for word in words[kind]]
    telling = frozenset(noun.split()[0] for noun in heads) | frozenset(listed)
    words["speaking"] = cues(language).first_words
    words["nominal"] = cue_nouns(language).first_words | frozenset(names["openers"])
    words["told"] = cue_nouns(language).first_words | words["titles"] | words["answers"]
    words["calendar"] = frozenset(date_words(language))
    name_parts = frozenset(" ".join(parts).split())
    return Nouns(table["head"] == "last", sorts, words, name_parts, telling)


@dataclass(frozen=True)
class Line:
    """A sentence in words, with what the lists know in it.

    Parameters
    ----------
    text : str
        The report.
    tokens : sequence of Token
        The words of the sentence.
    states : mapping of int to int
        Where the names of states are: first token to the one after the last.
    taken : set of int
        Tokens of listed organisations.
    """

    text: str
    tokens: Sequence[Token]
    states: Mapping[int, int]
    taken: set[int]

    def gap(self, index: int) -> str:
        """Give what stands between a word and the next."""
        return self.text[self.tokens[index].end : self.tokens[index + 1].start]

    def joined(self, index: int) -> bool:
        """Whether a word and the next stand in one phrase."""
        if not 0 <= index < len(self.tokens) - 1:
            return False
        gap = self.gap(index)
        return gap in _GAPS or (gap in _OWNED and self.lower(index).endswith(_MANY))

    def capital(self, index: int) -> bool:
        """Whether a word is capitalised and part of nothing listed but a state."""
        return (
            0 <= index < len(self.tokens)
            and self.tokens[index].text[0].isupper()
            and index not in self.taken
        )

    def lower(self, index: int) -> str:
        """Give a word in lower case; nothing beyond the sentence."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def is_state(self, index: int) -> bool:
        """Whether a word is part of the name of a state."""
        return any(first <= index < stop for first, stop in self.states.items())

    def follows(self, index: int) -> str:
        """Give the character right after a word."""
        end = self.tokens[index].end
        return self.text[end : end + 1]
