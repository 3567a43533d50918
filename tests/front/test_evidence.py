"""What a page says of evidence, of denials, of who is missing, of time, and what to ask."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from evidence.case import Case
from evidence.case import case as new_case
from satumeja import dossier
from satumeja.errors import QuestionError
from satumeja.evidence import Account
from satumeja.formats import loads
from satumeja.front import (
    GRADES,
    Ask,
    Backing,
    Change,
    Deed,
    Denials,
    Evidence,
    Grade,
    Link,
    Package,
    Seated,
    SidePackage,
    Way,
    ahead,
    ask,
    front,
    hurried,
    no_seat,
)
from satumeja.gallery import load
from satumeja.model import Affected, Deadline, Model, Source, Text
from satumeja.report import Span


@pytest.fixture(name="case")
def make_case(tmp_path: Path) -> Case:
    return new_case(tmp_path)


def backing(statement: str, grade: str = "thin") -> Backing:
    return Backing(statement, grade, 1, 1, 0, 0, 0, inferred=False, contested=False)  # type: ignore[arg-type]


DEED = Deed(2, (Change("russia", ("attack",), ()),))


def test_a_ranking_rests_on_nothing_of_its_own() -> None:
    evidence = Evidence(load("elmira"))
    assert [b.statement for b in evidence.backings()] == ["moe", "uniroyal", "local_government"]
    assert {b.grade for b in evidence.backings()} == {"none"}
    assert evidence.denials() == Denials(0, (), 0, 0, checked=False)


def test_wishes_and_red_lines_are_told_apart() -> None:
    evidence = Evidence(load("december-2021-b"))
    assert evidence.backing("us#1").passages == 3
    assert evidence.line("us#1").passages == 2
    with pytest.raises(QuestionError, match='us has no red line "3"; they are 1 to 2'):
        evidence.line("us#3")
    with pytest.raises(QuestionError, match="did you mean"):
        evidence.backing("rusia#1")


def test_the_whole_is_as_good_as_its_weakest_link() -> None:
    evidence = Evidence(load("december-2021-b"))
    links = [
        Link("move", "russia", DEED, gain=True, why=backing("russia#3", "fair")),
        Link("answer", "nato", DEED, gain=True, why=backing("nato#6", "published")),
        Link("no gain", "russia", DEED, gain=False, why=None),
    ]
    whole = evidence.whole(links)
    assert (whole.statement, whole.grade) == ("nato#6", "published")
    assert (whole.reports, whole.verbatim, whole.checked) == (1, 1, 0)
    cited = {text for b in load("december-2021-b").decision_makers for text in b.evidence}
    assert whole.passages > len(cited)


CLAIM = "r1#a32"


def denial_in(case: Case) -> tuple[str, str]:
    """A denial the reader proposes, and the claim it would be of."""
    with dossier.DossierFile(case.file) as file:
        links = dossier.whole(file).links
    link = next(link for link in links if link.kind == "denies")
    return link.act, link.of


def statement_of(case: Case, act: str) -> str:
    with dossier.DossierFile(case.file) as file:
        acts = dossier.whole(file).dossier.acts
    return next(a.statement for a in acts if a.id == act) or ""


def test_only_pairs_that_a_person_accepted_count_as_denied(case: Case) -> None:
    denial, claim = denial_in(case)
    model = case.citing(f"talks:{statement_of(case, claim)}")
    proposed = Evidence(model)
    assert proposed.denials().claims == 0
    assert proposed.denials().reported > 0
    assert not proposed.denials().checked
    assert proposed.backing("russia#1").denied == 0
    case.correct(lambda file: dossier.correct(file, f"{denial}:denies:{claim}", "accept", "Sari"))
    evidence = Evidence(model)
    links = [Link("move", "russia", DEED, gain=True, why=evidence.backing("russia#1"))]
    denials = evidence.denials(links)
    assert (denials.claims, denials.used, denials.checked) == (1, 1, True)
    assert denials.by[0].in_language("id")  # type: ignore[attr-defined]
    own = evidence.backing("russia#1")
    assert (own.denied, own.contested, own.grade) == (1, True, "thin")
    assert evidence.denials().used == 0


def test_a_pair_that_a_person_rejected_is_checked_and_no_denial(case: Case) -> None:
    denial, claim = denial_in(case)
    model = case.citing(f"talks:{statement_of(case, claim)}")
    case.correct(lambda file: dossier.correct(file, f"{denial}:denies:{claim}", "reject", "Sari"))
    evidence = Evidence(model)
    assert (evidence.denials().claims, evidence.denials().checked) == (0, True)
    (pair,) = (
        pair
        for account in evidence.accounts
        for pair in account.denials
        if pair.state == "rejected"
    )
    assert (pair.denial, pair.claim) == (f"talks:{denial}", f"talks:{claim}")


def test_what_a_person_accepted_is_checked(case: Case) -> None:
    model = case.citing("talks:r1#s2")
    assert Evidence(model).backing("russia#1").checked == 0
    case.correct(lambda file: dossier.correct(file, "r1#s2", "accept", "Sari"))
    assert Evidence(model).backing("russia#1").checked == 1
    case.correct(lambda file: dossier.correct(file, "r1#s2", "reject", "Sari"))
    gone = Evidence(model).backing("russia#1")
    assert (gone.grade, gone.passages) == ("none", 0)


def test_the_same_words_in_two_languages_are_two_passages_of_unknown_papers(case: Case) -> None:
    model = case.citing("talks:r1#s11", "talks:r2#s11")
    assert Evidence(model).backing("russia#1").reports == 1  # no site and no agency is known
    for key, outlet in (("r1", "a.example"), ("r2", "b.example")):
        case.correct(
            lambda file, key=key, outlet=outlet: dossier.correct(  # type: ignore[misc]
                file, key, "edit", "Sari", {"outlet": outlet}
            )
        )
    assert Evidence(model).backing("russia#1").reports == 2


def test_who_is_acted_upon_and_decides_nothing_has_no_seat() -> None:
    model = load("december-2021-b")
    (seat,) = no_seat(model, Evidence(model).accounts)
    assert seat.name.in_language("id") == "Ukraina"
    named = replace(model, affected=(Affected("poland", Text("Poland")),))
    assert [s.id for s in no_seat(named, Evidence(model).accounts)] == ["poland"]
    assert no_seat(load("elmira"), ()) == ()


def test_what_is_past_is_never_ahead() -> None:
    model = load("december-2021-b")
    tables = ahead(model, ())
    assert [(due.what, due.id, due.on) for due in tables] == [
        ("table", "geneva", "2022-01"),
        ("table", "brussels", "2022-01"),
        ("table", "osce", "2022-01"),
    ]
    later = replace(
        model,
        as_of="2022-01-15",
        deadlines=(
            Deadline("vote", Text("The vote"), "2022-01-14"),
            Deadline("frost", Text("The frost"), "2022-01-15"),
            Deadline("year", Text("The year"), "2022"),
        ),
    )
    due = ahead(later, ())
    assert [(d.id, d.first) for d in due] == [
        ("geneva", dt.date(2022, 1, 1)),
        ("brussels", dt.date(2022, 1, 1)),
        ("osce", dt.date(2022, 1, 1)),
        ("year", dt.date(2022, 1, 1)),
        ("frost", dt.date(2022, 1, 15)),
    ]
    assert ahead(replace(model, as_of="2022-02"), ()) == ()


def test_a_table_that_met_is_told_by_its_end() -> None:
    model = load("december-2021-b")
    geneva = replace(model.tables[0], until="2022-03")
    later = replace(model, as_of="2022-02-02", tables=(geneva, *model.tables[1:]))
    assert [(d.id, d.on) for d in ahead(later, ())] == [("geneva", "2022-03")]


def account(words: str, language: str = "en", **dates: dt.date) -> Account:
    """An account of one demand by Iran in one sentence."""
    span: Span = (0, len(words))
    act = dossier.Act("a1", "demand", "iran", None, "iraq", "s1", span, **dates)  # type: ignore[arg-type]
    said = dossier.Statement("s1", "iran", None, None, "say", span, "indirect")
    actors = tuple(dossier.Actor(name, "state", name.title(), ()) for name in ("iran", "iraq"))
    return Account(
        Source("wire"),
        (said,),
        (act,),
        actors,
        called=lambda item: f"wire#{item}",
        words=lambda part: words[slice(*part)],
        language=lambda _: language,
    )


RIVER = """\
satumeja: 1
title: A river
as_of: 2024-05-10
decision_makers:
  iran: {options: {open: }, preferences: [open]}
  iraq: {options: {pay: }, preferences: [-pay]}
"""


@pytest.mark.parametrize(
    ("due", "on"),
    [
        (dt.date(2024, 5, 9), None),
        (dt.date(2024, 5, 10), None),
        (dt.date(2024, 6, 1), "2024-06-01"),
    ],
)
def test_what_a_report_says_is_due_later_is_ahead(due: dt.date, on: str | None) -> None:
    words = "Iraq must pay by the day we named"
    listed = ahead(loads(RIVER), [account(words, due=due)])
    if on is None:
        assert listed == ()
    else:
        (only,) = listed
        assert (only.on, only.what, only.id) == (on, "report", "wire#s1")
        assert only.text.in_language("en") == words
        undated = loads(RIVER.replace("as_of: 2024-05-10\n", ""))
        assert ahead(undated, [account(words, due=due)]) == ()


HASTY = (
    ("the talks must not be dragged out", "en"),
    ("Talks can't drag on for another year", "en"),
    ("there is no time to lose", "en"),
    ("pembicaraan tidak boleh diulur-ulur", "id"),
    ("Perundingan jangan sampai berlarut-larut", "id"),
)


@pytest.mark.parametrize(("words", "language"), HASTY)
def test_whoever_says_it_must_not_take_long_is_asked_until_when(words: str, language: str) -> None:
    model = loads(RIVER)
    assert hurried(model, [account(words, language)]) == ("iran",)
    dated = account(words, language, due=dt.date(2024, 6, 1))
    assert hurried(model, [dated]) == ()
    table = "tables: {t: {seats: [iran, iraq], until: 2024-07}}\n"
    assert hurried(loads(RIVER + table), [account(words, language)]) == ()
    assert hurried(
        loads(RIVER + table.replace(", until: 2024-07", "")), [account(words, language)]
    )


@pytest.mark.parametrize(
    "words", ["the talks were dragged out", "the body was dragged out of the river", "let us wait"]
)
def test_other_words_of_delay_ask_nothing(words: str) -> None:
    assert hurried(loads(RIVER), [account(words)]) == ()


def package(deed: Deed) -> Package:
    return Package(deed, {}, 3, (), (), (), ())


def seated(zone: int, *sides: SidePackage) -> Seated:
    return Seated("t", Text("t"), ("russia", "us"), (), "", "", zone, (), sides, ())


def chain() -> Iterator[Link]:
    yield Link("move", "russia", DEED, gain=True, why=backing("russia#3", "thin"))
    yield Link("answer", "nato", DEED, gain=True, why=backing("nato#6", "published"))
    yield Link(
        "no gain",
        "russia",
        DEED,
        gain=False,
        why=backing("russia#2"),
        order=("russia#2", "russia#3"),
    )


def test_what_is_borne_out_worst_is_asked_first_and_nothing_twice() -> None:
    sides = (
        SidePackage(Way(("us",), ("us#1",), ()), package(DEED)),
        SidePackage(Way(("nato",), (), ("nato",)), package(DEED)),
    )
    asked = ask(
        [*chain(), *chain()],
        [seated(0, *sides), seated(0, *sides), seated(1, *sides)],
        is_now_known=True,
        is_anybody_missing=False,
        hurried=("russia",),
    )
    assert asked == (
        Ask("order", ("russia",), ("russia#2", "russia#3")),
        Ask("wish", ("nato",), ("nato#6",)),
        Ask("wish", ("russia",), ("russia#3",)),
        Ask("line", ("us",), ("us#1",)),
        Ask("less", ("nato",), (), DEED),
        Ask("until", ("russia",)),
        Ask("affected", ()),
    )


def test_of_rankings_the_deed_is_asked_about() -> None:
    links = [
        Link("move", "moe", DEED, gain=True, why=backing("moe", "none")),
        Link("no gain", "moe", DEED, gain=False, why=None),
        Link("back", "moe", DEED, gain=False, why=None),
    ]
    asked = ask(links, (), is_now_known=True, is_anybody_missing=True)
    assert asked == (Ask("rank", ("moe",), (), DEED), Ask("nogain", ("moe",), (), DEED))


def test_which_situation_is_the_present_one_is_asked_before_all() -> None:
    asked = ask((), (), is_now_known=False, is_anybody_missing=True)
    assert asked == (Ask("now", ()),)


def test_the_shipped_readings_are_asked_until_when() -> None:
    model: Model = load("december-2021-b")
    assert hurried(model, Evidence(model).accounts) == ("russia",)


def test_a_front_page_counts_what_its_links_rest_on() -> None:
    page = front(load("december-2021-b"))
    assert page.evidence.grade == max(
        (link.why.grade for link in page.links if link.why), key=place
    )
    assert [seat.name for seat in page.no_seat] == ["Ukraine"]
    assert {due.id for due in page.ahead} == {"geneva", "brussels", "osce"}
    assert page.denials.reported == 4
    assert page.ask[0].kind == "order"
    assert page.ask[-1] == Ask("until", ("russia",))
    (question, *_) = front(load("chicken")).ask
    assert question == Ask("now", ())


def place(grade: Grade) -> int:
    return GRADES.index(grade)
