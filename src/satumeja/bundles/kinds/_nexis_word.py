"""Nexis Uni and Lexis+ as Word files: a cover, then articles up to "End of Document"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from satumeja.bundles._types import Left, Yielded
from satumeja.bundles.office import Paragraph
from satumeja.bundles.reading import one_line, read_moment
from satumeja.report.kit import Article

__all__ = ["is_nexis_word", "nexis_word_articles"]

_KIND = "nexis-word"
_ENDS = frozenset(
    {
        *("end of document", "ende des dokuments", "fin du document", "fin del documento"),
        *(
            "fine del documento",
            "einde van document",
            "einde van het document",
            "fim do documento",
        ),
        "akhir dokumen",
    }
)
_LABEL = re.compile(r"([^\W\d_][\w-]{2,20})\s?:[\s\u00a0]*(.*)", re.DOTALL)
_FIELDS = {
    "author": ["byline", "autor", "auteur", "autore", "penulis", "oleh"],
    "section": [
        "section",
        "rubrik",
        "rubrique",
        "sección",
        "sezione",
        "sectie",
        "bagian",
        "ressort",
    ],
    "length": ["length", "länge", "longueur", "longitud", "lunghezza", "lengte", "panjang"],
    "location": ["dateline", "ortsmarke"],
    "language": ["language", "sprache", "langue", "idioma", "lingua", "bahasa"],
    "highlight": ["highlight", "series", "anriss"],
}
_FIELD_OF = {label: name for name, labels in _FIELDS.items() for label in labels}
_BODY = frozenset(("body", "text", "texte", "texto", "testo", "teks", "isi", "volltext", "corps"))
_BEHIND = frozenset(
    {
        *("classification", "klassifizierung", "clasificación", "classificazione", "klasifikasi"),
        *("graphic", "grafik", "notes", "load-date:", "correction"),
    }
)
_BEHIND_LABEL = frozenset(("load-date", "language", "publication-type", "subject", "journal code"))
_COVER = re.compile(
    r"(?:Date and Time|Job Number|Documents?\s*\(\d+\)|Datum und Uhrzeit|Auftragsnummer)", re.I
)
_TOTAL = re.compile(r"(?:Documents?|Dokumente?|Dokumen|Documentos?)\s*\((\d+)\)", re.IGNORECASE)
_COPYRIGHT = re.compile(r"\s*(?:Copyright\b|©|All rights reserved)", re.IGNORECASE)
_PAGE = re.compile(r"Page\s+\d+\s+of\s+\d+", re.IGNORECASE)
_BOOKMARK = re.compile(r"Bookmark_\d+\Z")
_HEAD_WITHIN, _LONGEST_DATE = 8, 90


def is_nexis_word(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether a Word file is of this kind, by the paragraphs it begins with."""
    signs: set[str] = set()
    for paragraph in paragraphs:
        words = one_line(paragraph.words)
        if any(_BOOKMARK.match(mark) for mark in paragraph.marks):
            signs.add("bookmark")
        if words.lower() in _ENDS:
            signs.add("end")
        cover = _COVER.match(words)
        if cover is not None:
            signs.add(f"cover {cover.group()[:4].lower()}")
        label = _LABEL.match(words)
        if label and label[1].lower() in _FIELDS["length"] + _FIELDS["section"]:
            signs.add("label")
        if words.lower() in _BODY and ("Body" in paragraph.marks or paragraph.is_bold):
            signs.add("body")
    return bool(signs & {"bookmark", "end"}) or len(signs) > 1


@dataclass
class _Piece:
    """The paragraphs of an article, and whether its end was seen."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    is_marked: bool = False
    is_ended: bool = False


def nexis_word_articles(paragraphs: Iterable[Paragraph]) -> Iterator[Yielded]:
    """Yield the articles of an export as a Word file.

    Parameters
    ----------
    paragraphs : iterable of Paragraph
        Those of the file.

    Notes
    -----
    The cover and its list of titles are left out. The head of an article is found by its line
    with the day: the outlet stands above it, and the headline above that.
    """
    count, total, headers, last_ended = 0, 0, 0, True
    for piece in _pieces(paragraphs):
        lines = [one_line(paragraph.words) for paragraph in piece.paragraphs]
        totals = [int(number) for line in lines[:40] for number in _TOTAL.findall(line)]
        if not piece.is_ended and not piece.is_marked and (count == 0 or not any(lines)):
            total = max([total, *totals])
            is_article = (
                not any(_COVER.match(line) for line in lines) and _dated(lines) is not None
            )
            if not is_article:
                if any(lines):
                    yield Left("cover")
                continue
        count += 1
        last_ended = piece.is_ended
        article, has_header = _article(piece)
        headers += has_header
        yield article
    if headers:
        yield Left("running_header", values={"count": headers})
    if total > count:
        yield Left("fewer", values={"total": total, "count": count})
    if not last_ended:
        yield Left("cut_article")


def _pieces(paragraphs: Iterable[Paragraph]) -> Iterator[_Piece]:
    """Cut a file into what stands before the first article, and the articles."""
    piece = _Piece()
    has_ended = False
    for paragraph in paragraphs:
        words = one_line(paragraph.words)
        marked = any(_BOOKMARK.match(mark) for mark in paragraph.marks)
        if marked and not (piece.is_marked and not _has_words(piece)):
            if _has_words(piece) or piece.is_marked:
                yield piece
            piece = _Piece(is_marked=True)
        piece.paragraphs.append(paragraph)
        if words.lower() in _ENDS and len(piece.paragraphs) > 1:
            piece.is_ended = True
            yield from _without_cover(piece) if not has_ended else [piece]
            has_ended, piece = True, _Piece()
    if _has_words(piece):
        yield piece


def _without_cover(piece: _Piece) -> Iterator[_Piece]:
    """Part the cover from the first article where no bookmark does."""
    lines = [one_line(paragraph.words) for paragraph in piece.paragraphs]
    is_cover = not piece.is_marked and any(_COVER.match(line) for line in lines[:40])
    dated = _dated(lines, is_last=True) if is_cover else None
    if dated is None:
        yield piece
        return
    above = [place for place in range(dated) if lines[place]]
    start = above[-2] if len(above) > 1 else 0
    yield _Piece(piece.paragraphs[:start])
    yield _Piece(piece.paragraphs[start:], is_marked=True, is_ended=True)


def _has_words(piece: _Piece) -> bool:
    """Whether a piece has words."""
    return any(paragraph.words.strip() for paragraph in piece.paragraphs)


def _dated(lines: list[str], *, is_last: bool = False) -> int | None:
    """Find the line with the day: the first one, or that of an article below a cover."""
    places = [
        place
        for place, line in enumerate(lines)
        if line and len(line) <= _LONGEST_DATE and not _COVER.match(line) and _is_day(line)
    ]
    if not is_last:
        return places[0] if places else None
    labelled = next(
        (at for at, line in enumerate(lines) if _field(line) or line.lower() in _BODY), None
    )
    below = [place for place in places if labelled is None or place < labelled]
    return below[-1] if below else None


def _is_day(line: str) -> bool:
    """Whether a line is a day and no sentence."""
    return (
        _LABEL.match(line) is None and not _COPYRIGHT.match(line) and read_moment(line) is not None
    )


def _field(line: str) -> tuple[str, str] | None:
    """Give what a labelled line states."""
    label = _LABEL.match(line)
    name = _FIELD_OF.get(label[1].lower()) if label else None
    return (name, label[2].strip()) if name and label else None


def _article(piece: _Piece) -> tuple[Article | Left, bool]:
    """Read one article, and say whether a running header was left out of it."""
    lines = [one_line(paragraph.words) for paragraph in piece.paragraphs]
    lines = [line for line in lines if line and line.lower() not in _ENDS]
    body_at = next((at for at, line in enumerate(lines) if line.lower() in _BODY), None)
    head = lines[: body_at if body_at is not None else _HEAD_WITHIN]
    dated = _dated(head[: _HEAD_WITHIN + 4])
    if dated is None and body_at is None:
        return Left("error_page", counts=True), False
    title, outlet = _title_and_outlet(head, dated)
    stated: dict[str, str] = {}
    below = (dated if dated is not None else 0) + 1
    last_label = below - 1
    for place, line in enumerate(
        lines[below : body_at if body_at is not None else below + 10], below
    ):
        named = _field(line)
        if named is not None:
            stated.setdefault(*named)
            last_label = place
    start = body_at + 1 if body_at is not None else last_label + 1
    body, has_header = _body(lines[start:], title)
    if not body:
        return Left("empty", counts=True), has_header
    return (
        Article(
            _KIND,
            title,
            "\n\n".join(body),
            outlet=outlet,
            published=read_moment(head[dated]) if dated is not None else None,
            author=stated.get("author"),
            section=stated.get("section"),
            length=stated.get("length"),
            language=stated.get("language"),
            location=stated.get("location"),
        ),
        has_header,
    )


def _title_and_outlet(head: list[str], dated: int | None) -> tuple[str, str | None]:
    """Give the headline and the outlet, which stand above the day."""
    above = head[: dated if dated is not None else 2]
    above = [line for line in above if not _COPYRIGHT.match(line) and not _PAGE.fullmatch(line)]
    above = list(dict.fromkeys(above))  # the running header repeats the headline
    if not above:
        return "", None
    return (above[0], above[-1]) if len(above) > 1 else (above[0], None)


def _body(lines: list[str], title: str) -> tuple[list[str], bool]:
    """Give the paragraphs of the body, without running headers and what stands behind it."""
    body: list[str] = []
    has_header = False
    for line in lines:
        label = _LABEL.match(line)
        if line.lower() in _BEHIND or (label and label[1].lower() in _BEHIND_LABEL and body):
            break
        if (
            line == title
            or _PAGE.fullmatch(line)
            or (line.startswith(title) and _PAGE.search(line))
        ):
            has_header = True
        elif not (_COPYRIGHT.match(line) and not body):
            body.append(line)
    return body, has_header
