"""The reference of the Python names: one page a room, made from signatures and docstrings."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterable
from dataclasses import replace

from handbook._docstrings import Item
from handbook._faces import Name, Room, members, rooms
from handbook._prose import Links, fenced, heading, links_of, markdown, slug, table, typed

__all__ = ["FOLDER", "room_pages", "signature"]

FOLDER = "reference/python"
_WIDE = 88


def room_pages() -> dict[str, str]:
    """Make the pages of the rooms, and one that lists them.

    Returns
    -------
    dict of str to str
        The Markdown of each page by its path under ``docs``.
    """
    faces = rooms()
    links = links_of(faces)
    pages = {f"{FOLDER}/index.md": _index(faces, links)}
    for room in faces:
        if room.name:
            pages[f"{FOLDER}/{room.name}.md"] = _page(room, links)
    return pages


def _index(faces: Iterable[Room], links: Links) -> str:
    package, *others = faces
    listed = "\n".join(
        f"- [`{room.title}`]({room.name}.md): {_first_line(room, links)}" for room in others
    )
    heads = ("name", "is", "told in")
    names = (name for name in package.names if name.kind != "module" and name.path[0] != "_")
    rows = ([f"`satumeja.{name.path}`", _short(name, links), _home(name)] for name in names)
    return (
        "# The Python API\n\n"
        "Every public name, made from the code. What is not here, and every name that begins "
        "with `_`, may change on any day. [From Python](../../tutorial/from-python.md) shows "
        "how the parts play together.\n\n"
        f"## Rooms\n\n{listed}\n\n"
        "## Names of the package itself\n\n"
        "`import satumeja as sm` costs nothing: each name below, and each room, is loaded when "
        "first used. `satumeja.__version__` is the version, as text.\n\n"
        f"{table(heads, rows)}\n"
    )


def _home(name: Name) -> str:
    """Link the room that tells a name of the package."""
    room = name.thing.__module__.split(".")[1]
    return f"[`satumeja.{room}`]({room}.md#{slug(heading(name))})"


def _first_line(room: Room, links: Links) -> str:
    return markdown(room.doc.partition("\n\n")[0], replace(links, room=room.name))


def _short(name: Name, links: Links) -> str:
    return markdown(name.parted.summary, links.within(name))


def _page(room: Room, links: Links) -> str:
    contents = [_contents(room, kind, links) for kind in ("function", "class", "data")]
    parts = [
        f"# `{room.title}`",
        markdown(room.doc, replace(links, room=room.name)),
        *(part for part in contents if part),
        *(_told(name, links) for name in room.names if name.kind != "module"),
    ]
    return "\n\n".join(parts) + "\n"


_PLURAL = {"function": "Functions", "class": "Classes", "data": "Data and types"}


def _contents(room: Room, kind: str, links: Links) -> str:
    names = [name for name in room.names if name.kind == kind]
    rows = ([f"[`{name.path}`](#{slug(heading(name))})", _short(name, links)] for name in names)
    return f"## {_PLURAL[kind]}\n\n{table(['name', 'is'], rows)}" if names else ""


def _told(name: Name, links: Links) -> str:
    """Tell a public name, and below a class its methods and properties."""
    parts = [f"## {heading(name)}", *_body(name, links.within(name))]
    if name.kind == "class":
        for member in members(name):
            parts += [f"### {heading(member)}", *_body(member, links.within(member))]
    return "\n\n".join(part for part in parts if part)


def _body(name: Name, links: Links) -> list[str]:
    doc = name.parted
    titles = {"Parameters": "Fields"} if dataclasses.is_dataclass(name.thing) else {}
    return [
        fenced(signature(name), "python"),
        markdown(doc.summary, links),
        markdown(doc.extended, links),
        *(
            f"**{titles.get(title, title)}**\n\n"
            + "\n".join(_item(title, item, links) for item in items)
            for title, items in doc.items.items()
        ),
        *(f"**{title}**\n\n{markdown(text, links)}" for title, text in doc.prose.items()),
    ]


def _item(section: str, item: Item, links: Links) -> str:
    text = markdown(item.text, links)
    if section == "See Also":
        others = replace(links, local=frozenset())  # what stands beside is no parameter
        names = markdown(", ".join(f"`{name}`" for name in item.names), others)
        return f"- {names}: {text}" if text else f"- {names}"
    names = ", ".join(f"`{name}`" for name in item.names)
    head = " : ".join(part for part in (names, typed(item.type, links)) if part)
    return f"{head}\n: " + text.replace("\n", "\n  ") + "\n" if text else f"- {head}"


def signature(name: Name) -> str:
    """Write how a name is used, as one would write it in Python.

    Parameters
    ----------
    name : Name
        A public name, or a member of a class.

    Returns
    -------
    str
        A call with its types on a line, or on several where it is long.
    """
    shown = name.path if "." in name.path else name.whole
    if name.kind == "data":
        line = f"{shown} = {name.value}"
        return line if name.value and len(line) <= _WIDE else shown
    if name.how == "property":
        return _annotated(shown, inspect.signature(name.thing).return_annotation)
    lead = f"class {shown}" if name.kind == "class" else shown
    try:
        asked = inspect.signature(name.thing)
    except ValueError:  # a class of the standard library's making, such as an exception
        return lead
    hidden = ("self", "cls") if "." in name.path and name.how != "staticmethod" else ()
    given = [_parameter(each) for each in asked.parameters.values() if each.name not in hidden]
    after = "" if name.kind == "class" else _annotated("", asked.return_annotation, " -> ")
    return _laid_out(lead, _separated(asked, given, hidden), after)


def _separated(asked: inspect.Signature, given: list[str], hidden: tuple[str, ...]) -> list[str]:
    """Put the star before what must be given by name."""
    kinds = [each.kind for each in asked.parameters.values() if each.name not in hidden]
    by_name = inspect.Parameter.KEYWORD_ONLY
    if by_name in kinds and inspect.Parameter.VAR_POSITIONAL not in kinds:
        place = kinds.index(by_name)
        return [*given[:place], "*", *given[place:]]
    return given


def _laid_out(lead: str, given: list[str], after: str) -> str:
    line = f"{lead}({', '.join(given)}){after}"
    if len(line) <= _WIDE:
        return line
    inside = "".join(f"    {each},\n" for each in given)
    return f"{lead}(\n{inside}){after}"


def _parameter(parameter: inspect.Parameter) -> str:
    star = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**"}.get(parameter.kind.name, "")
    text = _annotated(f"{star}{parameter.name}", parameter.annotation)
    if parameter.default is parameter.empty:
        return text
    between = " = " if parameter.annotation is not parameter.empty else "="
    return f"{text}{between}{_default(parameter.default)}"


def _default(value: object) -> str:
    written = repr(value)
    return "..." if written.startswith("<") or len(written) > _WIDE // 2 else written


def _annotated(text: str, annotation: object, colon: str = ": ") -> str:
    if annotation is inspect.Signature.empty:
        return text
    written = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    return f"{text}{colon}{written}"
