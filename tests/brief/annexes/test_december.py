"""What annexes say of December 2021, and that each value comes from the data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brief.annexes.cases import annexes, matter, said_of
from satumeja.brief import LANGUAGES
from satumeja.brief.annexes import Matter
from satumeja.brief.media import Cell, Table
from satumeja.brief.words import Words
from satumeja.front import Corrected, Parallel, Versus
from satumeja.model import Text

NAME = "december-2021-b"
_LEVELS = 4


def table(number: int, place: int = 0, data: Matter | None = None, language: str = "en") -> Table:
    listed = annexes(NAME, language) if data is None else said_of(data, language)
    return listed[number - 1].tables[place]


def of_kind(number: int, kind: str, data: Matter, language: str = "en") -> Table:
    tables = said_of(data, language)[number - 1].tables
    return next(part for part in tables if part.kind == f"annexed {kind}")


def cells(shown: Table) -> list[Cell]:
    return [cell for row in shown.body for cell in row]


def test_each_side_stands_as_the_data_have_it() -> None:
    assert table(1).header() == ["Item", "Russia", "United States", "NATO allies", "Between them"]
    assert table(1).lines() == [
        ["Russia: sit at the table (now)", "wants it", "wants it", "wants it", "shared"],
        ["Russia: pull back the forces massed near Ukraine",
         "depends", "wants it", "wants it", "open"],
        ["Russia: attack Ukraine", "depends", "red line", "against", "divides"],
        ["United States: put a detailed proposal on the table (now)",
         "wants it", "wants it", "wants it", "shared"],
        ["United States: guarantee that NATO will not expand to Ukraine",
         "wants it", "red line", "red line", "divides"],
        ["United States: impose heavy consequences", "against", "wants it", "wants it", "divides"],
        ["NATO allies: roll back deployments in Central and Eastern Europe",
         "wants it", "against", "against", "divides"],
        ["NATO allies: deploy weapons in Ukraine", "red line", "depends", "depends", "divides"],
    ]  # fmt: skip


@pytest.mark.parametrize("view", ["wants", "against", "depends", "red line", "no view"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_view_is_told_by_its_word_and_its_setting(language: str, view: str) -> None:
    data = matter(NAME)
    first, *rest = data.stances
    views = dict.fromkeys(first.views, view)
    changed = replace(data, stances=(replace(first, views=views, now=None), *rest))  # type: ignore[arg-type]
    row = table(1, 0, changed, language).body[0]
    key = {"red line": "line", "no view": "none"}.get(view, view)
    assert {cell.text for cell in row[1:-1]} == {Words(language)(f"annexes.stances.view.{key}")}
    (piece,) = row[1].pieces or (None,)
    settings = {
        "red line": (True, False, False),
        "against": (False, True, False),
        "depends": (False, False, True),
        "no view": (False, False, True),
    }
    if view == "wants":
        assert piece is None
    else:
        assert piece is not None
        assert (piece.bold, piece.slanted, piece.quiet) == settings[view]


def test_a_gainful_move_has_its_wish_its_answer_and_its_end() -> None:
    assert table(2).lines() == [[
        "Russia: attack Ukraine and no longer sit at the table",
        ("To attack Ukraine if, and only if, the United States were not to guarantee that NATO "
         "will not expand to Ukraine (no. 3; 3 reported sentences)"),
        "NATO allies: deploy weapons in Ukraine – a gain (no. 6; 1 reported sentence, inferred)",
        ("no better off than now: no. 2; 1 reported sentence; no source for the order of no. 2 "
         "and no. 3"),
    ]]  # fmt: skip


def test_a_move_that_nothing_answers_is_told_as_such() -> None:
    data = matter(NAME)
    free = tuple(
        replace(move, answer=(), answer_by=(), steps=(), end=None, why_no_better=None, order=())
        if move.gains
        else move
        for move in data.front.alone
    )
    (line,) = table(2, 0, replace(data, front=replace(data.front, alone=free))).lines()
    assert line[2:] == ["nothing that takes this gain away", "better off than now"]


def test_an_answer_can_lead_back_and_a_gain_come_again() -> None:
    data = matter(NAME)
    end: Versus = dict.fromkeys(("russia", "us", "nato"), "same")
    turned = tuple(
        replace(
            move,
            back=True,
            again=True,
            end=end,
            order=(),
            steps=tuple(replace(step, gain=False) for step in move.steps),
        )
        for move in data.front.alone
    )
    (line,) = table(2, 0, replace(data, front=replace(data.front, alone=turned))).lines()
    assert line[2] == "NATO allies: deploy weapons in Ukraine – no gain"
    assert line[3] == "everything as now; one more move could bring the gain back"


def test_situations_that_would_not_hold_are_counted_alone() -> None:
    data = matter(NAME)
    elsewhere = data.front.elsewhere
    assert elsewhere is not None
    states = tuple((number, number % _LEVELS, -1) for number, _, _ in elsewhere.states)
    changed = replace(elsewhere, states=states, counts=(9, 8, 7, 6))
    listed = said_of(replace(data, front=replace(data.front, elsewhere=changed)))[1]
    assert listed.sentences[-1].text.endswith(
        "by itself 6, if answered 7, only if answered without gain 8, not at all 9."
    )
    rows = listed.tables[-1].lines()
    assert len(rows) == sum(level > 0 for _, level, _ in states)
    assert {row[2] for row in rows} == {"no moves lead there"}


def test_a_package_told_at_an_earlier_table_is_named_there() -> None:
    listed = annexes(NAME, "en")[2]
    blocks = [part for part in listed.tables if "table-" in part.kind]
    assert [part.caption for part in blocks] == [
        "The table “Talks between Russia and the United States”",
        "The table “Talks between Russia and NATO”",
        "The table “Talks under the auspices of the OSCE”",
    ]
    lines = [dict(part.lines()) for part in blocks]
    assert lines[0]["Not seated"] == "NATO allies"
    assert lines[0]["What the United States would have to move"] == (
        "Russia: pull back the forces massed near Ukraine; United States: guarantee that NATO "
        "will not expand to Ukraine Possible if the United States no longer ruled it out Would "
        "then hold by itself"
    )
    assert lines[2]["What Russia would have to move"] == (
        "as at the table “Talks between Russia and the United States”"
    )


def test_the_same_package_is_set_out_anew_where_another_could_then_leave_it() -> None:
    data = matter(NAME)
    *before, osce = data.front.tables
    place = next(k for k, side in enumerate(osce.each_side) if side.way.dms == ("russia",))
    sides = list(osce.each_side)
    upset = replace(sides[place].package, upset_by_absent=("us",))
    sides[place] = replace(sides[place], package=upset)
    tables = (*before, replace(osce, each_side=tuple(sides)))
    listed = said_of(replace(data, front=replace(data.front, tables=tables)))[2]
    blocks = [part for part in listed.tables if "table-" in part.kind]
    told = dict(blocks[-1].lines())["What Russia would have to move"]
    assert told.startswith("Russia: ")
    assert "the United States" in told.partition("Would then hold")[2]


def test_threats_and_lines_stand_behind_the_tables() -> None:
    *_, lines, threats = annexes(NAME, "en")[2].tables
    assert lines.lines()[0] == ["Russia", "NATO allies: deploy weapons in Ukraine"]
    assert [line[3] for line in threats.lines()] == [
        "due now: would not change what anybody gains by",
        "would not change what anybody gains by",
        "would not change what anybody gains by",
        "takes the gain from every move that brings it about",
    ]


def test_a_threat_is_carried_out_as_often_as_the_data_say() -> None:
    data = matter(NAME)
    assert data.threats is not None
    first, second, third, fourth = data.threats.threats
    changed = replace(data.threats, threats=(
        replace(first, due=0), replace(second, credible_in=0), replace(third, credible_in=3),
        replace(fourth, kind="idle"),
    ))  # fmt: skip
    rows = of_kind(3, "threats", replace(data, threats=changed)).lines()
    assert [row[2] for row in rows[:3]] == [
        "it never comes to that",
        "in none of the situations in which it came to that",
        f"in 3 of the {third.due} situations in which it came to that",
    ]
    assert rows[3][3] == "carrying it out changes nothing for anybody"


def test_facts_stand_by_who_says_them() -> None:
    rows = table(4).lines()
    assert [row[0] for row in rows] == (
        ["Said by both sides"] + ["Contested"] * 3 + ["One side only"] * 3
        + ["The paper’s own"] * 2
    )  # fmt: skip
    assert rows[1][2].endswith("nobody has yet checked whether this is what is denied")
    assert [row[3] for row in rows[4:7]] == ["used", "reading A uses it", "not used"]
    days = table(4, 1).lines()
    assert days[0][0] == "2014"
    assert [row[1] for row in days[-3:]] == [
        f"ahead: {data.name}" for data in matter(NAME).model.tables
    ]


def test_a_denial_that_a_person_accepted_is_told_without_doubt() -> None:
    data = matter(NAME)
    checked = tuple(replace(fact, checked=True) for fact in data.facts.facts)
    rows = table(4, 0, replace(data, facts=replace(data.facts, facts=checked))).lines()
    assert not any("checked" in row[2] for row in rows)


def test_readings_are_told_apart_by_sentences() -> None:
    shown = table(5)
    assert shown.header() == ["Sentence", "Reading B", "Reading A", "Reading B2"]
    assert len(shown.body) == 5
    aside = [[cell.pieces[0].bold for cell in row[1:]] for row in shown.body if row[1:]]
    assert aside == [[False, True, False], [True, False, True]]
    assert [{cell.rows for cell in row[1:]} for row in shown.body] == [
        {3},
        set(),
        set(),
        {2},
        set(),
    ]
    texts = [sentence.text for sentence in annexes(NAME, "en")[4].sentences]
    assert texts == [
        "14 further sentences are used alike in all readings, and tell nothing apart.",
        ("No sentence tells reading B and reading B2 apart; what they assume differs all the "
         "same."),
    ]  # fmt: skip
    assert [row[1:] for row in table(5, 1).lines()] == [
        ["holds if answered", "0 of 3"],
        ["holds by itself", "0 of 3"],
        ["does not hold", "0 of 3"],
    ]  # fmt: skip
    changed = replace(matter(NAME), open_tables=((2, 3), None, (1, 1)))
    assert [row[2] for row in table(5, 1, changed).lines()] == ["2 of 3", "–", "1 of 1"]


@pytest.mark.parametrize(("language", "marked"), [("en", "id"), ("id", "")])
def test_quotations_are_as_published_and_marked(language: str, marked: str) -> None:
    data, words = matter(NAME), Words(language)
    known = {
        words("annexes.quote", text=quoted.words): quoted
        for wish in data.assumed.assumptions
        for quoted in wish.sentences
    }
    shown = table(6, 0, None, language)
    quotes = [p for cell in cells(shown) for p in cell.pieces if p.slanted]
    assert quotes
    for piece in quotes:
        assert known[piece.text].language == "id"
        assert piece.language == marked
        html = piece.__html__()
        assert ('lang="id"' in html) == bool(marked) and "<i>" in html


def test_what_is_assumed_is_all_there_or_counted() -> None:
    data, sixth = matter(NAME), annexes(NAME, "en")[5]
    assumptions = [row for row in sixth.tables[0].body if row[0].role == "row"]
    left = len(data.assumed.assumptions) - len(assumptions)
    assert sixth.note.startswith(f"{left} rows are left out here; ")
    grades = {row[-1].text.split(",")[0] for row in assumptions}
    assert grades == {"Thin", "Fair", "Published"}
    deciding = {link.why.statement for link in data.front.links if link.why}
    shown = " ".join(row[0].text for row in assumptions)
    assert all(f"no. {name.partition('#')[2]})" in shown for name in deciding)


def test_people_are_named_with_what_they_checked_translated_and_corrected() -> None:
    data = matter(NAME)
    wish = next(w for w in data.assumed.assumptions if w.statement == "russia#2")
    (quoted,) = wish.sentences
    seen = replace(
        quoted, checked_by="A. Reader", gloss=Text({"en": "a red line", "id": "garis merah"}),
        gloss_by="B. Writer", parallel=Parallel("other#s1", "red line, he said", "en"),
    )  # fmt: skip
    listed = replace(
        data.assumed,
        assumptions=(replace(wish, sentences=(seen,), order=Text("it was said first")),),
        corrections=(Corrected("wire#s10", "edited", "A. Reader", "2026-11-28", "the wrong man"),),
    )
    changed = replace(data, assumed=listed)
    row = table(6, 0, changed).lines()[0]
    assert "checked by A. Reader in parallel: “red line, he said”" in row[1]
    assert "a red line (gloss: B. Writer)" in row[3]
    assert "Above those that follow: it was said first" in row[3]
    assert of_kind(6, "corrections", changed).lines() == [
        ["wire#s10", "edited", "A. Reader", "28 November 2026", "the wrong man"]
    ]
    doubted = replace(seen, checked_by="", doubtful=True)
    listed = replace(listed, assumptions=(replace(wish, sentences=(doubted,)),))
    row = table(6, 0, replace(data, assumed=listed)).lines()[0]
    assert "to be checked" in row[1] and "A. Reader" not in row[1]


def test_every_kind_of_act_has_its_word() -> None:
    for language in LANGUAGES:
        words = Words(language)
        kinds = [key for key in words.keys() if key.startswith("dossier.act.")]  # noqa: SIM118
        assert kinds
        for key in kinds:
            assert words(f"annexes.act.{key.removeprefix('dossier.act.')}")
