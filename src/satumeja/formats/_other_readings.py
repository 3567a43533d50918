"""The other readings of a conflict that a model file names."""

from __future__ import annotations

from satumeja.errors import InputError
from satumeja.files import beside
from satumeja.formats._load import load
from satumeja.model import Model

__all__ = ["load_readings"]


def load_readings(model: Model) -> tuple[Model, ...]:
    """Read the other readings of a conflict that a model names.

    Parameters
    ----------
    model : Model
        A model whose file may have ``readings``.

    Returns
    -------
    tuple of Model
        In the order of the file; none where it names none.

    Raises
    ------
    InputError
        If one of the files is not there, or is no sound model.

    See Also
    --------
    load : Reads one file.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> [reading.origin.name for reading in load_readings(load("december-2021-b"))]
    ['december-2021-a.yaml', 'december-2021-b2.yaml']
    """
    readings = list[Model]()
    for path in model.readings:
        file = beside(path, model.origin)
        if not file.is_file():
            whose = f"{model.origin}: " if model.origin else ""
            raise InputError(f"{whose}readings: there is no file {path}")
        readings.append(load(file))
    return tuple(readings)
