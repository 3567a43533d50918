"""What annexes share: items, wishes, quotations, labels and tables in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from satumeja.brief.annexes._matter import Matter
from satumeja.brief.leaf import Names, Sentence, capital, line_in_words, wish_in_words
from satumeja.brief.media import Cell, Piece, Table
from satumeja.brief.words import Phrases, Words
from satumeja.front import Backing, Label, Quoted
from satumeja.model import Condition, Option, Reference, Source, Text

__all__ = ["Saying", "cell"]


def cell(text: str, *, bold: bool = False, slanted: bool = False, quiet: bool = False) -> Cell:
    """Make a cell that is set in one way."""
    if not text or not (bold or slanted or quiet):
        return Cell(text)
    return Cell.pieced([Piece(text, bold=bold, slanted=slanted, quiet=quiet)])


@dataclass(frozen=True)
class Saying:
    """The turns of phrase of annexes in one language.

    Parameters
    ----------
    matter : Matter
        What is told.
    names : Names
        What its things are called.
    """

    matter: Matter
    names: Names

    @property
    def words(self) -> Words:
        """The words of the language."""
        return self.names.words

    def __call__(self, key: str, **blanks: object) -> str:
        """Return a message of the annexes."""
        return self.words(key, **blanks)

    def sentence(self, key: str, source: str, **blanks: str) -> Sentence:
        """Say a sentence made of one template."""
        return Sentence(key, self(key, **blanks), source, "", blanks)

    def counted(self, key: str, count: int, source: str, **blanks: str) -> Sentence:
        """Say a sentence that counts something."""
        text = self.words.count(key, count, **blanks)
        return Sentence(key, text, source, "", blanks)

    def more(self, left: int) -> str:
        """Say how much is left out; nothing where everything is there."""
        return self.words.count("annexes.more", left) if left else ""

    def table(
        self, caption: str, head: Sequence[str], body: Iterable[Sequence[Cell]], kind: str
    ) -> Table:
        """Make a table of an annex; the first cell of a row is its heading."""
        return Table(
            caption,
            (tuple(Cell(text, "col") for text in head),),
            tuple(tuple(row) for row in body),
            kind=f"annexed {kind}",
            language=self.words.language,
        )

    def option(self, dm: str, option: str) -> str:
        """Name an item: whose option it is, and which."""
        maker = self.matter.model[dm]
        part = next(own for own in maker.options if own.id == option)
        if part.scale is None:
            return self.names.side(dm, self.names.verb(part))
        return self.names.side(dm, self._level(maker.options, part))

    def _level(self, options: Sequence[Option], step: Option) -> str:
        """Name a step of an option with levels: the level that it reaches."""
        scale = step.scale
        assert scale is not None  # noqa: S101 asked of no other
        steps = [part.id for part in options if part.scale == scale]
        level = scale.names[steps.index(step.id) + 1]
        name, reached = self.names.text(scale.name), self.names.text(level)
        return self("annexes.stances.level", option=name, level=reached)

    def place(self, statement: str) -> str:
        """Say which of its wishes or lines a reference such as `russia#3` is."""
        return self("annexes.number", number=statement.partition("#")[2])

    def clause(self, dm: str, condition: Condition, names: Names | None = None) -> str:
        """Put a wish into words, as a clause or, where none says it plainly, as it is stated."""
        turns = names or self.names
        return capital(wish_in_words(turns, dm, condition) or turns.phrases.condition(condition))

    def line(self, reference: str, condition: Condition) -> str:
        """Put what a red line rules out into words."""
        return line_in_words(self.names, reference, ()) or capital(
            self.names.phrases.condition(condition)
        )

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.matter.model.sources}

    @cached_property
    def readings(self) -> list[Names]:
        """The names of things in each reading, this one first."""
        books = [Phrases(model, self.words) for model in self.matter.readings]
        return [self.names, *(Names(self.matter.front, book) for book in books)]

    def author(self, text: Text) -> Piece:
        """Set words that a person wrote, with their language where it is another."""
        language = self.words.language
        own = next(iter(text.by_language), "") or next(iter(self.matter.model.languages), "")
        foreign = language not in text.by_language and own != language
        return Piece(self.names.text(text), language=own if foreign else "")

    def quotation(self, quoted: Quoted, *, fresh: bool = False) -> list[Piece]:
        """Quote a sentence as published; a publication without one is called by its name."""
        if not quoted.words:
            key = Reference.read(quoted.reference, self._sources).source
            source = self._sources.get(key)
            called = self.source(source) if source else key
            name = self("annexes.assumptions.whole", source=called)
            return [Piece(name, quiet=True, fresh=fresh)]
        language = "" if quoted.language == self.words.language else quoted.language
        text = self("annexes.quote", text=self.names.text(quoted.words))
        return [Piece(text, slanted=True, language=language, fresh=fresh)]

    def days(self, days: Sequence[str]) -> str:
        """Say on which day, or between which two."""
        spoken = [self.words.date(day) for day in days]
        if len(spoken) == 1:
            return spoken[0]
        return self("annexes.time.between", first=spoken[0], last=spoken[-1])

    def source(self, source: Source) -> str:
        """Name a publication or report by its title, or as evidence calls it."""
        return self.names.text(source.title) or source.id

    def credit(self, quoted: Quoted, *, dated: bool = True) -> str:
        """Say who spoke, how it is reported, when, and who checked it."""
        if not quoted.words:
            return ""
        speaker = self.names.heading(self.names.text(quoted.speaker))
        parts = [
            "" if quoted.speech == "told" else speaker,
            self(f"annexes.assumptions.speech.{quoted.speech}"),
        ]
        if dated and quoted.date:
            parts.append(self.words.date(quoted.date))
        if quoted.doubtful:
            parts.append(self("annexes.assumptions.doubtful"))
        if quoted.checked_by:
            parts.append(self("annexes.assumptions.checked", who=quoted.checked_by))
        return ", ".join(filter(None, parts))

    def labels(self, labels: Iterable[Label]) -> str:
        """Say in words what the program takes a sentence to do, each thing once.

        What one does to another about several things is told once, with all of them.
        """
        about = dict[str, list[str]]()
        for label in labels:
            issues = about.setdefault(self._deed(label), [])
            if label.issue:
                issue = self.names.text(label.issue)
                issues.append(issue[:1].lower() + issue[1:])
        return "; ".join(
            self("annexes.about", what=deed, issue=self.words.all_of(list(dict.fromkeys(issues))))
            if issues
            else deed
            for deed, issues in about.items()
        )

    def _deed(self, label: Label) -> str:
        blanks = {
            "actor": self.names.heading(self.names.text(label.actor)),
            "act": self(f"annexes.act.{label.kind}"),
        }
        if label.target is None:
            return self("annexes.label", **blanks)
        return self("annexes.label_to", target=self.names.text(label.target), **blanks)

    def grade(self, backing: Backing) -> str:
        """Say how well an assumption is borne out."""
        marks = [
            self(f"annexes.assumptions.{mark}")
            for mark in ("inferred", "contested")
            if getattr(backing, mark)
        ]
        return ", ".join([self(f"annexes.assumptions.grades.{backing.grade}"), *marks])
