"""Tell files that hold articles of an archive, or are no plain text, from plain reports.

What they hold is taken out of them elsewhere (`satumeja.bundles`); here is only known that such
a file is not one report, so that none is ever read as one.
"""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from satumeja.report._decode import decoded

__all__ = [
    "HEAD",
    "SEVERAL",
    "SPLITTER",
    "SUFFIXES",
    "holds_articles",
    "kind_of",
    "looks_archived",
]

HEAD = 256 * 1024
"""How many bytes tell what a file is."""

SEVERAL = (
    "is a file of articles or of an office, not one plain report; satumeja read lists what it "
    "holds, satumeja dossier reads it all"
)

SUFFIXES = frozenset(
    {
        *(".docx", ".docm", ".odt", ".rtf", ".eml", ".mbox", ".mht", ".mhtml", ".xml", ".rss"),
        *(".atom", ".csv", ".tsv", ".xlsx", ".xlsm", ".warc", ".gz"),
    }
)
"""The endings of files that hold articles."""

_OF = r"(?:of|von|de|di|van|dari)"
_LINE = (
    rf"(?:(?:documento?|dokumen[t]?)[ \t]+\d[\d.,]*[ \t]+{_OF}[ \t]+\d[\d.,]*"
    rf"|\d[\d.,]*[ \t]+{_OF}[ \t]+\d[\d.,]*[ \t]+"
    r"(?:documentos?|documenti|documenten|documents?|dokumenten?|dokumente|dokumen))"
)
SPLITTER = re.compile(rf"[\s\ufeff\u200b]*{_LINE}\s*", re.IGNORECASE)
"""The line above each article of an export in plain text: "3 of 20 DOCUMENTS"."""
_ALONE = re.compile(
    rf"(?:\A[\s\ufeff\u200b]*|\n[ \t\f\r]*\n[ \t\f]*|\f[ \t]*){_LINE}"
    r"[ \t\r]*(?:\Z|\n[ \t\r]*(?:\n|\Z))",
    re.IGNORECASE,
)

_LABELS = (
    re.compile(r"^(?:LENGTH|LÄNGE|LONGUEUR|LONGITUD|LENGTE|LUNGHEZZA|PANJANG):", re.MULTILINE),
    re.compile(r"^(?:LOAD-DATE|UPDATE|DATE-CHARGEMENT):", re.MULTILINE),
    re.compile(r"^(?:LANGUAGE|SPRACHE|LANGUE|IDIOMA|LINGUA|TAAL|BAHASA):", re.MULTILINE),
    re.compile(r"^(?:BYLINE|AUTOR|AUTEUR|SECTION|RUBRIK|RUBRIQUE|SECCIÓN):", re.MULTILINE),
)
_LEAST_LABELS = 3
_HTML = (
    (
        "factiva-html",
        re.compile(r"<div\b[^>]*\bclass\s*=\s*[\"']?article(?:\s+\w+Article)?\b", re.I),
    ),
    ("proquest", re.compile(r"<a\b[^>]*\bname\s*=\s*(?:3D)?[\"']?DocID_", re.I)),
)
_FACTIVA_BODY = re.compile(r"\barticleParagraph\b|>\s*(?:HD|LP|TD)\s*<")
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_PROLOG = re.compile(
    r"\A[\ufeff\s]*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*|<\?[^>]*\?>\s*)*",
    re.S,
)
_NEWS_ROOTS = {"newsitem", "newsmessage", "newsml", "nitf", "packageitem", "knowledgeitem"}
_FEED_ROOTS = {"rss", "feed", "rdf", "channel"}
_HEADER = re.compile(r"([A-Za-z][\w-]{1,40}):(?:[ \t]|$)")
_MAIL = {"from", "subject", "date", "message-id", "mime-version", "received", "to"}
_MAIL_SURE = {"message-id", "mime-version", "received"}
_LEAST_MAIL = 3
_WARC, _GZIP, _ZIP, _RTF = b"WARC/", b"\x1f\x8b", b"PK\x03\x04", b"{\\rtf"
_TABLES = {".csv": "csv", ".tsv": "csv"}


def kind_of(head: bytes, name: str) -> str | None:
    """Say what kind of file of articles a file is, by how it begins.

    Parameters
    ----------
    head : bytes
        The file, or its beginning (`HEAD`).
    name : str
        What it is called; its ending tells a table, and nothing else.

    Returns
    -------
    str or None
        Such as ``nexis-text``, ``zip`` or ``xml`` where it takes more to tell; None for a
        plain text, a web page or a PDF.
    """
    suffix = Path(name).suffix.lower()
    binary = _binary_kind(head, suffix)
    if binary is not None:
        return binary
    if head[:1024].lstrip().startswith(b"%PDF-"):
        return None
    text = decoded(head[:HEAD]).text
    return _table_kind(suffix) or _markup_kind(text, suffix) or _text_kind(text)


def _binary_kind(head: bytes, suffix: str) -> str | None:
    """Tell what is known by its first bytes."""
    begin = head[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if begin.startswith(_RTF):
        return "rtf"
    if begin.startswith(_WARC):
        return "warc"
    if head.startswith(_GZIP):
        return "gzip"
    if head.startswith(_ZIP):
        return "zip"
    return None


def _table_kind(suffix: str) -> str | None:
    """Tell a table by the ending of its name: nothing else does."""
    return _TABLES.get(suffix)


def _markup_kind(text: str, suffix: str) -> str | None:
    """Tell web pages and XML that hold articles."""
    prolog = _PROLOG.match(text)
    begin = text[prolog.end() :] if prolog else text
    if not begin.startswith("<"):
        return "xml" if suffix == ".xml" and begin.strip() else None
    for kind, pattern in _HTML:
        if pattern.search(text) and (kind != "factiva-html" or _FACTIVA_BODY.search(text)):
            return kind
    root = _ROOT.match(begin)
    name = root[1].lower() if root else ""
    if name in _NEWS_ROOTS:
        return "newsml"
    if name in _FEED_ROOTS:
        return "feed"
    if name in ("html", "head", "body", "div", "p"):
        return None
    return "xml" if suffix == ".xml" or text.lstrip("\ufeff \r\n\t").startswith("<?xml") else None


def _text_kind(text: str) -> str | None:
    """Tell plain text that holds articles, or mail."""
    if text.startswith("From ") and _is_mail(text.partition("\n")[2]):
        return "mbox"
    if _is_mail(text):
        return "mail"
    return "nexis-text" if holds_articles(text) or looks_archived(text) else None


def _is_mail(text: str) -> bool:
    """Whether a text begins with the head of a message."""
    names: set[str] = set()
    for line in islice(text.lstrip("\ufeff").splitlines(), 200):
        if not line.strip():
            break
        header = _HEADER.match(line)
        if header is not None:
            names.add(header[1].lower())
        elif line[0] not in " \t" or not names:
            return False
    mail = names & _MAIL
    return len(mail) >= _LEAST_MAIL or bool(mail & _MAIL_SURE and len(mail) > 1)


def holds_articles(text: str) -> bool:
    r"""Whether a text has the line above an article of an export, by itself between blanks.

    Examples
    --------
    >>> holds_articles("   1 of 2 DOCUMENTS\n\n\n   The Harbour Post\n")
    True
    >>> holds_articles("He handed over 1 of 2 documents.\n")
    False
    """
    return _ALONE.search(text.replace("\r\n", "\n")) is not None


def looks_archived(text: str) -> bool:
    """Whether a text without such a line has the labels of one article of such an export."""
    return sum(bool(label.search(text)) for label in _LABELS) >= _LEAST_LABELS
