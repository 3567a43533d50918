"""Whom English pronouns mean: he and she, they and it, the former and the latter."""

from __future__ import annotations

import pytest

from dossier.reports import check, short

CASES = [
    (
        (
            "The growers' demand for a higher price was met with silence. Their threat "
            "to dump milk outside parliament was not."
        ),
        [
            ("growers", "a higher price"),
            ("growers", "dump milk outside parliament"),
        ],
    ),
    (
        ("The workers' committee said the foreman had struck a boy. It wants him dismissed."),
        [
            ("workers_committee", "the foreman had struck a boy"),
            ("workers_committee", "him dismissed"),
        ],
    ),
    (
        (
            'Owners of the Mistral hotel say they cannot pay more. "We are bleeding," '
            "said their lawyer, Ana Pires."
        ),
        [
            ("owners_of_the_mistral", "they cannot pay more"),
            ("pires", "We are bleeding,"),
        ],
    ),
    (
        (
            "A spokesman for the Water Board said the reservoir was full. He declined "
            "to say when the gates would open."
        ),
        [
            ("water_board", "the reservoir was full"),
        ],
    ),
    (
        (
            "Villagers in Ost accused the quarry of blasting at night. They want the "
            "licence withdrawn, their spokesman Tomas Rell said."
        ),
        [
            ("villagers_in_ost", "the quarry of blasting at night"),
            ("rell", "They want the licence withdrawn"),
        ],
    ),
    (
        (
            "Energy minister Lena Fors met the miners on Tuesday. A person familiar "
            "with the talks said she had offered them nothing."
        ),
        [
            (None, "she had offered them nothing"),
        ],
    ),
    (
        ("Peru sent a note to Chile on Friday. The latter replied that the note was an insult."),
        [
            ("chile", "the note was an insult"),
        ],
    ),
    (
        (
            "Anna Holm, who leads the nurses' union, met hospital director Per Lind on "
            "Monday. He said she had walked out; she said she had been shown the door."
        ),
        [
            ("lind", "she had walked out"),
            ("holm", "she had been shown the door"),
        ],
    ),
    (
        "The two sides said they would meet again on Thursday.",
        [
            (None, "they would meet again on Thursday"),
        ],
    ),
    (
        (
            "Greenfield Foods and the Packers' Union agreed to extend the truce. The "
            "two sides also condemned the violence at the gates."
        ),
        [
            ("packers_union", "to extend the truce"),
            (None, "the violence at the gates"),
        ],
    ),
    (
        (
            "The Council members reiterated their support for the mediation. They "
            "expressed concern at reports of fresh fighting."
        ),
        [
            ("council", "their support for the mediation"),
            ("council", "concern at reports of fresh fighting"),
        ],
    ),
    (
        ("Gold Ridge disputes that. Its lawyer, Hew Tan, said the river had been dead for years."),
        [
            ("ridge", "disputes that"),
            ("tan", "the river had been dead for years"),
        ],
    ),
    (
        "Asked whether he would resign, the governor said he had no such intention.",
        [
            ("governor", "he had no such intention"),
        ],
    ),
    (
        "Its offer to buy the land at twice the price was accepted by the elders.",
        [
            ("elders", "Its offer to buy the land at twice the price"),
        ],
    ),
    (
        (
            "The commander, who says he fired in self-defence, was ordered by the court "
            "to appear on Friday."
        ),
        [
            ("commander", "he fired in self-defence"),
            ("court", "appear on Friday"),
        ],
    ),
    (
        ("The rebels, who hold the bridge, have said they will let food through but not fuel."),
        [
            ("rebels", "they will let food through but not fuel"),
        ],
    ),
    (
        (
            'It would be "madness" to close the mine now, said Ruth Kane, who has run '
            "the village shop since 1990."
        ),
        [
            ("kane", 'It would be "madness" to close the mine now'),
        ],
    ),
    (
        "The guild chose not to strike. It fears losing the wards altogether.",
        [
            ("guild", "losing the wards altogether"),
        ],
    ),
    (
        "The teachers, for their part, say they were never asked.",
        [
            ("teachers", "they were never asked"),
        ],
    ),
    (
        ('The rector, Eva Lund, responded by calling the police. "I had no choice," she said.'),
        [
            ("lund", "I had no choice,"),
        ],
    ),
    (
        (
            'Ten of the 14 members voted for the strike. The rest abstained. "It was '
            'close," admitted branch secretary Al Dunne.'
        ),
        [
            ("dunne", "It was close,"),
        ],
    ),
    (
        (
            'Moscow said Kyiv was stalling. "It is Moscow that stalls," a Ukrainian '
            "negotiator shot back."
        ),
        [
            ("russia", "Kyiv was stalling"),
            ("ukraine", "It is Moscow that stalls,"),
        ],
    ),
    (
        ('"If they want peace," the commander said of the government, "let them open the road."'),
        [
            ("commander", "If they want peace,"),
            ("commander", "let them open the road."),
        ],
    ),
    (
        (
            'Rejecting the offer as "crumbs", the tram drivers of Osk said on Monday '
            "they would walk out at noon."
        ),
        [
            ("tram_drivers_of_osk", 'the offer as "crumbs"'),
            ("tram_drivers_of_osk", "they would walk out at noon"),
        ],
    ),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_who_says_what(body: str, expected: list[tuple[str | None, str]]) -> None:
    dossier = short(body)
    check(dossier)
    assert [(s.speaker, dossier.words(s.content)) for s in dossier.statements] == expected
