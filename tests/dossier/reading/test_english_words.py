"""What English news tells as said, and by which words and nouns."""

from __future__ import annotations

import pytest

from dossier.reports import check, short

CASES = [
    (
        "Union chief Bo Ahl called the offer insulting and told members to stay home.",
        [
            ("ahl", "the offer insulting"),
            ("ahl", "members to stay home"),
        ],
    ),
    (
        (
            "The harbour pilots want shorter shifts, better boats and an apology. The "
            "port says it cannot afford any of it."
        ),
        [
            ("harbour_pilots", "shorter shifts, better boats and an apology"),
            ("port", "it cannot afford any of it"),
        ],
    ),
    (
        (
            '"We are being starved out," a fisherman told the Island Echo. The fleet '
            "owner, Mats Holm, denied it."
        ),
        [
            (None, "We are being starved out,"),
            ("holm", "denied it"),
        ],
    ),
    (
        (
            "The Orchard Growers' League has warned supermarkets that shelves will be "
            "empty by June unless prices rise."
        ),
        [
            ("orchard_growers_league", "shelves will be empty by June unless prices rise"),
        ],
    ),
    (
        (
            "Prime Minister Eva Noll has ruled out a referendum. Opposition leader Tim "
            "Rask called that cowardly."
        ),
        [
            ("noll", "a referendum"),
            ("rask", "cowardly"),
        ],
    ),
    (
        ("Zambia complained to the bank about the delay, and Malawi backed the complaint."),
        [
            ("zambia", "to the bank about the delay"),
            ("malawi", "the complaint"),
        ],
    ),
    (
        "Vasko Mining said the river was clean; villagers said their goats had died.",
        [
            ("vasko_mining", "the river was clean"),
            ("villagers", "their goats had died"),
        ],
    ),
    (
        (
            "The rebels' spokesman, who goes by Commander Fox, said his men had not "
            "been paid since May."
        ),
        [
            ("rebels", "his men had not been paid since May"),
        ],
    ),
    (
        (
            "Neither side would say what was discussed, but a person briefed on the "
            "talks said wages were not mentioned."
        ),
        [
            (None, "wages were not mentioned"),
        ],
    ),
    (
        (
            "The hospital's management, in a memo to staff, promised that no ward would "
            "close before spring."
        ),
        [
            ("management", "no ward would close before spring"),
        ],
    ),
    (
        'On its website the party accused the commission of "rigging the count".',
        [
            ("party", 'the commission of "rigging the count"'),
        ],
    ),
    (
        "In a post on Telegram, the militia claimed to hold the bridge.",
        [
            ("militia", "to hold the bridge"),
        ],
    ),
    (
        (
            "Mayor Lin Tao said on Tuesday, during a visit to the flooded quarter, that "
            "the company would pay."
        ),
        [
            ("tao", "the company would pay"),
        ],
    ),
    (
        "The students, the rector said, had broken nothing. The police said otherwise.",
        [
            ("rector", "had broken nothing"),
        ],
    ),
    (
        (
            "The chamber thanked the president for his patience but reminded him of his "
            "promise to cut the levy."
        ),
        [
            ("chamber", "the president for his patience"),
        ],
    ),
    (
        (
            "Norway called on Iceland to share its data; Reykjavik replied that the "
            "data were public."
        ),
        [
            ("norway", "Iceland to share its data"),
            ("iceland", "the data were public"),
        ],
    ),
    (
        (
            'Dr Mina Sol, for the nurses, said: "We came with proposals." For the '
            'hospital, Jan Ek said: "We came with money."'
        ),
        [
            ("sol", "We came with proposals."),
            ("ek", "We came with money."),
        ],
    ),
    (
        "Delegates from both unions voted to strike from Friday.",
        [
            (None, "to strike from Friday"),
        ],
    ),
    (
        "The Board of Trade has asked importers to declare their stocks by Friday.",
        [
            ("board_of_trade", "importers to declare their stocks by Friday"),
        ],
    ),
    (
        (
            '"I don\'t know who fired first," said the priest, Father Luca Bruni, "but I '
            'know who is dead."'
        ),
        [
            ("bruni", "I don't know who fired first,"),
            ("bruni", "but I know who is dead."),
        ],
    ),
    (
        (
            "The strike leader, Rosa Mbeki, was quoted in the Star as saying that talks "
            'were "a theatre".'
        ),
        [
            ("mbeki", 'talks were "a theatre"'),
        ],
    ),
    (
        (
            'The company blamed the union for the fire. "We were in church," retorted '
            "union secretary Amos Tull."
        ),
        [
            ("company", "the union for the fire"),
            ("tull", "We were in church,"),
        ],
    ),
    (
        "Turkey, in turn, accused the EU of double standards.",
        [
            ("turkey", "the EU of double standards"),
        ],
    ),
    (
        (
            "The two presidents agreed in Lome to reopen the border, according to a "
            "joint communique."
        ),
        [
            (None, "The two presidents agreed in Lome to reopen the border"),
        ],
    ),
    (
        ('"Come back when you have a permit," a guard shouted at the villagers on Monday.'),
        [
            (None, "Come back when you have a permit,"),
        ],
    ),
    (
        (
            "The Bishops' Conference expressed its solidarity with the miners and "
            "deplored the use of tear gas."
        ),
        [
            ("bishops_conference", "its solidarity with the miners"),
            ("bishops_conference", "the use of tear gas"),
        ],
    ),
    (
        "The ferry company, which denies the charge, faces a fine.",
        [
            ("ferry_company", "the charge"),
        ],
    ),
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
            ("stroud", '"I have nothing left to offer."'),
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
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_who_says_what(body: str, expected: list[tuple[str | None, str]]) -> None:
    dossier = short(body)
    check(dossier)
    assert [(s.speaker, dossier.words(s.content)) for s in dossier.statements] == expected
