"""The public names: what each room's face exports, where it is told, and what it is."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import pkgutil
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import satumeja
from handbook._docstrings import Docstring, parse_docstring

__all__ = ["Name", "Room", "members", "rooms"]

Kind = Literal["class", "function", "data", "module"]


@dataclass(frozen=True)
class Name:
    """Something public.

    Parameters
    ----------
    room : str
        Whose face exports it, such as ``stability``; empty for the package itself.
    path : str
        The name, or ``Class.member``.
    thing : object
        What it is. Of a property, its getter.
    kind : {"class", "function", "data", "module"}
        The kind of thing.
    doc : str
        Its docstring; of data, the string below its assignment. Empty where there is none.
    how : str
        How a member is used, where that is not a plain call: "property", "classmethod" ...
    value : str
        Of data, what the code assigns to it, as it is written there.
    """

    room: str
    path: str
    thing: Any
    kind: Kind
    doc: str
    how: str = ""
    value: str = ""

    @cached_property
    def parted(self) -> Docstring:
        """Its docstring, parted."""
        return parse_docstring(self.doc)

    @property
    def whole(self) -> str:
        """The name with the room it is imported from."""
        return ".".join(part for part in ("satumeja", self.room, self.path) if part)


@dataclass(frozen=True)
class Room:
    """A room's face.

    Parameters
    ----------
    name : str
        Such as ``stability``; empty for the package itself.
    doc : str
        Its docstring.
    names : tuple of Name
        What it exports, in the order of its ``__all__``.
    """

    name: str
    doc: str
    names: tuple[Name, ...]

    @property
    def title(self) -> str:
        """What it is imported as."""
        return f"satumeja.{self.name}" if self.name else "satumeja"


_FLOW = (
    "report",
    "dossier",
    "model",
    "formats",
    "bundles",
    "evidence",
    "stability",
    "table",
    "questions",
    "brief",
)


def rooms() -> tuple[Room, ...]:
    """Give the package and each of its rooms that has a face.

    Returns
    -------
    tuple of Room
        The package first, then its rooms in the way of the data, then the others by name.
        Modules whose names begin with ``_``, and those without an ``__all__``, are nobody's to
        use and left out.
    """
    names = [info.name for info in pkgutil.iter_modules(satumeja.__path__)]
    names = [*_FLOW, *sorted(name for name in names if name not in _FLOW and name[0] != "_")]
    modules = ((name, import_module(f"satumeja.{name}")) for name in names)
    faces = (_room(name, module) for name, module in modules if hasattr(module, "__all__"))
    return (_room("", satumeja), *faces)


def _room(name: str, module: ModuleType) -> Room:
    names = (_name(name, module, exported) for exported in module.__all__)
    return Room(name, inspect.getdoc(module) or "", tuple(names))


def _name(room: str, module: ModuleType, exported: str) -> Name:
    thing = getattr(module, exported)
    if inspect.ismodule(thing):
        return Name(room, exported, thing, "module", inspect.getdoc(thing) or "")
    if inspect.isclass(thing):
        return Name(room, exported, thing, "class", _class_doc(thing))
    called = inspect.unwrap(thing) if callable(thing) else thing
    if inspect.isroutine(called):
        return Name(room, exported, called, "function", inspect.getdoc(called) or "")
    value, doc = _assignment(module, exported)
    return Name(room, exported, thing, "data", doc, value=value)


def _class_doc(thing: type) -> str:
    """Give a class's own docstring, not its base's nor the one dataclasses write."""
    doc = inspect.cleandoc(thing.__dict__.get("__doc__") or "")
    if dataclasses.is_dataclass(thing) and doc.startswith(f"{thing.__name__}("):
        return ""
    return doc


def _assignment(module: ModuleType, name: str) -> tuple[str, str]:
    """Find what is assigned to a name, and the string below, where the name comes from."""
    text = _source(module)
    body = ast.parse(text).body
    for node, after in zip(body, [*body[1:], ast.Pass()], strict=True):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if (alias.asname or alias.name) == name:
                    return _assignment(_imported(module, node), alias.name)
        value = _assigned(node, name)
        if value is not None:
            return ast.get_source_segment(text, value) or "", _string(after)
    return "", ""


def _source(module: ModuleType) -> str:
    """Give the text of a module, or of the stub that says what its face loads when asked."""
    path = Path(str(module.__file__))
    stub = path.with_suffix(".pyi")
    return (stub if stub.exists() else path).read_text("utf-8")


def _imported(module: ModuleType, node: ast.ImportFrom) -> ModuleType:
    return import_module("." * node.level + (node.module or ""), module.__package__)


def _assigned(node: ast.stmt, name: str) -> ast.expr | None:
    if isinstance(node, ast.Assign):
        targets = [target.id for target in node.targets if isinstance(target, ast.Name)]
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        targets = [node.target.id]
    else:
        return None
    return node.value if name in targets else None


def _string(node: ast.stmt) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        value = node.value.value
        return inspect.cleandoc(value) if isinstance(value, str) else ""
    return ""


def members(name: Name) -> tuple[Name, ...]:
    """Give the public methods and properties of a class.

    Parameters
    ----------
    name : Name
        A public class.

    Returns
    -------
    tuple of Name
        Those that it or a base of this package defines, its own first, each once.
    """
    found: dict[str, Name] = {}
    for base in name.thing.__mro__:
        if base.__module__.startswith("satumeja"):
            for key, value in base.__dict__.items():
                member = None if key.startswith("_") else _member(name, key, value)
                if member:
                    found.setdefault(key, member)
    return tuple(found.values())


def _member(owner: Name, key: str, value: Any) -> Name | None:
    """Give a member if it is a method or a property; fields are told with their class."""
    how, thing = "", value
    if isinstance(value, property):
        how, thing = "property", value.fget
    elif isinstance(value, cached_property):
        how, thing = "property", value.func
    elif isinstance(value, classmethod | staticmethod):
        how, thing = type(value).__name__, value.__func__
    if not inspect.isfunction(thing):
        return None
    doc = inspect.getdoc(thing) or ""
    return Name(owner.room, f"{owner.path}.{key}", thing, "function", doc, how)
