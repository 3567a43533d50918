"""The sentences of the front page, as the contract with its readers has them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brief.leaf.fronts import backing, chicken, december, deed, elmira, marks, renamed
from satumeja.brief.leaf import Leaf, Sentence, leaf_of
from satumeja.brief.words import Phrases, Words
from satumeja.front import Ahead, Ask, Denials, Front, GroupGain, Reading
from satumeja.front import front as front_of
from satumeja.model import Adjusted, Edit, Model, OptionStates, Prioritisation, Text

ROOM = 1038.0
"""How high what is printed on a page of A4 may be, in CSS pixels."""


def leaf(front: Front, model: Model, language: str = "en") -> Leaf:
    return leaf_of(front, Phrases(model, Words(language)))


def said(page: Leaf) -> dict[str, str]:
    return {sentence.key: sentence.text for sentence in page.sentences}


def block(page: Leaf, key: str) -> tuple[Sentence, ...]:
    blocks = [part for column in page.columns for part in column]
    return next(part.sentences for part in blocks if part.key == key)


def named_december() -> tuple[Front, Model]:
    front, model = december()
    return renamed(front, us="the United States", nato="the NATO allies"), model


def test_the_lead_says_how_it_holds_and_what_tables_could_do() -> None:
    texts = said(leaf(*december()))
    assert texts["leaf.lead.2"] == (
        "As assumed here, the present situation holds if answered: Russia could gain by moving "
        "alone, but the others have an answer that undoes the gain, each step to the advantage "
        "of whoever makes it."
    )
    assert texts["leaf.zone.none"] == (
        "At none of the three tables is there anything that all seated would accept."
    )
    assert texts["leaf.foot"].endswith("does not say how likely anything is, and advises nobody.")


def test_the_rung_is_set_bold() -> None:
    (lead,) = [part for part in leaf(*december(), "id").lead if part.key == "leaf.lead.2"]
    assert [text for text, strong in lead.runs if strong] == ["bertahan jika dibalas"]
    assert "".join(text for text, _ in lead.runs) == lead.text


def test_the_chain_of_december_is_told_link_by_link() -> None:
    texts = said(leaf(*named_december()))
    assert texts["leaf.links.count"] == (
        "Three links: Russia would gain by moving (3 reported sentences); the NATO allies would "
        "gain by answering (1 reported sentence); Russia would then have no gain left (1 reported "
        "sentence)."
    )
    assert texts["leaf.links.order_last"] == (
        "No source is cited for the order of two wishes of Russia; the last link turns on it."
    )
    assert "leaf.links.more" not in texts


def test_questions_put_wishes_as_clauses() -> None:
    assert [part.text for part in block(leaf(*named_december()), "ask")] == [
        (
            "Which counts more for Russia: the NATO allies not to deploy weapons in Ukraine, or "
            "to attack Ukraine if, and only if, the United States were not to guarantee that NATO "
            "will not expand to Ukraine?"
        ),
        (
            "Would the NATO allies want to deploy weapons in Ukraine if, and only if, Russia were "
            "to attack Ukraine?"
        ),
        (
            "Is it final that the United States and the NATO allies would not accept this: "
            "guarantee that NATO will not expand to Ukraine?"
        ),
    ]


def test_of_a_wish_that_no_clause_says_the_deed_is_asked_about() -> None:
    front, model = december()
    long = Ask("wish", ("russia",), ("russia#7",))  # withdraw iff (guarantee | rollback)
    decided = replace(front.links[0], why=backing("russia#7"))
    page = leaf(replace(front, ask=(long,), links=(decided, *front.links[1:])), model)
    assert [part.text for part in block(page, "ask")] == [
        "Would Russia really gain by this: attack Ukraine and no longer sit at the table?"
    ]
    page = leaf(replace(front, ask=(long, Ask("now", ()))), model)
    assert [part.text for part in block(page, "ask")] == ["Which situation is the present one?"]


def test_wishes_are_asked_about_by_their_clauses_under_edits_by_hand_too() -> None:
    front, model = named_december()
    states = model.states
    assert isinstance(states, OptionStates)
    edit = Edit(states.decimal(1), "above", states.decimal(2))
    makers = tuple(
        replace(dm, preference=Adjusted(dm.preference, (edit,)))
        if isinstance(dm.preference, Prioritisation)
        else dm
        for dm in model.decision_makers
    )
    adjusted = replace(model, decision_makers=makers)
    assert adjusted != model
    assert block(leaf(front, adjusted), "ask") == block(leaf(front, model), "ask")


def test_a_red_line_is_asked_about_by_its_deed() -> None:
    front, model = december()
    lines = (Ask("line", ("us",), ("us#1",)), Ask("line", ("us", "nato"), ("us#2", "nato#1")))
    page = leaf(replace(front, ask=(*lines, Ask("until", ("nato",)))), model)
    assert [part.text for part in block(page, "ask")] == [
        (
            "Is it final that the United States would not accept this: guarantee that "
            "NATO will not expand to Ukraine?"
        ),
        (
            "Is it final that the United States and the NATO allies would not accept this: "
            "Russia: attack Ukraine; United States: guarantee that NATO will not expand to "
            "Ukraine?"
        ),
        "Until when would the NATO allies wait?",
    ]


def test_questions_are_put_in_indonesian() -> None:
    first, *_ = block(leaf(*december(), "id"), "ask")
    assert first.text == (
        "Mana yang lebih penting bagi Rusia: NATO tidak menempatkan senjata di Ukraina, atau "
        "menyerang Ukraina jika, dan hanya jika, Amerika Serikat tidak menjamin NATO tidak meluas "
        "ke Ukraina?"
    )


def test_what_it_rests_on_is_counted() -> None:
    page = leaf(*december())
    assert [part.text for part in block(page, "evidence")] == [
        "Thin. One report, 20 passages, 1 verbatim, 0 checked by a person.",
        "Four denials are reported; nobody has yet checked of what.",
        "Reading A uses two sentences that this one leaves aside.",
    ]
    assert [part.text for part in block(page, "seat")] == [
        "Ukraine: acted upon in the reports, without a choice here."
    ]
    assert [part.text for part in block(page, "ahead")] == ["January 2022: all three tables."]


def test_december_has_the_words_of_one_page() -> None:
    page = leaf(*named_december())
    assert page.words <= 300
    assert len(block(page, "ask")) == 3


def test_elmira_holds_only_if_answered_without_gain() -> None:
    texts = said(leaf(*elmira()))
    assert "but only with a step of no advantage to whoever makes it." in texts["leaf.lead.1_all"]
    assert texts["leaf.zone.nobody"] == "Nothing open to them together would be accepted by all."
    assert "could answer, but without gain;" in texts["leaf.links.count"]
    assert texts["leaf.evidence.nothing"] == (
        "None attached. The model cites 3 publications as a whole; no sentence can be checked."
    )
    assert texts["leaf.seat.unknown"] == "No report is attached. Who else is affected?"
    assert texts["leaf.ahead.nothing"] == "No date is given."


def test_without_a_present_situation_all_are_counted() -> None:
    page = leaf(*chicken())
    assert said(page)["leaf.lead.none"] == (
        "The model does not say which situation is the present one. Of its four situations, two "
        "would hold by themselves if they came about, one if answered, none only if answered "
        "without gain; one would not hold."
    )
    assert page.picture.key == "places"
    assert all(part.key != "holds" for column in page.columns for part in column)


@pytest.mark.parametrize(
    ("denials", "text"),
    [
        (Denials(1, ("russia",), 0, 3, checked=True),
         "One claim is denied (Russia); the links use none."),
        (Denials(3, ("russia", "Ukraine"), 1, 3, checked=True),
         "Three claims are denied (Russia and Ukraine); the links use one."),
        (Denials(0, (), 0, 1, checked=False),
         "One denial is reported; nobody has yet checked of what."),
        (Denials(0, (), 0, 3, checked=True), "Nothing cited is denied by anybody."),
        (Denials(0, (), 0, 0, checked=False), "Nothing cited is denied by anybody."),
    ],
)  # fmt: skip
def test_only_denials_that_somebody_accepted_are_tied_to_claims(
    denials: Denials, text: str
) -> None:
    front, model = december()
    assert block(leaf(replace(front, denials=denials), model), "evidence")[1].text == text


def test_a_wish_that_is_read_into_quoted_words_is_not_called_unquoted() -> None:
    front, model = december()
    weak = replace(front.links[0].why, grade="published", inferred=True)  # type: ignore[type-var]
    links = (replace(front.links[0], why=weak), *front.links[1:])
    evidence = replace(front.evidence, grade="published")
    page = leaf(replace(front, links=links, evidence=evidence), model)
    assert block(page, "evidence")[0].text.startswith("Thin, and inferred. One report,")
    assert "(3 reported sentences, inferred)" in said(page)["leaf.links.count"]
    page = leaf(replace(front, evidence=evidence), model)
    assert block(page, "evidence")[0].text.startswith("Published, not quoted. One report,")


def test_groups_are_told_where_they_gain() -> None:
    front, model = december()
    gain = GroupGain(("russia", "nato"), deed(16, russia="withdraw", nato="rollback"))
    text = said(leaf(replace(front, groups=(gain,)), model))["leaf.groups.some"]
    assert text == (
        "Moving together, Russia and the NATO allies could each gain: Russia: pull back the "
        "forces massed near Ukraine; NATO allies: roll back deployments in Central and Eastern "
        "Europe."
    )
    assert "leaf.groups.none" not in said(leaf(replace(front, groups=None), model))


def test_tables_are_counted_by_what_they_could_do() -> None:
    front, model = december()
    first, *rest = front.tables
    some = (replace(first, zone=2), *rest)
    for tables, text in (
        (some, "At one of the three tables there is something that all seated would accept."),
        (some[:1], "At the table there is something that all seated would accept."),
        (front.tables[:1], "At the table there is nothing that all seated would accept."),
        (front.tables[:2],
         "At neither of the two tables is there anything that all seated would accept."),
    ):  # fmt: skip
        page = leaf(replace(front, tables=tables, ahead=()), model)
        assert page.lead[1].text == text


def test_many_sides_are_counted_and_readings_too() -> None:
    front, model = december()
    hold = front.hold
    assert hold is not None
    side = hold.tempted[0]
    sides = tuple(replace(side, dm=dm) for dm in ("russia", "us", "nato"))
    page = leaf(replace(front, hold=replace(hold, tempted=sides)), model)
    assert "Russia, the United States and the NATO allies could gain" in said(page)["leaf.lead.2"]
    many = tuple(Reading(Text(f"R{k}"), 1, False, ()) for k in range(7))
    strip = leaf(replace(front, readings=(*front.readings, *many)), model).strip
    assert [rung.standing for rung in strip] == [
        ("○ 1 reading",),
        ("● B: Russia keeps the means it considers necessary",),
        ("○ 7 readings",),
        ("○ 1 reading",),
    ]


def test_dates_ahead_are_three_at_most() -> None:
    front, model = december()
    due = [Ahead(f"2022-0{k}", None, "deadline", "", Text(f"thing {k}.")) for k in range(1, 6)]
    page = leaf(replace(front, ahead=tuple(due)), model)
    assert [part.text for part in block(page, "ahead")] == [
        "January 2022: thing 1.", "February 2022: thing 2.", "March 2022: thing 3.",
    ]  # fmt: skip


def test_too_many_words_drop_the_third_question_first() -> None:
    front, model = named_december()
    longer = replace(front, question=Text("word " * 40))
    page = leaf(longer, model)
    assert page.words <= 300
    assert len(block(page, "ask")) < 3
    assert {"leaf.foot", "leaf.denied.reported", "leaf.aside"} <= said(page).keys()


def many(sides: int, words: int) -> Model:
    """Give a model of many sides with long names, each of which wants what another does."""
    name = "ministry of this and that " * words
    return Model.build(
        "Many",
        {f"d{k}": {f"o{k}": f"do {name}{k}"} for k in range(sides)},
        {f"d{k}": [f"o{(k + 1) % sides}", f"-o{k}"] for k in range(sides)},
        names={f"d{k}": f"the {name}{k}" for k in range(sides)},
        status_quo="|".join("N" * sides),
    )


def test_many_sides_with_long_names_go_by_their_letters_where_the_page_is_too_high() -> None:
    model = many(8, 3)
    page = front_of(model)
    for language in ("en", "id"):
        told = leaf(page, model, language)
        assert told.height <= ROOM
        assert told.picture.rows[2].text.startswith("A: ")
        assert "leaf.groups.counted" in said(told)
    assert "takes eight changes" in said(leaf(page, model))["leaf.groups.counted"]
    short = many(3, 1)
    rows = leaf(front_of(short), short).picture.rows
    assert rows[2].text.startswith("Ministry of this and that 0: ")


@pytest.mark.parametrize(("language", "letters"), [("en", "ABCDEFGH"), ("id", "STUVWXYZ")])
def test_letters_are_those_of_the_legend_in_each_language(language: str, letters: str) -> None:
    model = many(8, 3)
    pairs = zip(model.decision_makers, "ABCDEFGH", "STUVWXYZ", strict=True)
    makers = tuple(
        replace(dm, name=Text({"en": f"the {first}{dm.name[4:]}", "id": f"{last}{dm.name[4:]}"}))
        for dm, first, last in pairs
    )
    model = replace(model, decision_makers=makers)
    picture = leaf(front_of(model), model, language).picture
    assert [side.letter for side in picture.legend] == list(letters)
    moves = [row.text for row in picture.rows if row.kind in ("move", "gain")]
    assert moves
    assert {text.partition(": ")[0] for text in moves} <= set(letters)


def test_options_that_one_side_calls_alike_are_told_apart() -> None:
    model = Model.build(
        "Twins", {"a": {"o": "act", "p": "act"}, "b": {"q": "act"}}, {"a": [], "b": []},
        status_quo="NN|N",
    )  # fmt: skip
    rows = [row.text for row in leaf(front_of(model), model).picture.rows if row.kind == "move"]
    assert sorted(rows) == ["A: act (o)", "A: act (o) and act (p)", "A: act (p)", "B: act (q)"]


def test_the_numbers_are_the_same_in_both_languages() -> None:
    for make in (december, elmira, chicken):
        front, model = make()
        pages = [leaf(front, model, language) for language in ("en", "id")]
        rows = [[(row.kind, marks(row)) for row in page.picture.rows] for page in pages]
        if pages[0].picture.key == "now":
            assert rows[0] == rows[1]
        keys = [[part.key for part in page.sentences] for page in pages]
        assert keys[0] == keys[1]
