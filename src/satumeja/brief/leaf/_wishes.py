"""Wishes as clauses: what a side wants to do, or wants another to do."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.brief.leaf._deeds import Deeds
from satumeja.brief.words import options_of
from satumeja.model import Binary, Condition, Is, Not, Statement
from satumeja.model.kit import Pattern, statements_of

__all__ = ["line_in_words", "statement_of", "wish_in_words"]

_MOST_OPTIONS = 2


def statement_of(names: Deeds, reference: str) -> Statement | None:
    """Return the preference statement that a reference such as `russia#3` stands for.

    Returns
    -------
    Statement or None
        None where the side has a ranking or weights, or no statement of that number.
    """
    dm_id, _, place = reference.partition("#")
    if dm_id not in names.sides or not place.isdigit():
        return None
    statements = statements_of(names.phrases.model[dm_id].preference)
    return statements[int(place) - 1] if 0 < int(place) <= len(statements) else None


def line_in_words(names: Deeds, reference: str, dms: Sequence[str]) -> str:
    """Say what a red line such as `us#1` rules out, as deeds; empty where no clause says it.

    Who would do it is named, unless that is the only one of `dms`, of whom it is asked.
    """
    dm, _, place = reference.partition("#")
    lines = names.phrases.model[dm].red_lines if dm in names.sides else ()
    if not place.isdigit() or not 0 < int(place) <= len(lines):
        return ""
    condition = lines[int(place) - 1].condition
    joined = isinstance(condition, Binary) and condition.operator != "and"
    if joined or not _sayable(names, condition):
        return ""
    leaves = [leaf for part in _parts(condition) for leaf in _leaves(part)]
    deeds = [
        (_owner(names, option), _deed(names, option, taken=taken)) for option, taken in leaves
    ]
    if [owner for owner, _ in deeds] == [*dms]:
        return deeds[0][1]
    return "; ".join(names.side(owner, deed) for owner, deed in deeds)


def _deed(names: Deeds, option: int, *, taken: bool) -> str:
    key = ("own" if names.verbs else "label") + ("" if taken else "_not")
    if taken and names.verbs:
        return names.verb(names.phrases.model.options[option])
    return names.words(f"leaf.wish.{key}", option=names.verb(names.phrases.model.options[option]))


def _parts(condition: Condition) -> list[Condition]:
    """Give the two sides of what is joined by one word, or the whole."""
    return [condition.left, condition.right] if isinstance(condition, Binary) else [condition]


def wish_in_words(names: Deeds, dm: str, condition: Condition) -> str:
    """Say what a side wishes as a clause: "to sit at the table and not to attack".

    Returns
    -------
    str
        Empty where the condition speaks of more than two options, of levels, or is built in
        a way that no clause says plainly; then the deed is shown in its place.
    """
    if not _sayable(names, condition):
        return ""
    match condition:
        case Binary("if" | "iff" as operator, left, right):
            before, after = _plain(names, dm, left), _supposed(names, right)
            return names.words(f"leaf.wish.{operator}", left=before, right=after)
    return _plain(names, dm, condition)


def _sayable(names: Deeds, condition: Condition) -> bool:
    """Whether a condition is one or two options, each taken or not, joined by one word."""
    parts = [_leaves(side) for side in _parts(condition)]
    count = sum(map(len, parts))
    options = names.phrases.model.options
    return (
        all(parts)
        and count <= _MOST_OPTIONS
        and not any(options[option].scale for part in parts for option, _ in part)
    )


def _leaves(condition: Condition) -> list[tuple[int, bool]]:
    """List the options a condition speaks of and whether they are to be taken, all joined."""
    match condition:
        case Is(option):
            return [(option, True)]
        case Not(Is(option)):
            return [(option, False)]
        case Pattern(mask, value):
            return [(option, bool(value >> option & 1)) for option in options_of(mask)]
    return []


def _plain(names: Deeds, dm: str, condition: Condition) -> str:
    """Say what is to be so: the side's own part first, each other side named once."""
    word = "or" if isinstance(condition, Binary) and condition.operator == "or" else "and"
    leaves = [leaf for side in _parts(condition) for leaf in _leaves(side)]
    leaves.sort(key=lambda leaf: _owner(names, leaf[0]) != dm)
    owners = [dm]
    clauses = list[str]()
    for option, taken in leaves:
        owner = _owner(names, option)
        clauses.append(_clause(names, owner, option, taken=taken, own=owner == owners[-1]))
        owners.append(owner)
    if len(clauses) == 1:
        return clauses[0]
    return names.words(f"leaf.wish.{word}", left=clauses[0], right=clauses[1])


def _clause(names: Deeds, owner: str, option: int, *, taken: bool, own: bool) -> str:
    """Say of one option that it is to be taken or not, its owner named where it is another."""
    key = ("own" if own else "theirs") if names.verbs else "label"
    verb = names.verb(names.phrases.model.options[option])
    key = key if taken else f"{key}_not"
    return names.words(f"leaf.wish.{key}", option=verb, **_who(names, owner, key))


def _supposed(names: Deeds, condition: Condition) -> str:
    """Say what is supposed: "if Russia were to attack"."""
    clauses = list[str]()
    for option, taken in _leaves(condition):
        verb = names.verb(names.phrases.model.options[option])
        key = ("were" if names.verbs else "label_were") + ("" if taken else "_not")
        who = _who(names, _owner(names, option), key)
        clauses.append(names.words(f"leaf.wish.{key}", option=verb, **who))
    return names.words.all_of(clauses)


def _who(names: Deeds, owner: str, key: str) -> dict[str, str]:
    """Name the owner where the template has a blank for it."""
    return {} if key.startswith(("own", "label")) else {"dm": names.dm(owner)}


def _owner(names: Deeds, option: int) -> str:
    model = names.phrases.model
    makers = zip(model.decision_makers, model.masks, strict=True)
    return next(dm.id for dm, mask in makers if mask >> option & 1)
