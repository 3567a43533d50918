"""Saved pages of four usual shapes: the article's words come out, the page's do not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from satumeja.errors import ReportError
from satumeja.report import Report, open_source, parse

TITLE = "Peru Tuntut Ekuador Mundur dari Lembah Sengketa"
BODY = [
    (
        "Pemerintah Peru menuntut agar Ekuador menarik pasukannya dari lembah sengketa di "
        "perbatasan kedua negara dalam waktu satu pekan, Senin (8/5/2023)."
    ),
    (
        "“Kami sudah terlalu lama bersabar,” kata Menteri Luar Negeri Peru Rosa Quispe kepada "
        "wartawan di Lima seusai rapat kabinet yang berlangsung dua jam."
    ),
    (
        "Ekuador menolak tuntutan itu. Presiden Ekuador Diego Andrade mengatakan bahwa pasukannya "
        "berada di wilayah sendiri dan tidak akan mundur."
    ),
    "Lalu apa yang diinginkan Quito?",
    (
        "Andrade menambahkan bahwa negaranya siap berunding kapan saja, asalkan di meja yang "
        "disepakati kedua pihak dan tanpa syarat apa pun."
    ),
    (
        "Simak pula catatan sejarahnya: kedua negara pernah berperang pada 1995, dan perjanjian "
        "damai baru ditandatangani tiga tahun kemudian di Brasilia."
    ),
    (
        "Juru bicara PBB Ines Duarte meminta kedua pihak menahan diri. “Baca kembali perjanjian "
        "itu,” ujarnya, “semua sudah tertulis di sana.”"
    ),
]
LIST = "".join(
    f'<li><a href="/{n}">{words}</a></li>'
    for n, words in enumerate(
        (
            "Harga Minyak Naik Lagi Pekan Ini",
            "Wisatawan Terjebak di Bandara Quito",
            "Pemilu Ekuador Digelar Oktober",
            "Jadwal Liga Malam Ini",
        )
    )
)


def _paragraphs(marks: dict[int, str]) -> str:
    return "".join(f"<p>{text}</p>{marks.get(n, '')}" for n, text in enumerate(BODY))


def portal() -> str:
    """Give a portal with inserted links, videos, a scroll nag and paging."""
    marks = {
        0: '<p class="para_caption">ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p>',
        1: '<table class="linksisip"><tr><td><div class="lihatjg"><strong>Baca juga: </strong>'
        '<a href="/1">Wisatawan Terjebak di Bandara Quito</a></div></td></tr></table>',
        3: '<p><strong>Simak Video "Suasana Perbatasan Peru-Ekuador"</strong></p>'
        "<p>[Gambas:Video 20detik]</p>",
        6: "<p>(rfs/idh)</p><p>Halaman 1 dari 2</p><p>Halaman Selanjutnya</p>",
    }
    first = _paragraphs(marks).replace("<p>", "<p><strong>Lima</strong> - ", 1)
    return (
        '<div class="detail__header"><h1 class="detail__title">{title}</h1>'
        '<div class="detail__author">Rafi Hartanto - <span>detikNews</span></div>'
        '<div class="detail__date">Senin, 08 Mei 2023 10:15 WIB</div></div>'
        '<div class="share-box"><a>Share</a><a>Tweet</a><a>0 Komentar</a><a>Copy Link</a></div>'
        f'<div class="detail__body-text itp_bodycontent">{first}</div>'
        '<div class="detail__body-tag"><a>peru</a><a>ekuador</a><a>sengketa perbatasan</a></div>'
        f"<section><h2>Berita Terkait</h2><ul>{LIST}</ul></section>"
    )


def daily() -> str:
    """Give a daily's page with calls to subscribe, comments and tags."""
    marks = {
        0: '<p><strong>Baca juga: <a href="/2">Pemilu Ekuador Digelar Oktober</a></strong></p>',
        2: '<div class="ads-on-body">Iklan</div>',
        4: "<p><strong>Lihat juga: <a>Jadwal Liga Malam Ini</a></strong></p>",
        6: "<p>Dapatkan update <em>berita pilihan</em> dan <em>breaking news</em> setiap hari "
        'dari Kabar.com. Mari bergabung di Grup Telegram "Kabar Update", caranya klik link '
        "https://t.me/kabar, kemudian join. Anda harus install aplikasi Telegram terlebih dulu "
        "di ponsel.</p>",
    }
    first = _paragraphs(marks).replace("<p>", "<p><strong>LIMA, KABAR.com</strong> – ", 1)
    return (
        '<h1 class="read__title">{title}</h1><div class="read__time">Kabar.com - 08/05/2023, '
        '10:15 WIB</div><div class="read__author">Penulis Tito Ramadhan | Editor Ana Lestari</div>'
        f'<div class="read__content"><div class="clearfix">{first}</div></div>'
        '<div class="tag"><h2>Tag</h2><ul><li>Peru</li><li>Ekuador</li></ul></div>'
        '<div class="comment"><h2>Berikan komentar Anda</h2><p>Segera lengkapi data dirimu untuk '
        "ikutan program #JernihBerkomentar.</p></div>"
        f'<div class="latest"><h3>Terkini Lainnya</h3><ul>{LIST}</ul></div>'
    )


def broken_lines() -> str:
    """Give a page whose paragraphs are parted by line breaks."""
    text = "<br><br>".join(BODY)
    text = text.replace(
        BODY[3], f"<strong>Lihat Juga :</strong><br><a>Harga Minyak Naik Lagi</a><br><br>{BODY[3]}"
    )
    return (
        '<div class="content_detail"><h1>{title}</h1><div class="date">CBN Indonesia<br>'
        "Senin, 08 Mei 2023 10:15 WIB</div>"
        '<div class="media_artikel"><img src="a.jpg"><span>Perbatasan Peru. (AFP/L. Soto)</span>'
        f'</div><div class="detail_text"><strong>Lima, CBN Indonesia</strong> -- {text}'
        "<br><br>(abc/def)<br><br>[Gambas:Video CBN]</div>"
        '<div class="share">Bagikan : <a>Facebook</a> <a>WhatsApp</a></div>'
        f"<div><h3>TOPIK TERKAIT</h3><a>peru</a><a>ekuador</a></div><ul>{LIST}</ul></div>"
    )


def agency() -> str:
    """Give an agency's page with signatures and a copyright below the story."""
    marks = {
        2: '<p>Baca juga: <a href="/9">Kemlu imbau WNI jauhi perbatasan Peru</a></p>',
        4: '<p>Baca juga: <a href="/8">Harga kopi Peru melonjak</a></p>',
        6: '<p class="text-muted">Pewarta: Sri Wahyuni<br>Editor: Budi Santosa<br>'
        "Copyright © BERITA 2023</p>",
    }
    first = _paragraphs(marks).replace("<p>", "<p>Lima (BERITA) - ", 1)
    return (
        '<article class="post-wrapper"><header><h1>{title}</h1><p class="simple-share">'
        "<span>Senin, 8 Mei 2023 10:15 WIB</span></p></header>"
        '<figure><img src="b.jpg"><figcaption>Tentara di perbatasan Peru. BERITA/AFP/aww.'
        f'</figcaption></figure><div class="post-content">{first}</div>'
        '<p class="tags">Tags: <a>Peru</a>, <a>Ekuador</a></p></article>'
        f"<aside><h4>Berita Populer</h4><ol>{LIST}</ol></aside>"
    )


@pytest.fixture(params=[portal, daily, broken_lines, agency], ids=lambda shape: shape.__name__)
def report(request: pytest.FixtureRequest, tmp_path: Path) -> Report:
    menu = "".join(f'<a href="/{one}">{one}</a>' for one in ("Beranda", "Dunia", "Bola", "Foto"))
    content = request.param().replace("{title}", TITLE)
    path = tmp_path / "page.html"
    path.write_text(
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{TITLE}</title></head>'
        f"<body><header><nav>{menu}<a>Masuk</a></nav></header><main>{content}</main>"
        "<footer><p>Tentang Kami | Redaksi | Pedoman Media Siber</p><p>© 2023 Kabar</p></footer>"
        "</body></html>",
        encoding="utf-8",
    )
    return parse(open_source(path))


def test_the_words_are_those_of_the_article(report: Report) -> None:
    starts = {one.paragraph: one.start for one in reversed(report.sentences)}
    found = Counter(
        word
        for number, (start, end) in enumerate(report.paragraphs)
        for word in report.text[starts.get(number, start) : end].split()
    )
    meant = Counter(word for text in BODY for word in text.split())
    shared = (found & meant).total()
    assert shared / found.total() >= 0.98, found - meant
    assert shared / meant.total() >= 0.99, meant - found


def test_what_the_page_says_of_the_article(report: Report) -> None:
    assert report.title == TITLE
    assert report.day is not None and report.day.isoformat() == "2023-05-08"
    assert report.place == "Lima"


def test_a_line_that_never_ends_is_soon_given_up(tmp_path: Path) -> None:
    """Forms that allow anything in their middle, tried at each word, would take minutes."""
    path = tmp_path / "said.txt"
    path.write_text("said " * 79_000)
    with pytest.raises(ReportError, match="no paragraph of prose"):
        parse(open_source(path))
