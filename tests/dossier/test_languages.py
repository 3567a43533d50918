"""The kit for a language: its files are whole, its shapes compile, its kinds are the others'."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from satumeja.dossier.acts._events import _grammar
from satumeja.dossier.reading._finds import slots_of
from satumeja.dossier.reading._gazetteer import cues, known_actors, lists, state_names, words_of
from satumeja.dossier.reading._mask import compile_shape
from satumeja.report import LANGUAGES, find_dates
from satumeja.report.kit import date_words, knowledge

FILES = {
    "satumeja.report": ("article", "dates", "sentences"),
    "satumeja.dossier": (
        *("actors", "acts", "clauses", "occasions", "parties", "phrases", "signs", "speech"),
        "states",
    ),
}


def keys(room: str, folder: str, name: str, table: str | None = None) -> set[str]:
    found = knowledge(room, folder, name)
    return set(found if table is None else found[table])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", FILES)
def test_a_language_has_its_files(room: str, language: str) -> None:
    folder = files(room).joinpath("languages", language)
    found = {file.name for file in folder.iterdir() if file.name.endswith(".toml")}
    assert found == {f"{name}.toml" for name in FILES[room]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("room", "name"), [(r, n) for r, names in FILES.items() for n in names])
def test_a_file_has_the_keys_of_the_others(room: str, name: str, language: str) -> None:
    assert keys(room, language, name) == keys(room, LANGUAGES[0], name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_shapes_slots_and_rules_compile(language: str) -> None:
    slots = slots_of(language)
    for shape in lists(language, "speech")["shape"]:
        assert {"name", "scope", "content", "form"} <= set(shape)
        compile_shape(shape["form"], slots)
    acts = lists(language, "acts")
    for rule in acts["rule"]:
        for key in ("content", "unless", "that"):
            re.compile(rule.get(key, ""))
    for told in acts["told"]:
        assert "actor" in compile_shape(f"(?i){told['form']}").groupindex
    assert "subject" in _grammar(language).done.groupindex


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_of_cues_acts_and_issues_are_the_same_everywhere(language: str) -> None:
    def kinds(code: str, name: str, table: str) -> set[str]:
        return {entry["kind"] for entry in lists(code, name)[table]}

    first = LANGUAGES[0]
    assert kinds(language, "speech", "cue") == kinds(first, "speech", "cue")
    assert set(lists(language, "acts")["issues"]) == set(
        knowledge("satumeja.dossier", "issues")["issues"]
    ) - {"accept"}
    known = set(knowledge("satumeja.dossier", "codes"))
    used = set().union(*(kinds(language, "acts", name) for name in ("rule", "told", "event")))
    assert used == known


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_not_empty(language: str) -> None:
    assert len(date_words(language)) >= 19
    for kind in ("office", "institution", "head", "document", "pronoun"):
        assert words_of(language, kind)._phrases
    assert cues(language)._phrases
    assert len(known_actors(language)._phrases) > 190


def test_every_state_has_an_identifier_of_its_own_and_a_name_in_every_language() -> None:
    codes = keys("satumeja.dossier", "en", "states")
    assert len(codes) == 220
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    assert set(knowledge("satumeja.dossier", "states")["ids"]) <= codes
    for language in LANGUAGES:
        assert keys("satumeja.dossier", language, "actors", "states") <= codes
    names = state_names()
    assert len(names) == len(codes)
    assert all(re.fullmatch("[a-z]+(_[a-z]+)*", identifier) for identifier in names)
    assert all(set(words) == set(LANGUAGES) for words in names.values())
    assert names["brunei"] == {"en": "Brunei", "id": "Brunei"}
    assert names["us"] == {"en": "United States", "id": "Amerika Serikat"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_day_is_found(language: str) -> None:
    table = knowledge("satumeja.report", language, "dates")
    for name, number in table["months"].items():
        text = (
            f"12 {name.capitalize()} 2021" if language == "id" else f"{name.capitalize()} 12, 2021"
        )
        (found,) = find_dates(text, 0, len(text), language, None)
        assert (found.first.month, found.first.day) == (number, 12), name
