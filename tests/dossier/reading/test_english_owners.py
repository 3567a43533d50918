"""Whose a threat, an offer or an office is that a pronoun owns, in English."""

from __future__ import annotations

import pytest

from dossier.reports import check, short

CASES = [
    (
        (
            '"Not one tonne will leave this mine," vowed Sipho Dube, who chairs the '
            "strike committee."
        ),
        [
            ("dube", "Not one tonne will leave this mine,"),
        ],
    ),
    (
        "It is the company that must apologise, the strikers insist.",
        [
            ("strikers", "It is the company that must apologise"),
        ],
    ),
    (
        (
            "Ines Paz of the Teachers' Alliance said the cuts were illegal. She was "
            "joined by Ruben Loza, a parent, who said his daughter had no desk."
        ),
        [
            ("paz", "the cuts were illegal"),
            ("loza", "his daughter had no desk"),
        ],
    ),
    (
        (
            "Georgia's Foreign Ministry summoned the envoy and handed him a protest "
            "note. The envoy said he would pass it on."
        ),
        [
            ("envoy", "he would pass it on"),
        ],
    ),
    (
        (
            'Asked about the threat, Oskar Lund laughed. "They have threatened us since '
            '1998," he said.'
        ),
        [
            ("lund", "They have threatened us since 1998,"),
        ],
    ),
    (
        (
            "The bakers' guild and the millers' union jointly condemned the tax. They "
            "urged parliament to scrap it."
        ),
        [
            ("millers_union", "the tax"),
            ("millers_union", "parliament to scrap it"),
        ],
    ),
    (
        (
            "The Tarn Valley Herders' Union vowed never to sell. Its members would "
            "rather, it said, lie down before the machines."
        ),
        [
            ("tarn_valley_herders_union", "never to sell"),
            ("tarn_valley_herders_union", "lie down before the machines"),
        ],
    ),
    (
        (
            "Lawmaker Ana Cruz, whose district borders the mine, wants an inquiry. So "
            'does her colleague Leo Paz, who called the permit "a gift".'
        ),
        [
            ("cruz", "an inquiry"),
            ("paz", 'the permit "a gift"'),
        ],
    ),
    (
        '"There is no crisis," the utility insists. Its own engineers disagree.',
        [
            ("utility", "There is no crisis,"),
        ],
    ),
    (
        (
            "One of the pilots, Sven Aho, said the runway was too short. Another, who "
            "gave only his first name, Juri, called it a trap."
        ),
        [
            ("aho", "the runway was too short"),
            ("juri", "a trap"),
        ],
    ),
    (
        "The captain maintained his innocence. His crew, he said, had been asleep.",
        [
            ("captain", "his innocence"),
            ("captain", "had been asleep"),
        ],
    ),
    (
        (
            "The Security Council met on Friday. Its members condemned the raid, "
            "demanded the release of the crew and reaffirmed their support for the "
            "envoy."
        ),
        [
            ("security_council", "the raid"),
            ("security_council", "the release of the crew"),
            ("security_council", "their support for the envoy"),
        ],
    ),
    (
        ('"We have waited," the priest said. "We have prayed. Now we will march," he added.'),
        [
            ("priest", "We have waited,"),
            ("priest", "We have prayed. Now we will march,"),
        ],
    ),
    (
        (
            '"First they took the pasture. Then they took the well," elder Musa Dako '
            'told a hearing. "What is left to take?"'
        ),
        [
            ("dako", "First they took the pasture. Then they took the well,"),
            ("dako", "What is left to take?"),
        ],
    ),
    (
        (
            "The pilots have asked the airline for a written answer by Friday. If none "
            "comes, they said, planes will stay on the ground."
        ),
        [
            ("pilots", "the airline for a written answer by Friday"),
            ("pilots", "planes will stay on the ground"),
        ],
    ),
    (
        ("Unless the dredger leaves by noon, the islanders said on Thursday, they will board it."),
        [
            ("islanders", "they will board it"),
        ],
    ),
    (
        (
            "On Monday the tribunal found for the nurses. The clinic's owner, Ralf "
            "Benn, said at the weekend he would pay. Last week he had said he would "
            "not."
        ),
        [
            ("benn", "he would pay"),
            ("benn", "he would not"),
        ],
    ),
    (
        (
            "The drivers said they had been cheated, that the meters were rigged and "
            "that nobody at the company would meet them."
        ),
        [
            (
                "drivers",
                (
                    "they had been cheated, that the meters were rigged and that nobody at the "
                    "company would meet them"
                ),
            ),
        ],
    ),
    (
        (
            "Osk Timber was told by the forestry office to stop felling. It says it "
            "never got the letter."
        ),
        [
            ("forestry_office", "stop felling"),
            ("osk_timber", "it never got the letter"),
        ],
    ),
    (
        ("Rail union head Sara Lindh had earlier dismissed a report that she would step down."),
        [
            ("lindh", "a report that she would step down"),
        ],
    ),
    (
        (
            "The new chairwoman of the growers' co-operative, Mina Roy, promised an "
            "audit. Her predecessor, Bal Singh, said he had nothing to hide."
        ),
        [
            ("roy", "an audit"),
            ("singh", "he had nothing to hide"),
        ],
    ),
    (
        (
            "The sheep farmers want wolves shot. The ministry does not. It has offered "
            "fences instead."
        ),
        [
            ("sheep_farmers", "wolves shot"),
            ("ministry", "fences instead"),
        ],
    ),
    (
        (
            "Police chief Dan Oakes said his men had shown restraint; a priest who was "
            "there said they had not."
        ),
        [
            ("oakes", "his men had shown restraint"),
            (None, "they had not"),
        ],
    ),
    (
        ("The sultan of Loro told his people to stay calm. He also told them to stay armed."),
        [
            ("sultan_of_loro", "his people to stay calm"),
            ("sultan_of_loro", "them to stay armed"),
        ],
    ),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_who_says_what(body: str, expected: list[tuple[str | None, str]]) -> None:
    dossier = short(body)
    check(dossier)
    assert [(s.speaker, dossier.words(s.content)) for s in dossier.statements] == expected
