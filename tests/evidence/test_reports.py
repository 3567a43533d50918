"""What one report says, by the JSON document of its dossier."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from satumeja.dossier.grading import Contest
from satumeja.evidence import Archive, Passage
from satumeja.model import DecisionMaker, Model, Prioritisation, Source, Text
from satumeja.report.kit import fingerprint

TEXT = (
    'One. "We want\ntalks," he said. He denied it. They refused.\r\n'
    "Peru, it is told, wants peace: it asked.\n"
)


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def sentence(words: str) -> dict[str, int]:
    start, end = at(words)
    return {"start": start, "end": end}


DOCUMENT: dict[str, Any] = {
    "article": {
        "language": "en",
        "published": "2021-12-23T00:46:00+07:00",
        "title": "Talks",
        "site": "Kompas.com",
        "agency": ["AP", "Antara"],
    },
    "sentences": [
        sentence("One."),
        sentence('"We want\ntalks," he said.'),
        sentence("He denied it."),
        sentence("They refused.\r\nPeru, it is told, wants peace: it asked."),
    ],
    "actors": [
        {"id": "us", "name": "United States"},
        {"id": "peskov", "name": "Dmitry Peskov", "kind": "person", "office": "spokesman"},
    ],
    "statements": [
        {"id": "s1", "speaker": "peskov", "content": at("We want\ntalks"), "mode": "direct"},
        {"id": "s2", "speaker": "us", "content": at("He denied it."), "mode": "indirect"},
        {"id": "s3", "content": at("wants peace"), "mode": "told", "within": "s2"},
        {"id": "s4", "content": at("it asked"), "mode": "mixed", "within": "s3"},
        {"id": "s5", "content": at("One"), "speaker": "nobody", "within": "s9"},
    ],
    "acts": [
        {
            "id": "a1",
            "kind": "demand",
            "actor": "peskov",
            "statement": "s1",
            "span": at("talks"),
            "issue": "troops",
            "date": "2021-12-22",
        },
        {"id": "a2", "kind": "deny", "actor": "us", "statement": "s2", "span": at("denied")},
        {"id": "a3", "kind": "deny", "actor": "us", "statement": "s2", "span": at("denied it")},
        {
            "id": "a4",
            "kind": "refuse",
            "actor": "us",
            "span": at("They refused.\r\nPeru"),
            "doubtful": True,
        },
        {
            "id": "a5",
            "kind": "ask",
            "actor": "us",
            "statement": "s4",
            "span": at("asked"),
            "issue": "peace",
        },
        {"id": "a6", "kind": "ask", "actor": "us", "statement": "s9", "span": at("asked")},
    ],
    "links": [{"kind": "denies", "act": "a2", "of": "a1"}],
}


def archive(folder: Path, document: object = DOCUMENT, **fields: str) -> Archive:
    (folder / "wire.txt").write_text(TEXT, encoding="utf-8", newline="")
    (folder / "wire.json").write_text(json.dumps(document), encoding="utf-8")
    makers = tuple(DecisionMaker(name, Text(name), Prioritisation(())) for name in ("a", "b"))
    named = {"report": "wire.txt", "dossier": "wire.json", **fields}
    source = Source("wire", Text("The wire"), **named)
    return Archive(Model(Text("t"), makers, sources=(source,), origin=folder / "model.yaml"))


def find(folder: Path, reference: str, document: object = DOCUMENT) -> Passage:
    return archive(folder, document).find(reference)


def test_a_statement_has_its_words_whose_they_are_and_when(tmp_path: Path) -> None:
    quote = find(tmp_path, "wire#s1")
    assert (quote.before, quote.content, quote.after) == ('"', "We want talks", '," he said.')
    assert (quote.speaker, quote.language, quote.item) == ("Dmitry Peskov", "en", "s1")
    assert (quote.when.date, quote.when.of_report) == ("2021-12-23", True)
    assert quote.fingerprint == fingerprint("We want talks")
    assert (quote.doubtful, quote.now, quote.missing, quote.review) == (False, None, "", None)


def test_an_act_has_its_own_day_and_doubt(tmp_path: Path) -> None:
    act = find(tmp_path, "wire#a1")
    assert (act.content, act.speaker, act.acts) == ("talks", "Dmitry Peskov", ("demand",))
    assert (act.when.date, act.when.of_report) == ("2021-12-22", False)
    assert find(tmp_path, "wire#a4").doubtful


def test_words_flow_whatever_the_line_ends(tmp_path: Path) -> None:
    act = find(tmp_path, "wire#a4")
    assert act.content == "They refused. Peru"
    assert act.after == ", it is told, wants peace: it asked."


def test_a_report_is_known_by_what_was_read_of_it(tmp_path: Path) -> None:
    for reference in ("wire#s1", "wire"):
        published = find(tmp_path, reference).publication
        assert (published.title, published.day, published.outlet) == (
            "Talks",
            "2021-12-23",
            "Kompas.com",
        )
        assert published.agency == ("AP", "Antara")
        assert not published.day_doubtful


@pytest.mark.parametrize("article", [{}, {"agency": "AP"}, {"agency": None}])
def test_of_a_report_that_tells_little_little_is_known(
    tmp_path: Path, article: dict[str, Any]
) -> None:
    quote = find(tmp_path, "wire#s1", {**DOCUMENT, "article": article})
    published = quote.publication
    assert (published.title, published.day, published.outlet, published.agency) == ("", "", "", ())
    assert (quote.language, quote.when.date, quote.content) == ("", "", "We want talks")


def test_without_an_article_nothing_is_known_of_the_report(tmp_path: Path) -> None:
    document = {key: value for key, value in DOCUMENT.items() if key != "article"}
    quote = find(tmp_path, "wire#s1", document)
    assert (quote.content, quote.publication.title) == ("We want talks", "")


@pytest.mark.parametrize(
    ("item", "speech"),
    [
        ("s1", "direct"),
        ("s2", "reported"),
        ("s3", "told"),
        ("s4", "direct"),
        ("s5", "reported"),
        ("a1", "direct"),
        ("a2", "reported"),
        ("a4", "told"),
        ("a5", "direct"),
        ("a6", "reported"),
    ],
)
def test_how_an_item_is_known(tmp_path: Path, item: str, speech: str) -> None:
    """An act as the statement it was done in; told by the report where it was in none."""
    assert find(tmp_path, f"wire#{item}").speech == speech


@pytest.mark.parametrize(
    ("item", "acts", "issues"),
    [
        ("s1", ("demand",), ("troops",)),
        ("s2", ("deny",), ("peace",)),
        ("s3", (), ("peace",)),
        ("s4", ("ask",), ("peace",)),
        ("s5", (), ()),
        ("a1", ("demand",), ("troops",)),
        ("a2", ("deny",), ()),
    ],
)
def test_what_is_done_and_about_what(
    tmp_path: Path, item: str, acts: tuple[str, ...], issues: tuple[str, ...]
) -> None:
    """Of what is reported within a statement, and within that, the issues count too."""
    passage = find(tmp_path, f"wire#{item}")
    assert (passage.acts, passage.issues) == (acts, issues)


@pytest.mark.parametrize(
    ("item", "speaker"), [("s2", "United States"), ("s3", ""), ("s5", "nobody")]
)
def test_whose_words_they_are(tmp_path: Path, item: str, speaker: str) -> None:
    assert find(tmp_path, f"wire#{item}").speaker == speaker


@pytest.mark.parametrize("reference", ["wire#s9", "wire#s2", "wire"])
def test_words_are_found_again_wherever_they_stand(tmp_path: Path, reference: str) -> None:
    digits = fingerprint("We want talks")
    quote = find(tmp_path, f"{reference}@{digits}")
    assert (quote.item, quote.content) == ("s1", "We want talks")
    assert quote.now is not None and str(quote.now) == "wire#s1"


def test_words_that_are_where_they_were_are_not_looked_for_elsewhere(tmp_path: Path) -> None:
    twice = {**DOCUMENT, "statements": [{**DOCUMENT["statements"][0], "id": "s0"}]}
    twice["statements"] += DOCUMENT["statements"]
    quote = find(tmp_path, f"wire#s1@{fingerprint('We want talks')}", twice)
    assert (quote.item, quote.now) == ("s1", None)


def test_what_is_nowhere_is_said(tmp_path: Path) -> None:
    assert find(tmp_path, "wire#s1@00000000").missing == "lost"
    assert find(tmp_path, "wire#s99").missing == "no_statement"
    assert find(tmp_path, "wire:r1").missing == "one_report"


ENDLESS = [0, float("inf")]


@pytest.mark.parametrize(
    "span", [[5, 5], [-1, 4], [4, 2], [0, len(TEXT) + 1], ["x", 4], [1], ENDLESS]
)
def test_a_place_that_cannot_be_is_not_read(tmp_path: Path, span: list[Any]) -> None:
    document = {**DOCUMENT, "statements": [{"id": "s1", "content": span}]}
    assert find(tmp_path, "wire#s1", document).missing == "unreadable"


def test_a_place_may_be_the_whole_text(tmp_path: Path) -> None:
    document = {**DOCUMENT, "statements": [{"id": "s1", "content": [0, len(TEXT)]}]}
    whole = find(tmp_path, "wire#s1", document)
    assert (whole.before, whole.after) == ("", "")
    assert whole.content == TEXT.replace("\r\n", " ").replace("\n", " ")


def test_words_between_sentences_stand_alone(tmp_path: Path) -> None:
    quote = find(tmp_path, "wire#s1", {**DOCUMENT, "sentences": []})
    assert (quote.before, quote.content, quote.after) == ("", "We want talks", "")


def test_what_denies_what_contests_both(tmp_path: Path) -> None:
    found = archive(tmp_path)
    denied, denies = found.grade(["wire#s1"]), found.grade(["wire#a2"])
    assert (denied.level, denies.level) == ("contested", "contested")
    reason = next(reason for reason in denied.reasons if reason.key == "denied")
    assert (reason.by, reason.act) == ("us", "wire#a2")
    assert found.called("us", "id") == "United States"
    assert found.called("nobody", "id") == "nobody"
    assert found.grade(["wire#a4"]).level != "contested"


@pytest.mark.parametrize("links", [3, [3], [{"kind": "denies"}]])
def test_links_that_are_none_contest_nothing(tmp_path: Path, links: object) -> None:
    assert archive(tmp_path, {**DOCUMENT, "links": links}).grade(["wire#s1"]).level != "contested"


def test_nobody_is_named_before_a_report_is_read(tmp_path: Path) -> None:
    assert archive(tmp_path).called("us", "en") == "us"


def test_a_publication_without_a_text_is_cited_and_has_no_words(tmp_path: Path) -> None:
    cited = archive(tmp_path, report="", dossier="").find("wire#p12")
    assert (cited.missing, cited.content, cited.speech) == ("", "", "cited")


def test_an_account_has_who_says_and_does_what_and_what_is_denied(tmp_path: Path) -> None:
    (account,) = archive(tmp_path).accounts()
    assert [s.id for s in account.statements] == ["s1", "s2", "s3", "s4", "s5"]
    assert [a.id for a in account.acts] == ["a1", "a2", "a3", "a4", "a5", "a6"]
    (denial,) = account.denials
    assert (denial.claim, denial.denial, denial.by, denial.state) == (
        "wire#a1",
        "wire#a2",
        "us",
        "proposed",
    )
    assert account.called("a1") == "wire#a1"
    assert account.words((0, 3)) == "One"
    assert account.language("s1") == "en"
    assert account.by_id["peskov"].office == "spokesman"
    assert account.by_id["us"].name == "United States"
    assert [account.whose(item) for item in ("s1", "s3", "a2", "s99")] == [
        "peskov",
        None,
        "us",
        None,
    ]


@pytest.mark.parametrize("broken", [{"acts": [{"id": "a1", "span": "x"}]}, {"acts": 3}])
def test_an_account_of_what_is_no_document_holds_nothing(
    tmp_path: Path, broken: dict[str, Any]
) -> None:
    (account,) = archive(tmp_path, {**DOCUMENT, **broken}).accounts()
    assert (account.acts, account.statements, account.denials) == ((), (), ())


def test_days_of_a_document_may_be_stretches(tmp_path: Path) -> None:
    act = {
        **DOCUMENT["acts"][0],
        "date": "2021",
        "date_to": "2021-12-31",
        "date_precision": "year",
        "due": "2022-03",
        "due_to": "2022-03-31",
        "due_precision": "month",
    }
    (account,) = archive(tmp_path, {**DOCUMENT, "acts": [act]}).accounts()
    (made,) = account.acts
    assert [str(day) for day in (made.date, made.date_end, made.due, made.due_end)] == [
        "2021-01-01",
        "2021-12-31",
        "2022-03-01",
        "2022-03-31",
    ]
    assert (made.precision, made.due_precision) == ("year", "month")
    assert (made.kind, made.actor, made.issue, made.span) == (
        "demand",
        "peskov",
        "troops",
        tuple(at("talks")),
    )


def test_contests_are_named_as_a_model_cites_them(tmp_path: Path) -> None:
    found = archive(tmp_path)
    passage = found.find("wire#s1")
    assert found._contests(passage) == (Contest("denied", "us", "wire#a2"),)
    assert found._contests(found.find("wire#s99")) == ()


@pytest.mark.parametrize("missing", ["acts", "links", "actors", "sentences"])
def test_a_document_may_leave_out_what_it_has_nothing_of(tmp_path: Path, missing: str) -> None:
    document = {key: value for key, value in DOCUMENT.items() if key != missing}
    found = archive(tmp_path, document)
    assert found.find("wire#s1").content == "We want talks"
    assert found.grade(["wire#s1"]).level != "none"


def test_acts_may_stand_without_statements(tmp_path: Path) -> None:
    document = {key: value for key, value in DOCUMENT.items() if key != "statements"}
    act = find(tmp_path, "wire#a1", document)
    assert (act.content, act.issues, act.speech) == ("talks", ("troops",), "reported")
