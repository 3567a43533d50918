"""Mail: single messages, boxes of many, and pages that a browser saved in the form of a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from satumeja.bundles._types import Left, Page, Yielded
from satumeja.bundles.kinds._proquest import is_proquest, proquest_articles
from satumeja.bundles.reading import blocks, one_line, paragraphs_of, unwrapped
from satumeja.report.kit import Article

__all__ = ["box_articles", "mail_articles"]

_FROM = re.compile(rb"^From \S+.*\d", re.MULTILINE)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_CUT = ("CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect")
_BROKEN = (LookupError, ValueError, AttributeError, TypeError, RecursionError)
"""What Python's parser raises where it cannot make out a head, beside its own errors."""
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)


def mail_articles(data: bytes) -> Iterator[Yielded]:
    """Yield what a message holds: itself, a page, or the articles that a database sent.

    Parameters
    ----------
    data : bytes
        The message.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        if isinstance(message, EmailMessage):
            yield from _contents(message)
    except _BROKEN:
        # What Python's parser cannot make out in a broken head is no message for anybody.
        yield Left("no_article", counts=True, values={"what": "mail"})


def box_articles(chunks: Iterable[bytes]) -> Iterator[Yielded]:
    """Yield the messages of a box, one after the other.

    Parameters
    ----------
    chunks : iterable of bytes
        The file.
    """
    for data in _messages(chunks):
        yield from mail_articles(data)


def _messages(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Cut a box at the lines that begin a message, each below a blank line."""
    message: list[bytes] = []
    is_blank = True
    for line in _lines(chunks):
        if is_blank and _FROM.match(line):
            if message:
                yield _QUOTED.sub(rb"\1", b"".join(message))
            message = []
        else:
            message.append(line)
        is_blank = not line.strip()
    if message:
        yield _QUOTED.sub(rb"\1", b"".join(message))


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Give the lines of a file, with their ends."""
    parts: list[bytes] = []  # of a line that goes on; joined once, however long it is
    for chunk in chunks:
        first, *others = chunk.split(b"\n")
        parts.append(first)
        for other in others:
            yield b"".join(parts) + b"\n"
            parts = [other]
    if any(parts):
        yield b"".join(parts)


def _contents(message: EmailMessage) -> Iterator[Yielded]:
    """Yield what a message holds."""
    if any(type(defect).__name__ in _CUT for part in message.walk() for defect in part.defects):
        yield Left("cut_off")
    html = message.get_body(("html",))
    markup = _words_of(html) if html is not None else ""
    if is_proquest(markup):
        yield from proquest_articles([markup])
        return
    if message.get("Snapshot-Content-Location") or (
        message.get_content_type() == "multipart/related"
        and (_head(message, "From") or "").startswith("<Saved by")
    ):
        yield _saved_page(message, markup)
        return
    plain = message.get_body(("plain",))
    paragraphs = _paragraphs(_words_of(plain)) if plain is not None else []
    paragraphs = paragraphs or paragraphs_of(markup)
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    yield _article(message, paragraphs)
    if names:
        yield Left("attachments", values={"names": ", ".join(map(one_line, names))})


def _saved_page(message: EmailMessage, markup: str) -> Page:
    """Give the page of a message that is one."""
    link = one_line(str(message.get("Snapshot-Content-Location") or ""))
    stated = Article("mail", _head(message, "Subject") or "", "", link=link or None)
    return Page(markup.encode("utf-8", "replace"), stated)


def _article(message: EmailMessage, paragraphs: list[str]) -> Article | Left:
    """Make the article of a message."""
    if not paragraphs:
        return Left("empty", counts=True)
    name, address = _sender(message)
    try:
        published = parsedate_to_datetime(_head(message, "Date") or "")
    except ValueError:
        published = None
    return Article(
        "mail",
        _head(message, "Subject") or "",
        "\n\n".join(paragraphs),
        outlet=name or address.rpartition("@")[2] or None,
        published=published,
        author=name or address or None,
        identifier=_head(message, "Message-ID"),
    )


def _sender(message: EmailMessage) -> tuple[str, str]:
    """Give the name and the address of who sent it, empty where they cannot be made out."""
    try:
        return parseaddr(_head(message, "From") or "")
    except _BROKEN:
        return "", ""


def _head(message: EmailMessage, name: str) -> str | None:
    """Give a line of the head, as words; as it is written where it is no such line."""
    try:
        words = str(message.get(name) or "")
    except _BROKEN:
        raw = (str(text) for key, text in message.raw_items() if key.lower() == name.lower())
        words = next(raw, "")
    return one_line(words) or None


def _words_of(part: MIMEPart) -> str:
    """Give the words of a part, in whatever it says they are written."""
    try:
        return str(part.get_content())
    except (LookupError, ValueError, KeyError, AttributeError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a plain text, without the signature below it."""
    body = _SIGNATURE.split(text.replace("\r\n", "\n"), maxsplit=1)[0]
    return [line for block in blocks(body.split("\n")) for line in unwrapped(block)]
