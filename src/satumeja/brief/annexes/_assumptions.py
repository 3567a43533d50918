"""Annex 6: what is assumed, the sentences it rests on, what is ruled out, and corrections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from satumeja.brief.annexes._annex import Annex, Shortened
from satumeja.brief.annexes._saying import Saying
from satumeja.brief.leaf import Sentence, capital
from satumeja.brief.media import Cell, Piece, Table
from satumeja.brief.words import options_of
from satumeja.front import Assumption, Corrected, Quoted, RuledOut
from satumeja.model import Rule, Source
from satumeja.model.kit import mask_of, statements_of

__all__ = ["assumption_annex"]

_COUNTING = ("at_most_one", "at_least_one", "exactly_one")


def assumption_annex(saying: Saying, most: int) -> Annex:
    """Set out every wish and line with its sentences; what the links turn on stays longest."""
    listed, cut = saying.matter.assumed, Shortened(most)
    title = saying("annexes.heading", number=6, title=saying("annexes.title.assumptions"))
    tables, sentences = list[Table](), tuple[Sentence, ...]()
    if listed.assumptions:
        shown = cut(listed.assumptions, _urgency(saying, listed.assumptions))
        tables.append(_table(saying, shown))
    else:
        sentences = (saying.sentence("annexes.assumptions.left", "assumed"),)
    if listed.ruled_out:
        tables.append(_ruled_out(saying, cut, listed.ruled_out))
    if listed.corrections:
        tables.append(_corrections(saying, cut(listed.corrections)))
    if saying.matter.model.sources:
        tables.append(_sources(saying, cut(saying.matter.model.sources)))
    return Annex(6, "assumptions", title, sentences, tuple(tables), saying.more(cut.left))


def _urgency(saying: Saying, assumptions: Sequence[Assumption]) -> list[int]:
    """Keep longest what the present situation hangs on, then lines, then what has sentences."""
    deciding = {link.why.statement for link in saying.matter.front.links if link.why}
    return [
        0
        if wish.kind == "wish" and wish.statement in deciding
        else 1
        if wish.kind == "line"
        else 2
        if wish.sentences
        else 3
        for wish in assumptions
    ]


def _table(saying: Saying, assumptions: Sequence[Assumption]) -> Table:
    keys = ("assumed", "sentence", "label", "because", "grade")
    heads = [saying(f"annexes.assumptions.{key}") for key in keys]
    body = [row for wish in assumptions for row in _rows(saying, wish)]
    return saying.table(saying("annexes.assumptions.caption"), heads, body, "assumptions")


def _rows(saying: Saying, wish: Assumption) -> Iterator[list[Cell]]:
    """Give a row a sentence; what is assumed, its reason and its grade span them all."""
    count = max(1, len(wish.sentences))
    ends = [
        Cell.pieced(_because(saying, wish), rows=count),
        Cell.pieced([Piece(saying.grade(wish.backing))], rows=count),
    ]
    first = Cell.pieced(_assumed(saying, wish), "row", rows=count)
    if not wish.sentences:
        empty = Cell.pieced(_none(saying))
        yield [first, empty, Cell(saying("annexes.dash")), *ends]
    for place, quoted in enumerate(wish.sentences):
        middle = [Cell.pieced(_quotation(saying, quoted)), Cell(_label(saying, quoted))]
        yield middle if place else [first, *middle, *ends]


def _none(saying: Saying) -> list[Piece]:
    """Say that there is no sentence."""
    return [Piece(saying("annexes.assumptions.no_sentence"), quiet=True)]


def _assumed(saying: Saying, wish: Assumption) -> list[Piece]:
    """Say a wish as a clause, or what a line rules out, and whose it is."""
    maker = saying.matter.model[wish.dm]
    number = int(wish.statement.partition("#")[2])
    stated = maker.red_lines if wish.kind == "line" else statements_of(maker.preference)
    condition = stated[number - 1].condition
    name = saying.names.label(wish.dm)
    if wish.kind == "line":
        text = saying.line(wish.statement, condition)
        where = f"{name}, {saying('annexes.line')}"
    else:
        text = saying.clause(wish.dm, condition)
        where = f"{name}, {saying.place(wish.statement)}"
    return [Piece(text, bold=wish.kind == "line"), Piece(f" ({where})", quiet=True)]


def _quotation(saying: Saying, quoted: Quoted) -> list[Piece]:
    """Quote a sentence, who said it, and the same one in a parallel report."""
    pieces = saying.quotation(quoted)
    if credit := saying.credit(quoted):
        pieces.append(Piece(credit, quiet=True, fresh=True))
    if quoted.parallel is not None:
        other = quoted.parallel
        language = "" if other.language == saying.words.language else other.language
        text = saying("annexes.quote", text=saying.names.text(other.words))
        pieces += [
            Piece(saying("annexes.assumptions.parallel") + " ", quiet=True, fresh=True),
            Piece(text, slanted=True, language=language),
        ]
    return pieces


def _label(saying: Saying, quoted: Quoted) -> str:
    if not quoted.words:
        return saying("annexes.dash")
    return saying.labels(quoted.labels) or saying("annexes.assumptions.no_act")


def _because(saying: Saying, wish: Assumption) -> list[Piece]:
    """Give what a person reads the sentences as, glosses, and why a wish stands where it does."""
    pieces = [saying.author(wish.because)] if wish.because else []
    for quoted in wish.sentences:
        if quoted.gloss:
            gloss = saying.names.text(quoted.gloss)
            key = "gloss" if quoted.gloss_by else "gloss_plain"
            blanks = {"who": quoted.gloss_by} if quoted.gloss_by else {}
            text = saying(f"annexes.assumptions.{key}", text=gloss, **blanks)
            pieces.append(Piece(text, fresh=bool(pieces)))
    if wish.order:
        why = saying.author(wish.order)
        text = saying("annexes.assumptions.order", why=why.text)
        pieces.append(Piece(text, language=why.language, fresh=bool(pieces)))
    return pieces or [Piece(saying("annexes.dash"))]


def _ruled_out(saying: Saying, cut: Shortened, rules: Sequence[RuledOut]) -> Table:
    heads = [saying(f"annexes.ruled_out.{key}") for key in ("what", "because", "sentence")]
    stated = saying.matter.model.stated_rules
    body = list[list[Cell]]()
    for rule, written in cut(list(zip(rules, stated, strict=True))):
        quotes = [
            piece
            for place, quoted in enumerate(rule.sentences)
            for piece in saying.quotation(quoted, fresh=place > 0)
        ]
        text = capital(_impossible(saying, written))
        why = [saying.author(rule.because)] if rule.because else [Piece(saying("annexes.dash"))]
        body.append(
            [
                Cell(text, "row"),
                Cell.pieced(why),
                Cell.pieced(quotes or _none(saying)),
            ]
        )
    return saying.table(saying("annexes.ruled_out.caption"), heads, body, "ruled-out")


def _impossible(saying: Saying, rule: Rule) -> str:
    """Say what cannot be, in the form in which it was stated."""
    phrases = saying.names.phrases
    if rule.kind not in _COUNTING:
        return phrases.condition(rule.condition)
    options = [phrases.option(k) for k in options_of(mask_of(rule.condition))]
    return saying(f"annexes.ruled_out.{rule.kind}", options=saying.words.all_of(options))


def _sources(saying: Saying, sources: Sequence[Source]) -> Table:
    """List what is cited, as it was published."""
    heads = [saying(f"annexes.sources.{key}") for key in ("source", "published")]
    body = (
        [
            Cell(saying.source(source), "row"),
            _cited(source.citation or source.url or source.report or source.dossier),
        ]
        for source in sources
    )
    return saying.table(saying("annexes.sources.caption"), heads, body, "sources")


def _cited(text: str) -> Cell:
    """Set a publication as it is cited, in whatever language."""
    return Cell(text, markup=Markup("<cite>{}</cite>").format(text))


def _corrections(saying: Saying, corrections: Sequence[Corrected]) -> Table:
    heads = [
        saying(f"annexes.corrections.{key}") for key in ("reference", "state", "who", "on", "note")
    ]
    body = (
        [
            Cell(made.reference, "row"),
            Cell(saying.words(f"dossier.review.{made.state}")),
            Cell(made.who),
            Cell(saying.words.date(made.on)),
            Cell(made.note or saying("annexes.dash")),
        ]
        for made in corrections
    )
    return saying.table(saying("annexes.corrections.caption"), heads, body, "corrections")
