"""Files of many articles, in every format that is opened."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import PurePath
from random import Random

from bundles.invented import invented
from bundles.invented_events import HEADERS as EVENTS
from bundles.invented_events import coded, table_of
from bundles.test_other_files import PAGE, warc
from bundles.written import WRITERS
from hard.damage import entries, spoil_bytes, spoil_text, spoil_xml, spoil_zip, zipped
from hard.kind import Kind
from hard.kinds._taken_in import read_words, take_in
from hard.kinds._words import REPORTED, spoil_words

__all__ = ["ARCHIVES"]

_MADE = re.compile(rb"\d{4}-\d\d-\d\dT[\d:]+Z")
_Spoil = Callable[[bytes, Random], bytes]


@cache
def _seeds(name: str) -> Sequence[bytes]:
    """Give an archive of one article, and one of three."""
    random = Random(f"seeds {name}")
    seeds = [WRITERS[name]([invented(random) for _ in range(count)], random) for count in (1, 3)]
    return list(map(_timeless, seeds)) if name.endswith(("docx", "xlsx")) else seeds


def _timeless(data: bytes) -> bytes:
    """Give an office file that says nothing of the moment it was made at."""
    return zipped(
        [
            (name, _MADE.sub(b"2024-03-09T08:00:00Z", content) if "core.xml" in name else content)
            for name, content in entries(data)
        ]
    )


def _as_text(change: Callable[[str, Random], str]) -> _Spoil:
    """Make a change of texts one of files."""

    def spoil(data: bytes, random: Random) -> bytes:
        if random.random() < 0.2:
            return spoil_bytes(data, random)
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
        text = change(data.decode(encoding, "surrogateescape"), random)
        return text.encode(random.choice((*["utf-8"] * 8, "utf-16", "latin-1")), "replace")

    return spoil


def _spoil_entry(name: str, content: bytes, random: Random) -> bytes:
    """Change an entry of an office file: XML mostly."""
    known = name.endswith((".xml", ".rels"))
    return spoil_xml(content, random) if known else spoil_bytes(content, random)


def _spoil_office(data: bytes, random: Random) -> bytes:
    return spoil_zip(data, random, _spoil_entry)


_RTF = (r"\bin99999999 ", r"\u-1?", r"\u99999?", r"\'zz", "{", "}", r"\*", r"\uc9", r"\ansicpg0 ")


def _rtf(text: str, random: Random) -> str:
    if random.random() < 0.5:
        return spoil_words(text, random)
    place = random.randrange(len(text) + 1)
    return text[:place] + random.choice(_RTF) * random.choice((1, 2, 3000)) + text[place:]


_HEADS = (
    *("Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable"),
    *("Content-Type: multipart/mixed; boundary=x", "Content-Type: text/html; charset=nope"),
    *("Content-Type: message/rfc822", "Date: Mon, 99 Foo 2024 25:61:61 +9999", "From: =?x?b?=?="),
    *(
        "Subject: =?utf-8?q?=FF?=",
        "Content-Type: text/plain; charset*=utf-8''%ff",
        "\0: \0",
        "From ",
    ),
    *("Date: Mon, 1 Jan 10000 00:00:00", "Content-Disposition: attachment; filename*0*=x''%"),
    *("Content-Type: text/plain; charset=zlib", "Content-Type: multipart/alternative"),
    *("To: " + "<" * 2000, "From: " + "(" * 3000, "Date: " + "1 " * 3000),
)


def _mail(text: str, random: Random) -> str:
    if random.random() < 0.6:
        return spoil_text(text, random, REPORTED)
    lines = text.split("\n")
    place = random.randrange(min(len(lines), 30))
    lines[place:place] = [random.choice(_HEADS)] * random.choice((1, 1, 40))
    return "\n".join(lines)


def _cells(text: str, random: Random, between: str = ",") -> str:
    """Change a table: a cell, a column, a line, its quotes."""
    lines = text.split("\n")
    match random.randrange(4):
        case 0:
            return spoil_text(text, random, REPORTED)
        case 1:
            other = random.choice((";", "\t", "|", ":", " ", '"', ""))
            return text.replace(between, other, random.choice((1, -1)))
        case _:
            for _ in range(random.choice((1, 2, 9))):
                place = random.choice((0, random.randrange(len(lines))))
                cells = lines[place].split(between)
                cells[random.randrange(len(cells))] = random.choice(REPORTED)
                lines[place] = between.join(cells)
            return "\n".join(lines)


def _spoil_warc(data: bytes, random: Random) -> bytes:
    """Change a web archive: its heads, its pages, how it is packed."""
    packed = data.startswith(b"\x1f\x8b")
    if random.random() < 0.25:
        return spoil_bytes(data, random)
    text = (gzip.decompress(data) if packed else data).decode("latin-1")
    if random.random() < 0.3:
        heads = ("Content-Encoding: gzip", "Transfer-Encoding: chunked", "Content-Encoding: br")
        text = text.replace("Content-Type", f"{random.choice(heads)}\r\nContent-Type")
    text = random.choice((_mail, spoil_words))(text, random)
    changed = text.encode("latin-1", "replace")
    return gzip.compress(changed, mtime=0) if packed or random.random() < 0.1 else changed


@cache
def _pages(*, packed: bool) -> Sequence[bytes]:
    stories = [("Talks go on", 4), ("Envoy rejects demand", 5)]
    pages = [
        (
            f"https://example.org/{day}",
            "text/html; charset=utf-8",
            PAGE.format(title=title, day=day),
        )
        for title, day in stories
    ]
    return [warc([(link, kind, page.encode()) for link, kind, page in pages], packed=packed)]


@cache
def _odt() -> Sequence[bytes]:
    """Give a text document as LibreOffice writes it."""
    article = invented(Random("odt"))
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    body = "".join(f"<text:p>{line}</text:p>" for line in (article.title, *article.paragraphs))
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{space}office:1.0" '
        f'xmlns:text="{space}text:1.0"><office:body><office:text>'
        f'<text:h text:outline-level="1">{article.title}</text:h>{body}<text:list><text:list-item>'
        '<text:p>One<text:tab/>two<text:s text:c="3"/>three</text:p></text:list-item></text:list>'
        "</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return [zipped([("mimetype", kind.encode()), ("content.xml", content.encode())])]


@cache
def _eml() -> Sequence[bytes]:
    """Give one message in two forms, with what is attached to it."""
    article = invented(Random("eml"))
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"] = '"Réd" <a@example.org>', "b@example.org"
    message["Subject"], message["Date"] = article.title, "Mon, 08 May 2023 10:15:00 +0700"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(article.text)
    message.add_alternative(f"<html><body><p>{article.text}</p></body></html>", subtype="html")
    message.add_attachment(b"x" * 50, maintype="image", subtype="png", filename="a.png")
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"between{number}")
    return [message.as_bytes()]


@cache
def _events(kind: str) -> Sequence[bytes]:
    random = Random(f"events {kind}")
    return [table_of(kind, [coded(kind, random, number) for number in range(4)])[1]]


def _event_kind(kind: str) -> Kind:
    named = PurePath(table_of(kind, [coded(kind, Random(0), 1)])[0])
    between = "\t" if kind in ("polecat", "gdelt") else ","
    spoil = _as_text(partial(_cells, between=between))
    return Kind(f"events-{kind}", named.suffix, partial(_events, kind), spoil, take_in, read_words)


def _spoil_of(name: str) -> _Spoil:
    """Say how an archive of a name is spoilt."""
    match PurePath(name).suffix:
        case ".docx" | ".xlsx":
            return _spoil_office
        case ".rtf":
            return _as_text(_rtf)
        case ".mbox" | ".eml" | ".mht":
            return _as_text(_mail)
        case ".csv":
            return _as_text(_cells)
        case ".xml" | ".html" | ".htm" | ".rss" | ".atom":
            return spoil_xml
        case _:
            return _as_text(spoil_words)


def _kind(name: str, seeds: Callable[[], Sequence[bytes]], spoil: _Spoil) -> Kind:
    called = name.replace(".", "-")
    return Kind(called, "".join(PurePath(name).suffixes), seeds, spoil, take_in, read_words)


ARCHIVES = (
    *(_kind(name, partial(_seeds, name), _spoil_of(name)) for name in WRITERS),
    _kind("crawl.warc", partial(_pages, packed=False), _spoil_warc),
    _kind("crawl.warc.gz", partial(_pages, packed=True), _spoil_warc),
    _kind("letter.odt", _odt, _spoil_office),
    _kind("mail.eml", _eml, _as_text(_mail)),
    *map(_event_kind, EVENTS),
)
