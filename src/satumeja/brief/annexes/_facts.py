"""Annex 4: what is agreed and what is contested, and when it was or is due."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.brief.annexes._annex import Annex, Shortened
from satumeja.brief.annexes._saying import Saying, cell
from satumeja.brief.leaf import short_name
from satumeja.brief.media import Cell, Piece, Table
from satumeja.front import Ahead, Fact, Moment

__all__ = ["fact_annex"]

_STANDINGS = {"both": "both", "contested": "contested", "one side": "side", "paper": "paper"}
_LAST = 9


def fact_annex(saying: Saying, most: int) -> Annex:
    """Set out facts by who says them, and the timeline."""
    listed, cut = saying.matter.facts, Shortened(most)
    title = saying("annexes.heading", number=4, title=saying("annexes.title.facts"))
    tables = list[Table]()
    if listed.facts:
        shown = cut(listed.facts, [_urgency(fact) for fact in listed.facts])
        heads = [saying(f"annexes.facts.{key}") for key in ("standing", "what", "against", "used")]
        body = [_row(saying, fact) for fact in shown]
        tables.append(saying.table(saying("annexes.facts.caption"), heads, body, "facts"))
    days = [*(_past(saying, moment) for moment in cut(listed.timeline, _recent(listed.timeline))),
            *(_due(saying, ahead) for ahead in cut(listed.ahead))]  # fmt: skip
    if days:
        heads = [saying("annexes.time.when"), saying("annexes.time.what")]
        tables.append(saying.table(saying("annexes.time.caption"), heads, days, "time"))
    sentences = () if listed.facts else (saying.sentence("annexes.facts.none", "facts"),)
    return Annex(4, "facts", title, sentences, tuple(tables), saying.more(cut.left))


def _urgency(fact: Fact) -> int:
    """Keep what is contested, then what is used, longest."""
    if fact.standing == "contested":
        return 0
    return list(_STANDINGS).index(fact.standing) + (1 if fact.used else _LAST)


def _recent(moments: Sequence[Moment]) -> list[int]:
    """Keep the latest days longest."""
    return list(range(len(moments), 0, -1))


def _row(saying: Saying, fact: Fact) -> list[Cell]:
    return [
        Cell(saying(f"annexes.facts.by.{_STANDINGS[fact.standing]}"), "row"),
        Cell.pieced(_said(saying, fact)),
        Cell.pieced(_against(saying, fact)),
        cell(_used(saying, fact), quiet=not fact.used),
    ]


def _said(saying: Saying, fact: Fact) -> list[Piece]:
    """Say what it is: of what both sides say who does what, of the rest the words too."""
    about = saying.names.text(fact.about)
    if fact.standing == "both":
        labels = [
            label
            for quoted in fact.sentences
            for label in quoted.labels
            if label.issue and saying.names.text(label.issue) == about
        ]
        acts = dict.fromkeys((str(label.actor), label.kind) for label in labels)
        actors = {str(label.actor): label.actor for label in labels}
        called = {
            actor: saying.names.heading(saying.names.text(name)) for actor, name in actors.items()
        }
        doing = [
            saying("annexes.label", actor=called[actor], act=saying(f"annexes.act.{kind}"))
            for actor, kind in acts
        ]
        return [Piece(about, bold=True), Piece(": " + "; ".join(doing))]
    pieces = list[Piece]()
    for quoted in fact.sentences:
        label = saying.labels(quoted.labels) or saying.credit(quoted)
        lead = f"{label}: " if label else ""
        pieces += [Piece(lead, fresh=bool(pieces)), *saying.quotation(quoted)]
    return pieces


def _against(saying: Saying, fact: Fact) -> list[Piece]:
    """Quote who denies it; a tie that nobody checked is told as such."""
    if not fact.against:
        return [Piece(saying("annexes.dash"))]
    pieces = list[Piece]()
    for quoted in fact.against:
        label = saying.labels(quoted.labels) or saying.credit(quoted)
        pieces += [Piece(f"{label}: ", fresh=bool(pieces)), *saying.quotation(quoted)]
    if not fact.checked:
        pieces.append(Piece(saying("annexes.facts.unchecked"), quiet=True, fresh=True))
    return pieces


def _used(saying: Saying, fact: Fact) -> str:
    """Say whether the model uses it, or which other reading does."""
    if fact.used:
        return saying("annexes.facts.yes")
    references = {quoted.reference for quoted in (*fact.sentences, *fact.against)}
    users = [
        short_name(saying.names, saying.names.readings[place])
        for place in range(1, len(saying.names.readings))
        if any(
            telling.uses[place]
            for telling in saying.matter.apart.sentences
            if telling.sentence.reference in references
        )
    ]
    return "; ".join(saying("annexes.facts.reading", name=name) for name in users) or saying(
        "annexes.facts.no"
    )


def _past(saying: Saying, moment: Moment) -> list[Cell]:
    label = saying.labels(moment.sentence.labels[:1])
    pieces = [Piece(f"{label}: " if label else ""), *saying.quotation(moment.sentence)]
    return [Cell(saying.days(moment.on.split("/")), "row"), Cell.pieced(pieces)]


def _due(saying: Saying, ahead: Ahead) -> list[Cell]:
    what = saying.names.text(ahead.text).rstrip(".")
    if ahead.what == "table":
        names = {table.id: table.name for table in saying.matter.front.tables}
        what = saying.names.text(names.get(ahead.id, ahead.text)) or saying(
            "annexes.time.the_table"
        )
    text = saying("annexes.time.ahead", what=what or saying("annexes.time.report"))
    return [Cell(saying.words.date(ahead.on), "row"), cell(text, bold=True)]
