"""The sentences of the front page, set out in the parts that an office expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from satumeja.brief.forms._form import Form, Line, Part
from satumeja.brief.leaf import Leaf, Sentence
from satumeja.brief.words import Words

__all__ = ["form_of"]


def form_of(key: str, leaf: Leaf, words: Words, *, author: str, made: str, mark: str) -> Form:
    """Set a front page out in a form.

    Parameters
    ----------
    key : {"submission", "telaahan"}
        Which form.
    leaf : Leaf
        The front page, in the language of the words.
    words : Words
        The language.
    author, made, mark : str
        Who prepared it, the day, and how it is to be handled; left to be filled in where empty.

    Returns
    -------
    Form
        Where the form has a place for advice, the program leaves it to the author.
    """
    filled = {"from": author, "date": words.date(made) if made else "", "mark": mark}
    lines = _LINES[key]
    parts = _submission(leaf, words) if key == "submission" else _telaahan(leaf, words)
    return Form(
        key,
        words(f"forms.{key}.title"),
        tuple(_line(words, name, filled, leaf) for name in lines),
        tuple(parts),
    )


_LINES = {
    "submission": ("to", "from", "date", "mark", "about"),
    "telaahan": ("to", "from", "date", "number", "mark", "enclosures", "about"),
}


def _line(words: Words, name: str, filled: Mapping[str, str], leaf: Leaf) -> Line:
    if name == "about":
        text = next(part.text for part in leaf.head if part.key == "title")
    elif name == "enclosures":
        text = words("forms.enclosed")
    else:
        text = filled.get(name, "") or words("forms.blank")
    return Line(words(f"forms.line.{name}"), text)


def _submission(leaf: Leaf, words: Words) -> Iterator[Part]:
    """Set out: issue, recommendation, timing, background, argument, presentation."""

    def part(key: str, sentences: tuple[Sentence, ...], figure: str = "") -> Part:
        return _part(words, "submission", key, sentences, figure)

    yield part("issue", (*_asked(leaf), *leaf.lead, leaf.foot))
    yield part("recommendation", (_fixed(words, "forms.no_recommendation"),))
    yield part("timing", _block(leaf, "ahead"))
    yield part("background", (*_now(leaf), *_labelled(leaf, "evidence")[:1]))
    yield part("argument", _block(leaf, "holds"), "picture")
    rest = (*_block(leaf, "evidence")[1:], *_labelled(leaf, "seat"))
    yield part("presentation", rest, "strip")
    yield _part(words, "submission", "ask", _block(leaf, "ask"), listed=True)


def _telaahan(leaf: Leaf, words: Words) -> Iterator[Part]:
    """Set out: issue, assumptions, facts that bear on it, analysis, conclusion, advice."""

    def part(key: str, sentences: tuple[Sentence, ...], figure: str = "") -> Part:
        return _part(words, "telaahan", key, sentences, figure)

    yield part("issue", _asked(leaf) or (_fixed(words, "forms.no_question"),))
    yield part("assumptions", (_fixed(words, "forms.assumed"), *_block(leaf, "holds")))
    facts = [
        *_now(leaf),
        *(s for key in ("evidence", "seat", "ahead") for s in _labelled(leaf, key)),
    ]
    yield _part(words, "telaahan", "facts", tuple(facts), listed=True)
    yield part("analysis", (), "picture")
    yield part("conclusion", (*leaf.lead, leaf.foot), "strip")
    yield part("advice", (_fixed(words, "forms.no_advice"),))
    yield _part(words, "telaahan", "ask", _block(leaf, "ask"), listed=True)


def _part(
    words: Words,
    form: str,
    key: str,
    sentences: tuple[Sentence, ...],
    figure: str = "",
    *,
    listed: bool = False,
) -> Part:
    heading = words(f"forms.{form}.{key}")
    return Part(key, heading, sentences, listed, figure)  # type: ignore[arg-type]  # of three


def _fixed(words: Words, key: str) -> Sentence:
    return Sentence(key, words(key), "")


def _asked(leaf: Leaf) -> tuple[Sentence, ...]:
    """Return the question alone, without the word that stands before it on the page."""
    questions = [part for part in leaf.head if part.key == "leaf.asked"]
    return tuple(
        Sentence("question", part.blanks["question"], part.source, "", part.blanks)
        for part in questions
    )


def _now(leaf: Leaf) -> tuple[Sentence, ...]:
    """Return what each side is doing now, as the first row of the picture says it."""
    return tuple(
        Sentence(row.sentence.key, f"{row.text}.", row.sentence.source)
        for row in leaf.picture.rows
        if row.kind == "now"
    )


def _labelled(leaf: Leaf, key: str) -> tuple[Sentence, ...]:
    """Return what stands under a heading of the page, the heading before its first sentence."""
    first, *rest = _block(leaf, key)
    label = f"{_heading(leaf, key)}."
    return (
        Sentence(first.key, f"{label} {first.text}", first.source, label, first.blanks),
        *rest,
    )


def _heading(leaf: Leaf, key: str) -> str:
    return next(b.heading for column in leaf.columns for b in column if b.key == key)


def _block(leaf: Leaf, key: str) -> tuple[Sentence, ...]:
    blocks = (block for column in leaf.columns for block in column)
    return next((block.sentences for block in blocks if block.key == key), ())
