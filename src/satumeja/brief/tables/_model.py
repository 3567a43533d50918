"""Tables of what is assumed: options, preferences, what is ruled out, red lines, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.tables._evidence import Quote
from satumeja.brief.tables._grades import grade_markup
from satumeja.brief.tables._option_rows import OptionRow, option_rows
from satumeja.brief.words import Phrases, Tongue, Words, phrases_of
from satumeja.evidence import Archive
from satumeja.model import (
    Adjusted,
    AtLeast,
    Binary,
    DecisionMaker,
    Edit,
    Model,
    Not,
    Prioritisation,
    Rule,
    Statement,
    Weighting,
    holds,
)
from satumeja.model.kit import feasible_codes, option_form

__all__ = [
    "grounds",
    "heads",
    "infeasible_table",
    "option_table",
    "preference_table",
    "red_line_table",
    "written",
]

_COUNTED = 20


def grounds(
    phrases: Phrases,
    archive: Archive,
    because: str,
    evidence: Sequence[str],
    *,
    quoted: bool = False,
) -> tuple[Cell, Cell]:
    """Say why something is assumed, and what it rests on: quoted, or by whom and where."""
    reason = phrases.text(because)
    words = phrases.words
    if not evidence:
        return Cell(reason), Cell(words("evidence.none"), kind="unsourced")
    quotes = [Quote(archive.find(reference)) for reference in evidence]
    text = " ".join(q.text(words) if quoted else _credited(q, words) for q in quotes)
    markup = Markup("").join(q.markup(words) if quoted else q.link(words) for q in quotes)
    markup += grade_markup(words, archive.grade(evidence), archive)
    return Cell(reason), Cell(text, kind="evidence", markup=markup)


def _credited(quote: Quote, words: Words) -> str:
    """Say who said it, when and where, and what casts doubt on it."""
    if quote.missing:
        return f"{quote.credit(words)}: {quote.why_missing(words)}"
    return " ".join((f"{quote.credit(words)}.", *quote.doubts(words)))


def heads(words: Words, *keys: str) -> tuple[Row, ...]:
    """Give the headings of columns."""
    return (tuple(Cell(words(f"column.{key}"), "col") for key in keys),)


def option_table(
    model: Model, *, language: Tongue = "en", archive: Archive | None = None
) -> Table:
    """List the decision makers and what each can do.

    Parameters
    ----------
    model : Model
        In option form, or in graph form, where moves stand in place of options.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.
    archive : Archive, optional
        Where evidence is looked up; made anew where none is given.

    Returns
    -------
    Table
        One row an option: number, name (with its levels), direction, status quo, reason and
        evidence. What a decision maker itself rests on has a row before its options.
    """
    phrases, archive = phrases_of(model, language), archive or Archive(model)
    if model.is_graph:
        return _mover_table(phrases, archive)
    words, body = phrases.words, list[Row]()
    start = None if model.status_quo is None else model.form(model.status_quo)
    owned = {dm.id: rows for dm, rows in option_rows(phrases)}
    for dm in model.decision_makers:
        rows = [_option(phrases, archive, row, start) for row in owned.get(dm.id, ())]
        if dm.because or dm.evidence:
            rows.insert(0, _itself(phrases, archive, dm))
        for k, row in enumerate(rows):
            body.append((_owner(phrases, dm, len(rows)), *row) if k == 0 else row)
    head = heads(words, "dm", "number", "option", "direction", "status_quo", "because", "evidence")
    return Table(words("options.caption"), head, tuple(body), "", "options", words.language)


def _option(phrases: Phrases, archive: Archive, row: OptionRow, start: str | None) -> Row:
    """Describe an option, and say what it rests on."""
    option, levels = row.option, ", ".join(row.levels)
    return (
        Cell(row.numbers, kind="number"),
        Cell(f"{row.name} ({levels})" if levels else row.name, "row"),
        Cell(phrases.words(f"direction.{option.direction}")),
        Cell("–", kind="no") if start is None else row.cell(start),
        *grounds(phrases, archive, option.because, option.evidence),
    )


def _itself(phrases: Phrases, archive: Archive, dm: DecisionMaker) -> Row:
    """Say what a decision maker itself, its part and its moves, rests on: none of its options."""
    return (
        Cell("", kind="number"),
        Cell(phrases.words("options.itself"), "row"),
        Cell(""),
        Cell(""),
        *grounds(phrases, archive, dm.because, dm.evidence),
    )


def _owner(phrases: Phrases, dm: DecisionMaker, rows: int = 1) -> Cell:
    name = f"{phrases.dm(dm.id)} ({phrases.letters[dm.id]})"
    return Cell(name, "rowgroup" if rows > 1 else "row", rows=rows)


def _mover_table(phrases: Phrases, archive: Archive) -> Table:
    words, body = phrases.words, list[Row]()
    for dm in phrases.model.decision_makers:
        ids = [f"{a} → {b}" for a, b in (dm.moves.tolist() if dm.moves is not None else [])]
        numbered = [" → ".join(str(int(n) + 1) for n in pair.split(" → ")) for pair in ids]
        body.append(
            (
                _owner(phrases, dm),
                Cell(", ".join(numbered) or words("none")),
                *grounds(phrases, archive, dm.because, dm.evidence),
            )
        )
    head = heads(words, "dm", "moves", "because", "evidence")
    return Table(words("movers.caption"), head, tuple(body), "", "options", words.language)


def preference_table(
    model: Model, dm: str, *, language: Tongue = "en", archive: Archive | None = None
) -> Table:
    """List what a decision maker wants, most important first, and what that rests on.

    Parameters
    ----------
    model : Model
        A conflict.
    dm : str
        Whose preferences, by id.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.
    archive : Archive, optional
        Where evidence is looked up; made anew where none is given.

    Returns
    -------
    Table
        One row a preference statement or weight; for a ranking one row saying so.
    """
    phrases, archive = phrases_of(model, language), archive or Archive(model)
    words, maker = phrases.words, model[dm]
    caption = words("preferences.caption", dm=phrases.dm(dm))
    base, note = maker.preference, ""
    if isinstance(base, Adjusted):
        note = " ".join(_edits(phrases, base.edits))
        base = base.base
    match base:
        case Prioritisation(statements):
            body = tuple(
                (Cell(str(k), kind="number"), *_stated(phrases, archive, statement, quoted=True))
                for k, statement in enumerate(statements, start=1)
            )
            head = heads(words, "priority", "wants", "because", "evidence")
        case Weighting(weights):
            body = tuple(
                (Cell(phrases.option(option), "row"), Cell(str(weight), kind="number"))
                for option, weight in sorted(weights.items())
            )
            head = heads(words, "option", "weight")
        case _:
            # What is said of the decision maker is about its part and its moves, not about this.
            rests_on = grounds(phrases, archive, "", ())
            body = ((Cell(words("preferences.ranked")), *rests_on),)
            head = heads(words, "wants", "because", "evidence")
    said = maker.beyond
    more = len((*said.unknown, *said.much_better, *said.degrees, *said.chances))
    if more:
        note = f"{note} {words.count('preferences.beyond', more)}".strip()
    return Table(caption, head, body, note, "preferences", words.language)


def _edits(phrases: Phrases, edits: Sequence[Edit]) -> Iterator[str]:
    """Tell of states put elsewhere by hand, each with its reason."""
    widths = tuple(len(dm.options) for dm in phrases.model.decision_makers)
    for edit in edits:
        ends = (("state", edit.state), ("anchor", edit.anchor))
        states = {end: option_form(code, widths) for end, code in ends}
        said = phrases.words(f"preferences.edit.{edit.placing}", **states)
        reason = phrases.text(edit.because)
        yield phrases.words("preferences.edit.because", said=said, because=reason or "–")


def _stated(
    phrases: Phrases, archive: Archive, statement: Statement, *, quoted: bool = False
) -> Row:
    because, evidence = statement.because, statement.evidence
    said = phrases.condition(statement.condition)
    for mark in ("greatly", "unknown"):
        if getattr(statement, mark):
            said = phrases.words(f"preferences.{mark}", said=said)
    return (
        written(said, statement.text),
        *grounds(phrases, archive, because, evidence, quoted=quoted),
    )


def written(said: str, written: str) -> Cell:
    """Put a condition in words and, below, as it was written."""
    markup = Markup("{}<br><code>{}</code>").format(said, written)
    return Cell(f"{said} [{written}]", "row", markup=markup)


def _typed(phrases: Phrases, rule: Rule) -> str:
    """Put a rule into words, with the type of reason it is given for."""
    said = _ruled_out(phrases, rule)
    return phrases.words(f"rule.type.{rule.type}", reason=said) if rule.type else said


def _ruled_out(phrases: Phrases, rule: Rule) -> str:
    """Put a rule into words: what may at most or must at least be, or what cannot be."""
    match rule.condition:
        case AtLeast(2, mask) if rule.kind == "at_most_one":
            return phrases.words("rule.at_most_one", options=phrases.any_of(mask))
        case Not(AtLeast(1, mask)) if rule.kind == "at_least_one":
            return phrases.words("rule.at_least_one", options=phrases.any_of(mask))
        case Binary("or", AtLeast(2, mask), Not(AtLeast(1))) if rule.kind == "exactly_one":
            return phrases.words("rule.exactly_one", options=phrases.any_of(mask))
    return phrases.words("rule.condition", condition=phrases.condition(rule.condition))


def infeasible_table(
    model: Model, *, language: Tongue = "en", archive: Archive | None = None
) -> Table:
    """List what cannot be, why, and how many states each condition leaves.

    Parameters
    ----------
    model : Model
        In option form.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.
    archive : Archive, optional
        Where evidence is looked up; made anew where none is given.

    Returns
    -------
    Table
        One row a condition; states left are counted up to 20 options.
    """
    phrases, archive = phrases_of(model, language), archive or Archive(model)
    words, body, left = phrases.words, list[Row](), _left(model)
    for rule, count in zip(model.stated_rules, left[1:], strict=True):
        body.append(
            (
                written(_typed(phrases, rule), rule.text),
                *grounds(phrases, archive, rule.because, rule.evidence),
                Cell("" if count is None else words.number(count), kind="number"),
            )
        )
    note = "" if left[0] is None else words.count("rule.before", left[0])
    head = heads(words, "rule", "because", "evidence", "left")
    return Table(
        words("infeasible.caption"), head, tuple(body), note, "infeasible", words.language
    )


def _left(model: Model) -> list[int | None]:
    """Count the states before any condition, and those that each leaves; None where too many."""
    rules = model.stated_rules
    if len(model.options) > _COUNTED:
        return [None] * (len(rules) + 1)
    levels = [rule.condition for rule in model.infeasible if rule not in rules]
    codes = feasible_codes(len(model.options), levels)
    left = [len(codes)]
    for rule in rules:
        codes = codes[~holds(rule.condition, codes)]
        left.append(len(codes))
    return [*left]


def red_line_table(
    model: Model, *, language: Tongue = "en", archive: Archive | None = None
) -> Table:
    """List the red lines: conditions a decision maker will not live with.

    Parameters
    ----------
    model : Model
        A conflict.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.
    archive : Archive, optional
        Where evidence is looked up; made anew where none is given.

    Returns
    -------
    Table
        One row a red line.
    """
    phrases, archive = phrases_of(model, language), archive or Archive(model)
    words, body = phrases.words, list[Row]()
    for dm in model.decision_makers:
        for k, line in enumerate(dm.red_lines):
            owner = (_owner(phrases, dm, len(dm.red_lines)),) if k == 0 else ()
            body.append((*owner, *_stated(phrases, archive, line)))
    head = heads(words, "dm", "red_line", "because", "evidence")
    return Table(words("red_lines.caption"), head, tuple(body), "", "red-lines", words.language)
