"""The JSON Schema of a model file, for editors and other programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from satumeja.formats.schema._model import FORMAT_VERSION, ModelFile
from satumeja.formats.schema._part import Part, PartOf
from satumeja.formats.schema._shapes import Shape

__all__ = ["json_schema"]

SCHEMA_ID = f"urn:satumeja:schema:model:{FORMAT_VERSION}"


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the model file, made from the types that read it.

    Returns
    -------
    dict
        A schema of draft 2020-12, for editors and other programs.

    See Also
    --------
    from_dict : Takes what it describes.

    Examples
    --------
    >>> json_schema()["title"]
    'Satu Meja model file, version 1'
    """
    root = PartOf(ModelFile)
    parts = {part.__name__: part.schema() for part in _parts(root) if part is not ModelFile}
    schema = {"$defs": dict(sorted(parts.items())), **ModelFile.schema()}
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": f"Satu Meja model file, version {FORMAT_VERSION}",
    }
    return head | {key: part for key, part in schema.items() if key != "title"}


def _parts(shape: Shape) -> Iterator[type[Part]]:
    """Give every part that may stand below a shape, some more than once."""
    inner = shape.inner
    if isinstance(shape, PartOf):
        yield shape.part
        inner = tuple(field.shape for _, field in shape.part.fields.values())
    for below in inner:
        yield from _parts(below)
