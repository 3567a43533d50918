"""Interviews, letters, lists and press statements in English, and what is not said at all."""

from __future__ import annotations

import pytest

from dossier.reports import short

CASES = [
    (
        (
            "Petra Ilves leads the Tram Drivers' Union. She spoke to our "
            "reporter.\n\nWill you call off the strike?\n\nNot before the company pays the "
            "back wages.\n\nAre you ready to talk?\n\nWe have been ready since May."
        ),
        [
            ("ilves", "Not before the company pays the back wages."),
            ("ilves", "We have been ready since May."),
        ],
    ),
    (
        (
            "COURIER: Why did the talks fail?\n\nILVES: The company never came. We waited "
            "four hours."
        ),
        [
            ("ilves", "The company never came. We waited four hours."),
        ],
    ),
    (
        (
            "Photo: Miners march past the court in Lima. (File/Reuters)\n\nMiners at "
            "Cerro Alto on Monday demanded the release of their leader."
        ),
        [
            ("miners", "the release of their leader"),
        ],
    ),
    (
        (
            "Five questions to Nadia Brix\n\nNadia Brix is head of the Ferry Crews' "
            "Union.\n\nWhen will the ferries sail again?\n\nWhen the owners sign. Not an "
            "hour sooner.\n\nThe owners say you broke the truce.\n\nThey broke it. We have "
            "the logbook."
        ),
        [
            ("brix", "When the owners sign. Not an hour sooner."),
            ("owners", "you broke the truce"),
            ("brix", "They broke it. We have the logbook."),
        ],
    ),
    (
        (
            "Q: Why did you walk out?\nA: The mediator had left the room. There was "
            "nobody to talk to.\nQ: Will you return?\nA: On Monday, if he does.\n\nAda "
            "Moen, chief negotiator of the growers, was answering questions in Lund."
        ),
        [
            ("moen", "The mediator had left the room. There was nobody to talk to."),
            ("moen", "On Monday, if he does."),
        ],
    ),
    (
        (
            "MODERATOR: Is the offer final?\n\nMS KANE: It is final. The board will not "
            "add a cent.\n\nMR ORR: Then we strike."
        ),
        [
            ("kane", "It is final. The board will not add a cent."),
            ("orr", "Then we strike."),
        ],
    ),
    (
        (
            "PRESS RELEASE\n\nThe Clean River Network demands an end to night discharges. "
            '"The river is not a drain," said its coordinator, Tess Alder. The network '
            "calls on the ministry to publish the permits."
        ),
        [
            ("clean_river_network", "an end to night discharges"),
            ("alder", "The river is not a drain,"),
            ("clean_river_network", "the ministry to publish the permits"),
        ],
    ),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_who_says_what(body: str, expected: list[tuple[str | None, str]]) -> None:
    dossier = short(body)
    assert [(s.speaker, dossier.words(s.content)) for s in dossier.statements] == expected


NOTHING = [
    "Meetings between the port and the dockers ended without agreement on Sunday.",
    ("Calls to the company's office went unanswered. The ministry did not return calls."),
    "The strike is said to be the longest in the town's history.",
    "The company plans to open a second pit in May and expects to hire 300 people.",
    "Neither the company nor the union would comment.",
    (
        "The mill's owners have yet to respond to the charge. They are expected to "
        "make a statement on Monday."
    ),
    "Officials at the ministry were not available for comment.",
    "Nobody from the ministry has apologised. The ministry has not commented.",
    "Fishing is expected to resume on Monday, and prices are said to have doubled.",
    (
        "Under the plan, workers would be offered two months' pay. The plan calls "
        "for a vote in June."
    ),
    "The council's answer to the squatters was a 48-hour deadline to leave.",
    "Two ministers resigned on Friday. One cited his health, the other the budget.",
    "The court is to rule on the appeal on Monday. The judge reserved her decision.",
    "Police fired tear gas at the strikers, who threw stones. Eleven were held.",
    "The two ministers shook hands and left by separate doors.",
    ("Togo released nine fishermen on Friday and reopened its port to Beninese boats."),
    "The gate of the plant was welded shut overnight. A banner hung from the crane.",
    ("The refusal of a permit is rare. Only three offers have been declined since 2010."),
    "Demand for copper is expected to rise. Prices promised to hold.",
    "The vote on the offer closes at noon. Ballots were sent to 4,000 members.",
    ("The union's call centre was closed. The accused fell ill, and the trial was put off."),
    ("The minister's phone rang unanswered. An e-mail to his office was not returned."),
    "The rebel commander was sworn in as governor. He took the oath in silence.",
    "The company applied for a licence in March; the council has yet to answer it.",
    "The ceasefire held on Tuesday. No shots were reported.",
    "Malta handed the ship over to Libya and closed its port to tankers.",
    ("The accord provides for joint patrols. It was signed in May and has been broken twice."),
    "Nurses stayed away from work on Thursday. Wards at two hospitals were empty.",
    "The islanders blocked the airstrip with boats, and the plane turned back.",
    "The border post opened at six. Trucks lined up for two miles.",
    "The offer stands until Friday. The threat of a strike remains.",
    "The man accused of setting the fire is 43. His lawyer did not attend.",
    ("Tariffs of 20 per cent took effect at midnight. Kenya imposed its own an hour later."),
    "A statement was expected on Monday. None came.",
    ("The army shelled the ridge for an hour and withdrew. Families fled across the river."),
    "There was no sign of the promised aid. The accused ship lay at anchor.",
    ("The president is due to address the nation on Sunday. He is expected to call an election."),
    "The chief, said to be 80, walked at the head of the march.",
    "The council meets on Friday to consider the proposal. It may reject it.",
    "Whether the owners will accept the terms is unclear. Few believe they will.",
    "The mill was sold for $4 million to a buyer who offered cash.",
    "The disputed strip is two miles wide. Both states claim it.",
    "Growers dumped rejected fruit at the minister's gate.",
    "The embassy was closed and its staff recalled. The flag came down at dusk.",
    "He was asked to leave the hall, and did.",
    "The talks were called off. No reason was given.",
    "In a protest against the tax, shops stayed shut in Lome and 12 other towns.",
]


@pytest.mark.parametrize("body", NOTHING)
def test_where_nothing_is_said(body: str) -> None:
    assert [s.speaker for s in short(f"{body} Anna Roa said it rained.").statements] == ["roa"]
