"""From sheets to the tree of a model file; every value keeps the place of its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from satumeja.errors import ModelError, did_you_mean
from satumeja.formats.sheets._grid import COMPARISONS, KINDS, LAYOUT, RULES, Column
from satumeja.formats.sheets._rows import Cells, Record, Records
from satumeja.formats.trees import Entry, List, Map, Node, Scalar, read_json

__all__ = ["read_sheets"]

_Entries = dict[str, Entry]


def read_sheets(sheets: Sequence[Cells], file: str) -> Node:
    """Read sheets into the tree that the native file of the same model gives.

    Parameters
    ----------
    sheets : sequence of Cells
        The sheets; `place_of` tells which of them a line of the tree is in.
    file : str
        The file or folder as the user named it.

    Raises
    ------
    ModelError
        If a sheet or heading is unknown, missing or there twice, or a row or cell is out
        of place; places are those of the tree.
    """
    records = Records(file)
    for k, sheet in enumerate(sheets):
        records.take(k, sheet)
    if "conflict" not in records.of:
        records.add('no sheet "conflict", which has the title', 1)
    records.check()
    root = _Tree(records).root()
    records.check()
    return root


class _Tree:
    def __init__(self, records: Records) -> None:
        self.records, self.add = records, records.add
        self.entries: _Entries = {}
        self.makers: dict[str, Map] = {}

    def root(self) -> Map:
        for record in self.rows("conflict"):
            self.head(record)
        keys = self.by_id("decision_makers")
        self.entries["decision_makers"] = _entry("decision_makers", Map(keys, *_at(keys)))
        self.fill_makers()
        self.listed("infeasible", [self.rule(record) for record in self.rows("infeasible")])
        for name in ("irreversible", "coalesce", "coalitions"):
            self.listed(name, [self.entry(name, record) for record in self.rows(name)])
        self.listed("states", [self.named("states", record) for record in self.rows("states")])
        for name in ("tables", "affected", "deadlines", "sources"):
            if entries := self.by_id(name):
                self.entries[name] = _entry(name, Map(entries, *_at(entries)))
        root = Map(self.entries, 1, 1)
        for record in self.rows("more"):
            self.more(root, record)
        return root

    def rows(self, sheet: str) -> list[Record]:
        return self.records.of.get(sheet, [])

    def listed(self, name: str, nodes: Sequence[Node]) -> None:
        if nodes:
            node = List(tuple(nodes), nodes[0].line, nodes[0].column)
            self.entries[name] = _entry(name, node)

    def head(self, record: Record) -> None:
        key = record.word("key")
        if key is None:
            return
        value = record.words("value") if key.text == "languages" else self.texts(record, "value")
        if value is None:
            self.add(f'nothing under "value" for {key.text}', record.line)
        else:
            self.put(self.entries, key, value)

    def put(self, entries: _Entries, key: Scalar, value: Node) -> None:
        if key.text in entries:
            self.add(f'"{key.text}" is there twice', key.line, key.column)
        else:
            entries[key.text] = Entry(key, value)

    def texts(self, record: Record, name: str) -> Node | None:
        """Give words for people: one text, or texts by language."""
        plain, stem = record.cells.get(name), f"{name}."
        by_language = {
            head.removeprefix(stem): cell
            for head, cell in record.cells.items()
            if head.startswith(stem)
        }
        if plain is not None and by_language:
            message = f'text under "{name}" and under a language; write it under one of them'
            self.add(message, plain.line, plain.column)
        if not by_language:
            return plain
        return Map(
            {
                code: Entry(Scalar(code, cell.line, cell.column), cell)
                for code, cell in by_language.items()
            },
            record.line,
            1,
        )

    def named(self, sheet: str, record: Record) -> Map:
        """Give the cells of a row under the keys of their columns, but for whose it is."""
        entries: _Entries = {}
        for column in LAYOUT[sheet]:
            node = None if column.name in _KEYS[sheet] else self.value(record, column)
            if node is not None:
                entries[column.name] = _entry(column.name, node)
        return Map(entries, record.line, 1)

    def entry(self, sheet: str, record: Record) -> Node:
        """Give a row as the list or the mapping that it stands for."""
        if sheet == "coalitions":
            return record.words("members") or List((), record.line, 1)
        row = self.named(sheet, record)
        if sheet == "moves":
            return _sequence(row, ("from", "to"))
        if sheet != "comparisons":
            return row
        pair = _sequence(row, ("first", "second", "number"))
        entries: _Entries = {"pair": _entry("pair", pair)}
        entries |= {key: row.entries[key] for key in ("because", "evidence") if key in row.entries}
        return Map(entries, row.line, row.column)

    def value(self, record: Record, column: Column) -> Node | None:
        if column.kind == "text":
            return self.texts(record, column.name)
        return record.words(column.name) if column.kind == "list" else record.word(column.name)

    def by_id(self, sheet: str) -> _Entries:
        entries: _Entries = {}
        for record in self.rows(sheet):
            key = record.word("id")
            if key is not None:
                self.put(entries, key, self.named(sheet, record))
        return entries

    def fill_makers(self) -> None:
        """Give the decision makers what stands in sheets of their own."""
        node = self.entries["decision_makers"].value
        if isinstance(node, Map):
            self.makers = {k: e.value for k, e in node.entries.items() if isinstance(e.value, Map)}
        for record in self.rows("decision_makers"):
            self.preference(record)
        for owner, record in self.owned("options"):
            self.put_under("options", owner, record.word("id"), self.named("options", record))
        for owner, record in self.owned("weights"):
            self.put_under("weights", owner, record.word("option"), record.word("weight"))
        for owner, record in self.owned("attitudes"):
            self.put_under("attitudes", owner, record.word("toward"), record.word("attitude"))
        for sheet in ("preferences", "red_lines", "unseen", "adjust", "moves", "comparisons"):
            self.put_listed(sheet)
        self.rankings()

    def put_listed(self, sheet: str) -> None:
        """Give the decision makers the rows of a sheet as lists, comparisons by their kind."""
        listed: dict[tuple[str, str], list[Node]] = {}
        for owner, record in self.owned(sheet):
            kind = record.word("kind") if sheet == "comparisons" else Scalar(sheet)
            if kind is None:
                continue
            if sheet == "comparisons" and kind.text not in COMPARISONS:
                meant = did_you_mean(kind.text, COMPARISONS)
                hint = meant or f"; known are {', '.join(COMPARISONS)}"
                self.add(f'unknown kind "{kind.text}"{hint}', kind.line, kind.column)
            listed.setdefault((owner, kind.text), []).append(self.entry(sheet, record))
        for (owner, key), nodes in listed.items():
            parts = self.grouped(nodes) if key == "preferences" else nodes
            whole = List(tuple(parts), *_of(nodes[0]))
            self.makers[owner].entries[key] = _entry(key, whole)

    def grouped(self, nodes: Sequence[Node]) -> list[Node]:
        """Put statements together that are as important as the one above them."""
        statements = list[Node]()
        for node in nodes:
            equal = node.entries.pop("equal", None) if isinstance(node, Map) else None
            word = equal.value.text if equal and isinstance(equal.value, Scalar) else "no"
            if word not in ("yes", "no") or (word == "yes" and not statements):
                message = 'write "yes" where a statement is as important as the one above it'
                self.add(message, *_of(equal.value if equal else node))
            elif word == "yes":
                last = statements[-1]
                above = last.items if isinstance(last, List) else (last,)
                statements[-1] = List((*above, node), *_of(last))
            else:
                statements.append(node)
        return statements

    def owned(self, sheet: str) -> Iterator[tuple[str, Record]]:
        """Give each row of a sheet with the decision maker it belongs to."""
        for record in self.rows(sheet):
            owner = record.word("decision_maker")
            if owner is None:
                continue
            if owner.text in self.makers:
                yield owner.text, record
            else:
                self.unknown_maker(owner)

    def unknown_maker(self, name: Scalar) -> None:
        meant = did_you_mean(name.text, list(self.makers))
        self.add(f'unknown decision maker "{name.text}"{meant}', name.line, name.column)

    def put_under(self, sheet: str, owner: str, key: Scalar | None, value: Node | None) -> None:
        """Add an option, or the weight of one, to its decision maker."""
        if key is None or value is None:
            return
        entries = self.makers[owner].entries
        node = entries.setdefault(sheet, _entry(sheet, Map({}, *_of(key)))).value
        if isinstance(node, Map):
            self.put(node.entries, key, value)

    def preference(self, record: Record) -> None:
        """Open the preference of a decision maker that says which kind it has."""
        dm, kind, order = (record.word(name) for name in ("id", "preference", "order"))
        if dm is not None and order is not None:
            self.put(self.makers[dm.text].entries, Scalar("ranking", *_of(order)), order)
        if dm is None or kind is None:
            return
        if kind.text not in KINDS:
            meant = did_you_mean(kind.text, KINDS) or f"; known are {', '.join(KINDS)}"
            self.add(f'unknown preference "{kind.text}"{meant}', kind.line, kind.column)
        elif kind.text == "ranking":
            if dm.text not in [head.text for head in self.records.ranked]:
                message = f'no column "{dm.text}" in a sheet "rankings"'
                self.add(message, kind.line, kind.column)
        else:
            empty = List((), *_of(kind)) if kind.text == "preferences" else Map({}, *_of(kind))
            self.makers[dm.text].entries[kind.text] = _entry(kind.text, empty)

    def rankings(self) -> None:
        """Gather the states of each place, for each decision maker with a column."""
        for head in self.records.ranked:
            if head.text not in self.makers:
                self.unknown_maker(head)
                continue
            classes: dict[int, list[Node]] = {}
            for record in self.rows("rankings"):
                self.ranked_state(record, head.text, classes)
            listed = [List(tuple(classes[k]), *_of(classes[k][0])) for k in sorted(classes)]
            ranking = List(tuple(listed), *_of(head))
            self.makers[head.text].entries["ranking"] = Entry(head, ranking)

    def ranked_state(self, record: Record, dm: str, classes: dict[int, list[Node]]) -> None:
        state, cell = record.word("state"), record.word(dm)
        if state is None:
            return
        if cell is None:
            self.add(f"no place for state {state.text} in the order of {dm}", record.line)
        elif not (cell.text.isascii() and cell.text.isdigit() and 0 < len(cell.text) < 10):
            message = f'"{cell.text[:40]}" is not a place: write 1 for the most preferred, 2 ...'
            self.add(message, cell.line, cell.column)
        else:
            classes.setdefault(int(cell.text), []).append(state)

    def rule(self, record: Record) -> Node:
        kind, text, then = (record.word(name) for name in ("kind", "rule", "then"))
        entries = self.named("infeasible", record).entries
        name = kind.text if kind else "condition"
        if kind and name not in RULES:
            meant = did_you_mean(name, RULES) or f"; known are {', '.join(RULES)}"
            self.add(f'unknown kind of rule "{name}"{meant}', kind.line, kind.column)
        if then and name != "requires":
            self.add('"then" belongs to the kind "requires"', then.line, then.column)
        value: Node | None = text
        if name == "requires":
            pairs = {"if": text, "then": then}
            value = Map({k: _entry(k, v) for k, v in pairs.items() if v}, record.line, 1)
        elif name.endswith("_one"):
            value = record.words("rule")
        if value is not None:
            entries[name] = _entry(name, value)
        return Map(entries, record.line, 1)

    def more(self, root: Map, record: Record) -> None:
        """Put a value that no column holds where its place says."""
        place, cell = record.word("place"), record.word("value")
        if place is None or cell is None:
            return
        *steps, last = place.text.split("/")
        node: Node = root
        for step in steps:
            inside = _inside(node, step)
            if inside is None:
                message = f'there is no "{step}" for the place "{place.text}"'
                self.add(message, place.line, place.column)
                return
            node = inside
        if not isinstance(node, Map) or last in node.entries:
            message = f'"{place.text}" is there already, or cannot be'
            self.add(message, place.line, place.column)
            return
        try:
            value = _moved(read_json(cell.text, self.records.file), cell)
        except ModelError as error:
            self.add(f"not JSON: {error.faults[0].message}", cell.line, cell.column)
            return
        node.entries[last] = Entry(Scalar(last, place.line, place.column), value)


_KEYS = {
    "affected": ("id",),
    "adjust": ("decision_maker",),
    "coalesce": (),
    "comparisons": ("decision_maker", "kind"),
    "deadlines": ("id",),
    "decision_makers": ("id", "preference", "order"),
    "infeasible": ("kind", "rule", "then"),
    "irreversible": (),
    "moves": ("decision_maker",),
    "options": ("decision_maker", "id"),
    "preferences": ("decision_maker",),
    "red_lines": ("decision_maker",),
    "sources": ("id",),
    "states": (),
    "tables": ("id",),
    "unseen": ("decision_maker",),
}
"""The columns of each sheet that say what a row is about; the others are its content."""


def _of(node: Node) -> tuple[int, int]:
    return node.line, node.column


def _at(entries: _Entries) -> tuple[int, int]:
    return next((_of(entry.key) for entry in entries.values()), (1, 1))


def _entry(key: str, node: Node) -> Entry:
    return Entry(Scalar(key, node.line, node.column), node)


def _sequence(row: Map, names: Sequence[str]) -> List:
    """Give some cells of a row as a list."""
    words = tuple(row.entries[name].value for name in names if name in row.entries)
    return List(words, row.line, row.column)


def _inside(node: Node, step: str) -> Node | None:
    if isinstance(node, Map):
        return node.entries[step].value if step in node.entries else None
    if isinstance(node, List) and step.isascii() and step.isdigit() and len(step) < 7:
        return node.items[int(step)] if int(step) < len(node.items) else None
    return None


def _moved(node: Node, cell: Scalar) -> Node:
    """Give a tree the place of the cell it was written in."""
    if isinstance(node, Scalar):
        return Scalar(node.text, cell.line, cell.column, node.plain)
    if isinstance(node, List):
        return List(tuple(_moved(item, cell) for item in node.items), cell.line, cell.column)
    entries = {
        key: Entry(Scalar(key, cell.line, cell.column), _moved(entry.value, cell))
        for key, entry in node.entries.items()
    }
    return Map(entries, cell.line, cell.column)
