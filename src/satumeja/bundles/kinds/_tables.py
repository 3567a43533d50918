"""Tables of articles, a row each: CSV and workbooks, their columns told by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import Any

from satumeja.bundles._types import Left, Yielded
from satumeja.bundles.office import parts_in
from satumeja.bundles.reading import cells_of, one_line, read_moment
from satumeja.errors import Fault, ReportError, did_you_mean
from satumeja.extras import calling, optional, stepping
from satumeja.report.kit import Article

__all__ = ["FIELDS", "columns_of", "csv_rows", "table_articles", "workbook_sheets"]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *(
            "text",
            "fulltext",
            "textcontent",
            "content",
            "body",
            "articletext",
            "articlebody",
            "maintext",
        ),
        *(
            "bodytext",
            "story",
            "teks",
            "isi",
            "isiberita",
            "konten",
            "naskah",
            "texte",
            "inhalt",
            "volltext",
        ),
        *("texto", "contenido", "article"),
    ),
    "title": (
        *(
            "title",
            "headline",
            "articletitle",
            "judul",
            "judulberita",
            "titel",
            "titre",
            "titulo",
            "hed",
        ),
        *("überschrift", "schlagzeile", "subject"),
    ),
    "published": (
        *(
            "published",
            "date",
            "publicationdate",
            "publishdate",
            "publisheddate",
            "publishedat",
            "datum",
        ),
        *(
            "datepublished",
            "pubdate",
            "tanggal",
            "tanggalterbit",
            "waktu",
            "fecha",
            "timestamp",
            "day",
        ),
    ),
    "outlet": (
        *(
            "outlet",
            "source",
            "sourcename",
            "publication",
            "publisher",
            "newspaper",
            "media",
            "medianame",
        ),
        *(
            "canonicaldomain",
            "domain",
            "site",
            "sumber",
            "penerbit",
            "quelle",
            "zeitung",
            "journal",
            "fuente",
        ),
        "publicationtitle",
    ),
    "author": (
        "author",
        "authors",
        "byline",
        "writer",
        "penulis",
        "wartawan",
        "autor",
        "auteur",
        "creator",
    ),
    "section": (
        "section",
        "rubrik",
        "kanal",
        "category",
        "kategori",
        "desk",
        "ressort",
        "rubrique",
    ),
    "length": ("length", "wordcount", "words", "jumlahkata", "panjang", "länge", "longueur"),
    "identifier": (
        "id",
        "identifier",
        "articleid",
        "storyid",
        "storiesid",
        "documentid",
        "guid",
        "nomor",
    ),
    "link": ("link", "url", "uri", "tautan", "permalink", "articleurl", "documenturl"),
    "language": ("language", "lang", "bahasa", "sprache", "langue"),
    "location": ("location", "place", "dateline", "tempat", "lokasi", "ort"),
}
"""What a row may state of an article, and the names that columns of it have."""

_MARKS = ",;\t|"
_LOOKED_FOR = "text, content, body, full_text, isi or the like"


def columns_of(
    header: Sequence[str], wanted: Mapping[str, str] | None, name: str
) -> dict[str, int]:
    """Say which column of a table states what of an article.

    Parameters
    ----------
    header : sequence of str
        The names of the columns.
    wanted : mapping of str to str, optional
        What somebody chose: of each field the name of its column.
    name : str
        The file, for messages.

    Returns
    -------
    dict of str to int
        The place of the column of each field that has one.

    Raises
    ------
    ReportError
        No column holds the text, or one that was chosen is not there.

    Examples
    --------
    >>> columns_of(["Judul", "Tanggal terbit", "Isi berita"], None, "x.csv")
    {'text': 2, 'title': 0, 'published': 1}
    """
    plain = [re.sub(r"[\W_]+", "", column).lower() for column in header]
    places: dict[str, int] = {}
    for field, column in (wanted or {}).items():
        if field not in FIELDS:
            hint = did_you_mean(field, list(FIELDS))
            raise ReportError(
                f'--columns: an article has no "{field}"{hint} (it has {", ".join(FIELDS)})'
            )
        if column not in header:
            hint = did_you_mean(column, list(header))
            raise ReportError(
                Fault(f'has no column "{column}"{hint}; it has {_listed(header)}', name)
            )
        places[field] = header.index(column)
    for field, names in FIELDS.items():
        fitting = [plain.index(known_as) for known_as in names if known_as in plain]
        free = [place for place in fitting if place not in places.values()]
        if field not in places and free:
            places[field] = free[0]
    if "text" not in places:
        raise ReportError(
            Fault(
                f"is a table without a column of texts; looked for {_LOOKED_FOR}, and it has "
                f"{_listed(header)}; name it: --columns text=NAME",
                name,
            )
        )
    return dict(sorted(places.items(), key=lambda pair: list(FIELDS).index(pair[0])))


def _listed(header: Sequence[str]) -> str:
    """List the columns of a table."""
    return ", ".join(f'"{one_line(column)[:40]}"' for column in header[:30]) or "none"


def csv_rows(lines: Iterable[str], name: str) -> Iterator[list[str]]:
    """Yield the rows of a table in text; what stands between its cells is told by its head."""
    iterator = iter(lines)
    first = next((line for line in iterator if line.strip()), "")
    yield from cells_of(chain([first], iterator), max(_MARKS, key=first.count), name)


@contextmanager
def workbook_sheets(path: str) -> Iterator[list[Iterator[list[str]]]]:
    """Open a workbook, and give its sheets, each as its rows.

    Raises
    ------
    ReportError
        It is damaged, or unpacks to far more than it weighs.
    MissingExtraError
        If openpyxl is not installed.
    """
    openpyxl = optional("openpyxl", "archives")
    parts_in(path)  # refuses a trap, whose shared words would be held in memory
    with open(path, "rb") as file:
        with calling(partial(_damaged, path)):
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
            sheets = list(book.worksheets)
        yield [_rows(sheet, path) for sheet in sheets]


def _rows(sheet: Any, path: str) -> Iterator[list[str]]:
    """Yield the rows of a sheet."""
    refusal = partial(_damaged, path)
    with calling(refusal):
        rows = sheet.iter_rows(values_only=True)
    for row in stepping(rows, refusal):
        yield [_cell(value) for value in row]


def _damaged(path: str, why: str) -> ReportError:
    """Refuse a workbook that the library cannot read."""
    anew = "open it in a spreadsheet program and save it anew, or as CSV"
    return ReportError(Fault(f"is a damaged workbook: {why}; {anew}", path))


def _cell(value: object) -> str:
    """Write the value of a cell."""
    return "" if value is None else str(value)


def table_articles(
    rows: Iterable[Sequence[str]], wanted: Mapping[str, str] | None, name: str
) -> Iterator[Yielded]:
    """Yield the article of each row of a table.

    Parameters
    ----------
    rows : iterable of sequence of str
        The rows, their names first.
    wanted : mapping of str to str, optional
        The columns somebody chose.
    name : str
        The file, for messages.
    """
    iterator = iter(rows)
    header = next((row for row in iterator if any(cell.strip() for cell in row)), [])
    places = columns_of([cell.strip().removeprefix("\ufeff") for cell in header], wanted, name)
    width = len(header)
    last: Sequence[str] = header
    for row in iterator:
        if not any(cell.strip() for cell in row):
            continue
        last = row
        cells = {field: row[place] if place < len(row) else "" for field, place in places.items()}
        paragraphs = [one_line(line) for line in cells["text"].splitlines() if line.strip()]
        if not paragraphs:
            yield Left("empty", counts=True)
            continue
        yield _article(cells, paragraphs)
    if len(last) < width:
        yield Left("cut_article")


def _article(cells: Mapping[str, str], paragraphs: Sequence[str]) -> Article:
    """Make the article of a row."""
    stated = {field: one_line(words) or None for field, words in cells.items()}
    return Article(
        "table",
        stated.get("title") or "",
        "\n\n".join(paragraphs),
        outlet=stated.get("outlet"),
        published=read_moment(stated.get("published") or ""),
        author=stated.get("author"),
        section=stated.get("section"),
        length=stated.get("length"),
        identifier=stated.get("identifier"),
        link=stated.get("link"),
        language=stated.get("language"),
        location=stated.get("location"),
    )
