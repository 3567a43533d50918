"""Lists and mappings that give each item lines of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from satumeja.errors import OutputError
from satumeja.formats.editing._entries import Entry, Idle, Part
from satumeja.formats.editing._lines import (
    MARK,
    Lines,
    commented_out,
    end_of,
    is_block_node,
    is_empty,
    restored,
)
from satumeja.formats.editing._written import indented

__all__ = ["Block", "compose"]

_LOADER: type = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_COLON = re.compile(r"\s*:(?=\s)")
_HEAD = re.compile(r"---|%")


def compose(text: str) -> yaml.Node | None:
    """Return a text as the parser of YAML has it; None where it is none."""
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        return None
    return node


class Block:
    """A list or a mapping in lines.

    Parameters
    ----------
    is_map : bool
        Whether it is a mapping.
    column : int
        How far its items are indented.
    line_end : str
        How a line ends.
    lead : str
        What stands between the key or dash it belongs to and its first line.
    inline : bool
        Whether its first item stands on the line of the dash it belongs to.
    """

    def __init__(
        self, is_map: bool, column: int, line_end: str, lead: str = "", *, inline: bool = False
    ) -> None:
        self.is_map, self.column, self.line_end = is_map, column, line_end
        self.lead, self.inline, self.end = lead, inline, ""
        self.entries: list[Entry] = []

    @classmethod
    def parse(cls, part: Part, line_end: str) -> Block:
        """Tell the items of a part apart."""
        return _Parser(part, line_end).block

    @classmethod
    def alone(cls, text: str, line_end: str) -> Block | None:
        """Tell the items of a text apart; None where it is no list or mapping in lines."""
        node = compose(text)
        if node is None or not is_block_node(node):
            return None
        return cls.parse(Part(Lines(text), node, 0, len(text)), line_end)

    # -- as text ---------------------------------------------------------------------------

    def render(self) -> str:
        """Return it as text."""
        if not self.entries:
            return self._empty()
        body = "".join(entry.gap + self.own(entry) for entry in self.entries) + self.end
        if not self.inline:
            return self.lead + body
        return self._first_line(self.lead, body)

    def own(self, entry: Entry) -> str:
        """Return an item as text with the comments that are its own."""
        indent = " " * self.column
        return entry.above + indent + entry.head + entry.value.render() + entry.tail

    def _empty(self) -> str:
        sign = " {}" if self.is_map else " []"
        if not self.inline:
            return sign + (self.lead or self.line_end) + self.end
        if self.end.lstrip().startswith(MARK):
            return sign + self._first_line(self.lead, self.end)
        return sign + self.line_end + self.end

    def _first_line(self, lead: str, body: str) -> str:
        indent = " " * self.column
        if body.startswith(indent) and body[self.column : self.column + 1].strip():
            return lead + body[self.column :]
        return lead.rstrip(" ") + self.line_end + body

    # -- items in and out ------------------------------------------------------------------

    def take(self, place: int) -> Entry:
        """Take an item out; what stands before it and is not its own stays."""
        entry = self.entries.pop(place)
        gap, entry.gap = entry.gap, ""
        behind = self.entries[place].gap if place < len(self.entries) else self.end
        if _ends_blank(gap) and (not behind or _begins_blank(behind)):
            gap = _without_blank_end(gap)
        self._set_gap(place, gap + behind)
        return entry

    def put(self, place: int, entry: Entry) -> None:
        """Put an item to a place, directly after the one before it."""
        behind = self.entries[1:]
        apart = bool(behind) and all(other.gap.isspace() for other in behind)
        blank = self.line_end if apart else ""
        if place == 0 and self.entries:
            entry.gap, self.entries[0].gap = self.entries[0].gap, blank
        else:
            entry.gap = blank
        self.entries.insert(place, entry)

    def shift(self, place: int, to: int) -> None:
        """Move an item to another place; what is between the items stays where it is."""
        gaps = [entry.gap for entry in self.entries]
        self.entries.insert(to, self.entries.pop(place))
        for entry, gap in zip(self.entries, gaps, strict=True):
            entry.gap = gap

    def reorder(self, entries: list[Entry]) -> None:
        """Let it hold just these items, in this order."""
        gaps = [entry.gap for entry in self.entries]
        self.entries = entries
        for entry in entries:
            entry.gap = gaps.pop(0) if gaps else ""
        self.end = "".join(gap for gap in gaps if gap.strip()) + self.end

    def _set_gap(self, place: int, gap: str) -> None:
        if place < len(self.entries):
            self.entries[place].gap = gap
        else:
            self.end = gap

    # -- items made ------------------------------------------------------------------------

    def of_text(self, above: list[str], item: str, tail: str) -> Entry:
        """Make an item of its text, the comments above it, and the one at its end."""
        indent = " " * self.column
        lines = "".join(indent + comment + self.line_end for comment in above)
        dash = "" if self.is_map else "- "
        end = tail if tail.endswith(("\n", "\r")) else tail + self.line_end
        return self._only(lines + indent + dash + item + end)

    def of_value(self, key: str | None, value: object) -> Entry:
        """Make an item of plain data."""
        data = [value] if key is None else {key: value}
        return self._only(indented(data, self.column, self.line_end))

    def adopt(self, text: str, column: int) -> Entry:
        """Make an item of the lines it had at another column."""
        return self._only(_moved(text, self.column - column))

    def rewrite(self, place: int, item: str, *, tail: str | None = None) -> None:
        """Replace the text of an item from its dash or key on, and keep its comments."""
        old = self.entries[place]
        text = " " * self.column + item + (old.tail if tail is None else tail)
        entry = self._only(text)
        entry.gap, entry.above = old.gap, old.above
        self.entries[place] = entry

    def _only(self, text: str) -> Entry:
        if not text.endswith(("\n", "\r")):  # after a text that kept the end of its last line
            text += self.line_end
        block = Block.alone(text, self.line_end)
        if block is None or len(block.entries) != 1 or block.is_map != self.is_map:
            raise OutputError("this cannot be written here; edit the file")
        entry = block.entries[0]
        entry.gap, entry.above = "", entry.gap + entry.above
        entry.tail += block.end
        return entry

    # -- off and on ------------------------------------------------------------------------

    def off(self, place: int) -> None:
        """Comment an item out."""
        entry = self.entries.pop(place)
        lines = commented_out(self.own(entry), self.column)
        behind = self.entries[place].gap if place < len(self.entries) else self.end
        self._set_gap(place, entry.gap + lines + behind)

    def idle(self) -> list[Idle]:
        """List what is commented out."""
        gaps = [*(entry.gap for entry in self.entries), self.end]
        return [item for place, gap in enumerate(gaps) for item in self._idle_in(gap, place)]

    def on(self, idle: Idle) -> None:
        """Take in again what is commented out."""
        place = idle.place
        gap = self.entries[place].gap if place < len(self.entries) else self.end
        self._set_gap(place, gap[idle.stop :])
        entry = self._only(idle.restored)
        entry.gap = gap[: idle.start]
        self.entries.insert(place, entry)

    def _idle_in(self, gap: str, place: int) -> Iterator[Idle]:
        lines, line = Lines(gap), 0
        while line < len(lines):
            first = line
            while line < len(lines) and lines.is_off(line):
                line += 1
            yield from self._run(lines, first, line, place)
            line += line == first

    def _run(self, lines: Lines, first: int, last: int, place: int) -> Iterator[Idle]:
        """Yield the items in lines that follow each other and are all commented out."""
        text = restored(lines.cut(first, last))
        block = Block.alone(text, self.line_end) if first < last else None
        if block is None or block.is_map != self.is_map:
            return
        for entry in block.entries:
            own = block.own(entry)
            start = first + entry.gap.count("\n")
            first = start + own.count("\n")
            yield Idle(place, entry.name, own, lines.starts[start], lines.starts[first], own)


def _begins_blank(gap: str) -> bool:
    return bool(gap) and not gap.splitlines()[0].strip()


def _ends_blank(gap: str) -> bool:
    return bool(gap) and not gap.splitlines()[-1].strip()


def _without_blank_end(gap: str) -> str:
    lines = gap.splitlines(keepends=True)
    while lines and not lines[-1].strip():
        lines.pop()
    return "".join(lines)


def _moved(text: str, by: int) -> str:
    """Indent lines more or less; those with less than is taken away go to the margin."""
    lines = text.splitlines(keepends=True)
    if by >= 0:
        return "".join(" " * by + line if line.strip() else line for line in lines)
    return "".join(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines)


class _Parser:
    """Tells the items of one part apart."""

    def __init__(self, part: Part, line_end: str) -> None:
        self.lines, self.node = part.lines, part.node
        node, text = part.node, part.lines.text
        column = int(node.start_mark.column)
        self.limit = self.lines.number(part.stop) if part.stop < len(text) else len(self.lines)
        self.block = Block(isinstance(node, yaml.MappingNode), column, line_end)
        self.line = self._open(part)
        for child in node.value:
            self._entry(child)
        self.block.end = self.lines.cut(self.line, self.limit)

    def _open(self, part: Part) -> int:
        """Read what stands before the first item; return the line it, or what is above, is on."""
        lines, start, block = self.lines, part.start, self.block
        index = int(self.node.start_mark.index)
        line, first = lines.number(start), lines.number(index)
        self.gap = ""
        if start == 0:  # of a whole text
            heads = [number for number in range(first) if _HEAD.match(lines.line(number))]
            line = heads[-1] + 1 if heads else 0
            block.lead = lines.cut(0, line)
            return line
        rest = lines.text[start : lines.starts[line + 1]]
        comment = start + len(rest) - len(rest.lstrip(" "))
        if first == line or (comment == lines.starts[line] + block.column and first > line):
            block.inline = first == line or lines.text[comment] == "#"
        if not block.inline:
            block.lead = rest
            return line + 1
        block.lead = lines.text[start : index if first == line else comment]
        if first > line:
            self.gap = " " * block.column + lines.text[comment : lines.starts[line + 1]]
            return line + 1
        return line

    def _entry(self, child: yaml.Node | tuple[yaml.Node, yaml.Node]) -> None:
        lines, block = self.lines, self.block
        key, node = child if isinstance(child, tuple) else (None, child)
        line = lines.next_content(self.line)
        at = lines.starts[line] + block.column
        gap, above = self._apart(self.gap, self.line, line)
        self.gap = ""
        last = lines.number(max(end_of(node, lines.text) - 1, at))
        if key is not None:
            last = max(last, lines.number(key.end_mark.index - 1))
        following = self._inside(last + 1, node)
        stop = lines.starts[following]
        start = int(node.start_mark.index)
        if is_empty(node):
            start = self._after_sign(key, at)
        if is_block_node(node):
            start, end = self._after_sign(key, at), stop
        else:
            end = max(end_of(node, lines.text), start) if not is_empty(node) else start
        part = Part(lines, node, start, end)
        key_at = (key.start_mark.index - at, key.end_mark.index - at) if key else (0, 0)
        head, tail = lines.text[at:start], lines.text[end:stop]
        block.entries.append(Entry(gap, above, head, part, "", tail, key, key_at))
        self.line = following

    def _after_sign(self, key: yaml.Node | None, at: int) -> int:
        """Return the place right behind the dash, or the colon of a key."""
        if key is None:
            return at + 1
        match = _COLON.match(self.lines.text, key.end_mark.index)
        return match.end() if match else int(key.end_mark.index)

    def _apart(self, before: str, first: int, last: int) -> tuple[str, str]:
        """Part the lines before an item: the comment directly above it is its own."""
        lines, own = self.lines, last
        while own > first and lines.is_comment(own - 1) and not lines.is_off(own - 1):
            own -= 1
        if before and own == first and MARK not in before:
            return "", before + lines.cut(first, last)
        return before + lines.cut(first, own), lines.cut(own, last)

    def _inside(self, line: int, node: yaml.Node) -> int:
        """Return the line after those comments that are a part of the item above them."""
        lines, kept, is_near = self.lines, line, is_block_node(node)
        own_off = self._off_below(line, node)
        while line < self.limit and (lines.is_blank(line) or lines.is_comment(line)):
            deeper = lines.column(line) > self.block.column and not lines.is_blank(line)
            if line < own_off or (deeper and (is_near or lines.is_off(line))):
                kept = line + 1
            is_near = is_near and (deeper or lines.is_blank(line))
            line += 1
        return kept

    def _off_below(self, line: int, node: yaml.Node) -> int:
        """Return the line after what is commented out of a list as far out as its own key."""
        is_list = isinstance(node, yaml.SequenceNode) and (
            not node.value or node.start_mark.column == self.block.column
        )
        kept = line
        if not (self.block.is_map and is_list):
            return kept
        while line < self.limit and self.lines.is_off(line):
            content = restored(self.lines.line(line))[self.block.column :]
            if content.startswith("-"):
                kept = line + 1
            elif content.strip() and not content.startswith((" ", "#")):
                break
            elif content.startswith(" ") and kept == line:
                kept = line + 1
            line += 1
        return kept
