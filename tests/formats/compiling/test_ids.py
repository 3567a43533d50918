"""Ids of names: any text gives one that the format allows, and no two are alike."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satumeja.formats.compiling._ids import derive_ids
from satumeja.model.kit import RESERVED


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_names_give_sound_ids(names: list[str]) -> None:
    ids = derive_ids(names, "option")
    assert len(set(ids)) == len(names)
    assert derive_ids(names, "option") == ids
    for word in ids:
        assert re.fullmatch(r"[^\W\d]\w*", word)
        assert word.lower() not in RESERVED


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["Attack", "attack", "ATTACK"], ["attack", "attack_2", "attack_3"]),
        (["a 2", "a", "a"], ["a_2", "a", "a_3"]),
        (["NOT", "3", "_x", "—"], ["option_not", "option_3", "_x", "option"]),
        (["Menarik diri (dari kota)"], ["menarik_diri_dari_kota"]),
        (["Перемирие"], ["перемирие"]),
        (["x" * 50], ["x" * 24]),
    ],
)
def test_ids_are_what_one_would_write(names: list[str], ids: list[str]) -> None:
    assert derive_ids(names, "option") == ids
