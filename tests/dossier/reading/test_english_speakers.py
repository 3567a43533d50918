"""Who speaks in English news: offices, bodies, groups, and nobody who is named."""

from __future__ import annotations

import pytest

from dossier.reports import check, short

CASES = [
    (
        (
            "The Ferrymen's Guild rejected the timetable on Monday and called on the "
            "harbour board to restore the night boat."
        ),
        [
            ("ferrymen_s_guild", "the timetable on Monday"),
            ("ferrymen_s_guild", "the harbour board to restore the night boat"),
        ],
    ),
    (
        (
            "Lorne Copper issued an ultimatum to the strikers on Friday: return by "
            "Monday or lose your jobs."
        ),
        [
            ("lorne_copper", "to the strikers on Friday: return by Monday or lose your jobs"),
        ],
    ),
    (
        ("A spokeswoman for Northline Trains, Kate Dwyer, said the timetable would stand."),
        [
            ("dwyer", "the timetable would stand"),
        ],
    ),
    (
        "The airport said in a statement that it had no plans to close the runway.",
        [
            ("airport", "it had no plans to close the runway"),
        ],
    ),
    (
        (
            '"This is theft," Mayor Jon Ebbe said. A council member who asked not to be '
            'named said the mayor was "out of his depth".'
        ),
        [
            ("ebbe", "This is theft,"),
            (None, 'the mayor was "out of his depth"'),
        ],
    ),
    (
        "Minister Ada Obi visited the dam. The minister said the turbines were safe.",
        [
            ("obi", "the turbines were safe"),
        ],
    ),
    (
        (
            "The Security Council condemned the attack on the convoy and called for "
            "those responsible to be brought to justice."
        ),
        [
            ("security_council", "the attack on the convoy"),
            ("security_council", "those responsible to be brought to justice"),
        ],
    ),
    (
        (
            "Karl Brandt set out two conditions. First, the road must be opened. "
            "Second, the prisoners must go home."
        ),
        [
            ("brandt", "the road must be opened"),
            ("brandt", "the prisoners must go home"),
        ],
    ),
    (
        '"We were promised a school," chief Amadu Bah said, "and we got a fence."',
        [
            ("bah", "We were promised a school,"),
            ("bah", "and we got a fence."),
        ],
    ),
    (
        "The bishop was quoted by Radio Sol as saying that the church would not move.",
        [
            ("bishop", "the church would not move"),
        ],
    ),
    (
        ("According to the Fishermen's League, the trawlers came at night and cut 200 nets."),
        [
            ("fishermen_s_league", "the trawlers came at night and cut 200 nets"),
        ],
    ),
    (
        "The pipeline, according to its operator, was never shut.",
        [
            ("operator", "was never shut"),
        ],
    ),
    (
        "The general wrote on X that the ceasefire was over.",
        [
            ("general", "the ceasefire was over"),
        ],
    ),
    (
        ('In a letter to members, the guild\'s chair, Ines Faro, warned of "a long winter".'),
        [
            ("faro", 'of "a long winter"'),
        ],
    ),
    (
        ("A report by the auditor said the mine had dumped waste in the river for ten years."),
        [
            ("auditor", "the mine had dumped waste in the river for ten years"),
        ],
    ),
    (
        (
            "The head of the airline, Mona Sato, dismissed the pilots' claim as "
            '"nonsense" and insisted that safety came first.'
        ),
        [
            ("sato", 'the pilots\' claim as "nonsense"'),
            ("sato", "safety came first"),
        ],
    ),
    (
        "The Nurses' Guild says the wards are unsafe, a charge the hospital denies.",
        [
            ("nurses_guild", "the wards are unsafe"),
            ("hospital", "a charge"),
        ],
    ),
    (
        "Two officials, speaking on condition of anonymity, said the deal was dead.",
        [
            (None, "the deal was dead"),
        ],
    ),
    (
        "A senior diplomat in Vienna told Reuters that Iran had not replied.",
        [
            (None, "Iran had not replied"),
        ],
    ),
    (
        (
            "Egypt's irrigation minister, Hani Sayed, rejected Ethiopia's proposal, "
            "saying it ignored the rights of those downstream."
        ),
        [
            ("sayed", "Ethiopia's proposal"),
            ("sayed", "it ignored the rights of those downstream"),
        ],
    ),
    (
        "Mali, which says it was never consulted, has protested to the bank.",
        [
            ("mali", "it was never consulted"),
            ("mali", "to the bank"),
        ],
    ),
    (
        "The trustees apologised for the delay and promised a reply within a week.",
        [
            ("trustees", "for the delay"),
            ("trustees", "a reply within a week"),
        ],
    ),
    (
        "The farmers want the dam lowered; the utility wants them gone.",
        [
            ("farmers", "the dam lowered"),
            ("utility", "them gone"),
        ],
    ),
    (
        ("The Bus Drivers' Association was accused by the city of holding commuters hostage."),
        [
            ("city", "holding commuters hostage"),
        ],
    ),
    (
        "Residents had been warned by the agency that the water was not safe to drink.",
        [
            ("agency", "the water was not safe to drink"),
        ],
    ),
    (
        (
            'The Sea Workers\' Federation promised "no more surprises" if the owners '
            "opened their books."
        ),
        [
            ("sea_workers_federation", '"no more surprises" if the owners opened their books'),
        ],
    ),
    (
        "Both governments have denied that any money changed hands.",
        [
            (None, "any money changed hands"),
        ],
    ),
    (
        (
            "The navy maintains that the boat ignored two warnings; the fishermen's "
            "families insist there were none."
        ),
        [
            ("navy", "the boat ignored two warnings"),
            ("families", "there were none"),
        ],
    ),
    (
        "The mayor urged calm. So did the bishop.",
        [
            ("mayor", "calm"),
        ],
    ),
    (
        (
            "The company has offered to pay for the wells, but only if the villagers "
            "drop their suit, according to its counsel, Dina Marsh."
        ),
        [
            (
                "marsh",
                (
                    "The company has offered to pay for the wells, but only if the villagers "
                    "drop their suit"
                ),
            ),
        ],
    ),
    (
        "The airline apologised, but refused to refund the fares.",
        [
            ("airline", "to refund the fares"),
        ],
    ),
    (
        "Students occupied the hall on Friday, demanding that the rector resign.",
        [
            ("students", "the rector resign"),
        ],
    ),
    (
        (
            "Kenya has asked Uganda to hand over the cattle thieves. Kampala says it "
            "does not hold them."
        ),
        [
            ("kenya", "Uganda to hand over the cattle thieves"),
            ("uganda", "it does not hold them"),
        ],
    ),
    (
        (
            'Farm leader Jo Abel told a rally that the tax would "empty the valley" and '
            "vowed to fight it in court."
        ),
        [
            ("abel", 'the tax would "empty the valley"'),
            ("abel", "to fight it in court"),
        ],
    ),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_who_says_what(body: str, expected: list[tuple[str | None, str]]) -> None:
    dossier = short(body)
    check(dossier)
    assert [(s.speaker, dossier.words(s.content)) for s in dossier.statements] == expected
