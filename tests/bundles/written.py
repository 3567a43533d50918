"""Invented articles written in the formats of archives, from what is known of these formats."""

from __future__ import annotations

import datetime as dt
import io
import mailbox
import quopri
import textwrap
import zipfile
from collections.abc import Callable, Mapping, Sequence
from email.message import EmailMessage
from html import escape
from random import Random
from xml.sax.saxutils import escape as xml_escape
from xml.sax.saxutils import quoteattr

from babel.dates import format_date

from bundles.invented import Invented

__all__ = ["DATED", "WRITERS", "day_words"]

Articles = Sequence[Invented]


def day_words(day: dt.date, tongue: str, form: str = "d MMMM y") -> str:
    """Write a day in a language."""
    return format_date(day, form, locale=tongue)


_NEXIS = {
    "en": (
        "{n} of {m} DOCUMENTS",
        "BYLINE",
        "SECTION",
        "LENGTH",
        "LOAD-DATE",
        "LANGUAGE",
        "words",
        "MMMM d, y EEEE",
    ),
    "de": (
        "Dokument {n} von {m}",
        "AUTOR",
        "RUBRIK",
        "LÄNGE",
        "UPDATE",
        "SPRACHE",
        "Wörter",
        "d. MMMM y EEEE",
    ),
    "fr": (
        "Document {n} de {m}",
        "AUTEUR",
        "RUBRIQUE",
        "LONGUEUR",
        "DATE-CHARGEMENT",
        "LANGUE",
        "mots",
        "d MMMM y EEEE",
    ),
}


def nexis_text(articles: Articles, random: Random, tongue: str = "en") -> bytes:
    """Write them as Nexis does in plain text."""
    splitter, byline, section, length, load, language, words, form = _NEXIS[tongue]
    lines: list[str] = []
    for number, article in enumerate(articles, 1):
        lines += ["", splitter.format(n=number, m=len(articles)).center(78).rstrip(), "", ""]
        if random.random() < 0.3:
            lines += [f"Copyright {article.day.year} {article.outlet}".center(78).rstrip()]
            lines += ["All Rights Reserved".center(78).rstrip(), "", ""]
        lines += [article.outlet.center(78).rstrip(), ""]
        lines += [day_words(article.day, tongue, form).center(78).rstrip()]
        lines += ["Late Edition".center(78).rstrip()] * (random.random() < 0.4)
        lines += ["", *textwrap.wrap(article.title, 78), ""]
        lines += [f"{byline}: {article.author}", ""] if article.author else []
        lines += [f"{section}: {article.section}", ""] if article.section else []
        lines += [f"{length}: {article.words} {words}", ""]
        for paragraph in article.paragraphs:
            lines += [
                *textwrap.wrap(paragraph, 78, break_long_words=False, break_on_hyphens=False),
                "",
            ]
        lines += [f"{load}: {day_words(article.day, tongue)}", "", f"{language}: ENGLISH", ""]
        lines += ["PUBLICATION-TYPE: Newspaper", ""] * (random.random() < 0.5)
    return ("\ufeff" + "\r\n".join(lines)).encode()


_CODES = ("SE", "HD", "BY", "WC", "PD", "ET", "SN", "SC", "LA", "CY", "LP", "TD", "AN")


def _coded(article: Invented, tongue: str) -> dict[str, list[str]]:
    """Give the parts of an article by their codes."""
    return {
        "SE": [article.section or ""],
        "HD": [article.title],
        "BY": [article.author or ""],
        "WC": [f"{article.words} words"],
        "PD": [day_words(article.day, tongue)],
        "SN": [article.outlet],
        "SC": ["XXXX"],
        "LA": ["English"],
        "LP": [article.paragraphs[0]],
        "TD": list(article.paragraphs[1:]),
        "AN": [f"Document {article.identifier}"],
    }


def factiva_html(articles: Articles, random: Random, tongue: str = "en") -> bytes:
    """Write them as Factiva does as a web page with codes."""
    parts = [
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Factiva</title></head><body>"
    ]
    for article in articles:
        parts.append('<div id="article-x" class="article enArticle"><table>')
        for code, lines in _coded(article, tongue).items():
            if not any(lines):
                continue
            if code in ("LP", "TD"):
                cell = "".join(
                    f'<p class="articleParagraph enarticleParagraph">{escape(line)}</p>'
                    for line in lines
                )
            else:
                cell = escape(lines[0])
            parts.append(f"<tr><td><b>{code}</b>&nbsp;</td><td>{cell}</td></tr>")
        parts.append("</table></div><br/>")
    return "\n".join([*parts, "</body></html>"]).encode()


def factiva_lines(articles: Articles, random: Random, tongue: str = "en") -> bytes:
    """Write them as Factiva does as a web page without codes."""
    parts = ["<html><head><meta charset='utf-8'></head><body>"]
    for article in articles:
        parts.append('<div class="article enArticle"><p>')
        parts += [f"<div>{escape(article.section)}</div>"] if article.section else []
        parts.append(f'<div id="hd"><span class="enHeadline">{escape(article.title)}</span></div>')
        parts += [f'<div class="author">{escape(article.author)}</div>'] if article.author else []
        parts.append(
            f"<div>{article.words} words</div><div>{day_words(article.day, tongue)}</div>"
        )
        parts.append(f"<div>{escape(article.outlet)}</div><div>XXXX</div><div>English</div></p>")
        parts += [
            f'<p class="articleParagraph enarticleParagraph">{escape(line)}</p>'
            for line in article.paragraphs
        ]
        parts.append(f"<p>Document {article.identifier}</p></div>")
    return "\n".join([*parts, "</body></html>"]).encode()


def factiva_xml(articles: Articles, random: Random) -> bytes:
    """Write them as Factiva does as XML."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<ppsArticleResponse><articles>']
    for article in articles:
        tail = "".join(
            f"<paragraph>{xml_escape(line)}</paragraph>" for line in article.paragraphs[1:]
        )
        reference = f"distdoc:archive/ArchiveDoc::Article/{article.identifier}"
        parts.append(
            f"<article reference={quoteattr(reference)}><headline><paragraph>"
            f"{xml_escape(article.title)}</paragraph></headline>"
            f"<leadParagraph><paragraph>{xml_escape(article.paragraphs[0])}</paragraph></leadParagraph>"
            f"<tailParagraphs>{tail}</tailParagraphs>"
            + (f"<byline>{xml_escape(article.author)}</byline>" if article.author else "")
            + (
                f"<sectionName>{xml_escape(article.section)}</sectionName>"
                if article.section
                else ""
            )
            + f"<publicationDate><date>{article.day}</date></publicationDate>"
            f"<sourceName>{xml_escape(article.outlet)}</sourceName><baseLanguage>en</baseLanguage>"
            "</article>"
        )
    return "\n".join([*parts, "</articles></ppsArticleResponse>"]).encode()


def _rtf(words: str) -> str:
    """Write words in RTF."""
    return "".join(
        f"\\u{ord(letter)}?"
        if ord(letter) > 127
        else f"\\{letter}"
        if letter in "\\{}"
        else letter
        for letter in words
    )


def factiva_rtf(articles: Articles, random: Random, tongue: str = "en") -> bytes:
    """Write them as Factiva does as RTF."""
    parts = [r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}{\header Factiva\par}"]
    for article in articles:
        for code, lines in _coded(article, tongue).items():
            if code == "AN" or not any(lines):
                continue
            rest = "".join(f"\\par {_rtf(line)}" for line in lines[1:])
            parts.append(f"\\tab {{\\b {code}}}\\tab {_rtf(lines[0])}{rest}\\par")
        parts.append(f"\\par Document {article.identifier}\\par\\page")
    return "\n".join([*parts, "}"]).encode()


def proquest(articles: Articles, random: Random, tongue: str = "en") -> bytes:
    """Write them as ProQuest does as a web page."""
    return _proquest(articles, tongue).encode()


def _proquest(articles: Articles, tongue: str) -> str:
    parts = ["<html><head><meta charset='utf-8'></head><body>"]
    for number, article in enumerate(articles, 1):
        day = day_words(
            article.day, tongue, "MMM dd, y" if tongue == "en" else "dd MMMM y"
        ).replace(" ", "")
        section = (
            f"<p><strong>Section: </strong>{escape(article.section)}</p>"
            if article.section
            else ""
        )
        author = (
            f"<p><strong>Author:</strong> {escape(article.author)}</p>" if article.author else ""
        )
        body = "".join(f"<p>{escape(line)}</p>" for line in article.paragraphs)
        parts.append(
            f'<div><a name="DocID_{number}"></a><h3>{escape(article.title)}</h3>{author}'
            f"<p><strong>Publicationinfo:</strong> {escape(article.outlet)} ; "
            f"Northvale [Northvale]{day}: 4.</p>"
            f'<p><strong>Full text:</strong></p><text WordCount="{article.words}">{body}</text>'
            f"{section}"
            f"<p><strong>Publication date:</strong> {day}</p>"
            f"<p><strong>ProQuest document ID:</strong> {article.identifier}</p>"
            "<p><strong>Language of publication:</strong>English</p></div><hr>"
        )
    return "\n".join([*parts, "</body></html>"])


def proquest_mail(articles: Articles, random: Random) -> bytes:
    """Write them as ProQuest sends them by mail."""
    body = quopri.encodestring(_proquest(articles, "en").encode()).decode()
    return (
        "From: ProQuest <nobody@example.org>\nTo: ana@example.org\nSubject: Documents\n"
        "Date: Mon, 11 Mar 2024 08:00:00 +0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="x1"\n\n--x1\n'
        "Content-Type: text/plain; charset=utf-8\n\nSee the other part.\n\n--x1\n"
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        f"{body}\n--x1--\n"
    ).encode()


def newsml(articles: Articles, random: Random) -> bytes:
    """Write them as news items in one message."""
    space = "http://iptc.org/std/nar/2006-10-01/"
    parts = [f'<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage xmlns="{space}"><itemSet>']
    for article in articles:
        body = "".join(f"<p>{xml_escape(line)}</p>" for line in article.paragraphs)
        first, _, rest = article.title.partition(" ")
        creator = (
            f"<creator><name>{xml_escape(article.author)}</name></creator>"
            if article.author
            else ""
        )
        genre = (
            f"<genre><name>{xml_escape(article.section)}</name></genre>" if article.section else ""
        )
        parts.append(
            f'<newsItem guid="{article.identifier}" version="1" xml:lang="{article.language}">'
            f"<itemMeta><versionCreated>{article.day}T09:00:00Z</versionCreated>"
            '<pubStatus qcode="stat:usable"/></itemMeta><contentMeta>'
            f"<contentCreated>{article.day}</contentCreated>{creator}"
            f"<infoSource><name>{xml_escape(article.outlet)}</name></infoSource>{genre}"
            f"<headline><em>{xml_escape(first)}</em> {xml_escape(rest)}</headline></contentMeta>"
            '<contentSet><inlineXML contenttype="application/nitf+xml" '
            f'wordcount="{article.words}">'
            '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head/>'
            f"<body.content>{body}</body.content></body></nitf></inlineXML></contentSet></newsItem>"
        )
    return "\n".join([*parts, "</itemSet></newsMessage>"]).encode()


def rss(articles: Articles, random: Random) -> bytes:
    """Write them as a feed of RSS."""
    space = "http://purl.org/rss/1.0/modules/content/"
    dublin = "http://purl.org/dc/elements/1.1/"
    parts = [
        f'<?xml version="1.0"?><rss version="2.0" xmlns:content="{space}" xmlns:dc="{dublin}">'
    ]
    parts.append("<channel><title>A feed of feeds</title>")
    for article in articles:
        body = "".join(f"<p>{escape(line)}</p>" for line in article.paragraphs)
        moment = f"{article.day:%a, %d %b %Y} 10:00:00 +0000"
        parts.append(
            f"<item><title>{xml_escape(article.title)}</title><guid>{article.identifier}</guid>"
            f"<link>https://example.org/{article.identifier}</link><pubDate>{moment}</pubDate>"
            + (f"<dc:creator>{xml_escape(article.author)}</dc:creator>" if article.author else "")
            + (f"<category>{xml_escape(article.section)}</category>" if article.section else "")
            + f'<source url="https://example.org">{xml_escape(article.outlet)}</source>'
            f"<description>{xml_escape(article.paragraphs[0][:40])}</description>"
            f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
        )
    return "\n".join([*parts, "</channel></rss>"]).encode()


def atom(articles: Articles, random: Random) -> bytes:
    """Write them as a feed of Atom."""
    parts = ['<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Feeds</title>']
    for article in articles:
        body = xml_escape("".join(f"<p>{escape(line)}</p>" for line in article.paragraphs))
        parts.append(
            f"<entry><title>{xml_escape(article.title)}</title><id>{article.identifier}</id>"
            f"<published>{article.day}T10:00:00Z</published>"
            + (
                f"<author><name>{xml_escape(article.author)}</name></author>"
                if article.author
                else ""
            )
            + (f"<category term={quoteattr(article.section)}/>" if article.section else "")
            + f"<source><title>{xml_escape(article.outlet)}</title></source>"
            f'<content type="html">{body}</content></entry>'
        )
    return "\n".join([*parts, "</feed>"]).encode()


def mbox(articles: Articles, random: Random) -> bytes:
    """Write them as a box of press releases."""
    lines: list[bytes] = []
    for article in articles:
        message = EmailMessage()
        message["From"] = f"{article.outlet} <press@example.org>"
        message["To"] = "desk@example.org"
        message["Subject"] = article.title
        message["Date"] = f"{article.day:%a, %d %b %Y} 10:00:00 +0000"
        message["Message-ID"] = f"<{article.identifier}@example.org>"
        wrapped = [
            "\n".join(textwrap.wrap(line, 72, break_on_hyphens=False))
            for line in article.paragraphs
        ]
        message.set_content("\n\n".join(wrapped) + "\n\n-- \nPress office\n")
        stored = mailbox.mboxMessage(message)
        stored.set_from("press@example.org Mon Mar 11 08:00:00 2024")
        flat = bytes(stored).replace(b"\nFrom ", b"\n>From ")
        lines += [b"From " + stored.get_from().encode() + b"\n" + flat + b"\n"]
    return b"".join(lines)


_NAMES = {
    "en": ["Headline", "Full text", "Publication date", "Source", "Byline", "Section", "ID"],
    "id": ["Judul", "Isi berita", "Tanggal terbit", "Sumber", "Penulis", "Rubrik", "Nomor"],
}


def _rows(articles: Articles, tongue: str) -> list[list[str]]:
    rows = [
        [
            *(article.title, "\n".join(article.paragraphs), str(article.day), article.outlet),
            *(article.author or "", article.section or "", article.identifier),
        ]
        for article in articles
    ]
    return [_NAMES[tongue], *rows]


def table(articles: Articles, random: Random, tongue: str = "en") -> bytes:
    """Write them as a table in text."""
    import csv

    out = io.StringIO()
    csv.writer(out, delimiter=random.choice(",;\t")).writerows(_rows(articles, tongue))
    return out.getvalue().encode()


def workbook(articles: Articles, random: Random, tongue: str = "en") -> bytes:
    """Write them as a workbook."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in _rows(articles, tongue):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_WORD = (
    '<?xml version="1.0" encoding="UTF-8"?><w:document '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)


def word_paragraph(words: str, mark: str = "", bold: bool = False, style: str = "") -> str:
    """Write a paragraph of Word; some of its words in runs of their own."""
    pieces = words.split(" ", 1)
    runs = "".join(
        f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}"
        f'<w:t xml:space="preserve">{xml_escape(piece)}'
        f"{' ' if at < len(pieces) - 1 else ''}</w:t></w:r>"
        for at, piece in enumerate(pieces)
    )
    start = f'<w:bookmarkStart w:id="1" w:name="{mark}"/>' if mark else ""
    setting = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    end = '<w:bookmarkEnd w:id="1"/>' if mark else ""
    return f"<w:p>{setting}{start}{runs}{end}</w:p>"


def word_file(paragraphs: Sequence[str], **others: bytes) -> bytes:
    """Write a Word file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        document = _WORD + "".join(paragraphs) + "<w:sectPr/></w:body></w:document>"
        archive.writestr("word/document.xml", document)
        for name, data in others.items():
            archive.writestr(f"word/{name}.xml", data)
    return out.getvalue()


def nexis_word(articles: Articles, random: Random) -> bytes:
    """Write them as Nexis Uni does as a Word file."""
    parts = [word_paragraph("Date and Time: Monday, March 11, 2024 8:00:00 AM GMT")]
    parts += [word_paragraph("Job Number: 123456"), word_paragraph(f"Documents ({len(articles)})")]
    parts += [
        word_paragraph(f"{number}. {article.title}") for number, article in enumerate(articles, 1)
    ]
    parts.append("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>")
    blank = "\u00a0"
    for number, article in enumerate(articles, 1):
        clock = " 9:20 AM GMT" if random.random() < 0.3 else ""
        parts.append(word_paragraph(article.title, f"Bookmark_{number}", bold=True))
        parts.append(word_paragraph(article.outlet))
        parts.append(word_paragraph(day_words(article.day, "en", "MMMM d, y EEEE") + clock))
        parts += [
            word_paragraph(f"Copyright {article.day.year} {article.outlet} All Rights Reserved")
        ]
        parts += [word_paragraph(f"Section:{blank}{article.section}")] if article.section else []
        parts.append(word_paragraph(f"Length:{blank}{article.words} words"))
        parts += [word_paragraph(f"Byline:{blank}{article.author}")] if article.author else []
        parts.append(word_paragraph("Body", "Body", bold=True))
        parts += [word_paragraph(line) for line in article.paragraphs]
        if random.random() < 0.6:
            parts += [
                word_paragraph("Classification", bold=True),
                word_paragraph("Language: ENGLISH"),
            ]
        parts.append(
            word_paragraph(f"Load-Date:{blank}{day_words(article.day, 'en', 'MMMM d, y')}")
        )
        parts.append(word_paragraph("End of Document", bold=True))
        parts.append("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>")
    return word_file(parts)


WRITERS: Mapping[str, Callable[[Articles, Random], bytes]] = {
    "nexis.txt": nexis_text,
    "nexis.docx": nexis_word,
    "factiva.html": factiva_html,
    "factiva-lines.html": factiva_lines,
    "factiva.xml": factiva_xml,
    "factiva.rtf": factiva_rtf,
    "proquest.html": proquest,
    "proquest.eml": proquest_mail,
    "newsml.xml": newsml,
    "feed.rss": rss,
    "feed.atom": atom,
    "releases.mbox": mbox,
    "table.csv": table,
    "table.xlsx": workbook,
}
"""What writes each format, by the name of a file of it."""

DATED: Mapping[str, Callable[[Articles, Random, str], bytes]] = {
    "factiva.html": factiva_html,
    "factiva-lines.html": factiva_lines,
    "factiva.rtf": factiva_rtf,
    "proquest.html": proquest,
}
"""Those that write the day in the language of whoever exports."""
