"""Factiva as a web page: a division an article, with a table of codes or lines in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from satumeja.bundles._types import Left, Yielded
from satumeja.bundles.kinds._factiva_codes import article_of_codes
from satumeja.bundles.reading import cut_at, paragraphs_of, plain_words, read_moment
from satumeja.report.kit import Article

__all__ = ["factiva_html_articles"]

_KIND = "factiva-html"
_START = re.compile(
    r"<div\b[^>]*?\bclass\s*=\s*(?:\"article(?:\s[^\"]*)?\"|'article(?:\s[^']*)?'|article[\s>])",
    re.IGNORECASE,
)
_ROW = re.compile(r"<tr\b[^>]*>(.*?)(?=<tr\b|</table\b|\Z)", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)(?=<t[dh]\b|</tr\b|\Z)", re.IGNORECASE | re.DOTALL)
_PARAGRAPH = re.compile(
    r"<p\b[^>]*\bclass\s*=\s*[\"']?[^\"'>]*articleParagraph[^>]*>(.*?)(?=</p\s*>|<p\b|</div\b|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_HEADLINE = re.compile(
    r"<(?P<tag>span|b|div|h\d)\b[^>]*\b(?:class|id)\s*=\s*[\"']?(?:\w*Headline|hd)\b[^>]*>"
    r"(?P<words>.*?)(?=</(?P=tag)\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_CODE = re.compile(r"[A-Z]{2,3}")
_LENGTH = re.compile(r"\d[\d.,\s]*\s[^\W\d]+\.?")
_DOCUMENT = re.compile(r"\bDo[ck]ument?[eo]?n?\s+([A-Z0-9]{10,40})\s*$")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:\s*[AP]M)?(?:\s+\w{2,5})?", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:\(c\)|©|Copyright\b)", re.IGNORECASE)


def factiva_html_articles(chunks: Iterable[str]) -> Iterator[Yielded]:
    """Yield the articles of an export as a web page.

    Parameters
    ----------
    chunks : iterable of str
        The text of the page.
    """
    pieces = cut_at(chunks, _START)
    last = next(pieces, "")
    count = 0
    for last in pieces:
        count += 1
        yield _article(last)
    if not re.search(r"</(?:div|html|body)\s*>\s*\Z", last, re.IGNORECASE):
        yield Left("cut_article" if count else "cut_off")


def _article(piece: str) -> Article | Left:
    """Read one article, by its codes where it has them."""
    codes = {}
    for row in _ROW.findall(piece):
        cells = _CELL.findall(row)
        code = plain_words(cells[0]) if len(cells) > 1 else ""
        if _CODE.fullmatch(code):
            codes[code] = paragraphs_of(cells[1])
    body = [words for part in _PARAGRAPH.findall(piece) if (words := plain_words(part))]
    if codes:
        return article_of_codes(_KIND, codes, body)
    return _by_lines(piece, body)


def _by_lines(piece: str, body: list[str]) -> Article | Left:
    """Read an article that is shown without codes: headline, writer, length, day, outlet."""
    headline = _HEADLINE.search(piece)
    title = plain_words(headline["words"]) if headline else ""
    lines = paragraphs_of(_PARAGRAPH.sub(" ", piece))
    body = [words for words in body if not _DOCUMENT.fullmatch(words)]
    document = next((mark[1] for line in lines if (mark := _DOCUMENT.search(line))), None)
    document = document or _last_document(piece)
    if not title and lines:
        title = lines[0]
    if not body:
        return Left("empty", counts=True)
    place = lines.index(title) if title in lines else 0
    above, below = lines[:place], lines[place + 1 :]
    length = next((at for at, line in enumerate(below) if _LENGTH.fullmatch(line)), None)
    dated = next((at for at, line in enumerate(below) if read_moment(line)), None)
    if dated is None:
        return Article(_KIND, title, "\n\n".join(body), identifier=document)
    after = below[dated + 1 :]
    clock = after.pop(0) if after and _CLOCK.fullmatch(after[0]) else ""
    writers = below[: length if length is not None and length < dated else dated]
    return Article(
        _KIND,
        title,
        "\n\n".join(body),
        outlet=after[0] if after else None,
        published=read_moment(f"{below[dated]} {clock}"),
        author=writers[-1] if writers else None,
        length=below[length] if length is not None else None,
        identifier=document,
        section=above[-1] if above else None,
    )


def _last_document(piece: str) -> str | None:
    """Give what the archive calls the article, where a paragraph of the body says it."""
    marks = [
        mark[1]
        for part in _PARAGRAPH.findall(piece)
        if (mark := _DOCUMENT.fullmatch(plain_words(part)))
    ]
    return marks[-1] if marks else None
