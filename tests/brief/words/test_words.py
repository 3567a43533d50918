"""The two catalogues say the same things, and nothing is said that nobody asks for."""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest
from babel import Locale

from satumeja.brief import LANGUAGES
from satumeja.brief.words import Words
from satumeja.cli._panels import PANELS
from satumeja.errors import QuestionError
from satumeja.messages import _flat
from satumeja.stability import CONCEPTS, CONVENTIONS
from spoken import blanks, english_in, parted, patterns_of

SOURCE = Path(__file__).parents[3] / "src" / "satumeja"


def test_both_languages_have_the_same_messages() -> None:
    (english, english_plurals), (bahasa, bahasa_plurals) = (parted(Words(x)) for x in LANGUAGES)
    assert english.keys() == bahasa.keys()
    assert english_plurals.keys() == bahasa_plurals.keys()


CITED = re.compile(r"datasets\.[\w-]+\.publisher|datasets\.ucdp-ged\.terms")
"""A publisher is called as it calls itself, and a licence by its name."""


def test_both_languages_fill_the_same_blanks() -> None:
    (english, english_plurals), (bahasa, bahasa_plurals) = (parted(Words(x)) for x in LANGUAGES)
    for key, template in english.items():
        assert blanks(template) == blanks(bahasa[key]), key
    for key, forms in english_plurals.items():
        wanted = blanks(forms["other"])
        for form in [*forms.values(), *bahasa_plurals[key].values()]:
            assert blanks(form) | {"count"} == wanted | {"count"}, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_the_forms_of_the_language(language: str) -> None:
    wanted = set(Locale.parse(language).plural_form.tags) | {"other"}
    for key, forms in parted(Words(language))[1].items():
        assert forms.keys() == wanted, key


def test_every_message_is_used() -> None:
    patterns = patterns_of([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.j2")])
    messages, plurals = parted(Words("en"))
    unused = [key for key in [*messages, *plurals] if not any(p.fullmatch(key) for p in patterns)]
    assert unused == []


def test_no_english_in_the_indonesian_messages() -> None:
    words = Words("id")
    allowed = {"method.intro"}  # it gives the English name of the method in brackets
    for key in words.keys():  # noqa: SIM118
        if key in allowed or CITED.fullmatch(key):
            continue
        assert not english_in(words._messages[key]), key


def test_a_wrong_term_is_not_used() -> None:
    """Of a model; a dossier speaks of states ("negara") and of sanctions among its actors."""
    messages = Words("id")._messages
    said = " ".join(messages[key] for key in messages if not key.startswith("dossier.")).lower()
    for term in ("negara", "ekuilibria", "keseimbangan", "sanksi", "pembuat keputusan"):
        assert term not in said, term


def test_every_concept_and_convention_is_in_words() -> None:
    words = Words("en")
    for concept in CONCEPTS:
        assert words(f"concept.{concept}.name")
    for key, meaning in CONVENTIONS.items():
        assert words(f"method.convention.{key}") == meaning


def test_numbers_lists_and_dates_follow_the_language() -> None:
    english, bahasa = Words("en"), Words("id")
    assert (english.number(4068), bahasa.number(4068)) == ("4,068", "4.068")
    assert english.all_of(["a", "b", "c"]) == "a, b and c"
    assert bahasa.all_of(["a", "b", "c"]) == "a, b, dan c"
    assert (english.any_of(["a", "b"]), bahasa.any_of(["a", "b"])) == ("a or b", "a atau b")
    assert (english.date("2021-12-23"), bahasa.date("2021-12-23")) == (
        "23 December 2021",
        "23 Desember 2021",
    )
    assert (english.date("2022-02"), bahasa.date("2022-02")) == ("February 2022", "Februari 2022")
    assert bahasa.date("2021-12-23T00:46:00+07:00").startswith("23 Desember 2021, 00.46")
    assert english.date("spring 2022") == "spring 2022"


# What Babel says for us, written out: a newer or older release of it must print the same.
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
}
SAID = {
    "en": {
        "numbers": ["0", "-1", "999", "1,000", "12,345", "100,000,000,000", "-1.00 × 10¹⁵"],
        "shares": ["0%", "100%", "53.3%", "0.1%", "1,250%"],
        "amounts": ["2.5", "1/3", "-0.25", "1,234,567.89", "10,000"],
        "and": ["", "a", "a and b", "a, b and c", "a, b, c and d"],
        "or": ["", "a", "a or b", "a, b or c", "a, b, c or d"],
        "states": ["0 states", "1 state", "2 states", "1,000 states"],
    },
    "id": {
        "numbers": ["0", "-1", "999", "1.000", "12.345", "100.000.000.000", "-1,00 × 10¹⁵"],
        "shares": ["0%", "100%", "53,3%", "0,1%", "1.250%"],
        "amounts": ["2,5", "1/3", "-0,25", "1.234.567,89", "10.000"],
        "and": ["", "a", "a dan b", "a, b, dan c", "a, b, c, dan d"],
        "or": ["", "a", "a atau b", "a, b, atau c", "a, b, c, atau d"],
        "states": ["0 keadaan", "1 keadaan", "2 keadaan", "1.000 keadaan"],
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_does_not_follow_the_release_of_babel(language: str) -> None:
    words = Words(language)
    for month, name in enumerate(MONTHS[language].split(), start=1):
        assert words.date(f"2021-{month:02}-09") == f"9 {name} 2021"
        assert words.date(f"2021-{month:02}") == f"{name} 2021"
    amounts = [(5, 2), (1, 3), (-1, 4), (123456789, 100), (10000, 1)]
    assert SAID[language] == {
        "numbers": [words.number(n) for n in (0, -1, 999, 1000, 12345, 10**11, -(10**15))],
        "shares": [words.share(share) for share in (0, 1, 0.5333, 0.001, 12.5)],
        "amounts": [words.quantity(Fraction(*amount)) for amount in amounts],
        "and": [words.all_of("abcd"[:count]) for count in range(5)],
        "or": [words.any_of("abcd"[:count]) for count in range(5)],
        "states": [words.count("count.states", count) for count in (0, 1, 2, 1000)],
    }


@pytest.mark.parametrize(
    ("zone", "said"),
    [("", "UTC"), ("Z", "UTC"), ("+00:00", "UTC"), ("+07:00", "+0700"), ("-03:30", "-0330")],
)
def test_a_moment_has_its_zone(zone: str, said: str) -> None:
    moment = Words("id").date(f"2021-12-23T00:46:00{zone}")
    assert moment == f"23 Desember 2021, 00.46 {said}"


def test_an_unknown_language_is_a_question_error() -> None:
    with pytest.raises(QuestionError, match=r'no words in the language "idn"; did you mean "id"'):
        Words("idn")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_stands_in_two_files(language: str) -> None:
    """A file is read when one of its messages is asked for: no other may have it too."""
    folder = SOURCE / "brief" / "words"
    places = [folder / f"{language}.toml", *folder.glob(f"*.{language}.toml")]
    keys = [key for path in places for key, _ in _flat(tomllib.loads(path.read_text("utf-8")))]
    assert sorted(keys) == Words(language).keys()


def test_a_command_that_words_name_is_there() -> None:
    commands = {entry.name for entries in PANELS.values() for entry in entries}
    docs = SOURCE.parents[1] / "docs"
    words = [path.read_text("utf-8") for path in sorted(SOURCE.rglob("words/**/*.toml"))]
    pages = [path.read_text("utf-8") for path in sorted(docs.rglob("*.md"))]
    named = set(re.findall(r"\bsatumeja ([a-z][a-z-]+)", "\n".join(words)))
    named |= set(re.findall(r"(?:`|\$ )satumeja ([a-z][a-z-]+)", "\n".join(pages)))
    assert len(named) > 20
    assert named - commands == set()
