"""A YAML text whose parts can be changed, the rest kept to the letter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import yaml

from satumeja.errors import OutputError
from satumeja.formats.editing._block import Block, compose
from satumeja.formats.editing._entries import Box, Entry, Idle, Part
from satumeja.formats.editing._flow import Flow
from satumeja.formats.editing._lines import Lines, is_block_node, is_empty
from satumeja.formats.editing._paths import Key
from satumeja.formats.editing._written import as_text, flow, indented, is_block, restyled

__all__ = ["Tree"]

_BOM = "\ufeff"
_ENDS = ("\n", "\r", "\x85", "\u2028", "\u2029")


_SHORT, _KEPT = 200_000, 4
"""So many texts up to this length are kept as the parser has them: while something is dragged,
the same text is edited again and again. What the parser gave is never changed."""
_composed = lru_cache(maxsize=_KEPT)(compose)


class Tree:
    """A YAML text whose parts can be changed.

    Parameters
    ----------
    text : str
        A text that has been read soundly.
    """

    def __init__(self, text: str) -> None:
        self.line_end = "\r\n" if "\r\n" in text else "\n"
        self.mark = _BOM if text.startswith(_BOM) else ""
        text = text.removeprefix(_BOM)
        self.has_end = text.endswith(_ENDS)
        text += "" if self.has_end else self.line_end
        node = _composed(text) if len(text) <= _SHORT else compose(text)
        if node is None:
            raise OutputError("this text cannot be changed here; edit the file")
        stop = len(text) if is_block_node(node) else int(node.end_mark.index)
        start = 0 if is_block_node(node) else int(node.start_mark.index)
        self.root = Part(Lines(text), node, start, stop)
        self.before, self.after = text[:start], text[stop:]

    def render(self) -> str:
        """Return the text as it is now."""
        body = self.root.render()
        if self.root.box is not None and not self.root.box.entries:
            body = body.lstrip(" ")
        text = self.before + body + self.after
        return self.mark + (text if self.has_end else text.removesuffix(self.line_end))

    # -- ways to parts ---------------------------------------------------------------------

    def box(self, path: Sequence[Key]) -> Box:
        """Tell the items of a list or mapping apart, and return it."""
        part, owner = self.root, None
        for step in path:
            box = self._opened(part, owner)
            owner = box.entries[place_of(box, step)]
            part = owner.value
        return self._opened(part, owner)

    def _opened(self, part: Part, owner: Entry | None) -> Box:
        if part.box is not None:
            return part.box
        node = part.node
        block = self._emptied(part, owner) if owner is not None else None
        if block is not None:
            part.box = block
        elif is_block_node(node):
            part.box = Block.parse(part, self.line_end)
        elif isinstance(node, yaml.CollectionNode):
            part.box = Flow(part, self.line_end)
        else:
            raise OutputError("a key can only be added to a mapping, a place to a list")
        return part.box

    def _emptied(self, part: Part, owner: Entry) -> Block | None:
        """Give a list or mapping of which all is commented out; None where it is none."""
        node = part.node
        is_list = isinstance(node, yaml.CollectionNode) and not node.value
        if not (is_list or is_empty(node)) or "#~" not in owner.tail:
            return None
        lines = Lines(owner.tail)
        inline = owner.tail.lstrip(" ").startswith("#~")
        numbers = range(0 if inline else 1, len(lines))
        first = next((number for number in numbers if lines.is_off(number)), None)
        if first is None:
            return None
        before, _, last = self._line_before(owner, part)
        column = last + lines.column(0) if inline else lines.column(first)
        lead = " " * lines.column(0) if inline else lines.cut(0, 1)
        end = owner.tail if not inline else " " * column + owner.tail.lstrip(" ")
        items = Block(True, column, self.line_end)
        items.end = end if inline else lines.cut(1, len(lines))
        is_map = bool(items.idle()) if is_empty(node) else isinstance(node, yaml.MappingNode)
        block = Block(is_map, column, self.line_end, lead, inline=inline)
        block.end = items.end
        owner.head, owner.tail = before, ""
        return block

    @staticmethod
    def _line_before(owner: Entry, part: Part) -> tuple[str, str, int]:
        """Return the head without blanks, the value, and the column behind the dash."""
        head = owner.head.rstrip(" ")
        line = part.lines.number(part.start)
        column = part.start - part.lines.starts[line] - (len(owner.head) - len(head))
        return head, part.render(), column

    # -- changes ---------------------------------------------------------------------------

    def set(self, path: Sequence[Key], value: Any, old: Any) -> None:
        """Replace a value, or add it where there is none."""
        *way, last = path
        box = self.box(way)
        place = find(box, last)
        if place is None:
            box.put(len(box.entries), box.of_value(None if last == -1 else str(last), value))
        elif isinstance(box, Block):
            self._set_in_lines(box, place, value, old)
        else:
            entry = box.entries[place]
            box.rewrite(place, _headed(entry, flow(value)))

    def _set_in_lines(self, box: Block, place: int, value: Any, old: Any) -> None:
        entry = box.entries[place]
        node = entry.value.node
        lines = is_block_node(node) or isinstance(entry.value.box, Block)
        if lines and value and isinstance(value, list | tuple) and isinstance(old, list):
            inner = self._opened(entry.value, entry)
            if isinstance(inner, Block) and self._reordered(inner, value, old):
                return
        if lines:
            inner = self._opened(entry.value, entry)
            if isinstance(inner, Block):
                self._replace_lines(box, place, inner, value)
        elif not is_block(value) or isinstance(node, yaml.CollectionNode):
            box.rewrite(place, _headed(entry, flow(value)))
        elif box.is_map:
            below = indented(value, box.column + 2, self.line_end)
            head = entry.head.rstrip(" ") + self.line_end
            box.rewrite(place, head + below.rstrip("\r\n"), tail=entry.tail)
        else:
            head = entry.head if entry.head.endswith(" ") else entry.head + " "
            column = box.column + len(head)
            below = indented(value, column, self.line_end)[column:]
            box.rewrite(place, head + below.rstrip("\r\n"), tail=entry.tail)

    def _replace_lines(self, box: Block, place: int, inner: Block, value: Any) -> None:
        """Replace what is written in lines by lines, or by a word."""
        head = box.entries[place].head
        if is_block(value):
            lead = inner.lead if not inner.inline else " "
            column = inner.column if not inner.inline else box.column + len(head) + 1
            below = indented(value, column, self.line_end)
            if inner.inline:
                below = below[column:]
            box.rewrite(place, head + (lead or self.line_end) + below, tail="")
        else:
            rest = self.line_end if inner.inline else inner.lead or self.line_end
            box.rewrite(place, f"{head} {flow(value)}", tail=rest)

    @staticmethod
    def _reordered(inner: Block, value: Sequence[Any], old: list[Any]) -> bool:
        """Set a list in lines so that items that stay keep their text; say whether any does."""
        left = list(enumerate(old))
        entries = list[Entry]()
        for item, words in zip(value, as_text(value), strict=True):
            match = next((place for place in left if place[1] == words), None)
            if match is None:
                entries.append(inner.of_value(None, item))
            else:
                left.remove(match)
                entries.append(inner.entries[match[0]])
        if len(left) == len(old):
            return False
        inner.reorder(entries)
        return True

    def insert(self, path: Sequence[Key], place: int, key: str | None, value: Any) -> None:
        """Put a new item to a place of a list or mapping."""
        box = self.box(path)
        box.put(place, box.of_value(key, value))

    def remove(self, path: Sequence[Key]) -> None:
        """Take an item out, with its comments."""
        box = self.box(path[:-1])
        box.take(place_of(box, path[-1]))

    def move(
        self, path: Sequence[Key], to: Sequence[Key], place: int, key: str | None, value: Any
    ) -> None:
        """Move an item, with its comments, to a place of a list or mapping.

        Parameters
        ----------
        path : sequence
            The item.
        to : sequence
            The list or mapping it goes to, as it is called before the item is gone.
        place : int
            Its place there once it has gone from where it was.
        key : str or None
            The key it is to have, if another.
        value : object
            What it holds.
        """
        source, target = self.box(path[:-1]), self.box(to)
        at = place_of(source, path[-1])
        if source is target:
            source.shift(at, place)
            at = place
        else:
            entry = source.take(at)
            target.put(place, _brought(entry, source, target, value))
            at = place
        if key is not None and target.entries[at].name != key:
            self._retitle(target, at, key)

    def off(self, path: Sequence[Key]) -> None:
        """Comment an item out."""
        box = self.box(path[:-1])
        box.off(place_of(box, path[-1]))

    def idle(self, path: Sequence[Key]) -> list[Idle]:
        """List what is commented out in a list or mapping."""
        try:
            return self.box(path).idle()
        except OutputError:
            return []

    def on(self, path: Sequence[Key], idle: Idle) -> None:
        """Take in again what is commented out in a list or mapping."""
        self.box(path).on(idle)

    def retext(self, path: Sequence[Key], text: str, *, is_key: bool) -> None:
        """Replace a text or a key by another in the same quotes."""
        box = self.box(path[:-1])
        place = place_of(box, path[-1])
        entry = box.entries[place]
        if is_key:
            self._retitle(box, place, text)
            return
        node, raw = entry.value.node, entry.value.render()
        style = node.style if isinstance(node, yaml.ScalarNode) else None
        box.rewrite(place, entry.head + restyled(raw, style, text))

    def _retitle(self, box: Box, place: int, name: str) -> None:
        entry = box.entries[place]
        longer = -len(entry.head)
        entry.head = entry.retitled(name)
        longer += len(entry.head)
        if isinstance(entry.key, yaml.ScalarNode):
            entry.key = yaml.ScalarNode(entry.key.tag, name, style=entry.key.style)
            entry.key_at = (entry.key_at[0], entry.key_at[1] + longer)


def find(box: Box, step: Key) -> int | None:
    """Return the place of an item; None where there is none of that name."""
    if isinstance(step, int):
        return step if step >= 0 else None
    return next((k for k, entry in enumerate(box.entries) if entry.name == step), None)


def place_of(box: Box, step: Key) -> int:
    """Return the place of an item that is there."""
    place = find(box, step)
    if place is None:
        raise OutputError(f'"{step}" cannot be told apart from what is around it; edit the file')
    return place


def _headed(entry: Entry, written: str) -> str:
    head = entry.head
    if entry.key is not None and ":" not in head[entry.key_at[1] :]:
        head += ": "
    gap = "" if not head or head.endswith((" ", "\n")) else " "
    return head + gap + written


def _brought(entry: Entry, source: Box, target: Box, value: Any) -> Entry:
    """Make an item of one list or mapping one of another, with its comments."""
    if isinstance(source, Block) and isinstance(target, Block):
        return target.adopt(source.own(entry), source.column)
    above = [line.strip() for line in entry.above.splitlines() if line.strip()]
    if isinstance(source, Block):
        tail = entry.tail.rstrip("\r\n")
        if is_block_node(entry.value.node) or isinstance(entry.value.box, Block):
            item, tail = _in_brackets(entry, value), ""
        else:
            item = entry.item
        if isinstance(entry.value.node, yaml.ScalarNode) and "\n" in item:
            item = _headed(entry, flow(value))
        if "\n" in tail or "#~" in tail:
            raise OutputError("its comments have no place on one line with others; edit the file")
        return target.of_text(above, item, tail)
    return target.of_text(above, entry.item, entry.post + entry.tail)


def _in_brackets(entry: Entry, value: Any) -> str:
    """Write what stands in lines on one line; its comments would be lost."""
    text = entry.value.render()
    if any(line.lstrip().startswith("#") for line in text.splitlines()) or " #" in text:
        raise OutputError("what is commented on in lines cannot move into brackets; edit the file")
    return flow(value) if entry.key is None else f"{entry.head[: entry.key_at[1]]}: {flow(value)}"
