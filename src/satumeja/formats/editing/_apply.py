"""Changes to a YAML text in place: what is not changed, comments too, stays byte for byte."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from satumeja.display import ShownInLine
from satumeja.errors import ModelError, OutputError, QuestionError
from satumeja.formats.editing._entries import Idle
from satumeja.formats.editing._operations import (
    Insert,
    Move,
    Off,
    On,
    Operation,
    Remove,
    Rename,
    Set,
    as_operation,
    way,
)
from satumeja.formats.editing._paths import Key, path_text
from satumeja.formats.editing._plain import Plain, same
from satumeja.formats.editing._rename import renaming
from satumeja.formats.editing._tree import Tree
from satumeja.formats.editing._written import as_text
from satumeja.formats.trees import data, read_yaml

__all__ = ["OffPart", "apply", "edit", "off_parts", "turned_off"]

_UNTOUCHED = "cannot be set without touching others; edit it"


@dataclass(frozen=True, repr=False)
class OffPart(ShownInLine):
    """An item of a list or mapping that is commented out.

    Parameters
    ----------
    path : tuple of str and int
        The way that `On` takes.
    nth : int
        Which of those at that place, from 1.
    value : object
        What it says, as plain data.

    See Also
    --------
    off_parts : Lists them.
    """

    path: tuple[Key, ...]
    nth: int
    value: Any


def apply(
    text: str,
    ops: Iterable[Operation | Mapping[str, Any]],
    *,
    name: str = "model.yaml",
) -> str:
    r"""Apply operations to a YAML text, all or none, and leave the rest as it is.

    Parameters
    ----------
    text : str
        A model file in YAML; it need not be a sound model.
    ops : iterable of operations
        `Set`, `Insert`, `Remove`, `Move`, `Rename`, `Off` and `On`, or mappings that say the
        same, such as ``{"op": "remove", "at": "a.b[1]"}``; each sees what those before it did.
    name : str
        The file, for the faults.

    Returns
    -------
    str
        The text with these changes. Comments, order, quotes, line ends and layout of
        everything else are kept byte for byte.

    Raises
    ------
    ModelError
        If the text is not YAML.
    QuestionError
        If an operation is none, or leads nowhere; where there are several, its number is said.
    OutputError
        If it cannot be done without changing something else.

    See Also
    --------
    edit : Sets one part.
    turned_off : What `Off` has commented out.
    key_path, read_value : Read what is written on a command line for it.

    Notes
    -----
    A comment belongs to the item it stands at, and goes where the item goes: the lines of
    comment directly above it, and the comment at the end of its line. A comment that a blank
    line parts from the item below belongs to the section, and stays; so does a comment after the
    last item of a list. A comment below an item that is written in lines, and farther in than
    the item, is a part of it. Comments inside what is set anew go with it, but for those of the
    items of a list that are still in it.

    What is off is commented out with ``#~`` in each line, and is no part of the model.

    The new text is read again, and given only if it says just what was asked for. The text
    is read twice and taken apart once, however many operations there are; an operation costs
    what the lists and mappings on its way hold.

    Examples
    --------
    >>> text = "wants:\n  # the old one\n  - talk\n  - pay   # in gold\n"
    >>> print(apply(text, [{"op": "move", "from": "wants[1]", "to": "wants[0]"}]), end="")
    wants:
      - pay   # in gold
      # the old one
      - talk
    >>> print(apply(text, [Off("wants[0]"), Set("wants+", "go")]), end="")
    wants:
      #~ # the old one
      #~ - talk
      - pay   # in gold
      - go
    """
    operations = list(ops)
    plain = Plain(data(read_yaml(text, name)))
    tree = Tree(text)
    for number, stated in enumerate(operations, start=1):
        try:
            _do(as_operation(stated), plain, tree)
        except ModelError as error:  # the value of an operation, which is in no file
            raise _numbered(
                QuestionError(error.faults[0].message), number, len(operations), name
            ) from None
        except (QuestionError, OutputError) as error:
            raise _numbered(error, number, len(operations), name) from None
    changed = tree.render()
    # Whatever layout the text has: what counts is that it now says just this, and no more.
    try:
        is_right = same(data(read_yaml(changed, name)), plain.root)
    except ModelError:
        is_right = False
    if not is_right:
        raise OutputError(f"{name}: this part {_UNTOUCHED}")
    return changed


def _numbered(error: Exception, number: int, count: int, name: str) -> Exception:
    where = f"operation {number}: " if count > 1 else ""
    if isinstance(error, OutputError):
        return OutputError(f"{name}: {where}{error}")
    return QuestionError(f"{where}{error}")


def _do(operation: Operation, plain: Plain, tree: Tree) -> None:
    """Do one operation to the data and to the text."""
    match operation:
        case Set(at, value):
            *before, last = way(at)
            steps = [*plain.whole(before), last]
            old = plain.set(steps, as_text(value))
            tree.set(steps, value, old)
        case Insert(at, value, after, place):
            *before, last = way(at)
            steps = plain.whole(before)
            spot, key = plain.insert([*steps, last], as_text(value), after, place)
            tree.insert(steps, spot, key, value)
        case Remove(at):
            tree.remove(plain.remove(way(at)))
        case Move(from_, to, after, place):
            moved = copy.copy(plain.at(way(from_)))
            tree.move(*plain.move(way(from_), way(to), after, place), moved)
        case Rename(at, to):
            for change in renaming(plain.root, plain.whole(way(at)), to):
                plain.change(change)
                tree.retext(change.path, change.text, is_key=change.is_key)
        case Off(at):
            tree.off(plain.remove(way(at)))
        case On(at, nth):
            _turn_on(way(at), nth, plain, tree)


def _turn_on(steps: list[Key], nth: int, plain: Plain, tree: Tree) -> None:
    *before, last = steps
    path = plain.whole(before)
    listed = tree.idle(path)
    place = len(plain.at(path) or ()) if last == -1 else last
    fitting = [idle for idle in listed if place == (idle.place if idle.key is None else idle.key)]
    if not 1 <= nth <= len(fitting):
        ways = ", ".join(path_text([*path, _step(idle)]) for idle in listed)
        rest = f"; commented out there: {ways}" if ways else ""
        where = f"no number {nth}" if nth != 1 and fitting else "nothing"
        raise QuestionError(f"{where} is commented out at {path_text(steps)}{rest}")
    idle = fitting[nth - 1]
    plain.put(path, idle.place, idle.key, _value(idle))
    tree.on(path, idle)


def _step(idle: Idle) -> Key:
    return idle.place if idle.key is None else idle.key


def turned_off(text: str, path: str | Sequence[Key] = ()) -> list[tuple[Key, ...]]:
    r"""List what `Off` has commented out in a list or mapping.

    Parameters
    ----------
    text : str
        A model file in YAML.
    path : str, or sequence of str and int
        The list or mapping; without it, the whole file.

    Returns
    -------
    list of tuple
        The ways that `On` takes, in the order of the text; those in a list that follow each
        other have the same place.

    Raises
    ------
    ModelError
        If the text is not YAML.
    QuestionError
        If the path leads nowhere.

    See Also
    --------
    apply : Turns them on.

    Examples
    --------
    >>> turned_off("wants:\n  - talk\n  #~ - pay\n", "wants")
    [('wants', 1)]
    """
    return [part.path for part in off_parts(text, path)]


def off_parts(text: str, path: str | Sequence[Key] = ()) -> list[OffPart]:
    r"""List what `Off` has commented out in a list or mapping, with what it says.

    Parameters
    ----------
    text, path
        As of `turned_off`.

    Returns
    -------
    list of OffPart
        In the order of the text.

    Raises
    ------
    ModelError
        If the text is not YAML.
    QuestionError
        If the path leads nowhere.

    See Also
    --------
    turned_off : The ways alone.

    Examples
    --------
    >>> off_parts("wants:\n  - talk\n  #~ - pay\n  #~ - go\n")
    [OffPart(path=('wants', 1), nth=1, value='pay'), OffPart(path=('wants', 1), nth=2, value='go')]
    """
    plain, tree = Plain(data(read_yaml(text, "model.yaml"))), Tree(text)
    steps = plain.whole(way(path) if path else [])
    parts, times = list[OffPart](), Counter[tuple[Key, ...]]()
    for where, value in _off_below(plain.at(steps), tuple(steps), tree):
        times[where] += 1
        parts.append(OffPart(where, times[where], value))
    return parts


def _off_below(
    value: Any, path: tuple[Key, ...], tree: Tree
) -> Iterable[tuple[tuple[Key, ...], Any]]:
    yield from (((*path, _step(idle)), _value(idle)) for idle in tree.idle(path))
    if isinstance(value, dict | list):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for key, part in parts:
            if isinstance(part, dict | list) or part is None:
                yield from _off_below(part, (*path, key), tree)


def _value(idle: Idle) -> Any:
    """Read what is commented out as plain data."""
    value = data(read_yaml(idle.text, "the comment"))
    return value[0] if idle.key is None else value[idle.key]


def edit(text: str, path: Sequence[Key], value: Any, name: str = "model.yaml") -> str:
    r"""Set one part of a YAML text, and leave the rest as it is.

    Parameters
    ----------
    text : str
        A model file in YAML; it need not be a sound model.
    path : sequence of str and int
        Keys, and places (from 0) in lists; -1 at the end is the place after a list's last.
    value : object
        What goes there, as plain dicts, lists, texts and numbers.
    name : str
        The file, for the faults.

    Returns
    -------
    str
        The text with that part changed. Comments, order, quotes and layout of everything
        else are kept byte for byte; comments inside what is replaced go with it, but for
        those of the items of a list that are still in it.

    Raises
    ------
    ModelError
        If the text is not YAML.
    QuestionError
        If the path leads nowhere.
    OutputError
        If it cannot be done without changing something else.

    See Also
    --------
    apply : Does this and more, several at once.
    key_path, read_value : Read what is written on a command line for it.
    dump : A model as text anew.

    Notes
    -----
    The new text is read again, and given only if it says just what was asked for.

    Examples
    --------
    >>> print(edit("a: 1  # one\nb: [x, y]   # two\n", ["b", 0], "z"), end="")
    a: 1  # one
    b: [z, y]   # two
    """
    return apply(text, [Set(path, value)], name=name)
