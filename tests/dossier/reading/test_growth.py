"""Reading takes as many times the work as there is more to read, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from operations import growth
from satumeja.dossier import read
from satumeja.dossier.reading._persons import Persons
from satumeja.report import parse

HEAD = "GENEVA (AP) - Iran demanded that Iraq repair the canal. "
SYLLABLES = [first + second for first, second in product("bcdfghklmnprst", "aeiou")]


def name(number: int) -> str:
    """Give a name that no other number has."""
    places = (number % 70, number // 70 % 70, number // 4_900 % 70)
    return "".join(SYLLABLES[place] for place in places).capitalize() + "r"


def all_named(count: int) -> str:
    """Give sentences that name somebody each."""
    pairs = ((name(2 * k), name(2 * k + 1)) for k in range(count))
    return HEAD + " ".join(f"Minister {one} {other} said he would come." for one, other in pairs)


def in_paragraphs(count: int) -> str:
    """Give a short paragraph and a heading over and over."""
    told = "Iran said no, and that it would not attack Iraq."
    return HEAD + "\n\n".join(f"Part {k}\n\n{told}" for k in range(count))


TEXTS: dict[str, Callable[[int], str]] = {
    "names": all_named,
    "paragraphs": in_paragraphs,
    "quotations": lambda count: HEAD + "“Yes, we will.” " * count,
    "brackets": lambda count: HEAD + "Iran (which) said (no) that (it). " * count,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_work_grows_as_the_text_does(text: Callable[[int], str]) -> None:
    assert growth(lambda count: read(parse(text(count))), 12, 48) < 5


def test_meeting_many_grows_as_they_do() -> None:
    def meet(count: int) -> None:
        persons = Persons()
        for number in range(count):
            persons.meet(f"{name(2 * number)} {name(2 * number + 1)}", "minister", None)
            persons.find(name(number))
            persons.last_holder("minister")

    assert growth(meet, 40, 320) < 11


def test_a_name_means_the_last_met_who_has_it() -> None:
    persons = Persons({"jr"})
    first = persons.meet("Ali Budi", "governor", "peru")
    second = persons.meet("Ali Citra Dewi", None, None)
    assert persons.find("Ali") is second
    assert persons.find("Budi") is first
    assert persons.find("Ali Budi Jr") is first
    assert persons.find("Ali Budi Eko") is first
    assert persons.find("Dewi Citra") is second
    assert persons.find("Citr") is second
    assert persons.find("Eko") is None
    assert persons.meet("Ali Budi Eko", None, None) is first
    assert persons.find("Eko") is first
    assert persons.holder("gov", "peru") is first
    assert persons.last_holder("governor", lambda person: person is not first) is None
