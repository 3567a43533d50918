"""ProQuest as a web page or a mail: a division an article, its labels in bold, its text marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from satumeja.bundles._types import Left, Yielded
from satumeja.bundles.reading import cut_at, paragraphs_of, plain_words, read_moment
from satumeja.report.kit import Article

__all__ = ["is_proquest", "proquest_articles"]

_KIND = "proquest"
_START = re.compile(r"<a\b[^>]*?\bname\s*=\s*[\"']?DocID_", re.IGNORECASE)
_NUMBER = re.compile(r"DocID_([\w-]+)")
_LABELLED = re.compile(
    r"<p\b[^>]*>\s*(?:<[^>]+>\s*)*?<(?P<tag>strong|b)\b[^>]*>(?P<label>.*?)</(?P=tag)\s*>"
    r"(?P<words>.*?)(?=</p\s*>|<p\b|<text\b|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_TEXT = re.compile(
    r"<text\b(?P<rest>[^>]*)>(?P<words>.*?)(?=</text\s*>|<a\b[^>]*DocID_|\Z)", re.I | re.S
)
_COUNT = re.compile(r"WordCount\s*=\s*[\"']?(\d+)", re.IGNORECASE)
_HEADING = re.compile(r"<(?P<tag>h\d|strong|b|p)\b[^>]*>(?P<words>.*?)</(?P=tag)\s*>", re.I | re.S)
_LABELS = {
    "author": ("author", "authors", "autor", "auteur", "autore", "penulis", "pengarang"),
    "outlet": (
        *("publicationtitle", "titelderpublikation", "titredepublication", "títulodepublicación"),
        *("judulpublikasi", "títulodapublicação"),
    ),
    "info": ("publicationinfo", "publikationsinfo", "informationsdepublication", "infopublikasi"),
    "date": (
        *("publicationdate", "publikationsdatum", "datedepublication", "fechadepublicación"),
        *("tanggalpublikasi", "erscheinungsdatum", "datadepublicação"),
    ),
    "section": ("section", "rubrik", "sección", "bagian"),
    "title": ("title", "titel", "titre", "título", "judul", "documenttitle"),
    "identifier": ("proquestdocumentid", "documentid", "proquestdokument-id", "iddokumenproquest"),
    "link": ("documenturl", "dokument-url", "urldokumen", "urldudocument"),
    "language": ("languageofpublication", "language", "sprachederpublikation", "bahasapublikasi"),
    "text": ("fulltext", "volltext", "texteintégral", "textocompleto", "tekslengkap"),
    "abstract": ("abstract", "zusammenfassung", "résumé", "resumen", "abstrak"),
}
_NAME_OF = {label: name for name, labels in _LABELS.items() for label in labels}


def is_proquest(markup: str) -> bool:
    """Whether a page is of this kind: an article begins in it."""
    return _START.search(markup) is not None


def proquest_articles(chunks: Iterable[str]) -> Iterator[Yielded]:
    """Yield the articles of an export as a web page.

    Parameters
    ----------
    chunks : iterable of str
        The text of the page, or of the page in a mail.
    """
    pieces = cut_at(chunks, _START)
    last = next(pieces, "")
    count = 0
    for last in pieces:
        count += 1
        yield _article(last)
    if not re.search(r"</(?:div|html|body)\s*>\s*(?:--\S+\s*)*\Z", last, re.IGNORECASE):
        yield Left("cut_article" if count else "cut_off")


def _article(piece: str) -> Article | Left:
    """Read one article."""
    labels: dict[str, str] = {}
    for part in _LABELLED.finditer(piece):
        name = _NAME_OF.get(re.sub(r"[\s:]+", "", plain_words(part["label"])).lower())
        if name is not None:
            labels.setdefault(name, plain_words(part["words"]).lstrip(": "))
    marked = _TEXT.search(piece)
    paragraphs = paragraphs_of(marked["words"]) if marked else []
    if not paragraphs and labels.get("text"):
        paragraphs = [labels["text"]]
    if not paragraphs:
        return Left("empty", counts=True)
    number = _NUMBER.search(piece)
    length = _COUNT.search(marked["rest"]) if marked else None
    return Article(
        _KIND,
        labels.get("title") or _title(piece),
        "\n\n".join(paragraphs),
        outlet=labels.get("outlet") or _outlet(labels.get("info", "")),
        published=read_moment(labels.get("date") or labels.get("info", "")),
        author=labels.get("author"),
        section=labels.get("section"),
        length=f"{length[1]} words" if length else None,
        identifier=labels.get("identifier") or (number[1] if number else None),
        link=labels.get("link"),
        language=labels.get("language"),
    )


def _title(piece: str) -> str:
    """Give the headline: the first words above the labels that are marked as a heading."""
    first = _LABELLED.search(piece)
    above = piece[: first.start()] if first else piece[:2000]
    for part in _HEADING.finditer(above):
        words = plain_words(part["words"])
        if words:
            return words
    rest = paragraphs_of(above[above.find(">") + 1 :])
    return rest[0] if rest else ""


def _outlet(info: str) -> str | None:
    """Give the outlet that the publication line begins with, before its number or its day."""
    name = re.split(r"[,;:\[(]|\s+\d", info, maxsplit=1)[0].strip()
    return name or None
