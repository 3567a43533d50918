"""Reports come as text, web pages and PDFs, from files, folders and standard input."""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path

import pytest
from hostile import PADDINGS, Hostile
from hypothesis import given, settings
from hypothesis import strategies as st

from operations import growth, operations
from satumeja.errors import ReportError
from satumeja.report import Report, open_source, parse
from satumeja.report.kit import report_files

PARAGRAPHS = [
    (
        "Pemerintah Peru menuntut agar Ekuador menarik pasukannya dari lembah sengketa di "
        "perbatasan kedua negara dalam waktu satu pekan."
    ),
    (
        "“Kami sudah terlalu lama bersabar,” kata Menteri Luar Negeri Peru Rosa Quispe kepada "
        "wartawan di Lima, Senin, seusai rapat kabinet yang berlangsung dua jam."
    ),
    (
        "Ekuador menolak tuntutan itu. Presiden Ekuador Diego Andrade mengatakan bahwa pasukannya "
        "berada di wilayah sendiri dan tidak akan mundur."
    ),
    (
        "Andrade menambahkan bahwa negaranya siap berunding kapan saja, asalkan di meja yang "
        "disepakati kedua pihak dan tanpa syarat apa pun."
    ),
]


def page(head: str = "", paragraphs: list[str] = PARAGRAPHS, extra: str = "") -> str:
    body = "".join(f"<p>{one}</p>{extra}" for one in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="id"><head><title>Peru Tuntut Ekuador Mundur</title>{head}'
        f'</head><body><nav><a href="/">Beranda</a><a href="/dunia">Dunia</a></nav>'
        f"<article><h1>Peru Tuntut Ekuador Mundur</h1>{body}</article>"
        "<footer>Hak cipta</footer></body></html>"
    )


def written(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def body(report: Report) -> list[str]:
    return [report.text[start:end] for start, end in report.paragraphs]


def pdf(lines: list[str]) -> bytes:
    """Write a PDF of one page by hand."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 11 Tf 50 780 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def test_a_web_page_gives_its_article(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2023-05-08T10:15:00+07:00">'
    path = written(tmp_path, "page.html", page(head))
    source = open_source(path)
    report = parse(source)
    assert source.form == "html"
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert report.title == "Peru Tuntut Ekuador Mundur"
    assert report.published is not None
    assert report.published.isoformat() == "2023-05-08T10:15:00+07:00"
    assert body(report) == PARAGRAPHS


def test_furniture_the_extractor_leaves_is_told_apart(tmp_path: Path) -> None:
    nags = "".join(
        f"<p>{nag}</p>"
        for nag in (
            "<strong>Baca juga:</strong> Harga Minyak Naik Lagi Pekan Ini",
            'Simak Video "Suasana di Perbatasan"',
            "[Gambas:Video 20detik]",
            "Artikel ini telah tayang di Kabar Kita dengan judul Peru Tuntut Ekuador",
        )
    )
    first = [f"<strong>Lima</strong> - {PARAGRAPHS[0]}", *PARAGRAPHS[1:]]
    text = page(paragraphs=first).replace(
        "</p></article>", f"</p>{nags}<p>(abc/def)</p></article>"
    )
    report = parse(open_source(written(tmp_path, "page.html", text)))
    found = " ".join(body(report))
    assert "Quispe kepada wartawan" in found
    assert not any(word in found for word in ("Baca juga", "Simak", "Gambas", "tayang", "abc"))
    assert (report.place, report.byline) == ("Lima", "abc/def")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_a_page_says_its_encoding(tmp_path: Path, encoding: str) -> None:
    head = f'<meta charset="{encoding}">'
    path = written(tmp_path, "page.html", page(head).encode(encoding))
    assert body(parse(open_source(path))) == PARAGRAPHS


def test_a_page_that_lies_about_its_encoding_is_mended(tmp_path: Path) -> None:
    data = page().encode().decode("cp1252", "replace").replace("\ufffd", "\x9d").encode()
    assert "lama bersabar" in " ".join(body(parse(open_source(written(tmp_path, "p.html", data)))))


def test_a_truncated_page_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    text = page()
    cut = text[: text.index("tanpa syarat")]
    assert body(parse(open_source(written(tmp_path, "page.html", cut))))[:3] == PARAGRAPHS[:3]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.html", "<html><body></body></html>", "without an article"),
        ("broken.pdf", b"%PDF-1.4 and nothing more", "PDF that cannot be read"),
        ("bare.pdf", pdf([]), "PDF without text"),
    ],
)
def test_what_holds_no_article_says_so_in_one_line(
    tmp_path: Path, name: str, data: str | bytes, message: str
) -> None:
    path = written(tmp_path, name, data)
    with pytest.raises(ReportError, match=message) as caught:
        open_source(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_a_pdf_gives_its_text(tmp_path: Path) -> None:
    lines = [
        "LIMA, May 8, 2023 \\(Reuters\\) - Peru demanded on Monday that Ecuador withdraw its",
        "troops from the disputed valley on their common border within one week, the for-",
        "eign ministry said.",
    ]
    source = open_source(written(tmp_path, "wire.pdf", pdf(lines)))
    report = parse(source)
    assert source.form == "pdf"
    assert "withdraw its troops" in source.text
    assert "the foreign ministry said" in source.text
    assert (report.place, report.agency) == ("Lima", ("Reuters",))


@pytest.mark.parametrize(
    ("module", "name", "data", "extra"),
    [
        ("trafilatura", "a.html", page(), "satumeja[html]"),
        ("pypdf", "a.pdf", pdf(["x"]), "satumeja[pdf]"),
    ],
)
def test_a_missing_extra_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    name: str,
    data: str | bytes,
    extra: str,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ReportError) as caught:
        open_source(written(tmp_path, name, data))
    assert extra in str(caught.value)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(page().encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", given)
    source = open_source("-")
    assert (source.name, source.form) == ("-", "html")
    assert body(parse(source)) == PARAGRAPHS


def test_a_folder_gives_its_reports_in_order(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "a.html", "b/c.pdf", ".hidden.txt", "notes.json", "export.csv"):
        written(tmp_path, name, "x")
    names = [Path(one).relative_to(tmp_path).as_posix() for one in report_files([tmp_path])]
    assert names == ["a.html", "b/c.pdf", "export.csv", "z.txt"]
    assert report_files(["x.txt", "x.txt", "-"]) == ["x.txt", "-"]
    with pytest.raises(ReportError, match="no report in it"):
        report_files([tmp_path_factory.mktemp("empty")])


def test_what_is_no_article_may_fill_megabytes_but_not_with_tags(tmp_path: Path) -> None:
    padding = "<script>" + "x=1;" * 2_500_000 + "</script>"
    path = written(tmp_path, "page.html", page(padding))
    assert body(parse(open_source(path))) == PARAGRAPHS
    marked = written(tmp_path, "marked.html", page("<b></b>" * 1_500_000))
    with pytest.raises(ReportError, match="6 MiB of markup"):
        open_source(marked)


@pytest.mark.parametrize("padding", PADDINGS.values(), ids=PADDINGS)
def test_what_holds_no_article_is_left_out_however_it_ends(
    tmp_path: Path, padding: Hostile
) -> None:
    def left_out(times: int) -> None:
        path = written(tmp_path, "page.html", page().replace("</body>", padding.text(times)))
        assert body(parse(open_source(path))) == PARAGRAPHS

    left_out(padding.times)
    some = 20_000 // len(padding.unit)
    assert growth(left_out, some, 4 * some) < 6


def test_signs_that_begin_no_tag_are_refused_unread(tmp_path: Path) -> None:
    path = written(tmp_path, "page.html", "<html>" + "<" * 5_000_000)

    def refused() -> None:
        with pytest.raises(ReportError, match=r"page\.html: is a web page of over 6 MiB"):
            open_source(path)

    refused()  # and loads what refuses
    assert operations(refused) < 100_000  # of five million signs


def test_what_a_page_hides_is_neither_run_nor_shown(tmp_path: Path) -> None:
    extra = "<script>alert('Halo')</script><style>p{}</style><!-- rahasia -->"
    report = parse(open_source(written(tmp_path, "page.html", page(extra=extra))))
    assert body(report) == PARAGRAPHS


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 1200), st.sampled_from(["html", "pdf", "txt"]))
def test_any_bytes_are_read_or_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, place: int, suffix: str
) -> None:
    whole = pdf(["Peru said no."]) if suffix == "pdf" else page().encode()
    data = whole[:place] + noise + whole[place:]
    path = written(tmp_path_factory.mktemp("any"), f"a.{suffix}", data)
    try:
        report = parse(open_source(path))
    except ReportError as error:
        assert "\n" not in str(error)
    else:
        for start, end in report.paragraphs:
            assert 0 <= start < end <= len(report.text)
