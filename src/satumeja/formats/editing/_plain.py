"""Changes to plain data: what a changed text has to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from satumeja.errors import QuestionError, did_you_mean
from satumeja.formats.editing._paths import Key, path_text
from satumeja.formats.editing._references import Change

__all__ = ["Plain", "same"]


class Plain:
    """The data of a file, and changes to it that say where they take place.

    Parameters
    ----------
    root : object
        Texts, None, lists and mappings; it is changed in place.
    """

    def __init__(self, root: Any) -> None:
        self.root = root

    def at(self, path: Sequence[Key]) -> Any:
        """Return a part (`QuestionError` where the way leads nowhere)."""
        here = self.root
        for depth, step in enumerate(path):
            here = here[self._step(here, step, path[:depth])]
        return here

    def whole(self, path: Sequence[Key]) -> list[Key]:
        """Return a way to a part that is there, each place counted from the first."""
        steps, here = list[Key](), self.root
        for depth, step in enumerate(path):
            sound = self._step(here, step, path[:depth])
            steps.append(sound)
            here = here[sound]
        return steps

    def _step(self, here: Any, step: Key, path: Sequence[Key]) -> Any:
        if isinstance(here, list) and isinstance(step, int) and -len(here) <= step < len(here):
            return step % len(here)
        if isinstance(here, dict) and isinstance(step, str):
            if step not in here:
                raise QuestionError(f'there is no "{step}"{did_you_mean(step, list(here))}')
            return step
        raise _nowhere(path, step)

    def set(self, path: Sequence[Key], value: Any) -> Any:
        """Set a part; return what it was, None where it is new."""
        *way, last = path
        here, old = self.at(way), None
        if isinstance(here, dict) and isinstance(last, str):
            old, here[last] = here.get(last), value
        elif isinstance(here, list) and last == -1:
            here.append(value)
        elif isinstance(here, list) and isinstance(last, int) and 0 <= last < len(here):
            old, here[last] = here[last], value
        else:
            raise _nowhere(way, last)
        return old

    def insert(
        self, path: Sequence[Key], value: Any, after: str | None, place: int | None
    ) -> tuple[int, str | None]:
        """Put in a new item; return its place, and its key."""
        *way, last = path
        here = self.at(way)
        if isinstance(here, list) and isinstance(last, int):
            _no_place_of_keys(after, place)
            at = _place(len(here), last, way)
            here.insert(at, value)
            return at, None
        if not isinstance(here, dict) or not isinstance(last, str):
            raise _nowhere(way, last)
        if last in here:
            raise QuestionError(f'there is a "{last}" already; set changes what is there')
        at = _key_place(list(here), after, place, way)
        _put(here, at, last, value)
        return at, last

    def remove(self, path: Sequence[Key]) -> list[Key]:
        """Take an item out; return the way to it."""
        steps = self.whole(path)
        del self.at(steps[:-1])[steps[-1]]
        return steps

    def move(
        self, path: Sequence[Key], to: Sequence[Key], after: str | None, place: int | None
    ) -> tuple[list[Key], list[Key], int, str | None]:
        """Move an item; return the ways from and to, its place there and its new key."""
        steps, target = self.whole(path), self.whole(to[:-1])
        if target[: len(steps)] == steps:
            raise QuestionError(f"{path_text(steps)} cannot move into itself")
        source, here, last = self.at(steps[:-1]), self.at(target), to[-1]
        if isinstance(source, list) != isinstance(here, list):
            raise QuestionError("an item of a list moves to a list, and a key to a mapping")
        if isinstance(here, list):
            if not isinstance(last, int):
                raise _nowhere(target, last)
            _no_place_of_keys(after, place)
            at = _place(len(here) - (source is here), last, target)
            here.insert(at, source.pop(steps[-1]))
            return steps, target, at, None
        if not isinstance(here, dict):
            raise _nowhere(target, last)
        key = str(steps[-1]) if isinstance(last, int) else last
        if key in here and not (source is here and key == steps[-1]):
            raise QuestionError(f'there is a "{key}" already in {path_text(target) or "the file"}')
        if isinstance(last, int):
            _no_place_of_keys(after, place)
            place = last
        others = [name for name in here if here is not source or name != steps[-1]]
        at = _key_place(others, after, place, target)
        _put(here, at, key, source.pop(steps[-1]))
        return steps, target, at, key

    def put(self, path: Sequence[Key], place: int, key: str | None, value: Any) -> None:
        """Put an item to a place of what is a list or a mapping, or nothing yet."""
        here = self.at(path)
        if here is None:
            here = {} if key is not None else []
            self.set(path, here)
        if key is None:
            here.insert(place, value)
        elif key in here:
            raise QuestionError(f'there is a "{key}" already')
        else:
            _put(here, place, key, value)

    def change(self, change: Change) -> None:
        """Replace a text, or a key."""
        *way, last = change.path
        here = self.at(way)
        if not change.is_key:
            here[last] = change.text
            return
        items = [(change.text if key == last else key, value) for key, value in here.items()]
        here.clear()
        here.update(items)


def _nowhere(path: Sequence[Key], step: Key) -> QuestionError:
    where = ".".join(map(str, path)) or "the file"
    return QuestionError(f'{where} has no place "{step}"')


def _place(length: int, place: int, path: Sequence[Key]) -> int:
    if place == -1:
        return length
    if not 0 <= place <= length:
        where = path_text(path) or "the file"
        raise QuestionError(f'{where} has no place "{place}" to fill; its places go to {length}')
    return place


def _key_place(keys: list[str], after: str | None, place: int | None, path: Sequence[Key]) -> int:
    if after is None:
        return _place(len(keys), -1 if place is None else place, path)
    if place is not None:
        raise QuestionError('"after" and "place" say the same; write one of them')
    if after not in keys:
        raise QuestionError(f'there is no "{after}"{did_you_mean(after, keys)}')
    return keys.index(after) + 1


def _no_place_of_keys(after: str | None, place: int | None) -> None:
    if after is not None or place is not None:
        raise QuestionError('"after" and "place" are for the keys of a mapping')


def _put(here: dict[str, Any], place: int, key: str, value: Any) -> None:
    items = list(here.items())
    here.clear()
    here.update([*items[:place], (key, value), *items[place:]])


def same(first: Any, second: Any) -> bool:
    """Say whether two parts say the same in the same order."""
    if isinstance(first, dict) and isinstance(second, dict):
        return list(first) == list(second) and all(
            same(value, second[key]) for key, value in first.items()
        )
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(same, first, second))
    return bool(first == second)
