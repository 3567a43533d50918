"""From a native model file, as loaded into dicts and lists, to a literal model.

>>> chicken = {"decision_makers": {
...     "row": {"options": {"swerve": {}}, "preferences": ["2 & -1", "1 iff 2"]},
...     "col": {"options": {"yield": {}}, "weights": {"swerve": 1}}}}
>>> space = OptionForm(chicken)
>>> [space.form(s) for s in space.states]
['N|N', 'Y|N', 'N|Y', 'Y|Y']
>>> build(chicken).moves["row"]
{1: {2}, 2: {1}, 3: {4}, 4: {3}}
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from typing import Any

from literal.conditions import evaluate, parse
from literal.model import LiteralModel, Scores
from literal.quotient import agrees, blocks, quotient

Native = dict[str, Any]
"""A model file as loaded: dicts, lists, strings, numbers."""

Vector = tuple[bool, ...]
"""One option-form state: the value of every option, in the order of their decision makers."""


def build(native: Native) -> LiteralModel:
    """Build the literal model of a native one, in option form or in graph form."""
    return _graph_form(native) if "states" in native else space_of(native).model()


def status_quo(native: Native) -> int | None:
    """Give the number of the status quo state, or None where the model states none."""
    stated = native.get("status_quo")
    if stated is None:
        return None
    if "states" in native:
        return 1 + graph_states(native).index(stated)
    return space_of(native).number(stated)


@dataclass(frozen=True)
class Option:
    dm: str
    id: str
    direction: str

    def may_become(self, value: bool) -> bool:
        return self.direction == "both" or self.direction == ("forward" if value else "back")


class OptionForm:
    """The options of a model and its feasible states, numbered from 1 by decimal."""

    def __init__(self, native: Native) -> None:
        self.native = native
        self.dms = list(native["decision_makers"])
        self.options = [
            Option(dm, option, (details or {}).get("direction", "both"))
            for dm, content in native["decision_makers"].items()
            for option, details in content["options"].items()
        ]
        self.names = self._names()
        rules = [self._rule(rule) for rule in native.get("infeasible", [])]
        everything = [v[::-1] for v in product((False, True), repeat=len(self.options))]
        self.vectors = [v for v in everything if not any(self._truth(r, v) for r in rules)]
        self.numbers = {v: number for number, v in enumerate(self.vectors, 1)}
        self.states = list(self.numbers.values())

    def _names(self) -> dict[str, int]:
        ids = [option.id for option in self.options]
        names = {str(k + 1): k for k in range(len(ids))}
        names |= {f"{option.dm}.{option.id}": k for k, option in enumerate(self.options)}
        return names | {name: k for k, name in enumerate(ids) if ids.count(name) == 1}

    def _rule(self, rule: Any) -> Any:
        """Give the test that holds in the states which the rule makes infeasible."""
        if not isinstance(rule, dict):
            return parse(rule)
        ((kind, content),) = ((k, v) for k, v in rule.items() if k not in ("type", "because"))
        if kind == "pattern":
            return content.replace("|", "")
        if kind == "condition":
            return parse(content)
        if kind == "requires":
            return ("&", parse(content["if"]), ("not", parse(content["then"])))
        return kind, [parse(member) for member in content]

    def _truth(self, test: Any, v: Vector) -> bool:
        if isinstance(test, str):
            return all(c in ("-", "Y" if y else "N") for c, y in zip(test, v, strict=True))
        if test[0] == "at_most_one":
            return sum(self._truth(member, v) for member in test[1]) > 1
        if test[0] == "exactly_one":
            return sum(self._truth(member, v) for member in test[1]) != 1
        if test[0] == "at_least_one":
            return not any(self._truth(member, v) for member in test[1])
        return evaluate(test, lambda name: v[self.names[name]])

    def decimal(self, number: int) -> int:
        return sum(2**k for k, yes in enumerate(self.vectors[number - 1]) if yes)

    def form(self, number: int) -> str:
        letters = list(zip(self.options, self.vectors[number - 1], strict=True))
        return "|".join(
            "".join("Y" if yes else "N" for option, yes in letters if option.dm == dm)
            for dm in self.dms
        )

    def number(self, stated: Any) -> int:
        """Give the number of a state written as a number, in option form, or as a mapping."""
        if isinstance(stated, int):
            return stated
        if isinstance(stated, str):
            return self.numbers[tuple(letter == "Y" for letter in stated.replace("|", ""))]
        values = {self.names[str(name)]: value for name, value in stated.items()}
        return self.numbers[
            tuple(values.get(k, False) in (True, "Y") for k in range(len(self.options)))
        ]

    def moves(self, dm: str, v: Vector) -> set[int]:
        """Change any subset of dm's options, each as its direction permits, into feasibility."""
        content = self.native["decision_makers"][dm]
        shared = [self.names[str(name)] for name in content.get("shares", [])]
        own = [k for k, option in enumerate(self.options) if option.dm == dm] + shared
        found = set()
        for size in range(1, len(own) + 1):
            for changed in combinations(own, size):
                q = tuple(not yes if k in changed else yes for k, yes in enumerate(v))
                if q in self.numbers and all(self.options[k].may_become(q[k]) for k in changed):
                    found.add(self.numbers[q])
        if any(self._where(unseen, v) for unseen in content.get("unseen", [])):
            return set()
        return {q for q in found if not self._barred(dm, v, self.vectors[q - 1])}

    def _barred(self, dm: str, v: Vector, q: Vector) -> bool:
        content = self.native["decision_makers"][dm]
        if any(self._where(unseen, q) for unseen in content.get("unseen", [])):
            return True
        return any(
            self._where(barrier["from"], v) and self._where(barrier["to"], q)
            for barrier in self.native.get("irreversible", [])
            if dm in barrier.get("by", [dm])
        )

    def _where(self, text: Any, v: Vector) -> bool:
        """Say whether a pattern fits, or a condition holds."""
        letters = str(text).replace("|", "")
        if set(letters) <= set("YN-") and len(letters) == len(v):
            return self._truth(letters, v)
        return self._truth(parse(text), v)

    def scores(self, dm: str) -> Scores:
        content = self.native["decision_makers"][dm]
        if "ranking" in content:
            return _by_ranking([[self.number(s) for s in ties] for ties in content["ranking"]])
        if "weights" in content:
            weights = [
                (self.names[str(name)], Fraction(str(weight)))
                for name, weight in content["weights"].items()
            ]
            return {
                number: sum((w for k, w in weights if v[k]), Fraction(0))
                for v, number in self.numbers.items()
            }
        levels = [
            [parse(_text(given)) for given in (level if isinstance(level, list) else [level])]
            for level in content["preferences"]
        ]
        return {
            number: tuple(sum(self._truth(part, v) for part in level) for level in levels)
            for v, number in self.numbers.items()
        }

    def model(self) -> LiteralModel:
        return LiteralModel(
            dms=self.dms,
            states=self.states,
            moves={
                dm: {number: self.moves(dm, v) for v, number in self.numbers.items()}
                for dm in self.dms
            },
            prefers={dm: self.scores(dm) for dm in self.dms},
        )


class Coalesced(OptionForm):
    """Option form in which some states count as one, each called by its last member."""

    def __init__(self, native: Native) -> None:
        super().__init__(native)
        groups = []
        for given in native["coalesce"]:
            when = given["when"] if isinstance(given, dict) else given
            groups.append({number for v, number in self.numbers.items() if self._where(when, v)})
        self.parts = blocks(self.states, groups)
        self.states = list(range(1, len(self.parts) + 1))

    def decimal(self, number: int) -> int:
        return super().decimal(max(self.parts[number - 1]))

    def members(self, number: int) -> list[int]:
        """Give the decimals of the members of a state."""
        return sorted(OptionForm.decimal(self, member) for member in self.parts[number - 1])

    def form(self, number: int) -> str:
        forms = [OptionForm.form(self, member) for member in self.parts[number - 1]]
        columns = zip(*forms, strict=True)
        return "".join(column[0] if len(set(column)) == 1 else "-" for column in columns)

    def number(self, stated: Any) -> int:
        if isinstance(stated, int):
            return stated
        member = super().number(stated)
        return next(k for k, part in enumerate(self.parts, 1) if member in part)

    def scores(self, dm: str) -> Scores:
        if "ranking" not in self.native["decision_makers"][dm]:
            return super().scores(dm)
        ranked = super().scores(dm)
        return {member: ranked[k] for k, part in enumerate(self.parts, 1) for member in part}

    def model(self) -> LiteralModel:
        members = self.numbers.values()
        moves = {
            dm: {number: self.moves(dm, v) for v, number in self.numbers.items()}
            for dm in self.dms
        }
        apart = LiteralModel(
            self.dms, list(members), moves, {dm: self.scores(dm) for dm in self.dms}
        )
        assert agrees(apart, self.parts), "somebody tells members of a state apart"
        return quotient(apart, self.parts)


def space_of(native: Native) -> OptionForm:
    """Give the states of a model in option form, those that count as one as one."""
    return Coalesced(native) if native.get("coalesce") else OptionForm(native)


def _text(statement: Any) -> Any:
    return statement["statement"] if isinstance(statement, dict) else statement


def _by_ranking(classes: list[list[int]]) -> Scores:
    """Score the states of a ranking given from the most preferred class down."""
    return {s: -place for place, ties in enumerate(classes) for s in ties}


def graph_states(native: Native) -> list[str]:
    return [s["id"] if isinstance(s, dict) else s for s in native["states"]]


def _graph_form(native: Native) -> LiteralModel:
    numbers = {name: number for number, name in enumerate(graph_states(native), 1)}
    moves: dict[str, dict[int, set[int]]] = {}
    prefers = {}
    for dm, content in native["decision_makers"].items():
        moves[dm] = {number: set() for number in numbers.values()}
        for source, target in content["moves"]:
            moves[dm][numbers[source]].add(numbers[target])
        prefers[dm] = _by_ranking([[numbers[s] for s in ties] for ties in content["ranking"]])
    return LiteralModel(list(moves), list(numbers.values()), moves, {**prefers})
