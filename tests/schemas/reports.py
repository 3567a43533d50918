"""Reports that make the program print every shape of what it finds in reports."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from bundles.invented_events import HEADERS, coded, table_of
from dossier.keeping.test_file import REPORTS
from dossier.reports import story
from dossier.test_model_reader import FOUND, KNOWN, reading, said
from report.test_source import pdf
from satumeja import dossier, exchange, report
from satumeja.files import SHIPPED, beside
from satumeja.report import Source
from satumeja.report.kit import Article, source_of
from schemas.desk import Desk, Documents, plain, run

GOLD = sorted((Path(__file__).parents[1] / "data" / "gold").glob("*.txt"))

PAGE = """\
ANALYSIS:

Talks on the valley

From the two capitals

Monday, May 15, 2023 3:00 PM EST

QUITO -

KABAR.CO.ID, QUITO - Ecuador and Peru fought two decades ago, a spokesman of the two said.

What is next

The Kremlin has denied that it sold any weapons to either of the two sides before the war.
"""

AGAIN = (
    "Iran menuntut agar Irak menarik pasukan. Iran kembali mendesak Irak menarik pasukan. "
    "Kremlin membantah rencana itu, demikian dikutip dari AFP, Rabu (22/12/2021)."
)
DATELINED = (
    "Talks fail\n\nLIMA, April 7, 2021 (AP) - Peru has demanded since Monday that Chile withdraw. "
    "Peru said last week that it would strike from Friday. Chile would talk from 12 to 14 April.\n"
)
MADE = dt.date(2021, 4, 9)
TURNED = "Iran agreed to withdraw its troops. Iran refused to withdraw its troops."

REFUSED = (
    "Iran demanded that Iraq repair the canal. Iraq said it would repair the canal if Iran paid. "
    "Iraq offered a door that is open to all. Iraq threatened to attack Iran."
)
ACCUSED = "Iran threatened to attack Iraq. Iraq accused Iran of planning to attack it."

FURTHER: dict[str, Callable[[Desk], Documents]] = {}


def further(output: str) -> Callable[[Callable[[Desk], Documents]], None]:
    def enter(make: Callable[[Desk], Documents]) -> None:
        FURTHER[output] = make

    return enter


@further("dossier")
def _(desk: Desk) -> Documents:
    for path in GOLD[::3]:
        yield run("read", str(path), "--json")
    for path in _files(desk):
        yield run("read", str(path), "--json")
    table, text = _exports(desk)
    yield run("read", text, "--json")
    for number in (1, 2):
        yield run("read", f"{table}#{number}", "--json")
    article = Article("feed", "Talks open", TURNED)
    yield plain(dossier.read(report.parse(source_of(article.record(), "x"))).to_json())
    yield json.loads(beside(f"{SHIPPED}reports/talks-2021-12-23.id.json", None).read_text("utf-8"))
    _, read_twice = reading(said(KNOWN, FOUND))
    for found in (
        story(AGAIN),
        story(TURNED, "en"),
        dossier.read(report.parse(PAGE)),
        read_twice.dossier,
        dossier.read(report.parse(DATELINED)),
        dossier.read(report.parse(DATELINED, published=dt.date(2021, 4, 8))),
        dossier.read(
            report.parse(
                f"Talks fail\n\nThe valley in Peru on May 2, 2020. (AP Photo/Ana Roa)\n\n{TURNED}"
            )
        ),
        dossier.read(report.parse(Source("w.pdf", "pdf", TURNED, "0" * 64, made=MADE))),
    ):
        yield plain(found.to_json())


def _files(desk: Desk) -> list[Path]:
    """Write reports that are no texts in UTF-8."""
    page, old, printed = (desk.folder / name for name in ("page.html", "old.txt", "wire.pdf"))
    words = REPORTS["c.txt"].replace("\n\n", "</p><p>")
    page.write_text(f"<html><body><article><p>{words}</p></article></body></html>", "utf-8")
    old.write_bytes(REPORTS["a.txt"].encode("utf-16"))
    printed.write_bytes(pdf(REPORTS["c.txt"].replace("—", "-").splitlines()))
    return [page, old, printed]


COLUMNS = "Title,Text,Date,Source,Author,Section,Words,ID,URL,Language,Place"
ROWS = f"""{COLUMNS}
Talks open,{TURNED},2024-03-09,The Harbour Post,Ana Roa,World,12,7,https://example.org,en,Lima
,"Peru demanded that Chile withdraw, its envoy said.",,,,,,,,,
Talks end,,,,,,,,,,
Talks open late,{TURNED},2024-03-10,The Quill,,,,,,,
"""
NEXIS = """\
Requested by nobody

   1 of 2 DOCUMENTS


   The Harbour Post

   March 9, 2024 Saturday

Talks open

LENGTH: 12 words

Iran agreed to withdraw its troops. Iran refused to withdraw its troops.

LANGUAGE: ENGLISH
"""


def _exports(desk: Desk) -> tuple[str, str]:
    """Write files of many articles: a table, and an export that is cut off below a cover."""
    table, text = desk.folder / "export.csv", desk.folder / "export.txt"
    table.write_text(ROWS, encoding="utf-8")
    text.write_text(NEXIS, encoding="utf-8")
    return str(table), str(text)


@further("bundle")
def _(desk: Desk) -> Documents:
    table, text = _exports(desk)
    yield run("read", table, "--json")
    with Path(text).open("a", encoding="utf-8") as file:
        file.write(NEXIS.replace("Requested by nobody", "").replace("9, 2024", "8, 2024"))
    yield run("read", text, "--json")


def _gathered(desk: Desk) -> tuple[str, str]:
    """Write a folder of reports, one of which is none, and name a dossier file for them."""
    folder = desk.folder / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "again.txt").write_text(f"Berita\n\nJAKARTA - {AGAIN}\n", encoding="utf-8")
    return str(folder), str(desk.folder / "dossier.db")


def _datasets(desk: Desk) -> list[str]:
    """Write a file of events of each dataset, and one of ACLED without a day."""
    paths = []
    for kind in HEADERS:
        name, data = table_of(kind, [coded(kind, Random(seed), seed) for seed in range(1, 7)])
        paths.append(desk.folder / name)
        paths[-1].write_bytes(data)
    undated = coded("acled", Random(7), 70)
    cells = dict(undated.cells) | {"event_date": "soon", "latitude": "", "longitude": "none"}
    paths.append(desk.folder / "undated.csv")
    paths[-1].write_bytes(table_of("acled", [replace(undated, cells=cells)])[1])
    return [str(path) for path in paths]


@further("dossier-file")
def _(desk: Desk) -> Documents:
    folder, file = _gathered(desk)
    yield run("dossier", folder, *_exports(desk), "--out", file, "--json")
    for _ in range(2):
        yield run("dossier", *_datasets(desk), "--out", file, "--json")
    yield run("dossier", folder, *map(str, GOLD[:4]), "--out", file, "--json")


@further("corrections")
def _(desk: Desk) -> Documents:
    folder, file = _gathered(desk)
    run("dossier", folder, "--out", file, "--json")

    def correct(*words: str) -> Any:
        return run("correct", file, *words, "--json")

    who = ("--who", "Ana")
    yield correct("--log")
    yield correct("r1#s1", "accept", *who, "--note", "read twice")
    yield correct("r1#a1", "edit", "--set", "target=", "--set", "date=2023-05", *who)
    yield correct("r1#a1", "reject", *who)
    yield correct("r1#a1:denies:r2#a1", "add", *who)
    yield correct("r1", "edit", "--set", "outlet=Harian X", *who)
    words = (
        "--words",
        "Ekuador",
        "--occurrence",
        "1",
        "--set",
        "kind=deny",
        "--set",
        "actor=peru",
    )
    yield correct("r1", "add", *words, *who)
    yield correct("--undo", *who)
    yield correct("issue:parade", "add", "--set", "name=Wages", *who)
    yield correct("actor:peru", "merge", "--into", "ecuador", *who)
    yield correct("actor:ecuador", "split", "--into", "third", "--reports", "r2", *who)
    yield correct("c1", "withdraw", *who)
    yield correct("c11", "withdraw", *who)
    key = next(one["of"] for one in correct("--log")["corrections"] if one["verb"] == "accept")
    assert key == "r1#s1"
    yield correct("--log")
    yield correct("--what")
    yield correct("r1#a1:denies:r2#a1", "--what")
    with dossier.DossierFile(file) as opened:
        opened.do("UPDATE statement SET retired = 1 WHERE id = 's2'")
    yield correct("r1#s2", "accept", *who)
    yield correct("--undo", *who)


@further("draft")
def _(desk: Desk) -> Documents:
    folder, file = _gathered(desk)
    run("dossier", folder, *map(str, GOLD[::3]), "--out", file, "--json")
    yield run("draft", file, "--json")
    for path in (*GOLD, beside(f"{SHIPPED}reports/talks-2021-12-23.id.txt", None)):
        yield run("draft", str(path), "--json")
    for text in (REFUSED, ACCUSED, "Iran demanded that the canal be closed."):
        yield plain(dossier.draft_with_questions(story(text, "en")).to_json())


@further("timeline")
def _(desk: Desk) -> Documents:
    yield from _corrected(desk, "timeline")
    file = str(desk.folder / "events.db")
    run("dossier", *_datasets(desk), "--out", file, "--json")
    with dossier.DossierFile(file) as opened:
        opened.do('UPDATE event SET parties = \'[["Iran", "party"]]\' WHERE row = 3')
        opened.do("UPDATE event SET doubtful = 1 WHERE row = 4")
    iran = desk.folder / "iran.txt"
    iran.write_text("Iran demanded that the canal be closed.", encoding="utf-8")
    run("dossier", str(iran), "--out", file, "--json")
    yield run("timeline", file, "--json")


@further("positions")
def _(desk: Desk) -> Documents:
    yield from _corrected(desk, "positions")


def _quote(file: dossier.DossierFile, report: str) -> None:
    """Add the same demand to a report, in a direct quotation on a certain day."""
    said_by = {"speaker": "iran", "mode": "direct"}
    quoted = dossier.add(file, report, "statement", None, "Ana", said_by, span=(0, 5))
    fields = {"kind": "demand", "actor": "iran", "issue": "talk", "date": "2021-12-20"}
    fields["statement"] = quoted.of
    dossier.add(file, report, "act", None, "Ana", fields, span=(0, 5))


def _corrected(desk: Desk, command: str) -> Documents:
    """Ask before and after an analyst looked at what was found."""
    folder, file = _gathered(desk)
    run("dossier", folder, *map(str, GOLD[::3]), "--out", file, "--json")
    yield run(command, file, "--json")
    stances = [
        stance["item"]
        for position in run("positions", file, "--json")["positions"]
        for stance in position["stances"]
    ]
    with dossier.DossierFile(file) as opened:
        dossier.correct(opened, stances[-1], "accept", "Ana", {})
        dossier.correct(opened, stances[1], "edit", "Ana", {"target": "japan"})
        words = {"kind": "demand", "actor": "iran", "issue": "withdraw"}
        name = next(kept.key for kept in dossier.whole(opened).reports if "again" in kept.name)
        dossier.add(opened, name, "act", "kembali mendesak Irak", "Ana", words)
        periods = ("2021", "2021-12", "2021-12-20/2021-12-26", "2021-12-20")
        for stance, when in zip(stances, periods, strict=False):
            dossier.correct(opened, stance, "edit", "Ben", {"date": when, "due": when})
        report, local = stances[2].split("#")
        opened.do(  # what no correction sets: a week, and a day that is only guessed
            "UPDATE act SET day = '2021-12-20', day_end = '2021-12-26', precision = 'week', "
            "due = '2021-12-27', due_end = '2022-01-02', due_precision = 'week', "
            "day_doubtful = 1 WHERE source = ? AND id <> ?",
            (report[1:], local),
        )
        for number, outlet in ((4, "Harian X"), (5, "The Y")):
            opened.do("UPDATE source SET site = ?, agency = '[]' WHERE id = ?", (outlet, number))
            _quote(opened, f"r{number}")
        for number, by in enumerate(("caption", "file"), start=1):
            opened.do("UPDATE source SET published_by = ? WHERE id = ?", (by, number))
        opened.do("UPDATE source SET day = NULL, published = NULL WHERE id = 3")
    yield run(command, file, "--json")
    yield run(command, file, "--json", "--as-of", "2030-01-01")


@further("standoff")
def _(desk: Desk) -> Documents:
    folder, file = _gathered(desk)
    run("dossier", folder, *map(str, GOLD[::3]), "--out", file, "--json")
    with dossier.DossierFile(file) as opened:
        yield plain(exchange.to_standoff(opened))
        first, second = [q.key for q in exchange.quotations(opened) if q.kind == "act"][:2]
        dossier.correct(opened, first, "accept", "Ana", {}, "read twice")
        dossier.correct(opened, second, "edit", "Ana", {"target": None})
        words = {"kind": "deny", "actor": "iran"}
        name = next(kept.key for kept in dossier.whole(opened).reports if "again" in kept.name)
        added = dossier.add(opened, name, "act", "kembali mendesak Irak", "Ana", words)
        acts = [item.key for item in dossier.items(opened, name) if item.kind == "act"]
        for kind in ("denies", "rejects", "answers", "repeats", "contradicts"):
            dossier.correct(opened, f"{added.of}:{kind}:{acts[0]}", "add", "Ana")
        yield plain(exchange.to_standoff(opened))
