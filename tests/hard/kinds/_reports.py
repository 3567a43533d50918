"""Reports as plain text and as saved pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from bundles.invented import invented
from exchange.dossiers import STORIES
from hard.damage import spoil_bytes, spoil_text, spoil_xml
from hard.kind import Kind
from hard.kinds._taken_in import read_words, take_in
from hard.kinds._words import REPORTED, spoil_words

__all__ = ["HTML", "TEXT"]

_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "cp1251")
_SAID = (
    "“We will {x} if they {y} by {z},” said the minister of {x}.",
    "Menteri {x} mengatakan pada {z} bahwa {y} harus ditarik.",
    "{z} - {x} demanded that {y} withdraw; {y} refused, {x} said.",
    "({x}) {y}, {z}.",
)


@cache
def _texts() -> Sequence[bytes]:
    """Give stories in both languages, short and long."""
    random = Random("texts")
    stories = [story.encode() for story in STORIES.values()]
    for language in ("en", "id"):
        article = invented(random, language)
        head = f"{article.title}\n\n{article.day:%d %B %Y}\n\n"
        stories.append(f"{head}{article.text}\n".encode())
        stories.append(f"{head}{article.text * 4}\n".encode())
    return stories


def _spoil_text(data: bytes, random: Random) -> bytes:
    """Change a report: its lines, its words, what is said in it, its letters, its bytes."""
    if random.random() < 0.2:
        return spoil_bytes(data, random)
    text = data.decode("utf-8", "replace")
    match random.randrange(5):
        case 0:
            text = spoil_text(text, random, REPORTED)
        case 1:
            words = {name: random.choice(REPORTED)[:200] for name in "xyz"}
            said = random.choice(_SAID).format(**words)
            text = text.replace(". ", f". {said} ", random.choice((1, 5)))
        case 2:
            letters = random.choice(("кириллица ", "العربية ", "中文", "๙", "Ⅻ", "\u0300", "🕊️"))
            text = text.replace(" ", f" {letters}", random.choice((3, -1)))
        case 3:
            between = random.choice((" ", "\n", ". ", "”", ", "))
            text = text.replace(between, random.choice(REPORTED)[:20], random.choice((2, -1)))
        case _:
            text = spoil_words(text, random)
    encoding = random.choice(("utf-8", "utf-8", "utf-8", *_ENCODINGS))
    return text.encode(encoding, random.choice(("replace", "ignore")))


_PAGE = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<meta property="article:published_time" content="2023-05-08T10:15:00+07:00">
<meta name="author" content="Dewi Laras"><meta property="og:site_name" content="Warta">
<link rel="canonical" href="https://example.org/a/1">
<script type="application/ld+json">{linked}</script>
<style>p {{ color: red }}</style></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li>News</li></ul></nav></header>
<main><article><h1>{title}</h1><p class="date">8 May 2023</p><figure><img src="a.png" alt="x">
<figcaption>A caption</figcaption></figure>{body}</article>
<aside><p>Read also: <a href="/b">Another story of the day</a></p></aside></main>
<footer><p>Copyright 2023</p></footer><!-- the end --></body></html>
"""


@cache
def _pages() -> Sequence[bytes]:
    """Give saved pages of newspapers."""
    random = Random("pages")
    pages = []
    for lang in ("en", "id"):
        article = invented(random, lang)
        linked = {
            "@type": "NewsArticle",
            "headline": article.title,
            "datePublished": "2023-05-08T10:15:00+07:00",
            "author": [{"@type": "Person", "name": "Dewi Laras"}],
            "publisher": {"@type": "Organization", "name": "Warta", "logo": {"url": "x"}},
        }
        body = "".join(f"<p>{paragraph}</p>\n" for paragraph in article.paragraphs)
        words = {"lang": lang, "title": article.title, "body": body}
        pages.append(_PAGE.format(linked=json.dumps(linked), **words).encode())
    return pages


def _deep(text: str, random: Random) -> str:
    tag = random.choice(("div", "p", "table><tr><td", "b", "ul><li", "svg", "template", "span"))
    return text.replace("<article>", "<article>" + f"<{tag}>" * random.choice((30, 300, 3000)), 1)


def _undone(text: str, random: Random) -> str:
    end = random.choice(("</script>", "-->", "</article>", "</style>", "</title>", "</p>", '"'))
    return text.replace(end, "", random.choice((1, -1)))


def _charset(text: str, random: Random) -> str:
    names = (
        "utf-16",
        "x-user-defined",
        "nope",
        "\0",
        "utf-7",
        "shift_jis",
        "idna",
        "zlib",
        "base64",
    )
    return text.replace("utf-8", random.choice((*names, "punycode", "undefined", "mbcs")), 1)


def _linked(text: str, random: Random) -> str:
    start, stop = text.find("{", text.find("ld+json")), text.find("</script>")
    if not -1 < start < stop:
        return text
    return text[:start] + spoil_words(text[start:stop], random) + text[stop:]


_CHANGES: tuple[Callable[[str, Random], str], ...] = (
    *(spoil_words, _deep, _undone, _charset, _linked),
)


def _spoil_page(data: bytes, random: Random) -> bytes:
    """Change a page: its tags, its letters, what it says of itself, its bytes."""
    if random.random() < 0.15:
        return spoil_bytes(data, random)
    if random.random() < 0.4:
        return spoil_xml(data, random)
    text = random.choice(_CHANGES)(data.decode("utf-8", "replace"), random)
    return text.encode(random.choice(("utf-8", "utf-8", *_ENCODINGS)), "replace")


TEXT = Kind("text", ".txt", _texts, _spoil_text, take_in, read_words)
HTML = Kind("html", ".html", _pages, _spoil_page, take_in, read_words)
