"""What English news tells as said, and by which words and nouns."""

from __future__ import annotations

import pytest

from dossier.reports import check, short

CASES = [
    (
        "The company's answer came in the form of a threat to close the plant.",
        [
            ("company", "close the plant"),
        ],
    ),
    (
        'The Prime Minister\'s office described the report as "one-sided".',
        [
            ("prime_minister", 'the report as "one-sided"'),
        ],
    ),
    (
        ("The Tea Board's director confirmed the sale. The Planters' Association contested it."),
        [
            ("tea_board", "the sale"),
            ("planters_association", "contested it"),
        ],
    ),
    (
        (
            "Rail bosses have proposed a freeze on fares. Passenger groups gave the "
            "idea a cool welcome."
        ),
        [
            ("rail_bosses", "a freeze on fares"),
        ],
    ),
    (
        (
            "The court said that the strike was lawful, that the dismissals were not, "
            "and that both sides should go back to talks."
        ),
        [
            (
                "court",
                (
                    "the strike was lawful, that the dismissals were not, and that both sides "
                    "should go back to talks"
                ),
            ),
        ],
    ),
    (
        (
            "The minister's spokesman, Rob Hale, would not be drawn on the figure but "
            'said it was "not small".'
        ),
        [
            ("hale", 'it was "not small"'),
        ],
    ),
    (
        (
            "The village head, Mr Seidu, thanked the soldiers and asked them to stay "
            "until the harvest."
        ),
        [
            ("seidu", "the soldiers"),
            ("seidu", "them to stay until the harvest"),
        ],
    ),
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
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_who_says_what(body: str, expected: list[tuple[str | None, str]]) -> None:
    dossier = short(body)
    check(dossier)
    assert [(s.speaker, dossier.words(s.content)) for s in dossier.statements] == expected
