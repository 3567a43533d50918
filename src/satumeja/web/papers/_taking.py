"""Models of other programs, taken into a case as files that are edited here."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast
from urllib.parse import unquote

from satumeja import formats
from satumeja.web.cases import safe_name
from satumeja.web.routing import Call, RefusedError
from satumeja.web.shapes import Saved

__all__ = ["take_model"]

_ONLY_SEEN = "this case is only looked at; to write, open it without --read-only"
_KINDS = (".yaml", ".yml", ".json", ".gmcr", ".nfg", ".xlsx")


def take_model(call: Call) -> Saved:
    """Write a model of any format into the case as YAML; what is there is never written over."""
    name = safe_name(unquote(call.headers.get("x-name", "")), "model.yaml")
    suffix = Path(name).suffix.lower()
    if suffix not in _KINDS:
        raise RefusedError("wrong_type", f"{name}: a model is one of {', '.join(_KINDS)}")
    if call.case.read_only:
        raise RefusedError("read_only", _ONLY_SEEN)
    content = cast("bytes", call.body)
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        model = formats.load(path)
        if suffix not in (".yaml", ".yml"):
            content = formats.dump(model, f"{path.stem}.yaml").encode()
    return Saved(name=call.case.add(f"{Path(name).stem}.yaml", content).name)
