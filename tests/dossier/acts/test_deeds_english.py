"""What crowds, crews and bodies do in English, told without a word of saying."""

from __future__ import annotations

import pytest

from dossier.acts.test_roles_english import acts_of, fits

# A sentence, and the acts that must be listed: kinds, who acts > to whom ("*": whoever).
DONE = [
    ("Bailiffs evicted the tenants of Corn Street on Monday.", ["coerce bailiffs>tenants"]),
    ("Porters padlocked the gates of the market.", ["coerce porters>*"]),
    ("Villagers put up a barricade across the logging road.", ["coerce|protest villagers>*"]),
    ("Dockhands slashed the nets of the trawlers.", ["coerce dockhands>*"]),
    ("The strikers tore the fence down on Friday.", ["coerce|protest strikers>*"]),
    ("The strikers tore it down on Friday.", ["coerce|protest strikers>*"]),
    ("Harbour Rail froze the wages of its crews.", ["coerce harbour_rail>*"]),
    ("Mechanics downed their spanners at noon.", ["protest mechanics>*"]),
    ("Cooks at the barracks laid down their aprons on Monday.", ["protest cooks>*"]),
    ("Monks sat down in the road to the quarry.", ["protest monks>*"]),
    ("Pupils turned their backs on the governor.", ["protest pupils>*"]),
    ("Anglers pelted the dredgers' crews with mud.", ["use_force anglers>*"]),
    ("Chile's gunboats hit a Peruvian convoy at dusk.", ["use_force chile>*"]),
    ("Chile called its reservists up on Monday.", ["mobilise chile>*"]),
    ("The dockers' union dropped its call for a boycott.", ["retreat|concede dockers>*"]),
    (
        "Harbour Rail withdrew its complaint against the dockers' union.",
        ["retreat harbour_rail>*"],
    ),
    ("Harbour Rail caved in on Monday.", ["concede harbour_rail>*"]),
    ("Malta and Cyprus traded accusations.", ["accuse malta>cyprus", "accuse cyprus>malta"]),
    ("Malta and Cyprus exchanged fire.", ["use_force malta>cyprus", "use_force cyprus>malta"]),
    ("Malta pinned the blame on Cyprus.", ["accuse malta>cyprus"]),
    ("The High Court barred Harbour Rail from the port.", ["coerce|demand court>harbour_rail"]),
    ("A boycott of Harbour Rail by the dockers' union began.", ["protest dockers>harbour_rail"]),
    (
        "The dockers' union offered a truce on Monday; Harbour Rail turned it down.",
        ["reject harbour_rail>dockers"],
    ),
    ("Malta offered Cyprus a swap. Cyprus rejected it.", ["reject cyprus>malta"]),
]

NEVER = [
    ("Harbour Rail suspended a timetable.", ["coerce harbour_rail>*"]),
    ("Malta's readings were dismissed by Cyprus.", ["coerce cyprus>malta"]),
    ("Malta and Cyprus accused a trawler of piracy.", ["accuse malta>cyprus"]),
    (
        "Malta offered a swap and Chile offered a loan. Cyprus rejected it.",
        ["reject cyprus>malta"],
    ),
    ("Villagers hope to tear the fence down.", ["coerce villagers>*"]),
]


@pytest.mark.parametrize(("body", "wanted"), DONE)
def test_a_deed_has_its_doer_and_its_target(body: str, wanted: list[str]) -> None:
    acts = acts_of(body)
    assert [spec for spec in wanted if not any(fits(act, spec) for act in acts)] == []


@pytest.mark.parametrize(("body", "forbidden"), NEVER)
def test_what_is_no_deed_is_not_listed(body: str, forbidden: list[str]) -> None:
    acts = acts_of(body)
    assert [spec for spec in forbidden if any(fits(act, spec) for act in acts)] == []


@pytest.mark.parametrize(
    "body",
    [
        "Leo: Saturn attacks Mars, so refuse every offer. Virgo: Venus denies you nothing.",
        "19:30 Twelve Jurors: a lawyer sues a bank. 21:15 Repeat: gunmen storm a train.",
        "Preheat the oven. Beat the eggs and whisk in the cream; refuse lumps.",
    ],
)
def test_lists_of_stars_and_programmes_tell_of_nobody(body: str) -> None:
    assert acts_of(body) == ()
