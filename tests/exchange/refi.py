"""What REFI-QDA asks of the description of a project, written from the facts of the standard.

Of each element: its attributes with their types, ``!`` behind those it must have; its children
in their order, with how often each may be there.
"""

from __future__ import annotations

import re
from datetime import datetime
from xml.etree import ElementTree as Tree

NAMESPACE = "urn:QDA-XML:project:1.0"

_MADE = {"creatingUser": "guid", "creationDateTime": "time"}
_CHANGED = {**_MADE, "modifyingUser": "guid", "modifiedDateTime": "time"}
_REF = ({"targetGUID!": "guid"}, "")
_TEXT = (
    {"guid!": "guid", "name": "text", "richTextPath": "text", "plainTextPath": "text", **_CHANGED},
    "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*",
)

_SECOND = "Sources? Notes? Links? Sets? Graphs? Description? NoteRef*"
ELEMENTS: dict[str, tuple[dict[str, str], str]] = {
    "Project": (
        {
            "name!": "text",
            "origin": "text",
            "creatingUserGUID": "guid",
            "creationDateTime": "time",
            "modifyingUserGUID": "guid",
            "modifiedDateTime": "time",
            "basePath": "text",
        },
        f"Users? CodeBook? Variables? Cases? {_SECOND}",
    ),
    "Users": ({}, "User+"),
    "User": ({"guid!": "guid", "name": "text", "id": "text"}, ""),
    "CodeBook": ({}, "Codes"),
    "Codes": ({}, "Code+"),
    "Code": (
        {"guid!": "guid", "name!": "text", "isCodable!": "truth", "color": "colour"},
        "Description? NoteRef* Code*",
    ),
    "Sources": ({}, "TextSource+"),
    "TextSource": _TEXT,
    "Note": _TEXT,
    "PlainTextSelection": (
        {
            "guid!": "guid",
            "name": "text",
            "startPosition!": "number",
            "endPosition!": "number",
            **_CHANGED,
        },
        "Description? Coding* NoteRef*",
    ),
    "Coding": ({"guid!": "guid", **_MADE}, "CodeRef NoteRef*"),
    "CodeRef": _REF,
    "NoteRef": _REF,
    "Notes": ({}, "Note+"),
    "Description": ({}, ""),
    "PlainTextContent": ({}, ""),
}

_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_PATTERNS = {
    "guid": re.compile(rf"{_GUID.pattern}|\{{{_GUID.pattern}\}}"),
    "truth": re.compile("true|false|0|1"),
    "number": re.compile("[+-]?[0-9]+"),
    "colour": re.compile("#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})"),
    "text": re.compile("(?s).*"),
}


def faults(description: bytes, files: set[str]) -> list[str]:
    """Say what is wrong with the description of a project that has these files of sources."""
    root = Tree.fromstring(description)  # noqa: S314
    if root.tag != f"{{{NAMESPACE}}}Project":
        return [f"the root is {root.tag}"]
    listed = [fault for element in root.iter() for fault in _of(element)]
    return listed or _references(root) + _texts(root, files)


def _name(element: Tree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _of(element: Tree.Element) -> list[str]:
    name = _name(element)
    if name not in ELEMENTS or not element.tag.startswith(f"{{{NAMESPACE}}}"):
        return [f"unknown element {element.tag}"]
    attributes, children = ELEMENTS[name]
    types = {key.rstrip("!"): kind for key, kind in attributes.items()}
    wrong = [f"{name} has no attribute {key}" for key in element.attrib if key not in types]
    wrong += [
        f"{name} needs {key[:-1]}"
        for key in attributes
        if key.endswith("!") and key[:-1] not in element.attrib
    ]
    wrong += [
        f"{name} {key}: {value}"
        for key, value in element.attrib.items()
        if key in types and not _fits(types[key], value)
    ]
    order = "".join(map(_ordered, children.split()))
    if not re.fullmatch(order, "".join(f"<{_name(child)}>" for child in element)):
        wrong.append(f"{name} holds {[_name(child) for child in element]}")
    return wrong


def _ordered(child: str) -> str:
    name = child.rstrip("?*+")
    return f"(?:<{name}>){child[len(name) :]}"


def _fits(kind: str, value: str) -> bool:
    if kind != "time":
        return bool(_PATTERNS[kind].fullmatch(value))
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _references(root: Tree.Element) -> list[str]:
    guids = [element.attrib["guid"] for element in root.iter() if "guid" in element.attrib]
    wrong = [f"{guid} is there twice" for guid in guids if guids.count(guid) > 1]
    kinds = {"CodeRef": "Code", "NoteRef": "Note"}
    for element in root.iter():
        for key in ("creatingUser", "creatingUserGUID"):
            if key in element.attrib and element.attrib[key] not in _guids(root, "User"):
                wrong.append(f"no user {element.attrib[key]}")
        target = kinds.get(_name(element))
        if target and element.attrib["targetGUID"] not in _guids(root, target):
            wrong.append(f"no {target} {element.attrib['targetGUID']}")
    folders = {
        element.attrib["guid"]
        for element in root.iter()
        if _name(element) == "Code" and element.attrib["isCodable"] == "false"
    }
    coded = {e.attrib["targetGUID"] for e in root.iter() if _name(e) == "CodeRef"}
    return wrong + [f"{guid} is coded and is a folder" for guid in folders & coded]


def _guids(root: Tree.Element, name: str) -> set[str]:
    return {element.attrib["guid"] for element in root.iter() if _name(element) == name}


def _texts(root: Tree.Element, files: set[str]) -> list[str]:
    wrong, named = [], set()
    for element in root.iter():
        if _name(element) not in ("TextSource", "Note"):
            continue
        path = element.attrib.get("plainTextPath")
        inline = any(_name(child) == "PlainTextContent" for child in element)
        if inline == (path is not None):
            wrong.append("a text is either in the project or in a file of its own")
        if path is not None:
            named.add(path.replace("internal://", "sources/"))
    return wrong + [f"{name}: not there" for name in named ^ files]
