"""How English news tells stances: refusals, demands, fears, promises and what is denied."""

from __future__ import annotations

import pytest

from dossier.reports import check, short

CASES = [
    (
        (
            "Minutes of the village meeting. Mr Obi said the well was dry. Mrs Eze "
            "replied that it had been locked. The chairman ruled that the lock be "
            "removed."
        ),
        [
            ("obi", "the well was dry"),
            ("eze", "it had been locked"),
            ("chairman", "the lock be removed"),
        ],
    ),
    (
        ('"The road," said trucker Milo Dahl, "belongs to those who built it. We built it."'),
        [
            ("dahl", "The road,"),
            ("dahl", "belongs to those who built it. We built it."),
        ],
    ),
    (
        (
            'Mill owner Ed Stroud, speaking by telephone from Hull, said: "I have '
            'nothing left to offer."'
        ),
        [
            ("stroud", "I have nothing left to offer."),
        ],
    ),
    (
        '"Shame!" the gallery shouted. Speaker Lise Roth called for order.',
        [
            ("gallery", "Shame!"),
            ("roth", "order"),
        ],
    ),
    (
        (
            "In an open letter to shareholders, Kemp Steel urged them to vote down the "
            "bid and warned of job losses."
        ),
        [
            ("kemp_steel", "them to vote down the bid"),
            ("kemp_steel", "of job losses"),
        ],
    ),
    (
        (
            "Bishop Carl Renn wrote to both camps, imploring them to spare the "
            "cathedral. Neither answered."
        ),
        [
            ("renn", "to both camps, imploring them to spare the cathedral"),
        ],
    ),
    (
        (
            "The gas workers will return to work if the company drops its lawsuit, "
            "their union told the mediator on Monday."
        ),
        [
            ("union", "The gas workers will return to work if the company drops its lawsuit"),
        ],
    ),
    (
        (
            "Gambia told Senegal on Tuesday that the ferry would not wait. Dakar "
            "answered that it would build a bridge."
        ),
        [
            ("gambia", "the ferry would not wait"),
            ("senegal", "it would build a bridge"),
        ],
    ),
    (
        ("The Ministry of Mines told Arctic Zinc to halt drilling; the firm asked for a week."),
        [
            ("ministry_of_mines", "Arctic Zinc to halt drilling"),
            ("firm", "for a week"),
        ],
    ),
    (
        (
            '"Pay us," the placards read. The crane drivers, 40 in all, want the '
            "overtime of two years."
        ),
        [
            ("crane_drivers", "Pay us,"),
            ("crane_drivers", "the overtime of two years"),
        ],
    ),
    (
        (
            'The strike, now in its third week, will go on "till the last tram rusts", '
            "the drivers' leader, Pia Voss, declared."
        ),
        [
            ("voss", 'The strike, now in its third week, will go on "till the last tram rusts"'),
        ],
    ),
    (
        (
            "Talks with the squatters collapsed. The landlord blames the city; the city "
            "blames the landlord."
        ),
        [
            ("landlord", "the city"),
            ("city", "the landlord"),
        ],
    ),
    (
        (
            "Wage talks at Dorn Paper broke down because, the union says, the firm "
            "would not open its books."
        ),
        [
            ("union", "the firm would not open its books"),
        ],
    ),
    (
        (
            "The firm's statement reads: \"We regret the accident. We will compensate "
            'the families."'
        ),
        [
            ("firm", "We regret the accident. We will compensate the families."),
        ],
    ),
    (
        ("The Alpine Guides' Bureau, which had backed the ban, now says it was a mistake."),
        [
            ("alpine_guides_bureau", "the ban"),
            ("alpine_guides_bureau", "it was a mistake"),
        ],
    ),
    (
        (
            "The Kettle Valley Nurses said the roster was illegal. Matron Ida Berg, for "
            "the clinic, denied that."
        ),
        [
            ("kettle_valley_nurses", "the roster was illegal"),
            ("berg", "denied that"),
        ],
    ),
    (
        ("Accused by the mayor of hoarding grain, the millers opened their stores to the press."),
        [
            ("mayor", "hoarding grain"),
        ],
    ),
    (
        (
            "The customs officers' union has been asked by the ministry to lift the "
            "blockade and has said it will do so for 24 hours."
        ),
        [
            ("ministry", "lift the blockade"),
            ("union", "it will do so for 24 hours"),
        ],
    ),
    (
        "Ghana has invited Togo to a meeting in Accra. Togo has not replied.",
        [
            ("ghana", "Togo to a meeting in Accra"),
        ],
    ),
    (
        (
            '"You will have your road," the governor promised the villagers of Nkoro in '
            '2019. "We are still walking," said one of them, Ama Owusu, on Monday.'
        ),
        [
            ("governor", "You will have your road,"),
            ("owusu", "We are still walking,"),
        ],
    ),
    (
        ("The claim by the Seamen's Federation that three men drowned was denied by the owners."),
        [
            ("owners", "The claim by the Seamen's Federation that three men drowned"),
            ("seamen_s_federation", "three men drowned"),
        ],
    ),
    (
        ("Angered by the delay, Bolivia recalled its envoy and said it would not send another."),
        [
            ("bolivia", "it would not send another"),
        ],
    ),
    (
        (
            "Mayor Ulla Brandt has written to the Red Cross to ask for tents. The Red "
            "Cross says it has none."
        ),
        [
            ("red_cross", "it has none"),
        ],
    ),
    (
        "What the drivers want, their lawyer Otis Bray said, is sleep.",
        [
            ("bray", "is sleep"),
        ],
    ),
    (
        (
            "Lake Tana Ferries and the harbour workers have accused each other of "
            "breaking Sunday's deal."
        ),
        [
            ("harbour_workers", "each other of breaking Sunday's deal"),
        ],
    ),
    (
        (
            "Chile's miners' federation said it backed the president's plan. The "
            "president thanked it."
        ),
        [
            ("miners_federation", "it backed the president's plan"),
            ("president", "thanked it"),
        ],
    ),
    (
        (
            "A caretaker at the school, who gave his name as Pell, said the boiler had "
            "been dead for a month."
        ),
        [
            ("pell", "the boiler had been dead for a month"),
        ],
    ),
    (
        ("As the tanker burned, its owner, Blue Anchor Lines, insisted that nobody was hurt."),
        [
            ("blue_anchor_lines", "nobody was hurt"),
        ],
    ),
    (
        "The opposition People's League, which boycotted the vote, demands a new one.",
        [
            ("people_s_league", "a new one"),
        ],
    ),
    (
        (
            "Colombia told reporters in Geneva, through its ambassador Luz Mora, that "
            "it would appeal."
        ),
        [
            ("colombia", "it would appeal"),
        ],
    ),
    (
        "Dam builder Torro SA regrets the flood but denies it opened the gates.",
        [
            ("torro", "the flood"),
            ("torro", "it opened the gates"),
        ],
    ),
    (
        "The farmers' anger is at the bank, says Lil Moss, who keeps bees at Orm.",
        [
            ("moss", "The farmers' anger is at the bank"),
        ],
    ),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_who_says_what(body: str, expected: list[tuple[str | None, str]]) -> None:
    dossier = short(body)
    check(dossier)
    assert [(s.speaker, dossier.words(s.content)) for s in dossier.statements] == expected
