"""Reading what the brief writes: HTML as a list of elements, and models to write about."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from html.parser import HTMLParser

from random_models import random_graph_model, random_option_model
from satumeja import formats
from satumeja.gallery import load
from satumeja.model import Model

VOID = frozenset({"meta", "input", "br", "link", "img", "hr"})
NAMES = ["chicken", "elmira", "garrison", "syria-iraq", "december-2021-b"]


@dataclass
class Element:
    """An element, the text directly in it, and the languages and elements around it."""

    name: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    language: str
    text: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    """Collects the elements of a page and checks that they nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        inside = tuple(element.name for element in self.open)
        outer = self.open[-1].language if self.open else ""
        found = Element(tag, attributes, inside, attributes.get("lang", outer))
        self.elements.append(found)
        if tag not in VOID:
            self.open.append(found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1].name == tag, f"</{tag}> closes {self.open[-1].name}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1].text.append(data)


def elements(html: str) -> list[Element]:
    """List the elements of a page."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open, f"left open: {[element.name for element in reader.open]}"
    return reader.elements


def in_language(found: list[Element], language: str) -> str:
    """Join the text a reader of one language sees, without code and citations."""
    return " ".join(
        "".join(element.text)
        for element in found
        if element.language == language and element.name not in ("style", "code", "pre", "cite")
    )


def random_models(seed: int, count: int) -> list[Model]:
    """Draw small models of every form."""
    rng = random.Random(seed)
    drawn = [random_option_model(rng, total=5) for _ in range(count)]
    drawn += [random_graph_model(rng) for _ in range(count)]
    return [formats.from_dict(native) for native in drawn]


def gallery_models() -> list[Model]:
    """Load conflicts of both forms, with every kind of preference."""
    return [load(name) for name in NAMES]
