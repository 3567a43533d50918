"""Lists and mappings in brackets, on one line or on several."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from satumeja.errors import OutputError
from satumeja.formats.editing._block import compose
from satumeja.formats.editing._entries import Entry, Idle, Part
from satumeja.formats.editing._lines import MARK, Lines, commented_out, end_of, is_empty, restored
from satumeja.formats.editing._written import flow

__all__ = ["Flow"]

_TAIL = re.compile(rf"[ \t]*#(?!{MARK[1:]})[^\r\n]*")
_BESIDE = re.compile(r"(?:\s|#[^\r\n]*)*")
_COLON = re.compile(rf"\s*:[ \t]*?(?= {MARK}|[^ \t])")
_ABOVE = re.compile(rf"(?:^[ \t]*#(?!{MARK[1:]})[^\r\n]*(?:\r\n|\n|\r))+[ \t]*\Z", re.MULTILINE)
_NEW_LINE = re.compile(r"[ \t]*[\r\n]")
_COMMA_LAST = re.compile(r",[ \t]*(#[^\r\n]*)?\s*\Z")
_CUT = MARK + "|"
"""What begins the rest of a line that is commented out, and broken off there for that."""
_REST = re.compile(rf" {re.escape(_CUT)} (?P<item>[^\r\n]*)(?:\r\n|\r|\n)[ \t]*")
_LINES = re.compile(
    rf"^(?:[ \t]*{MARK} *#[^\r\n]*(?:\r\n|\r|\n))*[ \t]*{MARK}(?!\|)[^\r\n]*", re.MULTILINE
)


class Flow:
    """A list or a mapping in brackets.

    Parameters
    ----------
    part : Part
        Its text.
    line_end : str
        How a line ends.
    """

    def __init__(self, part: Part, line_end: str) -> None:
        self.lines, self.line_end = part.lines, line_end
        self.is_map = isinstance(part.node, yaml.MappingNode)
        text, number = part.lines.text, part.lines.number(part.start)
        self.indent = " " * (part.lines.column(number) + 4)
        self.brackets = text[part.start], text[part.stop - 1]
        self._read(part)

    def _read(self, part: Part) -> None:
        text = part.lines.text
        self.lines = part.lines
        self.entries, self.closing, self.comma = list[Entry](), "", False
        at = part.start + 1
        nodes = part.node.value
        for place, child in enumerate(nodes):
            at = self._entry(child, at, part.stop - 1, is_last=place == len(nodes) - 1)
        self.closing = text[at : part.stop - 1]

    def _entry(
        self,
        child: yaml.Node | tuple[yaml.Node, yaml.Node],
        at: int,
        stop: int,
        *,
        is_last: bool,
    ) -> int:
        """Read an item and what is around it; return where the next begins."""
        text = self.lines.text
        key, node = child if isinstance(child, tuple) else (None, child)
        start = int((key or node).start_mark.index)
        if key is not None and text[at:start].rstrip().endswith("?"):
            start = text.rindex("?", at, start)
        gap, above = _apart(text[at:start])
        value, end = int(node.start_mark.index), end_of(node, text)
        if is_empty(node) and key is not None:
            colon = _COLON.match(text, key.end_mark.index)
            value = end = colon.end() if colon else int(key.end_mark.index)
        beside = _BESIDE.match(text, end)
        comma = beside.end() if beside else end
        has_comma = text[comma : comma + 1] == "," and comma < stop
        post, behind = (text[end:comma], comma + 1) if has_comma else ("", end)
        match = _TAIL.match(text, behind, stop)
        tail = match[0] if match else ""
        if is_last:
            self.comma = has_comma
        part = Part(self.lines, node, value, end)
        key_at = (key.start_mark.index - start, key.end_mark.index - start) if key else (0, 0)
        entry = Entry(gap, above, text[start:value], part, post, tail, key, key_at)
        self.entries.append(entry)
        return behind + len(tail)

    # -- as text ---------------------------------------------------------------------------

    def render(self) -> str:
        """Return it as text."""
        return "".join(self._pieces())

    def _pieces(self) -> list[str]:
        """Return its text in pieces: a bracket, gaps and items in turn, the end."""
        pieces, after_comment = [self.brackets[0]], False
        for place, entry in enumerate(self.entries):
            gap = entry.gap
            new_line = after_comment or (bool(entry.above) and "\n" not in gap)
            if new_line and not _NEW_LINE.match(gap):
                gap = self.line_end + self.indent
            comma = "," if place < len(self.entries) - 1 or self.comma else ""
            item = entry.above + entry.head + entry.value.render() + entry.post
            pieces += [gap, item + comma + entry.tail]
            after_comment = bool(entry.tail)
        closing = self.closing if self.entries or "#" in self.closing else ""
        if after_comment and not _NEW_LINE.match(closing):
            closing = self.line_end + self.indent
        return [*pieces, closing, self.brackets[1]]

    # -- items in and out ------------------------------------------------------------------

    def take(self, place: int) -> Entry:
        """Take an item out, with its comments; those of a section stay."""
        entry = self.entries.pop(place)
        gap, entry.gap = entry.gap, ""
        if place < len(self.entries):
            behind = self.entries[place]
            has_comment = "#" in behind.gap or "#" in gap
            if has_comment:
                behind.gap = gap + behind.gap if "#" in gap else behind.gap
            elif place == 0:
                behind.gap = gap
        elif "#" in gap:
            self.closing = gap + self.closing
        return entry

    def put(self, place: int, entry: Entry) -> None:
        """Put an item to a place, as far from its neighbours as they are from each other."""
        if not self.entries:
            entry.gap, self.closing = "", self.closing if self.closing.strip() else ""
        elif place == 0:
            entry.gap = self.entries[0].gap
            self.entries[0].gap = self._between()
        else:
            entry.gap = self._between()
        self.entries.insert(place, entry)

    def _between(self) -> str:
        """Return what stands between a comma and an item here."""
        if len(self.entries) > 1:
            return re.sub(r"[\s\S]*#[^\r\n]*", "", self.entries[1].gap) or " "
        return self.entries[0].gap if "\n" in self.entries[0].gap else " "

    def shift(self, place: int, to: int) -> None:
        """Move an item to another place in it; what is between the items stays."""
        gaps = [entry.gap for entry in self.entries]
        self.entries.insert(to, self.entries.pop(place))
        for entry, gap in zip(self.entries, gaps, strict=True):
            entry.gap = gap

    # -- items made ------------------------------------------------------------------------

    def of_text(self, above: list[str], item: str, tail: str) -> Entry:
        """Make an item of its text, the comments above it, and the one at its end."""
        entry = self._only(item)
        lines = "".join(comment + self.line_end + self.indent for comment in above)
        entry.above, entry.tail = lines, tail.rstrip()
        return entry

    def of_value(self, key: str | None, value: object) -> Entry:
        """Make an item of plain data."""
        return self._only(flow(value) if key is None else f"{flow(key)}: {flow(value)}")

    def rewrite(self, place: int, item: str, *, tail: str | None = None) -> None:
        """Replace the text of an item, and keep its comments."""
        del tail
        old, entry = self.entries[place], self._only(item)
        entry.gap, entry.above, entry.post, entry.tail = old.gap, old.above, old.post, old.tail
        self.entries[place] = entry

    def _only(self, item: str) -> Entry:
        text = self.brackets[0] + item + self.brackets[1] + self.line_end
        node = compose(text)
        if not isinstance(node, yaml.CollectionNode) or len(node.value) != 1:
            raise OutputError("this cannot be written on one line with others; edit the file")
        part = Part(Lines(text), node, 0, len(text) - len(self.line_end))
        return Flow(part, self.line_end).entries[0]

    def _again(self, text: str) -> None:
        """Take another text for its own."""
        text += self.line_end
        node = compose(text)
        if not isinstance(node, yaml.CollectionNode):
            raise OutputError("this cannot be written between brackets; edit the file")
        self._read(Part(Lines(text), node, 0, len(text) - len(self.line_end)))

    # -- off and on ------------------------------------------------------------------------

    def off(self, place: int) -> None:
        """Comment an item out: its lines, or, beside others, the rest of its line."""
        pieces = self._pieces()
        before, item = "".join(pieces[: 2 * place + 2]), pieces[2 * place + 2]
        behind = "".join(pieces[2 * place + 3 :])
        line = re.split(r"[\r\n]", before)[-1]
        if before != line and not line.strip() and _NEW_LINE.match(behind):
            before = before.removesuffix(line)
            self._again(before + commented_out(line + item, len(line)) + behind)
            return
        is_last = place == len(self.entries) - 1 and not self.comma
        gap = pieces[2 * place + 3]
        if is_last and place:  # the comma before it goes with it
            comma = before.rindex(",")
            before, item = before[:comma], before[comma:] + item
        behind = behind.removeprefix(gap)
        if "#" in item + gap or "\n" in item + gap:
            raise OutputError(
                "what is on several lines with others cannot be commented out; edit the file"
            )
        self._again(f"{before} {_CUT} {item}{gap}{self.line_end}{self.indent}{behind}")

    def idle(self) -> list[Idle]:
        """List what is commented out."""
        gaps = [*(entry.gap for entry in self.entries), self.closing]
        items = list[Idle]()
        for place, gap in enumerate(gaps):
            listed = [*self._in_lines(gap, place), *self._in_line(gap, place)]
            items += sorted(listed, key=lambda idle: idle.start)
        return items

    def on(self, idle: Idle) -> None:
        """Take in again what is commented out."""
        pieces = self._pieces()
        at = 2 * idle.place + 1
        gap, back = pieces[at], idle.restored
        before, behind = "".join(pieces[:at]) + gap[: idle.start], gap[idle.stop :]
        # Its neighbours can be others now, and so the commas between them.
        follows_comma = idle.place in (0, *range(len(self.entries))) or self.comma
        if back.lstrip().startswith(",") and follows_comma:
            back = back.lstrip().removeprefix(",")
        elif not back.lstrip().startswith(",") and not follows_comma:
            back = f",{back}" if back.startswith(" ") else f", {back}"
        if idle.place < len(self.entries) and not _COMMA_LAST.search(back):
            back = f"{back.rstrip()}, "
        self._again(before + back + behind + "".join(pieces[at + 1 :]))

    def _in_line(self, gap: str, place: int) -> Iterator[Idle]:
        for match in _REST.finditer(gap):
            yield from self._alone(match["item"], match.span(), place, match["item"])

    def _in_lines(self, gap: str, place: int) -> Iterator[Idle]:
        for match in _LINES.finditer(gap):
            text = restored(match[0])
            yield from self._alone(text, match.span(), place, text)

    def _alone(self, text: str, span: tuple[int, int], place: int, back: str) -> Iterator[Idle]:
        """Yield what is commented out in one piece, where it is an item."""
        alone = f"{self.brackets[0]}{text.strip().lstrip(',')}{self.line_end} {self.brackets[1]}"
        node = compose(alone)
        if isinstance(node, yaml.CollectionNode) and len(node.value) == 1:
            key = node.value[0][0].value if isinstance(node, yaml.MappingNode) else None
            yield Idle(place, key, alone, *span, back)


def _apart(before: str) -> tuple[str, str]:
    """Part what stands before an item: the comment directly above it is its own."""
    first = len(before.splitlines(keepends=True)[0]) if before else 0
    match = _ABOVE.search(before[first:])
    if match is None:
        return before, ""
    start = first + match.start() + len(match[0]) - len(match[0].lstrip(" \t"))
    return before[:start], before[start:]
