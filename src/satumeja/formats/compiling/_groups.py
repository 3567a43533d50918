"""States that count as one, and what must not tell them apart."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.formats import schema
from satumeja.formats.compiling._conditions import Conditions
from satumeja.formats.compiling._forms import StateNames
from satumeja.formats.compiling._rules import blame_last
from satumeja.formats.trees import Faults, Path
from satumeja.model import Coalescing, OptionStates, Preference, Rule, Statement
from satumeja.model.kit import split_by, statements_of, telling

__all__ = ["compile_groups", "named_states", "require_agreement", "require_one_side"]

_WHERE = "in what coalesces"
_ONE = "which are coalesced into one"


def compile_groups(
    items: Sequence[str | schema.Coalescing], conditions: Conditions
) -> tuple[Coalescing, ...]:
    """Read which states count as one; those that have faults are left out."""
    groups = list[Coalescing]()
    for k, item in enumerate(items):
        path: Path = ("coalesce", k)
        stated = schema.Coalescing(when=item) if isinstance(item, str) else item
        place = path if isinstance(item, str) else (*path, "when")
        cited = conditions.context.cited(stated, path)
        condition = conditions.where(stated.when, place, _WHERE)
        if condition:
            groups.append(Coalescing(condition, stated.when.strip(), **cited))
    return tuple(groups)


def named_states(
    widths: tuple[int, ...],
    rules: tuple[Rule, ...],
    groups: tuple[Coalescing, ...],
    faults: Faults,
) -> StateNames | None:
    """List the states, merged as stated; None, and a fault, where that cannot be done."""
    plain = StateNames(widths, rules)
    if not plain.too_many and not len(plain):
        blame_last(rules, sum(widths), faults)
        return None
    if not groups:
        return plain
    if plain.too_many:
        faults.add(f"{plain.too_many}; too many to coalesce any", ("coalesce",), key=True)
        return None
    return StateNames(widths, rules, groups)


def require_agreement(
    preference: Preference, states: OptionStates, path: Path, faults: Faults
) -> None:
    """Note a fault where a preference ranks members of one state apart."""
    statements = statements_of(preference)
    require_one_side(statements, states, path, faults, _entries(statements))
    if not statements and (split := split_by(states, preference)):
        pair = f"{states.form_of(split.one)} and {states.form_of(split.other)}"
        faults.add(f"the weights rank {pair} apart, {_ONE}", path, key=True)


def require_one_side(
    statements: Sequence[Statement],
    states: OptionStates,
    path: Path,
    faults: Faults,
    entries: Sequence[int] = (),
) -> None:
    """Note a fault for each statement that holds in some members of a state only.

    Parameters
    ----------
    statements : sequence of Statement
        As they were read.
    states : OptionStates
        The states.
    path : tuple
        Where the statements stand.
    faults : Faults
        Takes the faults.
    entries : sequence of int
        The entry of the list that each comes from; by default the one in its place.
    """
    for k, statement in enumerate(statements):
        if pair := telling(states, statement.condition):
            inside, outside = map(states.form_of, pair)
            message = f'"{statement.text}" holds in {inside} and not in {outside}, {_ONE}'
            faults.add(message, (*path, entries[k] if entries else k))


def _entries(statements: Sequence[Statement]) -> list[int]:
    """Return the entry each comes from: those of equal importance come from one."""
    entries, entry, before = list[int](), -1, tuple[Statement, ...]()
    for statement in statements:
        entry += not (statement.among and statement.among == before)
        entries.append(entry)
        before = statement.among
    return entries
