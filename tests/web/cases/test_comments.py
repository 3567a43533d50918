"""Comments go with what they stand at, through any number of edits of a case."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from satumeja.web.cases import Case

SECTIONS = ("options", "preferences")
FILE = "talks.yaml"
_PLACE = re.compile(r"^( *)(.*?)(?: +# behind (\w+))?$")


@dataclass
class Item:
    """What stands in a list or mapping, and the name its comments have; none if it is new."""

    code: str
    name: str = ""


@dataclass
class Maker:
    """A decision maker, as the file must have it."""

    id: str
    options: list[Item] = field(default_factory=list)
    preferences: list[Item] = field(default_factory=list)


class Talks:
    """A model with a comment on every line, and what it must say after each edit."""

    def __init__(self, rng: Random, folder: Path) -> None:
        self.rng, self.count = rng, 0
        self.makers = [Maker(f"m{number}") for number in range(3)]
        for maker in self.makers:
            maker.options = [Item(f"o{number}:", self.name()) for number in range(4)]
        for maker in self.makers:
            maker.preferences = [Item(f"- {self.wish()}", self.name()) for _ in range(5)]
        (folder / FILE).write_text(self.text())
        self.case = Case(folder)

    def name(self) -> str:
        self.count += 1
        return f"n{self.count}"

    def wish(self) -> str:
        maker = self.rng.choice(self.makers)
        option = self.rng.choice(maker.options).code.rstrip(":")
        return f"{'-' * self.rng.randint(0, 1)}{maker.id}.{option}"

    def text(self) -> str:
        """Write the file, with a comment above and behind each line."""
        lines = [(0, "satumeja: 1"), (0, "title: Talks"), (0, "decision_makers:")]
        text = "".join(self.commented(*line) for line in lines)
        for maker in self.makers:
            text += self.commented(2, f"{maker.id}:")
            for section in SECTIONS:
                text += self.commented(4, f"{section}:")
                for item in getattr(maker, section):
                    text += self.commented(6, item.code, item.name)
        return text + self.commented(0, 'status_quo: "NNNN|NNNN|NNNN"')

    def commented(self, indent: int, code: str, name: str = "") -> str:
        name = name or self.name()
        return f"{' ' * indent}# above {name}\n{' ' * indent}{code}   # behind {name}\n"

    # -- edits -------------------------------------------------------------------------

    def edit(self) -> None:
        """Do one thing drawn at random, to the file and to what it must say."""
        draw = self.rng.choice(("move", "move", "move", "over", "option", "insert", "rename"))
        op = getattr(self, f"_{draw}")()
        self.case.edit(FILE, self.case.read(FILE).version, [op])

    def _move(self) -> dict[str, object]:
        maker = self.rng.choice(self.makers)
        wishes = maker.preferences
        start, end = self.rng.randrange(len(wishes)), self.rng.randrange(len(wishes))
        wishes.insert(end, wishes.pop(start))
        way = f"decision_makers.{maker.id}.preferences"
        return {"op": "move", "from": f"{way}[{start}]", "to": f"{way}[{end}]"}

    def _over(self) -> dict[str, object]:
        """Move a wish to another decision maker, who leaves one at least."""
        source, target = self.rng.sample(self.makers, 2)
        if len(source.preferences) < 2:
            return self._move()
        start = self.rng.randrange(len(source.preferences))
        end = self.rng.randint(0, len(target.preferences))
        target.preferences.insert(end, source.preferences.pop(start))
        return {
            "op": "move",
            "from": f"decision_makers.{source.id}.preferences[{start}]",
            "to": f"decision_makers.{target.id}.preferences[{end}]",
        }

    def _option(self) -> dict[str, object]:
        maker = self.rng.choice(self.makers)
        start, end = self.rng.randrange(4), self.rng.randrange(4)
        item = maker.options.pop(start)
        maker.options.insert(end, item)
        way = f"decision_makers.{maker.id}.options"
        return {"op": "move", "from": f"{way}.{item.code.rstrip(':')}", "to": f"{way}[{end}]"}

    def _insert(self) -> dict[str, object]:
        maker, wish = self.rng.choice(self.makers), self.wish()
        place = self.rng.randint(0, len(maker.preferences))
        if len(maker.preferences) > 8:
            return self._move()
        maker.preferences.insert(place, Item(f"- {wish}"))
        at = f"decision_makers.{maker.id}.preferences[{place}]"
        return {"op": "insert", "at": at, "value": wish}

    def _rename(self) -> dict[str, object]:
        maker, new = self.rng.choice(self.makers), self.name()
        if self.rng.random() < 0.3:
            old, maker.id = maker.id, f"d{new}"
            self._replace(rf"\b{old}\.", f"{maker.id}.")
            return {"op": "rename", "at": f"decision_makers.{old}", "to": maker.id}
        option = self.rng.choice(maker.options)
        old = option.code.rstrip(":")
        option.code = f"p{new}:"
        self._replace(rf"\b{maker.id}\.{old}\b", f"{maker.id}.p{new}")
        return {"op": "rename", "at": f"decision_makers.{maker.id}.options.{old}", "to": f"p{new}"}

    def _replace(self, pattern: str, new: str) -> None:
        for maker in self.makers:
            for item in maker.preferences:
                item.code = re.sub(pattern, new, item.code)

    # -- what the file says ------------------------------------------------------------

    def check(self) -> None:
        """Compare the file with what it must say, line by line, comments included."""
        text = self.case.read(FILE).text
        listed, above, maker, section = list[tuple[str, str, Item]](), "", "", ""
        names = list[str]()
        for line in text.splitlines():
            if line.lstrip().startswith("# above "):
                assert not above, f"two comments above one line: {line}"
                above = line.split()[-1]
                continue
            indent, code, behind = _PLACE.fullmatch(line).groups()  # type: ignore[union-attr]
            assert (behind or "") == above, f"{line!r} stands below the comment of {above}"
            names += [above] if above else []
            above = ""
            if len(indent) == 2:
                maker = code.rstrip(":")
            elif len(indent) == 4:
                section = code.rstrip(":")
            elif len(indent) == 6:
                listed.append((maker, section, Item(code.replace('"', ""), behind or "")))
        wanted = [
            (maker.id, section, item)
            for maker in self.makers
            for section in SECTIONS
            for item in getattr(maker, section)
        ]
        assert listed == wanted
        assert len(names) == len(set(names)) == self.commented_lines

    @property
    def commented_lines(self) -> int:
        return 4 + 3 * (1 + len(SECTIONS)) + 12 + 15


@pytest.mark.parametrize("seed", range(2))
def test_comments_stay_with_what_they_stand_at(seed: int, tmp_path: Path) -> None:
    talks = Talks(Random(seed), tmp_path)
    first = talks.case.read(FILE).text
    talks.check()
    for _ in range(50):
        talks.edit()
        talks.check()
    while (step := talks.case.trail(FILE).undo) is not None:
        talks.case.undo(FILE, step.after)
    assert talks.case.read(FILE).text == first
    talks.case.close()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_comments_stay_through_three_hundred_edits(seed: int, tmp_path: Path) -> None:
    talks = Talks(Random(seed), tmp_path)
    for _ in range(300):
        talks.edit()
        talks.check()
    talks.case.close()
