"""PDF: its objects, its tables of them, its streams, its locks."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from random import Random
from unittest import mock

import pypdf

from bundles.invented import invented
from hard.damage import spoil_bytes
from hard.kind import Kind
from hard.kinds._taken_in import read_words, take_in
from hard.kinds._words import NUMBERS, spoil_words

__all__ = ["PDF"]

Objects = list[bytes]
"""The bodies of the objects 1, 2, ... of a file; the first is its catalogue."""

_CMAP = b"""/CIDInit /ProcSet findresource begin begincmap /CMapName /A def
1 begincodespacerange <00> <ff> endcodespacerange
2 beginbfrange <20> <7e> <0020> <80> <82> [<2013> <201c> <201d>] endbfrange
1 beginbfchar <83> <0041> endbfchar endcmap end"""


def _stream(data: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    head = b"<< /Length %d /Filter /FlateDecode %s>>" % (len(packed), more)
    return head + b"\nstream\n" + packed + b"\nendstream"


def _objects(paragraphs: Sequence[str]) -> Objects:
    """Give the objects of a file of two pages."""
    pages = []
    for part in (paragraphs[:2], paragraphs[2:]):
        lines = [line for words in part for line in re.findall(r".{1,80}(?:\s|$)", words)]
        escaped = (
            re.sub(r"([()\\])", r"\\\1", line).encode("cp1252", "replace") for line in lines
        )
        shown = b" T* ".join(b"(%s) Tj" % line for line in escaped)
        pages.append(b"q BT /F1 11 Tf 14 TL 1 0 0 1 50 780 Tm %s ET Q" % shown)
    page = b"<< /Type /Page /Parent 2 0 R /Contents %s /Resources << /Font << /F1 5 0 R >> >> >>"
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 612 792] >>",
        page % b"6 0 R",
        page % b"[7 0 R]",
        (
            b"<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /FirstChar 32 /LastChar 34 "
            b"/Widths [278 278 355] /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding "
            b"/Differences [128 /endash /quotedblleft] >> /ToUnicode 8 0 R >>"
        ),
        _stream(pages[0]),
        _stream(pages[1]),
        _stream(_CMAP),
        b"<< /Title (Talks) /CreationDate (D:20230508101500+07'00') /Author <FEFF0041> >>",
    ]


def _with_table(objects: Objects, trailer: bytes = b"") -> bytes:
    """Write a file with a table of its objects at its end."""
    out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    fixed = b"/Size %d /Root 1 0 R /Info 9 0 R" % (len(objects) + 1)
    out += b"trailer << %s %s>>\nstartxref\n%d\n%%%%EOF\n" % (fixed, trailer, start)
    return bytes(out)


def _with_stream(objects: Objects, more: bytes = b"", *, packed: bool = True) -> bytes:
    """Write a file whose table is a stream, and whose small objects lie in another."""
    out = bytearray(b"%PDF-1.5\n")
    small = [k for k, body in enumerate(objects, 1) if b"stream\n" not in body and packed]
    rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 255)}
    for number, body in enumerate(objects, 1):
        if number not in small:
            rows[number] = (1, len(out), 0)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    inside, heads = b"", b""
    holder, table = len(objects) + 1, len(objects) + 2
    for place, number in enumerate(small):
        rows[number] = (2, holder, place)
        heads += b"%d %d " % (number, len(inside))
        inside += objects[number - 1] + b" "
    rows[holder] = (1, len(out), 0)
    kind = b"/Type /ObjStm /N %d /First %d " % (len(small), len(heads))
    out += b"%d 0 obj\n%s\nendobj\n" % (holder, _stream(heads + inside, kind))
    rows[table] = (1, len(out), 0)
    start = len(out)
    listed = b"".join(struct.pack(">BIB", *rows[number]) for number in range(table + 1))
    fixed = b"/Type /XRef /W [1 4 1] /Size %d /Root 1 0 R /Info 9 0 R %s" % (table + 1, more)
    out += b"%d 0 obj\n%s\nendobj\n" % (table, _stream(listed, fixed))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _locked(data: bytes, algorithm: str, password: str, random: Random) -> bytes:
    """Lock a file, with keys that are the same each time."""
    out = io.BytesIO()
    with mock.patch("secrets.token_bytes", random.randbytes):
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
        writer.encrypt(password, f"{password}owner", algorithm=algorithm)
        writer.write(out)
    return out.getvalue()


@cache
def _seeds() -> Sequence[bytes]:
    """Give one text in files of each build."""
    objects = _objects(invented(Random("pdf")).paragraphs)
    return [_with_table(objects), _with_stream(objects), _with_stream(objects, packed=False)]


_OBJECT = re.compile(rb"\d+ 0 obj\n(.*?)\nendobj\n", re.S)
_STREAM = re.compile(rb"(<<.*>>)\nstream\n(.*)\nendstream", re.S)
_TOKEN = re.compile(rb"\d+ 0 R|/[A-Za-z]+|-?\d+\.?\d*|\([^()]*\)|<<|>>|\[|\]|<[0-9A-F]+>")
_NAMES = (
    *(b"/FlateDecode", b"/LZWDecode", b"/ASCII85Decode", b"/ASCIIHexDecode", b"/RunLengthDecode"),
    *(b"/CCITTFaxDecode", b"/DCTDecode", b"/JBIG2Decode", b"/JPXDecode", b"/Crypt", b"/Nope"),
    *(
        b"/Type0",
        b"/Type3",
        b"/CIDFontType2",
        b"/Identity-H",
        b"/UniGB-UCS2-H",
        b"/MacRomanEncoding",
    ),
    *(b"/Pages", b"/Page", b"/Catalog", b"/XRef", b"/ObjStm", b"/", b"/#", b"/#00", b"/A#20B"),
)
_PARTS = (
    *(b"null", b"true", b"[]", b"<<>>", b"()", b"<>", b"<F", b"(", b"[", b"<<", b">>", b"]", b"R"),
    *(b"[" * 2000, b"<<" * 500, b"[0 0 R]", b"99 0 R", b"1 0 R", b"2 0 R", b"3 0 R", b"6 0 R"),
    *(b"8 0 R", b"[3 0 R 3 0 R]", b"[2 0 R]", b"[/FlateDecode /FlateDecode]", b"% x"),
    *(b"<< /Predictor 15 /Columns 999999999 >>", b"<< /Predictor 2 /Colors 0 /Columns 1 >>"),
    *(b"<< /EarlyChange 0 >>", b"(\\377\\376)", b"(D:99999999999999Z)", b"(D:2023)", b"stream"),
)


def _spoil_tokens(body: bytes, random: Random) -> bytes:
    """Change what an object says: names, numbers, references, what stands in what."""
    for _ in range(random.choice((1, 1, 2, 4))):
        tokens = list(_TOKEN.finditer(body))
        if not tokens:
            return body
        token = random.choice(tokens)
        other: bytes = random.choice(
            (
                *(random.choice(_NAMES), random.choice(_PARTS), random.choice(tokens)[0], b""),
                random.choice(NUMBERS).encode(),
                b"%d 0 R" % random.randrange(14),
                token[0] + b" " + token[0],
            )
        )
        body = body[: token.start()] + other + body[token.end() :]
    return body


_MARKS = (
    *(
        b"q " * 9000,
        b"Q " * 9,
        b"BT " * 99,
        b"ET",
        b"Tj",
        b"[",
        b"[(a) -9e9 (b)] TJ",
        b"' ",
        b'" ',
    ),
    *(
        b"/F9 1e99 Tf",
        b"/F1 0 Tf",
        b"1 0 0 0 0 0 Tm",
        b"0 0 0 0 0 0 cm",
        b"(\\",
        b"<zz> Tj",
        b"((((",
    ),
    *(b"BI /W 1 /H 1 ID x EI", b"BI ID", b"/X Do", b"1e400 0 Td", b"T*" * 999, b"nan 0 Td", b"d1"),
)
_MAPS = (
    *(b"<00> <ffffffff> <0000>", b"beginbfrange", b"endbfrange", b"<0> <1> <zz>", b"begincmap"),
    *(b"<0000> <ffff> [<0041>]", b"<> <> <>", b"<d800> <dfff> <d800>", b"99999 beginbfchar", b"<"),
    *(b"<01> <02> <110000>", b"<00> <00> <D83D>", b"/x usecmap"),
)


def _spoil_stream(body: bytes, random: Random) -> bytes:
    """Change what a stream unpacks to, or what it says of itself, or its bytes."""
    parts = _STREAM.fullmatch(body)
    if parts is None or random.random() < 0.3:
        return _spoil_tokens(body, random)
    head, packed = parts[1], parts[2]
    try:
        data = zlib.decompress(packed)
    except zlib.error:
        return head + b"\nstream\n" + spoil_bytes(packed, random) + b"\nendstream"
    match random.randrange(5):
        case 0:
            data = spoil_bytes(data, random)
        case 1:
            data = _spoil_tokens(data, random)
        case 2:
            words = spoil_words(data.decode("latin-1"), random)
            data = words.encode("latin-1", "replace")
        case 3:
            data = data * random.choice((0, 2, 30)) + b" " * random.choice((0, 9, 1 << 20))
        case _:
            place = data.find(b" ", random.randrange(len(data) + 1)) + 1
            mark = random.choice(_MAPS if b"begincmap" in data else _MARKS)
            data = data[:place] + mark + b" " + data[place:]
    packed = zlib.compress(data)
    if random.random() < 0.9:
        head = re.sub(rb"/Length \d+", b"/Length %d" % len(packed), head)
    return head + b"\nstream\n" + packed + b"\nendstream"


_KEPT = re.compile(rb"/Type /(?:XRef|ObjStm)")


def _bodies(data: bytes) -> Objects:
    """Give the objects of a file of ours that are not its own book-keeping."""
    bodies = [body for body in _OBJECT.findall(data) if not _KEPT.search(body)]
    return bodies if len(bodies) >= 9 else []


def _of_objects(data: bytes, random: Random) -> bytes:
    """Change objects, and write the file anew around them."""
    objects = _bodies(data) or _objects(invented(random).paragraphs)
    for _ in range(random.choice((1, 1, 2, 3))):
        place = random.randrange(len(objects))
        change = random.choice((_spoil_tokens, _spoil_stream, _spoil_stream))
        objects[place] = change(objects[place], random)
    if random.random() < 0.1:
        del objects[random.randrange(len(objects))]
    if random.random() < 0.3:
        return _with_stream(objects, packed=random.random() < 0.7)
    return _with_table(objects, random.choice((b"", b"", *_ENDS)))


_ENDS = (
    *(b"/Prev 0", b"/Prev 99999", b"/Prev 15", b"/XRefStm 15", b"/Root 2 0 R", b"/Size 1 "),
    *(
        b"/Encrypt 9 0 R",
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -1 >>",
        b"/ID []",
    ),
    b"/Encrypt << /Filter /Standard /V 5 /R 6 /O () /U () /OE () /UE () /P 0 >> /ID [()()]",
    b"/Encrypt << /Filter /Standard /V 4 /R 4 /Length -8 /O <00> /U <00> /P 1 /StmF /X >>",
    b"/Encrypt << /Filter /Nope /V 99 >>",
)


def _of_table(data: bytes, random: Random) -> bytes:
    """Change the table of objects, the end of a file, or the stream that stands for them."""
    start = max(data.rfind(b"xref\n0 "), data.rfind(b"/Type /XRef") - 80, 0)
    return data[:start] + _spoil_tokens(data[start:], random)


def _of_lock(data: bytes, random: Random) -> bytes:
    """Lock a file, and change what it says of its lock."""
    algorithm = random.choice(("RC4-40", "RC4-128", "AES-128", "AES-256"))
    objects = _objects(invented(random).paragraphs[:3])
    locked = _locked(_with_table(objects), algorithm, random.choice(("", "", "", "x")), random)
    place = locked.rfind(b"/Encrypt")
    start = max(locked.rfind(b"/Standard"), 0) if random.random() < 0.7 else place
    stop = min(len(locked), start + 600)
    return locked[:start] + _spoil_tokens(locked[start:stop], random) + locked[stop:]


_CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_of_objects, _of_objects, _of_objects, _of_objects, _of_table, _of_lock, spoil_bytes),
)


def _spoil(data: bytes, random: Random) -> bytes:
    return random.choice(_CHANGES)(data, random)


PDF = Kind("pdf", ".pdf", _seeds, _spoil, take_in, read_words)
