"""Say that two actors are one, or one is two, and take that back."""

from __future__ import annotations

from satumeja import dossier
from satumeja.web.reports._standing import dossier_of, version_of
from satumeja.web.routing import Call
from satumeja.web.shapes import NameBody, Named

__all__ = ["name_actors"]


def name_actors(call: Call) -> Named:
    """Write a correction of names into the dossier; what it says holds from then on."""
    body: NameBody = call.body
    path = dossier_of(call.case)
    with dossier.DossierFile(path) as file:
        correction = _corrected(file, body)
    return Named(
        correction=correction.key, verb=body.verb, of=correction.of, version=version_of(path)
    )


def _corrected(file: dossier.DossierFile, body: NameBody) -> dossier.Correction:
    if body.verb == "merge":
        return dossier.merge(file, f"actor:{body.of}", body.into, body.who, body.note)
    if body.verb == "split":
        key = f"actor:{body.of}"
        return dossier.split(file, key, body.into, body.reports, body.who, body.note)
    return dossier.withdraw(file, body.who, body.of, body.note)
