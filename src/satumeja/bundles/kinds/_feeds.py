"""RSS and Atom, saved as files: an article each item, with what the feed gives of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from satumeja.bundles._types import Left, Yielded
from satumeja.bundles.reading import Broken, Element, elements, paragraphs_of, read_moment
from satumeja.report.kit import Article

__all__ = ["feed_articles"]

_ITEMS = frozenset({"item", "entry"})
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified")


def feed_articles(chunks: Iterable[bytes]) -> Iterator[Yielded]:
    """Yield the items of a feed.

    Parameters
    ----------
    chunks : iterable of bytes
        The file.

    Notes
    -----
    The outlet is the title of the feed, which stands before its items.
    """
    outlet: str | None = None

    def is_wanted(tag: str, depth: int) -> bool:
        return tag in _ITEMS or (tag == "title" and depth <= 2)

    for element in elements(chunks, is_wanted):
        if isinstance(element, Broken):
            yield Left("cut_off" if element.is_end else "damaged", values={"place": element.place})
        elif element.tag == "title":
            outlet = outlet or element.words or None
        else:
            article = _article(element)
            if isinstance(article, Article) and article.outlet is None:
                article = replace(article, outlet=outlet)
            yield article


def _article(item: Element) -> Article | Left:
    """Read one item; of several texts, the longest."""
    texts = [_text(part) for part in item.all("encoded", "content", "description", "summary")]
    paragraphs = max(texts, key=lambda lines: sum(map(len, lines)), default=[])
    if not paragraphs:
        return Left("empty", counts=True)
    source, author = item.child("source"), item.child("creator", "author")
    day = next(filter(None, (item.words_of(tag) for tag in _DATES)), "")
    named = author.words_of("name") or author.words if author is not None else ""
    title = item.child("title")
    return Article(
        "feed",
        " ".join(_text(title)) if title is not None else "",
        "\n\n".join(paragraphs),
        outlet=(source.words_of("title") or source.words or None) if source is not None else None,
        published=read_moment(day),
        author=named or None,
        section=_section(item),
        identifier=item.words_of("guid", "id"),
        link=_link(item),
    )


def _text(part: Element) -> list[str]:
    """Give the paragraphs of a text, which may be markup written as words."""
    inside = [paragraph.words for paragraph in part.all("p", "h2", "h3", "li")]
    return [words for words in inside if words] or paragraphs_of(part.raw)


def _section(item: Element) -> str | None:
    """Give the first category of an item."""
    category = item.child("category", "section")
    return category.attribute("term") or category.words or None if category is not None else None


def _link(item: Element) -> str | None:
    """Give where an item stands on the web."""
    link = item.child("link")
    return link.attribute("href") or link.words or None if link is not None else None
