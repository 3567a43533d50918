"""Nexis in plain text: articles below lines such as "3 of 20 DOCUMENTS", wrapped at some width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from satumeja.bundles._types import Left, Yielded
from satumeja.bundles.reading import blocks, one_line, read_moment, unwrapped
from satumeja.report.kit import SPLITTER, Article

__all__ = ["nexis_articles"]

_KIND = "nexis-text"
_LABEL = re.compile(
    r"\s{0,3}([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ /-]{1,30}):(?:[ \t\u00a0]+(.*)|\s*)$", re.DOTALL
)
_FIELDS = {
    "title": [
        "HEADLINE",
        "TITRE",
        "TITEL",
        "ÜBERSCHRIFT",
        "SCHLAGZEILE",
        "TÍTULO",
        "TITULAR",
        "TITOLO",
        "JUDUL",
        "KOP",
    ],
    "author": ["BYLINE", "AUTOR", "AUTEUR", "AUTORE", "AUTEURS", "PENULIS", "OLEH", "VON"],
    "section": [
        "SECTION",
        "RUBRIK",
        "RUBRIQUE",
        "SECCIÓN",
        "SEZIONE",
        "SECTIE",
        "SEÇÃO",
        "RESSORT",
        "RUBRIEK",
        "BAGIAN",
    ],
    "length": [
        "LENGTH",
        "LÄNGE",
        "LONGUEUR",
        "LONGITUD",
        "LUNGHEZZA",
        "LENGTE",
        "EXTENSÃO",
        "PANJANG",
    ],
    "location": ["DATELINE", "ORTSMARKE", "DATUMSZEILE", "ORT", "LUGAR", "LIEU"],
    "language": ["LANGUAGE", "SPRACHE", "LANGUE", "IDIOMA", "LINGUA", "TAAL", "BAHASA"],
}
_FIELD_OF = {label: name for name, labels in _FIELDS.items() for label in labels}
_BODY = frozenset(["BODY", "TEXT", "TEXTE", "TEXTO", "TESTO", "TEKST", "TEKS", "ISI", "VOLLTEXT"])
_HEAD = frozenset(
    {
        *(label for name in _FIELDS if name != "language" for label in _FIELDS[name]),
        *("HIGHLIGHT", "SERIES", "TYPE", "DISTRIBUTION", "DATE", "DATUM", "SOURCE", "COLUMN"),
        *("EDITION", "AUSGABE", "ÉDITION", "KICKER", "ANRISS", "CORRECTION", "PAGE"),
    }
)
_TAIL = frozenset(
    {
        *_FIELDS["language"],
        *("LOAD-DATE", "UPDATE", "DATE-CHARGEMENT", "FECHA-CARGA", "LADEDATUM", "LAAD-DATUM"),
        *("GRAPHIC", "GRAFIK", "GRAPHIQUE", "GRÁFICO", "PUBLICATION-TYPE", "PUBLIKATIONSTYP"),
        *("TYPE-PUBLICATION", "TIPO-PUBLICACIÓN", "PUBLICATIETYPE", "ZEITUNGS-CODE", "SUBJECT"),
        *("JOURNAL-CODE", "CODE-REVUE", "COUNTRY", "COMPANY", "ORGANIZATION", "PERSON", "CITY"),
        *(
            "GEOGRAPHIC",
            "INDUSTRY",
            "STATE",
            "TICKER",
            "CORRECTION-DATE",
            "NOTES",
            "DOCUMENT-TYPE",
        ),
        *("TANGGAL-MUAT", "PUB-TYPE"),
    }
)
_LAST = frozenset(
    [
        "LOAD-DATE",
        "UPDATE",
        "DATE-CHARGEMENT",
        "FECHA-CARGA",
        "LADEDATUM",
        "LAAD-DATUM",
        "TANGGAL-MUAT",
    ]
) | frozenset(_FIELDS["language"])
_COPYRIGHT = re.compile(
    r"\s*(?:Copyright\b|©|\(c\)|All rights reserved|Alle Rechte|Tous droits)", re.I
)
_DATE_WITHIN, _LONGEST_DATE, _LONGEST_NUMBERED = 6, 80, 200


@dataclass
class _Parts:
    """An article while its blocks are sorted."""

    fields: dict[str, str] = field(default_factory=dict)
    source: str = ""
    date: str = ""
    body: list[str] = field(default_factory=list)
    is_labelled: bool = False
    is_ended: bool = False


def nexis_articles(lines: Iterable[str]) -> Iterator[Yielded]:
    """Yield the articles of an export in plain text.

    Parameters
    ----------
    lines : iterable of str
        The lines of the file, or those of a file of an office that holds such an export.

    Yields
    ------
    Article or Left
        A cover, error pages and articles without text are left out. Where the export breaks off,
        that is said last.

    Notes
    -----
    A line such as "1 of 2 DOCUMENTS" begins an article where blank lines stand around it, and
    the number goes on from the one before or a line with a day stands below. In the prose of an
    article it is nothing but words.
    """
    count, total, ended, last_ended = 0, 0, 0, True
    for number, last, piece in _cut(lines):
        parts = _sorted_parts(piece)
        total = max(total, last)
        if number is None and not parts.is_labelled:
            if any(line.strip() for line in piece):
                yield Left("cover")
            continue
        article = _article(parts)
        count += 1
        ended, last_ended = ended + parts.is_ended, parts.is_ended
        yield article
    if total > count:
        yield Left("fewer", values={"total": total, "count": count})
    if not last_ended and ended == count - 1 > 0:
        yield Left("cut_article", values={"last": count})


def _cut(lines: Iterable[str]) -> Iterator[tuple[int | None, int, list[str]]]:
    """Cut the lines into articles: the number and the total above each, and its lines."""
    piece: list[str] = []
    number, total = None, 0
    pending: tuple[int, int, int] | None = (
        None  # where a line of a number stands, and what it says
    )
    for line in lines:
        numbers = _numbers(line)
        if pending is not None:
            begins = _begins(piece, pending, (number, total), is_last=numbers is not None)
            if begins:
                yield number, total, piece[: pending[0]]
                number, total, piece = pending[1], pending[2], piece[pending[0] + 1 :]
            pending = None if begins is not None else pending
        blank_above = not piece or not piece[-1].strip() or "\f" in line
        if pending is None and numbers is not None and blank_above:
            pending = (len(piece), *numbers)
        piece.append(line)
    if pending is not None and _begins(piece, pending, (number, total), is_last=True):
        yield number, total, piece[: pending[0]]
        number, total, piece = pending[1], pending[2], piece[pending[0] + 1 :]
    yield number, total, piece


def _numbers(line: str) -> tuple[int, int] | None:
    """Read the number and the total of a line that is such a line and nothing else."""
    if len(line) > _LONGEST_NUMBERED or not SPLITTER.fullmatch(line):
        return None
    first, last = re.findall(r"\d[\d.,]*", line)[:2]
    return int(re.sub(r"\D", "", first)), int(re.sub(r"\D", "", last))


def _begins(
    piece: list[str],
    pending: tuple[int, int, int],
    before: tuple[int | None, int],
    *,
    is_last: bool = False,
) -> bool | None:
    """Whether a line of a number begins an article; None while more lines must be seen.

    What ends an article stands below such a line only where it is prose; a day stands there only
    where it is none.
    """
    place, number, total = pending
    below = piece[place + 1 :]
    if below and below[0].strip():
        return False
    goes_on = before[0] is None or (number == before[0] + 1 and total == before[1])
    count = 0
    for line in below:
        label = _label([line]) if line.strip() else None
        if label is not None and label[0] in _TAIL:
            return False
        if count == _DATE_WITHIN:
            return goes_on
        if _is_date(line) and label is None:
            return True
        count += bool(line.strip())
    return goes_on if is_last else None


def _sorted_parts(piece: list[str]) -> _Parts:
    """Sort the blocks of an article into head, body and tail."""
    parts = _Parts()
    waiting = blocks(piece)
    while waiting and _COPYRIGHT.match(waiting[0][0]):
        waiting.pop(0)
    dated = next(
        (place for place, block in enumerate(waiting[:_DATE_WITHIN]) if _dates(block)), None
    )
    if dated is not None:
        above = [line for block in waiting[:dated] for line in block if not _COPYRIGHT.match(line)]
        date_line = next(place for place, line in enumerate(waiting[dated]) if _is_date(line))
        above += waiting[dated][:date_line]
        parts.source = one_line(above[-1]) if above else ""
        parts.date = one_line(waiting[dated][date_line])
        waiting = waiting[dated + 1 :]
    elif waiting and not _label(waiting[0]):
        parts.source = one_line(waiting.pop(0)[0])
    _sort_below(waiting, parts)
    return parts


def _dates(block: list[str]) -> bool:
    """Whether a block has a line that is a day and little else."""
    return _label(block) is None and any(_is_date(line) for line in block)


def _is_date(line: str) -> bool:
    """Whether a line is a day and little else."""
    return len(line.strip()) <= _LONGEST_DATE and read_moment(line) is not None


def _label(block: list[str]) -> tuple[str, str] | None:
    """Give the label a block begins with, where it is one that is known, and the words behind."""
    labelled = _LABEL.match(block[0])
    if labelled is None:
        return None
    label = labelled[1].strip()
    if label not in _HEAD | _TAIL | _BODY:
        return None
    return label, one_line(" ".join([labelled[2] or "", *block[1:]]))


def _sort_below(waiting: list[list[str]], parts: _Parts) -> None:
    """Sort what stands below the day: headline, labels, paragraphs, and the labels at the end."""
    labels = [_label(block) for block in waiting]
    last_head = max(
        (at for at, label in enumerate(labels[:14]) if label and label[0] in _HEAD | _BODY),
        default=-1,
    )
    for place, (block, label) in enumerate(zip(waiting, labels, strict=True)):
        if label is not None and label[0] in _TAIL and (parts.body or place > last_head):
            _take_tail(labels[place:], parts)
            return
        if label is not None and not (label[0] in _HEAD and parts.body and place > last_head):
            parts.is_labelled = True
            _take_label(label, block, parts)
        elif not parts.fields.get("title") and not parts.body and place <= max(last_head, 0):
            parts.fields["title"] = one_line(" ".join(block))
        elif not (place == len(waiting) - 1 and _COPYRIGHT.match(block[0])):
            parts.body += unwrapped(block)


def _take_label(label: tuple[str, str], block: list[str], parts: _Parts) -> None:
    """Take what a label of the head says; of the body, the paragraph that stands behind it."""
    name, words = label
    if name in _BODY:
        rest = [_LABEL.sub(r"\2", block[0]) if ":" in block[0] else block[0], *block[1:]]
        parts.body += [words for words in unwrapped(rest) if words]
    elif name in _FIELD_OF:
        parts.fields.setdefault(_FIELD_OF[name], words)


def _take_tail(labels: list[tuple[str, str] | None], parts: _Parts) -> None:
    """Take what the labels below the body say."""
    parts.is_labelled = True
    for label in filter(None, labels):
        parts.is_ended = parts.is_ended or label[0] in _LAST
        if label[0] in _FIELD_OF:
            parts.fields.setdefault(_FIELD_OF[label[0]], label[1])


def _article(parts: _Parts) -> Article | Left:
    """Make the article, or say why there is none."""
    if not parts.date and not parts.is_labelled:
        return Left("error_page", counts=True)
    if not parts.body:
        return Left("empty", counts=True)
    return Article(
        kind=_KIND,
        text="\n\n".join(parts.body),
        outlet=parts.source or None,
        published=read_moment(parts.date),
        **({"title": ""} | {name: words for name, words in parts.fields.items() if words}),
    )
