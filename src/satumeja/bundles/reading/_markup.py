"""The tags and words of markup that a program made; nothing of it is run or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from satumeja.bundles.reading._paragraphs import one_line

__all__ = ["Token", "paragraphs_of", "plain_words", "tokens"]

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[(?P<data>.*?)(?:\]\]>|\Z)|<(?P<raw>script|style|template)\b"
    r".*?(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<end>/?)(?P<tag>[A-Za-z][\w:.-]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>?"
    r"|<[!?][^>]*>?|(?P<text>[^<]+|<)",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
        "paragraph",
        "text",
        "hl1",
        "hl2",
    ]
)
_UNSEEN = frozenset({"head", "title", "noscript", "select", "svg"})


@dataclass(frozen=True)
class Token:
    """A tag, or the words between two.

    Parameters
    ----------
    tag : str
        Its name in small letters; empty of words.
    ends : bool
        Whether the tag ends its element.
    words : str
        The words between tags, or what stands in the tag behind its name.
    """

    tag: str
    ends: bool
    words: str

    def attribute(self, name: str) -> str:
        """Give an attribute of the tag; nothing where it has none of the name."""
        for key, double, single, bare in _ATTRIBUTE.findall(self.words):
            if key.lower() == name:
                return unescape(double or single or bare)
        return ""


def tokens(markup: str) -> Iterator[Token]:
    """Yield the tags and words of markup; comments, scripts and styles are left out.

    Parameters
    ----------
    markup : str
        HTML or the like, whole or cut off.

    Examples
    --------
    >>> [(token.tag, token.words) for token in tokens("<p class='a'>x &amp; y</p>")]
    [('p', " class='a'"), ('', 'x & y'), ('p', '')]
    """
    for part in _TOKEN.finditer(markup):
        if part["text"] is not None:
            yield Token("", False, unescape(part["text"]))
        elif part["data"] is not None:
            yield Token("", False, part["data"])
        elif part["tag"] is not None:
            tag = part["tag"].lower()
            yield Token(tag, bool(part["end"]), part["rest"])
            if part["rest"].endswith("/") and not part["end"]:
                yield Token(tag, True, "")


def plain_words(markup: str) -> str:
    """Give the words of markup on one line.

    Examples
    --------
    >>> plain_words("Talks <b>open</b><br>in Geneva")
    'Talks open in Geneva'
    """
    return one_line(" ".join(paragraphs_of(markup)))


def paragraphs_of(markup: str) -> list[str]:
    """Give the paragraphs of markup: what stands between the tags of blocks and line breaks.

    Examples
    --------
    >>> paragraphs_of("<p>One<em>!</em></p><p>Two<br/>lines</p>")
    ['One!', 'Two', 'lines']
    """
    parts: list[list[str]] = [[]]
    unseen = ""
    for token in tokens(markup):
        if unseen:
            unseen = "" if token.ends and token.tag == unseen else unseen
        elif token.tag in _UNSEEN and not token.ends:
            unseen = token.tag
        elif token.tag in _BLOCKS or token.tag == "br":
            parts.append([])
        elif not token.tag:
            parts[-1].append(token.words)
    return [words for part in parts if (words := one_line("".join(part)))]
