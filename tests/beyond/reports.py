"""Trials of the limits of reports, archives and drafts."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pypdf

from beyond.trials import Bench, beyond
from dossier.test_model_reader import reader
from exchange.test_reading import GUIDS, PROJECT, archive
from report.test_source import page, pdf
from satumeja.report import parse

REPORT = (
    "Peru Demands Withdrawal\n\nLIMA, May 8, 2023 (AP) - Peru demanded on Monday that Ecuador "
    "withdraw its troops from the valley. Ecuador rejected the demand of Peru.\n"
)
BARE = (
    "The troops of Ecuador left the valley before the talks and the road was open again. "
    "A market was held near the bridge, and trucks of both countries came across it. "
)


@beyond("report._load:LIMIT")
def _text(bench: Bench) -> None:
    path = bench.write("a.txt", REPORT)
    bench.lower("report._load:LIMIT", len(REPORT))
    bench.done("read", path)
    bench.write("a.txt", REPORT + "\n")
    bench.refused("read", path, told=r"a\.txt: is over 4 MiB, .*; give the reports one by one$")


@beyond("report._source:_PAGE_LIMIT")
def _page(bench: Bench) -> None:
    path = bench.write("a.html", page())
    bench.lower("report._source:_PAGE_LIMIT", len(page().encode()))
    bench.done("read", path)
    bench.write("a.html", page() + " ")
    bench.refused("read", path, told=r"is over 16 MiB, .*; give the reports one by one$")


@beyond("report._parse:_LONGEST_BODY")
def _body(bench: Bench) -> None:
    path = bench.write("a.txt", REPORT)
    length = sum(end - start for start, end in parse(REPORT).paragraphs)
    bench.lower("report._parse:_LONGEST_BODY", length)
    bench.done("read", path)
    bench.lower("report._parse:_LONGEST_BODY", length - 1)
    bench.refused("read", path, told=rf"\({length - 1}\); give the reports one by one$")


@beyond("report._html:_MOST_MARKUP")
def _markup(bench: Bench) -> None:
    path = bench.write("a.html", page())
    bench.lower("report._html:_MOST_MARKUP", len(page()))
    bench.done("read", path)
    bench.lower("report._html:_MOST_MARKUP", 200)
    bench.refused("read", path, told=r"over 6 MiB of markup, .*; .* copy its words into a file")


@beyond("report._pdf:_MOST_PAGES")
def _pages(bench: Bench) -> None:
    writer = pypdf.PdfWriter()
    for line in ("LIMA, May 8, 2023 - Peru demanded on Monday that Ecuador withdraw.", "End.", ""):
        writer.append(io.BytesIO(pdf([line])))
    out = io.BytesIO()
    writer.write(out)
    path = bench.write("a.pdf", out.getvalue())
    bench.lower("report._pdf:_MOST_PAGES", 3)
    assert "demanded" in bench.done("read", path).out
    bench.lower("report._pdf:_MOST_PAGES", 2)
    bench.refused(
        "read", path, told=r"of 3 pages, more than one report has \(2\); print the pages"
    )


@beyond("report._short:_MOST_WORDS")
def _words(bench: Bench) -> None:
    paragraphs = [BARE] * 4 + [" ".join((BARE * 2).split()[: 150 - 4 * len(BARE.split())])]
    bench.done("read", bench.write("a.txt", "\n\n".join(paragraphs)))
    longer = "\n\n".join([*paragraphs[:-1], f"{paragraphs[-1]} again."])
    told = r"no date line, .*, and nobody is said to have said anything; .* --published"
    bench.refused("read", bench.write("a.txt", longer), told=told)
    bench.done("read", bench.write("b.txt", f"LIMA, May 8, 2023 (AP) - {longer}"))
    bench.done("read", bench.write("c.txt", f'{longer}\n\n"We go on," the minister said.\n'))


@beyond("bundles._bundle:_LARGEST_MAIL")
def _mail(bench: Bench) -> None:
    mail = (
        "From: desk@wire.example\nTo: b@c.example\nSubject: Peru\n"
        "Date: Mon, 8 May 2023 10:00 +0000\n"
        'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\n'
        f"Content-Type: text/plain\n\n{REPORT}\n--x\nContent-Type: video/mp4\n"
        "Content-Disposition: attachment; filename=film.mp4\n\n" + "film " * 50_000
    )
    path = bench.write("a.eml", f"{mail}\n--x--\n")
    bench.lower("bundles._bundle:_LARGEST_MAIL", Path(path).stat().st_size)
    assert "not read: film.mp4" in bench.done("read", path).err
    bench.lower("bundles._bundle:_LARGEST_MAIL", Path(path).stat().st_size - 1)
    read = bench.done("read", path)
    assert "Ecuador" in read.out
    assert "what stands behind that, most likely attachments, was not read" in read.err
    assert "cut off" not in read.err
    kept = bench.done("dossier", path, "-o", "a.db", "--language", "id")
    assert "isi sesudah itu, kemungkinan besar lampiran, tidak dibaca" in kept.out + kept.err


@beyond("bundles.kinds._warc:_LARGEST")
def _archived(bench: Bench) -> None:
    pages = [page(), page(extra="<!-- " + "a" * 5_000 + " -->")]
    path = bench.write("a.warc", b"".join(map(_record, range(2), pages)))
    for name in ("bundles.kinds._warc:_LARGEST", "report._source:_PAGE_LIMIT"):
        bench.lower(name, max(len(text.encode()) for text in pages))
    assert bench.done("dossier", path, "-o", "a.db").err == ""
    for name in ("bundles.kinds._warc:_LARGEST", "report._source:_PAGE_LIMIT"):
        bench.lower(name, 5_000)
    done = bench.done("dossier", path, "-o", "b.db", "--json")
    assert done.json["read"] == 1
    assert re.search(r"a\.warc.*2.*is over 16 MiB, .*; give the reports one by one", done.err)


def _record(number: int, markup: str) -> bytes:
    content = markup.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(content)}\r\n\r\n"
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Date: 2023-05-08T00:00:00Z\r\nWARC-Target-URI: https://wire.example/{number}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(head.encode() + content)}\r\n\r\n{head}"
        ).encode()
        + content
        + b"\r\n\r\n"
    )


@beyond("bundles.reading._cells:_LONGEST")
def _cell(bench: Bench) -> None:
    bench.lower("bundles.reading._cells:_LONGEST", 1 << 20)
    rows = [["Title", "Text"], ["Peru", REPORT], ["Book", "a" * (1 << 20)]]
    bench.done("dossier", _table(bench, rows), "-o", "a.db")
    rows[2][1] += "a"
    told = r"a\.csv: row 3: has a cell of over 1 MB"
    done = bench.done("dossier", _table(bench, rows), "-o", "b.db", "--json")
    assert done.json["read"] == 1 and re.search(told, done.err)
    bench.refused("read", _table(bench, rows), told=told)


def _table(bench: Bench, rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return bench.write("a.csv", text.getvalue())


@beyond("bundles.office._zip:_LARGE")
def _part(bench: Bench) -> None:
    bench.lower("bundles.office._zip:_LARGE", 1 << 20)
    for more, told in ((0, "holds no article"), (1, "unpacks to more than 1 MB, over 100 times")):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archived:
            archived.writestr("word/document.xml", b" " * ((1 << 20) + more))
        bench.refused("read", bench.write("a.docx", packed.getvalue()), told=told)


@beyond("exchange._archive:_MOST_BYTES")
def _project(bench: Bench) -> None:
    name = f"sources/{GUIDS['text']}.txt"
    text = b"Talks went on. " * 100_000
    project = archive(bench.folder / "a.qdpx", {"project.qde": PROJECT, name: text})
    bench.lower("exchange._archive:_MOST_BYTES", len(PROJECT) + len(text))
    bench.done("dossier", str(project), "-o", "a.db")
    bench.lower("exchange._archive:_MOST_BYTES", 1 << 20)
    told = r"a\.qdpx: unpacks to more than 1 MB"
    bench.refused("dossier", str(project), "-o", "b.db", told=told)
    assert not (bench.folder / "b.db").exists()


@beyond("exchange._archive:_MOST_FILES")
def _project_files(bench: Bench) -> None:
    name = f"sources/{GUIDS['text']}.txt"
    project = archive(bench.folder / "a.qdpx", {"project.qde": PROJECT, name: b"Talks went on."})
    bench.lower("exchange._archive:_MOST_FILES", 2)
    bench.done("dossier", str(project), "-o", "a.db")
    bench.lower("exchange._archive:_MOST_FILES", 1)
    told = "a.qdpx: holds more than 1 files"
    bench.refused("dossier", str(project), "-o", "b.db", told=told)


@beyond("dossier.keeping._vocabulary:_MOST_BYTES")
def _vocabulary(bench: Bench) -> None:
    report = bench.write("a.txt", REPORT)
    path = bench.write("a.toml", b"[actors]\n".ljust(1 << 20, b"#"))
    bench.done("dossier", report, "-o", "a.db", "--vocabulary", path)
    bench.write("a.toml", b"[actors]\n".ljust((1 << 20) + 1, b"#"))
    told = "a.toml: is over 1 MiB; a vocabulary is a small file"
    bench.refused("dossier", report, "-o", "b.db", "--vocabulary", path, told=told)


@beyond("dossier._model_reader:_MOST_ANSWER")
def _answer(bench: Bench) -> None:
    report = bench.write("a.txt", REPORT)
    content = {"choices": [{"message": {"content": '{"statements": []}'}}]}
    answers = [json.dumps(content).encode().ljust((2 << 20) + more) for more in (1, 0)]
    with reader(lambda _: (200, answers.pop())) as (endpoint, _asked):
        bench.done("read", report, "--reader", endpoint.url)
        told = r"an answer of over 2 MiB; .* without"
        bench.refused("read", report, "--reader", endpoint.url, told=told)


@beyond("dossier.drafting._limits:MOST_MAKERS")
def _makers(bench: Bench) -> None:
    names = ["Peru", "Ecuador", "Chile", "Brazil", "Iran", "Iraq"]
    said = [f"{name} offered to hold talks and to open the border." for name in names]
    said += [f"{name} offered to lift sanctions." for name in names[:5]]
    path = bench.write("a.txt", "LIMA, May 8, 2023 (AP) - " + " ".join(said) + "\n")
    drafted = bench.done("draft", path).out
    assert len(re.findall(r"^  \w+:$", drafted.partition("decision_makers:")[2], re.M)) >= 5
    (note,) = [line for line in drafted.splitlines() if re.match("# .*iraq", line)]
    assert "left out" in note.lower()
    said = [f"{name} said the roads were open." for name in names]
    path = bench.write("b.txt", "LIMA, May 8, 2023 (AP) - " + " ".join(said) + "\n")
    skeleton = bench.done("draft", path).out
    assert "# A skeleton" in skeleton
    assert "# Left out to keep the model small: iraq." in skeleton


@beyond("dossier.drafting._limits:_MOST_OPTIONS")
def _options(bench: Bench) -> None:
    offers = ["hold talks", "open the border", "lift sanctions", "release prisoners"]
    said = "Ecuador demanded that Peru withdraw its troops. Ecuador offered to hold talks. "
    for more, left_out in (([], ""), (["pay compensation"], "Release those held")):
        acts = " ".join(f"Peru offered to {what}." for what in [*offers[: 3 + len(more)], *more])
        path = bench.write("a.txt", f"LIMA, May 8, 2023 (AP) - {said}{acts}\n")
        drafted = bench.done("draft", path).out
        kept = drafted.partition("  peru:")[2].partition("    preferences:")[0]
        assert len(re.findall(r"^      \w+: {name:", kept, re.M)) == 4
        assert ("Left out to keep the model small" in kept) == bool(more)
        assert left_out in kept
