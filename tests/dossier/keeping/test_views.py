"""What many reports say together: when, who stands where, and what is disputed."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.keeping.test_file import REPORTS
from dossier.keeping.wholes import Deed, Story, whole_of
from satumeja import dossier
from satumeja.brief import dossier_page
from satumeja.dossier import (
    DossierFile,
    Moment,
    Position,
    Whole,
    disputes,
    narrowed,
    period,
    positions,
    whole,
)
from satumeja.dossier import timeline as timeline_of
from satumeja.dossier import undated as undated_of
from satumeja.dossier.keeping._alike import alike, likeness, plain, runs
from satumeja.dossier.keeping._positions import STANCES
from satumeja.errors import ReportError

MAY, JUNE = dt.date(2023, 5, 8), dt.date(2023, 6, 1)

WORDS = (
    "withdraw its troops from the valley",
    "Ecuador must withdraw its troops from the valley",
    "menarik pasukan dari lembah",
    "Ekuador menarik pasukan dari lembah itu",
    "raise the wages of dock workers",
    "Raise the wages of all dock workers!",
    "the demand",
    "tuduhan itu",
    "…",
)


def story(name: str, *deeds: Deed, day: dt.date | None = MAY, **more: Any) -> Story:
    return Story(name, deeds, day, **more)


# -- when ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        (Deed("demand", "peru", "x"), ("2023-05-08", True)),
        (Deed("demand", "peru", "x", date=JUNE), ("2023-06-01", False)),
        (
            Deed(
                "demand", "peru", "x", date=JUNE, date_end=dt.date(2023, 6, 30), precision="month"
            ),
            ("2023-06", False),
        ),
        (
            Deed("demand", "peru", "x", date=JUNE, date_end=dt.date(2023, 6, 7), precision="week"),
            ("2023-06-01/2023-06-07", False),
        ),
        (
            Deed(
                *("demand", "peru", "x"),
                date=dt.date(2023, 1, 1),
                date_end=dt.date(2023, 12, 31),
                precision="year",
            ),
            ("2023", False),
        ),
    ],
)
def test_a_moment_is_told_no_more_precisely_than_it_is_known(
    deed: Deed, expected: tuple[str, bool]
) -> None:
    (moment,) = timeline_of(whole_of([story("a", deed)]))
    assert (moment.when, moment.reported) == expected
    assert not moment.doubtful


@pytest.mark.parametrize(
    ("by", "deed", "doubtful"),
    [
        ("line", Deed("demand", "peru", "x"), False),
        ("caption", Deed("demand", "peru", "x"), True),
        ("file", Deed("demand", "peru", "x"), True),
        ("caption", Deed("demand", "peru", "x", date=JUNE), False),
        ("line", Deed("demand", "peru", "x", date=JUNE, doubtful=True), True),
    ],
)
def test_a_day_is_doubtful_by_what_it_rests_on(by: str, deed: Deed, doubtful: bool) -> None:
    (moment,) = timeline_of(whole_of([story("a", deed, published_by=by)]))
    assert moment.doubtful is doubtful


def test_a_deadline_is_no_day_of_the_act() -> None:
    deed = Deed("demand", "peru", "x", due=JUNE)
    (moment,) = timeline_of(whole_of([story("a", deed)]))
    assert (moment.when, moment.deadline) == ("2023-05-08", "2023-06-01")
    (moment,) = undated_of(whole_of([story("a", deed, day=None)]))
    assert (moment.when, moment.deadline) == ("", "2023-06-01")


def test_a_period_is_written_as_corrections_take_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORTS["a.txt"], encoding="utf-8")
    with DossierFile(":memory:", create=True) as file:
        dossier.gather(file, [path])
        act = whole(file).dossier.acts[0].id
        for when in ("2023", "2023-05", "2023-05-08", "2023-05-01/2023-05-08"):
            dossier.correct(file, act, "edit", "ana", {"date": when, "due": when})
            moment = next(one for one in timeline_of(whole(file)) if one.key == act)
            assert (moment.when, moment.deadline, moment.reported) == (when, when, False)


def test_a_last_day_is_not_needed() -> None:
    assert period(MAY, None, None) == "2023-05-08"


# -- who stands where ----------------------------------------------------------------------


def grouped(whole: Whole) -> set[frozenset[str]]:
    """Give the acts without an issue by what they are about."""
    by_topic: dict[str, set[str]] = {}
    for position in positions(whole):
        if position.topic:
            keys = by_topic.setdefault(position.topic.key, set())
            keys.update(stance.key for stance in position.stances)
    return {frozenset(keys) for keys in by_topic.values()}


@pytest.mark.parametrize("kind", sorted(STANCES))
@pytest.mark.parametrize("issue", [None, "talk", "wages"])
def test_every_stance_is_shown_with_an_issue_or_without(kind: str, issue: str | None) -> None:
    (position,) = positions(whole_of([story("a", Deed(kind, "peru", "pay more", issue=issue))]))
    assert (position.actor, position.issue) == ("peru", issue)
    assert (position.topic.words if position.topic else issue) == (issue or "pay more")


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        # one actor, the same words, or nearly so, in either language and in other reports
        (Deed("demand", "peru", WORDS[0]), Deed("threaten", "peru", WORDS[0]), True),
        (Deed("demand", "peru", WORDS[0]), Deed("reject", "peru", WORDS[1]), True),
        (Deed("demand", "peru", WORDS[2]), Deed("offer", "peru", WORDS[3]), True),
        (Deed("demand", "peru", WORDS[4]), Deed("demand", "peru", WORDS[5]), True),
        (Deed("demand", "peru", WORDS[0]), Deed("demand", "peru", WORDS[4]), False),
        # two actors: where the one answers what the other put to it
        (
            Deed("demand", "peru", WORDS[2], "ecuador"),
            Deed("reject", "ecuador", WORDS[3]),
            True,
        ),
        (
            Deed("offer", "ecuador", WORDS[0]),
            Deed("demand", "peru", WORDS[1], "ecuador"),
            True,
        ),
        (Deed("demand", "peru", WORDS[0]), Deed("agree", "ecuador", WORDS[0], "peru"), True),
        (Deed("demand", "peru", WORDS[0]), Deed("agree", "ecuador", WORDS[0]), False),
        (Deed("demand", "peru", WORDS[0], "us"), Deed("agree", "ecuador", WORDS[0]), False),
        (Deed("demand", "peru", WORDS[0], "us"), Deed("demand", "us", WORDS[0]), False),
        # words that only point back mean something else in another report
        (Deed("reject", "peru", "the demand"), Deed("reject", "peru", "the demand"), False),
        (Deed("deny", "peru", "tuduhan itu"), Deed("deny", "peru", "Tuduhan itu"), None),
    ],
)
def test_what_has_no_issue_is_grouped_by_its_words(
    first: Deed, second: Deed, together: bool | None
) -> None:
    language = "id" if together is None else "en"
    apart = whole_of([story("a", first, language=language), story("b", second, language=language)])
    assert grouped(apart) == (
        {frozenset({"r1#a1", "r2#a1"})}
        if together
        else {frozenset({"r1#a1"}), frozenset({"r2#a1"})}
    )


def test_words_that_point_back_are_one_thing_within_a_report() -> None:
    both = (Deed("reject", "peru", "the demand"), Deed("refuse", "peru", "The demand"))
    assert grouped(whole_of([story("a", *both)])) == {frozenset({"r1#a1", "r1#a2"})}


def test_what_an_analyst_says_of_links_joins_and_parts() -> None:
    ask = Deed("demand", "peru", WORDS[0], "ecuador")
    reports = [story("a", ask), story("b", Deed("reject", "ecuador", WORDS[0]))]
    assert grouped(whole_of(reports, [("r2#a1:rejects:r1#a1", "reject")])) == {
        frozenset({"r1#a1"}),
        frozenset({"r2#a1"}),
    }
    other = [story("a", ask), story("b", Deed("reject", "us", "a call to pull back"))]
    assert grouped(whole_of(other, [("r2#a1:rejects:r1#a1", "add")])) == {
        frozenset({"r1#a1", "r2#a1"})
    }
    turned = [("r2#a1:rejects:r1#a1", "add"), ("r2#a1:rejects:r1#a1", "reject")]
    assert len(grouped(whole_of(other, turned))) == 2


def test_a_topic_is_called_by_its_shortest_words_in_every_position_on_it() -> None:
    reports = [
        story("a", Deed("demand", "peru", WORDS[1], "ecuador")),
        story("b", Deed("reject", "ecuador", WORDS[0])),
    ]
    topics = {position.actor: position.topic for position in positions(whole_of(reports))}
    assert topics["peru"] == topics["ecuador"]
    assert topics["peru"] is not None
    assert (topics["peru"].words, topics["peru"].key) == (WORDS[0], "r2#a1")


@pytest.mark.parametrize(
    ("days", "changed"),
    [
        (({"date": MAY}, {"date": JUNE}), True),
        (({"date": JUNE}, {"date": MAY}), True),
        (({"date": MAY}, {"date": MAY}), False),
        (({"date": MAY}, {"date": JUNE, "doubtful": True}), False),
        (({"date": MAY}, {}), False),
        (
            (
                {"date": dt.date(2023, 5, 1), "date_end": dt.date(2023, 5, 31)},
                {"date": dt.date(2023, 5, 20)},
            ),
            False,
        ),
    ],
)
def test_a_position_has_changed_where_that_is_certain(
    days: tuple[dict[str, Any], dict[str, Any]], changed: bool
) -> None:
    first, second = days
    deeds = (
        Deed("reject", "peru", WORDS[0], **first),
        Deed("promise", "peru", WORDS[0], **second),
    )
    (position,) = positions(whole_of([story("a", *deeds, day=None)]))
    assert position.changed is changed


@pytest.mark.parametrize(
    ("origins", "independent"),
    [
        ([("Kompas", ("AP",)), ("BBC", ("AP",))], 1),
        ([("Kompas", ("AP",)), ("BBC", ("Reuters",))], 2),
        ([("Kompas", ()), ("kompas", ())], 1),
        ([("Kompas", ()), ("BBC", ())], 2),
        ([(None, ()), (None, ())], 1),
        ([(None, ("AP",)), ("Kompas", ("AP", "Reuters")), (None, ("Reuters",))], 2),
    ],
)
def test_two_outlets_of_one_agency_are_one_source(
    origins: Sequence[tuple[str | None, tuple[str, ...]]], independent: int
) -> None:
    reports = [
        story(f"{place}", Deed("demand", "peru", WORDS[0]), outlet=outlet, agency=agency)
        for place, (outlet, agency) in enumerate(origins)
    ]
    (position,) = positions(whole_of(reports))
    assert (position.sources, position.independent) == (len(origins), independent)


def test_a_position_has_its_first_and_last_day_and_says_if_they_are_doubtful() -> None:
    sure = Deed("demand", "peru", WORDS[0], date=MAY)
    (position,) = positions(whole_of([story("a", sure)]))
    assert (position.first, position.last, position.doubtful) == (MAY, MAY, False)
    guess = Deed("demand", "peru", WORDS[0], date=JUNE, date_end=JUNE, doubtful=True)
    (position,) = positions(whole_of([story("a", sure, guess)]))
    assert (position.first, position.last, position.doubtful) == (MAY, JUNE, True)
    (position,) = positions(whole_of([story("a", Deed("demand", "peru", "x"), day=None)]))
    assert (position.first, position.last, position.doubtful) == (None, None, False)


@pytest.mark.parametrize(
    ("stories", "level"),
    [
        ([story("a", Deed("deny", "peru", "x"), day=None)], "weak"),
        ([story("a", Deed("deny", "peru", "x"), published_by="caption", outlet="BBC")], "weak"),
        ([story(name, Deed("deny", "peru", "x"), outlet=name) for name in ("a", "b")], "fair"),
        (
            [
                story(
                    "a",
                    Deed("accuse", "us", "y", "peru"),
                    Deed("deny", "peru", "x", "us"),
                    Deed("deny", "peru", "x"),
                )
            ],
            "contested",
        ),
    ],
)
def test_a_position_has_the_grade_of_its_evidence(stories: list[Story], level: str) -> None:
    read = whole_of(stories)
    (position,) = positions(read)
    assert dossier.Grades(read).of(stance.key for stance in position.stances).level == level


# -- what holds of every dossier -----------------------------------------------------------

DEEDS = st.builds(
    Deed,
    kind=st.sampled_from([*sorted(STANCES), "say", "accuse", "claim", "use_force"]),
    actor=st.sampled_from(["peru", "ecuador", "us"]),
    words=st.sampled_from(WORDS),
    target=st.sampled_from([None, "peru", "ecuador", "us"]),
    issue=st.sampled_from([None, None, "talk", "no_such_issue"]),
    date=st.sampled_from([None, MAY, JUNE]),
    doubtful=st.booleans(),
)
STORIES = st.lists(
    st.builds(
        Story,
        name=st.integers(0, 99).map(str),
        deeds=st.lists(DEEDS, max_size=4).map(tuple),
        day=st.sampled_from([None, MAY, JUNE]),
        published_by=st.sampled_from(["line", "caption"]),
        language=st.sampled_from(["en", "id"]),
        outlet=st.sampled_from([None, "Kompas", "BBC"]),
        agency=st.sampled_from([(), ("AP",), ("AP", "Reuters")]),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda story: story.name,
)


@given(STORIES)
@settings(max_examples=150, deadline=None)
def test_every_act_of_the_listed_kinds_is_in_exactly_one_position(stories: list[Story]) -> None:
    dossier_of_all = whole_of(stories)
    shown = [stance.key for one in positions(dossier_of_all) for stance in one.stances]
    listed = [act.id for act in dossier_of_all.dossier.acts if act.kind in STANCES]
    assert sorted(shown) == sorted(listed)


@given(STORIES)
@settings(max_examples=150, deadline=None)
def test_nothing_undated_is_in_the_line_of_time(stories: list[Story]) -> None:
    dossier_of_all = whole_of(stories)
    dated, apart = timeline_of(dossier_of_all), undated_of(dossier_of_all)
    days = [moment.day for moment in dated]
    assert None not in days
    assert days == sorted(day for day in days if day)
    assert all(moment.day is None and not moment.when for moment in apart)
    keys = [moment.key for moment in (*dated, *apart)]
    assert sorted(keys) == sorted(act.id for act in dossier_of_all.dossier.acts)


def in_common(stories: Sequence[Story]) -> list[tuple[Any, ...]]:
    """Give positions and moments by the names of reports, not by the order they were read in."""
    read = whole_of(stories)
    names = {report.key: report.name for report in read.reports}

    def place(key: str) -> tuple[str, str]:
        report, _, local = key.partition("#")
        return names[report], local

    def moment(one: Moment) -> tuple[Any, ...]:
        return (*place(one.key), one.when, one.doubtful)

    def position(one: Position) -> tuple[Any, ...]:
        topic = (*place(one.topic.key), one.topic.words) if one.topic else None
        facts = (one.changed, one.sources, one.independent, one.first, one.last, one.doubtful)
        return (one.actor, one.issue, topic, facts, *map(moment, one.stances))

    return [
        *map(position, positions(read)),
        *map(moment, timeline_of(read)),
        *map(moment, undated_of(read)),
    ]


@given(STORIES)
@settings(max_examples=60, deadline=None)
def test_the_order_in_which_reports_were_read_changes_nothing(stories: list[Story]) -> None:
    first = in_common(stories)
    for order in itertools.islice(itertools.permutations(stories), 1, None):
        assert in_common(order) == first


@given(st.lists(st.text("abc ", max_size=12), max_size=12), st.sampled_from([0.5, 0.6, 1.0]))
@settings(max_examples=200, deadline=None)
def test_looking_words_up_finds_all_that_are_alike(words: list[str], share: float) -> None:
    texts = {(text,): runs(plain(text)) for text in words}
    pairs = [frozenset(pair) for pair in alike(share, texts)]
    every = {
        frozenset({one, other})
        for one, other in itertools.combinations(texts, 2)
        if likeness(texts[one], texts[other]) >= share
    }
    assert len(pairs) == len(set(pairs))
    assert set(pairs) == every
    half = dict(itertools.islice(texts.items(), len(texts) // 2))
    rest = {text: own for text, own in texts.items() if text not in half}
    between = {(one, two) for one, two in itertools.product(half, rest) if {one, two} in every}
    assert set(alike(share, half, rest)) == between


# -- what is disputed ----------------------------------------------------------------------

ACCUSED = (
    Deed("accuse", "peru", "it attacked two villages", "ecuador"),
    Deed("deny", "ecuador", "it attacked any village", "peru"),
    Deed("reject", "us", "the whole story"),
)


@pytest.mark.parametrize(
    ("links", "answers"),
    [
        ([], {"r1#a1": ["r1#a2"]}),
        ([("r1#a2:denies:r1#a1", "accept")], {"r1#a1": ["r1#a2"]}),
        ([("r1#a2:denies:r1#a1", "reject")], {}),
        ([("r1#a2:rejects:r1#a1", "reject")], {"r1#a1": ["r1#a2"]}),
        ([("r1#a3:denies:r1#a1", "add")], {"r1#a1": ["r1#a2", "r1#a3"]}),
        ([("r1#a2:denies:r1#a3", "add")], {"r1#a1": ["r1#a2"], "r1#a3": ["r1#a2"]}),
        ([("r1#a3:denies:r1#a1", "add"), ("r1#a3:denies:r1#a1", "reject")], {"r1#a1": ["r1#a2"]}),
        ([("r1#a9:denies:r1#a1", "add")], {"r1#a1": ["r1#a2"]}),
    ],
)
def test_what_an_analyst_says_of_a_denial_comes_first(
    links: list[tuple[str, str]], answers: dict[str, list[str]]
) -> None:
    listed = disputes(whole_of([story("a", *ACCUSED)], links))
    assert {one.claim.key: [den.key for den in one.denials] for one in listed} == answers


@pytest.mark.parametrize(
    ("dates", "answered"),
    [
        ((MAY, None, MAY), True),
        ((dt.date(2023, 1, 1), dt.date(2023, 1, 1), MAY), False),
        ((dt.date(2023, 1, 1), dt.date(2023, 4, 30), MAY), True),
    ],
)
def test_a_denial_answers_within_days_of_the_claim(
    dates: tuple[dt.date, dt.date | None, dt.date], answered: bool
) -> None:
    begin, end, day = dates
    claim = Deed("accuse", "peru", "x", "ecuador", date=begin, date_end=end)
    denial = Deed("deny", "ecuador", "y", "peru", date=day)
    assert bool(disputes(whole_of([story("a", claim, denial)]))) is answered


# -- in a file -----------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DossierFile]:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with DossierFile(tmp_path / "d.db", create=True) as file:
        dossier.gather(file, sorted(folder.iterdir()))
        yield file


def test_an_issue_nobody_knows_crashes_nothing(file: DossierFile) -> None:
    file.do("UPDATE act SET issue = 'mediation'")
    read = whole(file)
    assert {position.issue for position in positions(read)} == {"mediation"}
    assert read.issue_name("mediation", "id") == "mediation"
    for language in ("en", "id"):
        assert "(mediation)" in dossier_page(read, language)


def test_an_issue_of_ones_own_is_called_as_stated(file: DossierFile) -> None:
    act = next(act for act in whole(file).dossier.acts if act.kind == "demand").id
    dossier.correct(file, "issue:dock_rent", "add", "ana", {"name.en": "Rent", "name.id": "Sewa"})
    dossier.correct(file, act, "edit", "ana", {"issue": "dock_rent"})
    read = whole(file)
    assert "dock_rent" in {position.issue for position in positions(read)}
    assert "(Sewa)" in dossier_page(read, "id")


def test_reports_without_a_certain_day_are_left_aside(file: DossierFile) -> None:
    file.do("UPDATE source SET published_by = 'caption' WHERE id = 1")
    read = whole(file, dt.date(2023, 5, 9))
    assert [report.key for report in read.undated] == ["r1"]
    keys = {moment.key for moment in (*timeline_of(read), *undated_of(read))}
    assert {key.partition("#")[0] for key in keys} == {"r2"}
    with pytest.raises(ReportError, match=r"1 have no certain day; r1 .* r1 edit --set"):
        whole(file, dt.date(2023, 5, 8))
    dossier.correct(file, "r1", "edit", "ana", {"published": "2023-05-08"})
    assert not whole(file, dt.date(2023, 5, 9)).undated
    assert len(whole(file, dt.date(2023, 5, 8)).reports) == 1


def test_the_page_names_actors_in_its_language_and_says_who_reviewed(file: DossierFile) -> None:
    act = next(act for act in whole(file).dossier.acts if act.kind == "demand")
    dossier.correct(file, act.id, "accept", "Ana <b>")
    gone = next(one for one in whole(file).dossier.acts if one.kind == "accuse")
    dossier.correct(file, gone.id, "reject", "Ana")
    file.do("UPDATE source SET published_by = 'caption' WHERE id = 1")
    file.do("UPDATE act SET day = '2023-05-01', day_end = '2023-05-31', precision = 'month'")
    file.do("UPDATE act SET due = '2023-06-01', due_end = '2023-06-01', day_doubtful = 1")
    english, bahasa = (dossier_page(whole(file), language) for language in ("en", "id"))
    assert "Ecuador" in english
    assert "Ekuador:" not in english
    assert "Ekuador:" in bahasa
    assert re.search(r"accepted by Ana &lt;b&gt;, \d{4}-\d\d-\d\d<", english)
    assert re.search(r"diterima oleh Ana &lt;b&gt;, \d{4}-\d\d-\d\d<", bahasa)
    assert "accuse" not in english
    assert " · 2023-05-08 (not certain)</li>" in english
    assert " · 2023-05-08 (tidak pasti)</li>" in bahasa
    assert "2023-05 (not certain)" in english
    assert "due 2023-06-01" in english
    assert "tenggat 2023-06-01" in bahasa


def test_a_claim_is_disputed_by_the_denial_of_it_and_a_charge_by_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Rusia Menuduh\n\nKamis, 23 Desember 2021 - 10:15 WIB\n\n"
        "MOSKOW - Moskow telah menolak kekhawatiran Norwegia tentang rencananya untuk menyerang "
        "Ukraina dan, pada gilirannya, menuduh Ukraina berniat merebut wilayah itu. Ukraina "
        "membantah memiliki rencana semacam itu.\n",
        encoding="utf-8",
    )
    with DossierFile(":memory:", create=True) as file:
        dossier.gather(file, [path])
        (dispute,) = dossier.disputes(whole(file))
    assert (dispute.claim.kind, dispute.claim.actor, dispute.claim.target) == (
        *("accuse", "russia", "ukraine"),
    )
    assert [denial.actor for denial in dispute.denials] == ["ukraine"]


def test_a_position_by_some_of_its_acts_counts_their_reports_and_sides_alone() -> None:
    asked = whole_of(
        [
            Story("a", (Deed("offer", "peru", "offered talks", issue="talk"),), MAY),
            Story("b", (Deed("reject", "peru", "rejected talks", issue="talk"),), JUNE),
        ]
    )
    (position,) = positions(asked)
    assert (position.changed, position.sources) == (True, 2)
    part = narrowed(position, position.stances[:1], asked)
    assert (part.changed, part.sources, part.independent) == (False, 1, 1)
    assert (part.actor, part.issue) == (position.actor, position.issue)
