"""NewsML-G2 with NITF or plain text inside, and NITF by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from satumeja.bundles._types import Left, Yielded
from satumeja.bundles.reading import Broken, Element, elements, plain_words, read_moment
from satumeja.report.kit import Article

__all__ = ["newsml_articles"]

_ITEMS = frozenset({"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem"})
_DROPPED = frozenset({"canceled", "cancelled", "withheld"})


def newsml_articles(chunks: Iterable[bytes]) -> Iterator[Yielded]:
    """Yield the news items of a file; withdrawn ones and other items are left out.

    Parameters
    ----------
    chunks : iterable of bytes
        The file: one item, or a message of many.
    """
    for element in elements(
        chunks, lambda tag, depth: tag in _ITEMS or (tag == "nitf" and depth <= 1)
    ):
        if isinstance(element, Broken):
            yield Left("cut_off" if element.is_end else "damaged", values={"place": element.place})
        elif element.tag == "nitf":
            yield _nitf(element)
        elif element.tag == "newsItem":
            yield _news_item(element)
        else:
            yield Left("no_article", counts=True, values={"what": element.tag})


def _news_item(item: Element) -> Article | Left:
    """Read one item of news."""
    status = item.first("pubStatus")
    code = status.attribute("qcode").rpartition(":")[2] if status is not None else ""
    if code in _DROPPED:
        return Left("cancelled", counts=True)
    paragraphs = _paragraphs(item)
    if not paragraphs:
        return Left("empty", counts=True)
    about = item.child("contentMeta") or item
    meta = item.child("itemMeta") or item
    day = about.words_of("contentCreated", "contentModified") or meta.words_of(
        "versionCreated", "firstCreated"
    )
    return Article(
        "newsml",
        about.words_of("headline") or item.words_of("headline", "hl1", "slugline") or "",
        "\n\n".join(paragraphs),
        outlet=_named(about, "infoSource") or _named(meta, "provider"),
        published=read_moment(day or ""),
        author=_named(about, "creator") or about.words_of("by"),
        section=_named(about, "genre") or about.words_of("slugline"),
        length=_word_count(item),
        identifier=item.attribute("guid") or None,
        language=item.attribute("lang") or None,
        location=_named(about, "located"),
    )


def _paragraphs(item: Element) -> list[str]:
    """Give the paragraphs of an item: of its body, or of the text it holds as such."""
    contents = item.child("contentSet") or item
    body = contents.first("body.content", "body") or contents.first("inlineXML")
    if body is not None:
        lines = [part.words for part in body.all("p", "hl2", "li")]
        return [words for words in lines if words] or ([body.words] if body.words else [])
    plain = contents.first("inlineData")
    if plain is None:
        return []
    if "html" in plain.attribute("contenttype"):
        return [plain_words(plain.raw)]
    return [" ".join(block.split()) for block in plain.raw.split("\n\n") if block.strip()]


def _named(element: Element, tag: str) -> str | None:
    """Give what something is called: its name, or its code without the scheme."""
    part = element.first(tag)
    if part is None:
        return None
    code = part.attribute("literal") or part.attribute("qcode").rpartition(":")[2]
    return part.words_of("name") or part.words or code or None


def _word_count(item: Element) -> str | None:
    """Give the length that an item states."""
    for part in item.all("inlineXML", "inlineData"):
        if part.attribute("wordcount"):
            return f"{part.attribute('wordcount')} words"
    return None


def _nitf(element: Element) -> Article | Left:
    """Read a story in NITF by itself."""
    content = element.first("body.content")
    lines = [part.words for part in content.all("p", "hl2", "li")] if content is not None else []
    paragraphs = [words for words in lines if words]
    if not paragraphs:
        return Left("empty", counts=True)
    issued = element.first("date.issue", "story.date")
    publication = element.first("pubdata")
    document = element.first("doc-id")
    return Article(
        "newsml",
        element.words_of("hl1") or element.words_of("title") or "",
        "\n\n".join(paragraphs),
        outlet=publication.attribute("name") or None if publication is not None else None,
        published=read_moment(
            issued.attribute("norm") or issued.words if issued is not None else ""
        ),
        author=element.words_of("byttl", "byline"),
        section=publication.attribute("position.section") or None
        if publication is not None
        else None,
        identifier=document.attribute("id-string") or None if document is not None else None,
        location=element.words_of("dateline"),
    )
