"""The lists of a language: states, organisations, offices, words of saying."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from satumeja.dossier.reading._lexicon import Lexicon
from satumeja.report import LANGUAGES
from satumeja.report.kit import knowledge

__all__ = [
    "Cue",
    "Known",
    "act_codes",
    "cue_nouns",
    "cues",
    "institutions",
    "issue_name",
    "known_actors",
    "lists",
    "national_offices",
    "organisation_nouns",
    "part_words",
    "slug",
    "state_names",
    "words_of",
]

_ROOM = "satumeja.dossier"


@dataclass(frozen=True)
class Known:
    """An actor of the lists, and how a phrase names it.

    Parameters
    ----------
    id : str
        The actor.
    kind : str
        ``state`` or ``org``.
    name : str
        Its common name in the language.
    way : str
        ``name``, ``adjective`` or ``seat``.
    alone : bool
        Whether the phrase only counts with no capitalised word before it.
    state : str or None
        The state an organisation belongs to.
    """

    id: str
    kind: str
    name: str
    way: str = "name"
    alone: bool = False
    state: str | None = None


@dataclass(frozen=True)
class Cue:
    """A word of saying: how it stands (`form`) and what it claims (`kind`).

    It `takes` a clause or an object; `when` is what must follow it, or anything; where it
    is `only` a word of saying then, it is painted nowhere else. `many` are told by it, where
    its form is that of a noun as well ("the miners fear").
    """

    form: str
    kind: str
    takes: str
    when: str = ""
    only: bool = False
    many: bool = False


def slug(name: str) -> str:
    """Give a name as an identifier.

    Examples
    --------
    >>> slug("Côte d’Ivoire")
    'cote_d_ivoire'
    """
    spaced = re.sub("['’‘-]", " ", name)
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")


def lists(language: str, name: str) -> Any:
    """Give a data file of this room."""
    return knowledge(_ROOM, language, name)


@cache
def known_actors(language: str) -> Lexicon[Known]:
    """Give every name of a state or organisation in a language."""
    lexicon: Lexicon[Known] = Lexicon(any_case=False)
    table = lists(language, "actors")
    for code, identifier, name in _states(language):
        entry = table["states"].get(code, {})
        for way, phrases in (
            ("name", [name, *entry.get("names", ())]),
            ("adjective", entry.get("adjectives", ())),
            ("seat", entry.get("seats", ())),
        ):
            for phrase in phrases:
                lexicon.add(phrase, Known(identifier, "state", name, way))
    _add_organisations(lexicon, language, table["organisations"].get("adjectives", {}))
    return lexicon


def _add_organisations(
    lexicon: Lexicon[Known], language: str, adjectives: dict[str, list[str]]
) -> None:
    """Add the organisations, each by its names with and without a capital article."""
    shared = knowledge(_ROOM, "states")
    ids = {code: identifier for code, identifier, _ in _states(language)}
    for identifier, entry in shared["organisations"].items():
        phrases = entry[language]
        known = Known(
            identifier,
            "org",
            phrases[0].removeprefix("the "),
            "name",
            bool(entry.get("alone")),
            ids.get(entry.get("of", "")),
        )
        for phrase in phrases:
            lexicon.add(phrase, known)
            lexicon.add(phrase[0].upper() + phrase[1:], known)
        for phrase in adjectives.get(identifier, ()):
            lexicon.add(phrase, Known(identifier, "org", known.name, "adjective", True))


@cache
def organisation_nouns(language: str) -> dict[str, frozenset[str]]:
    """Give the nouns each organisation can be meant by ("the bank")."""
    nouns = set(lists(language, "actors")["nouns"]["words"])
    table = knowledge(_ROOM, "states")["organisations"]
    return {
        identifier: frozenset(
            word for phrase in entry[language] for word in phrase.lower().split() if word in nouns
        )
        | frozenset(entry.get("nouns", {}).get(language, ()))
        for identifier, entry in table.items()
    }


def _states(language: str) -> list[tuple[str, str, str]]:
    """Give code, identifier and name of each state."""
    ids, english = knowledge(_ROOM, "states")["ids"], lists("en", "states")
    return [
        (code, ids.get(code) or slug(english[code]), name)
        for code, name in sorted(lists(language, "states").items())
    ]


@cache
def part_words() -> frozenset[str]:
    """Give the words, of all languages, that make a place a part of another ("Barat")."""
    return frozenset(
        word.lower()
        for language in LANGUAGES
        for word in lists(language, "actors")["places"]["parts"]
    )


@cache
def words_of(language: str, kind: str) -> Lexicon[str]:
    """Give the offices, institutions, heads or documents of a language."""
    lexicon: Lexicon[str] = Lexicon(any_case=True)
    if kind == "document":
        phrases = {word: word for word in lists(language, "speech")["documents"]["words"]}
    elif kind == "pronoun":
        groups = lists(language, "speech")["pronouns"]
        phrases = {
            word: group
            for group in ("person", "group", "latter", "former", "side", "other", "own")
            for word in groups[group]
        }
    elif kind == "office":
        phrases = {name: name for name in offices(language)}
    elif kind == "institution":
        phrases = institutions(language)
    else:
        phrases = {word: word for word in lists(language, "actors")["heads"]["words"]}
    for phrase, value in phrases.items():
        lexicon.add(phrase, value)
    return lexicon


@cache
def offices(language: str) -> tuple[str, ...]:
    """Give the offices of a language, a minister's for every portfolio among them."""
    table = lists(language, "actors")["offices"]
    names = (*table["names"], *_ministers(language))
    return (*names, *(f"{name}{table['ending']}" for name in names if table["ending"]))


def _ministers(language: str) -> tuple[str, ...]:
    """Give the offices of the portfolios."""
    return tuple(_portfolios(language, "office"))


@cache
def national_offices(language: str) -> frozenset[str]:
    """Give the offices that are a state's own."""
    listed = lists(language, "actors")["offices"]["national"]
    return frozenset(listed) | frozenset(_ministers(language))


@cache
def institutions(language: str) -> dict[str, str]:
    """Give the names of a state's institutions and what each is."""
    ministries = {
        phrase: f"{code}_ministry" for phrase, code in _portfolios(language, "institution").items()
    }
    others: dict[str, str] = lists(language, "actors")["institutions"]
    return ministries | others


def _portfolios(language: str, kind: str) -> dict[str, str]:
    """Spell every portfolio in the forms of a kind."""
    table = lists(language, "actors")
    return {
        form.replace("{}", name): code
        for code, names in table["portfolios"].items()
        for name in names
        for form in table["portfolio_forms"][kind]
    }


@cache
def cues(language: str) -> Lexicon[Cue]:
    """Give every word of saying of a language."""
    lexicon: Lexicon[Cue] = Lexicon(any_case=True)
    for entry in lists(language, "speech")["cue"]:
        for form in ("verb", "root", "fused", "passive", "by", "gerund"):
            for phrase in entry.get(form, ()):
                lexicon.add(phrase, _cue(entry, form))
        for phrase in entry.get("many", ()):
            lexicon.add(phrase, replace(_cue(entry, "verb"), many=True))
    return lexicon


def _cue(entry: dict[str, Any], form: str) -> Cue:
    """Give a word of saying of an entry of the list, in one of its forms."""
    takes, when = entry.get("takes", "clause"), entry.get("when", "")
    return Cue(form, entry["kind"], takes, when, entry.get("only", False))


@cache
def cue_nouns(language: str) -> Lexicon[Cue]:
    """Give every noun for something said ("the refusal of X to")."""
    lexicon: Lexicon[Cue] = Lexicon(any_case=True)
    for entry in lists(language, "speech")["cue"]:
        for phrase in entry.get("noun", ()):
            lexicon.add(phrase, Cue("noun", entry["kind"], entry.get("takes", "clause")))
    return lexicon


@cache
def state_names() -> dict[str, dict[str, str]]:
    """Give each state's common name in every language, by its identifier."""
    names: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for _, identifier, name in _states(language):
            names.setdefault(identifier, {})[language] = name
    return names


def act_codes(kind: str) -> dict[str, str | None]:
    """Give the PLOVER category and the CAMEO code of a kind of act, where it has them.

    Parameters
    ----------
    kind : str
        A kind of act, such as ``threaten``.

    Examples
    --------
    >>> act_codes("accuse")
    {'plover': 'DISAPPROVE', 'cameo': '112'}
    """
    codes = knowledge(_ROOM, "codes")[kind]
    return {scheme: codes.get(scheme) for scheme in ("plover", "cameo")}


def issue_name(issue: str, language: str) -> str:
    """Give what an act is about in words.

    Parameters
    ----------
    issue : str
        The issue of an act, such as ``withdraw``.
    language : {"en", "id"}
        The language of the words.

    Returns
    -------
    str
        Its name; of an issue that is not built in, which only a dossier file can name, its id.

    Examples
    --------
    >>> issue_name("withdraw", "id"), issue_name("our_own", "id")
    ('Menarik mundur pasukan', 'our_own')
    """
    entry = knowledge(_ROOM, "issues")["issues"].get(issue)
    return str(entry["name"][language]) if entry else issue
