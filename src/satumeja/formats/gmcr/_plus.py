"""The dialect of .gmcr files that GMCR+ writes: conditions as pairs, with preferences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from satumeja.formats.gmcr._base import (
    UNUSED,
    Alternatives,
    GmcrFile,
    GmcrMaker,
    GmcrRanking,
    GmcrReader,
    Literals,
)
from satumeja.formats.gmcr._parts import Part
from satumeja.formats.trees import Map
from satumeja.formats.words import remark
from satumeja.model import Direction

__all__ = ["PlusReader"]

_DIRECTIONS: dict[str, Direction] = {"both": "both", "fwd": "forward", "back": "back"}
_FLAGS = ("useManualPreferenceRanking", "useManualPreferenceVectors")
_RANKINGS = ("preferenceRanking", "preferenceVector")


class PlusReader(GmcrReader):
    """Reads a file of GMCR+; `read` is sound if no fault was noted on the way."""

    def __init__(self, root: Part) -> None:
        optional = (*_FLAGS, "coalitions", *UNUSED)
        super().__init__(root, optional, "permittedDirection", _DIRECTIONS)
        self.notes: list[str] = []

    def read(self) -> GmcrFile:
        """Read the whole file."""
        flag = _only(self.fields, _FLAGS)
        manual = flag.truth() if flag else None
        parts = self.items("decisionMakers", "decision makers")
        makers = tuple(self.stated(part, manual) for part in parts)
        self.check_owned()
        infeasible = self.conditions(self.items("infeasibles", "conditions"))
        notes = (*self.notes, *self.coalitions([maker.name for maker in makers]))
        return GmcrFile(self.options, makers, infeasible, notes=notes)

    def stated(self, part: Part, manual: bool | None) -> GmcrMaker:
        """Read a decision maker; `manual` tells whether rankings count, None where open."""
        optional = ("preferences", *_RANKINGS, "misperceptions", "payoffs")
        fields = part.fields(("name", "options"), optional)
        maker = self.maker(part, fields)
        if "misperceptions" in fields:
            unseen = self.conditions(fields["misperceptions"].items("conditions"))
            maker = replace(maker, unseen=unseen)
        listed = fields["preferences"].items("conditions") if "preferences" in fields else []
        statements, ranking = _first_of_each(self.conditions(listed)), _ranking(fields)
        ranked = ranking is not None and bool(ranking.classes)
        if manual is None and ranked and statements:
            what = f'"{maker.name}" has statements and a ranking'
            part.fault(f'{what}; "{_FLAGS[0]}" must say which of them counts')
        by_ranking = ranked if manual is None else manual
        if (ranking is None) if by_ranking else ("preferences" not in fields):
            part.fault(f'missing key "{_RANKINGS[0] if by_ranking else "preferences"}"')
        if not by_ranking:
            return replace(maker, statements=statements)
        if statements:
            self.notes.append(remark("warning.by_hand", dm=maker.name))
        return replace(maker, ranking=ranking)

    def conditions(self, parts: Sequence[Part]) -> tuple[Alternatives, ...]:
        """Read conditions and compounds of them."""
        return tuple(
            Alternatives(
                tuple(self.members(part)) if isinstance(part.node, Map) else (self.pairs(part),),
                part.path,
            )
            for part in parts
        )

    def members(self, part: Part) -> list[Literals]:
        """Read the members of a compound."""
        fields = part.fields(("compound", "members"))
        if "compound" in fields and fields["compound"].truth() is False:
            fields["compound"].fault('a condition that is an object has "compound": true')
        members = fields["members"].items("conditions", 1) if "members" in fields else []
        return [self.pairs(member) for member in members]

    def pairs(self, part: Part) -> Literals:
        """Read a plain condition."""
        pairs = []
        for item in part.items('pairs such as [0, "Y"]', 1):
            ends = item.items("two, an option and Y or N")
            if len(ends) == 2:
                pairs.append((ends[0], ends[1]))
            elif item.is_list:
                item.fault(f'expected a pair such as [0, "Y"], found a list of {len(ends)}')
        return self.literals(pairs)

    def coalitions(self, names: Sequence[str]) -> Iterator[str]:
        """Check that nobody is in two coalitions; note each that is left out.

        Whoever is in none is on its own, as GMCR+ itself takes such a file.
        """
        seated: set[int] = set()
        parts = self.items("coalitions", "decision makers and lists of them")
        for part in parts:
            items = part.items("decision makers", 1) if part.is_list else [part]
            read = [item.whole(0, len(names) - 1, "a decision maker's index") for item in items]
            block = [maker for maker in read if maker is not None]
            for maker in block:
                if maker in seated:
                    part.fault(
                        f'decision maker {maker} ("{names[maker]}") is in a coalition twice'
                    )
                seated.add(maker)
            if len(block) > 1:
                who = ", ".join(f'"{names[maker]}"' for maker in block)
                yield remark("warning.coalition", dms=who)


def _first_of_each(statements: Sequence[Alternatives]) -> tuple[Alternatives, ...]:
    """Drop the statements that say the same as one before, in whatever order they say it."""
    first: dict[frozenset[frozenset[tuple[int, bool]]], Alternatives] = {}
    for statement in statements:
        meaning = frozenset(frozenset(member.items()) for member in statement.members)
        first.setdefault(meaning, statement)
    return tuple(first.values())


def _only(fields: dict[str, Part], keys: Sequence[str]) -> Part | None:
    """Return the part that has either the new or the old key."""
    parts = [fields[key] for key in keys if key in fields]
    if len(parts) > 1:
        parts[1].fault(f'"{keys[0]}" and "{keys[1]}" are both given', key=True)
    return parts[0] if parts else None


def _ranking(fields: dict[str, Part]) -> GmcrRanking | None:
    ranking = _only(fields, _RANKINGS)
    if ranking is None:
        return None
    return GmcrRanking([_rank_class(part) for part in ranking.items("states")], ranking.path)


def _rank_class(part: Part) -> str | list[str]:
    if part.is_list:
        return [_state(item) for item in part.items("states")]
    return _state(part)


def _state(part: Part) -> str:
    return str(part.whole(1, None, "the number of a state"))
