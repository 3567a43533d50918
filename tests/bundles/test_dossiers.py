"""The articles of a file become the reports of a dossier, each once, with all that is stated."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from bundles.invented import Invented, invented
from bundles.written import factiva_html, nexis_text, table
from commands import Run
from satumeja.bundles import chosen
from satumeja.dossier import DossierFile, gather, given, read_again, reports, whole
from satumeja.dossier.grading import independent
from satumeja.report.kit import Place, is_record

WORDS = [
    f"{first}{middle}{last}"
    for first in ("bar", "ten", "mol", "ris", "kel", "van", "dus", "por")
    for middle in ("a", "e", "i", "o", "u", "ta", "ne")
    for last in ("ling", "mer", "sto", "rak", "del", "fin", "bus", "gar", "hem", "lot")
]
"""Words that no language has, so that only copies share runs of them."""


def articles_of(random: Random, count: int) -> list[Invented]:
    return [invented(random) for _ in range(count)]


def test_an_export_gives_a_report_an_article(tmp_path: Path) -> None:
    random = Random(1)
    articles = articles_of(random, 5)
    export = tmp_path / "nexis.txt"
    export.write_bytes(nexis_text(articles, random))
    with DossierFile(tmp_path / "talks.db", create=True) as file:
        gathered = gather(file, [export])
        kept = reports(file)
        assert (gathered.read, gathered.refused) == (5, ())
        for number, (report, article) in enumerate(zip(kept, articles, strict=True), 1):
            assert (report.key, report.name) == (f"r{number}", f"nexis.txt#{number}")
            assert (report.title, report.day, report.outlet, report.author) == (
                *(article.title, article.day, article.outlet, article.author),
            )
            assert report.published_by == "archive"
            assert report.stated.get("section") == article.section
            assert report.stated["length"] == f"{article.words} words"
            assert report.places == (Place("nexis.txt", number, "nexis-text"),)
            assert is_record(given(file, report.key))


def test_the_same_article_in_another_file_is_one_report_in_two_places(tmp_path: Path) -> None:
    random = Random(2)
    articles = articles_of(random, 3)
    for name, some in (("a.txt", articles), ("b.txt", articles[1:])):
        (tmp_path / name).write_bytes(nexis_text(some, Random(7)))
    with DossierFile(tmp_path / "talks.db", create=True) as file:
        first = gather(file, [tmp_path / "a.txt"])
        before = [row["id"] for row in file.rows("SELECT id FROM statement ORDER BY rowid")]
        second = gather(file, [tmp_path / "b.txt"])
        assert (first.read, second.read, second.known) == (3, 0, 2)
        assert [place.bundle for place in reports(file)[2].places] == ["a.txt", "b.txt"]
        read_again(file, "r2")
        after = [row["id"] for row in file.rows("SELECT id FROM statement ORDER BY rowid")]
        assert sorted(after) == sorted(before)
        assert reports(file)[1].published_by == "archive"


def test_a_run_that_was_broken_off_goes_on(tmp_path: Path) -> None:
    random = Random(3)
    export = tmp_path / "factiva.html"
    export.write_bytes(factiva_html(articles_of(random, 12), random))
    steps = []

    def stop(count: int, total: int) -> None:
        steps.append((count, total))
        if count == 5:
            raise KeyboardInterrupt

    with DossierFile(tmp_path / "talks.db", create=True) as file:
        with pytest.raises(KeyboardInterrupt):
            gather(file, [export], step=stop)
        assert steps[-1] == (5, 12)
        gathered = gather(file, [export])
        assert (gathered.read, gathered.known) == (7, 5)


def test_several_workers_read_what_one_does(tmp_path: Path) -> None:
    random = Random(4)
    export = tmp_path / "factiva.html"
    export.write_bytes(factiva_html(articles_of(random, 30), random))
    results = []
    for executor in (None, ThreadPoolExecutor(3)):
        with DossierFile(":memory:", create=True) as file:
            gather(file, [export], executor=executor)
            results.append([(kept.name, kept.title, kept.day) for kept in reports(file)])
        if executor is not None:
            executor.shutdown()
    assert results[0] == results[1]


def test_only_some_are_taken(tmp_path: Path) -> None:
    random = Random(5)
    export = tmp_path / "table.csv"
    export.write_bytes(table(articles_of(random, 9), random))
    with DossierFile(":memory:", create=True) as file:
        gather(file, [export], only=chosen("2,7-8"))
        assert [kept.name.rpartition("#")[2] for kept in reports(file)] == ["2", "7", "8"]


def nonsense(random: Random) -> Invented:
    """Invent an article of words that only its copies have in common with it."""

    def sentence() -> str:
        words = [random.choice(WORDS) for _ in range(random.randint(8, 16))]
        return f"The envoy said on Monday that {' '.join(words)}."

    paragraphs = tuple(f"{sentence()} {sentence()}" for _ in range(random.randint(3, 7)))
    return replace(invented(random), paragraphs=paragraphs)


def copied(random: Random, article: Invented) -> Invented:
    """Give it as another paper prints it: a paragraph cut, words changed, another headline."""
    paragraphs = list(article.paragraphs)
    if random.random() < 0.6:
        del paragraphs[random.randrange(len(paragraphs))]
    for _ in range(random.randint(0, 4)):
        at = random.randrange(len(paragraphs))
        words = paragraphs[at].split()
        words[random.randrange(len(words))] = random.choice(WORDS)
        paragraphs[at] = " ".join(words)
    return replace(
        article,
        title=f"Again: {article.title}",
        paragraphs=tuple(paragraphs),
        outlet=f"Paper {random.random()}",
    )


def test_copies_of_one_wire_are_one_source(tmp_path: Path) -> None:
    random = Random(6)
    wires = [nonsense(random) for _ in range(40)]
    printed = [(number, wire) for number, wire in enumerate(wires)]
    printed += [
        (number, copied(random, wire))
        for number, wire in enumerate(wires[:20])
        for _ in range(random.randint(1, 3))
    ]
    random.shuffle(printed)
    export = tmp_path / "table.csv"
    export.write_bytes(table([article for _, article in printed], random))
    with DossierFile(":memory:", create=True) as file:
        gather(file, [export])
        gathered = whole(file)
    wire_of = {f"r{at}": number for at, (number, _) in enumerate(printed, 1)}
    assert len(gathered.reports) == len(printed)
    pairs = [
        (wire_of[first], wire_of[second])
        for copies in gathered.copies
        for at, first in enumerate(copies.reports)
        for second in copies.reports[at + 1 :]
    ]
    wanted = sum(
        wire_of[first] == wire_of[second]
        for first in wire_of
        for second in wire_of
        if first < second
    )
    right = sum(first == second for first, second in pairs)
    assert right / len(pairs) >= 0.95
    assert right / wanted >= 0.95
    for copies in gathered.copies:
        assert independent(gathered.origins[key] for key in copies.reports) == 1


def test_what_the_commands_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(tmp_path)
    random = Random(8)
    articles = articles_of(random, 3)
    Path("nexis.txt").write_bytes(nexis_text(articles, random))
    listed = run("read", "nexis.txt", "--language", "id")
    assert listed.out.startswith("nexis.txt: Nexis, teks; artikel: 3\n")
    assert all(article.title in listed.out for article in articles)
    single = json.loads(run("read", "nexis.txt", "--only", "2", "--json").out)
    named = json.loads(run("read", "nexis.txt#2", "--json").out)
    assert single == named
    assert single["source"]["bundle"] == {"name": "nexis.txt", "number": 2, "kind": "nexis-text"}
    assert single["article"]["site"] == articles[1].outlet
    made = run("dossier", "nexis.txt", "--only", "1,3", "--out", "talks.db", "--json")
    assert [report["title"] for report in json.loads(made.out)["reports"]] == [
        *(articles[0].title, articles[2].title),
    ]
    beyond = run("read", "nexis.txt", "--only", "7")
    assert beyond.code == 1
    assert beyond.err == "nexis.txt: has no article 7; it holds 3\n"
    drafted = run("draft", "nexis.txt")
    assert drafted.code == 1
    assert "nexis.txt#1" in drafted.err


def test_nothing_is_made_where_it_is_wrongly_said_what_to_take(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    head = "event_id_cnty,event_date,time_precision,event_type,actor1,actor2\n"
    Path("events.csv").write_text(f"{head}XYZ1,2024-03-09,1,Protests,Miners,\n", encoding="utf-8")
    Path("table.csv").write_text("Title,Text\nTalks,They met.\n", encoding="utf-8")
    for words, line in (
        (("table.csv", "--only", "x"), '--only: "x" names no articles'),
        (("table.csv", "--columns", "text"), '--columns: "text" names no column'),
        (("events.csv", "--only", "1"), "event data are taken whole"),
    ):
        done = run("dossier", *words, "--out", "talks.db")
        assert done.code != 0
        assert line in done.err
        assert not Path("talks.db").exists()


def test_why_a_file_of_articles_holds_none_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("feed.xml").write_text("<rss><channel><item><title>Talks", encoding="utf-8")
    done = run("dossier", "feed.xml", "--out", "talks.db", "--language", "id")
    assert done.code == 1
    assert "feed.xml: berkas ini terpotong" in done.err
    assert "feed.xml: holds no report; no dossier was made" in done.err
    assert not Path("talks.db").exists()
