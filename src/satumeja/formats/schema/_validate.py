"""From a tree to the parts of a model file, with structural faults in plain words."""

from __future__ import annotations

from satumeja.formats.schema._model import FORMAT_VERSION, ModelFile
from satumeja.formats.schema._part import PartOf
from satumeja.formats.trees import Faults, Node, Scalar, find

__all__ = ["validate"]


def validate(root: Node, faults: Faults) -> ModelFile:
    """Check the keys and types of a file.

    Raises
    ------
    ModelError
        With every unknown key, missing key and wrong type; where the format version is
        not ours, with that alone.
    """
    _check_version(root, faults)
    part = PartOf(ModelFile).read(root, (), faults)
    faults.check()
    assert isinstance(part, ModelFile)  # noqa: S101 - else a fault was noted
    return part


def _check_version(root: Node, faults: Faults) -> None:
    version, _ = find(root, ("satumeja",))
    if version is root or not isinstance(version, Scalar):
        return
    if version.text != str(FORMAT_VERSION):
        message = f'format version "{version.text}" is not read; this program reads version'
        faults.add(f"{message} {FORMAT_VERSION}", ("satumeja",))
        faults.check()
