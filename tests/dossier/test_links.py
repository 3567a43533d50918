"""Acts bear on earlier ones: denials, refusals, answers, repetitions, contradictions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.reports import shipped, story
from satumeja.dossier import Act, Dossier, links, read
from satumeja.dossier._links import _BEARS, _FAR, Link, links_between
from satumeja.report import parse


def linked(dossier: Dossier) -> set[tuple[str, str, str, str, str]]:
    acts = {act.id: act for act in dossier.acts}
    return {
        (
            *(acts[one.act].actor, acts[one.act].kind, one.kind),
            *(acts[one.of].actor, acts[one.of].kind),
        )
        for one in links(dossier)
    }


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        (
            "id",
            "Iran menuduh Irak menyerang desa. Irak membantah tuduhan itu.",
            ("iraq", "deny", "denies", "iran", "accuse"),
        ),
        (
            "en",
            "Iran demanded that Iraq withdraw its troops. Iraq refused to withdraw its troops.",
            ("iraq", "refuse", "rejects", "iran", "demand"),
        ),
        (
            "en",
            "Iran demanded that Iraq withdraw its troops. Iraq agreed to withdraw its troops.",
            ("iraq", "agree", "answers", "iran", "demand"),
        ),
        (
            "id",
            "Iran menuntut agar Irak menarik pasukan. Iran kembali mendesak Irak menarik pasukan.",
            ("iran", "demand", "repeats", "iran", "demand"),
        ),
        (
            "en",
            "Iraq refused to withdraw its troops. Iraq later agreed to withdraw its troops.",
            ("iraq", "agree", "contradicts", "iraq", "refuse"),
        ),
    ],
)
def test_links(language: str, body: str, expected: tuple[str, str, str, str, str]) -> None:
    assert expected in linked(story(body, language))


def test_a_denial_of_something_else_is_no_answer() -> None:
    body = "Iran menuduh Irak menyerang desa. Kremlin membantah rencana perang."
    assert not linked(story(body))


@pytest.mark.parametrize("code", ["id", "en"])
def test_links_go_back_and_name_acts(code: str) -> None:
    dossier = read(parse(shipped(code)))
    order = {act.id: place for place, act in enumerate(dossier.acts)}
    found = links(dossier)
    assert found
    assert all(order[one.of] < order[one.act] for one in found)
    assert dossier.to_json()["links"] == [
        {"kind": one.kind, "act": one.act, "of": one.of} for one in found
    ]


def act(number: int, kind: str, actor: str, target: str | None, issue: str | None) -> Act:
    return Act(f"a{number}", kind, actor, None, target, None, (number, number + 1), issue)


@pytest.mark.parametrize(
    ("accused", "denial", "denies"),
    [
        (("iraq", "attack"), ("iran", "attack"), True),
        (("iraq", "attack"), ("iran", None), True),
        (("iraq", None), ("iran", "attack"), True),
        # The denial is towards the accuser, but of something else.
        (("iraq", "attack"), ("iran", "nuclear"), False),
        # The denial names another side, and the same issue.
        (("iraq", "attack"), ("france", "attack"), True),
        (("iraq", "attack"), ("france", None), False),
        # Somebody else was accused.
        (("syria", "attack"), ("iran", "attack"), False),
    ],
)
def test_a_denial_is_of_what_the_one_who_denies_is_accused_of(
    accused: tuple[str, str | None], denial: tuple[str, str | None], denies: bool
) -> None:
    accusation = act(1, "accuse", "iran", *accused)
    links = links_between([accusation, act(2, "deny", "iraq", *denial)])
    assert [(link.kind, link.act, link.of) for link in links] == [("denies", "a2", "a1")] * denies


ACTS = st.builds(
    Act,
    id=st.just(""),
    kind=st.sampled_from(["accuse", "claim", "deny", "demand", "offer", "reject", "agree", "say"]),
    actor=st.sampled_from(["a", "b", "c"]),
    by=st.none(),
    target=st.sampled_from([None, "a", "b", "c"]),
    statement=st.sampled_from([None, "s1", "s2"]),
    span=st.just((0, 1)),
    issue=st.sampled_from([None, "talk", "attack"]),
)


@given(st.lists(ACTS, max_size=30), st.integers(1, 3))
@settings(max_examples=200, deadline=None)
def test_each_act_bears_on_the_nearest_that_it_can(drawn: list[Act], times: int) -> None:
    """As told literally: every earlier act is compared, the nearest first."""
    acts = [replace(act, id=f"a{place}") for place, act in enumerate(drawn * times * 5)]
    literal = []
    for index, act in enumerate(acts):
        for kind, bears in _BEARS.items():
            earlier = reversed(acts[max(0, index - _FAR) : index])
            nearest = next((other for other in earlier if bears(act, other)), None)
            if nearest is not None:
                literal.append(Link(kind, act.id, nearest.id))
    assert list(links_between(acts)) == literal


UNION, BOARD = "Dockers' Union", "Harbour Board"
SERIKAT, DEWAN = "Serikat Buruh Arlen", "Dewan Pelabuhan"
CHARGED = {
    "en": f"The {UNION} accused the {BOARD} of withholding wages. The {BOARD} ",
    "id": f"{SERIKAT} menuduh {DEWAN} menahan upah. ",
}
ASKED = {
    "en": f"The {UNION} demanded higher pay. The {BOARD} ",
    "id": f"{SERIKAT} menuntut kenaikan upah. ",
}
OFFERED = {
    "en": f"The {BOARD} offered 4 per cent. The {UNION} ",
    "id": f"{DEWAN} menawarkan kenaikan upah. ",
}
NAMED = [
    ("en", CHARGED, "denied the accusation.", "denies"),
    ("en", CHARGED, "rejected the claim.", "denies"),
    ("en", CHARGED, "dismissed the charge.", "denies"),
    ("en", CHARGED, "rejected the complaint.", "denies"),
    ("en", CHARGED, "disputes that.", "denies"),
    ("en", CHARGED, "denies it.", "denies"),
    ("id", CHARGED, f"{DEWAN} membantah tudingan itu.", "denies"),
    ("id", CHARGED, f"{DEWAN} menepis tuduhan tersebut.", "denies"),
    ("id", CHARGED, f"{DEWAN} menyangkal hal itu.", "denies"),
    ("id", CHARGED, f"Tuduhan itu dibantah {DEWAN}.", "denies"),
    ("id", CHARGED, f"{DEWAN} menyebut tuduhan itu tidak berdasar.", "denies"),
    ("en", ASKED, "refused the demand.", "rejects"),
    ("en", ASKED, "rejected the request.", "rejects"),
    ("en", ASKED, "agreed to the demand.", "answers"),
    ("id", ASKED, f"{DEWAN} menolak tuntutan itu.", "rejects"),
    ("id", ASKED, f"Permintaan itu ditolak {DEWAN}.", "rejects"),
    ("id", ASKED, f"{DEWAN} menyetujui tuntutan tersebut.", "answers"),
    ("en", OFFERED, "rejected the offer.", "rejects"),
    ("en", OFFERED, "turned down the proposal.", "rejects"),
    ("en", OFFERED, "accepted the offer.", "answers"),
    ("en", OFFERED, "welcomed the offer.", "answers"),
    ("id", OFFERED, f"{SERIKAT} menolak tawaran itu.", "rejects"),
    ("id", OFFERED, f"{SERIKAT} menerima tawaran tersebut.", "answers"),
    ("id", OFFERED, f"{SERIKAT} menyambut baik tawaran itu.", "answers"),
    # What is rejected was not put by the other side before, so nothing of theirs is answered.
    ("en", CHARGED, "rejected calls for talks.", None),
    ("en", CHARGED, "rejected suggestions to meet.", None),
    ("id", CHARGED, f"{DEWAN} menolak usul menghadirkan penengah.", None),
    # Nobody denies a charge of his own.
    ("id", CHARGED, f"{SERIKAT} membantah kabar bahwa mogok sudah dimulai.", None),
]
ABOVE = {
    "en": "Dispute goes on at Port Arlen\n\nThursday, 14 March 2024\n\n",
    "id": "Sengketa Pelabuhan Berlanjut\n\nKamis, 14 Maret 2024\n\n",
}


@pytest.mark.parametrize(("language", "first", "reply", "kind"), NAMED)
def test_a_reply_bears_on_the_act_it_names(
    language: str, first: dict[str, str], reply: str, kind: str | None
) -> None:
    dossier = read(parse(ABOVE[language] + first[language] + reply))
    acts = {member.id: member for member in dossier.acts}
    found = links(dossier)
    assert {link.kind for link in found} == ({kind} if kind else set())
    assert all(acts[link.act].actor != acts[link.of].actor for link in found)
    assert all(acts[link.of].span < acts[link.act].span for link in found)


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_claim_is_denied_in_its_own_words_where_it_names_nobody(language: str) -> None:
    body = {
        "en": f"The {UNION} claimed that forty cranes had failed. The {BOARD} denied having "
        "touched the cranes.",
        "id": f"{SERIKAT} mengklaim empat puluh derek rusak. {DEWAN} membantah mengotak-atik "
        "derek.",
    }
    dossier = read(parse(ABOVE[language] + body[language]))
    acts = {member.id: member.kind for member in dossier.acts}
    assert [(link.kind, acts[link.act], acts[link.of]) for link in links(dossier)] == [
        ("denies", "deny", "claim")
    ]
