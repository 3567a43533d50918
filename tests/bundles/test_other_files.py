"""Web archives, folders of saved pages, OpenDocument, and stories in NITF by themselves."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from bundles.test_read_back import bundle_of
from satumeja.report import parse
from satumeja.report.kit import report_files

PAGE = """<!DOCTYPE html><html><head><title>{title}</title>
<meta property="article:published_time" content="2024-03-0{day}T09:00:00+00:00"></head>
<body><article><h1>{title}</h1>
<p>The minister of Peru said on Monday that the talks would go on in Lima this week.</p>
<p>Chile rejected the demand, and its envoy said that he would answer after the talks.</p>
<p>It was the {day}th meeting of both sides since the harbour was closed to all ships.</p>
</article></body></html>"""


def warc(pages: list[tuple[str, str, bytes]], *, packed: bool) -> bytes:
    """Write a web archive."""
    records = []
    for number, (link, kind, data) in enumerate(pages):
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + data
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
            f"WARC-Target-URI: {link}\r\nWARC-Date: 2024-03-09T08:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}"
        )
        record = head.encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"
        records.append(gzip.compress(record, mtime=0) if packed else record)
    return b"".join(records)


def test_the_pages_of_a_web_archive_are_reports(tmp_path: Path) -> None:
    pages = [
        (
            "https://example.org/1",
            "text/html; charset=utf-8",
            PAGE.format(title="Talks go on", day=4),
        ),
        ("https://example.org/x.png", "image/png", "no page"),
        ("https://example.org/2", "text/html", PAGE.format(title="Envoy rejects demand", day=5)),
    ]
    written = [(link, kind, data.encode()) for link, kind, data in pages]
    for name, packed in (("crawl.warc", False), ("crawl.warc.gz", True)):
        bundle = bundle_of(tmp_path, name, warc(written, packed=packed))
        pieces = list(bundle)
        assert [piece.article.title for piece in pieces] == ["Talks go on", "Envoy rejects demand"]
        assert [piece.article.link for piece in pieces] == [
            *("https://example.org/1", "https://example.org/2"),
        ]
        assert [note.key for note in bundle.notes] == ["other_records"]
        report = parse(pieces[1].source())
        assert (report.title, report.day) == ("Envoy rejects demand", dt.date(2024, 3, 5))
        assert report.name == f"{tmp_path / name}#2"
        cut = warc(written, packed=packed)[:-300]
        bundle = bundle_of(tmp_path, name, cut)
        assert len(list(bundle)) in (1, 2)


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_a_web_archive_cut_inside_a_record_says_so(tmp_path: Path, name: str) -> None:
    packed = name.endswith(".gz")
    pages = [
        (f"https://example.org/{day}", "text/html", PAGE.format(title=f"Talks {day}", day=day))
        for day in range(1, 4)
    ]
    written = [(link, kind, page.encode()) for link, kind, page in pages]
    whole = warc(written, packed=packed)
    mark = b"\x1f\x8b\x08" if packed else b"WARC/1"
    begins = [place for place in range(len(whole)) if whole.startswith(mark, place)]
    assert len(begins) >= len(pages)
    for end in range(len(whole) // 3, len(whole) - 12, 11):
        bundle = bundle_of(tmp_path, name, whole[:end])
        pieces = list(bundle)
        keys = {note.key for note in bundle.notes}
        intact = [piece for piece in pieces if piece.data.rstrip().endswith(b"</html>")]
        if len(intact) < len(pieces):
            assert "cut_article" in keys
            assert bundle.notes[0].number == len(pieces)
        assert len(pieces) - len(intact) <= 1
        # Between records, and where only the sum behind one is missing, nothing is lost.
        is_between = any(0 <= begin - end <= 12 for begin in begins)
        assert keys & {"cut_article", "cut_off"} or is_between, end


def test_what_a_browser_saved_beside_a_page_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "2024" / "talks_files").mkdir(parents=True)
    (tmp_path / "2024" / "own_files").mkdir()
    for name in ("talks.html", "talks_files/frame.html", "own_files/other.html"):
        (tmp_path / "2024" / name).write_text(PAGE.format(title="Talks", day=4), encoding="utf-8")
    for name in ("~$talks.docx", "export.csv", "log.gz"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    names = [Path(name).relative_to(tmp_path).as_posix() for name in report_files([tmp_path])]
    assert names == ["2024/own_files/other.html", "2024/talks.html", "export.csv"]


def test_notes_of_an_open_document_do_not_run_into_sentences(tmp_path: Path) -> None:
    space = 'xmlns:office="urn:o" xmlns:text="urn:t"'
    content = (
        f"<?xml version='1.0'?><office:document-content {space}><office:body><office:text>"
        "<text:tracked-changes><text:p>Taken out.</text:p></text:tracked-changes>"
        "<text:h>Talks</text:h><text:p>Peru<text:s text:c='2'/>agreed<text:note><text:p>A note."
        "</text:p></text:note> to <text:span>talk</text:span>.<text:line-break/>Today.</text:p>"
        "</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    (piece,) = bundle_of(tmp_path, "report.odt", out.getvalue())
    assert (piece.article.title, piece.article.text) == ("Talks", "Peru agreed to talk.\n\nToday.")


def test_a_story_in_nitf_by_itself(tmp_path: Path) -> None:
    data = (
        b'<?xml version="1.0"?><nitf><head><docdata><doc-id id-string="n7"/>'
        b'<date.issue norm="20240309T090000Z"/></docdata><pubdata name="The Quill"/></head>'
        b"<body><body.head><hedline><hl1>Talks <em>open</em></hl1></hedline></body.head>"
        b"<body.content><p>They met <q>at last</q>.</p></body.content></body></nitf>"
    )
    (piece,) = bundle_of(tmp_path, "story.xml", data)
    article = piece.article
    assert (article.title, article.text) == ("Talks open", "They met at last.")
    assert (article.outlet, article.identifier) == ("The Quill", "n7")
    assert article.published is not None
    assert article.published.isoformat()[:10] == "2024-03-09"


@pytest.mark.parametrize("sender", ["(" * 5_000, "<" * 5_000, "a@[", '"', "\\(", ",;:"])
def test_a_sender_that_nobody_can_read_is_no_matter(tmp_path: Path, sender: str) -> None:
    """The article is there, whatever Python's parser makes of a head that is broken."""
    head = "Message-ID: <1@example.org>\nDate: Sat, 09 Mar 2024 08:00:00 +0700\nMIME-Version: 1.0"
    words = f"{head}\nSubject: Talks open\nFrom: {sender}\n\nThey met at last.\n"
    bundle = bundle_of(tmp_path, "release.eml", words.encode())
    (piece,) = bundle
    assert (piece.article.title, piece.article.text) == ("Talks open", "They met at last.")
    assert piece.article.published is not None
    assert bundle.notes == []


def test_a_press_release_by_mail_with_an_attachment(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "Harbour Council <press@example.org>"
    message["Subject"] = "Talks =?utf-8?q?=C3=BCber?= ships"
    message["Date"] = "Sat, 09 Mar 2024 08:00:00 +0700"
    message.set_content("<p>They met.</p><p>They parted.</p>", subtype="html")
    message.add_attachment(b"%PDF-1", maintype="application", subtype="pdf", filename="plan.pdf")
    bundle = bundle_of(tmp_path, "release.eml", bytes(message))
    (piece,) = bundle
    assert piece.article.text == "They met.\n\nThey parted."
    assert piece.article.outlet == "Harbour Council"
    assert piece.article.published == dt.datetime(
        2024, 3, 9, 8, tzinfo=dt.timezone(dt.timedelta(hours=7))
    )
    assert [note.words() for note in bundle.notes] == [
        "article 1: its attachments were not read: plan.pdf"
    ]


def test_rtf_is_read_as_it_is_seen(tmp_path: Path) -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 Cyr;}}{\info{\title X}}"
        rb"{\header Page 1\par}\uc1 Dia berkata \u8220?Kami\u8221? setuju."
        b"\r\n"
        rb"{\v hidden }{\field{\*\fldinst HYPERLINK x}{\fldrslt Tautan}} \'e9t\'e9 {\f1 \'c4\'e0}"
        rb" \u-10179?\u-8704?\par Dua\line tiga\page empat}"
    )
    (piece,) = bundle_of(tmp_path, "report.rtf", data)
    assert piece.article.text.split("\n\n") == [
        "Dia berkata “Kami” setuju.Tautan été Да 😀",
        *("Dua", "tiga", "empat"),
    ]
