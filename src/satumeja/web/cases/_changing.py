"""The new content of a file, from operations on the old."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import yaml

from satumeja import formats
from satumeja.errors import Fault, ModelError, QuestionError, not_utf8
from satumeja.web.cases._errors import ReadOnlyError
from satumeja.web.cases._loaded import Loaded

__all__ = ["Operations", "changed", "whole_text"]

Operations: TypeAlias = Sequence[Mapping[str, Any]]
"""Changes as plain data, as `satumeja.formats.apply` takes them; or ``text`` with a ``value``,
alone, for the whole text anew."""

_LOADER: type = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_BOM = "\ufeff"


def changed(loaded: Loaded, ops: Operations) -> bytes:
    """Return what a file holds after some changes.

    Parameters
    ----------
    loaded : Loaded
        What it holds now.
    ops : sequence of mapping
        The changes.

    Raises
    ------
    ReadOnlyError
        If this kind of file is only shown.
    ModelError
        If the text now there is not YAML, or the new one cannot be written as UTF-8.
    QuestionError
        If an operation is none, or leads nowhere.
    OutputError
        If it cannot be done without changing something else.
    """
    if not loaded.is_editable:
        raise ReadOnlyError(f"{loaded.name} is only shown; save it as YAML to edit it")
    if not ops:
        raise QuestionError("no change is named")
    text = whole_text(ops)
    if text is not None:
        return _encoded(_as_before(text, loaded), loaded.name)
    edited = formats.apply(loaded.text, ops, name=loaded.name)
    return _encoded(_as_json(edited) if loaded.kind == "json" else edited, loaded.name)


def whole_text(ops: Operations) -> str | None:
    """Return the whole text that is set anew; None where there are other operations.

    Raises
    ------
    QuestionError
        If it does not stand alone, or is no text.

    Examples
    --------
    >>> whole_text([{"op": "text", "value": "satumeja: 1"}])
    'satumeja: 1'
    """
    if not any(isinstance(op, Mapping) and op.get("op") == "text" for op in ops):
        return None
    if len(ops) > 1:
        raise QuestionError('"text" sets the whole anew and stands alone')
    if set(ops[0]) != {"op", "value"} or not isinstance(ops[0]["value"], str):
        raise QuestionError('"text" has the key "value", a text, and no other')
    value: str = ops[0]["value"]
    return value


def _as_before(text: str, loaded: Loaded) -> str:
    """Give a text from an editor, which knows one kind of line end, those that the file had."""
    try:
        old = loaded.text
    except ModelError:
        return text
    if "\r\n" in old and old.count("\r\n") == old.count("\n") and "\r" not in text:
        text = text.replace("\n", "\r\n")
    return _BOM + text if old.startswith(_BOM) and not text.startswith(_BOM) else text


def _encoded(text: str, name: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise ModelError(Fault(not_utf8(text), name)) from None


def _as_json(text: str) -> str:
    """Put what was written as YAML within brackets into the quotes that JSON wants."""
    mark = _BOM if text.startswith(_BOM) else ""
    body = text.removeprefix(_BOM)
    parts, at = list[str](), 0
    for event in _scalars(body):
        start, stop = _index(event.start_mark), _index(event.end_mark)
        parts += [body[at:start], _token(body[start:stop], event)]
        at = stop
    return mark + "".join(parts) + body[at:]


def _scalars(text: str) -> Iterable[yaml.ScalarEvent]:
    return (e for e in yaml.parse(text, Loader=_LOADER) if isinstance(e, yaml.ScalarEvent))


def _index(mark: Any) -> int:
    return int(mark.index)


def _token(written: str, event: yaml.ScalarEvent) -> str:
    if event.style == '"':
        return written
    if not event.style and _is_bare(written):
        return written
    if not event.style and not event.value:
        return " null" if not written else "null"
    return json.dumps(event.value, ensure_ascii=False)


def _is_bare(written: str) -> bool:
    """Tell whether a word without quotes is one of JSON: a number, true, false or null."""
    try:
        value = json.loads(written, parse_constant=lambda _: "")
    except ValueError:
        return False
    return not isinstance(value, str | list | dict)
