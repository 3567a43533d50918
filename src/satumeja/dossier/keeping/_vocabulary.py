"""A vocabulary of one's own: actors and issues a team names the same way in every dossier."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from satumeja.dossier.keeping._corrections import IDENTIFIER
from satumeja.dossier.keeping._fields import is_actor
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._names import KINDS, Entry, names_of
from satumeja.errors import Fault, ReportError, did_you_mean

__all__ = ["take_vocabulary", "vocabulary_text"]

_MOST_BYTES = 1 << 20
_KEYS: Mapping[str, tuple[str, ...]] = {
    "actor": ("name", "kind", "body", "office", "also"),
    "issue": ("name", "words"),
}
_ITEMS = {"actors": "actor", "issues": "issue"}


def take_vocabulary(file: DossierFile, path: str | os.PathLike[str]) -> int:
    """Take a vocabulary into a dossier file, in the place of the one it had.

    Parameters
    ----------
    file : DossierFile
        The file.
    path : path
        A TOML file with tables ``[actors.ID]`` (name, kind, body, office, also) and
        ``[issues.ID]`` (name, words).

    Returns
    -------
    int
        How many actors and issues it names.

    Raises
    ------
    ReportError
        It cannot be read, or something in it is unknown; the file keeps what it had.

    Notes
    -----
    What a vocabulary states holds for what the machine reads; corrections hold over it. ``also``
    are other ids or names of an actor, and ``words`` are those by which an act that has no
    issue gets one.
    """
    name = os.fspath(path)
    data = _read(name)
    if not data:  # more likely a slip than the wish to take the other away
        raise _fault(name, "names no actor and no issue; an empty table, [actors], takes all away")
    entries = _entries(data, name)
    with file.whole(lasting=True):
        file.do("DELETE FROM vocabulary")
        file.do_all(
            "INSERT INTO vocabulary VALUES (?,?,?)",
            [(item, key, json.dumps(entry)) for (item, key), entry in entries.items()],
        )
        names = names_of(file)
        for (item, key), entry in entries.items():
            body = entry.get("body")
            if item == "actor" and body and not is_actor(body, file, names):
                actors = [key for kind, key in entries if kind == "actor"]
                hint = did_you_mean(body, [*actors, *names.bodies])
                raise _fault(name, f'actors.{key}: no actor is called "{body}"{hint}')
    return len(entries)


def _read(name: str) -> Mapping[str, Any]:
    """Read the file as TOML."""
    try:
        data = Path(name).read_bytes()
        if len(data) > _MOST_BYTES:
            raise _fault(name, "is over 1 MiB; a vocabulary is a small file")
        return tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise _fault(name, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise _fault(name, "is not UTF-8 text") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        message = f"is not TOML: {str(error).partition(' (at')[0].lower()}"
        where = (int(place[1]), int(place[2])) if place else _end_of(data)
        raise ReportError(Fault(message, name, *where)) from None
    except ValueError:  # Python reads no longer one, and tells it as another fault than TOML's
        raise _fault(name, "holds a number of thousands of digits; write texts only") from None


def _end_of(data: bytes) -> tuple[int, int]:
    """Give line and column where a text ends: what was begun before is not ended there."""
    *before, last = data.decode("utf-8-sig").split("\n")
    return len(before) + 1, len(last) + 1


def _entries(data: Mapping[str, Any], name: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Check all that a vocabulary names, and give it by item and id."""
    entries: dict[tuple[str, str], dict[str, Any]] = {}
    for table, listed in data.items():
        if table not in _ITEMS:
            raise _fault(name, f'nothing is known of "{table}"{did_you_mean(table, list(_ITEMS))}')
        if not isinstance(listed, dict):
            raise _fault(name, f"{table} is a table of ids, such as [{table}.one]")
        for key, entry in listed.items():
            where = f"{table}.{key}"
            if not IDENTIFIER.fullmatch(key):
                raise _fault(name, f"{where}: an id is written with letters and _")
            entries[_ITEMS[table], key] = _entry(_ITEMS[table], entry, where, name)
    return entries


def _entry(item: str, entry: Any, where: str, name: str) -> dict[str, Any]:
    """Check what is stated of one actor or issue."""
    if not isinstance(entry, dict):
        raise _fault(name, f"{where}: a table with {', '.join(_KEYS[item])}")
    for key in entry:
        if key not in _KEYS[item]:
            hint = did_you_mean(key, _KEYS[item])
            raise _fault(name, f'{where}: nothing is known of "{key}"{hint}')
    stated: dict[str, Any] = _names(entry.get("name"), where, name)
    for key in ("kind", "body", "office"):
        if key in entry:
            stated[key] = _text(entry[key], f"{where}.{key}", name)
    if stated.get("kind", "person") not in KINDS:
        kind = stated["kind"]
        raise _fault(name, f'{where}: no kind is called "{kind}"{did_you_mean(kind, KINDS)}')
    for key in ("also", "words"):
        if key in entry:
            listed = entry[key] if isinstance(entry[key], list) else [entry[key]]
            stated[key] = [_text(words, f"{where}.{key}", name) for words in listed]
    return stated


def _names(names: Any, where: str, name: str) -> dict[str, Any]:
    """Read a name, one for all languages or one for each."""
    if names is None:
        return {}
    if not isinstance(names, dict):
        return {"name": _text(names, f"{where}.name", name)}
    for language in names:
        if language not in ("en", "id"):
            raise _fault(name, f'{where}.name: languages are en and id, not "{language}"')
    return {
        f"name.{language}": _text(words, f"{where}.name.{language}", name)
        for language, words in names.items()
    }


def _text(value: Any, where: str, name: str) -> str:
    """Require a text that says something."""
    if not isinstance(value, str) or not value.strip():
        raise _fault(name, f"{where}: a text, in quotes")
    return value.strip()


def _fault(name: str, message: str) -> ReportError:
    """Make an error of a vocabulary."""
    return ReportError(Fault(message, name))


def vocabulary_text(file: DossierFile) -> str:
    """Write the actors and issues that were stated in a file as a vocabulary to share.

    Parameters
    ----------
    file : DossierFile
        The file.

    Returns
    -------
    str
        TOML, with what its vocabulary and its corrections state: names, kinds, bodies,
        offices, words, and what was merged everywhere.
    """
    names = names_of(file)
    lines: list[str] = []
    merged = {("actor", into): Entry() for into in names.merged_actors()}
    for (item, key), entry in sorted((merged | names.entries).items()):
        lines.append(f"[{item}s.{key}]")
        if entry.names:
            called = ", ".join(f"{code} = {_quoted(words)}" for code, words in entry.names.items())
            lines.append(f"name = {{ {called} }}")
        for field in ("kind", "body", "office"):
            if getattr(entry, field):
                lines.append(f"{field} = {_quoted(getattr(entry, field))}")
        if item == "actor" and names.merged_into(key):
            lines.append(f"also = [{', '.join(map(_quoted, names.merged_into(key)))}]")
        if names.words.get(key) and item == "issue":
            lines.append(f"words = [{', '.join(map(_quoted, names.words[key]))}]")
        lines.append("")
    return "\n".join(lines)


def _quoted(words: str) -> str:
    """Quote a text as TOML does, which is as JSON does but for one letter."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
